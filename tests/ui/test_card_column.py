from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from backcare.core.search import EVERYTHING, wanted
from backcare.ui.card_column import ROOM_FOR_CARDS, WIDEST, CardColumn
from backcare.ui.exercise_list import ExerciseList
from backcare.ui.theme import LIGHT, palette_of
from tests.ui.browse_builders import LONG, make_row
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HEADING_HEIGHT = 120
MANY = tuple(make_row(str(number), f"move-{number}") for number in range(40))


class Heading(QWidget):
    """A field in a block of a certain height."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setMinimumHeight(HEADING_HEIGHT)


class Column(CardColumn):
    """Many cards under a heading."""

    def __init__(self) -> None:
        self.heading = Heading()
        self.cards = ExerciseList()
        super().__init__(self.heading, self.cards)
        self.cards.show_rows(MANY)

    def with_room_for(self, text_heights: float) -> None:
        """Leave that room below the heading."""
        self.resize(400, HEADING_HEIGHT + round(text_heights * self.fontMetrics().height()) + 2)
        QApplication.processEvents()

    def place_of(self, key: str) -> QRect:
        """Where a card is, as seen in the area that scrolls."""
        box = self.cards.visualRect(self.cards.cards.index(self.cards.cards.place_of(key)))
        return box.translated(self.cards.mapTo(self.area.viewport(), box.topLeft()) - box.topLeft())

    def is_seen(self, key: str) -> bool:
        return self.area.viewport().rect().contains(self.place_of(key).adjusted(0, 2, 0, -2))


@pytest.fixture
def column(qtbot: QtBot) -> Column:
    made = Column()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.with_room_for(ROOM_FOR_CARDS)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    QApplication.processEvents()
    return made


# The heading


def test_the_heading_stands_where_there_is_room_for_cards(column: Column) -> None:
    told = []
    for room in (ROOM_FOR_CARDS, ROOM_FOR_CARDS - 1, ROOM_FOR_CARDS):
        column.with_room_for(room)
        told.append(column.does_heading_stand)
        assert column.area.isAncestorOf(column.heading) is not column.does_heading_stand
    assert told == [True, False, True]


def test_a_heading_in_the_way_scrolls_away(column: Column) -> None:
    column.with_room_for(4)
    assert not column.is_seen("1")
    column.area.verticalScrollBar().setValue(HEADING_HEIGHT)
    assert column.is_seen("1")
    column.scroll_to_top()
    assert column.heading.visibleRegion().boundingRect().height() == HEADING_HEIGHT


def test_a_heading_that_grows_settles_anew(column: Column) -> None:
    column.heading.setMinimumHeight(HEADING_HEIGHT * 3)
    column.settle()
    assert not column.does_heading_stand


def test_larger_text_settles_anew(column: Column) -> None:
    font = column.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    column.setFont(font)
    assert not column.does_heading_stand


def test_the_keyboard_stays_in_the_heading_when_it_moves(column: Column) -> None:
    column.heading.field.setFocus()
    for room in (3, ROOM_FOR_CARDS + 1):
        column.with_room_for(room)
        assert QApplication.focusWidget() is column.heading.field


def test_what_is_put_above_the_heading_moves_with_it(column: Column) -> None:
    notice = QLabel("Two files have mistakes.")
    column.put_above(notice)
    notice.show()
    column.with_room_for(3)
    assert column.area.isAncestorOf(notice)
    assert (
        notice.mapTo(column, notice.rect().topLeft()).y()
        < column.heading.mapTo(column, column.heading.rect().topLeft()).y()
    )


# The cards


def test_the_list_is_as_high_as_its_cards(column: Column) -> None:
    cards = column.cards
    last = cards.visualRect(cards.cards.index(len(MANY) - 1))
    assert cards.height() == last.bottom() + 1
    cards.set_wanted(wanted("move 1"))
    QApplication.processEvents()
    last = cards.visualRect(cards.cards.index(cards.shown_count - 1))
    assert cards.height() == last.bottom() + 1
    cards.set_wanted(EVERYTHING)
    cards.show_rows((replace(MANY[0], name=LONG), MANY[1]))
    column.resize(200, 400)
    QApplication.processEvents()
    cards.doItemsLayout()
    assert cards.height() == cards.visualRect(cards.cards.index(1)).bottom() + 1


def test_the_arrow_keys_bring_the_card_into_sight(column: Column) -> None:
    column.cards.setFocus()
    for _ in range(12):
        QTest.keyClick(column.cards, Qt.Key.Key_Down)
        assert column.is_seen(column.cards.current_key())
    QTest.keyClick(column.cards, Qt.Key.Key_Home)
    assert column.is_seen("0")
    QTest.keyClick(column.cards, Qt.Key.Key_End)
    assert column.is_seen("39")


def test_a_page_is_what_is_seen(column: Column) -> None:
    column.cards.setFocus()
    QTest.keyClick(column.cards, Qt.Key.Key_PageDown)
    first = int(column.cards.current_key())
    assert 1 < first < 8
    assert column.is_seen(str(first))
    QTest.keyClick(column.cards, Qt.Key.Key_PageDown)
    assert int(column.cards.current_key()) > first
    for _ in range(30):
        QTest.keyClick(column.cards, Qt.Key.Key_PageDown)
    assert column.cards.current_key() == "39"
    for _ in range(40):
        QTest.keyClick(column.cards, Qt.Key.Key_PageUp)
    assert column.cards.current_key() == "0"


def test_choosing_from_outside_does_not_scroll(column: Column) -> None:
    column.heading.field.setFocus()
    column.cards.choose("30")
    assert column.area.verticalScrollBar().value() == 0


def test_who_comes_to_the_list_by_a_key_sees_the_chosen_card(column: Column) -> None:
    column.heading.field.setFocus()
    column.cards.choose("30")
    column.cards.setFocus(Qt.FocusReason.TabFocusReason)
    assert column.is_seen("30")


def test_the_wheel_over_a_card_scrolls_the_column(column: Column) -> None:
    assert not column.cards.verticalScrollBar().isVisible()
    window = column.windowHandle()
    place = column.cards.mapTo(column, QPoint(50, 50))
    QTest.wheelEvent(window, place, QPoint(0, -120))
    assert column.area.verticalScrollBar().value() > 0


def test_the_cards_keep_a_width_that_can_be_read(column: Column) -> None:
    em = column.fontMetrics().height()
    column.resize(WIDEST * em * 2, 600)
    QApplication.processEvents()
    assert column.cards.width() <= WIDEST * em
    right = column.cards.mapTo(column, column.cards.rect().topRight()).x()
    assert column.width() - right < 2 * em  # beside the detail
    column.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert column.cards.mapTo(column, column.cards.rect().topLeft()).x() < 2 * em


def test_larger_text_leads_back_to_the_top(column: Column) -> None:
    column.with_room_for(ROOM_FOR_CARDS - 2)
    column.area.verticalScrollBar().setValue(90)
    larger = column.font()
    larger.setPointSizeF(larger.pointSizeF() * 1.3)
    column.setFont(larger)
    QApplication.processEvents()
    assert column.area.verticalScrollBar().value() == 0


# Nothing


def test_what_there_is_to_say_takes_the_place_of_the_cards(column: Column) -> None:
    column.nothing.tell(searching=True, elsewhere=4)
    column.show_cards(any_there=False)
    assert not column.cards.isVisible()
    assert column.nothing.isVisible()
    assert "Nothing here fits what you look for." in texts(column)
    assert column.nothing.clear_button.isVisible()
    assert column.nothing.everywhere_button.text() == "Search all exercises (4)"
    column.show_cards(any_there=True)
    assert column.cards.isVisible()
    assert not column.nothing.isVisible()


def test_nothing_elsewhere_is_not_offered(column: Column) -> None:
    column.show_cards(any_there=False)
    column.nothing.tell(searching=True, elsewhere=0)
    assert not column.nothing.everywhere_button.isVisible()
    column.nothing.tell(searching=False, elsewhere=0)
    assert "There is nothing here." in texts(column)
    assert not column.nothing.clear_button.isVisible()


def test_the_buttons_wish(qtbot: QtBot, column: Column) -> None:
    column.nothing.tell(searching=True, elsewhere=1)
    column.show_cards(any_there=False)
    with qtbot.waitSignal(column.nothing.clear_requested):
        QTest.mouseClick(column.nothing.clear_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(column.nothing.everywhere_requested):
        QTest.mouseClick(column.nothing.everywhere_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("text_heights", "shown"), [(30, True), (6, False)])
def test_the_mat_makes_room_for_the_buttons(
    column: Column, text_heights: float, shown: bool
) -> None:
    column.nothing.tell(searching=True, elsewhere=0)
    column.show_cards(any_there=False)
    column.with_room_for(text_heights)
    assert any("Mat" in type(each).__name__ for each in shown_in(column.nothing)) is shown
    assert column.nothing.clear_button.isVisible()


def test_that_nothing_is_found_is_seen_below_a_high_heading(column: Column) -> None:
    column.heading.setMinimumHeight(700)
    column.resize(400, 500)
    QApplication.processEvents()
    column.nothing.tell(searching=True, elsewhere=0)
    column.show_cards(any_there=False)
    QApplication.processEvents()
    assert column.area.verticalScrollBar().value() > 0
    assert not column.nothing.clear_button.visibleRegion().isEmpty()


def shown_in(widget: QWidget) -> list[QWidget]:
    return [each for each in widget.findChildren(QWidget) if each.isVisible()]
