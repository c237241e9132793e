"""Where things stand round a body, and what a drawn thing is."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import contacts as c
from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.flesh import ALL_LUMPS, lowest
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import CHAIN, Bone, Limb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.camera import Point
    from backcare.figure.drawing_order import Axis
    from backcare.figure.solids import Slab, Solids
    from backcare.figure.solver import Stance
    from backcare.figure.vector import Vector

_MAT_MARGIN = 0.07
_NEAR_MAT = 0.60
SEAT_BEHIND, SEAT_AHEAD = 0.31, 0.11
"""How far a chair's seat reaches behind and ahead of the hips: they sit on its front part."""


class Layer(Enum):
    """Where a piece belongs in the order of drawing."""

    BEHIND = "behind"
    """Before the body and its shadow: what the body lies on."""
    AMONG = "among"
    """Between the parts of the body, by its axis."""
    FRONT = "front"
    """After the body: water."""


class PropPiece(NamedTuple):
    """A thing, or a part of one, that is drawn in one go."""

    name: str
    axis: Axis
    layer: Layer
    shapes: list[Shape]


class Ground(NamedTuple):
    """Where things stand, the same for all stances of an exercise so that nothing moves.

    Attributes:
        mat: from where to where the mat reaches, along x.
        chair: the place on the floor below the hips of whoever sits on it.
        heading: the way the chair faces: a unit vector along the floor.
        pads: the places of kneeling knees.
    """

    mat: tuple[float, float] = (-0.9, 0.9)
    chair: Point = (0.0, 0.0)
    heading: Point = (1.0, 0.0)
    pads: tuple[Point, ...] = ()


def ground_of(stances: Sequence[Stance]) -> Ground:
    """The ground for an exercise with these key stances."""
    low: list[float] = []
    high: list[float] = []
    for stance in stances:
        for lump in ALL_LUMPS:
            frame = stance.body[lump.bone]
            if lowest(lump, frame) < _NEAR_MAT:
                x = frame.point(lump.centre)[0]
                low.append(x - max(lump.radii))
                high.append(x + max(lump.radii))
    chair, heading = _chair_place(stances)
    return Ground(
        mat=(min(low) - _MAT_MARGIN, max(high) + _MAT_MARGIN) if low else Ground().mat,
        chair=chair,
        heading=heading,
        pads=_pads(stances),
    )


def _chair_place(stances: Sequence[Stance]) -> tuple[Point, Point]:
    """Below the lowest hips, facing as they do; or below the farthest hands, facing them."""
    lowest_seat = min(stances, key=lambda stance: stance.body[Bone.PELVIS].origin[2])
    pelvis = lowest_seat.body[Bone.PELVIS]
    side = v.axis_of(pelvis.turn, 1)
    x, y, _ = v.unit((side[1], -side[0], 0.0), (1.0, 0.0, 0.0))
    if all(props.CHAIR_AHEAD not in stance.pose.props for stance in stances):
        return (pelvis.origin[0], pelvis.origin[1]), (x, y)
    hands = [_between_hands(stance) for stance in stances]
    hand = max(hands, key=lambda place: place[0] * x + place[1] * y)
    back = (SEAT_BEHIND - SEAT_AHEAD) / 2.0
    return (hand[0] - x * back, hand[1] - y * back), (-x, -y)


def _between_hands(stance: Stance) -> Vector:
    right, left = (stance.body[bone].origin for bone in (Bone.RIGHT_FINGERS, Bone.LEFT_FINGERS))
    return v.mixed(right, left, 0.5)


def _pads(stances: Sequence[Stance]) -> tuple[Point, ...]:
    """The knees of the first stance that kneels on a pad."""
    for stance in stances:
        if props.PAD in stance.pose.props:
            shins = [CHAIN[one][1] for one in Limb if stance.pose.contacts.get(one) == c.KNEEL]
            if shins:
                return tuple(stance.body[bone].origin[:2] for bone in shins)
    return ()


def shadow_of(draw: Solids, slab: Slab) -> PropPiece:
    """What something standing on the floor darkens there."""
    shape = Shape(Ink(Material.SHADOW, Tone.LIT), (draw.outline(slab),))
    return PropPiece("shadow", draw.axis(slab.middle, slab.middle, 0.0), Layer.BEHIND, [shape])
