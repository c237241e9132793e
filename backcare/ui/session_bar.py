"""The bar along the top of a session: one segment per exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.core.plan import Plan

_NARROWEST_SHARE = 0.35


class SessionBar(QProgressBar):
    """How far the session is; the exercise that is on stands taller.

    As a progress bar, which is what a screen reader takes it for, it counts exercises: many
    readers say each new value aloud, and a session must not talk all the time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seconds: tuple[int, ...] = ()
        self._current = 0
        self._done = 0.0
        self.setTextVisible(False)
        self.setAccessibleName(self.tr("Progress of the session"))

    def set_plan(self, plan: Plan) -> None:
        """Show one segment for each exercise of `plan`, as wide as it is long."""
        seconds = [0] * len(plan.entries)
        for phase in plan.phases:
            seconds[phase.entry] += phase.seconds
        self._seconds = tuple(seconds)
        self._current, self._done = 0, 0.0
        self.setRange(0, len(seconds))
        self._tell()
        self.update()

    def set_progress(self, exercise: int, done: float) -> None:
        """Exercises before the one at index `exercise` are done, of that one the part `done`."""
        before = self._fill_px()
        moved, self._current, self._done = exercise != self._current, exercise, done
        if moved:
            self._tell()
        if moved or self._fill_px() != before:
            self.update()

    def segments(self) -> tuple[QRectF, ...]:
        """Where the segments stand, in the order of the exercises."""
        if not self._seconds:
            return ()
        count, total = len(self._seconds), sum(self._seconds) or 1
        gap = min(max(3.0, self.height() * 0.45), self.width() / (3 * count))
        room = self.width() - gap * (count - 1)
        least = _NARROWEST_SHARE * room / count
        shares = [least + (room - least * count) * seconds / total for seconds in self._seconds]
        boxes, left = [], 0.0
        for share in shares:
            boxes.append(self._mirrored(QRectF(left, 0.0, share, self.height())))
            left += share + gap
        return tuple(boxes)

    def _mirrored(self, box: QRectF) -> QRectF:
        if self._reads_from_right:
            box.moveLeft(self.width() - box.right())
        return box

    @property
    def _reads_from_right(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _fill_px(self) -> int:
        boxes = self.segments()
        return round(boxes[self._current].width() * self._done) if boxes else 0

    def _tell(self) -> None:
        self.setValue(self._current)
        self.setAccessibleDescription(
            self.tr("Exercise {number} of {count}").format(
                number=self._current + 1, count=len(self._seconds)
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(400, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        for index, box in enumerate(self.segments()):
            inset = 0.0 if index == self._current else 0.24 * box.height()
            shape = box.adjusted(0, inset, 0, -inset)
            radius = min(shape.height(), shape.width()) / 2
            painter.setBrush(QColor(tokens.hold if index < self._current else tokens.track))
            painter.drawRoundedRect(shape, radius, radius)
            if index == self._current and self._done > 0:
                filled = QRectF(shape)
                filled.setWidth(max(2 * radius, shape.width() * min(1.0, self._done)))
                if self._reads_from_right:
                    filled.moveRight(shape.right())
                painter.setBrush(QColor(tokens.hold))
                painter.drawRoundedRect(filled, radius, radius)
