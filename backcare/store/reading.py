"""Strict reading of whole files: the shipped one, the person's own, and checking any."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from backcare.core.errors import InputRefusedError, Problem
from backcare.store import compiled
from backcare.store.catalogue import exercises_in, read_catalogue
from backcare.store.safe_file import MAX_USER_BYTES
from backcare.store.yaml_reader import Node, parse_tree, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.core.exercise import Exercise
    from backcare.core.routine import Catalogue

SHIPPED_NAME = "exercises.yaml"
SHIPPED_MAX_BYTES = 1024 * 1024


def read_shipped(data: bytes, source: str) -> Catalogue:
    """The shipped file.

    Raises:
        InputRefusedError: it has mistakes.
    """
    return read_catalogue(parse_tree(data, source, max_bytes=SHIPPED_MAX_BYTES), source)


def read_own(shipped: Catalogue, files: dict[str, bytes]) -> tuple[Catalogue, tuple[str, ...]]:
    """The shipped catalogue with own files added, and what was wrong with some.

    A file may refer to what another defines, whichever comes first by name.
    """
    trees: dict[str, Node] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        try:
            trees[path] = parse_tree(data, path)
        except InputRefusedError as error:
            problems += error.problems
    catalogue, refused = _add(shipped, trees)
    for found in refused.values():
        problems += found
    return catalogue, tuple(str(problem) for problem in problems)


def check_files(paths: Sequence[str], shipped: Catalogue) -> dict[str, tuple[Problem, ...]]:
    """What is wrong with each of some files; nothing for those that are all right.

    They are checked as if all of them stood among the person's own. A file named as the
    shipped one may instead be right by itself.
    """
    found: dict[str, tuple[Problem, ...]] = dict.fromkeys(paths, ())
    trees: dict[str, Node] = {}
    first_names: dict[str, str] = {}
    for path in found:
        first = first_names.setdefault(os.path.realpath(path), path)
        if first != path:
            continue  # the same file under another name
        size = SHIPPED_MAX_BYTES if _may_be_shipped(path) else MAX_USER_BYTES
        try:
            trees[path] = read_tree(path, max_bytes=size)
        except InputRefusedError as error:
            found[path] = error.problems
    for path, problems in _add(shipped, trees)[1].items():
        alone = _problems_alone(trees[path], path) if _may_be_shipped(path) else problems
        found[path] = min(problems, alone, key=len)
    return {path: found[first_names[os.path.realpath(path)]] for path in found}


def _may_be_shipped(path: str) -> bool:
    return os.path.basename(path) == SHIPPED_NAME


def _problems_alone(tree: Node, path: str) -> tuple[Problem, ...]:
    try:
        read_catalogue(tree, path)
    except InputRefusedError as error:
        return error.problems
    return ()


def _add(
    base: Catalogue, trees: dict[str, Node]
) -> tuple[Catalogue, dict[str, tuple[Problem, ...]]]:
    """`base` with all files that are right; gives what is wrong with the others.

    A file may refer to what another defines, in both directions. When one is refused,
    those that need it are looked at again without it.
    """
    good = dict(trees)
    refused: dict[str, tuple[Problem, ...]] = {}
    while True:
        peers: dict[str, Exercise] = {}
        for tree in good.values():
            peers |= exercises_in(tree, base)
        catalogue, before = base, len(refused)
        for path, tree in good.items():
            try:
                catalogue = read_catalogue(tree, path, catalogue, peers)
            except InputRefusedError as error:
                refused[path] = error.problems
        if len(refused) == before:
            return catalogue, refused
        good = {path: tree for path, tree in good.items() if path not in refused}


def write_shipped(source: str, target: str) -> None:
    """Compile the shipped file; used when a wheel or a package is built.

    Raises:
        InputRefusedError: the source has mistakes.
        OSError: a file could not be read or written.
    """
    with open(source, "rb") as file:
        data = file.read()
    compiled.save(target, compiled.key_of([data]), read_shipped(data, os.path.basename(source)))
