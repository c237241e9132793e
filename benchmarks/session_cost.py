"""What a session costs while the person holds still, and what a window costs that rests."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from backcare.core.gesture import DEMONSTRATIONS, SHOWING_SECONDS
from benchmarks.processes import (
    NO_PROC,
    NO_X,
    OFFSCREEN,
    ON_LINUX,
    Load,
    Screen,
    in_turn,
    load,
)
from benchmarks.startup import BARE
from benchmarks.table import AT_MOST, Row, row_skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench

MOST_OF_NAIVE = 0.12
MOST_PERCENT_AT_REST, MOST_WAKES_AT_REST = 0.02, 1.0

SHOWN_SECONDS = DEMONSTRATIONS * SHOWING_SECONDS + 2.0
"""The figure shows the first exercise a few times, then rests."""

AT_REST = {"main": "main window, nothing happens", "paused": "session paused"}
MINIMISED = {"minimised": "session running, window minimised"}
"""Only offscreen: on an X server without a window manager no window is ever minimised."""


def rows(bench: Bench) -> Iterator[Row]:
    """Holding against a naive repaint, then everything that should cost nothing."""
    if not ON_LINUX:
        yield row_skipped("session holding; windows at rest", NO_PROC)
        return
    for screen in (OFFSCREEN, bench.x):
        if screen is None:
            yield row_skipped("session holding; windows at rest, X11", NO_X)
            continue
        yield _holding(bench, screen)
        if bench.quick and screen is OFFSCREEN and bench.x is not None:
            continue
        bare = _at_rest(bench, screen, "bare")
        for kind, what in (AT_REST | (MINIMISED if screen is OFFSCREEN else {})).items():
            yield _resting(f"{what}, {screen.name}", _at_rest(bench, screen, kind), bare)


def _holding(bench: Bench, screen: Screen) -> Row:
    def percent(kind: str) -> float:
        seconds = bench.watch_seconds
        return load(screen, kind, bench.holds, settle=bench.settle, seconds=seconds).percent

    pairs = in_turn(bench.looks, lambda: percent("session"), lambda: percent("naive"))
    server = " with its server" if screen.server is not None else ""
    size = "1280\N{MULTIPLICATION SIGN}800"
    what = f"session holding, ring and figure moving, {size}, {screen.name}{server}"
    return pairs.row(what, "full repaint at 60 Hz", "% CPU", at_most=MOST_OF_NAIVE, digits=2)


def _at_rest(bench: Bench, screen: Screen, kind: str) -> list[Load]:
    data = {"bare": "", "main": bench.empty}.get(kind, bench.holds)
    seconds = bench.watch_seconds
    settle = bench.settle + (SHOWN_SECONDS if kind == "main" else 0.0)
    return [
        load(screen, kind, data, settle=settle, seconds=seconds) for _ in range(bench.rest_looks)
    ]


def _resting(what: str, here: list[Load], bare: list[Load]) -> Row:
    cpu, wakes = _medians(here)
    return Row(
        what,
        _text(cpu, wakes),
        BARE,
        _text(*_medians(bare)),
        goal=(
            f"{AT_MOST} {MOST_PERCENT_AT_REST:g} % CPU, {AT_MOST} {MOST_WAKES_AT_REST:g} wake-up/s"
        ),
        reached=cpu <= MOST_PERCENT_AT_REST and wakes <= MOST_WAKES_AT_REST,
    )


def _medians(loads: list[Load]) -> tuple[float, float]:
    return median(each.own_percent for each in loads), median(each.wakes for each in loads)


def _text(cpu: float, wakes: float) -> str:
    return f"{cpu:.3f} % CPU, {wakes:.2f} wake-ups/s"
