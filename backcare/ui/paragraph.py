"""Text that wraps into any width: a word that is too long for its line is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from backcare.ui.controls import TextLabel
from backcare.ui.theme import font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

NARROWEST = 3.9
"""A line is at least so many times as wide as its text is high."""

_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_SHRINK = 0.95


class Paragraph(TextLabel):
    """Body text at a multiple of the program's font size."""

    def __init__(
        self,
        text: str = "",
        scale: float = 1.0,
        *,
        bold: bool = False,
        soft: bool = False,
        caution: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        super().__init__("", scale, bold=bold, soft=soft, wrap=True, caution=caution, parent=parent)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._whole = text
        self._break()

    def fit_font(self) -> None:
        super().fit_font()
        self._break()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._narrowest()), hint.height())

    def _narrowest(self) -> int:
        return round(NARROWEST * self.fontMetrics().height())

    def _room(self) -> int:
        return max(self.contentsRect().width(), self._narrowest())

    def _break(self) -> None:
        """Let the words break that are longer than the line, and only those."""
        metrics, room = self.fontMetrics(), self._room()
        text = self._whole
        for word in set(text.split()):
            if metrics.horizontalAdvance(word) > room:
                text = text.replace(word, _MAY_BREAK.join(word))
        if text != self.text():
            super().setText(text)


class Headline(Paragraph):
    """A large name that is drawn smaller, down to the size of text, before a word breaks."""

    def __init__(self, scale: float, parent: QWidget | None = None) -> None:
        self._largest = scale
        super().__init__("", scale, bold=True, parent=parent)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        self._whole = text
        self.fit_font()

    def fit_font(self) -> None:
        self.setFont(self._fitting(self._largest))
        self._break()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_font()

    def _narrowest(self) -> int:
        return round(NARROWEST * QFontMetrics(font(QApplication.font())).height())

    def _fitting(self, scale: float) -> QFont:
        words, room = self._whole.split(), self._room()
        while True:
            made = font(QApplication.font(), max(1.0, scale), bold=True)
            widest = max(map(QFontMetrics(made).horizontalAdvance, words), default=0)
            if widest <= room or scale <= 1.0:
                return made
            scale *= _SHRINK
