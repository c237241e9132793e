"""The field in which a person types what to look for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QStyle, QWidget

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.icons import draw_icon
from backcare.ui.theme import tokens_of

FIELD_HEIGHT = 2.2  # times the font's height
SIGN = 2.0
"""Room for a symbol at one end, times the font's height."""


class ClearButton(QAbstractButton):
    """The cross at the end of the field. Esc does the same, so Tab passes it by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Clear the search"))
        self.setToolTip(self.tr("Clear the search"))
        self.hide()

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * SIGN)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        side = self.fontMetrics().height() * 0.95
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        ink = tokens.ink if self.underMouse() else tokens.soft
        draw_icon(QPainter(self), "clear", box, QColor(ink))


class SearchField(QLineEdit):
    """A rounded field with a magnifying glass. Esc empties it.

    Signals:
        left_downwards: the person goes on to what has been found, by Down or Enter.
    """

    left_downwards = Signal()

    def __init__(self, prompt: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(prompt)
        self.setAccessibleName(prompt)
        self.setFrame(False)
        bare = QPalette()
        bare.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(bare)  # the other colours go on following the program's
        self.clear_button = ClearButton(self)
        self.clear_button.clicked.connect(self._empty)
        self.textChanged.connect(self._show_clear_button)
        self._fit()

    def sizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(height * 14, round(height * FIELD_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        height = self.fontMetrics().height()
        return QSize(height * 4, round(height * FIELD_HEIGHT))

    def _empty(self) -> None:
        self.clear()
        self.setFocus()

    def _show_clear_button(self, text: str) -> None:
        self.clear_button.setVisible(bool(text))

    def _fit(self) -> None:
        """Make room for the symbols."""
        side = round(self.fontMetrics().height() * SIGN)
        self.setTextMargins(side, 0, side, 0)
        self._place_clear_button()

    def _place_clear_button(self) -> None:
        side = self.clear_button.sizeHint()
        top = (self.height() - side.height()) // 2
        place = QRect(self.width() - side.width() - 2, top, side.width(), side.height())
        self.clear_button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_clear_button()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = QPen(QColor(tokens.accent), FOCUS_WIDTH)
        painter.setPen(edge if focused else QPen(QColor(tokens.edge), OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.surface))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        height = self.fontMetrics().height()
        side = QRect(round(height * 0.65), (self.height() - height) // 2, height, height)
        sign = QStyle.visualRect(self.layoutDirection(), self.rect(), side)
        draw_icon(painter, "search", QRectF(sign), QColor(tokens.soft))
        painter.end()
        super().paintEvent(event)
