"""The clocks of a session: its own time, and real time that goes on during sleep."""

from __future__ import annotations

import time
from collections.abc import Callable

Clock = Callable[[], float]


def awake_and_asleep() -> float:
    """Seconds on a clock that no setting of the date moves and no sleep stops.

    Linux's monotonic clock stands still in suspend and CLOCK_BOOTTIME does not
    (clock_gettime(2)); macOS's CLOCK_MONOTONIC_RAW goes on too (its mach_continuous_time);
    Windows' monotonic clock already counts sleep.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW"):
        if hasattr(time, name):
            return time.clock_gettime(getattr(time, name))
    return time.monotonic()


class SessionClock:
    """Session time, which runs `speed` times as fast as real time."""

    def __init__(
        self,
        speed: float = 1.0,
        monotonic: Clock = time.monotonic,
        real: Clock = awake_and_asleep,
    ) -> None:
        self.speed = speed
        self._monotonic = monotonic
        self._real = real
        self._origin = monotonic()

    def now(self) -> float:
        """Session time in seconds, from 0."""
        return (self._monotonic() - self._origin) * self.speed

    def real(self) -> float:
        """Real time in seconds, sleep included, for seeing gaps."""
        return self._real()

    def monotonic_at(self, session_time: float) -> float:
        """The monotonic clock's reading at a moment of session time."""
        return self._origin + session_time / self.speed

    def seconds_until(self, session_time: float) -> float:
        """Real seconds until a moment of session time; never negative."""
        return max(0.0, self.monotonic_at(session_time) - self._monotonic())

    def monotonic(self) -> float:
        """The monotonic clock's reading now."""
        return self._monotonic()
