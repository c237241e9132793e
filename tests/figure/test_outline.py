"""Silhouettes: as an ellipsoid is seen, wrapped and strung without losing anything."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import Frame
from backcare.figure.camera import Camera
from backcare.figure.flesh import Lump
from backcare.figure.outline import LIGHT, LIT, Finish, Oval, seen, step_for, strung, wrapped
from backcare.figure.skeleton import Bone
from tests.figure.figures import TURNS, VECTORS
from tests.figure.shapes_seen import (
    area,
    bounds,
    contains,
    corners,
    mirror,
)
from tests.figure.test_camera import CAMERA_SETTINGS

if TYPE_CHECKING:
    from backcare.figure.vector import Matrix, Vector

PLAIN = Camera(0.0, 0.0).axes()
RADII = st.tuples(*[st.floats(0.02, 0.2)] * 3)
LUMPS = st.builds(Lump, st.just(Bone.HEAD), VECTORS, RADII)


def ball(x: float, y: float, radius: float) -> Oval:
    """A ball in the picture; y grows downwards."""
    lump = Lump(Bone.HEAD, (x, 0.0, -y), (radius, radius, radius))
    return seen(lump, Frame(v.IDENTITY, v.ORIGIN), PLAIN)


BALLS = st.builds(ball, st.floats(-0.5, 0.5), st.floats(-0.5, 0.5), st.floats(0.012, 0.12))


@st.composite
def rows(draw: st.DrawFn) -> list[Oval]:
    """Ovals in a row like those of a limb: each near the one before it, in a gentle bend."""
    x = y = way = 0.0
    row: list[Oval] = []
    for _ in range(draw(st.integers(1, 6))):
        row.append(ball(x, y, draw(st.floats(0.04, 0.07))))
        way += draw(st.floats(-0.5, 0.5))
        step = draw(st.floats(0.04, 0.12))
        x, y = x + step * cos(way), y + step * sin(way)
    return row


def inside(oval: Oval, share: float) -> list[tuple[float, float]]:
    """Points of the oval's own silhouette drawn in towards its centre."""
    return [
        (oval.x + (x - oval.x) * share, oval.y + (y - oval.y) * share) for x, y in oval.points[::5]
    ]


def test_a_ball_is_seen_as_a_round() -> None:
    oval = ball(0.2, 0.3, 0.1)
    assert (oval.x, oval.y, oval.radius) == pytest.approx((0.2, 0.3, 0.1))
    for x, y in oval.points:
        assert ((x - 0.2) ** 2 + (y - 0.3) ** 2) ** 0.5 == pytest.approx(0.1)


@given(LUMPS, TURNS, VECTORS, CAMERA_SETTINGS, st.integers(0, 47))
@settings(max_examples=60)
def test_no_point_of_a_lump_is_seen_outside_its_silhouette(
    lump: Lump, turn: Matrix, origin: Vector, camera: Camera, index: int
) -> None:
    axes, frame = camera.axes(), Frame(turn, origin)
    oval = seen(lump, frame, axes)
    angle = 2 * pi * index / 48
    best = -1e9
    for i in range(24):
        for k in range(13):
            a, b = 2 * pi * i / 24, pi * k / 12
            unit = (sin(b) * cos(a), sin(b) * sin(a), cos(b))
            skin = (unit[0] * lump.radii[0], unit[1] * lump.radii[1], unit[2] * lump.radii[2])
            place = frame.point(v.add(lump.centre, skin))
            x, y = v.dot(place, axes[0]), -v.dot(place, axes[1])
            best = max(best, x * cos(angle) + y * sin(angle))
    support = oval.supports[index]
    assert best <= support + 1e-9
    assert best == pytest.approx(support, abs=0.05 * max(lump.radii))


@given(LUMPS, TURNS, VECTORS, CAMERA_SETTINGS)
def test_every_corner_is_where_the_silhouette_reaches_farthest_its_way(
    lump: Lump, turn: Matrix, origin: Vector, camera: Camera
) -> None:
    oval = seen(lump, Frame(turn, origin), camera.axes())
    for index, ((x, y), support) in enumerate(zip(oval.points, oval.supports, strict=True)):
        angle = 2 * pi * index / len(oval.points)
        assert x * cos(angle) + y * sin(angle) == pytest.approx(support, abs=1e-9)


def test_the_nearer_lump_is_deeper() -> None:
    near = Lump(Bone.HEAD, (0.0, -1.0, 0.0), (0.1, 0.1, 0.1))
    assert seen(near, Frame(v.IDENTITY, v.ORIGIN), PLAIN).depth == pytest.approx(1.0)


def test_a_shadow_lies_flat_below() -> None:
    lump = Lump(Bone.HEAD, (0.2, 0.0, 0.7), (0.1, 0.1, 0.3))
    shadow = seen(lump, Frame(v.IDENTITY, v.ORIGIN), PLAIN, on_floor=True)
    left, top, right, bottom = bounds(wrapped([shadow]))
    assert (left, right) == pytest.approx((0.1, 0.3))
    assert (top, bottom) == pytest.approx((0.0, 0.0), abs=1e-6)


def test_breath_makes_a_lump_deeper_from_front_to_back_only() -> None:
    lump = Lump(Bone.CHEST, (0.0, 0.0, 0.0), (0.1, 0.1, 0.1))
    frame = Frame(v.IDENTITY, v.ORIGIN)
    side = bounds(wrapped([seen(lump, frame, PLAIN, swell=1.2)]))
    front = bounds(wrapped([seen(lump, frame, Camera(90.0, 0.0).axes(), swell=1.2)]))
    assert side == pytest.approx((-0.12, -0.1, 0.12, 0.1))
    assert front == pytest.approx((-0.1, -0.1, 0.1, 0.1))


@given(BALLS)
def test_the_light_falls_on_the_silhouette_where_it_comes_from(oval: Oval) -> None:
    x, y = oval.light
    size = (LIGHT[0] ** 2 + LIGHT[1] ** 2) ** 0.5
    assert (x - oval.x, y - oval.y) == pytest.approx(
        (LIGHT[0] / size * oval.radius, LIGHT[1] / size * oval.radius), abs=1e-6
    )


# As near to each other as the parts of a body that are wrapped as one: farther apart, the few
# corners of small rounds would cut off more.
NEAR = st.builds(ball, st.floats(-0.12, 0.12), st.floats(-0.12, 0.12), st.floats(0.03, 0.12))


@given(st.lists(NEAR, min_size=1, max_size=5))
def test_what_is_wrapped_is_convex_and_holds_every_oval(ovals: list[Oval]) -> None:
    polygon = wrapped(ovals)
    points = corners(polygon)
    turns = [
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
        for a, b, c in zip(points, points[1:] + points[:1], points[2:] + points[:2], strict=True)
    ]
    assert min(turns) >= -1e-9
    for oval in ovals:
        assert contains(polygon, (oval.x, oval.y))
        assert all(contains(polygon, point) for point in inside(oval, 0.5))
    assert area(polygon) >= max(area(wrapped([oval])) for oval in ovals) - 1e-9


@given(st.lists(BALLS, min_size=1, max_size=4))
def test_in_whatever_order_it_is_wrapped_it_is_the_same(ovals: list[Oval]) -> None:
    # Ovals that reach equally far in a direction may take turns in being cut.
    assert bounds(wrapped(ovals)) == pytest.approx(bounds(wrapped(ovals[::-1])))


@given(rows())
@settings(max_examples=150)
def test_what_is_strung_holds_every_oval_of_the_row(row: list[Oval]) -> None:
    polygon = strung(row)
    for oval in row:
        assert contains(polygon, (oval.x, oval.y))
        assert all(contains(polygon, point) for point in inside(oval, 0.8))


@given(rows())
@settings(max_examples=100)
def test_what_is_strung_is_as_large_as_each_pair_and_no_larger_than_all(
    row: list[Oval],
) -> None:
    found = area(strung(row))
    pairs = [row[i : i + 2] for i in range(max(1, len(row) - 1))]
    assert found >= 0.97 * max(area(wrapped(pair)) for pair in pairs)
    left, top, right, bottom = bounds(wrapped(row))
    found_bounds = bounds(strung(row))
    assert found_bounds[0] >= left - 1e-6
    assert found_bounds[1] >= top - 1e-6
    assert found_bounds[2] <= right + 1e-6
    assert found_bounds[3] <= bottom + 1e-6


@given(rows())
@settings(max_examples=60)
def test_a_mirrored_row_is_strung_the_mirrored_way(row: list[Oval]) -> None:
    there = [ball(-oval.x, oval.y, oval.radius) for oval in row]
    ours, theirs = mirror(strung(row)), strung(there)
    assert bounds(theirs) == pytest.approx(bounds(ours), abs=0.004)
    assert abs(area(theirs)) == pytest.approx(abs(area(ours)), rel=0.04)


def test_ovals_inside_their_neighbours_make_no_difference() -> None:
    large, small = ball(0.0, 0.0, 0.1), ball(0.01, 0.0, 0.03)
    other = ball(0.3, 0.0, 0.08)
    assert strung([small, large, small, other]) == strung([large, other])
    assert strung([small, large]) == wrapped([large])


def test_a_single_oval_strung_is_itself() -> None:
    assert strung([ball(0.0, 0.0, 0.1)]) == wrapped([ball(0.0, 0.0, 0.1)])


@pytest.mark.parametrize("bend", [-2.6, -1.5, 0.0, 1.5, 2.6])
def test_round_a_bend_the_row_stays_together(bend: float) -> None:
    row = [
        ball(-0.2, 0.0, 0.05),
        ball(0.0, 0.0, 0.05),
        ball(0.2 * cos(bend), 0.2 * sin(bend), 0.05),
    ]
    polygon = strung(row)
    for oval in row:
        assert all(contains(polygon, point) for point in inside(oval, 0.75))


def test_a_coarse_shape_has_few_corners_and_covers_about_as_much() -> None:
    row = [ball(0.0, 0.0, 0.1), ball(0.2, 0.0, 0.08)]
    coarse, fine = strung(row, coarse=True), strung(row)
    assert len(coarse) < len(fine)
    assert area(coarse) == pytest.approx(area(fine), rel=0.1)


def test_small_shapes_have_fewer_corners() -> None:
    steps = [step_for(size) for size in (0.1, 0.03)]
    assert steps[0] < steps[1]
    lump = Lump(Bone.HEAD, v.ORIGIN, (0.03, 0.03, 0.03))
    frame = Frame(v.IDENTITY, v.ORIGIN)
    fine, rough = (seen(lump, frame, PLAIN, step=step) for step in (1, steps[-1]))
    assert len(wrapped([fine])) == steps[-1] * len(wrapped([rough]))


@given(st.lists(BALLS, min_size=1, max_size=4), st.floats(0.001, 0.03))
def test_a_grown_shape_is_wider_all_round(ovals: list[Oval], grow: float) -> None:
    plain, grown = bounds(wrapped(ovals)), bounds(wrapped(ovals, Finish(grow=grow)))
    assert [b - a for a, b in zip(plain, grown, strict=True)] == pytest.approx(
        [-grow, -grow, grow, grow], abs=1e-9
    )


@given(BALLS)
def test_the_lit_part_is_inside_the_shape_towards_the_light(oval: Oval) -> None:
    whole, lit = wrapped([oval]), wrapped([oval], LIT)
    assert 0.0 < area(lit) < area(whole)
    middle = (
        sum(lit[::2]) / len(lit[::2]) - oval.x,
        sum(lit[1::2]) / len(lit[1::2]) - oval.y,
    )
    assert middle[0] * LIGHT[0] + middle[1] * LIGHT[1] > 0.0
    for x, y in corners(lit):
        assert ((x - oval.x) ** 2 + (y - oval.y) ** 2) ** 0.5 <= oval.radius + 1e-9


def test_ends_that_coincide_are_strung_without_dividing_by_nothing() -> None:
    """Two corners in the same place beside a long line."""
    flat = Oval((0.0, 0.0), 0.0, (0.01, 0.0, 0.0))
    other = Oval((0.3, 0.0), 0.0, (0.01, 0.0, 0.0))
    left, _, right, _ = bounds(strung([flat, other]))
    assert (left, right) == pytest.approx((-0.1, 0.4))


LEG = ((0.0, 0.094), (0.1, 0.086), (0.21, 0.073), (0.31, 0.058), (0.38, 0.051), (0.42, 0.05))


def test_a_row_of_fine_and_coarse_rounds_is_one_shape_without_a_notch() -> None:
    def leg(step: int) -> list[Oval]:
        places = [*((x, radius, 1) for x, radius in LEG), (0.47, 0.049, step), (0.55, 0.052, step)]
        return [
            seen(Lump(Bone.HEAD, (x, 0.1 * x, 0.0), (radius, radius, radius)),
                 Frame(v.IDENTITY, v.ORIGIN), PLAIN, step=each)
            for x, radius, each in places
        ]  # fmt: skip

    for finish in (Finish(), LIT):
        ours, theirs = strung(leg(2), finish), strung(leg(1), finish)
        assert abs(area(ours)) == pytest.approx(abs(area(theirs)), rel=0.02)
        for oval in leg(1):
            assert contains(ours, (oval.x, oval.y))
