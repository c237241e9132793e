"""The system's wishes to end (Ctrl-C, logout, shutdown), brought into Qt's loop.

A Python signal handler alone never runs while Qt waits for events; the wakeup file
descriptor makes the loop turn, and Python then runs the handler.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")


class EndSignals(QObject):
    """Emits `received` with the number of the first signal; a second one ends at once."""

    received = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first: int | None = None
        self._told = False
        self._reader, self._writer = socket.socketpair()
        self._reader.setblocking(False)
        self._writer.setblocking(False)
        self._before_fd = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        self._before = {
            getattr(signal, name): signal.signal(getattr(signal, name), self._handle)
            for name in NAMES
            if hasattr(signal, name)
        }

    @property
    def first(self) -> int | None:
        """The number of the signal that came first, if any."""
        return self._first

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _drain(self) -> None:
        """Tell of the signal here, in the loop, and not in the middle of something."""
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)
        if self._first is not None and not self._told:
            self._told = True
            self.received.emit(self._first)

    def _handle(self, number: int, frame: FrameType | None) -> None:
        del frame
        if self._first is not None:
            os._exit(128 + number)
        self._first = number
