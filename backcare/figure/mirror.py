"""Left and right exchanged, exactly: of a stance, and of a scene that was drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure.body import Frame
from backcare.figure.framing import Box
from backcare.figure.pose import Pose, mirrored
from backcare.figure.shapes import Shape
from backcare.figure.skeleton import opposite_bone
from backcare.figure.solver import Stance

if TYPE_CHECKING:
    from backcare.figure.polygon import Polygon
    from backcare.figure.vector import Matrix


class Scene(NamedTuple):
    """Shapes from back to front, and the box they are to be fitted by."""

    shapes: tuple[Shape, ...]
    box: Box


def in_mirror(scene: Scene) -> Scene:
    """The scene with left and right of the picture exchanged."""
    shapes = tuple(
        Shape(shape.ink, tuple(_mirrored_polygon(polygon) for polygon in shape.polygons))
        for shape in scene.shapes
    )
    box = scene.box
    return Scene(shapes, Box(-box.right, box.top, -box.left, box.bottom))


def _mirrored_polygon(polygon: Polygon) -> Polygon:
    turned = list(polygon)
    turned[::2] = [-x for x in polygon[::2]]
    return turned


def reflected(stance: Stance) -> Stance:
    """The stance in a mirror that stands along the figure: left is exactly right."""
    return Stance(
        mirrored(stance.pose),
        mirrored(_as_pose(stance)).angles,
        {opposite_bone(bone): _mirror(frame) for bone, frame in stance.body.items()},
        {limb.opposite: _mirror(frame) for limb, frame in stance.planted.items()},
    )


def _as_pose(stance: Stance) -> Pose:
    return replace(stance.pose, angles=stance.angles)


def _mirror(frame: Frame) -> Frame:
    (a, b, c), (d, e, f), (g, h, i) = frame.turn
    turn: Matrix = ((a, -b, c), (-d, e, -f), (g, -h, i))
    x, y, z = frame.origin
    return Frame(turn, (x, -y, z))
