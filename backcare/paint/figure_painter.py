"""Painting a scene: shapes become paths once, and are filled as often as needed."""

from __future__ import annotations

from struct import pack
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QTransform

from backcare.figure.scene import Detail
from backcare.figure.shapes import Ink, Material, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.core.look import Look
    from backcare.figure.framing import Box
    from backcare.figure.mirror import Scene
    from backcare.figure.polygon import Polygon

_EDGE_PX = 0.9
"""An outline is never thinner than this."""

_SOFT_SHADOW = Ink(Material.SHADOW, Tone.LIT)
"""The largest shape, and one that is blended: worth an outline without overlaps."""

_FACE_FROM = 90.0
"""Pixels for a metre from which the face has eyes and a mouth."""


class Picture(NamedTuple):
    """A scene ready to be painted."""

    fills: tuple[tuple[QPainterPath, QColor], ...]
    box: Box


def pixels_for_metre(box: Box, target: QRectF) -> float:
    """How large a scene is when it is fitted into `target`."""
    return min(target.width() / box.width, target.height() / box.height)


def detail_for(scale: float, look: Look) -> Detail:
    """How to draw at `scale` pixels for a metre, so that the figure reads at that size."""
    return Detail(
        edge=max(0.0042, _EDGE_PX / scale), face=scale >= _FACE_FROM, bun=look.hair.has_bun
    )


def _elements(polygon: Polygon) -> bytes:
    """A polygon as QPainterPath is written to a QDataStream: moved to, then lines to."""
    x, y = polygon[0], polygon[1]
    lines = b"".join(
        [pack(">idd", 1, a, b) for a, b in zip(polygon[2::2], polygon[3::2], strict=True)]
    )
    return pack(">idd", 0, x, y) + lines + pack(">idd", 1, x, y)


def _path(polygons: tuple[Polygon, ...]) -> QPainterPath:
    """One path of several polygons, filled where any of them is.

    Reading it from bytes takes a third of the time of a call for every corner.
    """
    count = sum(len(polygon) // 2 + 1 for polygon in polygons)
    data = pack(">i", count) + b"".join(map(_elements, polygons)) + pack(">ii", 0, 1)
    path = QPainterPath()
    QDataStream(QByteArray(data)) >> path
    return path


def prepared(scene: Scene, colours: Mapping[Ink, QColor]) -> Picture:
    """The scene in these colours, to be painted at any size."""
    fills = []
    for shape in scene.shapes:
        if shape.polygons:
            path = _path(shape.polygons)
            if shape.ink == _SOFT_SHADOW:
                path = path.simplified()
            fills.append((path, colours[shape.ink]))
    return Picture(tuple(fills), scene.box)


def paint(painter: QPainter, picture: Picture, target: QRectF) -> None:
    """Fit the picture into `target`, standing on its lower edge."""
    scale = pixels_for_metre(picture.box, target)
    box = picture.box
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = target.center().x() - scale * (box.left + box.right) / 2.0
    painter.setTransform(
        QTransform(scale, 0.0, 0.0, scale, left, target.bottom() - scale * box.bottom), True
    )
    for path, colour in picture.fills:
        painter.fillPath(path, colour)
    painter.restore()
