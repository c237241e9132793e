"""A label whose text takes the size that its box allows: nothing is ever cut off unseen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from backcare.ui.theme import Tokens, tokens_of

Tone = Callable[[Tokens], str]
"""Which of a theme's colours a text or shape has."""

SMALLEST_PX = 11
_STEP = 0.95


def ink(tokens: Tokens) -> str:
    """The main colour of text."""
    return tokens.ink


def session_soft(tokens: Tokens) -> str:
    """The quieter colour of text that can still be read from the floor."""
    return tokens.session_soft


def fitting_font(
    base: QFont, text: str, box: QRect, largest_px: int, *, lines: int = 1, bold: bool = False
) -> QFont:
    """`base` at the size, up to `largest_px`, at which `text` fits into `box`."""
    made = QFont(base)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    px = float(largest_px)
    while True:
        made.setPixelSize(max(SMALLEST_PX, round(px)))
        if made.pixelSize() <= SMALLEST_PX or fits(QFontMetrics(made), text, box, lines):
            return made
        px *= _STEP


def fits(metrics: QFontMetrics, text: str, box: QRect, lines: int) -> bool:
    """Whether `text` fits into `box` on at most so many lines."""
    if lines == 1:
        return metrics.horizontalAdvance(text) <= box.width() and metrics.height() <= box.height()
    needed = metrics.boundingRect(
        QRect(0, 0, box.width(), 10 * max(1, box.height())), Qt.TextFlag.TextWordWrap, text
    )
    whole = needed.width() <= box.width() and needed.height() <= box.height()
    return whole and needed.height() <= lines * metrics.lineSpacing() + 1


class FitLabel(QLabel):
    """Text that shrinks, and wraps where it may take more than one line, to fit its box."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        bold: bool = False,
        lines: int = 1,
        tone: Tone = ink,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(lines > 1)
        self._bold = bold
        self._lines = lines
        self._tone = tone
        self._largest_px = 2 * SMALLEST_PX

    def show_text(self, text: str) -> None:
        """Show `text` as large as fits."""
        if text != self.text():
            self.setText(text)
            self._fit()

    def set_largest(self, px: int) -> None:
        """Never draw the text larger than `px`."""
        if px != self._largest_px:
            self._largest_px = px
            self._fit()

    def set_tone(self, tone: Tone) -> None:
        """Draw the text in another of the theme's colours."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def shows_all(self) -> bool:
        """Whether the whole text can be read."""
        return fits(self.fontMetrics(), self.text(), self.contentsRect(), self._lines)

    def _fit(self) -> None:
        box = self.contentsRect()
        self.setFont(
            fitting_font(
                self.font(), self.text(), box, self._largest_px, lines=self._lines, bold=self._bold
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setPen(QColor(self._tone(tokens_of(self.palette()))))
        wrap = Qt.TextFlag.TextWordWrap if self._lines > 1 else Qt.TextFlag.TextSingleLine
        text, box = self.text(), self.contentsRect()
        if self._lines == 1 and not self.shows_all():
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, self.alignment() | wrap, text)
