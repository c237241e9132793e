"""Expanding a very long routine into its phases."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from backcare.core.planning import build_plan
from backcare.core.routine import Routine, RoutineItem
from backcare.paths import EXERCISES, POSES, shipped, user_folders
from backcare.store import reading
from backcare.store.library import load_library
from benchmarks.table import Row, row_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench

PHASES = 10_000
ROUNDS = 20
MOST_MS = 20.0


def rows(bench: Bench) -> Iterator[Row]:
    """A routine that repeats the whole catalogue until it has PHASES phases."""
    folders = user_folders(bench.empty)
    library = load_library(shipped(EXERCISES), shipped(POSES), "", folders.cache, lambda: reading)
    catalogue = library.catalogue
    items = tuple(RoutineItem(name) for name in catalogue.exercises)
    once = len(build_plan(Routine("", "", "", items), catalogue).phases)
    routine = Routine("", "", "", items * -(-PHASES // once))
    took, count = [], 0
    for _ in range(ROUNDS):
        began = time.perf_counter()
        count = len(build_plan(routine, catalogue).phases)
        took.append((time.perf_counter() - began) * 1000)
    yield row_within(f"`build_plan`, {count:,} phases", took, "ms", at_most=MOST_MS)
