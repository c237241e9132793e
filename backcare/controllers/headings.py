"""What stands above the cards of the first page: from values to words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.ui.browse_heading import BrowseHeading
from backcare.ui.level_segment import LevelChoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.plan import Plan
    from backcare.core.routine import Catalogue
    from backcare.core.settings import Preferences
    from backcare.core.words import Words


class Headings:
    """Writes the headings for one catalogue and one person."""

    def __init__(
        self, catalogue: Catalogue, words: Words, preferences: Callable[[], Preferences]
    ) -> None:
        self._catalogue = catalogue
        self._words = words
        self._preferences = preferences

    def of_all(self) -> BrowseHeading:
        """What stands above the whole catalogue."""
        title = self._words.translate("browse", "All exercises")
        return BrowseHeading(title, self._count(len(self._catalogue.exercises)))

    def of_plan(self, plan: Plan) -> BrowseHeading:
        """What stands above the exercises of a routine."""
        words = self._words
        levels = []
        for level in Level:
            at_level = build_plan(plan.routine, self._catalogue, self._preferences(), level)
            time = words.about(at_level.total_seconds)
            levels.append(LevelChoice(level, words.level(level), time))
        return BrowseHeading(
            title=plan.routine.name,
            line=self._line(plan),
            summary=plan.routine.summary,
            levels=tuple(levels),
            level=plan.level,
            can_start=bool(plan.phases),
            lay_out=self._lay_out(plan),
            notice=self._notice(plan),
        )

    def _line(self, plan: Plan) -> str:
        """How much it is; to the second once a dose is the person's own, to see what that does."""
        if not any(entry.dose.overridden for entry in plan.entries):
            return self._words.routine_line(plan)
        return f"{self._count(len(plan.entries))} · {self._words.seconds(plan.total_seconds)}"

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

    def _count(self, count: int) -> str:
        if count == 1:
            return self._words.translate("words", "1 exercise")
        return self._words.translate("words", "{count} exercises").format(count=count)
