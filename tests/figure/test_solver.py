"""A pose set down: on its supports, with its contacts true, and as well in a mirror."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from backcare.figure import contacts as c
from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.flesh import ALL_LUMPS, PART_LUMPS, foot, hand, lowest_of
from backcare.figure.mirror import reflected
from backcare.figure.pose import Pose, mirrored
from backcare.figure.skeleton import ANKLE_HEIGHT, CHAIN, Bone, Limb, Part, Side
from backcare.figure.solver import Stance, centre_of, moving_end, solve, support_height
from tests.figure.figures import (
    ALL_FOURS,
    CURLED,
    LEFT_ARM,
    LEFT_LEG,
    LYING,
    ONE_KNEE,
    POSES,
    REACHING,
    RIGHT_ARM,
    RIGHT_LEG,
    SQUATTING,
    STANDING,
    both,
    close,
    feet,
    hands,
    is_rotation,
    same_body,
    stance,
    takeable_poses,
)

if TYPE_CHECKING:
    from backcare.figure.body import Body

PALM_DOWN = (0.0, 0.0, -1.0)


def same_body_but_toes(a: Body, b: Body) -> bool:
    bones = [bone for bone in Bone if not bone.value.endswith("toes")]
    return all(close(a[bone].origin, b[bone].origin, 1e-6) for bone in bones)


def palm(found: Stance, one: Limb) -> v.Vector:
    return v.apply(found.body[CHAIN[one][2]].turn, (0.0, -one.side.sign, 0.0))


@given(takeable_poses())
@settings(max_examples=60)
def test_solving_the_mirrored_pose_is_reflecting_the_solved_one(pose: Pose) -> None:
    ours, theirs = reflected(solve(pose)), solve(mirrored(pose))
    assert same_body(ours.body, theirs.body, 1e-6)
    assert ours.pose == theirs.pose
    assert ours.angles == pytest.approx(dict(theirs.angles), abs=1e-6)
    assert ours.planted.keys() == theirs.planted.keys()


@pytest.mark.parametrize("name", POSES)
def test_a_following_pose_is_solved_as_well_in_a_mirror(name: str) -> None:
    pose = POSES[name]
    before = stance(pose.follows) if pose.follows else None
    found = solve(mirrored(pose), reflected(before) if before else None)
    assert same_body(found.body, reflected(stance(name)).body, 1e-6)


@given(takeable_poses())
@settings(max_examples=40)
def test_every_bone_is_turned_not_stretched(pose: Pose) -> None:
    assert all(is_rotation(frame.turn) for frame in solve(pose).body.values())


@pytest.mark.parametrize("part", [part for part in Part if part is not Part.HEAD])
def test_a_body_rests_on_the_part_it_names(part: Part) -> None:
    body = solve(Pose("some", angles={"lean": 30.0}, rest=(part,))).body
    assert lowest_of(PART_LUMPS[part], body) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("name", ["lying", "curled", "one-knee"])
def test_with_two_supports_the_body_is_tipped_until_both_touch(name: str) -> None:
    body = stance(name).body
    for part in POSES[name].rest:
        assert lowest_of(PART_LUMPS[part], body) == pytest.approx(0.0, abs=1e-4)


@pytest.mark.parametrize("lean", [-70.0, -90.0, -110.0])
def test_it_is_tipped_whichever_of_the_two_is_lower_at_first(lean: float) -> None:
    body = solve(Pose("some", angles={"lean": lean}, rest=(Part.BACK, Part.PELVIS))).body
    assert lowest_of(PART_LUMPS[Part.BACK], body) == pytest.approx(0.0, abs=1e-4)
    assert lowest_of(PART_LUMPS[Part.PELVIS], body) == pytest.approx(0.0, abs=1e-4)


def test_a_body_that_cannot_be_tipped_so_far_stays_as_it_is_on_the_first_support() -> None:
    pose = Pose("some", rest=(Part.FEET, Part.HEAD))
    body = solve(pose).body
    assert body[Bone.PELVIS].turn == v.IDENTITY
    assert lowest_of(PART_LUMPS[Part.FEET], body) == pytest.approx(0.0, abs=1e-9)


def test_supports_that_are_level_already_are_not_tipped() -> None:
    """A part is as high as itself."""
    body = solve(Pose("some", rest=(Part.FEET, Part.FEET))).body
    assert body[Bone.PELVIS].turn == v.IDENTITY


def test_without_a_support_the_body_stays_in_the_air() -> None:
    assert solve(Pose("some")).body[Bone.PELVIS].origin == v.ORIGIN


def test_one_sits_on_the_seat_with_the_pelvis() -> None:
    pose = Pose("some", rest=(Part.PELVIS,), props=(props.CHAIR,))
    assert support_height(pose) == props.SEAT_HEIGHT
    low = lowest_of(PART_LUMPS[Part.PELVIS], solve(pose).body)
    assert low == pytest.approx(props.SEAT_HEIGHT)


# Contacts with the floor


def test_flat_soles_stand_level_at_the_height_of_the_ankle() -> None:
    found = stance("squatting")
    for one in (RIGHT_LEG, LEFT_LEG):
        end = found.body[CHAIN[one][2]]
        assert end.origin[2] == pytest.approx(ANKLE_HEIGHT)
        assert close(v.axis_of(end.turn, 2), v.UP)
        assert found.planted[one].origin == pytest.approx(end.origin)


@pytest.mark.parametrize("part", [Part.FEET, Part.RIGHT_FOOT, Part.LEFT_FOOT])
def test_a_body_on_flat_soles_rests_on_them_whatever_the_toes_do(part: Part) -> None:
    angles = {"right toes": -30.0, "left toes": -30.0}
    pose = Pose("some", angles=angles, rest=(part,), contacts=feet("flat"))
    body = solve(pose).body
    assert body[Bone.LEFT_FOOT].origin[2] == pytest.approx(ANKLE_HEIGHT, abs=1e-4)
    assert same_body_but_toes(body, solve(replace(pose, angles={})).body)


def test_a_body_on_flat_hands_rests_on_its_wrists() -> None:
    angles = {"lean": 90.0} | both(shoulder=90)
    found = solve(Pose("some", angles=angles, rest=(Part.HANDS,), contacts=hands("flat")))
    assert close(v.axis_of(found.body[Bone.LEFT_FOREARM].turn, 2), v.UP, 0.05)


@pytest.mark.parametrize("one", [RIGHT_ARM, LEFT_ARM])
def test_a_flat_hand_lies_palm_down_with_fingers_to_the_head(one: Limb) -> None:
    found = stance("all-fours")
    end = found.body[CHAIN[one][2]]
    assert close(palm(found, one), PALM_DOWN)
    assert v.axis_of(end.turn, 2)[0] < -0.99
    assert 0.0 < end.origin[2] < 0.05


@pytest.mark.parametrize(("one", "sign"), [(RIGHT_ARM, -1.0), (LEFT_ARM, 1.0)])
def test_a_heading_turns_the_fingers_of_a_flat_hand_outwards(one: Limb, sign: float) -> None:
    angles = {**ALL_FOURS.angles, **both(hand_heading=40)}
    found = solve(replace(ALL_FOURS, angles=angles))
    fingers = v.scaled(v.axis_of(found.body[CHAIN[one][2]].turn, 2), -1.0)
    straight = v.scaled(v.axis_of(stance("all-fours").body[CHAIN[one][2]].turn, 2), -1.0)
    assert close(fingers, v.apply(v.about_z(sign * 40.0), straight))


def test_a_hand_beside_the_body_points_along_its_forearm() -> None:
    found = stance("lying")
    fingers = v.scaled(v.axis_of(found.body[Bone.LEFT_HAND].turn, 2), -1.0)
    assert fingers[0] > 0.8
    assert close(palm(found, LEFT_ARM), PALM_DOWN)


def test_a_forearm_lies_on_the_floor_below_its_elbow() -> None:
    angles = {"lean": 90.0} | both(shoulder=90, elbow=80)
    found = solve(Pose("some", angles=angles, rest=(Part.ELBOWS,), contacts=hands("forearm")))
    for one in (RIGHT_ARM, LEFT_ARM):
        elbow, wrist = (found.body[bone].origin for bone in CHAIN[one][1:3])
        assert wrist[2] == pytest.approx(0.03, abs=0.01)
        assert elbow[2] == pytest.approx(wrist[2], abs=0.03)
        assert close(palm(found, one), PALM_DOWN)


@pytest.mark.parametrize("one", Limb)
def test_an_end_that_rests_is_let_down_as_it_is(one: Limb) -> None:
    angles = {"lean": -90.0} | both(hip=30, shoulder=20, shoulder_out=30, ankle=-20)
    pose = Pose("some", angles=angles, rest=(Part.BACK,))
    free, found = solve(pose), solve(replace(pose, contacts={one: "rest"}))
    lumps = hand(one.side) if one.is_arm else foot(one.side)
    assert lowest_of(lumps, found.body) == pytest.approx(0.0, abs=1e-6)
    bone = CHAIN[one][2]
    assert found.body[bone].turn == free.body[bone].turn
    assert found.body[bone].origin[:2] == pytest.approx(free.body[bone].origin[:2])
    assert close(found.planted[one].origin, found.body[bone].origin)


def test_a_leg_too_short_for_where_it_should_rest_is_planted_where_it_ends() -> None:
    angles = {"lean": -20.0} | both(hip=100)
    pose = Pose("some", angles=angles, rest=(Part.CHEST,), contacts={LEFT_LEG: "rest"})
    found = solve(pose)
    assert found.planted[LEFT_LEG] == found.body[Bone.LEFT_FOOT]


@pytest.mark.parametrize("one", [RIGHT_LEG, LEFT_LEG])
def test_a_kneeling_leg_lies_on_the_floor_from_knee_to_toes(one: Limb) -> None:
    found = stance("all-fours")
    assert lowest_of(foot(one.side), found.body) == pytest.approx(0.0, abs=1e-4)
    assert one not in found.planted


def test_a_foot_that_points_straight_up_or_down_is_set_down_along_the_shin() -> None:
    angles = {"lean": -90.0, "left hip": 90.0, "left knee": 90.0, "left ankle": -90.0}
    pose = Pose("some", angles=angles, rest=(Part.BACK,), contacts={LEFT_LEG: "flat"})
    found = solve(pose)
    assert close(v.axis_of(found.body[Bone.LEFT_FOOT].turn, 2), v.UP)


# Contacts with the body and with things


@pytest.mark.parametrize("pose", [CURLED, ONE_KNEE])
def test_hands_hold_what_the_pose_says(pose: Pose) -> None:
    found = stance(pose.name)
    for one in (RIGHT_ARM, LEFT_ARM):
        goal = c.palm_on(found.body, one, pose.contacts[one])[1]
        assert close(found.body[CHAIN[one][2]].origin, goal.origin, 0.01)
        assert one not in found.planted


def crossed(one: Limb) -> Pose:
    side, other = one.side.value, one.opposite.side.value
    angles = {
        "lean": -90.0, f"{side} hip": 80.0, f"{side} hip_out": 40.0, f"{side} hip_turn": 40.0,
        f"{side} knee": 100.0, f"{other} hip": 50.0, f"{other} knee": 95.0,
    }  # fmt: skip
    return Pose(
        "crossed",
        angles=angles,
        rest=(Part.BACK, Part.PELVIS),
        contacts={one: c.ON_KNEE, one.opposite: c.FLAT},
    )


@pytest.mark.parametrize("one", [RIGHT_LEG, LEFT_LEG])
def test_an_ankle_is_laid_on_the_other_knee_where_that_has_come_to_be(one: Limb) -> None:
    found = solve(crossed(one))
    goal = c.ankle_on_knee(found.body, one)[1]
    assert close(found.body[CHAIN[one][2]].origin, goal.origin, 0.005)


def test_crossing_one_leg_is_crossing_the_other_in_a_mirror() -> None:
    ours = reflected(solve(crossed(RIGHT_LEG)))
    assert same_body(ours.body, solve(crossed(LEFT_LEG)).body, 1e-6)


def test_a_rider_has_feet_on_the_pedals_and_hands_on_the_bar() -> None:
    angles = {"lean": 20.0, "lumbar": 20.0, "thoracic": 15.0, "crank": 90.0}
    angles |= both(hip=60, knee=70, shoulder=70, elbow=15)
    pose = Pose(
        "riding",
        angles=angles,
        rest=(Part.PELVIS,),
        contacts=feet("pedal") | hands("bar"),
        props=(props.BICYCLE,),
    )
    found = solve(pose)
    for side in Side:
        hand_bone, foot_bone = Bone(f"{side.value} hand"), Bone(f"{side.value} foot")
        assert found.body[foot_bone].turn == props.foot_on_pedal(side, 90.0).turn
        assert found.body[hand_bone].turn == props.hand_on_bar(side).turn
    assert found.planted == {}


@pytest.mark.parametrize("side", Side)
def test_where_a_moving_end_belongs_depends_on_the_crank(side: Side) -> None:
    leg = RIGHT_LEG if side is Side.RIGHT else LEFT_LEG
    low, high = (moving_end({}, {"crank": crank}, leg, c.PEDAL) for crank in (0.0, 180.0))
    if side is Side.LEFT:
        low, high = high, low
    assert high.origin[2] - low.origin[2] == pytest.approx(2 * props.CRANK_LENGTH, rel=0.2)
    assert low == props.foot_on_pedal(side, 0.0 if side is Side.RIGHT else 180.0)


def test_a_resting_head_lies_on_the_floor_by_the_necks_angle_that_was_found() -> None:
    pose = replace(LYING, angles={**LYING.angles, "thoracic": 20.0})
    found = solve(pose)
    assert lowest_of(PART_LUMPS[Part.HEAD], found.body) == pytest.approx(0.0, abs=1e-3)
    assert found.angles["neck"] != pose.angle("neck")
    assert "neck" not in pose.angles


# A pose that follows another


def test_what_is_planted_in_both_stays_where_it_is() -> None:
    before, after = stance("all-fours"), stance("reaching")
    assert after.planted[RIGHT_ARM] == before.planted[RIGHT_ARM]
    assert LEFT_ARM in before.planted
    assert LEFT_ARM not in after.planted
    assert close(after.body[Bone.RIGHT_HAND].origin, before.body[Bone.RIGHT_HAND].origin, 1e-6)


@pytest.mark.parametrize(("pose", "before"), [(REACHING, ALL_FOURS), (SQUATTING, STANDING)])
def test_the_pinned_part_stays_where_it_is(pose: Pose, before: Pose) -> None:
    assert pose.pin is not None
    was = centre_of(stance(before.name).body, pose.pin)
    now = centre_of(stance(pose.name).body, pose.pin)
    assert now[:2] == pytest.approx(was[:2], abs=0.005)


def test_a_contact_of_another_kind_is_made_anew() -> None:
    before = stance("lying")
    pose = replace(LYING, contacts={LEFT_ARM: "rest", RIGHT_ARM: "flat"}, follows="lying")
    after = solve(pose, before)
    assert after.planted[RIGHT_ARM] == before.planted[RIGHT_ARM]
    assert after.planted[LEFT_ARM] != before.planted[LEFT_ARM]


def test_a_foot_that_rests_in_both_stays_planted_where_it_was() -> None:
    pose = replace(LYING, contacts=feet("rest"))
    before = solve(pose)
    after = solve(replace(pose, angles={**pose.angles, "left knee": 60.0}), before)
    assert after.planted == before.planted


def test_without_a_pin_nothing_is_shifted() -> None:
    pose = replace(SQUATTING, pin=None, contacts={})
    assert same_body(solve(pose, stance("standing")).body, solve(pose).body)


@pytest.mark.parametrize("name", ["standing", "squatting", "all-fours"])
def test_nothing_is_below_the_floor(name: str) -> None:
    assert lowest_of(ALL_LUMPS, stance(name).body) > -0.01


def test_solving_leaves_the_written_pose_alone() -> None:
    written = dict(LYING.angles)
    solve(LYING)
    assert LYING.angles == written


@pytest.mark.parametrize("part", Part)
def test_the_middle_of_a_part_is_in_the_middle_of_a_symmetric_body(part: Part) -> None:
    y = centre_of(stance("standing").body, part)[1]
    if " " in part.value:
        assert (y > 0.0) == part.value.startswith("left")
    else:
        assert y == pytest.approx(0.0, abs=1e-9)
