"""A terminal as a screen and a keyboard."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLEAR_LINE = "\r\x1b[2K"
_KEY = re.compile(r"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|.", re.DOTALL)


class Keyboard(Protocol):
    """Where keys come from."""

    def is_interactive(self) -> bool:
        """Whether somebody can press keys at all."""

    def wait(self, seconds: float) -> str:
        """The next key, or an empty text after `seconds`."""


class TerminalKeyboard:
    """The keys of a terminal, one at a time. Where `source` is no terminal there are none."""

    def __init__(self, source: TextIO, sleep: Callable[[float], None]) -> None:
        self._source = source
        self._sleep = sleep
        self._typed: list[str] = []

    def is_interactive(self) -> bool:
        """Whether somebody can press keys at all; single keys need a POSIX terminal."""
        return sys.platform != "win32" and self._source.isatty()

    def wait(self, seconds: float) -> str:
        """The next key, or an empty text after `seconds`."""
        if self._typed:
            return self._typed.pop(0)
        if not self.is_interactive():
            self._sleep(seconds)
            return ""
        import select

        handle = self._source.fileno()
        if not select.select([handle], [], [], seconds)[0]:
            return ""
        data = os.read(handle, 64)
        if not data:  # the terminal is gone; do not spin
            self._sleep(seconds)
        self._typed = _KEY.findall(data.decode(errors="replace"))
        return self._typed.pop(0) if self._typed else ""

    @contextlib.contextmanager
    def single_keys(self) -> Iterator[None]:
        """While this lasts, keys come one by one and are not echoed."""
        if not self.is_interactive():
            yield
            return
        import termios
        import tty

        handle = self._source.fileno()
        before = termios.tcgetattr(handle)
        try:
            tty.setcbreak(handle)
            yield
        finally:
            termios.tcsetattr(handle, termios.TCSADRAIN, before)


class Screen:
    """The text of a terminal: a live line where it is one, plain lines where not."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self.is_live = out.isatty()

    def line(self, text: str = "") -> None:
        """A line that stays."""
        self._out.write(f"{CLEAR_LINE if self.is_live else ''}{text}\n")
        self._out.flush()

    def live(self, text: str) -> None:
        """A line that the next one replaces; plain output does without."""
        if self.is_live:
            width = os.get_terminal_size(self._out.fileno()).columns
            self._out.write(CLEAR_LINE + text[: max(1, width - 1)])
            self._out.flush()
