"""Text that a delegate breaks into lines rather than cutting it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextOption

from backcare.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QFont, QPainter

MOST_LINES = 4
MOST_KEPT = 4000

_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Face:
    """A font with its measures; remembers how it broke a text."""

    def __init__(self, base: QFont, scale: float = 1.0, *, bold: bool = False) -> None:
        self.font = font(base, scale, bold=bold)
        self._metrics = QFontMetricsF(self.font)
        self.line_height = self._metrics.height()
        self._kept: dict[tuple[str, int, int], tuple[str, ...]] = {}

    def lines(self, text: str, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
        """`text` in lines of at most `width` pixels; what is beyond `most` lines is cut off."""
        key = (text, int(width), most)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            found = self._kept[key] = self._broken(*key)
        return found

    def height(self, lines: Sequence[str]) -> float:
        """How high so many lines are."""
        return self.line_height * len(lines)

    def draw(
        self,
        painter: QPainter,
        lines: Sequence[str],
        place: QRectF,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> QRectF:
        """Draw lines at the top of `place`; returns what is left below them."""
        painter.setFont(self.font)
        painter.setPen(colour)
        rest = QRectF(place)
        for line in lines:
            box = QRectF(rest.left(), rest.top(), rest.width(), self.line_height)
            painter.drawText(box, _MIDDLE | align, line)
            rest.setTop(rest.top() + self.line_height)
        return rest

    def _broken(self, text: str, width: int, most: int) -> tuple[str, ...]:
        if not text:
            return ()
        if self._metrics.horizontalAdvance(text) <= width:
            return (text,)
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_anywhere())
        layout.beginLayout()
        lines: list[str] = []
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            if len(lines) == most - 1:
                rest = text[line.textStart() :]
                lines.append(self._metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
                break
            line.setLineWidth(max(1, width))
            lines.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
        layout.endLayout()
        return tuple(lines)


def _anywhere() -> QTextOption:
    """Between words where that is possible, else within one."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
