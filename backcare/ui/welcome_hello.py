"""The first step of the welcome: what the program does, in three sentences and a picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backcare.ui.page_parts import MarkedLine, accent
from backcare.ui.reading_page import Body, PageLabel
from backcare.ui.theme import tokens_of

HEADING, LINE = 2.0, 1.35  # times the program's text
HEIGHT = 0.7
"""Of the picture, at most, in shares of its width."""

SIDE_BY_SIDE = 44.0  # times the height of text: on a narrower page the picture stands below


class Frame(QWidget):
    """The room of the picture, there before the picture is."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = 18.0
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def is_empty(self) -> bool:
        """Whether it waits for its picture."""
        return self._layout.isEmpty()

    def hold(self, picture: QWidget) -> None:
        """Show the picture."""
        self._layout.addWidget(picture)
        picture.show()

    def fit(self, unit: float, width: int) -> None:
        """Go with text of that height, and be no higher than a lying figure needs."""
        self._unit = unit
        self.setMinimumHeight(round(11 * unit))
        self.setMaximumHeight(max(round(11 * unit), round(HEIGHT * width)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(26 * self._unit), round(16 * self._unit))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).sunken))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 12, 12)


class HelloBody(Body):
    """Words beside the picture, or above it."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = PageLabel(self.tr("Welcome to backcare"), HEADING, bold=True, wrap=True)
        self.frame = Frame()
        words = QWidget()
        self._words = QVBoxLayout(words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addStretch(1)
        self._words.addWidget(self.heading)
        for icon, text in (
            ("mat", self.tr("You lie down; backcare counts and shows.")),
            ("keyboard", self.tr("Space pauses. H says “that hurt”.")),
            ("privacy", self.tr("Nothing leaves this computer.")),
        ):
            self._words.addWidget(MarkedLine(text, LINE, icon=icon, tone=accent))
        self._words.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.addWidget(words, 5)
        self._sides.addWidget(self.frame, 6)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Stand side by side where there is room for it."""
        unit = page_scale * QFontMetrics(QApplication.font()).height()
        beside = width >= SIDE_BY_SIDE * unit
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._sides.setSpacing(round(1.4 * unit))
        self._words.setSpacing(round(0.8 * unit))
        self.frame.fit(unit, width * 6 // 11 if beside else width)
        super().fit_page(width, page_scale)
