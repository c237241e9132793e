"""All there is to do: the shipped catalogue and the person's own files.

Strict reading is slow and rarely needed, so it comes in through an argument.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from backcare.core.errors import InputRefusedError
from backcare.core.routine import Catalogue
from backcare.store import compiled
from backcare.store.safe_file import read_bytes

MOST_OWN_FILES = 200
OWN_SUFFIXES = (".yaml", ".yml")


class StrictReading(Protocol):
    """What `backcare.store.reading` does."""

    def read_shipped(self, data: bytes, source: str, poses: str) -> Catalogue:
        """The shipped file; raises InputRefusedError."""

    def read_own(
        self, shipped: Catalogue, files: dict[str, bytes], poses: str
    ) -> tuple[Catalogue, tuple[str, ...]]:
        """The shipped catalogue with own files added, and what was wrong with some."""


Reading = Callable[[], StrictReading]


@dataclass(frozen=True, slots=True)
class Library:
    """The catalogue with the person's own files, and what was wrong with the person's files.

    One bad file never hides the good ones: it is left out and its problems are told.
    """

    catalogue: Catalogue
    problems: tuple[str, ...] = ()


def load_library(
    source: str, poses: str, own_folder: str, cache_folder: str, reading: Reading
) -> Library:
    """The shipped catalogue with the person's own files from `own_folder`.

    Both are taken from their compiled forms where those fit. `poses` is the path of the
    shipped file of poses, which exercises may name.

    Raises:
        InputRefusedError: the shipped file has mistakes.
        OSError: the shipped file cannot be read.
    """
    with open(source, "rb") as file:
        data = file.read()
    shipped = _load_shipped(data, source, poses, cache_folder, reading)
    files, problems = _own_files(own_folder)
    if not files:
        return Library(shipped, problems)
    names = b"\n".join(os.fsencode(path) for path in files)
    key = compiled.key_of([data, _bytes_of(poses), names, *files.values()])
    cached = os.path.join(cache_folder, "own.json")
    kept = compiled.load(cached, key)
    if kept is None:
        kept = reading().read_own(shipped, files, poses)
        compiled.save_quietly(cached, key, *kept)
    return Library(kept[0], (*problems, *kept[1]))


def _load_shipped(
    data: bytes, source: str, poses: str, cache_folder: str, reading: Reading
) -> Catalogue:
    key = compiled.key_of([data])
    beside = os.path.join(os.path.dirname(source), compiled.SHIPPED_NAME)
    cached = os.path.join(cache_folder, compiled.SHIPPED_NAME)
    for path in (beside, cached):
        kept = compiled.load(path, key)
        if kept is not None:
            return kept[0]
    catalogue = reading().read_shipped(data, os.path.basename(source), poses)
    compiled.save_quietly(cached, key, catalogue)
    return catalogue


def _bytes_of(poses: str) -> bytes:
    """The poses that own files may name: what is wrong with those files changes with them."""
    try:
        with open(poses, "rb") as file:
            return file.read()
    except OSError:
        return b""


def _own_files(folder: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The bytes of each own file by path, and why some could not be read."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return {}, ()
    wanted = [name for name in names if name.endswith(OWN_SUFFIXES) and not name.startswith(".")]
    files: dict[str, bytes] = {}
    problems: list[str] = []
    for name in wanted[:MOST_OWN_FILES]:
        path = os.path.join(folder, name)
        try:
            files[path] = read_bytes(path)
        except InputRefusedError as error:
            problems += [str(problem) for problem in error.problems]
    if len(wanted) > MOST_OWN_FILES:
        count = len(wanted)
        problems.append(f"{folder}: only the first {MOST_OWN_FILES} of {count} files are read")
    return files, tuple(problems)
