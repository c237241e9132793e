"""Small JSON files: what they hold, or in one sentence why not."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from backcare.store.json_file import MAX_BYTES, Content, keep_bad_file, read_json, write_json
from tests.rights import as_a_stranger, full_disk, needs_rights, public_folder

if TYPE_CHECKING:
    from pathlib import Path


def content(path: Path, data: bytes) -> Content:
    path.write_bytes(data)
    found = read_json(str(path))
    assert path.read_bytes() == data
    return found


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "below" / "file.json"
    values = {"b": 1, "a": [True, None, "é–\n"], "c": {"d": 1.5}}
    write_json(str(path), values)
    assert read_json(str(path)) == Content(values)


def test_a_file_is_written_for_people_to_read(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    write_json(str(path), {"b": "é", "a": 1})
    assert path.read_bytes() == b'{\n  "a": 1,\n  "b": "\\u00e9"\n}\n'


def test_a_missing_file_is_empty_and_no_problem(tmp_path: Path) -> None:
    assert read_json(str(tmp_path / "none.json")) == Content({})
    assert read_json(str(tmp_path / "none" / "none.json")) == Content({})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b'{"a": 1',
        b"\0" * 100,
        b"\x89PNG\r\n\x1a\n\0\0",
        b'{"a": "\xff"}',
        b"{'a': 1}",
        b'{"a": 1}{',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"9" * 5000,
    ],
)
def test_garbage_is_no_json(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.json"
    assert content(path, data) == Content({}, f"{path} is not valid JSON")


@pytest.mark.parametrize("data", [b"[]", b"null", b"3", b'"a"', b"true", b"NaN"])
def test_json_of_another_shape_holds_no_settings(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.json"
    assert content(path, data) == Content({}, f"{path} holds no settings")


def test_a_file_in_utf_16_is_read(tmp_path: Path) -> None:
    assert content(tmp_path / "file.json", '{"a": "é"}'.encode("utf-16")) == Content({"a": "é"})


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    largest = b'{"a": 1}' + b" " * (MAX_BYTES - 8)
    assert content(path, largest) == Content({"a": 1})
    assert content(path, largest + b" ") == Content({}, f"{path} is too large")
    assert content(path, b"x" * 5_000_000) == Content({}, f"{path} is too large")


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert read_json(str(tmp_path)) == Content({}, f"{tmp_path} cannot be read: Is a directory")
    assert read_json(str(loop)).problem.startswith(f"{loop} cannot be read: ")


@needs_rights
def test_a_file_without_permission_is_told() -> None:
    with public_folder() as folder:
        path = folder / "file.json"
        path.touch(mode=0)
        with as_a_stranger():
            assert read_json(str(path)) == Content({}, f"{path} cannot be read: Permission denied")


def test_what_is_no_json_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    write_json(str(path), {"a": 1})
    with pytest.raises(TypeError):
        write_json(str(path), {"a": object()})
    assert json.loads(path.read_bytes()) == {"a": 1}
    assert os.listdir(tmp_path) == ["file.json"]


def test_half_a_character_that_was_read_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    found = content(path, b'{"a": "\\ud800"}')
    write_json(str(path), found.values)
    assert read_json(str(path)) == found


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")
def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    os.mkfifo(path)
    assert read_json(str(path)).problem


# Keeping what cannot be used


def test_a_bad_file_is_copied_and_serves_until_another_takes_its_place(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    for data in (b"one", b"two"):
        path.write_bytes(data)
        keep_bad_file(str(path))
        assert path.read_bytes() == data
    assert (tmp_path / "file.json.bad").read_bytes() == b"one"
    assert (tmp_path / "file.json.bad-2").read_bytes() == b"two"
    assert len(os.listdir(tmp_path)) == 3


def test_what_cannot_be_read_is_put_aside_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.mkdir()
    keep_bad_file(str(path))
    assert os.listdir(tmp_path) == ["file.json.bad"]


def test_where_there_is_nothing_nothing_is_kept(tmp_path: Path) -> None:
    keep_bad_file(str(tmp_path / "file.json"))
    assert os.listdir(tmp_path) == []


@needs_rights
def test_a_full_disk_does_not_take_a_bad_file_away(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"bad")
    with full_disk(), pytest.raises(OSError, match=r"."):
        keep_bad_file(str(path))
    assert path.read_bytes() == b"bad"
    assert os.listdir(tmp_path) == ["file.json"]


@needs_rights
def test_on_a_full_disk_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    write_json(str(path), {"a": 1})
    with full_disk(), pytest.raises(OSError, match="too large"):
        write_json(str(path), {"a": 2})
    assert read_json(str(path)) == Content({"a": 1})
    assert os.listdir(tmp_path) == ["file.json"]
