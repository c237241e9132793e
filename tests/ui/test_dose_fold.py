from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, Qt

from backcare.core.dose import DoseOverride
from backcare.core.effects import dose_without_override
from backcare.ui.dose_fold import BAND_ROLE, UNFOLDED, FoldedDoses
from backcare.ui.dose_model import RESET_COLUMN, DoseTableModel
from tests.builders import make_catalogue, make_hold, make_moves, make_preferences

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

CATALOGUE = make_catalogue(make_hold("pelvic-tilt"), make_moves("cat-cow"), make_hold("bird-dog"))


@pytest.fixture
def source() -> DoseTableModel:
    preferences = make_preferences()
    return DoseTableModel(
        CATALOGUE, lambda name: dose_without_override(name, CATALOGUE, preferences)
    )


@pytest.fixture
def doses(source: DoseTableModel) -> FoldedDoses:
    return FoldedDoses(source)


def texts(doses: FoldedDoses) -> list[list[object]]:
    columns = range(doses.columnCount())
    return [
        [doses.index(row, column).data() for column in columns] for row in range(doses.rowCount())
    ]


@pytest.mark.parametrize("columns", [UNFOLDED, 4, 2, 1])
def test_the_model_keeps_qts_rules(
    doses: FoldedDoses, qtmodeltester: ModelTester, columns: int
) -> None:
    doses.set_columns(columns)
    qtmodeltester.check(doses)  # type: ignore[no-untyped-call]


def test_unfolded_an_exercise_is_one_row(doses: FoldedDoses) -> None:
    assert texts(doses)[0] == ["Pelvic tilt", "10 s", "1", "1", "5 s", None]
    assert doses.headerData(1, Qt.Orientation.Horizontal) == "Hold"


def test_over_four_columns_the_name_has_a_row_of_its_own(doses: FoldedDoses) -> None:
    doses.set_columns(4)
    assert texts(doses)[:2] == [["Pelvic tilt"] * 4 + [None], ["10 s", "1", "1", "5 s", None]]
    assert doses.headerData(0, Qt.Orientation.Horizontal) == "Hold"
    assert doses.rowCount() == 6


def test_over_two_columns_and_one_there_are_more_rows(doses: FoldedDoses) -> None:
    doses.set_columns(2)
    assert texts(doses)[1:3] == [["10 s", "1", None], ["1", "5 s", None]]
    doses.set_columns(1)
    assert [row[0] for row in texts(doses)[:5]] == ["Pelvic tilt", "10 s", "1", "1", "5 s"]
    assert doses.lines == 5


@pytest.mark.parametrize("columns", [UNFOLDED, 4, 2, 1])
def test_every_cell_is_found_there_and_back(
    doses: FoldedDoses, source: DoseTableModel, columns: int
) -> None:
    doses.set_columns(columns)
    for row in range(source.rowCount()):
        for column in range(RESET_COLUMN + 1):
            cell = source.index(row, column)
            assert doses.to_source(doses.from_source(cell)) == cell


def test_a_corner_that_nothing_uses_is_empty(doses: FoldedDoses) -> None:
    doses.set_columns(2)
    corner = doses.index(1, 2)
    assert not doses.to_source(corner).isValid()
    assert corner.data() is None
    assert doses.flags(corner) == Qt.ItemFlag.NoItemFlags


def test_what_is_not_shown_is_nowhere(doses: FoldedDoses, source: DoseTableModel) -> None:
    doses.set_exercises(["bird-dog"])
    assert not doses.from_source(source.index(0, 1)).isValid()
    assert not doses.from_source(QModelIndex()).isValid()
    assert not doses.to_source(QModelIndex()).isValid()


def test_some_exercises_in_an_order_of_their_own(doses: FoldedDoses) -> None:
    doses.set_exercises(["bird-dog", "gone", "pelvic-tilt"])
    assert [row[0] for row in texts(doses)] == ["Bird dog", "Pelvic tilt"]
    assert doses.source_row(0) == 2
    doses.set_search("TILT")
    assert [row[0] for row in texts(doses)] == ["Pelvic tilt"]
    doses.set_exercises(None)
    doses.set_search("")
    assert doses.exercise_count == 3


def test_the_same_again_disturbs_nothing(doses: FoldedDoses, qtbot: QtBot) -> None:
    doses.set_exercises(["bird-dog"])
    doses.set_columns(2)
    with qtbot.assertNotEmitted(doses.modelReset):
        doses.set_exercises(["bird-dog"])
        doses.set_columns(2)


def test_numbers_are_set_and_told_through_the_fold(
    doses: FoldedDoses, source: DoseTableModel, qtbot: QtBot
) -> None:
    doses.set_columns(2)
    cell = doses.index(2, 0)
    with qtbot.waitSignals([doses.dataChanged, source.overrides_changed], timeout=0):
        assert doses.setData(cell, 3)
    assert source.overrides() == {"pelvic-tilt": DoseOverride(sets=3)}


def test_nothing_is_told_of_where_nothing_is_shown(
    doses: FoldedDoses, source: DoseTableModel, qtbot: QtBot
) -> None:
    doses.set_search("zzz")
    with qtbot.assertNotEmitted(doses.dataChanged):
        source.refresh()


def test_neighbours_are_told_apart(doses: FoldedDoses) -> None:
    doses.set_columns(2)
    assert [doses.index(row, 0).data(BAND_ROLE) for row in range(5)] == [0, 0, 0, 1, 1]
