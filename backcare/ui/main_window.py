"""The one window: a stack of pages and a menu."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMessageBox, QStackedWidget, QWidget

from backcare.ui.main_menu import MainMenu

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen

    from backcare.core.settings import Theme

SMALLEST = (560, 440)
FIRST = (1280, 800)
FRAME = (16, 56)
"""About what a desktop puts around a window."""


class MainWindow(QMainWindow):
    """Holds the pages; the menu is there while the first page is.

    Signals:
        closing: carries the QCloseEvent, which may be ignored.
        text_step_requested: larger text (1), smaller text (-1), or that of normal size (0).
        theme_chosen: carries the Theme.
        screens_wanted: the menu opens; `show_screens` is to be called.
        screen_chosen: carries the key of a screen, or nothing for the window's own.
        full_screen_changed: the window fills the screen or not, whoever has done it.
    """

    closing = Signal(object)
    settings_requested = Signal()
    safety_requested = Signal()
    welcome_requested = Signal()
    start_requested = Signal()
    search_requested = Signal()
    text_step_requested = Signal(int)
    theme_chosen = Signal(object)
    screens_wanted = Signal()
    screen_chosen = Signal(str)
    full_screen_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("backcare")
        self.setMinimumSize(*SMALLEST)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(QSize(*FIRST).boundedTo(room - QSize(*FRAME)))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._before_full_screen = self.windowState()
        self._menu = MainMenu(self)

    # Pages

    def add_page(self, page: QWidget) -> None:
        """Make a page known."""
        self._stack.addWidget(page)

    def show_page(self, page: QWidget, *, with_menu: bool) -> None:
        """Show one page."""
        self._stack.setCurrentWidget(page)
        self.menuBar().setVisible(with_menu)
        page.setFocus()

    @property
    def page(self) -> QWidget | None:
        return self._stack.currentWidget()

    def remove_page(self, page: QWidget) -> None:
        """Forget a page that is not needed any more."""
        self._stack.removeWidget(page)
        page.deleteLater()

    # Place on the screen

    def geometry_text(self) -> str:
        """The window's place, to be remembered."""
        return base64.b64encode(self.saveGeometry().data()).decode()

    def restore_geometry_text(self, text: str) -> None:
        """Go where the window was; anything unusable is ignored."""
        try:
            data = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            return
        if data and self.restoreGeometry(QByteArray(data)):
            visible = self.screen().availableGeometry()
            if not visible.intersects(self.frameGeometry()):
                self.move(visible.topLeft())

    def move_to_screen(self, screen: QScreen) -> None:
        """Put the window into the middle of another screen."""
        place = self.frameGeometry()
        place.moveCenter(screen.availableGeometry().center())
        self.setScreen(screen)
        self.move(place.topLeft())

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to what was before."""
        if self.isFullScreen():
            self.leave_full_screen()
        else:
            self.fill_screen()

    def fill_screen(self) -> None:
        """Fill the screen that the window is on."""
        self._before_full_screen = self.windowState()
        self.showFullScreen()

    def leave_full_screen(self) -> None:
        """Go back to what was before."""
        if self.isFullScreen():
            self.setWindowState(self._before_full_screen)

    def bring_to_front(self) -> None:
        """Show the window to somebody who started the program a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Messages

    def show_message(self, title: str, text: str) -> None:
        """Tell something that needs no answer, without stopping anything."""
        box = QMessageBox(QMessageBox.Icon.Warning, title, text, parent=self)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setModal(False)
        box.show()

    # The menu

    def show_theme(self, theme: Theme) -> None:
        """Tick the chosen colours in the menu."""
        self._menu.show_theme(theme)

    def show_screens(self, screens: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer key and name of the screens that a session can fill."""
        self._menu.show_screens(screens, chosen)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.full_screen_changed.emit(self.isFullScreen())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)
