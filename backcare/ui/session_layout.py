"""Where the parts of the session view stand, as plain rectangles."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize

_STACKED_BELOW = 1.08
_STACKED_UNIT = 0.96
_DOTS_OF_ROW = 0.6
_LEAST_CARD = 0.2
_DIAL_OF_DIGITS = 1.62
"""How high a countdown is for digits of height 1."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the moment calls for. Parts that are not wanted give their room away.

    Attributes:
        size: of the window.
        least_digits_px: the least height of the digits.
        note_px: the width of the note beside the bar, or 0.
    """

    size: QSize
    least_digits_px: int
    notice: bool = False
    dots: bool = True
    following: bool = True
    note_px: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """One rectangle per part. `unit` is the length that sizes of text are shares of."""

    unit: int
    bar: QRect
    note: QRect
    name: QRect
    progress: QRect
    card: QRect
    notice: QRect
    following: QRect
    countdown: QRect
    dots: QRect
    place: QRect
    controls: QRect


class _Column:
    """A column of boxes, filled from above and from below."""

    def __init__(self, left: int, width: int, top: int, bottom: int) -> None:
        self._left, self._width = left, width
        self._top, self._bottom = top, bottom

    @property
    def height(self) -> int:
        return self._bottom - self._top

    def from_above(self, px: int, gap: int = 0) -> QRect:
        box = QRect(self._left, self._top, self._width, px)
        self._top += px + gap
        return box

    def from_below(self, px: int, gap: int = 0) -> QRect:
        """A box of no height takes no gap."""
        box = QRect(self._left, self._bottom - px, self._width, px)
        self._bottom -= px + gap if px else 0
        return box

    def rest(self) -> QRect:
        return QRect(self._left, self._top, self._width, self.height)


def is_stacked(size: QSize) -> bool:
    """Whether card and countdown stand one above the other."""
    return size.width() < _STACKED_BELOW * size.height()


def unit_of(size: QSize) -> int:
    """The length that sizes in a window of that size are shares of."""
    if is_stacked(size):
        return round(min(size.height(), size.width() * _STACKED_UNIT))
    return size.height()


def arrange(wanted: Wanted) -> Places:
    """The places of all parts."""
    size = wanted.size
    unit = unit_of(size)
    margin, gap = round(0.033 * unit), round(0.02 * unit)
    inner, top = size.width() - 2 * margin, round(0.55 * margin)
    note = QRect(margin + inner - wanted.note_px, top, wanted.note_px, round(0.034 * unit))
    bar_px = max(8, round(0.017 * unit))
    bar = QRect(margin, note.center().y() - bar_px // 2, inner, bar_px)
    if wanted.note_px:
        bar.setWidth(inner - wanted.note_px - gap)
    whole = _Column(margin, inner, note.bottom() + 1 + gap // 2, size.height() - margin)
    controls = whole.from_below(round(0.112 * unit), gap)
    if is_stacked(size):
        left = right = whole
    else:
        body = whole.rest()
        right_px = _right_column_px(inner, unit)
        left_px = inner - right_px - round(1.5 * gap)
        left = _Column(body.left(), left_px, body.top(), body.bottom() + 1)
        right = _Column(margin + inner - right_px, right_px, body.top(), body.bottom() + 1)
    name = left.from_above(round(0.098 * unit))
    progress = left.from_above(round(0.048 * unit), gap)
    following = left.from_below(round(0.115 * unit) if wanted.following else 0, gap)
    notice = left.from_below(round(0.1 * unit) if wanted.notice else 0, gap)
    if left is right:
        dots = right.from_below(round(0.075 * unit) if wanted.dots else 0, gap)
        place = QRect(dots)
        dots.setWidth(round(_DOTS_OF_ROW * inner))
        place.setLeft(dots.right() + 1 + gap)
        wished = min(inner, round(0.46 * right.height))
        dial_px = max(wished, round(_DIAL_OF_DIGITS * wanted.least_digits_px))
        dial_px = min(dial_px, right.height - gap - round(_LEAST_CARD * unit))
        countdown = right.from_below(dial_px, gap)
    else:
        place = right.from_below(round(0.05 * unit) if wanted.dots else 0)
        dots = right.from_below(round(0.07 * unit) if wanted.dots else 0, round(0.6 * gap))
        countdown = right.rest()
    return Places(
        unit=unit,
        bar=bar,
        note=note,
        name=name,
        progress=progress,
        card=left.rest(),
        notice=notice,
        following=following,
        countdown=countdown,
        dots=dots,
        place=place,
        controls=controls,
    )


def _right_column_px(inner: int, unit: int) -> int:
    return min(max(round(0.44 * inner), round(0.66 * unit)), inner // 2, unit)
