from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox

from backcare.core.dose import DoseOverride
from backcare.core.effects import dose_without_override
from backcare.ui.controls import TextLabel
from backcare.ui.dose_model import DoseTableModel
from backcare.ui.dose_table import DoseTable
from tests.builders import make_activity, make_catalogue, make_hold, make_moves, make_preferences

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue

HOLD, REPS, SETS, REST = range(1, 5)

CATALOGUE = make_catalogue(
    make_hold("pelvic-tilt"),
    make_moves("cat-cow"),
    make_hold("bird-dog"),
    make_hold("plank", seconds=20, cap=60, open_hold=True),
    make_activity("walking"),
)


def make_table(catalogue: Catalogue = CATALOGUE) -> DoseTable:
    preferences = make_preferences()
    model = DoseTableModel(
        catalogue, lambda name: dose_without_override(name, catalogue, preferences)
    )
    return DoseTable(model)


@pytest.fixture
def table(qtbot: QtBot) -> DoseTable:
    made = make_table()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_exercise("pelvic-tilt")
    return made


def shown_names(table: DoseTable) -> list[object]:
    model = table.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def editor(table: DoseTable) -> QSpinBox:
    box = table.view.viewport().findChild(QSpinBox)
    assert isinstance(box, QSpinBox)
    return box


def test_an_empty_catalogue_makes_an_empty_table(qtbot: QtBot) -> None:
    table = make_table(make_catalogue())
    qtbot.addWidget(table)
    table.model.refresh()
    table.show_exercise("plank")
    assert table.view.model().rowCount() == 0


def test_enter_edits_within_the_bounds_and_enter_again_keeps(
    table: DoseTable, qtbot: QtBot
) -> None:
    table.show_exercise("plank")
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    box = editor(table)
    assert (box.minimum(), box.maximum(), box.suffix()) == (1, 60, " s")
    assert box.accessibleName() == "Plank, Hold"
    box.selectAll()
    QTest.keyClicks(box, "45")
    with qtbot.waitSignal(table.model.overrides_changed):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert table.model.overrides() == {"plank": DoseOverride(hold_seconds=45)}


def test_escape_leaves_a_cell_as_it_was(table: DoseTable) -> None:
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    box = editor(table)
    QTest.keyClicks(box, "45")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert table.model.overrides() == {}


def test_typing_a_digit_begins_to_edit(table: DoseTable) -> None:
    QTest.keyClick(table.view, Qt.Key.Key_7)
    assert editor(table).value() == 7


def test_arrows_walk_through_the_cells(table: DoseTable) -> None:
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    QTest.keyClick(table.view, Qt.Key.Key_Right)
    index = table.view.currentIndex()
    assert (index.row(), index.column()) == (1, REPS)


def test_enter_on_a_cell_that_cannot_be_changed_does_nothing(table: DoseTable) -> None:
    table.show_exercise("walking")
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert table.view.viewport().findChild(QSpinBox) is None


def test_delete_resets_the_selected_cells(table: DoseTable) -> None:
    table.model.set_overrides({"pelvic-tilt": DoseOverride(hold_seconds=20, reps=2)})
    QTest.keyClick(table.view, Qt.Key.Key_Delete)
    assert table.model.overrides() == {"pelvic-tilt": DoseOverride(reps=2)}


@pytest.mark.parametrize(("key", "text"), [("Delete", "\x7f"), ("Backspace", "\b")])
def test_delete_with_nothing_to_reset_opens_no_editor(
    table: DoseTable, key: str, text: str
) -> None:
    pressed = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key[f"Key_{key}"], Qt.KeyboardModifier.NoModifier, text
    )
    QApplication.sendEvent(table.view, pressed)
    assert table.view.viewport().findChild(QSpinBox) is None


def test_ways_back_are_offered_where_there_is_something_to_take_back(table: DoseTable) -> None:
    def offered() -> list[bool]:
        return [
            table.reset_action.isEnabled(),
            table.reset_row_action.isEnabled(),
            table.reset_row_button.isEnabled(),
            table.reset_all_button.isEnabled(),
        ]

    assert offered() == [False, False, False, False]
    table.model.set_overrides({"plank": DoseOverride(sets=2)})
    assert offered() == [False, False, False, True]
    table.show_exercise("plank")
    assert offered() == [False, True, True, True]
    table.view.setCurrentIndex(table.view.currentIndex().siblingAtColumn(SETS))
    assert offered() == [True, True, True, True]
    assert [action.text() for action in table.view.actions()] == ["Reset", "Reset exercise"]


def test_buttons_reset_an_exercise_or_all(table: DoseTable) -> None:
    own = {"pelvic-tilt": DoseOverride(reps=2), "plank": DoseOverride(sets=2)}
    table.model.set_overrides(own)
    table.reset_row_button.click()
    assert set(table.model.overrides()) == {"plank"}
    table.reset_all_button.click()
    assert table.model.overrides() == {}


def test_the_search_finds_words_in_any_order(table: DoseTable) -> None:
    table.search.setText("DOG bi")
    assert shown_names(table) == ["Bird dog"]
    table.search.setText("")
    assert len(shown_names(table)) == 5


def test_a_search_that_finds_nothing_says_so(table: DoseTable) -> None:
    table.search.setFocus()
    table.search.setText("zzz")
    texts = [label.text() for label in table.findChildren(TextLabel) if label.isVisible()]
    assert texts == ["No exercise has this name."]
    QTest.keyClick(table.search, Qt.Key.Key_Return)
    assert not table.view.hasFocus()


def test_enter_in_the_search_goes_on_to_the_table(table: DoseTable) -> None:
    table.search.setFocus()
    QTest.keyClicks(table.search, "bird")
    QTest.keyClick(table.search, Qt.Key.Key_Return)
    assert table.view.hasFocus()
    assert table.view.currentIndex().siblingAtColumn(0).data() == "Bird dog"


def test_showing_an_exercise_clears_the_search_and_finds_its_first_number(
    table: DoseTable,
) -> None:
    table.search.setText("plank")
    table.show_exercise("cat-cow")
    assert table.search.text() == ""
    index = table.view.currentIndex()
    assert (index.siblingAtColumn(0).data(), index.column()) == ("Cat cow", REPS)


def test_tab_leaves_the_table(table: DoseTable) -> None:
    table.model.set_overrides({"pelvic-tilt": DoseOverride(reps=2)})
    QTest.keyClick(table.view, Qt.Key.Key_Tab)
    assert table.reset_row_button.hasFocus()


def test_a_thousand_exercises_are_asked_for_only_where_they_are_seen(qtbot: QtBot) -> None:
    catalogue = make_catalogue(*(make_hold(f"exercise-{number}") for number in range(1000)))
    asked: list[str] = []
    preferences = make_preferences()

    def dose_for(name: str) -> PlannedDose:
        asked.append(name)
        return dose_without_override(name, catalogue, preferences)

    table = DoseTable(DoseTableModel(catalogue, dose_for))
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    table.grab()
    table.model.setData(table.model.index(0, HOLD), 20)
    table.grab()
    assert 0 < len(asked) < 100
