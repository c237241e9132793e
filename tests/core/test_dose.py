"""Ranges, what a dose leaves open, and which of two doses is kinder."""

from __future__ import annotations

import pytest

from backcare.core import dose
from backcare.core.dose import OVERRIDE_LIMITS, Dose, DoseOverride, RangeChoice, Span, gentler
from tests.builders import make_dose

FULL = make_dose(hold=15, reps=10, sets=2, rest=5, tempo=(3, 3), minutes=20)


def test_a_range_shows_both_ends() -> None:
    assert str(Span(15, 20)) == "15-20"


def test_a_range_of_one_number_shows_that_number() -> None:
    assert str(Span(15, 15)) == "15"


def test_a_range_that_runs_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="upwards, not 20-15"):
        Span(20, 15)


@pytest.mark.parametrize(
    ("choice", "given", "number"),
    [
        (RangeChoice.LOW, Span(15, 20), 15),
        (RangeChoice.MIDDLE, Span(15, 20), 17),
        (RangeChoice.MIDDLE, Span(15, 21), 18),
        (RangeChoice.HIGH, Span(15, 20), 20),
        (RangeChoice.LOW, Span(15, 15), 15),
        (RangeChoice.MIDDLE, Span(15, 15), 15),
        (RangeChoice.HIGH, Span(15, 15), 15),
    ],
)
def test_a_choice_takes_an_end_of_a_range_or_its_middle_rounded_down(
    choice: RangeChoice, given: Span, number: int
) -> None:
    assert choice.pick(given) == number


def test_the_limits_are_those_of_the_file_format() -> None:
    assert dose.HOLD_LIMITS == (1, 600)
    assert dose.REPS_LIMITS == (1, 100)
    assert dose.SETS_LIMITS == (1, 20)
    assert dose.REST_LIMITS == (0, 600)
    assert dose.TEMPO_LIMITS == (1, 60)
    assert dose.MINUTES_LIMITS == (1, 180)


def test_every_field_of_an_override_has_its_limits() -> None:
    everything = DoseOverride(hold_seconds=1, reps=1, sets=1, rest_seconds=1, minutes=1)
    assert set(OVERRIDE_LIMITS) == everything.given()
    assert OVERRIDE_LIMITS == {
        "hold_seconds": dose.HOLD_LIMITS,
        "reps": dose.REPS_LIMITS,
        "sets": dose.SETS_LIMITS,
        "rest_seconds": dose.REST_LIMITS,
        "minutes": dose.MINUTES_LIMITS,
    }


def test_a_dose_gives_nothing_by_default() -> None:
    assert Dose().given() == frozenset()


def test_a_rest_of_zero_counts_as_given() -> None:
    assert make_dose(rest=0).given() == {"rest_seconds"}
    assert DoseOverride(rest_seconds=0).given() == {"rest_seconds"}


def test_a_full_dose_gives_every_field() -> None:
    assert FULL.given() == {
        "hold_seconds",
        "reps",
        "sets",
        "rest_seconds",
        "tempo_seconds",
        "minutes",
    }


def test_an_override_gives_nothing_by_default() -> None:
    assert DoseOverride().given() == frozenset()


def test_completing_fills_only_what_is_open() -> None:
    prescribed = make_dose(hold=Span(15, 20), rest=0)
    assert prescribed.completed_by(FULL) == make_dose(
        hold=Span(15, 20), reps=10, sets=2, rest=0, tempo=(3, 3), minutes=20
    )


def test_completing_with_an_empty_dose_changes_nothing() -> None:
    assert FULL.completed_by(Dose()) == FULL


def test_an_empty_dose_is_completed_to_the_other() -> None:
    assert Dose().completed_by(FULL) == FULL


@pytest.mark.parametrize(
    ("one", "other", "kinder"),
    [
        (make_dose(hold=15), make_dose(hold=20), make_dose(hold=15)),
        (make_dose(reps=10), make_dose(reps=5), make_dose(reps=5)),
        (make_dose(sets=3), make_dose(sets=1), make_dose(sets=1)),
        (make_dose(minutes=20), make_dose(minutes=10), make_dose(minutes=10)),
        (make_dose(hold=Span(10, 30)), make_dose(hold=Span(15, 20)), make_dose(hold=Span(10, 20))),
        (make_dose(hold=Span(5, 10)), make_dose(hold=Span(20, 30)), make_dose(hold=Span(5, 10))),
    ],
)
def test_the_smaller_number_is_the_kinder(one: Dose, other: Dose, kinder: Dose) -> None:
    assert gentler(one, other) == kinder
    assert gentler(other, one) == kinder


@pytest.mark.parametrize(("one", "other", "kinder"), [(5, 20, 20), (0, 5, 5), (0, 0, 0)])
def test_the_longer_rest_is_the_kinder(one: int, other: int, kinder: int) -> None:
    assert gentler(make_dose(rest=one), make_dose(rest=other)) == make_dose(rest=kinder)
    assert gentler(make_dose(rest=other), make_dose(rest=one)) == make_dose(rest=kinder)


def test_tempo_has_no_kinder_end_so_the_first_dose_wins() -> None:
    slow, fast = make_dose(tempo=(5, 5)), make_dose(tempo=(2, 2))
    assert gentler(slow, fast) == slow
    assert gentler(fast, slow) == fast


def test_what_only_one_dose_gives_is_taken_from_it() -> None:
    assert gentler(FULL, Dose()) == FULL
    assert gentler(Dose(), FULL) == FULL
    rest_of_zero = make_dose(rest=0)
    assert gentler(rest_of_zero, Dose()) == rest_of_zero
    assert gentler(Dose(), rest_of_zero) == rest_of_zero
