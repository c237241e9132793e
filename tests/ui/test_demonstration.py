from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backcare.core.gesture import demonstration_seconds
from backcare.ui.demonstration import FIRST_WAIT_SECONDS, Demonstration
from backcare.ui.theme import LIGHT, font, palette_of
from tests.builders import make_moves
from tests.ui.figure_builders import SQUAT, make_figures

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SLOW = make_moves("squat")
LENGTH = demonstration_seconds(SLOW, SQUAT)


class Clock:
    """Stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = 50.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def make(
    qtbot: QtBot, clock: Clock, *, reduced: bool = False, moving: bool = True
) -> Demonstration:
    made = Demonstration(make_figures(reduced=reduced), now=clock)
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(320, 230)
    made.show_exercise(SLOW, SQUAT, "Squat, standing", moving=moving)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.tick()
    return made


def after(made: Demonstration, clock: Clock, seconds: float) -> QImage:
    clock.seconds += seconds
    made.tick()
    return made.figure.grab().toImage()


def moves(made: Demonstration) -> bool:
    return made.is_moving


def test_it_begins_moves_a_few_times_and_comes_to_rest(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock)
    start = after(made, clock, 0.0)
    assert after(made, clock, FIRST_WAIT_SECONDS) == start
    assert after(made, clock, 1.5) != start
    assert moves(made)
    assert not made.again.isVisible()
    rest = after(made, clock, LENGTH)
    assert rest != start
    assert (moves(made), made.again.isVisible()) == (False, True)
    assert made.figure.accessibleName() == "Squat, standing"


def test_it_can_be_asked_again(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock, moving=False)
    assert (moves(made), made.again.isVisible()) == (False, True)

    def rests_again() -> None:
        assert moves(made)
        assert not made.again.isVisible()
        after(made, clock, LENGTH + 1)
        assert not moves(made)

    QTest.mouseClick(made.again, Qt.MouseButton.LeftButton)
    rests_again()
    QTest.mouseClick(made.figure, Qt.MouseButton.LeftButton)
    rests_again()
    QTest.keyClick(made.figure, Qt.Key.Key_Space)
    rests_again()
    at = QPointF(5, 5)
    QApplication.sendEvent(made.figure, QEnterEvent(at, at, at))
    rests_again()


def test_asking_while_it_moves_does_not_begin_anew(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock)
    moved = after(made, clock, FIRST_WAIT_SECONDS + 1.5)
    made.show_again()
    assert after(made, clock, 0.0) == moved


def test_with_reduced_motion_it_stands_and_asks_for_nothing(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock, reduced=True)
    still = after(made, clock, 0.0)
    assert not moves(made)
    made.show_again()
    assert (moves(made), made.again.isVisible()) == (False, False)
    assert after(made, clock, 1.0) == still


def test_hidden_it_does_not_wake(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock)
    assert moves(made)
    made.hide()
    assert not moves(made)
    made.show()
    assert moves(made)
    made.showMinimized()
    before = made.figure.grab().toImage()
    clock.seconds += 2.0
    made.tick()
    assert made.figure.grab().toImage() == before


def test_without_an_exercise_there_is_nothing_to_do(qtbot: QtBot) -> None:
    made = Demonstration(make_figures())
    qtbot.addWidget(made)
    made.tick()
    assert made.sizeHint().isValid()


def test_the_focus_can_be_seen(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock, moving=False)
    made.again.setFocus()
    accent = QColor(LIGHT.accent)

    def ring() -> bool:
        image = made.grab().toImage()
        return any(image.pixelColor(x, 115) == accent for x in range(4))

    assert not ring()
    made.figure.setFocus()
    QApplication.sendEvent(made.figure, QEvent(QEvent.Type.EnabledChange))
    assert ring()


def test_the_button_keeps_out_of_the_figures_way(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock, moving=False)
    assert made.again.text() == "Show again"
    assert made.again.geometry().center().x() > made.width() / 2
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert made.again.geometry().center().x() < made.width() / 2
    made.setFont(font(made.font(), 2.5))
    assert made.again.text() == ""
    assert made.again.accessibleName() == "Show again"
    assert made.again.width() < made.width() / 2
    made.resize(1200, 400)
    assert made.again.text() == "Show again"


def test_the_focus_stays_with_the_figure_that_is_shown_again(qtbot: QtBot, clock: Clock) -> None:
    made = make(qtbot, clock, moving=False)
    made.again.setFocus()
    QTest.keyClick(made.again, Qt.Key.Key_Space)
    assert not made.again.isVisible()
    assert made.figure.hasFocus()
