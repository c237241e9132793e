"""Steps that are read from the floor: on pages, where they are too many for large letters.

The pages of a phase share its seconds by how much there is to read on each. Which page
stands is a question of how much of the phase has passed, and of nothing else: going back
to the phase's start shows the first page again.

While a session waits for the person no time passes, but what is to be read is as far away
as ever: small letters would show all steps at once to nobody. So there the pages turn too,
without haste, and begin anew after the last.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from backcare.ui.fit_label import SMALLEST_PX
from backcare.ui.text_blocks import Block, blocks_fit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QFont

SHORTEST_SECONDS = 2.5
"""A page that stood for less could not be read."""

UNHURRIED_SECONDS = 6.0
"""For each step, while a session waits and nothing else goes on."""

_STEP = 0.97


@dataclass(frozen=True, slots=True)
class Pages:
    """Paragraphs on pages.

    Attributes:
        groups: the paragraphs of each page; at least one page, which may be empty.
        px: the size of all their text; 0 where nothing could be shown.
        turns: after so many seconds each page but the last is turned.
        seconds: what all of them have together.
    """

    groups: tuple[tuple[Block, ...], ...] = ((),)
    px: int = 0
    turns: tuple[float, ...] = ()
    seconds: float = 0.0

    def page_at(self, elapsed_seconds: float) -> int:
        """Which page stands when so much of the phase has passed."""
        return bisect_right(self.turns, elapsed_seconds)

    def seconds_of(self, page: int) -> float:
        """How long a page stands; the last one until `seconds` are over."""
        ends = (0.0, *self.turns, self.seconds)
        return ends[page + 1] - ends[page]


def paginate(
    font: QFont,
    blocks: Sequence[Block],
    box: QRect,
    largest_px: int,
    seconds: float,
    closing: Block | None = None,
) -> Pages:
    """Pages for `box` with text as large as possible, all of them read in `seconds`.

    There are as many pages as there is time for; with no time to go by there is one. What
    has no room even in the smallest letters is left out, from the end. Where all do not stand
    on one page, the last page is that of `closing`.
    """
    if not blocks:
        return Pages()
    most = max(1, int(seconds / SHORTEST_SECONDS))
    px = float(largest_px)
    while round(px) >= SMALLEST_PX:
        groups = _grouped(font, blocks, box, round(px))
        if groups is not None and closing is not None and len(groups) > 1:
            last = blocks_fit(font, (closing,), box, round(px))
            groups = (*groups, (closing,)) if last else None
        if groups is not None and len(groups) <= most:
            return Pages(groups, round(px), _turns(groups, seconds), seconds)
        px *= _STEP
    return paginate(font, blocks[:-1], box, largest_px, seconds, closing)


def _grouped(
    font: QFont, blocks: Sequence[Block], box: QRect, px: int
) -> tuple[tuple[Block, ...], ...] | None:
    """Pages as full as they get; None where a paragraph does not even fit alone."""
    groups: list[tuple[Block, ...]] = [()]
    for block in blocks:
        if blocks_fit(font, (*groups[-1], block), box, px):
            groups[-1] += (block,)
        elif groups[-1] and blocks_fit(font, (block,), box, px):
            groups.append((block,))
        else:
            return None
    return tuple(groups)


def _turns(groups: Sequence[Sequence[Block]], seconds: float) -> tuple[float, ...]:
    """Every page has the shortest time, and by its length a share of what is left."""
    lengths = [sum(len(block.text) for block in group) for group in groups]
    spare = seconds - SHORTEST_SECONDS * len(groups)
    total = sum(lengths) or 1
    times = (SHORTEST_SECONDS + spare * length / total for length in lengths)
    return tuple(accumulate(times))[:-1]
