"""Lines as thin filled shapes, so that a scene is made of one kind of thing."""

from __future__ import annotations

from math import hypot, pi, sin
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.camera import Point
    from backcare.figure.polygon import Polygon


def ribbon(line: Sequence[Point], halves: Sequence[float]) -> Polygon:
    """A line of at least two points as a shape, at each point so far to either side of it."""
    last = len(line) - 1
    first: Polygon = []
    second: list[Point] = []
    for i, ((x, y), half) in enumerate(zip(line, halves, strict=True)):
        before, after = line[max(0, i - 1)], line[min(last, i + 1)]
        size = hypot(after[0] - before[0], after[1] - before[1]) or 1.0
        nx, ny = -(after[1] - before[1]) / size * half, (after[0] - before[0]) / size * half
        first += (x + nx, y + ny)
        second.append((x - nx, y - ny))
    for x, y in reversed(second):
        first += (x, y)
    return first


def lens(line: Sequence[Point], half: float) -> Polygon:
    """A line that is thickest in its middle, as a pen leaves it."""
    last = len(line) - 1
    return ribbon(line, [half * (0.45 + 0.55 * sin(pi * i / last)) for i in range(last + 1)])
