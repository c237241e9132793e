from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from backcare.controllers.following import Following
from backcare.core.exercise import Sides
from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.core.session import GAP_SECONDS, Session, State
from backcare.core.settings import Settings
from backcare.core.words import Words
from backcare.services.clock import SessionClock
from backcare.services.event_log import EventLog
from backcare.services.session_timer import SHORTEST_MS, SessionTimer
from backcare.ui.session_view import SessionView
from tests.builders import make_activity, make_hold, make_moves, make_plan, make_preferences
from tests.shipped import shipped_catalogue
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from backcare.core.frame import Frame
    from backcare.core.plan import Plan, PlannedExercise

    MakeRig = Callable[..., "Rig"]

START = 1000.0
"""What both fake clocks say at first."""


class FakeTime:
    """Two clocks that go on when they are told to."""

    def __init__(self) -> None:
        self.monotonic = START
        self.real = START

    def go_on(self, seconds: float) -> None:
        self.monotonic += seconds
        self.real += seconds

    def sleep(self, seconds: float) -> None:
        """The machine is suspended: the monotonic clock stands still."""
        self.real += seconds


class FakeTimer(SessionTimer):
    """Remembers what it was armed for and wakes when a test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.armed: float | None = None
        self.picture_seconds = math.inf

    def arm(self, seconds: float, *, picture_seconds: float = math.inf) -> None:
        self.armed, self.picture_seconds = seconds, picture_seconds

    def stop(self) -> None:
        self.armed = None

    def is_armed(self) -> bool:
        return self.armed is not None

    def is_animated(self) -> bool:
        return self.picture_seconds < math.inf


class RecordingView(SessionView):
    """Remembers what it was told to show."""

    draws = True
    """A long session is followed quicker without laying out each frame."""

    def __init__(self) -> None:
        super().__init__(Words())
        self.frames: list[Frame] = []
        self.fractions: list[float] = []
        self.questions: list[bool] = []

    def show_frame(self, frame: Frame) -> None:
        self.frames.append(frame)
        if self.draws:
            super().show_frame(frame)
            self.fractions.pop()  # the view moves its own ring too

    def show_fraction(self, left_seconds: float) -> None:
        self.fractions.append(left_seconds)
        super().show_fraction(left_seconds)

    def show_leave_question(self, asking: bool) -> None:
        if hasattr(self, "questions"):
            self.questions.append(asking)
        super().show_leave_question(asking)


class CountingLog(EventLog):
    """Remembers how often it was closed."""

    closed = 0

    def close(self) -> None:
        self.closed += 1
        super().close()


class Rig:
    """A session in the window, with clocks and a timer that a test moves by hand."""

    def __init__(
        self,
        plan: Plan,
        log_path: Path,
        *,
        speed: float = 1.0,
        count_in: int = 3,
        reduced: bool = False,
        view: RecordingView | None = None,
        caution_of: Callable[[PlannedExercise], str] = lambda _: "",
    ) -> None:
        self.plan = plan
        self.time = FakeTime()
        self.timer = FakeTimer()
        self.view = view or RecordingView()
        self.log_path = log_path
        self.finishes = 0
        clock = SessionClock(speed, lambda: self.time.monotonic, lambda: self.time.real)
        self.log = CountingLog(str(log_path), clock)
        self.session = Session(plan, count_in_seconds=count_in)
        self.following = Following(
            self.session,
            clock,
            self.timer,
            self.log,
            self.view,
            self._on_finished,
            reduced=reduced,
            caution_of=caution_of,
        )

    def _on_finished(self) -> None:
        self.finishes += 1

    def wake(self) -> None:
        """The timer wakes on time, as it was armed; like the real one, never sooner than 1 ms."""
        assert self.timer.armed is not None
        self.pass_by(max(self.timer.armed, SHORTEST_MS / 1000))

    def pass_by(self, seconds: float) -> None:
        """The timer wakes after that long, whatever it was armed for."""
        self.time.go_on(seconds)
        self.timer.woke.emit()

    def run_into(self, phase: int) -> None:
        """Follow the session as far as that phase."""
        while self.session.phase_index < phase:
            self.wake()

    def shown(self) -> tuple[int, bool]:
        """The number that the view was last told, and whether it is a count-in's."""
        return self.frame.seconds, self.frame.counting_in

    def state(self) -> State:
        """What the view was last told that the session does."""
        return self.frame.state

    @property
    def frame(self) -> Frame:
        return self.view.frames[-1]

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.log_path.read_text().splitlines()]

    @property
    def happened(self) -> list[tuple[str, int]]:
        """Events with their phases, the seconds left out."""
        return [(x["event"], x["phase"]) for x in self.lines if x["event"] != "second"]


@pytest.fixture
def make_rig(qtbot: QtBot, tmp_path: Path) -> MakeRig:
    def make(
        plan: Plan | None = None, *, speed: float = 1.0, count_in: int = 3, seen: bool = True
    ) -> Rig:
        rig = Rig(plan or PLAN, tmp_path / "events.jsonl", speed=speed, count_in=count_in)
        qtbot.addWidget(rig.view)
        rig.view.setVisible(seen)
        return rig

    return make


PLAN = make_plan(
    make_hold("knee-to-chest", seconds=6, reps=2, sides=Sides.EACH),
    make_hold("plank", seconds=8, cap=60, open_hold=True),
    make_moves("cat-cow", reps=2),
)
KNEE, PLANK, CAT = (entry.first_phase for entry in PLAN.entries)


# From beginning to end


def test_beginning_shows_the_first_phase_and_arms_the_timer(make_rig: MakeRig) -> None:
    rig = make_rig()
    assert rig.view.frames == []
    rig.following.begin()
    assert rig.state() is State.RUNNING
    assert rig.frame.seconds == PLAN.phases[0].seconds
    assert rig.timer.armed == pytest.approx(1.0)
    assert rig.happened == [("start", 0), ("phase", 0)]


@pytest.mark.parametrize("level", list(Level), ids=lambda level: level.value)
@pytest.mark.parametrize("routine", list(shipped_catalogue().routines))
def test_a_whole_routine_is_told_as_it_was_planned(
    make_rig: MakeRig, routine: str, level: Level
) -> None:
    catalogue = shipped_catalogue()
    plan = build_plan(catalogue.routines[routine], catalogue, make_preferences(), level)
    rig = make_rig(plan)
    rig.view.draws = False
    rig.following.begin()
    while not rig.finishes:
        if rig.session.state is State.WAITING:
            assert not rig.timer.is_armed()
            rig.view.toggle_requested.emit()
        rig.wake()

    # The log: every phase once and in order, a second for each second but the first.
    entered = [x["phase"] for x in rig.lines if x["event"] == "phase"]
    assert entered == list(range(len(plan.phases)))
    seconds = [x["phase"] for x in rig.lines if x["event"] == "second"]
    planned = [i for i, p in enumerate(plan.phases) for _ in range(p.seconds - 1)]
    assert seconds == planned
    assert rig.lines[-1]["event"] == "finish"
    assert rig.time.monotonic - START == pytest.approx(plan.total_seconds, abs=0.01)

    # The screen: the same, phase by phase, with every number that is counted down.
    running = [frame for frame in rig.view.frames if frame.state is State.RUNNING]
    shown = [
        (frame.kind, frame.entry.exercise.id, frame.side, frame.set, frame.rep, frame.seconds)
        for frame in running
    ]
    assert shown == [
        (phase.kind, phase.exercise, phase.side, phase.set, phase.rep, left)
        for phase in plan.phases
        for left in range(phase.seconds, 0, -1)
    ]
    left = [round(frame.total_left_seconds) for frame in running]
    assert left == list(range(plan.total_seconds, 0, -1))
    assert rig.state() is State.FINISHED


def test_a_boundary_that_was_slept_over_is_told_late_but_in_order(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(1)
    rig.pass_by(1.9)
    seconds = [x for x in rig.lines if x["event"] == "second"][-1]
    assert seconds["t"] - seconds["due"] == pytest.approx(0.9)
    assert rig.frame.seconds == 5
    assert rig.frame.left_seconds == pytest.approx(4.1)


def test_lines_are_in_the_file_as_soon_as_they_happen(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    count = len(rig.lines)
    rig.wake()
    assert len(rig.lines) == count + 1
    assert rig.lines[-1] == {"t": START + 1, "due": START + 1, "event": "second", "phase": 0}


def test_a_full_disk_ends_the_log_and_not_the_session(qtbot: QtBot) -> None:
    time, timer, view = FakeTime(), FakeTimer(), RecordingView()
    qtbot.addWidget(view)
    clock = SessionClock(1.0, lambda: time.monotonic, lambda: time.real)
    log = EventLog("/dev/full", clock)
    following = Following(Session(PLAN), clock, timer, log, view, lambda: None)
    following.begin()
    assert view.frames[-1].state is State.RUNNING
    following.end()


# Speed


def test_a_faster_session_says_so_and_keeps_its_plan(make_rig: MakeRig) -> None:
    rig = make_rig(speed=50.0)
    rig.following.begin()
    assert "Preview at 50×" in texts(rig.view)
    while not rig.finishes:
        assert rig.timer.armed is not None
        assert rig.timer.armed <= 1 / 50 + 1e-9
        rig.wake()
    assert rig.time.monotonic - START == pytest.approx(PLAN.total_seconds / 50, abs=0.01)
    assert [phase for kind, phase in rig.happened if kind == "phase"] == list(
        range(len(PLAN.phases))
    )


def test_an_ordinary_session_is_no_preview(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    assert not any("Preview" in text for text in texts(rig.view))


# Wishes


def test_toggling_pauses_and_goes_on_with_a_count_in(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(1)
    rig.view.toggle_requested.emit()
    assert rig.state() is State.PAUSED
    assert not rig.timer.is_armed()
    rig.time.go_on(500)
    rig.view.toggle_requested.emit()
    assert rig.shown() == (3, True)
    assert rig.happened[-2:] == [("pause", 1), ("resume", 1)]
    for _ in range(4):
        rig.wake()
    assert rig.shown() == (5, False)


def test_the_phase_is_shown_as_soon_as_the_count_in_is_over(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(1)
    rig.view.toggle_requested.emit()
    rig.view.toggle_requested.emit()
    told = [rig.shown()]
    for _ in range(4):
        rig.wake()
        told.append(rig.shown())
    assert told == [(3, True), (2, True), (1, True), (6, False), (5, False)]


@pytest.mark.parametrize(
    ("wish", "events"),
    [
        ("skip_requested", [("skip", 1), ("phase", 2)]),
        ("skip_exercise_requested", [("skip", 1), ("phase", PLANK)]),
        ("back_requested", [("back", 1), ("phase", 1)]),
        ("extend_requested", [("extend", 1)]),
        ("hurt_requested", [("hurt", 1), ("phase", PLANK)]),
        ("end_requested", [("pause", 1)]),
        ("leave_confirmed", [("stop", 1)]),
        ("end_hold_requested", []),
        ("done_elsewhere_requested", []),
        ("undo_hurt_requested", []),
    ],
)
def test_every_wish_reaches_the_session(
    make_rig: MakeRig, wish: str, events: list[tuple[str, int]]
) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(1)
    for _ in range(3):
        rig.wake()
    before = len(rig.happened)
    getattr(rig.view, wish).emit()
    assert rig.happened[before:] == events


def test_going_back_at_once_leaves_the_phase(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(PLANK + 1)
    rig.view.back_requested.emit()
    assert rig.happened[-2:] == [("back", PLANK - 1), ("phase", PLANK - 1)]
    assert rig.frame.entry.exercise.id == "knee-to-chest"


def test_more_time_is_shown_at_once(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.view.extend_requested.emit()
    assert rig.frame.seconds == PLAN.phases[0].seconds + 10


def test_that_hurt_can_be_taken_back(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(1)
    rig.view.hurt_requested.emit()
    assert rig.frame.can_undo_hurt
    rig.wake()
    rig.view.undo_hurt_requested.emit()
    assert rig.happened[-3:] == [("back", 1), ("phase", 1), ("resume", 1)]
    assert rig.frame.counting_in
    assert rig.session.phase_index == 1


def test_an_open_hold_can_be_ended(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(PLANK + 1)
    assert rig.frame.can_end_hold
    rig.view.end_hold_requested.emit()
    assert rig.happened[-1] == ("phase", CAT)


def test_an_activity_waits_and_can_be_done_elsewhere(make_rig: MakeRig) -> None:
    rig = make_rig(make_plan(make_activity("walking", minutes=1), make_hold(seconds=5)))
    rig.following.begin()
    while rig.session.state is not State.WAITING:
        rig.wake()
    waiting = rig.session.phase_index
    assert not rig.timer.is_armed()
    rig.view.done_elsewhere_requested.emit()
    assert rig.happened[-2:] == [("wait", waiting), ("phase", waiting + 1)]
    assert rig.timer.is_armed()


def test_a_session_that_waits_before_each_exercise_goes_on_when_told(make_rig: MakeRig) -> None:
    plan = make_plan(make_hold(), settings=Settings(wait_before_exercise=True))
    rig = make_rig(plan)
    rig.following.begin()
    assert rig.state() is State.WAITING
    assert not rig.timer.is_armed()
    rig.time.go_on(60)
    rig.view.toggle_requested.emit()
    assert rig.state() is State.RUNNING
    assert rig.frame.seconds == plan.phases[0].seconds


# Gaps


def test_sleep_pauses_where_the_session_was_last_seen(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(1)
    rig.wake()
    rig.time.sleep(720)
    rig.wake()
    assert rig.state() is State.PAUSED
    assert rig.frame.away_seconds == pytest.approx(721)
    assert rig.frame.seconds == 5
    assert not rig.timer.is_armed()
    assert rig.happened[-1] == ("pause", 1)


@pytest.mark.parametrize("speed", [1.0, 100.0])
def test_only_real_time_makes_a_gap(make_rig: MakeRig, speed: float) -> None:
    rig = make_rig(make_plan(make_hold(seconds=500, cap=600)), speed=speed)
    rig.following.begin()
    rig.pass_by(GAP_SECONDS - 0.1)
    assert rig.state() is State.RUNNING
    rig.pass_by(GAP_SECONDS + 0.1)
    assert rig.state() is State.PAUSED


def test_a_long_pause_is_no_gap(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.view.toggle_requested.emit()
    rig.time.go_on(600)
    rig.view.toggle_requested.emit()
    rig.wake()
    assert rig.state() is State.RUNNING


# The timer


def test_between_two_events_only_the_ring_moves(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    shown = len(rig.view.frames)
    rig.pass_by(0.25)
    assert len(rig.view.frames) == shown
    assert rig.view.fractions == [pytest.approx(PLAN.phases[0].seconds - 0.25)]
    assert rig.timer.armed == pytest.approx(0.75)


def test_the_ring_stands_still_in_a_count_in(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.view.toggle_requested.emit()
    rig.view.toggle_requested.emit()
    rig.pass_by(0.25)
    assert rig.view.fractions == []


def test_only_a_view_that_is_seen_is_animated(make_rig: MakeRig) -> None:
    rig = make_rig(seen=False)
    rig.following.begin()
    assert not rig.timer.is_animated()
    rig.view.show()
    rig.wake()
    assert rig.timer.is_animated()
    rig.view.setWindowState(Qt.WindowState.WindowMinimized)
    rig.wake()
    assert not rig.timer.is_animated()


def test_a_view_that_is_not_seen_hears_of_phases_but_not_of_seconds(make_rig: MakeRig) -> None:
    rig = make_rig(seen=False)
    rig.following.begin()
    while not rig.finishes:
        rig.wake()
    shown = [(frame.kind, frame.side, frame.rep) for frame in rig.view.frames[:-1]]
    assert shown == [(phase.kind, phase.side, phase.rep) for phase in PLAN.phases]
    assert rig.state() is State.FINISHED
    assert rig.view.fractions == []


def test_a_view_that_is_seen_again_shows_the_next_second(make_rig: MakeRig) -> None:
    rig = make_rig(seen=False)
    rig.following.begin()
    for _ in range(3):
        rig.wake()
    rig.view.show()
    rig.wake()
    assert rig.frame.seconds == PLAN.phases[0].seconds - 4


def test_a_late_wake_while_paused_changes_nothing(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.view.toggle_requested.emit()
    before = rig.happened
    rig.pass_by(1.0)
    assert rig.state() is State.PAUSED
    assert rig.happened == before
    assert not rig.timer.is_armed()


# Leaving


def test_leaving_is_asked_and_goes_on_when_declined(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.view.end_requested.emit()
    assert rig.view.questions[-1:] == [True]
    assert rig.state() is State.PAUSED
    rig.view.leave_declined.emit()
    assert rig.view.questions[-1:] == [False]
    assert rig.state() is State.RUNNING
    assert rig.frame.counting_in


def test_declining_in_a_pause_leaves_the_pause(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.view.toggle_requested.emit()
    rig.view.end_requested.emit()
    rig.view.leave_declined.emit()
    assert rig.state() is State.PAUSED
    assert not rig.timer.is_armed()


def test_being_asked_twice_still_goes_on(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.following.ask_to_leave()
    rig.following.ask_to_leave()
    rig.view.leave_declined.emit()
    assert rig.state() is State.RUNNING


def test_confirming_ends_and_keeps_what_was_done(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    rig.run_into(2)
    rig.view.end_requested.emit()
    rig.view.leave_confirmed.emit()
    assert rig.happened[-2:] == [("pause", 2), ("stop", 2)]
    assert rig.session.records.summary()[0].efforts_done == 1
    assert rig.finishes == 1


# The end


def test_the_end_comes_once_and_nothing_follows(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.begin()
    while not rig.finishes:
        rig.wake()
    lines, frames = len(rig.lines), len(rig.view.frames)
    rig.following.end()
    rig.view.toggle_requested.emit()
    rig.view.back_requested.emit()
    rig.view.leave_confirmed.emit()
    rig.pass_by(1.0)
    assert rig.finishes == 1
    assert rig.log.closed == 1
    assert (len(rig.lines), len(rig.view.frames)) == (lines, frames)
    assert not rig.timer.is_armed()


def test_ending_before_the_beginning_is_an_end_too(make_rig: MakeRig) -> None:
    rig = make_rig()
    rig.following.end()
    assert rig.finishes == 1
    assert rig.log.closed == 1
    rig.following.begin()
    assert rig.session.state is State.FINISHED


# Taking care


def test_the_caution_of_an_exercise_is_shown_while_it_is_on(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[str] = []

    class WarnedView(RecordingView):
        def set_caution(self, text: str) -> None:
            told.append(text)

    view = WarnedView()
    qtbot.addWidget(view)
    plan = make_plan(make_hold("first", reps=2), make_hold("second"))
    rig = Rig(plan, tmp_path / "log", view=view, caution_of=lambda entry: entry.exercise.id)
    rig.following.begin()
    assert told == ["first"]
    rig.run_into(len(plan.phases) - 1)
    assert told == ["first", "second"]
