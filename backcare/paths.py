"""Where things are: what ships with the program, and the person's own folders."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass

if sys.platform != "win32":
    import pwd

EXERCISES = "exercises.yaml"
"""The shipped exercises and routines, for `shipped`."""

POSES = "resources/figure/poses.yaml"
"""The poses that pictures of exercises are drawn from, for `shipped`."""

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def shipped(name: str) -> str:
    """The path of a shipped file, in a checkout, an installed wheel or a frozen program.

    An installation keeps them in `backcare/data`; a checkout beside the package.
    """
    installed = os.path.join(_PACKAGE, "data", name)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(_PACKAGE), name)


@dataclass(frozen=True, slots=True)
class UserFolders:
    """The person's folders. None of them needs to exist.

    Attributes:
        config: settings.
        data: own exercises and routines, records.
        cache: what can be made again at any time.
    """

    config: str
    data: str
    cache: str

    @property
    def settings_file(self) -> str:
        """The settings."""
        return os.path.join(self.config, "settings.json")

    @property
    def state_file(self) -> str:
        """What the program remembers by itself: window, last routine, pages read."""
        return os.path.join(self.data, "state.json")

    @property
    def exercises_folder(self) -> str:
        """The person's own files of exercises and routines."""
        return os.path.join(self.data, "exercises")

    @property
    def log_file(self) -> str:
        """What went wrong, for whoever mends it."""
        return os.path.join(self.data, "backcare.log")


def user_folders(data: str | None = None) -> UserFolders:
    """The platform's folders for this person, or all in `data` when given.

    On Linux the XDG base directories are honoured (basedir-spec 0.8); as it asks, a
    relative path in one of the variables is ignored.
    """
    if data is not None:
        root = os.path.abspath(os.path.expanduser(data))
        return UserFolders(root, root, os.path.join(root, "cache"))
    if sys.platform == "win32":
        roaming = _absolute("APPDATA", "~/AppData/Roaming")
        local = _absolute("LOCALAPPDATA", "~/AppData/Local")
        root = os.path.join(roaming, "backcare")
        return UserFolders(root, root, os.path.join(local, "backcare", "cache"))
    if sys.platform == "darwin":
        root = _in_home("~/Library/Application Support/backcare")
        return UserFolders(root, root, _in_home("~/Library/Caches/backcare"))
    return UserFolders(
        os.path.join(_absolute("XDG_CONFIG_HOME", "~/.config"), "backcare"),
        os.path.join(_absolute("XDG_DATA_HOME", "~/.local/share"), "backcare"),
        os.path.join(_absolute("XDG_CACHE_HOME", "~/.cache"), "backcare"),
    )


def _absolute(variable: str, fallback: str) -> str:
    value = os.environ.get(variable, "")
    return value if os.path.isabs(value) else _in_home(fallback)


def _in_home(path: str) -> str:
    """A path that begins with ~; the account tells the home where HOME makes no sense."""
    expanded = os.path.expanduser(path)
    if sys.platform == "win32" or os.path.isabs(os.environ.get("HOME", os.sep)):
        return expanded
    return os.path.join(pwd.getpwuid(os.getuid()).pw_dir, path.removeprefix("~/"))
