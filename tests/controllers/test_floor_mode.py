from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from backcare.controllers.floor_mode import FloorMode, screen_key
from backcare.ui.main_window import MainWindow

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication
    from pytestqt.qtbot import QtBot


class Rig:
    """A window on one screen, and what was remembered of it."""

    def __init__(self, qtbot: QtBot, remembered: str = "") -> None:
        self.kept: list[str] = []
        self.window = MainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.floor = FloorMode(self.window, remembered, self.kept.append)

    def fills(self) -> bool:
        return self.floor.is_on


@pytest.mark.parametrize("remembered", ["", "a screen that is not connected"])
def test_a_session_fills_the_screen_and_leaves_it_again(qtbot: QtBot, remembered: str) -> None:
    rig = Rig(qtbot, remembered)
    rig.floor.enter()
    assert rig.fills()
    rig.floor.restore()
    assert not rig.fills()
    assert rig.kept == []


def test_a_window_that_filled_the_screen_before_fills_it_afterwards(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    rig.window.fill_screen()
    rig.floor.enter()
    rig.floor.restore()
    assert rig.fills()


def test_one_key_goes_there_and_back(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    rig.floor.toggle()
    assert rig.fills()
    rig.floor.toggle()
    assert not rig.fills()
    rig.floor.leave()
    assert not rig.fills()


def test_a_screen_is_told_by_its_name(qapp: QGuiApplication) -> None:
    assert screen_key(qapp.primaryScreen()) == qapp.primaryScreen().name()


# Two screens


SCREENS = [
    {"name": "desk", "x": 0, "y": 0, "width": 1280, "height": 800},
    {"name": "wall", "x": 1280, "y": 0, "width": 1920, "height": 1080},
]
TRIAL = """
import json, sys
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from backcare.controllers.floor_mode import FloorMode
from backcare.ui.main_window import MainWindow

remembered, moved_to = sys.argv[1:]
application = QApplication([])
window = MainWindow()
window.resize(900, 600)
window.show()
before = window.geometry().getRect()
kept = []
floor = FloorMode(window, remembered, kept.append)
floor.enter()
application.processEvents()
during = window.screen().name()
filled = window.geometry() == window.screen().geometry()
for screen in QGuiApplication.screens():
    if screen.name() == moved_to:
        window.setScreen(screen)
        window.windowHandle().setGeometry(screen.geometry())
floor.restore()
application.processEvents()
after = window.geometry().getRect()
print(json.dumps([during, filled, window.screen().name(), before == after, kept]))
"""


def try_with_two_screens(folder: Path, remembered: str, moved_to: str = "") -> list[object]:
    """What becomes of the window: its screen in the session, whether it filled it, and after."""
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": SCREENS}))
    made = subprocess.run(
        [sys.executable, "-c", TRIAL, remembered, moved_to],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={described}"},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    )
    return list(json.loads(made.stdout))


def test_the_chosen_screen_is_filled_and_the_window_comes_back(tmp_path: Path) -> None:
    assert try_with_two_screens(tmp_path, "wall") == ["wall", True, "desk", True, []]


def test_without_a_choice_the_windows_own_screen_is_filled(tmp_path: Path) -> None:
    assert try_with_two_screens(tmp_path, "") == ["desk", True, "desk", True, []]


def test_a_session_that_is_moved_to_another_screen_is_there_next_time(tmp_path: Path) -> None:
    assert try_with_two_screens(tmp_path, "", "wall")[-1] == ["wall"]
