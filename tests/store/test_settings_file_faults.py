"""Settings from another version, and settings that cannot be written."""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING

import pytest

from backcare.core.settings import Preferences, Settings, Theme
from backcare.store.settings_file import SettingsFile
from tests.rights import as_a_stranger, full_disk, needs_rights, public_folder

if TYPE_CHECKING:
    from pathlib import Path

DARK = Preferences(Settings(theme=Theme.DARK))


def save_again(path: Path, data: bytes) -> tuple[tuple[str, ...], dict[str, object]]:
    """Load a file that holds `data`, and save what was found; gives problems and new content."""
    path.write_bytes(data)
    file = SettingsFile(str(path))
    loaded = file.load()
    file.save(loaded.preferences)
    saved: dict[str, object] = json.loads(path.read_bytes())
    return loaded.problems, saved


# Another version's


def test_groups_of_another_version_are_carried_along(tmp_path: Path) -> None:
    problems, saved = save_again(
        tmp_path / "settings.json",
        b'{"format": 9, "voice": {"rate": 3}, "x": [{"y": null}], "settings": {"theme": "dark"}}',
    )
    assert problems == ()
    assert saved == {
        "format": 1,
        "voice": {"rate": 3},
        "x": [{"y": None}],
        "settings": {"theme": "dark"},
        "levels": {},
        "doses": {},
        "swaps": {},
    }


def test_settings_of_another_version_are_carried_along(tmp_path: Path) -> None:
    problems, saved = save_again(
        tmp_path / "settings.json", b'{"settings": {"theme": "dark", "volume": 30}}'
    )
    assert problems == ()
    assert saved["settings"] == {"theme": "dark", "volume": 30}


def test_levels_and_doses_of_what_is_not_there_now_are_kept(tmp_path: Path) -> None:
    _, saved = save_again(
        tmp_path / "settings.json",
        b'{"levels": {"gone": "gentle"}, "doses": {"gone": {"reps": 3}}}',
    )
    assert saved["levels"] == {"gone": "gentle"}
    assert saved["doses"] == {"gone": {"reps": 3}}


@pytest.mark.parametrize(
    "data", [b'{"voice": "\\ud800"}', b'{"levels": {"\\ud800": "gentle"}}', b'{"\\udfff": 1}']
)
def test_half_a_character_does_not_keep_settings_from_being_saved(
    tmp_path: Path, data: bytes
) -> None:
    save_again(tmp_path / "settings.json", data)


# Not to be written


def test_what_cannot_be_written_is_an_error_and_can_be_tried_again(tmp_path: Path) -> None:
    folder = tmp_path / "config"
    folder.write_text("in the way")
    file = SettingsFile(str(folder / "settings.json"))
    assert file.load().preferences == Preferences()
    with pytest.raises(OSError, match="config"):
        file.save(DARK)
    folder.unlink()
    file.save(DARK)
    assert SettingsFile(str(folder / "settings.json")).load().preferences == DARK


def test_a_folder_in_the_place_of_the_file_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "precious").touch()
    file = SettingsFile(str(path))
    assert "Is a directory" in file.load().problems[0]
    file.save(DARK)
    assert SettingsFile(str(path)).load().preferences == DARK
    assert (tmp_path / "settings.json.bad" / "precious").exists()


@needs_rights
def test_on_a_full_disk_the_old_settings_stay(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    file = SettingsFile(str(path))
    file.save(DARK)
    before = path.read_bytes()
    with full_disk(), pytest.raises(OSError, match="too large"):
        file.save(Preferences())
    assert path.read_bytes() == before
    file.save(Preferences())
    assert SettingsFile(str(path)).load().preferences == Preferences()


def test_on_a_full_disk_a_bad_file_serves_on(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"settings": {"theme": "dark", "rest_seconds": -1}}')
    file = SettingsFile(str(path))
    loaded = file.load()
    with full_disk(), pytest.raises(OSError, match="too large"):
        file.save(loaded.preferences)
    assert SettingsFile(str(path)).load().preferences == DARK
    file.save(loaded.preferences)
    assert len(os.listdir(tmp_path)) == 2


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    link = tmp_path / "settings.json"
    link.symlink_to(tmp_path / "dotfiles" / "mine.json")
    SettingsFile(str(link)).save(DARK)
    assert link.is_symlink()
    assert SettingsFile(str(tmp_path / "dotfiles" / "mine.json")).load().preferences == DARK


@needs_rights
def test_a_read_only_folder_is_an_error_and_the_old_settings_stay() -> None:
    with public_folder() as folder:
        path = folder / "settings.json"
        SettingsFile(str(path)).save(DARK)
        path.chmod(0o644)
        folder.chmod(0o555)
        before = path.read_bytes()
        with as_a_stranger():
            file = SettingsFile(str(path))
            assert file.load().preferences == DARK
            with pytest.raises(PermissionError):
                file.save(Preferences())
        assert path.read_bytes() == before
        assert os.listdir(folder) == ["settings.json"]


@needs_rights
def test_a_bad_file_in_a_read_only_folder_stays() -> None:
    with public_folder() as folder:
        path = folder / "settings.json"
        path.write_bytes(b"bad")
        folder.chmod(0o555)
        with as_a_stranger():
            file = SettingsFile(str(path))
            file.load()
            with pytest.raises(PermissionError):
                file.save(DARK)
        assert path.read_bytes() == b"bad"


@needs_rights
def test_a_file_that_may_not_be_read_is_not_lost() -> None:
    with public_folder() as folder:
        path = folder / "settings.json"
        path.write_bytes(b'{"settings": {"theme": "dark"}}')
        path.chmod(0)
        with as_a_stranger():
            file = SettingsFile(str(path))
            assert "Permission denied" in file.load().problems[0]
            with contextlib.suppress(OSError):
                file.save(Preferences())
        assert b'{"settings": {"theme": "dark"}}' in {
            each.read_bytes() for each in folder.iterdir()
        }


def test_a_link_in_a_circle_is_put_aside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.symlink_to(path)
    file = SettingsFile(str(path))
    assert file.load().problems
    file.save(DARK)
    assert SettingsFile(str(path)).load().preferences == DARK
    assert (tmp_path / "settings.json.bad").is_symlink()
