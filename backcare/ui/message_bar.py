"""A quiet strip for what a person should know and need not act on at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from backcare.ui.controls import OUTLINE_WIDTH, Emphasis, PillButton
from backcare.ui.flow_layout import FlowLayout
from backcare.ui.icons import draw_icon
from backcare.ui.theme import tokens_of
from backcare.ui.wrap_label import WrapLabel

RADIUS = 12
ROOM_FOR_ONE_LINE = 48
"""From so many text heights on the buttons stand beside the words."""


class Sign(QWidget):
    """A symbol as high as a line of text, in the colour of a caution."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = round(self.fontMetrics().height() * 1.25)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        ink = QColor(tokens_of(self.palette()).caution_ink)
        draw_icon(QPainter(self), self._name, QRectF(self.rect()), ink)


class MessageBar(QWidget):
    """Hidden until it has something to tell; it stops nobody.

    Signals:
        details_requested: the person wants to know more.
        closed: the person has read it.
    """

    details_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = WrapLabel("", caution=True)
        self.details_button = PillButton(self.tr("Details…"), Emphasis.QUIET)
        self.close_button = PillButton(self.tr("Close"), Emphasis.QUIET)
        self.details_button.clicked.connect(self.details_requested)
        self.close_button.clicked.connect(self._close)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=4)
        flow.addWidget(self.details_button)
        flow.addWidget(self.close_button)
        self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(2)
        self._words.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._words.addWidget(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(Sign("warning"))
        row.addLayout(self._words, 1)
        self._tells = False
        self.hide()

    @property
    def tells(self) -> bool:
        """There is something to tell, though Qt hides it for a while when it goes elsewhere."""
        return self._tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= self.fontMetrics().height() * ROOM_FOR_ONE_LINE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._words.setDirection(across if is_wide else down)

    def tell(self, text: str, *, has_details: bool = False) -> None:
        """Show `text` and have it read out."""
        self.text.setText(text)
        self.details_button.setVisible(has_details)
        self._tells = True
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.text, QAccessible.Event.Alert))

    def _close(self) -> None:
        self._tells = False
        self.hide()
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.caution_ink), OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.caution_background))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS, RADIUS
        )
