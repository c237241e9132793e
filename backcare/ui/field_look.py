"""What all fields of our own look have in common: size, outline, and the colours of focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics
    from PySide6.QtWidgets import QWidget

FIELD_HEIGHT = 1.9  # times the font's height
LEAST_TEXT = 5
"""Times the font's height: words of more are broken where the room is short."""
LEAST_HEIGHT_PX = 32
RADIUS_PX = 7.0


def field_height(widget: QWidget) -> int:
    """How high a field of one line is: high enough to be hit with ease."""
    return max(LEAST_HEIGHT_PX, round(widget.fontMetrics().height() * FIELD_HEIGHT))


def field_padding(widget: QWidget) -> int:
    """What stays free between a field's outline and its text."""
    return round(widget.fontMetrics().height() * 0.5)


def widest_word(metrics: QFontMetrics, text: str) -> int:
    """What a text needs across when it may be broken between words."""
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)


def least_text_width(widget: QWidget, text: str) -> int:
    """What `widget` asks for across so that `text` can be read in it, in pixels."""
    metrics = widget.fontMetrics()
    return min(widest_word(metrics, text), LEAST_TEXT * metrics.height())


def wrapping(metrics: QFontMetrics, text: str, width: int) -> int:
    """The flags to draw `text` with: broken between words, or anywhere if one is too long."""
    flag = Qt.TextFlag.TextWordWrap
    if widest_word(metrics, text) > width:
        flag = Qt.TextFlag.TextWrapAnywhere
    return int(flag | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """How high `text` stands within `width` pixels."""
    room = QRect(0, 0, max(1, width), 1 << 20)
    return metrics.boundingRect(room, wrapping(metrics, text, width), text).height()


def draw_wrapped(painter: QPainter, box: QRect, text: str) -> None:
    """Draw `text` in as many lines as it takes, in the middle of the height of `box`."""
    flags = wrapping(painter.fontMetrics(), text, box.width())
    painter.drawText(box, flags, text)


def draw_field(painter: QPainter, field: QWidget, *, bad: bool = False) -> Tokens:
    """Draw the ground and the outline of `field`; `bad` says that it holds what cannot be."""
    tokens = tokens_of(field.palette())
    colour, width = tokens.edge, OUTLINE_WIDTH if tokens.has_outlines else 1.0
    if field.hasFocus():
        colour, width = tokens.accent, FOCUS_WIDTH
    elif field.underMouse() and field.isEnabled():
        colour, width = tokens.accent, OUTLINE_WIDTH
    if bad:
        colour, width = tokens.caution_ink, FOCUS_WIDTH
    inset = width / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(QColor(tokens.surface if field.isEnabled() else tokens.sunken))
    box = QRectF(field.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
    return tokens
