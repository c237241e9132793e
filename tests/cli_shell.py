"""The command line as somebody at a shell sees it."""

from __future__ import annotations

import functools
import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from backcare.cli import DONE, main
from backcare.store.reading import write_shipped
from tests.shipped import POSES, SOURCE

if TYPE_CHECKING:
    import pytest


def run(arguments: list[str]) -> int:
    """The exit code, however it is given."""
    try:
        return main(arguments)
    except SystemExit as leaving:
        return int(leaving.code or 0)


class Shell:
    """Runs commands with everything in one folder, and keeps what they print."""

    def __init__(self, data: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capture = capture

    def __call__(self, *arguments: str, data: Path | None = None) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        code = run([*arguments, "--data", str(data or self.data)])
        out, err = self._capture.readouterr()
        return code, out, err

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - what JSON holds
        code, out, err = self(*arguments, "--json")
        assert (code, err) == (DONE, "")
        assert out.endswith("}\n")
        assert out.count("\n") == 1
        return json.loads(out)

    def own(self, name: str, text: str) -> Path:
        """Put a file among the person's own."""
        path = self.data / "exercises" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path


@functools.cache
def _compiled() -> bytes:
    """The shipped catalogue, compiled once for all tests."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "catalogue.json")
        write_shipped(str(SOURCE), path, str(POSES))
        return Path(path).read_bytes()


def fresh_shell(folder: Path, capture: pytest.CaptureFixture[str]) -> Shell:
    """A shell with a new folder for everything, in which only the catalogue is compiled."""
    cache = folder / "data" / "cache"
    cache.mkdir(parents=True)
    (cache / "catalogue.json").write_bytes(_compiled())
    return Shell(folder / "data", capture)
