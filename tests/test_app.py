from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from backcare.app import Screens
from backcare.core.settings import Settings
from backcare.core.words import Words
from backcare.ui.exercise_sheet import Show
from tests.builders import make_catalogue, make_moves, make_preferences
from tests.figure.figures import POSES
from tests.ui.figure_builders import MISSING, SQUAT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.ui.settings_dialog import SettingsDialog


def test_a_demonstration_needs_its_poses(qtbot: QtBot) -> None:
    screens = Screens(lambda: POSES)
    figures = screens.figures(Settings())
    made = screens.demonstration(figures, Show(make_moves("squat"), SQUAT, "Squat", moving=False))
    assert made is not None
    qtbot.addWidget(made)
    assert screens.demonstration(figures, Show(make_moves(), MISSING, "", moving=False)) is None


def test_a_session_shows_the_figures(qtbot: QtBot) -> None:
    screens = Screens(lambda: POSES)
    view = screens.session(Words(), screens.figures(Settings()))
    qtbot.addWidget(view)
    assert not view.figure_is_late


def test_the_settings_open_as_large_as_they_were(qtbot: QtBot) -> None:
    screens, window = Screens(lambda: POSES), QWidget()
    qtbot.addWidget(window)

    def opened() -> SettingsDialog:
        return screens.settings(
            make_catalogue(), make_preferences(), Words(), "", window, lambda _: None
        )

    first = opened()
    first.resize(600, 500)
    first.reject()
    assert opened().size() == QSize(600, 500)
