"""Which part of the body hides which: the order for a painter who starts at the back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAME = 0.012
"""Depths closer than this, in metres, do not decide where two parts cross."""


_POINT = 1e-12
"""A line seen from its end is a point."""


class Axis(NamedTuple):
    """The line a part lies along in the picture, with its depth: x, y, towards the viewer."""

    start: tuple[float, float, float]
    stop: tuple[float, float, float]
    radius: float

    @property
    def depth(self) -> float:
        """How near its middle is."""
        return (self.start[2] + self.stop[2]) / 2.0


def back_to_front(axes: Mapping[str, Axis]) -> list[str]:
    """The names in the order to draw them."""
    names = list(axes)
    behind: dict[str, set[str]] = {name: set() for name in names}
    for i, one in enumerate(names):
        for other in names[i + 1 :]:
            nearer = _nearer(axes[one], axes[other])
            if nearer > 0.0:
                behind[one].add(other)
            elif nearer < 0.0:
                behind[other].add(one)
    order: list[str] = []
    left = sorted(names, key=lambda name: axes[name].depth)
    while left:
        free = (name for name in left if not behind[name].intersection(left))
        chosen = next(free, left[0])
        left.remove(chosen)
        order.append(chosen)
    return order


def _nearer(a: Axis, b: Axis) -> float:
    """Plus where `a` hides `b`, minus where `b` hides `a`, 0 where they do not overlap."""
    s, t, gap = _closest(a, b)
    if gap > (a.radius + b.radius) ** 2:
        return 0.0
    difference = (a.start[2] + (a.stop[2] - a.start[2]) * s) - (
        b.start[2] + (b.stop[2] - b.start[2]) * t
    )
    return difference if abs(difference) > _SAME else a.depth - b.depth


def _closest(a: Axis, b: Axis) -> tuple[float, float, float]:
    """Where the two lines come closest in the picture: shares along each, distance squared."""
    best = (0.0, 0.0, 1e9)
    crossing = _crossing(a, b)
    if crossing is not None:
        return (*crossing, 0.0)
    for s in (0.0, 1.0):
        t = _foot(_at(a, s), b)
        best = min(best, (s, t, _gap(_at(a, s), _at(b, t))), key=lambda found: found[2])
    for t in (0.0, 1.0):
        s = _foot(_at(b, t), a)
        best = min(best, (s, t, _gap(_at(a, s), _at(b, t))), key=lambda found: found[2])
    return best


def _at(axis: Axis, share: float) -> tuple[float, float]:
    (x0, y0, _), (x1, y1, _) = axis.start, axis.stop
    return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _gap(p: tuple[float, float], q: tuple[float, float]) -> float:
    return (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2


def _foot(point: tuple[float, float], axis: Axis) -> float:
    (x0, y0, _), (x1, y1, _) = axis.start, axis.stop
    dx, dy = x1 - x0, y1 - y0
    size = dx * dx + dy * dy
    if size < _POINT:
        return 0.0
    return max(0.0, min(1.0, ((point[0] - x0) * dx + (point[1] - y0) * dy) / size))


def _crossing(a: Axis, b: Axis) -> tuple[float, float] | None:
    (ax, ay, _), (bx, by, _) = a.start, b.start
    adx, ady = a.stop[0] - ax, a.stop[1] - ay
    bdx, bdy = b.stop[0] - bx, b.stop[1] - by
    area = adx * bdy - ady * bdx
    if abs(area) < _POINT:
        return None
    s = ((bx - ax) * bdy - (by - ay) * bdx) / area
    t = ((bx - ax) * ady - (by - ay) * adx) / area
    return (s, t) if 0.0 <= s <= 1.0 and 0.0 <= t <= 1.0 else None
