"""Routines: ordered lists of exercises, each with the dose its author prescribes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from backcare.core.dose import Dose
from backcare.core.exercise import Exercise, Side, SideOrder


class Level(Enum):
    """Which dose a routine takes."""

    GENTLE = "gentle"
    AS_WRITTEN = "as-written"


@dataclass(frozen=True, slots=True)
class RoutineItem:
    """One exercise of a routine.

    Attributes:
        dose: what the routine's author prescribes; fields not given stay None.
        order: overrides the exercise's side order.
        first_side: the side that begins.
        heading: the section that starts with this item, or empty.
        variant: id of the exercise's variant that the author shows, or empty.
        note: a word on doing it here, such as how to breathe.
        limited: why the prescribed dose was cut down for safety, or empty.
        wait: the session waits for the person before this exercise.
    """

    exercise: str
    dose: Dose = Dose()
    order: SideOrder | None = None
    first_side: Side = Side.LEFT
    heading: str = ""
    variant: str = ""
    note: str = ""
    limited: str = ""
    wait: bool = False


@dataclass(frozen=True, slots=True)
class Routine:
    """An ordered list of exercises. `source` is the id of the document it follows, or empty."""

    id: str
    name: str
    summary: str
    items: tuple[RoutineItem, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything there is to do, in the order of the files; own entries follow the shipped.

    Attributes:
        documents: titles of the documents the routines follow, by id.
        references: names of the public guidance that default doses rest on, by id.
        own_exercises, own_routines: ids of those that came from the person's own files.
    """

    exercises: dict[str, Exercise] = field(default_factory=dict)
    routines: dict[str, Routine] = field(default_factory=dict)
    documents: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)
    own_exercises: frozenset[str] = frozenset()
    own_routines: frozenset[str] = frozenset()
