"""Processes to measure, and what Linux tells about them in /proc."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.table import Pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
WINDOW = [sys.executable, "-c", "from benchmarks.windows import run; run()"]
BACKCARE = [sys.executable, "-c", "from backcare.cli import main; raise SystemExit(main())"]
"""What the installed command `backcare` does."""

ON_LINUX = sys.platform.startswith("linux")
NO_PROC = "read from /proc, which only Linux has"
NO_X = "there is no Xvfb here"
PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Screen:
    """Where windows are shown. `server` is the process id of the X server, if any."""

    name: str
    platform: str
    display: str = ""
    server: int | None = None


OFFSCREEN = Screen("offscreen", "offscreen")


def environment(screen: Screen = OFFSCREEN) -> dict[str, str]:
    """The person's environment without what would colour the measurement."""
    mine = ("QT_", "QSG_", "PYTHON", "COVERAGE_", "WAYLAND_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(mine)}
    kept |= {"QT_QPA_PLATFORM": screen.platform, "PYTHONPATH": str(ROOT)}
    kept["QT_LOGGING_RULES"] = "default.warning=false"  # one comes with every offscreen window
    if screen.display:
        kept["DISPLAY"] = screen.display
    return kept


@contextlib.contextmanager
def x_screen() -> Iterator[Screen | None]:
    """An X server of our own, or None where Xvfb is missing."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    reader, writer = os.pipe()
    options = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"]
    command = [program, "-displayfd", str(writer), *options]
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        yield Screen("X11", "xcb", f":{number}", server.pid) if number else None
    finally:
        server.terminate()
        server.wait()


def starts_in_turn(count: int, here: Callable[[], float], reference: Callable[[], float]) -> Pairs:
    """The same for start-ups: a first, uncounted round fills the caches of byte code and files."""
    here()
    reference()
    return in_turn(count, here, reference)


def wall_ms(command: Sequence[str], screen: Screen = OFFSCREEN) -> float:
    """How long a process takes from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, env=environment(screen), stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


def in_turn(count: int, here: Callable[[], float], reference: Callable[[], float]) -> Pairs:
    """Measure both `count` times, alternating.

    Which comes first changes from pair to pair, so that neither profits.
    """
    pairs: list[tuple[float, float]] = []
    for number in range(count):
        if number % 2:
            second = reference()
            pairs.append((here(), second))
        else:
            pairs.append((here(), reference()))
    return Pairs([one for one, _ in pairs], [other for _, other in pairs])


@contextlib.contextmanager
def staying(screen: Screen, kind: str, data: str = "") -> Iterator[int]:
    """The process id of a window that stands on the screen, in the state `kind`."""
    command = [*WINDOW, kind, "stay", data]
    with subprocess.Popen(
        command, env=environment(screen), stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            if process.stdout.readline() != "ready\n":
                message = f"the window {kind!r} never stood on the screen"
                raise RuntimeError(message)
            yield process.pid
        finally:
            process.kill()
            process.wait()
            if data:
                Path(data, "backcare.lock").unlink(missing_ok=True)


def memory_mib(pid: int, measure: str) -> float:
    """The memory of a process, as `Pss` or as `Rss`."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith(f"{measure}:"):
            return int(line.split()[1]) / 1024
    message = f"the kernel tells no {measure}"
    raise RuntimeError(message)


@dataclass(frozen=True, slots=True)
class Effort:
    """What a process has spent: nanoseconds of processor time, and times it woke up."""

    cpu_ns: int
    wakes: int

    def __sub__(self, earlier: Effort) -> Effort:
        return Effort(self.cpu_ns - earlier.cpu_ns, self.wakes - earlier.wakes)


def effort(pid: int) -> Effort:
    """What all threads of a process have spent so far."""
    cpu = wakes = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        cpu += int((task / "schedstat").read_text().split()[0])
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                wakes += int(line.split()[1])
    return Effort(cpu, wakes)


@dataclass(frozen=True, slots=True)
class Load:
    """What a window costs while it stands: percent of one core, and times it wakes a second."""

    own_percent: float
    server_percent: float
    wakes: float

    @property
    def percent(self) -> float:
        """The window and its X server together."""
        return self.own_percent + self.server_percent


def load(screen: Screen, kind: str, data: str, *, settle: float, seconds: float) -> Load:
    """What a window in the state `kind` costs, once it has settled."""
    with staying(screen, kind, data) as pid:
        watched = [pid] if screen.server is None else [pid, screen.server]
        time.sleep(settle)
        began, before = time.monotonic(), [effort(each) for each in watched]
        time.sleep(seconds)
        took = time.monotonic() - began
        spent = [effort(each) - earlier for each, earlier in zip(watched, before, strict=True)]
    percent = [each.cpu_ns / took / 1e7 for each in spent]
    return Load(percent[0], sum(percent[1:]), spent[0].wakes / took)
