"""The line that a countdown's ring is drawn along, as points: a short piece of it is cheap."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRect

_SAMPLE_PX = 3.0
_FEWEST_SAMPLES = 120
_FINENESS = 16.0


class Ring:
    """A closed line that begins at the top and runs against the clock; places are 0 to 1."""

    def __init__(self, track: QPainterPath, thickness: float) -> None:
        self.track = track
        self.thickness = thickness
        self.length = track.length()
        self._points = _evenly(
            _corners(track), max(_FEWEST_SAMPLES, round(self.length / _SAMPLE_PX))
        )

    def piece(self, start: float, end: float) -> list[QPointF]:
        """From one place to another; places beyond the ends lie round the corner."""
        steps = len(self._points) - 1
        inner = range(math.floor(start * steps) + 1, math.ceil(end * steps))
        return [self.at(start), *(self._points[i % steps] for i in inner), self.at(end)]

    def at(self, place: float) -> QPointF:
        """The point at `place`."""
        steps = len(self._points) - 1
        index, part = divmod((place % 1.0) * steps, 1.0)
        first, second = self._points[int(index)], self._points[int(index) + 1]
        return first + (second - first) * part

    def strip(self, start: float, end: float) -> QRect:
        """A rectangle around what is drawn between two places, the line's round end included."""
        box = QPolygonF(self.piece(start, end)).boundingRect()
        margin = self.thickness / 2 + 2
        return box.adjusted(-margin, -margin, margin, margin).toAlignedRect()


def _corners(track: QPainterPath) -> list[QPointF]:
    """`track` as straight edges, too fine to be seen."""
    outline = track.toSubpathPolygons(QTransform.fromScale(_FINENESS, _FINENESS))[0]
    return [point / _FINENESS for point in outline.toList()]


def _evenly(corners: list[QPointF], count: int) -> list[QPointF]:
    """Points along a line, all equally far apart, the first and the last included."""
    made, walked, total = [corners[0]], 0.0, _length(corners)
    for first, second in pairwise(corners):
        edge = math.hypot(second.x() - first.x(), second.y() - first.y())
        while edge and len(made) < count and (due := total * len(made) / count) <= walked + edge:
            made.append(first + (second - first) * ((due - walked) / edge))
        walked += edge
    made.append(corners[0])
    return made


def _length(points: list[QPointF]) -> float:
    return sum(math.hypot(b.x() - a.x(), b.y() - a.y()) for a, b in pairwise(points))
