"""What parts of a session stand on: a rounded surface, outlined where a theme needs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from backcare.ui.theme import Tokens

OUTLINE_PX = 2.0


def draw_surface(
    painter: QPainter,
    box: QRectF,
    radius: float,
    colour: str,
    tokens: Tokens,
    *,
    outline: str = "",
    outline_px: float = OUTLINE_PX,
) -> None:
    """Fill `box`; `outline` is a colour that it has in every theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(Qt.PenStyle.NoPen)
    inset = 0.0
    if outline or tokens.has_outlines:
        pen = QPen(QColor(outline or tokens.line), outline_px)
        inset = outline_px / 2
    painter.setPen(pen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
