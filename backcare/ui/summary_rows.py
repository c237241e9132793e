"""What was done, as a medal for the whole session and a row for each exercise."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from backcare.ui.controls import OUTLINE_WIDTH
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.core.records import ExerciseSummary

WITH_HINT = 1.5
"""So many times as high is a row that has a hint."""

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

    accessible_role = QAccessible.Role.Graphic

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


class SummaryList(QWidget):
    """What the rows lie on."""

    accessible_role = QAccessible.Role.List

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What was done"))


class SummaryRow(QWidget):
    """One exercise: a mark, its name, and what was done of it."""

    accessible_role = QAccessible.Role.ListItem

    def __init__(
        self, row: ExerciseSummary, said: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """`said` is what was done; `hint`, where there is one, what may be done next time."""
        super().__init__(parent)
        self._outcome = outcome_of(row)
        soft = self._outcome is Outcome.LEFT_OUT
        name = row.entry.exercise.name
        self._name = FitLabel(self, bold=not soft, lines=2)
        self._said = FitLabel(
            self, lines=2, tone=session_soft, alignment=Qt.AlignmentFlag.AlignRight
        )
        self._hint = FitLabel(self, lines=2, tone=session_soft)
        self._name.show_text(name)
        self._said.show_text(said)
        self._hint.show_text(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{name}, {said}")
        self.setAccessibleDescription(hint)

    def height_for(self, line: int) -> int:
        """How high it is where one without a hint is `line` pixels high."""
        return round(line * WITH_HINT) if self._hint.text() else line

    def _line(self) -> int:
        """The height of what was done, without the hint below it."""
        return round(self.height() / WITH_HINT) if self._hint.text() else self.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = self._line()
        left, pad = round(1.12 * line), round(0.32 * line)
        room = self.width() - left - pad
        name_px = round(0.6 * room)
        self._name.set_largest(round(0.4 * line))
        self._said.set_largest(round(0.36 * line))
        self._hint.set_largest(round(0.34 * line))
        self._put(self._name, QRect(left, 2, name_px - pad, line - 4))
        self._put(self._said, QRect(left + name_px, 2, room - name_px, line - 4))
        below = round(0.9 * line)
        self._put(self._hint, QRect(left, below, room, self.height() - below - round(0.12 * line)))

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line()
        ground, radius = QRectF(self.rect()), 0.24 * line
        painter.setPen(Qt.PenStyle.NoPen)
        if tokens.has_outlines:
            painter.setPen(QPen(QColor(tokens.line), OUTLINE_WIDTH))
            inset = OUTLINE_WIDTH / 2
            ground.adjust(inset, inset, -inset, -inset)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(ground, radius, radius)
        side = round(0.52 * line)
        mark = QRect(round(0.34 * line), (line - side) // 2, side, side)
        mark = QStyle.visualRect(self.layoutDirection(), self.rect(), mark)
        painter.setPen(Qt.PenStyle.NoPen)
        _draw_mark(painter, self._outcome, QRectF(mark), tokens)


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
