"""What stands in the detail panel: the chosen card's exercise, or one that was asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.core.planning import build_plan
from backcare.core.routine import Routine, RoutineItem
from backcare.core.settings import CareChoice, Preferences

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.controllers.sheets import Sheets
    from backcare.core.plan import Plan, PlannedExercise
    from backcare.core.routine import Catalogue
    from backcare.ui.exercise_detail import ExerciseDetail


class Detailing:
    """Shows the sheet of a card, and on asking that of another exercise with a way back."""

    def __init__(
        self,
        detail: ExerciseDetail,
        catalogue: Catalogue,
        sheets: Sheets,
        preferences: Callable[[], Preferences],
    ) -> None:
        self._detail = detail
        self._catalogue = catalogue
        self._sheets = sheets
        self._preferences = preferences
        self._key = ""
        self._entry: PlannedExercise | None = None
        self._plan: Plan | None = None
        self._asked = ""
        detail.exercise_asked.connect(self.ask)

    def show(self, key: str, entry: PlannedExercise | None, plan: Plan | None) -> None:
        """Show the card of that key; the same one again keeps what was asked for."""
        if key != self._key:
            self._asked = ""
        self._key, self._entry, self._plan = key, entry, plan
        if entry is None:
            self._detail.show_sheet(None)
        elif self._asked:
            self._show_asked(entry)
        else:
            self._detail.show_sheet(self._sheets.sheet(entry, plan))

    def ask(self, exercise_id: str) -> None:
        """Show another exercise; the card's own is the way back."""
        entry = self._entry
        if entry is None or exercise_id not in self._catalogue.exercises:
            return
        self._asked = "" if exercise_id == entry.exercise.id else exercise_id
        self.show(self._key, entry, self._plan)

    def _show_asked(self, base: PlannedExercise) -> None:
        plan = self._plan
        planned = plan.entries if plan is not None else ()
        here = next((each for each in planned if each.exercise.id == self._asked), None)
        if here is not None:
            sheet = self._sheets.sheet(here, plan, back=base.exercise.id)
        else:
            entry = entry_of(self._asked, self._catalogue, self._preferences())
            sheet = self._sheets.sheet(entry, None, back=base.exercise.id)
        self._detail.show_sheet(sheet)


def entry_of(exercise_id: str, catalogue: Catalogue, preferences: Preferences) -> PlannedExercise:
    """An exercise as the whole catalogue shows it: nothing is exchanged or left out."""
    routine = Routine("", "", "", (RoutineItem(exercise_id),))
    whole = without_care(preferences)
    return build_plan(routine, catalogue, whole, preferences.settings.level).entries[0]


def without_care(preferences: Preferences) -> Preferences:
    """The same person looking at the whole catalogue."""
    shown = replace(preferences.settings, care_choice=CareChoice.SHOW)
    return replace(preferences, settings=shown, swaps={})
