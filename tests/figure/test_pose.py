"""A pose as it is written down, and its mirror image."""

from __future__ import annotations

import pytest
from hypothesis import given

from backcare.figure.pose import Pose, angle_names, mirrored
from backcare.figure.skeleton import Part
from tests.figure.figures import LEFT_ARM, LEFT_LEG, RIGHT_ARM, RIGHT_LEG, written_poses


def test_an_angle_that_is_not_said_is_none() -> None:
    pose = Pose("some", angles={"left knee": 40.0})
    assert pose.angle("left knee") == 40.0
    assert pose.angle("right knee") == 0.0


def test_no_two_angles_have_the_same_name() -> None:
    names = angle_names()
    assert len(set(names)) == len(names)


@given(written_poses())
def test_mirroring_twice_gives_the_pose_again(pose: Pose) -> None:
    assert mirrored(mirrored(pose)) == pose


@given(written_poses())
def test_a_mirrored_pose_says_as_much_with_known_names(pose: Pose) -> None:
    other = mirrored(pose)
    assert len(other.angles) == len(pose.angles)
    assert set(other.angles) <= set(angle_names())
    assert (other.name, other.follows, other.props) == (pose.name, pose.follows, pose.props)
    assert (other.head_rests, len(other.rest)) == (pose.head_rests, len(pose.rest))


def test_left_and_right_change_places() -> None:
    pose = Pose(
        "some",
        angles={"left hip_out": 20.0, "right elbow": 5.0},
        rest=(Part.RIGHT_KNEE, Part.HANDS),
        pin=Part.LEFT_FOOT,
        contacts={LEFT_ARM: "shin", RIGHT_LEG: "flat"},
        works=frozenset({RIGHT_ARM}),
    )
    other = mirrored(pose)
    assert other.angles == {"right hip_out": 20.0, "left elbow": 5.0}
    assert other.rest == (Part.LEFT_KNEE, Part.HANDS)
    assert other.pin is Part.RIGHT_FOOT
    assert other.contacts == {RIGHT_ARM: "shin", LEFT_LEG: "flat"}
    assert other.works == {LEFT_ARM}


@pytest.mark.parametrize(
    "name",
    [
        "lumbar_side", "lumbar_turn", "thoracic_side", "thoracic_turn", "neck_side", "neck_turn",
        "heading", "roll",
    ],
)  # fmt: skip
def test_bends_and_turns_to_a_side_go_to_the_other(name: str) -> None:
    assert mirrored(Pose("some", angles={name: 12.0})).angles == {name: -12.0}


@pytest.mark.parametrize("name", ["lean", "lumbar", "thoracic", "neck"])
def test_bends_forward_stay(name: str) -> None:
    assert mirrored(Pose("some", angles={name: 12.0})).angles == {name: 12.0}


def test_the_other_pedal_is_half_a_round_away() -> None:
    assert mirrored(Pose("some", angles={"crank": 270.0})).angles == {"crank": 90.0}
