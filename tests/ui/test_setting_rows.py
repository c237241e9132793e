from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QSpinBox, QVBoxLayout, QWidget

from backcare.core.routine import Level
from backcare.core.settings import CareChoice, Settings, specs
from backcare.ui.controls import PillButton, TextLabel
from backcare.ui.number_field import NumberField
from backcare.ui.setting_rows import SettingRow, setting_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What rows are shown in, so that they can be seen and have the focus."""
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def rows(window: QWidget) -> dict[str, SettingRow]:
    made = setting_rows()
    layout = window.layout()
    assert layout is not None
    for row in made.values():
        layout.addWidget(row)
    return made


def reset_button(row: SettingRow) -> PillButton:
    button = row.findChild(PillButton)
    assert isinstance(button, PillButton)
    return button


def lay_out() -> None:
    """Let all layouts do now what is due."""
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def turn_wheel(widget: QWidget) -> None:
    centre = QPointF(widget.rect().center())
    event = QWheelEvent(
        centre,
        widget.mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_there_is_a_row_for_every_setting_at_its_default(rows: dict[str, SettingRow]) -> None:
    assert list(rows) == list(specs())
    for name, row in rows.items():
        assert row.value() == getattr(Settings(), name), name
        assert row.is_default, name


def test_each_kind_of_setting_has_its_kind_of_control(rows: dict[str, SettingRow]) -> None:
    assert isinstance(rows["prepare_seconds"].control, QSpinBox)
    assert isinstance(rows["care_choice"].control, QComboBox)
    assert isinstance(rows["pregnant"].control, QCheckBox)


def test_a_number_keeps_the_bounds_step_and_unit_of_its_setting(
    rows: dict[str, SettingRow],
) -> None:
    box = rows["hold_scale_percent"].control
    assert isinstance(box, QSpinBox)
    assert (box.minimum(), box.maximum(), box.singleStep()) == (25, 200, 5)
    assert box.text() == "100 %"


def test_a_choice_reads_as_a_person_says_it(rows: dict[str, SettingRow]) -> None:
    box = rows["care_choice"].control
    assert isinstance(box, QComboBox)
    rows["care_choice"].set_value(CareChoice.SKIP)
    assert box.currentText() == "Leave out"
    assert rows["care_choice"].value() is CareChoice.SKIP


@pytest.mark.parametrize(
    ("name", "value"),
    [("prepare_seconds", 42), ("level", Level.AS_WRITTEN), ("osteoporosis", True)],
)
def test_a_new_value_is_told_once_marked_and_can_be_taken_back(
    rows: dict[str, SettingRow], qtbot: QtBot, name: str, value: object
) -> None:
    row = rows[name]
    assert not reset_button(row).isVisible()
    with qtbot.waitSignals([row.changed], timeout=0):
        row.set_value(value)
    assert row.value() == value
    assert row.control.accessibleDescription().startswith("Changed from ")
    assert reset_button(row).isVisible()
    reset_button(row).click()
    assert row.is_default
    assert "Changed" not in row.control.accessibleDescription()
    assert not reset_button(row).isVisible()


def test_resetting_by_keyboard_does_not_lose_the_focus(rows: dict[str, SettingRow]) -> None:
    row = rows["prepare_seconds"]
    row.set_value(42)
    reset_button(row).setFocus()
    QTest.keyClick(reset_button(row), Qt.Key.Key_Space)
    assert row.control.hasFocus()


def test_the_way_back_says_where_it_leads(rows: dict[str, SettingRow]) -> None:
    rows["prepare_seconds"].set_value(42)
    assert reset_button(rows["prepare_seconds"]).toolTip() == "Back to 10 s"
    assert reset_button(rows["prepare_seconds"]).accessibleName() == "Reset Get ready"
    rows["pregnant"].set_value(True)
    assert reset_button(rows["pregnant"]).toolTip() == "Back to off"
    rows["level"].set_value(Level.AS_WRITTEN)
    assert reset_button(rows["level"]).toolTip() == "Back to Gentle"


def test_every_control_has_a_name_a_description_and_a_label(rows: dict[str, SettingRow]) -> None:
    for name, row in rows.items():
        spec = specs()[name]
        assert row.control.accessibleName() == spec.label
        assert row.control.accessibleDescription().startswith(spec.help)
        assert row.control.focusPolicy() is Qt.FocusPolicy.StrongFocus
        if isinstance(row.control, QCheckBox):
            assert row.control.text() == spec.label
        else:
            buddies = [label.buddy() for label in row.findChildren(TextLabel)]
            assert row.control in buddies, name


def test_a_number_tells_what_can_be_chosen(rows: dict[str, SettingRow]) -> None:
    row = rows["prepare_seconds"]
    assert row.control.accessibleDescription().endswith("From 3 to 120 s.")
    row.set_value(42)
    assert row.control.accessibleDescription().startswith("Changed from 10 s. ")


def test_what_cannot_be_is_told_below_and_kept(rows: dict[str, SettingRow]) -> None:
    row = rows["prepare_seconds"]
    field = row.control
    assert isinstance(field, NumberField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "999")
    assert row.complaint.isVisible()
    assert row.complaint.text() == "From 3 to 120 s."
    assert field.text() == "999 s"
    assert row.control.accessibleDescription().startswith("From 3 to 120 s.")
    assert row.input.settle()
    assert row.value() == 120
    assert row.complaint.text() == "From 3 to 120 s. 120 s is used."
    assert not row.input.settle()
    row.reset()
    assert not row.complaint.isVisible()


def test_a_narrow_row_has_its_control_below(window: QWidget, rows: dict[str, SettingRow]) -> None:
    window.resize(700, window.height())
    row = rows["care_choice"]
    row.set_narrow(narrow=True)
    lay_out()
    label = next(each for each in row.findChildren(TextLabel) if each.buddy() is row.control)
    assert row.is_narrow
    assert row.control.y() > label.geometry().bottom()
    assert row.control.x() == label.x()
    row.set_narrow(narrow=False)
    lay_out()
    assert row.control.y() < label.geometry().bottom()
    assert row.control.geometry().right() > label.geometry().right()


def test_rows_grow_with_the_text(window: QWidget, rows: dict[str, SettingRow]) -> None:
    heights = {name: row.control.sizeHint().height() for name, row in rows.items()}
    face = window.font()
    face.setPointSizeF(face.pointSizeF() * 2)
    window.setFont(face)
    for name, row in rows.items():
        assert row.control.sizeHint().height() > 1.5 * heights[name], name


@pytest.mark.parametrize("name", ["prepare_seconds", "care_choice"])
def test_the_wheel_changes_a_value_only_with_the_focus(
    rows: dict[str, SettingRow], name: str
) -> None:
    row = rows[name]
    row.set_value(list(CareChoice)[1] if name == "care_choice" else 42)
    before = row.value()
    rows["pregnant"].control.setFocus()
    turn_wheel(row.control)
    assert row.value() == before
    row.control.setFocus()
    turn_wheel(row.control)
    assert row.value() != before


def test_a_click_on_the_words_of_a_check_box_counts(rows: dict[str, SettingRow]) -> None:
    box = rows["pregnant"].control
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 3, 3))
    assert rows["pregnant"].value() is True
