from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect

from backcare.ui.card_layout import pad_px, place_card
from backcare.ui.card_wish import CardPlaces, CardWish, Reading

BOX = QRect(20, 20, 670, 360)
LOW_BODY = ((0.1, 0.1), (0.9, 0.1))
BADGE = 3.8
"""The shape of the badge with the longer of its words."""


def wish(
    aspect: float,
    reading: Reading = Reading.HINT,
    *,
    sided: bool = False,
    to_right: bool = False,
    body: tuple[tuple[float, float], ...] = LOW_BODY,
    box: QRect = BOX,
) -> CardWish:
    badge = BADGE if sided else 0.0
    return CardWish(box, 800, reading, aspect, badge, 2.2, to_right=to_right, body=body)


def parts(places: CardPlaces) -> list[QRect]:
    found = (places.badge, places.limb, places.figure, places.text)
    return [part for part in found if not part.isEmpty()]


SHAPES = [BOX, QRect(0, 0, 900, 160), QRect(0, 0, 500, 520), QRect(0, 0, 2500, 380)]


@pytest.mark.parametrize("box", SHAPES, ids=lambda box: f"{box.width()}x{box.height()}")
@pytest.mark.parametrize("reading", list(Reading))
@pytest.mark.parametrize("sided", [False, True])
@pytest.mark.parametrize("to_right", [False, True])
@pytest.mark.parametrize("aspect", [0.0, 0.36, 0.8, 1.3, 2.2, 5.2])
def test_all_stands_inside_and_nothing_to_read_is_covered(
    aspect: float, reading: Reading, box: QRect, *, sided: bool, to_right: bool
) -> None:
    sided |= reading is Reading.SIDE  # sides are switched only where there are sides
    places = place_card(wish(aspect, reading, sided=sided, to_right=to_right, box=box))
    for part in parts(places):
        assert box.contains(part)
    for part in (places.badge, places.limb, places.figure):
        assert not places.text.intersects(part)
    assert not places.badge.intersects(places.limb)


def test_a_lying_figure_is_over_its_words_and_a_standing_one_beside_them() -> None:
    lying, standing = place_card(wish(2.2)), place_card(wish(0.6))
    assert lying.figure.bottom() < lying.text.top()
    assert standing.text.right() < standing.figure.left()
    assert standing.figure.height() == BOX.height()


def test_a_tall_figure_keeps_its_place_as_long_as_its_exercise_lasts() -> None:
    figures = {
        place_card(wish(0.6, reading, sided=True, to_right=to_right)).figure.getRect()
        for reading in Reading
        for to_right in (False, True)
    }
    assert len(figures) == 1


def test_a_low_figure_keeps_its_place_from_effort_to_pause() -> None:
    hint, nothing = (place_card(wish(2.2, each)) for each in (Reading.HINT, Reading.NOTHING))
    assert hint == nothing


def test_who_reads_from_the_right_has_the_words_there_and_the_badge_where_it_points() -> None:
    standing = place_card(replace(wish(0.6, sided=True), from_right=True))
    assert standing.figure.left() == BOX.left()
    assert standing.text.left() > standing.figure.right()
    lying = place_card(replace(wish(2.2, sided=True), from_right=True))
    assert lying.badge.left() == BOX.left()


@pytest.mark.parametrize("to_right", [False, True])
def test_words_beside_a_figure_stand_below_badge_and_limb(*, to_right: bool) -> None:
    places = place_card(wish(0.6, sided=True, to_right=to_right))
    assert places.badge.bottom() < places.limb.top()
    assert places.limb.bottom() < places.text.top()


def test_a_figure_has_most_of_the_card_during_an_effort() -> None:
    effort, ready = (place_card(wish(2.2, each)) for each in (Reading.HINT, Reading.STEPS))
    assert effort.figure.height() > 0.7 * BOX.height()
    assert ready.text.height() > 0.55 * BOX.height()
    assert ready.figure.height() < effort.figure.height()


def test_a_figure_that_keeps_clear_of_the_badge_is_raised_beside_it() -> None:
    low = place_card(wish(2.2, sided=True))
    assert low.figure.top() == BOX.top()
    everywhere = tuple((x / 10, 0.4) for x in range(1, 10))
    assert place_card(wish(2.2, sided=True, body=everywhere)).figure.top() > low.badge.bottom()
    left = ((0.1, 0.1), (0.2, 0.45))
    right = place_card(wish(2.2, sided=True, body=left, to_right=True))
    assert right.figure.top() == BOX.top()
    assert right.limb.top() > right.badge.bottom(), "out of the way of the body"


@pytest.mark.parametrize("aspect", [0.0, 0.6, 2.2])
@pytest.mark.parametrize("to_right", [False, True])
def test_a_switch_of_sides_has_a_huge_badge(aspect: float, *, to_right: bool) -> None:
    usual = place_card(wish(aspect, sided=True, to_right=to_right)).badge
    huge = place_card(wish(aspect, Reading.SIDE, sided=True, to_right=to_right)).badge
    assert huge.height() >= max(0.12 * 800, usual.height())
    if aspect != 0.6:
        assert huge.width() > 0.8 * BOX.width()


def test_sizes_grow_with_the_unit() -> None:
    assert pad_px(1600) == 2 * pad_px(800)


def test_a_low_card_has_the_figure_rather_than_the_sentence() -> None:
    flat = QRect(0, 0, 600, 150)
    places = place_card(wish(3.0, sided=True, body=((0.1, 0.1),), box=flat))
    assert places.figure.height() > places.text.height()
