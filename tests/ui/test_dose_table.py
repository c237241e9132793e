from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPointF, Qt
from PySide6.QtGui import QHoverEvent, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

from backcare.core.dose import DoseOverride
from backcare.core.effects import dose_without_override
from backcare.ui.controls import TextLabel
from backcare.ui.dose_fold import UNFOLDED
from backcare.ui.dose_model import RESET_COLUMN, DoseTableModel
from backcare.ui.dose_table import EVERYWHERE, IN_ROUTINE, DoseTable
from backcare.ui.number_field import NumberField
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of
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
    made.resize(1000, 600)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.show_exercise("pelvic-tilt")
    return made


def shown_names(table: DoseTable) -> list[object]:
    model = table.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def editor(table: DoseTable) -> NumberField:
    """The field that is open; closed ones are about to go."""
    (box,) = (box for box in table.view.findChildren(NumberField) if not box.isHidden())
    return box


def current(table: DoseTable) -> tuple[str, int]:
    """The exercise and the column of the model that the person is at."""
    index = table.doses.to_source(table.view.currentIndex())
    return table.current_exercise(), index.column()


def cells(table: DoseTable) -> list[QModelIndex]:
    model = table.view.model()
    rows, columns = range(model.rowCount()), range(model.columnCount())
    return [model.index(row, column) for row in rows for column in columns]


def lay_out() -> None:
    """Let all layouts do now what is due."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def fold_at(table: DoseTable, width: int) -> None:
    """Give the table another width, as a window does."""
    table.resize(width, 600)
    table.view.resize(width, 400)
    lay_out()


def click(
    table: DoseTable,
    exercise: str,
    column: int,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    row = table.model.row_of(exercise)
    assert row is not None
    index = table.doses.from_source(table.model.index(row, column))
    table.view.scrollTo(index)
    place = table.view.visualRect(index).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, keys, place)


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
    assert box.accessibleName() == "Plank, hold"
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
    assert table.view.viewport().findChild(NumberField) is None


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
    assert table.view.viewport().findChild(NumberField) is None


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
    assert [action.text() for action in table.view.actions()] == ["Reset number", "Reset exercise"]


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


def test_tab_goes_on_to_the_next_number_while_one_is_edited(table: DoseTable) -> None:
    table.show_exercise("plank")
    QTest.keyClicks(table.view, "4")
    QTest.keyClicks(editor(table), "5")
    QTest.keyClick(editor(table), Qt.Key.Key_Tab)
    assert table.model.overrides() == {"plank": DoseOverride(hold_seconds=45)}
    assert current(table) == ("plank", REPS)
    assert editor(table).hasFocus()
    QTest.keyClick(editor(table), Qt.Key.Key_Backtab)
    assert current(table) == ("plank", HOLD)


def test_after_the_last_number_tab_ends_editing(table: DoseTable) -> None:
    table.show_exercise("plank")
    table.view.setCurrentIndex(table.view.currentIndex().siblingAtColumn(REST))
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    QTest.keyClick(editor(table), Qt.Key.Key_Tab)
    assert table.view.state() is not QAbstractItemView.State.EditingState


@pytest.mark.parametrize("key", ["Return", "Tab"])
def test_what_cannot_be_is_told_and_stays_to_be_mended(
    table: DoseTable, qtbot: QtBot, key: str
) -> None:
    table.show_exercise("plank")
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    box = editor(table)
    box.selectAll()
    QTest.keyClicks(box, "99")
    QTest.keyClick(box, Qt.Key[f"Key_{key}"])
    assert box.isVisible()
    assert box.cleanText() == "99"
    assert table.complaint.isVisible()
    assert table.complaint.text() == "From 1 to 60 s."
    assert table.model.overrides() == {}
    QTest.keyClicks(box, "50")
    assert not table.complaint.isVisible()
    with qtbot.waitSignal(table.model.overrides_changed):
        QTest.keyClick(box, Qt.Key.Key_Return)
    assert table.model.overrides() == {"plank": DoseOverride(hold_seconds=50)}


def test_the_complaint_hides_no_number_that_is_edited(table: DoseTable) -> None:
    table.show_exercise("plank")
    table.view.refused.emit("From 1 to 60 s.")
    edited = table.view.visualRect(table.view.currentIndex())
    edited.translate(table.view.viewport().pos())
    assert not table.complaint.geometry().intersects(edited)
    assert table.complaint.geometry().bottom() == table.view.height() - 1
    table.view.setFixedHeight(edited.bottom() + 10)
    table.view.refused.emit("From 2 to 60 s.")
    assert table.complaint.y() == 0


def test_settling_takes_what_is_half_typed(table: DoseTable) -> None:
    table.show_exercise("plank")
    QTest.keyClicks(table.view, "7")
    table.settle()
    assert table.model.overrides() == {"plank": DoseOverride(hold_seconds=7)}
    table.settle()


def test_a_click_on_a_number_edits_it(table: DoseTable) -> None:
    click(table, "plank", HOLD)
    assert editor(table).accessibleName() == "Plank, hold"
    QTest.mouseClick(editor(table).more, Qt.MouseButton.LeftButton)
    table.settle()
    assert table.model.overrides() == {"plank": DoseOverride(hold_seconds=21)}


def test_a_click_that_selects_edits_nothing(table: DoseTable) -> None:
    click(table, "plank", HOLD, Qt.KeyboardModifier.ControlModifier)
    assert table.view.viewport().findChild(NumberField) is None


def test_the_last_column_is_the_way_back(table: DoseTable) -> None:
    own = {"plank": DoseOverride(hold_seconds=21, sets=2), "cat-cow": DoseOverride(sets=2)}
    table.model.set_overrides(own)
    click(table, "pelvic-tilt", RESET_COLUMN)
    assert table.model.overrides() == own
    click(table, "plank", RESET_COLUMN)
    assert set(table.model.overrides()) == {"cat-cow"}
    row = table.model.row_of("cat-cow")
    assert row is not None
    way = table.doses.from_source(table.model.index(row, RESET_COLUMN))
    table.view.setCurrentIndex(way)
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert table.model.overrides() == {}


def test_the_way_back_shows_that_it_can_be_pressed(table: DoseTable) -> None:
    table.model.set_overrides({"pelvic-tilt": DoseOverride(sets=2)})
    way = table.doses.from_source(table.model.index(0, RESET_COLUMN))
    box = table.view.visualRect(way)

    def shown() -> QImage:
        return table.view.viewport().grab(box).toImage()

    before = shown()
    place = QPointF(box.center())
    hover = QHoverEvent(QEvent.Type.HoverMove, place, place, QPointF(0, 0))
    QApplication.sendEvent(table.view.viewport(), hover)
    assert shown() != before


def test_resetting_by_keyboard_leads_back_to_the_table(table: DoseTable) -> None:
    table.model.set_overrides({"pelvic-tilt": DoseOverride(hold_seconds=20)})
    table.reset_cell_button.setFocus()
    QTest.keyClick(table.reset_cell_button, Qt.Key.Key_Space)
    assert table.model.overrides() == {}
    assert table.view.hasFocus()


# The exercises of a routine


def test_the_exercises_of_the_routine_come_first_in_its_order(table: DoseTable) -> None:
    table.set_routine("Morning", ["plank", "cat-cow", "gone"])
    assert table.scope.isVisible()
    assert table.scope.itemText(IN_ROUTINE) == "In Morning"
    assert table.scope.currentIndex() == IN_ROUTINE
    assert shown_names(table) == ["Plank", "Cat cow"]
    table.scope.setCurrentIndex(EVERYWHERE)
    assert len(shown_names(table)) == 5


def test_an_exercise_of_another_routine_is_shown_among_all(table: DoseTable) -> None:
    table.set_routine("Morning", ["plank", "cat-cow"])
    table.show_exercise("cat-cow")
    assert table.scope.currentIndex() == IN_ROUTINE
    assert table.current_exercise() == "cat-cow"
    table.show_exercise("bird-dog")
    assert table.scope.currentIndex() == EVERYWHERE
    assert table.current_exercise() == "bird-dog"


# Narrow windows and large text


@pytest.mark.parametrize(
    ("width", "columns", "rows"), [(1000, UNFOLDED, 5), (480, 4, 10), (400, 2, 15), (260, 1, 25)]
)
def test_the_narrower_the_more_the_numbers_are_folded(
    table: DoseTable, width: int, columns: int, rows: int
) -> None:
    table.show_exercise("plank")
    fold_at(table, width)
    model = table.view.model()
    assert (table.doses.columns, model.rowCount()) == (columns, rows)
    assert current(table) == ("plank", HOLD)
    assert table.view.horizontalHeader().isHidden() is (columns in (1, 2))
    assert not table.view.horizontalScrollBar().isVisible()
    names = [index for index in cells(table) if index.data() == "Plank"]
    assert table.view.visualRect(names[0]).width() > table.view.viewport().width() / 3


@pytest.mark.parametrize("width", [480, 400, 260])
def test_folded_numbers_are_edited_as_others(table: DoseTable, width: int) -> None:
    fold_at(table, width)
    table.show_exercise("cat-cow")
    assert current(table) == ("cat-cow", REPS)
    QTest.keyClicks(table.view, "4")
    QTest.keyClick(editor(table), Qt.Key.Key_Tab)
    assert current(table) == ("cat-cow", SETS)
    QTest.keyClick(editor(table), Qt.Key.Key_Escape)
    assert table.model.overrides() == {"cat-cow": DoseOverride(reps=4)}
    click(table, "cat-cow", RESET_COLUMN)
    assert table.model.overrides() == {}


def test_a_number_that_is_edited_is_taken_when_the_table_folds(table: DoseTable) -> None:
    table.show_exercise("plank")
    QTest.keyClicks(table.view, "7")
    fold_at(table, 400)
    assert table.model.overrides() == {"plank": DoseOverride(hold_seconds=7)}
    assert current(table) == ("plank", HOLD)


def test_larger_text_folds_too(table: DoseTable) -> None:
    assert table.doses.columns == UNFOLDED
    face = table.font()
    face.setPointSizeF(face.pointSizeF() * 3)
    table.setFont(face)
    assert table.doses.columns != UNFOLDED


def test_a_long_name_wraps(qtbot: QtBot) -> None:
    table = make_table(make_catalogue(make_hold("a-very-long-name-of-an-exercise-" * 3)))
    qtbot.addWidget(table)
    table.resize(1000, 600)
    with qtbot.waitExposed(table):
        table.show()
    usual = table.view.verticalHeader().defaultSectionSize()
    fold_at(table, 600)
    assert table.view.rowHeight(0) > usual


def test_the_table_asks_for_no_more_than_is_seen(table: DoseTable) -> None:
    table.set_room(50)
    assert table.view.minimumHeight() == 50
    table.set_room(5000)
    assert 50 < table.view.minimumHeight() < 1000


def test_a_search_stands_below_the_choice_where_it_is_narrow(table: DoseTable) -> None:
    table.set_routine("Morning", ["plank"])
    table.resize(1000, 600)
    lay_out()
    assert table.search.y() == table.scope.y()
    table.resize(200, 600)
    lay_out()
    assert table.search.y() > table.scope.geometry().bottom()


@pytest.mark.parametrize("width", [1000, 480, 260])
@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_changed_numbers_are_marked_and_not_by_colour_alone(
    table: DoseTable, width: int, tokens: Tokens
) -> None:
    table.setPalette(palette_of(tokens))
    fold_at(table, width)
    before = table.grab().toImage()
    table.model.setData(table.model.index(0, SETS), 2)
    table.model.setData(table.model.index(0, SETS), 1)  # its default, now chosen
    assert table.grab().toImage() != before
    assert table.model.index(0, SETS).data(Qt.ItemDataRole.FontRole).bold()


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
