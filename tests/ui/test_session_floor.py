"""Floor mode, standing still, and what is told without taking the keyboard away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from backcare.core.exercise import Side
from backcare.core.plan import PhaseKind
from backcare.core.words import Words
from backcare.ui.countdown import Countdown
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.idleness import Idleness
from backcare.ui.rep_dots import RepDots
from backcare.ui.session_controls import SessionControls
from backcare.ui.session_panels import NextStrip, Notice
from backcare.ui.session_signs import VEIL, Call, PauseSign, Veil
from backcare.ui.session_view import NOTICE_MS, SessionView
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, contrast, palette_of
from tests.ui.session_builders import (
    Ear,
    away,
    button,
    buttons,
    every_kind,
    frame_at,
    hurt,
    index_of,
    paused,
    press,
    texts,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.core.frame import Frame

PLAN = every_kind()
HOLD = index_of(PLAN, PhaseKind.HOLD, side=Side.LEFT, rep=4)
RUNNING = frame_at(PLAN, HOLD, 7)
PAUSED = frame_at(PLAN, HOLD, 7, paused)
WAITING = frame_at(PLAN, index_of(PLAN, PhaseKind.ACTIVITY))


@pytest.fixture
def view(qtbot: QtBot) -> SessionView:
    made = SessionView(Words(), controls_hide_ms=20)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.set_plan(PLAN)
    made.show_frame(RUNNING)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def part(view: QWidget, kind: type[QWidget]) -> QWidget:
    found = view.findChild(kind)
    assert isinstance(found, kind)
    return found


def is_hidden(view: SessionView) -> bool:
    """Whether the controls can neither be seen nor clicked, and the pointer neither."""
    row = part(view, SessionControls)
    image = row.grab().toImage()
    drawn = any(image.pixelColor(x, 20) != image.pixelColor(0, 0) for x in range(0, 1200, 7))
    out_of_reach = row.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    no_pointer = view.cursor().shape() is Qt.CursorShape.BlankCursor
    assert (not drawn) is out_of_reach is no_pointer
    return out_of_reach


def hide(view: SessionView, qtbot: QtBot) -> None:
    view.fill_screen(True)
    qtbot.waitUntil(lambda: is_hidden(view))


def move_mouse(widget: QWidget, x: int, y: int) -> None:
    place = QPointF(x, y)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        widget.mapToGlobal(place),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


def test_in_a_window_controls_stay(view: SessionView) -> None:
    idleness = view.findChild(Idleness)
    assert isinstance(idleness, Idleness)
    assert not idleness.is_waiting
    assert not is_hidden(view)


def test_in_floor_mode_controls_go_while_nobody_touches_anything(
    view: SessionView, qtbot: QtBot
) -> None:
    hide(view, qtbot)
    idleness = view.findChild(Idleness)
    assert isinstance(idleness, Idleness)
    assert not idleness.is_waiting, "nothing wakes up until somebody touches something"


def test_controls_that_come_and_go_move_nothing(view: SessionView, qtbot: QtBot) -> None:
    kinds = (ExerciseCard, Countdown, NextStrip, RepDots, SessionControls)
    view.fill_screen(True)
    before = [part(view, kind).geometry() for kind in kinds]
    hide(view, qtbot)
    assert [part(view, kind).geometry() for kind in kinds] == before


def test_a_move_of_the_mouse_anywhere_brings_them_back(view: SessionView, qtbot: QtBot) -> None:
    for place in (view, part(view, ExerciseCard), part(view, Countdown)):
        hide(view, qtbot)
        move_mouse(place, 30, 40)
        assert not is_hidden(view), place
        qtbot.waitUntil(lambda: is_hidden(view))
        move_mouse(place, 30, 40)
        assert is_hidden(view), "something moved under a mouse that stands still"
        view.fill_screen(False)


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_A])
def test_a_key_brings_them_back_and_does_what_it_does(
    view: SessionView, qtbot: QtBot, key: Qt.Key
) -> None:
    ear = Ear(view)
    hide(view, qtbot)
    press(view, key)
    assert not is_hidden(view)
    assert len(ear.heard) == (key is not Qt.Key.Key_A)


def test_a_click_on_what_cannot_be_seen_presses_nothing(view: SessionView, qtbot: QtBot) -> None:
    ear = Ear(view)
    hide(view, qtbot)
    skip = button(view, "Skip")
    place = skip.mapTo(view, QPoint(20, 20))
    below = view.childAt(place)
    assert not isinstance(below, type(skip))
    QTest.mouseClick(below or view, Qt.MouseButton.LeftButton)
    assert ear.heard == []
    assert not is_hidden(view), "but it brings the controls back"
    assert view.childAt(place) is skip


def test_tab_reaches_a_control_that_is_out_of_sight_and_keeps_it(
    view: SessionView, qtbot: QtBot
) -> None:
    hide(view, qtbot)
    assert button(view, "Skip").isVisible(), "for screen readers"
    press(view, Qt.Key.Key_Tab)
    assert button(view, "Back").hasFocus()
    assert not is_hidden(view)
    qtbot.wait(60)
    assert not is_hidden(view)
    view.setFocus()
    qtbot.waitUntil(lambda: is_hidden(view))


@pytest.mark.parametrize("frame", [PAUSED, WAITING], ids=["paused", "waiting"])
def test_while_nothing_goes_on_controls_stay(view: SessionView, qtbot: QtBot, frame: Frame) -> None:
    hide(view, qtbot)
    view.show_frame(frame)
    assert not is_hidden(view)
    qtbot.wait(60)
    assert not is_hidden(view)
    view.show_frame(RUNNING)
    qtbot.waitUntil(lambda: is_hidden(view))


def test_the_question_keeps_its_answers_in_sight(view: SessionView, qtbot: QtBot) -> None:
    hide(view, qtbot)
    view.show_leave_question(True)
    view.setFocus()
    qtbot.wait(60)
    assert not is_hidden(view), "though no button has the keyboard"
    view.show_leave_question(False)
    qtbot.waitUntil(lambda: is_hidden(view))


def test_back_in_a_window_the_controls_are_there_again(view: SessionView, qtbot: QtBot) -> None:
    hide(view, qtbot)
    view.fill_screen(False)
    assert not is_hidden(view)
    qtbot.wait(60)
    assert not is_hidden(view)


# Standing still


def test_a_pause_says_so_and_how_to_go_on_and_lets_the_rest_recede(view: SessionView) -> None:
    view.show_frame(PAUSED)
    card, sign = part(view, ExerciseCard), part(view, PauseSign)
    assert card.accessibleDescription() == "", "nothing to read but the sign"
    assert texts(sign) == ["Paused", "Space goes on"]
    assert part(view, ExerciseCard).geometry().contains(sign.geometry())
    assert part(view, Veil).geometry() == view.rect()
    view.show_frame(RUNNING)
    assert not sign.isVisible()
    assert not part(view, Veil).isVisible()


def test_the_question_takes_the_place_of_the_pause(view: SessionView) -> None:
    view.show_frame(PAUSED)
    view.show_leave_question(True)
    assert not part(view, PauseSign).isVisible()
    assert part(view, Veil).isVisible()
    told = "The session is paused. Carry on, or end now and see what you have done."
    assert told in texts(view)
    view.show_leave_question(False)
    assert part(view, PauseSign).isVisible()


def test_who_was_away_is_told_so_in_the_pause(view: SessionView) -> None:
    view.show_frame(frame_at(PLAN, HOLD, 4.0, away))
    notice = part(view, Notice)
    assert notice.isVisible()
    assert notice.geometry().left() > part(view, ExerciseCard).geometry().right()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_what_recedes_can_still_be_read(tokens: Tokens) -> None:
    def veiled(colour: str) -> str:
        one, other = QColor(colour), QColor(tokens.background)
        pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
        return QColor(*(round((1 - VEIL) * a + VEIL * b) for a, b in pairs)).name()

    for colour in (tokens.ink, tokens.session_soft):
        assert contrast(veiled(colour), veiled(tokens.surface)) >= 4.5
        assert contrast(veiled(colour), tokens.background) >= 4.5


def test_waiting_calls_for_space_in_place_of_the_dots(view: SessionView) -> None:
    dots = part(view, RepDots).geometry()
    view.show_frame(WAITING)
    call = part(view, Call)
    assert texts(call) == ["When you are ready", "Space starts"]
    assert call.isVisible()
    assert call.geometry().top() == dots.top()
    assert not part(view, RepDots).isVisible()
    view.show_frame(RUNNING)
    assert not call.isVisible()


def test_an_activity_that_waits_says_what_can_be_done_with_it(view: SessionView) -> None:
    view.show_frame(WAITING)
    assert "Start when you like; or do it elsewhere, and press D" in texts(view)


def test_what_comes_next_is_always_told(view: SessionView) -> None:
    prepare = frame_at(PLAN, index_of(PLAN, PhaseKind.PREPARE))
    for frame in (prepare, RUNNING, PAUSED, WAITING):
        view.show_frame(frame)
        for asking in (True, False):
            view.show_leave_question(asking)
            assert part(view, NextStrip).isVisible()
    view.show_frame(prepare)
    assert "Hold 15 s, left leg" in texts(view)


# The question


def test_one_key_ends_and_only_while_it_is_asked_for(view: SessionView) -> None:
    ear = Ear(view)
    press(view, Qt.Key.Key_E)
    assert ear.heard == []
    view.show_leave_question(True)
    press(QApplication.focusWidget() or view, Qt.Key.Key_E)
    assert ear.heard == ["leave_confirmed"]


def test_each_answer_tells_one_key(view: SessionView) -> None:
    view.show_leave_question(True)
    told = [button(view, text).accessibleDescription() for text in buttons(view)]
    assert told == ["Key: Esc", "Key: E"]


# Notices


def test_a_notice_takes_neither_keyboard_nor_room_from_the_card(
    view: SessionView, qtbot: QtBot
) -> None:
    heard: list[str] = []
    view.announced.connect(heard.append)
    before = part(view, ExerciseCard).geometry()
    text = "The settings could not be saved: the disk is full"
    view.show_notice(text)
    notice = part(view, Notice)
    assert isinstance(notice, Notice)
    assert (notice.isVisible(), notice.text()) == (True, text)
    assert QApplication.focusWidget() is view
    assert part(view, ExerciseCard).geometry() == before
    assert heard == [text]
    view.show_frame(frame_at(PLAN, HOLD, 7, hurt))
    assert notice.text() != text, "what happens now is more urgent"
    view.show_frame(RUNNING)
    assert notice.text() == text
    view.show_notice("")
    assert not notice.isVisible()
    del qtbot


def test_a_notice_goes_by_itself(view: SessionView) -> None:
    view.show_notice("Something happened")
    timer = view.notice_timer
    assert timer.isActive()
    assert timer.interval() == NOTICE_MS
    timer.timeout.emit()
    assert not part(view, Notice).isVisible()


@pytest.mark.parametrize("tokens", [LIGHT, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_surfaces_are_outlined_where_they_are_no_lighter(view: SessionView, tokens: Tokens) -> None:
    view.setPalette(palette_of(tokens))
    for kind in (ExerciseCard, NextStrip):
        image = part(view, kind).grab().toImage()
        edge = image.pixelColor(image.width() // 2, 1)
        assert (edge == QColor(tokens.line)) is tokens.has_outlines
