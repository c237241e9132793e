"""What is said where there are no cards, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from backcare.ui.flow_layout import FlowLayout
from backcare.ui.icons import draw_icon
from backcare.ui.text_button import TextButton
from backcare.ui.theme import tokens_of
from backcare.ui.wrap_label import WrapLabel

SIDE, HEIGHT = 4, 2
"""Of the mat, in text heights."""

SPACING = 14


class NothingThere(QWidget):
    """Takes the place of the cards where there are none.

    Signals:
        clear_requested: look for nothing any more.
        everywhere_requested: look for the same among all exercises.
    """

    clear_requested = Signal()
    everywhere_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mat = _Mat()
        self._words = WrapLabel("", 1.1, soft=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.clear_button = TextButton(self.tr("Clear search and filters"))
        self.everywhere_button = TextButton("", icon="search")
        self.clear_button.clicked.connect(self.clear_requested)
        self.everywhere_button.clicked.connect(self.everywhere_requested)
        buttons = FlowLayout(centred=True)
        buttons.addWidget(self.everywhere_button)
        buttons.addWidget(self.clear_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING, SPACING, SPACING, SPACING)
        column.setSpacing(SPACING)
        column.addWidget(self._mat)
        column.addWidget(self._words)
        column.addLayout(buttons)

    def tell(self, *, searching: bool, elsewhere: int) -> None:
        """Say why there is nothing; `elsewhere` exercises outside this routine would fit."""
        self._words.setText(
            self.tr("Nothing here fits what you look for.")
            if searching
            else self.tr("There is nothing here.")
        )
        self.clear_button.setVisible(searching)
        self.everywhere_button.setVisible(searching and elsewhere > 0)
        text = self.tr("Search all exercises ({count})")
        self.everywhere_button.setText(text.format(count=elsewhere))
        self.everywhere_button.updateGeometry()

    def show_picture(self, *, shown: bool) -> None:
        """Show the mat; where there is little room the buttons are needed more."""
        self._mat.setVisible(shown)


class _Mat(QWidget):
    """An empty mat."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * SIDE, em * HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        side = self.fontMetrics().height() * SIDE
        box = QRectF(0, 0, side, side)  # the mat lies in the middle of its square
        box.moveCenter(QRectF(self.rect()).center())
        draw_icon(QPainter(self), "mat", box, QColor(tokens_of(self.palette()).soft))
