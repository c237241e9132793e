"""Closed shapes of the picture, as plain lists of numbers."""

from __future__ import annotations

from math import sqrt

Polygon = list[float]
"""The corners of a closed shape: x, y, x, y, ... in metres of the picture."""


def signed_area(polygon: Polygon) -> float:
    """The area in square metres; plus for a polygon that runs as outlines do."""
    points = list(zip(polygon[::2], polygon[1::2], strict=True))
    return (
        sum(
            a[0] * b[1] - a[1] * b[0]
            for a, b in zip(points, [*points[1:], *points[:1]], strict=True)
        )
        / 2.0
    )


def one_way_round(polygon: Polygon) -> Polygon:
    """The polygon running as outlines do: two that run against each other leave a hole."""
    if signed_area(polygon) >= 0.0:
        return polygon
    return [value for i in range(len(polygon) - 2, -1, -2) for value in polygon[i : i + 2]]


_POINT = 1e-9
_LONG_SQUARED = 0.028**2
"""Straight lines longer than 28 mm are bent at their ends: a body has no corners."""


def smoothed(corners: Polygon) -> Polygon:
    """The outline with its corners between long lines rounded."""
    smooth: Polygon = []
    before_x, before_y = corners[-2:]
    x, y = corners[:2]
    back = (before_x - x) ** 2 + (before_y - y) ** 2
    for i in range(2, len(corners) + 2, 2):
        after_x, after_y = corners[i : i + 2] or corners[:2]
        ahead = (after_x - x) ** 2 + (after_y - y) ** 2
        if back < _LONG_SQUARED and ahead < _LONG_SQUARED:
            smooth += (x, y)
        else:
            first = min(0.5, _BEND / sqrt(back)) if back > _POINT else 0.0
            last = min(0.5, _BEND / sqrt(ahead)) if ahead > _POINT else 0.0
            ax, ay = (before_x - x) * first, (before_y - y) * first
            bx, by = (after_x - x) * last, (after_y - y) * last
            middle = (x + (ax + bx) / 4.0, y + (ay + by) / 4.0)
            smooth += (x + ax, y + ay, *middle, x + bx, y + by)
        before_x, before_y, back = x, y, ahead
        x, y = after_x, after_y
    return smooth


_BEND = 0.035
