"""A dialog that only tells something: it stops nothing, and scrolls where it has to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backcare.ui.controls import PillButton, SlimScrollBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

AROUND = 40
"""Of the screen, left free by the largest dialog, in pixels."""


class InfoDialog(QDialog):
    """`size` is what it takes at most, in text heights."""

    def __init__(self, title: str, body: QWidget, size: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBar(SlimScrollBar())
        self.area.setAccessibleName(title)
        self.area.setWidget(body)
        self.close_button = PillButton(self.tr("Close"))
        self.close_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(18, 8, 18, 0)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(self.area, 1)
        column.addLayout(buttons)
        self._screen = parent.screen()
        self.resize(self._room_for(body.layout(), size))
        self.close_button.setFocus()

    def _room_for(self, body: QLayout | None, size: tuple[int, int]) -> QSize:
        em = self.fontMetrics().height()
        width, height = size[0] * em, size[1] * em
        if body is not None:
            inner = width - SlimScrollBar.WIDTH
            foot = self.close_button.sizeHint().height() + 30
            height = min(height, body.totalHeightForWidth(inner) + foot)
        room = self._screen.availableSize() - QSize(AROUND, AROUND)
        return QSize(width, height).boundedTo(room)
