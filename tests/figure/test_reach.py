"""Inverse kinematics: ends come to where they are asked, bones stay as long as they are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import LENGTHS, Frame, posed, socket
from backcare.figure.reach import reach, swing_at
from backcare.figure.skeleton import CHAIN, Bone, Limb
from tests.figure.figures import (
    DIRECTIONS,
    LEFT_ARM,
    LEFT_LEG,
    LIMBS,
    RIGHT_ARM,
    RIGHT_LEG,
    TURNS,
    close,
    is_rotation,
    joint_angles_within_limits,
    same_turn,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.body import Body
    from backcare.figure.vector import Matrix, Vector

HIGH_UP = Frame(v.IDENTITY, (0.0, 0.0, 5.0))
FAR = {arm: sum(LENGTHS[arm]) for arm in (True, False)}


def lengths(body: Body, one: Limb) -> list[float]:
    starts = [body[bone].origin for bone in CHAIN[one]]
    return [v.length(v.subtract(b, a)) for a, b in pairwise(starts)]


def way(body: Body, one: Limb, goal: Vector) -> Vector:
    """From the joint the limb has come to hang in to where it should reach."""
    return v.subtract(goal, body[CHAIN[one][0]].origin)


@given(
    joint_angles_within_limits(),
    LIMBS,
    DIRECTIONS,
    st.floats(0.05, 1.5),
    TURNS,
    st.sampled_from([0.0, 5.0]),
)
@settings(max_examples=150)
def test_every_reachable_goal_is_reached_and_bones_keep_their_lengths(
    angles: dict[str, float], one: Limb, towards: Vector, share: float, turn: Matrix, height: float
) -> None:
    body = posed(angles, Frame(v.IDENTITY, (0.0, 0.0, height)))
    before = lengths(body, one)
    upper, lower = LENGTHS[one.is_arm]
    goal = v.add(socket(body, one), v.scaled(towards, share * (upper + lower)))
    reach(body, one, Frame(turn, goal), v.IDENTITY)
    bones = CHAIN[one]
    far = v.length(way(body, one, goal))
    end = body[bones[2]]
    assert lengths(body, one) == pytest.approx(before)
    assert same_turn(end.turn, turn)
    assert all(is_rotation(body[bone].turn) for bone in bones)
    if abs(upper - lower) + 0.011 < far < upper + lower - 2e-5:
        assert close(end.origin, goal)
    else:
        assert close(v.unit(way(body, one, end.origin)), v.unit(way(body, one, goal)), 1e-6)


@given(joint_angles_within_limits(), LIMBS, DIRECTIONS, st.floats(0.1, 0.99))
@settings(max_examples=60)
def test_elbows_and_knees_stay_hinges_that_bend_one_way(
    angles: dict[str, float], one: Limb, towards: Vector, share: float
) -> None:
    body = posed(angles, HIGH_UP)
    goal = v.add(socket(body, one), v.scaled(towards, share * FAR[one.is_arm]))
    reach(body, one, Frame(v.IDENTITY, goal), v.IDENTITY)
    upper, lower = (body[bone].turn for bone in CHAIN[one][:2])
    assert close(v.axis_of(upper, 1), v.axis_of(lower, 1), 1e-6)
    ahead = v.dot(v.axis_of(lower, 2), v.axis_of(upper, 0))
    assert (-ahead if one.is_arm else ahead) >= -1e-6


@given(LIMBS, DIRECTIONS, st.floats(1.2, 3.0))
@settings(max_examples=40)
def test_too_far_away_the_limb_is_straight_and_points_there(
    one: Limb, towards: Vector, share: float
) -> None:
    body = posed({}, HIGH_UP)
    goal = v.add(socket(body, one), v.scaled(towards, share * FAR[one.is_arm]))
    reach(body, one, Frame(v.IDENTITY, goal), v.IDENTITY)
    root, middle, end = (body[bone].origin for bone in CHAIN[one][:3])
    pointing = v.unit(v.subtract(goal, root))
    assert v.length(v.subtract(end, root)) == pytest.approx(FAR[one.is_arm], abs=1e-4)
    assert close(v.unit(v.subtract(middle, root)), pointing, 0.02)


def test_an_end_that_is_at_the_joint_itself_folds_the_limb() -> None:
    body = posed({}, HIGH_UP)
    goal = socket(body, LEFT_LEG)
    reach(body, LEFT_LEG, Frame(v.IDENTITY, goal), v.IDENTITY)
    upper, lower = LENGTHS[False]
    assert lengths(body, LEFT_LEG)[:2] == pytest.approx([upper, lower])
    assert v.length(way(body, LEFT_LEG, body[Bone.LEFT_FOOT].origin)) < 0.02


@pytest.mark.parametrize("share", [0.0, -1.0])
def test_with_no_share_nothing_moves(share: float) -> None:
    body = posed({"left knee": 30.0}, HIGH_UP)
    before = dict(body)
    reach(body, LEFT_LEG, HIGH_UP, v.IDENTITY, share)
    assert body == before


def test_with_half_a_share_the_end_goes_half_of_the_way_and_turn() -> None:
    body = posed({"left hip": 40.0, "left knee": 60.0}, HIGH_UP)
    start = body[Bone.LEFT_FOOT]
    goal = v.add(start.origin, (0.1, 0.05, 0.1))
    stop = Frame(v.multiply(v.about_z(60.0), start.turn), goal)
    reach(body, LEFT_LEG, stop, v.IDENTITY, 0.5)
    end = body[Bone.LEFT_FOOT]
    assert close(end.origin, v.mixed(start.origin, goal, 0.5))
    assert same_turn(end.turn, v.multiply(v.about_z(30.0), start.turn))


def leaning(height: float, turns: Mapping[str, float]) -> Body:
    """Face down over the floor, elbows pointing to it."""
    base = v.multiply(v.about_y(90.0), v.about_z(turns.get("roll", 0.0)))
    return posed(turns, Frame(base, (0.0, 0.0, height)))


@pytest.mark.parametrize("one", [LEFT_ARM, RIGHT_ARM])
@pytest.mark.parametrize("roll", [0.0, 180.0])
@pytest.mark.parametrize("turn", [-90.0, 0.0, 90.0, 180.0])
@pytest.mark.parametrize("height", [0.1, 0.25])
def test_no_elbow_goes_through_the_floor(
    one: Limb, roll: float, turn: float, height: float
) -> None:
    side = one.side.value
    turns = {f"{side} shoulder": 90.0, f"{side} shoulder_turn": turn, "roll": roll}
    body = leaning(height, turns)
    shoulder = socket(body, one)
    goal = (shoulder[0] + 0.25, shoulder[1], 0.03)
    reach(body, one, Frame(v.IDENTITY, goal), v.IDENTITY)
    upper, elbow, wrist = (body[bone].origin for bone in CHAIN[one][:3])
    assert elbow[2] > 0.03
    assert close(wrist, goal)
    assert v.length(v.subtract(elbow, upper)) == pytest.approx(LENGTHS[True][0])


@pytest.mark.parametrize("one", [LEFT_ARM, RIGHT_ARM])
def test_an_elbow_that_would_go_down_goes_outwards(one: Limb) -> None:
    side, sign = one.side.value, one.side.sign
    body = leaning(0.15, {f"{side} shoulder": 90.0, f"{side} shoulder_turn": 0.0, "roll": 180.0})
    shoulder = socket(body, one)
    reach(body, one, Frame(v.IDENTITY, (shoulder[0] + 0.2, shoulder[1], 0.03)), v.IDENTITY)
    outward = v.scaled(v.axis_of(body[Bone.CHEST].turn, 1), sign)
    elbow = body[CHAIN[one][1]].origin
    assert v.dot(v.subtract(elbow, shoulder), outward) > 0.05


def test_an_elbow_that_can_never_be_clear_still_hangs_on_its_arm() -> None:
    body = leaning(-2.0, {})
    goal = v.add(socket(body, LEFT_ARM), (0.2, 0.0, 0.0))
    reach(body, LEFT_ARM, Frame(v.IDENTITY, goal), v.IDENTITY)
    assert lengths(body, LEFT_ARM)[:2] == pytest.approx(list(LENGTHS[True]))


def test_a_knee_may_be_on_the_floor() -> None:
    body = posed({"right hip": 90.0, "right knee": 90.0}, Frame(v.IDENTITY, (0.0, 0.0, 0.1)))
    knee = body[Bone.RIGHT_SHIN].origin
    reach(body, RIGHT_LEG, body[Bone.RIGHT_FOOT], v.IDENTITY)
    assert close(body[Bone.RIGHT_SHIN].origin, knee, 1e-6)


@given(joint_angles_within_limits(), LIMBS, st.floats(-40.0, 40.0))
@settings(max_examples=40)
def test_a_swung_middle_joint_carries_the_end_stiffly(
    angles: dict[str, float], one: Limb, degrees: float
) -> None:
    body = posed(angles, HIGH_UP)
    before = dict(body)
    swing_at(body, one, degrees)
    bones = CHAIN[one]
    assert body[bones[0]] == before[bones[0]]
    assert lengths(body, one) == pytest.approx(
        [v.length(v.subtract(before[b].origin, before[a].origin)) for a, b in pairwise(bones)]
    )
    stiff = v.multiply(v.transposed(before[bones[1]].turn), before[bones[2]].turn)
    assert same_turn(v.multiply(v.transposed(body[bones[1]].turn), body[bones[2]].turn), stiff)
    swing_at(body, one, -degrees)
    for bone in bones:
        assert close(body[bone].origin, before[bone].origin)
        assert same_turn(body[bone].turn, before[bone].turn)


def test_a_swung_middle_joint_bends_more() -> None:
    body = posed({}, HIGH_UP)
    swing_at(body, LEFT_LEG, 30.0)
    swing_at(body, LEFT_ARM, 30.0)
    assert body[Bone.LEFT_FOOT].origin[0] < body[Bone.LEFT_SHIN].origin[0] - 0.1
    assert body[Bone.LEFT_HAND].origin[0] > body[Bone.LEFT_FOREARM].origin[0] + 0.1
