"""The list of routines at the left of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from backcare.ui.accessible import follow_selection
from backcare.ui.controls import SlimScrollBar
from backcare.ui.list_pictures import ListPictures
from backcare.ui.menu_list import MenuList
from backcare.ui.routine_delegate import RoutineDelegate, picture_size
from backcare.ui.routine_rows import ROW_ROLE, RoutineModel, RoutineRow

if TYPE_CHECKING:
    from backcare.ui.card_pictures import CardPictures, Wish


class RoutineList(MenuList):
    """The routines.

    Signals:
        chosen: carries the id of the routine that has become the current one.
        opened: the current routine was clicked, or chosen by Enter.
    """

    chosen = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures: ListPictures | None = None
        self.rows = RoutineModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RoutineDelegate(self, self._picture_of))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBar(_bare_bar())
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Routines"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        follow_selection(self)
        self.clicked.connect(lambda _: self.opened.emit())

    def choose(self, name: str) -> None:
        """Make a routine the current one."""
        row = self.rows.row_of(name)
        if row >= 0:
            self.setCurrentIndex(self.rows.index(row))

    def follow(self, other: RoutineList) -> None:
        """Show the rows of another list, and its choice, from now on."""
        self.rows = other.rows
        self.setModel(other.rows)
        self.setSelectionModel(other.selectionModel())

    def contents_height(self, width: int) -> int:
        """How high all rows are in so wide a list."""
        self.resize(width, self.height())
        return sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))

    def _on_current_changed(self, current: QModelIndex) -> None:
        row = current.data(ROW_ROLE)
        if row is not None and row.id:
            self.chosen.emit(row.id)

    # Pictures

    def use_pictures(self, pictures: CardPictures) -> None:
        """Show pictures from the same store as other lists do."""
        self._pictures = ListPictures(self, pictures)
        pictures.also(self._next_wish)
        pictures.drawn.connect(self._on_drawn)

    def _picture_of(self, row: RoutineRow, size: QSize) -> QPixmap | None:
        return None if self._pictures is None else self._pictures.picture(row.illustration, size)

    def _next_wish(self) -> Wish | None:
        if self._pictures is None or not self.isVisible():
            return None
        size = picture_size(QFontMetricsF(self.font()).height())
        rows = (self.rows.index(place).data(ROW_ROLE) for place in range(self.rows.rowCount()))
        return self._pictures.missing((row.illustration for row in rows), size)

    def _on_drawn(self, wish: Wish) -> None:
        for place in range(self.rows.rowCount()):
            index = self.rows.index(place)
            if index.data(ROW_ROLE).illustration == wish.illustration:
                self.update(index)

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # names wrap elsewhere now

    # Keyboard and mouse

    def moveCursor(  # noqa: N802 - Qt's name
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Home and End lead to a routine, never to a heading."""
        first, last = self.rows.ends()
        if cursorAction is QAbstractItemView.CursorAction.MoveHome:
            return self.rows.index(first)
        if cursorAction is QAbstractItemView.CursorAction.MoveEnd:
            return self.rows.index(last)
        return super().moveCursor(cursorAction, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def has_menu(self, index: QModelIndex) -> bool:
        return index.isValid() and bool(index.data(ROW_ROLE).id)


def _bare_bar() -> SlimScrollBar:
    """A scroll bar on whatever colour is behind it."""
    bar = SlimScrollBar()
    bar.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
    bare = QPalette()
    bare.setColor(QPalette.ColorRole.AlternateBase, Qt.GlobalColor.transparent)
    bar.setPalette(bare)  # the other colours go on following the program's
    bar.setBackgroundRole(QPalette.ColorRole.AlternateBase)
    return bar
