"""Silhouettes: what an ellipsoid, or several wrapped together, look like from the camera."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.body import Frame
    from backcare.figure.camera import Point
    from backcare.figure.flesh import Lump
    from backcare.figure.vector import Vector

Polygon = list[float]
"""The corners of a closed shape: x, y, x, y, ... in metres of the picture."""

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
        points: the silhouette's corners, one for each of evenly turned directions.
        supports: how far the silhouette reaches in each of these directions.
    """

    __slots__ = ("depth", "light", "points", "radius", "supports", "x", "y")

    def __init__(
        self, centre: Point, depth: float, spread: tuple[float, float, float], *, coarse: bool
    ) -> None:
        """`spread` is the silhouette as a quadratic form: xx, xy, yy.

        A coarse one is right in every `COARSE_STEP`th direction only.
        """
        x, y = centre
        xx, xy, yy = spread
        self.x, self.y, self.depth = x, y, depth
        self.radius = sqrt(max(xx, yy))
        lx, ly = LIGHT
        reach = sqrt(xx * lx * lx + 2.0 * xy * lx * ly + yy * ly * ly) or _TINY
        self.light = (x + (xx * lx + xy * ly) / reach, y + (xy * lx + yy * ly) / reach)
        points: list[Point] = []
        supports: list[float] = []
        step = COARSE_STEP if coarse else 1
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
) -> Oval:
    """A lump in the picture of a camera with these axes.

    `on_floor` is its shadow from straight above, coarsely; `swell` makes it deeper, as breath does.
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
    return Oval(centre, depth, (xx, xy, yy), coarse=on_floor)


class Finish(NamedTuple):
    """What is drawn of a silhouette.

    Attributes:
        grow: so many metres wider than it is.
        lit: only the part in the light.
        coarse: with few corners, as for a shadow.
    """

    grow: float = 0.0
    lit: bool = False
    coarse: bool = False


FILL = Finish()
LIT = Finish(lit=True)


_LARGE = 0.055
_SMALL = 0.02


def _step(ovals: Sequence[Oval], finish: Finish) -> int:
    """Small shapes take every second or third corner."""
    if finish.coarse:
        return COARSE_STEP
    radius = max(oval.radius for oval in ovals)
    if radius > _LARGE:
        return 1
    return 2 if radius > _SMALL else 3


def _corner(oval: Oval, index: int, finish: Finish, corners: Polygon) -> None:
    x, y = oval.points[index]
    if finish.lit:
        light_x, light_y = oval.light
        x, y = light_x + LIT_SHARE * (x - light_x), light_y + LIT_SHARE * (y - light_y)
    elif finish.grow:
        ux, uy = _DIRECTIONS[index]
        x, y = x + finish.grow * ux, y + finish.grow * uy
    corners += (x, y)


def wrapped(ovals: Sequence[Oval], finish: Finish = FILL) -> Polygon:
    """The smallest convex shape round all ovals."""
    corners: Polygon = []
    for index in range(0, _ROUND, _step(ovals, finish)):
        farthest = max(ovals, key=lambda oval: oval.supports[index])
        _corner(farthest, index, finish, corners)
    return corners


def strung(ovals: Sequence[Oval], finish: Finish = FILL) -> Polygon:
    """One outline round ovals in a row, each wrapped together with the next."""
    step = _step(ovals, finish)
    row = _without_hidden(ovals, step)
    if len(row) == 1:
        return wrapped(row, finish)
    leaves = [_turns(one, other, step) for one, other in pairwise(row)]
    corners: Polygon = []
    _arc(row[0], leaves[0][0], leaves[0][1], step, finish, corners)
    for oval, before, after in zip(row[1:-1], leaves, leaves[1:], strict=False):
        _side(oval, before[1], after[1], step, finish, corners)
    _arc(row[-1], leaves[-1][1], leaves[-1][0], step, finish, corners)
    for i in range(len(row) - 2, 0, -1):
        _side(row[i], leaves[i][0], leaves[i - 1][0], step, finish, corners)
    return corners if finish.coarse else _smoothed(corners)


_LONG = 0.028
"""Straight lines longer than this, in metres, are bent at their ends: a body has no corners."""


def _smoothed(corners: Polygon) -> Polygon:
    """The outline with its corners between long lines rounded."""
    points = list(zip(corners[::2], corners[1::2], strict=True))
    smooth: Polygon = []
    before = points[-1]
    for i, here in enumerate(points):
        after = points[i + 1 - len(points)]
        x, y = here
        back = sqrt((before[0] - x) ** 2 + (before[1] - y) ** 2)
        ahead = sqrt((after[0] - x) ** 2 + (after[1] - y) ** 2)
        if back < _LONG and ahead < _LONG:
            smooth += here
        else:
            first = min(0.5, _BEND / back) if back > _TINY else 0.0
            last = min(0.5, _BEND / ahead) if ahead > _TINY else 0.0
            ax, ay = (before[0] - x) * first, (before[1] - y) * first
            bx, by = (after[0] - x) * last, (after[1] - y) * last
            for t in (0.0, 0.5, 1.0):
                p, q = (1.0 - t) ** 2, t * t
                smooth += (x + ax * p + bx * q, y + ay * p + by * q)
        before = here
    return smooth


_BEND = 0.035


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


def _arc(oval: Oval, start: int, stop: int, step: int, finish: Finish, corners: Polygon) -> None:
    """The corners from one direction on to before another."""
    index = start
    while True:
        _corner(oval, index, finish, corners)
        index = (index + step) % _ROUND
        if index == stop:
            _corner(oval, index, finish, corners)
            return


def _side(oval: Oval, start: int, stop: int, step: int, finish: Finish, corners: Polygon) -> None:
    """An oval in the middle of the row: round it outside a bend, past its centre inside one."""
    if (stop - start) % _ROUND <= _ROUND // 2:
        if start == stop:
            _corner(oval, start, finish, corners)
        else:
            _arc(oval, start, stop, step, finish, corners)
        return
    _corner(oval, start, finish, corners)
    if (start - stop) % _ROUND > _ROUND // 8:
        corners += (oval.x, oval.y)
    _corner(oval, stop, finish, corners)
