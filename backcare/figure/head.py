"""The head: hair, face, and the direction of the gaze, from wherever it is seen."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.cap import cap
from backcare.figure.flesh import CRANIUM, FACE, NOSE, Lump
from backcare.figure.outline import LIT, Finish, Oval, seen, wrapped
from backcare.figure.polygon import Polygon, signed_area
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import Bone
from backcare.figure.stroke import lens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.body import Frame
    from backcare.figure.vector import Vector

    Axes = tuple[Vector, Vector, Vector]

_SCALP = Lump(Bone.HEAD, (-0.008, 0.0, 0.093), (0.099, 0.081, 0.109))
_TOP_OF_HAIR = (v.unit((-0.25, 0.0, 0.97)), 0.40)
_BACK_OF_HAIR = (v.unit((-0.97, 0.0, 0.10)), 0.42)
_HIGHLIGHT = (v.unit((-0.35, 0.0, 0.93)), 0.62)
_QUIFF = (
    Lump(Bone.HEAD, (0.048, 0.0, 0.176), (0.036, 0.050, 0.026)),
    Lump(Bone.HEAD, (-0.010, 0.0, 0.190), (0.060, 0.064, 0.024)),
)
_SLEEK = (
    Lump(Bone.HEAD, (0.030, 0.0, 0.168), (0.042, 0.058, 0.028)),
    Lump(Bone.HEAD, (-0.006, 0.0, 0.170), (0.060, 0.068, 0.036)),
)
"""Hair combed back: it shows over the forehead where the caps behind it cannot be seen."""

_QUIFF_WAY = v.unit((0.3, 0.0, 0.95))
"""From the middle of the skull to the hair over the forehead."""

_BUN = Lump(Bone.HEAD, (-0.075, 0.0, 0.182), (0.040, 0.042, 0.038))
_EAR_HEIGHT = 0.062

# How far the skin must look towards the camera for what is on it to be seen.
_EYE_SHOWS = 0.12
_MOUTH_SHOWS = 0.05
_EAR_SHOWS = 0.2
_FROM_THE_FRONT = 0.35
_FROM_THE_CHIN = -0.35


def head_shapes(frame: Frame, axes: Axes, edge: float, *, face: bool, bun: bool) -> list[Shape]:
    """Everything from the chin up, back to front."""
    nearer = v.unapply(frame.turn, axes[2])
    skull = [seen(lump, frame, axes) for lump in (CRANIUM, FACE[0])]
    jaw = [seen(lump, frame, axes) for lump in FACE]
    nose = [seen(lump, frame, axes) for lump in NOSE]
    skin = (skull, jaw, nose)
    shapes: list[Shape] = []
    knot = [seen(_BUN, frame, axes)]
    hair_behind = nearer[0] > _FROM_THE_FRONT
    locks_behind = v.dot(nearer, _QUIFF_WAY) < _FROM_THE_CHIN
    locks = [[seen(lump, frame, axes) for lump in (_SLEEK if bun else _QUIFF)]]
    if bun and hair_behind:
        shapes += _blob(knot, edge, Material.HAIR)
    for lock in locks if locks_behind else ():
        shapes += _blob(lock, edge, Material.HAIR)
    shapes.append(
        Shape(
            Ink(Material.SKIN, Tone.EDGE),
            tuple(wrapped(chain, Finish(edge)) for chain in skin),
        )
    )
    shapes.append(Shape(Ink(Material.SKIN, Tone.SHADE), tuple(wrapped(chain) for chain in skin)))
    shapes.append(
        Shape(
            Ink(Material.SKIN, Tone.LIT),
            tuple(wrapped(chain, LIT) for chain in (skull, jaw, nose)),
        )
    )
    if face:
        shapes += _features(frame, axes)
    shapes += _hair(frame, axes, edge, [] if locks_behind else locks)
    if bun and not hair_behind:
        shapes += _blob(knot, edge, Material.HAIR)
    if face:
        shapes += _ear(frame, axes, edge)
    return shapes


def _blob(ovals: Sequence[Oval], edge: float, material: Material) -> list[Shape]:
    return [
        Shape(Ink(material, Tone.EDGE), (wrapped(ovals, Finish(edge)),)),
        Shape(Ink(material, Tone.SHADE), (wrapped(ovals),)),
        Shape(Ink(material, Tone.LIT), (wrapped(ovals, LIT),)),
    ]


_SLIVER = 4e-4
"""A strip of hair smaller than this, in square metres, is hidden by the face."""


def _grown(polygon: Polygon, by: float) -> Polygon:
    """The polygon pushed out from its middle."""
    count = len(polygon) // 2
    mx, my = sum(polygon[::2]) / count, sum(polygon[1::2]) / count
    grown: Polygon = []
    for x, y in zip(polygon[::2], polygon[1::2], strict=True):
        away = sqrt((x - mx) ** 2 + (y - my) ** 2) or 1.0
        grown += (x + (x - mx) / away * by, y + (y - my) / away * by)
    return grown


def _hair(frame: Frame, axes: Axes, edge: float, locks: Sequence[Sequence[Oval]]) -> list[Shape]:
    caps = [cap(_SCALP, frame, axes, *where) for where in (_TOP_OF_HAIR, _BACK_OF_HAIR)]
    caps = [one for one in caps if signed_area(one) > _SLIVER]
    sheen = cap(_SCALP, frame, axes, *_HIGHLIGHT)
    fill = caps + [wrapped(lock) for lock in locks]
    outline = [_grown(one, edge) for one in caps]
    outline += [wrapped(lock, Finish(edge)) for lock in locks]
    lit = [sheen] if sheen else []
    lit += [wrapped(lock, LIT) for lock in locks]
    return [
        Shape(Ink(Material.HAIR, Tone.EDGE), tuple(outline)),
        Shape(Ink(Material.HAIR, Tone.SHADE), tuple(fill)),
        Shape(Ink(Material.HAIR, Tone.LIT), tuple(lit)),
    ]


def _on_face(y: float, z: float) -> tuple[Vector, Vector]:
    """A point of the face at this place, and which way the skin looks there."""
    lump = FACE[0]
    cx, cy, cz = lump.centre
    rx, ry, rz = lump.radii
    inside = max(0.05, 1.0 - ((y - cy) / ry) ** 2 - ((z - cz) / rz) ** 2)
    x = cx + rx * sqrt(inside)
    normal = v.unit(((x - cx) / rx**2, (y - cy) / ry**2, (z - cz) / rz**2))
    return (x, y, z), normal


def _features(frame: Frame, axes: Axes) -> list[Shape]:
    towards = v.unapply(frame.turn, axes[2])
    dark: list[Polygon] = []
    lips: list[Polygon] = []
    for side in (1.0, -1.0):
        place, normal = _on_face(0.031 * side, 0.076)
        if v.dot(normal, towards) > _EYE_SHOWS:
            dark.append(_disc(frame, axes, v.add(place, _EYE_SOCKET), normal, 0.0062, 0.0085))
            brow = [v.add(_on_face(y * side, z)[0], _EYE_SOCKET) for y, z in _BROW]
            dark.append(_stroke(frame, axes, brow, 0.0030))
    mouth = [(_on_face(y, z)) for y, z in _MOUTH]
    shown = [place for place, normal in mouth if v.dot(normal, towards) > _MOUTH_SHOWS]
    if len(shown) > 1:
        lips.append(_stroke(frame, axes, [v.add(p, (-0.004, 0, 0)) for p in shown], 0.0032))
    return [
        Shape(Ink(Material.FEATURE, Tone.SHADE), tuple(dark)),
        Shape(Ink(Material.LIPS, Tone.SHADE), tuple(lips)),
    ]


_EYE_SOCKET = (-0.006, 0.0, 0.0)
_BROW = ((0.018, 0.096), (0.028, 0.101), (0.041, 0.097))
_MOUTH = tuple((y / 1000.0, 0.020 + (abs(y) / 22.0) ** 2 * 0.006) for y in range(-22, 23, 4))


def _disc(
    frame: Frame, axes: Axes, place: Vector, normal: Vector, across: float, up: float
) -> Polygon:
    side = v.square_to((0.0, 1.0, 0.0), normal, (1.0, 0.0, 0.0))
    rise = v.cross(normal, side)
    corners: Polygon = []
    for i in range(16):
        a = 2 * pi * i / 16
        point = v.add(place, v.add(v.scaled(side, across * cos(a)), v.scaled(rise, up * sin(a))))
        corners += _project(frame, axes, point)
    return corners


def _stroke(frame: Frame, axes: Axes, line: Sequence[Vector], half: float) -> Polygon:
    """A line of the face."""
    return lens([_project(frame, axes, place) for place in line], half)


def _project(frame: Frame, axes: Axes, place: Vector) -> tuple[float, float]:
    point = frame.point(place)
    return v.dot(point, axes[0]), -v.dot(point, axes[1])


def _ear(frame: Frame, axes: Axes, edge: float) -> list[Shape]:
    towards = v.unapply(frame.turn, axes[2])
    shapes: list[Shape] = []
    for side in (1.0, -1.0):
        if towards[1] * side > _EAR_SHOWS:
            lump = Lump(Bone.HEAD, (-0.002, 0.076 * side, _EAR_HEIGHT), (0.017, 0.008, 0.027))
            shapes += _blob([seen(lump, frame, axes)], edge * 0.7, Material.SKIN)
    return shapes
