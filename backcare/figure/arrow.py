"""The arrow beside a figure that shows where the body goes."""

from __future__ import annotations

from math import cos, hypot, radians, sin
from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.flesh import ALL_LUMPS
from backcare.figure.polygon import one_way_round
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import CHAIN, Bone, Limb
from backcare.figure.stroke import ribbon

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.body import Frame
    from backcare.figure.camera import Camera, Point
    from backcare.figure.polygon import Polygon
    from backcare.figure.solver import Stance
    from backcare.figure.vector import Vector

_WIDTH = 0.018
_HEAD_LENGTH = 0.080
_HEAD_WIDTH = 0.045
_EDGE = 0.007
_SHORTEST = 0.03
"""A joint that moves less than this, in metres of the picture, gets no arrow of its own."""

_READABLE = 0.17
"""A shorter way is drawn longer, back from where it ends."""

_ASIDE = (0.10, 0.14, 0.18, 0.22, 0.26, 0.30, 0.34, 0.42, 0.50, 0.58)
"""How far from the joint the arrow may run; the first at which it covers least is taken."""

_TILT = 6.0
_TILT_ARC = (0.24, -48.0, 40.0)
_TWIST = 12.0
_TWIST_ARC = (0.20, 75.0, -75.0)
_OVER_HEAD = 0.52
"""Degrees from which a bend is shown; radius in metres, from where and to where in degrees."""

_TRUNK = (Bone.PELVIS, Bone.CHEST, Bone.HEAD)


def _candidates(works: frozenset[Limb]) -> tuple[Bone, ...]:
    """The bones whose start may lead the arrow: of the trunk, and of the limbs that work."""
    limbs = [one for one in Limb if one in works]
    return (*_TRUNK, *(bone for one in limbs for bone in CHAIN[one][1:3]))


def leader(start: Stance, goal: Stance) -> Bone:
    """The joint that moves farthest: the bone that starts in it."""

    def way(bone: Bone) -> float:
        return v.length(v.subtract(goal.body[bone].origin, start.body[bone].origin))

    return max(_candidates(goal.pose.works), key=way)


def arrow_shapes(way: Sequence[Stance], camera: Camera) -> list[Shape]:
    """An arrow beside the way of the joint that moves farthest.

    Where no joint moves far but the trunk turns or the pelvis tips, the arrow goes round it.
    None if nothing of that is to be seen.

    Args:
        way: the body on the way from start (first) to goal (last), at least three stances.
        camera: from where it is seen.
    """
    view = _View(camera)
    bone = leader(way[0], way[-1])
    points = [view.point(stance.body[bone].origin) for stance in way]
    if _length(points) >= _SHORTEST:
        line = _clear_of_body(_lengthened(points), way[-1], view)
    elif abs(turn := _change(way, "lumbar_turn", "thoracic_turn")) >= _TWIST:
        line = _arc(_over_head(way[-1]), view, (0, 1), _TWIST_ARC, forward=turn > 0.0)
    elif abs(tilt := _change(way, "lumbar")) >= _TILT:
        line = _arc(way[-1].body[Bone.PELVIS], view, (0, 2), _TILT_ARC, forward=tilt > 0.0)
    else:
        return []
    return [
        Shape(Ink(Material.ARROW, Tone.EDGE), _arrow(line, _EDGE)),
        Shape(Ink(Material.ARROW, Tone.LIT), _arrow(line, 0.0)),
    ]


class _View:
    """Places of the world in the picture."""

    def __init__(self, camera: Camera) -> None:
        self._right, self._up, _ = camera.axes()

    def point(self, place: Vector) -> Point:
        return v.dot(place, self._right), -v.dot(place, self._up)


def _length(points: Sequence[Point]) -> float:
    return hypot(points[-1][0] - points[0][0], points[-1][1] - points[0][1])


def _change(way: Sequence[Stance], *names: str) -> float:
    """By how many degrees the spine bends or turns, in all."""
    return sum(way[-1].angles.get(name, 0.0) - way[0].angles.get(name, 0.0) for name in names)


def _lengthened(points: Sequence[Point]) -> list[Point]:
    """A way long enough to be seen, ending where it did."""
    factor = max(1.0, _READABLE / _length(points))
    x, y = points[-1]
    return [(x + (px - x) * factor, y + (py - y) * factor) for px, py in points]


def _clear_of_body(points: Sequence[Point], goal: Stance, view: _View) -> list[Point]:
    """The line moved aside to where it covers least of the body."""
    rounds = [
        (view.point(goal.body[lump.bone].point(lump.centre)), max(lump.radii)) for lump in ALL_LUMPS
    ]
    (x0, y0), (x1, y1) = points[0], points[-1]
    size = hypot(x1 - x0, y1 - y0)
    nx, ny = (y1 - y0) / size, -(x1 - x0) / size

    def moved(by: float) -> list[Point]:
        return [(x + nx * by, y + ny * by) for x, y in points]

    def covered(by: float) -> float:
        return sum(
            max(0.0, radius + _HEAD_WIDTH - hypot(x - cx, y - cy))
            for x, y in moved(by)
            for (cx, cy), radius in rounds
        )

    ways = [sign * by for by in _ASIDE for sign in (1.0, -1.0)]
    return moved(min(ways, key=lambda by: (round(covered(by), 3), abs(by))))


def _over_head(goal: Stance) -> Frame:
    """The chest's frame moved up along the trunk, where an arrow covers nothing."""
    chest = goal.body[Bone.CHEST]
    return chest._replace(origin=chest.point((0.0, 0.0, _OVER_HEAD)))


def _arc(
    frame: Frame,
    view: _View,
    columns: tuple[int, int],
    arc: tuple[float, float, float],
    *,
    forward: bool,
) -> list[Point]:
    """An arc round a bone, from its axis `columns[0]` towards its axis `columns[1]`."""
    first, second = (v.axis_of(frame.turn, column) for column in columns)
    radius, start, stop = arc
    if not forward:
        start, stop = stop, start
    line = []
    for step in range(9):
        angle = radians(start + (stop - start) * step / 8.0)
        reach = v.add(v.scaled(first, cos(angle)), v.scaled(second, sin(angle)))
        line.append(view.point(v.add(frame.origin, v.scaled(reach, radius))))
    return line


def _arrow(line: Sequence[Point], grow: float) -> tuple[Polygon, ...]:
    """Shaft and head as two polygons; the shaft is thin where it begins."""
    tip, neck = line[-1], line[-2]
    size = hypot(tip[0] - neck[0], tip[1] - neck[1]) or 1.0
    dx, dy = (tip[0] - neck[0]) / size, (tip[1] - neck[1]) / size
    length, half = _HEAD_LENGTH + grow * 2.4, _HEAD_WIDTH + grow * 1.6
    point = (tip[0] + dx * (length * 0.5 + grow), tip[1] + dy * (length * 0.5 + grow))
    base = (point[0] - dx * length, point[1] - dy * length)
    head = [
        point[0], point[1],
        base[0] - dy * half, base[1] + dx * half,
        base[0] + dy * half, base[1] - dx * half,
    ]  # fmt: skip
    shaft = [*line[:-1], (base[0] + dx * 0.01, base[1] + dy * 0.01)]
    last = len(shaft) - 1
    halves = [_WIDTH * (0.3 + 0.7 * i / last) / 2.0 + grow for i in range(last + 1)]
    return (one_way_round(ribbon(shaft, halves)), one_way_round(head))
