"""A session at times that are not exact in floating point, as those of real clocks."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.core.events import Event, EventKind
from backcare.core.exercise import Sides
from backcare.core.session import Session
from tests.builders import make_hold, make_moves, make_plan

PLAN = make_plan(
    make_hold("hold", seconds=4, reps=2, sides=Sides.EACH), make_moves("moves", reps=2, rest=1)
)
HAIR = 1e-9
STARTS = st.floats(0, 1e5)
TICKS = st.lists(st.floats(0, 1.99), max_size=120)
Key = Callable[[Session, float], tuple[Event, ...]]
KEYS: tuple[Key, ...] = (
    Session.pause,
    Session.resume,
    Session.extend,
    Session.skip,
    Session.back,
)
PRESSES = st.lists(st.tuples(st.floats(0, 1.99), st.none() | st.sampled_from(KEYS)), max_size=80)


def assert_counts_down(events: list[Event]) -> None:
    """Each phase counts every second below its length once, whatever interrupts it."""
    left, count_in, forced = 0, 0, False
    for event in events:
        match event.kind:
            case EventKind.PHASE:
                assert forced or left == 0
                left, forced = PLAN.phases[event.phase].seconds - 1, False
            case EventKind.SECOND if event.count_in:
                assert event.seconds == count_in > 0
                count_in -= 1
            case EventKind.SECOND:
                assert event.seconds == left > 0
                assert count_in == 0
                left -= 1
            case EventKind.RESUME:
                count_in = event.seconds - 1
            case EventKind.EXTEND:
                left += event.seconds
            case EventKind.SKIP | EventKind.BACK:
                forced, count_in = True, 0
            case EventKind.PAUSE:
                count_in = 0
            case EventKind.FINISH:
                assert forced or left == 0
            case _:
                assert event.kind is EventKind.START


@given(STARTS, TICKS)
def test_boundaries_lie_where_the_sums_of_the_phases_say(start: float, ticks: list[float]) -> None:
    session, now = Session(PLAN), start
    events = list(session.start(start))
    for tick in ticks:
        now += tick
        events += session.advance(now)
    begins = accumulate((phase.seconds for phase in PLAN.phases), initial=start)
    expected = [begin for begin in begins if begin <= now - HAIR]
    reported = [e.due for e in events if e.kind in {EventKind.PHASE, EventKind.FINISH}]
    assert reported[: len(expected)] == pytest.approx(expected, abs=HAIR, rel=0)
    assert len(reported) - len(expected) in {0, 1}
    assert_counts_down(events)


@given(STARTS, TICKS)
def test_what_is_left_is_the_total_less_the_time_that_passed(
    start: float, ticks: list[float]
) -> None:
    session, now = Session(PLAN), start
    session.start(start)
    for tick in ticks:
        now += tick
        session.advance(now)
        expected = max(0.0, PLAN.total_seconds - (now - start))
        assert session.total_left(now) == pytest.approx(expected, abs=HAIR, rel=0)


@given(STARTS, PRESSES)
def test_keys_at_any_time_neither_lose_nor_repeat_a_second(
    start: float, presses: list[tuple[float, Key | None]]
) -> None:
    session, now = Session(PLAN), start
    events = list(session.start(start))
    for wait, key in presses:
        now += wait
        events += session.advance(now)
        left = session.phase_left(now)
        if key is not None:
            events += key(session, now)
        if key in {Session.pause, Session.resume}:
            assert session.phase_left(now) == pytest.approx(left, abs=HAIR, rel=0)
    assert_counts_down(events)
    dues = [event.due for event in events]
    assert all(one <= other + HAIR for one, other in pairwise(dues))


@given(STARTS, st.lists(st.floats(0.01, 1.99), min_size=1, max_size=30))
def test_any_number_of_pauses_leaves_the_session_as_long_as_it_was(
    start: float, waits: list[float]
) -> None:
    session, now, paused = Session(PLAN, count_in_seconds=0), start, 0.0
    session.start(start)
    for wait in waits:
        now += wait
        session.pause(now)
        now += 3 * wait
        paused += 3 * wait
        session.resume(now)
    expected = max(0.0, PLAN.total_seconds - (now - start - paused))
    assert session.total_left(now) == pytest.approx(expected, abs=HAIR, rel=0)
