"""What was done, as a medal for the whole session and a row for each exercise."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.core.records import ExerciseSummary

_TICK = ((0.29, 0.52), (0.44, 0.67), (0.72, 0.36))


class Outcome(Enum):
    """What became of an exercise."""

    DONE = auto()
    PARTLY = auto()
    LEFT_OUT = auto()
    HURT = auto()


def outcome_of(row: ExerciseSummary) -> Outcome:
    """In one word, what `row` says."""
    if row.hurt:
        return Outcome.HURT
    if row.complete:
        return Outcome.DONE
    return Outcome.LEFT_OUT if row.untouched else Outcome.PARTLY


class Medal(QWidget):
    """A ring closed as far as the session was done; whole, it holds a tick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setAccessibleName(self.tr("Part that was done"))

    def set_share(self, share: float) -> None:
        """Close the ring by this part, 0 to 1."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(
            self.tr("{percent} %").format(percent=round(100 * self._share))
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thickness = 0.09 * self.height()
        ring = QRectF(self.rect()).adjusted(thickness, thickness, -thickness, -thickness)
        painter.setPen(QPen(QColor(tokens.track), thickness))
        painter.drawEllipse(ring)
        pen = QPen(QColor(tokens.hold), thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share >= 1:
            painter.setBrush(QColor(tokens.hold))
            painter.drawEllipse(ring)
            _draw_tick(painter, QRectF(self.rect()), QColor(tokens.background))
            return
        if self._share > 0:
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * self._share))
        _draw_tick(painter, QRectF(self.rect()), QColor(tokens.session_soft))


class SummaryRow(QWidget):
    """One exercise: a mark, its name, and what was done of it."""

    def __init__(self, row: ExerciseSummary, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outcome = outcome_of(row)
        soft = self._outcome is Outcome.LEFT_OUT
        self._name = FitLabel(self, bold=not soft, lines=2)
        self._said = FitLabel(self, tone=session_soft, alignment=Qt.AlignmentFlag.AlignRight)
        self._name.show_text(row.entry.exercise.name)
        self._said.show_text(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        left, pad = round(1.12 * height), round(0.32 * height)
        largest = round(0.4 * height)
        self._name.set_largest(largest)
        self._said.set_largest(round(0.36 * height))
        name_px = round(0.6 * (width - left - pad))
        self._name.setGeometry(left, 2, name_px - pad, height - 4)
        self._said.setGeometry(left + name_px, 0, width - left - pad - name_px, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface))
        radius = 0.24 * self.height()
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        side = 0.52 * self.height()
        mark = QRectF(0.34 * self.height(), (self.height() - side) / 2, side, side)
        _draw_mark(painter, self._outcome, mark, tokens)


def _draw_mark(painter: QPainter, outcome: Outcome, box: QRectF, tokens: Tokens) -> None:
    hue = QColor(tokens.hold)
    if outcome is Outcome.DONE:
        painter.setBrush(hue)
        painter.drawEllipse(box)
        _draw_tick(painter, box, QColor(tokens.surface))
    elif outcome is Outcome.PARTLY:
        painter.setBrush(hue)
        painter.drawPie(box, 90 * 16, -180 * 16)
        _draw_ring(painter, box, hue)
    elif outcome is Outcome.LEFT_OUT:
        _draw_ring(painter, box, QColor(tokens.session_soft))
    else:
        painter.setBrush(QColor(tokens.caution_ink))
        painter.drawEllipse(box)
        pen = QPen(QColor(tokens.surface), 0.13 * box.height())
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x = box.center().x()
        painter.drawLine(
            QPointF(x, box.top() + 0.25 * box.height()), QPointF(x, box.top() + 0.55 * box.height())
        )
        painter.drawPoint(QPointF(x, box.top() + 0.77 * box.height()))


def _draw_ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    width = 0.09 * box.height()
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _draw_tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    pen = QPen(colour, 0.1 * box.height())
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in _TICK]
    )
