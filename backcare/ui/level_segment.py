"""One part of the switch between levels."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QWidget

from backcare.core.routine import Level
from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.theme import Tokens, font, tokens_of

SEGMENT_HEIGHT = 2.9  # times the font's height
TIME_SCALE = 0.9
RADIUS = 1.2  # times the font's height
INSET = 3.25
"""Between the switch's edge and the part that is on."""


@dataclass(frozen=True, slots=True)
class LevelChoice:
    """A level by its name, and how long the routine takes at it."""

    level: Level
    name: str
    time: str


class Segment(QRadioButton):
    """One of the parts: a radio button by nature, painted as a piece of a switch.

    Signals:
        stepped: Down (1) or Up (-1), which Qt knows of only where the parts are stacked.
    """

    stepped = Signal(int)

    def __init__(self, choice: LevelChoice, parent: QWidget) -> None:
        super().__init__(choice.name, parent)
        self.choice = choice
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_choice(choice)

    def show_choice(self, choice: LevelChoice) -> None:
        """Show other words for the same level."""
        self.choice = choice
        self.setText(choice.name)
        self.setAccessibleName(f"{choice.name}, {choice.time}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        name = QFontMetricsF(font(self.font(), bold=True)).horizontalAdvance(self.choice.name)
        time = QFontMetricsF(font(self.font(), TIME_SCALE)).horizontalAdvance(self.choice.time)
        return QSize(round(max(name, time) + height * 1.4), round(height * SEGMENT_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(INSET, INSET, -INSET, -INSET)
        self._draw_ground(painter, box, tokens)
        if self.hasFocus():
            inner = box.adjusted(2, 2, -2, -2)
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = self.fontMetrics().height() * RADIUS - INSET - 2
            painter.drawRoundedRect(inner, radius, radius)
        self._draw_words(painter, tokens)

    def _draw_ground(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        radius = self.fontMetrics().height() * RADIUS - INSET
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(QColor(tokens.accent_wash))
            painter.setPen(QPen(QColor(tokens.accent), OUTLINE_WIDTH))
            painter.drawRoundedRect(box, radius, radius)
        elif self.underMouse():
            painter.setBrush(QColor(tokens.sunken))
            painter.drawRoundedRect(box, radius, radius)

    def _draw_words(self, painter: QPainter, tokens: Tokens) -> None:
        """The name, bold where it is on, and the time below it."""
        faces = (font(self.font(), bold=self.isChecked()), font(self.font(), TIME_SCALE))
        heights = [QFontMetricsF(face).height() for face in faces]
        inks = (tokens.ink, tokens.ink if self.isChecked() else tokens.soft)
        top = (self.height() - sum(heights)) / 2
        words = (self.choice.name, self.choice.time)
        for face, high, ink, text in zip(faces, heights, inks, words, strict=True):
            painter.setFont(face)
            painter.setPen(QColor(ink))
            box = QRectF(0, top, self.width(), high)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            top += high
