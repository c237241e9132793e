"""How the command line is used, rightly and wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare import __version__
from backcare.cli import DONE, WRONG_USAGE
from tests.cli_shell import Shell, fresh_shell, run
from tests.store.marked import exercise_text, routine_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell with a fresh folder for everything."""
    return fresh_shell(tmp_path, capsys)


def test_the_version_is_said(shell: Shell) -> None:
    for arguments in (["--version"], ["list", "--version"], ["start", "--version"]):
        assert shell(*arguments) == (DONE, f"backcare {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["lits"], "invalid choice"),
        (["plan"], "required: ROUTINE"),
        (["start"], "required: ROUTINE"),
        (["check"], "required: FILE"),
        (["draw"], "required: EXERCISE"),
        (["list", "--level", "build"], "invalid choice: 'build'"),
        (["list", "--colour"], "unrecognized arguments: --colour"),
        (["plan", "six-areas", "more"], "unrecognized arguments: more"),
        (["start", "six-areas", "--speed", "0"], "from 0.1 to 1000, not '0'"),
        (["start", "six-areas", "--speed", "nan"], "from 0.1 to 1000, not 'nan'"),
        (["start", "six-areas", "--speed", "inf"], "from 0.1 to 1000, not 'inf'"),
        (["start", "six-areas", "--speed", "fast"], "from 0.1 to 1000, not 'fast'"),
        (["start", "six-areas", "--speed"], "expected one argument"),
    ],
)
def test_wrong_usage_is_told_on_standard_error(
    shell: Shell, arguments: list[str], reason: str
) -> None:
    code, out, err = shell(*arguments)
    assert (code, out) == (WRONG_USAGE, "")
    assert reason in err
    assert err.startswith("usage: backcare")


def test_help_is_given(shell: Shell) -> None:
    code, out, err = shell("--help")
    assert (code, err) == (DONE, "")
    for command in ("start", "list", "plan", "check", "draw"):
        assert f"\n    {command}" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "DIR", "plan", "my-morning"],
        ["plan", "--data", "DIR", "my-morning"],
        ["plan", "my-morning", "--data", "DIR"],
        ["plan", "my-morning", "--data=DIR"],
        ["--data", "elsewhere", "plan", "my-morning", "--data", "DIR"],
    ],
)
def test_the_data_folder_may_stand_before_or_after_the_command(
    shell: Shell, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    shell.own("a.yaml", exercise_text() + routine_text())
    code = run([each.replace("DIR", str(shell.data)) for each in arguments])
    assert code == DONE
    assert capsys.readouterr().out.startswith("My morning · ")


def test_nothing_is_written_beside_the_data_folder(shell: Shell, home: Path) -> None:
    before = sorted(home.rglob("*"))
    shell("list")
    shell("plan", "six-areas")
    assert sorted(home.rglob("*")) == before
    assert [path.name for path in shell.data.iterdir()] == ["cache"]


def test_an_unusable_data_folder_keeps_nobody_from_looking(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    data = tmp_path / "file" / "below"
    code, out, err = shell("list", data=data)
    assert code == DONE
    assert "knee-to-chest" in out
    assert err == f"{data}/settings.json cannot be read: Not a directory\n"
