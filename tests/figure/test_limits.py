"""How far joints go: for every joint there is a range, and what is beyond it is found."""

from __future__ import annotations

import pytest

from backcare.figure.limits import LIMITS, beyond
from backcare.figure.measure import joint_angles
from tests.figure.figures import stance


@pytest.mark.parametrize("name", LIMITS)
def test_a_range_holds_the_neutral_position(name: str) -> None:
    low, high = LIMITS[name]
    assert low < 0.0 < high


def test_every_angle_that_is_measured_has_its_range() -> None:
    measured = {name.split(" ")[-1] for name in joint_angles(stance("standing"))}
    assert measured == set(LIMITS)


@pytest.mark.parametrize("name", LIMITS)
def test_the_ends_of_a_range_are_allowed_and_no_more(name: str) -> None:
    low, high = LIMITS[name]
    for side in ("", "left ", "right "):
        assert beyond({side + name: low}) == {}
        assert beyond({side + name: high}) == {}
        assert beyond({side + name: low - 0.1}) == {side + name: (low - 0.1, low, high)}
        assert beyond({side + name: high + 0.1}) == {side + name: (high + 0.1, low, high)}
