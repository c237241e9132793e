"""Part of a round's skin, such as the hair on a head, as far as the camera sees it."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.polygon import one_way_round

if TYPE_CHECKING:
    from backcare.figure.body import Frame
    from backcare.figure.camera import Point
    from backcare.figure.flesh import Lump
    from backcare.figure.polygon import Polygon
    from backcare.figure.vector import Vector


@lru_cache(maxsize=4)
def directions(count: int) -> tuple[Point, ...]:
    """Unit vectors all round, evenly."""
    return tuple((cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count))


_GRAZING = 1e-9
"""An edge that coincides with the silhouette counts as hidden by it."""


def cap(
    lump: Lump,
    frame: Frame,
    axes: tuple[Vector, Vector, Vector],
    axis: Vector,
    threshold: float,
    count: int = 48,
) -> Polygon:
    """The part of a lump's skin that looks along `axis`, as far as the camera sees it.

    `axis` is a unit vector in the bone's frame; on the unit sphere the lump is stretched from,
    the part is where a point times `axis` is more than `threshold`. Empty if it is hidden.
    """
    right, up, nearer = axes
    towards = v.unapply(frame.turn, nearer)
    radii = lump.radii
    # The silhouette of the ellipsoid is a great circle of the unit sphere, square to `w`.
    w = v.unit((towards[0] / radii[0], towards[1] / radii[1], towards[2] / radii[2]))
    rim = [p for p in _circle(w, 0.0, count) if v.dot(p, axis) > threshold]
    edge = _circle(axis, threshold, count)
    shown = [v.dot(p, w) > _GRAZING for p in edge]
    if all(shown):
        points = edge if v.dot(axis, w) > 0.0 or not rim else _circle(w, 0.0, count)
    elif not any(shown):
        points = _circle(w, 0.0, count) if v.dot(w, axis) > threshold else []
    else:
        points = _joined(_run(edge, shown), _circle(w, 0.0, count), axis, threshold)
    corners: Polygon = []
    for point in points:
        x, y, z = (point[i] * radii[i] for i in range(3))
        place = frame.point((x + lump.centre[0], y + lump.centre[1], z + lump.centre[2]))
        corners += (v.dot(place, right), -v.dot(place, up))
    return one_way_round(corners)


def _circle(axis: Vector, offset: float, count: int) -> list[Vector]:
    """Points of the unit sphere at the height `offset` along `axis`."""
    first = v.square_to((0.3, 1.0, 0.2), axis, (0.0, 0.0, 1.0))
    second = v.cross(axis, first)
    radius = sqrt(max(0.0, 1.0 - offset * offset))
    return [
        v.add(
            v.scaled(axis, offset),
            v.add(v.scaled(first, radius * x), v.scaled(second, radius * y)),
        )
        for x, y in directions(count)
    ]


def _run(points: list[Vector], keep: list[bool]) -> list[Vector]:
    """The kept points of a circle in order, starting after the gap."""
    start = next(i for i in range(len(keep)) if keep[i] and not keep[i - 1])
    turned = points[start:] + points[:start]
    kept = keep[start:] + keep[:start]
    return [point for point, wanted in zip(turned, kept, strict=True) if wanted]


def _joined(
    edge: list[Vector], circle: list[Vector], axis: Vector, threshold: float
) -> list[Vector]:
    """The visible edge closed along the silhouette."""
    keep = [v.dot(p, axis) > threshold for p in circle]
    return edge if all(keep) or not any(keep) else edge + _run(circle, keep)
