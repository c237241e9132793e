"""A session is told the time and what the person asks for, and answers with events."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import accumulate

import pytest

from backcare.core.events import Event, EventKind, PauseReason
from backcare.core.exercise import SideOrder, Sides
from backcare.core.plan import PhaseKind, Plan
from backcare.core.records import Record
from backcare.core.session import (
    BACK_SECONDS,
    GAP_SECONDS,
    LONGEST_PHASE_SECONDS,
    UNDO_SECONDS,
    Session,
    State,
)
from backcare.core.settings import Settings
from tests.builders import make_activity, make_hold, make_plan

Command = Callable[[Session, float], tuple[Event, ...]]

# Phases, and when each begins: prepare 0, hold 10, rest 20, hold 25; prepare 35, hold 45; end 55.
TWO_EXERCISES = make_plan(make_hold("one", seconds=10, reps=2), make_hold("two", seconds=10))
PREPARE, FIRST_HOLD, REST, SECOND_HOLD, NEXT_PREPARE, LAST_HOLD = range(6)
END = 55.0

# Prepare 0, activity 10; prepare 70, hold 80; end 90.
WALK_FIRST = make_plan(make_activity(minutes=1), make_hold(seconds=10))
WALK, AFTER_WALK = 1, 2

# Prepare 0, hold 10 (which the person may end); prepare 40, hold 50; end 60.
PLANK_FIRST = make_plan(
    make_hold("plank", seconds=30, cap=60, open_hold=True), make_hold(seconds=10)
)
PLANK, AFTER_PLANK = 1, 2

COMMANDS: dict[str, Command] = {
    "start": Session.start,
    "pause": Session.pause,
    "resume": Session.resume,
    "go_on": Session.go_on,
    "toggle": Session.toggle,
    "skip": Session.skip,
    "skip_exercise": Session.skip_exercise,
    "back": Session.back,
    "extend": Session.extend,
    "end_hold": Session.end_hold,
    "done_elsewhere": Session.done_elsewhere,
    "hurt": Session.hurt,
    "undo_hurt": Session.undo_hurt,
    "stop": Session.stop,
}


def begun(plan: Plan = TWO_EXERCISES, *, at: float = 0.0, count_in_seconds: int = 3) -> Session:
    """A session that was started at 0 and has been ticked up to `at`."""
    session = Session(plan, count_in_seconds=count_in_seconds)
    session.start(0.0)
    ticked(session, 0.0, at)
    return session


def ticked(session: Session, since: float, until: float, step: float = 0.5) -> list[Event]:
    """What a session reports when it is ticked every `step` seconds up to `until`."""
    events: list[Event] = []
    count = 1
    while since + count * step < until:
        events += session.advance(since + count * step)
        count += 1
    events += session.advance(until)
    return events


def brief(events: tuple[Event, ...] | list[Event]) -> list[tuple[str, float, int]]:
    """Kind, due and phase of each event."""
    return [(event.kind.value, event.due, event.phase) for event in events]


def without_seconds(events: tuple[Event, ...] | list[Event]) -> list[tuple[str, float, int]]:
    """The same without the countdown."""
    return brief([event for event in events if event.kind is not EventKind.SECOND])


def seconds_of(events: tuple[Event, ...] | list[Event]) -> list[tuple[int, float, bool]]:
    """The countdown: number, due, and whether it is that of a count-in."""
    return [
        (event.seconds, event.due, event.count_in)
        for event in events
        if event.kind is EventKind.SECOND
    ]


def waiting_at_walk() -> Session:
    """A session that waits at an activity since 10 s."""
    session = begun(WALK_FIRST, at=10.0)
    assert session.state is State.WAITING
    return session


def paused_in_hold(*, count_in_seconds: int = 3) -> Session:
    """A session that was paused at 14 s, 4 s into its first hold."""
    session = begun(at=13.5, count_in_seconds=count_in_seconds)
    session.pause(14.0)
    return session


def finished() -> Session:
    """A session that has come to its end."""
    session = begun(at=END)
    assert session.state is State.FINISHED
    return session


# Before the start


def test_a_session_needs_something_to_do() -> None:
    with pytest.raises(ValueError, match="at least one phase"):
        Session(Plan(TWO_EXERCISES.routine, TWO_EXERCISES.level, (), (), ()))


def test_a_new_session_is_ready_with_everything_before_it() -> None:
    session = Session(TWO_EXERCISES)
    assert session.state is State.READY
    assert session.phase is TWO_EXERCISES.phases[0]
    assert session.phase_seconds == 10
    assert session.phase_left(5.0) == 10
    assert session.total_left(5.0) == TWO_EXERCISES.total_seconds == END
    assert session.count_in_left(5.0) == 0
    assert session.next_due() is None


def test_time_that_passes_before_the_start_brings_nothing() -> None:
    session = Session(TWO_EXERCISES)
    assert session.advance(1000.0) == ()
    assert session.start(5000.0)
    assert session.phase_left(5000.0) == 10


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"start", "toggle", "stop"}))
def test_nothing_but_a_start_or_a_stop_moves_a_session_that_has_not_begun(name: str) -> None:
    session = Session(TWO_EXERCISES)
    assert COMMANDS[name](session, 3.0) == ()
    assert session.state is State.READY
    assert session.phase_index == 0


def test_a_session_stopped_before_its_start_has_done_nothing() -> None:
    session = Session(TWO_EXERCISES)
    assert brief(session.stop(3.0)) == [("stop", 3.0, 0)]
    assert session.state is State.FINISHED
    assert session.records.of(FIRST_HOLD) == (Record.NOT_REACHED, 0.0)


# Start


def test_a_start_reports_itself_and_the_first_phase() -> None:
    session = Session(TWO_EXERCISES)
    assert brief(session.start(7.0)) == [("start", 7.0, 0), ("phase", 7.0, 0)]
    assert session.state is State.RUNNING
    assert session.phase_left(7.0) == 10
    assert session.total_left(7.0) == END


def test_a_session_starts_once() -> None:
    session = begun(at=1.5)
    assert without_seconds(session.start(2.0)) == []
    assert session.phase_left(2.0) == 8


def test_a_start_earlier_than_the_time_last_seen_is_taken_for_that_time() -> None:
    session = Session(TWO_EXERCISES)
    session.advance(10.0)
    assert brief(session.start(4.0)) == [("start", 10.0, 0), ("phase", 10.0, 0)]
    assert session.phase_left(10.0) == 10


# What time brings


def test_a_phase_counts_its_whole_seconds_down() -> None:
    assert seconds_of(ticked(begun(), 0.0, 9.9)) == [
        (9, 1.0, False),
        (8, 2.0, False),
        (7, 3.0, False),
        (6, 4.0, False),
        (5, 5.0, False),
        (4, 6.0, False),
        (3, 7.0, False),
        (2, 8.0, False),
        (1, 9.0, False),
    ]


def test_what_is_left_is_the_end_less_the_time() -> None:
    session = begun(at=12.25)
    assert session.phase_left(12.25) == 7.75
    assert session.total_left(12.25) == END - 12.25
    assert session.phase_left(12.5) == 7.5


def test_what_is_left_is_never_less_than_nothing() -> None:
    session = begun(at=9.5)
    assert session.phase_left(11.0) == 0
    assert session.total_left(11.0) == END - 10


def test_every_boundary_is_reported_when_it_is_due() -> None:
    assert without_seconds(ticked(begun(), 0.0, END + 5)) == [
        ("phase", 10.0, FIRST_HOLD),
        ("phase", 20.0, REST),
        ("phase", 25.0, SECOND_HOLD),
        ("phase", 35.0, NEXT_PREPARE),
        ("phase", 45.0, LAST_HOLD),
        ("finish", 55.0, LAST_HOLD),
    ]


def test_an_event_is_reported_at_the_very_moment_it_is_due() -> None:
    session = begun(at=9.5)
    assert brief(session.advance(10.0)) == [("phase", 10.0, FIRST_HOLD)]
    assert session.advance(10.0) == ()


def test_nothing_is_reported_before_it_is_due() -> None:
    session = begun(at=9.0)
    assert session.advance(9.999) == ()


def test_a_tick_two_seconds_late_reports_every_boundary_passed_in_order() -> None:
    plan = make_plan(make_hold(seconds=1, reps=3), settings=Settings(rest_seconds=0))
    session = begun(plan, at=10.0)
    assert brief(session.advance(12.0)) == [("phase", 11.0, 2), ("phase", 12.0, 3)]


def test_a_session_played_faster_reports_all_that_passed_within_two_real_seconds() -> None:
    session = Session(TWO_EXERCISES)
    session.start(0.0, 0.0)
    events = session.advance(60.0, 2.0)
    assert [due for kind, due, _ in brief(events) if kind == "phase"] == [10, 20, 25, 35, 45]
    assert brief(events)[-1] == ("finish", 55.0, LAST_HOLD)


def test_time_that_runs_backwards_stands_still() -> None:
    session = begun(at=5.0)
    assert session.advance(3.0) == ()
    assert session.pause(3.0) == (Event(EventKind.PAUSE, 5.0, 0, reason=PauseReason.ASKED),)
    assert session.phase_left(5.0) == 5


def test_what_is_left_does_not_grow_when_time_runs_backwards() -> None:
    session = begun(at=5.0)
    session.advance(3.0)
    assert session.phase_left(3.0) == 5
    assert session.total_left(3.0) == END - 5


def test_a_real_clock_that_runs_backwards_is_no_gap_when_it_comes_forward_again() -> None:
    session = Session(TWO_EXERCISES)
    session.start(0.0, 100.0)
    session.advance(1.0, 101.0)
    session.advance(1.5, 90.0)
    session.advance(2.0, 102.0)
    assert session.state is State.RUNNING


def test_the_last_phase_leaves_nothing() -> None:
    session = finished()
    assert session.phase_index == LAST_HOLD
    assert session.phase_left(END) == 0
    assert session.total_left(END) == 0
    assert session.count_in_left(END) == 0
    assert session.next_due() is None


def test_the_next_thing_due_is_the_next_second_or_boundary() -> None:
    session = begun()
    assert session.next_due() == 1.0
    session.advance(0.5)
    assert session.next_due() == 1.0
    session.advance(1.0)
    assert session.next_due() == 2.0
    ticked(session, 1.0, 9.5)
    assert session.next_due() == 10.0


@pytest.mark.parametrize("reach", [paused_in_hold, waiting_at_walk, finished])
def test_nothing_is_due_while_nothing_runs(reach: Callable[[], Session]) -> None:
    assert reach().next_due() is None


# Gaps


def test_a_silence_of_more_than_two_seconds_pauses_where_the_session_was_last_seen() -> None:
    session = begun(at=12.0)
    (event,) = session.advance(3612.0)
    assert event == Event(
        EventKind.PAUSE, 12.0, FIRST_HOLD, reason=PauseReason.AWAY, away_seconds=3600.0
    )
    assert session.state is State.PAUSED
    assert session.phase_left(3612.0) == 8
    assert session.records.of(FIRST_HOLD) == (Record.NOT_REACHED, 0.0)


def test_a_silence_of_two_seconds_is_no_gap() -> None:
    session = begun(at=12.0)
    assert GAP_SECONDS == 2.0
    assert brief(session.advance(14.0))[-1] == ("second", 14.0, FIRST_HOLD)
    assert brief(session.advance(16.001)) == [("pause", 14.0, FIRST_HOLD)]


def test_a_gap_is_measured_on_the_real_clock_alone() -> None:
    asleep, faster = Session(TWO_EXERCISES), Session(TWO_EXERCISES)
    asleep.start(0.0, 0.0)
    faster.start(0.0, 0.0)
    (event,) = asleep.advance(0.5, 600.0)
    faster.advance(30.0, 0.5)
    assert event.away_seconds == 600
    assert asleep.state is State.PAUSED
    assert faster.state is State.RUNNING


def test_a_gap_in_a_count_in_leaves_the_phase_as_it_was() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    session.advance(21.0)
    session.advance(100.0)
    assert session.state is State.PAUSED
    assert session.phase_left(100.0) == 6
    assert session.count_in_left(100.0) == 0


@pytest.mark.parametrize("reach", [paused_in_hold, waiting_at_walk, finished])
def test_a_gap_means_nothing_while_nothing_runs(reach: Callable[[], Session]) -> None:
    session = reach()
    state = session.state
    assert session.advance(9000.0) == ()
    assert session.state is state


def test_time_goes_on_from_the_tick_that_found_the_gap() -> None:
    session = begun(at=12.0)
    session.advance(100.0)
    (event,) = session.resume(101.0)
    assert event.due == 101
    ticked(session, 101.0, 104.0)
    assert session.phase_left(104.0) == 8


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_command_credits_the_time_that_nobody_was_there(name: str) -> None:
    session = begun(at=12.0)
    events = [*COMMANDS[name](session, 1000.0), *session.advance(1000.5)]
    assert ("pause", 12.0, FIRST_HOLD) in brief(events)
    assert session.records.active_seconds() <= 2.0


# Pause and resume


def test_a_pause_stands_still() -> None:
    session = begun(at=13.5)
    assert session.pause(14.25) == (
        Event(EventKind.SECOND, 14.0, FIRST_HOLD, 6),
        Event(EventKind.PAUSE, 14.25, FIRST_HOLD, reason=PauseReason.ASKED),
    )
    assert session.state is State.PAUSED
    assert ticked(session, 14.25, 60.0) == []
    assert session.phase_left(60.0) == 5.75
    assert session.total_left(60.0) == END - 14.25


def test_a_pause_reports_first_what_became_due_before_it() -> None:
    session = begun(at=9.5)
    assert brief(session.pause(10.25)) == [("phase", 10.0, 1), ("pause", 10.25, 1)]


def test_a_session_remembers_why_it_last_paused() -> None:
    assert begun().last_pause is None
    session = begun(at=12.0)
    (away,) = session.advance(100.0)
    assert session.last_pause == away
    session.resume(101.0)
    (asked,) = session.pause(101.5)
    assert session.last_pause == asked


def test_a_pause_during_a_pause_does_nothing() -> None:
    assert paused_in_hold().pause(15.0) == ()


def test_a_pause_that_comes_after_the_end_does_nothing_more() -> None:
    session = begun(at=54.5)
    assert brief(session.pause(55.5)) == [("finish", END, LAST_HOLD)]
    assert session.state is State.FINISHED


def test_going_on_counts_in_and_then_the_phase_goes_on_where_it_was() -> None:
    session = paused_in_hold()
    assert session.resume(20.0) == (Event(EventKind.RESUME, 20.0, FIRST_HOLD, 3),)
    assert session.state is State.RUNNING
    assert session.count_in_left(20.0) == 3
    assert session.next_due() == 21.0
    assert brief(ticked(session, 20.0, 24.0)) == [
        ("second", 21.0, FIRST_HOLD),
        ("second", 22.0, FIRST_HOLD),
        ("second", 24.0, FIRST_HOLD),
    ]
    assert session.phase_left(24.0) == 5


def test_a_count_in_counts_its_own_seconds() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    assert seconds_of(ticked(session, 20.0, 25.0)) == [
        (2, 21.0, True),
        (1, 22.0, True),
        (5, 24.0, False),
        (4, 25.0, False),
    ]


def test_a_count_in_is_taken_from_neither_phase_nor_total() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    session.advance(21.5)
    assert session.count_in_left(21.5) == 1.5
    assert session.phase_left(21.5) == 6
    assert session.total_left(21.5) == END - 14
    ticked(session, 21.5, 23.0)
    assert session.count_in_left(23.0) == 0
    assert session.phase_left(23.5) == 5.5


def test_a_count_in_that_is_over_but_not_yet_ticked_leaves_nothing() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    assert session.count_in_left(23.5) == 0


def test_a_count_in_does_not_grow_when_time_runs_backwards() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    session.advance(21.0)
    assert session.count_in_left(18.0) == 2


def test_a_count_in_of_zero_goes_on_at_once() -> None:
    session = paused_in_hold(count_in_seconds=0)
    assert session.resume(20.0) == (Event(EventKind.RESUME, 20.0, FIRST_HOLD, 0),)
    assert session.count_in_left(20.0) == 0
    assert seconds_of(ticked(session, 20.0, 21.0)) == [(5, 21.0, False)]


def test_a_pause_in_a_count_in_loses_nothing() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    session.pause(21.5)
    assert session.phase_left(21.5) == 6
    session.resume(30.0)
    assert session.count_in_left(30.0) == 3
    ticked(session, 30.0, 33.0)
    assert session.phase_left(33.0) == 6


def test_a_pause_between_two_seconds_repeats_and_drops_none() -> None:
    session = begun(at=13.5)
    before = session.pause(13.75)
    session.resume(20.0)
    after = ticked(session, 20.0, 24.25)
    assert before[-1].kind is EventKind.PAUSE
    assert [number for number, _, count_in in seconds_of(after) if not count_in] == [6, 5]


def test_a_phase_paused_with_a_part_of_a_second_left_ends_without_another_number() -> None:
    session = begun(at=19.5)
    session.pause(19.75)
    session.resume(30.0)
    assert brief(ticked(session, 30.0, 33.25)) == [
        ("second", 31.0, FIRST_HOLD),
        ("second", 32.0, FIRST_HOLD),
        ("phase", 33.25, REST),
    ]


@pytest.mark.parametrize("reach", [waiting_at_walk, finished])
def test_only_a_pause_can_be_resumed(reach: Callable[[], Session]) -> None:
    session = reach()
    state = session.state
    assert session.resume(60.0) == ()
    assert session.state is state


def test_resuming_what_runs_reports_what_became_due_and_nothing_else() -> None:
    session = begun(at=9.5)
    assert brief(session.resume(10.5)) == [("phase", 10.0, FIRST_HOLD)]
    assert session.phase_left(10.5) == 9.5


# Waiting


def test_a_session_waits_at_an_activity_for_as_long_as_it_takes() -> None:
    session = begun(WALK_FIRST, at=9.5)
    assert brief(session.advance(10.25)) == [("wait", 10.0, WALK)]
    assert session.state is State.WAITING
    assert ticked(session, 10.25, 500.0) == []
    assert session.phase_left(500.0) == 60
    assert session.total_left(500.0) == 60 + 15 + 10


def test_going_on_from_waiting_begins_the_phase_without_a_count_in() -> None:
    session = waiting_at_walk()
    assert session.go_on(500.0) == (Event(EventKind.PHASE, 500.0, WALK),)
    assert session.state is State.RUNNING
    assert session.count_in_left(500.0) == 0
    assert session.phase_left(501.0) == 59


def test_a_session_may_wait_at_its_very_first_phase() -> None:
    session = Session(make_plan(settings=Settings(wait_before_exercise=True)))
    assert brief(session.start(5.0)) == [("start", 5.0, 0), ("wait", 5.0, 0)]
    assert session.state is State.WAITING
    assert brief(session.go_on(50.0)) == [("phase", 50.0, 0)]


@pytest.mark.parametrize("reach", [begun, paused_in_hold, finished])
def test_only_what_waits_can_be_gone_on_with(reach: Callable[[], Session]) -> None:
    session = reach()
    before = session.state, session.phase_index
    assert session.go_on(0.5) == ()
    assert (session.state, session.phase_index) == before


def test_an_activity_done_elsewhere_counts_as_done_in_full() -> None:
    session = waiting_at_walk()
    assert brief(session.done_elsewhere(500.0)) == [("phase", 500.0, AFTER_WALK)]
    assert session.state is State.RUNNING
    assert session.records.of(WALK) == (Record.DONE, 60)


def test_an_activity_that_ends_the_plan_may_be_done_elsewhere() -> None:
    session = begun(make_plan(make_activity()), at=10.0)
    assert brief(session.done_elsewhere(20.0)) == [("finish", 20.0, 1)]
    assert session.state is State.FINISHED


def test_only_an_activity_can_be_done_elsewhere() -> None:
    session = Session(make_plan(settings=Settings(wait_before_exercise=True)))
    session.start(0.0)
    assert session.done_elsewhere(5.0) == ()
    assert session.state is State.WAITING


def test_an_activity_that_runs_is_not_done_elsewhere() -> None:
    session = waiting_at_walk()
    session.go_on(20.0)
    assert session.done_elsewhere(20.5) == ()
    assert session.phase_index == WALK


def test_an_activity_that_is_not_done_is_skipped() -> None:
    session = waiting_at_walk()
    assert brief(session.skip(30.0)) == [("skip", 30.0, WALK), ("phase", 30.0, AFTER_WALK)]
    assert session.state is State.RUNNING
    assert session.records.of(WALK) == (Record.SKIPPED, 0.0)


# The one big key


def test_the_big_key_starts_pauses_resumes_and_goes_on() -> None:
    session = Session(WALK_FIRST)
    assert brief(session.toggle(0.0)) == [("start", 0.0, 0), ("phase", 0.0, 0)]
    assert brief(session.toggle(0.5)) == [("pause", 0.5, 0)]
    assert brief(session.toggle(1.0)) == [("resume", 1.0, 0)]
    ticked(session, 1.0, 14.0)
    assert brief(session.toggle(20.0)) == [("phase", 20.0, WALK)]


def test_the_big_key_does_nothing_at_the_end() -> None:
    session = finished()
    assert session.toggle(60.0) == ()
    assert session.state is State.FINISHED


# Skip


def test_a_skip_leaves_the_phase_for_the_next() -> None:
    session = begun(at=12.0)
    assert brief(session.skip(12.5)) == [("skip", 12.5, FIRST_HOLD), ("phase", 12.5, REST)]
    assert session.phase_left(12.5) == 5


def test_a_skip_reports_first_what_became_due_before_it() -> None:
    session = begun(at=9.5)
    assert brief(session.skip(10.25)) == [
        ("phase", 10.0, FIRST_HOLD),
        ("skip", 10.25, FIRST_HOLD),
        ("phase", 10.25, REST),
    ]


@pytest.mark.parametrize(
    ("at", "record"),
    [
        (10.5, (Record.SKIPPED, 0.0)),
        (11.0, (Record.PARTLY, 1.0)),
        (14.5, (Record.PARTLY, 4.5)),
    ],
)
def test_an_effort_left_within_its_first_second_was_skipped_and_later_partly_done(
    at: float, record: tuple[Record, float]
) -> None:
    session = begun(at=at)
    session.skip(at)
    assert session.records.of(FIRST_HOLD) == record


def test_a_skip_of_the_last_phase_is_the_end() -> None:
    session = begun(at=50.0)
    assert brief(session.skip(50.0)) == [("skip", 50.0, LAST_HOLD), ("finish", 50.0, LAST_HOLD)]
    assert session.state is State.FINISHED


def test_a_skip_during_a_pause_stays_paused() -> None:
    session = paused_in_hold()
    assert brief(session.skip(20.0)) == [("skip", 20.0, FIRST_HOLD), ("phase", 20.0, REST)]
    assert session.state is State.PAUSED
    assert session.phase_left(30.0) == 5
    assert session.resume(30.0)[0].seconds == 3
    ticked(session, 30.0, 34.0)
    assert session.phase_left(34.0) == 4


def test_a_skip_during_a_pause_may_lead_to_the_end() -> None:
    session = begun(at=50.0)
    session.pause(50.0)
    session.skip(60.0)
    assert session.state is State.FINISHED


def test_a_skip_to_an_activity_waits_even_from_a_pause() -> None:
    session = begun(WALK_FIRST, at=5.0)
    session.pause(5.0)
    assert brief(session.skip(6.0)) == [("skip", 6.0, 0), ("wait", 6.0, WALK)]
    assert session.state is State.WAITING


def test_a_skip_in_a_count_in_begins_the_next_phase_at_once() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    session.skip(21.0)
    assert session.count_in_left(21.0) == 0
    assert session.phase_index == REST
    assert session.phase_left(22.0) == 4


def test_a_whole_exercise_can_be_skipped() -> None:
    session = begun(at=12.0)
    assert brief(session.skip_exercise(12.0)) == [
        ("skip", 12.0, FIRST_HOLD),
        ("phase", 12.0, NEXT_PREPARE),
    ]
    assert session.records.of(FIRST_HOLD) == (Record.PARTLY, 2.0)


def test_a_skip_of_the_last_exercise_is_the_end() -> None:
    session = begun(at=36.0)
    assert brief(session.skip_exercise(36.0)) == [
        ("skip", 36.0, NEXT_PREPARE),
        ("finish", 36.0, NEXT_PREPARE),
    ]


# Back


def test_back_starts_the_phase_again() -> None:
    session = begun(at=14.0)
    assert brief(session.back(14.0)) == [("back", 14.0, FIRST_HOLD), ("phase", 14.0, FIRST_HOLD)]
    assert session.phase_left(14.0) == 10
    assert session.total_left(14.0) == END - 10


@pytest.mark.parametrize(
    ("at", "target"),
    [
        (45.0, SECOND_HOLD),
        (47.0, SECOND_HOLD),
        (47.25, LAST_HOLD),
        (36.0, SECOND_HOLD),
        (26.0, FIRST_HOLD),
        (21.0, FIRST_HOLD),
        (10.0, PREPARE),
        (1.0, PREPARE),
        (5.0, PREPARE),
    ],
)
def test_back_within_two_seconds_of_the_start_leads_to_the_effort_before(
    at: float, target: int
) -> None:
    session = begun(at=at)
    assert BACK_SECONDS == 2.0
    assert brief(session.back(at)) == [("back", at, target), ("phase", at, target)]
    assert session.phase_index == target


def test_back_during_a_pause_stays_paused() -> None:
    session = paused_in_hold()
    session.back(20.0)
    assert session.state is State.PAUSED
    assert session.phase_left(30.0) == 10


def test_back_from_waiting_leads_to_the_effort_before_and_runs() -> None:
    session = begun(make_plan(make_hold(seconds=10), make_activity()), at=35.0)
    assert session.next_due() is None
    assert brief(session.back(40.0)) == [("back", 40.0, 1), ("phase", 40.0, 1)]
    assert session.state is State.RUNNING


def test_back_to_an_activity_waits_again() -> None:
    session = waiting_at_walk()
    session.done_elsewhere(20.0)
    assert brief(session.back(20.5)) == [("back", 20.5, WALK), ("wait", 20.5, WALK)]


def test_back_takes_added_time_away_again() -> None:
    session = begun(at=14.0)
    session.extend(14.0)
    session.back(15.0)
    assert session.phase_seconds == 10


def test_an_effort_once_done_stays_done_when_it_is_gone_back_to() -> None:
    session = begun(at=20.5)
    session.back(20.5)
    session.skip(20.5)
    assert session.records.of(FIRST_HOLD) == (Record.DONE, 10)


def test_an_effort_begun_again_keeps_what_was_held_before() -> None:
    session = begun(at=18.0)
    session.back(18.0)
    session.stop(18.5)
    assert session.records.of(FIRST_HOLD) == (Record.PARTLY, 8.0)


# Extend


def test_ten_seconds_are_added_to_a_phase() -> None:
    session = begun(at=14.0)
    (event,) = session.extend(14.0)
    assert event == Event(EventKind.EXTEND, 14.0, FIRST_HOLD, 10)
    assert session.phase_seconds == 20
    assert session.phase_left(14.0) == 16
    assert session.total_left(14.0) == END - 14 + 10


def test_added_time_moves_the_countdown_and_the_boundary() -> None:
    session = begun(at=17.0)
    session.extend(17.0, seconds=2)
    assert brief(ticked(session, 17.0, 22.0)) == [
        ("second", 18.0, FIRST_HOLD),
        ("second", 19.0, FIRST_HOLD),
        ("second", 20.0, FIRST_HOLD),
        ("second", 21.0, FIRST_HOLD),
        ("phase", 22.0, REST),
    ]
    assert session.records.of(FIRST_HOLD) == (Record.DONE, 12)


def test_time_can_be_added_during_a_pause() -> None:
    session = paused_in_hold()
    session.extend(20.0)
    assert session.phase_left(20.0) == 16
    session.resume(20.0)
    assert seconds_of(ticked(session, 20.0, 24.0))[-1] == (15, 24.0, False)


def test_time_added_in_a_count_in_leaves_the_count_in_alone() -> None:
    session = paused_in_hold()
    session.resume(20.0)
    session.extend(20.5)
    assert session.count_in_left(20.5) == 2.5
    assert seconds_of(ticked(session, 20.5, 24.0)) == [
        (2, 21.0, True),
        (1, 22.0, True),
        (15, 24.0, False),
    ]


def test_added_time_belongs_to_its_phase_alone() -> None:
    session = begun(at=14.0)
    session.extend(14.0)
    session.skip(14.0)
    assert session.phase_seconds == 5


def test_an_open_hold_is_extended_to_its_ceiling_and_no_further() -> None:
    session = begun(PLANK_FIRST, at=12.0)
    assert session.extend(12.0, seconds=25)[-1].seconds == 25
    assert session.extend(12.0)[-1].seconds == 5
    assert session.extend(12.0) == ()
    assert session.phase_seconds == 60
    assert session.phase_left(12.0) == 58


def test_no_phase_is_extended_beyond_three_hours() -> None:
    session = begun()
    assert session.extend(0.0, seconds=100_000)[-1].seconds == LONGEST_PHASE_SECONDS - 10
    assert session.extend(0.0) == ()
    assert session.phase_seconds == LONGEST_PHASE_SECONDS == 3 * 3600


@pytest.mark.parametrize("seconds", [0, -10])
def test_a_phase_is_not_made_shorter(seconds: int) -> None:
    session = begun()
    assert session.extend(0.0, seconds=seconds) == ()
    assert session.phase_seconds == 10


def test_an_activity_that_waits_is_not_extended() -> None:
    session = waiting_at_walk()
    assert session.extend(20.0) == ()
    assert session.phase_seconds == 60


# Open holds


def test_an_open_hold_that_the_person_ends_counts_as_done() -> None:
    session = begun(PLANK_FIRST, at=27.0)
    assert brief(session.end_hold(27.0)) == [("phase", 27.0, AFTER_PLANK)]
    assert session.records.of(PLANK) == (Record.DONE, 17.0)


def test_an_open_hold_that_nobody_ends_ends_at_its_target() -> None:
    session = begun(PLANK_FIRST, at=40.0)
    assert session.phase_index == AFTER_PLANK
    assert session.records.of(PLANK) == (Record.DONE, 30)


def test_an_open_hold_may_end_the_session() -> None:
    session = begun(make_plan(make_hold("plank", seconds=30, open_hold=True)), at=12.0)
    assert brief(session.end_hold(13.0)) == [("second", 13.0, 1), ("finish", 13.0, 1)]


def test_any_other_hold_is_not_ended() -> None:
    session = begun(at=12.0)
    assert session.end_hold(12.5) == ()
    assert session.phase_index == FIRST_HOLD


def test_an_open_hold_is_not_ended_during_a_pause() -> None:
    session = begun(PLANK_FIRST, at=12.0)
    session.pause(12.0)
    assert session.end_hold(13.0) == ()
    assert session.phase_index == PLANK


# That hurt


def test_an_exercise_that_hurts_is_marked_and_left() -> None:
    session = begun(at=14.0)
    assert brief(session.hurt(14.0)) == [
        ("hurt", 14.0, FIRST_HOLD),
        ("phase", 14.0, NEXT_PREPARE),
    ]
    assert [row.hurt for row in session.records.summary()] == [True, False]
    assert session.records.of(FIRST_HOLD) == (Record.PARTLY, 4.0)


def test_a_hurt_can_be_taken_back_for_five_seconds() -> None:
    session = begun(at=14.0)
    assert UNDO_SECONDS == 5.0
    assert not session.can_undo_hurt(14.0)
    session.hurt(14.0)
    assert session.can_undo_hurt(19.0)
    assert not session.can_undo_hurt(19.25)


def test_a_hurt_taken_back_goes_on_where_it_was_with_a_count_in() -> None:
    session = begun(at=14.0)
    session.hurt(14.0)
    assert session.undo_hurt(14.5) == (
        Event(EventKind.BACK, 14.5, FIRST_HOLD),
        Event(EventKind.PHASE, 14.5, FIRST_HOLD),
        Event(EventKind.RESUME, 14.5, FIRST_HOLD, 3),
    )
    assert session.state is State.RUNNING
    assert session.phase_left(14.5) == 6
    assert session.count_in_left(14.5) == 3
    assert not any(row.hurt for row in session.records.summary())
    assert not session.can_undo_hurt(14.5)


def test_a_hurt_taken_back_can_still_be_done_in_full() -> None:
    session = begun(at=14.0)
    session.hurt(14.0)
    session.undo_hurt(14.5)
    ticked(session, 14.5, 23.5)
    assert session.records.of(FIRST_HOLD) == (Record.DONE, 10)


def test_a_hurt_taken_back_keeps_the_time_that_was_added() -> None:
    session = begun(at=14.0)
    session.extend(14.0)
    session.hurt(14.0)
    session.undo_hurt(14.5)
    assert session.phase_seconds == 20
    assert session.phase_left(14.5) == 16


def test_a_hurt_in_the_last_exercise_ends_the_session_until_it_is_taken_back() -> None:
    session = begun(at=50.0)
    assert brief(session.hurt(50.0)) == [("hurt", 50.0, LAST_HOLD), ("finish", 50.0, LAST_HOLD)]
    session.undo_hurt(52.0)
    assert session.state is State.RUNNING
    assert session.phase_left(52.0) == 5


def test_a_hurt_during_a_pause_stays_paused_and_so_does_taking_it_back() -> None:
    session = paused_in_hold()
    session.hurt(20.0)
    assert session.state is State.PAUSED
    assert brief(session.undo_hurt(21.0)) == [
        ("back", 21.0, FIRST_HOLD),
        ("phase", 21.0, FIRST_HOLD),
    ]
    assert session.state is State.PAUSED
    assert session.phase_left(21.0) == 6


def test_a_hurt_while_waiting_waits_again_when_it_is_taken_back() -> None:
    session = waiting_at_walk()
    session.hurt(20.0)
    assert session.phase_index == AFTER_WALK
    assert brief(session.undo_hurt(20.5)) == [("back", 20.5, WALK), ("wait", 20.5, WALK)]
    assert session.state is State.WAITING


@pytest.mark.parametrize("late", [5.25, 60.0])
def test_a_hurt_is_not_taken_back_later(late: float) -> None:
    session = begun(at=14.0)
    session.hurt(14.0)
    ticked(session, 14.0, 14.0 + late)
    session.undo_hurt(14.0 + late)
    assert session.phase_index != FIRST_HOLD
    assert [row.hurt for row in session.records.summary()] == [True, False]


def test_a_hurt_is_taken_back_once() -> None:
    session = begun(at=14.0)
    session.hurt(14.0)
    session.undo_hurt(14.5)
    assert session.undo_hurt(15.0) == ()
    assert session.phase_left(15.0) == 6


def test_there_is_nothing_to_take_back_where_nothing_hurt() -> None:
    session = begun(at=14.0)
    assert session.undo_hurt(14.25) == ()
    assert session.phase_left(14.25) == 5.75


def test_taking_back_a_second_hurt_leaves_the_first_one_marked() -> None:
    session = begun(at=14.0)
    session.hurt(14.0)
    session.back(15.0)
    assert session.phase.entry == 0
    session.hurt(15.5)
    session.undo_hurt(16.0)
    assert [row.hurt for row in session.records.summary()] == [True, False]


# Stop and the end


def test_a_stop_keeps_what_was_done() -> None:
    session = begun(at=28.0)
    assert brief(session.stop(28.0)) == [("stop", 28.0, SECOND_HOLD)]
    assert session.state is State.FINISHED
    assert session.records.of(FIRST_HOLD) == (Record.DONE, 10)
    assert session.records.of(SECOND_HOLD) == (Record.PARTLY, 3)
    assert session.records.of(LAST_HOLD) == (Record.NOT_REACHED, 0.0)
    assert session.phase_left(28.0) == 0
    assert session.total_left(28.0) == 0


@pytest.mark.parametrize("reach", [paused_in_hold, waiting_at_walk])
def test_a_session_can_be_stopped_while_nothing_runs(reach: Callable[[], Session]) -> None:
    session = reach()
    assert brief(session.stop(60.0)) == [("stop", 60.0, 1)]
    assert session.state is State.FINISHED


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_nothing_moves_a_session_that_is_over(name: str) -> None:
    session = finished()
    assert COMMANDS[name](session, 60.0) == ()
    assert session.state is State.FINISHED
    assert session.phase_index == LAST_HOLD


def test_a_session_followed_to_its_end_is_complete() -> None:
    session = finished()
    assert all(row.complete for row in session.records.summary())
    assert session.records.active_seconds() == 30


# Every command reports what became due before it


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_reports_first_what_became_due_before_it(name: str) -> None:
    session = begun(at=9.5)
    events = COMMANDS[name](session, 10.5)
    assert brief(events)[0] == ("phase", 10.0, FIRST_HOLD)


# Hours


@pytest.mark.parametrize("start", [0.0, 86_400.25])
@pytest.mark.parametrize("step", [0.05, 0.7, 1.0, 1.3])
def test_an_hour_of_awkward_ticks_does_not_drift(start: float, step: float) -> None:
    plan = hour_long()
    session, chance = Session(plan), random.Random(7)
    events = list(session.start(start))
    now = start
    while session.state is not State.FINISHED:
        now += step + chance.uniform(0, 0.6)
        events += session.advance(now)
    begins = [start + before for before in accumulate((p.seconds for p in plan.phases), initial=0)]
    assert [event.due for event in events if event.kind is EventKind.PHASE] == begins[:-1]
    assert events[-1] == Event(EventKind.FINISH, begins[-1], len(plan.phases) - 1)
    countdown = [(event.phase, event.due, event.seconds) for event in events if event.seconds]
    assert countdown == [
        (index, begins[index + 1] - left, left)
        for index, phase in enumerate(plan.phases)
        for left in range(phase.seconds - 1, 0, -1)
    ]
    assert session.records.active_seconds() == sum(
        phase.seconds for phase in plan.phases if phase.kind.is_effort
    )


def hour_long() -> Plan:
    """A plan of more than an hour with phases of every kind that needs no person."""
    plan = make_plan(
        make_hold("one", seconds=17, reps=25, sides=Sides.EACH),
        make_hold("two", seconds=11, reps=20, sides=Sides.EACH, order=SideOrder.ALTERNATE),
        make_hold("three", seconds=1, reps=30, sides=Sides.ALTERNATING),
        make_hold("four", seconds=19, reps=10, sets=6),
    )
    assert plan.total_seconds > 3600
    assert {phase.kind for phase in plan.phases} == set(PhaseKind) - {
        PhaseKind.MOVE,
        PhaseKind.ACTIVITY,
    }
    return plan
