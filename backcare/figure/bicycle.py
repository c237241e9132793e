"""An upright stationary bicycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.ground import Layer, PropPiece, shadow_of
from backcare.figure.shapes import Material, Shape
from backcare.figure.skeleton import Side
from backcare.figure.solids import Slab, Solids

if TYPE_CHECKING:
    from backcare.figure.vector import Vector

_HUB: Vector = (0.610, 0.0, 0.300)
_WHEEL = 0.215
_HANDLE = v.unit((0.45, 0.0, 0.90))


def bicycle_pieces(draw: Solids, crank_degrees: float) -> list[PropPiece]:
    """An upright exercise bicycle, its right pedal so many degrees past its lowest point."""
    shade = Slab((0.16, 0.0, 0.0), (0.62, 0.0, 0.0), (0.0, 0.24, 0.0), (0.0, 0.0, 0.01), 0.2)
    pieces = [shadow_of(draw, shade), _bicycle_frame(draw), _saddle(draw), _wheel(draw)]
    for side in Side:
        pieces += [_handle(draw, side), *_crank(draw, side, crank_degrees)]
    return pieces


def _bicycle_frame(draw: Solids) -> PropPiece:
    x, _, z = props.CRANK_CENTRE
    saddle = (-0.02, 0.0, props.SADDLE_HEIGHT - 0.05)
    rear, front = (-0.36, 0.0, 0.045), (0.68, 0.0, 0.045)
    head = _head_of_frame()
    feet = [[(end[0], -0.23, 0.028), (end[0], 0.23, 0.028)] for end in (rear, front)]
    shapes = draw.tubes(
        *((points, 0.026) for points in feet),
        ((rear, front), 0.022),
        (((x + 0.03, 0.0, 0.06), (x, 0.0, z), saddle), 0.026),
        ((_HUB, head), 0.026),
        ((_HUB, (front[0] - 0.05, 0.0, 0.05)), 0.022),
        (((x, 0.0, z), v.mixed(_HUB, head, 0.42)), 0.026),
    )
    axis = draw.axis((x, 0.0, 0.05), saddle, 0.05, 0.02)
    return PropPiece("bicycle frame", axis, Layer.AMONG, shapes)


def _head_of_frame() -> Vector:
    x, _, z = props.BAR_GRIP
    return x - 0.13, 0.0, z - 0.10


def _saddle(draw: Solids) -> PropPiece:
    height = props.SADDLE_HEIGHT - 0.018
    rear, nose = (-0.065, 0.0, height), (0.130, 0.0, height - 0.006)
    shapes = draw.cushion((rear, (0.085, 0.105, 0.030)), (nose, (0.040, 0.026, 0.020)))
    return PropPiece("saddle", draw.axis(rear, nose, 0.05, 0.15), Layer.AMONG, shapes)


def _wheel(draw: Solids) -> PropPiece:
    x, _, z = _HUB
    shapes: list[Shape] = []
    for radius, half in ((_WHEEL, 0.030), (0.62 * _WHEEL, 0.034)):
        wheel = Slab((x, 0.0, z), (radius, 0.0, 0.0), (0.0, 0.0, radius), (0.0, half, 0.0), radius)
        shapes += draw.slab(wheel, Material.FURNITURE)
    axis = draw.axis((x - 0.1, 0.0, z), (x + 0.1, 0.0, z), 0.12)
    return PropPiece("bicycle wheel", axis, Layer.AMONG, shapes)


def _handle(draw: Solids, side: Side) -> PropPiece:
    """Half of the handlebar: from the stem out, and up through the fist."""
    x, y, z = props.BAR_GRIP
    grip = (x, side.sign * y, z)
    low, high = (v.add(grip, v.scaled(_HANDLE, along)) for along in (-0.075, 0.080))
    shapes = draw.tubes(((_head_of_frame(), low, high), 0.015))
    return PropPiece(f"{side.value} handle", draw.axis(low, high, 0.03, 0.05), Layer.AMONG, shapes)


_CRANK_ASIDE = 0.055


def _crank(draw: Solids, side: Side, degrees: float) -> list[PropPiece]:
    """A crank, and the pedal that the foot hides where it stands on it."""
    x, _, z = props.CRANK_CENTRE
    aside = side.sign * _CRANK_ASIDE
    px, py, pz = props.pedal(side, degrees)
    start, stop = (x, aside, z), (px, aside, pz)
    shapes = draw.tubes(((start, stop), 0.017))
    turn = v.apply(props.foot_on_pedal(side, degrees).turn, (0.05, 0.0, 0.0))
    slab = Slab(
        (px, py, pz), turn, (0.0, 0.042, 0.0), v.scaled(v.cross(turn, (0.0, 1.0, 0.0)), 0.2), 0.015
    )
    pedal_axis = draw.axis((px, py - 0.03, pz), (px, py + 0.03, pz), 0.04, 0.06)
    name = side.value
    return [
        PropPiece(f"{name} crank", draw.axis(start, stop, 0.02), Layer.AMONG, shapes),
        PropPiece(f"{name} pedal", pedal_axis, Layer.AMONG, draw.slab(slab, Material.FURNITURE)),
    ]
