"""Where the parts of the session view stand, as plain rectangles, read from left to right."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize

from backcare.ui.dial_layout import circle_px, frame_height, frame_width

_STACKED_BELOW = 0.9
_STACKED_UNIT = 0.96
_BESIDE_UNIT = 0.85
_WIDEST = 2.35
"""Of the height: on a wider screen the parts stay together in the middle."""

_TALL = 1.7
_DOTS_OF_ROW = 0.6
_BAR_OF_FOOT = 0.4
_NAME_OF_ROW = 0.64
_NAME_BY_NOTICE = 0.46
_NEXT_OF_ROW = 0.6
_LEAST_CARD = 0.3
_ROOMY_CARD = 0.28
"""Of the unit: a lower card than this has rows shared, so that it becomes higher."""

_DIAL_OF_COLUMN = 0.4
_RIGHT_SHARE = 0.4
_RIGHT_MOST = 0.5
_RIGHT_MOST_NARROW = 0.62
_LEAST_CONTROLS_PX = 56
_CIRCLE_MOST = 0.48
_WHOLE_SECONDS_DIGITS = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the moment calls for. Parts that are not wanted give their room away.

    Attributes:
        size: of the window.
        least_digits_px: the least height of the digits.
        widest: the widest number of this exercise; the columns stay while it lasts.
        foot: there is something under the countdown: dots, or how to begin. A countdown with
            a column of its own keeps the room for it, and so its size.
        counts_by_words: there are too many repetitions for dots, so the words are larger.
        slim: the controls come and go, in a row of their own that is low.
        note_px: the width of the note beside the bar, or 0.
    """

    size: QSize
    least_digits_px: int
    widest: str = "00"
    notice: bool = False
    foot: bool = True
    counts_by_words: bool = False
    slim: bool = False
    note_px: int = 0


@dataclass(frozen=True, slots=True)
class Places:
    """One rectangle per part. Dots and place share the foot of the countdown.

    In floor mode a window that is upright has no room for the progress beside a notice.
    """

    bar: QRect
    note: QRect
    name: QRect
    progress: QRect
    card: QRect
    notice: QRect
    following: QRect
    countdown: QRect
    foot: QRect
    dots: QRect
    place: QRect
    controls: QRect


class _Column:
    """A column of boxes, filled from above and from below."""

    def __init__(self, box: QRect) -> None:
        self._box = QRect(box)

    @property
    def height(self) -> int:
        return self._box.height()

    @property
    def width(self) -> int:
        return self._box.width()

    def from_above(self, px: int, gap: int = 0) -> QRect:
        box = QRect(self._box.left(), self._box.top(), self._box.width(), px)
        self._box.setTop(self._box.top() + px + gap)
        return box

    def from_below(self, px: int, gap: int = 0) -> QRect:
        """A box of no height takes no gap."""
        box = QRect(self._box.left(), self._box.bottom() + 1 - px, self._box.width(), px)
        self._box.setBottom(self._box.bottom() - px - (gap if px else 0))
        return box

    def rest(self) -> QRect:
        return QRect(self._box)


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Heights of the rows, in pixels."""

    gap: int
    name: int
    progress: int
    notice: int
    following: int
    foot: int
    controls: int


def is_stacked(size: QSize) -> bool:
    """Whether card and countdown stand one above the other."""
    return size.width() < _STACKED_BELOW * size.height()


def unit_of(size: QSize) -> int:
    """The length that sizes in a window of that size are shares of."""
    share = _STACKED_UNIT if is_stacked(size) else _BESIDE_UNIT
    return round(min(size.height(), size.width() * share))


def margin_of(size: QSize) -> int:
    """What is left free at the left and the right: more where the window is very wide."""
    least = round(0.033 * unit_of(size))
    return max(least, round((size.width() - _WIDEST * size.height()) / 2))


def arrange(wanted: Wanted) -> Places:
    """The places of all parts."""
    size, unit, sizes = wanted.size, unit_of(wanted.size), _sizes(wanted)
    margin, edge = margin_of(size), round(0.033 * unit)
    top = round(0.55 * edge)
    whole = _Column(QRect(margin, top, size.width() - 2 * margin, size.height() - edge - top))
    bar, note = _bar_and_note(whole.from_above(round(0.034 * unit), sizes.gap // 2), wanted, unit)
    controls = whole.from_below(sizes.controls, sizes.gap)
    if is_stacked(size):
        parts = _one_column(whole, sizes, wanted, unit)
    else:
        parts = _two_columns(whole, sizes, wanted)
    return Places(bar=bar, note=note, controls=controls, **parts)


def _sizes(wanted: Wanted) -> _Sizes:
    unit, stacked = unit_of(wanted.size), is_stacked(wanted.size)
    controls = 0.085 if wanted.slim or stacked else 0.1
    is_tall = wanted.size.height() > _TALL * wanted.size.width()
    foot = 0.055 if wanted.slim and not is_tall else 0.07
    return _Sizes(
        gap=round(0.02 * unit),
        name=round((0.084 if stacked else 0.09) * unit),
        progress=round((0.042 if stacked else 0.048) * unit),
        notice=round(0.1 * unit) if wanted.notice else 0,
        following=round((0.092 if stacked else 0.1) * unit),
        foot=round(foot * unit * wanted.foot if stacked else 0.125 * unit),
        controls=max(_LEAST_CONTROLS_PX, round(controls * unit)),
    )


def _bar_and_note(row: QRect, wanted: Wanted, unit: int) -> tuple[QRect, QRect]:
    note = QRect(row)
    note.setLeft(row.right() + 1 - wanted.note_px)
    bar_px = max(8, round(0.017 * unit))
    bar = QRect(row.left(), row.center().y() - bar_px // 2, row.width(), bar_px)
    if wanted.note_px:
        bar.setRight(note.left() - 1 - round(0.02 * unit))
    return bar, note


def _one_column(column: _Column, sizes: _Sizes, wanted: Wanted, unit: int) -> dict[str, QRect]:
    """Card over countdown; the dots stand beside the words that count them.

    In floor mode, where the digits may need most of the height, rows are shared if the card
    would be too low otherwise.
    """
    parts = _stacked(_Column(column.rest()), sizes, wanted, unit, shared=False)
    if wanted.slim and parts["card"].height() < _ROOMY_CARD * unit:
        return _stacked(column, sizes, wanted, unit, shared=True)
    return parts


def _stacked(
    column: _Column, sizes: _Sizes, wanted: Wanted, unit: int, *, shared: bool
) -> dict[str, QRect]:
    if wanted.slim and (shared or wanted.notice):
        parts = _shared_head(column, sizes, wanted)
    else:
        parts = _head(column, sizes)
    if shared:
        row = column.from_below(sizes.following, sizes.gap)
        following, foot = _split(row, _NEXT_OF_ROW if wanted.foot else 1.0, sizes.gap)
        parts |= {"following": following, "foot": foot}
        dots, place = _halves(foot, wanted)
    else:
        notice = parts.get("notice")
        parts |= _tail(column, sizes if notice is None else replace(sizes, notice=0))
        parts["notice"] = notice or parts["notice"]
        parts["foot"] = column.from_below(sizes.foot, sizes.gap)
        dots, place = _split(parts["foot"], _DOTS_OF_ROW, sizes.gap)
    needed = frame_height(column.width, wanted.widest, wanted.least_digits_px)
    wished = round(_DIAL_OF_COLUMN * column.height)
    most = column.height - sizes.gap - round(_LEAST_CARD * unit)
    least = frame_height(column.width, wanted.widest, wanted.least_digits_px, tight=True)
    if wanted.slim and not shared:
        most = least
    dial_px = max(least, min(max(needed, wished), most))
    countdown = column.from_below(dial_px, sizes.gap)
    parts |= {"dots": dots, "place": place}
    return parts | {"countdown": countdown, "card": column.rest()}


def _two_columns(whole: _Column, sizes: _Sizes, wanted: Wanted) -> dict[str, QRect]:
    """Card and words at the left, the countdown at the right."""
    body = whole.rest()
    dial_px = body.height() - sizes.foot - sizes.gap
    right_px = _right_column_px(body.width(), dial_px, wanted)
    left = QRect(body.left(), body.top(), body.width() - right_px - round(1.5 * sizes.gap),
                 body.height())  # fmt: skip
    right = _Column(QRect(body.right() + 1 - right_px, body.top(), right_px, body.height()))
    column = _Column(left)
    parts = _head(column, sizes)
    parts |= _tail(column, sizes)
    foot = right.from_below(sizes.foot, round(0.6 * sizes.gap))
    dots, place = _halves(foot, wanted)
    parts |= {"foot": foot, "dots": dots, "place": place}
    return parts | {"countdown": right.rest(), "card": column.rest()}


def _split(row: QRect, share: float, gap: int) -> tuple[QRect, QRect]:
    """Side by side, with a gap between; the second may be empty."""
    first, second = QRect(row), QRect(row)
    if share < 1:
        first.setWidth(round(share * row.width()))
    second.setLeft(first.right() + 1 + gap)
    return first, second


def _halves(foot: QRect, wanted: Wanted) -> tuple[QRect, QRect]:
    """Dots over the words that count them."""
    dots, place = QRect(foot), QRect(foot)
    share = _BAR_OF_FOOT if wanted.counts_by_words else _DOTS_OF_ROW
    dots.setHeight(round(share * foot.height()))
    place.setTop(dots.bottom() + 1)
    return dots, place


def _head(column: _Column, sizes: _Sizes) -> dict[str, QRect]:
    name = column.from_above(sizes.name)
    return {"name": name, "progress": column.from_above(sizes.progress, sizes.gap)}


def _shared_head(column: _Column, sizes: _Sizes, wanted: Wanted) -> dict[str, QRect]:
    """One row: the name, and beside it the notice or else the progress."""
    row = column.from_above(sizes.name, sizes.gap)
    name, beside = _split(row, _NAME_BY_NOTICE if wanted.notice else _NAME_OF_ROW, sizes.gap)
    progress, notice = (QRect(), beside) if wanted.notice else (beside, QRect())
    return {"name": name, "progress": progress, "notice": notice}


def _tail(column: _Column, sizes: _Sizes) -> dict[str, QRect]:
    following = column.from_below(sizes.following, sizes.gap)
    return {"following": following, "notice": column.from_below(sizes.notice, sizes.gap)}


def _right_column_px(inner: int, dial_px: int, wanted: Wanted) -> int:
    """As wide as a circle has to be, or else as digits of a good shape need."""
    wished, least = round(_RIGHT_SHARE * inner), wanted.least_digits_px
    if len(wanted.widest) <= _WHOLE_SECONDS_DIGITS:
        circle = circle_px(least)
        if circle <= min(dial_px, _CIRCLE_MOST * inner):
            return max(wished, circle)
        return max(wished, min(frame_width(wanted.widest, least), round(_RIGHT_MOST * inner)))
    tight = frame_width(wanted.widest, least, tight=True)
    most = max(_RIGHT_MOST * inner, min(tight, _RIGHT_MOST_NARROW * inner))
    return max(wished, min(frame_width(wanted.widest, least), round(most)))
