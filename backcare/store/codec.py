"""Frozen dataclasses to plain JSON values and back, by the types of their fields.

Only for files that we wrote ourselves from checked values: a value of the wrong
shape is an error of the file as a whole, not something to explain to a person.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from typing import Any

Decoder = Callable[[Any], Any]


def to_plain(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """`value` in dicts, lists, texts, numbers and booleans; default fields are left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if is_dataclass(value):
        return {
            entry.name: to_plain(getattr(value, entry.name))
            for entry in fields(value)
            if entry.default is MISSING or getattr(value, entry.name) != entry.default
        }
    return value


class Codec:
    """Reads plain values back; decoders are made once per type."""

    def __init__(self) -> None:
        self._decoders: dict[Any, Decoder] = {}

    def from_plain(self, kind: Any, plain: Any) -> Any:  # noqa: ANN401 - any dataclass
        """The value of type `kind` that `to_plain` made `plain` of.

        Raises:
            KeyError, TypeError, ValueError, AttributeError: `plain` was made of
                something else.
        """
        return self._decoder(kind)(plain)

    def shape(self, kind: type) -> str:
        """A text that changes when the fields of `kind`, or of what it holds, change."""
        hints = typing.get_type_hints(kind)
        inner = sorted(self._dataclasses_in(hints.values()), key=lambda cls: cls.__name__)
        own = ",".join(f"{name}:{hint}" for name, hint in hints.items())
        return f"{kind.__name__}({own})" + "".join(self.shape(cls) for cls in inner)

    def _dataclasses_in(self, hints: typing.Iterable[Any]) -> set[type]:
        found: set[type] = set()
        for hint in hints:
            if is_dataclass(hint):
                found.add(typing.cast("type", hint))
            found |= self._dataclasses_in(typing.get_args(hint))
        return found

    def _decoder(self, kind: Any) -> Decoder:  # noqa: ANN401
        if kind not in self._decoders:
            self._decoders[kind] = self._make(kind)
        return self._decoders[kind]

    def _make(self, kind: Any) -> Decoder:  # noqa: ANN401
        origin, args = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            (some,) = (arg for arg in args if arg is not type(None))
            decode = self._decoder(some)
            return lambda plain: None if plain is None else decode(plain)
        if origin in (tuple, frozenset):
            decode = self._decoder(args[0])
            return lambda plain: origin([decode(item) for item in plain])
        if origin is dict:
            decode = self._decoder(args[1])
            return lambda plain: {key: decode(item) for key, item in plain.items()}
        if isinstance(kind, type) and issubclass(kind, Enum):
            members = {member.value: member for member in kind}
            return lambda plain: members[plain]
        if is_dataclass(kind):
            return self._dataclass(typing.cast("type", kind))
        return lambda plain: plain

    def _dataclass(self, kind: type) -> Decoder:
        decoders = {name: self._decoder(hint) for name, hint in typing.get_type_hints(kind).items()}
        return lambda plain: kind(**{name: decoders[name](value) for name, value in plain.items()})
