"""A panel that opens below what was pressed, and closes by a click elsewhere or by Esc."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from backcare.ui.controls import OUTLINE_WIDTH
from backcare.ui.theme import tokens_of

EDGE = 4
GAP = 4
"""Between the panel and what it belongs to."""


class Dropdown(QFrame):
    """Holds one widget; as large as that wants to be, and never larger than the screen.

    Signals:
        closed: it has closed, however that came.
    """

    closed = Signal()

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.content = content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.addWidget(content)

    def open_below(self, anchor: QWidget, size: QSize, *, may_cover: bool = False) -> None:
        """Open below `anchor`, or above it where there is more room; `size` is the content's.

        Where there is room neither below nor above, it covers `anchor` if it may.
        """
        room = anchor.screen().availableGeometry()
        at = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
        below, above = room.bottom() - at.bottom() - GAP, at.top() - room.top() - GAP
        width = min(size.width() + 2 * EDGE, room.width())
        height = size.height() + 2 * EDGE
        goes_up = below < height and above > below
        covers = may_cover and height > max(below, above)
        height = min(height, room.height() if covers else above if goes_up else below)
        left = at.left()
        if anchor.isRightToLeft():
            left = at.right() - width + 1
        left = max(room.left(), min(left, room.right() - width + 1))
        top = at.top() - GAP - height if goes_up else at.bottom() + GAP
        if covers:
            top = max(room.top(), min(top, room.bottom() - height + 1))
        self.setGeometry(left, top, width, height)
        self.show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.background))
        painter.setPen(QPen(QColor(tokens.edge), OUTLINE_WIDTH))
        painter.drawRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75))
