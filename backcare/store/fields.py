"""Reading the fields of a mapping by our schema; every complaint has its place.

Reading never stops at a problem: the report fills, a harmless value stands in, and
the caller refuses the file at the end with everything that is wrong with it.
"""

from __future__ import annotations

import difflib
import re
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from backcare.core.dose import Span
from backcare.store.findings import Findings
from backcare.store.number_text import (
    LONGEST_NUMBER,
    read_decimal,
    read_seconds,
    read_span,
    read_whole,
)
from backcare.store.yaml_reader import Listing, Mapping, Node, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from backcare.core.errors import Problem

_E = TypeVar("_E", bound=Enum)

ID_PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])")

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}


class Report:
    """What is wrong with one file so far, told by nodes."""

    def __init__(self, source: str) -> None:
        """Nothing is wrong with `source` yet."""
        self._findings = Findings(source)

    def add(self, node: Node, message: str) -> None:
        """Note a problem at the place of `node`."""
        self._findings.add(node.line, node.column, message)

    @property
    def problems(self) -> list[Problem]:
        """What was noted so far, in that order."""
        return self._findings.problems

    def raise_if_any(self) -> None:
        """Refuse the file when something is wrong with it.

        Raises:
            InputRefusedError: with the problems in the order of the file.
        """
        self._findings.check()


def closest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that was probably meant, or nothing."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean {found[0]!r}?" if found else ""


def shown(text: str) -> str:
    """A value as it stands in a message: quoted, and cut when long."""
    limit = 40
    return repr(text if len(text) <= limit else text[: limit - 1] + "\u2026")


class Fields:
    """The fields of one mapping. Each is taken once; `end` complains about the rest."""

    def __init__(self, node: Node, what: str, report: Report) -> None:
        self.node = node
        self._what = what
        self._report = report
        self._found: dict[str, tuple[Text, Node]] = {}
        self._asked: list[str] = []
        if isinstance(node, Mapping):
            self._found = {key.value: (key, value) for key, value in node.entries}
        else:
            report.add(node, f"{what} is a list of fields such as 'name: ...', not {kind_of(node)}")

    def take(self, name: str, *, required: bool = False) -> Node | None:
        """The node of a field, or None where the field is missing."""
        self._asked.append(name)
        if name in self._found:
            return self._found[name][1]
        if required and isinstance(self.node, Mapping):
            self._report.add(self.node, f"{self._what} needs the field {name!r}")
        return None

    def has(self, name: str) -> bool:
        """Whether the field stands in the file."""
        return name in self._found

    def complain(self, name: str, message: str) -> None:
        """Note a problem with a field, at its value."""
        self._report.add(self._found[name][1] if name in self._found else self.node, message)

    def end(self) -> None:
        """Complain about fields that nobody asked for."""
        for name, (key, _) in self._found.items():
            if name not in self._asked:
                hint = closest(name, self._asked) or f"; known are {', '.join(self._asked)}"
                self._report.add(key, f"{self._what} has no field {shown(name)}{hint}")

    # Texts

    def text(self, name: str, longest: int, *, required: bool = False) -> str:
        """A text of at most `longest` characters; empty where missing."""
        node = self.take(name, required=required)
        return "" if node is None else read_text(node, name, longest, self._report)

    def texts(self, name: str, longest: int, most: int, fewest: int = 0) -> tuple[str, ...]:
        """A list of `fewest` to `most` texts of at most `longest` characters each."""
        node = self.take(name, required=fewest > 0)
        if node is None:
            return ()
        items = self._items(node, name)
        if items is not None and not fewest <= len(items) <= most:
            self._report.add(node, f"{name} has {fewest} to {most} entries, not {len(items)}")
        return tuple(read_text(item, name, longest, self._report) for item in items or ())

    def ids(self, name: str) -> tuple[Text, ...]:
        """A list of ids, with their places."""
        node = self.take(name)
        items = (self._items(node, name) or ()) if node is not None else ()
        found = []
        for item in items:
            if isinstance(item, Text):
                found.append(item)
            else:
                self._report.add(item, f"{name} holds ids, not {kind_of(item)}")
        return tuple(found)

    def children(self, name: str, *, required: bool = False) -> tuple[Node, ...]:
        """The nodes of a list."""
        node = self.take(name, required=required)
        return (self._items(node, name) or ()) if node is not None else ()

    def _items(self, node: Node, name: str) -> tuple[Node, ...] | None:
        if isinstance(node, Listing):
            return node.items
        self._report.add(node, f"{name} is a list, written [one, two] or with dashes")
        return None

    # Words with a fixed meaning

    def choice(self, name: str, kind: type[_E], *, required: bool = False) -> _E | None:
        """One of the members of an enum, by its value."""
        node = self.take(name, required=required)
        return None if node is None else self._member(node, name, kind)

    def choices(self, name: str, kind: type[_E]) -> tuple[_E, ...]:
        """A list of members of an enum."""
        found = (self._member(node, name, kind) for node in self.children(name))
        return tuple(member for member in found if member is not None)

    def word(self, name: str, allowed: Sequence[str], *, required: bool = False) -> str:
        """One of some words; empty where missing."""
        node = self.take(name, required=required)
        return "" if node is None else self._one_of(node, name, allowed) or ""

    def words(self, name: str, allowed: Sequence[str]) -> tuple[str, ...]:
        """A list of some words."""
        found = (self._one_of(node, name, allowed) for node in self.children(name))
        return tuple(word for word in found if word is not None)

    def flag(self, name: str) -> bool:
        """`yes` or `no`; no where missing."""
        node = self.take(name)
        if node is None:
            return False
        if isinstance(node, Text) and node.value.lower() in _YES_NO:
            return _YES_NO[node.value.lower()]
        self._report.add(node, f"{name} is yes or no, not {kind_of(node)}")
        return False

    def _member(self, node: Node, name: str, kind: type[_E]) -> _E | None:
        word = self._one_of(node, name, [str(member.value) for member in kind])
        return None if word is None else kind(word)

    def _one_of(self, node: Node, name: str, allowed: Sequence[str]) -> str | None:
        if isinstance(node, Text) and node.value in allowed:
            return node.value
        hint = closest(node.value, allowed) if isinstance(node, Text) else ""
        self._report.add(node, f"{name} is one of {', '.join(allowed)}, not {kind_of(node)}{hint}")
        return None

    # Numbers

    def whole(self, name: str, limits: tuple[int, int]) -> int | None:
        """A whole number within `limits`."""
        return self._numeric(name, lambda text: read_whole(text, limits), _allowed(name, limits))

    def decimal(self, name: str, limits: tuple[int, int]) -> float | None:
        """A number within `limits`, such as -12.5."""
        allowed = f"{name} is a number from {limits[0]} to {limits[1]}"
        return self._numeric(name, lambda text: read_decimal(text, limits), allowed)

    def duration(self, name: str, limits: tuple[int, int]) -> int | None:
        """A length of time in seconds: 90, 90 s or 1:30."""
        allowed = f"{name} is {limits[0]} to {limits[1]} seconds, such as 15, 15 s or 1:30"
        return self._numeric(name, lambda text: read_seconds(text, limits), allowed)

    def span(self, name: str, limits: tuple[int, int]) -> Span | None:
        """A whole number or a range such as 8-10."""
        allowed = f"{_allowed(name, limits)}, or a range such as 8-10"
        return self._numeric(name, lambda text: read_span(text, limits, read_whole), allowed)

    def duration_span(self, name: str, limits: tuple[int, int]) -> Span | None:
        """A length of time or a range such as 15-20 s."""
        allowed = f"{name} is {limits[0]} to {limits[1]} seconds, such as 15, 15 s, 1:30 or 15-20"
        return self._numeric(name, lambda text: read_span(text, limits, read_seconds), allowed)

    def durations(self, name: str, limits: tuple[int, int], most: int) -> tuple[int, ...] | None:
        """A list of one to `most` lengths of time."""
        node = self.take(name)
        if node is None:
            return None
        items = self._items(node, name)
        if items is None:
            return None
        if not 1 <= len(items) <= most:
            self._report.add(node, f"{name} has 1 to {most} parts, not {len(items)}")
        allowed = f"a part of {name} is {limits[0]} to {limits[1]} seconds"
        parts = [
            self._number_at(item, lambda text: read_seconds(text, limits), allowed)
            for item in items
        ]
        return tuple(part for part in parts if part is not None) or None

    def _numeric(self, name: str, parse: Callable[[str], _N | None], allowed: str) -> _N | None:
        node = self.take(name)
        return None if node is None else self._number_at(node, parse, allowed)

    def _number_at(self, node: Node, parse: Callable[[str], _N | None], allowed: str) -> _N | None:
        short = isinstance(node, Text) and len(node.value) <= LONGEST_NUMBER
        value = parse(node.value) if isinstance(node, Text) and short else None
        if value is None:
            self._report.add(node, f"{allowed}; not {kind_of(node)}")
        return value


_N = TypeVar("_N", int, float, Span)


def kind_of(node: Node) -> str:
    """What a node is, in words."""
    if isinstance(node, Mapping):
        return "a group of fields"
    return "a list" if isinstance(node, Listing) else shown(node.value)


def read_text(node: Node, name: str, longest: int, report: Report) -> str:
    """The text at `node`, its white space folded; empty where there is none."""
    if not isinstance(node, Text):
        report.add(node, f"{name} is text, not {kind_of(node)}")
        return ""
    value = " ".join(node.value.split())
    if not value:
        report.add(node, f"{name} is empty")
    elif len(value) > longest:
        report.add(node, f"{name} has at most {longest} characters, not {len(value)}")
    return value


def _allowed(name: str, limits: tuple[int, int]) -> str:
    return f"{name} is a whole number from {limits[0]} to {limits[1]}"
