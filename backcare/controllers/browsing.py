"""The first page: from the catalogue and a person's choices to what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.controllers.cards import Cards, seconds_of
from backcare.controllers.detailing import Detailing, without_care
from backcare.controllers.headings import Headings
from backcare.controllers.sheets import Sheets
from backcare.core import excerpt
from backcare.core.planning import build_plan
from backcare.core.routine import Routine, RoutineItem
from backcare.ui.routine_rows import RoutineRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.exercise import Illustration
    from backcare.core.plan import Plan, PlannedExercise
    from backcare.core.routine import Catalogue
    from backcare.core.settings import Preferences
    from backcare.core.words import Words
    from backcare.ui.browse_page import BrowsePage
    from backcare.ui.exercise_rows import ExerciseRow

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
        self._cards = Cards(catalogue, words)
        self._headings = Headings(catalogue, words, preferences)
        self._kept: tuple[Preferences, dict[str, Plan]] | None = None
        sheets = Sheets(catalogue, words, preferences)
        self._detailing = Detailing(page.detail, catalogue, sheets, preferences)
        page.routines.chosen.connect(self._on_chosen)
        page.exercises.chosen.connect(self._on_exercise_chosen)
        page.nothing_found.connect(self._count_elsewhere)
        page.everywhere_requested.connect(self._look_everywhere)

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

    # Parts of a routine

    def plan_from(self, key: str) -> Plan | None:
        """The plan of the chosen routine from the card of that key on.

        None where there is no such card, or no routine.
        """
        if self._plan is None or key not in self._entries:
            return None
        place = list(self._entries).index(key)
        return excerpt.plan_from(self._plan, place, self._catalogue, self._preferences())

    def plan_only(self, key: str) -> Plan | None:
        """The plan of the one exercise on the card of that key; None where there is none."""
        if key not in self._entries:
            return None
        if self._plan is not None:
            place = list(self._entries).index(key)
            return excerpt.plan_only(self._plan, place, self._catalogue, self._preferences())
        return self._whole()[key]

    # The routines

    def _show_routines(self) -> None:
        words, own = self._words, self._catalogue.own_routines
        shipped = [r for r in self._catalogue.routines.values() if r.id not in own]
        mine = [r for r in self._catalogue.routines.values() if r.id in own]
        shown: set[Illustration] = set()
        rows: list[RoutineRow] = []
        for title, routines in (
            (words.translate("browse", "ROUTINES"), shipped),
            (words.translate("browse", "MY ROUTINES"), mine),
        ):
            if routines:
                rows.append(RoutineRow("", title))
                rows += [self._routine_row(routine, shown) for routine in routines]
        if rows:
            rows.append(RoutineRow("", ""))
        everything = self._headings.of_all()
        rows.append(RoutineRow(ALL_EXERCISES, everything.title, everything.line, icon="list"))
        self._page.routines.rows.set_rows(tuple(rows))

    def _routine_row(self, routine: Routine, shown: set[Illustration]) -> RoutineRow:
        """The row of a routine, with a picture that none of the rows above it has."""
        plan = build_plan(routine, self._catalogue, self._preferences())
        pictures = [entry.illustration for entry in plan.entries if entry.illustration is not None]
        new = [picture for picture in pictures if picture not in shown]
        picture = next(iter(new or pictures), None)
        if picture is not None:
            shown.add(picture)
        line = self._words.routine_line(plan)
        return RoutineRow(routine.id, routine.name, line, picture, "mat")

    def _on_chosen(self, name: str) -> None:
        self._chosen = name
        self._page.clear_filter()
        self._show_chosen()

    # The cards

    def _show_chosen(self) -> None:
        if self._chosen in self._catalogue.routines:
            self._show_routine(self._catalogue.routines[self._chosen])
        elif self._chosen == ALL_EXERCISES:
            self._show_all()

    def _show_routine(self, routine: Routine) -> None:
        plan = build_plan(routine, self._catalogue, self._preferences())
        self._plan = plan
        self._entries = {f"{routine.id} {place}": entry for place, entry in enumerate(plan.entries)}
        seconds = seconds_of(plan.phases)
        self._page.show_heading(self._headings.of_plan(plan))
        self._show_cards(
            tuple(
                self._cards.row(key, number + 1, entry, seconds[number])
                for number, (key, entry) in enumerate(self._entries.items())
            )
        )

    def _show_all(self) -> None:
        self._plan = None
        self._entries = {name: plan.entries[0] for name, plan in self._whole().items()}
        self._page.show_heading(self._headings.of_all())
        self._show_cards(self._all_rows())

    def _show_cards(self, rows: tuple[ExerciseRow, ...]) -> None:
        self._page.show_exercises(rows, self._cards.groups(rows))
        self._show_detail()

    def _all_rows(self) -> tuple[ExerciseRow, ...]:
        plans = self._whole().items()
        return tuple(self._cards.row(n, 0, p.entries[0], p.total_seconds) for n, p in plans)

    def _whole(self) -> dict[str, Plan]:
        """Every exercise as a plan of its own; kept as long as the preferences stay."""
        preferences = self._preferences()
        if self._kept is None or self._kept[0] is not preferences:
            self._kept = (
                preferences,
                {
                    name: plan_of(name, self._catalogue, preferences)
                    for name in self._catalogue.exercises
                },
            )
        return self._kept[1]

    # Looking further

    def _count_elsewhere(self) -> None:
        if self._chosen != ALL_EXERCISES:
            wanted = self._page.wanted
            self._page.show_elsewhere(sum(wanted.fits(row.traits) for row in self._all_rows()))

    def _look_everywhere(self) -> None:
        text, choices = self._page.search.text(), self._page.filters.chosen
        self._page.routines.choose(ALL_EXERCISES)
        self._page.look_for(text, choices)
        self._page.exercises.setFocus()

    # The detail

    def _on_exercise_chosen(self, key: str) -> None:
        self._detailing.show(key, self._entries.get(key), self._plan)

    def _show_detail(self) -> None:
        key = self._page.exercises.current_key()
        if key:
            self._on_exercise_chosen(key)


def plan_of(exercise_id: str, catalogue: Catalogue, preferences: Preferences) -> Plan:
    """The plan of one exercise as the whole catalogue shows it: nothing is exchanged."""
    alone = Routine("", catalogue.exercises[exercise_id].name, "", (RoutineItem(exercise_id),))
    level = preferences.settings.level
    return build_plan(alone, catalogue, without_care(preferences), level)
