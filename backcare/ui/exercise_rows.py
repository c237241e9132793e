"""What the list of exercises shows: its rows as values, Qt's model of them, and the filter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from backcare.core.exercise import Illustration, Position
from backcare.core.search import has_all, wanted_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One card.

    Attributes:
        key: tells the card from all others of the list; an exercise may stand twice.
        number: its place in the routine; 0 shows none.
        line: the dose, or where the body is.
        heading: the section that begins with it, or empty.
        mark: a short remark such as "changed by you", or empty.
        haystack: what it is found by (core.search.search_text).
        chair: a sign for sitting has one.
        illustration: its picture; None where there is but the sign of its position.
    """

    key: str
    exercise: str
    number: int
    name: str
    line: str
    position: Position
    heading: str = ""
    mark: str = ""
    haystack: str = ""
    chair: bool = False
    illustration: Illustration | None = None


class ExerciseModel(QAbstractListModel):
    """The cards of one routine, or of the whole catalogue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExerciseRow, ...] = ()

    @property
    def rows(self) -> tuple[ExerciseRow, ...]:
        return self._rows

    def set_rows(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Show other cards; where only their words change, the choice stays."""
        if rows and [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

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
            number = f"{row.number}. " if row.number else ""
            return ", ".join(part for part in (number + row.name, row.line, row.mark) if part)
        return None


class ExerciseFilter(QSortFilterProxyModel):
    """Lets through what matches the typed words and the chosen position."""

    def __init__(self, cards: ExerciseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.setSourceModel(cards)
        self._query: tuple[str, ...] = ()
        self._position: Position | None = None

    @property
    def is_filtering(self) -> bool:
        return bool(self._query) or self._position is not None

    def set_filter(self, query: str, position: Position | None) -> None:
        self._query, self._position = wanted_words(query), position
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        del source_parent
        row = self._cards.rows[source_row]
        if self._position is not None and row.position is not self._position:
            return False
        return has_all(row.haystack, self._query)
