"""From stance to stance: planted ends stay, nothing sinks, nothing jumps."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import LENGTHS
from backcare.figure.flesh import ALL_LUMPS, PART_LUMPS, foot, hand, lowest_of
from backcare.figure.limits import LIMITS
from backcare.figure.measure import joint_angles
from backcare.figure.mirror import reflected
from backcare.figure.motion import between, eased
from backcare.figure.pose import Pose
from backcare.figure.skeleton import ANKLE_HEIGHT, CHAIN, Bone, Part
from backcare.figure.solver import Stance, centre_of, solve
from tests.figure.figures import (
    ALL_FOURS,
    CURLED,
    LEFT_ARM,
    LEFT_LEG,
    LYING,
    RIGHT_ARM,
    RIGHT_LEG,
    STANDING,
    WAYS,
    both,
    close,
    feet,
    is_rotation,
    same_body,
    same_turn,
    stance,
)

WHOLE_WAYS = st.sampled_from([*WAYS, *((b, a) for a, b in WAYS)])
STEPS = [step / 20.0 for step in range(21)]
INNER = st.floats(0.001, 0.999)


def way(start: str, stop: str) -> list[Stance]:
    return [between(stance(start), stance(stop), share) for share in STEPS]


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_easing_never_goes_back(one: float, other: float) -> None:
    assert eased(min(one, other)) <= eased(max(one, other))


@given(st.floats(0.0, 1.0))
def test_easing_is_the_same_from_either_end(share: float) -> None:
    assert eased(share) + eased(1.0 - share) == pytest.approx(1.0)
    assert -1e-9 <= eased(share) <= 1.0 + 1e-9


def test_easing_starts_and_stops_gently() -> None:
    assert (eased(-1.0), eased(0.0), eased(1.0), eased(2.0)) == (0.0, 0.0, 1.0, 1.0)
    assert eased(0.05) < 0.01
    assert eased(0.95) > 0.99


@pytest.mark.parametrize(("start", "stop"), WAYS)
def test_at_the_ends_of_a_way_are_its_stances(start: str, stop: str) -> None:
    a, b = stance(start), stance(stop)
    assert between(a, b, 0.0) is a
    assert between(a, b, 1.0) is b


@pytest.mark.parametrize(("start", "stop"), WAYS)
def test_just_after_the_start_and_before_the_end_the_body_is_nearly_there(
    start: str, stop: str
) -> None:
    a, b = stance(start), stance(stop)
    for end, share in ((a, 1e-4), (b, 1.0 - 1e-4)):
        found = between(a, b, share).body
        for bone in Bone:
            assert close(found[bone].origin, end.body[bone].origin, 0.012)


@given(WHOLE_WAYS, INNER)
@settings(max_examples=60)
def test_bones_keep_their_lengths_on_the_way(ends: tuple[str, str], share: float) -> None:
    body = between(stance(ends[0]), stance(ends[1]), share).body
    assert all(is_rotation(frame.turn) for frame in body.values())
    for one, bones in CHAIN.items():
        starts = [body[bone].origin for bone in bones[:3]]
        found = [v.length(v.subtract(b, a)) for a, b in pairwise(starts)]
        assert found == pytest.approx(list(LENGTHS[one.is_arm]))


@given(WHOLE_WAYS, INNER)
@settings(max_examples=60)
def test_planted_hands_and_feet_stay_in_their_place(ends: tuple[str, str], share: float) -> None:
    a, b = stance(ends[0]), stance(ends[1])
    found = between(a, b, share)
    for one in a.planted.keys() & b.planted.keys():
        bone = CHAIN[one][2]
        place = v.mixed(a.planted[one].origin, b.planted[one].origin, share)
        assert close(a.planted[one].origin, b.planted[one].origin, 1e-6)
        assert close(found.body[bone].origin, place, 0.005)


@given(WHOLE_WAYS, INNER)
@settings(max_examples=60)
def test_nothing_sinks_into_the_floor(ends: tuple[str, str], share: float) -> None:
    assert lowest_of(ALL_LUMPS, between(stance(ends[0]), stance(ends[1]), share).body) > -0.01


@given(WHOLE_WAYS, INNER)
@settings(max_examples=30)
def test_the_same_way_in_a_mirror_is_the_mirrored_way(ends: tuple[str, str], share: float) -> None:
    a, b = stance(ends[0]), stance(ends[1])
    ours = reflected(between(a, b, share))
    theirs = between(reflected(a), reflected(b), share)
    assert same_body(ours.body, theirs.body, 1e-6)


@pytest.mark.parametrize(("start", "stop"), WAYS)
def test_no_joint_jumps(start: str, stop: str) -> None:
    bodies = [found.body for found in way(start, stop)]
    for bone in Bone:
        steps = [v.length(v.subtract(b[bone].origin, a[bone].origin)) for a, b in pairwise(bodies)]
        assert max(steps) < 0.25 * sum(steps) + 0.01, bone


@pytest.mark.parametrize(("start", "stop"), WAYS)
def test_the_support_that_both_share_stays_on_the_floor(start: str, stop: str) -> None:
    a, b = stance(start), stance(stop)
    shared = [part for part in b.pose.rest if part in a.pose.rest]
    for found in way(start, stop):
        for part in shared[:1]:
            assert lowest_of(PART_LUMPS[part], found.body) == pytest.approx(0.0, abs=0.015)


def test_a_pinned_part_goes_straight_from_place_to_place() -> None:
    a, b = stance("all-fours"), stance("reaching")
    for share, found in zip(STEPS, way("all-fours", "reaching"), strict=True):
        ends = [centre_of(end.body, Part.LEFT_KNEE) for end in (a, b)]
        now = centre_of(found.body, Part.LEFT_KNEE)
        assert now[:2] == pytest.approx(v.mixed(ends[0], ends[1], share)[:2], abs=0.005)


def test_kneeling_legs_stay_down() -> None:
    for found in way("all-fours", "reaching"):
        assert lowest_of(foot(LEFT_LEG.side), found.body) == pytest.approx(0.0, abs=0.01)


def test_hands_stay_on_the_shins_on_the_way_from_hold_to_hold() -> None:
    from backcare.figure.contacts import palm_on

    tighter = solve(replace(CURLED, angles={**CURLED.angles, **both(hip=125)}), stance("lying"))
    found = between(stance("curled"), tighter, 0.5)
    for one in (RIGHT_ARM, LEFT_ARM):
        goal = palm_on(found.body, one, "shin")[1]
        assert close(found.body[CHAIN[one][2]].origin, goal.origin, 0.01)


def test_a_resting_head_stays_down_and_one_that_is_raised_leaves_gradually() -> None:
    raised = solve(
        replace(LYING, angles={**LYING.angles, "neck": 40.0, "thoracic": 15.0}, head_rests=False),
        stance("lying"),
    )
    heights = [
        lowest_of(PART_LUMPS[Part.HEAD], between(stance("lying"), raised, share).body)
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    assert heights[0] == pytest.approx(0.0, abs=0.002)
    assert heights == sorted(heights)
    assert heights[-1] > 0.03


def test_pedals_turn_on_the_short_way_past_their_lowest_point() -> None:
    pose = Pose("riding", angles={"crank": 300.0}, contacts=feet("pedal"))
    a, b = solve(pose), solve(replace(pose, angles={"crank": 60.0}))
    assert between(a, b, 0.5).angles["crank"] == pytest.approx(360.0)


def test_a_foot_that_is_put_down_reaches_its_place_from_above() -> None:
    a = solve(replace(STANDING, contacts={LEFT_LEG: "flat"}, angles={"right hip": 60.0,
              "right knee": 80.0}, rest=(Part.LEFT_FOOT,), pin=Part.LEFT_FOOT))  # fmt: skip
    b = solve(STANDING, a)
    lows = [lowest_of(foot(RIGHT_LEG.side), between(a, b, share).body) for share in (0.3, 0.6, 0.9)]
    assert min(lows) > -0.005
    assert lows[-1] < lows[0]


def test_a_hand_that_moves_near_the_floor_is_lifted_over_it() -> None:
    """Both are on the floor; in a straight line between them it would go through."""
    free = replace(LYING, contacts=feet("flat"), angles={**LYING.angles, **both(shoulder=-30)})
    a, b = stance("lying"), solve(free, stance("lying"))
    for share in STEPS[1:-1]:
        body = between(a, b, share).body
        for one in (RIGHT_ARM, LEFT_ARM):
            assert lowest_of(hand(one.side), body) > -0.01


@pytest.mark.parametrize(("start", "stop"), WAYS)
def test_wrists_turn_no_farther_than_they_can_on_the_way(start: str, stop: str) -> None:
    a, b = stance(start), stance(stop)
    moving = [
        one for one in (RIGHT_ARM, LEFT_ARM) if a.pose.contacts.get(one) != b.pose.contacts.get(one)
    ]
    for found in way(start, stop)[1:-1]:
        measured = joint_angles(found)
        for one in moving:
            for name in ("forearm", "wrist", "wrist_side"):
                low, high = LIMITS[name]
                value = measured[f"{one.side.value} {name}"]
                assert low - 0.5 <= value <= high + 0.5, (name, found)


def test_a_hand_let_go_of_a_kneeling_leg_leaves_it_kneeling() -> None:
    a = stance("all-fours")
    b = solve(replace(ALL_FOURS, contacts={RIGHT_ARM: "flat", LEFT_ARM: "flat"}), a)
    heights = [lowest_of(foot(LEFT_LEG.side), between(a, b, share).body) for share in (0.1, 0.5)]
    assert heights[0] == pytest.approx(0.0, abs=0.01)


def test_as_a_last_resort_the_whole_body_is_raised() -> None:
    """Half-way from the back to the front it is upright, with its pelvis still low."""
    back, front = (
        solve(Pose("some", angles={"lean": lean}, rest=(Part.CHEST,))) for lean in (-89.0, 89.0)
    )
    a, b = (Stance(Pose("some"), found.angles, found.body) for found in (back, front))
    low = lowest_of(ALL_LUMPS, between(a, b, 0.5).body)
    assert low == pytest.approx(0.0, abs=0.005)


def test_the_pelvis_turns_evenly() -> None:
    a, b = stance("standing"), stance("squatting")
    turn = between(a, b, 0.5).body[Bone.PELVIS].turn
    assert same_turn(turn, v.about_y(7.5))


def test_a_foot_that_steps_is_lifted_on_its_way() -> None:
    near = stance("standing")
    angles = {**near.pose.angles, "right hip": 35.0}
    apart = replace(near.pose, name="apart", angles=angles, pin=None)
    far = solve(apart)
    half = between(near, far, 0.5)
    lifted = half.body[Bone.RIGHT_FOOT].origin[2] - ANKLE_HEIGHT
    still = half.body[Bone.LEFT_FOOT].origin[2] - ANKLE_HEIGHT
    assert lifted > 0.03
    assert still < lifted - 0.02
