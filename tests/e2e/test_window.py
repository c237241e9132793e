"""The real program in a process of its own, on a screen of its own, worked with real keys."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from backcare.core.planning import build_plan
from backcare.core.safety import PAGE_VERSION
from backcare.store.state_file import StateFile
from tests.builders import make_preferences
from tests.shipped import shipped_catalogue
from tests.until import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    StartProgram = Callable[..., "RunningProgram"]

TOOLS = ("Xvfb", "xdotool", "openbox")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
needs_screen = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "backcare"]
ROUTINE = "bridge-and-ball"
LOG = ("--event-log", "events.jsonl")
SOON = 15.0
"""Seconds after which something that should happen at once is given up."""


@pytest.fixture(autouse=True)
def _sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for sockets, with a path short enough for them; killed processes leave theirs."""
    with tempfile.TemporaryDirectory(prefix="backcare-test-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield


@pytest.fixture(scope="module")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A screen with a window manager, alone with us."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as told:
        name = f":{told.readline().strip()}"
    ready = tmp_path_factory.mktemp("openbox") / "ready"
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--startup", f"touch {ready}"],
        env={**os.environ, "DISPLAY": name},
        stderr=subprocess.DEVNULL,
    )
    try:
        until(ready.exists, SOON, "the window manager")
        yield name
    finally:
        for process in (manager, screen):
            process.terminate()
            process.wait(SOON)


def environment(display: str | None) -> dict[str, str]:
    """The test's own environment, with a real screen or none instead of the offscreen one."""
    mine = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {name: value for name, value in os.environ.items() if name not in mine}
    kept["PYTHONPATH"] = str(ROOT)
    return kept if display is None else {**kept, "DISPLAY": display}


class RunningProgram:
    """The program in its process, its event log, and somebody at its keyboard."""

    def __init__(self, display: str, data: Path, *arguments: str) -> None:
        self.data = data
        self.log = data.parent / "events.jsonl"
        self._environment = environment(display)
        self.process = subprocess.Popen(
            [*COMMAND, "--data", str(data), *arguments],
            cwd=data.parent,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def events(self) -> list[dict[str, Any]]:
        """What the log holds by now; a line that is being written does not count."""
        if not self.log.exists():
            return []
        whole, _, _ = self.log.read_text().rpartition("\n")
        return [json.loads(line) for line in whole.splitlines()]

    def happened(self) -> list[str]:
        return [event["event"] for event in self.events() if event["event"] != "second"]

    def wait_for(self, event: str, times: int = 1) -> None:
        def has_come() -> bool:
            return [line["event"] for line in self.events()].count(event) >= times

        until(has_come, SOON, f"{event} {times} times")

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=SOON,
            check=False,
        )
        return done.stdout.strip()

    def key(self, name: str) -> None:
        self.xdotool("key", "--clearmodifiers", name)

    def focused_window(self) -> str:
        """The name of the window that keys go to."""
        return self.xdotool("getwindowfocus", "getwindowname")

    def wait_for_window(self, name: str = "backcare") -> None:
        until(lambda: self.focused_window() == name, SOON, f"the window {name!r}")

    def end(self, number: int) -> tuple[int, float]:
        """Send a signal; returns the exit code and how long it took."""
        began = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(SOON), time.monotonic() - began

    def second_start(self) -> tuple[subprocess.CompletedProcess[str], float]:
        began = time.monotonic()
        done = subprocess.run(
            [*COMMAND, "--data", str(self.data)],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=SOON,
            check=False,
        )
        return done, time.monotonic() - began


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of somebody who has read the safety page."""
    folder = tmp_path / "data"
    folder.mkdir()
    StateFile(str(folder / "state.json")).remember(safety_page_seen=PAGE_VERSION)
    return folder


@pytest.fixture
def start_program(display: str, data: Path) -> Iterator[StartProgram]:
    started: list[RunningProgram] = []

    def start(*arguments: str) -> RunningProgram:
        program = RunningProgram(display, data, *arguments)
        started.append(program)
        program.wait_for_window()
        return program

    yield start
    for program in started:
        program.process.kill()
        program.process.communicate()


@pytest.fixture
def in_session(start_program: StartProgram) -> RunningProgram:
    """The program in a session at its ordinary speed."""
    program = start_program("start", ROUTINE, *LOG)
    program.wait_for("second")
    return program


# Sessions


@needs_screen
def test_a_fast_session_runs_through_every_phase_to_its_end(
    start_program: StartProgram,
) -> None:
    program = start_program("start", ROUTINE, "--speed", "200", *LOG)
    program.wait_for("finish")
    catalogue = shipped_catalogue()
    plan = build_plan(catalogue.routines[ROUTINE], catalogue, make_preferences())
    events = program.events()
    entered = [event["phase"] for event in events if event["event"] == "phase"]
    assert entered == list(range(len(plan.phases)))
    assert program.happened()[0] == "start"
    assert events[-1]["event"] == "finish"
    # On the clock of the log the whole took what the plan says, 200 times as fast.
    took = events[-1]["due"] - events[0]["due"]
    assert took == pytest.approx(plan.total_seconds / 200, abs=1e-3)
    assert all(event["t"] >= event["due"] for event in events)
    assert program.end(signal.SIGTERM)[0] == 128 + signal.SIGTERM


@needs_screen
def test_keys_reach_the_session(in_session: RunningProgram) -> None:
    program = in_session
    program.key("space")
    program.wait_for("pause")
    program.key("space")
    program.wait_for("resume")
    program.key("Right")
    program.wait_for("skip")
    program.key("Up")
    program.wait_for("extend")
    program.key("h")
    program.wait_for("hurt")
    program.key("u")
    program.wait_for("back")
    program.key("Escape")
    program.wait_for("pause", 2)
    program.key("Escape")
    program.wait_for("resume", 3)
    assert program.process.poll() is None


@needs_screen
def test_the_first_session_shows_the_safety_page_first(
    start_program: StartProgram, data: Path
) -> None:
    (data / "state.json").unlink()
    program = start_program("start", ROUTINE, *LOG)
    assert program.events() == []
    program.key("Return")
    program.wait_for("phase")


@needs_screen
def test_the_close_button_asks_first(in_session: RunningProgram) -> None:
    program = in_session
    program.key("alt+F4")
    program.wait_for("pause")
    assert program.process.poll() is None
    program.key("alt+F4")
    assert program.process.wait(SOON) == 0
    assert program.happened()[-1] == "stop"


# Ends


@needs_screen
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_a_session_at_once_and_properly(
    in_session: RunningProgram, number: int
) -> None:
    program = in_session
    code, took = program.end(number)
    assert code == 128 + number
    assert took < 2
    assert program.happened()[-1] == "stop"
    assert json.loads((program.data / "state.json").read_text())["last_routine"] == ROUTINE


@needs_screen
def test_a_signal_that_comes_before_the_loop_ends_the_program_too(
    start_program: StartProgram,
) -> None:
    program = start_program("start", ROUTINE, *LOG)
    # This line is written by the last thing that happens before Qt's loop begins.
    program.wait_for("phase")
    program.process.send_signal(signal.SIGTERM)
    code = until(program.process.poll, 2, "the end of the process")
    assert code == 128 + signal.SIGTERM


@needs_screen
@pytest.mark.parametrize(
    ("keys", "title"),
    [
        (["ctrl+comma"], "Settings"),
        (["alt+h", "a"], "About backcare"),
        (["alt+h"], "backcare"),
    ],
    ids=["settings", "about", "menu"],
)
def test_a_signal_ends_the_program_behind_a_dialog(
    start_program: StartProgram, keys: list[str], title: str
) -> None:
    program = start_program()
    for key in keys:
        program.key(key)
    program.wait_for_window(title)
    code, took = program.end(signal.SIGINT)
    assert code == 128 + signal.SIGINT
    assert took < 2


@needs_screen
def test_nothing_is_said_where_nothing_is_wrong(start_program: StartProgram) -> None:
    program = start_program("start", ROUTINE, "--speed", "200", *LOG)
    program.wait_for("finish")
    program.key("Return")
    program.key("ctrl+q")
    assert program.process.wait(SOON) == 0
    assert program.process.communicate() == ("", "")


@needs_screen
def test_a_folder_that_cannot_be_made_keeps_nobody_from_exercising(
    display: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    program = RunningProgram(display, tmp_path / "file", "start", ROUTINE)
    try:
        program.wait_for_window()
        assert program.end(signal.SIGTERM)[0] == 128 + signal.SIGTERM
    finally:
        program.process.kill()
        program.process.communicate()


# A second start


@needs_screen
def test_a_second_start_raises_the_first_and_ends(start_program: StartProgram) -> None:
    program = start_program()
    program.xdotool("getactivewindow", "windowminimize")
    until(lambda: program.focused_window() != "backcare", SOON, "the window to go")
    done, took = program.second_start()
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert took < 2
    program.wait_for_window()


@needs_screen
def test_a_second_start_leaves_a_session_alone(in_session: RunningProgram) -> None:
    before = (in_session.data / "state.json").stat().st_mtime_ns
    done, _ = in_session.second_start()
    assert done.returncode == 0
    assert in_session.happened() == ["start", "phase"]
    assert (in_session.data / "state.json").stat().st_mtime_ns == before


@needs_screen
def test_a_second_start_says_when_the_first_one_hangs(start_program: StartProgram) -> None:
    program = start_program()
    program.process.send_signal(signal.SIGSTOP)
    done, took = program.second_start()
    program.process.send_signal(signal.SIGCONT)
    assert "does not answer" in done.stderr
    assert took < 5
    assert program.end(signal.SIGTERM)[0] == 128 + signal.SIGTERM


@needs_screen
def test_after_a_kill_the_next_start_has_its_window(
    start_program: StartProgram,
) -> None:
    killed = start_program()
    killed.process.kill()
    killed.process.wait(SOON)
    until(lambda: killed.focused_window() != "backcare", SOON, "the window to go")
    assert start_program().process.poll() is None


# No screen


@pytest.mark.parametrize("display", [None, ":9999", "nonsense"])
@pytest.mark.parametrize("arguments", [[], ["start", ROUTINE]], ids=["window", "start"])
def test_without_a_screen_one_line_names_the_terminal(
    tmp_path: Path, display: str | None, arguments: list[str]
) -> None:
    done = subprocess.run(
        [*COMMAND, "--data", str(tmp_path / "data"), *arguments],
        env=environment(display),
        capture_output=True,
        text=True,
        timeout=SOON,
        check=False,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "display" in done.stderr
    assert "--terminal" in done.stderr
