"""How much room a figure needs: boxes that hold what is drawn."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure.camera import Camera
from backcare.figure.framing import Box, extent, room
from backcare.figure.scene import Detail, figure_shapes
from backcare.figure.shapes import Ink, Material, Shape, Tone
from tests.figure.figures import POSES, stance
from tests.figure.test_camera import CAMERA_SETTINGS

BOXES = st.builds(Box, *[st.floats(-5.0, 5.0)] * 4)
INK = Ink(Material.MAT, Tone.LIT)


@given(BOXES, BOXES)
def test_joined_boxes_hold_both(one: Box, other: Box) -> None:
    both = one.joined(other)
    assert both == other.joined(one)
    assert both.joined(one) == both
    assert both.left <= min(one.left, other.left)
    assert both.bottom >= max(one.bottom, other.bottom)


def test_a_box_knows_how_large_it_is() -> None:
    box = Box(-1.0, -2.0, 3.0, 1.0)
    assert (box.width, box.height) == (4.0, 3.0)


def test_the_extent_of_shapes_reaches_to_their_farthest_corners() -> None:
    shapes = [
        Shape(INK, ([0.0, 0.0, 1.0, 0.0, 1.0, 2.0], [-3.0, 0.5, -2.0, 0.5, -2.0, 0.6])),
        Shape(INK, ()),
        Shape(INK, ([0.0, -4.0, 0.5, 0.0, 0.0, 0.0],)),
    ]
    assert extent(shapes) == (-3.0, -4.0, 1.0, 2.0)


@given(st.sampled_from(list(POSES)), CAMERA_SETTINGS)
@settings(max_examples=40)
def test_a_body_is_drawn_inside_its_room(name: str, camera: Camera) -> None:
    found = stance(name)
    box = room([found.body], camera)
    drawn = extent(figure_shapes(found, camera, Detail()))
    over = [box.left - drawn.left, box.top - drawn.top, drawn.right - box.right,
            drawn.bottom - box.bottom]  # fmt: skip
    assert max(over) < 0.03


def test_several_bodies_have_room_for_each() -> None:
    camera = Camera(0.0, 0.0)
    bodies = [stance("standing").body, stance("lying").body]
    alone = [room([body], camera) for body in bodies]
    assert room(bodies, camera) == pytest.approx(alone[0].joined(alone[1]))
