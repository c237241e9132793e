from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backcare.core.exercise import Position
from backcare.core.search import EVERYTHING, AtMost, wanted
from backcare.ui.chips import RemovableChip, ToggleChip
from backcare.ui.filter_bar import FilterBar
from backcare.ui.filter_panel import FilterPanel
from backcare.ui.theme import LIGHT, palette_of
from tests.ui.browse_builders import GROUPS, POSITIONS, TIMES
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

# A panel of its own asks the window system for more than the offscreen one has.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

BACK, KNEES = Position.SUPINE, Position.KNEELING


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[FilterBar]:
    page = QWidget()
    qtbot.addWidget(page)
    page.setPalette(palette_of(LIGHT))
    made = FilterBar()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch()
    page.resize(600, 300)
    made.offer(GROUPS)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield made
    page.close()


def open_panel(qtbot: QtBot, bar: FilterBar) -> FilterPanel:
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    (panel,) = bar.findChildren(FilterPanel)
    qtbot.waitUntil(panel.isVisible)
    return panel


def chip(panel: FilterPanel, text: str) -> ToggleChip:
    (found,) = (each for each in panel.chips if each.text() == text)
    return found


def chip_texts(bar: FilterBar) -> list[str]:
    return [each.text() for each in bar.chips]


# Searching


def test_what_is_typed_is_looked_for(qtbot: QtBot, bar: FilterBar) -> None:
    assert bar.wanted == EVERYTHING
    assert not bar.is_on
    with qtbot.waitSignal(bar.changed):
        QTest.keyClicks(bar.search, "cat cow")
    assert bar.wanted == wanted("cat cow")
    assert bar.is_on


def test_blanks_are_nothing_to_look_for(bar: FilterBar) -> None:
    QTest.keyClicks(bar.search, "  ")
    assert not bar.is_on
    assert bar.wanted == EVERYTHING


def test_escape_and_the_cross_empty_the_field(bar: FilterBar) -> None:
    cross = bar.search.clear_button
    assert not cross.isVisible()
    QTest.keyClicks(bar.search, "cat")
    assert cross.isVisible()
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.search.text() == ""
    QTest.keyClicks(bar.search, "cat")
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert bar.search.text() == ""
    assert bar.search.hasFocus()
    assert not cross.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_lead_from_the_field_to_what_was_found(
    qtbot: QtBot, bar: FilterBar, key: Qt.Key
) -> None:
    with qtbot.waitSignal(bar.left_downwards):
        QTest.keyClick(bar.search, key)


def test_the_field_has_an_outline_and_shows_the_focus(bar: FilterBar) -> None:
    bar.button.setFocus()
    at_rest = bar.search.grab().toImage()
    row = {at_rest.pixelColor(at_rest.width() // 2, y).name() for y in range(5)}
    assert LIGHT.edge in row
    bar.search.setFocus()
    focused = bar.search.grab().toImage()
    row = {focused.pixelColor(focused.width() // 2, y).name() for y in range(5)}
    assert LIGHT.accent in row


def test_the_cross_stands_at_the_end_of_reading(bar: FilterBar) -> None:
    QTest.keyClicks(bar.search, "cat")
    cross = bar.search.clear_button
    assert cross.x() > bar.search.width() / 2
    bar.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert cross.x() < bar.search.width() / 2


# Properties


def test_properties_are_chosen_in_the_panel_and_count_at_once(qtbot: QtBot, bar: FilterBar) -> None:
    panel = open_panel(qtbot, bar)
    assert panel.chips[0].hasFocus()
    with qtbot.waitSignal(bar.changed):
        chip(panel, "on your back").click()
    chip(panel, "kneeling").click()
    assert bar.chosen == {BACK, KNEES}
    assert bar.wanted == wanted("", [BACK, KNEES])
    chip(panel, "on your back").click()
    assert bar.chosen == {KNEES}


def test_of_the_times_only_one_can_be_chosen(qtbot: QtBot, bar: FilterBar) -> None:
    panel = open_panel(qtbot, bar)
    chip(panel, "up to 1 min").click()
    chip(panel, "up to 2 min").click()
    assert bar.chosen == {AtMost(120)}
    assert not chip(panel, "up to 1 min").isChecked()
    chip(panel, "up to 2 min").click()
    assert bar.chosen == set()


def test_the_panel_tells_how_much_is_found(qtbot: QtBot, bar: FilterBar) -> None:
    bar.show_found("4 of 7")
    panel = open_panel(qtbot, bar)
    assert "4 of 7" in texts(panel)
    bar.show_found("1 of 7")
    assert "1 of 7" in texts(panel)


def test_everything_is_cleared_from_the_panel(qtbot: QtBot, bar: FilterBar) -> None:
    panel = open_panel(qtbot, bar)
    assert not panel.clear_button.isEnabled()
    chip(panel, "kneeling").click()
    chip(panel, "up to 1 min").click()
    panel.clear_button.click()
    assert bar.chosen == set()
    assert not any(each.isChecked() for each in panel.chips)


def test_done_and_escape_close_the_panel_and_give_the_keyboard_back(
    qtbot: QtBot, bar: FilterBar
) -> None:
    for close in ("done", "escape"):
        panel = open_panel(qtbot, bar)
        if close == "done":
            panel.done_button.click()
        else:
            QTest.keyClick(panel.chips[0], Qt.Key.Key_Escape)
        assert not panel.isVisible()
        assert bar.button.hasFocus()


def test_the_panel_opens_as_it_was_left(qtbot: QtBot, bar: FilterBar) -> None:
    bar.choose(frozenset({BACK}))
    panel = open_panel(qtbot, bar)
    assert chip(panel, "on your back").isChecked()
    panel.done_button.click()
    bar.clear()
    again = open_panel(qtbot, bar)
    assert not chip(again, "on your back").isChecked()


def test_toggles_are_check_boxes_to_a_screen_reader(qtbot: QtBot, bar: FilterBar) -> None:
    panel = open_panel(qtbot, bar)
    told = QAccessible.queryAccessibleInterface(chip(panel, "kneeling"))
    assert told.role() is QAccessible.Role.CheckBox
    assert told.text(QAccessible.Text.Name) == "kneeling"
    assert told.text(QAccessible.Text.Description) == "Position"


def test_without_anything_to_offer_there_is_no_button(bar: FilterBar) -> None:
    bar.offer(())
    assert not bar.button.isVisible()
    bar.offer(GROUPS)
    assert bar.button.isVisible()


def test_other_properties_are_offered_in_a_new_panel(qtbot: QtBot, bar: FilterBar) -> None:
    open_panel(qtbot, bar).done_button.click()
    bar.offer((TIMES,))
    bar.offer((TIMES,))
    qtbot.waitUntil(lambda: not bar.findChildren(FilterPanel))
    panel = open_panel(qtbot, bar)
    assert [each.text() for each in panel.chips] == ["up to 1 min", "up to 2 min"]


# What is on


def test_what_is_on_stands_below_the_field_and_can_be_taken_away(bar: FilterBar) -> None:
    assert not bar.clear_button.isVisible()
    bar.choose(frozenset({AtMost(60), KNEES}))
    assert chip_texts(bar) == ["kneeling", "up to 1 min"]
    assert bar.chips[0].accessibleName() == "Remove filter: kneeling"
    bar.chips[0].click()
    assert bar.chosen == {AtMost(60)}
    assert chip_texts(bar) == ["up to 1 min"]
    bar.clear_button.click()
    assert bar.chosen == set()
    assert not bar.clear_button.isVisible()
    assert bar.button.hasFocus()


def test_the_keyboard_is_not_lost_with_what_it_was_on(bar: FilterBar) -> None:
    bar.choose(frozenset({KNEES, BACK}))
    bar.chips[0].setFocus()
    QTest.keyClick(bar.chips[0], Qt.Key.Key_Space)
    assert bar.button.hasFocus()


def test_the_button_says_how_many_are_on(bar: FilterBar) -> None:
    assert (bar.button.text(), bar.button.accessibleName()) == ("Filters", "Filters")
    bar.choose(frozenset({KNEES, BACK}))
    assert bar.button.text() == "Filters (2)"
    assert bar.button.accessibleName() == "Filters, 2 on"


def test_where_there_is_no_room_the_button_is_its_symbol(bar: FilterBar) -> None:
    wide = bar.button.width()
    bar.window().resize(200, 300)
    QApplication.processEvents()
    assert bar.button.text() == ""
    assert bar.button.width() < wide
    assert bar.button.accessibleName() == "Filters"
    assert bar.button.toolTip() == "Filters"
    bar.choose(frozenset({KNEES}))
    assert bar.button.text() == "1"


def test_clearing_empties_the_field_too(bar: FilterBar) -> None:
    QTest.keyClicks(bar.search, "cat")
    bar.choose(frozenset({KNEES}))
    bar.clear()
    assert not bar.is_on
    assert bar.search.text() == ""


def test_the_same_again_is_no_change(qtbot: QtBot, bar: FilterBar) -> None:
    bar.choose(frozenset({KNEES}))
    with qtbot.assertNotEmitted(bar.changed):
        bar.choose(frozenset({KNEES}))


def test_what_is_wanted_stays_though_it_is_not_offered_any_more(bar: FilterBar) -> None:
    bar.choose(frozenset({KNEES}))
    bar.offer((TIMES,))
    assert bar.chosen == {KNEES}
    bar.choose(frozenset({KNEES, AtMost(60)}))
    assert sorted(chip_texts(bar)) == ["kneeling", "up to 1 min"]


def test_tab_goes_through_all_of_it(bar: FilterBar) -> None:
    bar.choose(frozenset({KNEES, BACK}))
    bar.search.setFocus()
    reached = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert reached == [bar.search, bar.button, *bar.chips, bar.clear_button]


@pytest.mark.parametrize("kind", [ToggleChip, RemovableChip])
def test_a_long_chip_keeps_within_its_place(
    qtbot: QtBot, kind: type[ToggleChip | RemovableChip]
) -> None:
    made = kind("one side at a time and then the other and then both " * 3)
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(120, 40)
    image = made.grab().toImage()
    edge = {image.pixelColor(x, 20).name() for x in (3, 4, 115, 116)}
    assert LIGHT.ink not in edge


def test_the_groups_are_values() -> None:
    assert POSITIONS.title == "Position"
    assert TIMES.one_only
