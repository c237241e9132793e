from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from backcare.controllers.dosing import SAVE_AFTER_MS, Dosing, Keeper, soon
from backcare.core.dose import DoseOverride
from backcare.ui.exercise_detail import ExerciseDetail
from tests.builders import make_preferences
from tests.ui.detail_builders import dosed

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from backcare.core.settings import Preferences

NO_ROOM = "The settings could not be saved: no room"


class FakeLater:
    """Waits until it is told that the time has come."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act
        self.waits = False

    def start(self) -> None:
        self.waits = True

    def stop(self) -> None:
        self.waits = False

    def comes(self) -> None:
        assert self.waits
        self.waits = False
        self._act()


class Desk:
    """The detail panel, and somebody who owns preferences that can or cannot be saved."""

    def __init__(self, qtbot: QtBot, preferences: Preferences | None = None) -> None:
        self.preferences = preferences or make_preferences()
        self.saved: list[Preferences] = []
        self.told: list[str] = []
        self.problem: str | None = None
        self.used = 0
        self.laters: list[FakeLater] = []
        self.detail = ExerciseDetail()
        qtbot.addWidget(self.detail)
        self.detail.show_sheet(dosed({"hold_seconds": 15, "reps": 3}))
        keeper = Keeper(lambda: self.preferences, self._use, self._keep, self.told.append)
        self.dosing = Dosing(self.detail, keeper, self._later)

    def _use(self, preferences: Preferences) -> None:
        self.used += 1
        self.preferences = preferences

    def _keep(self) -> str | None:
        if self.problem is None:
            self.saved.append(self.preferences)
        return self.problem

    def _later(self, act: Callable[[], object]) -> FakeLater:
        self.laters.append(FakeLater(act))
        return self.laters[-1]

    @property
    def later(self) -> FakeLater:
        (later,) = self.laters
        return later


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


# Doses


def test_a_change_counts_at_once_and_is_saved_soon(desk: Desk) -> None:
    desk.detail.dose_changed.emit("pelvic-tilt", "hold_seconds", 20)
    assert desk.preferences.doses == {"pelvic-tilt": DoseOverride(hold_seconds=20)}
    assert desk.saved == []
    desk.later.comes()
    assert desk.saved == [desk.preferences]


def test_many_changes_are_saved_once(desk: Desk) -> None:
    for number in (20, 25, 30):
        desk.detail.dose_changed.emit("pelvic-tilt", "hold_seconds", number)
    assert desk.used == 3
    desk.later.comes()
    assert [saved.doses["pelvic-tilt"].hold_seconds for saved in desk.saved] == [30]
    assert not desk.later.waits


def test_a_change_leaves_other_numbers_alone(qtbot: QtBot) -> None:
    doses = {"pelvic-tilt": DoseOverride(sets=2), "bridge": DoseOverride(reps=9)}
    desk = Desk(qtbot, make_preferences(doses=doses))
    desk.detail.dose_changed.emit("pelvic-tilt", "reps", 5)
    assert desk.preferences.doses == {
        "pelvic-tilt": DoseOverride(reps=5, sets=2),
        "bridge": DoseOverride(reps=9),
    }
    assert doses["pelvic-tilt"] == DoseOverride(sets=2)


def test_the_number_that_applies_anyway_is_no_number_of_ones_own(desk: Desk) -> None:
    desk.detail.dose_changed.emit("pelvic-tilt", "hold_seconds", 20)
    desk.detail.dose_changed.emit("pelvic-tilt", "hold_seconds", 15)
    assert desk.preferences.doses == {}


def test_a_number_for_an_exercise_that_is_not_shown_is_taken_as_it_is(desk: Desk) -> None:
    desk.detail.dose_changed.emit("bridge", "hold_seconds", 15)
    desk.detail.show_sheet(None)
    desk.detail.dose_changed.emit("plank", "hold_seconds", 15)
    assert set(desk.preferences.doses) == {"bridge", "plank"}


def test_a_reset_gives_up_all_numbers_of_an_exercise(qtbot: QtBot) -> None:
    doses = {"pelvic-tilt": DoseOverride(reps=5, sets=2), "bridge": DoseOverride(reps=9)}
    desk = Desk(qtbot, make_preferences(doses=doses))
    desk.detail.dose_reset_requested.emit("pelvic-tilt")
    assert desk.preferences.doses == {"bridge": DoseOverride(reps=9)}
    desk.later.comes()
    assert desk.saved == [desk.preferences]


def test_what_changes_nothing_is_not_saved(desk: Desk) -> None:
    desk.detail.dose_reset_requested.emit("bridge")
    desk.detail.swap_undone.emit("bridge")
    assert desk.used == 0
    assert not desk.later.waits


# Exchanges


def test_an_exchange_is_made_and_undone(desk: Desk) -> None:
    desk.detail.swap_requested.emit("superman", "bird-dog")
    assert desk.preferences.swaps == {"superman": "bird-dog"}
    desk.detail.swap_requested.emit("superman", "cat-cow")
    assert desk.preferences.swaps == {"superman": "cat-cow"}
    desk.detail.swap_undone.emit("superman")
    assert desk.preferences.swaps == {}
    desk.later.comes()
    assert desk.saved == [make_preferences()]


def test_two_exercises_never_stand_in_for_each_other(qtbot: QtBot) -> None:
    desk = Desk(qtbot, make_preferences(swaps={"bird-dog": "superman", "plank": "bird-dog"}))
    desk.detail.swap_requested.emit("superman", "bird-dog")
    assert desk.preferences.swaps == {"superman": "bird-dog", "plank": "bird-dog"}


# Saving


def test_finishing_saves_at_once_and_once(desk: Desk) -> None:
    desk.dosing.finish()
    assert desk.saved == []
    desk.detail.dose_changed.emit("pelvic-tilt", "reps", 5)
    desk.dosing.finish()
    assert len(desk.saved) == 1
    assert not desk.later.waits
    desk.dosing.finish()
    assert len(desk.saved) == 1


def test_finishing_takes_up_what_is_being_typed(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitActive(desk.detail):
        desk.detail.show()
        desk.detail.activateWindow()
    stepper = desk.detail.dose.stepper("reps")
    stepper.setFocus()
    stepper.selectAll()
    QTest.keyClicks(stepper, "8")
    desk.dosing.finish()
    assert desk.saved == [make_preferences(doses={"pelvic-tilt": DoseOverride(reps=8)})]
    QTest.keyClick(stepper, Qt.Key.Key_Tab)
    assert desk.used == 1


def test_what_cannot_be_saved_counts_all_the_same_and_is_told_once(desk: Desk) -> None:
    desk.problem = NO_ROOM
    for number in (5, 6):
        desk.detail.dose_changed.emit("pelvic-tilt", "reps", number)
        desk.later.comes()
    assert desk.preferences.doses == {"pelvic-tilt": DoseOverride(reps=6)}
    assert desk.told == [NO_ROOM]
    desk.problem = None
    desk.dosing.finish()
    assert desk.saved == [desk.preferences]
    desk.problem = NO_ROOM
    desk.detail.dose_changed.emit("pelvic-tilt", "reps", 7)
    desk.later.comes()
    assert desk.told == [NO_ROOM, NO_ROOM]


def test_whoever_leaves_is_told_nothing(desk: Desk) -> None:
    desk.problem = NO_ROOM
    desk.detail.dose_changed.emit("pelvic-tilt", "reps", 5)
    desk.dosing.finish(tell=False)
    assert desk.told == []


def test_soon_comes_once_after_the_last_start(qtbot: QtBot) -> None:
    came: list[int] = []
    later = soon(lambda: came.append(1))
    later.start()
    later.stop()
    later.start()
    later.start()
    qtbot.waitUntil(lambda: bool(came), timeout=10 * SAVE_AFTER_MS)
    assert came == [1]
