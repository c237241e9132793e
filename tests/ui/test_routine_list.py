from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backcare.core.exercise import Illustration
from backcare.ui.card_pictures import CardPictures, Wish
from backcare.ui.routine_delegate import picture_size
from backcare.ui.routine_list import RoutineList
from backcare.ui.routine_rows import ROW_ROLE, RoutineModel, RoutineRow
from backcare.ui.theme import DARK, LIGHT, Tokens, palette_of
from tests.ui.browse_builders import LONG

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

ROWS = (
    RoutineRow("", "ROUTINES"),
    RoutineRow("morning", "Morning", "7 exercises, about 12 min"),
    RoutineRow("evening", "Evening", "3 exercises, about 5 min"),
    RoutineRow("", ""),
    RoutineRow("*", "All exercises"),
)


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def routines(qtbot: QtBot, chosen: list[str]) -> RoutineList:
    made = RoutineList()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(260, 500)
    made.rows.set_rows(ROWS)
    made.chosen.connect(chosen.append)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    del chosen[:]
    return made


def current(routines: RoutineList) -> str:
    row = routines.currentIndex().data(ROW_ROLE)
    return "" if row is None else str(row.id)


@pytest.mark.parametrize("rows", [(), ROWS[:1], ROWS])
def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, rows: tuple[RoutineRow, ...]
) -> None:
    model = RoutineModel()
    model.set_rows(rows)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_rows(ROWS)
    model.set_rows(ROWS)
    model.set_rows(())


def test_an_empty_model_that_stays_empty_tells_of_no_change() -> None:
    model = RoutineModel()
    told: list[QModelIndex] = []
    model.dataChanged.connect(lambda first, last: told.extend((first, last)))
    model.set_rows(())
    assert all(index.isValid() for index in told)


def test_choosing_a_routine_tells_which(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("evening")
    routines.choose("evening")
    routines.choose("*")
    assert chosen == ["evening", "*"]
    assert current(routines) == "*"


def test_what_is_not_there_cannot_be_chosen(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("evening")
    routines.choose("noon")
    routines.choose("")
    assert chosen == ["evening"]
    assert current(routines) == "evening"


def test_a_refresh_keeps_the_choice_and_is_silent(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("evening")
    later = tuple(RoutineRow(row.id, row.name, "about 9 min") for row in ROWS)
    routines.rows.set_rows(later)
    assert current(routines) == "evening"
    assert routines.currentIndex().data(ROW_ROLE).line == "about 9 min"
    assert chosen == ["evening"]


def test_a_refresh_draws_the_new_words(qtbot: QtBot, routines: RoutineList) -> None:
    before = routines.grab().toImage()
    routines.rows.set_rows(tuple(RoutineRow(row.id, row.name, "other") for row in ROWS))
    qtbot.waitUntil(lambda: routines.grab().toImage() != before)


def test_other_routines_replace_the_list(routines: RoutineList) -> None:
    routines.rows.set_rows((*ROWS[:2], RoutineRow("mine", "Mine"), *ROWS[2:]))
    assert routines.rows.rowCount() == len(ROWS) + 1
    routines.choose("mine")
    assert current(routines) == "mine"


def test_the_arrow_keys_step_over_headings(routines: RoutineList, chosen: list[str]) -> None:
    routines.choose("morning")
    for _ in range(2):
        QTest.keyClick(routines, Qt.Key.Key_Down)
    QTest.keyClick(routines, Qt.Key.Key_Up)
    assert chosen == ["evening", "*", "evening"]


def test_a_click_chooses_and_a_heading_cannot_be_clicked(
    routines: RoutineList, chosen: list[str]
) -> None:
    def place(row: int) -> QPoint:
        return routines.visualRect(routines.rows.index(row)).center()

    for row in (2, 0, 3):
        QTest.mouseClick(
            routines.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            place(row),
        )
    assert chosen == ["evening"]
    assert current(routines) == "evening"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (0, "ROUTINES"),
        (1, "Morning, 7 exercises, about 12 min"),
        (4, "All exercises"),
    ],
)
def test_a_screen_reader_hears_both_lines(routines: RoutineList, row: int, said: str) -> None:
    index = routines.rows.index(row)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said


def test_the_list_has_a_name(routines: RoutineList) -> None:
    assert routines.accessibleName() == "Routines"


def test_only_routines_have_a_tool_tip_with_their_whole_name(routines: RoutineList) -> None:
    tips = [routines.rows.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(len(ROWS))]
    assert tips == [None, "Morning", "Evening", None, "All exercises"]


def test_what_is_outside_the_model_is_nothing() -> None:
    model = RoutineModel()
    model.set_rows(ROWS)
    assert model.data(QModelIndex()) is None
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.rowCount(model.index(0)) == 0
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_rows_with_two_lines_are_taller(routines: RoutineList) -> None:
    heights = [routines.visualRect(routines.rows.index(row)).height() for row in range(len(ROWS))]
    assert heights[1] == heights[2] > heights[4] > 0
    assert heights[0] > heights[3]  # a heading without words is a gap


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_choice_and_the_row_under_the_mouse_stand_out(
    qtbot: QtBot, routines: RoutineList, tokens: Tokens
) -> None:
    routines.setPalette(palette_of(tokens))
    routines.choose("evening")
    for row in (4, 1):  # the mouse may rest there already
        QTest.mouseMove(routines.viewport(), routines.visualRect(routines.rows.index(row)).center())

    def ground(row: int) -> str:
        box = routines.visualRect(routines.rows.index(row))
        image = routines.viewport().grab().toImage()
        return image.pixelColor(box.right() - 20, box.top() + 8).name()

    assert ground(2) == tokens.surface
    qtbot.waitUntil(lambda: ground(1) == tokens.accent_wash)
    assert ground(4) not in (tokens.surface, tokens.accent_wash)


# Keys


@pytest.mark.parametrize(
    ("key", "name"), [(Qt.Key.Key_Home, "morning"), (Qt.Key.Key_End, "*"), (Qt.Key.Key_PageUp, "")]
)
def test_no_key_leads_to_a_heading(routines: RoutineList, key: Qt.Key, name: str) -> None:
    routines.choose("evening")
    QTest.keyClick(routines, key)
    assert current(routines)
    if name:
        assert current(routines) == name


def test_home_in_a_list_of_nothing_goes_nowhere(routines: RoutineList) -> None:
    routines.rows.set_rows((RoutineRow("", "ROUTINES"),))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(routines, key)
    assert current(routines) == ""


def test_enter_and_a_click_open(qtbot: QtBot, routines: RoutineList) -> None:
    routines.choose("morning")
    with qtbot.waitSignal(routines.opened):
        QTest.keyClick(routines, Qt.Key.Key_Return)
    place = routines.visualRect(routines.rows.index(2)).center()
    with qtbot.waitSignal(routines.opened):
        QTest.mouseClick(
            routines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
    with qtbot.assertNotEmitted(routines.opened):
        QTest.keyClick(routines, Qt.Key.Key_Up)


def send_menu_event(routines: RoutineList, reason: QContextMenuEvent.Reason, place: QPoint) -> None:
    viewport = routines.viewport()
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def test_the_menu_is_that_of_the_routine_under_the_mouse(routines: RoutineList) -> None:
    places: list[QPoint] = []
    routines.menu_wanted.connect(places.append)
    routines.choose("morning")
    heading, evening = (routines.visualRect(routines.rows.index(row)).center() for row in (0, 2))
    for place in (heading, evening):
        send_menu_event(routines, QContextMenuEvent.Reason.Mouse, place)
    assert current(routines) == "evening"
    assert places == [routines.viewport().mapToGlobal(evening)]


def test_keys_ask_for_the_menu_of_the_chosen_routine(routines: RoutineList) -> None:
    places: list[QPoint] = []
    routines.menu_wanted.connect(places.append)
    routines.choose("evening")
    QTest.keyClick(routines, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    send_menu_event(routines, QContextMenuEvent.Reason.Keyboard, QPoint(5, 5))
    middle = routines.visualRect(routines.currentIndex()).center()
    assert places == [routines.viewport().mapToGlobal(middle)] * 2


# Pictures and long names

BRIDGE = Illustration("side", "lying", "bridge")


def with_pictures(qtbot: QtBot, routines: RoutineList) -> list[Wish]:
    """Give the list red pictures; returns what is drawn."""
    drawn: list[Wish] = []

    def draw(wish: Wish) -> QPixmap:
        drawn.append(wish)
        made = QPixmap(wish.width, wish.height)
        made.fill("red")
        return made

    pictures = CardPictures(lambda: None, routines)
    routines.use_pictures(pictures)
    routines.rows.set_rows(
        (ROWS[0], RoutineRow("morning", "Morning", "7", BRIDGE, "mat"), *ROWS[2:])
    )
    pictures.draw_with(draw)
    return drawn


def picture_pixel(routines: RoutineList, row: int, from_end: bool = False) -> str:
    box = routines.visualRect(routines.rows.index(row))
    x = 30 if not from_end else box.width() - 30
    return routines.viewport().grab(box).toImage().pixelColor(x, box.height() // 2).name()


def test_a_routine_is_told_by_its_picture(qtbot: QtBot, routines: RoutineList) -> None:
    drawn = with_pictures(qtbot, routines)
    qtbot.waitUntil(lambda: picture_pixel(routines, 1) == "#ff0000")
    assert picture_pixel(routines, 2) != "#ff0000"
    size = picture_size(float(routines.fontMetrics().height()))
    assert abs(drawn[0].width - size.width()) <= 2
    assert drawn[0].illustration == BRIDGE
    assert drawn[0].theme == LIGHT.name


def test_pictures_stand_where_reading_begins(qtbot: QtBot, routines: RoutineList) -> None:
    with_pictures(qtbot, routines)
    routines.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: picture_pixel(routines, 1, from_end=True) == "#ff0000")
    assert picture_pixel(routines, 1) != "#ff0000"


def test_a_hidden_list_asks_for_no_pictures(qtbot: QtBot, routines: RoutineList) -> None:
    routines.hide()
    drawn = with_pictures(qtbot, routines)
    qtbot.wait(50)
    assert drawn == []


def test_a_long_name_gets_more_lines(qtbot: QtBot, routines: RoutineList) -> None:
    heights = [routines.visualRect(routines.rows.index(row)).height() for row in (1, 2)]
    assert heights[0] == heights[1]
    routines.rows.set_rows((ROWS[0], RoutineRow("morning", LONG, "7"), ROWS[2]))
    routines.doItemsLayout()
    heights = [routines.visualRect(routines.rows.index(row)).height() for row in (1, 2)]
    assert heights[0] > heights[1]


def test_a_narrower_list_makes_room_for_more_lines(qtbot: QtBot, routines: RoutineList) -> None:
    routines.rows.set_rows(
        (ROWS[0], RoutineRow("morning", "Ten for the lower back and both hips", "7"), ROWS[2])
    )
    routines.doItemsLayout()
    before = routines.visualRect(routines.rows.index(2)).top()
    routines.resize(140, 500)
    qtbot.waitUntil(lambda: routines.visualRect(routines.rows.index(2)).top() > before)


def test_another_list_shows_the_same_and_chooses_with_it(
    qtbot: QtBot, routines: RoutineList, chosen: list[str]
) -> None:
    other = RoutineList()
    qtbot.addWidget(other)
    other.follow(routines)
    routines.choose("*")
    assert current(other) == "*"
    other.choose("evening")
    assert current(routines) == "evening"
    assert chosen == ["*", "evening"]
    assert other.contents_height(260) == sum(other.sizeHintForRow(row) for row in range(len(ROWS)))
