"""F36: whatever is pressed and clicked, nothing falls over and the window still answers."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from backcare.app import build
from backcare.core.planning import build_plan
from backcare.core.safety import PAGE_VERSION
from backcare.core.settings import Preferences
from backcare.paths import user_folders
from backcare.store.library import Library
from backcare.store.state_file import StateFile
from backcare.ui.browse_page import BrowsePage
from tests.shipped import shipped_catalogue

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from backcare.controllers.program import Program

EVENTS = 3_000
SPEED = 60.0
KEYS = [
    *(Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F11, Qt.Key.Key_Menu),
    *(Qt.Key.Key_A, Qt.Key.Key_D, Qt.Key.Key_H, Qt.Key.Key_U, Qt.Key.Key_M, Qt.Key.Key_S),
    *(Qt.Key.Key_0, Qt.Key.Key_9, Qt.Key.Key_Comma, Qt.Key.Key_F, Qt.Key.Key_Q),
]
MODIFIERS = [
    *(Qt.KeyboardModifier.NoModifier,) * 8,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
]
BUTTONS = [
    *(Qt.MouseButton.LeftButton,) * 5,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
]


class Monkey(QObject):
    """Does one random thing at each turn of the event loop, in dialogs' own loops too."""

    done = Signal()

    def __init__(self, program: Program, chance: random.Random) -> None:
        super().__init__()
        self._program = program
        self._chance = chance
        self._left = EVENTS
        self.pages: set[str] = set()

    def go(self) -> None:
        """Plan the next turn first: what this one does may open a dialog and not return."""
        if self._left == 0:
            self.done.emit()
            return
        self._left -= 1
        QTimer.singleShot(0, self.go)
        if self._chance.random() < 0.01:
            self._begin_again()
        elif self._chance.random() < 0.6:
            self._press()
        else:
            self._click()
        self.pages.add(type(self._program.window.page).__name__)

    def _begin_again(self) -> None:
        """As a person would: open the window if it was closed, and start a session."""
        self._program.window.show()
        catalogue = shipped_catalogue()
        routine = self._chance.choice(list(catalogue.routines.values()))
        plan = build_plan(routine, catalogue, Preferences())
        self._program.start(plan, SPEED)

    def _target(self) -> QWidget:
        """What gets events now: a menu, a dialog, or the window."""
        return (
            QApplication.activePopupWidget()
            or QApplication.activeModalWidget()
            or self._program.window
        )

    def _press(self) -> None:
        target = self._target()
        focused: QWidget | None = target.focusWidget()
        widget = target if focused is None else focused
        if widget.isEnabled():
            QTest.keyClick(widget, self._chance.choice(KEYS), self._chance.choice(MODIFIERS))

    def _click(self) -> None:
        target = self._target()
        if not target.rect().isValid():
            return
        place = QPoint(
            self._chance.randrange(target.width()), self._chance.randrange(target.height())
        )
        widget = target.childAt(place) or target
        if not (widget.isVisible() and widget.isEnabled()):
            return
        inside = widget.mapFrom(target, place)
        button, modifier = self._chance.choice(BUTTONS), self._chance.choice(MODIFIERS)
        if self._chance.random() < 0.2:
            QTest.mouseMove(widget, inside)
        elif self._chance.random() < 0.2:
            QTest.mouseDClick(widget, button, modifier, inside)
        else:
            QTest.mouseClick(widget, button, modifier, inside)


def close_everything(program: Program) -> None:
    while popup := QApplication.activePopupWidget():
        popup.close()
    while dialog := QApplication.activeModalWidget():
        dialog.close()
    program.end()


@pytest.mark.qt_log_level_fail("CRITICAL")  # Qt grumbles at events without a window system
@pytest.mark.parametrize("seed", [36])
def test_a_monkey_at_keyboard_and_mouse_breaks_nothing(qtbot: QtBot, home: Path, seed: int) -> None:
    folders = user_folders(str(home / "data"))
    StateFile(folders.state_file).remember(safety_page_seen=PAGE_VERSION)
    program = build(Library(shipped_catalogue()), Preferences(), folders)
    qtbot.addWidget(program.window, before_close_func=lambda _: close_everything(program))
    with qtbot.waitActive(program.window):
        program.open()
        program.window.activateWindow()
    monkey = Monkey(program, random.Random(seed))
    # An exception in a slot fails the test by itself.
    with qtbot.waitSignal(monkey.done, timeout=240_000):
        monkey.go()
    assert monkey.pages == {"BrowsePage", "SafetyView", "SessionView", "EndView"}

    close_everything(program)
    program.window.show()
    program.open()
    page = program.window.page
    assert isinstance(page, BrowsePage)
    page.routines.choose("bridge-and-ball")
    QTest.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    assert program.window.page is not page
