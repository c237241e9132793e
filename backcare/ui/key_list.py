"""Every key of the program, to be looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from backcare.ui.controls import OUTLINE_WIDTH, TextLabel
from backcare.ui.flow_layout import FlowLayout
from backcare.ui.info_dialog import InfoDialog
from backcare.ui.theme import tokens_of
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

SIZE = (40, 40)

Keys = tuple[tuple[str, ...], str]
"""Key sequences of which each will do, and what they do."""


class KeyCap(TextLabel):
    """The name of a key, looking like one."""

    def __init__(self, sequence: str) -> None:
        name = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
        super().__init__(name, 0.95, bold=True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        width = self.fontMetrics().horizontalAdvance(self.text()) + em
        return QSize(max(width, round(em * 1.8)), round(em * 1.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
        super().paintEvent(event)


class KeyList(InfoDialog):
    """The keys of the window and those of a session."""

    def __init__(self, parent: QWidget) -> None:
        body = QWidget()
        self._grid = QGridLayout(body)
        super().__init__(self.tr("Keyboard shortcuts"), body, SIZE, parent)
        em = self.fontMetrics().height()
        self._grid.setContentsMargins(em, em, em // 2, em // 2)
        self._grid.setHorizontalSpacing(em)
        self._grid.setVerticalSpacing(em // 3)
        self._grid.setColumnStretch(1, 1)
        self._add(self.tr("Here"), self._of_window())
        self._add(self.tr("During a session"), self.of_session())
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.resize(self._room_for(self._grid, SIZE))

    def _add(self, title: str, keys: Sequence[Keys]) -> None:
        heading = WrapLabel(title, 1.2, bold=True)
        heading.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 0)
        self._grid.addWidget(heading, self._grid.rowCount(), 0, 1, 2)
        for sequences, words in keys:
            caps = QWidget()
            flow = FlowLayout(caps, gap=4)
            for sequence in sequences:
                flow.addWidget(KeyCap(sequence))
            row = self._grid.rowCount()
            self._grid.addWidget(caps, row, 0)
            self._grid.addWidget(WrapLabel(words), row, 1, Qt.AlignmentFlag.AlignVCenter)

    def _of_window(self) -> tuple[Keys, ...]:
        return (
            (("Ctrl+Return",), self.tr("Start")),
            (("Ctrl+F",), self.tr("Search")),
            (("Up", "Down"), self.tr("Choose a routine, a card or a level")),
            (("Return",), self.tr("All about the chosen exercise")),
            (("Esc", "Alt+Left"), self.tr("Back to the cards, or clear the search")),
            (("Shift+F10", "Menu"), self.tr("What can be done with a card or a routine")),
            (("Ctrl+,",), self.tr("Settings")),
            (("Ctrl++", "Ctrl+-"), self.tr("Larger or smaller text")),
            (("Ctrl+0",), self.tr("Text of normal size")),
            (("F11",), self.tr("Full screen")),
            (("F1",), self.tr("Before you start")),
            (("Ctrl+?",), self.tr("This list")),
            (("Ctrl+Q",), self.tr("Quit")),
        )

    def of_session(self) -> tuple[Keys, ...]:
        """The keys that a session takes."""
        return (
            (("Space",), self.tr("Pause, and go on")),
            (("Right", "PgDown"), self.tr("Skip to what is next")),
            (("Shift+Right",), self.tr("Skip to the next exercise")),
            (("Left", "PgUp"), self.tr("Back")),
            (("Up",), self.tr("10 seconds more")),
            (("Return",), self.tr("Go on, or end a hold that may be ended")),
            (("H", "U"), self.tr("That hurt; undo it")),
            (("D",), self.tr("Done elsewhere")),
            (("F11",), self.tr("Full screen")),
            (("Esc",), self.tr("End; you are asked first")),
        )
