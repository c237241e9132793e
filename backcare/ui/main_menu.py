"""The menus of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QColor, QKeySequence
from PySide6.QtWidgets import QMessageBox

from backcare.core.settings import Theme
from backcare.ui.about_box import AboutBox
from backcare.ui.icons import icon
from backcare.ui.key_list import KeyList
from backcare.ui.menus import EdgedMenu
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu, QMenuBar

    from backcare.ui.main_window import MainWindow

Keys = tuple[str | QKeySequence.StandardKey, ...]


class MainMenu:
    """Builds the menus; most of what they offer is a wish of the window's.

    Symbols are drawn when a menu opens for the first time, and anew when it opens in other
    colours: the start has no time for them.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._signs: dict[QAction, str] = {}
        self._themes: dict[Theme, QAction] = {}
        bar = window.menuBar()
        self._build_program(self._menu(bar, window.tr("&Program")))
        self._build_view(self._menu(bar, window.tr("&View")))
        self._build_help(self._menu(bar, window.tr("&Help")))

    def show_theme(self, theme: Theme) -> None:
        """Tick the colours that the person has chosen."""
        self._themes[theme].setChecked(True)

    def show_screens(self, screens: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Offer the screens that a session can fill, by key and name, where there are several."""
        menu = self._screens
        menu.clear()
        menu.menuAction().setVisible(len(screens) > 1)
        group = QActionGroup(menu)
        connected = [key for key, _ in screens]
        for key, words in (("", self._window.tr("The &window's own")), *screens):
            action = self._add(menu, words, (), partial(self._window.screen_chosen.emit, key))
            action.setCheckable(True)
            action.setChecked(key == (chosen if chosen in connected else ""))
            group.addAction(action)

    def _build_program(self, menu: QMenu) -> None:
        window = self._window
        tr = window.tr
        self._add(menu, tr("&Start"), ("Ctrl+Return",), window.start_requested.emit, "play")
        self._add(menu, tr("Se&ttings…"), ("Ctrl+,",), window.settings_requested.emit, "settings")
        menu.addSeparator()
        leave = self._add(menu, tr("&Quit"), ("Ctrl+Q",), window.close, "door")
        # The window's own as well: it has to work while the menu is hidden.
        window.addAction(leave)

    def _build_view(self, menu: QMenu) -> None:
        window = self._window
        tr, step = window.tr, window.text_step_requested.emit
        find = QKeySequence.StandardKey.Find
        self._add(menu, tr("&Find exercises"), (find,), window.search_requested.emit, "search")
        menu.addSeparator()
        self._add(menu, tr("&Larger text"), ("Ctrl++", "Ctrl+="), partial(step, 1), "text-size")
        self._add(menu, tr("&Smaller text"), ("Ctrl+-",), partial(step, -1))
        self._add(menu, tr("&Normal text"), ("Ctrl+0",), partial(step, 0))
        colours = EdgedMenu(tr("&Colours"), menu)
        menu.addMenu(colours)
        self._build_colours(colours)
        menu.addSeparator()
        self._screens = EdgedMenu(tr("S&ession on screen"), menu)
        menu.addMenu(self._screens)
        menu.aboutToShow.connect(window.screens_wanted)
        full = window.toggle_full_screen
        self._add(menu, tr("F&ull screen"), ("F11",), full, "full-screen")

    def _build_colours(self, menu: QMenu) -> None:
        window = self._window
        group = QActionGroup(menu)
        for theme, words in (
            (Theme.SYSTEM, window.tr("As the &desktop")),
            (Theme.LIGHT, window.tr("&Light")),
            (Theme.DARK, window.tr("D&ark")),
            (Theme.HIGH_CONTRAST, window.tr("&High contrast")),
        ):
            action = self._add(menu, words, (), partial(window.theme_chosen.emit, theme))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[theme] = action
        self.show_theme(Theme.SYSTEM)

    def _build_help(self, menu: QMenu) -> None:
        window = self._window
        tr = window.tr
        self._add(menu, tr("&Welcome"), (), window.welcome_requested.emit, "person")
        self._add(menu, tr("&Before you start"), ("F1",), window.safety_requested.emit, "info")
        keys = ("Ctrl+?", "Ctrl+/")
        self._add(menu, tr("&Keyboard shortcuts"), keys, self._show_keys, "keyboard")
        menu.addSeparator()
        self._add(menu, tr("&About backcare"), (), self._show_about, "help")
        self._add(menu, tr("About &Qt"), (), self._show_about_qt)

    def _menu(self, bar: QMenuBar, title: str) -> QMenu:
        menu = EdgedMenu(title, bar)
        bar.addMenu(menu)
        menu.aboutToShow.connect(lambda: self._dress(menu))
        return menu

    def _dress(self, menu: QMenu) -> None:
        ink = QColor(tokens_of(menu.palette()).ink)
        for action in menu.actions():
            if action in self._signs:
                action.setIcon(icon(self._signs[action], menu.fontMetrics().height(), ink))

    def _show_about(self) -> None:
        AboutBox(self._window).show()

    def _show_keys(self) -> None:
        KeyList(self._window).show()

    def _show_about_qt(self) -> None:
        QMessageBox.aboutQt(self._window, self._window.tr("About Qt"))

    def _add(
        self, menu: QMenu, text: str, keys: Keys, slot: Callable[[], object], sign: str = ""
    ) -> QAction:
        action = QAction(text, self._window)
        action.setShortcuts([QKeySequence(each) for each in keys])
        action.triggered.connect(lambda _=False: slot())
        menu.addAction(action)
        if sign:
            self._signs[action] = sign
        return action
