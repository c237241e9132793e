"""Draws many exercises onto one sheet: start and effort beside each other, the name below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from backcare.core.look import Look
from backcare.figure.exhibit import Key, Moment
from backcare.paint.cropping import lifted, roomy
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_painter import detail_for, paint, pixels_for_metre, prepared
from backcare.ui.casting import cast_for
from backcare.ui.theme import LIGHT, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.core.exercise import Exercise
    from backcare.figure.gallery import Gallery

BOTH, EFFORT_ALONE = (Key.START, Key.EFFORT), (Key.EFFORT,)
GAP = 14.0
INSIDE = 12.0
ARROW = 8.0


class Sheet(NamedTuple):
    """How a sheet looks.

    Attributes:
        columns: cards in a row.
        keys: what is shown of each exercise, from left to right.
        width, height: of one picture, in pixels.
        text: the size of the names, in pixels.
    """

    columns: int
    keys: tuple[Key, ...]
    width: float
    height: float
    text: int

    @property
    def card_width(self) -> float:
        return len(self.keys) * (self.width + INSIDE) + INSIDE

    @property
    def card_height(self) -> float:
        return self.height + self.text * 1.9 + 2 * INSIDE


WHOLE = Sheet(columns=4, keys=BOTH, width=190, height=128, text=17)
SMALL = Sheet(columns=4, keys=EFFORT_ALONE, width=220, height=126, text=15)


def contact_sheet(exercises: Sequence[Exercise], gallery: Gallery, sheet: Sheet) -> QImage:
    """The sheet with every exercise that has a picture."""
    shown = [exercise for exercise in exercises if cast_for(exercise) is not None]
    rows = -(-len(shown) // sheet.columns)
    image = QImage(
        round(sheet.columns * (sheet.card_width + GAP) + GAP),
        round(rows * (sheet.card_height + GAP) + GAP),
        QImage.Format.Format_RGB32,
    )
    image.fill(QColor(LIGHT.background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, exercise in enumerate(shown):
        row, column = divmod(number, sheet.columns)
        corner = QPointF(
            GAP + column * (sheet.card_width + GAP), GAP + row * (sheet.card_height + GAP)
        )
        _draw_card(painter, corner, exercise, gallery, sheet)
    painter.end()
    return image


def _draw_card(
    painter: QPainter, corner: QPointF, exercise: Exercise, gallery: Gallery, sheet: Sheet
) -> None:
    card = QRectF(corner.x(), corner.y(), sheet.card_width, sheet.card_height)
    painter.setPen(QPen(QColor(LIGHT.line), 1.0))
    painter.setBrush(QColor(LIGHT.surface))
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 12, 12)
    _draw_figures(painter, card, exercise, gallery, sheet)
    if len(sheet.keys) > 1:
        _draw_arrow(painter, QPointF(card.center().x(), card.top() + INSIDE + sheet.height * 0.42))
    face = QFont(painter.font())
    face.setPixelSize(sheet.text)
    face = font(face, bold=True)
    text = card.adjusted(INSIDE, sheet.height + INSIDE, -INSIDE, -INSIDE / 2)
    name = QFontMetricsF(face).elidedText(exercise.name, Qt.TextElideMode.ElideRight, text.width())
    painter.setFont(face)
    painter.setPen(QColor(LIGHT.ink))
    painter.drawText(text, Qt.AlignmentFlag.AlignCenter, name)


def _draw_figures(
    painter: QPainter, card: QRectF, exercise: Exercise, gallery: Gallery, sheet: Sheet
) -> None:
    """Both equally large, in the room that both need."""
    cast = cast_for(exercise)
    assert cast is not None  # noqa: S101 - only those are shown
    exhibit = gallery.exhibit(cast)
    first = QRectF(card.left() + INSIDE, card.top() + INSIDE, sheet.width, sheet.height)
    look = Look()
    detail = detail_for(pixels_for_metre(exhibit.box(exhibit.camera), first), look)
    scenes = [roomy(exhibit.scene(Moment(key, key, 1.0), detail=detail)) for key in sheet.keys]
    box = scenes[0].box
    for scene in scenes:
        box = box.joined(scene.box)
    for number, scene in enumerate(scenes):
        place = first.translated(number * (sheet.width + INSIDE), 0)
        picture = prepared(scene._replace(box=box), colours(look, Ground.LIGHT))
        paint(painter, picture, lifted(place, box))


def _draw_arrow(painter: QPainter, middle: QPointF) -> None:
    pen = QPen(QColor(LIGHT.soft), 2.2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    half = ARROW / 2
    points = [QPointF(-half / 2, -half), QPointF(half / 2, 0), QPointF(-half / 2, half)]
    painter.drawPolyline([middle + point for point in points])
