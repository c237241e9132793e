"""The event log: one JSON object per line, for measuring a session from outside."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Self, TextIO

from backcare.core.errors import BackcareError

if TYPE_CHECKING:
    from types import TracebackType

    from backcare.core.events import Event
    from backcare.services.clock import SessionClock


class EventLog:
    """Writes events to a file as they happen. `path` None writes nothing.

    A line is {"t", "due", "event", "phase"}: when it was handled and when it was due,
    both in seconds of the monotonic clock, the event's name and the phase's index.
    """

    def __init__(self, path: str | None, clock: SessionClock) -> None:
        """Opens the file, replacing an older one.

        Raises:
            BackcareError: it cannot be written.
        """
        self._clock = clock
        self._file: TextIO | None = None
        if path is not None:
            try:
                self._file = open(path, "w", encoding="utf-8")  # noqa: SIM115 - see close()
            except OSError as error:
                raise BackcareError(f"{path}: {error.strerror}") from error

    def write(self, event: Event) -> None:
        """Add one line; it is in the file on return. A full disk ends the log, not the session."""
        if self._file is None:
            return
        line = {
            "t": self._clock.monotonic(),
            "due": self._clock.monotonic_at(event.due),
            "event": event.kind.value,
            "phase": event.phase,
        }
        try:
            self._file.write(json.dumps(line) + "\n")
            self._file.flush()
        except OSError:
            self.close()

    def close(self) -> None:
        """Close the file; what a full disk does not take is dropped."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
