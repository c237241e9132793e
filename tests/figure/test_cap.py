"""A cap on a round: what the camera sees of it, and no more."""

from __future__ import annotations

from math import pi
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import Frame
from backcare.figure.camera import Camera
from backcare.figure.cap import cap, directions
from backcare.figure.flesh import Lump
from backcare.figure.outline import seen, wrapped
from backcare.figure.skeleton import Bone
from tests.figure.figures import DIRECTIONS, TURNS
from tests.figure.shapes_seen import area, contains, corners
from tests.figure.test_camera import CAMERA_SETTINGS

if TYPE_CHECKING:
    from backcare.figure.vector import Matrix, Vector

BALL = Lump(Bone.HEAD, (0.0, 0.0, 0.0), (1.0, 1.0, 1.0))
HERE = Frame(v.IDENTITY, v.ORIGIN)
AXES = Camera(0.0, 0.0).axes()
NEARER, AWAY, UP = AXES[2], v.scaled(AXES[2], -1.0), v.UP
THRESHOLDS = st.floats(-0.8, 0.8)


def test_the_cap_that_looks_at_the_camera_is_a_round() -> None:
    polygon = cap(BALL, HERE, AXES, NEARER, 0.6)
    assert abs(area(polygon)) == pytest.approx(pi * 0.8**2, rel=0.02)
    for x, y in corners(polygon):
        assert x * x + y * y == pytest.approx(0.8**2)


def test_the_cap_that_looks_away_is_not_seen() -> None:
    assert cap(BALL, HERE, AXES, AWAY, 0.6) == []


def test_more_than_half_a_ball_from_the_front_is_its_whole_silhouette() -> None:
    polygon = cap(BALL, HERE, AXES, NEARER, -0.6)
    assert abs(area(polygon)) == pytest.approx(pi, rel=0.02)


def test_more_than_half_a_ball_from_behind_leaves_a_hole_that_is_not_cut_out() -> None:
    polygon = cap(BALL, HERE, AXES, AWAY, -0.6)
    assert abs(area(polygon)) == pytest.approx(pi, rel=0.02)


def test_half_a_ball_from_its_side_is_half_a_round() -> None:
    polygon = cap(BALL, HERE, AXES, UP, 0.0)
    assert abs(area(polygon)) == pytest.approx(pi / 2, rel=0.03)
    assert contains(polygon, (0.0, -0.5))
    assert not contains(polygon, (0.0, 0.5))


@pytest.mark.parametrize("tilt", [0.0, 10.0, 20.0, 28.0])
def test_a_cap_seen_from_aside_is_closed_along_the_silhouette(tilt: float) -> None:
    axis = v.apply(v.about_x(tilt), UP)
    polygon = cap(BALL, HERE, AXES, axis, 0.5)
    middle = (v.dot(axis, AXES[0]) * 0.9, -v.dot(axis, AXES[1]) * 0.9)
    assert contains(polygon, middle)
    assert max(x * x + y * y for x, y in corners(polygon)) == pytest.approx(1.0, abs=0.01)
    assert not contains(polygon, (0.0, 0.9))


def test_of_a_cap_that_looks_mostly_away_a_sliver_is_seen() -> None:
    axis = v.apply(v.about_x(-40.0), UP)
    polygon = cap(BALL, HERE, AXES, axis, 0.5)
    assert 0.0 < abs(area(polygon)) < 0.5
    assert contains(polygon, (0.0, -0.98))


@given(DIRECTIONS, TURNS, CAMERA_SETTINGS, st.tuples(*[st.floats(0.05, 0.2)] * 3), THRESHOLDS)
@settings(max_examples=100)
def test_no_cap_reaches_out_of_its_rounds_silhouette(
    axis: Vector, turn: Matrix, camera: Camera, radii: Vector, threshold: float
) -> None:
    lump, frame = Lump(Bone.HEAD, (0.1, 0.0, 0.2), radii), Frame(turn, (0.0, 0.5, 1.0))
    axes = camera.axes()
    oval = seen(lump, frame, axes)
    for x, y in corners(cap(lump, frame, axes, axis, threshold)):
        reach = max(
            (x * ux + y * uy) - support
            for (ux, uy), support in zip(directions(48), oval.supports, strict=True)
        )
        assert reach <= 1e-6


@given(DIRECTIONS, TURNS, THRESHOLDS)
@settings(max_examples=60)
def test_a_larger_cap_covers_more(axis: Vector, turn: Matrix, threshold: float) -> None:
    frame = Frame(turn, v.ORIGIN)
    small, large = (
        abs(area(found)) if (found := cap(BALL, frame, AXES, axis, threshold + by)) else 0.0
        for by in (0.15, 0.0)
    )
    assert large >= small - 0.06
    assert large <= area(wrapped([seen(BALL, frame, AXES)])) + 0.01


def test_directions_run_evenly_all_round() -> None:
    found = directions(4)
    assert [pytest.approx(one, abs=1e-12) for one in [(1, 0), (0, 1), (-1, 0), (0, -1)]] == [*found]
