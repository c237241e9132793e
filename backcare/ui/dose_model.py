"""The doses of all exercises as a table model, and a filter for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRegularExpression,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from backcare.core.dose_sheet import DoseSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from backcare.core.dose import DoseOverride
    from backcare.core.exercise import Exercise
    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue

Index = QModelIndex | QPersistentModelIndex

FIELDS = ("hold_seconds", "reps", "sets", "rest_seconds")
IN_SECONDS = ("hold_seconds", "rest_seconds")
OVERRIDDEN_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LIMITS_ROLE = int(Qt.ItemDataRole.UserRole) + 2
SEARCH_ROLE = int(Qt.ItemDataRole.UserRole) + 3
NOWHERE = QModelIndex()


class DoseTableModel(QAbstractTableModel):
    """One row per exercise; column 0 its name, then hold, reps, sets and rest.

    `dose_for` gives the dose of an exercise when the person sets none for it.

    Signals:
        overrides_changed: the person's own numbers are others now.
    """

    overrides_changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        dose_for: Callable[[str], PlannedDose],
        overrides: Mapping[str, DoseOverride] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheet = DoseSheet(catalogue, dose_for, overrides or {})
        self._exercises = self._sheet.exercises
        self._rows = {exercise.id: row for row, exercise in enumerate(self._exercises)}

    def overrides(self) -> dict[str, DoseOverride]:
        return self._sheet.overrides()

    def set_overrides(self, overrides: Mapping[str, DoseOverride]) -> None:
        if overrides != self._sheet.overrides():
            self._sheet.set_overrides(overrides)
            self._announce()

    def refresh(self) -> None:
        """Ask for all doses anew: what they rest on has changed."""
        self._sheet.forget_doses()
        self._announce_cells()

    def row_of(self, exercise_id: str) -> int | None:
        return self._rows.get(exercise_id)

    def overridden_rows(self) -> set[int]:
        return {self._rows[name] for name in self._sheet.overrides() if name in self._rows}

    def reset_cells(self, indexes: Iterable[Index]) -> None:
        """Give up the person's own numbers in these cells."""
        before = self._sheet.overrides()
        for index in indexes:
            if index.column() > 0:
                self._sheet.put(*self._place(index), None)
        if self._sheet.overrides() != before:
            self._announce()

    def reset_rows(self, rows: Iterable[int]) -> None:
        gone = {self._exercises[row].id for row in rows}
        kept = {key: own for key, own in self._sheet.overrides().items() if key not in gone}
        self.set_overrides(kept)

    def _announce(self) -> None:
        self._announce_cells()
        self.overrides_changed.emit()

    def _announce_cells(self) -> None:
        if self._exercises:
            last = self.index(len(self._exercises) - 1, len(FIELDS))
            self.dataChanged.emit(self.index(0, 1), last)

    def _place(self, index: Index) -> tuple[Exercise, str]:
        return self._exercises[index.row()], FIELDS[index.column() - 1]

    def _text(self, field: str, number: int) -> str:
        if field in IN_SECONDS:
            return self.tr("{seconds} s").format(seconds=number)
        return str(number)

    def _name_cell(self, exercise: Exercise, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return exercise.name
            case _ if role == SEARCH_ROLE:
                return " ".join((exercise.name, *exercise.aliases))
        return None

    def _cell(self, exercise: Exercise, field: str, role: int) -> object:
        own = self._sheet.own(exercise, field)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(field, self._sheet.number(exercise, field))
            case Qt.ItemDataRole.EditRole:
                return self._sheet.number(exercise, field)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self._text(field, self._sheet.number(exercise, field))
                return text if own is None else self.tr("{value}, changed").format(value=text)
            case Qt.ItemDataRole.ToolTipRole if own is not None:
                without = self._text(field, self._sheet.without_own(exercise, field))
                return self.tr("Your own number. Without it: {value}").format(value=without)
            case Qt.ItemDataRole.FontRole if own is not None:
                font = QFont()
                font.setBold(True)
                return font
        return {
            OVERRIDDEN_ROLE: own is not None,
            LIMITS_ROLE: self._sheet.limits(exercise, field),
        }.get(role)

    def _meaningless_cell(self, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–"
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.tr("Has no meaning for this exercise")
        return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._exercises)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1 + len(FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if index.column() == 0:
            return self._name_cell(self._exercises[index.row()], role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        exercise, field = self._place(index)
        if self._sheet.applies(exercise, field):
            return self._cell(exercise, field, role)
        return self._meaningless_cell(role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= len(FIELDS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = [self.tr("Exercise"), self.tr("Hold"), self.tr("Reps"), self.tr("Sets")]
        return [*names, self.tr("Rest")][section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() > 0 and self._sheet.applies(*self._place(index)):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        exercise, field = self._place(index)
        low, high = self._sheet.limits(exercise, field)
        if not isinstance(value, int) or not low <= value <= high:
            return False
        if value == self._sheet.number(exercise, field):  # opened and closed: nothing chosen
            return False
        self._sheet.put(exercise, field, value)
        self._announce()
        return True


class DoseFilter(QSortFilterProxyModel):
    """The rows whose exercise has every word of the search in its name or other names."""

    def __init__(self, model: DoseTableModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setFilterRole(SEARCH_ROLE)
        self.setSourceModel(model)

    def set_search(self, text: str) -> None:
        words = (QRegularExpression.escape(word) for word in text.split())
        pattern = QRegularExpression("".join(f"(?=.*{word})" for word in words))
        pattern.setPatternOptions(QRegularExpression.PatternOption.CaseInsensitiveOption)
        self.setFilterRegularExpression(pattern)
