"""Solids to build things of, as flat shapes in the style of the figure.

There are three: slabs (a rounded rectangle with a thickness, any way up), tubes, and cushions
(ellipsoids in a row). Each is drawn as it is seen by the camera, from whichever side.
"""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, hypot, pi, sin
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import vector as v
from backcare.figure.body import Frame
from backcare.figure.drawing_order import Axis
from backcare.figure.flesh import Lump
from backcare.figure.outline import FILL, LIGHT, LIT, LIT_SHARE, Finish, seen, strung
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import Bone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backcare.figure.camera import Point
    from backcare.figure.polygon import Polygon
    from backcare.figure.vector import Vector

Axes = tuple["Vector", "Vector", "Vector"]


class Slab(NamedTuple):
    """A rounded rectangle: its middle, half its sides `u` and `v`, half its thickness `n`."""

    middle: Vector
    u: Vector
    v: Vector
    n: Vector
    corner: float


class Solids:
    """Solids as one camera sees them."""

    def __init__(self, axes: Axes, edge: float) -> None:
        self.axes = axes
        self.edge = edge
        right, up, nearer = axes
        # The light comes from above, a little from the left and from behind the viewer.
        self._light = v.add(v.scaled(right, -0.42), v.add(v.scaled(up, 0.9), v.scaled(nearer, 0.5)))

    def flat(self, point: Vector) -> tuple[float, float, float]:
        """A point in the picture, and how near it is."""
        right, up, nearer = self.axes
        return v.dot(point, right), -v.dot(point, up), v.dot(point, nearer)

    def axis(self, start: Vector, stop: Vector, radius: float, sunk: float = 0.0) -> Axis:
        """The axis of a solid; `sunk` puts it so far back for what rests on it."""
        (x, y, near), (x1, y1, near1) = self.flat(start), self.flat(stop)
        return Axis((x, y, near - sunk), (x1, y1, near1 - sunk), radius)

    def slab(self, slab: Slab, material: Material) -> list[Shape]:
        """A slab: its outline, its rim in shade, and whichever of its faces is seen."""
        rim = rounded(slab)
        faces = [[self.flat(v.add(p, v.scaled(slab.n, way))) for p in rim] for way in (1.0, -1.0)]
        whole = _hull([(x, y) for face in faces for x, y, _ in face])
        front = v.dot(slab.n, self.axes[2]) > 0.0
        face = faces[0 if front else 1]
        outward = slab.n if front else v.scaled(slab.n, -1.0)
        tone = Tone.LIT if v.dot(outward, self._light) > 0.0 else Tone.SHADE
        return [
            Shape(Ink(material, Tone.EDGE), (polygon(_grown(whole, self.edge)),)),
            Shape(Ink(material, Tone.SHADE), (polygon(whole),)),
            Shape(Ink(material, tone), (polygon([(x, y) for x, y, _ in face]),)),
        ]

    def outline(self, slab: Slab) -> Polygon:
        """A slab's middle plane in the picture."""
        return polygon((x, y) for x, y, _ in map(self.flat, rounded(slab)))

    def tubes(self, *tubes: tuple[Sequence[Vector], float]) -> list[Shape]:
        """Round tubes through points, with half their width, drawn as one."""
        stretches = [
            (self.flat(start)[:2], self.flat(stop)[:2], radius)
            for points, radius in tubes
            for start, stop in pairwise(points)
        ]
        lit = [
            (_to_light(start, radius), _to_light(stop, radius), LIT_SHARE * radius)
            for start, stop, radius in stretches
        ]
        wider = [(start, stop, radius + self.edge) for start, stop, radius in stretches]
        return [
            Shape(Ink(Material.FURNITURE, tone), tuple(_capsule(*one) for one in row))
            for tone, row in ((Tone.EDGE, wider), (Tone.SHADE, stretches), (Tone.LIT, lit))
        ]

    def cushion(self, *parts: tuple[Vector, Vector]) -> list[Shape]:
        """Ellipsoids in a row, each with its middle and its half axes."""
        still = Frame(v.IDENTITY, v.ORIGIN)
        row = [seen(Lump(Bone.PELVIS, middle, half), still, self.axes) for middle, half in parts]
        inks = ((Tone.EDGE, Finish(self.edge)), (Tone.SHADE, FILL), (Tone.LIT, LIT))
        return [
            Shape(Ink(Material.FURNITURE, tone), (strung(row, finish),)) for tone, finish in inks
        ]


def _to_light(point: Point, radius: float) -> Point:
    """The middle of the lit part of a round thing."""
    share = (1.0 - LIT_SHARE) * radius
    return point[0] + share * LIGHT[0], point[1] + share * LIGHT[1]


_CAPSULE_STEPS = 6


def _capsule(start: Point, stop: Point, radius: float) -> Polygon:
    """A straight tube with round ends."""
    along = atan2(stop[1] - start[1], stop[0] - start[0])
    turns = [pi * (step / _CAPSULE_STEPS - 0.5) for step in range(_CAPSULE_STEPS + 1)]
    ends = ((stop, along), (start, along + pi))
    return polygon(
        (x + radius * cos(way + turn), y + radius * sin(way + turn))
        for (x, y), way in ends
        for turn in turns
    )


def polygon(points: Iterable[Point]) -> Polygon:
    """Corners as the painter takes them."""
    return [number for point in points for number in point]


_CORNER_STEPS = 6
_WHEEL_STEPS = 12
_WHEEL_CORNER = 0.1
"""Corners rounder than this take more steps."""


def rounded(slab: Slab) -> list[Vector]:
    """The outline of a slab's middle plane, corners rounded."""
    long_u, long_v = v.length(slab.u), v.length(slab.v)
    corner = min(slab.corner, long_u, long_v)
    u, w = v.unit(slab.u), v.unit(slab.v)
    steps = _WHEEL_STEPS if corner > _WHEEL_CORNER else _CORNER_STEPS
    points = []
    for quarter, (way_u, way_v) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        for step in range(steps + 1):
            turn = (quarter + step / steps) * pi / 2.0
            along_u = way_u * (long_u - corner) + corner * cos(turn)
            along_v = way_v * (long_v - corner) + corner * sin(turn)
            offset = v.add(v.scaled(u, along_u), v.scaled(w, along_v))
            points.append(v.add(slab.middle, offset))
    return points


def _hull(points: Iterable[Point]) -> list[Point]:
    """The smallest convex polygon round points."""
    ordered = sorted(set(points))

    def half(row: Iterable[Point]) -> list[Point]:
        chain: list[Point] = []
        for p in row:
            while len(chain) > 1 and _left_of(chain[-2], chain[-1], p) <= 0.0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(ordered) + half(reversed(ordered))


def _left_of(a: Point, b: Point, p: Point) -> float:
    return (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])


def _grown(hull: Sequence[Point], by: float) -> list[Point]:
    """A convex polygon, wider by so much all round."""
    sides = [_outward(a, b) for a, b in zip(hull, [*hull[1:], hull[0]], strict=True)]
    grown = []
    for (x, y), (ax, ay), (bx, by_) in zip(hull, [sides[-1], *sides[:-1]], sides, strict=True):
        size = hypot(ax + bx, ay + by_) or 1.0
        middle = ((ax + bx) / size, (ay + by_) / size)
        grown += [(x + by * dx, y + by * dy) for dx, dy in ((ax, ay), middle, (bx, by_))]
    return grown


def _outward(a: Point, b: Point) -> Point:
    """The direction away from a side of a hull."""
    x, y = b[0] - a[0], b[1] - a[1]
    size = hypot(x, y)
    return y / size, -x / size
