"""Strict reading of whole files: the shipped one, the person's own, and checking any."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING

from backcare.core.errors import InputRefusedError, Problem
from backcare.store import compiled, pose_library
from backcare.store.catalogue import exercises_in, read_catalogue
from backcare.store.pose_reader import read_pose_ids, read_poses
from backcare.store.safe_file import MAX_USER_BYTES
from backcare.store.yaml_reader import Node, parse_tree, read_tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.core.exercise import Exercise
    from backcare.core.routine import Catalogue
    from backcare.figure.pose import Pose
    from backcare.store.illustration_reader import PoseIds

SHIPPED_NAME = "exercises.yaml"
SHIPPED_MAX_BYTES = 1024 * 1024


def read_shipped(data: bytes, source: str, poses: str) -> Catalogue:
    """The shipped file. `poses` is the path of the file of poses that exercises may name.

    Raises:
        InputRefusedError: it has mistakes.
    """
    tree = parse_tree(data, source, max_bytes=SHIPPED_MAX_BYTES)
    return read_catalogue(tree, source, pose_ids=_ids_in(poses))


def read_shipped_poses(data: bytes, source: str) -> dict[str, Pose]:
    """The shipped file of poses.

    Raises:
        InputRefusedError: it has mistakes.
    """
    return read_poses(parse_tree(data, source, max_bytes=SHIPPED_MAX_BYTES), source)


def read_own(
    shipped: Catalogue, files: dict[str, bytes], poses: str
) -> tuple[Catalogue, tuple[str, ...]]:
    """The shipped catalogue with own files added, and what was wrong with some.

    A file may refer to what another defines, whichever comes first by name, and to what is
    in the file of poses at the path `poses`.
    """
    trees: dict[str, Node] = {}
    problems: list[Problem] = []
    for path, data in files.items():
        try:
            trees[path] = parse_tree(data, path)
        except InputRefusedError as error:
            problems += error.problems
    catalogue, refused = _add(shipped, trees, _ids_in(poses))
    for found in refused.values():
        problems += found
    return catalogue, tuple(str(problem) for problem in problems)


def check_files(
    paths: Sequence[str], shipped: Catalogue, poses: str
) -> dict[str, tuple[Problem, ...]]:
    """What is wrong with each of some files; nothing for those that are all right.

    They are checked as if all of them stood among the person's own. A file named as the
    shipped one may instead be right by itself. `poses` is the path of the file of poses.
    """
    pose_ids = _ids_in(poses)
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
    for path, problems in _add(shipped, trees, pose_ids)[1].items():
        is_shipped = _may_be_shipped(path)
        alone = _problems_alone(trees[path], path, pose_ids) if is_shipped else problems
        found[path] = min(problems, alone, key=len)
    return {path: found[first_names[os.path.realpath(path)]] for path in found}


def _may_be_shipped(path: str) -> bool:
    return os.path.basename(path) == SHIPPED_NAME


def _ids_in(poses: str) -> PoseIds:
    """Gives the ids of a file of poses; the file is read when that is first called."""

    def read() -> frozenset[str]:
        return read_pose_ids(read_tree(poses, max_bytes=SHIPPED_MAX_BYTES), poses)

    return functools.cache(read)


def _problems_alone(tree: Node, path: str, pose_ids: PoseIds) -> tuple[Problem, ...]:
    try:
        read_catalogue(tree, path, pose_ids=pose_ids)
    except InputRefusedError as error:
        return error.problems
    return ()


def _add(
    base: Catalogue, trees: dict[str, Node], pose_ids: PoseIds
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
                catalogue = read_catalogue(tree, path, catalogue, peers, pose_ids)
            except InputRefusedError as error:
                refused[path] = error.problems
        if len(refused) == before:
            return catalogue, refused
        good = {path: tree for path, tree in good.items() if path not in refused}


def write_shipped(source: str, target: str, poses: str) -> None:
    """Compile the shipped file; used when a wheel or a package is built.

    Raises:
        InputRefusedError: the source has mistakes.
        OSError: a file could not be read or written.
    """
    with open(source, "rb") as file:
        data = file.read()
    catalogue = read_shipped(data, os.path.basename(source), poses)
    compiled.save(target, compiled.key_of([data]), catalogue)


def write_shipped_poses(source: str, target: str) -> None:
    """Compile the shipped poses; used when a wheel or a package is built.

    Raises:
        InputRefusedError: the source has mistakes.
        OSError: a file could not be read or written.
    """
    with open(source, "rb") as file:
        data = file.read()
    poses = read_shipped_poses(data, os.path.basename(source))
    pose_library.save_poses(target, pose_library.key_of_poses(data), poses)
