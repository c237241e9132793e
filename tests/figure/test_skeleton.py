"""The bones: as long as published, and the same on either side."""

from __future__ import annotations

import pytest

from backcare.figure import skeleton
from backcare.figure.body import Frame, posed
from backcare.figure.skeleton import (
    CHAIN,
    HEIGHT,
    SPINE_OFFSETS,
    Bone,
    Limb,
    Side,
    limb,
    opposite_bone,
)
from backcare.figure.vector import IDENTITY, ORIGIN, length, subtract

# Shares of the height, after Drillis and Contini 1966, in Winter 2009, figure 4.1. Heights of
# joints over the floor; lengths of segments.
ANKLE, KNEE, HIP, SHOULDER, CHIN = 0.039, 0.285, 0.530, 0.818, 0.870
UPPER_ARM, FOREARM, HAND, FOOT = 0.186, 0.146, 0.108, 0.152
HALF_HIPS = 0.191 / 2
HALF_SHOULDERS = 0.259 / 2


@pytest.mark.parametrize(
    ("name", "share"),
    [
        ("THIGH", HIP - KNEE),
        ("SHIN", KNEE - ANKLE),
        ("ANKLE_HEIGHT", ANKLE),
        ("FOOT", FOOT),
        ("UPPER_ARM", UPPER_ARM),
        ("FOREARM", FOREARM),
        ("TRUNK", SHOULDER - HIP),
        ("HEAD", 1.0 - CHIN),
    ],
)
def test_lengths_are_the_published_shares_of_the_height(name: str, share: float) -> None:
    assert getattr(skeleton, name) == pytest.approx(share * HEIGHT)


def test_the_standing_body_has_its_joints_at_the_published_heights() -> None:
    body = posed({}, Frame(IDENTITY, ORIGIN))
    floor = body[Bone.LEFT_FOOT].origin[2] - ANKLE * HEIGHT
    for bone, share in {
        Bone.LEFT_SHIN: KNEE,
        Bone.LEFT_THIGH: HIP,
        Bone.LEFT_FOREARM: SHOULDER - UPPER_ARM,
        Bone.LEFT_HAND: SHOULDER - UPPER_ARM - FOREARM,
        Bone.LEFT_UPPER_ARM: SHOULDER,
    }.items():
        assert body[bone].origin[2] - floor == pytest.approx(share * HEIGHT, abs=0.005)


def test_the_head_begins_between_shoulders_and_crown() -> None:
    up = sum(offset[2] for offset in SPINE_OFFSETS.values())
    chin = (CHIN - HIP) * HEIGHT
    assert up == pytest.approx(chin, abs=0.04)


def test_the_foot_is_as_long_as_published_from_heel_to_toes() -> None:
    from backcare.figure.flesh import foot

    body = posed({}, Frame(IDENTITY, ORIGIN))
    ends = [
        body[lump.bone].point(lump.centre)[0] + way * lump.radii[0]
        for lump in foot(Side.LEFT)
        for way in (1.0, -1.0)
    ]
    assert max(ends) - min(ends) == pytest.approx(FOOT * HEIGHT, rel=0.08)


def test_hips_and_shoulders_are_about_as_wide_as_published() -> None:
    """The share of the shoulders runs from tip to tip; joints lie farther in."""
    assert skeleton.HIP_OFFSET[1] == pytest.approx(HALF_HIPS * HEIGHT / 2, rel=0.1)
    assert HALF_SHOULDERS * HEIGHT * 0.7 < skeleton.SHOULDER_OFFSET[1] < HALF_SHOULDERS * HEIGHT


@pytest.mark.parametrize("one", Limb)
def test_a_limb_is_found_by_its_side_and_kind(one: Limb) -> None:
    assert limb(one.side, arm=one.is_arm) is one
    assert one.side.value in one.value
    assert one.is_arm == ("arm" in one.value)
    assert one.opposite is not one
    assert one.opposite.opposite is one
    assert one.opposite.is_arm == one.is_arm


@pytest.mark.parametrize("side", Side)
def test_the_other_side_of_the_other_side_is_the_side(side: Side) -> None:
    assert side.other is not side
    assert side.other.other is side
    assert side.sign == -side.other.sign


def test_left_is_where_y_grows() -> None:
    body = posed({}, Frame(IDENTITY, ORIGIN))
    assert body[Bone.LEFT_HAND].origin[1] > 0.0 > body[Bone.RIGHT_HAND].origin[1]


@pytest.mark.parametrize("bone", Bone)
def test_opposite_bones_are_each_others(bone: Bone) -> None:
    assert opposite_bone(opposite_bone(bone)) is bone
    has_side = bone.value.startswith(("left ", "right "))
    assert (opposite_bone(bone) is bone) != has_side


@pytest.mark.parametrize("one", Limb)
def test_a_limbs_bones_are_on_its_side_from_the_trunk_outwards(one: Limb) -> None:
    body = posed({}, Frame(IDENTITY, ORIGIN))
    bones = CHAIN[one]
    assert [opposite_bone(bone) for bone in bones] == list(CHAIN[one.opposite])
    assert all(bone.value.startswith(one.side.value) for bone in bones)
    root = body[bones[0]].origin
    ways = [length(subtract(body[bone].origin, root)) for bone in bones]
    assert ways == sorted(ways)
