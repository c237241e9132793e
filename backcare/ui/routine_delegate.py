"""How a routine looks in its list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from backcare.ui.card_delegate import mirrored
from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.icons import draw_icon
from backcare.ui.routine_rows import ROW_ROLE, Index, RoutineRow
from backcare.ui.theme import Tokens, tokens_of
from backcare.ui.wrapped_text import Face

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

PICTURE = (3.3, 2.5)
"""Width and height, in text heights."""

NARROWEST_FOR_PICTURES = 10
"""In text heights: below that the words get all the room."""

AROUND = 0.5
GAP = 0.55
NAME_LINES = 6
RADIUS = 10
ICON = 1.4

PictureOf = Callable[[RoutineRow, QSize], QPixmap | None]


def picture_size(text_height: float) -> QSize:
    """How large the pictures are at that size of text."""
    return QSize(round(text_height * PICTURE[0]), round(text_height * PICTURE[1]))


class RoutineDelegate(QStyledItemDelegate):
    """Paints a routine as a picture, its name and a line; a heading as one line."""

    def __init__(self, view: QListView, picture_of: PictureOf) -> None:
        super().__init__(view)
        self._view = view
        self._picture_of = picture_of
        self._base: QFont | None = None
        self._take_font(view.font())

    def _take_font(self, base: QFont) -> None:
        if base == self._base:
            return
        self._base = QFont(base)  # an option's own font goes with the option
        self._name = Face(base, 1.0, bold=True)
        self._line = Face(base, 0.88)
        self._heading = Face(base, 0.85, bold=True)
        self._em = Face(base).line_height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        self._take_font(option.font)
        row: RoutineRow = index.data(ROW_ROLE)
        em = self._em
        if not row.id:
            return QSize(100, round(em * (2.1 if row.name else 0.9)))
        width = self._view.viewport().width()
        box = QRectF(0, 0, width, 0)
        words = self._words_box(self._card(box), row)
        high = max(self._words_height(row, words.width()) + em * 0.9, em * 2.1)
        if self._has_picture(row, width):
            high = max(high, em * (PICTURE[1] + 0.4))
        return QSize(100, round(high) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._take_font(option.font)
        row: RoutineRow = index.data(ROW_ROLE)
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if row.id:
            card = self._card(box)
            self._draw_ground(painter, option, card, tokens)
            self._draw_picture(painter, option, card, row, tokens)
            self._draw_words(painter, option, card, row, tokens)
        else:
            inner = box.adjusted(self._em, 0, -self._em * 0.8, -self._em * 0.3)
            inner.setTop(inner.bottom() - self._heading.line_height)
            lines = self._heading.lines(row.name, inner.width(), 1)
            self._heading.draw(painter, lines, inner, QColor(tokens.soft))
        painter.restore()

    # Places, as they are where reading begins at the left

    def _card(self, box: QRectF) -> QRectF:
        return box.adjusted(self._em * AROUND, 2, -self._em * AROUND, -2)

    def _has_picture(self, row: RoutineRow, width: float) -> bool:
        is_wide = width >= self._em * NARROWEST_FOR_PICTURES
        return is_wide and (row.illustration is not None or bool(row.icon))

    def _picture_box(self, card: QRectF) -> QRectF:
        size = picture_size(self._em)
        box = QRectF(card.left() + self._em * 0.35, 0, size.width(), size.height())
        box.moveTop(round(card.center().y() - size.height() / 2))
        return box

    def _words_box(self, card: QRectF, row: RoutineRow) -> QRectF:
        left = card.left() + self._em * AROUND
        if self._has_picture(row, card.width() + 2 * self._em * AROUND):
            left = self._picture_box(card).right() + self._em * GAP
        return QRectF(left, card.top(), card.right() - self._em * 0.4 - left, card.height())

    def _words_height(self, row: RoutineRow, width: float) -> float:
        name = self._name.lines(row.name, width, NAME_LINES)
        line = self._line.lines(row.line, width)
        gap = self._em * 0.12 if line else 0
        return self._name.height(name) + gap + self._line.height(line)

    # Painting

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, tokens: Tokens
    ) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            edge = QPen(QColor(tokens.accent), OUTLINE_WIDTH)
            painter.setPen(edge if tokens.has_outlines else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(card, RADIUS, RADIUS)
            bar = QRectF(0, 0, 4, card.height() - RADIUS * 2)
            bar.moveCenter(card.center())
            bar.moveLeft(card.left() + 1)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(mirrored(option, bar), 2, 2)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_wash))
            painter.drawRoundedRect(card, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _draw_picture(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        card: QRectF,
        row: RoutineRow,
        tokens: Tokens,
    ) -> None:
        if not self._has_picture(row, option.rect.width()):
            return
        box = mirrored(option, self._picture_box(card))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(box, 8, 8)
        picture = self._picture_of(row, box.size().toSize())
        if picture is not None:
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
            return
        side = self._em * ICON
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(box.center())
        draw_icon(painter, row.icon or "mat", sign, QColor(tokens.accent))

    def _draw_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        card: QRectF,
        row: RoutineRow,
        tokens: Tokens,
    ) -> None:
        words = self._words_box(card, row)
        high = self._words_height(row, words.width())
        words.setTop(words.center().y() - high / 2)
        width = words.width()
        words = mirrored(option, words)
        name = self._name.lines(row.name, width, NAME_LINES)
        rest = self._name.draw(painter, name, words, QColor(tokens.ink))
        rest.setTop(rest.top() + self._em * 0.12)
        self._line.draw(painter, self._line.lines(row.line, width), rest, QColor(tokens.soft))
