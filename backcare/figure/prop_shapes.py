"""What a body lies, sits or swims in: mat, pad, chair, bicycle and water, as flat shapes.

Everything is built of solids, so that the picture is right from every side. `prop_pieces` says
of each piece in which layer it is drawn.
"""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING

from backcare.figure import props
from backcare.figure.bicycle import bicycle_pieces
from backcare.figure.chair import chair_pieces
from backcare.figure.drawing_order import Axis
from backcare.figure.ground import Ground, Layer, PropPiece
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import Bone, Side
from backcare.figure.solids import Slab, Solids, polygon
from backcare.figure.stroke import ribbon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from backcare.figure.camera import Camera, Point
    from backcare.figure.scene import Detail
    from backcare.figure.solver import Stance

    _Builder = Callable[[Solids, Ground, Stance], list[PropPiece]]

MAT_WIDTH = 0.62
MAT_THICKNESS = 0.014


def prop_pieces(stance: Stance, camera: Camera, detail: Detail, ground: Ground) -> list[PropPiece]:
    """The things round a stance; within a layer, in an order that is right when kept."""
    draw = Solids(camera.axes(), detail.edge)
    pieces: list[PropPiece] = []
    for name in props.NAMES:
        if name in stance.pose.props:
            pieces += _PROPS[name](draw, ground, stance)
    return pieces


def _mat(draw: Solids, ground: Ground, stance: Stance) -> list[PropPiece]:
    del stance
    start, stop = ground.mat
    half = MAT_THICKNESS / 2.0
    middle = ((start + stop) / 2.0, 0.0, -half)
    slab = Slab(
        middle,
        ((stop - start) / 2.0, 0.0, 0.0),
        (0.0, MAT_WIDTH / 2.0, 0.0),
        (0.0, 0.0, half),
        0.05,
    )
    axis = draw.axis((start, 0.0, -half), (stop, 0.0, -half), MAT_WIDTH / 2.0)
    return [PropPiece("mat", axis, Layer.BEHIND, draw.slab(slab, Material.MAT))]


def _pad(draw: Solids, ground: Ground, stance: Stance) -> list[PropPiece]:
    del stance
    pieces = []
    for x, y in ground.pads:
        middle = (x, y, 0.012)
        slab = Slab(middle, (0.17, 0.0, 0.0), (0.0, 0.13, 0.0), (0.0, 0.0, 0.012), 0.05)
        axis = draw.axis(middle, middle, 0.13)
        pieces.append(PropPiece("pad", axis, Layer.BEHIND, draw.slab(slab, Material.PAD)))
    return pieces


_TOWEL_HALF = 0.030
_TOWEL_AT = -0.26
"""Where on the thigh the towel lies, in metres from the hip."""


def _towel(draw: Solids, ground: Ground, stance: Stance) -> list[PropPiece]:
    """A towel held in both hands, round the back of the thigh that is lifted."""
    del ground
    side = max(Side, key=lambda one: stance.body[Bone(f"{one.value} shin")].origin[2])
    thigh = stance.body[Bone(f"{side.value} thigh")]
    pieces = []
    for one in Side:
        palm = stance.body[Bone(f"{one.value} hand")].point((0.0, 0.0, -0.07))
        places = [
            palm,
            thigh.point((-0.035, one.sign * 0.058, _TOWEL_AT)),
            thigh.point((-0.072, 0.0, _TOWEL_AT)),
        ]
        line = [draw.flat(place)[:2] for place in places]
        shapes = [
            Shape(Ink(Material.PAD, tone), (ribbon(line, [half] * len(line)),))
            for tone, half in ((Tone.EDGE, _TOWEL_HALF + draw.edge), (Tone.LIT, _TOWEL_HALF))
        ]
        axis = draw.axis(palm, places[1], _TOWEL_HALF)
        pieces.append(PropPiece(f"{one.value} towel", axis, Layer.AMONG, shapes))
    return pieces


_WATER_LONG, _WATER_DEEP = 1.22, 0.66
_WAVE, _WAVE_LONG, _WAVE_STEP = 0.012, 0.30, 0.02


def _water(draw: Solids, ground: Ground, stance: Stance) -> list[PropPiece]:
    """The surface behind the body, and before it the water up to the line of the waves."""
    del ground
    x, y, _ = stance.body[Bone.PELVIS].origin
    middle = (x + 0.14, y, props.WATER_HEIGHT)
    centre, level, near = draw.flat(middle)
    axis = Axis((centre - _WATER_LONG, level, near), (centre + _WATER_LONG, level, near), 0.1)
    line = _waves(centre, level, _WATER_LONG)
    floor = [
        (centre + _WATER_LONG, level + _WATER_DEEP),
        (centre - _WATER_LONG, level + _WATER_DEEP),
    ]
    crest = [*line, *((px, py + 0.010) for px, py in reversed(line))]
    ripples = [
        _ripple(centre + across, level + down, half)
        for across, down, half in ((-0.85, 0.16, 0.22), (0.55, 0.24, 0.26), (-0.25, 0.36, 0.20))
    ]
    back = [(px, py - 0.030) for px, py in line]
    far = [*back, *reversed(line)]
    return [
        PropPiece("water behind", axis, Layer.BEHIND, [_wet(Tone.SHADE, [far])]),
        PropPiece(
            "water", axis, Layer.FRONT,
            [_wet(Tone.LIT, [[*line, *floor]]), _wet(Tone.EDGE, [crest, *ripples])],
        ),
    ]  # fmt: skip


def _wet(tone: Tone, outlines: Iterable[Iterable[Point]]) -> Shape:
    return Shape(Ink(Material.WATER, tone), tuple(polygon(points) for points in outlines))


def _waves(centre: float, level: float, half: float) -> list[Point]:
    """A line of waves from left to right."""
    steps = round(2.0 * half / _WAVE_STEP)
    across = [centre - half + 2.0 * half * i / steps for i in range(steps + 1)]
    return [(x, level + _WAVE * sin(2.0 * pi * x / _WAVE_LONG)) for x in across]


def _ripple(centre: float, level: float, half: float) -> list[Point]:
    """A short wave that thins out to its ends."""
    line = _waves(centre, level, half)
    thick = [0.006 * sin(pi * i / (len(line) - 1)) for i in range(len(line))]
    upper = [(x, y - t) for (x, y), t in zip(line, thick, strict=True)]
    lower = [(x, y + t) for (x, y), t in zip(line, thick, strict=True)]
    return [*upper, *reversed(lower)]


_PROPS: Mapping[str, _Builder] = {
    props.MAT: _mat,
    props.CHAIR: lambda draw, ground, _: chair_pieces(draw, ground),
    props.CHAIR_AHEAD: lambda draw, ground, _: chair_pieces(draw, ground),
    props.PAD: _pad,
    props.TOWEL: _towel,
    props.BICYCLE: lambda draw, _, stance: bicycle_pieces(draw, stance.angles.get("crank", 0.0)),
    props.WATER: _water,
}
