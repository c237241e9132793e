"""Small rounded buttons: one that is on or off, and one that takes something away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton, QSizePolicy, QStyle

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.icons import draw_icon
from backcare.ui.theme import font, tokens_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

CHIP_HEIGHT = 2.0  # times the font's height
RING_ROOM = 4
"""Around a chip for the ring that shows the focus: inside, it would look as if it were chosen."""
SIDES = 1.5
SIGN = 1.1


class ToggleChip(QCheckBox):
    """A property that is wanted or not: a check box by nature."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return _chip_size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sign = "check" if self.isChecked() else ""
        _draw_chip(self, sign, on=self.isChecked(), sign_first=True)


class RemovableChip(QPushButton):
    """A property that is wanted; pressing it takes it away."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Remove filter: {name}").format(name=text))

    def sizeHint(self) -> QSize:
        return _chip_size(self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _draw_chip(self, "clear", on=True, sign_first=False)


def _chip_size(chip: QAbstractButton) -> QSize:
    """A chip has always room for its sign, so that it keeps its place when it is pressed."""
    height = chip.fontMetrics().height()
    width = chip.fontMetrics().horizontalAdvance(chip.text())
    around = 2 * RING_ROOM
    high = round(height * CHIP_HEIGHT)
    return QSize(round(width + (SIDES + SIGN) * height) + around, high + around)


def _draw_chip(chip: QAbstractButton, sign: str, *, on: bool, sign_first: bool) -> None:
    tokens = tokens_of(chip.palette())
    painter = QPainter(chip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inset = RING_ROOM + OUTLINE_WIDTH / 2
    box = QRectF(chip.rect()).adjusted(inset, inset, -inset, -inset)
    radius = box.height() / 2
    ground = tokens.accent_wash if on else tokens.surface
    if chip.underMouse() and not on:
        ground = tokens.sunken
    painter.setPen(QPen(QColor(tokens.accent if on else tokens.edge), OUTLINE_WIDTH))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(box, radius, radius)
    if chip.hasFocus():
        outset = inset - FOCUS_WIDTH / 2
        ring = box.adjusted(-outset, -outset, outset, outset)
        painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
    _draw_words(painter, chip, sign, sign_first=sign_first)


def _draw_words(painter: QPainter, chip: QAbstractButton, sign: str, *, sign_first: bool) -> None:
    tokens = tokens_of(chip.palette())
    height = chip.fontMetrics().height()
    most = chip.width() - round(height * (1.0 + (SIGN if sign else 0))) - 2 * RING_ROOM
    said = chip.fontMetrics().elidedText(chip.text(), Qt.TextElideMode.ElideRight, most)
    words = chip.fontMetrics().horizontalAdvance(said) + 1
    used = words + (SIGN * height if sign else 0)
    left = (chip.width() - used) / 2
    side = height * 0.85
    text = QRectF(left, 0, words, chip.height())
    place = QRectF(left + words + height * 0.25, (chip.height() - side) / 2, side, side)
    if sign and sign_first:
        place.moveLeft(left)
        text.moveLeft(left + SIGN * height)
    direction, whole = chip.layoutDirection(), chip.rect()
    painter.setFont(font(chip.font()))
    painter.setPen(QColor(tokens.ink))
    visual = QStyle.visualRect(direction, whole, text.toRect())
    painter.drawText(visual, Qt.AlignmentFlag.AlignCenter, said)
    if sign:
        seen = QStyle.visualRect(direction, whole, place.toRect())
        draw_icon(painter, sign, QRectF(seen), QColor(tokens.ink))
