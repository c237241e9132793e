"""The program to look at, and the desktop's colours as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.paths import user_folders
from tests.accessibility.screens import Tour

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tour(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Tour]:
    before = qapp.palette(), qapp.font()
    yield Tour(qtbot, user_folders(str(home / "data")))
    qapp.setPalette(before[0])
    qapp.setFont(before[1])
