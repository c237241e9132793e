"""Reads untrusted YAML into a small tree in which every value is text and knows its place.

Nothing is guessed: `no`, `1:30` and `2024-01-01` stay as they were typed, and what they
mean is for the caller to say. What a file of ours never needs is refused, because it hides
mistakes (duplicate keys) or attacks (anchors, tags, endless nesting).

The tree is built from the parser's events with a stack of our own. PyYAML's composer is
not used: it recurses, and a 100 KB file of brackets kills the interpreter.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import yaml

from backcare.store.findings import MAX_PROBLEMS, Findings
from backcare.store.safe_file import MAX_USER_BYTES, over_size, read_bytes
from backcare.store.text_check import REFUSED, check_text, decode, why_refused
from backcare.store.yaml_wording import NO_SUCH_ESCAPE, place_of, reword

if TYPE_CHECKING:
    LoaderClass: TypeAlias = type[yaml.SafeLoader] | type[yaml.CSafeLoader]

MAX_DEPTH = 32
MAX_NODES = 20_000
_SHOWN_LENGTH = 40

PURE_LOADER: LoaderClass = yaml.SafeLoader
FAST_LOADER: LoaderClass = getattr(yaml, "CSafeLoader", PURE_LOADER)


@dataclass(frozen=True, slots=True)
class Text:
    """A value as it was typed; `quoted` is also true of block text (`|` and `>`)."""

    value: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in the order of the file; no key is there twice."""

    entries: tuple[tuple[Text, Node], ...]
    line: int
    column: int


Node: TypeAlias = Text | Listing | Mapping


def read_tree(path: str, *, max_bytes: int = MAX_USER_BYTES, max_nodes: int = MAX_NODES) -> Node:
    """Read the YAML file at `path`; never waits for a pipe or a device.

    Raises:
        InputRefusedError: the file cannot be read, or `parse_tree` refuses what is in it.
    """
    data = read_bytes(path, max_bytes)
    return parse_tree(data, path, max_bytes=max_bytes, max_nodes=max_nodes)


def parse_tree(
    data: bytes,
    source: str,
    *,
    max_bytes: int = MAX_USER_BYTES,
    max_nodes: int = MAX_NODES,
    loader: LoaderClass = FAST_LOADER,
) -> Node:
    """Turn the bytes of one YAML document into a tree.

    A tab that does not indent a line is read as a space.

    Args:
        data: UTF-8, or UTF-16 with a byte order mark.
        source: what to call the input in problems, such as its path.
        max_bytes: how long `data` may be.
        max_nodes: how many keys, values, lists and mappings there may be.
        loader: whose parser to use; they differ in speed.

    Raises:
        InputRefusedError: with every problem that can be told from one reading.
    """
    findings = Findings(source)
    if len(data) > max_bytes:
        findings.stop(0, 0, over_size(max_bytes))
    text, is_shaky = check_text(decode(data, findings), findings)
    builder = _Builder(findings, max_nodes)
    try:
        _parse(text, loader, builder)
    except yaml.MarkedYAMLError as error:
        if not is_shaky:
            findings.stop(*reword(error))
    findings.check()
    return builder.finished()


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end was not met yet; in a mapping, keys and values take turns."""

    line: int
    column: int
    is_mapping: bool
    children: list[Node] = field(default_factory=list)
    key_lines: dict[str, int] = field(default_factory=dict)

    def wants_key(self) -> bool:
        return self.is_mapping and len(self.children) % 2 == 0

    def closed(self) -> Node:
        if not self.is_mapping:
            return Listing(tuple(self.children), self.line, self.column)
        pairs = zip(self.children[::2], self.children[1::2], strict=True)
        # A key that is no text was refused when it was met.
        entries = tuple((key, value) for key, value in pairs if isinstance(key, Text))
        return Mapping(entries, self.line, self.column)


class _Builder:
    """Builds the tree from events; when there were findings, `root` is not to be used."""

    def __init__(self, findings: Findings, max_nodes: int) -> None:
        self.root: Node | None = None
        self.line = 1
        self.column = 1
        self._findings = findings
        self._max_nodes = max_nodes
        self._nodes = 0
        self._added = 0
        self._open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        self.line, self.column = place_of(event.start_mark)
        if isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._put(self._open.pop().closed())
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            self.stop("a second document begins here; a file holds one")

    def finished(self) -> Node:
        root = self.root
        if root is None or (isinstance(root, Text) and not root.value and not root.quoted):
            self._findings.stop(0, 0, "the file is empty, or holds nothing but comments")
        return root

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > self._max_nodes:
            self.stop(f"there are more than {self._max_nodes:,} keys and values; split the file")
        if isinstance(event, yaml.AliasEvent):
            self._add("an alias (*name) is not used here; write it out, or quote the text")
            self._put(Text("", self.line, self.column))
            return
        if event.anchor is not None:
            self._add("an anchor (&name) is not used here; take it out, or quote the text")
        if getattr(event, "tag", None) is not None:
            self._add("a tag (!name) is not used here; take it out, or quote the text")
        if isinstance(event, yaml.ScalarEvent):
            self._put(self._text(event))
        else:
            self._open_collection(is_mapping=isinstance(event, yaml.MappingStartEvent))

    def _text(self, event: yaml.ScalarEvent) -> Text:
        # Escapes in double quotes make characters which `check_text` could not see.
        made = REFUSED.search(event.value) if event.style == '"' else None
        if made:
            self._add(why_refused(made[1]))
        text = Text(event.value, self.line, self.column, quoted=bool(event.style))
        if self._open and self._open[-1].wants_key():
            self._check_key(text, self._open[-1])
        return text

    def _check_key(self, key: Text, mapping: _Open) -> None:
        if not key.value.strip():
            self._add("a name is missing before the colon")
        elif key.value == "<<" and not key.quoted:
            self._add("'<<' (merge) is not used here; write the lines out")
        elif key.value in mapping.key_lines:
            first = mapping.key_lines[key.value]
            self._add(f"{_shown(key.value)} is already given in line {first}; keep one of them")
        else:
            mapping.key_lines[key.value] = key.line

    def _open_collection(self, *, is_mapping: bool) -> None:
        if self._open and self._open[-1].wants_key():
            self._add("a key has to be plain text, not a list or a mapping")
        if len(self._open) == MAX_DEPTH:
            self.stop(f"this is nested too deeply; at most {MAX_DEPTH} levels are read")
        self._open.append(_Open(self.line, self.column, is_mapping))

    def _put(self, node: Node) -> None:
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node

    def _add(self, message: str) -> None:
        self._findings.add(self.line, self.column, message)
        self._added += 1
        if self._added > MAX_PROBLEMS:
            self._findings.check()

    def stop(self, message: str) -> NoReturn:
        self._findings.stop(self.line, self.column, message)


def _parse(text: str, loader: LoaderClass, builder: _Builder) -> None:
    try:
        for event in yaml.parse(text, Loader=loader):
            builder.take(event)
    except (yaml.reader.ReaderError, ValueError, OverflowError):
        # The pure parser lets chr() complain about an escape such as "\UFFFFFFFF".
        builder.stop(NO_SUCH_ESCAPE)


def _shown(text: str) -> str:
    return repr(text) if len(text) <= _SHOWN_LENGTH else f"{text[:_SHOWN_LENGTH]!r}…"
