"""A terminal as a screen and a keyboard."""

from __future__ import annotations

import io
import os
import struct
from typing import TYPE_CHECKING

import pytest

from backcare.services.terminal_io import CLEAR_LINE, Screen, TerminalKeyboard

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX terminal")


def never(seconds: float) -> None:
    raise AssertionError(f"slept for {seconds} s")


class Pty:
    """Both ends of a pseudo-terminal."""

    def __init__(self) -> None:
        self.person, self._other = os.openpty()
        self.program: TextIO = os.fdopen(self._other, "r+b", buffering=0)  # type: ignore[assignment]

    def press(self, keys: bytes) -> None:
        os.write(self.person, keys)

    def text_end(self) -> TextIO:
        return os.fdopen(os.dup(self._other), "w", encoding="utf-8")

    def resize(self, columns: int) -> None:
        import fcntl
        import termios

        fcntl.ioctl(self._other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def close(self) -> None:
        self.program.close()
        os.close(self.person)


@pytest.fixture
def pty() -> Iterator[Pty]:
    """A terminal with a person at it."""
    opened = Pty()
    yield opened
    opened.close()


def keys(pty: Pty, pressed: bytes) -> list[str]:
    """Everything that is read of what was pressed at once."""
    keyboard = TerminalKeyboard(pty.program, never)
    with keyboard.single_keys():
        pty.press(pressed)
        found = [keyboard.wait(5.0)]
        while key := keyboard.wait(0.0):
            found.append(key)
    return found


@pytest.mark.parametrize(
    ("pressed", "found"),
    [
        (b"q", ["q"]),
        (b"ny", ["n", "y"]),
        (b" ", [" "]),
        (b"\n", ["\n"]),
        (b"\x1b", ["\x1b"]),
        (b"\x1b[C", ["\x1b[C"]),
        (b"\x1b[A\x1b[D", ["\x1b[A", "\x1b[D"]),
        (b"n\x1b[Cq", ["n", "\x1b[C", "q"]),
        ("é".encode(), ["é"]),
    ],
)
def test_keys_come_one_by_one(pty: Pty, pressed: bytes, found: list[str]) -> None:
    assert keys(pty, pressed) == found


@pytest.mark.parametrize(
    "pressed", [b"\x1b[6~", b"\x1b[5~", b"\x1b[1;2C", b"\x1b[3~", b"\x1bOC", b"\x1b[15~"]
)
def test_a_longer_sequence_is_one_key_and_never_esc(pty: Pty, pressed: bytes) -> None:
    assert len(keys(pty, pressed)) <= 1
    assert "\x1b" not in keys(pty, pressed)


def test_nothing_pressed_is_an_empty_text(pty: Pty) -> None:
    keyboard = TerminalKeyboard(pty.program, never)
    assert keyboard.is_interactive()
    with keyboard.single_keys():
        assert keyboard.wait(0.001) == ""


def test_keys_are_not_echoed_while_they_come_singly(pty: Pty) -> None:
    import termios

    before = termios.tcgetattr(pty.program)
    with TerminalKeyboard(pty.program, never).single_keys():
        during = termios.tcgetattr(pty.program)
        assert not during[3] & (termios.ECHO | termios.ICANON)
        assert during[3] & termios.ISIG
    assert termios.tcgetattr(pty.program) == before


def test_the_terminal_is_put_back_whatever_happens(pty: Pty) -> None:
    import termios

    before = termios.tcgetattr(pty.program)
    keyboard = TerminalKeyboard(pty.program, never)
    with pytest.raises(KeyboardInterrupt), keyboard.single_keys():
        raise KeyboardInterrupt
    assert termios.tcgetattr(pty.program) == before


def test_end_of_input_does_not_spin(pty: Pty) -> None:
    slept: list[float] = []
    keyboard = TerminalKeyboard(pty.program, slept.append)
    pty.press(b"\x04")  # Ctrl-D, in a terminal that reads lines
    assert keyboard.wait(5.0) == ""
    assert slept == [5.0]


def test_what_is_no_terminal_has_no_keys_and_only_passes_the_time() -> None:
    slept: list[float] = []
    keyboard = TerminalKeyboard(io.StringIO("qqq"), slept.append)
    assert not keyboard.is_interactive()
    with keyboard.single_keys():
        assert keyboard.wait(0.25) == ""
    assert slept == [0.25]


# Screen


def test_plain_output_has_lines_and_no_live_ones() -> None:
    out = io.StringIO()
    screen = Screen(out)
    screen.line("one")
    screen.live("two")
    screen.line()
    assert not screen.is_live
    assert out.getvalue() == "one\n\n"


def shown(pty: Pty, width: int, *texts: str) -> str:
    pty.resize(width)
    with pty.text_end() as out:
        screen = Screen(out)
        assert screen.is_live
        for text in texts:
            screen.live(text)
        screen.line("done")
    found = ""
    while not found.endswith("done\r\n"):
        found += os.read(pty.person, 65536).decode()
    return found


def test_a_live_line_is_replaced_by_the_next_one(pty: Pty) -> None:
    assert shown(pty, 80, "10", "9") == f"{CLEAR_LINE}10{CLEAR_LINE}9{CLEAR_LINE}done\r\n"


@pytest.mark.parametrize(("width", "text"), [(5, "1234"), (1, "1"), (0, "1")])
def test_a_live_line_never_wraps(pty: Pty, width: int, text: str) -> None:
    assert shown(pty, width, "123456789").startswith(f"{CLEAR_LINE}{text}{CLEAR_LINE}")
