"""What a session shows at one moment."""

from __future__ import annotations

import pytest

from backcare.core.exercise import Side, Sides
from backcare.core.frame import Frame, frame_of
from backcare.core.plan import PhaseKind, Plan
from backcare.core.session import Session, State
from tests.builders import make_activity, make_hold, make_moves, make_plan

# prepare 10, (hold 10 L, rest 5, hold 10 L), switch 8, (the same R), set rest 30, all again;
# then prepare 15, move 6, move 6.
TWO = make_plan(
    make_hold("bridge", reps=2, sets=2, sides=Sides.EACH), make_moves("cat-cow", reps=2)
)


def started(plan: Plan = TWO) -> Session:
    session = Session(plan)
    session.start(0.0)
    return session


def at(now: float, plan: Plan = TWO) -> Frame:
    """What is shown at `now` by a session that was watched all the time."""
    session = started(plan)
    for second in range(int(now) + 1):
        session.advance(float(second))
    session.advance(now)
    return frame_of(session, now)


def test_the_first_moment_shows_what_to_get_ready_for() -> None:
    frame = at(0.0)
    assert frame == Frame(
        state=State.RUNNING,
        kind=PhaseKind.PREPARE,
        entry=TWO.entries[0],
        number=1,
        count=2,
        side=Side.LEFT,
        set=1,
        sets=2,
        rep=1,
        reps=2,
        seconds=10,
        counting_in=False,
        left_seconds=10.0,
        phase_seconds=10,
        exercise_done=0.0,
        total_left_seconds=float(TWO.total_seconds),
        next=TWO.phases[1],
        next_effort=TWO.phases[1],
        can_end_hold=False,
        can_undo_hurt=False,
        away_seconds=0.0,
    )


def test_before_the_start_it_is_the_same_but_ready() -> None:
    frame = frame_of(Session(TWO), 0.0)
    assert (frame.state, frame.seconds, frame.exercise_done) == (State.READY, 10, 0.0)


@pytest.mark.parametrize(
    ("now", "kind", "side", "place", "seconds"),
    [
        (10.0, PhaseKind.HOLD, Side.LEFT, (1, 1), 10),
        (19.5, PhaseKind.HOLD, Side.LEFT, (1, 1), 1),
        (20.0, PhaseKind.REST, Side.LEFT, (1, 2), 5),
        (25.0, PhaseKind.HOLD, Side.LEFT, (1, 2), 10),
        (35.0, PhaseKind.SWITCH, Side.RIGHT, (1, 1), 8),
        (43.0, PhaseKind.HOLD, Side.RIGHT, (1, 1), 10),
        (68.0, PhaseKind.SET_REST, Side.LEFT, (2, 1), 30),
        (156.0, PhaseKind.PREPARE, None, (1, 1), 15),
        (171.0, PhaseKind.MOVE, None, (1, 1), 6),
    ],
)
def test_kind_side_set_rep_and_countdown_follow_the_phases(
    now: float, kind: PhaseKind, side: Side | None, place: tuple[int, int], seconds: int
) -> None:
    frame = at(now)
    assert (frame.kind, frame.side, (frame.set, frame.rep), frame.seconds) == (
        kind,
        side,
        place,
        seconds,
    )
    assert frame.total_left_seconds == pytest.approx(TWO.total_seconds - now)


@pytest.mark.parametrize(
    ("now", "seconds"),
    [(10.0, 10), (10.0000005, 10), (10.1, 10), (10.999, 10), (10.9999995, 9), (11.0, 9)],
)
def test_the_countdown_shows_whole_seconds(now: float, seconds: int) -> None:
    assert at(now).seconds == seconds


@pytest.mark.parametrize(
    ("now", "kind", "effort"),
    [
        (10.0, PhaseKind.REST, (Side.LEFT, 2)),
        (20.0, PhaseKind.HOLD, (Side.LEFT, 2)),
        (25.0, PhaseKind.SWITCH, (Side.RIGHT, 1)),
        (141.0, PhaseKind.HOLD, (Side.RIGHT, 2)),
        (148.0, PhaseKind.PREPARE, (None, 1)),
    ],
)
def test_what_comes_next_is_told_and_the_next_effort(
    now: float, kind: PhaseKind, effort: tuple[Side | None, int]
) -> None:
    frame = at(now)
    assert frame.next is not None
    assert frame.next_effort is not None
    assert frame.next.kind is kind
    assert (frame.next_effort.side, frame.next_effort.rep) == effort


def test_after_the_last_phase_there_is_nothing() -> None:
    frame = at(178.0)
    assert (frame.kind, frame.number, frame.rep) == (PhaseKind.MOVE, 2, 2)
    assert (frame.next, frame.next_effort) == (None, None)


@pytest.mark.parametrize(
    ("now", "done"), [(0.0, 0.0), (39.0, 0.25), (78.0, 0.5), (156.0, 0.0), (171.0, 15 / 27)]
)
def test_the_part_of_the_exercise_that_is_done_grows_with_its_time(now: float, done: float) -> None:
    assert at(now).exercise_done == pytest.approx(done)


def test_time_that_was_added_counts() -> None:
    session = started()
    session.extend(2.0)
    frame = frame_of(session, 2.0)
    assert (frame.seconds, frame.phase_seconds) == (18, 20)
    assert frame.exercise_done == pytest.approx(2 / 166)


def test_a_pause_stands_still() -> None:
    session = started()
    session.pause(2.0)
    frame = frame_of(session, 90.0)
    assert (frame.state, frame.left_seconds, frame.seconds) == (State.PAUSED, 8.0, 8)
    assert frame.away_seconds == 0.0
    assert not frame.counting_in


def test_a_count_in_is_shown_in_place_of_the_phase() -> None:
    session = started()
    session.pause(2.0)
    session.resume(60.0)
    frame = frame_of(session, 60.5)
    assert (frame.counting_in, frame.seconds, frame.left_seconds) == (True, 3, 8.0)
    session.advance(62.0)
    session.advance(63.0)
    frame = frame_of(session, 63.0)
    assert (frame.counting_in, frame.seconds) == (False, 8)


def test_somebody_who_was_away_is_told_for_how_long() -> None:
    session = started()
    session.advance(1.0)
    session.advance(301.0)
    assert frame_of(session, 301.0).away_seconds == 300.0
    session.resume(302.0)
    assert frame_of(session, 302.0).away_seconds == 0.0
    session.pause(303.0)
    assert frame_of(session, 303.0).away_seconds == 0.0


def test_an_open_hold_can_be_ended_while_it_runs() -> None:
    plan = make_plan(make_hold("plank", open_hold=True, cap=60))
    session = started(plan)
    assert not frame_of(session, 0.0).can_end_hold
    session.skip(1.0)
    assert frame_of(session, 1.0).can_end_hold
    session.pause(2.0)
    assert not frame_of(session, 2.0).can_end_hold


def test_that_it_hurt_can_be_taken_back_for_a_while() -> None:
    session = started()
    session.hurt(1.0)
    assert frame_of(session, 6.0).can_undo_hurt
    assert not frame_of(session, 6.1).can_undo_hurt


def test_an_activity_waits() -> None:
    session = started(make_plan(make_activity(minutes=2)))
    session.skip(1.0)
    frame = frame_of(session, 50.0)
    assert (frame.state, frame.kind, frame.seconds) == (State.WAITING, PhaseKind.ACTIVITY, 120)
    assert frame.exercise_done == pytest.approx(10 / 130)


def test_at_the_end_nothing_is_left() -> None:
    session = started(make_plan())
    for _ in range(2):
        session.skip(1.0)
    frame = frame_of(session, 1.0)
    assert frame.state is State.FINISHED
    assert (frame.left_seconds, frame.seconds, frame.total_left_seconds) == (0.0, 0, 0.0)
    assert frame.exercise_done == 1.0
