"""Typing into the search field with 1,000 own exercises below it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from benchmarks.processes import environment
from benchmarks.table import Row, row_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from backcare.ui.browse_page import BrowsePage
    from benchmarks.bench import Bench

MOST_MS = 16.0
SETTLE_SECONDS = 3.0
WORDS = ("stretch", "bridge 12", "xylophone")


def rows(bench: Bench) -> Iterator[Row]:
    """The slowest keystroke of each word, each round in a process of its own."""
    command = [sys.executable, "-c", "from benchmarks.filtering import child; child()"]
    slowest: list[float] = []
    every: list[float] = []
    for _ in range(bench.looks):
        answer = subprocess.run(
            [*command, bench.full], check=True, env=environment(), capture_output=True, text=True
        )
        for word in json.loads(answer.stdout):
            slowest.append(max(word))
            every += word
    what = "filter while typing, 1,000 own exercises, a keystroke"
    yield row_within(what, every, "ms", at_most=MOST_MS)
    yield row_within("the same, the slowest of a word", slowest, "ms", at_most=MOST_MS)


def child() -> None:
    """Type each word and delete it again; print the milliseconds of every keystroke."""
    json.dump(_typed(sys.argv[1]), sys.stdout)


def _typed(data: str) -> list[list[float]]:
    from backcare import app
    from backcare.paths import EXERCISES, POSES, shipped, user_folders
    from backcare.store import reading
    from backcare.store.library import load_library
    from backcare.store.settings_file import SettingsFile
    from backcare.ui.browse_page import BrowsePage

    folders = user_folders(data)
    library = load_library(
        shipped(EXERCISES),
        shipped(POSES),
        folders.exercises_folder,
        folders.cache,
        lambda: reading,
    )
    application = app.make_application()
    program = app.build(library, SettingsFile(folders.settings_file).load().preferences, folders)
    program.open()
    page = program.window.page
    assert isinstance(page, BrowsePage)
    page.routines.choose("*")
    _settle(application)
    results = []
    for word in WORDS:
        texts = [word[:end] for end in [*range(1, len(word) + 1), *range(len(word) - 1, -1, -1)]]
        results.append([_keystroke(application, page, text) for text in texts])
    return results


def _keystroke(application: QApplication, page: BrowsePage, text: str) -> float:
    """Until the filtered cards are painted."""
    began = time.perf_counter()
    page.search.setText(text)
    application.processEvents()
    return (time.perf_counter() - began) * 1000


def _settle(application: QApplication) -> None:
    """Until the cards have their pictures, which are drawn while nothing else happens."""
    until = time.perf_counter() + SETTLE_SECONDS
    while time.perf_counter() < until:
        application.processEvents()
