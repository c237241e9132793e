"""A clock that jumps, a keyboard with a script, and a screen that remembers its lines."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from backcare.core.session import Session
from backcare.core.words import Words
from backcare.services.clock import SessionClock
from backcare.services.event_log import EventLog
from backcare.services.terminal_io import Screen
from backcare.terminal import Follower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backcare.core.plan import Plan

CTRL_C = "Ctrl-C"
SLEEP = "sleep"
"""In a script: the machine sleeps until five minutes after the last look at the clock."""

A_MOMENT = 1e-9
"""What every wait lasts longer than was asked for."""


class FakeTime:
    """The time of a machine; it passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class FakeKeyboard:
    """Keys at moments counted from the start; each wait jumps to its end or to the next key."""

    def __init__(
        self, time: FakeTime, script: Iterable[tuple[float, str]] = (), *, interactive: bool = True
    ) -> None:
        self._time = time
        self._start = time.now
        self._script = list(script)
        self._interactive = interactive
        self.longest_wait = 0.0
        self.waits = 0

    def is_interactive(self) -> bool:
        return self._interactive

    def wait(self, seconds: float) -> str:
        self.waits += 1
        self.longest_wait = max(self.longest_wait, seconds)
        assert self.waits < 100_000, "nobody will ever press the key that is waited for"
        end = self._time.now + seconds + A_MOMENT
        if not self._script or self._start + self._script[0][0] > end:
            self._time.now = end
            return ""
        before = self._time.now
        at, key = self._script.pop(0)
        self._time.now = max(self._time.now, self._start + at)
        if key == CTRL_C:
            raise KeyboardInterrupt
        if key == SLEEP:
            self._time.now = before + 300
            return ""
        return key


class Following:
    """A plan that was followed to its end with a script of keys."""

    def __init__(
        self, plan: Plan, *script: tuple[float, str], interactive: bool = True, speed: float = 1.0
    ) -> None:
        self.time = FakeTime()
        self.clock = SessionClock(speed, monotonic=self.time, real=self.time)
        self.keyboard = FakeKeyboard(self.time, script, interactive=interactive)
        self.session = Session(plan)
        out = io.StringIO()
        with EventLog(None, self.clock) as log:
            self.follower = Follower(
                self.session, self.clock, Screen(out), self.keyboard, log, Words()
            )
            self.follower.follow()
        self.lines = out.getvalue().splitlines()
        self.seconds = self.time.now - 1000.0

    def told(self) -> list[str]:
        """The lines of phases and of what happened, without headings and steps."""
        return [
            line.strip() for line in self.lines if line and not re.match(r"\d+/\d+ |    ", line)
        ]
