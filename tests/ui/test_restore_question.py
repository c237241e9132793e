from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from backcare.core.dose import DoseOverride
from backcare.core.routine import Level
from backcare.core.settings import Preferences, Settings
from backcare.ui.restore_question import RestoreQuestion
from tests.builders import make_catalogue, make_hold, make_preferences, make_routine

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PLANK = make_hold("plank")
CATALOGUE = make_catalogue(PLANK, routines=[make_routine(PLANK, name="morning")])


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def paragraphs(preferences: Preferences, parent: QWidget) -> list[str]:
    return RestoreQuestion(preferences, CATALOGUE, parent).informativeText().split("\n\n")


def test_it_names_everything_that_would_go(parent: QWidget) -> None:
    preferences = make_preferences(
        Settings(prepare_seconds=20, pregnant=True),
        levels={"morning": Level.AS_WRITTEN},
        doses={"plank": DoseOverride(sets=2)},
    )
    assert paragraphs(preferences, parent)[:-1] == [
        "Settings: Get ready, I am pregnant",
        "Levels: Morning",
        "Doses: Plank",
    ]


def test_what_is_not_in_the_catalogue_goes_by_its_id(parent: QWidget) -> None:
    preferences = make_preferences(
        levels={"my-routine": Level.GENTLE}, doses={"my-exercise": DoseOverride(sets=2)}
    )
    assert paragraphs(preferences, parent)[:-1] == ["Levels: my-routine", "Doses: my-exercise"]


def test_a_long_list_is_cut_short(parent: QWidget) -> None:
    doses = {f"exercise-{number}": DoseOverride(sets=2) for number in range(9)}
    assert paragraphs(make_preferences(doses=doses), parent)[0].endswith("exercise-4 and 4 more")


def test_it_says_when_it_counts(parent: QWidget) -> None:
    assert paragraphs(make_preferences(), parent) == ["This is saved when you press OK or Apply."]


@pytest.mark.parametrize(("key", "signal"), [("Return", "accepted"), ("Escape", "rejected")])
def test_enter_restores_and_escape_keeps(
    parent: QWidget, qtbot: QtBot, key: str, signal: str
) -> None:
    question = RestoreQuestion(make_preferences(), CATALOGUE, parent)
    question.open()
    with qtbot.waitSignal(getattr(question, signal)):
        QTest.keyClick(question, Qt.Key[f"Key_{key}"])
