"""How much room the shapes of a scene really take, and how they stand in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.figure.framing import extent
from backcare.paint.figure_painter import pixels_for_metre

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF

    from backcare.figure.framing import Box
    from backcare.figure.mirror import Scene

LIFT = 0.35
"""Where a figure is low, so much of the free height is left below it."""


def cropped(scene: Scene) -> Scene:
    """The scene in a box as tight as its shapes, without the room for other moments."""
    return scene._replace(box=extent(scene.shapes))


def roomy(scene: Scene) -> Scene:
    """The scene in a box that has room for other moments and for every shape."""
    return scene._replace(box=scene.box.joined(extent(scene.shapes)))


def lifted(target: QRectF, box: Box, share: float = LIFT) -> QRectF:
    """The target with its lower edge where a figure in this box is to stand.

    `share` of the free height is left below it.
    """
    free = target.height() - box.height * pixels_for_metre(box, target)
    return target.adjusted(0, 0, 0, -share * free)
