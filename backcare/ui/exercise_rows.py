"""What the list of exercises shows: its rows as values, and Qt's model of those that fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from backcare.core.exercise import Illustration, Position
from backcare.core.search import EVERYTHING, Traits, Wanted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()
NO_TRAITS = Traits()


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One card.

    Attributes:
        key: tells the card from all others of the list; an exercise may stand twice.
        number: its place in the routine; 0 shows none.
        line: the dose, or where the body is.
        heading: the section that begins with it, or empty.
        mark: a short remark such as "changed by you", or empty.
        traits: what it is found by.
        is_changed: the person has changed its dose.
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
    traits: Traits = NO_TRAITS
    is_changed: bool = False
    chair: bool = False
    illustration: Illustration | None = None


class ExerciseModel(QAbstractListModel):
    """Those cards of a routine, or of the whole catalogue, that are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExerciseRow, ...] = ()
        self._shown: list[int] = []
        self._wanted = EVERYTHING

    @property
    def rows(self) -> tuple[ExerciseRow, ...]:
        """All cards, wanted or not."""
        return self._rows

    @property
    def shown(self) -> list[int]:
        """The places in `rows` of the cards that are shown."""
        return self._shown

    @property
    def is_filtering(self) -> bool:
        return self._wanted != EVERYTHING

    def row(self, index: Index) -> ExerciseRow:
        """The card at `index`, which is valid."""
        return self._rows[self._shown[index.row()]]

    def place_of(self, key: str) -> int:
        """Where a card is shown; -1 where it is not."""
        places = (n for n, row in enumerate(self._shown) if self._rows[row].key == key)
        return next(places, -1)

    def set_rows(self, rows: tuple[ExerciseRow, ...]) -> bool:
        """Show other cards; returns False where only the words of the same cards change.

        Of the same cards, what has been found stays: nobody loses the card at work on.
        """
        same = [row.key for row in rows] == [row.key for row in self._rows]
        shown = self._fitting(rows)
        if same:
            shown = sorted({*shown, *self._shown})
        if rows and same and shown == self._shown:
            self._rows = rows
            if shown:
                self.dataChanged.emit(self.index(0), self.index(len(shown) - 1))
            return False
        self.beginResetModel()
        self._rows, self._shown = rows, shown
        self.endResetModel()
        return not same

    def set_wanted(self, wanted: Wanted) -> bool:
        """Show only what is wanted; returns whether that changes anything."""
        if wanted == self._wanted:
            return False
        self._wanted = wanted
        self.beginResetModel()
        self._shown = self._fitting(self._rows)
        self.endResetModel()
        return True

    def _fitting(self, rows: tuple[ExerciseRow, ...]) -> list[int]:
        fits = self._wanted.fits
        return [place for place, row in enumerate(rows) if fits(row.traits)]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            number = f"{row.number}. " if row.number else ""
            return ", ".join(part for part in (number + row.name, row.line, row.mark) if part)
        return None
