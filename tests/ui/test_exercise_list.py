from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backcare.core.exercise import Illustration, Position
from backcare.core.search import wanted
from backcare.ui.card_delegate import picture_size
from backcare.ui.exercise_list import ExerciseList
from backcare.ui.exercise_rows import ROW_ROLE, ExerciseModel, ExerciseRow
from backcare.ui.theme import DARK, LIGHT, Tokens, palette_of
from tests.ui.browse_builders import LONG, ROWS, make_row, shown

if TYPE_CHECKING:
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from backcare.ui.card_pictures import Wish


@pytest.fixture
def chosen() -> list[str]:
    return []


@pytest.fixture
def cards(qtbot: QtBot, chosen: list[str]) -> ExerciseList:
    made = ExerciseList()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(500, 600)
    made.chosen.connect(chosen.append)
    made.show_rows(ROWS)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    del chosen[:]
    return made


def heights(cards: ExerciseList) -> list[int]:
    model = cards.cards
    return [cards.sizeHintForIndex(model.index(row, 0)).height() for row in range(model.rowCount())]


# Models


@pytest.mark.parametrize("rows", [(), ROWS[:1], ROWS])
def test_the_model_keeps_qts_rules(
    qtmodeltester: ModelTester, rows: tuple[ExerciseRow, ...]
) -> None:
    model = ExerciseModel()
    model.set_rows(rows)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_rows(ROWS)
    model.set_rows(ROWS)
    model.set_rows(())
    model.set_rows(())


def test_the_filter_keeps_qts_rules(qtmodeltester: ModelTester, cards: ExerciseList) -> None:
    qtmodeltester.check(cards.cards)  # type: ignore[no-untyped-call]
    cards.set_wanted(wanted("p"))
    cards.set_wanted(wanted("nothing"))
    cards.show_rows(ROWS[1:])
    cards.set_wanted(wanted(""))
    cards.show_rows(())


def test_what_is_outside_the_model_is_nothing() -> None:
    model = ExerciseModel()
    model.set_rows(ROWS)
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.rows == ROWS


# The choice


def test_the_first_card_is_chosen_at_once(cards: ExerciseList, chosen: list[str]) -> None:
    assert cards.current_key() == "0"
    cards.show_rows(ROWS[1:])
    assert chosen == ["1"]


def test_an_empty_list_has_no_choice(cards: ExerciseList) -> None:
    cards.show_rows(())
    assert cards.current_key() == ""
    assert cards.shown_count == 0


def test_a_refresh_keeps_the_choice_and_is_silent(cards: ExerciseList, chosen: list[str]) -> None:
    cards.setCurrentIndex(cards.cards.index(2, 0))
    del chosen[:]
    cards.show_rows(tuple(replace(row, line="3 x 12 s") for row in ROWS))
    assert cards.current_key() == "2"
    assert cards.currentIndex().data(ROW_ROLE).line == "3 x 12 s"
    assert chosen == []


def test_a_refresh_under_a_filter_keeps_both(cards: ExerciseList) -> None:
    cards.set_wanted(wanted("p"))
    cards.setCurrentIndex(cards.cards.index(1, 0))
    cards.show_rows(tuple(replace(row, mark="new") for row in ROWS))
    assert shown(cards.cards) == ["pelvic-tilt", "plank"]
    assert cards.current_key() == "2"


def test_other_cards_begin_with_their_first(cards: ExerciseList, chosen: list[str]) -> None:
    cards.setCurrentIndex(cards.cards.index(2, 0))
    cards.show_rows(ROWS[1:])
    assert cards.current_key() == "1"
    assert chosen[-1] == "1"


def test_the_choice_stays_while_the_filter_lets_it_through(
    cards: ExerciseList, chosen: list[str]
) -> None:
    cards.setCurrentIndex(cards.cards.index(2, 0))
    del chosen[:]
    cards.set_wanted(wanted("plank"))
    cards.set_wanted(wanted(""))
    assert cards.current_key() == "2"
    assert chosen == []


def test_another_card_is_chosen_when_the_filter_takes_the_choice(
    qtbot: QtBot, cards: ExerciseList, chosen: list[str]
) -> None:
    cards.set_wanted(wanted("cat"))
    assert cards.current_key() == "1"
    qtbot.waitUntil(lambda: chosen == ["1"])


def test_who_goes_on_typing_is_told_of_the_last_choice_only(
    qtbot: QtBot, cards: ExerciseList, chosen: list[str]
) -> None:
    for letters in ("pl", "cat", "chest"):
        cards.set_wanted(wanted(letters))
    assert chosen == []
    qtbot.waitUntil(lambda: bool(chosen))
    assert chosen == ["3"]


def test_who_chooses_while_something_is_filtered_is_told_at_once(
    cards: ExerciseList, chosen: list[str]
) -> None:
    cards.set_wanted(wanted("k"))
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert chosen == ["3"]


def test_after_finding_nothing_the_first_card_is_chosen(
    qtbot: QtBot, cards: ExerciseList, chosen: list[str]
) -> None:
    cards.set_wanted(wanted("zzz"))
    assert cards.current_key() == ""
    cards.set_wanted(wanted(""))
    assert cards.current_key() == "0"
    qtbot.waitUntil(lambda: chosen == ["0"])


def test_the_arrow_keys_choose(cards: ExerciseList, chosen: list[str]) -> None:
    QTest.keyClick(cards, Qt.Key.Key_Down)
    QTest.keyClick(cards, Qt.Key.Key_End)
    assert chosen == ["1", "3"]


def test_enter_opens_the_card(qtbot: QtBot, cards: ExerciseList) -> None:
    QTest.keyClick(cards, Qt.Key.Key_Down)
    with qtbot.waitSignal(cards.opened) as opened:
        QTest.keyClick(cards, Qt.Key.Key_Return)
    assert opened.args == ["1"]


def test_a_click_chooses(cards: ExerciseList) -> None:
    place = cards.visualRect(cards.cards.index(2, 0)).center()
    QTest.mouseClick(
        cards.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert cards.current_key() == "2"


# The filter


@pytest.mark.parametrize(
    ("query", "position", "found"),
    [
        ("", None, ["pelvic-tilt", "cat-cow", "plank", "knee-to-chest"]),
        ("  ", None, ["pelvic-tilt", "cat-cow", "plank", "knee-to-chest"]),
        ("CAT", None, ["cat-cow"]),
        ("cow cat", None, ["cat-cow"]),
        ("to-chest", None, ["knee-to-chest"]),
        ("to chest", None, ["knee-to-chest"]),
        ("", Position.SUPINE, ["pelvic-tilt", "knee-to-chest"]),
        ("knee", Position.SUPINE, ["knee-to-chest"]),
        ("cat", Position.SUPINE, []),
        ("", Position.SITTING, []),
    ],
)
def test_words_and_position_filter_together(
    cards: ExerciseList, query: str, position: Position | None, found: list[str]
) -> None:
    cards.set_wanted(wanted(query, [position] if position else []))
    assert shown(cards.cards) == found
    assert cards.shown_count == len(found)


def test_new_cards_come_under_the_filter_that_is_set(cards: ExerciseList) -> None:
    cards.set_wanted(wanted("cat"))
    cards.show_rows((*ROWS, make_row("4", "cat-stretch")))
    assert shown(cards.cards) == ["cat-cow", "cat-stretch"]


def test_headings_vanish_while_something_is_filtered(cards: ExerciseList) -> None:
    with_heading, plain, *_ = all_heights = heights(cards)
    assert all_heights == [with_heading, plain, with_heading, plain]
    assert with_heading > plain
    for query, position in (("p", None), ("", Position.SUPINE)):
        cards.set_wanted(wanted(query, [position] if position else []))
        assert set(heights(cards)) == {plain}
    cards.set_wanted(wanted(""))
    assert heights(cards) == all_heights


def test_cards_move_up_when_their_headings_vanish(qtbot: QtBot, cards: ExerciseList) -> None:
    def top_of_second() -> int:
        return cards.visualRect(cards.cards.index(1, 0)).top()

    before = top_of_second()
    cards.set_wanted(wanted("k"))
    assert cards.shown_count == len(ROWS)
    qtbot.waitUntil(lambda: 0 < top_of_second() < before)


# How it looks and sounds


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (ROWS[0], "1. Pelvic tilt, 2 x 10 s"),
        (ROWS[2], "3. Plank, 2 x 10 s, dose changed by you"),
        (replace(ROWS[0], number=0, line=""), "Pelvic tilt"),
    ],
)
def test_a_screen_reader_hears_number_name_dose_and_remark(row: ExerciseRow, said: str) -> None:
    model = ExerciseModel()
    model.set_rows((row,))
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert model.index(0).data() == row.name


def test_the_list_has_a_name(cards: ExerciseList) -> None:
    assert cards.accessibleName() == "Exercises"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_the_choice_has_an_edge_of_its_own(cards: ExerciseList, tokens: Tokens) -> None:
    cards.setPalette(palette_of(tokens))
    box = cards.visualRect(cards.cards.index(0, 0))
    image = cards.viewport().grab(box).toImage()
    edge = {image.pixelColor(image.width() // 2, image.height() - y).name() for y in range(3, 7)}
    assert tokens.accent in edge
    assert tokens.line not in edge


def test_a_card_under_the_mouse_is_sunken(qtbot: QtBot, cards: ExerciseList) -> None:
    box = cards.visualRect(cards.cards.index(1, 0))
    corner = QPoint(box.width() - 20, box.height() - 12)

    def ground() -> str:
        return cards.viewport().grab(box).toImage().pixelColor(corner).name()

    assert ground() == LIGHT.surface
    QTest.mouseMove(cards.viewport(), box.center())
    qtbot.waitUntil(lambda: ground() == LIGHT.sunken)


def test_a_remark_is_drawn_in_the_accents_colour(cards: ExerciseList) -> None:
    def right_half(row: int) -> set[str]:
        box = cards.visualRect(cards.cards.index(row, 0))
        box.setLeft(box.left() + box.width() // 4)
        box.setTop(box.bottom() - cards.fontMetrics().height() * 3)
        box.adjust(0, 0, -8, -8)
        image = cards.viewport().grab(box).toImage()
        return {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }

    assert LIGHT.accent in right_half(2)
    assert LIGHT.accent not in right_half(1)


@pytest.mark.parametrize("width", [200, 330, 900])
def test_long_names_get_more_lines_and_never_paint_outside(
    qtbot: QtBot, cards: ExerciseList, width: int
) -> None:
    cards.resize(width, 600)
    cards.show_rows((ROWS[0], replace(ROWS[1], name=LONG), ROWS[3]))
    qtbot.waitUntil(lambda: cards.visualRect(cards.cards.index(1, 0)).right() < width)
    box = cards.visualRect(cards.cards.index(1, 0))
    image = cards.viewport().grab(box).toImage()
    edge = {image.pixelColor(image.width() - 4, y).name() for y in range(20, image.height() - 20)}
    assert LIGHT.ink not in edge
    if width == 200:
        assert box.height() > cards.visualRect(cards.cards.index(2, 0)).height()


def test_a_list_that_gets_narrower_makes_room_for_more_lines(
    qtbot: QtBot, cards: ExerciseList
) -> None:
    cards.show_rows((replace(ROWS[1], name=LONG), ROWS[3]))
    before = cards.visualRect(cards.cards.index(1, 0)).top()
    cards.resize(220, 600)
    qtbot.waitUntil(lambda: cards.visualRect(cards.cards.index(1, 0)).top() > before)


def test_cards_are_mirrored_where_reading_begins_at_the_right(cards: ExerciseList) -> None:
    def sunken(x: int) -> bool:
        box = cards.visualRect(cards.cards.index(1, 0))
        image = cards.viewport().grab(box).toImage()
        x = x if x > 0 else image.width() + x
        return image.pixelColor(x, image.height() // 2 - 15).name() == LIGHT.sunken

    assert sunken(12)
    assert not sunken(-12)
    cards.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert sunken(-12)
    assert not sunken(12)


# The menu


def menu_places(cards: ExerciseList) -> list[QPoint]:
    places: list[QPoint] = []
    cards.menu_wanted.connect(places.append)
    return places


def send_menu_event(cards: ExerciseList, reason: QContextMenuEvent.Reason, place: QPoint) -> None:
    viewport = cards.viewport()
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)


def test_a_right_click_chooses_the_card_and_asks_for_its_menu(cards: ExerciseList) -> None:
    places = menu_places(cards)
    place = cards.visualRect(cards.cards.index(2, 0)).center()
    send_menu_event(cards, QContextMenuEvent.Reason.Mouse, place)
    assert cards.current_key() == "2"
    assert places == [cards.viewport().mapToGlobal(place)]


def test_a_right_click_beside_the_cards_asks_for_nothing(cards: ExerciseList) -> None:
    places = menu_places(cards)
    send_menu_event(cards, QContextMenuEvent.Reason.Mouse, QPoint(10, 590))
    assert places == []


def test_keys_ask_for_the_menu_of_the_chosen_card(cards: ExerciseList) -> None:
    places = menu_places(cards)
    QTest.keyClick(cards, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    send_menu_event(cards, QContextMenuEvent.Reason.Keyboard, QPoint(400, 500))
    middle = cards.visualRect(cards.currentIndex()).center()
    assert places == [cards.viewport().mapToGlobal(middle)] * 2
    cards.show_rows(())
    QTest.keyClick(cards, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    assert len(places) == 2


# Pictures


def pictured(row: ExerciseRow) -> ExerciseRow:
    return replace(row, illustration=Illustration("side", "lying", row.exercise))


class Painter:
    """Draws red pictures, and keeps what it was asked for."""

    def __init__(self) -> None:
        self.wishes: list[Wish] = []

    def __call__(self, wish: Wish) -> QPixmap:
        self.wishes.append(wish)
        made = QPixmap(wish.width, wish.height)
        made.fill("red")
        return made

    @property
    def names(self) -> list[str]:
        return [wish.illustration.effort for wish in self.wishes]


def middle_of_picture(cards: ExerciseList, row: int) -> str:
    box = cards.visualRect(cards.cards.index(row, 0))
    image = cards.viewport().grab(box).toImage()
    return image.pixelColor(30, image.height() - 40).name()


def test_nothing_is_drawn_where_there_are_no_pictures(qtbot: QtBot, cards: ExerciseList) -> None:
    with qtbot.assertNotEmitted(cards.pictures_needed, wait=100):
        cards.viewport().repaint()


def test_pictures_are_asked_for_after_the_first_paint(qtbot: QtBot, cards: ExerciseList) -> None:
    cards.show_rows(tuple(pictured(row) for row in ROWS))
    with qtbot.assertNotEmitted(cards.pictures_needed):
        cards.viewport().repaint()
    with qtbot.waitSignal(cards.pictures_needed):
        pass


def test_the_cards_that_are_seen_get_their_pictures_first(
    qtbot: QtBot, cards: ExerciseList
) -> None:
    rows = tuple(replace(pictured(make_row(str(n), f"move-{n}")), key=str(n)) for n in range(30))
    cards.show_rows(rows)
    cards.resize(500, 200)
    cards.scrollTo(cards.cards.index(20, 0), ExerciseList.ScrollHint.PositionAtTop)
    painter = Painter()
    cards.draw_pictures_with(painter)
    qtbot.waitUntil(lambda: len(painter.wishes) == 30)
    assert painter.names[:2] == ["move-20", "move-21"]
    assert set(painter.names) == {f"move-{n}" for n in range(30)}
    cards.scrollToTop()
    cards.viewport().repaint()
    assert len(painter.wishes) == 30


def test_a_picture_takes_the_place_of_the_sign(qtbot: QtBot, cards: ExerciseList) -> None:
    cards.show_rows((pictured(ROWS[1]), ROWS[3]))
    before = heights(cards)
    assert middle_of_picture(cards, 0) != "#ff0000"
    painter = Painter()
    cards.draw_pictures_with(painter)
    qtbot.waitUntil(lambda: bool(painter.wishes))
    assert middle_of_picture(cards, 0) == "#ff0000"
    assert middle_of_picture(cards, 1) != "#ff0000"
    assert heights(cards) == before
    assert painter.wishes[0].theme == LIGHT.name


def test_a_card_is_painted_again_when_its_picture_is_there(
    qtbot: QtBot, cards: ExerciseList
) -> None:
    cards.show_rows((pictured(ROWS[1]),))
    cards.viewport().repaint()
    painted: list[QRect] = []

    class Watcher(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted.append(event.rect())
            return super().eventFilter(watched, event)

    watcher = Watcher()
    cards.viewport().installEventFilter(watcher)
    cards.draw_pictures_with(Painter())
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[0].contains(cards.visualRect(cards.cards.index(0, 0)))


def test_an_exercise_that_stands_twice_is_drawn_once(qtbot: QtBot, cards: ExerciseList) -> None:
    row = pictured(ROWS[1])
    cards.show_rows((row, replace(row, key="again")))
    painter = Painter()
    cards.draw_pictures_with(painter)
    qtbot.waitUntil(lambda: bool(painter.wishes))
    assert middle_of_picture(cards, 1) == "#ff0000"
    assert len(painter.wishes) == 1


def test_pictures_follow_the_colours_and_the_size(qtbot: QtBot, cards: ExerciseList) -> None:
    cards.show_rows((pictured(ROWS[1]),))
    painter = Painter()
    cards.draw_pictures_with(painter)
    qtbot.waitUntil(lambda: len(painter.wishes) == 1)
    cards.setPalette(palette_of(DARK))
    qtbot.waitUntil(lambda: len(painter.wishes) == 2)
    assert painter.wishes[1].theme == DARK.name
    cards.resize(250, 600)
    qtbot.waitUntil(lambda: len(painter.wishes) > 2)
    assert painter.wishes[-1].width < painter.wishes[0].width
    assert painter.wishes[-1].height == painter.wishes[0].height


def test_a_person_who_looks_different_is_drawn_anew(qtbot: QtBot, cards: ExerciseList) -> None:
    cards.show_rows((pictured(ROWS[1]),))
    painter = Painter()
    cards.draw_pictures_with(painter)
    qtbot.waitUntil(lambda: len(painter.wishes) == 1)
    with qtbot.waitSignal(cards.pictures_needed):
        cards.forget_pictures()
    cards.draw_pictures_with(painter)
    qtbot.waitUntil(lambda: len(painter.wishes) == 2)


@pytest.mark.parametrize("card_width", [0, 10, 300, 5000])
def test_a_picture_is_never_empty_and_never_wide(card_width: int) -> None:
    size = picture_size(17.0, card_width)
    assert size.width() > 0
    assert 0 < size.height() < 17.0 * 4.6
    assert size.width() <= size.height() * 1.6
