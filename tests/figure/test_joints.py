"""Joints: angles and rotations are made from each other, both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.joints import (
    ball_angles,
    ball_angles_near,
    ball_turn,
    wrist_angles,
    wrist_turn,
)
from tests.figure.figures import TURNS, is_rotation, same_turn

if TYPE_CHECKING:
    from backcare.figure.vector import Matrix, Vector

BENDS = st.floats(-80.0, 80.0)
SIGNS = st.sampled_from([1.0, -1.0])
ROUND = st.floats(-170.0, 170.0)
BALLS = st.tuples(st.floats(-95.0, 250.0), BENDS, ROUND)


@given(BALLS, SIGNS)
def test_a_ball_joint_measures_what_it_is_turned_by(angles: Vector, sign: float) -> None:
    turn = ball_turn(angles, sign)
    assert is_rotation(turn)
    assert ball_angles(turn, sign) == pytest.approx(angles, abs=1e-6)


@given(TURNS, SIGNS)
def test_a_ball_joint_is_turned_by_what_it_measures(turn: Matrix, sign: float) -> None:
    assert same_turn(ball_turn(ball_angles(turn, sign), sign), turn, 1e-6)


@given(BALLS, BALLS, SIGNS)
def test_the_nearest_angles_make_the_same_turn_and_are_no_farther(
    angles: Vector, near: Vector, sign: float
) -> None:
    turn = ball_turn(angles, sign)
    found = ball_angles_near(turn, sign, near)

    def farness(one: Vector) -> float:
        return sum(abs(a - b) for a, b in zip(one, near, strict=True))

    assert same_turn(ball_turn(found, sign), turn, 1e-6)
    assert farness(found) <= farness(angles) + 1e-6


@given(BALLS, SIGNS)
def test_angles_near_themselves_are_themselves(angles: Vector, sign: float) -> None:
    assert ball_angles_near(ball_turn(angles, sign), sign, angles) == pytest.approx(
        angles, abs=1e-5
    )


def test_an_arm_over_the_head_is_near_either_way_of_getting_there() -> None:
    """Up through the front, or up through the side and turned."""
    turn = ball_turn((180.0, 0.0, 0.0), 1.0)
    assert ball_angles_near(turn, 1.0, (0.0, 180.0, 180.0)) == pytest.approx((0.0, 180.0, 180.0))


@given(ROUND, BENDS, BENDS, SIGNS)
def test_a_wrist_measures_the_turn_made_from_its_angles(
    pronation: float, flexion: float, towards_thumb: float, sign: float
) -> None:
    if abs(flexion) + abs(towards_thumb) > 85.0:
        flexion, towards_thumb = flexion / 2.0, towards_thumb / 2.0
    turn = wrist_turn(pronation, flexion, towards_thumb, sign)
    assert is_rotation(turn)
    assert wrist_angles(turn, sign) == pytest.approx((pronation, flexion, towards_thumb), abs=1e-4)


@given(st.tuples(BENDS, BENDS, ROUND), SIGNS)
def test_the_turn_made_from_a_wrists_angles_is_the_one_measured(bends: Vector, sign: float) -> None:
    turn = v.multiply(
        v.about_x(bends[0] / 2.0), v.multiply(v.about_y(bends[1] / 2.0), v.about_z(bends[2]))
    )
    assert same_turn(wrist_turn(*wrist_angles(turn, sign), sign), turn, 1e-6)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_hand_bent_to_the_thumb_measures_plus(sign: float) -> None:
    # The thumb points ahead; the fingers, down, swing ahead with it.
    assert wrist_angles(v.about_y(-15.0), sign) == pytest.approx((0.0, 0.0, 15.0))
