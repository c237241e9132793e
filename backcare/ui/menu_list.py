"""A list whose rows have a menu: by a right click, the menu key, or Shift+F10."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView


class MenuList(QListView):
    """Asks for the menu of the current row, which a right click chooses first.

    Signals:
        menu_wanted: the person asks what can be done with the current row; carries the
            place on the screen.
    """

    menu_wanted = Signal(QPoint)

    def has_menu(self, index: QModelIndex) -> bool:
        """Whether there is anything to be done with a row."""
        return index.isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_F10 and shifted:
            self._want_menu_at_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self._want_menu_at_current()
            return
        index = self.indexAt(event.pos())
        if self.has_menu(index):
            self.setCurrentIndex(index)
            self.menu_wanted.emit(event.globalPos())

    def _want_menu_at_current(self) -> None:
        index = self.currentIndex()
        if self.has_menu(index):
            place = self.visualRect(index).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
