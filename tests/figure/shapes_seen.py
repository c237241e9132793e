"""What can be said of polygons: their area, what is inside, their mirror image."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backcare.figure.camera import Point
    from backcare.figure.polygon import Polygon
    from backcare.figure.shapes import Shape


def corners(polygon: Polygon) -> list[Point]:
    return list(zip(polygon[::2], polygon[1::2], strict=True))


def area(polygon: Polygon) -> float:
    """The area in square metres; plus if it runs round like the hands of a clock."""
    points = corners(polygon)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*points, points[0]])) / 2.0


def winding(polygon: Polygon, point: Point) -> int:
    """How often the polygon runs round the point: not 0 where it is filled."""
    x, y = point
    points = corners(polygon)
    found = 0
    for (ax, ay), (bx, by) in pairwise([*points, points[0]]):
        side = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        if ay <= y < by and side > 0.0:
            found += 1
        elif by <= y < ay and side < 0.0:
            found -= 1
    return found


def contains(polygon: Polygon, point: Point) -> bool:
    return winding(polygon, point) != 0


def bounds(polygon: Polygon) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    return min(polygon[::2]), min(polygon[1::2]), max(polygon[::2]), max(polygon[1::2])


def mirror(polygon: Polygon) -> Polygon:
    return [-value if i % 2 == 0 else value for i, value in enumerate(polygon)]


def same_corners(a: Polygon, b: Polygon, within: float = 1e-9) -> bool:
    """The same corners, wherever the polygon starts and whichever way it runs."""
    return len(a) == len(b) and all(
        min(max(abs(x - p), abs(y - q)) for p, q in corners(b)) <= within for x, y in corners(a)
    )


def is_sound(shape: Shape) -> bool:
    """Every polygon of it has at least three corners, and both coordinates of each."""
    return all(len(polygon) >= 6 and len(polygon) % 2 == 0 for polygon in shape.polygons)
