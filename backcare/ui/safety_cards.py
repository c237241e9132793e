"""The safety page's sections as cards: two in a row, or one where there is less room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from backcare.core.safety import SafetySection, Topic
from backcare.ui.controls import Card
from backcare.ui.page_parts import MarkedLine, accent, caution, soft

if TYPE_CHECKING:
    from backcare.ui.fit_label import Tone

TITLE, LINE = 1.2, 1.1  # times the program's text
NARROWEST = 17.0
"""Of a card, times the height of its lines: below it a line holds too few words."""

ICONS = {
    Topic.EMERGENCY: "warning",
    Topic.DOCTOR: "doctor",
    Topic.PREGNANCY: "heart",
    Topic.EXERCISE: "mat",
}


class SafetyCard(Card):
    """One section: its symbol, its title, and a bullet for each line."""

    def __init__(self, section: SafetySection) -> None:
        super().__init__(caution=section.urgent)
        urgent = section.urgent
        tones: tuple[Tone, Tone] = (caution, caution) if urgent else (accent, soft)
        self._column = QVBoxLayout(self)
        self._column.addWidget(
            MarkedLine(
                section.title,
                TITLE,
                icon=ICONS[section.topic],
                tone=tones[0],
                bold=True,
                in_caution=urgent,
            )
        )
        for line in section.lines:
            self._column.addWidget(MarkedLine(line, LINE, tone=tones[1], in_caution=urgent))
        self._column.addStretch(1)  # lines stay together, however high the card beside it

    def fit_page(self, width: int, page_scale: float) -> None:
        """Keep the room around the text in proportion to it."""
        del width
        unit = round(_text_height() * page_scale)
        self._column.setContentsMargins(unit + 6, round(0.5 * unit), unit, round(0.6 * unit))
        self._column.setSpacing(round(0.34 * unit))


class SafetyCards(QWidget):
    """All sections. Those that stand side by side are equally high."""

    def __init__(self, sections: tuple[SafetySection, ...]) -> None:
        super().__init__()
        self._cards = [SafetyCard(section) for section in sections]
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._place(2)

    @property
    def columns(self) -> int:
        """How many stand side by side."""
        return self._columns

    def fit_page(self, width: int, page_scale: float) -> None:
        """Stand side by side where a page of that width leaves each card enough."""
        unit = _text_height() * page_scale
        self._grid.setSpacing(round(0.6 * unit))
        self._place(2 if width >= 2 * NARROWEST * LINE * unit else 1)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, card in enumerate(self._cards):
            self._grid.addWidget(card, number // columns, number % columns)
        # An empty column that may stretch would take half of the room.
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


def _text_height() -> int:
    return QFontMetrics(QApplication.font()).height()
