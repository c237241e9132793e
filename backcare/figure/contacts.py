"""What the end of a limb can do: touch the floor, or a named place on the body or a prop."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import vector as v
from backcare.figure.body import Frame
from backcare.figure.skeleton import PALM_CENTRE, PALM_DEPTH, SHIN, THIGH, Bone, Limb, Side

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.body import Body
    from backcare.figure.vector import Matrix, Vector

FLAT = "flat"
REST = "rest"
FOREARM = "forearm"
KNEEL = "kneel"
FLOOR_CONTACTS: Mapping[bool, tuple[str, ...]] = MappingProxyType(
    {True: (FLAT, REST, FOREARM), False: (FLAT, REST, KNEEL)}
)
"""What arms (True) and legs can do on the floor: lie flat (palm or sole down), be let down as
they are until they touch, carry on the whole forearm, or kneel (knee and instep)."""


class Site(NamedTuple):
    """A place on the skin for a hand: where, which way the skin faces, where fingers point.

    All are in the frame of the bone named by `bone`, for the right hand; left is mirrored.
    `bone` names the bone on the hand's own side, or, with `other` before it, across the body.
    """

    bone: str
    point: Vector
    normal: Vector
    fingers: Vector


_UNDER_KNEE = -THIGH + 0.105
_SITES: Mapping[str, Site] = MappingProxyType(
    {
        "shin": Site("shin", (0.046, -0.012, -0.075), (1.0, -0.25, 0.0), (0.0, 1.0, -0.35)),
        "other shin": Site(
            "other shin", (0.044, 0.012, -0.110), (1.0, 0.25, 0.0), (0.0, 1.0, -0.3)
        ),
        "low shin": Site("shin", (0.040, 0.0, -SHIN + 0.14), (1.0, 0.0, 0.2), (0.1, 0.0, -1.0)),
        "ankle": Site("shin", (0.040, 0.0, -SHIN + 0.05), (1.0, 0.0, 0.2), (0.3, 0.0, -1.0)),
        "behind thigh": Site(
            "thigh", (-0.054, -0.016, _UNDER_KNEE), (-1.0, -0.35, 0.0), (0.0, 1.0, -0.2)
        ),
        "behind other thigh": Site(
            "other thigh", (-0.054, 0.016, _UNDER_KNEE + 0.035), (-1.0, 0.35, 0.0), (0.0, 1.0, -0.2)
        ),
        "under thigh": Site(
            "thigh", (-0.048, -0.048, -0.235), (-0.6, -0.8, 0.0), (-0.75, 0.3, -0.65)
        ),
        "under other thigh": Site(
            "other thigh", (-0.048, -0.048, -0.225), (-0.6, -0.8, 0.0), (-0.75, 0.3, -0.65)
        ),
        "thigh": Site("thigh", (0.078, 0.0, -0.230), (1.0, 0.0, 0.0), (0.0, 0.15, -1.0)),
        "other thigh": Site(
            "other thigh", (0.078, 0.0, -0.200), (1.0, 0.0, 0.0), (0.0, 0.4, -1.0)
        ),
        "low thigh": Site("thigh", (0.062, 0.0, -0.330), (1.0, 0.0, 0.0), (0.0, 0.15, -1.0)),
        "knee": Site("thigh", (0.052, 0.0, -THIGH + 0.01), (1.0, 0.0, -0.3), (0.0, 0.1, -1.0)),
        "other knee": Site(
            "other thigh", (0.052, 0.012, -THIGH + 0.035), (1.0, 0.0, -0.1), (0.0, 0.5, -1.0)
        ),
        "outside other knee": Site(
            "other thigh", (0.010, 0.058, -THIGH + 0.10), (0.2, 1.0, 0.0), (0.2, 0.0, -1.0)
        ),
        "hip": Site("pelvis", (0.010, -0.150, 0.075), (0.15, -1.0, 0.35), (1.0, 0.2, -0.7)),
        "low back": Site("pelvis", (-0.088, -0.085, 0.085), (-1.0, -0.45, 0.0), (-0.2, 0.3, -1.0)),
        "breastbone": Site("chest", (0.165, -0.004, -0.020), (0.0, -1.0, 0.0), (0.75, 0.0, 0.65)),
        "other shoulder": Site(
            "chest", (0.095, 0.105, 0.080), (1.0, 0.35, 0.3), (-0.1, 1.0, 0.55)
        ),
        "behind head": Site("head", (-0.060, -0.072, 0.070), (-0.6, -1.0, 0.0), (-0.7, 0.6, 0.5)),
    }
)  # fmt: skip
SITE_NAMES = tuple(_SITES)
BAR = "bar"
PEDAL = "pedal"
ON_KNEE = "other knee"
ARM_CONTACTS = (*FLOOR_CONTACTS[True], *SITE_NAMES, BAR)
LEG_CONTACTS = (*FLOOR_CONTACTS[False], ON_KNEE, PEDAL)


def names_for(limb: Limb) -> tuple[str, ...]:
    """Every contact an arm or a leg can have."""
    return ARM_CONTACTS if limb.is_arm else LEG_CONTACTS


def on_floor(limb: Limb, contact: str) -> bool:
    """The contact is with the floor, which does not move."""
    return contact in FLOOR_CONTACTS[limb.is_arm]


def _site_bone(site: Site, side: Side) -> Bone:
    across = site.bone.startswith("other ")
    name = site.bone.removeprefix("other ")
    if name in ("pelvis", "chest", "head"):
        return Bone(name)
    return Bone(f"{(side.other if across else side).value} {name}")


def palm_on(body: Body, limb: Limb, contact: str) -> tuple[Vector, Frame]:
    """Where a hand on a site of the body is: the touched point, and the frame of the hand."""
    site, side = _SITES[contact], limb.side
    flip = 1.0 if side is Side.RIGHT else -1.0

    def sided(a: Vector) -> Vector:
        return (a[0], a[1] * flip, a[2])

    frame = body[_site_bone(site, side)]
    normal = v.unit(v.apply(frame.turn, sided(site.normal)))
    fingers = v.square_to(v.apply(frame.turn, sided(site.fingers)), normal, v.UP)
    turn = hand_turn(side, v.scaled(normal, -1.0), fingers)
    point = frame.point(sided(site.point))
    return point, hand_at(turn, v.add(point, v.scaled(normal, PALM_DEPTH)))


def hand_turn(side: Side, palm: Vector, fingers: Vector) -> Matrix:
    """How a hand is turned whose palm faces `palm` and whose fingers point to `fingers`."""
    z = v.scaled(fingers, -1.0)
    y = v.scaled(palm, -side.sign)
    return v.from_axes(v.cross(y, z), y, z)


def hand_at(turn: Matrix, palm_centre: Vector) -> Frame:
    """The frame of the hand, whose origin is the wrist, from the middle of its palm."""
    return Frame(turn, v.add(palm_centre, v.apply(turn, (0.0, 0.0, PALM_CENTRE))))


def ankle_on_knee(body: Body, limb: Limb) -> tuple[Vector, Frame]:
    """A foot whose ankle lies across the other thigh just above the knee."""
    side = limb.side
    thigh = body[Bone(f"{side.other.value} thigh")]
    point = thigh.point((0.058, 0.0, -THIGH + 0.075))
    normal = v.axis_of(thigh.turn, 0)
    across = v.scaled(v.axis_of(thigh.turn, 1), -side.sign)
    down = v.axis_of(thigh.turn, 2)
    # The sole looks past the other thigh; the outer ankle lies on it.
    turn = v.from_axes(v.scaled(down, -1.0), v.scaled(v.cross(across, down), -1.0), across)
    turn = _upright(turn, across, normal, side)
    return point, Frame(turn, v.add(point, v.scaled(normal, 0.038)))


def _upright(turn: Matrix, across: Vector, normal: Vector, side: Side) -> Matrix:
    """The foot's z runs back up the shin: against `across`; its outer side lies on the skin."""
    del turn
    z = v.scaled(across, -1.0)
    y = v.scaled(normal, -side.sign)
    return v.from_axes(v.cross(y, z), y, z)
