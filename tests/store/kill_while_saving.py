"""Kills children in the middle of saving settings, and looks at the file after each (F03).

Run as `python -m tests.store.kill_while_saving FOLDER KILLS`; prints what each left behind.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
from pathlib import Path

from backcare.core.settings import Preferences, Settings
from backcare.store.settings_file import SettingsFile


def save_for_ever(path: Path, told: int) -> None:
    """Save settings that fit together, again and again, with a dot into `told` for each."""
    file, number = SettingsFile(str(path)), 0
    while True:
        number = number % 100 + 20
        both = Settings(prepare_seconds=number, prepare_change_seconds=number)
        file.save(Preferences(both))
        os.write(told, b".")


def kill_one(path: Path, saves: int) -> int:
    """Kill a child after so many saves, in the middle of a later one; gives what it left."""
    listening, told = os.pipe()
    child = os.fork()
    if child == 0:
        save_for_ever(path, told)
    os.close(told)
    for _ in range(saves):
        assert os.read(listening, 1) == b"."
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(listening)
    settings = json.loads(path.read_bytes())["settings"]
    assert settings["prepare_seconds"] == settings["prepare_change_seconds"]
    return int(settings["prepare_seconds"])


def main(folder: str, kills: str) -> None:
    """Kill so many children, one after the other."""
    chance = random.Random(3)
    for _ in range(int(kills)):
        sys.stdout.write(f"{kill_one(Path(folder, 'settings.json'), chance.randrange(1, 8))}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
