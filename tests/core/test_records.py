"""What was done stays done, and is summed up per exercise."""

from __future__ import annotations

import pytest

from backcare.core.records import Record, Records
from tests.builders import make_hold, make_moves, make_plan

# Phases 0-3: prepare, hold, rest, hold. Phases 4-5: prepare, move.
PLAN = make_plan(make_hold(seconds=10, reps=2), make_moves(tempo=(3, 3)))


def test_the_plan_of_these_tests_has_its_efforts_where_they_say() -> None:
    efforts = [index for index, phase in enumerate(PLAN.phases) if phase.kind.is_effort]
    assert efforts == [1, 3, 5]


def test_a_new_record_has_reached_nothing() -> None:
    records = Records(PLAN)
    assert records.of(1) == (Record.NOT_REACHED, 0.0)
    assert records.active_seconds() == 0


@pytest.mark.parametrize("record", [Record.PARTLY, Record.DONE])
def test_an_effort_is_kept_with_its_seconds(record: Record) -> None:
    records = Records(PLAN)
    records.leave(1, 7.5, record)
    assert records.of(1) == (record, 7.5)
    assert records.active_seconds() == 7.5


def test_a_skipped_effort_counts_no_seconds() -> None:
    records = Records(PLAN)
    records.leave(1, 0.9, Record.SKIPPED)
    assert records.of(1) == (Record.SKIPPED, 0.0)
    assert records.active_seconds() == 0


@pytest.mark.parametrize("phase", [0, 2, 4])
def test_time_around_efforts_is_not_recorded(phase: int) -> None:
    records = Records(PLAN)
    records.leave(phase, 5, Record.DONE)
    assert records.of(phase) == (Record.NOT_REACHED, 0.0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Record.SKIPPED, Record.PARTLY),
        (Record.SKIPPED, Record.DONE),
        (Record.PARTLY, Record.DONE),
    ],
)
def test_doing_an_effort_again_betters_its_record_and_never_worsens_it(
    before: Record, after: Record
) -> None:
    bettered, kept = Records(PLAN), Records(PLAN)
    bettered.leave(1, 9, before)
    bettered.leave(1, 4, after)
    kept.leave(1, 4, after)
    kept.leave(1, 9, before)
    assert bettered.of(1) == kept.of(1) == (after, 4)


def test_of_two_equal_records_the_longer_counts() -> None:
    records = Records(PLAN)
    records.leave(1, 4, Record.PARTLY)
    records.leave(1, 6, Record.PARTLY)
    records.leave(1, 5, Record.PARTLY)
    assert records.of(1) == (Record.PARTLY, 6)


def test_active_seconds_are_the_sum_of_all_efforts() -> None:
    records = Records(PLAN)
    records.leave(1, 10, Record.DONE)
    records.leave(3, 4.5, Record.PARTLY)
    records.leave(5, 6, Record.DONE)
    assert records.active_seconds() == 20.5


def test_a_summary_has_a_row_for_each_exercise_in_order() -> None:
    records = Records(PLAN)
    records.leave(1, 10, Record.DONE)
    records.leave(3, 4.5, Record.PARTLY)
    first, second = records.summary()
    assert first.entry is PLAN.entries[0]
    assert (first.efforts_done, first.efforts_planned, first.active_seconds) == (1, 2, 14.5)
    assert second.entry is PLAN.entries[1]
    assert (second.efforts_done, second.efforts_planned, second.active_seconds) == (0, 1, 0.0)


def test_an_exercise_is_complete_when_every_effort_was_done() -> None:
    records = Records(PLAN)
    records.leave(1, 10, Record.DONE)
    records.leave(3, 9.5, Record.PARTLY)
    assert not records.summary()[0].complete
    records.leave(3, 10, Record.DONE)
    assert records.summary()[0].complete


def test_an_exercise_is_untouched_until_something_of_it_was_done() -> None:
    records = Records(PLAN)
    records.leave(1, 0.5, Record.SKIPPED)
    assert records.summary()[0].untouched
    records.leave(3, 1.5, Record.PARTLY)
    assert not records.summary()[0].untouched


def test_an_effort_ended_at_once_still_touches_its_exercise() -> None:
    records = Records(PLAN)
    records.leave(1, 0.0, Record.DONE)
    assert not records.summary()[0].untouched


def test_an_exercise_that_hurt_is_marked_and_its_neighbour_is_not() -> None:
    records = Records(PLAN)
    records.mark_hurt(1)
    assert [row.hurt for row in records.summary()] == [False, True]


def test_a_mark_can_be_taken_back() -> None:
    records = Records(PLAN)
    records.mark_hurt(1)
    records.unmark_hurt(1)
    assert [row.hurt for row in records.summary()] == [False, False]


def test_taking_back_a_mark_that_was_never_made_does_nothing() -> None:
    records = Records(PLAN)
    records.unmark_hurt(0)
    assert [row.hurt for row in records.summary()] == [False, False]
