"""What every test shares: no display, no real home folder, no surprise from chance."""

from __future__ import annotations

import gc
import itertools
import os
from typing import TYPE_CHECKING

# Before anything imports PySide6: without a display Qt would abort the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QDir, QEvent, Qt
from PySide6.QtGui import QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from backcare.paths import shipped
from backcare.ui.appearance import nothing_collected
from backcare.ui.icons import SEARCH_PATH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QDir.addSearchPath(SEARCH_PATH, shipped("resources/icons"))

# The same examples on every machine: what is green here, and covered here, is so elsewhere.
settings.register_profile(
    "repeatable",
    deadline=None,
    database=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("searching", deadline=None, derandomize=False)
settings.load_profile("searching" if os.environ.get("BACKCARE_SEARCH") else "repeatable")

XDG_FOLDERS = {
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
}


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Endless empty folders, one per test (mktemp slows down with their number)."""
    base = tmp_path_factory.mktemp("homes")
    return (base / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def _undressed() -> Iterator[None]:
    """A program dresses the whole application; the next test finds it plain."""
    yield
    if QApplication.instance() is None:
        return
    plain = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    wears_font = QApplication.font() != plain
    if wears_font or QApplication.testAttribute(Qt.ApplicationAttribute.AA_SetPalette):
        # What a test has left is freed before Qt tells every widget, and not meanwhile.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        with nothing_collected():
            if wears_font:
                QApplication.setFont(plain)
            QApplication.setPalette(QPalette())
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, so that no test reads or writes the person's.

    As in a new account, none of the folders for settings and data exists yet.
    """
    folder = next(_homes)
    runtime = folder / "run"
    runtime.mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    for variable, below in XDG_FOLDERS.items():
        monkeypatch.setenv(variable, str(folder / below))
    return folder
