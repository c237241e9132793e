"""Repetitions as dots: done is full, the current one a target, those to come small rings."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from backcare.ui.theme import Tokens, tokens_of

MOST_DOTS = 20
_LARGEST_SHARE = 0.055
_TICK = 10


class RepDots(QWidget):
    """Up to twenty repetitions as dots in one or two rows; more as a bar with a mark."""

    accessible_role = QAccessible.Role.StaticText

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

    @property
    def has_bar(self) -> bool:
        """Whether there are too many repetitions to draw each."""
        return self._reps > MOST_DOTS

    def dots(self) -> tuple[QRectF, ...]:
        """The boxes of the dots; none when a bar stands for them."""
        if not 0 < self._reps <= MOST_DOTS:
            return ()
        rows = max((1, 2), key=self._pitch)
        columns, pitch = math.ceil(self._reps / rows), self._pitch(rows)
        top = (self.height() - pitch * rows) / 2
        boxes = []
        for index in range(self._reps):
            row, column = divmod(index, columns)
            in_row = min(columns, self._reps - row * columns)
            left = (self.width() - pitch * in_row) / 2
            box = QRectF(left + pitch * column, top + pitch * row, pitch, pitch)
            boxes.append(self._mirrored(box))
        return tuple(boxes)

    def _pitch(self, rows: int) -> float:
        """How far apart dots are in so many rows."""
        columns = math.ceil(self._reps / rows)
        largest = max(14.0, _LARGEST_SHARE * 2 * self.width())
        return min(self.width() / columns, self.height() / rows, largest)

    def _mirrored(self, box: QRectF) -> QRectF:
        """What is done grows from where the person begins to read."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            box.moveLeft(self.width() - box.right())
        return box

    def sizeHint(self) -> QSize:
        return QSize(300, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._reps:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.has_bar:
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
        """A track filled as far as repetitions are done, a mark at the current one, and tens."""
        height = min(self.height() * 0.42, 0.06 * self.width())
        track = QRectF(0, 0, self.width() - 1.6 * height, height)
        track.moveCenter(QRectF(self.rect()).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, height / 2, height / 2)
        if self._current > 1:
            done = QRectF(track)
            done.setWidth(max(height, track.width() * (self._current - 1) / self._reps))
            painter.setBrush(QColor(tokens.hold))
            painter.drawRoundedRect(self._mirrored(done), height / 2, height / 2)
        self._draw_tens(painter, track, tokens)
        share = (self._current - 0.5) / self._reps
        mark = QRectF(0, 0, 1.5 * height, 1.5 * height)
        x = track.left() + height / 2 + (track.width() - height) * share
        mark.moveCenter(QPointF(x, track.center().y()))
        painter.setPen(QPen(QColor(tokens.ink), max(2.0, height * 0.2)))
        painter.setBrush(QColor(tokens.ink if self._active else tokens.background))
        painter.drawEllipse(self._mirrored(mark))

    def _draw_tens(self, painter: QPainter, track: QRectF, tokens: Tokens) -> None:
        """A gap in the track after each ten: a bar can be counted too."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.background))
        width = max(2.0, 0.12 * track.height())
        for ten in range(_TICK, self._reps, _TICK):
            tick = QRectF(0, track.top(), width, track.height())
            tick.moveLeft(track.left() + track.width() * ten / self._reps - width / 2)
            painter.drawRect(self._mirrored(tick))
