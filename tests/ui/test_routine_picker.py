from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from backcare.ui.card_pictures import CardPictures
from backcare.ui.dropdown import Dropdown
from backcare.ui.routine_list import RoutineList
from backcare.ui.routine_picker import RoutinePicker
from backcare.ui.theme import LIGHT, palette_of
from tests.ui.browse_builders import LONG, ROUTINES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

# A panel of its own asks the window system for more than the offscreen one has.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Page(QWidget):
    """A picker for a list that is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.routines = RoutineList(self)
        self.routines.hide()
        self.routines.rows.set_rows(ROUTINES)
        self.routines.choose("morning")
        pictures = CardPictures(lambda: None, self)
        self.picker = RoutinePicker(self.routines, pictures)
        self.picker.show_title("Morning")
        column = QVBoxLayout(self)
        column.addWidget(self.picker)
        column.addStretch()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(420, 300)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()


def opened(qtbot: QtBot, page: Page) -> RoutineList:
    QTest.mouseClick(page.picker, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.picker.open_list is not None)
    found = page.picker.open_list
    assert found is not None
    return found


def test_the_picker_says_which_routine_is_chosen(page: Page) -> None:
    assert [label.text() for label in page.picker.findChildren(QLabel)] == ["Morning"]
    assert page.picker.accessibleName() == "Routine: Morning"


def test_it_opens_the_list_with_the_same_choice(qtbot: QtBot, page: Page) -> None:
    assert page.picker.open_list is None
    routines = opened(qtbot, page)
    assert routines.hasFocus()
    assert routines.currentIndex().data() == "Morning"
    assert routines.rows is page.routines.rows


def test_a_choice_with_the_keyboard_counts_and_enter_closes(qtbot: QtBot, page: Page) -> None:
    routines = opened(qtbot, page)
    with qtbot.waitSignal(page.routines.chosen) as chosen:
        QTest.keyClick(routines, Qt.Key.Key_Down)
    assert chosen.args == ["evening"]
    assert routines.isVisible()
    QTest.keyClick(routines, Qt.Key.Key_Return)
    assert page.picker.open_list is None
    assert page.picker.hasFocus()


def test_a_click_chooses_and_closes(qtbot: QtBot, page: Page) -> None:
    routines = opened(qtbot, page)
    place = routines.visualRect(routines.rows.index(2)).center()
    with qtbot.waitSignal(page.routines.chosen):
        QTest.mouseClick(
            routines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    assert page.picker.open_list is None


def test_escape_closes_and_gives_the_keyboard_back(qtbot: QtBot, page: Page) -> None:
    QTest.keyClick(opened(qtbot, page), Qt.Key.Key_Escape)
    assert page.picker.open_list is None
    assert page.picker.hasFocus()


def test_it_opens_again(qtbot: QtBot, page: Page) -> None:
    first = opened(qtbot, page)
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert opened(qtbot, page) is first


def test_a_long_name_is_never_cut_off(qtbot: QtBot, page: Page) -> None:
    before = page.picker.height()
    page.picker.show_title(LONG)
    (label,) = page.picker.findChildren(QLabel)
    qtbot.waitUntil(lambda: page.picker.height() > before)
    assert label.height() >= label.heightForWidth(label.width())
    assert page.picker.rect().contains(label.geometry())


def test_it_has_an_outline_and_shows_the_focus(page: Page) -> None:
    def edge() -> set[str]:
        image = page.picker.grab().toImage()
        return {image.pixelColor(image.width() // 2, y).name() for y in range(5)}

    page.setFocus()
    page.picker.clearFocus()
    assert LIGHT.edge in edge()
    page.picker.setFocus()
    assert LIGHT.accent in edge()


def test_its_arrow_stands_where_reading_ends(page: Page) -> None:
    def ink_at(x: int) -> bool:
        image = page.picker.grab().toImage()
        xs = range(x - 12, x + 12)
        return any(
            image.pixelColor(each, y).name() == LIGHT.ink
            for each in xs
            for y in range(8, image.height() - 8)
        )

    page.picker.show_title("")
    width = page.picker.width()
    assert ink_at(width - 18)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert ink_at(18)
    assert not ink_at(width - 18)


# The panel


def dropdown(qtbot: QtBot, page: Page) -> Dropdown:
    made = Dropdown(QLabel("content"), page)
    qtbot.addWidget(made)
    return made


def test_a_panel_opens_below_and_within_the_screen(qtbot: QtBot, page: Page) -> None:
    panel = dropdown(qtbot, page)
    page.move(50, 40)
    panel.open_below(page.picker, QSize(200, 100))
    bottom = page.picker.mapToGlobal(page.picker.rect().bottomLeft())
    assert panel.y() > bottom.y()
    assert panel.x() == bottom.x()
    assert panel.content.height() >= 100
    for size in (QSize(5000, 50), QSize(50, 5000), QSize(5000, 5000)):
        panel.open_below(page.picker, size)
        assert page.screen().availableGeometry().contains(panel.geometry())


def test_a_panel_opens_above_where_there_is_more_room(qtbot: QtBot, page: Page) -> None:
    panel = dropdown(qtbot, page)
    page.move(50, page.screen().availableGeometry().bottom() - 100)
    panel.open_below(page.picker, QSize(200, 300))
    assert panel.geometry().bottom() < page.picker.mapToGlobal(page.picker.rect().topLeft()).y()


def test_a_panel_begins_where_reading_does(qtbot: QtBot, page: Page) -> None:
    panel = dropdown(qtbot, page)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.move(200, 40)
    panel.open_below(page.picker, QSize(100, 100))
    right = page.picker.mapToGlobal(page.picker.rect().topRight()).x()
    assert panel.geometry().right() == right


def test_a_panel_tells_that_it_has_closed(qtbot: QtBot, page: Page) -> None:
    panel = dropdown(qtbot, page)
    panel.open_below(page.picker, QSize(100, 100))
    with qtbot.waitSignal(panel.closed):
        panel.close()
