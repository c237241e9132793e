"""What can be filtered by, in groups of properties that are wanted or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backcare.core.search import Choice
from backcare.ui.chips import RING_ROOM, ToggleChip
from backcare.ui.controls import Emphasis, PillButton, SlimScrollBar, TextLabel
from backcare.ui.flow_layout import FlowLayout
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QScrollBar

WIDTH = 27  # times the font's height
MARGIN = 14


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The choices of one property, each with its words; `one_only` allows just one of them."""

    title: str
    choices: tuple[tuple[Choice, str], ...]
    one_only: bool = False


class _Foot(QWidget):
    """Stands still below what is scrolled; a line tells that more goes on behind it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__()
        self._bar = bar
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._bar.value() < self._bar.maximum():
            edge = QColor(tokens_of(self.palette()).edge)
            QPainter(self).fillRect(0, 0, self.width(), 1, edge)


class FilterPanel(QWidget):
    """Toggles for every choice. The list behind it answers at once.

    Signals:
        chosen: carries a frozenset of all that is wanted now.
        finished: the person has done with choosing.
    """

    accessible_role = QAccessible.Role.Grouping

    chosen = Signal(object)
    finished = Signal()

    def __init__(self, groups: tuple[FilterGroup, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[Choice, ToggleChip] = {}
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        for group in groups:
            title = TextLabel(group.title, 0.92, bold=True, soft=True)
            title.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
            column.addWidget(title)
            column.addLayout(self._toggles(group))
            column.addSpacing(8)
        column.addStretch()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBar(SlimScrollBar())
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._body)
        self._count = TextLabel("", soft=True, wrap=True)
        self.clear_button = PillButton(self.tr("Clear all"), Emphasis.QUIET)
        self.clear_button.clicked.connect(self._clear)
        self.done_button = PillButton(self.tr("Done"))
        self.done_button.clicked.connect(self.finished)
        if self._chips:
            self.setFocusProxy(self.chips[0])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll, 1)
        layout.setSpacing(0)
        layout.addWidget(self._foot())

    @property
    def chips(self) -> tuple[ToggleChip, ...]:
        return tuple(self._chips.values())

    def show_chosen(self, wanted: Iterable[Choice], found: str) -> None:
        """Show what is wanted, and how much that finds."""
        chosen = frozenset(wanted)
        for choice, chip in self._chips.items():
            chip.setChecked(choice in chosen)
        self._count.setText(found)
        self.clear_button.setEnabled(bool(chosen))

    def wanted_size(self, most: int) -> QSize:
        """How large everything stands without scrolling, at most so many pixels wide."""
        width = min(most, self.fontMetrics().height() * WIDTH)
        body = self._body.layout()
        high = body.heightForWidth(width) if body is not None else 0
        # The words wrap where they are long; without any, they are to have room for one line.
        words = max(self._count.heightForWidth(width // 3), self._count.sizeHint().height())
        buttons = self.done_button.sizeHint().height()
        return QSize(width, high + max(words, buttons) + MARGIN // 2 + MARGIN)

    def _foot(self) -> QWidget:
        foot = _Foot(self._scroll.verticalScrollBar())
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, MARGIN // 2, MARGIN, MARGIN)
        row.addWidget(self._count, 1)
        row.addWidget(self.clear_button)
        row.addWidget(self.done_button)
        return foot

    def _toggles(self, group: FilterGroup) -> FlowLayout:
        flow = FlowLayout(gap=2)
        for choice, words in group.choices:
            chip = ToggleChip(words)
            chip.setAccessibleDescription(group.title)
            chip.clicked.connect(lambda _=False, c=choice, g=group: self._on_clicked(c, g))
            self._chips[choice] = chip
            flow.addWidget(chip)
        return flow

    def _on_clicked(self, choice: Choice, group: FilterGroup) -> None:
        if group.one_only and self._chips[choice].isChecked():
            for other, _ in group.choices:
                self._chips[other].setChecked(other == choice)
        self._tell()

    def _clear(self) -> None:
        for chip in self._chips.values():
            chip.setChecked(False)
        self._tell()

    def _tell(self) -> None:
        self.chosen.emit(frozenset(c for c, chip in self._chips.items() if chip.isChecked()))
