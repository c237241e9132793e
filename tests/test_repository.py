"""What the checkout as a whole promises: anyone can set it up, from any package index."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
MADE = re.compile(r"\.git|\.venv|\.hypothesis|build|dist|htmlcov|__pycache__|.+_cache")

# Written in pieces, so that this file does not name them itself.
HOSTS = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb." + "debian.org",
    "security." + "debian.org",
)
MACHINE_PATH = re.compile(
    r"(?<![\w.~$}*-])/(?:root|work|(?:home|Users)/(?!you/|me/|user/)[a-z]\w*)/[\w.]"
)


def texts() -> Iterator[tuple[str, str]]:
    """Name and content of every text file of the checkout that was written by hand."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not MADE.fullmatch(name)]
        for path in (Path(folder, name) for name in names):
            try:
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_no_file_names_a_package_registry() -> None:
    assert [
        f"{name}: {host}" for name, text in texts() for host in HOSTS if host in text.lower()
    ] == []


def test_no_file_holds_the_path_of_one_machine() -> None:
    assert [
        f"{name}: {found.group()}"
        for name, text in texts()
        for found in MACHINE_PATH.finditer(text)
    ] == []


@pytest.mark.parametrize("word", ["://", "file:", "--index", "--extra-index", "--find-links"])
def test_the_lock_file_leaves_the_choice_of_the_index_to_the_installer(word: str) -> None:
    assert word not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def test_every_locked_package_has_a_hash() -> None:
    entries = re.split(r"(?m)^(?=\w)", (ROOT / "requirements.lock").read_text(encoding="utf-8"))
    assert len(entries) > 1
    assert [entry for entry in entries[1:] if "--hash=sha256:" not in entry] == []


def test_the_lock_file_holds_every_declared_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {
        re.split(r"[<>=!~;\[ ]", requirement, maxsplit=1)[0].lower()
        for requirement in [
            *project["build-system"]["requires"],
            *project["project"]["dependencies"],
            *project["dependency-groups"]["dev"],
        ]
    }
    locked = re.findall(
        r"(?m)^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8")
    )
    assert declared - set(locked) == set()
