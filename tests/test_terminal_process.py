"""`backcare start --terminal` in a process of its own, on a real terminal and without one."""

from __future__ import annotations

import contextlib
import json
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX terminal")

START = (sys.executable, "-m", "backcare", "start", "bridge-and-ball", "--terminal")
EVENTS = {
    "start", "phase", "second", "pause", "resume", "skip",
    "back", "extend", "hurt", "wait", "finish", "stop",
}  # fmt: skip


class Terminal:
    """A pseudo-terminal with a process in it."""

    def __init__(self, *arguments: str) -> None:
        import fcntl
        import termios

        self._own, other = os.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
        self.before: Any = termios.tcgetattr(other)
        self.process = subprocess.Popen(
            [*START, *arguments], stdin=other, stdout=other, stderr=other, start_new_session=True
        )
        self._other = other
        self.screen = ""

    def wait_for(self, text: str) -> None:
        """Read what is shown until `text` is."""
        end = time.monotonic() + 30
        while text not in self.screen:
            left = end - time.monotonic()
            assert left > 0, f"{text!r} is not in {self.screen!r}"
            if select.select([self._own], [], [], min(left, 0.2))[0]:
                self.screen += os.read(self._own, 65536).decode()
            else:
                assert self.process.poll() is None, self.screen

    def press(self, keys: str) -> None:
        os.write(self._own, keys.encode())

    def finish(self) -> int:
        """The exit code; everything that was shown is in `screen`."""
        code = self.process.wait(30)
        while select.select([self._own], [], [], 0.1)[0]:
            self.screen += os.read(self._own, 65536).decode()
        return code

    def mode(self) -> Any:  # noqa: ANN401 - what the system says of a terminal
        import termios

        return termios.tcgetattr(self._other)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._own)
        os.close(self._other)


@contextlib.contextmanager
def terminal(*arguments: str) -> Iterator[Terminal]:
    opened = Terminal(*arguments)
    try:
        yield opened
    finally:
        opened.close()


def log_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_session_is_followed_on_a_real_terminal(tmp_path: Path) -> None:
    with terminal("--speed", "200", "--data", str(tmp_path)) as shown:
        shown.wait_for("rep 2 of 5")
        assert shown.mode() != shown.before
        shown.press("q")
        shown.wait_for("End the session and see")
        shown.press("y")
        assert shown.finish() == 0
        assert shown.mode() == shown.before
    assert "Space pause" in shown.screen
    assert "1/6 Heel-raise bridge · 5 s × 5" in shown.screen
    assert re.search(r"\r\x1b\[2K {2,}\d+ {2}Get ready · \d:\d\d left", shown.screen)
    assert "Bridge and ball: 0 of 6 exercises done" in shown.screen
    assert "Before you start" not in shown.screen


def test_ctrl_c_on_a_real_terminal_asks_first(tmp_path: Path) -> None:
    with terminal("--speed", "200", "--data", str(tmp_path)) as shown:
        shown.wait_for("rep 1 of 5")
        shown.process.send_signal(signal.SIGINT)
        shown.wait_for("End the session and see")
        shown.press("n")
        shown.wait_for("Going on")
        shown.process.send_signal(signal.SIGINT)
        shown.press("y")
        assert shown.finish() == 0
    assert "Bridge and ball: " in shown.screen


def test_the_safety_page_is_shown_once_before_the_first_session(tmp_path: Path) -> None:
    for is_first in (True, False):
        with terminal("--data", str(tmp_path)) as shown:
            if is_first:
                shown.wait_for("Press Enter when you have read this")
                shown.press("\n")
            shown.wait_for("Get ready")
            shown.press("qy")
            assert shown.finish() == 0
        assert ("Before you start" in shown.screen) == is_first
    assert json.loads((tmp_path / "state.json").read_text())["safety_page_seen"] == 1


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_within_a_second_and_keeps_what_was_done(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    log = tmp_path / "events"
    with terminal("--speed", "100", "--data", str(tmp_path), "--event-log", str(log)) as shown:
        shown.wait_for("rep 2 of 5")
        shown.process.send_signal(number)
        sent = time.monotonic()
        assert shown.finish() == code
        assert time.monotonic() - sent < 1.0
        assert shown.mode() == shown.before
    assert "Bridge and ball: 0 of 6 exercises done" in shown.screen
    assert "Traceback" not in shown.screen
    assert log_lines(log)[-1]["event"] == "stop"


# Without a terminal


def piped(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*START, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def test_without_a_terminal_plain_lines_are_printed(tmp_path: Path) -> None:
    done = piped("--speed", "1000", "--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "\r" not in done.stdout
    assert len(re.findall("(?m)^  Hold", done.stdout)) == 2 * 5 + 3 + 5 + 6 + 4
    assert done.stdout.endswith("\nBridge and ball: 6 of 6 exercises done, 4 min 10 s of effort\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache"]


def test_a_signal_without_a_terminal_ends_too(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*START, "--speed", "100", "--data", str(tmp_path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        while "Hold" not in process.stdout.readline():
            pass
        process.terminate()
        rest = process.stdout.read()
    assert process.returncode == 143
    assert rest.endswith("of effort\n")


def test_the_event_log_tells_each_event_when_it_happens(tmp_path: Path) -> None:
    log = tmp_path / "events"
    began = time.monotonic()
    done = piped("--speed", "200", "--data", str(tmp_path), "--event-log", str(log))
    ended = time.monotonic()
    assert (done.returncode, done.stderr) == (0, "")
    lines = log_lines(log)
    for line in lines:
        assert list(line) == ["t", "due", "event", "phase"]
        assert line["event"] in EVENTS
        assert type(line["phase"]) is int
        assert began < line["t"] < ended
        assert began < line["due"] <= line["t"] + 1e-6
    assert [line["event"] for line in lines[:2]] == ["start", "phase"]
    assert lines[-1]["event"] == "finish"
    assert [line["t"] for line in lines] == sorted(line["t"] for line in lines)
    assert [line["due"] for line in lines] == sorted(line["due"] for line in lines)
    phases = [line["phase"] for line in lines if line["event"] == "phase"]
    assert phases == list(range(len(phases)))
    late = sorted(line["t"] - line["due"] for line in lines)
    assert late[len(late) // 2] < 0.05


def test_an_event_log_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    done = piped("--data", str(tmp_path), "--event-log", str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"{tmp_path}: Is a directory\n"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_an_event_log_on_a_full_disk_does_not_end_the_session(tmp_path: Path) -> None:
    done = piped("--speed", "1000", "--data", str(tmp_path), "--event-log", "/dev/full")
    assert (done.returncode, done.stderr) == (0, "")
    assert "6 of 6 exercises done" in done.stdout
