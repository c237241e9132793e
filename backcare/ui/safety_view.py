"""The page that everybody reads once before the first session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backcare.ui.controls import Card, Emphasis, PillButton, SlimScrollBar, TextLabel

if TYPE_CHECKING:
    from backcare.core.safety import SafetySection

COLUMNS = 2


class SafetyView(QWidget):
    """Red flags, pregnancy, and how to move; `confirmed` when the person has read it."""

    confirmed = Signal()
    left = Signal()

    def __init__(
        self, sections: tuple[SafetySection, ...], closing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(48, 36, 48, 24)
        column.setSpacing(16)
        column.addWidget(TextLabel(self.tr("Before you start"), 2.2, bold=True))
        cards = QGridLayout()
        cards.setSpacing(16)
        for place, section in enumerate(sections):
            cards.addWidget(_section_card(section), place // COLUMNS, place % COLUMNS)
        column.addLayout(cards)
        column.addWidget(TextLabel(closing, 1.1, soft=True, wrap=True))
        column.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setVerticalScrollBar(SlimScrollBar())
        scroll.setWidget(body)
        self._scroll = scroll

        self.confirm_button = PillButton(
            self.tr("I have read this"), Emphasis.PRIMARY, key=self.tr("Enter"), scale=1.3
        )
        self.leave_button = PillButton(self.tr("Not now"), key=self.tr("Esc"), scale=1.3)
        for button in (self.confirm_button, self.leave_button):
            button.installEventFilter(self)
        self.confirm_button.clicked.connect(self.confirmed)
        self.leave_button.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(48, 8, 48, 24)
        buttons.setSpacing(12)
        buttons.addWidget(self.confirm_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        layout.addLayout(buttons)

    def ask(self) -> None:
        """Put the keyboard where one key answers."""
        self._scroll.verticalScrollBar().setValue(0)
        self.confirm_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # On a focused button Enter means that button; anywhere else, that it was read.
            if self.leave_button.hasFocus():
                self.left.emit()
            else:
                self.confirmed.emit()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            self._move(1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up):
            self._move(-1)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A focused button would take the arrows for itself and pass the focus on.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._move(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _move(self, direction: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + direction * bar.pageStep() // 2)


def _section_card(section: SafetySection) -> Card:
    card = Card(caution=section.urgent)
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 14, 20, 16)
    column.setSpacing(6)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    urgent = section.urgent
    column.addWidget(TextLabel(section.title, 1.35, bold=True, wrap=True, caution=urgent))
    for line in section.lines:
        column.addWidget(TextLabel(f"\u2022  {line}", 1.25, wrap=True, caution=urgent))
    return card
