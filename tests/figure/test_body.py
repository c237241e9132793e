"""Forward kinematics: angles move the bones they name, the way they say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings

from backcare.figure import vector as v
from backcare.figure.body import (
    LENGTHS,
    Body,
    Frame,
    base_turn,
    moved,
    posed,
    set_end,
    socket,
    tip_turn,
)
from backcare.figure.skeleton import CHAIN, SPINE, SPINE_OFFSETS, Bone, Limb
from tests.figure.figures import (
    LEFT_ARM,
    LIMBS,
    RIGHT_ARM,
    RIGHT_LEG,
    TURNS,
    VECTORS,
    close,
    is_rotation,
    joint_angles_within_limits,
    same_body,
    same_turn,
)

UPRIGHT = Frame(v.IDENTITY, v.ORIGIN)
STILL = posed({}, UPRIGHT)


def gone(bone: Bone, **angles: float) -> v.Vector:
    """Which way a bone's start goes when the body is bent so; spaces are underscores."""
    named = {name.replace("__", " "): value for name, value in angles.items()}
    return v.subtract(posed(named, UPRIGHT)[bone].origin, STILL[bone].origin)


def test_in_the_neutral_body_every_bone_points_alike() -> None:
    assert set(STILL) == set(Bone)
    assert all(frame.turn == v.IDENTITY for frame in STILL.values())


@given(joint_angles_within_limits(), TURNS, VECTORS)
@settings(max_examples=40)
def test_bones_keep_their_lengths_in_every_pose(
    angles: dict[str, float], turn: v.Matrix, place: v.Vector
) -> None:
    body = posed(angles, Frame(turn, place))
    for below, above in pairwise(SPINE):
        assert close(body[below].point(SPINE_OFFSETS[above]), body[above].origin)
    for one in Limb:
        bones = CHAIN[one]
        starts = [body[bone].origin for bone in bones]
        upper, lower = LENGTHS[one.is_arm]
        assert v.length(v.subtract(starts[1], starts[0])) == pytest.approx(upper)
        assert v.length(v.subtract(starts[2], starts[1])) == pytest.approx(lower)
    assert all(is_rotation(frame.turn) for frame in body.values())


@given(joint_angles_within_limits(), TURNS, VECTORS)
@settings(max_examples=25)
def test_a_body_on_a_moved_pelvis_is_the_body_moved(
    angles: dict[str, float], turn: v.Matrix, place: v.Vector
) -> None:
    def carry(point: v.Vector) -> v.Vector:
        return v.add(v.apply(turn, point), place)

    there = posed(angles, Frame(turn, place))
    assert same_body(there, moved(posed(angles, UPRIGHT), carry, turn))


def test_a_body_moved_without_a_turn_keeps_its_turns() -> None:
    body = moved(STILL, lambda p: (p[0] + 1.0, p[1], p[2]))
    assert all(body[bone].turn is STILL[bone].turn for bone in Bone)
    assert all(close(v.subtract(body[b].origin, STILL[b].origin), (1, 0, 0)) for b in Bone)


@pytest.mark.parametrize(
    ("angle", "bone", "axis", "sign"),
    [
        ("lumbar", Bone.HEAD, 0, 1),
        ("thoracic", Bone.HEAD, 0, 1),
        ("neck", Bone.HEAD, 0, 1),
        ("lumbar_side", Bone.HEAD, 1, -1),
        ("thoracic_side", Bone.HEAD, 1, -1),
        ("neck_side", Bone.HEAD, 1, -1),
        ("lumbar_turn", Bone.LEFT_UPPER_ARM, 0, 1),
        ("thoracic_turn", Bone.LEFT_UPPER_ARM, 0, 1),
        ("left shoulder", Bone.LEFT_HAND, 0, 1),
        ("left shoulder_out", Bone.LEFT_HAND, 1, 1),
        ("right shoulder_out", Bone.RIGHT_HAND, 1, -1),
        ("left elbow", Bone.LEFT_HAND, 0, 1),
        ("right wrist", Bone.RIGHT_FINGERS, 1, 1),
        ("left wrist", Bone.LEFT_FINGERS, 1, -1),
        ("left hip", Bone.LEFT_FOOT, 0, 1),
        ("left hip_out", Bone.LEFT_FOOT, 1, 1),
        ("right hip_out", Bone.RIGHT_FOOT, 1, -1),
        ("left knee", Bone.LEFT_FOOT, 0, -1),
        ("left ankle", Bone.LEFT_TOES, 2, 1),
        ("left hip_turn", Bone.LEFT_TOES, 1, 1),
        ("right hip_turn", Bone.RIGHT_TOES, 1, -1),
    ],
)
def test_an_angle_moves_what_it_names_the_way_it_says(
    angle: str, bone: Bone, axis: int, sign: int
) -> None:
    way = gone(bone, **{angle.replace(" ", "__"): 20.0})
    assert way[axis] * sign > 0.01


@pytest.mark.parametrize(("one", "sign"), [(RIGHT_ARM, -1.0), (LEFT_ARM, 1.0)])
def test_pronation_turns_the_palm_back(one: Limb, sign: float) -> None:
    body = posed({f"{one.side.value} forearm": 90.0}, UPRIGHT)
    # The palm faces inwards in the neutral body: against the side.
    palm = v.apply(body[CHAIN[one][2]].turn, (0.0, -sign, 0.0))
    assert close(palm, (-1.0, 0.0, 0.0))


@pytest.mark.parametrize(("one", "sign"), [(RIGHT_ARM, -1.0), (LEFT_ARM, 1.0)])
def test_fingers_close_towards_the_palm(one: Limb, sign: float) -> None:
    body = posed({f"{one.side.value} fingers": 60.0}, UPRIGHT)
    pointing = v.scaled(v.axis_of(body[CHAIN[one][3]].turn, 2), -1.0)
    assert pointing[1] * sign < -0.5


def test_toes_bend_up() -> None:
    body = posed({"right toes": 40.0}, UPRIGHT)
    assert v.axis_of(body[Bone.RIGHT_TOES].turn, 0)[2] > 0.5


@pytest.mark.parametrize(
    ("angles", "axis", "points"),
    [
        ({"heading": 180.0}, 0, (-1.0, 0.0, 0.0)),
        ({"lean": 90.0}, 0, (0.0, 0.0, -1.0)),
        ({"lean": -90.0}, 0, (0.0, 0.0, 1.0)),
        ({"lean": -90.0}, 2, (-1.0, 0.0, 0.0)),
        ({"lean": -90.0, "roll": 90.0}, 0, (0.0, 1.0, 0.0)),
        ({"roll": 90.0}, 0, (0.0, 1.0, 0.0)),
    ],
)
def test_heading_lean_and_roll_turn_the_pelvis(
    angles: dict[str, float], axis: int, points: v.Vector
) -> None:
    assert close(v.axis_of(base_turn(angles), axis), points)


def test_the_hip_stays_where_the_shoulder_rides_up_with_the_arm() -> None:
    up, down = (0.0, 0.0, 1.0), (0.0, 0.0, -1.0)
    assert socket(STILL, RIGHT_LEG, up) == socket(STILL, RIGHT_LEG, down)
    hanging, raised = socket(STILL, LEFT_ARM, down), socket(STILL, LEFT_ARM, up)
    assert close(hanging, socket(STILL, LEFT_ARM))
    assert raised[2] > hanging[2] + 0.02
    assert raised[1] < hanging[1]
    assert socket(STILL, LEFT_ARM, (1.0, 0.0, 0.0))[0] > hanging[0]


@given(LIMBS, TURNS, VECTORS, joint_angles_within_limits())
@settings(max_examples=25)
def test_fingers_and_toes_hang_on_the_hand_or_foot_put_in_place(
    one: Limb, turn: v.Matrix, place: v.Vector, angles: dict[str, float]
) -> None:
    body: Body = dict(STILL)
    bones = CHAIN[one]
    tip = tip_turn(angles, one)
    set_end(body, one, Frame(turn, place), tip)
    was, now = STILL[bones[3]], body[bones[3]]
    assert body[bones[2]] == (turn, place)
    assert same_turn(now.turn, v.multiply(turn, tip))
    assert v.length(v.subtract(now.origin, place)) == pytest.approx(
        v.length(v.subtract(was.origin, STILL[bones[2]].origin))
    )
