from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from backcare.controllers.picturing import Picturing
from backcare.core.exercise import Position
from backcare.core.look import Clothes, Look
from backcare.core.settings import Motion, Settings
from backcare.ui.browse_page import BrowsePage
from backcare.ui.exercise_sheet import ExerciseSheet, Show
from tests.builders import make_moves
from tests.ui.figure_builders import SQUAT, make_figures

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.ui.card_pictures import Draw
    from backcare.ui.figures import Figures

SHEET = ExerciseSheet(
    exercise="squat",
    name="Squat",
    position=Position.STANDING,
    about="Standing",
    steps=("Bend your knees.",),
    feel="",
    avoid="",
    dose="",
    dose_note="",
    cautions=(),
    notes=(),
    shown=make_moves("squat"),
    illustration=SQUAT,
)


class FakeScreens:
    """Remembers what was made."""

    def __init__(self) -> None:
        self.looks: list[Look] = []
        self.made: list[Settings] = []
        self.shown: list[Show] = []

    def thumbnails(self, look: Look) -> Draw:
        self.looks.append(look)

        return lambda wish: QPixmap(wish.width, wish.height)

    def figures(self, settings: Settings) -> Figures:
        self.made.append(settings)
        return make_figures(reduced=settings.motion is Motion.REDUCED)

    def demonstration(self, figures: Figures, show: Show) -> QWidget | None:
        self.shown.append(show)
        return QLabel("figure")


class Rig:
    def __init__(self) -> None:
        self.page = BrowsePage()
        self.screens = FakeScreens()
        self.settings = Settings()
        self.picturing = Picturing(self.page, self.screens, lambda: self.settings)

    def change(self, settings: Settings) -> None:
        before, self.settings = self.settings, settings
        self.picturing.refresh(before)


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    made = Rig()
    qtbot.addWidget(made.page)
    return made


def test_the_figure_is_loaded_when_it_is_missed(rig: Rig) -> None:
    rig.page.detail.show_sheet(SHEET)
    assert rig.screens.made == []
    rig.page.detail.figure_needed.emit()
    assert len(rig.screens.made) == 1
    assert [show.words for show in rig.screens.shown] == ["Squat, Standing"]


def test_every_screen_shares_the_pictures(rig: Rig) -> None:
    assert rig.picturing.figures is rig.picturing.figures
    assert len(rig.screens.made) == 1


def test_another_look_is_drawn_anew(rig: Rig) -> None:
    rig.page.detail.show_sheet(SHEET)
    rig.page.exercises.pictures_needed.emit()
    assert rig.screens.looks == [Look()]
    rig.change(replace(Settings(), clothes=Clothes.BERRY))
    assert rig.screens.made == []
    first = rig.picturing.figures
    rig.change(replace(Settings(), clothes=Clothes.SKY))
    assert rig.picturing.figures is not first
    assert rig.screens.made[-1].clothes is Clothes.SKY
    assert len(rig.screens.shown) == 1


def test_another_way_of_moving_is_taken_up_and_other_settings_change_nothing(rig: Rig) -> None:
    first = rig.picturing.figures
    rig.change(replace(Settings(), rest_seconds=9))
    assert rig.picturing.figures is first
    rig.change(replace(Settings(), motion=Motion.REDUCED))
    assert rig.picturing.figures.reduced
