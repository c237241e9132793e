"""Widgets that place their children by the width there is, and know how high that makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDEST = 1.6
"""Of the width that the widest cell wants: more would tear it apart."""

Places = list[tuple[QWidget, QRect]]


def height_of(widget: QWidget, width: int) -> int:
    """How high a widget has to be at that width."""
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


class Placed(QWidget):
    """Asks `arranged` for places, written from left to right, and mirrors them where need be.

    By itself it places nothing; what derives from it says what goes where.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Not fixed: Qt would hold it to the height that it hints at for another width.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arranged(self, width: int) -> tuple[int, Places]:
        """The height needed at `width`, and where each child goes."""
        del width
        return 0, []

    def narrowest(self) -> int:
        """The least width at which nothing is cut off."""
        return 0

    def place(self) -> None:
        """Put every child in its place; call it when one of them wants another size."""
        for widget, place in self.arranged(self.width())[1]:
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.arranged(width)[0]

    def sizeHint(self) -> QSize:
        width = max(self.width(), self.narrowest())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.narrowest(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.place()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self.place()


class Pair(Placed):
    """Text or a link, and a button at the end of its line; below it where there is no room."""

    def __init__(
        self, main: QWidget, button: QWidget, *, gap: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._main = main
        self._button = button
        self._gap = gap
        main.setParent(self)
        button.setParent(self)

    def narrowest(self) -> int:
        parts = (self._main, self._button)
        return max(part.minimumSizeHint().width() for part in parts if not part.isHidden())

    def _main_wish(self) -> int:
        """Text may wrap, but a column of single words is no line to read."""
        return min(self._main.sizeHint().width(), 9 * self.fontMetrics().height())

    def arranged(self, width: int) -> tuple[int, Places]:
        main, button = self._main, self._button
        if button.isHidden():
            high = height_of(main, width)
            return high, [(main, QRect(0, 0, width, high))]
        wish = button.sizeHint().width()
        rest = width - wish - self._gap
        if rest >= self._main_wish():
            main_high, button_high = height_of(main, rest), height_of(button, wish)
            high = max(main_high, button_high)
            return high, [
                (main, QRect(0, (high - main_high) // 2, rest, main_high)),
                (button, QRect(width - wish, (high - button_high) // 2, wish, button_high)),
            ]
        wish = min(wish, width)
        main_high, button_high = height_of(main, width), height_of(button, wish)
        top = main_high + self._gap // 2
        return top + button_high, [
            (main, QRect(0, 0, width, main_high)),
            (button, QRect(0, top, wish, button_high)),
        ]


class Grid(Placed):
    """Cells of one width, as many in a row as there is room for; rows of even length."""

    def __init__(self, *, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._cells: list[QWidget] = []

    def show_cells(self, cells: list[QWidget]) -> None:
        """Show these from now on, in this order; others of this grid are hidden."""
        for cell in self._cells:
            if cell not in cells:
                cell.hide()
        self._cells = list(cells)
        for cell in cells:
            if cell.parent() is not self:
                cell.setParent(self)
            cell.show()
        self.updateGeometry()
        self.place()

    def columns(self, width: int) -> int:
        """How many cells stand in a row of that width."""
        count = len(self._cells)
        wish = max(cell.sizeHint().width() for cell in self._cells)
        most = max(1, min(count, (width + self._gap) // (wish + self._gap)))
        rows = -(-count // most)
        return -(-count // rows)

    def narrowest(self) -> int:
        return max((cell.minimumSizeHint().width() for cell in self._cells), default=0)

    def arranged(self, width: int) -> tuple[int, Places]:
        places: Places = []
        if not self._cells:
            return 0, places
        columns, top = self.columns(width), 0
        widest = round(WIDEST * max(cell.sizeHint().width() for cell in self._cells))
        wide = min(widest, (width - (columns - 1) * self._gap) // columns)
        for first in range(0, len(self._cells), columns):
            row = self._cells[first : first + columns]
            high = max(height_of(cell, wide) for cell in row)
            for number, cell in enumerate(row):
                places.append((cell, QRect(number * (wide + self._gap), top, wide, high)))
            top += high + self._gap
        return top - self._gap, places
