"""How an exercise looks in its list: a card with picture, number and name, dose, remark."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from backcare.ui.exercise_rows import ExerciseModel, ExerciseRow, Index
from backcare.ui.position_mark import draw_position
from backcare.ui.theme import tokens_of
from backcare.ui.wrapped_text import Face

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from backcare.ui.theme import Tokens

CARD_HEIGHT = 4.6  # times the font's height, at least
AROUND_PICTURE = 5.0
CARD_ASIDE, CARD_ABOVE = 2, 4  # between a card and the edge of its place
PICTURE_SHAPE = 1.6  # width for height
WIDEST_PICTURE = 0.23  # of the card
WIDTH_STEP = 8
"""Pictures grow by so many pixels, so that few are drawn anew while a list gets wider."""

MOST_WIDTHS = 4
"""Of a list whose heights are kept: layouts ask for several before they settle."""

RADIUS = 14
LINE_GAP = 0.22
ABOVE_WORDS = 0.32
HEADING_ABOVE, HEADING_BELOW = 0.8, 0.25

PictureOf = Callable[[ExerciseRow, QSize], QPixmap | None]


def picture_size(text_height: float, card_width: float) -> QSize:
    """How large the pictures of a list are: one size for all of its cards."""
    height = int(text_height * CARD_HEIGHT - 2 * CARD_ABOVE - 2 * AROUND_PICTURE)
    width = min(height * PICTURE_SHAPE, card_width * WIDEST_PICTURE)
    return QSize(max(WIDTH_STEP, int(width / WIDTH_STEP) * WIDTH_STEP), max(1, height))


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of one list. Names that are too long for a line get another one."""

    def __init__(
        self, cards: ExerciseModel, base: QFont, picture_of: PictureOf, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._cards = cards
        self._picture_of = picture_of
        self._width = 0
        self._heights: list[int] = []
        self._measured_rows: tuple[ExerciseRow, ...] = ()
        self._measured: dict[int, list[int]] = {}
        self._take_font(base)

    def measure(self, width: int, base: QFont) -> None:
        """Find out how high every card is in a list of that width.

        Has to be called before the list is laid out: a thousand cards are asked one by
        one for their height, which has to be ready by then.
        """
        self._width = width
        self._heights = self._heights_at(width, base)

    @property
    def are_alike(self) -> bool:
        """Whether all shown cards have the same height, as measured last."""
        cards = self._cards
        if not cards.is_filtering and any(row.heading for row in cards.rows):
            return False
        return len(set(map(self._heights.__getitem__, cards.shown))) == 1

    def total_height(self, width: int, base: QFont) -> int:
        """How high the shown cards are together in a list of that width."""
        heights = self._heights_at(width, base)
        total = sum(map(heights.__getitem__, self._cards.shown))
        if not self._cards.is_filtering:
            total += sum(self._heading_height(r, width) for r in self._cards.rows if r.heading)
        return total

    def _heights_at(self, width: int, base: QFont) -> list[int]:
        if base != self._base:
            self._take_font(base)
        if self._cards.rows is not self._measured_rows:
            self._measured_rows = self._cards.rows
            self._measured.clear()
        found = self._measured.get(width)
        if found is None:
            if len(self._measured) >= MOST_WIDTHS:
                self._measured.clear()
            found = [self._card_height(row, width) for row in self._cards.rows]
            self._measured[width] = found
        return found

    def _take_font(self, base: QFont) -> None:
        self._base = QFont(base)  # an option's own font goes with the option
        self._measured.clear()
        self._name = Face(base, 1.1, bold=True)
        self._line = Face(base, 0.95)
        self._mark = Face(base, 0.88, bold=True)
        self._heading = Face(base, 0.95, bold=True)
        self._em = Face(base).line_height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        place = self._cards.shown[index.row()]
        height = self._heights[place] if place < len(self._heights) else 0
        if not self._cards.is_filtering:
            height += self._heading_height(self._cards.rows[place], self._width)
        return QSize(100, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._cards.row(index)
        tokens = tokens_of(option.palette)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if row.heading and not self._cards.is_filtering:
            high = self._heading_height(row, option.rect.width())
            title = box.adjusted(4, self._em * HEADING_ABOVE, -4, 0)
            lines = self._heading.lines(row.heading, title.width())
            self._heading.draw(painter, lines, title, QColor(tokens.soft))
            box.setTop(box.top() + high)
        card = box.adjusted(CARD_ASIDE, CARD_ABOVE, -CARD_ASIDE, -CARD_ABOVE)
        self._draw_card(painter, option, card, tokens)
        self._draw_picture(painter, option, row, card, tokens)
        self._draw_words(painter, option, row, card, tokens)
        painter.restore()

    # Measures

    def _heading_height(self, row: ExerciseRow, width: int) -> int:
        if not row.heading:
            return 0
        lines = self._heading.lines(row.heading, width - 8)
        return round(self._heading.height(lines) + self._em * (HEADING_ABOVE + HEADING_BELOW))

    def _card_height(self, row: ExerciseRow, width: int) -> int:
        card = QRectF(0, 0, width - 2 * CARD_ASIDE, 0)
        words = self._words_height(row, self._words_box(card).width())
        least = self._em * CARD_HEIGHT
        return round(max(least, words + 2 * CARD_ABOVE + 2 * ABOVE_WORDS * self._em))

    def _words_height(self, row: ExerciseRow, width: float) -> float:
        blocks = self._blocks(row, width)
        gaps = LINE_GAP * self._em * (len(blocks) - 1)
        return sum(face.height(lines) for face, lines in blocks) + gaps

    def _blocks(self, row: ExerciseRow, width: float) -> list[tuple[Face, tuple[str, ...]]]:
        name = f"{row.number}.  {row.name}" if row.number else row.name
        texts = ((self._name, name), (self._line, row.line), (self._mark, row.mark))
        return [(face, face.lines(text, width)) for face, text in texts if text]

    def _picture_box(self, card: QRectF) -> QRectF:
        """The picture's place, where reading begins at the left."""
        size = picture_size(self._em, card.width())
        top = round(card.center().y() - size.height() / 2)
        return QRectF(round(card.left() + AROUND_PICTURE), top, size.width(), size.height())

    def _words_box(self, card: QRectF) -> QRectF:
        left = self._picture_box(card).right() + self._em * 0.7
        return QRectF(left, card.top(), card.right() - self._em * 0.6 - left, card.height())

    # Painting

    def _draw_card(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, tokens: Tokens
    ) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        colour = tokens.accent if chosen else tokens.line
        painter.setPen(QPen(QColor(colour), 2.0 if chosen else 1.0))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and not chosen
        painter.setBrush(QColor(tokens.sunken if hovered else tokens.surface))
        painter.drawRoundedRect(card, RADIUS, RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 2.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(3, 3, -3, -3), RADIUS - 3, RADIUS - 3)

    def _draw_picture(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: ExerciseRow,
        card: QRectF,
        tokens: Tokens,
    ) -> None:
        """The picture or, until it is there, a sign."""
        box = mirrored(option, self._picture_box(card))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(box, 10, 10)
        picture = self._picture_of(row, box.size().toSize())
        if picture is None:
            draw_position(painter, box, row.position, QColor(tokens.accent), chair=row.chair)
        else:
            painter.drawPixmap(box, picture, QRectF(picture.rect()))

    def _draw_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: ExerciseRow,
        card: QRectF,
        tokens: Tokens,
    ) -> None:
        box = self._words_box(card)
        blocks = self._blocks(row, box.width())
        box.setTop(card.center().y() - self._words_height(row, box.width()) / 2)
        rest = mirrored(option, box)
        colours = {self._name: tokens.ink, self._line: tokens.soft, self._mark: tokens.accent}
        for face, lines in blocks:
            rest = face.draw(painter, lines, rest, QColor(colours[face]))
            rest.setTop(rest.top() + LINE_GAP * self._em)


def mirrored(option: QStyleOptionViewItem, box: QRectF) -> QRectF:
    """`box` on the other side of its row where reading begins at the right."""
    if option.direction is Qt.LayoutDirection.LeftToRight:
        return box
    whole = QRectF(option.rect)
    return box.translated(whole.left() + whole.right() - box.left() - box.right(), 0)
