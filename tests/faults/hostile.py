"""Makes hostile YAML: cases with a known verdict, and damaged variants of a good file."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT = 256 * 1024


@dataclass(frozen=True, slots=True)
class Case:
    """An input, and what is to be said about it.

    Attributes:
        message: a part of what one problem says; empty if the parsers word it in their own
            ways; None if the input is fine.
        line: where that problem is; 0 is the file as a whole.
    """

    name: str
    data: bytes
    message: str | None = None
    line: int = 1


REALISTIC = """\
# Exercises of my own
exercises:
  wall-slide:
    name: "Wall slide"
    aliases: [wall sit, 'the chair']
    position: standing
    sides: both
    dose: {hold: 5, reps: 10, sets: 2, tempo: 3-1-3}
    steps:
      - Stand with your back to a wall; feet hip-wide, 40 cm away from it.
      - "Slide down: slowly, as far as is comfortable."
      - |
        Hold, and breathe.
          Then come up again.
    feel: >-
      A mild effort in the front of the thighs,
      none in the lower back.
    caution: Stop if a knee hurts – that isn’t part of it.
  étirement-du-chat:
    name: Étirement du chat 🐈
    sides: no
    dose:
      hold: 1:30
      reps: 010
    sources: ["000.1", '004.2']

routines:
- name: Morning
  exercises:
  - {id: wall-slide, sets: 1}
  - id: étirement-du-chat
    reps: ~
    notes:
...
"""


def cases() -> list[Case]:
    """Every case that was written by hand."""
    return [
        *_nested(),
        *_references(),
        *_plain_values(),
        *_encodings(),
        *_characters(),
        *_spaces(),
        *_keys(),
        *_large(),
        *_documents(),
        *_blocks(),
        *_broken(),
        *_escapes(),
    ]


def _nested() -> Iterator[Case]:
    yield Case("32 levels", b"[" * 32 + b"]" * 32)
    yield Case("33 levels", b"[" * 33 + b"]" * 33, "nested too deeply")
    yield Case("50,000 brackets", b"[" * 50_000, "nested too deeply")
    yield Case("50,000 braces", b"{" * 50_000, "nested too deeply")
    yield Case("1,000,000 brackets", b"[" * 1_000_000, "over 256 KB", 0)
    yield Case("brackets as keys", b"{? " * 50_000, "nested too deeply")
    yield Case("brackets on lines", b"[\n" * 50_000, "nested too deeply", 33)
    yield Case("mixed brackets", b"[{a: " * 40_000, "nested too deeply")
    yield Case("dashes", b"- " * 100_000, "nested too deeply")
    yield Case("question marks", b"? " * 100_000, "nested too deeply")
    yield Case("dashes and keys", b"- a:\n" + b"".join(_steps()), "nested too deeply", 17)
    yield Case("many side by side", b"- [[[[a]]]]\n" * 1_500)
    yield Case("closed before opened", b"]" * 50_000, "a value or a closing")


def _steps() -> Iterator[bytes]:
    for level in range(1, 100):
        yield b"    " * level + b"- a:\n"


def _references() -> Iterator[Case]:
    laughs = b"a0: &a0 [x,x]\n" + b"".join(
        b"a%d: &a%d [%s]\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 10)
    )
    merges = b"a0: &a0 {x: y}\n" + b"".join(
        b"a%d: &a%d {<<: [%s]}\n" % (n, n, b",".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 9)
    )
    yield Case("anchor", b"a: &x 1\n", "an anchor")
    yield Case("alias", b"a: 1\nb: *x\n", "an alias", 2)
    yield Case("alias as key", b"*x : 1\n", "an alias")
    yield Case("anchor on a key", b"&x a: 1\n", "an anchor")
    yield Case("anchor on nothing", b"a: &x\n", "an anchor")
    yield Case("anchor on a list", b"a: 1\nb: &x [1]\n", "an anchor", 2)
    yield Case("billion laughs", laughs, "an alias", 2)
    yield Case("merge bomb", merges, "'<<' (merge)", 2)
    yield Case("recursive alias", b"&a [*a]\n", "an alias")
    yield Case("recursive key", b"&a {*a : 1}\n", "an alias")
    yield Case("many anchors", b"- &a 1\n" * 9_000, "an anchor")
    yield Case("many aliases", b"- *a\n" * 9_000, "more problems", 50)
    yield Case("merge", b"a: 1\n<<: {b: 2}\n", "'<<' (merge)", 2)
    yield Case("quoted merge sign", b"'<<': {b: 2}\n")
    yield Case("python tag", b"a: !!python/object/apply:os.system [ls]\n", "a tag")
    yield Case("local tag", b"a: !x 1\n", "a tag")
    yield Case("plain tag", b"a: ! 1\n", "a tag")
    yield Case("string tag", b"a: !!str 1\n", "a tag")
    yield Case("long tag", b"a: !<tag:yaml.org,2002:str> 1\n", "a tag")
    yield Case("tag on a list", b"a: !x [1]\n", "a tag")
    yield Case("unknown tag handle", b"a: !e!x 1\n", "begins with '!'")
    yield Case("tag directive", b"%TAG !e! tag:x,2000:\n--- !e!x 1\n", "begin with '%'")
    yield Case("version directive", b"%YAML 1.1\n---\na: 1\n", "begin with '%'")
    yield Case("bad version directive", b"%YAML 9" + b"9" * 5_000 + b".1\n---\n", "with '%'")
    yield Case("many tag directives", _directives("\n"), "more problems", 50)
    yield Case("many directives, old line ends", _directives("\r"), "more problems", 50)
    second = b"a: 1\n...\n" + _directives("\n")[:-20]
    yield Case("directives of a second document", second, "more problems", 52)
    yield Case("directive in quotes", b'a: "x\n%y"\n', "begin with '%'", 2)
    yield Case("emphasis", b"a: *bold* text\n", "begins with '*'")
    yield Case("and sign", b"a: & more\n", "begins with '&'")


def _directives(line_end: str) -> bytes:
    lines = (f"%TAG !{n:x}! x{line_end}" for n in range(15_500))
    return "".join([*lines, "--- a", line_end]).encode()


def _plain_values() -> Iterator[Case]:
    for value in (
        "9" * 5_000,
        "-9" * 2_500,
        "0x" + "f" * 5_000,
        "1:59:" + "59:" * 2_000 + "59",
        ".nan",
        ".inf",
        "-.inf",
        "1e400",
        "1_000",
        "010",
        "0b11",
        "1:30",
        "00:15",
        "2024-01-01",
        "2024-13-01",
        "2024-01-01T25:61:61Z",
        "no",
        "on",
        "y",
        "NO",
        "~",
        "null",
        "true",
        "=",
        "",
        "--",
        "a#b",
        "a:b",
        "http://x/?a=b&c=*d",
        "[]",
        "{}",
        "'it''s'",
        "$(rm -rf /)",
        "../../etc/passwd",
        "{x: {y: z}}",
    ):
        yield Case(f"value {value[:24]}", f"a: {value}\n".encode())


def _encodings() -> Iterator[Case]:
    text = "name: Étirement 🐈\nside: – left\n"
    utf16 = "half of a character"
    yield Case("UTF-8", text.encode())
    yield Case("UTF-8 with a mark", text.encode("utf-8-sig"))
    yield Case("UTF-16 little end", b"\xff\xfe" + text.encode("utf-16-le"))
    yield Case("UTF-16 big end", b"\xfe\xff" + text.encode("utf-16-be"))
    yield Case("UTF-16 without a mark", "a: b\n".encode("utf-16-le"), "NUL byte")
    yield Case("UTF-32 little end", b"\xff\xfe\0\0" + text.encode("utf-32-le"), "UTF-32", 0)
    yield Case("UTF-32 big end", b"\0\0\xfe\xff" + text.encode("utf-32-be"), "UTF-32", 0)
    yield Case("UTF-32 without a mark", "a: b\n".encode("utf-32-be"), "NUL byte")
    yield Case("Latin-1", b"a: 1\nb: caf\xe9\n", "byte 0xE9 is not UTF-8", 2)
    yield Case("Latin-1 í", b"a: Garc\xeda\n", "byte 0xED is not UTF-8")
    yield Case("a PNG image", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "byte 0x89 is not UTF-8")
    yield Case("a zip file", b"PK\x03\x04\x14\0\0\0\x08\0", "NUL byte")
    yield Case("overlong", b"a: \xc0\xaf\n", "byte 0xC0 is not UTF-8")
    yield Case("cut in a character", b"a: \xf0\x9f\x90", "byte 0xF0 is not UTF-8")
    yield Case("beyond Unicode", b"a: \xf4\x90\x80\x80\n", "byte 0xF4 is not UTF-8")
    yield Case("lone surrogate", b"a: 1\nb: \xed\xa0\x80\n", "lone surrogate", 2)
    yield Case("UTF-16 surrogate", b"\xff\xfea\0:\0 \0\n\0\x00\xd8 \0", utf16, 2)
    yield Case("UTF-16 cut", b"\xff\xfea\0:\0 \0b", utf16)
    yield Case("a mark alone", b"\xef\xbb\xbf", "empty", 0)
    yield Case("two marks", b"\xef\xbb\xbf\xef\xbb\xbfa: 1\n", "byte order mark")


def _characters() -> Iterator[Case]:
    for code, message in (
        (0x00, "NUL byte"),
        (0x01, "U+0001"),
        (0x07, "U+0007"),
        (0x0B, "U+000B"),
        (0x0C, "U+000C"),
        (0x1B, "U+001B"),
        (0x7F, "U+007F"),
        (0x85, "line break U+0085"),
        (0x9B, "U+009B"),
        (0x2028, "line break U+2028"),
        (0x2029, "line break U+2029"),
        (0x202A, "U+202A changes the direction"),
        (0x202E, "U+202E changes the direction"),
        (0x2066, "U+2066 changes the direction"),
        (0x2069, "U+2069 changes the direction"),
        (0xFEFF, "byte order mark"),
        (0xFFFE, "U+FFFE"),
        (0xFFFF, "U+FFFF"),
    ):
        yield Case(f"U+{code:04X}", f"a: 1\r\nb: x{chr(code)}y\n".encode(), message, 2)
    yield Case("U+202E in a key", "a: 1\n\u202eb: 2\n".encode(), "direction", 2)
    yield Case("U+202E in a comment", "a: 1\n# \u202eb: 2\n".encode(), "direction", 2)
    yield Case("direction marks", "a: x\u200e y\u200f\u061c z\n".encode())
    yield Case("joined emoji", "a: \U0001f468\u200d\U0001f469\n".encode())
    yield Case("right to left", "שם: תרגיל\nتمرين: ش\n".encode())
    yield Case("no-break space", "a:\u00a0b\n".encode())
    yield Case("many controls", b"a: " + b"x\x01" * 100_000 + b"\n", "more problems")
    yield Case("NEL as line end", "a: 1\x85b: 2\x85".encode(), "line break U+0085")


def _spaces() -> Iterator[Case]:
    yield Case("indented with a tab", b"a:\n\tb: 1\n", "indented with a tab", 2)
    yield Case("space, then a tab", b"a:\n  b: 1\n \t c: 1\n", "indented with a tab", 3)
    yield Case("tab in block text", b"a: |\n\tb\n", "indented with a tab", 2)
    yield Case("tab, old line ends", b"a:\r\tb: 1\r", "indented with a tab", 2)
    yield Case("tab after the colon", b"a:\t1\n")
    yield Case("tab after the value", b"a: 1\t\n")
    yield Case("tab on an empty line", b"a: 1\n\t\nb: 2\n")
    yield Case("tab before a comment", b"a: 1\n\t# x\nb: 2\n")
    yield Case("tab in the text", b"a: 'x\ty'\n")
    yield Case("only tabs", b"\t" * 200_000, "empty", 0)
    yield Case("CRLF", b"a:\r\n  b: 1\r\n  c: 2\r\n")
    yield Case("CR", b"a:\r  b: 1\r  c: 2\r")
    yield Case("mixed line ends", b"a: 1\r\nb: 2\rc: 3\n\rb: 4\n", "given in line 2", 5)
    yield Case("no last line end", b"a: 1")
    yield Case("only line ends", b"\n" * 200_000, "empty", 0)
    yield Case("only spaces", b" " * 200_000, "empty", 0)
    yield Case("deep indentation", b"a:\n" + b" " * 200_000 + b"b: 1\n")


def _keys() -> Iterator[Case]:
    yield Case("duplicate key", b"a: 1\nb: 2\na: 3\n", "'a' is already given in line 1", 3)
    yield Case("duplicate, quoted", b"a: 1\n'a': 2\n", "already given in line 1", 2)
    yield Case("duplicate, braces", b"{a: 1,\nb: 2, b: 3}\n", "already given in line 2", 2)
    deep = b"a:\n  - b:\n      - c: 1\n        d: 2\n        c: 3\n"
    yield Case("duplicate, deep", deep, "'c' is already given in line 3", 5)
    yield Case("same key apart", b"- a: 1\n- a: 2\n")
    yield Case("duplicate, spoofed", b'a: 1\n"\\x61": 2\n', "already given in line 1", 2)
    yield Case("list as key", b"? [a]\n: 1\n", "a key has to be plain text")
    yield Case("mapping as key", b"{a: 1}: 2\n", "a key has to be plain text")
    yield Case("block as key", b"a: 1\n?\n  - b\n: 1\n", "a key has to be plain text", 3)
    yield Case("many complex keys", b"? [a]\n" * 6_000, "a key has to be plain text")
    yield Case("many question marks", b"? a\n" * 9_000, "already given in line 1", 2)
    yield Case("no key", b"? \n: 1\n", "a name is missing")
    yield Case("empty key", b"'': 1\n", "a name is missing")
    yield Case("blank key", b"a: 1\n' ': 1\n", "a name is missing", 2)
    yield Case("null keys", b"~: 1\nnull: 2\n")
    yield Case("key of 1,000", b"k" * 1_000 + b": 1\n")
    yield Case("key of 2,000", b"k" * 2_000 + b": 1\n", "this colon does not fit")
    yield Case("long duplicate", b"'%s': 1\n" % (b"k" * 99) * 2, "k'… is already", 2)
    yield Case("set", b"? a\n? b\n")


def _large() -> Iterator[Case]:
    yield Case("at the cap", b"a: " + b"x" * (LIMIT - 3))
    yield Case("over the cap", b"a: " + b"x" * (LIMIT - 2), "over 256 KB", 0)
    yield Case("5 MB", b"- a\n" * 1_300_000, "over 256 KB", 0)
    yield Case("200 KB of text", b"a: '" + b"x y\n  " * 33_000 + b"'\n")
    yield Case("200 KB in a line", b"a: " + b"x " * 100_000 + b"\n")
    yield Case("200 KB of comment", b"a: 1 # " + b"x" * 200_000 + b"\n")
    yield Case("comments", b"#\n" * 100_000 + b"a: 1\n")
    yield Case("200 KB anchor", b"&" + b"a" * 200_000 + b" b\n", "an anchor")
    yield Case("200 KB tag", b"!" + b"a" * 200_000 + b" b\n", "a tag")
    yield Case("200 KB of escapes", b'a: "' + b"\\x41" * 50_000 + b'"\n')
    yield Case("200 KB of quotes", b"a: '" + b"''" * 100_000 + b"'\n")
    yield Case("19,999 items", b"- a\n" * 19_999)
    yield Case("20,000 items", b"- a\n" * 20_000, "more than 20,000 keys", 20_000)
    keys = b"".join(b"%x:\n" % n for n in range(43_000))
    yield Case("43,000 keys", keys, "more than 20,000 keys", 10_000)
    hundred = b"".join(b"%x: 1\n" % n for n in range(100_000))
    yield Case("100,000 keys", hundred, "over 256 KB", 0)
    yield Case("80,000 pairs in braces", b"{" + b"a: ," * 50_000, "already given in line 1")
    yield Case("80,000 empty lists", b"[" + b"[]," * 80_000 + b"]", "more than 20,000 keys")
    yield Case("80,000 commas", b"[" + b"," * 80_000, "a value or a closing")
    yield Case("colons", b"a:" * 100_000 + b"b\n")
    yield Case("colons apart", b"a: " * 50_000, "this colon does not fit")
    yield Case("exclamation marks", b"! " * 100_000, "")


def _documents() -> Iterator[Case]:
    yield Case("nothing", b"", "empty", 0)
    yield Case("comment", b"# nothing\n", "empty", 0)
    yield Case("start alone", b"---\n", "empty", 0)
    yield Case("start and end", b"---\n...\n", "empty", 0)
    yield Case("start, comment", b"--- # x\n", "empty", 0)
    yield Case("end alone", b"...\n", "a value or a closing")
    yield Case("start and text", b"--- a\n")
    yield Case("text", b"hello\n")
    yield Case("empty quotes", b"''\n")
    yield Case("list", b"- a\n- b\n")
    yield Case("two documents", b"a: 1\n---\nb: 2\n", "a second document", 2)
    yield Case("two empty documents", b"---\n---\n", "a second document", 2)
    yield Case("many documents", b"---\n" * 60_000, "a second document", 2)
    yield Case("document after the end", b"a: 1\n...\n--- b\n", "a second document", 3)
    yield Case("text after the end", b"a: 1\n...\nb\n", "", 3)


def _blocks() -> Iterator[Case]:
    yield Case("literal", b"a: |\n  x\n   y\n\n  z\n")
    yield Case("folded, kept", b"a: >+\n  x\n\n\nb: 1\n")
    yield Case("literal, wide", b"a: |9\n         x\nb: 1\n")
    yield Case("literal, indicator 0", b"a: |0\n  x\n", "may follow '|'")
    yield Case("literal, indicator 10", b"a: |10\n  x\n", "may follow '|'")
    yield Case("literal, text behind", b"a: |text\n  x\n", "may follow '|'")
    yield Case("literal, dedent", b"a: |\n    x\n  y\n", "does not fit", 3)
    yield Case("literal, too little", b"a: |5\n  x\n", "does not fit", 2)
    yield Case("literal, blank lines deeper", b"a: |\n      \n  x\n", "does not fit", 3)
    yield Case("literal, empty", b"a: |\nb: >\n")
    yield Case("literal, 60,000 lines", b"a: |\n" + b" x\n" * 60_000)
    yield Case("literal, blank lines", b"a: |\n" + b"\n" * 200_000)


def _broken() -> Iterator[Case]:
    yield Case("single quote open", b"a: 1\nb: 'x\nc: 2\n", "quote is never closed", 2)
    yield Case("double quote open", b'a: "x\n', "quote is never closed")
    yield Case("200 KB quote open", b"a: '" + b"x\n" * 100_000, "quote is never closed")
    yield Case("quote over documents", b"a: 'x\n---\n'\n", "quote is never closed")
    yield Case("apostrophe", b"a: 'it's'\n", "check indentation and quotes")
    yield Case("text behind quotes", b'a: "x" y\n', "check indentation and quotes")
    yield Case("bracket open", b"a: 1\nb: [1, 2\n", "this '[' is not closed", 2)
    yield Case("brace open", b"a: {x: 1\n", "this '{' is not closed")
    yield Case("comma missing", b"a: {x: 1 y: 2}\n", "this '{' is not closed")
    yield Case("wrong bracket", b"a: [1}\n", "this '[' is not closed")
    yield Case("comma alone", b"[,]\n", "a value or a closing")
    yield Case("colon in text", b"a: b: c\n", "this colon does not fit")
    yield Case("no space after the colon", b"a:1\nb: 2\n", "this colon does not fit", 2)
    yield Case("no colon", b"a: 1\nb\nc: 2\n", "colon and a space are missing", 2)
    yield Case("dedent", b"a:\n    b: 1\n  c: 2\n", "check indentation and quotes", 3)
    yield Case("list, then key", b"- a\nb: 1\n", "go on with the list", 2)
    yield Case("list in a line", b"a: - b\n", "a list item cannot begin here")
    yield Case("question in a line", b"a: ? b\n", "a '?' cannot stand here")
    yield Case("at sign", b"a: @b\n", "cannot begin with this character")
    yield Case("backquote", b"a: `b`\n", "cannot begin with this character")
    yield Case("percent", b"a: %b\n", "cannot begin with this character")


def _escapes() -> Iterator[Case]:
    yield Case("escapes", rb'a: "\x41\u00e9\U0001F408\n\t\"\\\/\_"' + b"\n")
    yield Case("escaped NUL", rb'a: "x\0y"', "U+0000")
    yield Case("escaped bell", rb'a: "x\ay"', "U+0007")
    yield Case("escaped ESC", rb'a: "\e[31m"', "U+001B")
    yield Case("escaped NEL", rb'a: "x\Ny"', "line break U+0085")
    yield Case("escaped U+2028", rb'a: "x\Ly"', "line break U+2028")
    yield Case("escaped direction", rb'a: "x\u202ey"', "changes the direction")
    yield Case("escaped direction in a key", b'a: 1\n"\\u202ey": 2\n', "the direction", 2)
    yield Case("escaped mark", rb'a: "\uFEFF"', "byte order mark")
    yield Case("escaped surrogate", rb'a: "\ud800"', "")
    yield Case("escaped pair", rb'a: "\ud83d\udc08"', "")
    yield Case("escaped too far", rb'a: "\U00110000"', "no such escape")
    yield Case("escaped much too far", rb'a: "\UFFFFFFFF"', "no such escape")
    yield Case("unknown escape", rb'a: "C:\qemu"', "no such escape")
    yield Case("half an escape", rb'a: "\x4"', "no such escape")
    yield Case("backslash in single quotes", rb"a: 'C:\qemu'")


def mutants(count: int, seed: int) -> Iterator[bytes]:
    """`REALISTIC` with one to five things done to it, `count` times."""
    rng = random.Random(seed)
    for _ in range(count):
        data = bytearray(REALISTIC.encode())
        for _ in range(rng.randint(1, 5)):
            _damage(data, rng)
        yield bytes(data)


def _damage(data: bytearray, rng: random.Random) -> None:
    place = rng.randrange(len(data) + 1)
    length = rng.randint(1, 12)
    match rng.randrange(6):
        case 0 if place < len(data):
            data[place] ^= 1 << rng.randrange(8)
        case 1:
            data[place:place] = rng.randbytes(length)
        case 2:
            data[place:place] = rng.choice(TOKENS)
        case 3:
            del data[place : place + length]
        case 4:
            data[place:place] = data[place - length * 10 : place]
        case _:
            del data[max(place, len(data) // 2) :]


TOKENS = (
    *(b"[", b"]", b"{", b"}", b",", b": ", b"- ", b"? ", b"'", b'"', b"#", b"|", b">", b"\\"),
    *(b"&a ", b"*a ", b"!t ", b"<<: ", b"%", b"@", b"\t", b"\n", b"\r", b"\n---\n", b"\n...\n"),
    *(b"\0", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\xc2\x85", b"\xed\xa0\x80", b"\xef\xbb\xbf"),
)
