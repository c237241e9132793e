"""Where the parts of a countdown stand: a circle if the digits are large enough in it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from backcare.ui.numerals import Numerals, numerals_for
from backcare.ui.ring import Ring

if TYPE_CHECKING:
    from collections.abc import Callable

# Shares of the digits' height, from their upper edge down.
_WORD_TOP = 1.12
_WORD = 0.30
_TIGHT_WORD_TOP = 1.06
_TIGHT_WORD = 0.22
_HINT_TOP = 1.28
_HINT = 0.15
_STACK = 1.43

_ABOVE_CENTRE = 0.78
_RADIUS = 1.05
_THICKNESS = 0.045
_FRAME_THICKNESS = 0.034
_CORNER = 0.24
_WHOLE_SECONDS_DIGITS = 2


@dataclass(frozen=True, slots=True)
class DialPlaces:
    """A countdown's geometry. `inside` holds all that is not the ring."""

    ring: Ring
    inside: QRectF
    numerals: Numerals
    centre: QPointF
    word_alone_row: QRectF
    word_row: QRectF
    hint_row: QRectF


def place_dial(box: QRectF, widest: str, least_px: float) -> DialPlaces:
    """The places for digits as wide as `widest` in `box`, `least_px` high if possible."""
    side = min(box.width(), box.height())
    thickness = max(6.0, _THICKNESS * side)
    if len(widest) <= _WHOLE_SECONDS_DIGITS and (side / 2 - thickness) / _RADIUS >= least_px:
        return _in_circle(box, widest, thickness)
    return _in_frame(box, widest, max(5.0, _FRAME_THICKNESS * side), least_px)


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

    def row(start: float, share: float) -> QRectF:
        """As wide as the circle is at the row's lower edge."""
        lower = top + (start + share) * height - middle.y()
        half = math.sqrt(max(0.0, (0.985 * radius) ** 2 - lower**2))
        return QRectF(middle.x() - half, top + start * height, 2 * half, share * height)

    digits = _digits(numerals, widest, middle.x(), top)
    return _places(Ring(track, thickness), digits, numerals, row)


def _in_frame(box: QRectF, widest: str, thickness: float, least_px: float) -> DialPlaces:
    frame = box.adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)
    inset = 0.8 * thickness
    room = frame.adjusted(inset, inset, -inset, -inset)
    pad = min(0.05 * room.height(), 0.5 * max(0.0, room.height() - _STACK * least_px))
    height = (room.height() - 2 * pad) / _STACK
    numerals = numerals_for(widest, room.width() - 2 * pad, height)
    top = box.center().y() - _STACK * numerals.height / 2
    corner = max(0.0, _CORNER * min(frame.width(), frame.height()) - inset)

    def row(start: float, share: float) -> QRectF:
        """As wide as the frame is at the row's lower edge, where its corners are round."""
        within = corner - max(0.0, room.bottom() - top - (start + share) * numerals.height)
        rounding = corner - math.sqrt(corner**2 - max(0.0, min(corner, within)) ** 2)
        side = rounding + max(pad, 0.4 * thickness)
        return QRectF(
            room.left() + side,
            top + start * numerals.height,
            room.width() - 2 * side,
            share * numerals.height,
        )

    digits = _digits(numerals, widest, box.center().x(), top)
    return _places(Ring(_rounded_track(frame), thickness), digits, numerals, row)


def _rounded_track(frame: QRectF) -> QPainterPath:
    size = 2 * _CORNER * min(frame.width(), frame.height())
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


def _places(
    ring: Ring,
    digits: QRectF,
    numerals: Numerals,
    row: Callable[[float, float], QRectF],
) -> DialPlaces:
    alone = row(_WORD_TOP, _WORD)
    tight = row(_TIGHT_WORD_TOP, _TIGHT_WORD)
    hint = row(_HINT_TOP, _HINT)
    inside = digits.united(alone).united(tight).united(hint)
    return DialPlaces(ring, inside, numerals, digits.center(), alone, tight, hint)
