"""The one window: a stack of pages and a menu."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMessageBox, QStackedWidget, QWidget

from backcare import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen

SMALLEST = (900, 600)
FIRST = (1280, 800)
FRAME = (16, 56)
"""About what a desktop puts around a window."""


class MainWindow(QMainWindow):
    """Holds the pages; the menu is there while the first page is."""

    closing = Signal(object)
    settings_requested = Signal()
    safety_requested = Signal()
    start_requested = Signal()
    search_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("backcare")
        self.setMinimumSize(*SMALLEST)
        room = QGuiApplication.primaryScreen().availableSize()
        self.resize(QSize(*FIRST).boundedTo(room - QSize(*FRAME)))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self._before_full_screen = self.windowState()
        self._build_menu()

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

    def show_about(self) -> None:
        """What this program is."""
        text = self.tr(
            "backcare guides you through back exercises, one timed step after the other.\n\n"
            "General guidance, no diagnosis and no promise of a cure. Nothing you do here "
            "leaves this computer.\n\nMIT licence. Made with Qt (LGPL) and PyYAML (MIT)."
        )
        QMessageBox.about(self, self.tr("About backcare"), f"backcare {__version__}\n\n{text}")

    # How it is built

    def _build_menu(self) -> None:
        program = self.menuBar().addMenu(self.tr("&Program"))
        self._add(program, self.tr("&Start"), "Ctrl+Return", self.start_requested.emit)
        self._add(program, self.tr("Se&ttings…"), "Ctrl+,", self.settings_requested.emit)
        program.addSeparator()
        leave = QKeySequence.StandardKey.Quit
        # The window's own as well: it has to work while the menu is hidden.
        self.addAction(self._add(program, self.tr("&Quit"), leave, self.close))
        view = self.menuBar().addMenu(self.tr("&View"))
        find = QKeySequence.StandardKey.Find
        self._add(view, self.tr("&Find exercises"), find, self.search_requested.emit)
        self._add(view, self.tr("F&ull screen"), "F11", self.toggle_full_screen)
        help_menu = self.menuBar().addMenu(self.tr("&Help"))
        self._add(help_menu, self.tr("&Before you start"), "F1", self.safety_requested.emit)
        self._add(help_menu, self.tr("&About backcare"), None, self.show_about)

    def _add(
        self,
        menu: QMenu,
        text: str,
        keys: str | QKeySequence.StandardKey | None,
        slot: Callable[[], object],
    ) -> QAction:
        action = QAction(self)
        action.setText(text)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit(event)
