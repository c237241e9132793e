"""The order of drawing: everything once, what is behind first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure.drawing_order import Axis, back_to_front

PLACES = st.tuples(st.floats(-1.0, 1.0), st.floats(-1.0, 1.0), st.floats(-1.0, 1.0))
AXES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.builds(Axis, PLACES, PLACES, st.floats(0.0, 0.3))
)


@given(AXES)
def test_every_part_is_drawn_once(axes: dict[str, Axis]) -> None:
    assert sorted(back_to_front(axes)) == sorted(axes)


@given(AXES, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5))
def test_a_picture_moved_aside_is_drawn_in_the_same_order(
    axes: dict[str, Axis], right: float, down: float
) -> None:
    rounded = {
        name: Axis(
            (round(a.start[0], 2), round(a.start[1], 2), a.start[2]),
            (round(a.stop[0], 2), round(a.stop[1], 2), a.stop[2]),
            a.radius,
        )
        for name, a in axes.items()
    }
    moved = {
        name: Axis(
            (-a.start[0], a.start[1], a.start[2]), (-a.stop[0], a.stop[1], a.stop[2]), a.radius
        )
        for name, a in rounded.items()
    }
    assert back_to_front(moved) == back_to_front(rounded)


@given(st.lists(st.floats(-1.0, 1.0), min_size=1, max_size=6, unique=True))
def test_parts_over_each_other_are_drawn_by_their_depth(depths: list[float]) -> None:
    depths = [round(depth, 1) for depth in depths]
    depths = list(dict.fromkeys(depths))
    axes = {str(depth): Axis((0.0, 0.0, depth), (1.0, 0.0, depth), 0.1) for depth in depths}
    assert [float(name) for name in back_to_front(axes)] == sorted(depths)


def line(x0: float, y0: float, z0: float, x1: float, y1: float, z1: float) -> Axis:
    return Axis((x0, y0, z0), (x1, y1, z1), 0.05)


def test_the_depth_is_that_of_the_middle() -> None:
    assert line(0.0, 0.0, 1.0, 1.0, 0.0, 3.0).depth == 2.0


@pytest.mark.parametrize("swapped", [False, True])
def test_where_two_cross_the_nearer_one_there_hides_the_other(swapped: bool) -> None:
    """The slanting one is nearer on the whole, but behind where they cross."""
    slanting = line(-1.0, 0.0, -0.2, 1.0, 0.0, 2.0)
    level = line(-0.9, -0.5, 0.5, -0.9, 0.5, 0.5)
    axes = {"level": level, "slanting": slanting} if swapped else {
        "slanting": slanting, "level": level
    }  # fmt: skip
    assert slanting.depth > level.depth
    assert back_to_front(axes) == ["slanting", "level"]


def test_where_two_are_as_near_as_each_other_their_middles_decide() -> None:
    a = line(0.0, 0.0, 0.0, 1.0, 0.0, 1.0)
    b = line(0.0, 0.0, 0.001, 0.0, 1.0, -1.0)
    assert back_to_front({"a": a, "b": b}) == ["b", "a"]


def test_parts_beside_each_other_are_ordered_by_depth_alone() -> None:
    far = line(0.0, 0.0, -1.0, 0.0, 1.0, -1.0)
    near = line(3.0, 0.0, 1.0, 3.0, 1.0, 1.0)
    assert back_to_front({"near": near, "far": far}) == ["far", "near"]


def test_lines_that_end_near_each_other_are_compared_there() -> None:
    """Their lines would cross outside of them."""
    thigh = line(0.0, 0.0, 0.0, 1.0, 0.0, 0.5)
    other = line(1.03, 0.0, 0.0, 1.03, 1.0, 3.0)
    assert other.depth > thigh.depth
    assert back_to_front({"other": other, "thigh": thigh}) == ["other", "thigh"]


def test_a_line_seen_from_its_end_is_a_point_before_or_behind() -> None:
    through = line(0.0, 0.0, -1.0, 0.0, 0.0, 0.0)
    across = line(-1.0, 0.02, 0.5, 1.0, 0.02, 0.5)
    point = line(0.0, 0.01, 0.9, 0.0, 0.01, 0.9)
    axes = {"point": point, "across": across, "through": through}
    assert back_to_front(axes) == ["through", "across", "point"]


def test_three_that_hide_each_other_in_turn_are_all_drawn() -> None:
    corners = [(0.0, 0.0), (1.0, 0.0), (0.5, 0.9)]
    axes = {}
    for i, name in enumerate("abc"):
        (x0, y0), (x1, y1) = corners[i], corners[(i + 1) % 3]
        axes[name] = line(x0, y0, 0.0, x1, y1, 1.0)
    assert sorted(back_to_front(axes)) == ["a", "b", "c"]
