from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from backcare.app import Screens, is_motion_reduced
from backcare.core.settings import Motion, Settings
from backcare.core.words import Words
from backcare.ui.exercise_detail import Show
from tests.builders import make_moves
from tests.figure.figures import POSES
from tests.ui.figure_builders import MISSING, SQUAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class StillStyle(QProxyStyle):
    """The style of a desktop on which nothing shall move."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, *rest)  # type: ignore[arg-type]


@pytest.fixture
def still_desktop(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().objectName()
    qapp.setStyle(StillStyle())
    yield
    qapp.setStyle(before)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("motion", list(Motion))
def test_the_figure_moves_unless_the_person_says_otherwise(motion: Motion) -> None:
    settings = replace(Settings(), motion=motion)
    assert is_motion_reduced(settings) is (motion is Motion.REDUCED)


@pytest.mark.usefixtures("still_desktop")
@pytest.mark.parametrize("motion", list(Motion))
def test_a_desktop_without_movement_is_heeded_unless_the_person_says_otherwise(
    motion: Motion,
) -> None:
    settings = replace(Settings(), motion=motion)
    assert is_motion_reduced(settings) is (motion is not Motion.FULL)


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
