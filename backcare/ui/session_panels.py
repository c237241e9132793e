"""Small surfaces with text that a session shows beside card and countdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from backcare.core.choreography import effort_of
from backcare.ui.figure_view import FigureView
from backcare.ui.fit_label import FitLabel, Tone, session_soft
from backcare.ui.session_surface import draw_surface
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.core.exercise import Illustration
    from backcare.core.gesture import Gesture
    from backcare.core.plan import Phase, Plan
    from backcare.ui.figures import Figures

_CORNER_SHARE = 0.2
_LEAST_WORDS = 4.0
"""Of the strip's height: where words would have less, they have the picture's room too."""


def _surface(tokens: Tokens) -> str:
    return tokens.surface


def _caution_background(tokens: Tokens) -> str:
    return tokens.caution_background


def _caution_ink(tokens: Tokens) -> str:
    return tokens.caution_ink


def _draw_on(widget: QWidget, tone: Tone, radius: float) -> None:
    tokens = tokens_of(widget.palette())
    draw_surface(QPainter(widget), QRectF(widget.rect()), radius, tone(tokens), tokens)


class NextStrip(QWidget):
    """What comes next, with a small picture of the next effort."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget | None = None, *, figures: Figures | None = None) -> None:
        super().__init__(parent)
        self._gesture: Gesture | None = None
        self._has_picture = False
        self._illustration: Illustration | None = None
        self._figure = FigureView(self)
        self._figure.set_figures(figures)
        self._figure.hide()
        self._heading = FitLabel(self, tone=session_soft)
        self._heading.show_text(self.tr("Next"))
        self.setAccessibleName(self.tr("Next"))
        self._text = FitLabel(self, bold=True, lines=2)

    def show_text(self, text: str) -> None:
        """Say what comes next."""
        self._text.show_text(text)

    def show_effort(self, plan: Plan, effort: Phase | None) -> None:
        """Show what is done next; without one there is no picture."""
        self._gesture = None
        entry = None if effort is None else plan.entries[effort.entry]
        self._illustration = None if entry is None else entry.illustration
        if entry is not None and effort is not None and self._illustration is not None:
            self._figure.show_exercise(self._illustration, entry.exercise.name)
            self._gesture = effort_of(plan, effort, self._illustration)
            self._figure.show_gesture(self._gesture, may_build=False)
        has_picture = self._gesture is not None and self._figure.box is not None
        if has_picture is not self._has_picture:
            self._has_picture = has_picture
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
        pad, inset = round(0.2 * height), round(0.08 * height)
        self._heading.set_largest(round(0.25 * height))
        self._text.set_largest(round(0.42 * height))
        picture = QRect(pad, inset, round(1.7 * height), height - 2 * inset)
        left = picture.right() + 1 + pad
        shown = self._has_picture and width - left - pad > _LEAST_WORDS * height
        self._figure.setVisible(shown)
        if shown:
            self._put(self._figure, picture)
        else:
            left = pad
        inner, top, heading_px = width - left - pad, round(0.07 * height), round(0.29 * height)
        self._put(self._heading, QRect(left, top, inner, heading_px))
        self._put(self._text, QRect(left, top + heading_px, inner, round(0.6 * height)))

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        _draw_on(self, _surface, _CORNER_SHARE * self.height())


class Notice(FitLabel):
    """Something that should be read, on the colour of caution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, lines=3, bold=True, tone=_caution_ink)

    def resizeEvent(self, event: QResizeEvent) -> None:
        pad = round(0.24 * self.height())
        self.setContentsMargins(pad, round(pad * 0.3), pad, round(pad * 0.3))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _draw_on(self, _caution_background, _CORNER_SHARE * self.height())
        super().paintEvent(event)
