"""Prints what the slowest hostile inputs cost: time and memory, for each of the two parsers.

Run as `python -m tests.faults.measure_hostile`. Not a test: time depends on the machine.
"""

from __future__ import annotations

import gc
import sys
import time
import tracemalloc
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

from backcare.core.errors import InputRefusedError
from backcare.store.yaml_reader import FAST_LOADER, PURE_LOADER, parse_tree
from tests.faults.hostile import Case, cases, mutants

if TYPE_CHECKING:
    from backcare.store.yaml_reader import LoaderClass

SHOWN = 12


def main() -> None:
    damaged = (Case(f"mutant {n}", data, "") for n, data in enumerate(mutants(400, seed=1)))
    inputs = list(chain(cases(), damaged))
    for loader in (FAST_LOADER, PURE_LOADER):
        rows = [(_milliseconds(case, loader), case) for case in inputs]
        rows.sort(key=lambda row: -row[0])
        lines = [f"\n{loader.__name__}: {len(rows)} inputs; the slowest:"]
        for milliseconds, case in rows[:SHOWN]:
            kib = len(case.data) // 1024
            cost = f"{milliseconds:9.1f} ms {_peak_mb(case, loader):7.1f} MB"
            lines.append(f"{cost}  {kib:5} KB  {case.name}")
        sys.stdout.write("\n".join([*lines, ""]))


def _milliseconds(case: Case, loader: LoaderClass) -> float:
    """The better of two runs."""
    return min(_once(case, loader) for _ in range(2)) * 1000


def _once(case: Case, loader: LoaderClass) -> float:
    gc.collect()
    start = time.perf_counter()
    _read(case, loader)
    return time.perf_counter() - start


def _peak_mb(case: Case, loader: LoaderClass) -> float:
    tracemalloc.start()
    _read(case, loader)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


def _read(case: Case, loader: LoaderClass) -> None:
    with suppress(InputRefusedError):
        parse_tree(case.data, case.name, loader=loader)


if __name__ == "__main__":
    main()
