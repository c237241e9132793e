"""From planned exercises to the cards of the first page, and to what they are filtered by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.exercise import Aim, Equipment, Position, Sides
from backcare.core.search import AtMost, Choice, Traits, offered, search_text
from backcare.ui.exercise_rows import ExerciseRow
from backcare.ui.filter_panel import FilterGroup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backcare.core.exercise import Exercise
    from backcare.core.plan import Phase, PlannedExercise
    from backcare.core.routine import Catalogue
    from backcare.core.words import Words


class Cards:
    """Writes the cards for one catalogue."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self._catalogue = catalogue
        self._words = words
        self._texts: dict[str, str] = {}

    def row(self, key: str, number: int, entry: PlannedExercise, seconds: int) -> ExerciseRow:
        """One card; `number` is its place in the routine, 0 among all exercises."""
        words, exercise = self._words, entry.exercise
        return ExerciseRow(
            key=key,
            exercise=exercise.id,
            number=number,
            name=exercise.name,
            line=words.dose(entry) if number else words.position(exercise.position),
            position=exercise.position,
            heading=entry.item.heading,
            mark=self._mark(number, entry),
            traits=Traits(
                self._text(entry), exercise.position, exercise.aims, exercise.sides, seconds
            ),
            is_changed=bool(entry.dose.overridden),
            chair=Equipment.CHAIR in exercise.equipment,
            illustration=entry.illustration,
        )

    def groups(self, rows: Iterable[ExerciseRow]) -> tuple[FilterGroup, ...]:
        """What these cards can be filtered by."""
        return tuple(self._group(choices) for choices in offered(row.traits for row in rows))

    def _text(self, entry: PlannedExercise) -> str:
        """What it is found by; what stands in for an exercise, by the words of that as well."""
        text = self._text_of(entry.exercise)
        if entry.choice.swapped:
            text = f"{text} {self._text_of(entry.choice.original)}"
        return text

    def _text_of(self, exercise: Exercise) -> str:
        """Kept, as it takes long to make for a thousand of them."""
        if exercise.id not in self._texts:
            self._texts[exercise.id] = search_text(exercise, self._words)
        return self._texts[exercise.id]

    def _mark(self, number: int, entry: PlannedExercise) -> str:
        words = self._words
        if entry.choice.swapped:
            return words.translate("browse", "instead of {original}").format(
                original=entry.choice.original.name
            )
        if entry.dose.overridden:
            return words.translate("browse", "dose changed by you")
        if not number and entry.exercise.id in self._catalogue.own_exercises:
            return words.translate("browse", "your own")
        return ""

    def _group(self, choices: Sequence[Choice]) -> FilterGroup:
        titles = {
            Position: self._words.translate("browse", "Position"),
            Aim: self._words.translate("browse", "Aim"),
            Sides: self._words.translate("browse", "Sides"),
            AtMost: self._words.translate("browse", "Time"),
        }
        kind = type(choices[0])
        texts = tuple((choice, self._choice(choice)) for choice in choices)
        return FilterGroup(titles[kind], texts, one_only=kind is AtMost)

    def _choice(self, choice: Choice) -> str:
        words = self._words
        match choice:
            case Position():
                return words.position(choice)
            case Aim():
                return words.aim(choice)
            case Sides():
                return self._sides(choice)
            case AtMost():
                text = words.translate("browse", "up to {time}")
                return text.format(time=words.seconds(choice.seconds))

    def _sides(self, sides: Sides) -> str:
        translate = self._words.translate
        return {
            Sides.BOTH: translate("browse", "both sides at once"),
            Sides.EACH: translate("browse", "one side at a time"),
            Sides.ALTERNATING: translate("browse", "sides in turn"),
            Sides.NONE: translate("browse", "without sides"),
        }[sides]


def seconds_of(phases: Iterable[Phase]) -> dict[int, int]:
    """How long each exercise of a plan takes, by its place in the plan."""
    seconds: dict[int, int] = {}
    for phase in phases:
        seconds[phase.entry] = seconds.get(phase.entry, 0) + phase.seconds
    return seconds
