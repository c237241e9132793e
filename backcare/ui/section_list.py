"""The sections of the settings: a list at the side where there is room, else a drop-down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from backcare.ui.accessible import follow_selection
from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH, SlimScrollBar
from backcare.ui.icons import draw_icon
from backcare.ui.theme import font, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

ITEM_HEIGHT = 1.9  # times the font's height
PADDING = 14
EDGE = 10
RADIUS = 8
BAR_WIDTH = 4
SYMBOL_ROLE = Qt.ItemDataRole.UserRole


def _icon_side(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 1.15)


class SectionDelegate(QStyledItemDelegate):
    """Draws a section; the one that is shown stands on a surface, bold and with a bar."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(font(option.font, bold=True))
        width = metrics.horizontalAdvance(str(index.data())) + 2 * PADDING + 6
        if index.data(SYMBOL_ROLE):
            width += _icon_side(metrics) + PADDING // 2
        return QSize(width, max(32, round(metrics.height() * ITEM_HEIGHT)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of(option.palette)
        whole = option.rect.adjusted(1, 1, -1, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hovered:
            focused = chosen and bool(option.state & QStyle.StateFlag.State_HasFocus)
            ring = QPen(QColor(tokens.accent), FOCUS_WIDTH - 0.5)
            outline = QPen(QColor(tokens.edge), OUTLINE_WIDTH)
            bare = outline if tokens.has_outlines else QPen(Qt.PenStyle.NoPen)
            painter.setPen(ring if focused else bare)
            painter.setBrush(QColor(tokens.surface if chosen else tokens.sunken))
            painter.drawRoundedRect(QRectF(whole), RADIUS, RADIUS)
        if chosen:
            bar = QRect(whole.left() + 4, whole.top() + 8, BAR_WIDTH, whole.height() - 16)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            bar = QStyle.visualRect(option.direction, whole, bar)
            painter.drawRoundedRect(QRectF(bar), 2, 2)
        self._draw_words(painter, option, index, bold=chosen)
        painter.restore()

    def _draw_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        *,
        bold: bool,
    ) -> None:
        ink = QColor(tokens_of(option.palette).ink)
        whole, left = option.rect, option.rect.left() + PADDING
        symbol = index.data(SYMBOL_ROLE)
        if symbol:
            side = _icon_side(option.fontMetrics)
            box = QRect(left, whole.top(), side, whole.height())
            box = QStyle.visualRect(option.direction, whole, box)
            draw_icon(painter, str(symbol), QRectF(box), ink)
            left += side + PADDING // 2
        painter.setPen(ink)
        painter.setFont(font(option.font, bold=bold))
        text_box = QStyle.visualRect(
            option.direction, whole, QRect(left, whole.top(), whole.right() - left, whole.height())
        )
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(text_box, align, str(index.data()))


class SectionList(QWidget):
    """The sections below each other, in the colours of a side bar.

    Signals:
        section_chosen: the number of the section to show.
    """

    section_chosen = Signal(int)

    def __init__(self, sections: Iterable[tuple[str, str]]) -> None:
        """Take the sections as title and symbol of `ui.icons`, which may be empty."""
        super().__init__()
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBar(SlimScrollBar())
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setItemDelegate(SectionDelegate(self.list))
        self.list.viewport().setAutoFillBackground(False)
        self.list.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        for title, symbol in sections:
            item = QListWidgetItem(title)
            item.setData(SYMBOL_ROLE, symbol)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.currentRowChanged.connect(self.section_chosen)
        follow_selection(self.list)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, 14, EDGE, EDGE)
        layout.addWidget(self.list)
        self._fit()

    def set_current(self, number: int) -> None:
        self.list.setCurrentRow(number)

    def current(self) -> int:
        return self.list.currentRow()

    def width_needed(self) -> int:
        """How wide the list is, shown or not."""
        return self.list.sizeHintForColumn(0) + 2 * EDGE + SlimScrollBar.WIDTH

    def _fit(self) -> None:
        self.list.doItemsLayout()
        self.setFixedWidth(self.width_needed())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(tokens_of(self.palette()).sidebar))
