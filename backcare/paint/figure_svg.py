"""A scene as an SVG picture: text alone, drawn with nothing of Qt but its colours."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor

    from backcare.figure.framing import Box
    from backcare.figure.mirror import Scene
    from backcare.figure.polygon import Polygon
    from backcare.figure.shapes import Ink

MARGIN = 0.04
"""What is left free on every side, as a share of the picture's smaller edge."""

_COARSE_FROM = 400
"""From so many pixels on a tenth of one is fine enough."""


class Canvas(NamedTuple):
    """What a picture of its own is drawn on.

    Attributes:
        width, height: pixels.
        background: #rrggbb; empty for none.
    """

    width: int
    height: int
    background: str = ""


class Place(NamedTuple):
    """Where a scene comes to stand: pixels for a metre, and what is added to x and y."""

    scale: float
    left: float
    top: float


def place(box: Box, canvas: Canvas) -> Place:
    """Fit a box into a canvas, in the middle, with a margin."""
    free = 2.0 * MARGIN * min(canvas.width, canvas.height)
    scale = min((canvas.width - free) / box.width, (canvas.height - free) / box.height)
    return Place(
        scale,
        (canvas.width - scale * (box.left + box.right)) / 2.0,
        (canvas.height - scale * (box.top + box.bottom)) / 2.0,
    )


def svg(
    scene: Scene,
    colours: Mapping[Ink, QColor],
    canvas: Canvas,
    title: str,
    description: str,
    *,
    mirrored: bool = False,
) -> str:
    """The scene as the text of an SVG file; `mirrored` exchanges left for right."""
    at = place(scene.box, canvas)
    digits = 1 if min(canvas.width, canvas.height) >= _COARSE_FROM else 2
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{canvas.width}" height="{canvas.height}"'
        f' viewBox="0 0 {canvas.width} {canvas.height}" role="img">',
        f"<title>{escape(title, quote=False)}</title>",
        f"<desc>{escape(description, quote=False)}</desc>",
    ]
    if canvas.background:
        size = f'width="{canvas.width}" height="{canvas.height}"'
        lines.append(f'<rect {size} fill="{canvas.background}"/>')
    if mirrored:
        lines.append(f'<g transform="matrix(-1 0 0 1 {canvas.width} 0)">')
    for shape in scene.shapes:
        if shape.polygons:
            data = "".join(_path(polygon, at, digits) for polygon in shape.polygons)
            lines.append(f'<path {_fill(colours[shape.ink])} d="{data}"/>')
    lines += ["</g>"] * mirrored
    return "\n".join([*lines, "</svg>\n"])


def _fill(colour: QColor) -> str:
    """A path is filled wherever one of its polygons is: SVG's own rule, nonzero."""
    text = f'fill="{colour.name()}"'
    alpha = colour.alphaF()
    return text if alpha >= 1.0 else f'{text} fill-opacity="{_number(alpha, 2)}"'


def _path(polygon: Polygon, at: Place, digits: int) -> str:
    corners = [
        f"{_number(at.left + at.scale * x, digits)} {_number(at.top + at.scale * y, digits)}"
        for x, y in zip(polygon[0::2], polygon[1::2], strict=True)
    ]
    before = [corners[-1], *corners[:-1]]
    kept = [corner for corner, other in zip(corners, before, strict=True) if corner != other]
    return f"M{' '.join(kept)}Z" if kept else ""


def _number(value: float, digits: int) -> str:
    """As short as it can be written with so many decimals: "12.5", "3", "0"."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
