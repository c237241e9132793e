"""Adds the exercises, the resources and the compiled catalogue and poses to the wheel."""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSTALLED_AS = {
    "exercises.yaml": "backcare/data/exercises.yaml",
    "resources": "backcare/data/resources",
}
CATALOGUE = "backcare/data/catalogue.json"
POSES = "backcare/data/resources/figure/poses.json"


class DataHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts what lies beside the package in a checkout inside it in a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to add; an editable install reads the checkout and gets none."""
        if version == "editable":
            return
        root = Path(self.root)
        # removed with this object, once the wheel is written or its making has failed
        self._scratch = tempfile.TemporaryDirectory(prefix="backcare-build-")
        catalogue, poses = (Path(self._scratch.name, name) for name in ("catalogue", "poses"))
        _write_compiled(root, catalogue, poses)
        included = build_data["force_include"]
        for source, target in INSTALLED_AS.items():
            included[str(root / source)] = target
        included[str(catalogue)] = CATALOGUE
        included[str(poses)] = POSES


def _write_compiled(root: Path, catalogue: Path, poses: Path) -> None:
    """Compile the catalogue and the poses with the very source that is being packed."""
    sys.path.insert(0, str(root))
    try:
        reading = importlib.import_module("backcare.store.reading")
        source = str(root / "resources" / "figure" / "poses.yaml")
        reading.write_shipped(str(root / "exercises.yaml"), str(catalogue), source)
        reading.write_shipped_poses(source, str(poses))
    finally:
        sys.path.remove(str(root))
