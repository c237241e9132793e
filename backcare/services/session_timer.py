"""The one tick source of a session: wakes for the next thing to happen, and not before."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject, Qt, QTimer, Signal

LONGEST_HOP_SECONDS = 1.0
"""Linux lets a sleep be late by a thousandth of its length: short hops stay punctual."""

TAIL_SECONDS = 0.020
"""How long before the moment the last, precise wait begins."""

RING_SECONDS = 1 / 15
"""Between two pictures while only the ring moves, and a figure breathes."""

FIGURE_SECONDS = 1 / 30
"""Between two pictures while the figure moves."""

SHORTEST_MS = 1


class SessionTimer(QObject):
    """Fires `woke` once after each `arm`; whoever listens arms it again."""

    woke = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.woke)

    def arm(self, seconds: float, *, picture_seconds: float = math.inf) -> None:
        """Wake when `seconds` have passed, or sooner: for a picture, or to look again."""
        hop = min(seconds, LONGEST_HOP_SECONDS)
        if hop > TAIL_SECONDS:
            hop -= TAIL_SECONDS / 2
        hop = min(hop, picture_seconds)
        self._timer.start(max(SHORTEST_MS, math.ceil(hop * 1000)))

    def stop(self) -> None:
        """Do not wake any more."""
        self._timer.stop()
