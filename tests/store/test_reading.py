"""Strict reading of whole files, and checking any."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import InputRefusedError, Problem
from backcare.store import compiled
from backcare.store.reading import (
    SHIPPED_MAX_BYTES,
    check_files,
    read_own,
    read_shipped,
    write_shipped,
)
from tests.shipped import SOURCE, shipped_catalogue
from tests.store.marked import exercise_text, read, routine_text

if TYPE_CHECKING:
    from pathlib import Path

SHIPPED = read(exercise_text("bridge"))


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_the_shipped_file_may_be_larger_than_those_of_others() -> None:
    data = exercise_text("bridge").encode() + b"#" * 300_000
    assert list(read_shipped(data, "x").exercises) == ["bridge"]
    with pytest.raises(InputRefusedError, match="over 1024 KB"):
        read_shipped(b"#" * (SHIPPED_MAX_BYTES + 1), "x")


def test_own_files_are_read_and_their_problems_told() -> None:
    catalogue, problems = read_own(
        SHIPPED,
        {
            "a.yaml": b"a: 1\na: 2\n",
            "b.yaml": routine_text("{exercise: mine}").encode(),
            "c.yaml": exercise_text("mine").encode(),
            "d.yaml": b"exercise: {}",
        },
    )
    assert catalogue.own_exercises == {"mine"}
    assert catalogue.own_routines == {"my-morning"}
    assert problems == (
        "a.yaml:2:1: 'a' is already given in line 1; keep one of them",
        "d.yaml:1:1: the file has no field 'exercise'; did you mean 'exercises'?",
    )


def test_no_own_files_change_nothing() -> None:
    assert read_own(SHIPPED, {}) == (SHIPPED, ())


def test_checking_tells_the_problems_of_each_file(tmp_path: Path) -> None:
    good = written(tmp_path, "good.yaml", exercise_text("mine"))
    bad = written(tmp_path, "bad.yaml", "exercises: 3\nroutine: {}\n")
    none = str(tmp_path / "none.yaml")
    assert check_files([bad, good, none], SHIPPED) == {
        bad: (
            Problem(bad, 1, 12, "exercises are listed by id: 'some-id:' and its fields below it"),
            Problem(bad, 2, 1, "the file has no field 'routine'; did you mean 'routines'?"),
        ),
        good: (),
        none: (Problem(none, 0, 0, "there is no such file"),),
    }


def test_files_that_are_checked_together_may_refer_to_each_other(tmp_path: Path) -> None:
    routine = written(tmp_path, "a.yaml", routine_text("{exercise: mine}", "{exercise: bridge}"))
    exercise = written(tmp_path, "b.yaml", exercise_text("mine"))
    assert check_files([routine, exercise], SHIPPED) == {routine: (), exercise: ()}
    assert check_files([routine], SHIPPED)[routine][0].message == "there is no exercise 'mine'"


def test_a_path_given_twice_is_checked_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", exercise_text("mine"))
    assert check_files([path, path], SHIPPED) == {path: ()}


def test_a_file_given_under_two_names_is_no_mistake(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", exercise_text("mine"))
    other = str(tmp_path) + os.sep + os.curdir + os.sep + "a.yaml"
    assert check_files([path, other], SHIPPED) == {path: (), other: ()}


def test_the_shipped_file_is_checked_by_itself(tmp_path: Path) -> None:
    assert check_files([str(SOURCE)], shipped_catalogue()) == {str(SOURCE): ()}
    text = SOURCE.read_text(encoding="utf-8")
    changed = written(tmp_path, "exercises.yaml", text.replace("bridge:", "brigde:", 1))
    assert check_files([changed], shipped_catalogue())[changed]


def test_an_own_file_may_have_the_name_of_the_shipped_one(tmp_path: Path) -> None:
    path = written(tmp_path, "exercises.yaml", routine_text("{exercise: bridge}"))
    assert check_files([path], SHIPPED) == {path: ()}
    assert read_own(SHIPPED, {path: routine_text("{exercise: bridge}").encode()})[1] == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe.yaml", tmp_path / "loop.yaml"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    found = check_files([str(pipe), str(loop), str(tmp_path), "/dev/zero"], SHIPPED)
    assert [str(problem) for (problem,) in found.values()] == [
        f"{pipe}: this is a pipe, not a file",
        f"{loop}: its links lead round in a circle",
        f"{tmp_path}: this is a folder, not a file",
        "/dev/zero: this is a device, not a file",
    ]


def test_the_shipped_file_is_compiled_for_a_package(tmp_path: Path) -> None:
    target = str(tmp_path / "data" / "catalogue.json")
    write_shipped(str(SOURCE), target)
    key = compiled.key_of([SOURCE.read_bytes()])
    assert compiled.load(target, key) == (shipped_catalogue(), ())


def test_a_shipped_file_with_mistakes_is_not_compiled(tmp_path: Path) -> None:
    source = written(tmp_path, "exercises.yaml", "exercises: 3")
    target = tmp_path / "catalogue.json"
    with pytest.raises(InputRefusedError):
        write_shipped(source, str(target))
    assert not target.exists()
