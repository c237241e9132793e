from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from backcare.core.routine import Level
from backcare.ui.level_segment import LevelChoice
from backcare.ui.level_switch import LevelSwitch
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of
from tests.ui.browse_builders import AS_WRITTEN, GENTLE, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from backcare.ui.level_segment import Segment


@pytest.fixture
def switch(qtbot: QtBot) -> Iterator[LevelSwitch]:
    page = QWidget()
    qtbot.addWidget(page)
    page.setPalette(palette_of(LIGHT))
    made = LevelSwitch()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch()
    page.resize(500, 300)
    made.show_levels(LEVELS, Level.GENTLE)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield made
    page.close()


def segments(switch: LevelSwitch) -> tuple[Segment, Segment]:
    gentle, as_written = switch.offered
    return gentle, as_written


def test_one_of_the_levels_is_on(switch: LevelSwitch) -> None:
    for level in Level:
        switch.show_levels(LEVELS, level)
        assert switch.level is level
        assert [segment.isChecked() for segment in switch.offered].count(True) == 1


def test_a_level_that_is_not_offered_leaves_the_first(switch: LevelSwitch) -> None:
    switch.show_levels((AS_WRITTEN,), Level.GENTLE)
    assert switch.level is Level.AS_WRITTEN


def test_without_levels_it_is_hidden(switch: LevelSwitch) -> None:
    switch.show_levels((), Level.GENTLE)
    assert not switch.isVisible()
    assert switch.offered == ()
    switch.show_levels(LEVELS, Level.AS_WRITTEN)
    assert switch.isVisible()
    assert switch.level is Level.AS_WRITTEN


def test_showing_another_level_is_no_choice_of_the_person(
    qtbot: QtBot, switch: LevelSwitch
) -> None:
    with qtbot.assertNotEmitted(switch.level_chosen):
        switch.show_levels(LEVELS, Level.AS_WRITTEN)
        switch.show_levels((), Level.GENTLE)
        switch.show_levels(LEVELS[:1], Level.GENTLE)


def test_a_click_chooses(qtbot: QtBot, switch: LevelSwitch) -> None:
    with qtbot.waitSignal(switch.level_chosen) as chosen:
        QTest.mouseClick(segments(switch)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [Level.AS_WRITTEN]
    with qtbot.assertNotEmitted(switch.level_chosen):
        QTest.mouseClick(segments(switch)[1], Qt.MouseButton.LeftButton)


def test_a_level_that_could_not_be_kept_can_be_chosen_again(
    qtbot: QtBot, switch: LevelSwitch
) -> None:
    QTest.mouseClick(segments(switch)[1], Qt.MouseButton.LeftButton)
    switch.show_levels(LEVELS, Level.GENTLE)
    with qtbot.waitSignal(switch.level_chosen):
        QTest.mouseClick(segments(switch)[1], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Down])
def test_the_arrow_keys_choose_the_next(qtbot: QtBot, switch: LevelSwitch, key: Qt.Key) -> None:
    gentle, as_written = segments(switch)
    gentle.setFocus()
    with qtbot.waitSignal(switch.level_chosen) as chosen:
        QTest.keyClick(gentle, key)
    assert chosen.args == [Level.AS_WRITTEN]
    assert as_written.hasFocus()


def test_the_arrow_keys_end_at_the_ends(qtbot: QtBot, switch: LevelSwitch) -> None:
    gentle, as_written = segments(switch)
    gentle.setFocus()
    with qtbot.assertNotEmitted(switch.level_chosen):
        QTest.keyClick(gentle, Qt.Key.Key_Up)
    QTest.keyClick(gentle, Qt.Key.Key_Down)
    QTest.keyClick(as_written, Qt.Key.Key_Down)
    assert as_written.hasFocus()
    QTest.keyClick(as_written, Qt.Key.Key_Up)
    assert switch.level is Level.GENTLE


def test_arrows_follow_the_direction_of_reading(qtbot: QtBot, switch: LevelSwitch) -> None:
    switch.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    gentle, as_written = segments(switch)
    assert gentle.x() > as_written.x()
    gentle.setFocus()
    with qtbot.waitSignal(switch.level_chosen):
        QTest.keyClick(gentle, Qt.Key.Key_Left)
    assert as_written.isChecked()


def test_tab_stops_at_the_one_that_is_on_only(switch: LevelSwitch) -> None:
    switch.show_levels(LEVELS, Level.AS_WRITTEN)
    gentle, as_written = segments(switch)
    as_written.setFocus()
    QTest.keyClick(as_written, Qt.Key.Key_Tab)
    below = QApplication.focusWidget()
    assert isinstance(below, QLineEdit)
    QTest.keyClick(below, Qt.Key.Key_Backtab)
    assert as_written.hasFocus()
    assert not gentle.hasFocus()


def test_a_screen_reader_hears_radio_buttons_with_their_times(switch: LevelSwitch) -> None:
    told = [QAccessible.queryAccessibleInterface(segment) for segment in segments(switch)]
    assert [each.role() for each in told] == [QAccessible.Role.RadioButton] * 2
    names = [each.text(QAccessible.Text.Name) for each in told]
    assert names == ["Gentle, 12 min", "As written, 24 min"]
    assert [bool(each.state().checked) for each in told] == [True, False]


def test_other_times_are_shown_on_the_same_parts(switch: LevelSwitch) -> None:
    before = segments(switch)
    before[0].setFocus()
    later = (LevelChoice(Level.GENTLE, "Gentle", "9 min"), AS_WRITTEN)
    switch.show_levels(later, Level.GENTLE)
    assert segments(switch) == before
    assert before[0].hasFocus()
    assert before[0].accessibleName() == "Gentle, 9 min"


def test_parts_stand_beside_each_other_or_below(switch: LevelSwitch) -> None:
    gentle, as_written = segments(switch)
    assert gentle.y() == as_written.y()
    wish = switch.sizeHint()
    assert switch.heightForWidth(wish.width()) == wish.height()
    narrow = switch.minimumSizeHint().width()
    assert switch.heightForWidth(narrow) == 2 * wish.height()
    switch.window().resize(narrow + 30, 300)
    assert gentle.x() == as_written.x()
    assert gentle.y() + gentle.height() <= as_written.y()
    assert as_written.geometry().right() <= switch.width()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_the_part_that_is_on_and_the_whole_have_outlines(
    switch: LevelSwitch, tokens: Tokens
) -> None:
    switch.window().setPalette(palette_of(tokens))
    image = switch.grab().toImage()
    middle = image.height() // 2
    columns = {
        image.pixelColor(x, middle).name()
        for x in [*range(6), *range(image.width() - 6, image.width())]
    }
    assert tokens.edge in columns
    assert tokens.accent in columns


def test_the_focus_can_be_seen(switch: LevelSwitch) -> None:
    gentle = segments(switch)[0]
    before = gentle.grab().toImage()
    gentle.setFocus()
    assert gentle.grab().toImage() != before


def test_it_grows_with_the_text(switch: LevelSwitch) -> None:
    before = switch.sizeHint()
    font = switch.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    switch.window().setFont(font)
    assert switch.sizeHint().width() > before.width() * 1.7
    assert switch.sizeHint().height() > before.height() * 1.7


def test_the_choices_are_values() -> None:
    assert LevelChoice(Level.GENTLE, "Gentle", "12 min") == GENTLE
