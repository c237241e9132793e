"""What the detail panel says of an exercise: from values to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.care import tags_that_apply
from backcare.core.exercise import Equipment, Exercise, Tag
from backcare.core.routine import Level
from backcare.ui.exercise_detail import ExerciseSheet

if TYPE_CHECKING:
    from collections.abc import Callable

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

    def sheet(self, entry: PlannedExercise, plan: Plan | None) -> ExerciseSheet:
        """All about an exercise of `plan`, or of the catalogue where there is no plan."""
        exercise, words = entry.exercise, self._words
        about = [words.position(exercise.position), *(words.aim(aim) for aim in exercise.aims)]
        line = " · ".join(about)
        if exercise.muscles:
            muscles = words.translate("browse", "Works on: {muscles}")
            line += "\n" + muscles.format(muscles=", ".join(exercise.muscles))
        return ExerciseSheet(
            exercise=exercise.id,
            name=exercise.name,
            position=exercise.position,
            about=line[:1].upper() + line[1:],
            steps=entry.steps,
            feel=exercise.feel,
            avoid=exercise.avoid,
            dose=words.dose(entry),
            dose_note=self._dose_note(entry, plan),
            cautions=self._cautions(exercise),
            notes=tuple(self._notes(entry)),
            chair=Equipment.CHAIR in exercise.equipment,
            shown=exercise,
            illustration=entry.illustration,
        )

    def _dose_note(self, entry: PlannedExercise, plan: Plan | None) -> str:
        words = self._words
        as_written = plan is not None and plan.level is Level.AS_WRITTEN
        if as_written and entry.item.limited:
            return entry.item.limited
        if entry.dose.overridden:
            return words.translate("browse", "You changed this dose.")
        if entry.dose.suggested & {"hold_seconds", "reps", "minutes"}:
            return words.translate("browse", "Suggested: the document gives no number for this.")
        return ""

    def _cautions(self, exercise: Exercise) -> tuple[str, ...]:
        """Those that concern this person first, then what everybody should know."""
        settings = self._preferences().settings
        tags = list(tags_that_apply(exercise, settings))
        if Tag.ADVANCED in exercise.tags and not settings.advanced_moves:
            tags.append(Tag.ADVANCED)
        return (*(self._words.care(tag) for tag in tags), *exercise.cautions)

    def _notes(self, entry: PlannedExercise) -> list[tuple[str, str]]:
        exercise, words = entry.exercise, self._words
        notes = []
        if entry.item.note:
            notes.append((words.translate("browse", "In this routine"), entry.item.note))
        for title, ids in (
            (words.translate("browse", "Easier"), exercise.easier),
            (words.translate("browse", "Harder"), exercise.harder),
        ):
            names = [self._catalogue.exercises[name].name for name in ids]
            if names:
                notes.append((title, ", ".join(names)))
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
