"""Paragraphs on pages: the one that stands, the dots that count them, and the turning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor

from backcare.ui.step_pages import UNHURRIED_SECONDS, Pages, paginate
from backcare.ui.text_blocks import draw_blocks

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from backcare.ui.text_blocks import Block
    from backcare.ui.theme import Tokens

# Shares of the room below the text, in which the dots of the pages stand.
_DOT = 0.24
_OTHER_DOT = 0.16
_PITCH = 0.9

_CLEAR = 0.4
"""Of the size of the text: how far it is kept from the dots at least."""


class PagedText(QObject):
    """The text of a widget, which it draws on. Only the text is drawn anew at a turn."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._pages = Pages()
        self._page = 0
        self._elapsed = 0.0
        self._turns_itself = False
        self._box = QRect()
        self._below_px = 0
        self._dots_top = 0
        self.turner = QTimer(self)
        self.turner.setSingleShot(True)
        self.turner.timeout.connect(self._turn)
        widget.installEventFilter(self)

    def place(
        self,
        blocks: tuple[Block, ...],
        box: QRect,
        below_px: int,
        *,
        largest_px: int,
        seconds: float | None,
        closing: Block | None = None,
    ) -> None:
        """Show `blocks` in `box`, with dots in so much room below it.

        They are read in so many seconds, which `show_elapsed` tells; None means that the
        pages turn by themselves, slowly, again and again. `closing` has the last page to
        itself, where there are pages at all.
        """
        self._turns_itself = seconds is None
        given = UNHURRIED_SECONDS * len(blocks) if seconds is None else seconds
        font, room = self._widget.font(), QRect(box)
        pages = paginate(font, blocks, room, largest_px, given, closing)
        if len(pages.groups) > 1:
            # The dots keep clear of the text.
            room.setHeight(box.height() - round(_CLEAR * pages.px))
            pages = paginate(font, blocks, room, largest_px, given, closing)
        self._box, self._below_px, self._dots_top = room, below_px, box.bottom() + 1
        self._pages = pages
        self._page = 0 if self._turns_itself else self._pages.page_at(self._elapsed)
        self._wait_for_turn()

    def show_elapsed(self, seconds: float) -> None:
        """So much time has passed: turn to the page that this is the time for."""
        self._elapsed = seconds
        if not self._turns_itself:
            self._turn_to(self._pages.page_at(seconds))

    @property
    def px(self) -> int:
        """The size of the text; 0 where there is room for none."""
        return self._pages.px if self._pages.groups[0] else 0

    @property
    def page(self) -> int:
        """Which page stands, from 0."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages.groups)

    @property
    def shown(self) -> tuple[str, ...]:
        """The paragraphs that can be read now."""
        return tuple(block.text for block in self._pages.groups[self._page])

    def draw(self, painter: QPainter, tokens: Tokens) -> None:
        """Draw the page, in the painter's font, and the dots under it."""
        if self.px:
            group = self._pages.groups[self._page]
            draw_blocks(painter, group, self._box, self._pages.px, tokens)
        if self.count > 1:
            self._draw_dots(painter, tokens)

    def _draw_dots(self, painter: QPainter, tokens: Tokens) -> None:
        middle, room = QRectF(self._box).center().x(), self._below_px
        step = -1 if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(self.count):
            is_on = index == self._page
            painter.setBrush(QColor(tokens.ink if is_on else tokens.edge))
            x = middle + step * (index - (self.count - 1) / 2) * _PITCH * room
            radius = (_DOT if is_on else _OTHER_DOT) * room
            painter.drawEllipse(QPointF(x, self._dots_top + room / 2), radius, radius)

    def _turn_to(self, page: int) -> None:
        if page != self._page:
            self._page = page
            drawn = QRect(self._box)
            drawn.setBottom(self._dots_top + self._below_px)
            self._widget.update(drawn)

    def _turn(self) -> None:
        self._turn_to((self._page + 1) % self.count)
        self._wait_for_turn()

    def _wait_for_turn(self) -> None:
        """One waking for each page, and only where there is another to turn to."""
        self.turner.stop()
        if self._turns_itself and self.count > 1 and self._widget.isVisible():
            self.turner.start(round(1000 * self._pages.seconds_of(self._page)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._wait_for_turn()
        return super().eventFilter(watched, event)
