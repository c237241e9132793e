"""How punctual phases are, by the program's own event log."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.processes import BACKCARE, PATIENCE_SECONDS, environment
from benchmarks.table import AT_MOST, Row, percentile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.bench import Bench

MOST_MS_AT_P99 = 5.0
SLEEPER = [sys.executable, "-c", "from benchmarks.boundaries import sleeper; sleeper()"]
TAIL_SECONDS = 0.010
BUSY = [sys.executable, "-c", "while True: pass"]


def rows(bench: Bench) -> Iterator[Row]:
    """With nothing else to do, and with all cores but one busy."""
    yield _row("phase boundary, no load of ours", bench)
    with _busy(max(1, (os.cpu_count() or 2) - 1)):
        yield _row("phase boundary, all cores but one busy", bench)


def _row(what: str, bench: Bench) -> Row:
    with subprocess.Popen(SLEEPER, env=environment(), stdout=subprocess.PIPE) as process:
        late = lateness_ms(_events(bench))
        process.terminate()
        bare = json.loads(process.communicate()[0])
    worst = percentile(late, 99)
    return Row(
        f"{what}, {len(late)} of them",
        f"{_text(late)}, last tenth {median(late[-max(1, len(late) // 10) :]):.2f} ms",
        "a bare sleep at the same time",
        _text(bare),
        goal=f"p99 {AT_MOST} {MOST_MS_AT_P99:g} ms, no drift",
        reached=worst <= MOST_MS_AT_P99,
    )


def _text(late: list[float]) -> str:
    worst = percentile(late, 99)
    return f"median {median(late):.2f} ms, p99 {worst:.2f} ms, max {max(late):.2f} ms"


def sleeper() -> None:
    """Wake up once a second until told to end, then print by how many ms each was late.

    This is how punctual anything can be on this machine, with all that it does besides.
    """
    late: list[float] = []

    def end(number: int, frame: object) -> None:
        del number, frame
        json.dump(late, sys.stdout)
        sys.stdout.flush()
        os._exit(0)

    signal.signal(signal.SIGTERM, end)
    due = time.monotonic()
    while True:
        due += 1
        time.sleep(max(0.0, due - TAIL_SECONDS - time.monotonic()))
        time.sleep(max(0.0, due - time.monotonic()))
        late.append(1000 * (time.monotonic() - due))


def lateness_ms(lines: list[dict[str, float | str]]) -> list[float]:
    """By how much each phase that followed another came after its moment."""
    phases = [line for line in lines if line["event"] == "phase"]
    return [1000 * (float(line["t"]) - float(line["due"])) for line in phases[1:]]


def _events(bench: Bench) -> list[dict[str, float | str]]:
    """What a session writes into its event log, from start to finish."""
    log = Path(bench.boundaries, "events.jsonl")
    log.unlink(missing_ok=True)
    command = ["start", "benchmark", "--data", bench.boundaries, "--event-log", str(log)]
    speed = ["--speed", f"{bench.boundary_speed:g}"]
    with subprocess.Popen([*BACKCARE, *command, *speed], env=environment()) as process:
        try:
            _await_finish(log, bench.boundary_seconds + PATIENCE_SECONDS)
        finally:
            process.terminate()
    return [json.loads(line) for line in log.read_text().splitlines()]


def _await_finish(log: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while not (log.exists() and '"finish"' in log.read_text()):
        if time.monotonic() > until:
            message = "the session did not come to its end"
            raise TimeoutError(message)
        time.sleep(1)


@contextlib.contextmanager
def _busy(count: int) -> Iterator[None]:
    """Keep `count` cores from having nothing to do."""
    processes = [subprocess.Popen(BUSY) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()
