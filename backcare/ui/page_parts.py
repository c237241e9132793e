"""Small parts of pages to be read: symbols, bullets and lines that stand behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from backcare.ui.fit_label import ink
from backcare.ui.icons import draw_icon
from backcare.ui.reading_page import PageLabel
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.ui.fit_label import Tone
    from backcare.ui.theme import Tokens

DOT = 0.3
"""The width of a bullet, of the height of its text."""


def soft(tokens: Tokens) -> str:
    """The quieter colour of text."""
    return tokens.soft


def accent(tokens: Tokens) -> str:
    """The colour of what is the program's own."""
    return tokens.accent


def caution(tokens: Tokens) -> str:
    """The colour that goes with a caution."""
    return tokens.caution_ink


class Mark(QWidget):
    """A symbol, or a dot where it has no name, as high as the first line of `beside`."""

    def __init__(self, beside: PageLabel, name: str = "", tone: Tone = ink) -> None:
        super().__init__()
        self._beside = beside
        self._name = name
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def _line(self) -> int:
        return QFontMetrics(self._beside.font()).height()

    def sizeHint(self) -> QSize:
        line = self._line()
        return QSize(line if self._name else round(0.5 * line), line)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def fit_page(self, width: int, page_scale: float) -> None:
        """Be as large as the text is now."""
        del width, page_scale
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._tone(tokens_of(self.palette())))
        line = self._line()
        if self._name:
            draw_icon(painter, self._name, QRectF(0, 0, self.width(), line), colour)
            return
        side = max(5.0, DOT * line)
        dot = QRectF(0, 0, side, side)
        dot.moveCenter(QRectF(0, 0, self.width(), line).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(dot)


class MarkedLine(QWidget):
    """A paragraph that hangs behind its symbol or bullet."""

    def __init__(
        self,
        text: str,
        scale: float = 1.0,
        *,
        icon: str = "",
        tone: Tone = ink,
        bold: bool = False,
        in_caution: bool = False,
    ) -> None:
        super().__init__()
        self.label = PageLabel(text, scale, bold=bold, wrap=True, caution=in_caution)
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Mark(self.label, icon, tone))
        self._row.addWidget(self.label, 1)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Keep the gap in proportion to the text."""
        del width, page_scale
        self._row.setSpacing(round(0.4 * QFontMetrics(self.label.font()).height()))
