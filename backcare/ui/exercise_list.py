"""The cards of exercises in the middle of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from backcare.ui.card_delegate import CARD_ASIDE, CardDelegate, picture_size
from backcare.ui.card_pictures import CardPictures, Draw, Wish
from backcare.ui.controls import SlimScrollBar
from backcare.ui.exercise_rows import ExerciseModel, ExerciseRow
from backcare.ui.list_pictures import ListPictures
from backcare.ui.menu_list import MenuList

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backcare.core.search import Wanted

TELL_LATER_MS = 250
"""While a person types, what is told about the first card found waits for the next letter."""

MARGIN = 8
"""Left free above and below a card that is brought into sight."""

CursorAction = QAbstractItemView.CursorAction


class ExerciseList(MenuList):
    """The cards.

    Signals:
        chosen: carries the key of the current card, when it has become another one.
        opened: Enter or a double click; carries the key.
        pictures_needed: there are pictures to draw; `draw_pictures_with` is to be called.
    """

    chosen = Signal(str)
    opened = Signal(str)
    pictures_needed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._is_quiet = False
        self._area: QScrollArea | None = None
        self.cards = ExerciseModel(self)
        self.setModel(self.cards)
        self.pictures = CardPictures(self._next_seen, self)
        self._own_pictures = ListPictures(self, self.pictures)
        self.pictures.also(self._next_unseen)
        self.pictures.needed.connect(self.pictures_needed)
        self.pictures.drawn.connect(self._on_drawn)
        self._looks = CardDelegate(self.cards, self.font(), self._picture_of, self)
        self.setItemDelegate(self._looks)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollBar(SlimScrollBar())
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Exercises"))
        self._teller = QTimer(self)
        self._teller.setSingleShot(True)
        self._teller.setInterval(TELL_LATER_MS)
        self._teller.timeout.connect(self._tell)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    # The cards

    def show_rows(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Show other cards and choose the first where the choice went."""
        kept = self.current_key()
        if self.cards.set_rows(rows):
            kept = self._told = ""
        self._choose(kept)
        self._tell()
        self._fit()

    def set_wanted(self, wanted: Wanted) -> None:
        """Show only what is wanted; the headings go while something is.

        Where that takes the choice, what it falls on is told a little later.
        """
        kept = self.current_key()
        if self.cards.set_wanted(wanted):
            self._choose(kept)
            self._teller.start()
            self.pictures.hold_on()
            self._fit()

    def choose(self, key: str) -> None:
        """Make a card the current one, if it is shown."""
        place = self.cards.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self.cards.index(place))

    def current_key(self) -> str:
        """The key of the chosen card, or an empty text."""
        row = self.current_row()
        return "" if row is None else row.key

    def current_row(self) -> ExerciseRow | None:
        """The chosen card."""
        index = self.currentIndex()
        return self.cards.row(index) if index.isValid() else None

    @property
    def shown_count(self) -> int:
        return self.cards.rowCount()

    def _choose(self, key: str) -> None:
        """Choose that card or else the first, and tell nobody yet."""
        if not self.cards.rowCount():
            self._told = ""
        elif not key or self.current_key() != key:
            self._is_quiet = True
            self.setCurrentIndex(self.cards.index(max(0, self.cards.place_of(key))))
            self._is_quiet = False

    def tell_now(self) -> None:
        """Tell at once which card is the current one, if that still waits for the next letter."""
        if self._teller.isActive():
            self._tell()

    def _tell(self) -> None:
        self._teller.stop()
        key = self.current_key()
        if key and key != self._told:
            self._told = key
            self.chosen.emit(key)

    def _on_current_changed(self) -> None:
        if not self._is_quiet:
            self._tell()

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.cards.row(index).key)

    # Size and place

    def grow_in(self, area: QScrollArea) -> None:
        """Be as high as all cards are, from now on, and leave scrolling to `area`."""
        self._area = area
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return self._area is not None

    def heightForWidth(self, width: int) -> int:
        return self._looks.total_height(width, self.font())

    def sizeHint(self) -> QSize:
        if self._area is None:
            return super().sizeHint()
        return QSize(200, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0) if self._area is not None else super().minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # names wrap elsewhere now

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        self._looks.measure(self.viewport().width(), self.font())
        # A thousand cards of one height are laid out ten times as fast as by asking each.
        self.setUniformItemSizes(self._looks.are_alike)
        super().doItemsLayout()

    def _fit(self) -> None:
        if self._area is not None:
            self.updateGeometry()

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a card into sight. Among other things on a page only for who works in the list."""
        if self._area is None:
            super().scrollTo(index, hint)
        elif self.hasFocus():
            box = self.visualRect(index)
            place = self.mapTo(self._area, box.center())
            place.setY(place.y() + self._area.verticalScrollBar().value())
            self._area.ensureVisible(place.x(), place.y(), 0, box.height() // 2 + MARGIN)

    def _seen_part(self) -> QRect:
        return self.viewport().visibleRegion().boundingRect()

    # Keyboard and mouse

    def moveCursor(  # noqa: N802 - Qt's name
        self,
        cursorAction: CursorAction,  # noqa: N803 - Qt's name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """A page is what is seen, not the whole list."""
        pages = {CursorAction.MovePageDown: 1, CursorAction.MovePageUp: -1}
        if self._area is None or cursorAction not in pages or not self.currentIndex().isValid():
            return super().moveCursor(cursorAction, modifiers)
        high = self._area.viewport().height() * pages[cursorAction]
        wanted = self.visualRect(self.currentIndex()).top() + high
        last = self.cards.rowCount() - 1
        place = self.indexAt(QPoint(1, max(0, wanted))).row() if wanted > 0 else 0
        return self.cards.index(place if place >= 0 else last)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.scrollTo(self.currentIndex())

    # Pictures

    def draw_pictures_with(self, draw: Draw) -> None:
        """Draw the pictures that are missing by `draw`, one at a time."""
        self.pictures.draw_with(draw)

    def forget_pictures(self) -> None:
        """Draw every picture anew; `pictures_needed` will ask for something to draw with."""
        self.pictures.forget()
        self.viewport().update()

    def _picture_of(self, row: ExerciseRow, size: QSize) -> QPixmap | None:
        return self._own_pictures.picture(row.illustration, size)

    def _next_seen(self) -> Wish | None:
        """A picture that is missing on a card in sight."""
        return self._missing(self.cards.row(index) for index in self._seen())

    def _next_unseen(self) -> Wish | None:
        """One that is missing elsewhere, as long as there is room to keep it."""
        return None if self.pictures.is_full else self._missing(self.cards.rows)

    def _missing(self, rows: Iterable[ExerciseRow]) -> Wish | None:
        width = self.viewport().width() - 2 * CARD_ASIDE
        size = picture_size(QFontMetricsF(self.font()).height(), width)
        return self._own_pictures.missing((row.illustration for row in rows), size)

    def _seen(self) -> Iterator[QModelIndex]:
        """The cards that are at least partly in sight, from above."""
        seen = self._seen_part()
        if seen.isEmpty():
            return
        first = self.indexAt(seen.topLeft())
        for number in range(max(0, first.row()), self.cards.rowCount()):
            index = self.cards.index(number)
            if self.visualRect(index).top() > seen.bottom():
                return
            yield index

    def _on_drawn(self, wish: Wish) -> None:
        for index in self._seen():
            if self.cards.row(index).illustration == wish.illustration:
                self.update(index)
