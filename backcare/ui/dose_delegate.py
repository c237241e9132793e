"""How the cells of the table of doses look, and what they are edited in."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from backcare.ui.controls import FOCUS_WIDTH
from backcare.ui.dose_fold import BAND_ROLE
from backcare.ui.dose_model import (
    FIELD_NAME_ROLE,
    FIELD_ROLE,
    FIELDS,
    IN_SECONDS,
    LIMITS_ROLE,
    OVERRIDDEN_ROLE,
    TITLE_ROLE,
    Index,
)
from backcare.ui.field_look import LEAST_HEIGHT_PX, RADIUS_PX, draw_wrapped
from backcare.ui.icons import draw_icon
from backcare.ui.number_field import NumberField
from backcare.ui.setting_controls import draw_dot
from backcare.ui.theme import Tokens, font, tokens_of

PADDING = 10
ROW_HEIGHT = 1.9  # times the font's height
WIDEST = {"hold_seconds": "600 s", "reps": "100", "sets": "20", "rest_seconds": "600 s"}
LEAVING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def row_height(metrics: QFontMetrics) -> int:
    """How high a row of numbers is, in pixels; its fields are as high."""
    return max(LEAST_HEIGHT_PX, round(metrics.height() * ROW_HEIGHT))


def field_width(metrics: QFontMetrics, field: str) -> int:
    """What the widest number of a field takes with a minus and a plus beside it."""
    text = metrics.horizontalAdvance(WIDEST[field])
    return text + 2 * row_height(metrics) + metrics.height()


class DoseDelegate(QStyledItemDelegate):
    """Edits a number in a field; a dot and bold mark the numbers that a person set.

    Signals:
        refused: a sentence on what can be; empty when all is well again.
    """

    refused = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_labelled = False

    def set_labelled(self, labelled: bool) -> None:
        """Whether each number has its name in its own cell, as there is no header."""
        self._is_labelled = labelled

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> NumberField:
        del option
        low, high = index.data(LIMITS_ROLE)
        unit = "s" if index.data(FIELD_ROLE) in IN_SECONDS else ""
        box = NumberField(low, high, unit, parent)
        box.setAutoFillBackground(True)
        box.setAccessibleName(str(index.data(TITLE_ROLE)))
        box.setAccessibleDescription(str(index.data(Qt.ItemDataRole.ToolTipRole)))
        box.refused.connect(self.refused)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, NumberField) and not editor.lineEdit().isModified():
            editor.setValue(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, NumberField):
            editor.settle()
            model.setData(index, editor.value())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        del index
        box = self._value_box(option).adjusted(1, 1, -1, -1)
        editor.setGeometry(QStyle.visualRect(option.direction, option.rect, box))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(editor, NumberField)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in LEAVING
            and editor.is_bad()
        ):
            editor.tell_bounds()  # and what was typed stays
            return True
        return super().eventFilter(editor, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = tokens_of(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, option, index, tokens)
        field = index.data(FIELD_ROLE)
        painter.setPen(QColor(tokens.ink))
        if field == "name":
            self._draw_name(painter, option, index)
        elif field == "reset":
            self._draw_reset(painter, option, index, tokens)
        elif field in FIELDS:
            self._draw_number(painter, option, index, tokens)
        painter.restore()

    def _value_box(self, option: QStyleOptionViewItem) -> QRect:
        """Where the number stands, as if one reads from the left."""
        if not self._is_labelled:
            return QRect(option.rect)
        metrics = QFontMetrics(font(option.font, bold=True))
        width = max(field_width(metrics, field) for field in FIELDS)  # so that they line up
        width = min(width, option.rect.width())
        return option.rect.adjusted(option.rect.width() - width, 0, 0, 0)

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        band = index.data(BAND_ROLE)
        odd = isinstance(band, int) and band % 2 == 1
        painter.fillRect(option.rect, QColor(tokens.sunken if odd else tokens.surface))
        if self._is_labelled and index.data(FIELD_ROLE) in ("name", "reset"):
            top = option.rect.adjusted(0, 0, 0, 1 - option.rect.height())
            painter.fillRect(top, QColor(tokens.line))
        states = QStyle.StateFlag
        selected = bool(option.state & states.State_Selected)
        current = bool(option.state & states.State_HasFocus)
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        hovered = bool(option.state & states.State_MouseOver) and editable
        if not (selected or current or hovered):
            return
        box = self._value_box(option) if editable else option.rect
        box = QStyle.visualRect(option.direction, option.rect, box)
        ring = QPen(QColor(tokens.edge), 1.0)
        if option.widget.hasFocus() and (current or selected):
            ring = QPen(QColor(tokens.accent), FOCUS_WIDTH)
        painter.setPen(ring)
        painter.setBrush(QColor(tokens.accent_wash if selected else tokens.surface))
        painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -2, -2), RADIUS_PX, RADIUS_PX)

    def _draw_name(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setFont(font(option.font, bold=self._is_labelled))
        box = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        draw_wrapped(painter, box, str(index.data()))

    def _draw_number(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        own = bool(index.data(OVERRIDDEN_ROLE))
        box = self._value_box(option)
        if self._is_labelled:
            label = option.rect.adjusted(PADDING, 0, box.left() - option.rect.right(), 0)
            label = QStyle.visualRect(option.direction, option.rect, label)
            painter.setPen(QColor(tokens.soft))
            draw_wrapped(painter, label, str(index.data(FIELD_NAME_ROLE)))
        box = QStyle.visualRect(option.direction, option.rect, box)
        editable = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        painter.setPen(QColor(tokens.ink if editable else tokens.soft))
        painter.setFont(font(option.font, bold=own))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(index.data()))
        if own:
            inside = box.adjusted(PADDING, 0, -PADDING, 0)
            draw_dot(painter, inside, QColor(tokens.accent), option.fontMetrics.height())

    def _draw_reset(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, tokens: Tokens
    ) -> None:
        if not index.data(OVERRIDDEN_ROLE):
            return
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        side = option.fontMetrics.height() * 1.05
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(option.rect).center())
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_wash))
            painter.drawEllipse(box.adjusted(-5, -5, 5, 5))
        draw_icon(painter, "reset", box, QColor(tokens.accent if hovered else tokens.ink))
