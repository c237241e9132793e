"""Numbers as they are typed: whole ones, decimals, lengths of time and ranges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from backcare.core.dose import Span

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NUMBER = 24
"""No number that means something is longer; patterns never see more."""

_NUMBER = re.compile(r"0|[1-9][0-9]{0,5}")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,6})?")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_SECONDS_SUFFIX = re.compile(r"\s*(?:s|sec|seconds?)$")
_RANGE = re.compile(r"\s*(?:-|\u2013)\s*")


def read_whole(text: str, limits: tuple[int, int]) -> int | None:
    """A whole number within `limits`; None for anything else."""
    if not _NUMBER.fullmatch(text):
        return None
    value = int(text)
    return value if limits[0] <= value <= limits[1] else None


def read_decimal(text: str, limits: tuple[int, int]) -> float | None:
    """A number within `limits`, with or without a sign and decimals; None for anything else."""
    if not _DECIMAL.fullmatch(text):
        return None
    value = float(text)
    return value if limits[0] <= value <= limits[1] else None


def read_seconds(text: str, limits: tuple[int, int]) -> int | None:
    """A length of time within `limits`, in seconds: 90, 90 s or 1:30; None for anything else."""
    clock = _CLOCK.fullmatch(text)
    if clock:
        value = 60 * int(clock[1]) + int(clock[2])
        return value if limits[0] <= value <= limits[1] else None
    return read_whole(_SECONDS_SUFFIX.sub("", text), limits)


def read_span(
    text: str, limits: tuple[int, int], parse: Callable[[str, tuple[int, int]], int | None]
) -> Span | None:
    """One number or two with a dash between them, each read by `parse`; None for anything else."""
    parts = [parse(part, limits) for part in _RANGE.split(text.strip())]
    values = [part for part in parts if part is not None]
    if len(values) != len(parts) or len(parts) not in (1, 2) or values[0] > values[-1]:
        return None
    return Span(values[0], values[-1])
