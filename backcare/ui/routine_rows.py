"""What the list of routines shows: its rows as values, and Qt's model of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from backcare.core.exercise import Illustration

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class RoutineRow:
    """A row: a routine, or with an empty id a heading.

    Attributes:
        illustration: the picture before the name, or None.
        icon: the symbol there, where there is no picture; may be empty.
    """

    id: str
    name: str
    line: str = ""
    illustration: Illustration | None = None
    icon: str = ""


class RoutineModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RoutineRow, ...] = ()

    def set_rows(self, rows: tuple[RoutineRow, ...]) -> None:
        """Show other rows. Rows whose number and order stay keep the selection."""
        if rows and [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """The row of a routine; -1 where there is none."""
        return next((i for i, row in enumerate(self._rows) if row.id and row.id == name), -1)

    def ends(self) -> tuple[int, int]:
        """The first and the last row that can be chosen; -1 where there is none."""
        places = [place for place, row in enumerate(self._rows) if row.id]
        return (places[0], places[-1]) if places else (-1, -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}, {row.line}" if row.line else row.name
        if role == Qt.ItemDataRole.ToolTipRole and row.id:
            return row.name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self._rows[index.row()].id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
