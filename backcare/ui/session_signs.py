"""What a session says in large letters while it stands still, and the veil over the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from backcare.ui.fit_label import FitLabel
from backcare.ui.phase_glyph import paused_glyph
from backcare.ui.session_surface import draw_surface
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.ui.theme import Tokens

VEIL = 0.2
"""How much of the page's colour lies over what does not matter now."""

_CORNER = 0.032
_BARS = 0.9
"""Of the letters' size, for the sign of a pause before the word."""

_FLAT = 9.5
_WORD_OF_ROW = 0.56
_CENTRE = Qt.AlignmentFlag.AlignHCenter


def _reads_from_right(widget: QWidget) -> bool:
    return widget.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _on_accent(tokens: Tokens) -> str:
    return tokens.on_accent


class Veil(QWidget):
    """Lets everything under it recede. Nothing can be pressed on it, or be heard of it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(tokens_of(self.palette()).background)
        colour.setAlphaF(VEIL)
        QPainter(self).fillRect(event.rect(), colour)


class Sign(QWidget):
    """A large word with a line under it, in the card's place."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget, heading: str, line: str) -> None:
        super().__init__(parent)
        self._unit = 800
        self._heading = FitLabel(self, bold=True, lines=2, alignment=_CENTRE)
        self._heading.show_text(heading)
        self.setAccessibleName(heading)
        self._line = FitLabel(self, lines=3, alignment=_CENTRE)
        self._line.show_text(line)
        self.hide()

    def set_unit(self, px: int) -> None:
        """Sizes are shares of this, which grows with the window."""
        if px != self._unit:
            self._unit = px
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        pad = round(0.03 * self._unit)
        inner, high = self.width() - 2 * pad, self.height() - 2 * pad
        top_px = min(round(0.5 * high), round(0.24 * self._unit))
        line_px = min(round(0.46 * high), round(0.24 * self._unit))
        top = (self.height() - top_px - line_px) // 2
        self._heading.set_largest(round(0.115 * self._unit))
        self._line.set_largest(round(0.066 * self._unit))
        self._heading.setGeometry(pad, top, inner, top_px)
        self._line.setGeometry(pad, top + top_px, inner, line_px)


class LeaveQuestion(Sign):
    """Asks in place whether the session shall end; the answers stand among the controls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            self.tr("End the session?"),
            self.tr("The session is paused. Carry on, or end now and see what you have done."),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        radius = self._unit * _CORNER
        draw_surface(QPainter(self), QRectF(self.rect()), radius, tokens.surface, tokens)


class PauseSign(Sign):
    """Stands on the card, in the figure's place."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, self.tr("Paused"), self.tr("Space goes on"))

    def _arrange(self) -> None:
        super()._arrange()
        # The two bars and the word have the middle together.
        bars = round(_BARS * 0.115 * self._unit)
        box = self._heading.geometry().adjusted(bars, 0, -bars, 0)
        self._heading.setGeometry(box)
        bars = round(_BARS * self._heading.fontMetrics().capHeight())
        self._heading.move(box.x() + (-bars if _reads_from_right(self) else bars) // 2, box.y())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.ink))
        metrics, centre = self._heading.fontMetrics(), self._heading.geometry().center()
        side = float(metrics.capHeight())
        way = metrics.horizontalAdvance(self._heading.text()) / 2 + _BARS * side
        box = QRectF(0, 0, side, side)
        box.moveCenter(centre.toPointF() + QPointF(way if _reads_from_right(self) else -way, 0))
        painter.drawPath(paused_glyph(box))


class Call(QWidget):
    """How to begin the part that the session waits at; it looks like the button for it."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = FitLabel(self, bold=True, tone=_on_accent, alignment=_CENTRE)
        self._word.show_text(self.tr("When you are ready"))
        self._key = FitLabel(self, bold=True, tone=_on_accent, alignment=_CENTRE)
        self._key.show_text(self.tr("Space starts"))
        self.setAccessibleName(self._word.text())
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height, pad = self.height(), round(0.12 * self.height())
        whole = self.rect().adjusted(2 * pad, pad, -2 * pad, -pad)
        first, second = QRect(whole), QRect(whole)
        if self.width() > _FLAT * height:
            first.setWidth(round(_WORD_OF_ROW * whole.width()))
            second.setLeft(first.right() + 1 + pad)
        else:
            first.setHeight(round(0.46 * whole.height()))
            second.setTop(whole.bottom() + 1 - first.height())
        for label, box in ((self._word, first), (self._key, second)):
            label.set_largest(round(0.9 * box.height()))
            label.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        radius = 0.2 * self.height()
        draw_surface(QPainter(self), QRectF(self.rect()), radius, tokens.hold, tokens)
