"""An armless chair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.ground import SEAT_AHEAD, SEAT_BEHIND, Ground, Layer, PropPiece, shadow_of
from backcare.figure.shapes import Material
from backcare.figure.skeleton import Side
from backcare.figure.solids import Slab, Solids

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.figure.vector import Vector

    _At = Callable[[float, float, float], Vector]

_SEAT_HALF_WIDTH = 0.21
_SEAT_HALF_THICKNESS = 0.020
_SEAT_SUNK = 0.13
_BACK_HALF_WIDTH = 0.19
_BACK_HEIGHTS = (0.66, 0.86)


def chair_pieces(draw: Solids, ground: Ground) -> list[PropPiece]:
    """Four legs, a seat and a back; no arms."""
    at = _placed(ground)
    here = at(0.0, 0.0, 0.0)

    def way(ahead: float, left: float, up: float) -> Vector:
        return v.subtract(at(ahead, left, up), here)

    deep, wide = (SEAT_BEHIND + SEAT_AHEAD) / 2.0, _SEAT_HALF_WIDTH
    centre = (SEAT_AHEAD - SEAT_BEHIND) / 2.0
    under = props.SEAT_HEIGHT - _SEAT_HALF_THICKNESS
    seat = Slab(
        at(centre, 0.0, under), way(deep, 0.0, 0.0), way(0.0, wide, 0.0),
        (0.0, 0.0, _SEAT_HALF_THICKNESS), 0.06,
    )  # fmt: skip
    seat_axis = draw.axis(
        at(centre - 0.1, 0.0, under), at(centre + 0.1, 0.0, under), 0.2, _SEAT_SUNK
    )
    floor = seat._replace(middle=at(centre, 0.0, 0.0))
    return [
        shadow_of(draw, floor),
        *_chair_legs(draw, at),
        PropPiece("chair seat", seat_axis, Layer.AMONG, draw.slab(seat, Material.FURNITURE)),
        _chair_back(draw, at, way),
    ]


def _placed(ground: Ground) -> _At:
    """From ahead, left and up of a chair to the world."""
    (x, y), (ahead_x, ahead_y) = ground.chair, ground.heading

    def at(ahead: float, left: float, up: float) -> Vector:
        return x + ahead * ahead_x - left * ahead_y, y + ahead * ahead_y + left * ahead_x, up

    return at


def _chair_legs(draw: Solids, at: _At) -> list[PropPiece]:
    pieces = []
    for end, ahead, splay in (("front", SEAT_AHEAD - 0.04, 0.02), ("back", -SEAT_BEHIND, -0.05)):
        for side in Side:
            aside = side.sign * (_SEAT_HALF_WIDTH - 0.035)
            top = at(ahead, aside, props.SEAT_HEIGHT - 2.4 * _SEAT_HALF_THICKNESS)
            foot = at(ahead + splay, aside, 0.016)
            points = [foot, top]
            if end == "back":
                points.append(at(ahead - 0.07, side.sign * (_BACK_HALF_WIDTH - 0.03), 0.80))
            axis = draw.axis(foot, points[-1], 0.02)
            shapes = draw.tubes((points, 0.016))
            pieces.append(PropPiece(f"chair {side.value} {end} leg", axis, Layer.AMONG, shapes))
    return pieces


def _chair_back(
    draw: Solids,
    at: _At,
    way: _At,
) -> PropPiece:
    low, high = _BACK_HEIGHTS
    middle = (low + high) / 2.0
    behind = -SEAT_BEHIND - 0.055
    slab = Slab(
        at(behind, 0.0, middle), way(0.0, _BACK_HALF_WIDTH, 0.0),
        way(-0.02, 0.0, (high - low) / 2.0), way(0.013, 0.0, 0.002), 0.06,
    )  # fmt: skip
    axis = draw.axis(at(behind, -0.15, middle), at(behind, 0.15, middle), 0.1)
    return PropPiece("chair back", axis, Layer.AMONG, draw.slab(slab, Material.FURNITURE))
