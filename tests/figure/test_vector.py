"""Vectors and turns: they obey the laws of geometry, at every angle."""

from __future__ import annotations

from math import acos, degrees, pi, radians
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure import vector as v
from tests.figure.figures import (
    ANGLES,
    DIRECTIONS,
    SHARES,
    TURNS,
    VECTORS,
    close,
    is_rotation,
    same_turn,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.figure.vector import Matrix, Vector

X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)


def angle_of(turn: Matrix) -> float:
    """By how much it turns, in radians."""
    cosine = (turn[0][0] + turn[1][1] + turn[2][2] - 1.0) / 2.0
    return acos(max(-1.0, min(1.0, cosine)))


@given(VECTORS, VECTORS)
def test_what_is_subtracted_and_added_again_leaves_the_vector(a: Vector, b: Vector) -> None:
    assert close(v.add(v.subtract(a, b), b), a)


@given(VECTORS, VECTORS)
def test_the_vector_product_is_square_to_both(a: Vector, b: Vector) -> None:
    square = v.cross(a, b)
    assert v.dot(square, a) == pytest.approx(0.0, abs=1e-9)
    assert v.dot(square, b) == pytest.approx(0.0, abs=1e-9)


def test_the_axes_are_right_handed() -> None:
    assert v.cross(X, Y) == Z


@given(VECTORS, st.floats(-3.0, 3.0))
def test_a_scaled_vector_is_so_many_times_as_long(a: Vector, factor: float) -> None:
    assert v.length(v.scaled(a, factor)) == pytest.approx(abs(factor) * v.length(a), abs=1e-9)


@given(DIRECTIONS, st.floats(0.01, 100.0))
def test_a_direction_has_length_one_whatever_it_comes_from(a: Vector, size: float) -> None:
    assert close(v.unit(v.scaled(a, size)), a)


def test_a_vector_without_a_direction_takes_the_other_one() -> None:
    assert v.unit(v.ORIGIN) == v.UP
    assert v.unit(v.ORIGIN, X) == X


@given(VECTORS, VECTORS)
def test_a_mixture_runs_from_one_end_to_the_other(a: Vector, b: Vector) -> None:
    assert v.mixed(a, b, 0.0) == a
    assert close(v.mixed(a, b, 1.0), b)
    assert close(v.mixed(a, b, 0.5), v.scaled(v.add(a, b), 0.5))


@given(VECTORS, DIRECTIONS, VECTORS)
def test_what_is_square_to_an_axis_has_no_part_along_it(
    a: Vector, axis: Vector, otherwise: Vector
) -> None:
    found = v.square_to(a, axis, otherwise)
    assert v.length(found) == pytest.approx(1.0)
    if v.length(v.cross(a, axis)) > 1e-5:
        assert v.dot(found, axis) == pytest.approx(0.0, abs=1e-9)
        assert v.dot(found, a) > 0.0


def test_along_the_axis_the_other_direction_is_taken() -> None:
    assert close(v.square_to((0.0, 0.0, 2.0), Z, (1.0, 0.0, 1.0)), X)


@given(TURNS, VECTORS)
def test_a_turn_keeps_lengths_and_can_be_taken_back(turn: Matrix, a: Vector) -> None:
    turned = v.apply(turn, a)
    assert v.length(turned) == pytest.approx(v.length(a), abs=1e-9)
    assert close(v.unapply(turn, turned), a)
    assert close(v.apply(v.transposed(turn), turned), a)


@given(TURNS, TURNS, VECTORS)
def test_a_product_of_turns_turns_by_the_second_first(a: Matrix, b: Matrix, c: Vector) -> None:
    assert close(v.apply(v.multiply(a, b), c), v.apply(a, v.apply(b, c)))


@given(TURNS)
def test_a_turn_is_made_of_where_it_takes_the_axes(turn: Matrix) -> None:
    axes = [v.axis_of(turn, column) for column in range(3)]
    assert v.from_axes(axes[0], axes[1], axes[2]) == turn
    assert close(axes[0], v.apply(turn, X))
    assert close(axes[2], v.apply(turn, Z))


@pytest.mark.parametrize(
    ("turn", "axis", "start", "stop"),
    [(v.about_x, X, Y, Z), (v.about_y, Y, Z, X), (v.about_z, Z, X, Y)],
)
def test_a_quarter_turn_about_an_axis_takes_one_to_the_next(
    turn: Callable[[float], Matrix], axis: Vector, start: Vector, stop: Vector
) -> None:
    assert close(v.apply(turn(90.0), start), stop)
    assert close(v.apply(turn(90.0), axis), axis)
    assert same_turn(turn(33.0), v.about(axis, radians(33.0)))


@given(DIRECTIONS, ANGLES)
def test_a_turn_about_an_axis_leaves_it_and_is_as_large_as_asked(
    axis: Vector, angle: float
) -> None:
    turn = v.about(axis, angle)
    assert is_rotation(turn)
    assert close(v.apply(turn, axis), axis)
    assert angle_of(turn) == pytest.approx(abs(angle), abs=1e-6)


@given(TURNS, TURNS)
def test_a_blend_begins_at_one_turn_and_ends_at_the_other(a: Matrix, b: Matrix) -> None:
    assert v.blended(a, b, 0.0) is a
    assert v.blended(a, b, 1.0) == b
    assert v.blended(a, a, 0.5) is a


def test_a_blend_of_turns_that_cannot_be_told_apart_is_the_first() -> None:
    nearly = v.about_z(1e-9)
    assert nearly != v.IDENTITY
    assert v.blended(v.IDENTITY, nearly, 0.5) is v.IDENTITY


@given(TURNS, DIRECTIONS, st.floats(0.001, pi - 0.001), SHARES)
def test_a_blend_has_gone_its_share_of_the_shortest_turn(
    start: Matrix, axis: Vector, angle: float, share: float
) -> None:
    stop = v.multiply(v.about(axis, angle), start)
    found = v.blended(start, stop, share)
    assert same_turn(found, v.multiply(v.about(axis, angle * share), start), 1e-6)


@given(TURNS, DIRECTIONS, st.sampled_from([0.0, 1e-9, 1e-6, 5e-5]), SHARES)
def test_half_a_turn_is_blended_about_its_axis_too(
    start: Matrix, axis: Vector, short_of: float, share: float
) -> None:
    stop = v.multiply(v.about(axis, pi - short_of), start)
    found = v.blended(start, stop, share)
    gone = v.multiply(found, v.transposed(start))
    left = v.multiply(stop, v.transposed(found))
    assert is_rotation(found)
    assert angle_of(gone) == pytest.approx(pi * share, abs=2e-4)
    assert angle_of(left) == pytest.approx(pi * (1.0 - share), abs=2e-4)


@pytest.mark.parametrize("axis", [X, Y, Z])
def test_half_a_turn_about_each_axis_passes_the_quarter(axis: Vector) -> None:
    half = v.blended(v.IDENTITY, v.about(axis, pi), 0.5)
    assert degrees(angle_of(half)) == pytest.approx(90.0)
    assert close(v.apply(half, axis), axis)
