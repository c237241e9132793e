from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from backcare.ui.dropdown import Dropdown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

# A panel of its own asks the window system for more than the offscreen one has.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.mark.parametrize("may_cover", [False, True])
def test_what_fits_neither_below_nor_above_may_cover_what_was_pressed(
    qtbot: QtBot, may_cover: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.setGeometry(room)
    anchor = QWidget(window)
    anchor.setGeometry(0, room.height() // 2, 100, 30)
    window.show()
    dropdown = Dropdown(QWidget(), window)
    wanted = room.height() - 60
    dropdown.open_below(anchor, QSize(200, wanted), may_cover=may_cover)
    at = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
    assert room.contains(dropdown.geometry())
    assert (dropdown.height() >= wanted) is may_cover
    assert dropdown.geometry().intersects(at) is may_cover
    dropdown.close()
