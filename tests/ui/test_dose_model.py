from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from backcare.core.dose import DoseOverride
from backcare.core.effects import dose_without_override
from backcare.core.exercise import Sides
from backcare.ui.dose_model import (
    EXERCISE_ROLE,
    FIELD_ROLE,
    RESET_COLUMN,
    TITLE_ROLE,
    DoseTableModel,
)
from tests.builders import make_activity, make_catalogue, make_hold, make_moves, make_preferences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue

HOLD, REPS, SETS, REST = range(1, 5)
ROLE = Qt.ItemDataRole

CATALOGUE = make_catalogue(
    make_hold("pelvic-tilt", seconds=10, reps=5),
    make_moves("cat-cow", reps=8),
    make_hold("bird-dog", seconds=5, reps=3, sides=Sides.ALTERNATING),
    make_hold("plank", seconds=20, cap=60, open_hold=True),
    make_activity("walking"),
)


def make_model(
    overrides: Mapping[str, DoseOverride] | None = None, catalogue: Catalogue = CATALOGUE
) -> DoseTableModel:
    preferences = make_preferences()
    return DoseTableModel(
        catalogue, lambda name: dose_without_override(name, catalogue, preferences), overrides
    )


def text_row(model: DoseTableModel, row: int) -> list[object]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = make_model({"plank": DoseOverride(hold_seconds=30)})
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_each_row_shows_the_dose_that_applies() -> None:
    model = make_model()
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in range(6)] == [
        "Exercise",
        "Hold",
        "Reps",
        "Sets",
        "Rest",
        "Reset",
    ]
    assert text_row(model, 0) == ["Pelvic tilt", "10 s", "5", "1", "5 s", None]
    assert text_row(model, 1) == ["Cat cow", "–", "8", "1", "0 s", None]
    assert text_row(model, 2) == ["Bird dog", "5 s", "3", "1", "–", None]
    assert text_row(model, 4) == ["Walking", "–", "–", "–", "–", None]


def test_cells_without_a_meaning_cannot_be_changed() -> None:
    model = make_model()
    assert not model.flags(model.index(1, HOLD)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(1, HOLD), 7)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.index(1, HOLD).data(ROLE.AccessibleTextRole) == "Cat cow, hold, has no meaning"
    assert model.index(1, HOLD).data(ROLE.ToolTipRole) == "Has no meaning for this exercise"
    assert model.overrides() == {}


def test_a_number_of_ones_own_is_told_bold_and_spoken(qtbot: QtBot) -> None:
    model = make_model()
    index = model.index(0, HOLD)
    with qtbot.waitSignals([model.overrides_changed, model.dataChanged], timeout=0):
        assert model.setData(index, 20)
    assert model.overrides() == {"pelvic-tilt": DoseOverride(hold_seconds=20)}
    assert index.data() == "20 s"
    font = index.data(ROLE.FontRole)
    assert isinstance(font, QFont)
    assert font.bold()
    assert index.data(ROLE.AccessibleTextRole) == "Pelvic tilt, hold, 20 s, changed"
    assert index.data(ROLE.ToolTipRole) == "Your own number. Without it: 10 s. From 1 to 600 s."
    assert model.index(0, REPS).data(ROLE.FontRole) is None


def test_every_number_tells_its_default_and_its_bounds() -> None:
    model = make_model()
    reps, plank = model.index(0, REPS), model.index(3, HOLD)
    assert reps.data(ROLE.AccessibleTextRole) == "Pelvic tilt, reps, 5"
    assert reps.data(ROLE.ToolTipRole) == "Default: 5. From 1 to 100."
    assert plank.data(ROLE.AccessibleDescriptionRole) == "Default: 20 s. From 1 to 60 s."
    assert (plank.data(EXERCISE_ROLE), plank.data(FIELD_ROLE)) == ("plank", "hold_seconds")
    assert plank.data(TITLE_ROLE) == "Plank, hold"


def test_the_way_back_of_an_exercise_is_a_cell_of_its_own() -> None:
    model = make_model({"pelvic-tilt": DoseOverride(reps=2, sets=3)})
    way, other = model.index(0, RESET_COLUMN), model.index(1, RESET_COLUMN)
    assert way.data(ROLE.AccessibleTextRole) == way.data(ROLE.ToolTipRole) == "Reset Pelvic tilt"
    assert other.data(ROLE.AccessibleTextRole) == "Cat cow, nothing to reset"
    assert other.data(ROLE.ToolTipRole) is None
    assert not model.flags(way) & Qt.ItemFlag.ItemIsEditable
    model.reset_cells([other])
    assert model.overrides()
    model.reset_cells([way])
    assert model.overrides() == {}


def test_opening_and_closing_a_cell_sets_nothing(qtbot: QtBot) -> None:
    model = make_model()
    with qtbot.assertNotEmitted(model.overrides_changed):
        assert not model.setData(model.index(0, HOLD), 10)


@pytest.mark.parametrize("value", [0, 601, "20", None])
def test_what_is_out_of_bounds_or_no_number_is_refused(value: object) -> None:
    model = make_model()
    assert not model.setData(model.index(0, HOLD), value)
    assert not model.setData(model.index(0, HOLD), 20, ROLE.DisplayRole)
    assert model.overrides() == {}


def test_cells_rows_and_everything_can_be_reset() -> None:
    own = {
        "pelvic-tilt": DoseOverride(hold_seconds=20, reps=2, rest_seconds=9),
        "plank": DoseOverride(sets=2),
        "gone": DoseOverride(sets=3),
    }
    model = make_model(own)
    model.reset_cells([model.index(0, 0), model.index(0, REPS), model.index(1, REPS)])
    assert model.overrides()["pelvic-tilt"] == DoseOverride(hold_seconds=20, rest_seconds=9)
    model.reset_rows({0})
    assert set(model.overrides()) == {"plank", "gone"}
    model.set_overrides({})
    assert model.overrides() == {}


def test_resetting_what_is_not_changed_tells_nothing(qtbot: QtBot) -> None:
    model = make_model()
    with qtbot.assertNotEmitted(model.overrides_changed):
        model.reset_cells([model.index(0, REPS)])
        model.reset_rows({0, 1})
        model.set_overrides({})


def test_refreshing_shows_the_doses_of_now() -> None:
    seconds = 10
    catalogue = CATALOGUE

    def dose_for(name: str) -> PlannedDose:
        return dose_without_override(
            name, make_catalogue(make_hold("pelvic-tilt", seconds=seconds)), make_preferences()
        )

    model = DoseTableModel(catalogue, dose_for)
    assert model.index(0, HOLD).data() == "10 s"
    seconds = 12
    model.refresh()
    assert model.index(0, HOLD).data() == "12 s"
