"""What every measurement needs to know: how thorough to be, and where things are."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.folders import empty_folder, full_folder, holds_folder
from benchmarks.processes import Screen, x_screen

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Bench:
    """One run of the benchmarks.

    Attributes:
        quick: whether to leave out what another row tells nearly as well.
        starts: pairs of start-ups.
        looks: pairs of windows that stand and are looked at.
        rest_looks: windows at rest, each.
        settle: seconds before looking.
        watch_seconds: for how long processor time is watched.
        boundary_speed, boundary_seconds: how fast the session of 1 s phases is played,
            and how long it lasts.
        x: an X server, where there is one.
        empty: data folder without own exercises.
        full: data folder with 1,000 own exercises.
        holds: data folder with the routine `benchmark`: holds of 20 s.
        boundaries: the same, holds of 1 s.
    """

    quick: bool
    starts: int
    looks: int
    rest_looks: int
    settle: float
    watch_seconds: float
    boundary_speed: float
    boundary_seconds: float
    x: Screen | None
    empty: str
    full: str
    holds: str
    boundaries: str


@contextlib.contextmanager
def prepared(*, quick: bool) -> Iterator[Bench]:
    """Everything made ready in a temporary folder, and an X server."""
    boundaries = 30 if quick else 200
    speed = 8.0 if quick else 1.0
    with tempfile.TemporaryDirectory(prefix="backcare-bench-") as name, x_screen() as screen:
        folder = Path(name)
        items = -(-boundaries // 100)
        yield Bench(
            quick=quick,
            starts=3 if quick else 20,
            looks=1 if quick else 5,
            rest_looks=1 if quick else 3,
            settle=0.4 if quick else 2.0,
            watch_seconds=1.5 if quick else 10.0,
            boundary_speed=speed,
            boundary_seconds=(boundaries + 20) / speed,
            x=screen,
            empty=empty_folder(folder / "empty"),
            full=full_folder(folder / "full"),
            holds=holds_folder(folder / "holds", seconds=20, reps=100),
            boundaries=holds_folder(
                folder / "boundaries", seconds=1, reps=boundaries // items, items=items
            ),
        )
