"""Doses and exchanges that are changed beside an exercise: counted at once, saved soon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer

from backcare.core.dose import DoseOverride
from backcare.core.settings import Preferences

if TYPE_CHECKING:
    from backcare.ui.exercise_detail import ExerciseDetail

SAVE_AFTER_MS = 400
"""A held button changes a number many times a second; the file is written after the last."""


class Later(Protocol):
    """Something that is done after a while; started again, it waits anew."""

    def start(self) -> None:
        """Wait from now on."""

    def stop(self) -> None:
        """Do not do it."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who owns the preferences, by what is needed of it.

    Attributes:
        preferences: what the person chose.
        use: lets others count from now on, wherever they are shown.
        keep: saves those that count; returns why that was not possible, or None.
        tell: tells the person of a problem.
    """

    preferences: Callable[[], Preferences]
    use: Callable[[Preferences], None]
    keep: Callable[[], str | None]
    tell: Callable[[str], None]


def soon(act: Callable[[], object]) -> Later:
    """Does it once nothing has changed for a moment."""
    timer = QTimer()
    timer.setSingleShot(True)
    timer.setInterval(SAVE_AFTER_MS)
    timer.timeout.connect(act)
    return timer


class Dosing:
    """Takes up what the person wants of the exercise in the detail panel."""

    def __init__(
        self,
        detail: ExerciseDetail,
        keeper: Keeper,
        later: Callable[[Callable[[], object]], Later] = soon,
    ) -> None:
        self._detail = detail
        self._keeper = keeper
        self._later = later(self._save)
        self._unsaved = False
        self._told = False
        detail.dose_changed.connect(self.change)
        detail.dose_reset_requested.connect(self.reset)
        detail.swap_requested.connect(self.swap)
        detail.swap_undone.connect(self.undo_swap)

    def change(self, exercise_id: str, field: str, number: int) -> None:
        """Let the person's own number count; the one that applies anyway is no own number."""
        sheet = self._detail.sheet
        shown = sheet.number(field) if sheet and sheet.exercise == exercise_id else None
        own = None if shown is not None and number == shown.without else number
        doses = dict(self._keeper.preferences().doses)
        dose = replace(doses.pop(exercise_id, DoseOverride()), **{field: own})
        if dose.given():
            doses[exercise_id] = dose
        self._use(replace(self._keeper.preferences(), doses=doses))

    def reset(self, exercise_id: str) -> None:
        """Give up the person's own numbers for an exercise."""
        doses = dict(self._keeper.preferences().doses)
        doses.pop(exercise_id, None)
        self._use(replace(self._keeper.preferences(), doses=doses))

    def swap(self, original: str, easier: str) -> None:
        """Do `easier` wherever a routine names `original`."""
        swaps = dict(self._keeper.preferences().swaps)
        if swaps.get(easier) == original:
            del swaps[easier]  # or each would stand in for the other
        swaps[original] = easier
        self._use(replace(self._keeper.preferences(), swaps=swaps))

    def undo_swap(self, original: str) -> None:
        """Do the exercise itself again."""
        swaps = dict(self._keeper.preferences().swaps)
        swaps.pop(original, None)
        self._use(replace(self._keeper.preferences(), swaps=swaps))

    def finish(self, *, tell: bool = True) -> None:
        """Take up what is being typed, and save now what is still to be saved.

        Without `tell` a problem is passed over: there is nobody left to be told.
        """
        self._detail.finish_editing()
        if self._unsaved:
            self._later.stop()
            self._told = self._told or not tell
            self._save()

    def _use(self, preferences: Preferences) -> None:
        if preferences == self._keeper.preferences():
            return
        self._keeper.use(preferences)
        self._unsaved = True
        self._later.start()

    def _save(self) -> None:
        problem = self._keeper.keep()
        self._unsaved = problem is not None
        if problem is None:
            self._told = False
        elif not self._told:
            self._told = True
            self._keeper.tell(problem)
