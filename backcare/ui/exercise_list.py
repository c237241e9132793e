"""The cards of exercises in the middle of the main window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from backcare.core.exercise import Position
from backcare.core.search import has_all, wanted_words
from backcare.ui.controls import SlimScrollBar
from backcare.ui.position_mark import draw_position
from backcare.ui.theme import Tokens, font, tokens_of

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class ExerciseRow:
    """One card.

    Attributes:
        key: tells the card from all others of the list; an exercise may stand twice.
        number: its place in the routine; 0 shows none.
        line: the dose, or where the body is.
        heading: the section that begins with it, or empty.
        mark: a short remark such as "changed by you", or empty.
        haystack: what it is found by (core.search.search_text).
    """

    key: str
    exercise: str
    number: int
    name: str
    line: str
    position: Position
    heading: str = ""
    mark: str = ""
    haystack: str = ""
    chair: bool = False


class ExerciseModel(QAbstractListModel):
    """The cards of one routine, or of the whole catalogue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ExerciseRow, ...] = ()

    @property
    def rows(self) -> tuple[ExerciseRow, ...]:
        return self._rows

    def set_rows(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Show other cards; where only their words change, the choice stays."""
        if rows and [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

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
            number = f"{row.number}. " if row.number else ""
            return ", ".join(part for part in (number + row.name, row.line, row.mark) if part)
        return None


class ExerciseFilter(QSortFilterProxyModel):
    """Lets through what matches the typed words and the chosen position."""

    def __init__(self, cards: ExerciseModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = cards
        self.setSourceModel(cards)
        self._query: tuple[str, ...] = ()
        self._position: Position | None = None

    @property
    def is_filtering(self) -> bool:
        return bool(self._query) or self._position is not None

    def set_filter(self, query: str, position: Position | None) -> None:
        self._query, self._position = wanted_words(query), position
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        del source_parent
        row = self._cards.rows[source_row]
        if self._position is not None and row.position is not self._position:
            return False
        return has_all(row.haystack, self._query)


class ExerciseDelegate(QStyledItemDelegate):
    """Paints a card: picture, number and name, dose, remark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = QFontMetricsF(option.font).height()
        heading = height * 2.2 if self._heading(index) else 0.0
        return QSize(200, round(height * 4.6 + heading))

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
        self._draw_card(painter, option, box.adjusted(2, 4, -2, -4), tokens)
        self._draw_words(painter, row, box.adjusted(2, 4, -2, -4), base, tokens)
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

    def _draw_words(
        self, painter: QPainter, row: ExerciseRow, card: QRectF, base: QFont, tokens: Tokens
    ) -> None:
        height = QFontMetricsF(base).height()
        picture = card.adjusted(10, 10, 0, -10)
        picture.setWidth(min(picture.height() * 1.6, card.width() * 0.19))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(picture, 10, 10)
        draw_position(painter, picture, row.position, QColor(tokens.accent), chair=row.chair)
        left = picture.right() + height * 0.7
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
    """The cards; emits `chosen` with the key of the current one, `opened` on Enter."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ExerciseModel(self)
        self.filter = ExerciseFilter(self.cards, self)
        self.setModel(self.filter)
        self.setItemDelegate(ExerciseDelegate(self))
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
