"""The cards of exercises in the middle of the main window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backcare.ui.card_pictures import CardPictures, Draw, Wish
from backcare.ui.controls import SlimScrollBar
from backcare.ui.exercise_rows import ROW_ROLE, ExerciseFilter, ExerciseModel, ExerciseRow, Index
from backcare.ui.position_mark import draw_position
from backcare.ui.theme import Tokens, font, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from backcare.core.exercise import Position

CARD_HEIGHT = 4.6  # times the font's height
AROUND_PICTURE = 5.0
CARD_ASIDE, CARD_ABOVE = 2, 4  # between a card and the edge of its place
PICTURE_SHAPE = 1.6  # width for height
WIDEST_PICTURE = 0.23  # of the card
WIDTH_STEP = 8
"""Pictures grow by so many pixels, so that few are drawn anew while a list gets wider."""

PictureOf = Callable[[ExerciseRow, QSize], QPixmap | None]


def picture_size(text_height: float, card_width: float) -> QSize:
    """How large the pictures of a list are: one size for all of its cards."""
    height = int(text_height * CARD_HEIGHT - 2 * CARD_ABOVE - 2 * AROUND_PICTURE)
    width = min(height * PICTURE_SHAPE, card_width * WIDEST_PICTURE)
    return QSize(max(WIDTH_STEP, int(width / WIDTH_STEP) * WIDTH_STEP), max(1, height))


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a card: picture, number and name, dose, remark."""

    def __init__(self, picture_of: PictureOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture_of = picture_of

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetricsF(option.font).height()
        heading = height * 2.2 if self._heading(index) else 0.0
        return QSize(200, round(height * CARD_HEIGHT + heading))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ExerciseRow = index.data(ROW_ROLE)
        tokens = tokens_of(option.palette)
        base: QFont = option.font
        height = QFontMetricsF(base).height()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        heading = self._heading(index)
        if heading:
            title = QRectF(box.left() + 4, box.top(), box.width(), height * 2.0)
            painter.setPen(QColor(tokens.soft))
            painter.setFont(font(base, 0.95, bold=True))
            flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading
            painter.drawText(title, flags, heading)
            box.setTop(box.top() + height * 2.2)
        card = box.adjusted(CARD_ASIDE, CARD_ABOVE, -CARD_ASIDE, -CARD_ABOVE)
        self._draw_card(painter, option, card, tokens)
        self._draw_words(painter, row, card, base, tokens)
        painter.restore()

    def _heading(self, index: Index) -> str:
        model = index.model()
        if isinstance(model, ExerciseFilter) and model.is_filtering:
            return ""
        return str(index.data(ROW_ROLE).heading)

    def _draw_card(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, tokens: Tokens
    ) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        colour = tokens.accent if chosen else tokens.line
        painter.setPen(QPen(QColor(colour), 2.0 if chosen else 1.0))
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and not chosen
        painter.setBrush(QColor(tokens.sunken if hovered else tokens.surface))
        painter.drawRoundedRect(card, 14, 14)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.accent), 1.5, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card.adjusted(4, 4, -4, -4), 11, 11)

    def _draw_picture(
        self, painter: QPainter, row: ExerciseRow, card: QRectF, size: QSize, tokens: Tokens
    ) -> float:
        """The picture or, until it is there, a sign; returns where it ends."""
        top = round(card.center().y() - size.height() / 2)
        box = QRectF(round(card.left() + AROUND_PICTURE), top, size.width(), size.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(box, 10, 10)
        picture = self._picture_of(row, size)
        if picture is None:
            draw_position(painter, box, row.position, QColor(tokens.accent), chair=row.chair)
        else:
            painter.drawPixmap(box, picture, QRectF(picture.rect()))
        return box.right()

    def _draw_words(
        self, painter: QPainter, row: ExerciseRow, card: QRectF, base: QFont, tokens: Tokens
    ) -> None:
        height = QFontMetricsF(base).height()
        left = self._draw_picture(painter, row, card, picture_size(height, card.width()), tokens)
        left += height * 0.7
        width = card.right() - left - height * 0.6
        bold, small = font(base, 1.1, bold=True), font(base, 0.95)
        name = f"{row.number}.  {row.name}" if row.number else row.name
        if QFontMetricsF(bold).horizontalAdvance(name) > width:
            bold = font(base, 0.96, bold=True)
        lines = [(bold, tokens.ink, name), (small, tokens.soft, row.line)]
        if row.mark:
            lines.append((font(base, 0.88, bold=True), tokens.accent, row.mark))
        step = height * 1.32
        top = card.center().y() - step * len(lines) / 2
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for number, (face, colour, text) in enumerate(lines):
            painter.setFont(face)
            painter.setPen(QColor(colour))
            fitted = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRectF(left, top + number * step, width, step), flags, fitted)


class ExerciseList(QListView):
    """The cards; emits `chosen` with the key of the current one, `opened` on Enter.

    Signals:
        pictures_needed: there are pictures to draw; `draw_pictures_with` is to be called.
    """

    chosen = Signal(str)
    opened = Signal(str)
    pictures_needed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ExerciseModel(self)
        self.filter = ExerciseFilter(self.cards, self)
        self.setModel(self.filter)
        self._pictures = CardPictures(self._next_wish, self)
        self._pictures.needed.connect(self.pictures_needed)
        self._pictures.drawn.connect(self._on_drawn)
        self.setItemDelegate(ExerciseDelegate(self._picture_of, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBar(SlimScrollBar())
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Exercises"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Show other cards and choose the first where the choice went."""
        self.cards.set_rows(rows)
        self._choose_something()

    def set_filter(self, query: str, position: Position | None) -> None:
        """Show only what matches; the headings go while something is filtered."""
        self.filter.set_filter(query, position)
        self.scheduleDelayedItemsLayout()
        self._choose_something()

    def draw_pictures_with(self, draw: Draw) -> None:
        """Draw the pictures that are missing by `draw`, one at a time."""
        self._pictures.draw_with(draw)

    def forget_pictures(self) -> None:
        """Draw every picture anew; `pictures_needed` will ask for something to draw with."""
        self._pictures.forget()
        self.viewport().update()

    def current_key(self) -> str:
        """The key of the chosen card, or an empty text."""
        row = self.currentIndex().data(ROW_ROLE)
        return "" if row is None else str(row.key)

    @property
    def shown_count(self) -> int:
        return self.filter.rowCount()

    def _choose_something(self) -> None:
        if not self.currentIndex().isValid() and self.filter.rowCount():
            self.setCurrentIndex(self.filter.index(0, 0))

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if row is not None:
            self.chosen.emit(row.key)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(ROW_ROLE).key)

    # Pictures

    def _picture_of(self, row: ExerciseRow, size: QSize) -> QPixmap | None:
        wish = self._wish(row, size)
        return None if wish is None else self._pictures.picture(wish)

    def _wish(self, row: ExerciseRow, size: QSize) -> Wish | None:
        if row.illustration is None:
            return None
        theme = tokens_of(self.palette()).name
        ratio = self.devicePixelRatioF()
        return Wish(row.illustration, size.width(), size.height(), ratio, theme)

    def _next_wish(self) -> Wish | None:
        """A picture that is not there yet: seen cards first, then as many as are kept."""
        size = picture_size(QFontMetricsF(self.font()).height(), self._card_width())
        rows = [index.data(ROW_ROLE) for index in self._seen()]
        if not self._pictures.is_full:
            rows += self.cards.rows
        wishes = (self._wish(row, size) for row in rows)
        return next((w for w in wishes if w is not None and not self._pictures.has(w)), None)

    def _card_width(self) -> int:
        return self.visualRect(self.filter.index(0, 0)).width() - 2 * CARD_ASIDE

    def _seen(self) -> Iterator[QModelIndex]:
        """The cards that are at least partly in sight, from above."""
        first = self.indexAt(self.viewport().rect().topLeft())
        bottom = self.viewport().height()
        for number in range(max(0, first.row()), self.filter.rowCount()):
            index = self.filter.index(number, 0)
            if self.visualRect(index).top() >= bottom:
                return
            yield index

    def _on_drawn(self, wish: Wish) -> None:
        for index in self._seen():
            if index.data(ROW_ROLE).illustration == wish.illustration:
                self.update(index)
