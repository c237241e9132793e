"""What hands and feet touch: places on the body, the same on either side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from backcare.figure import contacts as c
from backcare.figure import vector as v
from backcare.figure.body import Frame, posed
from backcare.figure.flesh import ALL_LUMPS
from backcare.figure.skeleton import CHAIN, PALM_CENTRE, PALM_DEPTH, Bone, Limb, Side
from tests.figure.figures import (
    DIRECTIONS,
    LEFT_ARM,
    LEFT_LEG,
    RIGHT_ARM,
    RIGHT_LEG,
    TURNS,
    VECTORS,
    close,
    is_rotation,
    joint_angles_within_limits,
)

if TYPE_CHECKING:
    from backcare.figure.body import Body
    from backcare.figure.vector import Matrix, Vector

STILL = posed({}, Frame(v.IDENTITY, v.ORIGIN))
ARMS = (RIGHT_ARM, LEFT_ARM)
LEGS = (RIGHT_LEG, LEFT_LEG)


@pytest.mark.parametrize("one", Limb)
def test_hands_and_feet_each_have_their_contacts(one: Limb) -> None:
    names = c.names_for(one)
    assert len(set(names)) == len(names)
    on_floor = {name for name in names if c.on_floor(one, name)}
    assert {c.FLAT, c.REST} < on_floor < set(names)
    assert (c.FOREARM in names) == one.is_arm
    assert (c.KNEEL in names) == (not one.is_arm)


@pytest.mark.parametrize("one", ARMS)
@pytest.mark.parametrize("site", c.SITE_NAMES)
def test_a_hand_on_a_site_lies_on_it_with_its_palm_to_the_skin(one: Limb, site: str) -> None:
    point, hand = c.palm_on(STILL, one, site)
    palm = v.apply(hand.turn, (0.0, -one.side.sign, 0.0))
    middle = hand.point((0.0, 0.0, -PALM_CENTRE))
    assert is_rotation(hand.turn)
    assert close(v.add(middle, v.scaled(palm, PALM_DEPTH)), point)


@pytest.mark.parametrize("site", [name for name in c.SITE_NAMES if name != "breastbone"])
def test_a_site_is_near_the_bodys_skin(site: str) -> None:
    """Hands laid together before the breastbone touch each other, not the skin."""
    point, _ = c.palm_on(STILL, RIGHT_ARM, site)
    nearest = 1.0
    for lump in ALL_LUMPS:
        frame = STILL[lump.bone]
        local = v.unapply(frame.turn, v.subtract(point, frame.point(lump.centre)))
        size = v.length((
            local[0] / lump.radii[0], local[1] / lump.radii[1], local[2] / lump.radii[2]
        ))  # fmt: skip
        nearest = min(nearest, abs(size - 1.0) * min(lump.radii))
    assert nearest < 0.03


@pytest.mark.parametrize("one", ARMS)
@pytest.mark.parametrize("site", c.SITE_NAMES)
def test_a_site_is_on_the_side_that_it_names(one: Limb, site: str) -> None:
    y = c.palm_on(STILL, one, site)[0][1] * one.side.sign
    across = "other" in site
    if site not in {"breastbone", "behind head"}:
        assert (y < 0.0) == across


@given(joint_angles_within_limits(), TURNS)
@settings(max_examples=20)
def test_the_left_hand_touches_where_the_right_does_in_a_mirror(
    angles: dict[str, float], turn: Matrix
) -> None:
    from backcare.figure.mirror import reflected
    from backcare.figure.pose import Pose
    from backcare.figure.solver import Stance

    body = posed(angles, Frame(turn, (0.0, 0.0, 1.0)))
    mirrored = reflected(Stance(Pose("some"), angles, body)).body
    for site in c.SITE_NAMES:
        (x, y, z), right = c.palm_on(body, RIGHT_ARM, site)
        point, left = c.palm_on(mirrored, LEFT_ARM, site)
        assert close(point, (x, -y, z))
        x, y, z = right.origin
        assert close(left.origin, (x, -y, z))


@pytest.mark.parametrize("side", Side)
@given(turn=TURNS)
def test_a_hand_is_turned_so_that_palm_and_fingers_point_as_asked(side: Side, turn: Matrix) -> None:
    palm, fingers = v.axis_of(turn, 0), v.axis_of(turn, 1)
    found = c.hand_turn(side, palm, fingers)
    assert is_rotation(found)
    assert close(v.scaled(v.axis_of(found, 2), -1.0), fingers)
    assert close(v.apply(found, (0.0, -side.sign, 0.0)), palm)


@given(TURNS, VECTORS)
def test_a_hand_is_placed_by_the_middle_of_its_palm(turn: Matrix, place: Vector) -> None:
    hand = c.hand_at(turn, place)
    assert hand.turn == turn
    assert close(hand.point((0.0, 0.0, -PALM_CENTRE)), place)


def crossed(one: Limb) -> tuple[Body, Vector, Frame]:
    other = one.opposite.side.value
    body = posed({f"{other} hip": 70.0, f"{other} knee": 90.0}, Frame(v.IDENTITY, v.ORIGIN))
    return (body, *c.ankle_on_knee(body, one))


@pytest.mark.parametrize("one", LEGS)
def test_a_crossed_ankle_lies_on_the_other_thigh_just_above_the_knee(one: Limb) -> None:
    body, point, foot = crossed(one)
    thigh, shin = (body[bone] for bone in CHAIN[one.opposite][:2])
    above_knee = v.dot(v.subtract(point, shin.origin), v.axis_of(thigh.turn, 2))
    assert 0.02 < above_knee < 0.12
    assert is_rotation(foot.turn)
    up = v.dot(v.subtract(foot.origin, point), v.axis_of(thigh.turn, 0))
    assert up == pytest.approx(v.length(v.subtract(foot.origin, point)))
    assert up > 0.0


@pytest.mark.parametrize("one", LEGS)
def test_a_crossed_foot_lies_on_its_outer_side_and_looks_past_the_thigh(one: Limb) -> None:
    body, _, foot = crossed(one)
    thigh = body[CHAIN[one.opposite][0]]
    outer = v.apply(foot.turn, (0.0, one.side.sign, 0.0))
    sole = v.scaled(v.axis_of(foot.turn, 2), -1.0)
    assert close(outer, v.scaled(v.axis_of(thigh.turn, 0), -1.0))
    outwards = v.scaled(v.axis_of(thigh.turn, 1), one.opposite.side.sign)
    assert close(sole, outwards)


@given(DIRECTIONS, DIRECTIONS)
@settings(max_examples=10)
def test_palms_together_meet_before_the_breastbone(one: Vector, other: Vector) -> None:
    body = posed({}, Frame(v.about(one, 1.0), other))
    (right, a), (left, b) = (c.palm_on(body, arm, "breastbone") for arm in ARMS)
    assert v.length(v.subtract(right, left)) < 0.03
    chest = body[Bone.CHEST]
    assert v.dot(v.subtract(right, chest.origin), v.axis_of(chest.turn, 0)) > 0.0
    assert v.length(v.subtract(a.origin, b.origin)) < 0.06
