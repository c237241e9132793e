"""What the detail panel shows of one exercise, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from backcare.core.exercise import Exercise, Illustration, Position


@dataclass(frozen=True, slots=True)
class Show:
    """An exercise to be shown by the figure."""

    exercise: Exercise
    illustration: Illustration
    words: str
    moving: bool


MakeFigure = Callable[[Show], QWidget | None]
"""Makes a widget that shows it, if that is possible."""


@dataclass(frozen=True, slots=True)
class DoseNumber:
    """One number of the dose, to be changed right there.

    Attributes:
        field: as `core.dose.DoseOverride` names it.
        number: what applies now, from `low` to `high`.
        without: what applies when the person sets none.
        own: the person has set it.
    """

    field: str
    number: int
    low: int
    high: int
    without: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another exercise, to be looked at or done instead."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Swap:
    """An exercise and the one that may be done, or is done, instead of it."""

    original: Neighbour
    easier: Neighbour


class Role(Enum):
    """Why an exchange is told of on a sheet."""

    STANDS_IN = auto()
    REPLACED = auto()


@dataclass(frozen=True, slots=True)
class Exchange:
    """An exchange that takes effect.

    Attributes:
        role: whether the sheet is that of the exercise that stands in, or of the one replaced.
        by_person: the person has chosen it, and can undo it.
    """

    role: Role
    swap: Swap
    by_person: bool = True


@dataclass(frozen=True, slots=True)
class ExerciseSheet:
    """What is shown of an exercise, in words.

    Attributes:
        about: where the body is, and what for.
        dose: the whole dose in one line.
        dose_note: such as "suggested: the document gives no number", or empty.
        cautions: warnings for this person come first.
        notes: heading and text of what else is worth knowing: corrections, sources.
        numbers: what can be changed of the dose, in display order.
        per_side: a rep is done on each side.
        takes: how long the exercise takes in the routine, or empty.
        changed: what the person's own numbers replace, or empty.
        urgent: the cautions concern this person.
        easier, harder: nearest first.
        original: the exercise that another one may be done instead of, on this sheet.
        offer: what had better be done instead, where care is needed.
        exchanges: those that this sheet has to tell of.
        back: the exercise from which the person came to look at this one.
        shown, illustration: what the figure shows; None where there is no picture.
    """

    exercise: str
    name: str
    position: Position
    about: str
    steps: tuple[str, ...]
    feel: str
    avoid: str
    dose: str
    dose_note: str
    cautions: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    chair: bool = False
    shown: Exercise | None = None
    illustration: Illustration | None = None
    numbers: tuple[DoseNumber, ...] = ()
    per_side: bool = False
    takes: str = ""
    changed: str = ""
    urgent: bool = False
    easier: tuple[Neighbour, ...] = ()
    harder: tuple[Neighbour, ...] = ()
    original: Neighbour | None = None
    offer: Neighbour | None = None
    exchanges: tuple[Exchange, ...] = ()
    back: Neighbour | None = None

    def number(self, field: str) -> DoseNumber | None:
        """The number of that field; None where it means nothing here."""
        return next((each for each in self.numbers if each.field == field), None)
