"""The figure that shows an exercise a few times, then rests until it is asked again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from backcare.core.gesture import demonstration_at, demonstration_seconds
from backcare.ui.controls import Emphasis, PillButton
from backcare.ui.figure_view import FigureView
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from backcare.core.exercise import Exercise, Illustration
    from backcare.ui.figures import Figures

FRAME_MS = 33
FIRST_WAIT_SECONDS = 0.6
"""The start can be seen for so long before it moves; who only passes by sees no movement."""

_CORNER_PX = 12
_FOCUS_PX = 2
_WIDEST_BUTTON = 0.4
"""Of the picture."""


def sunken(tokens: Tokens) -> str:
    """The colour of a quiet ground on a card."""
    return tokens.sunken


class Demonstration(QWidget):
    """A figure with a clock of its own, on a quiet ground, with "Show again" while it rests."""

    def __init__(
        self,
        figures: Figures,
        parent: QWidget | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`now` gives seconds on any scale that runs forward."""
        super().__init__(parent)
        self._figures = figures
        self._now = now
        self._exercise: Exercise | None = None
        self._illustration: Illustration | None = None
        self._began = 0.0
        self.figure = FigureView(self, ground=sunken, lifts=True)
        self.figure.set_figures(figures)
        self.figure.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.figure.setToolTip(self.tr("Drag to turn the figure, double-click to turn it back"))
        self.figure.touched.connect(self.show_again)
        self.figure.installEventFilter(self)
        self._again_words = self.tr("Show again")
        self.again = PillButton(
            self._again_words, Emphasis.QUIET, icon="play", scale=0.85, parent=self
        )
        self.again.setAccessibleName(self._again_words)
        self.again.setToolTip(self._again_words)
        self.again.clicked.connect(self.show_again)
        self.again.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)

    def show_exercise(
        self, exercise: Exercise, illustration: Illustration, words: str, *, moving: bool
    ) -> None:
        """Show an exercise, at rest or from its start; `words` tell what the picture shows."""
        self._exercise, self._illustration = exercise, illustration
        self.figure.show_exercise(illustration, words, self.tr("Left and Right turn the figure."))
        self._began = self._now() + FIRST_WAIT_SECONDS
        if not moving:
            self._began -= FIRST_WAIT_SECONDS + demonstration_seconds(exercise, illustration)
        self._start()

    def show_again(self) -> None:
        """Show the exercise from its start, unless it is being shown."""
        if not self._timer.isActive() and not self._figures.reduced:
            self._began = self._now()
            self._start()

    @property
    def is_moving(self) -> bool:
        """Whether time alone changes the picture."""
        return self._timer.isActive()

    def _start(self) -> None:
        if self.again.hasFocus():
            self.figure.setFocus()  # or hiding the button would send it anywhere
        self.again.hide()
        if self.isVisible():
            self._timer.start()

    def tick(self) -> None:
        """Show the moment that it is. Nothing is drawn, nor woken for, once all rests."""
        if self._exercise is None or self._illustration is None or self.window().isMinimized():
            return
        reduced = self._figures.reduced
        elapsed = max(0.0, self._now() - self._began)
        gesture = demonstration_at(self._exercise, self._illustration, elapsed, reduced=reduced)
        self.figure.show_gesture(gesture)
        if reduced or elapsed >= demonstration_seconds(self._exercise, self._illustration):
            self._timer.stop()
            self.again.setVisible(not reduced)

    def sizeHint(self) -> QSize:
        return QSize(360, 230)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.figure and isinstance(event, QFocusEvent | QEnterEvent):
            self.update()
            if isinstance(event, QEnterEvent):
                self.show_again()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        pad = _CORNER_PX // 2
        self.figure.setGeometry(self.rect().adjusted(pad, pad, -pad, -pad))
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._place_button()

    def _place_button(self) -> None:
        """In the corner; without its words where they would cover the figure."""
        self.again.setText(self._again_words)
        if self.again.sizeHint().width() > _WIDEST_BUTTON * self.width():
            self.again.setText("")
        pad = _CORNER_PX // 2
        hint = self.again.sizeHint()
        place = QRect(self.width() - hint.width() - pad, pad, hint.width(), hint.height())
        self.again.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.figure.hasFocus()
        pen = QPen(QColor(tokens.accent), _FOCUS_PX) if focused else QPen(Qt.PenStyle.NoPen)
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.sunken))
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, _CORNER_PX, _CORNER_PX)
