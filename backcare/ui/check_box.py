"""A check box that grows with the font, wraps its words, and is seen in every theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.field_look import draw_wrapped, field_height, least_text_width, wrapped_height
from backcare.ui.theme import Tokens, tokens_of

AFTER_TEXT_PX = 6


class CheckBox(QCheckBox):
    """A yes or no with its words; a click anywhere on them counts."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def indent(self) -> int:
        """How far the text stands from the box's outer edge."""
        return round(self._box_size() + self.fontMetrics().height() * 0.5)

    def _box_size(self) -> float:
        return self.fontMetrics().height() * 1.15

    def _box(self) -> QRectF:
        """Beside the first line of the words."""
        size = round(self._box_size())
        top = min(field_height(self), self.height()) / 2 - size / 2
        box = QRect(1, round(top), size, size)
        visual = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        return QRectF(visual).adjusted(1, 1, -1, -1)

    def _draw_box(self, painter: QPainter, tokens: Tokens) -> None:
        checked, box = self.isChecked(), self._box()
        edge = tokens.accent if checked or self.underMouse() else tokens.edge
        painter.setPen(QPen(QColor(edge), OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.accent if checked else tokens.surface))
        painter.drawRoundedRect(box, 4, 4)
        if checked:
            left, middle, right = (box.left() + box.width() * part for part in (0.24, 0.43, 0.78))
            upper, centre, lower = (box.top() + box.height() * part for part in (0.3, 0.53, 0.72))
            painter.setPen(QPen(QColor(tokens.on_accent), box.height() * 0.13))
            painter.drawPolyline(
                [QPointF(left, centre), QPointF(middle, lower), QPointF(right, upper)]
            )

    def heightForWidth(self, width: int) -> int:
        room = width - self.indent() - AFTER_TEXT_PX
        lines = wrapped_height(self.fontMetrics(), self.text(), room)
        one = self.fontMetrics().height()
        return max(field_height(self), field_height(self) + lines - one)

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self.indent() + text + AFTER_TEXT_PX + 2, field_height(self))

    def minimumSizeHint(self) -> QSize:
        text = least_text_width(self, self.text())
        return QSize(self.indent() + text + AFTER_TEXT_PX + 2, field_height(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, tokens)
        text_box = self.rect().adjusted(self.indent(), 0, -AFTER_TEXT_PX, 0)
        text_box = QStyle.visualRect(self.layoutDirection(), self.rect(), text_box)
        painter.setPen(QColor(tokens.ink))
        draw_wrapped(painter, text_box, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(text_box).adjusted(-5, 1.5, AFTER_TEXT_PX - 1.5, -1.5)
            painter.drawRoundedRect(ring, 5, 5)
