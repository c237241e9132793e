"""How much memory a window takes (PSS: what is shared with others counts in part)."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.processes import NO_PROC, OFFSCREEN, ON_LINUX, in_turn, pss_mib, staying
from benchmarks.startup import BARE
from benchmarks.table import Row, row_skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench

MAIN, SESSION = (
    "memory of the main window, 39 exercises",
    "memory of a running session, which has no sound or voice yet",
)
MOST_OF_MAIN, MOST_OF_SESSION = 1.25, 1.7


def rows(bench: Bench) -> Iterator[Row]:
    """The main window, then a running session, each against a bare window."""
    for what, kind, data, at_most in (
        (MAIN, "main", bench.empty, MOST_OF_MAIN),
        (SESSION, "session", bench.holds, MOST_OF_SESSION),
    ):
        if ON_LINUX:
            yield _row(bench, what, kind, data, at_most)
        else:
            yield row_skipped(what, NO_PROC)


def _row(bench: Bench, what: str, kind: str, data: str, at_most: float) -> Row:
    pairs = in_turn(
        bench.looks,
        lambda: _memory(kind, data, bench.settle),
        lambda: _memory("bare", "", bench.settle),
    )
    return pairs.row(what, BARE, "MiB", at_most=at_most)


def _memory(kind: str, data: str, settle: float) -> float:
    with staying(OFFSCREEN, kind, data) as pid:
        time.sleep(settle)
        return pss_mib(pid)
