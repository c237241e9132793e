"""The command line is a contract: what it prints, where, and the exit code."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from backcare.cli import DONE, REFUSED, WRONG_USAGE
from tests.cli_shell import Shell, fresh_shell
from tests.shipped import shipped_catalogue
from tests.store.marked import exercise_text, routine_text

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = shipped_catalogue()


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """A shell with a fresh folder for everything."""
    return fresh_shell(tmp_path, capsys)


# list


def test_list_names_every_exercise_and_every_routine(shell: Shell) -> None:
    code, out, err = shell("list")
    assert (code, err) == (DONE, "")
    lines = [line.split()[0] for line in out.splitlines() if line.startswith("  ")]
    assert lines == [*CATALOGUE.exercises, *CATALOGUE.routines]
    assert "Routines (gentle)" in out


def test_list_as_json_keeps_its_contract(shell: Shell) -> None:
    found = shell.json("list")
    assert list(found) == ["exercises", "routines"]
    for each in found["exercises"]:
        assert list(each) == ["id", "name", "position", "type", "sides", "sources"]
    for each in found["routines"]:
        assert list(each) == ["id", "name", "source", "exercises", "total_seconds"]
    assert [each["id"] for each in found["exercises"]] == list(CATALOGUE.exercises)
    assert found["routines"][0] == {
        "id": "seven-for-relief",
        "name": "Seven for relief",
        "source": "000",
        "exercises": [item.exercise for item in CATALOGUE.routines["seven-for-relief"].items],
        "total_seconds": 779,
    }


def test_list_is_for_gentle_unless_a_level_is_given(shell: Shell) -> None:
    (shell.data / "settings.json").write_text('{"settings": {"level": "as-written"}}')

    def total(*arguments: str) -> int:
        return int(shell.json("list", *arguments)["routines"][0]["total_seconds"])

    assert total() == total("--level", "gentle") == 779
    assert total("--level", "as-written") == shell.json("plan", "seven-for-relief")["total_seconds"]


# plan


def test_plan_prints_the_phases_and_their_total(shell: Shell) -> None:
    code, out, err = shell("plan", "seven-for-relief", "--level", "as-written")
    assert (code, err) == (DONE, "")
    assert out.startswith("Seven for relief · As written · 7 exercises · 30 min\n")
    assert "     0:10  Hold             15 s · right leg · rep 1\n" in out


def test_plan_as_json_keeps_its_contract(shell: Shell) -> None:
    found = shell.json("plan", "seven-for-relief", "--level", "as-written")
    assert list(found) == ["routine", "level", "total_seconds", "phases"]
    assert (found["routine"], found["level"]) == ("seven-for-relief", "as-written")
    for phase in found["phases"]:
        assert list(phase) == ["kind", "seconds", "exercise", "side", "set", "rep"]
        assert phase["side"] in ("left", "right", None)
    assert found["total_seconds"] == sum(phase["seconds"] for phase in found["phases"])
    assert found["phases"][1] == {
        "kind": "hold",
        "seconds": 15,
        "exercise": "knee-to-chest",
        "side": "right",
        "set": 1,
        "rep": 1,
    }


def test_plan_follows_the_settings(shell: Shell) -> None:
    (shell.data / "settings.json").write_text(
        '{"settings": {"prepare_seconds": 30}, "levels": {"bridge-and-ball": "as-written"},'
        ' "doses": {"ball-curl": {"reps": 1}}}'
    )
    found = shell.json("plan", "bridge-and-ball")
    assert found["level"] == "as-written"
    assert found["phases"][0]["seconds"] == 30
    curls = [each for each in found["phases"] if each["exercise"] == "ball-curl"]
    assert [each["kind"] for each in curls] == ["prepare", "hold"]


def test_an_unknown_routine_is_wrong_usage_and_those_known_are_named(shell: Shell) -> None:
    for command in ("plan", "start"):
        code, out, err = shell(command, "nope")
        assert (code, out) == (WRONG_USAGE, "")
        assert err == (
            "backcare: there is no routine 'nope'; there are "
            "seven-for-relief, seven-to-end-pain, bridge-and-ball, six-areas, eleven-best\n"
        )


def test_a_routine_of_which_nothing_is_left_is_refused(shell: Shell) -> None:
    shell.own("a.yaml", exercise_text("twist", tags="[osteoporosis]")
              + routine_text("{exercise: twist}"))  # fmt: skip
    (shell.data / "settings.json").write_text('{"settings": {"osteoporosis": true}}')
    code, out, err = shell("plan", "my-morning")
    assert (code, out) == (REFUSED, "")
    assert "nothing of 'my-morning' is left" in err


# Own files and settings


def test_own_files_are_listed_and_planned(shell: Shell) -> None:
    shell.own("a.yaml", exercise_text() + routine_text())
    found = shell.json("list")
    assert found["exercises"][-1]["id"] == "calf-stretch"
    assert found["routines"][-1]["source"] is None
    assert shell.json("plan", "my-morning")["phases"][0]["exercise"] == "calf-stretch"


def test_a_bad_own_file_is_told_on_standard_error_and_nothing_else_fails(shell: Shell) -> None:
    path = shell.own("a.yaml", "exercises: 3\n")
    code, out, err = shell("list", "--json")
    assert code == DONE
    assert len(json.loads(out)["exercises"]) == 39
    assert err == f"{path}:1:12: exercises are listed by id: 'some-id:' and its fields below it\n"


def test_bad_settings_are_told_on_standard_error_and_nothing_else_fails(shell: Shell) -> None:
    (shell.data / "settings.json").write_text('{"settings": {"rest_seconds": -1}}')
    code, out, err = shell("plan", "bridge-and-ball", "--json")
    assert code == DONE
    assert json.loads(out)["routine"] == "bridge-and-ball"
    assert err == "rest_seconds is a whole number from 0 to 120, not -1\n"


# check


def test_check_says_what_is_all_right(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(exercise_text() + routine_text("{exercise: bridge}"))
    assert shell("check", str(path)) == (DONE, f"{path}: all right\n", "")


def test_check_tells_every_problem_with_its_place(shell: Shell, tmp_path: Path) -> None:
    good, bad, none = (tmp_path / name for name in ("good.yaml", "bad.yaml", "none.yaml"))
    good.write_text("{}")
    bad.write_text(exercise_text(feel="''", aims="[strech]"))
    code, out, err = shell("check", str(none), str(bad), str(good))
    assert code == REFUSED
    assert out == f"{good}: all right\n"
    assert err.splitlines() == [
        f"{none}: there is no such file",
        f"{bad}:9:11: feel is empty",
        f"{bad}:11:12: aims is one of stretch, strength, mobility, fitness, not 'strech'; "
        "did you mean 'stretch'?",
    ]


def test_check_tells_the_mistakes_of_a_picture(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(exercise_text(poses="{camera: sied, side: left}"))
    code, out, err = shell("check", str(path))
    assert (code, out) == (REFUSED, "")
    assert err.splitlines() == [
        f"{path}:11:12: the group 'poses' needs the field 'effort'",
        f"{path}:11:12: the group 'poses' needs the field 'start'",
        f"{path}:11:21: camera is one of side, front, three-quarter, feet, top, not 'sied'; "
        "did you mean 'side'?",
        f"{path}:11:33: side goes with 'sides: each' or 'sides: alternating' only",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_check_answers_for_every_path(shell: Shell, tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    for path, reason in (
        (tmp_path, "this is a folder, not a file"),
        (pipe, "this is a pipe, not a file"),
        (loop, "its links lead round in a circle"),
        ("/dev/zero", "this is a device, not a file"),
    ):
        assert shell("check", str(path)) == (REFUSED, "", f"{path}: {reason}\n")


def test_check_looks_at_a_file_as_if_there_were_no_own_ones(shell: Shell) -> None:
    path = shell.own("a.yaml", exercise_text())
    assert shell("check", str(path)) == (DONE, f"{path}: all right\n", "")
