"""A stance as shapes: complete, in order, coloured, and the same in a mirror."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import moved
from backcare.figure.camera import CAMERAS, Camera
from backcare.figure.scene import Detail, figure_shapes
from backcare.figure.shadow import shadow_shapes
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import Limb
from tests.figure.figures import LEFT_ARM, RIGHT_LEG, stance
from tests.figure.shapes_seen import area, bounds, contains, is_sound
from tests.figure.test_camera import CAMERA_SETTINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.solver import Stance
    from backcare.figure.vector import Vector

NAMES = st.sampled_from(["standing", "squatting", "lying", "one-knee", "all-fours", "reaching"])
SIDE, FRONT = Camera(0.0, 0.0), Camera(90.0, 0.0)


def working(*limbs: Limb) -> Stance:
    found = stance("standing")
    return replace(found, pose=replace(found.pose, works=frozenset(limbs)))


def bounds_of(shapes: Sequence[Shape]) -> tuple[float, float, float, float]:
    polygons = [polygon for shape in shapes for polygon in shape.polygons]
    edges = [bounds(polygon) for polygon in polygons]
    return (
        min(edge[0] for edge in edges),
        min(edge[1] for edge in edges),
        max(edge[2] for edge in edges),
        max(edge[3] for edge in edges),
    )


@given(NAMES, CAMERA_SETTINGS, st.booleans(), st.floats(0.0, 1.0))
@settings(max_examples=60)
def test_every_part_is_drawn_edge_shade_and_light_from_everywhere(
    name: str, camera: Camera, face: bool, breath: float
) -> None:
    shapes = figure_shapes(stance(name), camera, Detail(face=face), breath=breath)
    assert all(is_sound(shape) for shape in shapes)
    lit = [shape for shape in shapes if shape.ink.tone is Tone.LIT]
    # Hips, trunk, neck, head and hair; thighs, shins, feet; arms, sleeves, forearms, hands.
    assert len(lit) >= 5 + 2 * 3 + 2 * 4


@pytest.mark.parametrize("camera", CAMERAS.values())
def test_each_piece_has_its_outline_below_its_shade_below_its_light(camera: Camera) -> None:
    shapes = figure_shapes(stance("all-fours"), camera, Detail(face=False, bun=False))
    runs = [
        (material, [shape.ink.tone for shape in group])
        for material, group in groupby(shapes, lambda shape: shape.ink.material)
    ]
    for material, tones in runs:
        if material is not Material.SKIN:
            assert tones[:3] == [Tone.EDGE, Tone.SHADE, Tone.LIT]


def test_what_works_is_drawn_in_the_accent_colour_and_nothing_else() -> None:
    def accents(*limbs: Limb) -> int:
        shapes = figure_shapes(working(*limbs), SIDE, Detail())
        return sum(shape.ink == Ink(Material.ACCENT, Tone.LIT) for shape in shapes)

    assert accents() == 0
    # Thigh and shin; a sleeve.
    assert accents(RIGHT_LEG) == 2
    assert accents(LEFT_ARM) == 1
    assert accents(*Limb) >= 6


def test_breath_widens_the_trunk_from_the_side() -> None:
    def depth(breath: float) -> float:
        shapes = figure_shapes(working(), SIDE, Detail(), breath=breath)
        shirt = [shape for shape in shapes if shape.ink == Ink(Material.SHIRT, Tone.SHADE)]
        return sum(abs(area(shape.polygons[0])) for shape in shirt)

    assert depth(1.0) > depth(0.5) > depth(0.0)


def test_a_wider_edge_makes_wider_outlines_and_leaves_the_fill() -> None:
    thin, thick = (figure_shapes(working(), FRONT, Detail(edge=edge)) for edge in (0.0, 0.01))
    for tone, wider in ((Tone.EDGE, 0.01), (Tone.SHADE, 0.0)):
        a, b = (
            bounds_of([shape for shape in shapes if shape.ink == Ink(Material.TROUSERS, tone)])
            for shapes in (thin, thick)
        )
        assert b[2] - a[2] == pytest.approx(wider, abs=1e-6)


@given(NAMES, CAMERA_SETTINGS)
@settings(max_examples=30)
def test_every_joint_is_inside_the_drawn_figure(name: str, camera: Camera) -> None:
    found = stance(name)
    right, up, _ = camera.axes()
    filled = [
        polygon
        for shape in figure_shapes(found, camera, Detail())
        if shape.ink.tone is Tone.SHADE
        for polygon in shape.polygons
    ]
    for bone, frame in found.body.items():
        point = (v.dot(frame.origin, right), -v.dot(frame.origin, up))
        assert any(contains(polygon, point) for polygon in filled), bone


def test_the_nearer_leg_is_drawn_after_the_farther_one() -> None:
    def order(camera: Camera) -> list[float]:
        shapes = figure_shapes(working(RIGHT_LEG), camera, Detail(face=False))
        accent = [i for i, shape in enumerate(shapes) if shape.ink.material is Material.ACCENT]
        plain = [i for i, shape in enumerate(shapes) if shape.ink.material is Material.TROUSERS]
        return [max(accent), max(plain)]

    right, left = order(Camera(0.0, 5.0)), order(Camera(180.0, 5.0))
    assert right[0] > right[1]
    assert left[0] < left[1]


# Shadows


def areas(found: Stance) -> tuple[float, float]:
    """Of the soft and of the firm shadow, from straight above."""
    soft, firm = shadow_shapes(found, Camera(0.0, 90.0))
    return tuple(sum(abs(area(p)) for p in shape.polygons) for shape in (soft, firm))  # type: ignore[return-value]


def raised(found: Stance, by: float) -> Stance:
    def lift(point: Vector) -> Vector:
        return (point[0], point[1], point[2] + by)

    return replace(found, body=moved(found.body, lift))


@pytest.mark.parametrize("name", ["standing", "lying", "all-fours"])
def test_the_shadow_is_firm_only_where_the_body_touches_the_floor(name: str) -> None:
    found = stance(name)
    soft, firm = areas(found)
    assert 0.0 < firm < soft
    assert areas(raised(found, 0.5)) == pytest.approx((soft, 0.0))


def test_who_lies_throws_more_shadow_than_who_stands() -> None:
    assert areas(stance("lying"))[0] > areas(stance("standing"))[0]
    assert areas(stance("lying"))[1] > areas(stance("standing"))[1]


@given(NAMES, CAMERA_SETTINGS)
@settings(max_examples=30)
def test_shadows_can_be_seen_from_everywhere(name: str, camera: Camera) -> None:
    soft, firm = shadow_shapes(stance(name), camera)
    assert is_sound(soft)
    assert is_sound(firm)
    assert {soft.ink.material, firm.ink.material} == {Material.SHADOW}
