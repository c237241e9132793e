"""From a change of the settings to other pictures on the cards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.app import Screens
from backcare.controllers.program import Files, Program
from backcare.core.exercise import Illustration
from backcare.core.look import Hair, Look
from backcare.core.settings import Preferences
from backcare.core.words import Words
from backcare.paths import user_folders
from backcare.store.library import Library
from backcare.store.settings_file import SettingsFile
from backcare.store.state_file import StateFile
from backcare.ui.browse_page import BrowsePage
from tests.builders import make_catalogue, make_hold, make_routine
from tests.controllers.test_program import with_dialog
from tests.figure.figures import POSES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from backcare.ui.card_pictures import Draw
    from backcare.ui.settings_dialog import SettingsDialog

CURL = replace(make_hold("curl"), illustration=Illustration("side", "lying", "curled"))


class WatchedScreens(Screens):
    """The real screens; keeps whom the thumbnails were to show."""

    def __init__(self) -> None:
        super().__init__(lambda: POSES)
        self.looks: list[Look] = []

    def thumbnails(self, look: Look) -> Draw:
        self.looks.append(look)
        return super().thumbnails(look)


def test_another_person_appears_on_the_cards_as_soon_as_it_is_saved(
    qtbot: QtBot, home: Path
) -> None:
    folders = user_folders(str(home))
    files = Files(SettingsFile(folders.settings_file), StateFile(folders.state_file))
    screens = WatchedScreens()
    library = Library(make_catalogue(CURL, routines=(make_routine(CURL),)))
    program = Program(library, Preferences(), files, Words(), screens, lambda settings: None)
    qtbot.addWidget(program.window, before_close_func=lambda _: program.end())
    with qtbot.waitExposed(program.window):
        program.open()
    page = program.window.page
    assert isinstance(page, BrowsePage)

    def card() -> QImage:
        return page.exercises.viewport().grab().toImage()

    sign = card()
    assert screens.looks == []
    qtbot.waitUntil(lambda: card() != sign)
    assert screens.looks == [Look()]
    before = card()

    def change(name: str, value: object) -> None:
        def act(dialog: SettingsDialog) -> None:
            dialog.rows[name].set_value(value)
            dialog.apply_button.click()

        with_dialog(act, program.show_settings)

    with qtbot.assertNotEmitted(page.exercises.pictures_needed, wait=100):
        change("rest_seconds", 7)
    assert screens.looks == [Look()]
    change("hair", Hair.RED_SHORT)
    qtbot.waitUntil(lambda: card() != before)
    assert screens.looks == [Look(), Look(hair=Hair.RED_SHORT)]
