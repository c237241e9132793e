"""LEFT or RIGHT, in the form of a sign that points there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from backcare.core.exercise import Side
from backcare.ui.fit_label import fitting_font
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.core.words import Words

_TEXT_SHARE = 0.62
_ARROW_SHARE = 0.58


class SideBadge(QWidget):
    """A signpost: its pointed end, its arrow and its word all say the same side."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._side: Side | None = None
        self.setVisible(False)

    def set_side(self, side: Side | None) -> None:
        """Point to `side`; without one the badge is away."""
        if side is self._side:
            return
        self._side = side
        self.setVisible(side is not None)
        if side is not None:
            self.setAccessibleName(self._words.badge(side))
        self.update()

    @property
    def points_right(self) -> bool:
        """Whether it names the right."""
        return self._side is Side.RIGHT

    def width_for(self, height: int) -> int:
        """How wide a badge of that height has to be for the longer of its words."""
        metrics = QFontMetrics(
            fitting_font(
                self.font(), "", QRect(0, 0, 999, 999), round(height * _TEXT_SHARE), bold=True
            )
        )
        text = max(metrics.horizontalAdvance(self._words.badge(side)) for side in Side)
        return round(text + 1.72 * height)

    def sizeHint(self) -> QSize:
        return QSize(self.width_for(48), 48)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._side is None:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink))
        painter.drawPath(self._sign(self._side))
        painter.setBrush(QColor(tokens.background))
        painter.drawPath(self._arrow(self._side))
        self._draw_word(painter, self._side, QColor(tokens.background))

    def _sign(self, side: Side) -> QPainterPath:
        """A rounded box whose one end is a point; drawn pointing left."""
        box = QRectF(self.rect())
        height, radius = box.height(), box.height() * 0.16
        tip = height * 0.42
        path = QPainterPath(QPointF(0, height / 2))
        path.lineTo(tip, 0)
        path.lineTo(box.width() - radius, 0)
        path.quadTo(box.width(), 0, box.width(), radius)
        path.lineTo(box.width(), height - radius)
        path.quadTo(box.width(), height, box.width() - radius, height)
        path.lineTo(tip, height)
        path.closeSubpath()
        return self._turned(path, side)

    def _arrow(self, side: Side) -> QPainterPath:
        height = self.height()
        size, left, middle = height * _ARROW_SHARE, height * 0.34, height / 2
        head, shaft = size * 0.5, size * 0.15
        path = QPainterPath()
        path.addPolygon(
            QPolygonF(
                [
                    QPointF(left, middle),
                    QPointF(left + head, middle - head),
                    QPointF(left + head, middle - shaft),
                    QPointF(left + 1.15 * size, middle - shaft),
                    QPointF(left + 1.15 * size, middle + shaft),
                    QPointF(left + head, middle + shaft),
                    QPointF(left + head, middle + head),
                ]
            )
        )
        path.closeSubpath()
        return self._turned(path, side)

    def _turned(self, path: QPainterPath, side: Side) -> QPainterPath:
        if side is Side.LEFT:
            return path
        return QTransform(-1, 0, 0, 1, self.width(), 0).map(path)

    def _draw_word(self, painter: QPainter, side: Side, colour: QColor) -> None:
        height = self.height()
        start, end = round(height * 1.14), round(height * 0.34)
        left, right = (start, end) if side is Side.LEFT else (end, start)
        box = self.rect().adjusted(left, 0, -right, 0)
        word = self._words.badge(side)
        painter.setFont(
            fitting_font(self.font(), word, box, round(height * _TEXT_SHARE), bold=True)
        )
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
