"""Where one is among a few steps: in words, and as a bar per step."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from backcare.ui.theme import font, tokens_of

SCALE = 0.95  # times the program's text


class StepBar(QWidget):
    """Says “Step 2 of 3”, and has three bars of which two are filled."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, steps: int) -> None:
        super().__init__()
        self._steps = steps
        self._step = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: int) -> None:
        """Stand at a step, counted from 0."""
        self._step = step
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Where one is, in words."""
        return self.tr("Step {step} of {steps}").format(step=self._step + 1, steps=self._steps)

    def sizeHint(self) -> QSize:
        return QSize(200, round(2.1 * self.fontMetrics().height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.fontMetrics().height()
        side = min(round(2.2 * unit), self.width() // 20)
        box = self.rect().adjusted(side, round(0.6 * unit), -side, 0)
        painter.setFont(font(self.font(), SCALE))
        words = painter.fontMetrics().horizontalAdvance(self.text()) + unit
        painter.setPen(QColor(tokens.soft))
        direction = self.layoutDirection()
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, QStyle.visualAlignment(direction, start), self.text())
        gap, high = 0.4 * unit, max(6.0, 0.34 * unit)
        width = min(6.0 * unit, (box.width() - words - 2 * gap) / self._steps)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._steps):
            bar = QRectF(box.left() + words + number * (width + gap), 0, width, high)
            bar.moveTop(box.center().y() - high / 2)
            if self.isRightToLeft():
                bar.moveRight(box.left() + box.right() - bar.left())
            painter.setBrush(QColor(tokens.accent if number <= self._step else tokens.track))
            painter.drawRoundedRect(bar, high / 2, high / 2)
