"""Exceptions that nobody caught: into a log, and to whoever can tell the person."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
import traceback
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

MOST_LOG_BYTES = 256 * 1024


class Complaints:
    """Catches what nobody caught. The program goes on; each error is told once."""

    def __init__(self, log_path: str, tell: Callable[[str], None]) -> None:
        self._log_path = log_path
        self._tell = tell
        self._told: set[str] = set()
        self._telling = False

    def install(self) -> None:
        """Become the interpreter's last resort, for threads too."""
        sys.excepthook = self.handle
        threading.excepthook = lambda args: self.handle(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def uninstall(self) -> None:
        """Give the interpreter its own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an exception, and tell it unless it was told before or telling failed."""
        if issubclass(kind, KeyboardInterrupt):
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        self._log(text)
        with contextlib.suppress(OSError, AttributeError):
            sys.stderr.write(text)
        message = f"{kind.__name__}: {error}"
        if message in self._told or self._telling:
            return
        self._told.add(message)
        self._telling = True
        try:
            self._tell(message)
        finally:
            self._telling = False

    def _log(self, text: str) -> None:
        """One older log is kept; a disk that is full keeps nobody from exercising."""
        with contextlib.suppress(OSError):
            os.makedirs(os.path.dirname(self._log_path), exist_ok=True)
            size = os.path.getsize(self._log_path) if os.path.exists(self._log_path) else 0
            if size > MOST_LOG_BYTES:
                os.replace(self._log_path, self._log_path + ".1")
            stamp = time.strftime("%Y-%m-%d %H:%M:%S")
            with open(self._log_path, "a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{stamp}\n{text}\n")
