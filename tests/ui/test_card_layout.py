from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from backcare.ui.card_layout import CardPlaces, CardWish, badge_height, pad_px, place_card

BOX = QRect(20, 20, 600, 340)
LOW_BODY = ((0.1, 0.1), (0.9, 0.1))


def wish(
    aspect: float,
    *,
    badge_px: int = 0,
    to_right: bool = False,
    steps: bool = False,
    body: tuple[tuple[float, float], ...] = LOW_BODY,
    box: QRect = BOX,
) -> CardWish:
    return CardWish(box, 800, aspect, badge_px, to_right, steps, body)


def parts(places: CardPlaces) -> list[QRect]:
    return [part for part in (places.row, places.figure, places.text) if not part.isEmpty()]


@pytest.mark.parametrize("steps", [False, True])
@pytest.mark.parametrize("badge_px", [0, 250])
@pytest.mark.parametrize("aspect", [0.45, 0.8, 1.3, 2.2, 3.0])
def test_all_stands_inside_and_words_are_never_below_the_figure(
    aspect: float, badge_px: int, *, steps: bool
) -> None:
    places = place_card(wish(aspect, badge_px=badge_px, steps=steps))
    for part in parts(places):
        assert BOX.contains(part)
    assert not places.text.intersects(places.figure)
    assert not places.text.intersects(places.row)


def test_a_lying_figure_is_over_its_words_and_a_standing_one_beside_them() -> None:
    lying, standing = place_card(wish(2.2)), place_card(wish(0.6))
    assert lying.figure.bottom() < lying.text.top()
    assert standing.text.right() < standing.figure.left()
    assert standing.figure.height() == BOX.height()


@pytest.mark.parametrize("to_right", [False, True])
def test_words_beside_a_figure_stand_below_the_badge(*, to_right: bool) -> None:
    places = place_card(wish(0.6, badge_px=250, to_right=to_right))
    assert places.row.bottom() < places.text.top()
    assert (places.text.left() > places.figure.right()) is to_right


def test_a_figure_has_most_of_the_card_during_an_effort() -> None:
    effort, ready = (place_card(wish(2.2, steps=steps)).figure for steps in (False, True))
    assert effort.height() > 0.7 * BOX.height()
    assert ready.height() < effort.height()


def test_a_figure_that_keeps_clear_of_the_badge_is_raised_beside_it() -> None:
    badge = 250
    low = place_card(wish(2.2, badge_px=badge))
    assert low.figure.top() == BOX.top()
    under = ((0.1, 0.1), (0.2, 0.45))
    assert place_card(wish(2.2, badge_px=badge, body=under)).figure.top() > low.row.bottom()
    right = place_card(wish(2.2, badge_px=badge, body=under, to_right=True))
    assert right.figure.top() == BOX.top()


def test_a_badge_wider_than_the_card_takes_its_whole_row() -> None:
    tall = ((0.5, 0.45),)
    places = place_card(wish(2.2, badge_px=5000, body=tall))
    assert places.figure.top() > places.row.bottom()


def test_sizes_grow_with_the_unit() -> None:
    assert (badge_height(1600), pad_px(1600)) == (2 * badge_height(800), 2 * pad_px(800))


def test_a_low_card_has_the_figure_rather_than_the_sentence() -> None:
    places = place_card(wish(2.2, badge_px=250, body=((0.1, 0.6),), box=QRect(0, 0, 600, 150)))
    assert places.figure.height() > places.text.height()
