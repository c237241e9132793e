"""The lines between fingers and toes: on the side that is seen, and on the hand itself."""

from __future__ import annotations

import pytest

from backcare.figure import vector as v
from backcare.figure.body import Frame, posed
from backcare.figure.camera import Camera
from backcare.figure.digits import digit_lines
from backcare.figure.flesh import FOOT_LUMPS, HAND_LUMPS
from backcare.figure.outline import Finish, seen, strung
from backcare.figure.skeleton import Limb
from tests.figure.figures import LEFT_ARM, LEFT_LEG, RIGHT_ARM, RIGHT_LEG
from tests.figure.shapes_seen import contains, corners, is_sound

BODY = posed({}, Frame(v.IDENTITY, v.ORIGIN))
FROM_ABOVE = Camera(0.0, 88.0).axes()
FROM_BELOW = Camera(0.0, -60.0).axes()
FROM_RIGHT, FROM_LEFT, FROM_FRONT = (Camera(turn, 0.0).axes() for turn in (0.0, 180.0, 90.0))
FROM_BEHIND = Camera(270.0, 0.0).axes()


@pytest.mark.parametrize("one", [RIGHT_ARM, LEFT_ARM])
@pytest.mark.parametrize("axes", [FROM_RIGHT, FROM_LEFT])
def test_palm_and_back_of_a_hand_have_lines_between_four_fingers(
    one: Limb, axes: tuple[v.Vector, v.Vector, v.Vector]
) -> None:
    (shape,) = digit_lines(BODY, one, axes)
    assert len(shape.polygons) == 3
    assert is_sound(shape)


@pytest.mark.parametrize("one", [RIGHT_ARM, LEFT_ARM])
@pytest.mark.parametrize("axes", [FROM_FRONT, FROM_BEHIND])
def test_the_edge_of_a_hand_has_none(one: Limb, axes: tuple[v.Vector, v.Vector, v.Vector]) -> None:
    assert digit_lines(BODY, one, axes) == []


@pytest.mark.parametrize("one", [RIGHT_LEG, LEFT_LEG])
def test_five_toes_are_told_apart_from_above_but_not_from_below(one: Limb) -> None:
    (shape,) = digit_lines(BODY, one, FROM_ABOVE)
    assert len(shape.polygons) == 4
    assert digit_lines(BODY, one, FROM_BELOW) == []


@pytest.mark.parametrize("one", Limb)
def test_the_lines_are_on_the_hand_or_foot(one: Limb) -> None:
    axes = FROM_RIGHT if one.is_arm else FROM_ABOVE
    row = (HAND_LUMPS if one.is_arm else FOOT_LUMPS)[one.side][0]
    outline = strung([seen(lump, BODY[lump.bone], axes) for lump in row], Finish(grow=0.008))
    for shape in digit_lines(BODY, one, axes):
        for polygon in shape.polygons:
            assert all(contains(outline, corner) for corner in corners(polygon))
