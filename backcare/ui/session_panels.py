"""Small surfaces with text that a session shows beside card and countdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from backcare.core.choreography import effort_of
from backcare.ui.figure_view import FigureView
from backcare.ui.fit_label import FitLabel, Tone, session_soft
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.core.exercise import Illustration
    from backcare.core.gesture import Gesture
    from backcare.core.plan import Phase, Plan
    from backcare.ui.figures import Figures

_CORNER_SHARE = 0.2


def _surface(tokens: Tokens) -> str:
    return tokens.surface


def _caution_background(tokens: Tokens) -> str:
    return tokens.caution_background


def _caution_ink(tokens: Tokens) -> str:
    return tokens.caution_ink


def _draw_surface(widget: QWidget, tone: Tone, radius: float) -> None:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tone(tokens_of(widget.palette()))))
    painter.drawRoundedRect(QRectF(widget.rect()), radius, radius)


class NextStrip(QWidget):
    """What comes next, with a small picture of the next effort."""

    def __init__(self, parent: QWidget | None = None, *, figures: Figures | None = None) -> None:
        super().__init__(parent)
        self._gesture: Gesture | None = None
        self._illustration: Illustration | None = None
        self._figure = FigureView(self)
        self._figure.set_figures(figures)
        self._figure.hide()
        self._heading = FitLabel(self, tone=session_soft)
        self._heading.show_text(self.tr("Next"))
        self._text = FitLabel(self, bold=True)

    def show_text(self, text: str) -> None:
        """Say what comes next."""
        self._text.show_text(text)

    def show_effort(self, plan: Plan, effort: Phase | None) -> None:
        """Show what is done next; without one there is no picture."""
        had, self._gesture = self._gesture, None
        entry = None if effort is None else plan.entries[effort.entry]
        self._illustration = None if entry is None else entry.illustration
        if entry is not None and effort is not None and self._illustration is not None:
            self._figure.show_exercise(self._illustration, entry.exercise.name)
            self._gesture = effort_of(plan, effort, self._illustration)
            self._figure.show_gesture(self._gesture, may_build=False)
        self._figure.setVisible(self._gesture is not None and self._figure.box is not None)
        if (had is None) is not (self._gesture is None):
            self._arrange()

    def build_ahead(self) -> bool:
        """Build the small picture; False if that is done."""
        if self._gesture is None or not self._figure.is_late:
            return False
        self._figure.show_gesture(self._gesture)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        pad = round(0.26 * height)
        heading_px, small = round(0.3 * height), round(0.25 * height)
        self._heading.set_largest(small)
        self._text.set_largest(round(0.36 * height))
        left, top = pad, round(0.11 * height)
        if not self._figure.isHidden():
            inset = round(0.1 * height)
            self._figure.setGeometry(pad, inset, round(1.6 * height), height - 2 * inset)
            left = pad + self._figure.width() + pad
        inner = width - left - pad
        self._heading.setGeometry(left, top, inner, heading_px)
        self._text.setGeometry(left, top + heading_px, inner, round(0.48 * height))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _draw_surface(self, _surface, _CORNER_SHARE * self.height())


class Notice(FitLabel):
    """Something that should be read, on the colour of caution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=3, bold=True, tone=_caution_ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        pad = round(0.24 * self.height())
        self.setContentsMargins(pad, round(pad * 0.3), pad, round(pad * 0.3))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _draw_surface(self, _caution_background, _CORNER_SHARE * self.height())
        super().paintEvent(event)


class LeaveQuestion(QWidget):
    """Asks in place whether the session shall end; the answers stand among the controls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = 800
        centre = Qt.AlignmentFlag.AlignHCenter
        self._question = FitLabel(self, bold=True, lines=2, alignment=centre)
        self._question.show_text(self.tr("End the session?"))
        self._comfort = FitLabel(self, lines=3, tone=session_soft, alignment=centre)
        self._comfort.show_text(self.tr("You will see what you have done."))

    def set_unit(self, px: int) -> None:
        """Sizes are shares of this, which grows with the window."""
        self._unit = px

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        pad, middle = round(0.04 * self._unit), self.height() // 2
        self._question.set_largest(round(0.07 * self._unit))
        self._comfort.set_largest(round(0.04 * self._unit))
        inner, high = self.width() - 2 * pad, min(round(0.16 * self._unit), middle - pad)
        self._question.setGeometry(pad, middle - high, inner, high)
        self._comfort.setGeometry(pad, middle, inner, round(0.6 * high))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _draw_surface(self, _surface, self._unit * 0.032)
