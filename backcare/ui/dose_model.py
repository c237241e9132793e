"""The doses of all exercises as a table model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont

from backcare.core.dose_sheet import DoseSheet
from backcare.core.search import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from backcare.core.dose import DoseOverride
    from backcare.core.exercise import Exercise
    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue

Index = QModelIndex | QPersistentModelIndex

FIELDS = ("hold_seconds", "reps", "sets", "rest_seconds")
IN_SECONDS = ("hold_seconds", "rest_seconds")
NAME_COLUMN = 0
RESET_COLUMN = 1 + len(FIELDS)
OVERRIDDEN_ROLE = int(Qt.ItemDataRole.UserRole) + 1
LIMITS_ROLE = int(Qt.ItemDataRole.UserRole) + 2
EXERCISE_ROLE = int(Qt.ItemDataRole.UserRole) + 3
FIELD_ROLE = int(Qt.ItemDataRole.UserRole) + 4
FIELD_NAME_ROLE = int(Qt.ItemDataRole.UserRole) + 5
TITLE_ROLE = int(Qt.ItemDataRole.UserRole) + 6
NOWHERE = QModelIndex()


class DoseTableModel(QAbstractTableModel):
    """One row per exercise: its name, then hold, reps, sets and rest, and the way back.

    `dose_for` gives the dose of an exercise when the person sets none for it. Roles of
    our own: the exercise's id, the field of `DoseOverride` (or "name", "reset") with its
    name in words, both as a title, its limits, and whether the person has changed it.

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
        self._haystacks = tuple(
            folded(" ".join((exercise.name, *exercise.aliases))) for exercise in self._exercises
        )

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

    def haystack(self, row: int) -> str:
        """All that the exercise of a row can be found by, folded as `core.search` does."""
        return self._haystacks[row]

    def overridden_rows(self) -> set[int]:
        return {self._rows[name] for name in self._sheet.overrides() if name in self._rows}

    def reset_cells(self, indexes: Iterable[Index]) -> None:
        """Give up the person's own numbers in these cells; the last column stands for all."""
        before = self._sheet.overrides()
        for index in indexes:
            fields = FIELDS if index.column() == RESET_COLUMN else (self._field(index),)
            for field in FIELDS:
                if field in fields:
                    self._sheet.put(self._exercises[index.row()], field, None)
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
            last = self.index(len(self._exercises) - 1, RESET_COLUMN)
            self.dataChanged.emit(self.index(0, 1), last)

    def _field(self, index: Index) -> str:
        return ("name", *FIELDS, "reset")[index.column()]

    def _field_name(self, column: int) -> str:
        names = [self.tr("Exercise"), self.tr("Hold"), self.tr("Reps"), self.tr("Sets")]
        return [*names, self.tr("Rest"), self.tr("Reset")][column]

    def _text(self, field: str, number: int) -> str:
        if field in IN_SECONDS:
            return self.tr("{seconds} s").format(seconds=number)
        return str(number)

    def _name_cell(self, exercise: Exercise, role: int) -> object:
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
        return exercise.name if is_text else None

    def _reset_cell(self, exercise: Exercise, role: int) -> object:
        changed = exercise.id in self._sheet.overrides()
        match role:
            case _ if role == OVERRIDDEN_ROLE:
                return changed
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole if changed:
                return self.tr("Reset {exercise}").format(exercise=exercise.name)
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self.tr("{exercise}, nothing to reset")
                return text.format(exercise=exercise.name)
        return None

    def _cell(self, exercise: Exercise, field: str, role: int) -> object:
        own = self._sheet.own(exercise, field)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(field, self._sheet.number(exercise, field))
            case Qt.ItemDataRole.EditRole:
                return self._sheet.number(exercise, field)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(exercise, field)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._explained(exercise, field)
            case Qt.ItemDataRole.FontRole if own is not None:
                font = QFont()
                font.setBold(True)
                return font
        return {
            OVERRIDDEN_ROLE: own is not None,
            LIMITS_ROLE: self._sheet.limits(exercise, field),
        }.get(role)

    def _spoken(self, exercise: Exercise, field: str) -> str:
        """For a screen reader, which reads one cell at a time."""
        text = self.tr("{exercise}, {field}, {value}")
        if self._sheet.own(exercise, field) is not None:
            text = self.tr("{exercise}, {field}, {value}, changed")
        return text.format(
            exercise=exercise.name,
            field=self._field_name(1 + FIELDS.index(field)).lower(),
            value=self._text(field, self._sheet.number(exercise, field)),
        )

    def _explained(self, exercise: Exercise, field: str) -> str:
        low, high = self._sheet.limits(exercise, field)
        bounds = self.tr("From {low} to {high}.")
        bounds = bounds.format(low=low, high=self._text(field, high))
        without = self._text(field, self._sheet.without_own(exercise, field))
        text = self.tr("Default: {value}. {bounds}")
        if self._sheet.own(exercise, field) is not None:
            text = self.tr("Your own number. Without it: {value}. {bounds}")
        return text.format(value=without, bounds=bounds)

    def _meaningless_cell(self, exercise: Exercise, field: str, role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return "–"
            case Qt.ItemDataRole.ToolTipRole:
                return self.tr("Has no meaning for this exercise")
            case Qt.ItemDataRole.AccessibleTextRole:
                text = self.tr("{exercise}, {field}, has no meaning")
                name = self._field_name(1 + FIELDS.index(field)).lower()
                return text.format(exercise=exercise.name, field=name)
        return None

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._exercises)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else RESET_COLUMN + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        exercise, field = self._exercises[index.row()], self._field(index)
        own = {
            EXERCISE_ROLE: exercise.id,
            FIELD_ROLE: field,
            FIELD_NAME_ROLE: self._field_name(index.column()),
            TITLE_ROLE: f"{exercise.name}, {self._field_name(index.column()).lower()}",
        }
        if role in own:
            return own[role]
        if field not in FIELDS:
            cell = self._name_cell if field == "name" else self._reset_cell
            return cell(exercise, role)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if self._sheet.applies(exercise, field):
            return self._cell(exercise, field, role)
        return self._meaningless_cell(exercise, field, role)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= RESET_COLUMN:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self._field_name(section) if is_text else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        field = self._field(index)
        if field in FIELDS and self._sheet.applies(self._exercises[index.row()], field):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        exercise, field = self._exercises[index.row()], self._field(index)
        low, high = self._sheet.limits(exercise, field)
        if not isinstance(value, int) or not low <= value <= high:
            return False
        if value == self._sheet.number(exercise, field):  # opened and closed: nothing chosen
            return False
        self._sheet.put(exercise, field, value)
        self._announce()
        return True
