"""Two-bone inverse kinematics: bend a limb so that its end is where it has to be."""

from __future__ import annotations

from math import copysign, radians, sqrt
from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.body import LENGTHS, Frame, set_end, socket
from backcare.figure.skeleton import CHAIN, Bone, Limb

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.figure.body import Body
    from backcare.figure.vector import Matrix, Vector

_ELBOW_CLEARANCE = 0.036
_STRAIGHT = 1e-5
_NO_BEND = 1e-4
_ROUNDS = 4


def reach(body: Body, limb: Limb, end: Frame, tip: Matrix, share: float = 1.0) -> None:
    """Bend `limb` of `body` so that its hand or foot comes to `end`.

    The elbow or knee keeps the plane it has in `body`, but no elbow goes through the floor.
    Where `end` is too far away, the limb is straight and points to it. With `share` below 1
    the end only goes that share of the way from where it is in `body`.
    """
    bones = CHAIN[limb]
    if share <= 0.0:
        return
    now = body[bones[2]]
    if share < 1.0:
        end = Frame(v.blended(now.turn, end.turn, share), v.mixed(now.origin, end.origin, share))
    x_axes = v.add(v.axis_of(body[bones[0]].turn, 0), v.axis_of(body[bones[1]].turn, 0))
    pole = v.scaled(x_axes, -1.0 if limb.is_arm else 1.0)
    root = socket(body, limb)
    middle, last = _bent(limb, root, end.origin, pole)
    for _ in range(_ROUNDS if limb.is_arm else 0):
        # The shoulder follows the upper arm, which follows from where the shoulder is.
        root = socket(body, limb, v.unit(v.subtract(middle, root)))
        middle, last = _bent(limb, root, end.origin, pole)
        if middle[2] < _ELBOW_CLEARANCE:
            middle = _lifted(body, limb, root, end.origin, pole)
    _place(body, limb, (root, middle, last), pole)
    set_end(body, limb, Frame(end.turn, last), tip)


def _bent(limb: Limb, root: Vector, goal: Vector, pole: Vector) -> tuple[Vector, Vector]:
    """Where the middle joint and the end are."""
    upper, lower = LENGTHS[limb.is_arm]
    way = v.subtract(goal, root)
    axis = v.unit(way, (0.0, 0.0, -1.0))
    far = min(max(v.length(way), abs(upper - lower) + 0.01), upper + lower - _STRAIGHT)
    along = (far * far + upper * upper - lower * lower) / (2.0 * far)
    aside = sqrt(max(0.0, upper * upper - along * along))
    out = v.square_to(pole, axis, (1.0, 0.0, 0.0))
    middle = v.add(root, v.add(v.scaled(axis, along), v.scaled(out, aside)))
    return middle, v.add(root, v.scaled(axis, far))


def _lifted(body: Body, limb: Limb, root: Vector, goal: Vector, pole: Vector) -> Vector:
    """The elbow swung about the line from root to goal until it clears the floor.

    It goes outwards, away from the body, unless that never gets it clear.
    """
    axis = v.unit(v.subtract(goal, root))
    outward = v.scaled(v.axis_of(body[Bone.CHEST].turn, 1), limb.side.sign)

    def swung(degrees: float) -> Vector:
        return _bent(limb, root, goal, v.apply(v.about(axis, radians(degrees)), pole))[0]

    lead = v.dot(v.subtract(swung(40.0), swung(-40.0)), outward)
    out = limb.side.sign if abs(lead) < _NO_BEND else copysign(1.0, lead)
    for way in (out, -out):
        for step in range(10, 131, 10):
            if swung(way * step)[2] >= _ELBOW_CLEARANCE:
                return swung(way * _first_clear(swung, way, step - 10.0, float(step)))
    return swung(out * 90.0)


def _first_clear(swung: Callable[[float], Vector], way: float, low: float, high: float) -> float:
    for _ in range(9):
        middle = (low + high) / 2.0
        if swung(way * middle)[2] >= _ELBOW_CLEARANCE:
            high = middle
        else:
            low = middle
    return high


def _place(body: Body, limb: Limb, joints: tuple[Vector, Vector, Vector], pole: Vector) -> None:
    """Turn the two long bones so that they run through the joints."""
    root, middle, last = joints
    first, second = CHAIN[limb][:2]
    bend = -1.0 if limb.is_arm else 1.0
    axis = v.unit(v.subtract(last, root))
    out = v.subtract(middle, v.add(root, v.scaled(axis, v.dot(v.subtract(middle, root), axis))))
    ahead = v.scaled(v.unit(out, v.square_to(pole, axis, (1.0, 0.0, 0.0))), bend)
    # Both bones turn about one hinge, however far the limb is bent.
    hinge = v.cross(v.scaled(axis, -1.0), ahead)
    for bone, start, stop in ((first, root, middle), (second, middle, last)):
        z = v.unit(v.subtract(start, stop))
        body[bone] = Frame(v.from_axes(v.cross(hinge, z), hinge, z), start)


def swing_at(body: Body, limb: Limb, degrees: float) -> None:
    """Bend the middle joint by `degrees` more, carrying the end along."""
    bones = CHAIN[limb]
    lower = body[bones[1]]
    turn = v.multiply(lower.turn, v.about_y(-degrees if limb.is_arm else degrees))
    carry = v.multiply(turn, v.transposed(lower.turn))
    body[bones[1]] = Frame(turn, lower.origin)
    for bone in bones[2:]:
        frame = body[bone]
        body[bone] = Frame(
            v.multiply(carry, frame.turn),
            v.add(lower.origin, v.apply(carry, v.subtract(frame.origin, lower.origin))),
        )
