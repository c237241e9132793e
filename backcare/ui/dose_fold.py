"""Which doses a table shows and how: found, in order, and folded where it is narrow.

Unfolded, an exercise is one row. Folded over 4, 2 or 1 columns, its name has a row of its
own and the numbers follow in as many rows as they need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from backcare.core.search import has_all, wanted_words
from backcare.ui.dose_model import (
    FIELDS,
    NAME_COLUMN,
    NOWHERE,
    RESET_COLUMN,
    DoseTableModel,
    Index,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

UNFOLDED = 0
BAND_ROLE = int(Qt.ItemDataRole.UserRole) + 20
"""The number of the exercise in the list: neighbours are told apart by it."""


class FoldedDoses(QAbstractTableModel):
    """The rows of `source` that are wanted, in the order that is wanted, in any fold.

    Signals:
        about_to_change: the last moment at which a number that is edited can be taken.
    """

    about_to_change = Signal()

    def __init__(self, source: DoseTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self._columns = UNFOLDED
        self._wanted_ids: tuple[str, ...] | None = None
        self._words: tuple[str, ...] = ()
        self._rows: list[int] = []
        self._places: dict[int, int] = {}
        self._find()
        source.dataChanged.connect(self._on_changed)

    @property
    def columns(self) -> int:
        """Over how many columns the numbers are folded; `UNFOLDED` is a plain table."""
        return self._columns

    @property
    def exercise_count(self) -> int:
        """How many exercises are shown."""
        return len(self._rows)

    @property
    def lines(self) -> int:
        """How many rows an exercise takes."""
        return 1 + len(FIELDS) // self._columns if self._columns else 1

    def source_row(self, row: int) -> int:
        """The row of `source` that a row here belongs to."""
        return self._rows[row // self.lines]

    def set_search(self, text: str) -> None:
        """Show what has every word of `text` in its name or other names."""
        self._words = wanted_words(text)
        self._renew()

    def set_exercises(self, ids: Iterable[str] | None) -> None:
        """Show only these, in this order; None shows all in the order of the catalogue."""
        wanted = None if ids is None else tuple(ids)
        if wanted != self._wanted_ids:
            self._wanted_ids = wanted
            self._renew()

    def set_columns(self, columns: int) -> None:
        """Fold the numbers over 4, 2 or 1 columns, or not at all."""
        if columns != self._columns:
            self.about_to_change.emit()
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()

    def to_source(self, index: Index) -> QModelIndex:
        """The cell of `source` that stands here; none in a corner that nothing uses."""
        if not index.isValid():
            return QModelIndex()
        column = self._source_column(index.row(), index.column())
        if column is None:
            return QModelIndex()
        return self.source.index(self.source_row(index.row()), column)

    def from_source(self, index: Index) -> QModelIndex:
        """Where a cell of `source` stands here; nowhere if it is not shown."""
        place = self._places.get(index.row()) if index.isValid() else None
        if place is None:
            return QModelIndex()
        line, column = 0, index.column()
        if self._columns:
            line, column = self._folded_place(column)
        return self.index(place * self.lines + line, column)

    def _folded_place(self, column: int) -> tuple[int, int]:
        if column == NAME_COLUMN:
            return 0, 0
        if column == RESET_COLUMN:
            return 0, self._columns
        line, folded = divmod(column - 1, self._columns)
        return 1 + line, folded

    def _source_column(self, row: int, column: int) -> int | None:
        if not self._columns:
            return column
        line = row % self.lines
        if line == 0:
            return RESET_COLUMN if column == self._columns else NAME_COLUMN
        if column == self._columns:
            return None
        return 1 + (line - 1) * self._columns + column

    def _renew(self) -> None:
        self.about_to_change.emit()
        self.beginResetModel()
        self._find()
        self.endResetModel()

    def _find(self) -> None:
        source = self.source
        rows: Iterable[int | None] = range(source.rowCount())
        if self._wanted_ids is not None:
            rows = (source.row_of(each) for each in self._wanted_ids)
        self._rows = [
            row for row in rows if row is not None and has_all(source.haystack(row), self._words)
        ]
        self._places = {row: place for place, row in enumerate(self._rows)}

    def _on_changed(self) -> None:
        if self._rows:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) * self.lines

    def columnCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid():
            return 0
        return self._columns + 1 if self._columns else self.source.columnCount()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == BAND_ROLE and index.isValid():
            return index.row() // self.lines
        return self.source.data(self.to_source(index), role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return self.source.setData(self.to_source(index), value, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return self.source.flags(self.to_source(index))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        column = section + 1 if self._columns else section
        return self.source.headerData(column, orientation, role)
