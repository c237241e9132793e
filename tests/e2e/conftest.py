"""A screen of its own for the real program, and the folder of somebody who uses it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from typing import TYPE_CHECKING

import pytest

from backcare.core.safety import PAGE_VERSION, WELCOME_VERSION
from backcare.store.state_file import StateFile
from tests.e2e.running import SOON, RunningProgram
from tests.until import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    StartProgram = Callable[..., RunningProgram]


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


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of somebody who has been welcomed and has read the safety page."""
    folder = tmp_path / "data"
    folder.mkdir()
    StateFile(str(folder / "state.json")).remember(
        safety_page_seen=PAGE_VERSION, welcome_seen=WELCOME_VERSION
    )
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
