from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backcare.ui.dose_panel import DosePanel, FieldLabel
from backcare.ui.theme import LIGHT, font
from tests.ui.detail_builders import SHEET, dosed, window_around
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ALL = {"hold_seconds": 15, "reps": 3, "sets": 1, "rest_seconds": 5}
HOLD = dosed(ALL)
CHANGED = dosed(ALL, own={"hold_seconds": 20})


@pytest.fixture
def panel(qtbot: QtBot) -> DosePanel:
    made = DosePanel()
    window_around(qtbot, made, 430)
    made.show_dose(HOLD)
    return made


def fields(panel: DosePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(FieldLabel) if label.isVisible()]


def press(panel: DosePanel, field: str, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(panel.stepper(field), key)


# What is shown


def test_there_is_a_stepper_for_every_number_that_means_something(panel: DosePanel) -> None:
    assert fields(panel) == ["Hold", "Reps", "Sets", "Rest"]
    assert [panel.stepper(n.field).text() for n in HOLD.numbers] == ["15 s", "3", "1", "5 s"]
    panel.show_dose(dosed({"minutes": 10}))
    assert fields(panel) == ["Minutes"]
    panel.show_dose(dosed({"reps": 8, "sets": 2}))
    assert fields(panel) == ["Reps", "Sets"]


def test_an_exercise_of_two_sides_counts_its_reps_for_each(panel: DosePanel) -> None:
    panel.show_dose(replace(HOLD, per_side=True))
    assert fields(panel)[1] == "Reps each side"


def test_steppers_are_named_for_those_who_do_not_see_them(panel: DosePanel) -> None:
    panel.show_dose(CHANGED)
    hold = panel.stepper("hold_seconds")
    assert hold.accessibleName() == "Hold of Pelvic tilt"
    assert hold.accessibleDescription() == "Changed from hold_seconds 15"
    assert panel.stepper("reps").accessibleDescription() == ""
    assert panel.accessibleName() == SHEET.dose


def test_what_the_dose_comes_to_is_told_below(panel: DosePanel) -> None:
    told = replace(HOLD, takes="This exercise takes 2 min here.", dose_note="Suggested.")
    panel.show_dose(told)
    assert texts(panel)[-2:] == ["This exercise takes 2 min here.", "Suggested."]
    panel.show_dose(HOLD)
    assert texts(panel) == ["Hold", "Reps", "Sets", "Rest"]


def test_a_stepper_ends_at_its_bounds(panel: DosePanel) -> None:
    plank = replace(HOLD.numbers[0], number=55, high=60)
    panel.show_dose(replace(HOLD, numbers=(plank,)))
    press(panel, "hold_seconds", Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert panel.stepper("hold_seconds").value() == 60


# Changing it


def test_a_change_names_exercise_field_and_number(qtbot: QtBot, panel: DosePanel) -> None:
    with qtbot.waitSignal(panel.dose_changed) as change:
        press(panel, "reps", Qt.Key.Key_Up)
    assert change.args == ["pelvic-tilt", "reps", 4]
    panel.show_dose(replace(HOLD, exercise="bridge"))
    with qtbot.waitSignal(panel.dose_changed) as change:
        press(panel, "hold_seconds", Qt.Key.Key_Down)
    assert change.args == ["bridge", "hold_seconds", 14]


def test_showing_another_dose_is_no_change(qtbot: QtBot, panel: DosePanel) -> None:
    with qtbot.assertNotEmitted(panel.dose_changed):
        panel.show_dose(CHANGED)
        panel.show_dose(dosed({"minutes": 4}))


def test_a_held_stepper_stays_held_while_the_dose_is_shown_anew(
    qtbot: QtBot, panel: DosePanel
) -> None:
    stepper = panel.stepper("reps")
    panel.dose_changed.connect(lambda *_: panel.show_dose(dosed(ALL, own={"reps": _[2]})))
    at = QPoint(stepper.width() - 20, stepper.height() // 2)
    QTest.mousePress(stepper, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: stepper.value() > 5)
    assert panel.stepper("reps") is stepper
    assert stepper.is_held
    assert stepper.hasFocus()
    QTest.mouseRelease(stepper, Qt.MouseButton.LeftButton, pos=at)


def test_what_is_typed_stays_while_the_dose_is_shown_anew(panel: DosePanel) -> None:
    stepper = panel.stepper("hold_seconds")
    stepper.setFocus()
    stepper.selectAll()
    QTest.keyClicks(stepper, "4")
    panel.show_dose(replace(HOLD, takes="This exercise takes 3 min here."))
    assert stepper.text() == "4 s"
    assert stepper.hasFocus()


def test_what_is_typed_can_be_taken_as_it_is(qtbot: QtBot, panel: DosePanel) -> None:
    stepper = panel.stepper("hold_seconds")
    stepper.setFocus()
    stepper.selectAll()
    QTest.keyClicks(stepper, "40")
    with qtbot.waitSignal(panel.dose_changed) as change:
        panel.finish_editing()
    assert change.args[2] == 40
    with qtbot.assertNotEmitted(panel.dose_changed):
        panel.finish_editing()


# Resetting it


def test_only_a_changed_dose_can_be_reset(qtbot: QtBot, panel: DosePanel) -> None:
    assert not panel.reset_button.isVisible()
    panel.show_dose(CHANGED)
    assert CHANGED.changed in texts(panel)
    assert panel.reset_button.accessibleName() == "Reset the dose of Pelvic tilt"
    with qtbot.waitSignal(panel.reset_requested) as wish:
        QTest.keyClick(panel.reset_button, Qt.Key.Key_Space)
    assert wish.args == ["pelvic-tilt"]


def test_the_focus_goes_from_reset_to_the_dose(panel: DosePanel) -> None:
    panel.show_dose(CHANGED)
    panel.reset_button.setFocus()
    panel.show_dose(HOLD)
    assert QApplication.focusWidget() is panel.stepper("hold_seconds")


def test_the_focus_goes_to_the_number_that_was_reset(panel: DosePanel) -> None:
    panel.show_dose(dosed(ALL, own={"sets": 2}))
    panel.reset_button.setFocus()
    panel.show_dose(HOLD)
    assert QApplication.focusWidget() is panel.stepper("sets")


def test_tab_leads_from_number_to_number_and_to_reset(panel: DosePanel) -> None:
    steppers = [panel.stepper(number.field) for number in HOLD.numbers]
    assert panel.stops == steppers
    panel.show_dose(CHANGED)
    assert panel.stops == [*steppers, panel.reset_button]


def test_a_number_of_ones_own_has_a_dot(panel: DosePanel) -> None:
    label = panel.findChildren(FieldLabel)[0]

    def dotted() -> bool:
        image = label.grab().toImage()
        return any(
            image.pixelColor(x, y).name() == LIGHT.accent
            for x in range(image.width())
            for y in range(image.height())
        )

    assert not dotted()
    panel.show_dose(CHANGED)
    assert dotted()
    panel.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert dotted()
    panel.show_dose(HOLD)
    assert not dotted()


# Room


def place(panel: DosePanel, field: str) -> QPoint:
    stepper = panel.stepper(field)
    return stepper.mapTo(panel, stepper.rect().topLeft())


def rows(panel: DosePanel) -> int:
    return len({place(panel, number.field).y() for number in HOLD.numbers})


def wait_for_rows(qtbot: QtBot, panel: DosePanel, count: int) -> None:
    qtbot.waitUntil(lambda: rows(panel) == count)


def test_the_numbers_stand_in_one_row_or_two_or_more_as_there_is_room(
    qtbot: QtBot, panel: DosePanel
) -> None:
    for width, count in ((900, 1), (430, 2), (160, 4)):
        panel.window().resize(width, 600)
        wait_for_rows(qtbot, panel, count)


def test_beside_a_label_of_two_lines_the_steppers_stay_in_line(panel: DosePanel) -> None:
    panel.window().setFont(font(panel.font(), 1.8))
    panel.show_dose(replace(HOLD, per_side=True))
    assert place(panel, "hold_seconds").y() == place(panel, "reps").y()


def test_from_right_to_left_the_first_number_stands_at_the_right(panel: DosePanel) -> None:
    panel.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert place(panel, "hold_seconds").x() > place(panel, "reps").x()
