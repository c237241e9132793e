"""The command line, which must not wait for anything heavy."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.processes import BACKCARE, starts_in_turn, wall_ms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench
    from benchmarks.table import Row

MOST_OF_IMPORT = 3.0
IMPORT_JSON = [sys.executable, "-c", "import json"]


def rows(bench: Bench) -> Iterator[Row]:
    """`backcare list --json` against a Python that only imports json."""
    listing = [*BACKCARE, "list", "--json", "--data", bench.empty]
    pairs = starts_in_turn(bench.starts, lambda: wall_ms(listing), lambda: wall_ms(IMPORT_JSON))
    yield pairs.row(
        "`backcare list --json`", '`python -c "import json"`', "ms", at_most=MOST_OF_IMPORT
    )
