from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backcare.ui.dose_stepper import SMALLEST_ZONE_PX, DoseStepper
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, font, palette_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


NEAR = 40
FEW = 5


class Rig:
    """A stepper from 1 to 60, standing at 15, beside something else that takes the focus."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.setPalette(palette_of(LIGHT))
        self.stepper = DoseStepper("hold_seconds", " s")
        self.stepper.setAccessibleName("Hold of Bridge")
        self.other = DoseStepper("reps")
        column = QVBoxLayout(self.window)
        column.addWidget(self.stepper)
        column.addWidget(self.other)
        self.stepper.show_number(15, 1, 60)
        self.chosen: list[int] = []
        self.stepper.chosen.connect(self.chosen.append)
        self.window.resize(180, 140)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.other.setFocus()

    def place(self, way: int) -> QPoint:
        """The middle of minus or plus, as somebody sees it."""
        middle = SMALLEST_ZONE_PX // 2
        left = (way < 0) is not self.stepper.isRightToLeft()
        x = middle if left else self.stepper.width() - middle
        return QPoint(x, self.stepper.height() // 2)

    def held(self) -> bool:
        return self.stepper.is_held

    def click(self, way: int) -> None:
        QTest.mouseClick(self.stepper, Qt.MouseButton.LeftButton, pos=self.place(way))

    def key(self, key: Qt.Key) -> int:
        QTest.keyClick(self.stepper, key)
        return self.stepper.value()


@pytest.fixture
def rig(qtbot: QtBot) -> Rig:
    return Rig(qtbot)


# The mouse


def test_plus_and_minus_lead_from_step_to_step(rig: Rig) -> None:
    rig.click(1)
    rig.click(-1)
    rig.click(-1)
    rig.click(-1)
    assert rig.chosen == [16, 15, 14, 13]
    assert rig.stepper.hasFocus()


def test_two_quick_presses_are_two_steps(rig: Rig) -> None:
    rig.click(1)
    QTest.mouseDClick(rig.stepper, Qt.MouseButton.LeftButton, pos=rig.place(1))
    assert rig.stepper.value() == 17


def test_held_it_goes_on_until_it_is_let_go(qtbot: QtBot, rig: Rig) -> None:
    QTest.mousePress(rig.stepper, Qt.MouseButton.LeftButton, pos=rig.place(1))
    assert rig.held()
    qtbot.waitUntil(lambda: len(rig.chosen) > 2)
    QTest.mouseRelease(rig.stepper, Qt.MouseButton.LeftButton, pos=rig.place(1))
    assert not rig.held()
    assert rig.chosen[:3] == [16, 17, 18]


def test_held_it_stops_at_its_end(qtbot: QtBot, rig: Rig) -> None:
    rig.stepper.show_number(55, 1, 60)
    QTest.mousePress(rig.stepper, Qt.MouseButton.LeftButton, pos=rig.place(1))
    qtbot.waitUntil(lambda: not rig.held())
    assert rig.chosen == [60]


@pytest.mark.parametrize("goes", ["focus", "hidden"])
def test_it_is_let_go_when_it_is_left(rig: Rig, goes: str) -> None:
    QTest.mousePress(rig.stepper, Qt.MouseButton.LeftButton, pos=rig.place(1))
    if goes == "focus":
        rig.other.setFocus()
    else:
        rig.stepper.hide()
    assert not rig.held()


def test_other_buttons_and_the_number_itself_step_nowhere(rig: Rig) -> None:
    QTest.mouseClick(rig.stepper, Qt.MouseButton.RightButton, pos=rig.place(1))
    QTest.mouseClick(rig.stepper.lineEdit(), Qt.MouseButton.LeftButton)
    assert rig.chosen == []
    assert rig.stepper.hasFocus()


def wheel(stepper: DoseStepper) -> None:
    middle = QPointF(stepper.rect().center())
    event = QWheelEvent(
        middle,
        stepper.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stepper, event)


def test_the_wheel_counts_only_with_the_focus(rig: Rig) -> None:
    wheel(rig.stepper)
    assert rig.chosen == []
    rig.stepper.setFocus()
    wheel(rig.stepper)
    assert rig.chosen == [16]


def test_signs_are_large_enough_to_hit_and_leave_the_number_its_room(rig: Rig) -> None:
    assert rig.stepper.height() >= SMALLEST_ZONE_PX
    inside = rig.stepper.lineEdit().geometry()
    assert inside.left() >= SMALLEST_ZONE_PX
    assert rig.stepper.width() - inside.right() > SMALLEST_ZONE_PX
    metrics = rig.stepper.lineEdit().fontMetrics()
    assert metrics.horizontalAdvance(rig.stepper.text()) <= inside.width()


# Keys


def test_keys_step_jump_and_go_to_the_ends(rig: Rig) -> None:
    rig.stepper.setFocus()
    keys = (
        (Qt.Key.Key_Up, 16),
        (Qt.Key.Key_Down, 15),
        (Qt.Key.Key_Plus, 16),
        (Qt.Key.Key_Minus, 15),
        (Qt.Key.Key_PageUp, 18),
        (Qt.Key.Key_PageDown, 15),
        (Qt.Key.Key_End, 60),
        (Qt.Key.Key_Up, 60),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_PageDown, 1),
    )
    assert [rig.key(key) for key, _ in keys] == [number for _, number in keys]


def test_a_typed_number_counts_once_it_is_entered(rig: Rig) -> None:
    rig.stepper.setFocus()
    rig.stepper.selectAll()
    QTest.keyClicks(rig.stepper, "42")
    assert rig.chosen == []
    QTest.keyClick(rig.stepper, Qt.Key.Key_Return)
    assert (rig.chosen, rig.stepper.text()) == ([42], "42 s")


def test_a_typed_number_counts_when_the_field_is_left(rig: Rig) -> None:
    rig.stepper.setFocus()
    rig.stepper.selectAll()
    QTest.keyClicks(rig.stepper, "42")
    QTest.keyClick(rig.stepper, Qt.Key.Key_Tab)
    assert rig.chosen == [42]


def test_escape_takes_back_what_is_typed(rig: Rig) -> None:
    rig.stepper.setFocus()
    rig.stepper.selectAll()
    QTest.keyClicks(rig.stepper, "42")
    QTest.keyClick(rig.stepper, Qt.Key.Key_Escape)
    assert rig.stepper.text() == "15 s"
    rig.other.setFocus()
    assert rig.chosen == []


def test_escape_with_nothing_typed_is_left_to_others(rig: Rig) -> None:
    rig.stepper.setFocus()
    assert rig.key(Qt.Key.Key_Escape) == 15


def test_no_number_beyond_the_bounds_can_be_typed(rig: Rig) -> None:
    rig.stepper.setFocus()
    rig.stepper.selectAll()
    QTest.keyClicks(rig.stepper, "61")
    QTest.keyClick(rig.stepper, Qt.Key.Key_Return)
    assert rig.stepper.value() == 6


# Shown from outside


def test_what_is_shown_is_no_choice_of_the_person(rig: Rig) -> None:
    rig.stepper.show_number(90, 1, 120)
    rig.stepper.show_number(20, 1, 60)
    assert rig.chosen == []
    assert (rig.stepper.value(), rig.stepper.maximum()) == (20, 60)


def test_what_is_being_typed_is_left_alone(rig: Rig) -> None:
    rig.stepper.setFocus()
    rig.stepper.selectAll()
    QTest.keyClicks(rig.stepper, "4")
    rig.stepper.show_number(15, 1, 60)
    assert rig.stepper.text() == "4 s"


# Screen readers


def test_a_screen_reader_meets_a_spin_box(rig: Rig) -> None:
    met = QAccessible.queryAccessibleInterface(rig.stepper)
    assert met.role() is QAccessible.Role.SpinBox
    assert met.text(QAccessible.Text.Name) == "Hold of Bridge"
    values = met.valueInterface()
    assert (values.currentValue(), values.minimumValue(), values.maximumValue()) == (15, 1, 60)
    values.setCurrentValue(25)
    assert rig.chosen == [25]


# Looks


@pytest.fixture
def large_text(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    qapp.setFont(font(before, 2.0))
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_text")
def test_it_grows_with_the_text(qtbot: QtBot) -> None:
    rig = Rig(qtbot)
    assert rig.stepper.sizeHint().height() > 1.5 * SMALLEST_ZONE_PX
    assert rig.stepper.minimumSizeHint().width() < rig.stepper.sizeHint().width()


def test_it_follows_the_size_of_text(rig: Rig) -> None:
    before = rig.stepper.sizeHint()
    rig.window.setFont(font(rig.window.font(), 2.0))
    assert rig.stepper.sizeHint().width() > before.width()
    assert rig.stepper.sizeHint().height() > before.height()


def inked(stepper: DoseStepper, colour: str, *, left: bool) -> int:
    """How many pixels of a half have about that colour."""
    image = stepper.grab().toImage()
    half = image.width() // 2
    across = range(half) if left else range(half, image.width())
    wanted = QColor(colour)

    def is_near(seen: QColor) -> bool:
        ways = (
            seen.red() - wanted.red(),
            seen.green() - wanted.green(),
            seen.blue() - wanted.blue(),
        )
        return max(map(abs, ways)) < NEAR

    return sum(is_near(image.pixelColor(x, y)) for x in across for y in range(image.height()))


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_a_sign_that_leads_no_further_is_faint(rig: Rig, tokens: Tokens) -> None:
    rig.window.setPalette(palette_of(tokens))
    rig.window.setFont(font(rig.window.font(), 2.0))
    rig.stepper.show_number(1, 1, 60)
    assert inked(rig.stepper, tokens.accent, left=True) < FEW
    assert inked(rig.stepper, tokens.accent, left=False) > 10
    rig.stepper.show_number(60, 1, 60)
    assert inked(rig.stepper, tokens.accent, left=True) > FEW
    assert inked(rig.stepper, tokens.accent, left=False) < FEW


def test_the_focus_can_be_seen(rig: Rig) -> None:
    before = inked(rig.stepper, LIGHT.accent, left=True)
    rig.stepper.setFocus()
    assert inked(rig.stepper, LIGHT.accent, left=True) > before + 50


def test_the_sign_under_the_mouse_can_be_seen(rig: Rig) -> None:
    plain = rig.stepper.grab().toImage()
    QTest.mouseMove(rig.stepper, rig.place(1))
    assert rig.stepper.grab().toImage() != plain
    assert rig.stepper.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(rig.stepper, rig.stepper.rect().center())
    assert rig.stepper.grab().toImage() == plain
    QTest.mouseMove(rig.stepper, rig.place(-1))
    assert rig.stepper.grab().toImage() != plain
    QTest.mouseMove(rig.other, rig.place(1))
    assert rig.stepper.grab().toImage() == plain


def test_from_right_to_left_plus_stands_at_the_left(rig: Rig) -> None:
    rig.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rig.window.setFont(font(rig.window.font(), 2.0))
    rig.stepper.show_number(60, 1, 60)
    assert inked(rig.stepper, LIGHT.accent, left=True) < FEW
    assert inked(rig.stepper, LIGHT.accent, left=False) > FEW
    rig.click(-1)
    assert rig.chosen == [55]
