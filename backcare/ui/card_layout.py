"""Where the parts of an exercise's card stand, with the figure as large as the moment allows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

_PAD = 0.026
_BADGE = 0.074
_GAP = 0.012
_STEPS_SHARE = 0.6
"""Of the height, for the steps below a figure."""

_LINE_SHARE = 0.094
"""Of the unit, for one sentence below a figure; it may take two lines."""

_LINE_MOST_SHARE = 0.4
"""Of the height: a low card has the figure rather than the sentence."""

_BESIDE_SHARE = 0.46
"""Of the width, for a figure with words beside it; during an effort it gets more."""

_BESIDE_EFFORT_SHARE = 0.56
_BESIDE_LEAST_SHARE = 0.36
"""A figure that is very slim still stands in the middle of so much."""

_RAISES = 6
_CLEAR = 0.05
"""Of the figure's width: how far the body is kept from the badge."""

_BESIDE_GAIN = 1.1
_BESIDE_ASPECT = 1.1
"""A figure that is taller than this goes beside the words, where that makes it larger."""


@dataclass(frozen=True, slots=True)
class CardWish:
    """What a card is to hold.

    Attributes:
        box: the inside of the card.
        unit: sizes are shares of it.
        aspect: width of the figure by its height.
        badge_px: how wide the badge is with what stands beside it; 0 if there is no side.
        to_right: that side is the right.
        steps: there are steps to read rather than one sentence.
        body: where the body gets to, from the left and above the floor, as shares of the
            figure's width.
    """

    box: QRect
    unit: int
    aspect: float
    badge_px: int
    to_right: bool
    steps: bool
    body: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """One rectangle per part; an empty one has no room."""

    row: QRect
    figure: QRect
    text: QRect


def badge_height(unit: int) -> int:
    """How high the row of the badge is on a card with a figure."""
    return round(unit * _BADGE)


def pad_px(unit: int) -> int:
    """What is left free inside a card with a figure."""
    return round(unit * _PAD)


def place_card(wish: CardWish) -> CardPlaces:
    """Below each other, or side by side where that is better for a figure that is tall."""
    below, beside = _below(wish), _beside(wish)
    gain = _width(beside.figure, wish.aspect) / max(1.0, _width(below.figure, wish.aspect))
    return beside if wish.aspect < _BESIDE_ASPECT and gain > _BESIDE_GAIN else below


def _width(place: QRect, aspect: float) -> float:
    """How wide a figure becomes there."""
    return min(float(place.width()), place.height() * aspect)


def _badge_px(wish: CardWish) -> int:
    return badge_height(wish.unit) if wish.badge_px else 0


def _below(wish: CardWish) -> CardPlaces:
    box, gap = QRect(wish.box), round(wish.unit * _GAP)
    row = QRect(box.left(), box.top(), box.width(), _badge_px(wish))
    if wish.badge_px:
        box.setTop(row.bottom() + 1 + gap)
    text_px = min(round(wish.unit * _LINE_SHARE), round(box.height() * _LINE_MOST_SHARE))
    if wish.steps:
        # The steps get what a figure as wide as the card leaves, and at least their share.
        text_px = max(round(box.height() * _STEPS_SHARE), box.height() - _as_wide(wish))
    text = QRect(box.left(), box.bottom() + 1 - text_px, box.width(), text_px)
    figure = QRect(box.left(), box.top(), box.width(), box.height() - text_px - gap)
    if wish.badge_px:
        figure = _raised(wish, row, figure)
    return CardPlaces(row, figure, text)


def _raised(wish: CardWish, row: QRect, figure: QRect) -> QRect:
    """The figure's place made higher, beside the badge, as far as the body keeps clear of it."""
    badge = QRect(row)
    badge.setWidth(min(wish.badge_px, row.width()))
    if wish.to_right:
        badge.moveRight(row.right())
    best = figure
    for step in range(1, _RAISES + 1):
        tried = QRect(figure)
        tried.setTop(figure.top() - round((figure.top() - row.top()) * step / _RAISES))
        if _touches(wish, tried, badge):
            return best
        best = tried
    return best


def _touches(wish: CardWish, place: QRect, badge: QRect) -> bool:
    """Whether the figure, fitted there, gets into the badge."""
    width = _width(place, wish.aspect)
    left, floor = place.center().x() - width / 2.0, place.bottom()
    around = badge.toRectF().adjusted(*(side * _CLEAR * width for side in (-1, -1, 1, 1)))
    return any(around.contains(left + x * width, floor - y * width) for x, y in wish.body)


def _as_wide(wish: CardWish) -> int:
    return round(wish.box.width() / wish.aspect)


def _beside(wish: CardWish) -> CardPlaces:
    box, gap = QRect(wish.box), round(2.0 * wish.unit * _GAP)
    share = _BESIDE_SHARE if wish.steps else _BESIDE_EFFORT_SHARE
    wanted = max(box.height() * wish.aspect, box.width() * _BESIDE_LEAST_SHARE)
    width = round(min(box.width() * share, wanted))
    row = QRect(box.left(), box.top(), box.width() - width - gap, _badge_px(wish))
    figure = QRect(box.right() + 1 - width, box.top(), width, box.height())
    if wish.to_right:
        row.moveLeft(box.left() + width + gap)
        figure.moveLeft(box.left())
    text = QRect(row.left(), box.top(), row.width(), box.height())
    if wish.badge_px:
        # The name of the limb stands below the badge: there is no room beside it.
        text.setTop(row.bottom() + 1 + gap)
    return CardPlaces(row, figure, text)
