"""The list of sections at the left of the settings dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from backcare.ui.controls import FOCUS_WIDTH
from backcare.ui.theme import font, tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

ITEM_HEIGHT = 2.2  # times the font's height
PADDING = 14
RADIUS = 8


class SectionDelegate(QStyledItemDelegate):
    """Draws a section; the one that is shown stands on a rounded surface."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        height = option.fontMetrics.height()
        width = option.fontMetrics.horizontalAdvance(str(index.data()))
        return QSize(round(width * 1.1) + 2 * PADDING, round(height * ITEM_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect).adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            ring = QPen(QColor(tokens.accent), FOCUS_WIDTH - 0.5)
            painter.setPen(ring if focused else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(font(option.font, bold=chosen))
        text_box = box.adjusted(PADDING, 0, -4, 0)
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


class SectionList(QWidget):
    """The sections below each other, in the colours of a side bar.

    Signals:
        section_chosen: the number of the section to show.
    """

    section_chosen = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setItemDelegate(SectionDelegate(self.list))
        self.list.viewport().setAutoFillBackground(False)
        self.list.addItems(titles)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self.section_chosen)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 16, 10, 10)
        layout.addWidget(self.list)
        self._fit()

    def set_current(self, number: int) -> None:
        self.list.setCurrentRow(number)

    def current(self) -> int:
        return self.list.currentRow()

    def _fit(self) -> None:
        self.setFixedWidth(self.list.sizeHintForColumn(0) + 2 * 10 + self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(tokens_of(self.palette()).sidebar))
