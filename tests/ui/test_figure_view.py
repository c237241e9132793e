from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backcare.core.gesture import Gesture, KeyPose
from backcare.ui.figure_view import FigureView
from backcare.ui.theme import DARK, LIGHT, palette_of
from tests.ui.figure_builders import CURL, MISSING, SQUAT, colours, make_figures
from tests.ui.test_session_view import Drawn

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

EFFORT = Gesture(KeyPose.EFFORT, KeyPose.EFFORT)
HALF = Gesture(KeyPose.START, KeyPose.EFFORT, 0.5)


@pytest.fixture
def view(qtbot: QtBot) -> FigureView:
    made = FigureView()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.resize(300, 220)
    made.set_figures(make_figures())
    made.show_exercise(SQUAT, "Squat", "Standing")
    with qtbot.waitExposed(made):
        made.show()
    return made


def seen(view: FigureView) -> QImage:
    return view.grab().toImage()


def late(view: FigureView) -> bool:
    return view.is_late


def is_empty(view: FigureView) -> bool:
    return colours(seen(view)) == 1


def test_it_says_what_it_shows(view: FigureView) -> None:
    assert (view.accessibleName(), view.accessibleDescription()) == ("Squat", "Standing")


def test_nothing_is_built_before_a_gesture_is_shown(view: FigureView) -> None:
    assert is_empty(view)
    view.resize(320, 240)
    view.setPalette(palette_of(DARK))
    assert is_empty(view)
    view.show_gesture(EFFORT)
    assert colours(seen(view)) > 6


@pytest.mark.parametrize("illustration", [None, MISSING])
def test_without_a_picture_it_is_empty(view: FigureView, illustration: object) -> None:
    view.show_gesture(EFFORT)
    view.show_exercise(MISSING if illustration else None, "Other")
    view.show_gesture(EFFORT)
    assert is_empty(view)
    assert view.box is None
    assert view.body(flipped=False) == ()
    assert not late(view)


def test_without_figures_it_does_nothing(qtbot: QtBot) -> None:
    bare = FigureView()
    qtbot.addWidget(bare)
    bare.show_exercise(SQUAT, "Squat")
    bare.show_gesture(EFFORT)
    assert not bare.build_ahead(SQUAT, EFFORT)
    assert bare.box is None
    assert is_empty(bare)


def test_the_same_picture_again_draws_nothing(view: FigureView) -> None:
    view.show_gesture(HALF)
    QApplication.processEvents()
    drawn = Drawn()
    view.installEventFilter(drawn)
    view.show_gesture(Gesture(KeyPose.START, KeyPose.EFFORT, 0.501))
    QApplication.processEvents()
    assert drawn.count == 0
    view.show_gesture(EFFORT)
    QApplication.processEvents()
    assert drawn.count == 1


def test_without_time_to_build_the_nearest_picture_stands_in(view: FigureView) -> None:
    view.show_gesture(HALF, may_build=False)
    assert late(view)
    assert is_empty(view)
    view.show_gesture(HALF)
    assert not late(view)
    half = seen(view)
    view.show_gesture(EFFORT, may_build=False)
    assert late(view)
    assert seen(view) == half
    view.show_gesture(EFFORT)
    assert (late(view), seen(view) == half) == (False, False)
    view.show_gesture(HALF, may_build=False)
    assert (late(view), seen(view) == half) == (False, True)


def test_a_late_picture_never_leaves_the_wrong_side_on_the_screen(view: FigureView) -> None:
    view.show_gesture(EFFORT)
    other = replace(EFFORT, flipped=True)
    view.show_gesture(other, may_build=False)
    assert late(view)
    assert is_empty(view)
    assert view.is_empty
    view.show_gesture(other)
    assert (late(view), is_empty(view), view.is_empty) == (False, False, False)


def test_what_lets_go_may_be_seen_as_it_was_for_a_moment(view: FigureView) -> None:
    view.show_gesture(EFFORT)
    held = seen(view)
    view.show_gesture(replace(EFFORT, marked=False), may_build=False)
    assert late(view)
    assert seen(view) == held


def test_what_was_built_ahead_is_there_in_time(view: FigureView) -> None:
    assert view.build_ahead(SQUAT, EFFORT)
    assert not view.build_ahead(SQUAT, EFFORT)
    view.show_gesture(EFFORT, may_build=False)
    assert not late(view)
    assert not is_empty(view)


def test_where_room_is_short_other_exercises_are_not_built_ahead(qtbot: QtBot) -> None:
    from backcare.figure.gallery import Gallery
    from backcare.ui.figures import Figures
    from tests.figure.figures import POSES

    made = FigureView()
    qtbot.addWidget(made)
    made.set_figures(Figures(Gallery(lambda: POSES), most_pictures=1))
    made.show_exercise(SQUAT, "Squat")
    assert made.build_ahead(CURL, EFFORT)
    assert not made.build_ahead(CURL, HALF)
    assert made.build_ahead(SQUAT, HALF)


def test_another_theme_is_taken_up_at_once(view: FigureView) -> None:
    view.show_gesture(EFFORT)
    light = seen(view)
    view.setPalette(palette_of(DARK))
    dark = seen(view)
    assert colours(dark) > 6
    assert dark != light
    view.setPalette(palette_of(LIGHT))
    assert seen(view) == light


def test_another_exercise_is_shown_straight(view: FigureView) -> None:
    view.show_gesture(EFFORT)
    straight = seen(view)
    view.turn(90)
    assert seen(view) != straight
    view.show_exercise(CURL, "Curl")
    assert is_empty(view)
    view.show_exercise(SQUAT, "Squat")
    view.show_gesture(EFFORT)
    assert seen(view) == straight


# By hand


def test_keys_turn_it_and_home_turns_it_back(view: FigureView) -> None:
    view.show_gesture(EFFORT)
    straight = seen(view)
    QTest.keyClick(view, Qt.Key.Key_Left)
    left = seen(view)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert seen(view) == straight != left
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert seen(view) not in (left, straight)
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert seen(view) == straight


def test_space_and_a_press_ask_for_something(qtbot: QtBot, view: FigureView) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(view.touched):
            QTest.keyClick(view, key)
    with qtbot.waitSignal(view.touched):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(view.touched):
        QTest.mouseClick(view, Qt.MouseButton.RightButton)
        QTest.keyClick(view, Qt.Key.Key_A)


def test_dragging_turns_it_until_the_button_is_let_go(view: FigureView) -> None:
    view.show_gesture(EFFORT)
    straight = seen(view)
    QTest.mouseMove(view, QPoint(40, 100))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(view, QPoint(160, 100))
    turned = seen(view)
    assert turned != straight
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(160, 100))
    QTest.mouseMove(view, QPoint(220, 100))
    assert seen(view) == turned
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert seen(view) == straight


def test_other_changes_build_nothing(view: FigureView) -> None:
    QApplication.sendEvent(view, QEvent(QEvent.Type.EnabledChange))
    assert is_empty(view)
    assert view.sizeHint().isValid()


def test_a_low_figure_lies_in_the_middle_where_it_is_told_to(qtbot: QtBot) -> None:
    middles = []
    for lifts in (False, True):
        view = FigureView(lifts=lifts)
        qtbot.addWidget(view)
        view.setPalette(palette_of(LIGHT))
        view.resize(200, 300)
        view.set_figures(make_figures())
        view.show_exercise(CURL, "Curl")
        view.show_gesture(EFFORT)
        image = seen(view)
        ground = image.pixelColor(0, 0)
        rows = [
            y
            for y in range(image.height())
            if any(image.pixelColor(x, y) != ground for x in range(0, image.width(), 4))
        ]
        middles.append((rows[0] + rows[-1]) / 2)
    low, middle = middles
    assert low > 200
    assert 110 < middle < 190
