"""A file is replaced as a whole or not at all, and nothing is left lying about."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from backcare.store.atomic import free_name, keep_aside, write_atomically
from tests.rights import as_a_stranger, full_disk, needs_rights, public_folder

KILLS = 20


def test_a_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomically(str(path), b"one")
    assert path.read_bytes() == b"one"
    write_atomically(str(path), b"\0\xff")
    assert path.read_bytes() == b"\0\xff"
    assert os.listdir(tmp_path) == ["file"]


def test_a_relative_path_is_written_where_it_points(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically("file", b"one")
    assert (tmp_path / "file").read_bytes() == b"one"


def test_folders_above_are_made(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "a" / "b c" / "é\n"), b"one")
    assert (tmp_path / "a" / "b c" / "é\n").read_bytes() == b"one"


def test_a_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "target"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link, chain = tmp_path / "link", tmp_path / "chain"
    link.symlink_to(target)
    chain.symlink_to("link")
    write_atomically(str(chain), b"new")
    assert target.read_bytes() == b"new"
    assert chain.is_symlink()
    assert link.is_symlink()
    assert os.listdir(target.parent) == ["target"]


def test_the_target_of_a_link_to_nothing_is_made(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "new" / "target")
    write_atomically(str(link), b"one")
    assert (tmp_path / "new" / "target").read_bytes() == b"one"
    assert link.is_symlink()


def test_nobody_else_can_read_what_was_written(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "file"), b"one")
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0


def test_a_file_in_the_way_of_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError, match="file"):
        write_atomically(str(tmp_path / "file" / "below"), b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_folder_in_the_way_of_the_file_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_atomically(str(tmp_path / "file"), b"new")
    assert os.listdir(tmp_path) == ["file"]
    assert os.listdir(tmp_path / "file") == []


def test_whatever_goes_wrong_in_writing_the_old_file_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(TypeError):
        write_atomically(str(tmp_path / "file"), "text")  # type: ignore[arg-type]
    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


def test_a_name_too_long_for_the_system_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        write_atomically(str(tmp_path / ("n" * 256)), b"new")
    assert os.listdir(tmp_path) == []


def test_what_a_killed_program_left_behind_is_no_obstacle(tmp_path: Path) -> None:
    left = tmp_path / f".backcare-{os.getpid()}-0"
    left.write_bytes(b"half")
    write_atomically(str(tmp_path / "file"), b"one")
    assert (tmp_path / "file").read_bytes() == b"one"
    assert left.read_bytes() == b"half"


@needs_rights
def test_a_read_only_folder_is_an_error_and_the_old_file_stays() -> None:
    with public_folder() as folder:
        (folder / "file").write_bytes(b"old")
        folder.chmod(0o555)
        with as_a_stranger(), pytest.raises(PermissionError):
            write_atomically(str(folder / "file"), b"new")
        assert (folder / "file").read_bytes() == b"old"
        assert os.listdir(folder) == ["file"]


@needs_rights
def test_a_folder_that_cannot_be_opened_to_sync_it_is_no_error() -> None:
    with public_folder() as folder:
        folder.chmod(0o333)
        with as_a_stranger():
            write_atomically(str(folder / "file"), b"one")
        folder.chmod(0o777)
        assert (folder / "file").read_bytes() == b"one"


@needs_rights
def test_on_a_full_disk_the_old_file_stays_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with full_disk(), pytest.raises(OSError, match="too large"):
        write_atomically(str(tmp_path / "file"), b"new")
    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]


# Killed while saving (F03)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")
def test_whenever_it_is_killed_the_settings_are_the_old_or_the_new_ones(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.store.kill_while_saving", str(tmp_path), str(KILLS)],
        cwd=Path(__file__).parent.parent.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    seen = [int(number) for number in done.stdout.split()]
    assert len(seen) == KILLS
    assert len(set(seen)) > 1


# Putting aside


def test_a_file_is_put_aside_under_the_first_free_name(tmp_path: Path) -> None:
    path = tmp_path / "file"
    names = []
    for number in range(3):
        path.write_text(str(number))
        names.append(keep_aside(str(path), ".bad"))
    assert names == [f"{path}.bad", f"{path}.bad-2", f"{path}.bad-3"]
    assert [(tmp_path / f"file.bad{end}").read_text() for end in ("", "-2", "-3")] == list("012")
    assert not path.exists()


def test_a_link_to_nothing_counts_as_a_name_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    (tmp_path / "file.bad").symlink_to("nothing")
    assert keep_aside(str(tmp_path / "file"), ".bad") == str(tmp_path / "file.bad-2")


def test_what_cannot_be_renamed_stays(tmp_path: Path) -> None:
    assert keep_aside(str(tmp_path / "none"), ".bad") is None


def test_there_is_always_one_more_name(tmp_path: Path) -> None:
    path = tmp_path / "file"
    assert free_name(str(path), ".bad") == f"{path}.bad"
    for number in range(1, 102):
        (tmp_path / ("file.bad" if number == 1 else f"file.bad-{number}")).touch()
    assert free_name(str(path), ".bad") == f"{path}.bad-102"
