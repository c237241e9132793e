"""The figure keeps in step with the session, and never costs it a boundary."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from backcare.controllers.following import BUILD_SECONDS
from backcare.core.gesture import Gesture, KeyPose, Pace
from backcare.core.plan import PhaseKind
from backcare.services.session_timer import FIGURE_SECONDS, RING_SECONDS
from tests.builders import make_hold, make_plan
from tests.controllers.test_following import RecordingView, Rig
from tests.ui.session_builders import illustrated, index_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    MakeRig = Callable[..., Rig]

PLAN = illustrated(make_plan(make_hold("curl", seconds=12, reps=2, rest=5)))
HOLD, REST = (index_of(PLAN, kind) for kind in (PhaseKind.HOLD, PhaseKind.REST))


class GestureView(RecordingView):
    """Remembers the gestures too; it can be told that its picture is late."""

    def __init__(self) -> None:
        super().__init__()
        self.gestures: list[tuple[Gesture, bool]] = []
        self.looks = 0
        self.built = 0
        self.late = False
        self.empty = False

    def show_gesture(self, gesture: Gesture, *, may_build: bool = True) -> None:
        self.gestures.append((gesture, may_build))

    @property
    def figure_is_late(self) -> bool:
        return self.late

    @property
    def figure_is_empty(self) -> bool:
        return self.empty

    def look_ahead(self, gestures: Iterator[tuple[int, Gesture]]) -> None:
        self.looks += 1
        assert next(gestures)

    def build_ahead(self) -> None:
        self.built += 1


@pytest.fixture
def make(qtbot: QtBot, tmp_path: Path) -> MakeRig:
    def made(*, reduced: bool = False, seen: bool = True, speed: float = 1.0) -> Rig:
        path = tmp_path / "events.jsonl"
        rig = Rig(PLAN, path, reduced=reduced, view=GestureView(), speed=speed)
        qtbot.addWidget(rig.view)
        rig.view.setVisible(seen)
        rig.following.begin()
        return rig

    return made


def view_of(rig: Rig) -> GestureView:
    assert isinstance(rig.view, GestureView)
    return rig.view


def last(rig: Rig) -> Gesture:
    return view_of(rig).gestures[-1][0]


def test_the_figure_goes_by_the_sessions_clock(make: MakeRig) -> None:
    rig = make()
    rig.run_into(HOLD)
    rig.pass_by(0.75)
    assert (last(rig).goal, last(rig).pace) == (KeyPose.EFFORT, Pace.MOVING)
    assert last(rig).share == pytest.approx(0.5, abs=0.01)


def test_pictures_come_as_often_as_something_moves(make: MakeRig) -> None:
    rig = make()
    assert rig.timer.picture_seconds == FIGURE_SECONDS
    rig.run_into(HOLD)
    for _ in range(3):
        rig.pass_by(1.0)
    assert last(rig).pace is Pace.BREATHING
    assert rig.timer.picture_seconds == RING_SECONDS
    rig.run_into(REST)
    rig.pass_by(1.9)
    assert last(rig).pace is Pace.STILL
    assert rig.timer.picture_seconds == RING_SECONDS
    view_of(rig).late = True
    rig.pass_by(0.05)
    assert rig.timer.picture_seconds == FIGURE_SECONDS


def test_with_reduced_motion_there_is_one_wake_a_second(make: MakeRig) -> None:
    rig = make(reduced=True)
    assert rig.timer.picture_seconds == math.inf
    assert last(rig).arrow
    rig.wake()
    assert view_of(rig).built == 0
    view_of(rig).late = True
    rig.wake()
    assert rig.timer.picture_seconds == FIGURE_SECONDS


def test_no_picture_is_built_with_news_or_right_before_a_boundary(make: MakeRig) -> None:
    rig = make()
    assert not view_of(rig).gestures[-1][1]
    rig.pass_by(0.3)
    assert view_of(rig).gestures[-1][1]
    built = view_of(rig).built
    rig.pass_by(0.7 - BUILD_SECONDS / 2)
    assert not view_of(rig).gestures[-1][1]
    assert view_of(rig).built == built


def test_while_nothing_is_due_a_picture_is_built_at_once(make: MakeRig) -> None:
    rig = make()
    rig.view.toggle_requested.emit()
    assert view_of(rig).gestures[-1] == (last(rig), True)
    assert last(rig).pace is Pace.STILL


def test_pictures_are_built_ahead_one_at_a_time(make: MakeRig) -> None:
    rig = make()
    view = view_of(rig)
    assert (view.looks, view.built) == (0, 0)
    for times in (1, 2):
        rig.pass_by(0.05)
        assert (view.looks, view.built) == (1, times)
    view.late = True
    rig.pass_by(0.05)
    assert view.built == 2
    view.late = False
    rig.run_into(HOLD)
    rig.pass_by(0.05)
    assert view.looks == 2


@pytest.mark.parametrize(("speed", "due"), [(1.0, False), (60.0, True)])
def test_a_quick_preview_takes_the_time_for_a_first_picture(
    make: MakeRig, *, speed: float, due: bool
) -> None:
    rig = make(speed=speed)
    view = view_of(rig)
    view.empty = True
    rig.run_into(HOLD)
    assert view.gestures[-1][1] is due
    view.empty = False
    rig.run_into(REST)
    assert view.gestures[-1][1] is False


def test_what_is_not_seen_does_not_move(make: MakeRig) -> None:
    rig = make(seen=False)
    rig.run_into(HOLD)
    assert view_of(rig).gestures == []
    assert view_of(rig).built == 0
    rig.view.show()
    rig.wake()
    assert view_of(rig).gestures
    rig.view.setWindowState(Qt.WindowState.WindowMinimized)
    count = len(view_of(rig).gestures)
    for _ in range(4):
        rig.wake()
    assert len(view_of(rig).gestures) == count
    assert rig.timer.picture_seconds == math.inf


def test_an_exercise_without_a_picture_moves_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    plan = make_plan(make_hold("bare", seconds=10))
    rig = Rig(plan, tmp_path / "events.jsonl", view=GestureView())
    qtbot.addWidget(rig.view)
    rig.view.show()
    rig.following.begin()
    rig.wake()
    assert view_of(rig).gestures == []
    assert rig.timer.picture_seconds == RING_SECONDS
