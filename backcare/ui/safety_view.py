"""The page that everybody reads once before the first session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backcare.ui.announce import announce
from backcare.ui.button_row import ButtonRow
from backcare.ui.care_choices import CareChoices
from backcare.ui.controls import PillButton
from backcare.ui.reading_page import Body, OnwardButton, PageLabel, ReadingPage
from backcare.ui.safety_cards import SafetyCards
from backcare.ui.setting_controls import Notice

if TYPE_CHECKING:
    from backcare.core.safety import SafetySection
    from backcare.core.settings import Settings

HEADING, CLOSING = 1.9, 1.0  # times the program's text


class SafetyBody(Body):
    """Heading, sections and closing words, and below them what a person may tell."""

    def __init__(self, sections: tuple[SafetySection, ...], closing: str) -> None:
        super().__init__()
        self.heading = PageLabel(self.tr("Before you start"), HEADING, bold=True, wrap=True)
        self.cards = SafetyCards(sections)
        self.care = CareChoices()
        read = [f"{section.title}: {'; '.join(section.lines)}" for section in sections]
        self.spoken = ". ".join((self.heading.text(), *read, closing, self.care.spoken))
        """The whole of it, to be heard by who cannot look."""
        self._column = column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(self.cards)
        column.addWidget(PageLabel(closing, CLOSING, soft=True, wrap=True))
        column.addWidget(self.care)
        column.addStretch(1)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Keep the gaps in proportion to the text."""
        self._column.setSpacing(round(0.45 * page_scale * self.fontMetrics().height()))
        super().fit_page(width, page_scale)


class SafetyView(QWidget):
    """Red flags, pregnancy, and how to move; and what the person may tell about the body.

    Signals:
        confirmed: the person has read it, to its end.
        left: the person does not want to, just now.
        setting_chosen: carries the name of a setting and its new value.
    """

    accessible_role = QAccessible.Role.Pane

    confirmed = Signal()
    left = Signal()
    setting_chosen = Signal(str, object)

    def __init__(
        self, sections: tuple[SafetySection, ...], closing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        body = SafetyBody(sections, closing)
        self.care = body.care
        self._spoken = body.spoken
        self._page = ReadingPage(body)
        self.setAccessibleName(body.heading.text())
        self._notice = Notice()
        self.confirm_button = OnwardButton(self.tr("I have read this"), must_read=True)
        self.leave_button = PillButton(self.tr("Not now"), key=self.tr("Esc"), scale=1.3)
        for control in (self.confirm_button, self.leave_button, *self.care.boxes.values()):
            control.installEventFilter(self)
        choose = self.setting_chosen.emit
        self.care.changed.connect(choose)
        self.confirm_button.clicked.connect(self.go_on)
        self.leave_button.clicked.connect(self.left)
        self._page.more_changed.connect(self._show_more)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._notice)
        layout.addWidget(ButtonRow((self.confirm_button, self.leave_button)))

    def ask(self) -> None:
        """Put the keyboard where one key answers."""
        self._page.scroll_to_top()
        self.confirm_button.setFocus()
        announce(self, self._spoken)

    def show_settings(self, settings: Settings) -> None:
        """Show what the person has told so far."""
        self.care.show_settings(settings)

    def show_problem(self, text: str) -> None:
        """Say what could not be kept; an empty text says that all is well again."""
        self._notice.tell(text)

    def go_on(self) -> None:
        """Read on, and confirm at the end."""
        if self.confirm_button.reads_on:
            self._page.read_on()
        else:
            self.confirmed.emit()

    def _show_more(self) -> None:
        self.confirm_button.show_more(more=self._page.has_more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # On a focused button Enter means that button; anywhere else, that it was read.
            if self.leave_button.hasFocus():
                self.left.emit()
            else:
                self.go_on()
        elif not self._page.scroll_by_key(key):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A focused button would take the arrows for itself and pass the focus on.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
            if isinstance(watched, PillButton):
                keys |= {Qt.Key.Key_Up, Qt.Key.Key_Down}
            return event.key() in keys and self._page.scroll_by_key(event.key())
        return super().eventFilter(watched, event)
