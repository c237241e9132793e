"""How much memory a window takes.

PSS counts in part what several processes share, so that it moves with whatever else
runs; RSS counts it in full and stands still. Both are shown, against the same goal.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks.processes import NO_PROC, OFFSCREEN, ON_LINUX, in_turn, memory_mib, staying
from benchmarks.startup import BARE
from benchmarks.table import Row, row_skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench
    from benchmarks.table import Pairs

MAIN, SESSION = "main window, 39 exercises", "running session, no sound or voice yet"
MOST_OF_MAIN, MOST_OF_SESSION = 1.25, 1.7


def rows(bench: Bench) -> Iterator[Row]:
    """The main window, then a running session, each against a bare window."""
    for what, kind, data, at_most in (
        (MAIN, "main", bench.empty, MOST_OF_MAIN),
        (SESSION, "session", bench.holds, MOST_OF_SESSION),
    ):
        for measure in ("Pss", "Rss"):
            title = f"memory ({measure.upper()}) of the {what}"
            if ON_LINUX:
                yield _pairs(bench, kind, data, measure).row(title, BARE, "MiB", at_most=at_most)
            else:
                yield row_skipped(title, NO_PROC)


def _pairs(bench: Bench, kind: str, data: str, measure: str) -> Pairs:
    return in_turn(
        bench.looks,
        lambda: _memory(bench, kind, data, measure),
        lambda: _memory(bench, "bare", "", measure),
    )


def _memory(bench: Bench, kind: str, data: str, measure: str) -> float:
    with staying(OFFSCREEN, kind, data) as pid:
        time.sleep(bench.settle)
        return memory_mib(pid, measure)
