"""The columns of the first page: side by side where there is room, else one after the other."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WIDE, MEDIUM = 56, 38
"""From so many text heights on there are three columns, or two."""

SIDE_WIDTHS = (11.0, 14.5, 26.0)
"""Of the routines, in text heights: the least, the usual, the most."""

SHARES = (0.3, 0.515, 0.7)
"""Of the cards in what is left for them and the detail: the least, the usual, the most."""

LEAST = 16
"""Of cards and detail where they stand side by side, in text heights."""

HANDLE_WIDTH = 9


class Arrangement(Enum):
    """How many columns there are."""

    WIDE = auto()
    MEDIUM = auto()
    NARROW = auto()


class Handle(QSplitterHandle):
    """What is drawn to share out the width anew: a short line, seen under the mouse."""

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent if self.underMouse() else tokens.edge))
        high = self.fontMetrics().height() * (3.0 if self.underMouse() else 1.6)
        line = QRectF(0, 0, 3, high)
        line.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(line, 1.5, 1.5)


class PageColumns(QSplitter):
    """Routines, cards and detail. In one column the detail takes the place of the cards.

    Signals:
        arranged: there are more columns or fewer; carries the Arrangement.
    """

    arranged = Signal(object)

    def __init__(
        self, side: QWidget, cards: QWidget, detail: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._side, self._cards, self._detail = side, cards, detail
        self._side_width = SIDE_WIDTHS[1]
        self._share = SHARES[1]
        self._arrangement = Arrangement.WIDE
        self._is_detail_open = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(HANDLE_WIDTH)
        for part in (side, cards, detail):
            self.addWidget(part)
        self.splitterMoved.connect(self._keep)
        self._show_parts()

    @property
    def arrangement(self) -> Arrangement:
        return self._arrangement

    @property
    def is_detail_open(self) -> bool:
        """Whether the detail stands where the cards are, in one column."""
        return self._arrangement is Arrangement.NARROW and self._is_detail_open

    def open_detail(self, *, opened: bool) -> None:
        """Show the detail instead of the cards, or the cards again, where there is one column."""
        self._is_detail_open = opened
        self._show_parts()

    # What is remembered

    def shares_text(self) -> str:
        """How the width is shared out, to be remembered."""
        return f"{self._side_width:.2f} {self._share:.3f}"

    def restore_shares(self, text: str) -> None:
        """Share out the width as it was; anything unusable is ignored."""
        try:
            side, share = (float(part) for part in text.split())
        except ValueError:
            return
        if SIDE_WIDTHS[0] <= side <= SIDE_WIDTHS[2] and SHARES[0] <= share <= SHARES[2]:
            self._side_width, self._share = side, share
            self._share_out()

    def _keep(self) -> None:
        em = self.fontMetrics().height()
        sizes = self.sizes()
        if self._arrangement is Arrangement.WIDE:
            self._side_width = _within(sizes[0] / em, SIDE_WIDTHS)
        if self._arrangement is not Arrangement.NARROW:
            self._share = _within(sizes[1] / max(1, sizes[1] + sizes[2]), SHARES)

    # Arranging

    def _arrange(self) -> None:
        em = max(1, self.fontMetrics().height())
        width = self.width() / em
        arrangement = (
            Arrangement.WIDE
            if width >= WIDE
            else Arrangement.MEDIUM
            if width >= MEDIUM
            else Arrangement.NARROW
        )
        if arrangement is not self._arrangement:
            self._arrangement = arrangement
            self._is_detail_open = self._holds_focus(self._detail)
            self._show_parts()
            self.arranged.emit(arrangement)
        self._share_out()

    def _holds_focus(self, part: QWidget) -> bool:
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and part.isAncestorOf(focused)

    def _show_parts(self) -> None:
        narrow = self._arrangement is Arrangement.NARROW
        self._side.setVisible(self._arrangement is Arrangement.WIDE)
        self._detail.setVisible(not narrow or self._is_detail_open)
        self._cards.setVisible(not narrow or not self._is_detail_open)
        em = self.fontMetrics().height()
        self._side.setMinimumWidth(round(SIDE_WIDTHS[0] * em))
        for part in (self._cards, self._detail):
            part.setMinimumWidth(0 if narrow else LEAST * em)
        self._share_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # there are fewer columns before anything gets too narrow

    def _share_out(self) -> None:
        if self._arrangement is Arrangement.NARROW:
            self.setSizes([0, self.width(), self.width()])  # only one of them is shown
            return
        is_wide = self._arrangement is Arrangement.WIDE
        side = round(self._side_width * self.fontMetrics().height()) if is_wide else 0
        rest = self.width() - side - HANDLE_WIDTH * (2 if is_wide else 1)
        cards = round(rest * self._share)
        self.setSizes([side, cards, rest - cards])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._show_parts()
            self._arrange()

    def createHandle(self) -> QSplitterHandle:  # noqa: N802 - Qt's name
        return Handle(self.orientation(), self)


def _within(value: float, limits: tuple[float, float, float]) -> float:
    return max(limits[0], min(limits[2], value))
