"""Repetitions as dots: done is full, the current one a target, those to come small rings."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from backcare.ui.theme import Tokens, tokens_of

MOST_DOTS = 20
_DOTS_IN_A_ROW = 10
_LARGEST_SHARE = 0.055


class RepDots(QWidget):
    """Up to twenty repetitions as dots in one or two rows; more as a bar with a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reps = 0
        self._current = 0
        self._active = False
        self.setAccessibleName(self.tr("Repetitions"))

    def set_reps(self, current: int, reps: int, *, active: bool) -> None:
        """Repetition `current` of `reps` is on if `active`, else it is the next one."""
        if (current, reps, active) == (self._current, self._reps, self._active):
            return
        self._current, self._reps, self._active = current, reps, active
        self.setAccessibleDescription(
            self.tr("{done} of {reps} done").format(done=max(0, current - 1), reps=reps)
        )
        self.update()

    def dots(self) -> tuple[QRectF, ...]:
        """The boxes of the dots; none when a bar stands for them."""
        if not 0 < self._reps <= MOST_DOTS:
            return ()
        rows = math.ceil(self._reps / _DOTS_IN_A_ROW)
        columns = math.ceil(self._reps / rows)
        pitch = min(
            self.width() / columns,
            self.height() / rows,
            max(14.0, _LARGEST_SHARE * 2 * self.width()),
        )
        top = (self.height() - pitch * rows) / 2
        boxes = []
        for index in range(self._reps):
            row, column = divmod(index, columns)
            in_row = min(columns, self._reps - row * columns)
            left = (self.width() - pitch * in_row) / 2
            boxes.append(QRectF(left + pitch * column, top + pitch * row, pitch, pitch))
        return tuple(boxes)

    def sizeHint(self) -> QSize:
        return QSize(300, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._reps:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._reps > MOST_DOTS:
            self._draw_bar(painter, tokens)
            return
        for rep, box in enumerate(self.dots(), start=1):
            self._draw_dot(painter, rep, box, tokens)

    def _draw_dot(self, painter: QPainter, rep: int, box: QRectF, tokens: Tokens) -> None:
        radius, centre = box.width() / 2, box.center()
        hue = QColor(tokens.hold)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue)
        if rep < self._current:
            painter.drawEllipse(centre, radius * 0.62, radius * 0.62)
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if rep > self._current:
            painter.setPen(QPen(QColor(tokens.session_soft), max(1.5, radius * 0.14)))
            painter.drawEllipse(centre, radius * 0.42, radius * 0.42)
            return
        painter.setPen(QPen(QColor(tokens.ink), max(2.0, radius * 0.2)))
        painter.drawEllipse(centre, radius * 0.82, radius * 0.82)
        if self._active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.ink))
            painter.drawEllipse(centre, radius * 0.42, radius * 0.42)

    def _draw_bar(self, painter: QPainter, tokens: Tokens) -> None:
        """A track filled as far as repetitions are done, and a mark at the current one."""
        height = min(self.height() * 0.45, 24.0)
        track = QRectF(0, 0, self.width() * 0.92, height)
        track.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, height / 2, height / 2)
        done = QRectF(track)
        done.setWidth(max(height, track.width() * (self._current - 1) / self._reps))
        if self._current > 1:
            painter.setBrush(QColor(tokens.hold))
            painter.drawRoundedRect(done, height / 2, height / 2)
        x = track.left() + track.width() * (self._current - 0.5) / self._reps
        x = min(max(x, track.left() + height / 2), track.right() - height / 2)
        radius = self.height() * 0.38
        painter.setPen(QPen(QColor(tokens.ink), max(2.0, radius * 0.22)))
        painter.setBrush(QColor(tokens.ink if self._active else tokens.background))
        painter.drawEllipse(QPointF(x, track.center().y()), radius * 0.8, radius * 0.8)
