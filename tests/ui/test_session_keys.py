from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from backcare.core.exercise import Side
from backcare.core.plan import PhaseKind
from backcare.core.words import Words
from backcare.ui.countdown import Countdown
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.rep_dots import RepDots
from backcare.ui.session_bar import SessionBar
from backcare.ui.session_button import SessionButton
from backcare.ui.session_view import SessionView
from backcare.ui.side_badge import SideBadge
from tests.ui.session_builders import (
    Ear,
    button,
    buttons,
    every_kind,
    every_state,
    frame_at,
    hurt,
    index_of,
    paused,
    press,
    shown_view,
    texts,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.core.frame import Frame

PLAN = every_kind()
STATES = every_state(PLAN)
LEFT_HOLD = index_of(PLAN, PhaseKind.HOLD, side=Side.LEFT, rep=4)
PLANK = index_of(PLAN, PhaseKind.HOLD, "plank")
ACTIVITY = index_of(PLAN, PhaseKind.ACTIVITY)
CAUTION = (
    "Pregnant: not flat on your back for long, above all after 16 weeks. "
    "Osteoporosis: ask your doctor or physiotherapist first."
)


@pytest.fixture
def view(qtbot: QtBot) -> SessionView:
    return shown_view(qtbot, PLAN, frame_at(PLAN, LEFT_HOLD, 7))


@pytest.fixture
def ear(view: SessionView) -> Ear:
    return Ear(view)


# Keys

KEYS = [
    (Qt.Key.Key_Space, "toggle_requested"),
    (Qt.Key.Key_MediaPlay, "toggle_requested"),
    (Qt.Key.Key_MediaPause, "toggle_requested"),
    (Qt.Key.Key_MediaTogglePlayPause, "toggle_requested"),
    (Qt.Key.Key_Right, "skip_requested"),
    (Qt.Key.Key_PageDown, "skip_requested"),
    (Qt.Key.Key_Left, "back_requested"),
    (Qt.Key.Key_PageUp, "back_requested"),
    (Qt.Key.Key_Up, "extend_requested"),
    (Qt.Key.Key_H, "hurt_requested"),
    (Qt.Key.Key_U, "undo_hurt_requested"),
    (Qt.Key.Key_D, "done_elsewhere_requested"),
    (Qt.Key.Key_F11, "full_screen_requested"),
    (Qt.Key.Key_Escape, "end_requested"),
]


@pytest.mark.parametrize(("key", "wish"), KEYS)
def test_each_key_has_its_wish(view: SessionView, ear: Ear, key: Qt.Key, wish: str) -> None:
    press(view, key)
    assert ear.heard == [wish]


@pytest.mark.parametrize(("key", "wish"), KEYS)
def test_a_focused_button_takes_no_key_away(
    view: SessionView, ear: Ear, key: Qt.Key, wish: str
) -> None:
    focused = button(view, "Skip")
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    press(focused, key)
    assert ear.heard == [wish]


def test_shift_and_right_leave_the_exercise(view: SessionView, ear: Ear) -> None:
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert ear.heard == ["skip_exercise_requested"]


def test_keys_with_control_are_not_the_sessions(view: SessionView, ear: Ear) -> None:
    press(view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    press(view, Qt.Key.Key_Z)
    assert ear.heard == []


def test_a_key_held_down_counts_once_except_for_more_time(view: SessionView, ear: Ear) -> None:
    for key, _ in KEYS:
        press(view, key, again=True)
    assert ear.heard == ["extend_requested"]


def test_enter_presses_the_button_that_tab_reached(view: SessionView, ear: Ear) -> None:
    view.setFocus()
    press(view, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, SessionButton)
    assert focused.text() == "Back"
    press(focused, Qt.Key.Key_Return)
    press(focused, Qt.Key.Key_Return, again=True)
    assert ear.heard == ["back_requested"]


def test_tab_goes_from_left_to_right(view: SessionView) -> None:
    reached = []
    for _ in range(6):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert isinstance(focused, SessionButton)
        reached.append(focused.text())
    assert reached == ["Back", "Pause", "+10 s", "Skip", "That hurt", "End"]


def test_a_click_does_not_take_the_focus(view: SessionView, ear: Ear) -> None:
    QTest.mouseClick(button(view, "Skip"), Qt.MouseButton.LeftButton)
    assert ear.heard == ["skip_requested"]
    assert QApplication.focusWidget() is view


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_on_when_the_session_waits(view: SessionView, ear: Ear, key: Qt.Key) -> None:
    view.show_frame(frame_at(PLAN, ACTIVITY))
    press(view, key)
    assert ear.heard == ["toggle_requested"]


def test_enter_ends_an_open_hold_and_does_nothing_to_others(view: SessionView, ear: Ear) -> None:
    press(view, Qt.Key.Key_Return)
    assert ear.heard == []
    view.show_frame(frame_at(PLAN, PLANK, 5))
    press(view, Qt.Key.Key_Return)
    assert ear.heard == ["end_hold_requested"]


def test_the_focus_goes_home_when_its_button_goes_away(view: SessionView) -> None:
    view.show_frame(frame_at(PLAN, PLANK, 5))
    button(view, "End hold").setFocus(Qt.FocusReason.TabFocusReason)
    view.show_frame(frame_at(PLAN, LEFT_HOLD, 5))
    assert QApplication.focusWidget() is view


def test_the_focus_comes_to_the_view_when_it_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, session = QLineEdit(window), SessionView(Words(), window)
    session.hide()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    session.show()
    assert QApplication.focusWidget() is session


# Controls

RUNNING = ["Back", "Pause", "+10 s", "Skip", "That hurt", "End"]


@pytest.mark.parametrize(
    ("frame", "shown"),
    [
        (frame_at(PLAN, LEFT_HOLD, 3), RUNNING),
        (frame_at(PLAN, LEFT_HOLD, 3, paused), ["Back", "Go on", *RUNNING[2:]]),
        (frame_at(PLAN, PLANK, 3), ["Back", "Pause", "End hold", *RUNNING[2:]]),
        (
            frame_at(PLAN, ACTIVITY),
            ["Back", "Start", "Done elsewhere", "Skip", "That hurt", "End"],
        ),
        (frame_at(PLAN, LEFT_HOLD, 3, hurt), [*RUNNING[:4], "Undo", "End"]),
        (STATES["ready"], ["Start", "End"]),
    ],
)
def test_only_controls_that_can_do_something_are_there(
    view: SessionView, frame: Frame, shown: list[str]
) -> None:
    view.show_frame(frame)
    assert buttons(view) == shown


def test_every_button_does_what_its_key_does(view: SessionView, ear: Ear) -> None:
    for text in RUNNING:
        QTest.mouseClick(button(view, text), Qt.MouseButton.LeftButton)
    view.show_frame(frame_at(PLAN, PLANK, 3))
    QTest.mouseClick(button(view, "End hold"), Qt.MouseButton.LeftButton)
    view.show_frame(frame_at(PLAN, ACTIVITY))
    QTest.mouseClick(button(view, "Done elsewhere"), Qt.MouseButton.LeftButton)
    view.show_frame(frame_at(PLAN, LEFT_HOLD, 3, hurt))
    QTest.mouseClick(button(view, "Undo"), Qt.MouseButton.LeftButton)
    assert ear.heard == [
        "back_requested",
        "toggle_requested",
        "extend_requested",
        "skip_requested",
        "hurt_requested",
        "end_requested",
        "end_hold_requested",
        "done_elsewhere_requested",
        "undo_hurt_requested",
    ]


def test_every_control_has_a_name_and_tells_its_key(view: SessionView) -> None:
    for each in view.findChildren(SessionButton):
        assert each.accessibleName() == each.text()
        assert each.accessibleDescription().startswith("Key: ")


def test_labels_keep_their_text_for_screen_readers(view: SessionView) -> None:
    assert all(not label.accessibleName() for label in view.findChildren(QLabel))
    for painted in (Countdown, SessionBar, RepDots, ExerciseCard, SideBadge):
        widget = view.findChild(painted)
        assert isinstance(widget, QWidget)
        assert widget.accessibleName()


def card(view: SessionView) -> ExerciseCard:
    found = view.findChild(ExerciseCard)
    assert isinstance(found, ExerciseCard)
    return found


# Ending


def test_the_question_stands_in_place_of_the_card(view: SessionView, ear: Ear) -> None:
    view.show_leave_question(True)
    assert "End the session?" in texts(view)
    assert not card(view).isVisible()
    assert buttons(view) == ["Carry on", "End now"]
    focused = QApplication.focusWidget()
    assert isinstance(focused, SessionButton)
    press(focused, Qt.Key.Key_Return)
    assert ear.heard == ["leave_declined"]
    view.show_leave_question(False)
    assert card(view).isVisible()
    assert buttons(view) == RUNNING
    assert QApplication.focusWidget() is view


def test_the_question_can_be_confirmed_by_keyboard(view: SessionView, ear: Ear) -> None:
    view.show_leave_question(True)
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert ear.heard == ["leave_confirmed"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_MediaPlay])
def test_the_question_is_declined_by_the_keys_that_go_on(
    view: SessionView, ear: Ear, key: Qt.Key
) -> None:
    view.show_leave_question(True)
    press(QApplication.focusWidget(), key)
    assert ear.heard == ["leave_declined"]


def test_arrows_choose_between_the_two_answers(view: SessionView, ear: Ear) -> None:
    view.show_leave_question(True)
    press(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is button(view, "End now")
    press(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is button(view, "Carry on")
    assert ear.heard == []


def test_other_keys_wait_until_the_question_is_answered(view: SessionView, ear: Ear) -> None:
    view.show_leave_question(True)
    for key in (Qt.Key.Key_H, Qt.Key.Key_U, Qt.Key.Key_Up, Qt.Key.Key_D):
        press(view, key)
    assert ear.heard == []


def test_the_question_does_not_outlive_its_session(view: SessionView) -> None:
    view.show_leave_question(True)
    view.set_plan(PLAN)
    view.show_frame(STATES["prepare knee-to-chest"])
    assert buttons(view) == RUNNING
