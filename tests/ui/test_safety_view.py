from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from backcare.core.safety import CLOSING, safety_page
from backcare.core.translation import in_english
from backcare.ui.controls import Card, TextLabel
from backcare.ui.safety_view import SafetyView
from backcare.ui.theme import CAUTION_ROLE, LIGHT, palette_of
from tests.ui.session_builders import press, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SECTIONS = safety_page(in_english)


@pytest.fixture
def answers() -> list[str]:
    return []


@pytest.fixture
def view(qtbot: QtBot, answers: list[str]) -> SafetyView:
    made = SafetyView(SECTIONS, CLOSING)
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(900, 420)
    made.confirmed.connect(lambda: answers.append("confirmed"))
    made.left.connect(lambda: answers.append("left"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.ask()
    return made


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def scrolled(view: SafetyView) -> int:
    (area,) = view.findChildren(QScrollArea)
    return area.verticalScrollBar().value()


# What it says


def test_every_line_of_every_section_is_there(view: SafetyView) -> None:
    said = texts(view)
    assert said[0] == "Before you start"
    assert CLOSING in said
    for section in SECTIONS:
        assert section.title in said
        assert all(f"•  {line}" in said for line in section.lines)


def test_only_urgent_sections_wear_the_warning_colours(view: SafetyView) -> None:
    cards = view.findChildren(Card)
    assert len(cards) == len(SECTIONS)
    for card, section in zip(cards, SECTIONS, strict=True):
        roles = {label.foregroundRole() for label in card.findChildren(TextLabel)}
        assert (roles == {CAUTION_ROLE}) is section.urgent
        ground = card.grab().toImage().pixelColor(14, card.height() // 2).name()
        assert (ground == LIGHT.caution_background) is section.urgent
    assert any(section.urgent for section in SECTIONS)


@pytest.mark.parametrize("width", [640, 900, 1280, 3840])
def test_it_never_scrolls_sideways(view: SafetyView, width: int) -> None:
    view.resize(width, 600)
    (area,) = view.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


# Keys


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_confirms(view: SafetyView, answers: list[str], key: Qt.Key) -> None:
    assert focused() is view.confirm_button
    QTest.keyClick(focused(), key)
    assert answers == ["confirmed"]


def test_escape_leaves(view: SafetyView, answers: list[str]) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert answers == ["left"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_on_the_other_button_means_that_button(
    view: SafetyView, answers: list[str], key: Qt.Key
) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is view.leave_button
    QTest.keyClick(focused(), key)
    assert answers == ["left"]


def test_enter_without_a_focused_button_means_that_it_was_read(
    view: SafetyView, answers: list[str]
) -> None:
    view.confirm_button.clearFocus()
    press(view, Qt.Key.Key_Return)
    assert answers == ["confirmed"]


def test_tab_only_goes_between_the_two_buttons(view: SafetyView) -> None:
    reached = []
    for _ in range(3):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == [view.confirm_button, view.leave_button, view.confirm_button]


def test_page_keys_scroll_from_wherever_the_focus_is(view: SafetyView) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_PageDown)
    below = scrolled(view)
    assert below > 0
    QTest.keyClick(focused(), Qt.Key.Key_PageUp)
    assert scrolled(view) < below
    assert focused() is view.confirm_button


def test_arrow_keys_scroll_and_leave_the_focus_alone(view: SafetyView, answers: list[str]) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert scrolled(view) > 0
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert scrolled(view) == 0
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert answers == ["confirmed"]


def test_arrow_keys_scroll_where_no_button_has_the_focus(view: SafetyView) -> None:
    press(view, Qt.Key.Key_Down)
    assert scrolled(view) > 0
    press(view, Qt.Key.Key_Up)
    assert scrolled(view) == 0


def test_other_keys_answer_nothing(view: SafetyView, answers: list[str]) -> None:
    for key in (Qt.Key.Key_H, Qt.Key.Key_F11, Qt.Key.Key_Backspace):
        QTest.keyClick(focused(), key)
    assert answers == []


def test_asking_again_begins_at_the_top(view: SafetyView) -> None:
    press(view, Qt.Key.Key_PageDown)
    view.leave_button.setFocus()
    view.ask()
    assert scrolled(view) == 0
    assert focused() is view.confirm_button


def test_the_mouse_answers_too(view: SafetyView, answers: list[str]) -> None:
    QTest.mouseClick(view.leave_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.confirm_button, Qt.MouseButton.LeftButton)
    assert answers == ["left", "confirmed"]
