"""`python -m benchmarks [--quick] [--write]`: measure everything, in turn with its reference."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from benchmarks import (
    boundaries,
    command_line,
    figure,
    filtering,
    memory,
    planning,
    session_cost,
    startup,
)
from benchmarks.bench import prepared
from benchmarks.machine import description
from benchmarks.processes import ROOT
from benchmarks.table import markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.table import Row

PAGE = ROOT / "docs" / "benchmarks.md"
SUBJECTS = (
    startup,
    memory,
    session_cost,
    boundaries,
    filtering,
    command_line,
    planning,
    figure,
)

TEXT = """\
# Benchmarks

Made by `{command}`.

Every row was measured beside its reference in the same run, in turn with it: medians,
with the smallest and the largest in brackets; the ratio is that of the medians, with
the smallest and the largest ratio of one pair in brackets. Milliseconds belong to this
machine and to what else it did; ratios tell more.

{machine}
{table}
- Starts are whole processes which end right after their first painted window, with the
  compiled catalogue and byte code warm, and without tidying up. A bare window is a
  QMainWindow with one QLabel.
- PSS shares out what several processes use, so it moves with whatever else runs: where
  its smallest and largest lie far apart, trust RSS, which counts all of it every time.
- Processor time is that of all threads, in percent of one core; on X11 a session's X
  server is included. Wake-ups are voluntary context switches of all threads.
- The full repaint draws the same view in Python, every widget of it: dearer than the
  plain painter that the goal was once set against.
- The figure's rows go over all that ships with the program: their brackets hold the
  simplest and the richest picture. Scenes and prepared pictures are kept, so a frame of
  a movement that has been seen once costs the painting alone.
- Boundary errors come from the event log of a session of 1 s phases{speed}.
  "Last tenth" is the median of the last tenth of them: a clock that drifts makes it
  larger. What else the machine did makes the bare sleep late as well.
"""


def main() -> None:
    """Run the benchmarks and print or write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="under a minute, and less sure")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    options = parser.parse_args()
    flags = [flag for flag in ("quick", "write") if getattr(options, flag)]
    command = " ".join(["python -m benchmarks", *(f"--{flag}" for flag in flags)])
    machine = description()
    text = TEXT.format(
        command=command,
        machine=machine,
        table=markdown(_rows(quick=options.quick)),
        speed=", here at 8 times the speed" if options.quick else "",
    )
    if options.write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        print(text)


def _rows(*, quick: bool) -> Iterator[Row]:
    with prepared(quick=quick) as bench:
        for subject in SUBJECTS:
            for row in subject.rows(bench):
                print(f"{row.what}: {row.measured} {row.ratio}", file=sys.stderr)
                yield row


if __name__ == "__main__":
    main()
