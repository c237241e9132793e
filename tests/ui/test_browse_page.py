from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from backcare.core.exercise import Position
from backcare.core.routine import Level
from backcare.core.search import AtMost, wanted
from backcare.ui.browse_heading import BrowseHeading
from backcare.ui.browse_page import BrowsePage
from backcare.ui.page_columns import MEDIUM, WIDE, Arrangement
from backcare.ui.text_dialog import TextDialog
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of
from tests.ui.browse_builders import (
    GROUPS,
    HEADING,
    LONG,
    ROUTINES,
    ROWS,
    make_row,
    shown,
)
from tests.ui.detail_builders import SHEET
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from tests.ui.pages import TextSize

# A panel of its own asks the window system for more than the offscreen one has.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NOTHING_FITS = "Nothing here fits what you look for."
NOTHING_THERE = "There is nothing here."
KNEES = Position.KNEELING


@pytest.fixture
def page(qtbot: QtBot) -> BrowsePage:
    made = BrowsePage()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1280, 800)
    made.routines.rows.set_rows(ROUTINES)
    made.routines.choose("morning")
    made.show_heading(HEADING)
    made.show_exercises(ROWS, GROUPS)
    made.detail.show_sheet(SHEET)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle()
    return made


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def be(page: BrowsePage, text_heights: float, height: int = 800) -> None:
    """Be so wide."""
    page.resize(round(text_heights * page.fontMetrics().height()) + 2, height)
    settle()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


# The heading


def test_the_heading_says_what_is_chosen(page: BrowsePage) -> None:
    said = texts(page)
    for text in (
        HEADING.title,
        HEADING.line,
        HEADING.summary,
        HEADING.lay_out,
        HEADING.notice,
    ):
        assert text in said


def test_what_has_nothing_to_say_takes_no_room(page: BrowsePage) -> None:
    page.show_heading(BrowseHeading(title="All exercises", line="41 exercises"))
    said = texts(page)
    assert "" not in said
    assert HEADING.summary not in said
    assert not page.start_button.isVisible()
    assert not page.levels.isVisible()
    page.show_heading(HEADING)
    assert page.start_button.isVisible()
    assert page.levels.isVisible()


def test_the_person_chooses_a_level(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.waitSignal(page.level_chosen) as chosen:
        QTest.mouseClick(page.levels.offered[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [Level.AS_WRITTEN]


def test_start_and_the_levels_stand_side_by_side_where_there_is_room(page: BrowsePage) -> None:
    assert page.start_button.geometry().bottom() >= page.levels.y()
    be(page, 15)
    assert page.start_button.geometry().bottom() < page.levels.y()


# Searching


def test_typed_letters_filter_the_cards(page: BrowsePage) -> None:
    QTest.keyClicks(page.search, "cat")
    assert shown(page.exercises.cards) == ["cat-cow"]
    assert page.wanted == wanted("cat")
    page.clear_filter()
    assert len(shown(page.exercises.cards)) == len(ROWS)
    assert page.search.text() == ""


def test_chosen_properties_filter_the_cards(page: BrowsePage) -> None:
    page.filters.choose(frozenset({Position.SUPINE}))
    assert shown(page.exercises.cards) == ["pelvic-tilt", "knee-to-chest"]
    page.filters.choose(frozenset({Position.SUPINE, AtMost(60)}))
    assert shown(page.exercises.cards) == ["knee-to-chest"]
    QTest.keyClicks(page.search, "tilt")
    assert shown(page.exercises.cards) == []
    page.clear_filter()
    assert page.filters.chosen == set()
    assert len(shown(page.exercises.cards)) == len(ROWS)


def test_the_panel_hears_how_much_is_found(page: BrowsePage) -> None:
    page.filters.open()
    page.filters.choose(frozenset({Position.SUPINE}))
    panel = page.filters.panel
    assert panel is not None
    assert "2 of 4 exercises" in texts(panel)
    page.clear_filter()
    assert "4 of 4 exercises" in texts(panel)


def test_the_cards_that_come_are_filtered_too(page: BrowsePage) -> None:
    QTest.keyClicks(page.search, "cat")
    page.show_exercises((*ROWS, make_row("4", "cat-stretch")), GROUPS)
    assert shown(page.exercises.cards) == ["cat-cow", "cat-stretch"]


def test_looking_for_something_is_as_if_the_person_did(page: BrowsePage) -> None:
    page.look_for("cat", frozenset({KNEES}))
    assert page.search.text() == "cat"
    assert page.filters.chosen == {KNEES}
    assert shown(page.exercises.cards) == ["cat-cow"]


def test_finding_nothing_says_what_to_do(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.waitSignal(page.nothing_found):
        QTest.keyClicks(page.search, "z")
    assert NOTHING_FITS in texts(page)
    assert not page.exercises.isVisible()
    assert page.detail.sheet is None
    assert not page.cards.nothing.everywhere_button.isVisible()
    QTest.mouseClick(page.cards.nothing.clear_button, Qt.MouseButton.LeftButton)
    assert NOTHING_FITS not in texts(page)
    assert page.exercises.isVisible()
    assert page.search.hasFocus()


def test_what_is_elsewhere_is_offered(qtbot: QtBot, page: BrowsePage) -> None:
    page.nothing_found.connect(lambda: page.show_elsewhere(4))
    QTest.keyClicks(page.search, "zzz")
    button = page.cards.nothing.everywhere_button
    assert button.text() == "Search all exercises (4)"
    with qtbot.waitSignal(page.everywhere_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_list_is_not_the_searchs_fault(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.assertNotEmitted(page.nothing_found):
        page.show_exercises(())
    assert NOTHING_THERE in texts(page)
    assert page.detail.sheet is None
    page.show_exercises(ROWS)
    assert NOTHING_THERE not in texts(page)
    assert page.exercises.isVisible()


def test_down_leads_from_the_field_to_the_cards(page: BrowsePage) -> None:
    page.go_to_search()
    QTest.keyClicks(page.search, "cat")
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert page.exercises.hasFocus()


def test_going_to_the_search_marks_what_is_there(page: BrowsePage) -> None:
    QTest.keyClicks(page.search, "cat")
    page.exercises.setFocus()
    page.go_to_search()
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "plank")
    assert page.search.text() == "plank"


def test_another_routine_begins_at_the_top(page: BrowsePage) -> None:
    be(page, MEDIUM - 2, 300)
    bar = page.cards.area.verticalScrollBar()
    bar.setValue(200)
    assert bar.value() > 0
    page.routines.choose("evening")
    assert bar.value() == 0


# Columns


def test_the_routines_stand_in_a_column_or_behind_a_button(page: BrowsePage) -> None:
    be(page, WIDE)
    assert page.routines.isVisible()
    assert not page.heading.picker.isVisible()
    be(page, WIDE - 1)
    assert not page.routines.isVisible()
    assert page.heading.picker.isVisible()
    assert page.heading.settings_button.isVisible()
    assert "Morning" in texts(page)
    be(page, WIDE)
    assert page.routines.isVisible()


def test_a_routine_is_chosen_from_the_button(qtbot: QtBot, page: BrowsePage) -> None:
    be(page, MEDIUM)
    with qtbot.waitSignal(page.routines.chosen) as chosen:
        QTest.mouseClick(page.heading.picker, Qt.MouseButton.LeftButton)
        routines = page.heading.picker.open_list
        assert routines is not None
        QTest.keyClick(routines, Qt.Key.Key_Down)
        QTest.keyClick(routines, Qt.Key.Key_Return)
    assert chosen.args == ["evening"]


def click_card(page: BrowsePage, number: int) -> None:
    place = page.exercises.visualRect(page.exercises.cards.index(number)).center()
    QTest.mouseClick(
        page.exercises.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        place,
    )


def test_in_one_column_a_click_opens_the_card(page: BrowsePage) -> None:
    be(page, MEDIUM - 1)
    assert page.columns.arrangement is Arrangement.NARROW
    assert not page.detail.isVisible()
    click_card(page, 1)
    assert page.detail.isVisible()
    assert not page.exercises.isVisible()
    assert page.pane.back_button.isVisible()
    assert page.exercises.current_key() == "1"


def test_beside_each_other_a_click_only_chooses(page: BrowsePage) -> None:
    click_card(page, 1)
    assert page.detail.isVisible()
    assert page.exercises.isVisible()
    assert not page.pane.back_button.isVisible()
    assert page.exercises.hasFocus()


@pytest.mark.parametrize("width", [MEDIUM - 1, MEDIUM, WIDE])
def test_enter_leads_to_all_about_the_card(page: BrowsePage, width: int) -> None:
    be(page, width)
    page.exercises.setFocus()
    QTest.keyClick(page.exercises, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert page.detail.isAncestorOf(focused())


@pytest.mark.parametrize("way", ["button", "escape", "alt+left"])
def test_there_are_three_ways_back_to_the_card(page: BrowsePage, way: str) -> None:
    be(page, MEDIUM - 1)
    click_card(page, 2)
    if way == "button":
        QTest.mouseClick(page.pane.back_button, Qt.MouseButton.LeftButton)
    elif way == "escape":
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
    else:
        QTest.keyClick(focused(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert not page.detail.isVisible()
    assert page.exercises.hasFocus()
    assert page.exercises.current_key() == "2"


def test_search_and_start_come_back_from_the_detail(page: BrowsePage) -> None:
    be(page, MEDIUM - 1)
    click_card(page, 2)
    page.go_to_search()
    assert page.search.hasFocus()
    click_card(page, 2)
    page.take_keyboard()
    assert page.start_button.hasFocus()


def test_without_start_the_keyboard_begins_in_the_search(page: BrowsePage) -> None:
    page.take_keyboard()
    assert page.start_button.hasFocus()
    page.show_heading(BrowseHeading(title="All exercises", line="41 exercises"))
    page.take_keyboard()
    assert page.search.hasFocus()


def test_the_shares_are_remembered(qtbot: QtBot, page: BrowsePage) -> None:
    page.columns.moveSplitter(page.columns.sizes()[0] + 30, 1)
    other = BrowsePage()
    qtbot.addWidget(other)
    other.restore_columns(page.columns_text())
    assert other.columns_text() == page.columns_text()


# Sizes


def overhanging(page: BrowsePage) -> list[QWidget]:
    """What is seen on the page, and hangs over its edges to the left or to the right."""
    hosts = (page.start_button, page.levels, page.search, page.filters.button)
    parts = [*hosts, page.heading.picker, page.exercises, page.detail, *page.levels.offered]
    found = []
    for part in parts:
        if part.isVisible():
            left = part.mapTo(page, part.rect().topLeft()).x()
            if left < 0 or left + part.width() > page.width():
                found.append(part)
    return found


SIZES = ((560, 440), (800, 1280), (1024, 640), (1280, 800), (1920, 1080), (3840, 2160))
WAYS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("direction", WAYS)
def test_nothing_hangs_over_at_any_size(
    page: BrowsePage, text_size: TextSize, percent: int, direction: Qt.LayoutDirection
) -> None:
    text_size(percent)
    page.setLayoutDirection(direction)
    page.show_heading(replace(HEADING, title=LONG, summary=LONG, notice=LONG))
    page.filters.choose(frozenset({KNEES, AtMost(60)}))
    for size in SIZES:
        page.resize(*size)
        settle()
        assert overhanging(page) == [], size


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(560, 440), (1024, 640), (1280, 800)])
def test_no_words_are_cut_off_and_every_card_is_reached(
    qtbot: QtBot, page: BrowsePage, text_size: TextSize, percent: int, size: tuple[int, int]
) -> None:
    text_size(percent)
    page.show_heading(replace(HEADING, title=LONG, summary=LONG))
    page.resize(*size)
    qtbot.waitUntil(lambda: page.cards.area.viewport().height() > 100)
    settle()
    for label in page.cards.findChildren(QLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    page.exercises.setFocus()
    QTest.keyClick(page.exercises, Qt.Key.Key_End)
    settle()
    box = page.exercises.visualRect(page.exercises.currentIndex())
    seen = page.exercises.viewport().visibleRegion().boundingRect()
    assert seen.contains(box.center())
    assert not page.cards.does_heading_stand or seen.height() > 2 * box.height()


# Notices


def test_a_notice_stands_above_the_page_until_it_is_closed(page: BrowsePage) -> None:
    assert not page.notice.isVisible()
    page.show_problem_notice("2 of your files have mistakes.", "mine.yaml:1:1: it is empty")
    settle()
    assert page.notice.isVisible()
    assert page.notice.width() > page.columns.width() * 0.9
    assert page.notice.mapTo(page, QPoint(0, 0)).y() < 20
    QTest.mouseClick(page.notice.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert page.columns.y() == 0


def test_a_notice_scrolls_away_where_there_is_little_room(page: BrowsePage) -> None:
    page.show_problem_notice("2 of your files have mistakes.")
    page.resize(900, 300)
    settle()
    assert page.cards.isAncestorOf(page.notice)
    assert page.notice.isVisible()
    page.resize(900, 800)
    settle()
    assert not page.cards.isAncestorOf(page.notice)


def test_start_is_in_sight_below_a_notice_on_a_small_page(page: BrowsePage) -> None:
    em = page.fontMetrics().height()
    page.show_problem_notice("2 of your files have mistakes.", "mine.yaml:1:1: it is empty")
    page.resize(30 * em, 26 * em)
    settle()
    assert page.cards.isAncestorOf(page.notice)
    assert HEADING.summary not in texts(page)
    assert not page.start_button.visibleRegion().isEmpty()
    QTest.mouseClick(page.notice.close_button, Qt.MouseButton.LeftButton)
    settle()
    assert HEADING.summary in texts(page)


def test_who_is_quick_opens_the_card_that_is_found(page: BrowsePage) -> None:
    page.search.setText("plank")
    told: list[str] = []
    page.exercises.chosen.connect(told.append)
    page.open_detail()
    assert told == [page.exercises.current_key()]
    page.open_detail()
    assert len(told) == 1


def test_on_a_very_wide_page_the_detail_stays_beside_the_cards(page: BrowsePage) -> None:
    em = page.fontMetrics().height()
    be(page, 200)
    assert page.detail.width() <= 42 * em
    assert page.detail.mapTo(page.pane, QPoint(0, 0)).x() < em
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    end = page.detail.mapTo(page.pane, page.detail.rect().topRight()).x()
    assert page.pane.width() - end < em


def test_the_details_of_a_notice_open_beside_the_page(qtbot: QtBot, page: BrowsePage) -> None:
    page.show_problem_notice("2 of your files have mistakes.", "mine.yaml:1:1: it is empty")
    QTest.mouseClick(page.notice.details_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(TextDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert dialog.box.edit.toPlainText() == "mine.yaml:1:1: it is empty"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


# Menus


def menu_of(page: BrowsePage) -> dict[str, QAction]:
    """The menu that is open, by its words; it is closed."""
    (menu,) = (each for each in page.findChildren(QMenu) if each.isVisible())
    actions = {
        action.text().replace("&", ""): action
        for action in menu.actions()
        if not action.isSeparator()
    }
    letters = [
        action.text()[action.text().index("&") + 1].lower()
        for action in actions.values()
        if "&" in action.text()
    ]
    assert len(set(letters)) == len(letters)
    return actions


def card_menu(page: BrowsePage, number: int) -> dict[str, QAction]:
    page.exercises.setCurrentIndex(page.exercises.cards.index(number))
    QTest.keyClick(page.exercises, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    return menu_of(page)


def test_what_can_be_done_with_a_card(qtbot: QtBot, page: BrowsePage) -> None:
    actions = card_menu(page, 1)
    assert list(actions) == [
        "Show details",
        "Start from here",
        "Start only this exercise",
        "Change dose…",
    ]
    for text, signal, told in (
        ("Start from here", page.start_from_requested, "1"),
        ("Start only this exercise", page.start_only_requested, "1"),
        ("Change dose…", page.dose_change_requested, "cat-cow"),
    ):
        with qtbot.waitSignal(signal) as wished:
            actions[text].trigger()
        assert wished.args == [told]
    actions["Show details"].trigger()
    assert page.detail.isAncestorOf(focused())


def test_a_changed_dose_can_be_reset(qtbot: QtBot, page: BrowsePage) -> None:
    page.show_exercises((replace(ROWS[0], is_changed=True),))
    actions = card_menu(page, 0)
    with qtbot.waitSignal(page.dose_reset_requested) as wished:
        actions["Reset dose"].trigger()
    assert wished.args == ["pelvic-tilt"]


def test_among_all_exercises_there_is_no_going_on_from_one(page: BrowsePage) -> None:
    page.show_exercises((replace(ROWS[0], number=0),))
    assert "Start from here" not in card_menu(page, 0)


def routine_menu(page: BrowsePage) -> dict[str, QAction]:
    QTest.keyClick(page.routines, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    return menu_of(page)


def test_what_can_be_done_with_a_routine(qtbot: QtBot, page: BrowsePage) -> None:
    actions = routine_menu(page)
    assert list(actions) == [
        "Start",
        "Gentle · 12 min",
        "As written · 24 min",
        "Settings for this routine…",
    ]
    assert actions["Gentle · 12 min"].isChecked()
    for text, signal in (
        ("Start", page.start_requested),
        ("As written · 24 min", page.level_chosen),
        ("Settings for this routine…", page.settings_requested),
    ):
        with qtbot.waitSignal(signal):
            actions[text].trigger()


def test_all_exercises_have_settings_only(page: BrowsePage) -> None:
    page.show_heading(BrowseHeading(title="All exercises", line="41 exercises"))
    assert list(routine_menu(page)) == ["Settings…"]


def test_a_menu_goes_when_it_is_closed(qtbot: QtBot, page: BrowsePage) -> None:
    card_menu(page, 0)
    (menu,) = (each for each in page.findChildren(QMenu) if each.isVisible())
    with qtbot.waitSignal(menu.destroyed):
        menu.close()


# Keyboard


def chain(page: BrowsePage) -> list[QWidget]:
    """What Tab reaches, from Start until it comes back there."""
    page.start_button.setFocus()
    reached = [focused()]
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if focused() is page.start_button:
            return reached
        reached.append(focused())
    raise AssertionError(reached)


@pytest.mark.parametrize("width", [MEDIUM - 1, MEDIUM, WIDE])
def test_tab_starts_at_start_and_reaches_everything(page: BrowsePage, width: int) -> None:
    be(page, width)
    page.filters.choose(frozenset({Position.SUPINE, KNEES}))
    settle()
    reached = chain(page)
    mine = [each for each in reached if not page.detail.isAncestorOf(each)]
    before = [
        page.start_button,
        page.levels.offered[0],
        page.search,
        page.filters.button,
        *page.filters.chips,
        page.filters.clear_button,
        page.exercises,
    ]
    after: list[QWidget] = (
        [page.routines, page.settings_button]
        if width == WIDE
        else [page.heading.picker, page.heading.settings_button]
    )
    assert mine == before + after


def test_tab_stays_in_the_detail_where_that_is_all_there_is(page: BrowsePage) -> None:
    be(page, MEDIUM - 1)
    click_card(page, 0)
    for _ in range(30):
        assert page.pane.isAncestorOf(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)


def test_start_is_wished_by_mouse_and_keyboard(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.waitSignal(page.start_requested):
        QTest.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.start_requested):
        QTest.keyClick(page.start_button, Qt.Key.Key_Space)


def test_settings_are_wished_by_mouse_and_keyboard(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.waitSignal(page.settings_requested):
        QTest.mouseClick(page.settings_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.settings_requested):
        QTest.keyClick(page.settings_button, Qt.Key.Key_Space)
    be(page, MEDIUM)
    with qtbot.waitSignal(page.settings_requested):
        QTest.mouseClick(page.heading.settings_button, Qt.MouseButton.LeftButton)


def test_every_control_has_a_name(page: BrowsePage) -> None:
    names = {
        page.search.accessibleName(): "Search exercises",
        page.levels.accessibleName(): "Level",
        page.routines.accessibleName(): "Routines",
        page.exercises.accessibleName(): "Exercises",
        page.heading.settings_button.accessibleName(): "Settings",
        page.start_button.text(): "Start",
    }
    assert all(name == wanted for name, wanted in names.items())
    assert all(not label.accessibleName() for label in page.findChildren(QLabel))


# Looks


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_the_left_column_is_the_side_bar(page: BrowsePage, tokens: Tokens) -> None:
    page.setPalette(palette_of(tokens))
    image = page.grab().toImage()
    assert image.pixelColor(5, 790).name() == tokens.sidebar
    assert image.pixelColor(600, 6).name() == tokens.background
    edge = page.columns.sizes()[0] - 1
    assert (image.pixelColor(edge, 400).name() == tokens.line) is tokens.has_outlines
