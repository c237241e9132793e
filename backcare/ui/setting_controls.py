"""The small parts that pages of settings are made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from backcare.ui.controls import OUTLINE_WIDTH
from backcare.ui.theme import tokens_of

DOT_WIDTH = 12
DOT_SHARE = 0.42
"""Of the height of text."""


def draw_dot(painter: QPainter, box: QRect, colour: QColor, text_height: int) -> None:
    """The mark of a changed value, at the side of `box` where reading begins."""
    diameter = round(text_height * DOT_SHARE)
    dot = QRect(box.left(), box.top() + (box.height() - diameter) // 2, diameter, diameter)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(QStyle.visualRect(painter.layoutDirection(), box, dot)))
    painter.restore()


class ChangeDot(QWidget):
    """A dot in a gutter that is always there, so that rows stay aligned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._shown = False

    @property
    def shown(self) -> bool:
        return self._shown

    def set_shown(self, shown: bool) -> None:
        self._shown = shown
        self.setToolTip(self.tr("Changed") if shown else "")
        self.update()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(max(DOT_WIDTH, round(height * DOT_SHARE) + 4), height)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._shown:
            return
        accent = QColor(tokens_of(self.palette()).accent)
        draw_dot(QPainter(self), self.rect(), accent, self.fontMetrics().height())


class Hairline(QWidget):
    """A thin line across, which begins `inset` pixels from where reading begins."""

    def __init__(self, inset: int = 0) -> None:
        super().__init__()
        self._inset = inset
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        line = self.rect().adjusted(self._inset, 0, 0, 0)
        line = QStyle.visualRect(self.layoutDirection(), self.rect(), line)
        QPainter(self).fillRect(line, QColor(tokens_of(self.palette()).line))


class Notice(QLabel):
    """A strip for what a person must not overlook; nothing is shown without a text."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(12)
        self.hide()
        self._colour()

    def tell(self, text: str) -> None:
        """Show `text` and have it read out; an empty text hides the strip."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _colour(self) -> None:
        palette = self.palette()
        ink = QColor(tokens_of(palette).caution_ink)
        if palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPen(QColor(tokens.caution_ink), OUTLINE_WIDTH)
        painter.setPen(outline if tokens.has_outlines else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(tokens.caution_background))
        painter.drawRoundedRect(self.rect().adjusted(2, 1, -2, -1), 8, 8)
        painter.end()
        super().paintEvent(event)
