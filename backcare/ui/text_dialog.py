"""A longer text to be read, scrolled, marked and copied."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from backcare.ui.controls import (
    FOCUS_WIDTH,
    OUTLINE_WIDTH,
    Emphasis,
    PillButton,
    SlimScrollBar,
    TextLabel,
)
from backcare.ui.theme import tokens_of

SIZE = (46, 24)
"""In text heights."""


class TextBox(QFrame):
    """A field that only shows; its outline tells when it has the keyboard."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPlainTextEdit(text)
        self.edit.setReadOnly(True)
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setAccessibleName(name)
        self.edit.setTabChangesFocus(True)
        flags = (
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.edit.setTextInteractionFlags(flags)
        self.edit.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.edit.setVerticalScrollBar(SlimScrollBar())
        self.edit.verticalScrollBar().setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusProxy(self.edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.edit)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(QColor(tokens.edge), OUTLINE_WIDTH)
        painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH) if self.edit.hasFocus() else edge)
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)


class TextDialog(QDialog):
    """Stands beside the window and stops nothing."""

    def __init__(self, title: str, heading: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.box = TextBox(text, heading)
        self.copy_button = PillButton(self.tr("Copy"), Emphasis.QUIET)
        self.close_button = PillButton(self.tr("Close"))
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.close)
        self.copy_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.copy_button)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addWidget(TextLabel(heading, 1.15, bold=True, wrap=True))
        column.addWidget(self.box, 1)
        column.addLayout(buttons)
        em = self.fontMetrics().height()
        room = parent.screen().availableSize()
        self.resize(min(SIZE[0] * em, room.width() - 40), min(SIZE[1] * em, room.height() - 80))
        self.close_button.setFocus()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.box.edit.toPlainText())
