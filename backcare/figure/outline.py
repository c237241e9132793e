"""Silhouettes: what an ellipsoid, or several wrapped together, look like from the camera."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure.polygon import smoothed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.body import Frame
    from backcare.figure.camera import Point
    from backcare.figure.flesh import Lump
    from backcare.figure.polygon import Polygon
    from backcare.figure.vector import Vector

LIT_SHARE = 0.80
"""The lit part of a limb is its silhouette, so much smaller, drawn towards the light."""

LIGHT: Point = (-0.42, -0.91)
"""Where the light comes from in the picture: from above, a little from the left."""


_ROUND = 48
"""How many corners the largest round has."""

COARSE_STEP = 3

_DIRECTIONS: tuple[Point, ...] = tuple(
    (cos(2 * pi * i / _ROUND), sin(2 * pi * i / _ROUND)) for i in range(_ROUND)
)


class Oval:
    """An ellipsoid as it is seen.

    Attributes:
        x, y: the centre in the picture.
        depth: how near the centre is to the viewer.
        light: the silhouette's point nearest the light.
        radius: the larger half axis, about.
        step: from one corner to the next that is right.
        points: the silhouette's corners, one for each of evenly turned directions.
        supports: how far the silhouette reaches in each of these directions.
    """

    __slots__ = ("depth", "light", "points", "radius", "step", "supports", "x", "y")

    def __init__(
        self, centre: Point, depth: float, spread: tuple[float, float, float], step: int = 1
    ) -> None:
        """`spread` is the silhouette as a quadratic form: xx, xy, yy.

        With a larger `step` it is right in every so manieth direction only.
        """
        self.step = step
        x, y = centre
        xx, xy, yy = spread
        self.x, self.y, self.depth = x, y, depth
        self.radius = sqrt(max(xx, yy))
        lx, ly = LIGHT
        reach = sqrt(xx * lx * lx + 2.0 * xy * lx * ly + yy * ly * ly) or _TINY
        self.light = (x + (xx * lx + xy * ly) / reach, y + (xy * lx + yy * ly) / reach)
        points: list[Point] = []
        supports: list[float] = []
        for ux, uy in _DIRECTIONS[::step]:
            sx = xx * ux + xy * uy
            sy = xy * ux + yy * uy
            reach = sqrt(sx * ux + sy * uy) or _TINY
            points += ((x + sx / reach, y + sy / reach),) * step
            supports += (x * ux + y * uy + reach,) * step
        self.points, self.supports = points, supports


_TINY = 1e-9


def seen(
    lump: Lump,
    frame: Frame,
    axes: tuple[Vector, Vector, Vector],
    *,
    on_floor: bool = False,
    swell: float = 1.0,
    step: int = 1,
) -> Oval:
    """A lump in the picture of a camera with these axes.

    `on_floor` is its shadow from straight above, coarsely; `swell` makes it deeper, as breath does;
    `step` is how many directions are left out between two corners, and one.
    """
    right, up, nearer = axes
    turn = frame.turn
    radii = (lump.radii[0] * swell, lump.radii[1], lump.radii[2])
    x, y, z = frame.point(lump.centre)
    if on_floor:
        z = 0.0
    xx = xy = yy = 0.0
    for i in range(3):
        radius = radii[i]
        cx, cy = turn[0][i] * radius, turn[1][i] * radius
        cz = 0.0 if on_floor else turn[2][i] * radius
        across = cx * right[0] + cy * right[1] + cz * right[2]
        down = -(cx * up[0] + cy * up[1] + cz * up[2])
        xx += across * across
        xy += across * down
        yy += down * down
    centre = (
        x * right[0] + y * right[1] + z * right[2],
        -(x * up[0] + y * up[1] + z * up[2]),
    )
    depth = x * nearer[0] + y * nearer[1] + z * nearer[2]
    return Oval(centre, depth, (xx, xy, yy), COARSE_STEP if on_floor else step)


class Finish(NamedTuple):
    """What is drawn of a silhouette.

    Attributes:
        grow: so many metres wider than it is.
        lit: only the part in the light.
    """

    grow: float = 0.0
    lit: bool = False


FILL = Finish()
LIT = Finish(lit=True)


_LARGE = 0.055


def step_for(radius: float) -> int:
    """Every so manieth corner is enough for a round of this radius in metres."""
    return 1 if radius > _LARGE else 2


class Trace(NamedTuple):
    """The way round a shape, to be finished as fill, outline or light.

    Attributes:
        corners: ovals, each with the direction in which its silhouette is meant, or with
            `_CENTRE` for its centre.
        has_corners: it is drawn with them; otherwise those between long lines are rounded.
    """

    corners: list[tuple[Oval, int]]
    has_corners: bool

    def finished(self, finish: Finish = FILL) -> Polygon:
        """The shape as it is drawn."""
        polygon: Polygon = []
        grow = finish.grow
        for oval, index in self.corners:
            if index == _CENTRE:
                polygon += (oval.x, oval.y)
                continue
            x, y = oval.points[index]
            if finish.lit:
                light_x, light_y = oval.light
                x, y = light_x + LIT_SHARE * (x - light_x), light_y + LIT_SHARE * (y - light_y)
            elif grow:
                ux, uy = _DIRECTIONS[index]
                x, y = x + grow * ux, y + grow * uy
            polygon += (x, y)
        return polygon if self.has_corners else smoothed(polygon)


_CENTRE = -1


def _step(ovals: Sequence[Oval], *, coarse: bool) -> int:
    # Between the corners of the coarsest the others' silhouettes could not be compared with its.
    return COARSE_STEP if coarse else max(oval.step for oval in ovals)


def wrap(ovals: Sequence[Oval], *, coarse: bool = False) -> Trace:
    """The smallest convex shape round all ovals."""
    indices = range(0, _ROUND, _step(ovals, coarse=coarse))
    if len(ovals) == 1:
        return Trace([(ovals[0], index) for index in indices], has_corners=True)
    reach = [oval.supports for oval in ovals]
    corners = []
    for index in indices:
        farthest, best = 0, -_FAR
        for number, supports in enumerate(reach):
            if supports[index] > best:
                farthest, best = number, supports[index]
        corners.append((ovals[farthest], index))
    return Trace(corners, has_corners=True)


_FAR = 1e9


def string(ovals: Sequence[Oval], *, coarse: bool = False) -> Trace:
    """One outline round ovals in a row, each wrapped together with the next."""
    step = _step(ovals, coarse=coarse)
    row = _without_hidden(ovals, step)
    if len(row) == 1:
        return wrap(row, coarse=coarse)
    leaves = [_turns(one, other, step) for one, other in pairwise(row)]
    corners = _arc(row[0], leaves[0][0], leaves[0][1], step)
    for oval, before, after in zip(row[1:-1], leaves, leaves[1:], strict=False):
        corners += _side(oval, before[1], after[1], step)
    corners += _arc(row[-1], leaves[-1][1], leaves[-1][0], step)
    for i in range(len(row) - 2, 0, -1):
        corners += _side(row[i], leaves[i][0], leaves[i - 1][0], step)
    return Trace(corners, has_corners=coarse)


def wrapped(ovals: Sequence[Oval], finish: Finish = FILL) -> Polygon:
    """The smallest convex shape round all ovals, finished."""
    return wrap(ovals).finished(finish)


def strung(ovals: Sequence[Oval], finish: Finish = FILL, *, coarse: bool = False) -> Polygon:
    """One outline round ovals in a row, finished."""
    return string(ovals, coarse=coarse).finished(finish)


def _without_hidden(ovals: Sequence[Oval], step: int) -> list[Oval]:
    """The row without ovals that lie wholly inside a neighbour."""
    row: list[Oval] = []
    for oval in ovals:
        while row and _inside(row[-1], oval, step):
            row.pop()
        if not row or not _inside(oval, row[-1], step):
            row.append(oval)
    return row


def _inside(oval: Oval, other: Oval, step: int) -> bool:
    ours, theirs = oval.supports, other.supports
    return all(ours[i] <= theirs[i] for i in range(0, _ROUND, step))


def _turns(one: Oval, other: Oval, step: int) -> tuple[int, int]:
    """Between which directions `one` reaches farther than `other`.

    The first at which it does, and the first after that at which it no longer does.
    """
    ours, theirs = one.supports, other.supports
    first = last = 0
    was = ours[-step] > theirs[-step]
    for index in range(0, _ROUND, step):
        farther = ours[index] > theirs[index]
        if farther and not was:
            first = index
        elif was and not farther:
            last = index
        was = farther
    return first, last


def _arc(oval: Oval, start: int, stop: int, step: int) -> list[tuple[Oval, int]]:
    """The corners from one direction on round to another, both of them too."""
    last = stop if stop > start else stop + _ROUND
    return [(oval, index % _ROUND) for index in range(start, last + 1, step)]


def _side(oval: Oval, start: int, stop: int, step: int) -> list[tuple[Oval, int]]:
    """An oval in the middle of the row: round it outside a bend, past its centre inside one."""
    if start == stop:
        return [(oval, start)]
    if (stop - start) % _ROUND <= _ROUND // 2:
        return _arc(oval, start, stop, step)
    if (start - stop) % _ROUND > _ROUND // 8:
        return [(oval, start), (oval, _CENTRE), (oval, stop)]
    return [(oval, start), (oval, stop)]
