"""The catalogue that ships with the program, read anew from its source once per run."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from backcare.store.reading import read_shipped, read_shipped_poses

if TYPE_CHECKING:
    from backcare.core.routine import Catalogue
    from backcare.figure.pose import Pose

SOURCE = Path(__file__).resolve().parent.parent / "exercises.yaml"
POSES = SOURCE.parent / "resources" / "figure" / "poses.yaml"


@functools.cache
def shipped_catalogue() -> Catalogue:
    """The shipped exercises and routines."""
    return read_shipped(SOURCE.read_bytes(), SOURCE.name, str(POSES))


@functools.cache
def shipped_poses() -> dict[str, Pose]:
    """The shipped poses by id."""
    return read_shipped_poses(POSES.read_bytes(), POSES.name)
