"""Cameras: what they call right, up and near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.camera import CAMERAS, Camera
from tests.figure.figures import close, is_rotation

AHEAD, LEFT = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)
CAMERA_SETTINGS = st.builds(Camera, st.floats(-360.0, 360.0), st.floats(-80.0, 90.0))


@given(CAMERA_SETTINGS)
def test_right_up_and_near_are_square_to_each_other(camera: Camera) -> None:
    right, up, nearer = camera.axes()
    assert is_rotation(v.from_axes(right, up, nearer))
    assert right[2] == 0.0


def test_the_camera_at_none_sees_the_right_side_with_the_face_to_the_right() -> None:
    right, up, nearer = Camera(0.0, 0.0).axes()
    assert close(right, AHEAD)
    assert close(up, v.UP)
    assert close(nearer, v.scaled(LEFT, -1.0))


def test_a_quarter_round_it_sees_the_front() -> None:
    right, _, nearer = Camera(0.0, 0.0).turned(90.0).axes()
    assert close(nearer, AHEAD)
    assert close(right, LEFT)


def test_at_ninety_it_looks_straight_down() -> None:
    assert close(Camera(30.0, 90.0).axes()[2], v.UP)


@pytest.mark.parametrize("name", CAMERAS)
def test_no_view_looks_from_below(name: str) -> None:
    assert 0.0 <= CAMERAS[name].elevation <= 90.0
