"""The time of one phase: standing still, counted in, or running down to a deadline."""

from __future__ import annotations

import math
from typing import NamedTuple


class Beat(NamedTuple):
    """A whole second reached. 0 is the end of what is counted.

    `counting_in` tells whether the count-in is counted rather than the phase.
    """

    seconds: int
    counting_in: bool


class Countdown:
    """What is left of a phase. Times are seconds on any scale that moves forward.

    Nothing is decremented: while it runs, what is left is a deadline less the time.
    """

    def __init__(self, seconds: int) -> None:
        """A countdown of `seconds` that stands still."""
        self.seconds = seconds
        self._left = float(seconds)
        self._end: float | None = None
        self._count_in_end: float | None = None
        self._next_second = 0

    @property
    def is_running(self) -> bool:
        """Whether time brings it forward; true of a count-in too."""
        return self._end is not None

    def left(self, at: float) -> float:
        """Seconds left of the phase; a count-in does not use them up."""
        if self._end is None or self._count_in_end is not None:
            return self._left
        return max(0.0, self._end - at)

    def spent(self, at: float) -> float:
        """Seconds of the phase that have passed."""
        return self.seconds - self.left(at)

    def count_in_left(self, at: float) -> float:
        """Seconds left of the count-in; 0 when there is none."""
        return 0.0 if self._count_in_end is None else max(0.0, self._count_in_end - at)

    def run(self, at: float, count_in_seconds: int = 0) -> None:
        """Run on from `at`, after a count-in where one is asked for."""
        self._end = at + count_in_seconds + self._left
        if count_in_seconds:
            self._count_in_end = at + count_in_seconds
            self._next_second = count_in_seconds - 1
        else:
            self._begin_phase()

    def stand_still(self, at: float) -> None:
        """Stop at what is left at `at`; a count-in is forgotten."""
        self._left = self.left(at)
        self._end = self._count_in_end = None

    def extend(self, seconds: int) -> None:
        """Make the phase longer."""
        self.seconds += seconds
        self._left += seconds
        if self._end is not None:
            self._end += seconds
        if self._count_in_end is None:
            self._next_second += seconds

    def next_due(self) -> float | None:
        """When the next beat is due; None while it stands still."""
        if self._end is None:
            return None
        base = self._end if self._count_in_end is None else self._count_in_end
        return base - self._next_second

    def beat(self) -> Beat:
        """Let the beat that is due happen. After the last one of a count-in the phase runs."""
        beat = Beat(self._next_second, self._count_in_end is not None)
        if self._next_second > 0:
            self._next_second -= 1
        elif beat.counting_in:
            self._begin_phase()
        return beat

    def _begin_phase(self) -> None:
        self._count_in_end = None
        # The first whole number that is reached after the start.
        self._next_second = max(0, math.ceil(self._left) - 1)
