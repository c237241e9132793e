"""Short paragraphs, each with a mark before it, drawn as large as their box allows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.ui.theme import Tokens

_MARK = 1.5
_INDENT = 2.15
_GAP = 0.55
_WRAP = Qt.TextFlag.TextWordWrap


class Mark(Enum):
    """What stands before a paragraph."""

    NUMBER = auto()
    GOOD = auto()
    BAD = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph; `number` is for `Mark.NUMBER`."""

    mark: Mark
    text: str
    number: int = 0


def blocks_fit(font: QFont, blocks: Sequence[Block], box: QRect, px: int) -> bool:
    """Whether all blocks stand in `box` at that size of text."""
    return _total(_heights(font, blocks, box, px), px) <= box.height()


def draw_blocks(
    painter: QPainter, blocks: Sequence[Block], box: QRect, px: int, tokens: Tokens
) -> None:
    """Draw the blocks at that size, in the middle of the box's height.

    Their marks stand where the painter's direction of reading begins.
    """
    heights = _heights(painter.font(), blocks, box, px)
    painter.setFont(_sized(painter.font(), px))
    line = painter.fontMetrics().height()
    top = box.top() + max(0.0, (box.height() - _total(heights, px)) / 2)
    for block, height in zip(blocks, heights, strict=True):
        mark = QRectF(box.left(), top + (line - _MARK * px) / 2, _MARK * px, _MARK * px)
        text = QRectF(box.left() + _INDENT * px, top, box.width() - _INDENT * px, height)
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            mark.moveRight(box.right() + 1)
            text.moveLeft(box.left())
        _draw_mark(painter, block, mark, tokens)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(text, _WRAP, block.text)
        top += height + _GAP * px


def _sized(font: QFont, px: int) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(1, px))
    return made


def _heights(font: QFont, blocks: Sequence[Block], box: QRect, px: int) -> list[int]:
    """The height of each paragraph; more than the box's where a word is too wide for it."""
    metrics = QFontMetrics(_sized(font, px))
    width = max(1, box.width() - round(_INDENT * px))
    heights = []
    for block in blocks:
        needed = metrics.boundingRect(QRect(0, 0, width, 100_000), _WRAP, block.text)
        heights.append(needed.height() if needed.width() <= width else box.height() + 1)
    return heights


def _total(heights: Sequence[int], px: int) -> float:
    return sum(heights) + _GAP * px * (len(heights) - 1)


def _draw_mark(painter: QPainter, block: Block, box: QRectF, tokens: Tokens) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if block.mark is Mark.NUMBER:
        painter.setBrush(QColor(tokens.accent_wash))
        painter.drawEllipse(box)
        painter.setPen(QColor(tokens.ink))
        painter.save()
        small = _sized(painter.font(), round(box.height() * 0.58))
        small.setWeight(QFont.Weight.Bold)
        painter.setFont(small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(block.number))
        painter.restore()
        return
    fill = tokens.caution_ink if block.mark is Mark.BAD else tokens.hold
    painter.setBrush(QColor(fill))
    painter.drawEllipse(box)
    pen = QPen(QColor(tokens.surface), box.height() * 0.11)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _SIGNS[block.mark]:
        painter.drawPolyline(
            [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in line]
        )


_SIGNS = {
    Mark.GOOD: (((0.28, 0.53), (0.44, 0.69), (0.73, 0.35)),),
    Mark.BAD: (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    Mark.NOTE: (((0.5, 0.47), (0.5, 0.75)), ((0.5, 0.27), (0.5, 0.275))),
}
