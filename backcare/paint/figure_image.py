"""A scene as an image of its own. Needs no application and no display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QTransform

from backcare.paint.figure_painter import paint
from backcare.paint.figure_svg import place

if TYPE_CHECKING:
    from backcare.paint.figure_painter import Picture
    from backcare.paint.figure_svg import Canvas

MOST_SQUEEZED = 0
"""Qt's "quality" of a PNG: 0 packs it as tightly as it can, without loss."""


def image(picture: Picture, canvas: Canvas, *, mirrored: bool = False) -> QImage:
    """The picture on its canvas; `mirrored` exchanges left for right, to the last pixel."""
    made = QImage(canvas.width, canvas.height, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(QColor(canvas.background) if canvas.background else QColor(0, 0, 0, 0))
    box, at = picture.box, place(picture.box, canvas)
    painter = QPainter(made)
    paint(
        painter,
        picture,
        QRectF(
            at.left + at.scale * box.left,
            at.top + at.scale * box.top,
            at.scale * box.width,
            at.scale * box.height,
        ),
    )
    painter.end()
    return made.transformed(QTransform(-1.0, 0.0, 0.0, 1.0, 0.0, 0.0)) if mirrored else made


def png(made: QImage) -> bytes:
    """The image as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(MOST_SQUEEZED)
    writer.write(made)
    return bytes(data.data())
