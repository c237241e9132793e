from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from backcare.core.safety import CLOSING, Topic, safety_page
from backcare.core.settings import Settings
from backcare.core.translation import in_english
from backcare.ui.controls import Card, TextLabel
from backcare.ui.page_parts import Mark, MarkedLine
from backcare.ui.reading_page import PageLabel
from backcare.ui.safety_cards import ICONS, SafetyCards
from backcare.ui.safety_view import SafetyView
from backcare.ui.setting_controls import Notice
from backcare.ui.theme import CAUTION_ROLE, LIGHT, palette_of
from tests.ui.pages import TextSize, body_of, colours
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
        assert set(section.lines) <= set(said)


def test_only_urgent_sections_wear_the_warning_colours(view: SafetyView) -> None:
    cards = view.findChildren(Card)
    assert len(cards) == len(SECTIONS)
    for card, section in zip(cards, SECTIONS, strict=True):
        roles = {label.foregroundRole() for label in card.findChildren(TextLabel)}
        assert (roles == {CAUTION_ROLE}) is section.urgent
        ground = card.grab().toImage().pixelColor(14, card.height() // 2).name()
        assert (ground == LIGHT.caution_background) is section.urgent
    assert any(section.urgent for section in SECTIONS)


def test_each_section_has_a_symbol_of_its_own(view: SafetyView) -> None:
    assert len(set(ICONS.values())) == len(SECTIONS) == len(Topic)
    for card in view.findChildren(Card):
        first = card.findChildren(Mark)[0]
        assert len(colours(first.grab().toImage())) > 2


def test_text_hangs_behind_its_bullet(view: SafetyView) -> None:
    for line in view.findChildren(MarkedLine)[1:]:
        (mark,) = line.findChildren(Mark)
        assert mark.geometry().right() < line.label.geometry().left()


# Its place


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(640, 600), (800, 1280), (1024, 640), (1920, 1080), (3840, 2160)])
def test_nothing_is_cut_off_and_nothing_overlaps(
    view: SafetyView, text_size: TextSize, size: tuple[int, int], percent: int
) -> None:
    text_size(percent)
    view.resize(*size)
    QApplication.processEvents()
    (area,) = view.findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert body_of(area).width() <= area.viewport().width()
    for label in view.findChildren(PageLabel):
        assert label.height() >= label.heightForWidth(label.width()), label.text()
        place = label.mapTo(body_of(area), label.rect().bottomRight())
        assert body_of(area).rect().contains(place)
    for card in view.findChildren(Card):
        inside = card.findChildren(MarkedLine)
        for upper, lower in pairwise(inside):
            assert upper.geometry().bottom() < lower.geometry().top()


def test_cards_side_by_side_are_equally_high(view: SafetyView) -> None:
    view.resize(1280, 800)
    cards = view.findChildren(Card)
    for left, right in (cards[:2], cards[2:]):
        assert left.y() == right.y()
        assert left.height() == right.height()


def test_there_is_one_column_where_room_is_short(view: SafetyView, text_size: TextSize) -> None:
    (cards,) = view.findChildren(SafetyCards)
    view.resize(1280, 800)
    assert cards.columns == 2
    view.resize(450, 800)
    assert cards.columns == 1
    view.resize(1280, 800)
    text_size(250)
    assert cards.columns == 1
    lefts = {card.x() for card in view.findChildren(Card)}
    assert lefts == {0}


def test_on_a_large_screen_it_can_be_read_from_the_floor(view: SafetyView) -> None:
    label = view.findChildren(MarkedLine)[1].label
    view.resize(1024, 640)
    usual = label.fontMetrics().height()
    view.resize(1920, 1080)
    assert label.fontMetrics().height() > 1.5 * usual
    assert scrolled_to(view) == 0


def test_right_to_left_bullets_stand_on_the_right(view: SafetyView) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.resize(1000, 700)
    for line in view.findChildren(MarkedLine):
        (mark,) = line.findChildren(Mark)
        assert mark.geometry().left() > line.label.geometry().right()


def scrolled_to(view: SafetyView) -> int:
    (area,) = view.findChildren(QScrollArea)
    return area.verticalScrollBar().maximum()


# Keys


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_one_key_confirms(view: SafetyView, answers: list[str], key: Qt.Key) -> None:
    view.resize(1280, 780)
    assert view.confirm_button.text() == "I have read this"
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
    view.resize(1280, 780)
    view.confirm_button.clearFocus()
    press(view, Qt.Key.Key_Return)
    assert answers == ["confirmed"]


def test_tab_goes_through_the_boxes_and_the_buttons_after_them(view: SafetyView) -> None:
    boxes = list(view.care.boxes.values())
    reached = []
    for _ in range(7):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == [view.confirm_button, view.leave_button, *boxes, view.confirm_button]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_nothing_is_confirmed_unseen(
    view: SafetyView, text_size: TextSize, answers: list[str], key: Qt.Key
) -> None:
    text_size(200)
    view.resize(1280, 800)
    view.ask()
    wide = view.confirm_button.width()
    seen = []
    while view.confirm_button.text() == "Read on":
        seen.append(scrolled(view))
        QTest.keyClick(focused(), key)
        assert answers == []
    assert len(seen) > 1
    assert seen == sorted(set(seen))
    assert scrolled(view) == scrolled_to(view)
    assert view.confirm_button.text() == "I have read this"
    assert view.confirm_button.width() == wide
    press(view, Qt.Key.Key_Home)
    QTest.keyClick(focused(), key)
    assert answers == ["confirmed"]


def test_a_press_on_read_on_reads_on(view: SafetyView, answers: list[str]) -> None:
    QTest.mouseClick(view.confirm_button, Qt.MouseButton.LeftButton)
    assert scrolled(view) > 0
    assert answers == []


def test_who_comes_again_reads_again(view: SafetyView) -> None:
    press(view, Qt.Key.Key_End)
    assert view.confirm_button.text() == "I have read this"
    view.ask()
    assert view.confirm_button.text() == "Read on"


# What is true for the person


def test_what_is_ticked_is_told_and_what_was_told_is_ticked(view: SafetyView) -> None:
    told: list[tuple[str, object]] = []
    view.setting_chosen.connect(lambda name, value: told.append((name, value)))
    view.show_settings(Settings(osteoporosis=True))
    assert told == []
    assert view.care.boxes["osteoporosis"].isChecked()
    view.care.boxes["pregnant"].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert told == [("pregnant", True)]


def test_page_keys_scroll_and_arrows_go_from_box_to_box(view: SafetyView) -> None:
    first, second, *_ = view.care.boxes.values()
    first.setFocus()
    below = scrolled(view)
    QTest.keyClick(first, Qt.Key.Key_PageUp)
    assert scrolled(view) < below
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert focused() is second


def test_a_problem_with_keeping_it_is_told_in_place(view: SafetyView) -> None:
    view.show_problem("The disk is full")
    (notice,) = view.findChildren(Notice)
    assert notice.isVisible()
    view.show_problem("")
    assert not notice.isVisible()


def test_page_keys_scroll_from_wherever_the_focus_is(view: SafetyView) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_PageDown)
    below = scrolled(view)
    assert below > 0
    QTest.keyClick(focused(), Qt.Key.Key_PageUp)
    assert scrolled(view) < below
    assert focused() is view.confirm_button


def test_arrow_keys_scroll_and_leave_the_focus_alone(view: SafetyView) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert scrolled(view) > 0
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert scrolled(view) == 0
    assert focused() is view.confirm_button


def test_arrow_keys_scroll_where_no_button_has_the_focus(view: SafetyView) -> None:
    press(view, Qt.Key.Key_Down)
    assert scrolled(view) > 0
    press(view, Qt.Key.Key_Up)
    assert scrolled(view) == 0


def test_other_keys_answer_nothing(view: SafetyView, answers: list[str]) -> None:
    for key in (Qt.Key.Key_H, Qt.Key.Key_F11, Qt.Key.Key_Backspace):
        QTest.keyClick(focused(), key)
    assert answers == []


def test_home_and_end_go_all_the_way(view: SafetyView) -> None:
    press(view, Qt.Key.Key_End)
    assert scrolled(view) == scrolled_to(view) > 0
    press(view, Qt.Key.Key_Home)
    assert scrolled(view) == 0


def test_asking_again_begins_at_the_top(view: SafetyView) -> None:
    press(view, Qt.Key.Key_PageDown)
    view.leave_button.setFocus()
    view.ask()
    assert scrolled(view) == 0
    assert focused() is view.confirm_button


def test_the_mouse_answers_too(view: SafetyView, answers: list[str]) -> None:
    view.resize(1280, 780)
    QTest.mouseClick(view.leave_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.confirm_button, Qt.MouseButton.LeftButton)
    assert answers == ["left", "confirmed"]
