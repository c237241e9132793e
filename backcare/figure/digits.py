"""The lines between fingers and between toes, where a hand or foot is large enough for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import CHAIN
from backcare.figure.stroke import lens

if TYPE_CHECKING:
    from backcare.figure.body import Body, Frame
    from backcare.figure.polygon import Polygon
    from backcare.figure.skeleton import Limb
    from backcare.figure.vector import Vector

_HALF = 0.0016
_FACES = 0.15
"""How far the back or palm of a hand must look towards the camera for its lines to be seen."""

_FINGERS = (-0.020, -0.001, 0.018)
_TOES = (0.024, 0.010, -0.003, -0.016)


def digit_lines(body: Body, limb: Limb, axes: tuple[Vector, Vector, Vector]) -> list[Shape]:
    """The lines on the side of the hand or foot that the camera sees; none from its edge."""
    frame = body[CHAIN[limb][3]]
    lines = _fingers(frame, limb, axes) if limb.is_arm else _toes(frame, limb, axes)
    return [Shape(Ink(Material.SKIN, Tone.EDGE), tuple(lines))] if lines else []


def _fingers(frame: Frame, limb: Limb, axes: tuple[Vector, Vector, Vector]) -> list[Polygon]:
    palm = -limb.side.sign
    towards = v.dot(v.axis_of(frame.turn, 1), axes[2]) * palm
    if abs(towards) < _FACES:
        return []
    skin = 0.010 if towards > 0.0 else -0.010
    return [
        _line(
            frame,
            axes,
            [
                (x, palm * skin, -0.012),
                (x * 0.95, palm * (skin + 0.004), -0.050),
                (x * 0.88, palm * (skin * 0.8 + 0.009), -0.090),
            ],
        )
        for x in _FINGERS
    ]


def _toes(frame: Frame, limb: Limb, axes: tuple[Vector, Vector, Vector]) -> list[Polygon]:
    if v.dot(v.axis_of(frame.turn, 2), axes[2]) < _FACES:
        return []
    out = limb.side.sign
    return [
        _line(frame, axes, [(0.024, -y * out, 0.012), (0.044, -(y + 0.003) * out, 0.008),
                            (0.062, -(y + 0.005) * out, -0.001)])
        for y in _TOES
    ]  # fmt: skip


def _line(frame: Frame, axes: tuple[Vector, Vector, Vector], places: list[Vector]) -> Polygon:
    points = [frame.point(place) for place in places]
    return lens([(v.dot(point, axes[0]), -v.dot(point, axes[1])) for point in points], _HALF)
