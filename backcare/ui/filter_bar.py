"""Searching and filtering: a field, a button with everything to filter by, and what is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backcare.core.search import wanted
from backcare.ui.chips import RemovableChip
from backcare.ui.controls import Emphasis, PillButton
from backcare.ui.dropdown import EDGE, Dropdown
from backcare.ui.filter_panel import FilterGroup, FilterPanel
from backcare.ui.flow_layout import FlowLayout
from backcare.ui.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.core.search import Choice, Wanted

ROOM_FOR_WORDS = 17
"""From so many text heights on the button has its word."""


class FilterBar(QWidget):
    """What the person looks for.

    Signals:
        changed: something else is looked for.
        left_downwards: the person goes on to what has been found.
    """

    changed = Signal()
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(self.tr("Search exercises"))
        self.button = PillButton(self.tr("Filters"), Emphasis.NORMAL, icon="filter")
        self.clear_button = PillButton(self.tr("Clear all"), Emphasis.QUIET)
        self._groups: tuple[FilterGroup, ...] = ()
        self._chosen: frozenset[Choice] = frozenset()
        self._found = ""
        self._words: dict[Choice, str] = {}
        self._shown_chips: list[RemovableChip] = []
        self.panel: FilterPanel | None = None
        self._dropdown: Dropdown | None = None
        self._chip_row = QWidget()
        self._chips = FlowLayout(self._chip_row, gap=2)
        self._chips.addWidget(self.clear_button)
        self._chip_row.hide()
        self._build()
        self.search.textChanged.connect(self.changed)
        self.search.left_downwards.connect(self.left_downwards)
        self.button.clicked.connect(self.open)
        self.clear_button.clicked.connect(self._clear_chosen)
        self._name_button()

    # What is looked for

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return wanted(self.search.text(), self._chosen)

    @property
    def groups(self) -> tuple[FilterGroup, ...]:
        """What is offered."""
        return self._groups

    @property
    def chosen(self) -> frozenset[Choice]:
        """The properties that are wanted."""
        return self._chosen

    @property
    def is_on(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.search.text().strip() or self._chosen)

    @property
    def chips(self) -> tuple[RemovableChip, ...]:
        """What is wanted, each to be taken away by a press."""
        return tuple(self._shown_chips)

    def offer(self, groups: tuple[FilterGroup, ...]) -> None:
        """Offer other properties; what is wanted and not offered stays, with its words."""
        if groups == self._groups:
            return
        self._groups = groups
        kept = {choice: self._words[choice] for choice in self._chosen}
        self._words = {choice: words for group in groups for choice, words in group.choices}
        self._words.update((c, words) for c, words in kept.items() if c not in self._words)
        self.button.setVisible(bool(self._words))
        self._forget_panel()

    def choose(self, choices: frozenset[Choice]) -> None:
        """Want exactly these properties."""
        if choices == self._chosen:
            return
        self._chosen = choices
        self._show_chips()
        self.changed.emit()

    def clear(self) -> None:
        """Look for nothing any more."""
        self.search.clear()
        self.choose(frozenset())

    def show_found(self, text: str) -> None:
        """Tell how much is found, in the open panel."""
        self._found = text
        if self.panel is not None:
            self.panel.show_chosen(self._chosen, text)

    # The panel

    def open(self) -> None:
        """Show everything that can be filtered by."""
        if self.panel is None or self._dropdown is None:
            self.panel = FilterPanel(self._groups)
            self.panel.setAccessibleName(self.tr("Filters"))
            self.panel.chosen.connect(self.choose)
            self._dropdown = Dropdown(self.panel, self)
            self.panel.finished.connect(self._dropdown.close)
            self._dropdown.closed.connect(self.button.setFocus)
        self.panel.show_chosen(self._chosen, self._found)
        most = self.button.screen().availableGeometry().width() - 2 * EDGE
        size = self.panel.wanted_size(most)
        self._dropdown.open_below(self.button, size, may_cover=True)
        self.panel.setFocus(Qt.FocusReason.PopupFocusReason)

    def _forget_panel(self) -> None:
        if self._dropdown is not None:
            self._dropdown.deleteLater()
            self._dropdown = self.panel = None

    # What is on

    def _clear_chosen(self) -> None:
        self.choose(frozenset())
        self.button.setFocus()

    def _show_chips(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self.chips)
        for chip in self._shown_chips:
            # Not at once: it may be the one that is being pressed.
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._shown_chips = []
        self._chips.removeWidget(self.clear_button)
        before: QWidget = self.button
        for choice, words in self._words.items():
            if choice in self._chosen:
                before = self._add_chip(choice, words, before)
        self._chips.addWidget(self.clear_button)
        QWidget.setTabOrder(before, self.clear_button)
        self._chip_row.setVisible(bool(self._chosen))
        self._name_button()
        if self.panel is not None:
            self.panel.show_chosen(self._chosen, self._found)
        if had_focus:
            self.button.setFocus()

    def _add_chip(self, choice: Choice, words: str, before: QWidget) -> RemovableChip:
        chip = RemovableChip(words, self._chip_row)
        chip.clicked.connect(lambda: self.choose(self._chosen - {choice}))
        self._shown_chips.append(chip)
        self._chips.addWidget(chip)
        chip.show()
        QWidget.setTabOrder(before, chip)
        return chip

    def _name_button(self) -> None:
        """The button says how many filters are on, to those who see it and those who hear it."""
        words, count = self.tr("Filters"), len(self._chosen)
        text = f"{words} ({count})" if count else words
        roomy = self.width() >= self.fontMetrics().height() * ROOM_FOR_WORDS
        self.button.setText(text if roomy else str(count) if count else "")
        said = self.tr("Filters, {count} on").format(count=count) if count else words
        self.button.setAccessibleName(said)
        self.button.setToolTip("" if roomy else words)
        self.button.updateGeometry()

    # How it is built

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.search, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._chip_row)
        for one, other in ((self.search, self.button), (self.button, self.clear_button)):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_button()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._name_button()
