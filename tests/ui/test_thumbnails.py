from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from backcare.core.exercise import Illustration
from backcare.core.look import Clothes, Look
from backcare.figure.gallery import Gallery
from backcare.ui.card_pictures import Wish
from backcare.ui.thumbnails import ThumbnailPainter
from tests.figure.figures import POSES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CURL = Illustration("side", "lying", "curled")
SQUAT = Illustration("side", "standing", "squatting")


def drawn(
    wish: Wish = Wish(CURL, 96, 60, 1.0, "light"),  # noqa: B008 - frozen
    look: Look = Look(),  # noqa: B008 - frozen
) -> QImage:
    return ThumbnailPainter(Gallery(lambda: POSES), look)(wish).toImage()


def box(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not transparent."""
    places = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 40
    ]
    xs, ys = zip(*places, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize(("ratio", "size"), [(1.0, (96, 60)), (2.0, (192, 120)), (1.5, (144, 90))])
def test_a_thumbnail_has_a_pixel_for_every_one_of_the_screen(
    qtbot: QtBot, ratio: float, size: tuple[int, int]
) -> None:
    image = drawn(Wish(CURL, 96, 60, ratio, "light"))
    assert (image.width(), image.height()) == size
    assert image.devicePixelRatio() == ratio


@pytest.mark.parametrize("illustration", [CURL, SQUAT])
def test_a_figure_fills_the_picture_and_is_not_cut(
    qtbot: QtBot, illustration: Illustration
) -> None:
    left, top, right, bottom = box(drawn(Wish(illustration, 96, 60, 2.0, "light")))
    assert left > 1
    assert top > 1
    assert right < 190
    assert bottom < 118
    assert right - left > 170 or bottom - top > 95


def test_a_low_figure_has_room_below_it(qtbot: QtBot) -> None:
    _, top, _, bottom = box(drawn(Wish(CURL, 96, 90, 1.0, "light")))
    assert 8 < 90 - bottom < top


def test_the_figure_wears_what_was_chosen(qtbot: QtBot) -> None:
    assert drawn(look=Look(clothes=Clothes.BERRY)) != drawn()


def test_the_figure_is_drawn_for_its_ground(qtbot: QtBot) -> None:
    light, dark = drawn(), drawn(Wish(CURL, 96, 60, 1.0, "dark"))
    assert light != dark
    assert light.pixelColor(0, 0) == dark.pixelColor(0, 0) == QColor(0, 0, 0, 0)
