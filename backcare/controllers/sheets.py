"""What the detail panel says of an exercise: from values to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.controllers.dose_telling import DoseTelling
from backcare.core.care import kinder, replacement, tags_that_apply
from backcare.core.exercise import Equipment, Exercise, Tag
from backcare.ui.exercise_sheet import (
    Exchange,
    ExerciseSheet,
    Neighbour,
    Role,
    Swap,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from backcare.core.plan import Plan, PlannedExercise
    from backcare.core.routine import Catalogue
    from backcare.core.settings import Preferences
    from backcare.core.words import Words


class Sheets:
    """Writes the sheets for one catalogue and one person."""

    def __init__(
        self, catalogue: Catalogue, words: Words, preferences: Callable[[], Preferences]
    ) -> None:
        self._catalogue = catalogue
        self._words = words
        self._preferences = preferences
        self._doses = DoseTelling(words, preferences)

    def sheet(self, entry: PlannedExercise, plan: Plan | None, back: str = "") -> ExerciseSheet:
        """All about an exercise of `plan`, or of the catalogue where there is no plan.

        `back` is the exercise from which the person came, where there is a way back.
        """
        exercise, words = entry.exercise, self._words
        about = [words.position(exercise.position), *(words.aim(aim) for aim in exercise.aims)]
        line = " · ".join(about)
        dose = self._doses.tell(entry, plan)
        urgent = self._cautions_for_person(exercise)
        return ExerciseSheet(
            exercise=exercise.id,
            name=exercise.name,
            position=exercise.position,
            about=line[:1].upper() + line[1:],
            steps=entry.steps,
            feel=exercise.feel,
            avoid=exercise.avoid,
            dose=words.dose(entry),
            dose_note=dose.note,
            cautions=(*urgent, *exercise.cautions),
            notes=tuple(self._notes(entry)),
            chair=Equipment.CHAIR in exercise.equipment,
            shown=exercise,
            illustration=entry.illustration,
            numbers=dose.numbers,
            per_side=exercise.has_sides,
            takes=dose.takes,
            changed=dose.changed,
            urgent=bool(urgent),
            easier=self._neighbours(exercise.easier),
            harder=self._neighbours(exercise.harder),
            original=_as_neighbour(exercise if plan is None else entry.choice.original),
            offer=self._offer(exercise) if urgent else None,
            exchanges=self._exchanges(entry, plan),
            back=_as_neighbour(self._catalogue.exercises[back]) if back else None,
        )

    # Care, and what is done instead

    def _cautions_for_person(self, exercise: Exercise) -> tuple[str, ...]:
        settings = self._preferences().settings
        tags = list(tags_that_apply(exercise, settings))
        if Tag.ADVANCED in exercise.tags and not settings.advanced_moves:
            tags.append(Tag.ADVANCED)
        return tuple(self._words.care(tag) for tag in tags)

    def _offer(self, exercise: Exercise) -> Neighbour | None:
        """What had better be done, unless something stands in already."""
        preferences = self._preferences()
        easier = kinder(exercise, self._catalogue, preferences.settings)
        if easier is None or exercise.id in self._own_swaps():
            return None
        return _as_neighbour(easier)

    def _own_swaps(self) -> dict[str, Exercise]:
        """What the person does instead, by what it replaces; only where both are known."""
        swaps, known = self._preferences().swaps, self._catalogue.exercises
        found = {
            name: replacement(known[name], self._catalogue, swaps)
            for name in swaps
            if name in known
        }
        return {name: easier for name, easier in found.items() if easier.id != name}

    def _exchanges(self, entry: PlannedExercise, plan: Plan | None) -> tuple[Exchange, ...]:
        exercise, choice = entry.exercise, entry.choice
        if plan is not None and entry in plan.entries:
            if not choice.swapped:
                return ()
            swap = Swap(_as_neighbour(choice.original), _as_neighbour(exercise))
            return (Exchange(Role.STANDS_IN, swap, choice.by_person),)
        own = self._own_swaps()
        found = []
        if exercise.id in own:
            swap = Swap(_as_neighbour(exercise), _as_neighbour(own[exercise.id]))
            found.append(Exchange(Role.REPLACED, swap))
        for name, easier in own.items():
            if easier.id == exercise.id:
                swap = Swap(_as_neighbour(self._catalogue.exercises[name]), _as_neighbour(exercise))
                found.append(Exchange(Role.STANDS_IN, swap))
        return tuple(found)

    def _neighbours(self, ids: Sequence[str]) -> tuple[Neighbour, ...]:
        known = self._catalogue.exercises
        return tuple(_as_neighbour(known[name]) for name in ids if name in known)

    # What else is worth knowing

    def _notes(self, entry: PlannedExercise) -> list[tuple[str, str]]:
        exercise, words = entry.exercise, self._words
        notes = []
        if entry.item.note:
            notes.append((words.translate("browse", "In this routine"), entry.item.note))
        if exercise.muscles:
            muscles = ", ".join(exercise.muscles)
            notes.append((words.translate("browse", "Works on"), _sentence(muscles)))
        notes += [
            (words.translate("browse", "What we changed"), f"{change.change} {change.reason}")
            for change in exercise.corrections
        ]
        if exercise.sources:
            notes.append((words.translate("browse", "From"), self._sources(exercise)))
        return notes

    def _sources(self, exercise: Exercise) -> str:
        documents = self._catalogue.documents
        titles = dict.fromkeys(
            documents.get(source.split(".")[0], source) for source in exercise.sources
        )
        text = "; ".join(titles)
        names = [self._catalogue.references[name] for name in exercise.guidance]
        if not names:
            return text
        dose = self._words.translate("browse", "Default dose: general guidance such as {names}")
        return f"{text}. {dose.format(names='; '.join(names))}"


def _as_neighbour(exercise: Exercise) -> Neighbour:
    return Neighbour(exercise.id, exercise.name)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
