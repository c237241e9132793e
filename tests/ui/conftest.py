"""What tests of widgets share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from backcare.core.settings import Settings, Theme
from backcare.ui.appearance import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.pages import TextSize


@pytest.fixture
def text_size(qapp: QApplication) -> Iterator[TextSize]:
    """Gives the whole program text of so many per cent; the next test has the usual one."""
    palette, font = qapp.palette(), qapp.font()
    appearance = Appearance()

    def wear(percent: int) -> None:
        appearance.wear(Settings(theme=Theme.LIGHT, text_percent=percent))
        QApplication.processEvents()  # widgets learn of it one after the other

    yield wear
    QApplication.setPalette(palette)
    QApplication.setFont(font)
