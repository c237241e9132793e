"""Everything that `backcare start --terminal` puts together, in this process."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING

import pytest

from backcare.cli import main
from backcare.core.safety import PAGE_VERSION
from backcare.core.settings import Preferences
from backcare.paths import user_folders
from backcare.store.state_file import StateFile
from backcare.terminal import Ended, follow_in_terminal
from tests.builders import make_hold, make_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
# Played at the greatest speed this takes some milliseconds.
PLAN = make_plan(make_hold("bridge", reps=2))


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    """Puts back what happens at a signal."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def follow(folder: Path, *, speed: float = 1000.0, log: str | None = None) -> int:
    return follow_in_terminal(
        PLAN, Preferences(), user_folders(str(folder)), speed=speed, log_path=log
    )


def test_a_session_is_followed_and_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "events"
    assert follow(tmp_path, log=str(log)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "1/1 Bridge · 10 s × 2"
    assert lines[-2:] == [
        "  Bridge: done",
        "Morning: 1 of 1 exercises done, 20 s of effort",
    ]
    events = [json.loads(line)["event"] for line in log.read_text().splitlines()]
    assert (events[0], events[-1], events.count("phase")) == ("start", "finish", 4)


def test_a_preview_shows_no_safety_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    follow(tmp_path)
    assert "Before you start" not in capsys.readouterr().out


class Interrupted(Exception):  # noqa: N818 - thrown in by the test's clock
    """The wait after the safety page is not waited for."""


def test_before_a_real_session_the_page_is_shown_until_somebody_has_read_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def sleep(seconds: float) -> None:
        raise Interrupted(seconds)

    monkeypatch.setattr("time.sleep", sleep)
    state = StateFile(user_folders(str(tmp_path)).state_file)
    for version, is_shown in ((0, True), (0, True), (PAGE_VERSION, False)):
        if version:
            state.remember(safety_page_seen=version)
        with pytest.raises(Interrupted):
            follow(tmp_path, speed=1.0)
        assert ("Before you start" in capsys.readouterr().out) == is_shown


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_the_session_and_sums_it_up(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: signal.raise_signal(number))
    assert follow(tmp_path) == 128 + number
    assert capsys.readouterr().out.endswith(
        "  Bridge: left out\nMorning: 0 of 1 exercises done, 0 s of effort\n"
    )


def test_a_second_signal_ends_at_once_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(text: str) -> int:
        if "left out" in text:
            signal.raise_signal(signal.SIGTERM)
        return len(text)

    monkeypatch.setattr("time.sleep", lambda _: signal.raise_signal(signal.SIGTERM))
    monkeypatch.setattr("sys.stdout.write", write)
    try:
        code = follow(tmp_path)
    except (SystemExit, Ended) as leaving:
        assert isinstance(leaving, SystemExit)  # noqa: PT017 - the other one is the fault
        code = int(leaving.code or 0)
    assert code == 143


def test_ctrl_c_on_the_safety_page_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(text: str) -> int:
        if "Before you start" in text:
            raise KeyboardInterrupt
        return len(text)

    monkeypatch.setattr("sys.stdout.write", write)
    assert follow(tmp_path, speed=1.0) == 130
    assert capsys.readouterr().out == ""


def test_the_command_line_hands_everything_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "events"
    arguments = ["start", "bridge-and-ball", "--terminal", "--speed", "1000"]
    assert main([*arguments, "--data", str(tmp_path), "--event-log", str(log)]) == 0
    assert "Bridge and ball: 6 of 6 exercises done" in capsys.readouterr().out
    assert log.read_text().count('"phase"') > 100
    assert main([*arguments, "--data", str(tmp_path), "--event-log", str(tmp_path)]) == 1
    assert capsys.readouterr().err == f"{tmp_path}: Is a directory\n"
