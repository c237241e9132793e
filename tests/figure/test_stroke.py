"""Lines as thin shapes."""

from __future__ import annotations

import pytest

from backcare.figure.stroke import lens, ribbon
from tests.figure.shapes_seen import area, bounds, contains


def test_a_ribbon_is_as_wide_as_asked_at_each_point() -> None:
    found = ribbon([(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], [0.1, 0.2, 0.3])
    assert found == pytest.approx([0.0, 0.1, 1.0, 0.2, 2.0, 0.3, 2.0, -0.3, 1.0, -0.2, 0.0, -0.1])


def test_a_ribbon_follows_a_bend() -> None:
    found = ribbon([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)], [0.1] * 3)
    assert contains(found, (0.5, 0.0))
    assert contains(found, (1.0, 0.5))
    assert not contains(found, (0.5, 0.5))


def test_points_in_one_place_are_not_divided_by_their_distance() -> None:
    assert area(ribbon([(1.0, 1.0), (1.0, 1.0)], [0.1, 0.1])) == 0.0


def test_a_lens_is_thickest_in_its_middle() -> None:
    found = lens([(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], 0.1)
    assert bounds(found) == pytest.approx((0.0, -0.1, 2.0, 0.1))
    assert 0.0 < found[1] < found[3]
