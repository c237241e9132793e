"""Where the parts of an exercise's card stand, with the figure as large as the moment allows.

A figure that is low lies over its words; a tall one stands beside them, and stays in its
place as long as its exercise lasts.
"""

from __future__ import annotations

from PySide6.QtCore import QRect

from backcare.ui.card_wish import CardPlaces, CardWish, Reading

_PAD = 0.026
_BADGE = 0.098
_BADGE_OF_HEIGHT = 0.4
_BADGE_OF_COLUMN = 0.32
_BADGE_OF_WIDTH = 0.62
_GAP = 0.012
_LIMB = 0.46
"""Of the badge's height, for a line below the badge."""

_BAND = 0.4
"""Of the height, for badge and figure over steps to read."""

_LOW = 0.36
"""Of the unit: in a lower card badge, limb and figure stand in one row over the steps."""

_LINE_SHARE = 0.088
"""Of the unit, for one sentence below a figure; it may take two lines."""

_LINE_SPARE_SHARE = 0.34
"""Of the height: a high card leaves the sentence what a figure as wide as it does not need."""

_LINE_MOST_SHARE = 0.4
"""Of the height: a low card has the figure rather than the sentence."""

_TALL = 0.7
"""A figure whose shape is slimmer than that of its card by so much is a tall one."""

_LYING = 1.35
"""A wider figure than this lies; where sides are switched, it gives its place to the badge."""

_BESIDE_SHARE = 0.38
_BESIDE_LEAST = 0.26
"""A figure that is very slim still stands in the middle of so much of the width."""

_COLUMN = 0.63
"""Of the unit, for the words before a figure: a line of them holds some eighteen letters."""

_LEAST_FIGURE = 0.15
"""Of the unit: where a figure would be lower below the badge, it stands beside it."""

_BESIDE_BADGE = 0.17
_SIGN = 0.47
"""Of the height, for the badge while sides are switched; of a flat card it is more."""

_SIGN_FLAT = 0.62
_SIGN_OF_WIDTH = 0.54
_SIGN_MOST = 0.7
_SIGN_LEAST = 0.17
"""Of the unit: a badge that would be lower takes more of the width."""

_FLAT = 2.6
_UPRIGHT = 0.9
_RAISES = 6
_CLEAR = 0.05
"""Of the figure's width: how far the body is kept from the badge."""


def pad_px(unit: int) -> int:
    """What is left free inside a card."""
    return round(unit * _PAD)


def place_card(wish: CardWish) -> CardPlaces:
    """The places of all parts."""
    if not wish.aspect:
        return _plain(wish)
    is_beside = wish.aspect < _TALL * wish.box.width() / max(1, wish.box.height())
    if is_beside and not (wish.reading is Reading.SIDE and wish.aspect > _LYING):
        return _beside(wish)
    return {
        Reading.STEPS: _band,
        Reading.HINT: _below,
        Reading.NOTHING: _below,
        Reading.SIDE: _signpost,
    }[wish.reading](wish)


def _gap(wish: CardWish) -> int:
    return round(wish.unit * _GAP)


def _badge_px(wish: CardWish) -> int:
    """How high the badge is as long as the exercise lasts; 0 without one."""
    if not wish.badge_aspect:
        return 0
    wide = _BADGE_OF_WIDTH * wish.box.width() / wish.badge_aspect
    return round(min(_BADGE * wish.unit, wide, _BADGE_OF_HEIGHT * wish.box.height()))


def _width(place: QRect, aspect: float) -> float:
    """How wide a figure becomes there."""
    return min(float(place.width()), place.height() * aspect)


def _at_side(wish: CardWish, box: QRect, width: int) -> tuple[QRect, QRect]:
    """`box` cut in two: a part at the side that the badge names, and the rest."""
    part, rest = QRect(box), QRect(box)
    width = min(width, box.width())
    part.setWidth(width)
    rest.setLeft(part.right() + 1 + _gap(wish))
    if wish.to_right:
        part.moveRight(box.right())
        rest.moveLeft(box.left())
    return part, rest


def _row(wish: CardWish, high: int) -> tuple[QRect, QRect]:
    """Badge and limb side by side along the top."""
    top = QRect(wish.box.left(), wish.box.top(), wish.box.width(), high)
    badge, limb = _at_side(wish, top, round(high * wish.badge_aspect))
    wanted = min(limb.width(), round(wish.limb_aspect * high))
    if wish.to_right:
        limb.setLeft(limb.right() + 1 - wanted)
    else:
        limb.setWidth(wanted)
    return badge, limb


def _corner(wish: CardWish, high: int) -> tuple[QRect, QRect]:
    """The limb below the badge: more of the card's width is left for what stands between."""
    badge, _ = _row(wish, high)
    return badge, QRect(badge.left(), badge.bottom() + 1, badge.width(), round(_LIMB * high))


def _below(wish: CardWish) -> CardPlaces:
    box, gap, high = QRect(wish.box), _gap(wish), _badge_px(wish)
    left = box.height() - high
    spare = min(_LINE_SPARE_SHARE * left, left - 3 * gap - box.width() / wish.aspect)
    text_px = round(max(min(wish.unit * _LINE_SHARE, left * _LINE_MOST_SHARE), spare))
    text = QRect(box.left(), box.bottom() + 1 - text_px, box.width(), text_px)
    box.setBottom(text.top() - 1 - gap)
    if not high:
        return CardPlaces(QRect(), QRect(), box, text)
    heads = (_row(wish, high), _corner(wish, high))
    placed = [(badge, limb, _raised(wish, badge.united(limb), box)) for badge, limb in heads]
    badge, limb, figure = max(placed, key=lambda each: each[2].height())
    if _width(figure, wish.aspect) < _LEAST_FIGURE * wish.unit * wish.aspect:
        _, rest = _at_side(wish, box, badge.width())
        if _width(rest, wish.aspect) > _width(figure, wish.aspect):
            badge, limb = _corner(wish, high)
            return CardPlaces(badge, limb.intersected(box), rest, text)
    return CardPlaces(badge, limb, figure, text)


def _columns(wish: CardWish, box: QRect, figure_px: int) -> tuple[QRect, QRect]:
    """The figure where a line of text ends, and the column before it."""
    figure, column = QRect(box), QRect(box)
    figure.setLeft(box.right() + 1 - figure_px)
    column.setRight(figure.left() - 1 - 2 * _gap(wish))
    if wish.from_right:
        figure.moveLeft(box.left())
        column.moveRight(box.right())
    return figure, column


def _raised(wish: CardWish, taken: QRect, box: QRect) -> QRect:
    """The figure's place below the badge, or as far beside it as the body keeps clear of it."""
    best = QRect(box)
    best.setTop(taken.bottom() + 1 + _gap(wish))
    lowest = best.top()
    for step in range(1, _RAISES + 1):
        tried = QRect(box)
        tried.setTop(lowest - round((lowest - box.top()) * step / _RAISES))
        if _touches(wish, tried, taken):
            return best
        best = tried
    return best


def _touches(wish: CardWish, place: QRect, taken: QRect) -> bool:
    """Whether the figure, fitted there, gets into the badge."""
    width = _width(place, wish.aspect)
    left, floor = place.center().x() - width / 2.0, place.bottom()
    around = taken.toRectF().adjusted(*(side * _CLEAR * width for side in (-1, -1, 1, 1)))
    return any(around.contains(left + x * width, floor - y * width) for x, y in wish.body)


def _band(wish: CardWish) -> CardPlaces:
    """Badge and figure in a band along the top, the steps under it."""
    box, gap, high = wish.box, _gap(wish), _badge_px(wish)
    least = round((1 + _LIMB) * high)
    band = QRect(box.left(), box.top(), box.width(), max(least, round(_BAND * box.height())))
    text = QRect(box)
    text.setTop(band.bottom() + 1 + gap)
    if not high:
        return CardPlaces(QRect(), QRect(), band, text)
    badge, limb = _row(wish, high)
    if box.height() < _LOW * wish.unit:
        top, low = QRect(band), QRect(box)
        top.setHeight(high)
        low.setTop(top.bottom() + 1 + gap)
        _, rest = _at_side(wish, top, badge.united(limb).width())
        if rest.width() >= high * wish.aspect:
            return CardPlaces(badge, limb, rest, low)
    under = _raised(wish, badge.united(limb), band)
    _, rest = _at_side(wish, band, badge.width())
    if _width(under, wish.aspect) >= _width(rest, wish.aspect):
        return CardPlaces(badge, limb, under, text)
    badge, limb = _corner(wish, high)
    return CardPlaces(badge, limb.intersected(band), rest, text)


def _signpost(wish: CardWish) -> CardPlaces:
    """The badge as large as it gets, and below it the limb beside the figure."""
    box, gap = wish.box, _gap(wish)
    flat = box.width() > _FLAT * box.height()
    share = _SIGN_FLAT if flat else _SIGN
    least = min(_SIGN_MOST * box.width(), _SIGN_LEAST * wish.unit * wish.badge_aspect)
    wide = max(_SIGN_OF_WIDTH * box.width(), least) if flat else float(box.width())
    high = round(min(share * box.height(), wide / wish.badge_aspect))
    badge, _ = _row(wish, high)
    below = QRect(box)
    below.setTop(badge.bottom() + 1 + gap)
    if flat:
        limb, figure = _at_side(wish, box, badge.width())
        limb.setTop(below.top())
        return CardPlaces(badge, limb, figure, QRect())
    if box.height() > _UPRIGHT * box.width():
        limb, figure = QRect(below), QRect(below)
        limb.setHeight(min(high, below.height() // 2))
        figure.setTop(limb.bottom() + 1)
    else:
        limb, figure = _at_side(wish, below, round(_BESIDE_SHARE * box.width()))
    return CardPlaces(badge, limb, figure, QRect())


def _beside(wish: CardWish) -> CardPlaces:
    """The figure where a line of text ends; everything else in a column before it."""
    box, gap = wish.box, _gap(wish)
    least = box.width() * _BESIDE_LEAST
    wanted = max(box.height() * wish.aspect, least)
    spare = max(least, box.width() - 2 * gap - _COLUMN * wish.unit)
    figure, column = _columns(wish, box, round(min(wanted, box.width() * _BESIDE_SHARE, spare)))
    badge, limb = _stack(wish, column)
    if wish.badge_aspect:
        column.setTop(limb.bottom() + 1 + gap)
    if wish.reading is Reading.SIDE:
        limb.setBottom(min(box.bottom(), limb.bottom() + limb.height()))
        column = QRect()
    return CardPlaces(badge, limb, figure, column)


def _stack(wish: CardWish, column: QRect) -> tuple[QRect, QRect]:
    """Badge over limb in a column; both are empty without a side."""
    if not wish.badge_aspect:
        return QRect(), QRect()
    wide = column.width() / wish.badge_aspect
    high = round(min(_BESIDE_BADGE * wish.unit, wide, _BADGE_OF_COLUMN * wish.box.height()))
    badge = QRect(column.left(), column.top(), round(high * wish.badge_aspect), high)
    if wish.from_right:
        badge.moveRight(column.right())
    limb = QRect(badge.left(), badge.bottom() + 1, badge.width(), round(_LIMB * high))
    return badge, limb


def _plain(wish: CardWish) -> CardPlaces:
    """Without a figure: badge and limb along the top, words under them."""
    box, gap, high = QRect(wish.box), _gap(wish), _badge_px(wish)
    if not high:
        return CardPlaces(QRect(), QRect(), QRect(), box)
    if wish.reading is Reading.SIDE:
        high = round(min(_SIGN * box.height(), box.width() / wish.badge_aspect))
        badge, _ = _row(wish, high)
        box.setTop(badge.bottom() + 1 + gap)
        return CardPlaces(badge, box, QRect(), QRect())
    badge, limb = _row(wish, high)
    box.setTop(badge.bottom() + 1 + 2 * gap)
    return CardPlaces(badge, limb, QRect(), box)
