"""One of a few choices, in our own look; a long text wraps instead of being cut off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backcare.ui.controls import FOCUS_WIDTH, SlimScrollBar
from backcare.ui.field_look import (
    draw_field,
    draw_wrapped,
    field_height,
    field_padding,
    least_text_width,
    wrapped_height,
)
from backcare.ui.icons import draw_icon
from backcare.ui.theme import font, tokens_of

CHEVRON_SHARE = 1.1
"""Of the height of text."""


class ChoiceDelegate(QStyledItemDelegate):
    """Draws the choices of the list that opens; the one in use has a tick and is bold."""

    def __init__(self, field: QComboBox) -> None:
        super().__init__(field)
        self._field = field

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics = QFontMetrics(font(option.font, bold=True))
        beside = self._tick_room(metrics) + 2 * field_padding(self._field)
        widest = round(self._field.screen().availableSize().width() * 0.9) - beside
        natural = metrics.horizontalAdvance(str(index.data()))
        high = wrapped_height(metrics, str(index.data()), min(natural + 2, widest))
        return QSize(min(natural, widest) + beside, max(field_height(self._field), high + 8))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = tokens_of(option.palette)
        in_use = index.row() == self._field.currentIndex()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, QColor(tokens.surface))
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setBrush(QColor(tokens.accent_wash))
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH - 0.5))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 5, 5)
        face = font(option.font, bold=in_use)
        room, padding = self._tick_room(QFontMetrics(face)), field_padding(self._field)
        ink = QColor(tokens.ink)
        if in_use:
            tick = QRect(
                option.rect.left() + padding, option.rect.top(), room, option.rect.height()
            )
            tick = QStyle.visualRect(self._field.layoutDirection(), option.rect, tick)
            draw_icon(painter, "check", QRectF(tick).adjusted(2, 4, -6, -4), ink)
        box = option.rect.adjusted(room + padding, 0, -padding, 0)
        painter.setFont(face)
        painter.setPen(ink)
        box = QStyle.visualRect(self._field.layoutDirection(), option.rect, box)
        draw_wrapped(painter, box, str(index.data()))
        painter.restore()

    def _tick_room(self, metrics: QFontMetrics) -> int:
        return round(metrics.height() * CHEVRON_SHARE) + 4


class ChoiceField(QComboBox):
    """A combo box that leaves the wheel to the page unless it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_own_list = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _beside(self) -> int:
        """What a text shares the width with: the chevron, and room around both."""
        return round(self.fontMetrics().height() * CHEVRON_SHARE) + 3 * field_padding(self)

    def _texts(self) -> list[str]:
        return [self.itemText(number) for number in range(self.count())]

    def heightForWidth(self, width: int) -> int:
        metrics, room = self.fontMetrics(), width - self._beside()
        highest = max((wrapped_height(metrics, text, room) for text in self._texts()), default=0)
        return max(field_height(self), highest + field_padding(self))

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(text) for text in self._texts()), default=0)
        return QSize(widest + self._beside() + 2, field_height(self))

    def minimumSizeHint(self) -> QSize:
        widest = max((least_text_width(self, text) for text in self._texts()), default=0)
        return QSize(widest + self._beside() + 2, field_height(self))

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        if not self._has_own_list:  # most are never opened, and a list costs time to make
            self._has_own_list = True
            self.setItemDelegate(ChoiceDelegate(self))
            self.view().setVerticalScrollBar(SlimScrollBar())
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + SlimScrollBar.WIDTH)
        super().showPopup()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        tokens = draw_field(painter, self)
        padding, side = field_padding(self), self.fontMetrics().height() * CHEVRON_SHARE
        text_box = self.rect().adjusted(padding, 0, padding - self._beside(), 0)
        direction = self.layoutDirection()
        painter.setPen(QColor(tokens.ink))
        text_box = QStyle.visualRect(direction, self.rect(), text_box)
        draw_wrapped(painter, text_box, self.currentText())
        left = self.width() - padding - round(side)
        chevron = QRect(left, 0, round(side), self.height())
        chevron = QStyle.visualRect(direction, self.rect(), chevron)
        draw_icon(painter, "chevron-down", QRectF(chevron), QColor(tokens.ink))
