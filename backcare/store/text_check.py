"""From bytes to text that is fit for a YAML parser, character by character."""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING

from backcare.store.findings import MAX_PROBLEMS, Findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_INDENTING_TAB = re.compile(r"(?<![^\r\n]) *(\t)[ \t]*(?=[^\s#])")
_DIRECTIVE = re.compile(r"(%)(?<![^\r\n]%)")
_FOREIGN_BREAK = re.compile("([\x85\u2028\u2029])")
REFUSED = re.compile(
    "([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff])"
)


def decode(data: bytes, findings: Findings) -> str:
    """The text in `data`: UTF-8, or UTF-16 with a byte order mark.

    Raises:
        InputRefusedError: through `findings`, where it is neither.
    """
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        findings.stop(0, 0, "the file is written in UTF-32; save it as UTF-8")
    bom, codec = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", "utf-8"))
    data = data[len(bom) :]
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec)
        place = next(_places(before, [len(before)]))
        findings.stop(*place, _why_not_text(data[error.start : error.start + 2], codec))
    nul = text.find("\0")
    if nul >= 0:
        place = next(_places(text, [nul]))
        message = "a NUL byte: this is not a text file, or one in UTF-16; save it as UTF-8"
        findings.stop(*place, message)
    return text


def _why_not_text(bad: bytes, codec: str) -> str:
    if codec != "utf-8":
        return "half of a character (a lone surrogate) in UTF-16 text; save the file as UTF-8"
    if bad[:1] == b"\xed" and b"\xa0" <= bad[1:] <= b"\xbf":
        return "half of a character (a lone surrogate) is not UTF-8; write the whole character"
    return f"byte 0x{bad[0]:02X} is not UTF-8 (is the file in Latin-1?); save it as UTF-8"


def _places(text: str, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The line and column of each of the rising `offsets`, in one walk."""
    line, line_start, done = 1, 0, 0
    for offset in offsets:
        breaks = text.count("\n", done, offset) + text.count("\r", done, offset)
        line += breaks - text.count("\r\n", done, offset)
        last = max(text.rfind("\n", done, offset), text.rfind("\r", done, offset))
        line_start = max(line_start, last + 1)
        done = offset
        yield line, offset - line_start + 1


def check_text(text: str, findings: Findings) -> tuple[str, bool]:
    """The text made fit for the parser, and whether its lines can no longer be trusted."""
    found: list[tuple[int, str]] = []
    for pattern in (_INDENTING_TAB, _DIRECTIVE, REFUSED):
        matches = islice(pattern.finditer(text), MAX_PROBLEMS + 1)
        found += [(match.start(1), why_refused(match[1])) for match in matches]
    if not found:
        return text.replace("\t", " "), False
    found.sort()
    places = _places(text, [offset for offset, _ in found])
    for (line, column), (_, message) in zip(places, found, strict=True):
        findings.add(line, column, message)
    is_shaky = bool(_INDENTING_TAB.search(text) or _FOREIGN_BREAK.search(text))
    # Each is replaced by one character, so that the parser's positions stay right. Many %TAG
    # lines must not reach libyaml, which compares each with all before it.
    mended = _DIRECTIVE.sub("#", REFUSED.sub("\ufffd", text))
    return mended.replace("\t", " "), is_shaky


def why_refused(character: str) -> str:
    """What is wrong with a character that `REFUSED` matches, a tab or a percent sign."""
    code = f"U+{ord(character):04X}"
    if character == "\t":
        return "this line is indented with a tab; indent with spaces"
    if character == "%":
        return "a line cannot begin with '%' (YAML directives are not used); indent or quote it"
    if character in "\x85\u2028\u2029":
        return f"the line break {code} is not used; end lines with Enter"
    if "\u202a" <= character <= "\u2069":
        return f"{code} changes the direction of text and can disguise it; take it out"
    if character == "\ufeff":
        return f"a byte order mark ({code}) may only begin the file; take it out"
    return f"the invisible character {code} cannot stand in text; take it out"
