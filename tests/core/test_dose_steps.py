from __future__ import annotations

from itertools import pairwise

import pytest

from backcare.core.dose import OVERRIDE_LIMITS
from backcare.core.dose_steps import stepped


@pytest.mark.parametrize(
    ("field", "numbers"),
    [
        ("hold_seconds", [14, 15, 16, 17]),
        ("hold_seconds", [19, 20, 25]),
        ("hold_seconds", [55, 60, 70, 80]),
        ("hold_seconds", [110, 120, 150, 180]),
        ("rest_seconds", [0, 1, 2]),
        ("rest_seconds", [19, 20, 25]),
        ("reps", [3, 4, 5]),
        ("reps", [19, 20, 25]),
        ("sets", [1, 2, 3]),
        ("sets", [19, 20, 21]),
        ("minutes", [9, 10, 15]),
        ("minutes", [60, 70]),
    ],
)
def test_steps_grow_with_the_number_and_lead_back_the_same_way(
    field: str, numbers: list[int]
) -> None:
    for low, high in pairwise(numbers):
        assert stepped(field, low, 1) == high
        assert stepped(field, high, -1) == low
    assert stepped(field, numbers[0], len(numbers) - 1) == numbers[-1]
    assert stepped(field, numbers[-1], 1 - len(numbers)) == numbers[0]


def test_a_number_between_two_steps_comes_to_the_next_one() -> None:
    assert [stepped("hold_seconds", 22, steps) for steps in (-1, 1)] == [20, 25]
    assert [stepped("hold_seconds", 61, steps) for steps in (-1, 1)] == [60, 70]


def test_no_step_changes_nothing() -> None:
    assert stepped("reps", 7, 0) == 7


@pytest.mark.parametrize("field", OVERRIDE_LIMITS)
def test_from_any_number_every_step_changes_it_in_its_direction(field: str) -> None:
    low, high = OVERRIDE_LIMITS[field]
    for number in range(low, high + 1):
        assert stepped(field, number, -1) < number < stepped(field, number, 1)
