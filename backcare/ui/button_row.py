"""The buttons below a page: side by side, smaller or below each other where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.ui.controls import PillButton

SCALES = (1.3, 1.15, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Of the buttons' text; tried from the largest until they stand in one row."""

SMALLEST_PX = 19
"""Of a line of text below its usual size: only text that was made large is made smaller."""


class ButtonRow(QWidget):
    """`leading` buttons where reading begins, `trailing` ones at the other end.

    Hidden ones take no room.
    """

    def __init__(self, leading: Sequence[PillButton], trailing: Sequence[PillButton] = ()) -> None:
        super().__init__()
        self._leading, self._trailing = tuple(leading), tuple(trailing)
        self._height = 0
        for button in (*leading, *trailing):
            button.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(300, self._height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def arrange(self) -> None:
        """Place the buttons, as one of them has changed or been hidden."""
        unit = self.fontMetrics().height()
        side, gap = min(round(2.2 * unit), self.width() // 20), round(0.6 * unit)
        room = self.width() - 2 * side
        shown = [button for button in (*self._leading, *self._trailing) if not button.isHidden()]
        for scale in SCALES:
            if scale < 1.0 and scale * unit < SMALLEST_PX:
                continue
            for button in shown:
                button.set_scale(scale)
            widths = [button.sizeHint().width() for button in shown]
            if sum(widths) + gap * (len(shown) - 1) <= room:
                self._in_a_row(side, gap, round(0.55 * scale * unit))
                break
        else:
            self._in_a_column(shown, QRect(side, gap, room, 0), gap)
        self.updateGeometry()

    def _in_a_row(self, side: int, gap: int, pad: int) -> None:
        left, right = side, self.width() - side
        high = 0
        for button in self._leading:
            if not button.isHidden():
                size = button.sizeHint()
                self._put(button, QRect(left, pad, size.width(), size.height()))
                left += size.width() + gap
                high = size.height()
        for button in reversed(self._trailing):
            if not button.isHidden():
                size = button.sizeHint()
                right -= size.width()
                self._put(button, QRect(right, pad, size.width(), size.height()))
                right -= gap
                high = size.height()
        self._height = high + 2 * pad

    def _in_a_column(self, shown: list[PillButton], box: QRect, gap: int) -> None:
        top = box.top()
        for button in shown:
            button.set_scale(1.0)
            high = button.sizeHint().height()
            self._put(button, QRect(box.left(), top, box.width(), high))
            top += high + gap // 2
        self._height = top - gap // 2 + box.top()

    def _put(self, button: PillButton, box: QRect) -> None:
        button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line tells it from a page that goes on below it."""
        del event
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, QColor(tokens_of(self.palette()).line))
