"""The page on which a person sets hold, reps, sets and rest of any exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QBoxLayout, QVBoxLayout, QWidget

from backcare.ui.button_bar import ButtonBar
from backcare.ui.choice_field import ChoiceField
from backcare.ui.controls import PillButton
from backcare.ui.dose_fold import FoldedDoses
from backcare.ui.dose_model import (
    EXERCISE_ROLE,
    FIELDS,
    NAME_COLUMN,
    OVERRIDDEN_ROLE,
    DoseTableModel,
)
from backcare.ui.dose_view import DoseView
from backcare.ui.effect_line import bend
from backcare.ui.search_field import SearchField
from backcare.ui.setting_controls import Notice
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

LEAST_TABLE = 12  # times the font's height
RESET_SCALE = 0.9
IN_ROUTINE, EVERYWHERE = range(2)
SPACING = 10


class DoseTable(QWidget):
    """Which exercises, search, table and the ways back. `model` holds the numbers."""

    def __init__(self, model: DoseTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.doses = FoldedDoses(model, self)
        self.scope = ChoiceField()
        self.search = SearchField(self.tr("Find an exercise"))
        self.view = DoseView(self.doses)
        self.view.setAccessibleName(self.tr("Doses of the exercises"))
        self.complaint = Notice()
        self.complaint.setParent(self.view)  # it lies upon the table, and so is never out of sight
        self._ids: tuple[str, ...] = ()
        self._hint = WrapLabel(soft=True)
        self._nothing = WrapLabel(self.tr("No exercise has this name."), soft=True)
        self.reset_cell_button = PillButton(self.tr("Reset number"), scale=RESET_SCALE)
        self.reset_row_button = PillButton(self.tr("Reset exercise"), scale=RESET_SCALE)
        self.reset_all_button = PillButton(self.tr("Reset all"), scale=RESET_SCALE)
        self.reset_action = QAction(self.tr("Reset number"), self)
        self.reset_row_action = QAction(self.tr("Reset exercise"), self)
        self._set_up_choices()
        self._set_up_actions()
        self._lay_out()
        self._follow()
        self._update()

    def set_routine(self, name: str, ids: Iterable[str]) -> None:
        """Offer to show only the exercises of a routine, in its order, and tell its doses."""
        self._ids = tuple(ids)
        self.scope.setItemText(IN_ROUTINE, self.tr("In {routine}").format(routine=name))
        self.scope.show()
        hint = self.tr("As “{routine}” does them. A number of your own counts in every routine.")
        self._hint.setText(hint.format(routine=name))
        self._hint.show()
        self._show_scope()

    def show_exercise(self, exercise_id: str) -> None:
        """Go to the first number of an exercise that can be changed."""
        row = self.model.row_of(exercise_id)
        if row is None:
            return
        self.search.clear()
        if not self.scope.isHidden() and exercise_id not in self._ids:
            self.scope.setCurrentIndex(EVERYWHERE)
        cells = [self.model.index(row, column) for column in range(1, 1 + len(FIELDS))]
        editable = (cell for cell in cells if cell.flags() & Qt.ItemFlag.ItemIsEditable)
        cell = next(editable, self.model.index(row, NAME_COLUMN))
        index = self.doses.from_source(cell)
        self._go_to(index)
        self.bring_current_into_view()

    def bring_current_into_view(self) -> None:
        """Scroll to the number that the person is at."""
        centre = QAbstractItemView.ScrollHint.PositionAtCenter
        self.view.scrollTo(self.view.currentIndex(), centre)

    def set_room(self, height: int) -> None:
        """Tell how much of the page is seen at once, in pixels: the table is no higher."""
        least = LEAST_TABLE * self.fontMetrics().height()
        self.view.setMinimumHeight(min(height, least))

    def current_exercise(self) -> str:
        """The id of the exercise that the person is at, or empty."""
        return str(self.view.currentIndex().data(EXERCISE_ROLE) or "")

    def settle(self) -> None:
        """Take the number that is being edited."""
        self.view.settle()

    def _set_up_choices(self) -> None:
        self.scope.addItems(["", self.tr("All exercises")])
        self.scope.setCurrentIndex(IN_ROUTINE)
        self.scope.setAccessibleName(self.tr("Which exercises"))
        self.scope.setAccessibleDescription(self.tr("Which exercises the table shows"))
        self.scope.currentIndexChanged.connect(self._show_scope)
        self.scope.hide()
        self._hint.hide()
        self.search.textChanged.connect(self._on_search)
        self.search.left_downwards.connect(self._on_search_left)

    def _set_up_actions(self) -> None:
        keys = [QKeySequence(Qt.Key.Key_Delete), QKeySequence(Qt.Key.Key_Backspace)]
        self.reset_action.setShortcuts(keys)
        for action in (self.reset_action, self.reset_row_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.view.addAction(action)
        self.reset_action.triggered.connect(self._on_reset_cells)
        self.reset_cell_button.clicked.connect(self._on_reset_cells)
        self.reset_row_action.triggered.connect(self._on_reset_rows)
        self.reset_row_button.clicked.connect(self._on_reset_rows)
        self.reset_all_button.clicked.connect(self._on_reset_all)
        self.view.reset_requested.connect(self._on_reset_requested)

    def _lay_out(self) -> None:
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices.setSpacing(SPACING)
        self._choices.addWidget(self.scope)
        self._choices.addWidget(self.search, 1)
        resets = [self.reset_cell_button, self.reset_row_button, self.reset_all_button]
        for button in resets:
            button.setAutoDefault(False)
        self._resets = ButtonBar(resets, [])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACING)
        layout.addWidget(self._hint)
        layout.addLayout(self._choices)
        layout.addWidget(self._nothing)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._resets)

    def _bend(self) -> None:
        """Have the search below the choice where they do not fit beside each other."""
        needed = self.scope.sizeHint().width() + SPACING + self.search.sizeHint().width()
        bend(self._choices, needed <= self.width())

    def _follow(self) -> None:
        self.model.dataChanged.connect(self._update)
        self.doses.modelReset.connect(self._update)
        self.view.selectionModel().selectionChanged.connect(self._update)
        self.view.refused.connect(self._on_refused)

    def _update(self) -> None:
        cells = self._selected()
        rows = {cell.row() for cell in cells}
        in_row = not self.model.overridden_rows().isdisjoint(rows)
        in_cell = in_row and any(cell.data(OVERRIDDEN_ROLE) for cell in cells)
        self.reset_action.setEnabled(in_cell)
        self.reset_row_action.setEnabled(in_row)
        self._offer(self.reset_cell_button, in_cell)
        self._offer(self.reset_row_button, in_row)
        any_own = bool(self.model.overrides())
        self._offer(self.reset_all_button, any_own)
        self._resets.setVisible(any_own)
        self._nothing.setVisible(self.doses.exercise_count == 0)

    def _offer(self, button: PillButton, wanted: bool) -> None:
        if button.hasFocus() and not wanted:  # or the focus would land on the next button
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(wanted)

    def _selected(self) -> list[QModelIndex]:
        """The selected cells, in terms of the model."""
        cells = (self.doses.to_source(index) for index in self.view.selectedIndexes())
        return [cell for cell in cells if cell.isValid()]

    def _go_to(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_scope(self) -> None:
        in_routine = not self.scope.isHidden() and self.scope.currentIndex() == IN_ROUTINE
        self.doses.set_exercises(self._ids if in_routine else None)

    def _on_refused(self, text: str) -> None:
        self.complaint.tell(text)
        self._place_complaint()

    def _place_complaint(self) -> None:
        """At the bottom of the table, or at the top where it would hide what is edited."""
        width = self.view.width()
        box = QRect(0, 0, width, self.complaint.heightForWidth(width))
        box.moveBottom(self.view.height() - 1)
        edited = self.view.visualRect(self.view.currentIndex())
        edited.translate(self.view.viewport().pos())
        if box.intersects(edited):
            box.moveTop(0)
        self.complaint.setGeometry(box)
        self.complaint.raise_()

    def _on_search(self, text: str) -> None:
        self.doses.set_search(text)

    def _on_search_left(self) -> None:
        if self.doses.exercise_count:
            cell = self.model.index(self.doses.source_row(0), 1)
            self._go_to(self.doses.from_source(cell))

    def _on_reset_requested(self, index: QModelIndex) -> None:
        self.model.reset_rows({self.doses.source_row(index.row())})

    def _on_reset_cells(self) -> None:
        self.model.reset_cells(self._selected())

    def _on_reset_rows(self) -> None:
        self.model.reset_rows({index.row() for index in self._selected()})

    def _on_reset_all(self) -> None:
        self.model.set_overrides({})

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bend()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._bend()
