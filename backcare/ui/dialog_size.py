"""How large a dialog may be, so that it is whole on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

FRAME_PX = QSize(16, 48)
"""What a window's frame takes at most, where it cannot be asked."""


def room_for(dialog: QDialog) -> QSize:
    """How large `dialog` may be on its screen, which its frame shares."""
    frame, parent = FRAME_PX, dialog.parentWidget()
    if parent is not None:
        outside = parent.window()
        frame = frame.expandedTo(outside.frameGeometry().size() - outside.size())
    return dialog.screen().availableSize() - frame


def open_at_size(dialog: QDialog, wanted: QSize, least: QSize) -> None:
    """Give `dialog` the size that is wanted, and a least one, as far as there is room."""
    room = room_for(dialog)
    dialog.setMinimumSize(least.boundedTo(room))
    dialog.resize(wanted.boundedTo(room))
