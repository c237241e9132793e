"""The command line in processes of its own: imports, displays, broken pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BACKCARE = (sys.executable, "-m", "backcare")
MODULES = """
import sys
from backcare.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
sys.stderr.write(" ".join(sys.modules))
"""


def environment(**changes: str | None) -> dict[str, str]:
    """That of the test, as on a system without a display, and changed."""
    gone = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    kept = {key: value for key, value in os.environ.items() if key not in gone}
    return kept | {key: value for key, value in changes.items() if value is not None}


def run(*arguments: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*BACKCARE, *arguments],
        env=env or environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder in which the shipped catalogue is compiled already."""
    folder = str(tmp_path_factory.mktemp("data"))
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert run("list", "--data", folder).returncode == 0
    return folder


def test_json_is_all_that_is_printed(data: str) -> None:
    done = run("list", "--json", "--data", data)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)["exercises"]) == 39


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], ("PySide6", "shiboken6", "yaml", "json", "backcare.core")),
        (["list", "--json"], ("PySide6", "shiboken6", "yaml", "backcare.store.yaml_reader")),
        (["list"], ("PySide6", "shiboken6", "yaml", "backcare.store.reading")),
        (["list"], ("backcare.figure", "backcare.paint", "backcare.draw", "backcare.ui")),
        (["draw", "nope", "-o", "x.svg"], ("PySide6", "shiboken6", "yaml", "backcare.figure")),
        (["draw", "bridge", "-o", "/nowhere/x.svg"], ("PySide6.QtWidgets", "backcare.app")),
        (["plan", "six-areas", "--json"], ("PySide6", "shiboken6", "yaml", "asyncio")),
        (["check", "none.yaml"], ("PySide6", "shiboken6", "backcare.app")),
        (["start", "nope", "--terminal"], ("PySide6", "shiboken6", "yaml")),
    ],
)
def test_a_command_imports_nothing_it_does_not_need(
    data: str, arguments: list[str], unwanted: tuple[str, ...]
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", MODULES, *arguments, "--data", data],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    modules = done.stderr.splitlines()[-1].split()
    assert "backcare.cli" in modules
    found = [
        name
        for name in modules
        if any(name == each or name.startswith(each + ".") for each in unwanted)
    ]
    assert found == []


def test_following_in_a_terminal_imports_no_qt(data: str) -> None:
    arguments = ["start", "bridge-and-ball", "--terminal", "--speed", "1000", "--data", data]
    done = subprocess.run(
        [sys.executable, "-c", MODULES, *arguments],
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "6 of 6 exercises done" in done.stdout
    assert not {"PySide6", "shiboken6", "yaml"} & set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [[], ["start", "six-areas"]])
def test_without_a_display_the_terminal_is_named_in_one_line(
    data: str, arguments: list[str]
) -> None:
    done = run(*arguments, "--data", data)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "backcare: there is no display; without one, use: backcare start ROUTINE --terminal\n"
    )


def test_a_reader_that_goes_away_is_no_error(data: str) -> None:
    for arguments in (["list"], ["list", "--json"], ["plan", "six-areas"], ["--help"]):
        with subprocess.Popen(
            [*BACKCARE, *arguments, "--data", data],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()  # long before Python has started
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_a_reader_that_goes_away_ends_a_session_without_a_word(data: str) -> None:
    with subprocess.Popen(
        [*BACKCARE, "start", "bridge-and-ball", "--terminal", "--speed", "1000", "--data", data],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_full_disk_is_told_in_one_line(data: str) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*BACKCARE, "list", "--data", data],
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_names_that_the_terminal_cannot_show_are_no_reason_to_fail(data: str) -> None:
    done = run("plan", "six-areas", "--data", data, env=environment(PYTHONIOENCODING="ascii"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Chair hamstring stretch" in done.stdout


def test_json_keeps_every_letter_whatever_the_terminal_can_show(data: str, tmp_path: Path) -> None:
    folder = tmp_path / "exercises"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "routines: {mine: {name: Für den Rücken, items: [{exercise: bridge}]}}", encoding="utf-8"
    )
    done = run("list", "--json", "--data", str(tmp_path), env=environment(PYTHONIOENCODING="ascii"))
    assert json.loads(done.stdout)["routines"][-1]["name"] == "Für den Rücken"


def test_with_home_unset_the_program_still_answers(data: str) -> None:
    env = {"PATH": os.environ.get("PATH", "")}
    done = run("list", "--data", data, env=env)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [["check"], ["plan"], ["start"], ["fly"]])
def test_wrong_usage_is_exit_code_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: backcare")
