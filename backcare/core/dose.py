"""Doses: how long, how often, how many; as given in a source and as used in a plan."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from typing import TypeVar

HOLD_LIMITS = (1, 600)
REPS_LIMITS = (1, 100)
SETS_LIMITS = (1, 20)
REST_LIMITS = (0, 600)
TEMPO_LIMITS = (1, 60)
MINUTES_LIMITS = (1, 180)

DEFAULT_TEMPO = (3, 3)
"""Seconds of each part of a slow move where nobody says: three there, three back."""


@dataclass(frozen=True, slots=True)
class Span:
    """A whole number, or a range of them: 15 is `Span(15, 15)`, 15-20 is `Span(15, 20)`."""

    low: int
    high: int

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.low > self.high:
            message = f"a range runs upwards, not {self.low}-{self.high}"
            raise ValueError(message)

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


class RangeChoice(Enum):
    """Which end of a range a plan takes."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"

    def pick(self, span: Span) -> int:
        """The number this choice takes from `span`; the middle is rounded down."""
        if self is RangeChoice.LOW:
            return span.low
        if self is RangeChoice.HIGH:
            return span.high
        return (span.low + span.high) // 2


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose as somebody gave it. None stands for "not given".

    Attributes:
        hold_seconds: how long one hold lasts.
        reps: repetitions in one set; per side where the exercise has sides.
        sets: how often the whole is done; a set holds both sides.
        rest_seconds: the pause between two reps on the same side; 0 is no pause.
        tempo_seconds: the parts of one slow move, such as 3 s up and 3 s down.
        minutes: the length of an activity such as walking.
    """

    hold_seconds: Span | None = None
    reps: Span | None = None
    sets: int | None = None
    rest_seconds: int | None = None
    tempo_seconds: tuple[int, ...] | None = None
    minutes: int | None = None

    def given(self) -> frozenset[str]:
        """The names of the fields that hold a value."""
        return frozenset(
            field.name for field in fields(self) if getattr(self, field.name) is not None
        )

    def completed_by(self, other: Dose) -> Dose:
        """This dose, with what it leaves open taken from `other`."""
        return Dose(
            **{
                field.name: _first(getattr(self, field.name), getattr(other, field.name))
                for field in fields(self)
            }
        )


@dataclass(frozen=True, slots=True)
class DoseOverride:
    """What a person set for one exercise. It wins over level and routine; None leaves as is."""

    hold_seconds: int | None = None
    reps: int | None = None
    sets: int | None = None
    rest_seconds: int | None = None
    minutes: int | None = None

    def given(self) -> frozenset[str]:
        """The names of the fields that hold a value."""
        return frozenset(
            field.name for field in fields(self) if getattr(self, field.name) is not None
        )


OVERRIDE_LIMITS = {
    "hold_seconds": HOLD_LIMITS,
    "reps": REPS_LIMITS,
    "sets": SETS_LIMITS,
    "rest_seconds": REST_LIMITS,
    "minutes": MINUTES_LIMITS,
}


def gentler(one: Dose, other: Dose) -> Dose:
    """The kinder of two doses, field by field.

    That is the smaller number, but the longer rest: a short pause is no kindness.
    A field that only one of them gives is taken from that one. Tempo has no kinder
    end; `one` wins.
    """
    return Dose(
        hold_seconds=_smaller_span(one.hold_seconds, other.hold_seconds),
        reps=_smaller_span(one.reps, other.reps),
        sets=_smaller(one.sets, other.sets),
        rest_seconds=_larger(one.rest_seconds, other.rest_seconds),
        tempo_seconds=_first(one.tempo_seconds, other.tempo_seconds),
        minutes=_smaller(one.minutes, other.minutes),
    )


_T = TypeVar("_T")


def _first(one: _T | None, other: _T | None) -> _T | None:
    return other if one is None else one


def _smaller(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return _first(one, other)
    return min(one, other)


def _larger(one: int | None, other: int | None) -> int | None:
    if one is None or other is None:
        return _first(one, other)
    return max(one, other)


def _smaller_span(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return _first(one, other)
    return Span(min(one.low, other.low), min(one.high, other.high))
