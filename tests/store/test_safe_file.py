"""Reading what somebody else made: a file, or whatever stands in its place."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import pytest

from backcare.core.errors import InputRefusedError, Problem
from backcare.store.safe_file import MAX_USER_BYTES, over_size, read_bytes
from tests.rights import as_a_stranger, needs_rights, public_folder

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without named pipes")


def refusal_of(path: Path | str, max_bytes: int = MAX_USER_BYTES) -> str:
    with pytest.raises(InputRefusedError) as caught:
        read_bytes(str(path), max_bytes)
    (problem,) = caught.value.problems
    assert (problem.source, problem.line, problem.column) == (str(path), 0, 0)
    return problem.message


@pytest.mark.parametrize("data", [b"", b"a", b"\r\n\0\xff", b"x" * MAX_USER_BYTES])
def test_a_file_is_read_byte_by_byte(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "mine é\n.yaml"
    path.write_bytes(data)
    assert read_bytes(str(path)) == data


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"data")
    (tmp_path / "link").symlink_to("file")
    assert read_bytes(str(tmp_path / "link")) == b"data"


def test_one_byte_too_many_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * 2049)
    assert refusal_of(path, 2048) == "the file is over 2 KB, the most that is read"
    assert len(read_bytes(str(path), 2049)) == 2049


def test_the_limit_of_a_size_is_told_in_kilobytes() -> None:
    assert over_size(MAX_USER_BYTES) == "the file is over 256 KB, the most that is read"
    assert over_size(1536) == "the file is over 1.5 KB, the most that is read"


def test_no_more_is_read_of_a_huge_file_than_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(2**33)  # sparse: takes no room
    read_sizes: list[int] = []

    def read(descriptor: int, length: int) -> bytes:
        read_sizes.append(length)
        return os.read(descriptor, length)

    with pytest.raises(InputRefusedError, match="over 256 KB"):
        read_bytes(str(path), MAX_USER_BYTES, read)
    assert max(read_sizes) == MAX_USER_BYTES + 1


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert refusal_of(tmp_path) == "this is a folder, not a file"
    assert refusal_of(tmp_path / "none") == "there is no such file"
    assert refusal_of(tmp_path / "file" / "none") == "there is no such file"
    assert refusal_of(tmp_path / ("n" * 300)) == "the name is too long"
    assert refusal_of("/" + "n/" * 3000) == "the name is too long"
    assert refusal_of("a\0b") == "no file can have this name"
    assert refusal_of("a\ud800b") == "no file can have this name"
    assert refusal_of("") == "there is no such file"


def test_links_that_lead_nowhere_are_named(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.symlink_to(second)
    assert refusal_of(first) == "there is no such file"
    second.symlink_to(first)
    assert refusal_of(first) == "its links lead round in a circle"


@needs_pipes
def test_a_pipe_or_a_device_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    assert refusal_of(tmp_path / "pipe") == "this is a pipe, not a file"
    assert refusal_of(tmp_path / "link") == "this is a pipe, not a file"
    assert refusal_of("/dev/zero") == "this is a device, not a file"
    assert refusal_of("/dev/tty") == "this is a device, not a file"


@needs_pipes
def test_a_socket_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path has to be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert refusal_of("socket") == "this is a socket, not a file"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc")
def test_a_file_whose_size_is_not_what_it_says_is_refused() -> None:
    assert refusal_of("/proc/self/status") == "the file changed while it was read; try again"


@pytest.mark.parametrize("data", [b"longer than it was", b"s"])
def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def read(descriptor: int, length: int) -> bytes:
        path.write_bytes(data)
        return os.read(descriptor, length)

    with pytest.raises(InputRefusedError, match="changed while it was read"):
        read_bytes(str(path), 100, read)


def test_a_file_that_comes_in_small_parts_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abcdefgh")
    assert read_bytes(str(path), 100, lambda descriptor, _: os.read(descriptor, 3)) == b"abcdefgh"


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.EPERM, "you may not read this file"),
        (errno.EIO, "it cannot be read (it says why)"),
    ],
)
def test_an_error_of_the_system_is_told(tmp_path: Path, code: int, message: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"data")

    def read(_descriptor: int, _length: int) -> bytes:
        raise OSError(code, "it says why")

    with pytest.raises(InputRefusedError) as caught:
        read_bytes(str(path), 100, read)
    assert caught.value.problems == (Problem(str(path), 0, 0, message),)


@needs_rights
def test_a_file_without_permission_is_refused() -> None:
    with public_folder() as folder:
        path = folder / "file"
        path.touch(mode=0)
        with as_a_stranger():
            assert refusal_of(path) == "you may not read this file"


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"data")
    before = os.dup(0)
    os.close(before)
    read_bytes(str(path))
    refusal_of(path, 3)
    after = os.dup(0)
    os.close(after)
    assert after == before
