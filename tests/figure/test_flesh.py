"""The body's volume: the same on either side, whole, and with a lowest point."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import Frame, posed
from backcare.figure.flesh import (
    ALL_LUMPS,
    FOREARM_LUMPS,
    PART_LUMPS,
    SHIN_LUMPS,
    THIGH_LUMPS,
    UPPER_ARM_LUMPS,
    Lump,
    foot,
    hand,
    lowest,
    lowest_of,
)
from backcare.figure.skeleton import Bone, Part, Side, opposite_bone
from tests.figure.figures import TURNS, VECTORS, stance

if TYPE_CHECKING:
    from backcare.figure.vector import Matrix, Vector

BODY = posed({}, Frame(v.IDENTITY, v.ORIGIN))
RADII = st.tuples(*[st.floats(0.01, 0.3)] * 3)


@given(TURNS, VECTORS, VECTORS, RADII)
def test_no_point_of_a_lump_is_lower_than_its_lowest(
    turn: Matrix, origin: Vector, centre: Vector, radii: Vector
) -> None:
    frame = Frame(turn, origin)
    low = lowest(Lump(Bone.HEAD, centre, radii), frame)
    heights = []
    for i in range(12):
        for k in range(7):
            level, around = v.about_y(-90.0 + 30.0 * k), v.about(v.UP, 2 * pi * i / 12)
            x, y, z = v.apply(v.multiply(around, level), (1.0, 0.0, 0.0))
            point = (x * radii[0], y * radii[1], z * radii[2])
            heights.append(frame.point(v.add(centre, point))[2])
    assert min(heights) >= low - 1e-9
    assert min(heights) == pytest.approx(low, abs=0.3 * max(radii))


def test_a_ball_on_the_floor_has_its_lowest_point_there() -> None:
    ball = Lump(Bone.HEAD, (0.0, 0.0, 0.0), (0.1, 0.1, 0.1))
    assert lowest(ball, Frame(v.IDENTITY, (3.0, 4.0, 0.1))) == pytest.approx(0.0)


def test_the_lowest_of_several_is_that_of_one_of_them() -> None:
    found = lowest_of(ALL_LUMPS, BODY)
    assert found == min(lowest(lump, BODY[lump.bone]) for lump in ALL_LUMPS)


def mirror(lump: Lump) -> Lump:
    x, y, z = lump.centre
    return Lump(opposite_bone(lump.bone), (x, -y, z), lump.radii)


def test_the_left_side_is_the_right_one_mirrored() -> None:
    assert {mirror(lump) for lump in ALL_LUMPS} == set(ALL_LUMPS)


def test_every_bone_carries_flesh() -> None:
    assert {lump.bone for lump in ALL_LUMPS} == set(Bone)


@pytest.mark.parametrize("part", Part)
def test_a_part_is_made_of_the_bodys_flesh_on_the_sides_it_names(part: Part) -> None:
    lumps = PART_LUMPS[part]
    assert set(lumps) <= set(ALL_LUMPS)
    side, _, rest = part.value.partition(" ")
    if rest:
        assert all(lump.bone.value.startswith(side) for lump in lumps)
    else:
        assert {mirror(lump) for lump in lumps} == set(lumps)


@pytest.mark.parametrize("side", Side)
def test_hand_and_foot_are_without_the_limb_they_are_on(side: Side) -> None:
    name = side.value
    assert {lump.bone for lump in hand(side)} == {Bone(f"{name} hand"), Bone(f"{name} fingers")}
    assert {lump.bone for lump in foot(side)} == {Bone(f"{name} foot"), Bone(f"{name} toes")}


@pytest.mark.parametrize("rows", [THIGH_LUMPS, SHIN_LUMPS, UPPER_ARM_LUMPS, FOREARM_LUMPS])
def test_a_limbs_flesh_is_in_a_row_from_the_trunk_outwards(
    rows: dict[Side, tuple[Lump, ...]],
) -> None:
    for row in rows.values():
        heights = [lump.centre[2] for lump in row]
        assert heights == sorted(heights, reverse=True)
        assert len({lump.bone for lump in row}) == 1


def test_standing_the_soles_are_the_lowest_of_the_body() -> None:
    body = stance("standing").body
    soles = lowest_of((*foot(Side.LEFT), *foot(Side.RIGHT)), body)
    assert soles == lowest_of(ALL_LUMPS, body)
    assert soles == pytest.approx(0.0, abs=0.01)
