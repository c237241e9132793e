"""How much room a figure needs in the picture."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import vector as v
from backcare.figure.skeleton import Bone

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from backcare.figure.body import Body
    from backcare.figure.camera import Camera
    from backcare.figure.shapes import Shape
    from backcare.figure.vector import Vector

_MARGIN = 0.125
"""From a joint to the skin, at most, in metres."""

_ENDS: Mapping[Bone, Vector] = MappingProxyType(
    {
        Bone.HEAD: (-0.04, 0.0, 0.13),
        Bone.RIGHT_FINGERS: (0.0, 0.0, -0.05),
        Bone.LEFT_FINGERS: (0.0, 0.0, -0.05),
    }
)
"""What reaches farther than the joints: the top of the head and the tips of the fingers."""


class Box(NamedTuple):
    """A part of the picture, in its metres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Metres from left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Metres from top to bottom."""
        return self.bottom - self.top

    def joined(self, other: Box) -> Box:
        """The smallest box round both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def extent(shapes: Iterable[Shape]) -> Box:
    """The box round shapes; there must be at least one corner."""
    polygons = [polygon for shape in shapes for polygon in shape.polygons]
    xs = [x for polygon in polygons for x in polygon[::2]]
    ys = [y for polygon in polygons for y in polygon[1::2]]
    return Box(min(xs), min(ys), max(xs), max(ys))


def room(bodies: Sequence[Body], camera: Camera) -> Box:
    """A box that holds all these bodies, near enough, without working out their outlines."""
    right, up, _ = camera.axes()
    points = [frame.origin for body in bodies for frame in body.values()]
    points += [body[bone].point(end) for body in bodies for bone, end in _ENDS.items()]
    xs = [v.dot(point, right) for point in points]
    ys = [-v.dot(point, up) for point in points]
    return Box(min(xs) - _MARGIN, min(ys) - _MARGIN, max(xs) + _MARGIN, max(ys) + _MARGIN)
