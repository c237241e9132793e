"""The list of routines at the left of the main window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backcare.ui.controls import SlimScrollBar
from backcare.ui.theme import font, tokens_of

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class RoutineRow:
    """A row: a routine, or with an empty id a heading."""

    id: str
    name: str
    line: str = ""


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


class RoutineDelegate(QStyledItemDelegate):
    """Paints a routine as two lines, a heading as one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: RoutineRow = index.data(ROW_ROLE)
        height = QFontMetricsF(option.font).height()
        if not row.id:
            return QSize(100, round(height * (2.1 if row.name else 0.9)))
        return QSize(100, round(height * (3.1 if row.line else 2.2)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: RoutineRow = index.data(ROW_ROLE)
        palette: QPalette = option.palette
        tokens = tokens_of(palette)
        box = QRectF(option.rect)
        base = option.font
        height = QFontMetricsF(base).height()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = box.adjusted(height, 0, -height * 0.8, 0)
        if not row.id:
            painter.setPen(QColor(tokens.soft))
            painter.setFont(font(base, 0.85, bold=True))
            inner.setBottom(inner.bottom() - height * 0.35)
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            painter.drawText(inner, flags, row.name)
            painter.restore()
            return
        card = box.adjusted(height * 0.5, 2, -height * 0.5, -2)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(card, 10, 10)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_wash))
            painter.drawRoundedRect(card, 10, 10)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(tokens.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)
        bold = font(base, 1.0, bold=True)
        small = font(base, 0.88)
        gap = height * 0.15
        block = height + (gap + QFontMetricsF(small).height() if row.line else 0)
        top = box.center().y() - block / 2
        metrics = QFontMetricsF(bold)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(bold)
        name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, inner.width())
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(inner.left(), top, inner.width(), height), leading, name)
        if row.line:
            painter.setPen(QColor(tokens.soft))
            painter.setFont(small)
            line_box = QRectF(inner.left(), top + height + gap, inner.width(), height)
            painter.drawText(line_box, leading, row.line)
        painter.restore()


class RoutineList(QListView):
    """The routines; emits `chosen` with the id of the current one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RoutineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RoutineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(SlimScrollBar())
        self.setMouseTracking(True)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Routines"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def choose(self, name: str) -> None:
        """Make a routine the current one."""
        row = self.rows.row_of(name)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if row is not None and row.id:
            self.chosen.emit(row.id)
