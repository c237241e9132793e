"""Small surfaces with text that a session shows beside card and countdown."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from backcare.ui.fit_label import FitLabel, Tone, session_soft
from backcare.ui.theme import Tokens, tokens_of

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
    """What comes next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = FitLabel(self, tone=session_soft)
        self._heading.show_text(self.tr("Next"))
        self._text = FitLabel(self, bold=True)

    def show_text(self, text: str) -> None:
        """Say what comes next."""
        self._text.show_text(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width, height = self.width(), self.height()
        pad = round(0.26 * height)
        heading_px, small = round(0.3 * height), round(0.25 * height)
        self._heading.set_largest(small)
        self._text.set_largest(round(0.36 * height))
        inner = width - 2 * pad
        top = round(0.11 * height)
        self._heading.setGeometry(pad, top, inner, heading_px)
        self._text.setGeometry(pad, top + heading_px, inner, round(0.48 * height))

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
