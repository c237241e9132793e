"""The table of doses: it folds where it is narrow, and is edited with mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from backcare.ui.controls import SlimScrollBar
from backcare.ui.dose_delegate import PADDING, DoseDelegate, field_width, row_height
from backcare.ui.dose_fold import UNFOLDED, FoldedDoses
from backcare.ui.dose_model import FIELD_ROLE, FIELDS, NAME_COLUMN, OVERRIDDEN_ROLE, Index
from backcare.ui.field_look import wrapped_height
from backcare.ui.number_field import NumberField
from backcare.ui.theme import font, tokens_of

LEAST_NAME = 8  # times the font's height
FOLDS = (UNFOLDED, 4, 2)
"""From wide to narrow; over one column the numbers always fit."""


class DoseHeader(QHeaderView):
    """Names the columns, flat and in the quieter colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), row_height(self.fontMetrics()))

    def paintSection(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        tokens, model = tokens_of(self.palette()), self.model()
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(tokens.line))
        if section < model.columnCount() - 1:  # above the ways back there is nothing to say
            text = str(model.headerData(section, Qt.Orientation.Horizontal))
            is_name = section == NAME_COLUMN and model.columnCount() > len(FIELDS) + 1
            side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignHCenter
            painter.setPen(QColor(tokens.soft))
            painter.setFont(font(self.font(), bold=True))
            inside = rect.adjusted(PADDING, 0, -PADDING, 0) if is_name else rect
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class DoseView(QTableView):
    """A table that Tab leaves unless a number is edited: then Tab goes to the next one.

    Signals:
        refused: a sentence on what can be; empty when all is well again.
        reset_requested: an index whose exercise goes back to its default.
    """

    refused = Signal(str)
    reset_requested = Signal(object)

    def __init__(self, doses: FoldedDoses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doses = doses
        self._delegate = DoseDelegate(self)
        self._delegate.refused.connect(self.refused)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(DoseHeader(self))
        self.setVerticalScrollBar(SlimScrollBar())
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.setModel(doses)
        doses.about_to_change.connect(self.settle)
        doses.modelReset.connect(self.fit)
        self.clicked.connect(self._on_clicked)
        self.fit()

    def fit(self) -> None:
        """Fold as the width asks for, and give rows and columns their sizes."""
        metrics = QFontMetrics(font(self.font(), bold=True))
        fold = self._fold_for(metrics)
        if fold != self._doses.columns:
            here = self._doses.to_source(self.currentIndex())
            self._doses.set_columns(fold)  # comes back here
            self.setCurrentIndex(self._doses.from_source(here))
            return
        self._delegate.set_labelled(fold in (1, 2))
        self.horizontalHeader().setVisible(fold not in (1, 2))
        self._fit_columns(metrics, fold)
        self._fit_rows(metrics, fold)

    def settle(self) -> None:
        """Take the number that is being edited."""
        for editor in self.viewport().findChildren(NumberField):
            if not editor.isHidden():  # others have been closed and are about to go
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _room(self) -> int:
        return self.width() - 2 * self.frameWidth() - SlimScrollBar.WIDTH

    def _labelled_width(self, metrics: QFontMetrics) -> int:
        header = self._doses.source.headerData
        names = (header(1 + each, Qt.Orientation.Horizontal) for each in range(len(FIELDS)))
        label = max(metrics.horizontalAdvance(str(name)) for name in names)
        return label + 2 * PADDING + max(field_width(metrics, field) for field in FIELDS)

    def _words(self, metrics: QFontMetrics) -> list[int]:
        """What the word above each number needs."""
        header = self._doses.source.headerData
        names = (str(header(1 + each, Qt.Orientation.Horizontal)) for each in range(len(FIELDS)))
        return [metrics.horizontalAdvance(name) + PADDING for name in names]

    def _widths(self, metrics: QFontMetrics) -> list[int]:
        """What each number needs with the word above it."""
        numbers = (field_width(metrics, field) for field in FIELDS)
        return [max(pair) for pair in zip(numbers, self._words(metrics), strict=True)]

    def _fold_for(self, metrics: QFontMetrics) -> int:
        numbers = sum(self._widths(metrics))
        beside = row_height(metrics)
        needed = {
            UNFOLDED: LEAST_NAME * metrics.height() + numbers + beside,
            4: max(numbers, len(FIELDS) * max(self._words(metrics))) + beside,
            2: 2 * self._labelled_width(metrics) + beside,
        }
        return next((fold for fold in FOLDS if needed[fold] <= self._room()), 1)

    def _fit_columns(self, metrics: QFontMetrics, fold: int) -> None:
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(1)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        last = self._doses.columnCount() - 1
        if fold == UNFOLDED:
            columns.setSectionResizeMode(NAME_COLUMN, QHeaderView.ResizeMode.Stretch)
            for column, width in enumerate(self._widths(metrics), start=1):
                columns.resizeSection(column, width)
        else:
            for column in range(last):
                columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        columns.resizeSection(last, row_height(metrics))

    def _fit_rows(self, metrics: QFontMetrics, fold: int) -> None:
        """Names wrap, and over two columns or one they have a row of their own."""
        rows, usual = self.verticalHeader(), row_height(metrics)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(usual)
        self.clearSpans()
        lines, last = self._doses.lines, self._doses.columnCount() - 1
        room = self._room() - row_height(metrics) - 2 * PADDING
        if fold == UNFOLDED:
            room -= sum(self._widths(metrics))
        names = metrics if fold in (1, 2) else self.fontMetrics()
        for row in range(0, self._doses.rowCount(), lines):
            if fold > 1:
                self.setSpan(row, 0, 1, fold)
            elif fold == 1:
                for line in range(1, lines):
                    self.setSpan(row + line, 0, 1, last + 1)
            name = str(self._doses.index(row, NAME_COLUMN).data())
            height = usual
            if names.horizontalAdvance(name) > room:
                height = max(usual, wrapped_height(names, name, room) + PADDING)
            if height != rows.sectionSize(row):
                rows.resizeSection(row, height)

    def _on_clicked(self, index: Index) -> None:
        if QGuiApplication.keyboardModifiers():  # the person is selecting
            return
        self._use(index)

    def _use(self, index: Index) -> None:
        """Edit a number, or go the way back."""
        if index.data(FIELD_ROLE) == "reset":
            if index.data(OVERRIDDEN_ROLE):
                self.reset_requested.emit(index)
        elif index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _next_number(self, step: int) -> Index | None:
        """The next cell that can be edited, in the order of reading."""
        model, here = self.model(), self.currentIndex()
        columns = model.columnCount()
        place = here.row() * columns + here.column() + step if here.isValid() else 0
        while 0 <= place < model.rowCount() * columns:
            index = model.index(*divmod(place, columns))
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                return index
            place += step
        return None

    def closeEditor(  # noqa: N802 - Qt's name
        self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint
    ) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        if hint not in steps:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, hints.NoHint)
        index = self._next_number(steps[hint])
        if index is not None:
            self.setCurrentIndex(index)
            self.edit(index)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = None if self.currentIndex().isValid() else self._next_number(1)
        if first is not None:  # or nobody would see where the keyboard is
            self.setCurrentIndex(first)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.data(FIELD_ROLE) == "reset":
            self._use(index)
            event.accept()
        elif event.key() in keys:
            # The Enter that ends editing arrives here too, while the editor is still open.
            if self.state() is not QAbstractItemView.State.EditingState:
                self._use(index)
            event.accept()
        else:
            super().keyPressEvent(event)
