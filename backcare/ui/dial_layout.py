"""Where the parts of a countdown stand: a circle if the digits are large enough in it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from backcare.ui.numerals import Numerals, numerals_for, width_of
from backcare.ui.ring import Ring

if TYPE_CHECKING:
    from collections.abc import Callable

# In a circle: shares of the digits' height, from their upper edge down.
_WORD_TOP = 1.12
_WORD = 0.30
_TWO_LINES = 0.46
_ABOVE_CENTRE = 0.78
_RADIUS = 1.05
_THICKNESS = 0.045

# In a frame with the word below: shares of the digits' height, but no more of the width.
_GAP_MOST = 0.06
_WORD_MOST = 0.15
_GAP_AND_WORD = 0.42
_TURNING_POINT = 0.5
"""Digits higher than this share of the width have a word that grows with the width alone."""

_FRAME_THICKNESS = 0.03
_INSET = 0.6
_PAD = 0.03
_SIDES = 0.05
_CORNER = 0.24
_HIGHEST = 0.84
_WORD_OF_REST = 0.72
_TALLEST = 1.3
_GOOD_SHARE = 0.42
_LEAST_SHARE = 0.24

# In a frame with the word beside.
_BESIDE_SHARE = 0.38
_BESIDE_WORD = 0.3
_BESIDE_THICKNESS = 0.022
_BESIDE_CORNER = 0.16
_BESIDE_GLYPH = 0.3
_BESIDE_LETTERS = 0.4

_WHOLE_SECONDS_DIGITS = 2


@dataclass(frozen=True, slots=True)
class DialPlaces:
    """A countdown's geometry. `inside` holds all that is not the ring.

    Attributes:
        glyph: where the phase's shape stands; None if it stands before the word.
        two_lines: where a long word may take two lines; it is higher and not as wide.
    """

    ring: Ring
    inside: QRectF
    numerals: Numerals
    centre: QPointF
    word: QRectF
    glyph: QRectF | None = None
    two_lines: QRectF | None = None


def circle_px(digits_px: float) -> int:
    """How wide a circle is with digits of that height in it."""
    return math.ceil(2 * _RADIUS * digits_px / (1 - 2 * _THICKNESS)) + 1


def frame_width(widest: str, digits_px: float, *, tight: bool = False) -> int:
    """How wide a frame has to be for digits of that height and a good shape.

    `tight`: of a shape that is still bearable.
    """
    share = (1 - 2 * _FRAME_THICKNESS * (1 + _INSET)) - 2 * _SIDES
    shape = _LEAST_SHARE if tight else _GOOD_SHARE
    return math.ceil(width_of(widest, digits_px, shape) / share)


def frame_height(width: float, widest: str, digits_px: float, *, tight: bool = False) -> int:
    """How high a frame of that width has to be for digits of that height.

    `tight`: the word is as low as it may get.
    """
    pads = 2 * _PAD * digits_px
    if _stands_beside(width, widest, digits_px):
        return math.ceil(digits_px + 2 * _chrome(width, _BESIDE_THICKNESS) + pads) + 2
    word = min(_GAP_AND_WORD * digits_px, (_GAP_MOST + _WORD_MOST) * width)
    if tight:
        word, pads = min(word, (1 / _HIGHEST - 1) * digits_px), 0.0
    return math.ceil(digits_px + 2 * _chrome(width) + pads + word) + 2


def place_dial(
    box: QRectF, widest: str, least_px: float, *, from_right: bool = False
) -> DialPlaces:
    """The places for digits as wide as `widest` in `box`, `least_px` high if possible.

    `from_right`: the person reads from right to left.
    """
    side = min(box.width(), box.height())
    thickness = max(6.0, _THICKNESS * side)
    if len(widest) <= _WHOLE_SECONDS_DIGITS and (side / 2 - thickness) / _RADIUS >= least_px:
        return _in_circle(box, widest, thickness)
    is_flat = frame_height(box.width(), widest, least_px) > box.height() - 1
    wide = box.width() > _TALLEST * box.height()
    if (is_flat or wide) and _stands_beside(box.width(), widest, least_px):
        places = _word_beside(box, widest)
        return _mirrored(places, box) if from_right else places
    return _word_below(box, widest, least_px)


def _chrome(width: float, thickness: float = _FRAME_THICKNESS) -> float:
    """From the outer edge of a frame to its content."""
    return max(5.0, thickness * width) * (1 + _INSET)


def _stands_beside(width: float, widest: str, digits_px: float) -> bool:
    """Whether there is room for the word beside digits of that height."""
    room = width - 2 * _chrome(width, _BESIDE_THICKNESS)
    return width_of(widest, digits_px, _BESIDE_SHARE) <= (1 - _BESIDE_WORD) * room


def _in_circle(box: QRectF, widest: str, thickness: float) -> DialPlaces:
    side = min(box.width(), box.height())
    radius = side / 2 - thickness
    height = radius / _RADIUS
    middle = box.center()
    ring = QRectF(0, 0, side - thickness, side - thickness)
    ring.moveCenter(middle)
    track = QPainterPath()
    track.arcMoveTo(ring, 90)
    track.arcTo(ring, 90, 360)
    numerals = numerals_for(widest, 2 * radius, height)
    top = middle.y() - _ABOVE_CENTRE * height
    # The word is as wide as the circle is at the row's lower edge.
    lower = top + (_WORD_TOP + _WORD) * height - middle.y()
    half = math.sqrt(max(0.0, (0.985 * radius) ** 2 - lower**2))
    word = QRectF(middle.x() - half, top + _WORD_TOP * height, 2 * half, _WORD * height)
    digits = _digits(numerals, widest, middle.x(), top)
    lower = top + (_WORD_TOP + _TWO_LINES) * height - middle.y()
    half = math.sqrt(max(0.0, (0.985 * radius) ** 2 - lower**2))
    two = QRectF(middle.x() - half, top + _WORD_TOP * height, 2 * half, _TWO_LINES * height)
    places = _places(Ring(track, thickness), digits, numerals, word)
    inside = places.inside.united(two.adjusted(0, 0, 0, 0.5 * word.height()))
    return replace(places, two_lines=two, inside=inside)


def _word_below(box: QRectF, widest: str, least_px: float) -> DialPlaces:
    high = min(
        box.height(), max(_TALLEST * box.width(), frame_height(box.width(), widest, least_px))
    )
    whole = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
    thickness, room, frame = _frame(whole, _FRAME_THICKNESS)
    around = (_GAP_MOST + _WORD_MOST) * box.width()
    spare = room.height() - least_px - min(_GAP_AND_WORD * least_px, around)
    content = room.height() - 2 * max(0.0, min(0.05 * room.height(), 0.5 * spare))
    height = content / (1 + _GAP_AND_WORD)
    if height > _TURNING_POINT * box.width():
        height = content - around
    # Where room is short the word gets lower rather than the digits.
    height = max(height, min(least_px, _HIGHEST * content))
    across = room.width() * (1 - 2 * _SIDES)
    shapely = height * across / width_of(widest, height, _GOOD_SHARE)
    numerals = numerals_for(widest, across, min(height, max(least_px, shapely)))
    scale = min(numerals.height, _TURNING_POINT * box.width())
    word_px = min(scale * _WORD, (content - numerals.height) * _WORD_OF_REST)
    gap = word_px * (_GAP_AND_WORD / _WORD - 1)
    top = whole.center().y() - (numerals.height + gap + word_px) / 2
    corner = _CORNER * min(frame.width(), frame.height())
    word_top = top + numerals.height + gap
    row = _row_in_frame(room, corner - _INSET * thickness, thickness)
    digits = _digits(numerals, widest, box.center().x(), top)
    ring = Ring(_rounded_track(frame, corner), thickness)
    return _places(ring, digits, numerals, row(word_top, word_px))


def _word_beside(box: QRectF, widest: str) -> DialPlaces:
    """Digits at the left; shape and word, one over the other, have the rest."""
    thickness, room, frame = _frame(box, _BESIDE_THICKNESS)
    pad = 0.8 * _PAD * room.height()
    numerals = numerals_for(widest, (1 - _BESIDE_WORD) * room.width(), room.height() - 2 * pad)
    width = numerals.width(widest)
    side = max(pad, 0.04 * room.width())
    digits = QRectF(room.left() + side, room.center().y() - numerals.height / 2, width,
                    numerals.height)  # fmt: skip
    left = digits.right() + side
    rest = QRectF(left, room.top(), room.right() - side / 2 - left, room.height())
    glyph_px = min(_BESIDE_GLYPH * rest.height(), 0.5 * rest.width())
    word_px = min(_BESIDE_LETTERS * rest.height(), 0.64 * rest.width())
    top = rest.center().y() - (glyph_px + word_px) / 2
    glyph = QRectF(rest.left(), top, rest.width(), glyph_px)
    word = QRectF(rest.left(), glyph.bottom(), rest.width(), word_px)
    corner = _BESIDE_CORNER * min(frame.width(), frame.height())
    ring = Ring(_rounded_track(frame, corner), thickness)
    inside = digits.united(glyph).united(word)
    return DialPlaces(ring, inside, numerals, digits.center(), word, glyph)


def _mirrored(places: DialPlaces, box: QRectF) -> DialPlaces:
    """Digits and word change places; the ring stays."""

    def flipped(part: QRectF) -> QRectF:
        made = QRectF(part)
        made.moveRight(box.left() + box.right() - part.left())
        return made

    centre = QPointF(box.left() + box.right() - places.centre.x(), places.centre.y())
    glyph = None if places.glyph is None else flipped(places.glyph)
    return replace(
        places,
        centre=centre,
        word=flipped(places.word),
        glyph=glyph,
        inside=flipped(places.inside),
    )


def _frame(box: QRectF, share: float) -> tuple[float, QRectF, QRectF]:
    """Thickness, the room within, and the middle of the line."""
    thickness = max(5.0, share * box.width())
    half, inset = thickness / 2, _chrome(box.width(), share)
    return (
        thickness,
        box.adjusted(inset, inset, -inset, -inset),
        box.adjusted(half, half, -half, -half),
    )


def _row_in_frame(
    room: QRectF, corner: float, thickness: float
) -> Callable[[float, float], QRectF]:
    corner = max(0.0, corner)

    def row(top: float, height: float) -> QRectF:
        """As wide as the frame is at the row's lower edge, where its corners are round."""
        within = corner - max(0.0, room.bottom() - top - height)
        rounding = corner - math.sqrt(corner**2 - max(0.0, min(corner, within)) ** 2)
        side = rounding + 0.5 * thickness
        return QRectF(room.left() + side, top, room.width() - 2 * side, height)

    return row


def _rounded_track(frame: QRectF, corner: float) -> QPainterPath:
    size = 2 * corner
    left, top, right, bottom = frame.left(), frame.top(), frame.right(), frame.bottom()
    track = QPainterPath(QPointF(frame.center().x(), top))
    track.arcTo(QRectF(left, top, size, size), 90, 90)
    track.arcTo(QRectF(left, bottom - size, size, size), 180, 90)
    track.arcTo(QRectF(right - size, bottom - size, size, size), 270, 90)
    track.arcTo(QRectF(right - size, top, size, size), 0, 90)
    track.closeSubpath()
    return track


def _digits(numerals: Numerals, widest: str, centre_x: float, top: float) -> QRectF:
    box = QRectF(0, top, numerals.width(widest), numerals.height)
    box.moveLeft(centre_x - box.width() / 2)
    return box


def _places(ring: Ring, digits: QRectF, numerals: Numerals, word: QRectF) -> DialPlaces:
    return DialPlaces(ring, digits.united(word), numerals, digits.center(), word)
