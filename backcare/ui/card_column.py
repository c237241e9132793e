"""The column of cards with what stands above them, and what is said where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from backcare.ui.controls import SlimScrollBar
from backcare.ui.nothing_there import NothingThere
from backcare.ui.placed import height_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.ui.exercise_list import ExerciseList

ROOM_FOR_CARDS = 12
"""In text heights: with less room below it, the heading scrolls away with the cards."""

ROOM_FOR_PICTURE = 11
"""In text heights: with less, only words and buttons stand where there are no cards."""

WIDEST = 54
"""In text heights: lines that are longer are hard to read."""

SIDE = 1.0
"""The margin on the side where reading begins, in text heights."""


class CardColumn(QWidget):
    """Heading and cards. The heading stands still as long as that leaves room for cards."""

    def __init__(self, heading: QWidget, cards: ExerciseList) -> None:
        super().__init__()
        self._cards = cards
        self._stands = True
        self.nothing = NothingThere()
        self.nothing.hide()
        self._head = _hfw_widget()
        self._head_column = _bare_column(self._head)
        self._head_column.addWidget(heading)
        self.area = self._scroll_area()
        self._top = QVBoxLayout()
        self._top.addWidget(self._head)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(6)
        self._outer.addLayout(self._top)
        self._outer.addWidget(self.area, 1)
        inner = QWidget()
        self._inner = _bare_column(inner)
        self._inner.addWidget(self.nothing)
        self._inner.addWidget(cards)
        self._inner.addStretch(1)
        self.area.setWidget(inner)
        cards.grow_in(self.area)
        self._fit()

    @property
    def does_heading_stand(self) -> bool:
        """Whether the heading stays where it is while the cards are scrolled."""
        return self._stands

    def show_cards(self, *, any_there: bool) -> None:
        """Show the cards, or what is said in their place."""
        self._cards.setVisible(any_there)
        self.nothing.setVisible(not any_there)
        if not any_there:
            QTimer.singleShot(0, self, self._bring_up_nothing)

    def _bring_up_nothing(self) -> None:
        """Below a heading that fills the window, nobody would see that nothing is found."""
        if self.nothing.isVisible():
            self.area.ensureWidgetVisible(self.nothing, 0, 0)

    def scroll_to_top(self) -> None:
        self.area.verticalScrollBar().setValue(0)

    def put_above(self, notice: QWidget) -> None:
        """Show a notice above the heading, so that it scrolls away with it."""
        self._head_column.insertWidget(0, notice)

    def settle(self) -> None:
        """Decide anew whether the heading stands still: it, or the room for it, has changed."""
        high = height_of(self._head, self._inner_width())
        room = self.height() - high
        self.nothing.show_picture(shown=room >= ROOM_FOR_PICTURE * self.fontMetrics().height())
        stands = room >= ROOM_FOR_CARDS * self.fontMetrics().height()
        if stands is not self._stands:
            self._stands = stands
            self._move_head()

    def _move_head(self) -> None:
        """Put the heading above what is scrolled, or into it; the keyboard stays where it is."""
        # The window's own, be it active or not; without one it is None, whatever is declared.
        focused: QWidget | None = self.window().focusWidget()
        (self._inner if self._stands else self._top).removeWidget(self._head)
        (self._top if self._stands else self._inner).insertWidget(0, self._head)
        self._head.show()
        if focused is not None and self._head.isAncestorOf(focused):
            focused.setFocus()

    # Size and place

    def _scroll_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, though it draws nothing where there is nothing to scroll: if it came
        # and went, the cards would change their width, and with it their height.
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setVerticalScrollBar(SlimScrollBar())
        return area

    def _inner_width(self) -> int:
        left, right = self._asides()
        return self.width() - left - right - SlimScrollBar.WIDTH

    def _asides(self) -> tuple[int, int]:
        """The margins at the side where reading begins, and at the other."""
        em = self.fontMetrics().height()
        # What is too much is left free outside: the cards stay beside their detail.
        right = round(em * 0.2)
        return max(round(em * SIDE), self.width() - right - WIDEST * em), right

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        (left, right), bar = self._asides(), SlimScrollBar.WIDTH
        beside = (0, bar)
        if self.isRightToLeft():
            left, right, beside = right, left, (bar, 0)
        self._outer.setContentsMargins(left, round(em * 0.8), right, 0)
        self._top.setContentsMargins(beside[0], 0, beside[1], 0)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()
        if event.type() == QEvent.Type.FontChange:
            # Once all has its place: until then Qt follows the focus, past the heading.
            QTimer.singleShot(0, self, self.scroll_to_top)


def _hfw_widget() -> QWidget:
    """A widget whose height follows from its width."""
    made = QWidget()
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def _bare_column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column
