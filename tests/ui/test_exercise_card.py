from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPaintEvent
from PySide6.QtWidgets import QApplication

from backcare.core.exercise import Side, Variant
from backcare.core.words import Words
from backcare.ui.card_layout import pad_px
from backcare.ui.card_wish import Reading
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.session_bar import SessionBar
from backcare.ui.side_badge import SideBadge
from backcare.ui.text_blocks import Block, Mark, blocks_fit
from backcare.ui.theme import DARK, palette_of
from tests.builders import make_hold, make_item, make_moves, make_plan
from tests.ui.session_builders import knee_to_chest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.core.plan import PlannedExercise


@pytest.fixture
def card(qtbot: QtBot) -> ExerciseCard:
    made = ExerciseCard(Words())
    made.resize(660, 480)
    qtbot.addWidget(made)
    made.show()
    return made


def only_entry(*, variant: str = "", note: str = "") -> PlannedExercise:
    exercise = replace(
        make_hold(), variants=(Variant("bent", "Knees bent", ("Bend both knees.",)),)
    )
    item = replace(make_item(exercise, variant=variant), note=note)
    return make_plan(exercise, items=(item,)).entries[0]


def test_steps_are_those_of_the_routines_variant_with_its_note(card: ExerciseCard) -> None:
    card.show_exercise(only_entry(variant="bent", note="Breathe out."), None, Reading.STEPS)
    assert card.accessibleDescription() == "Bend both knees. Breathe out."


def test_an_exercise_without_hints_shows_its_steps_throughout(card: ExerciseCard) -> None:
    bare = replace(make_hold(), feel="", avoid="")
    card.show_exercise(make_plan(bare).entries[0], None, Reading.HINT)
    assert card.accessibleDescription() == "Get into place. Do it slowly."


def test_steps_that_find_no_room_are_left_out_from_the_end(card: ExerciseCard) -> None:
    many = replace(make_hold(), steps=("Something to read. " * 40,) * 9)
    card.show_exercise(make_plan(many).entries[0], None, Reading.STEPS)
    assert card.text.px >= 11
    card.resize(660, 90)
    assert card.text.px == 0


def test_the_badge_moves_when_the_side_changes(card: ExerciseCard) -> None:
    entry = make_plan(knee_to_chest()).entries[0]
    places = []
    for side in (Side.LEFT, Side.RIGHT, Side.LEFT):
        card.show_exercise(entry, side, Reading.HINT)
        badge = card.findChild(SideBadge)
        assert isinstance(badge, SideBadge)
        places.append(badge.x())
    assert places[0] == places[2] < places[1]


@pytest.mark.parametrize("side", list(Side))
def test_the_sign_is_pointed_at_the_side_it_names(qtbot: QtBot, side: Side) -> None:
    badge = SideBadge(Words())
    qtbot.addWidget(badge)
    badge.setPalette(palette_of(DARK))
    badge.setAutoFillBackground(True)
    badge.resize(badge.width_for(80), 80)
    badge.set_side(side)
    image = badge.grab().toImage()
    ends = {Side.LEFT: 3, Side.RIGHT: badge.width() - 4}
    ink = QColor(DARK.ink)
    assert image.pixelColor(ends[side.other], 12) == ink
    assert image.pixelColor(ends[side], 12) != ink
    assert image.pixelColor(ends[side], 40) == ink


def test_blocks_need_more_room_when_they_are_larger_or_their_box_narrower() -> None:
    font, blocks = QFont(), (Block(Mark.GOOD, "A gentle stretch in the lower back."),)
    wide, narrow, slim = (QRect(0, 0, width, 60) for width in (2000, 300, 40))
    assert blocks_fit(font, blocks, wide, 40)
    assert not blocks_fit(font, blocks, wide, 60)
    assert not blocks_fit(font, blocks, narrow, 40)
    assert not blocks_fit(font, blocks, slim, 12), "a word is wider than that"


# Pages


def turned(card: ExerciseCard, seconds: float, *elapsed: float) -> list[tuple[str, ...]]:
    """What can be read after so many seconds, for a phase of that length."""
    entry = make_plan(knee_to_chest()).entries[0]
    card.show_exercise(entry, None, Reading.STEPS, seconds=seconds)
    shown = []
    for each in elapsed:
        card.show_elapsed(each)
        shown.append(card.text.shown)
    return shown


def test_steps_stand_on_pages_that_follow_each_other(card: ExerciseCard) -> None:
    first, again, last, back = turned(card, 10, 0.0, 1.0, 9.9, 0.2)
    assert first == again == back
    assert first[0].startswith("Lie on your back")
    assert last == (knee_to_chest().feel,), "not how one gets out of it"
    assert 2 <= card.text.count <= 4


def test_every_step_is_on_one_page(card: ExerciseCard) -> None:
    pages = turned(card, 15, *(tenth / 10 for tenth in range(150)))
    seen = list(dict.fromkeys(text for page in pages for text in page))
    assert tuple(seen) == (*knee_to_chest().steps, knee_to_chest().feel)


def test_little_time_makes_fewer_pages_with_smaller_text(card: ExerciseCard) -> None:
    sizes = []
    for seconds in (15, 8, 3):
        turned(card, seconds, 0.0)
        assert card.text.count <= seconds / 2.5
        sizes.append(card.text.px)
    assert sizes[0] > sizes[1] > sizes[2] > 0


def test_a_page_draws_nothing_but_itself(card: ExerciseCard, qtbot: QtBot) -> None:
    turned(card, 15, 0.0)
    with qtbot.waitExposed(card):
        card.show()
    QApplication.processEvents()
    areas: list[QRect] = []

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                areas.append(event.rect())
            return False

    watch = Watch()
    card.installEventFilter(watch)
    card.show_elapsed(1.0)
    QApplication.processEvents()
    assert areas == []
    card.show_elapsed(14.9)
    QApplication.processEvents()
    assert len(areas) == 1
    assert areas[0].height() < card.height()


def test_while_time_stands_still_pages_turn_by_themselves_and_come_round(
    card: ExerciseCard, qtbot: QtBot
) -> None:
    entry = make_plan(knee_to_chest()).entries[0]
    card.show_exercise(entry, None, Reading.STEPS)
    turner = card.text.turner
    assert turner.isActive()
    assert turner.interval() > 2500
    seen, count = [], card.text.count
    assert count > 1
    for _ in range(count + 1):
        seen.append(card.text.page)
        turner.timeout.emit()
    assert seen == [*range(count), 0]
    card.hide()
    assert not turner.isActive(), "nobody reads it"
    card.show()
    assert turner.isActive()
    card.show_exercise(entry, None, Reading.HINT, seconds=10)
    assert not turner.isActive()


def test_pages_are_marked_by_dots_below_the_text(card: ExerciseCard) -> None:
    card.setPalette(palette_of(DARK))

    def dots() -> int:
        image = card.grab().toImage()
        y = card.height() - 1 - pad_px(800) // 2
        return sum(image.pixelColor(x, y) == QColor(DARK.ink) for x in range(card.width()))

    turned(card, 15, 0.0)
    assert dots() > 3
    card.show_exercise(make_plan(knee_to_chest()).entries[0], None, Reading.HINT, seconds=10)
    assert dots() == 0


# The bar along the top


def bar_of(qtbot: QtBot, width: int = 600) -> SessionBar:
    bar = SessionBar()
    qtbot.addWidget(bar)
    bar.setPalette(palette_of(DARK))
    bar.setAutoFillBackground(True)
    bar.resize(width, 14)
    bar.set_plan(make_plan(make_hold("a", seconds=10), make_hold("b", seconds=300, cap=300)))
    return bar


def test_segments_are_as_wide_as_exercises_are_long_but_never_lost(qtbot: QtBot) -> None:
    short, long = bar_of(qtbot).segments()
    assert 0.15 * 600 < short.width() < 0.3 * long.width()
    assert (short.left(), round(long.right())) == (0, 600)


def test_the_bar_fills_up_to_the_current_part(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)

    def lit() -> int:
        image = bar.grab().toImage()
        return sum(image.pixelColor(x, 7) == QColor(DARK.hold) for x in range(600))

    widths = []
    for exercise, done in ((0, 0.0), (0, 0.5), (1, 0.0), (1, 0.5), (1, 1.0)):
        bar.set_progress(exercise, done)
        widths.append(lit())
    assert widths == sorted(set(widths))
    assert widths[-1] > 580


def test_the_bar_tells_the_place_to_screen_readers(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    assert bar.accessibleDescription() == "Exercise 1 of 2"
    bar.set_progress(1, 0.2)
    assert bar.accessibleDescription() == "Exercise 2 of 2"


def test_two_hundred_exercises_still_stand_inside_the_bar(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    bar.set_plan(make_plan(*(make_moves(f"move-{number}") for number in range(200))))
    boxes = bar.segments()
    assert len(boxes) == 200
    assert all(box.width() > 0 for box in boxes)
    assert round(boxes[-1].right()) == 600


def test_the_bar_fills_from_where_one_begins_to_read(qtbot: QtBot) -> None:
    bar = bar_of(qtbot)
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = bar.segments()
    assert (round(first.right()), second.left()) == (600, 0)
    bar.set_progress(1, 0.5)
    image = bar.grab().toImage()
    lit = [image.pixelColor(x, 7) == QColor(DARK.hold) for x in range(600)]
    assert sum(lit[300:]) > 200 > sum(lit[:200]) == 0
