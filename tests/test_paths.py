"""Where files are looked for, on every platform and with every kind of environment."""

from __future__ import annotations

import os
import runpy
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from backcare import paths
from backcare.paths import UserFolders, shipped, user_folders
from tests.shipped import SOURCE

if TYPE_CHECKING:
    from collections.abc import Callable

posix_only = pytest.mark.skipif(os.name != "posix", reason="paths of POSIX systems")


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux system without any of the XDG variables."""
    monkeypatch.setattr(sys, "platform", "linux")
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable)


# What ships


def test_in_a_checkout_files_stand_beside_the_package() -> None:
    assert Path(shipped("exercises.yaml")) == SOURCE
    assert os.path.isabs(shipped("exercises.yaml"))


def test_an_installation_keeps_them_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "backcare"
    (package / "data").mkdir(parents=True)
    (package / "data" / "exercises.yaml").touch()
    shutil.copy(paths.__file__, package / "paths.py")
    find: Callable[[str], str] = runpy.run_path(str(package / "paths.py"))["shipped"]
    assert find("exercises.yaml") == str(package / "data" / "exercises.yaml")
    assert find("resources") == str(package.parent / "resources")


# The person's folders


@posix_only
def test_without_xdg_variables_the_usual_folders_are_used(home: Path) -> None:
    folders = user_folders()
    assert folders == UserFolders(
        config=f"{home}/.config/backcare",
        data=f"{home}/.local/share/backcare",
        cache=f"{home}/.cache/backcare",
    )
    assert folders.settings_file == f"{home}/.config/backcare/settings.json"
    assert folders.state_file == f"{home}/.local/share/backcare/state.json"
    assert folders.exercises_folder == f"{home}/.local/share/backcare/exercises"
    assert folders.log_file == f"{home}/.local/share/backcare/backcare.log"


@posix_only
def test_xdg_variables_are_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/a b/é")
    monkeypatch.setenv("XDG_DATA_HOME", "/data\n")
    monkeypatch.setenv("XDG_CACHE_HOME", "/c")
    assert user_folders() == UserFolders("/a b/é/backcare", "/data\n/backcare", "/c/backcare")


@posix_only
@pytest.mark.parametrize("value", ["", "relative", "./here", "~/config"])
def test_an_xdg_variable_that_is_no_absolute_path_is_ignored(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", value)
    assert user_folders().config == f"{home}/.config/backcare"


@posix_only
def test_without_home_the_account_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    monkeypatch.delenv("HOME")
    home = pwd.getpwuid(os.getuid()).pw_dir
    assert user_folders().config == f"{home.rstrip('/')}/.config/backcare"


@posix_only
@pytest.mark.parametrize("value", ["", "relative"])
def test_a_home_that_is_no_absolute_path_is_ignored(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    import pwd

    monkeypatch.setenv("HOME", value)
    home = pwd.getpwuid(os.getuid()).pw_dir
    assert user_folders().config == f"{home.rstrip('/')}/.config/backcare"


@posix_only
def test_a_folder_for_everything_holds_everything(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for given, root in (("/x/", "/x"), ("here", f"{tmp_path}/here"), ("~/y", f"{home}/y")):
        assert user_folders(given) == UserFolders(root, root, f"{root}/cache")


@posix_only
def test_a_mac_has_its_own_folders(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setenv("XDG_CONFIG_HOME", "/ignored")
    support = f"{home}/Library/Application Support/backcare"
    assert user_folders() == UserFolders(support, support, f"{home}/Library/Caches/backcare")


@posix_only
def test_windows_has_its_own_folders(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    for variable in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(variable, raising=False)
    roaming = f"{home}/AppData/Roaming/backcare"
    assert user_folders() == UserFolders(roaming, roaming, f"{home}/AppData/Local/backcare/cache")
    monkeypatch.setenv("APPDATA", "/r")
    monkeypatch.setenv("LOCALAPPDATA", "/l")
    assert user_folders() == UserFolders("/r/backcare", "/r/backcare", "/l/backcare/cache")


def test_asking_makes_no_folder(home: Path) -> None:
    before = sorted(home.rglob("*"))
    user_folders()
    user_folders("new")
    assert sorted(home.rglob("*")) == before
