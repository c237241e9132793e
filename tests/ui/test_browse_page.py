from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from backcare.core.exercise import Position
from backcare.core.routine import Level
from backcare.ui.browse_page import BrowseHeading, BrowsePage
from backcare.ui.controls import PillButton
from backcare.ui.routine_list import RoutineRow
from backcare.ui.theme import DARK, LIGHT, Tokens, palette_of
from tests.ui.session_builders import texts
from tests.ui.test_exercise_detail import SHEET
from tests.ui.test_exercise_list import ROWS, make_row, shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

POSITIONS = ((Position.SUPINE, "on your back"), (Position.KNEELING, "on hands and knees"))
LEVELS = ((Level.GENTLE, "gentle · 12 min"), (Level.AS_WRITTEN, "as written · 24 min"))
HEADING = BrowseHeading(
    title="Morning",
    line="7 exercises, about 12 min",
    summary="A few things to do.",
    levels=LEVELS,
    can_start=True,
    lay_out="Lay out: a mat.",
    notice="Adapted to you: 1 exchanged",
)
NOTHING_FITS = "Nothing here fits. Clear the search, and choose “Any position”."
NOTHING_THERE = "There is nothing here."


@pytest.fixture
def page(qtbot: QtBot) -> BrowsePage:
    made = BrowsePage(POSITIONS)
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(1280, 800)
    rows = (RoutineRow("", "ROUTINES"), RoutineRow("morning", "Morning", "12 min"))
    made.routines.rows.set_rows(rows)
    made.routines.choose("morning")
    made.show_heading(HEADING)
    made.show_exercises(ROWS)
    made.detail.show_sheet(SHEET)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


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
    assert not page.level_box.isVisible()
    page.show_heading(HEADING)
    assert page.start_button.isVisible()
    assert page.level_box.isVisible()


# The level


def test_the_level_of_the_plan_is_chosen_among_its_levels(page: BrowsePage) -> None:
    for level, words in LEVELS:
        page.show_heading(BrowseHeading("Morning", "", levels=LEVELS, level=level))
        assert page.level_box.currentText() == words
        assert page.level_box.count() == len(LEVELS)


def test_a_level_that_is_not_offered_leaves_the_first(page: BrowsePage) -> None:
    page.show_heading(BrowseHeading("Morning", "", levels=LEVELS[1:], level=Level.GENTLE))
    assert page.level_box.currentData() is Level.AS_WRITTEN


def test_showing_another_level_is_no_choice_of_the_person(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.assertNotEmitted(page.level_chosen):
        for level in (Level.AS_WRITTEN, Level.GENTLE):
            page.show_heading(BrowseHeading("Morning", "", levels=LEVELS, level=level))
        page.show_heading(BrowseHeading("All exercises", ""))


def test_the_person_chooses_a_level_by_keyboard(qtbot: QtBot, page: BrowsePage) -> None:
    with qtbot.waitSignal(page.level_chosen) as chosen:
        QTest.keyClick(page.level_box, Qt.Key.Key_Down)
    assert chosen.args == [Level.AS_WRITTEN]


# Searching


def test_typed_letters_filter_the_cards(page: BrowsePage) -> None:
    QTest.keyClicks(page.search, "cat")
    assert shown(page.exercises) == ["cat-cow"]
    page.clear_filter()
    assert len(shown(page.exercises)) == len(ROWS)
    assert page.search.text() == ""


def test_the_chosen_position_filters_the_cards(page: BrowsePage) -> None:
    QTest.keyClick(page.position_box, Qt.Key.Key_Down)
    assert page.position_box.currentText() == "on your back"
    assert shown(page.exercises) == ["pelvic-tilt", "knee-to-chest"]
    QTest.keyClick(page.position_box, Qt.Key.Key_Down)
    QTest.keyClicks(page.search, "tilt")
    assert shown(page.exercises) == []
    page.clear_filter()
    assert page.position_box.currentText() == "Any position"
    assert len(shown(page.exercises)) == len(ROWS)


def test_the_cards_that_come_are_filtered_too(page: BrowsePage) -> None:
    QTest.keyClicks(page.search, "cat")
    page.show_exercises((*ROWS, make_row("4", "cat-stretch")))
    assert shown(page.exercises) == ["cat-cow", "cat-stretch"]


def test_finding_nothing_says_what_to_do(page: BrowsePage) -> None:
    QTest.keyClicks(page.search, "zzz")
    assert NOTHING_FITS in texts(page)
    assert not page.exercises.isVisible()
    assert page.detail.sheet is None
    for _ in range(3):
        QTest.keyClick(page.search, Qt.Key.Key_Backspace)
    assert NOTHING_FITS not in texts(page)
    assert page.exercises.isVisible()


def test_an_empty_list_is_not_the_searchs_fault(page: BrowsePage) -> None:
    page.show_exercises(())
    assert NOTHING_THERE in texts(page)
    assert page.detail.sheet is None
    page.show_exercises(ROWS)
    assert NOTHING_THERE not in texts(page)
    assert page.exercises.isVisible()


# Keyboard


def test_tab_starts_at_start_and_comes_round(page: BrowsePage) -> None:
    (change_dose,) = page.detail.findChildren(PillButton)
    page.start_button.setFocus()
    reached: list[QWidget | None] = []
    for _ in range(10):
        reached.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == [
        page.start_button,
        page.level_box,
        page.search,
        page.position_box,
        page.exercises,
        page.detail.focusProxy(),
        change_dose,
        page.routines,
        page.settings_button,
        page.start_button,
    ]


def test_every_control_can_be_reached_by_tab(page: BrowsePage) -> None:
    page.start_button.setFocus()
    reached = set()
    for _ in range(20):
        reached.add(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    wanted = {
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.focusProxy() is None
    }
    assert reached == wanted


def test_tab_goes_from_the_exercises_text_to_its_dose(page: BrowsePage) -> None:
    for exercise in ("bridge", "plank"):
        page.detail.show_sheet(replace(SHEET, exercise=exercise))
        page.detail.setFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() in page.detail.findChildren(PillButton)


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


def test_every_control_has_a_name(page: BrowsePage) -> None:
    names = {
        page.search.accessibleName(): "Search exercises",
        page.position_box.accessibleName(): "Position",
        page.level_box.accessibleName(): "Level",
        page.routines.accessibleName(): "Routines",
        page.exercises.accessibleName(): "Exercises",
        page.start_button.text(): "Start",
    }
    assert all(name == wanted for name, wanted in names.items())
    assert all(not label.accessibleName() for label in page.findChildren(QLabel))


# Looks


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_left_column_is_the_side_bar(page: BrowsePage, tokens: Tokens) -> None:
    page.setPalette(palette_of(tokens))
    image = page.grab().toImage()
    assert image.pixelColor(5, 790).name() == tokens.sidebar
    assert image.pixelColor(600, 6).name() == tokens.background


def test_nothing_hangs_over_in_the_smallest_window(qtbot: QtBot, page: BrowsePage) -> None:
    page.resize(900, 600)
    qtbot.waitUntil(lambda: page.width() == 900)
    for widget in (page.start_button, page.level_box, page.search, page.exercises, page.detail):
        box = widget.rect().translated(widget.mapTo(page, widget.rect().topLeft()))
        assert page.rect().contains(box)
