"""The first page: from the catalogue and a person's choices to what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.controllers.sheets import Sheets
from backcare.core.exercise import Equipment, Position
from backcare.core.illustrations import illustration_of
from backcare.core.planning import build_plan
from backcare.core.routine import Level, Routine, RoutineItem
from backcare.core.search import search_text
from backcare.core.settings import CareChoice, Preferences
from backcare.ui.browse_page import BrowseHeading, BrowsePage
from backcare.ui.exercise_rows import ExerciseRow
from backcare.ui.routine_list import RoutineRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.plan import Plan, PlannedExercise
    from backcare.core.routine import Catalogue
    from backcare.core.words import Words

ALL_EXERCISES = "*"
"""Stands for the whole catalogue where a routine's id is asked for; no id looks so."""


class Browsing:
    """Fills a BrowsePage. Whoever owns the preferences calls `refresh` when they change."""

    def __init__(
        self,
        page: BrowsePage,
        catalogue: Catalogue,
        words: Words,
        preferences: Callable[[], Preferences],
    ) -> None:
        self._page = page
        self._catalogue = catalogue
        self._words = words
        self._preferences = preferences
        self._chosen = ""
        self._plan: Plan | None = None
        self._entries: dict[str, PlannedExercise] = {}
        self._sheets = Sheets(catalogue, words, preferences)
        page.routines.chosen.connect(self._on_chosen)
        page.exercises.chosen.connect(self._on_exercise_chosen)

    @property
    def plan(self) -> Plan | None:
        """The plan of the chosen routine; None while all exercises are shown."""
        return self._plan

    @property
    def chosen(self) -> str:
        """The id of the chosen routine, or ALL_EXERCISES."""
        return self._chosen

    def choose(self, name: str) -> None:
        """Choose a routine; an unknown one is the first."""
        routines = self._catalogue.routines
        self._show_routines()
        known = name in routines or name == ALL_EXERCISES
        self._page.routines.choose(name if known else next(iter(routines), ALL_EXERCISES))

    def refresh(self) -> None:
        """Show again what depends on the preferences."""
        self._show_routines()
        self._show_chosen()

    # The left

    def _show_routines(self) -> None:
        words, own = self._words, self._catalogue.own_routines
        shipped = [r for r in self._catalogue.routines.values() if r.id not in own]
        mine = [r for r in self._catalogue.routines.values() if r.id in own]
        rows = [RoutineRow("", words.translate("browse", "ROUTINES"))]
        rows += [self._routine_row(routine) for routine in shipped]
        if mine:
            rows.append(RoutineRow("", words.translate("browse", "MY ROUTINES")))
            rows += [self._routine_row(routine) for routine in mine]
        rows.append(RoutineRow("", ""))
        count = len(self._catalogue.exercises)
        line = words.translate("words", "{count} exercises").format(count=count)
        rows.append(RoutineRow(ALL_EXERCISES, words.translate("browse", "All exercises"), line))
        self._page.routines.rows.set_rows(tuple(rows))

    def _routine_row(self, routine: Routine) -> RoutineRow:
        plan = build_plan(routine, self._catalogue, self._preferences())
        return RoutineRow(routine.id, routine.name, self._words.routine_line(plan))

    def _on_chosen(self, name: str) -> None:
        self._chosen = name
        self._page.clear_filter()
        self._show_chosen()

    # The middle

    def _show_chosen(self) -> None:
        if self._chosen in self._catalogue.routines:
            self._show_routine(self._catalogue.routines[self._chosen])
        elif self._chosen == ALL_EXERCISES:
            self._show_all()

    def _show_routine(self, routine: Routine) -> None:
        plan = build_plan(routine, self._catalogue, self._preferences())
        self._plan = plan
        self._entries = {f"{routine.id} {place}": entry for place, entry in enumerate(plan.entries)}
        self._page.show_heading(self._heading(plan))
        rows = [
            self._row(key, number, entry)
            for number, (key, entry) in enumerate(self._entries.items(), 1)
        ]
        self._page.show_exercises(tuple(rows))
        self._show_detail()

    def _show_all(self) -> None:
        self._plan = None
        preferences = self._preferences()
        level = preferences.settings.level
        words = self._words
        self._entries = {}
        for exercise in self._catalogue.exercises.values():
            item = RoutineItem(exercise.id)
            plan = build_plan(
                Routine("", "", "", (item,)), self._catalogue, _without_care(preferences), level
            )
            self._entries[exercise.id] = plan.entries[0]
        self._page.show_heading(
            BrowseHeading(
                title=words.translate("browse", "All exercises"),
                line=words.translate("words", "{count} exercises").format(count=len(self._entries)),
            )
        )
        rows = [self._row(key, 0, entry) for key, entry in self._entries.items()]
        self._page.show_exercises(tuple(rows))
        self._show_detail()

    def _heading(self, plan: Plan) -> BrowseHeading:
        words = self._words
        levels = []
        for level in Level:
            at_level = build_plan(plan.routine, self._catalogue, self._preferences(), level)
            time = words.about(at_level.total_seconds)
            levels.append((level, f"{words.level(level)} · {time}"))
        return BrowseHeading(
            title=plan.routine.name,
            line=words.routine_line(plan),
            summary=plan.routine.summary,
            levels=tuple(levels),
            level=plan.level,
            can_start=bool(plan.phases),
            lay_out=self._lay_out(plan),
            notice=self._notice(plan),
        )

    def _lay_out(self, plan: Plan) -> str:
        things = dict.fromkeys(thing for e in plan.entries for thing in e.exercise.equipment)
        clear = self._words.translate("browse", "Wear something loose and clear the floor.")
        if not things:
            return clear
        named = ", ".join(self._words.equipment(thing) for thing in things)
        lay_out = self._words.translate("browse", "Lay out: {things}.").format(things=named)
        return f"{lay_out} {clear}"

    def _notice(self, plan: Plan) -> str:
        """What this person's plan does differently, and that it does."""
        words = self._words
        swapped = sum(entry.choice.swapped for entry in plan.entries)
        parts = []
        if swapped:
            parts.append(words.translate("browse", "{count} exchanged").format(count=swapped))
        if plan.left_out:
            names = ", ".join(choice.original.name for choice in plan.left_out)
            parts.append(words.translate("browse", "without {names}").format(names=names))
        if not parts:
            return ""
        return words.translate("browse", "Adapted to you: {changes}").format(
            changes=", ".join(parts)
        )

    def _row(self, key: str, number: int, entry: PlannedExercise) -> ExerciseRow:
        words, exercise = self._words, entry.exercise
        mark = ""
        if entry.choice.swapped:
            mark = words.translate("browse", "instead of {original}").format(
                original=entry.choice.original.name
            )
        elif entry.dose.overridden:
            mark = words.translate("browse", "dose changed by you")
        elif not number and exercise.id in self._catalogue.own_exercises:
            mark = words.translate("browse", "your own")
        return ExerciseRow(
            key=key,
            exercise=exercise.id,
            number=number,
            name=exercise.name,
            line=words.dose(entry) if number else words.position(exercise.position),
            position=exercise.position,
            heading=entry.item.heading,
            mark=mark,
            haystack=search_text(exercise, words),
            chair=Equipment.CHAIR in exercise.equipment,
            illustration=illustration_of(exercise, entry.item.variant),
        )

    # The right

    def _on_exercise_chosen(self, key: str) -> None:
        entry = self._entries.get(key)
        self._page.detail.show_sheet(
            None if entry is None else self._sheets.sheet(entry, self._plan)
        )

    def _show_detail(self) -> None:
        row = self._page.exercises.currentIndex()
        if row.isValid():
            self._on_exercise_chosen(self._page.exercises.current_key())


def _without_care(preferences: Preferences) -> Preferences:
    """The same person looking at the whole catalogue, where nothing is swapped or left out."""
    shown = replace(preferences.settings, care_choice=CareChoice.SHOW)
    return replace(preferences, settings=shown)


def positions(catalogue: Catalogue, words: Words) -> tuple[tuple[Position, str], ...]:
    """The positions that occur, to choose from."""
    used = {exercise.position for exercise in catalogue.exercises.values()}
    return tuple((position, words.position(position)) for position in Position if position in used)
