from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backcare.ui.button_bar import ButtonBar
from backcare.ui.controls import PillButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Holder(QWidget):
    """A bar at the bottom of a window, as in a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.restore = PillButton("Restore defaults")
        self.ok = PillButton("OK")
        self.cancel = PillButton("Cancel")
        self.bar = ButtonBar([self.restore], [self.ok, self.cancel])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QWidget(), 1)
        layout.addWidget(self.bar)

    def at(self, width: int) -> None:
        self.resize(width, 300)
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


@pytest.fixture
def holder(qtbot: QtBot) -> Holder:
    made = Holder()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_with_room_they_stand_in_one_line_at_both_ends(holder: Holder) -> None:
    holder.at(800)
    assert holder.restore.x() == 0
    assert holder.cancel.geometry().right() == holder.bar.width() - 1
    assert holder.restore.y() == holder.ok.y() == holder.cancel.y()
    assert holder.bar.height() == holder.ok.height()


def test_without_room_those_of_the_end_come_first(holder: Holder) -> None:
    holder.at(260)
    assert holder.ok.y() == holder.cancel.y() == 0
    assert holder.restore.y() > holder.ok.geometry().bottom()
    assert holder.restore.geometry().bottom() <= holder.bar.height()


def test_in_a_very_narrow_bar_each_has_a_line_and_none_is_cut_off(holder: Holder) -> None:
    holder.at(120)
    assert holder.ok.y() < holder.cancel.y() < holder.restore.y()
    assert holder.restore.width() <= 120
    assert holder.restore.sizeHint().width() <= 125  # drawn smaller
    holder.at(800)
    assert holder.restore.width() == holder.restore.sizeHint().width()


def test_a_hidden_button_takes_no_room(holder: Holder) -> None:
    holder.at(800)
    before = holder.ok.x()
    holder.cancel.hide()
    holder.at(801)
    assert holder.ok.x() > before


def test_from_right_to_left_it_is_mirrored(holder: Holder) -> None:
    holder.bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    holder.at(800)
    assert holder.restore.geometry().right() == holder.bar.width() - 1
    assert holder.cancel.x() == 0


def test_it_follows_the_size_of_text(holder: Holder) -> None:
    holder.at(500)
    before = holder.bar.height()
    face = holder.font()
    face.setPointSizeF(face.pointSizeF() * 2)
    holder.setFont(face)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert holder.bar.height() > 1.5 * before


def test_an_empty_bar_has_no_height(qtbot: QtBot) -> None:
    bar = ButtonBar([], [])
    qtbot.addWidget(bar)
    assert bar.heightForWidth(300) == 0


def test_tab_goes_through_those_of_the_end_first(holder: Holder) -> None:
    holder.ok.setFocus()
    holder.focusNextChild()
    assert holder.cancel.hasFocus()
    holder.focusNextChild()
    assert holder.restore.hasFocus()
