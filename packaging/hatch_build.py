"""Adds the exercises, the resources and the compiled catalogue to the wheel."""

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
        compiled = Path(self._scratch.name, "catalogue.json")
        _write_compiled(root, compiled)
        included = build_data["force_include"]
        for source, target in INSTALLED_AS.items():
            included[str(root / source)] = target
        included[str(compiled)] = CATALOGUE


def _write_compiled(root: Path, target: Path) -> None:
    """Compile the catalogue with the very source that is being packed."""
    sys.path.insert(0, str(root))
    try:
        reading = importlib.import_module("backcare.store.reading")
        reading.write_shipped(str(root / "exercises.yaml"), str(target))
    finally:
        sys.path.remove(str(root))
