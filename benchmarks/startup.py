"""From the start of the process to the first painted window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.processes import NO_X, OFFSCREEN, WINDOW, Screen, starts_in_turn, wall_ms
from benchmarks.table import Row, row_skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench

MOST_OF_BARE = 1.15
MOST_OF_FEW = 1.15
BARE = "bare window"


def rows(bench: Bench) -> Iterator[Row]:
    """39 exercises against a bare window, then 1,000 own ones against the 39."""
    yield _against_bare(bench, OFFSCREEN)
    if bench.x is None:
        yield row_skipped("start to first paint, 39 exercises, X11", NO_X)
    else:
        yield _against_bare(bench, bench.x)
    pairs = starts_in_turn(
        bench.starts,
        lambda: _start(OFFSCREEN, "main", bench.full),
        lambda: _start(OFFSCREEN, "main", bench.empty),
    )
    what = "the same with 1,000 own exercises, offscreen"
    yield pairs.row(what, "39 exercises", "ms", at_most=MOST_OF_FEW)


def _against_bare(bench: Bench, screen: Screen) -> Row:
    pairs = starts_in_turn(
        bench.starts,
        lambda: _start(screen, "main", bench.empty),
        lambda: _start(screen, "bare"),
    )
    what = f"start to first paint, 39 exercises, {screen.name}"
    return pairs.row(what, BARE, "ms", at_most=MOST_OF_BARE)


def _start(screen: Screen, kind: str, data: str = "") -> float:
    return wall_ms([*WINDOW, kind, "leave", data], screen)
