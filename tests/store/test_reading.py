"""Strict reading of whole files, and checking any."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import InputRefusedError, Problem
from backcare.store import compiled, pose_library, reading
from backcare.store.pose_reader import read_pose_ids
from backcare.store.reading import (
    SHIPPED_MAX_BYTES,
    check_files,
    read_own,
    read_shipped,
    read_shipped_poses,
    write_shipped,
    write_shipped_poses,
)
from tests.shipped import POSES, SOURCE, shipped_catalogue
from tests.store.marked import exercise_text, read, routine_text

if TYPE_CHECKING:
    from pathlib import Path

    from backcare.store.yaml_reader import Node

SHIPPED = read(exercise_text("bridge"))
NO_POSES = "no-poses.yaml"


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text)
    return str(path)


def test_the_shipped_file_may_be_larger_than_those_of_others() -> None:
    data = exercise_text("bridge").encode() + b"#" * 300_000
    assert list(read_shipped(data, "x", NO_POSES).exercises) == ["bridge"]
    with pytest.raises(InputRefusedError, match="over 1024 KB"):
        read_shipped(b"#" * (SHIPPED_MAX_BYTES + 1), "x", NO_POSES)


def test_own_files_are_read_and_their_problems_told() -> None:
    catalogue, problems = read_own(
        SHIPPED,
        {
            "a.yaml": b"a: 1\na: 2\n",
            "b.yaml": routine_text("{exercise: mine}").encode(),
            "c.yaml": exercise_text("mine").encode(),
            "d.yaml": b"exercise: {}",
        },
        NO_POSES,
    )
    assert catalogue.own_exercises == {"mine"}
    assert catalogue.own_routines == {"my-morning"}
    assert problems == (
        "a.yaml:2:1: 'a' is already given in line 1; keep one of them",
        "d.yaml:1:1: the file has no field 'exercise'; did you mean 'exercises'?",
    )


def test_no_own_files_change_nothing() -> None:
    assert read_own(SHIPPED, {}, NO_POSES) == (SHIPPED, ())


def test_checking_tells_the_problems_of_each_file(tmp_path: Path) -> None:
    good = written(tmp_path, "good.yaml", exercise_text("mine"))
    bad = written(tmp_path, "bad.yaml", "exercises: 3\nroutine: {}\n")
    none = str(tmp_path / "none.yaml")
    assert check_files([bad, good, none], SHIPPED, NO_POSES) == {
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
    assert check_files([routine, exercise], SHIPPED, NO_POSES) == {routine: (), exercise: ()}
    assert (
        check_files([routine], SHIPPED, NO_POSES)[routine][0].message
        == "there is no exercise 'mine'"
    )


def test_a_path_given_twice_is_checked_once(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", exercise_text("mine"))
    assert check_files([path, path], SHIPPED, NO_POSES) == {path: ()}


def test_a_file_given_under_two_names_is_no_mistake(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", exercise_text("mine"))
    other = str(tmp_path) + os.sep + os.curdir + os.sep + "a.yaml"
    assert check_files([path, other], SHIPPED, NO_POSES) == {path: (), other: ()}


def test_the_shipped_file_is_checked_by_itself(tmp_path: Path) -> None:
    assert check_files([str(SOURCE)], shipped_catalogue(), str(POSES)) == {str(SOURCE): ()}
    text = SOURCE.read_text(encoding="utf-8")
    changed = written(tmp_path, "exercises.yaml", text.replace("bridge:", "brigde:", 1))
    assert check_files([changed], shipped_catalogue(), str(POSES))[changed]


def test_an_own_file_may_have_the_name_of_the_shipped_one(tmp_path: Path) -> None:
    path = written(tmp_path, "exercises.yaml", routine_text("{exercise: bridge}"))
    assert check_files([path], SHIPPED, NO_POSES) == {path: ()}
    data = routine_text("{exercise: bridge}").encode()
    assert read_own(SHIPPED, {path: data}, NO_POSES)[1] == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe.yaml", tmp_path / "loop.yaml"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    found = check_files([str(pipe), str(loop), str(tmp_path), "/dev/zero"], SHIPPED, NO_POSES)
    assert [str(problem) for (problem,) in found.values()] == [
        f"{pipe}: this is a pipe, not a file",
        f"{loop}: its links lead round in a circle",
        f"{tmp_path}: this is a folder, not a file",
        "/dev/zero: this is a device, not a file",
    ]


def test_the_shipped_file_is_compiled_for_a_package(tmp_path: Path) -> None:
    target = str(tmp_path / "data" / "catalogue.json")
    write_shipped(str(SOURCE), target, str(POSES))
    key = compiled.key_of([SOURCE.read_bytes()])
    assert compiled.load(target, key) == (shipped_catalogue(), ())


def test_a_shipped_file_with_mistakes_is_not_compiled(tmp_path: Path) -> None:
    source = written(tmp_path, "exercises.yaml", "exercises: 3")
    target = tmp_path / "catalogue.json"
    with pytest.raises(InputRefusedError):
        write_shipped(source, str(target), NO_POSES)
    assert not target.exists()


# Poses


WITH_POSES = exercise_text("mine", poses="{camera: side, start: lying, effort: curled}")
POSES_TEXT = "poses:\n  lying: {lean: -90}\n  curled: {extends: lying, both: {hip: 120}}\n"


def test_an_exercise_may_name_the_poses_there_are(tmp_path: Path) -> None:
    poses = written(tmp_path, "poses.yaml", POSES_TEXT)
    data = WITH_POSES.encode()
    assert read_shipped(data, "x", poses).exercises["mine"].illustration is not None
    assert read_own(SHIPPED, {"a.yaml": data}, poses)[1] == ()
    path = written(tmp_path, "a.yaml", WITH_POSES)
    assert check_files([path], SHIPPED, poses) == {path: ()}


def test_a_pose_that_does_not_exist_is_told_in_every_way_of_reading(tmp_path: Path) -> None:
    poses = written(tmp_path, "poses.yaml", "poses: {lying: {}, curlde: {}}")
    path = written(tmp_path, "exercises.yaml", WITH_POSES)
    line, column = WITH_POSES.count("\n"), WITH_POSES.splitlines()[-1].index("curled") + 1
    message = "effort: there is no pose 'curled'; did you mean 'curlde'?"
    problem = Problem(path, line, column, message)
    assert check_files([path], SHIPPED, poses) == {path: (problem,)}
    assert read_own(SHIPPED, {path: WITH_POSES.encode()}, poses)[1] == (str(problem),)
    with pytest.raises(InputRefusedError) as caught:
        read_shipped(WITH_POSES.encode(), path, poses)
    assert caught.value.problems == (problem,)


def test_poses_are_read_once_and_only_for_a_file_that_names_one(tmp_path: Path) -> None:
    path = written(tmp_path, "plain.yaml", exercise_text("plain"))
    assert check_files([path], SHIPPED, str(tmp_path)) == {path: ()}
    other = written(tmp_path, "other.yaml", WITH_POSES)
    found = check_files([path, other], SHIPPED, str(tmp_path))
    assert found == {
        path: (),
        other: (Problem(str(tmp_path), 0, 0, "this is a folder, not a file"),),
    }


def test_poses_are_read_once_for_all_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(tree: Node, source: str) -> frozenset[str]:
        asked.append(source)
        return read_pose_ids(tree, source)

    monkeypatch.setattr(reading, "read_pose_ids", counted)
    poses = written(tmp_path, "poses.yaml", POSES_TEXT)
    files = {f"{name}.yaml": WITH_POSES.replace("mine", name).encode() for name in ("aa", "bb")}
    catalogue, problems = read_own(SHIPPED, files, poses)
    assert catalogue.own_exercises == {"aa", "bb"}
    assert problems == ()
    assert asked == [poses]


def test_the_shipped_file_with_its_poses_is_checked_by_itself(tmp_path: Path) -> None:
    poses = written(tmp_path, "poses.yaml", POSES_TEXT)
    path = written(tmp_path, "exercises.yaml", WITH_POSES)
    shipped = read_shipped(WITH_POSES.encode(), "exercises.yaml", poses)
    assert check_files([path], shipped, poses) == {path: ()}


def test_mistakes_of_other_poses_do_not_keep_an_exercise_from_being_read(tmp_path: Path) -> None:
    poses = written(tmp_path, "poses.yaml", POSES_TEXT + "  bad: {colour: red}\n")
    assert read_own(SHIPPED, {"a.yaml": WITH_POSES.encode()}, poses)[1] == ()


def test_a_file_whose_poses_cannot_be_told_is_refused_with_what_is_wrong_with_them(
    tmp_path: Path,
) -> None:
    poses = written(tmp_path, "poses.yaml", "poses: [lying]\n")
    problem = Problem(poses, 1, 8, "poses are listed by id: 'some-id:' and its fields below it")
    own = written(tmp_path, "a.yaml", WITH_POSES)
    alone = written(tmp_path, "exercises.yaml", WITH_POSES)
    assert check_files([own], SHIPPED, poses) == {own: (problem,)}
    assert check_files([alone], SHIPPED, poses) == {alone: (problem,)}


def test_the_poses_are_compiled_for_a_package(tmp_path: Path) -> None:
    source = written(tmp_path, "poses.yaml", POSES_TEXT)
    write_shipped_poses(source, str(tmp_path / "poses.json"))
    (tmp_path / "poses.json").rename(tmp_path / "data.json")
    key = pose_library.key_of_poses(POSES_TEXT.encode())
    kept = pose_library.load_kept_poses(str(tmp_path / "data.json"), key)
    assert kept == read_shipped_poses(POSES_TEXT.encode(), "x")


def test_poses_with_mistakes_are_not_compiled(tmp_path: Path) -> None:
    source, target = written(tmp_path, "poses.yaml", "poses: 3"), tmp_path / "poses.json"
    with pytest.raises(InputRefusedError, match=r"^poses\.yaml:1:8: "):
        write_shipped_poses(source, str(target))
    assert not target.exists()
