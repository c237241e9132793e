from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from backcare.core.dose import DoseOverride
from backcare.core.routine import Level
from backcare.core.settings import Preferences, Settings
from backcare.ui.controls import TextLabel
from backcare.ui.restore_question import RestoreQuestion, restored
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


def ask(preferences: Preferences, parent: QWidget, section: str = "Timing") -> RestoreQuestion:
    return RestoreQuestion(preferences, CATALOGUE, section, parent)


def texts(question: RestoreQuestion) -> list[str]:
    return [label.text() for label in question.findChildren(TextLabel)]


MANY = make_preferences(
    Settings(prepare_seconds=20, pregnant=True),
    levels={"morning": Level.AS_WRITTEN},
    doses={"plank": DoseOverride(sets=2)},
)


def test_it_names_everything_that_would_go_page_by_page(parent: QWidget) -> None:
    question = ask(MANY, parent)
    assert question.what_goes() == {
        "Taking care": "I am pregnant",
        "Timing": "Get ready",
        "Routines": "Morning",
        "Exercises": "Plank",
    }
    assert "Taking care: I am pregnant" in texts(question)


def test_what_is_not_in_the_catalogue_goes_by_its_id(parent: QWidget) -> None:
    preferences = make_preferences(
        levels={"my-routine": Level.GENTLE}, doses={"my-exercise": DoseOverride(sets=2)}
    )
    goes = ask(preferences, parent).what_goes()
    assert goes == {"Routines": "my-routine", "Exercises": "my-exercise"}


def test_a_long_list_is_cut_short(parent: QWidget) -> None:
    doses = {f"exercise-{number}": DoseOverride(sets=2) for number in range(9)}
    goes = ask(make_preferences(doses=doses), parent).what_goes()
    assert goes["Exercises"].endswith("exercise-4 and 4 more")


def test_it_says_when_it_counts(parent: QWidget) -> None:
    assert "It is saved when you press OK or Apply." in texts(ask(MANY, parent))


@pytest.mark.parametrize(
    ("section", "offered"), [("Timing", True), ("Screen", False), ("Routines", True)]
)
def test_the_open_page_alone_is_offered_where_it_has_changes(
    parent: QWidget, section: str, offered: bool
) -> None:
    question = ask(MANY, parent, section)
    assert question.page_button.isHidden() is not offered
    assert question.page_button.text() == f"Only “{section}”"


def test_the_open_page_alone_is_not_offered_where_nothing_else_has_changes(
    parent: QWidget,
) -> None:
    only = make_preferences(Settings(prepare_seconds=20))
    assert ask(only, parent).page_button.isHidden()


@pytest.mark.parametrize(("button", "section"), [("all_button", ""), ("page_button", "Timing")])
def test_the_answer_names_the_section(
    parent: QWidget, qtbot: QtBot, button: str, section: str
) -> None:
    question = ask(MANY, parent)
    question.open()
    chosen: list[str] = []
    question.chosen.connect(chosen.append)
    with qtbot.waitSignal(question.accepted):
        getattr(question, button).click()
    assert chosen == [section]


@pytest.mark.parametrize(("key", "signal"), [("Return", "accepted"), ("Escape", "rejected")])
def test_enter_restores_and_escape_keeps(
    parent: QWidget, qtbot: QtBot, key: str, signal: str
) -> None:
    question = ask(make_preferences(), parent)
    question.open()
    with qtbot.waitSignal(getattr(question, signal)):
        QTest.keyClick(question, Qt.Key[f"Key_{key}"])


def test_restoring_everything_keeps_what_the_dialog_does_not_show() -> None:
    mine = replace(MANY, swaps={"plank": "bird-dog"})
    assert restored(mine) == Preferences(swaps={"plank": "bird-dog"})


def test_restoring_a_page_leaves_the_others() -> None:
    assert restored(MANY, "Timing") == replace(MANY, settings=Settings(pregnant=True))
    assert restored(MANY, "Routines") == replace(MANY, levels={})
    assert restored(MANY, "Exercises") == replace(MANY, doses={})


def test_it_fits_a_small_screen_with_large_text(parent: QWidget) -> None:
    face = parent.font()
    face.setPointSizeF(face.pointSizeF() * 3)
    parent.setFont(face)
    question = ask(MANY, parent)
    room = question.screen().availableSize()
    assert question.width() < room.width()
    assert question.height() < room.height()
