"""The real program in a process of its own, on a screen of its own, worked with real keys."""

from __future__ import annotations

import json
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from backcare.core.planning import build_plan
from tests.builders import make_preferences
from tests.e2e.running import COMMAND, SOON, RunningProgram, environment, needs_screen
from tests.shipped import shipped_catalogue
from tests.until import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    StartProgram = Callable[..., RunningProgram]

ROUTINE = "bridge-and-ball"
LOG = ("--event-log", "events.jsonl")


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
