"""The place of an exercise's picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backcare.ui.position_mark import draw_position
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.core.exercise import Position

LOWEST_PX, HIGHEST_PX = 132, 640
WIDEST = 0.6
"""Of the width: higher than that, even a standing figure has only more room around it."""

_SHARE, _SHARE_LYING = 0.29, 0.42
"""Of the room in a panel that is higher than wide, and in one that is wider than high."""

_SIGN_SHARE = 0.7
_CORNER = 12


def picture_height(width: int, room: int) -> int:
    """How high a picture of that width is in a panel with so much room from top to bottom."""
    share = _SHARE if width <= room else _SHARE_LYING
    return round(max(LOWEST_PX, min(HIGHEST_PX, share * room, WIDEST * width)))


class PositionPicture(QWidget):
    """Holds the figure; until that is there, and where there is none, a sign for the position.

    The figure takes a while to load, and so comes after the first paint.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._position: Position | None = None
        self._chair = False
        self._figure: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sign(self, position: Position, words: str, *, chair: bool) -> None:
        """Show no figure but the sign, told by `words`."""
        self._position, self._chair = position, chair
        self._drop()
        self.setAccessibleName(words)
        self.update()

    def hold(self, figure: QWidget) -> None:
        """Show the figure instead of the sign, or of another figure."""
        self._drop()
        self._figure = figure
        figure.setParent(self)
        figure.setGeometry(self.rect())
        figure.show()
        self.setAccessibleName("")

    @property
    def stops(self) -> list[QWidget]:
        """What Tab leads to, in order."""
        if self._figure is None:
            return []
        inside = [self._figure, *self._figure.findChildren(QWidget)]
        return [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def _drop(self) -> None:
        if self._figure is not None:
            self._figure.hide()
            self._figure.deleteLater()
            self._figure = None

    def sizeHint(self) -> QSize:
        return QSize(320, LOWEST_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._figure is not None:
            self._figure.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._figure is not None or self._position is None:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, _CORNER, _CORNER)
        high = _SIGN_SHARE * box.height()
        inset = box.adjusted(0, (box.height() - high) / 2, 0, (high - box.height()) / 2)
        draw_position(painter, inset, self._position, QColor(tokens.accent), chair=self._chair)
