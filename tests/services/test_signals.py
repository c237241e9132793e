from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from backcare.services.signals import NAMES, EndSignals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    StartLoop = Callable[[str], subprocess.Popen[str]]

ROOT = Path(__file__).resolve().parents[2]
WANTED = tuple(getattr(signal, name) for name in NAMES)

LOOP = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from backcare.services.signals import EndSignals

application = QCoreApplication([])
signals = EndSignals()
signals.received.connect(lambda number: print(number, flush=True))
if sys.argv[1] == "obeys":
    signals.received.connect(application.quit)
QTimer.singleShot(0, lambda: print("ready", flush=True))
application.exec()
signals.close()
print("ended", signals.first, flush=True)
"""


@pytest.fixture
def start_loop() -> Iterator[StartLoop]:
    """Starts a process with a Qt loop in which nothing happens; returns when it is ready."""
    started: list[subprocess.Popen[str]] = []

    def start(kind: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", LOOP, kind]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        assert line_of(process) == "ready"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("number", WANTED, ids=NAMES)
def test_an_idle_loop_ends_within_a_second(start_loop: StartLoop, number: int) -> None:
    process = start_loop("obeys")
    began = time.monotonic()
    process.send_signal(number)
    assert process.wait(10) == 0
    assert time.monotonic() - began < 1
    assert line_of(process) == str(number)
    assert line_of(process) == f"ended {number}"


@pytest.mark.parametrize("second", WANTED, ids=NAMES)
def test_a_second_signal_ends_a_program_that_does_not_obey(
    start_loop: StartLoop, second: int
) -> None:
    process = start_loop("ignores")
    process.send_signal(signal.SIGTERM)
    assert line_of(process) == str(signal.SIGTERM.value)
    assert process.poll() is None
    began = time.monotonic()
    process.send_signal(second)
    assert process.wait(10) == 128 + second
    assert time.monotonic() - began < 1


@pytest.mark.parametrize("number", WANTED, ids=NAMES)
def test_the_signal_arrives_as_qts(qtbot: QtBot, number: int) -> None:
    signals = EndSignals()
    try:
        assert signals.first is None
        with qtbot.waitSignal(signals.received) as received:
            os.kill(os.getpid(), number)
        assert received.args == [number]
        assert signals.first == number
    finally:
        signals.close()


def test_a_signal_is_told_by_the_loop_and_not_in_the_middle_of_something(qtbot: QtBot) -> None:
    heard: list[int] = []
    signals = EndSignals()
    try:
        signals.received.connect(heard.append)
        os.kill(os.getpid(), signal.SIGTERM)
        assert signals.first == signal.SIGTERM
        assert heard == []
        qtbot.waitUntil(lambda: heard == [signal.SIGTERM])
    finally:
        signals.close()


def test_the_signals_are_given_back(qtbot: QtBot) -> None:
    del qtbot
    before = [signal.getsignal(number) for number in WANTED]
    wakeup = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(wakeup)
    signals = EndSignals()
    assert all(signal.getsignal(number) not in before for number in WANTED)
    signals.close()
    assert [signal.getsignal(number) for number in WANTED] == before
    assert signal.set_wakeup_fd(wakeup) == wakeup


def test_the_loop_turns_for_other_signals_too(qtbot: QtBot) -> None:
    """A signal that somebody else handles fills the pipe as well, and must not block it."""
    seen: list[int] = []
    before = signal.signal(signal.SIGUSR1, lambda number, _: seen.append(number))
    signals = EndSignals()
    try:
        for _ in range(300):
            os.kill(os.getpid(), signal.SIGUSR1)
        with qtbot.waitSignal(signals.received):
            os.kill(os.getpid(), signal.SIGTERM)
        assert signals.first == signal.SIGTERM
        assert len(seen) == 300
    finally:
        signals.close()
        signal.signal(signal.SIGUSR1, before)
