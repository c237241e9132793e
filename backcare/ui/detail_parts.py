"""The paragraphs of the detail panel: steps, what to feel, notes.

Each shows what it is given and keeps its widgets while that stays the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from backcare.ui.controls import TextLabel
from backcare.ui.fit_label import Tone
from backcare.ui.icons import draw_icon
from backcare.ui.paragraph import Paragraph
from backcare.ui.text_button import TextButton
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable


_MARK = 1.1
TEXT = 1.05
_TOP = Qt.AlignmentFlag.AlignTop


def accent(tokens: Tokens) -> str:
    return tokens.accent


def caution(tokens: Tokens) -> str:
    return tokens.caution_ink


class Mark(QWidget):
    """A symbol as high as a line of text."""

    def __init__(self, name: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(_MARK * self.fontMetrics().height())
        return QSize(side, side)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colour = QColor(self._tone(tokens_of(self.palette())))
        draw_icon(QPainter(self), self._name, QRectF(self.rect()), colour)


class Gauge(Mark):
    """Nothing but the width of a mark: texts beside numbers stand under those beside marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", accent, parent)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event


class Part(QWidget):
    """A paragraph that is built anew when it has something else to show, and hides if nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content: object = None
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_content(self, content: object, build: Callable[[], QWidget]) -> None:
        """Show what `build` makes of `content`, unless it is shown already."""
        if content == self._content:
            return
        self._content = content
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        if content:
            self._body = build()
            self._column.addWidget(self._body)
            self._body.show()  # at once, so that it can take the focus
        self.setVisible(bool(content))

    @property
    def stops(self) -> list[QWidget]:
        """What Tab leads to, in order."""
        return [] if self._body is None else list(self._body.findChildren(TextButton))


def steps(texts: tuple[str, ...]) -> QWidget:
    """How it is done, with numbers that hang beside the text."""
    body, grid = marked_grid()
    grid.setVerticalSpacing(7)
    for row, text in enumerate(texts):
        number = TextLabel(str(row + 1), TEXT, bold=True)
        number.setForegroundRole(QPalette.ColorRole.Link)
        grid.addWidget(number, row, 0, _TOP)
        grid.addWidget(Paragraph(text, TEXT), row, 1)
    grid.addWidget(Gauge(), len(texts), 0)
    return body


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text under a title, beside a symbol."""

    symbol: str
    tone: Tone
    title: str
    text: str


def feel_and_avoid(rows: tuple[MarkedText, ...]) -> QWidget:
    """What it should and should not be like."""
    body, grid = marked_grid()
    grid.setVerticalSpacing(9)
    for row, marked in enumerate(rows):
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Paragraph(marked.title, 0.92, bold=True, soft=True))
        words.addWidget(Paragraph(marked.text, TEXT))
        grid.addWidget(Mark(marked.symbol, marked.tone), row, 0, _TOP)
        grid.addLayout(words, row, 1)
    return body


def notes(texts: tuple[tuple[str, str], ...]) -> QWidget:
    """What else is worth knowing, each under its title."""
    body, column = column_of_parts(spacing=9)
    for title, text in texts:
        column.addLayout(_titled(title, text))
    return body


def marked_grid() -> tuple[QWidget, QGridLayout]:
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setColumnStretch(1, 1)
    return body, grid


def column_of_parts(*, spacing: int) -> tuple[QWidget, QVBoxLayout]:
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    return body, column


def _titled(title: str, text: str) -> QLayout:
    block = QVBoxLayout()
    block.setSpacing(1)
    block.addWidget(Paragraph(title, 0.92, bold=True, soft=True))
    block.addWidget(Paragraph(text, 0.95))
    return block
