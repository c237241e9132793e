"""Painting: a scene is fitted into its place, in its colours, crisp at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from backcare.core.look import Hair, Look
from backcare.figure.exhibit import Cast, Exhibit, Key, Moment
from backcare.figure.framing import Box
from backcare.figure.mirror import Scene
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_painter import Picture, detail_for, paint, pixels_for_metre, prepared
from tests.figure.figures import POSES

RED, BLUE = QColor("#ff0000"), QColor("#0000ff")
SKIN, HAIR = Ink(Material.SKIN, Tone.LIT), Ink(Material.HAIR, Tone.LIT)
INKS = {SKIN: RED, HAIR: BLUE}
UNIT = Box(0.0, 0.0, 1.0, 1.0)


def square(left: float, top: float, size: float) -> list[float]:
    right, bottom = left + size, top + size
    return [left, top, right, top, right, bottom, left, bottom]


def painted(picture: Picture, target: QRectF, size: int = 100) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter, picture, target)
    assert painter.transform() == QTransform()
    painter.end()
    return image


def scene(*shapes: Shape, box: Box = UNIT) -> Scene:
    return Scene(shapes, box)


def test_a_shape_is_filled_where_it_is_in_the_box() -> None:
    picture = prepared(scene(Shape(SKIN, (square(0.5, 0.5, 0.5),))), INKS)
    image = painted(picture, QRectF(0, 0, 100, 100))
    assert image.pixelColor(75, 75) == RED
    assert image.pixelColor(25, 75) == QColor("white")
    assert image.pixelColor(75, 25) == QColor("white")


def test_later_shapes_cover_earlier_ones() -> None:
    whole = Shape(SKIN, (square(0.0, 0.0, 1.0),))
    part = Shape(HAIR, (square(0.0, 0.0, 0.5),))
    image = painted(prepared(scene(whole, part), INKS), QRectF(0, 0, 100, 100))
    assert image.pixelColor(25, 25) == BLUE
    assert image.pixelColor(75, 75) == RED


def test_polygons_of_a_shape_that_overlap_are_filled_once() -> None:
    shape = Shape(SKIN, (square(0.0, 0.0, 0.7), square(0.3, 0.3, 0.7)))
    image = painted(prepared(scene(shape), {SKIN: QColor(255, 0, 0, 128)}), QRectF(0, 0, 100, 100))
    assert image.pixelColor(50, 50) == image.pixelColor(10, 10) == image.pixelColor(90, 90)


def test_a_polygon_within_another_leaves_no_hole() -> None:
    inner = square(0.25, 0.25, 0.5)
    shape = Shape(SKIN, (square(0.0, 0.0, 1.0), inner))
    image = painted(prepared(scene(shape), INKS), QRectF(0, 0, 100, 100))
    assert image.pixelColor(50, 50) == RED


def test_a_path_has_the_corners_of_its_polygon_and_is_closed() -> None:
    corners = square(0.0, 0.0, 1.0)
    ((path, colour),) = prepared(scene(Shape(SKIN, (corners,))), INKS).fills
    points = [QPointF(path.elementAt(i).x, path.elementAt(i).y) for i in range(path.elementCount())]
    expected = [QPointF(x, y) for x, y in zip(corners[::2], corners[1::2], strict=True)]
    assert points == [*expected, expected[0]]
    assert colour == RED


def test_shapes_without_polygons_are_left_out() -> None:
    assert prepared(scene(Shape(SKIN, ())), INKS).fills == ()


@pytest.mark.parametrize(
    ("target", "scale"),
    [(QRectF(0, 0, 100, 50), 50.0), (QRectF(0, 0, 30, 90), 30.0), (QRectF(5, 5, 40, 40), 40.0)],
)
def test_a_scene_is_as_large_as_fits(target: QRectF, scale: float) -> None:
    assert pixels_for_metre(UNIT, target) == pytest.approx(scale)


def test_in_a_wide_place_it_is_in_the_middle_and_stands_on_the_lower_edge() -> None:
    picture = prepared(scene(Shape(SKIN, (square(0.0, 0.0, 1.0),))), INKS)
    wide = painted(picture, QRectF(0, 40, 100, 20))
    assert wide.pixelColor(50, 50) == RED
    assert wide.pixelColor(35, 50) == wide.pixelColor(65, 50) == QColor("white")
    tall = painted(picture, QRectF(40, 0, 20, 90))
    assert tall.pixelColor(50, 80) == RED
    assert tall.pixelColor(50, 60) == tall.pixelColor(50, 95) == QColor("white")


@pytest.mark.parametrize("scale", [10.0, 50.0, 200.0, 1000.0])
def test_an_outline_never_gets_too_thin_to_see(scale: float) -> None:
    assert detail_for(scale, Look()).edge * scale >= 0.89


def test_an_outline_is_no_thicker_than_it_is_on_the_body() -> None:
    assert detail_for(1000.0, Look()).edge == detail_for(5000.0, Look()).edge


def test_a_face_is_drawn_where_there_is_room_for_it() -> None:
    assert not detail_for(20.0, Look()).face
    assert detail_for(400.0, Look()).face


@pytest.mark.parametrize("hair", Hair)
def test_hair_is_drawn_as_it_is_worn(hair: Hair) -> None:
    assert detail_for(200.0, Look(hair=hair)).bun == hair.has_bun


@pytest.mark.parametrize("ground", Ground)
def test_a_real_scene_is_painted_in_the_chosen_colours(ground: Ground) -> None:
    exhibit = Exhibit(POSES, Cast("front", "standing", "squatting"))
    found = exhibit.scene(Moment(Key.START, Key.EFFORT, 0.5), arrow=True)
    table = colours(Look(), ground)
    image = painted(prepared(found, table), QRectF(0, 0, 200, 200), 200)
    seen = {image.pixelColor(x, y).rgb() for x in range(200) for y in range(200)}
    for ink in (Ink(Material.SHIRT, Tone.LIT), Ink(Material.ACCENT, Tone.LIT)):
        assert table[ink].rgb() in seen
