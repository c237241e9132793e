"""The whole screen for a session, on the screen that suits the floor, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QScreen

    from backcare.ui.main_window import MainWindow


def screen_key(screen: QScreen) -> str:
    """What tells a screen from the others, in whatever order they are connected.

    The serial number alone where there is one; else what is known of plug and make.
    """
    if screen.serialNumber():
        return f"{screen.manufacturer()} {screen.model()} {screen.serialNumber()}"
    return " ".join(part for part in (screen.name(), screen.manufacturer(), screen.model()) if part)


class FloorMode:
    """Fills a screen with the window during a session.

    Args:
        window: the one window.
        remembered: the key of the screen that was chosen; empty for the window's own.
        remember: keeps another choice.
    """

    def __init__(
        self, window: MainWindow, remembered: str, remember: Callable[[str], None]
    ) -> None:
        self._window = window
        self._chosen = remembered
        self._remember = remember
        self._place: QRect | None = None
        self._entered_on: str | None = None

    @property
    def is_on(self) -> bool:
        """Whether the window fills a screen."""
        return self._window.isFullScreen()

    @property
    def chosen(self) -> str:
        """The key of the screen that sessions fill; empty for the window's own."""
        return self._chosen

    def screens(self) -> tuple[tuple[str, str], ...]:
        """Key and name of every screen that is connected."""
        return tuple((screen_key(s), _name(s)) for s in QGuiApplication.screens())

    def choose(self, key: str) -> None:
        """Fill another screen from the next session on; an empty key is the window's own."""
        self._chosen = key
        self._remember(key)

    def enter(self) -> None:
        """Fill the chosen screen, or the window's own where that is not connected."""
        if self.is_on:
            return
        screen = self._screen()
        if screen is not self._window.screen():
            self._place = self._window.geometry()
            self._window.move_to_screen(screen)
        self._entered_on = screen_key(screen)
        self._window.fill_screen()

    def leave(self) -> None:
        """Go back to where the window was.

        Somebody who has moved the session to another screen means it: it is chosen next time.
        """
        if not self.is_on:
            return
        now = screen_key(self._window.screen())
        if self._entered_on is not None and now != self._entered_on:
            self.choose(now)
        self._window.leave_full_screen()
        if self._place is not None:
            self._window.setGeometry(self._place)
        self._place, self._entered_on = None, None

    def restore(self) -> None:
        """Go back after a session, but not if the window had filled the screen before it."""
        if self._entered_on is not None:
            self.leave()

    def toggle(self) -> None:
        """Fill the screen, or go back."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def _screen(self) -> QScreen:
        connected = QGuiApplication.screens()
        return next((s for s in connected if screen_key(s) == self._chosen), self._window.screen())


def _name(screen: QScreen) -> str:
    """What a person knows a screen by."""
    size = screen.size() * screen.devicePixelRatio()
    known = " ".join(part for part in (screen.name(), screen.model()) if part)
    return f"{known} ({size.width()} × {size.height()})"
