from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest

from backcare.ui.routine_list import ROW_ROLE, RoutineList, RoutineModel, RoutineRow
from backcare.ui.theme import DARK, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

ROWS = (
    RoutineRow("", "ROUTINES"),
    RoutineRow("morning", "Morning", "7 exercises, about 12 min"),
    RoutineRow("evening", "Evening", "3 exercises, about 5 min"),
    RoutineRow("", ""),
    RoutineRow("*", "All exercises"),
)


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def routines(qtbot: QtBot, chosen: list[str]) -> RoutineList:
    made = RoutineList()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(260, 500)
    made.rows.set_rows(ROWS)
    made.chosen.connect(chosen.append)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    del chosen[:]
    return made


def current(routines: RoutineList) -> str:
    row = routines.currentIndex().data(ROW_ROLE)
    return "" if row is None else str(row.id)


@pytest.mark.parametrize("rows", [(), ROWS[:1], ROWS])
def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, rows: tuple[RoutineRow, ...]
) -> None:
    model = RoutineModel()
    model.set_rows(rows)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_rows(ROWS)
    model.set_rows(ROWS)
    model.set_rows(())


def test_an_empty_model_that_stays_empty_tells_of_no_change() -> None:
    model = RoutineModel()
    told: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, last: told.extend((first, last)))
    model.set_rows(())
    assert all(index.isValid() for index in told)


def test_choosing_a_routine_tells_which(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("evening")
    routines.choose("evening")
    routines.choose("*")
    assert chosen == ["evening", "*"]
    assert current(routines) == "*"


def test_what_is_not_there_cannot_be_chosen(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("evening")
    routines.choose("noon")
    routines.choose("")
    assert chosen == ["evening"]
    assert current(routines) == "evening"


def test_a_refresh_keeps_the_choice_and_is_silent(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("evening")
    later = tuple(RoutineRow(row.id, row.name, "about 9 min") for row in ROWS)
    routines.rows.set_rows(later)
    assert current(routines) == "evening"
    assert routines.currentIndex().data(ROW_ROLE).line == "about 9 min"
    assert chosen == ["evening"]


def test_a_refresh_draws_the_new_words(qtbot: QtBot, routines: RoutineList) -> None:
    before = routines.grab().toImage()
    routines.rows.set_rows(tuple(RoutineRow(row.id, row.name, "other") for row in ROWS))
    qtbot.waitUntil(lambda: routines.grab().toImage() != before)


def test_other_routines_replace_the_list(routines: RoutineList) -> None:
    routines.rows.set_rows((*ROWS[:2], RoutineRow("mine", "Mine"), *ROWS[2:]))
    assert routines.rows.rowCount() == len(ROWS) + 1
    routines.choose("mine")
    assert current(routines) == "mine"


def test_the_arrow_keys_step_over_headings(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("morning")
    for _ in range(2):
        QTest.keyClick(routines, Qt.Key.Key_Down)
    QTest.keyClick(routines, Qt.Key.Key_Up)
    assert chosen == ["evening", "*", "evening"]


def test_a_click_chooses_and_a_heading_cannot_be_clicked(
    routines: RoutineList, chosen: list[str]
) -> None:
    def place(row: int) -> QPoint:
        return routines.visualRect(routines.rows.index(row)).center()

    for row in (2, 0, 3):
        QTest.mouseClick(
            routines.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place(row),
        )
    assert chosen == ["evening"]
    assert current(routines) == "evening"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (0, "ROUTINES"),
        (1, "Morning, 7 exercises, about 12 min"),
        (4, "All exercises"),
    ],
)
def test_a_screen_reader_hears_both_lines(routines: RoutineList, row: int, said: str) -> None:
    index = routines.rows.index(row)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_the_list_has_a_name(routines: RoutineList) -> None:
    assert routines.accessibleName() == "Routines"


def test_only_routines_have_a_tool_tip_with_their_whole_name(routines: RoutineList) -> None:
    tips = [routines.rows.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(len(ROWS))]
    assert tips == [None, "Morning", "Evening", None, "All exercises"]


def test_what_is_outside_the_model_is_nothing() -> None:
    model = RoutineModel()
    model.set_rows(ROWS)
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0)) == 0
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_rows_with_two_lines_are_taller(routines: RoutineList) -> None:
    heights = [routines.visualRect(routines.rows.index(row)).height() for row in range(len(ROWS))]
    assert heights[1] == heights[2] > heights[4] > 0
    assert heights[0] > heights[3]  # a heading without words is a gap


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_choice_and_the_row_under_the_mouse_stand_out(
    qtbot: QtBot, routines: RoutineList, tokens: Tokens
) -> None:
    routines.setPalette(palette_of(tokens))
    routines.choose("evening")
    for row in (4, 1):  # the mouse may rest there already
        QTest.mouseMove(routines.viewport(), routines.visualRect(routines.rows.index(row)).center())

    def ground(row: int) -> str:
        box = routines.visualRect(routines.rows.index(row))
        image = routines.viewport().grab().toImage()
        return image.pixelColor(box.right() - 20, box.top() + 8).name()

    assert ground(2) == tokens.surface
    qtbot.waitUntil(lambda: ground(1) == tokens.accent_wash)
    assert ground(4) not in (tokens.surface, tokens.accent_wash)
