"""The head: what of hair and face is seen depends on where the camera stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.body import Frame
from backcare.figure.camera import Camera
from backcare.figure.head import head_shapes
from backcare.figure.polygon import signed_area
from backcare.figure.shapes import Ink, Material, Shape, Tone
from tests.figure.figures import TURNS
from tests.figure.shapes_seen import area, bounds, is_sound
from tests.figure.test_camera import CAMERA_SETTINGS

if TYPE_CHECKING:
    from backcare.figure.polygon import Polygon
    from backcare.figure.vector import Matrix

HERE = Frame(v.IDENTITY, v.ORIGIN)
RIGHT, FRONT, LEFT, BACK = (Camera(turn, 0.0) for turn in (0.0, 90.0, 180.0, 270.0))
ABOVE = Camera(0.0, 90.0)


def head(
    camera: Camera, *, face: bool = True, bun: bool = False, edge: float = 0.004
) -> list[Shape]:
    return head_shapes(HERE, camera.axes(), edge, face=face, bun=bun)


def of(shapes: list[Shape], material: Material, tone: Tone) -> list[Polygon]:
    return [
        polygon
        for shape in shapes
        if shape.ink == Ink(material, tone)
        for polygon in shape.polygons
    ]


def joined(polygons: list[Polygon]) -> Polygon:
    return [value for polygon in polygons for value in polygon]


@pytest.mark.parametrize(
    ("camera", "eyes"), [(FRONT, 2), (RIGHT, 1), (LEFT, 1), (BACK, 0), (Camera(40.0, 0.0), 2)]
)
def test_as_many_eyes_are_seen_as_look_at_the_camera(camera: Camera, eyes: int) -> None:
    # An eye with its brow.
    assert len(of(head(camera), Material.FEATURE, Tone.SHADE)) == 2 * eyes


@pytest.mark.parametrize(("camera", "ears"), [(FRONT, 0), (RIGHT, 1), (LEFT, 1), (BACK, 0)])
def test_an_ear_is_seen_from_its_side(camera: Camera, ears: int) -> None:
    with_face = of(head(camera), Material.SKIN, Tone.EDGE)
    without = of(head(camera, face=False), Material.SKIN, Tone.EDGE)
    assert len(with_face) - len(without) == ears


@pytest.mark.parametrize(("camera", "mouths"), [(FRONT, 1), (RIGHT, 1), (BACK, 0)])
def test_the_mouth_is_seen_but_from_behind(camera: Camera, mouths: int) -> None:
    assert len(of(head(camera), Material.LIPS, Tone.SHADE)) == mouths


def test_the_mouth_is_wider_from_the_front_than_from_the_side() -> None:
    widths = []
    for camera in (FRONT, RIGHT):
        left, _, right, _ = bounds(of(head(camera), Material.LIPS, Tone.SHADE)[0])
        widths.append(right - left)
    assert widths[0] > widths[1]


def test_a_small_head_has_no_features() -> None:
    shapes = head(FRONT, face=False)
    assert of(shapes, Material.FEATURE, Tone.SHADE) == []
    assert of(shapes, Material.LIPS, Tone.SHADE) == []


def hair(camera: Camera, *, bun: bool) -> float:
    return sum(
        abs(area(polygon)) for polygon in of(head(camera, bun=bun), Material.HAIR, Tone.SHADE)
    )


@pytest.mark.parametrize("bun", [True, False])
def test_more_hair_is_seen_from_behind_and_above_than_from_the_front(bun: bool) -> None:
    assert hair(BACK, bun=bun) > hair(FRONT, bun=bun)
    assert hair(ABOVE, bun=bun) > hair(FRONT, bun=bun)


def index(shapes: list[Shape], ink: Ink) -> list[int]:
    return [i for i, shape in enumerate(shapes) if shape.ink == ink]


def test_a_knot_is_behind_the_head_from_the_front_and_before_it_from_behind() -> None:
    hairy, skin = Ink(Material.HAIR, Tone.SHADE), Ink(Material.SKIN, Tone.SHADE)
    front, back = head(FRONT, bun=True), head(BACK, bun=True)
    assert index(front, hairy)[0] < index(front, skin)[0]
    assert index(back, hairy)[0] > index(back, skin)[0]
    assert len(index(front, hairy)) == len(index(back, hairy)) == 2


def test_short_hair_has_no_knot() -> None:
    assert len(index(head(BACK, bun=False), Ink(Material.HAIR, Tone.SHADE))) == 1
    top = bounds(joined(of(head(RIGHT, bun=False), Material.HAIR, Tone.SHADE)))
    knot = bounds(joined(of(head(RIGHT, bun=True), Material.HAIR, Tone.SHADE)))
    assert knot[0] < top[0]


def test_an_outline_is_as_much_larger_as_asked() -> None:
    fine, broad = (
        bounds(joined(of(head(RIGHT, edge=edge), Material.SKIN, Tone.EDGE))) for edge in (0.0, 0.01)
    )
    assert broad[2] - fine[2] == pytest.approx(0.01, abs=1e-6)
    hair_fine, hair_broad = (
        bounds(joined(of(head(RIGHT, edge=edge), Material.HAIR, Tone.EDGE))) for edge in (0.0, 0.01)
    )
    assert hair_broad[1] < hair_fine[1] - 0.005


@given(TURNS, CAMERA_SETTINGS, st.booleans(), st.booleans())
@settings(max_examples=80)
def test_a_head_can_be_seen_from_everywhere(
    turn: Matrix, camera: Camera, face: bool, bun: bool
) -> None:
    shapes = head_shapes(Frame(turn, v.ORIGIN), camera.axes(), 0.004, face=face, bun=bun)
    assert all(is_sound(shape) for shape in shapes)
    assert of(shapes, Material.SKIN, Tone.LIT)


@pytest.mark.parametrize("bun", [True, False])
@pytest.mark.parametrize("camera", [RIGHT, FRONT, BACK, ABOVE])
def test_hair_has_no_holes_where_its_parts_overlap(camera: Camera, *, bun: bool) -> None:
    for shape in head(camera, bun=bun):
        if shape.ink.material is Material.HAIR:
            assert all(signed_area(polygon) > 0.0 for polygon in shape.polygons)


def test_from_the_chin_the_hair_over_the_forehead_is_behind_the_face() -> None:
    hairy, skin = Ink(Material.HAIR, Tone.SHADE), Ink(Material.SKIN, Tone.SHADE)
    from_below = head(Camera(90.0, -60.0), bun=False)
    assert index(from_below, hairy)[0] < index(from_below, skin)[0]
