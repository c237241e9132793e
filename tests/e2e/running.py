"""The real program in a process of its own, and somebody at its keyboard."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.until import until

TOOLS = ("Xvfb", "xdotool", "openbox")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
needs_screen = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "backcare"]
SOON = 15.0
"""Seconds after which something that should happen at once is given up."""


def environment(display: str | None) -> dict[str, str]:
    """The test's own environment, with a real screen or none instead of the offscreen one."""
    mine = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in mine}
    kept["PYTHONPATH"] = str(ROOT)
    return kept if display is None else {**kept, "DISPLAY": display}


class RunningProgram:
    """The program in its process, its event log, and somebody at its keyboard."""

    def __init__(self, display: str, data: Path, *arguments: str) -> None:
        self.data = data
        self.log = data.parent / "events.jsonl"
        self._environment = environment(display)
        self.process = subprocess.Popen(
            [*COMMAND, "--data", str(data), *arguments],
            cwd=data.parent,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def events(self) -> list[dict[str, Any]]:
        """What the log holds by now; a line that is being written does not count."""
        if not self.log.exists():
            return []
        whole, _, _ = self.log.read_text().rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    def happened(self) -> list[str]:
        return [event["event"] for event in self.events() if event["event"] != "second"]

    def wait_for(self, event: str, times: int = 1) -> None:
        def has_come() -> bool:
            return [line["event"] for line in self.events()].count(event) >= times

        until(has_come, SOON, f"{event} {times} times")

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=SOON,
            check=False,
        )
        return done.stdout.strip()

    def key(self, name: str) -> None:
        self.xdotool("key", "--clearmodifiers", name)

    def focused_window(self) -> str:
        """The name of the window that keys go to."""
        return self.xdotool("getwindowfocus", "getwindowname")

    def wait_for_window(self, name: str = "backcare") -> None:
        until(lambda: self.focused_window() == name, SOON, f"the window {name!r}")

    def end(self, number: int) -> tuple[int, float]:
        """Send a signal; returns the exit code and how long it took."""
        began = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(SOON), time.monotonic() - began

    def second_start(self) -> tuple[subprocess.CompletedProcess[str], float]:
        began = time.monotonic()
        done = subprocess.run(
            [*COMMAND, "--data", str(self.data)],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=SOON,
            check=False,
        )
        return done, time.monotonic() - began
