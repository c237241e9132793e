"""Slabs, tubes and cushions: what is seen of them from any side."""

from __future__ import annotations

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure.camera import Camera
from backcare.figure.shapes import Material, Shape, Tone
from backcare.figure.solids import Slab, Solids, rounded

EDGE = 0.004
CAMERAS = st.builds(Camera, st.floats(-360.0, 360.0), st.floats(-80.0, 85.0))
FLAT = Slab((0.1, 0.2, 0.3), (0.4, 0.0, 0.0), (0.0, 0.2, 0.0), (0.0, 0.0, 0.02), 0.05)
WHEEL = Slab((0.0, 0.0, 0.3), (0.2, 0.0, 0.0), (0.0, 0.0, 0.2), (0.0, 0.03, 0.0), 0.2)


def drawn(camera: Camera) -> Solids:
    return Solids(camera.axes(), EDGE)


def corners(shape: Shape) -> list[tuple[float, float]]:
    return [
        point
        for polygon in shape.polygons
        for point in zip(polygon[::2], polygon[1::2], strict=True)
    ]


def area(shape: Shape) -> float:
    points = corners(shape)
    after = points[1:] + points[:1]
    return abs(sum(x * q - y * p for (x, y), (p, q) in zip(points, after, strict=True))) / 2.0


def reach(shape: Shape) -> tuple[float, float, float, float]:
    xs, ys = zip(*corners(shape), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def covers(outer: Shape, inner: Shape, by: float) -> bool:
    big, small = reach(outer), reach(inner)
    return all(a <= b - by for a, b in zip(big[:2], small[:2], strict=True)) and all(
        a >= b + by for a, b in zip(big[2:], small[2:], strict=True)
    )


@pytest.mark.parametrize("slab", [FLAT, WHEEL])
@given(camera=CAMERAS)
def test_a_slab_is_an_edge_round_a_rim_round_a_face(slab: Slab, camera: Camera) -> None:
    edge, rim, face = drawn(camera).slab(slab, Material.MAT)
    assert [shape.ink.tone for shape in (edge, rim)] == [Tone.EDGE, Tone.SHADE]
    assert {shape.ink.material for shape in (edge, rim, face)} == {Material.MAT}
    assert covers(edge, rim, 0.9 * EDGE)
    assert covers(rim, face, -1e-9)
    assert area(edge) > area(rim) >= area(face) - 1e-9


def test_the_lit_face_is_the_upper_one() -> None:
    from_above = drawn(Camera(0.0, 30.0)).slab(FLAT, Material.MAT)
    from_below = drawn(Camera(0.0, -30.0)).slab(FLAT, Material.MAT)
    assert from_above[2].ink.tone is Tone.LIT
    assert from_below[2].ink.tone is Tone.SHADE
    assert reach(from_above[2])[1] < reach(from_above[2])[3]
    assert isclose(reach(from_above[1])[1], reach(from_above[2])[1], abs_tol=1e-9)
    assert isclose(reach(from_below[1])[3], reach(from_below[2])[3], abs_tol=1e-9)


def test_a_slab_from_its_edge_is_all_rim() -> None:
    _, rim, face = drawn(Camera(0.0, 0.0)).slab(FLAT, Material.MAT)
    assert area(face) == pytest.approx(0.0, abs=1e-9)
    assert area(rim) == pytest.approx(0.8 * 0.04, rel=0.01)


def test_corners_are_rounded_as_far_as_the_slab_allows() -> None:
    xs, ys, zs = zip(*rounded(WHEEL._replace(corner=9.0)), strict=True)
    assert set(ys) == {0.0}
    for x, z in zip(xs, zs, strict=True):
        assert x * x + (z - 0.3) ** 2 == pytest.approx(0.04)
    assert len(rounded(WHEEL)) > len(rounded(FLAT))


def test_an_outline_is_the_middle_of_the_slab() -> None:
    outline = drawn(Camera(0.0, 90.0)).outline(FLAT)
    assert (min(outline[::2]), max(outline[::2])) == pytest.approx((-0.3, 0.5))
    assert (min(outline[1::2]), max(outline[1::2])) == pytest.approx((-0.4, 0.0))


@given(CAMERAS)
def test_tubes_and_cushions_have_edge_shade_and_light(camera: Camera) -> None:
    draw = drawn(camera)
    bent = ((0.0, 0.0, 0.0), (0.3, 0.0, 0.1), (0.3, 0.2, 0.4))
    for shapes in (
        draw.tubes((bent, 0.02), (bent[:2], 0.03)),
        draw.cushion((bent[0], (0.08, 0.1, 0.03)), (bent[1], (0.04, 0.03, 0.02))),
    ):
        assert [shape.ink.tone for shape in shapes] == [Tone.EDGE, Tone.SHADE, Tone.LIT]
        assert covers(shapes[0], shapes[1], 0.5 * EDGE)
        assert covers(shapes[1], shapes[2], -1e-6)


def test_a_bent_tube_has_a_stretch_for_each_pair_of_points() -> None:
    points = ((0.0, 0.0, 0.0), (0.3, 0.0, 0.1), (0.3, 0.2, 0.4))
    for shape in drawn(Camera(20.0, 10.0)).tubes((points, 0.02), (points[:2], 0.02)):
        assert len(shape.polygons) == 3


def test_what_carries_something_is_sunk_behind_it() -> None:
    draw = drawn(Camera(0.0, 0.0))
    start, stop = (0.0, -0.1, 0.5), (0.2, -0.1, 0.5)
    plain, sunk = draw.axis(start, stop, 0.1), draw.axis(start, stop, 0.1, 0.13)
    assert plain.depth == pytest.approx(0.1)
    assert sunk.depth == pytest.approx(plain.depth - 0.13)
    assert plain.start[:2] == sunk.start[:2] == pytest.approx((0.0, -0.5))
