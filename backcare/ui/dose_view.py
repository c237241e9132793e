"""How doses are shown and edited in the cells of a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from backcare.ui.dose_model import FIELDS, IN_SECONDS, LIMITS_ROLE, OVERRIDDEN_ROLE, Index
from backcare.ui.setting_controls import QuietSpinBox, draw_dot
from backcare.ui.theme import font, tokens_of

ROW_HEIGHT = 1.9
WIDEST = {"hold_seconds": "600 s", "reps": "100", "sets": "20", "rest_seconds": "600 s"}


PADDING = 10


def draw_padded(painter: QPainter, box: QRect, column: int, text: str) -> None:
    """Names at the left, numbers at the right, in cells and header alike."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    inside = box.adjusted(PADDING, 0, -PADDING, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, shown)


class DoseDelegate(QStyledItemDelegate):
    """Edits a number in a spin box; a dot marks the numbers that a person set."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QuietSpinBox:
        del option
        box = QuietSpinBox(parent)
        box.setFrame(False)
        box.setRange(*index.data(LIMITS_ROLE))
        box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if FIELDS[index.column() - 1] in IN_SECONDS:
            box.setSuffix(" s")
        exercise = index.sibling(index.row(), 0).data()
        field = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        box.setAccessibleName(f"{exercise}, {field}")
        return box

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, height = tokens_of(option.palette), option.fontMetrics.height()
        own = bool(index.data(OVERRIDDEN_ROLE))
        ink, mark = tokens.ink, tokens.accent
        if index.column() > 0 and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            ink = tokens.soft
        if option.features & QStyleOptionViewItem.ViewItemFeature.Alternate:
            painter.fillRect(option.rect, QColor(tokens.sunken))
        if option.state & QStyle.StateFlag.State_Selected:
            focused = option.widget.hasFocus()
            painter.fillRect(option.rect, QColor(tokens.accent if focused else tokens.accent_wash))
            ink = mark = tokens.on_accent if focused else tokens.ink
        elif option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
        painter.save()
        painter.setPen(QColor(ink))
        painter.setFont(font(option.font, bold=own))
        draw_padded(painter, option.rect, index.column(), str(index.data()))
        painter.restore()
        if own:
            draw_dot(painter, option.rect.adjusted(PADDING, 0, 0, 0), QColor(mark), height)


class DoseHeader(QHeaderView):
    """Names the columns, flat and in the quieter colour."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), round(self.fontMetrics().height() * ROW_HEIGHT))

    def paintSection(  # noqa: N802 - Qt's name
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        tokens = tokens_of(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), QColor(tokens.line))
        painter.setPen(QColor(tokens.soft))
        painter.setFont(font(self.font(), bold=True))
        text = self.model().headerData(section, Qt.Orientation.Horizontal)
        draw_padded(painter, rect, section, str(text))
        painter.restore()


class DoseView(QTableView):
    """A table that Tab leaves, and in which Enter edits instead of closing the dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(DoseDelegate(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setHorizontalHeader(DoseHeader(self))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def fit(self) -> None:
        """Give rows and columns the sizes that the font asks for."""
        metrics = QFontMetrics(font(self.font(), bold=True))
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(round(metrics.height() * ROW_HEIGHT))
        columns.setMinimumSectionSize(metrics.height())
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, name in enumerate(FIELDS, start=1):
            heading = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            marked = metrics.height() + metrics.horizontalAdvance(WIDEST[name])
            width = max(metrics.horizontalAdvance(heading), marked) + 2 * PADDING
            columns.resizeSection(column, width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.currentIndex()
            # The Enter that ends editing arrives here too, while the editor is still open.
            open_already = self.state() is QAbstractItemView.State.EditingState
            if index.flags() & Qt.ItemFlag.ItemIsEditable and not open_already:
                self.edit(index)
            event.accept()
        else:
            super().keyPressEvent(event)
