from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from backcare.paint.figure_image import image, png
from backcare.paint.figure_painter import prepared
from backcare.paint.figure_svg import Canvas
from tests.paint.test_figure_svg import COLOURS, SCENE

PICTURE = prepared(SCENE, COLOURS)
CANVAS = Canvas(200, 100, "#f5f7f6")


def test_an_image_has_its_canvass_size_and_ground() -> None:
    made = image(PICTURE, CANVAS)
    assert (made.width(), made.height()) == (200, 100)
    assert made.pixelColor(0, 0).name() == "#f5f7f6"
    assert made.pixelColor(120, 55).name() == "#eeb892"


def test_an_image_may_be_transparent() -> None:
    made = image(PICTURE, Canvas(200, 100))
    assert made.pixelColor(0, 0) == QColor(0, 0, 0, 0)
    assert made.pixelColor(120, 55).name() == "#eeb892"


def test_the_other_side_is_the_same_image_in_a_mirror() -> None:
    plain, mirrored = image(PICTURE, CANVAS), image(PICTURE, CANVAS, mirrored=True)
    assert mirrored != plain
    assert mirrored == plain.flipped(Qt.Orientation.Horizontal)


def test_a_png_gives_the_image_again() -> None:
    made = image(PICTURE, CANVAS)
    data = png(made)
    assert data.startswith(b"\x89PNG")
    again = QImage.fromData(data)
    assert again.convertToFormat(made.format()) == made
