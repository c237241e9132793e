"""The table in which a person sets hold, reps, sets and rest of any exercise."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from backcare.ui.controls import PillButton, TextLabel
from backcare.ui.dose_model import FIELDS, OVERRIDDEN_ROLE, DoseFilter, DoseTableModel
from backcare.ui.dose_view import DoseView
from backcare.ui.setting_controls import draw_outline, roomy


class SearchBox(QLineEdit):
    """A search field whose Enter and Down go on to the table.

    Signals:
        left: the person is done with searching.
    """

    left = Signal()

    def sizeHint(self) -> QSize:
        return roomy(super().sizeHint(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_outline(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class DoseTable(QWidget):
    """Search field, table and the ways back. `model` holds the numbers."""

    def __init__(self, model: DoseTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._filter = DoseFilter(model, self)
        self.search = SearchBox()
        self.view = DoseView()
        self.view.setModel(self._filter)
        self.view.setAccessibleName(self.tr("Doses of the exercises"))
        self.view.fit()
        self._nothing = TextLabel(self.tr("No exercise has this name."), soft=True)
        self.reset_row_button = PillButton(self.tr("Reset exercise"))
        self.reset_all_button = PillButton(self.tr("Reset all"))
        self.reset_action = QAction(self.tr("Reset"), self)
        self.reset_row_action = QAction(self.tr("Reset exercise"), self)
        self._set_up_search()
        self._set_up_actions()
        self._lay_out()
        self._follow()
        self._update()

    def show_exercise(self, exercise_id: str) -> None:
        """Go to the first number of an exercise that can be changed."""
        row = self.model.row_of(exercise_id)
        if row is None:
            return
        self.search.clear()
        cells = [self.model.index(row, column) for column in range(1, 1 + len(FIELDS))]
        editable = (cell for cell in cells if cell.flags() & Qt.ItemFlag.ItemIsEditable)
        index = self._filter.mapFromSource(next(editable, self.model.index(row, 0)))
        self._go_to(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _set_up_search(self) -> None:
        self.search.setPlaceholderText(self.tr("Find an exercise"))
        self.search.setAccessibleName(self.tr("Find an exercise"))
        self.search.setClearButtonEnabled(True)
        self.search.setTextMargins(5, 0, 5, 0)
        self.search.textChanged.connect(self._on_search)
        self.search.left.connect(self._on_search_left)

    def _set_up_actions(self) -> None:
        keys = [QKeySequence(Qt.Key.Key_Delete), QKeySequence(Qt.Key.Key_Backspace)]
        self.reset_action.setShortcuts(keys)
        for action in (self.reset_action, self.reset_row_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.view.addAction(action)
        self.reset_action.triggered.connect(self._on_reset_cells)
        self.reset_row_action.triggered.connect(self._on_reset_rows)
        self.reset_row_button.clicked.connect(self._on_reset_rows)
        self.reset_all_button.clicked.connect(self._on_reset_all)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.search, 1)
        bar.addWidget(self.reset_row_button)
        bar.addWidget(self.reset_all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(bar)
        layout.addWidget(self._nothing)
        layout.addWidget(self.view, 1)
        self.setTabOrder(self.search, self.view)

    def _follow(self) -> None:
        self.model.dataChanged.connect(self._update)
        self._filter.modelReset.connect(self._update)
        self.view.selectionModel().selectionChanged.connect(self._update)

    def _update(self) -> None:
        indexes = self._selected()
        in_row = not self.model.overridden_rows().isdisjoint(index.row() for index in indexes)
        in_cell = in_row and any(index.data(OVERRIDDEN_ROLE) for index in indexes)
        self.reset_action.setEnabled(in_cell)
        self.reset_row_action.setEnabled(in_row)
        self.reset_row_button.setEnabled(in_row)
        self.reset_all_button.setEnabled(bool(self.model.overrides()))
        self._nothing.setVisible(self._filter.rowCount() == 0)

    def _selected(self) -> list[QModelIndex]:
        """The selected cells, in terms of the model."""
        return [self._filter.mapToSource(index) for index in self.view.selectedIndexes()]

    def _go_to(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(index, flags)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_search(self, text: str) -> None:
        self._filter.set_search(text)
        self._update()

    def _on_search_left(self) -> None:
        if self._filter.rowCount():
            self._go_to(self._filter.index(0, 1))

    def _on_reset_cells(self) -> None:
        self.model.reset_cells(self._selected())

    def _on_reset_rows(self) -> None:
        self.model.reset_rows({index.row() for index in self._selected()})

    def _on_reset_all(self) -> None:
        self.model.set_overrides({})
