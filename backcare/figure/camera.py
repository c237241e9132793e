"""Orthographic cameras: from where the body is seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import TYPE_CHECKING

from backcare.figure import vector as v

if TYPE_CHECKING:
    from backcare.figure.vector import Vector

Point = tuple[float, float]
"""A place in the picture: metres to the right, metres down."""


@dataclass(frozen=True, slots=True)
class Camera:
    """A view along parallel lines.

    Attributes:
        azimuth: degrees round the upright; 0 sees a standing body's right side, 90 its front.
        elevation: degrees over the horizon; 90 looks straight down.
    """

    azimuth: float
    elevation: float

    def turned(self, degrees: float) -> Camera:
        """The camera moved on round the upright."""
        return replace(self, azimuth=self.azimuth + degrees)

    def axes(self) -> tuple[Vector, Vector, Vector]:
        """The picture's right, its up, and the way to the viewer, as unit vectors."""
        a, e = radians(self.azimuth), radians(self.elevation)
        right = (cos(a), sin(a), 0.0)
        nearer = (sin(a) * cos(e), -cos(a) * cos(e), sin(e))
        up = v.cross(nearer, right)
        return right, up, nearer


CAMERAS = {
    "side": Camera(14.0, 10.0),
    "front": Camera(82.0, 8.0),
    "three-quarter": Camera(46.0, 16.0),
    "feet": Camera(84.0, 42.0),
    "top": Camera(0.0, 82.0),
}
"""The views an exercise can ask for, by name."""
