"""Moving from one stance to another: what is planted stays, and nothing floats or sinks."""

from __future__ import annotations

from math import pi, sin
from typing import TYPE_CHECKING

from backcare.figure import contacts as c
from backcare.figure import vector as v
from backcare.figure.body import Frame, moved, posed, set_end, tip_turn
from backcare.figure.flesh import ALL_LUMPS, PART_LUMPS, foot, hand, lowest_of
from backcare.figure.joints import wrist_angles, wrist_turn
from backcare.figure.limits import LIMITS
from backcare.figure.reach import reach
from backcare.figure.skeleton import CHAIN, Bone, Limb, Part
from backcare.figure.solver import (
    Stance,
    by_turns,
    centre_of,
    kneel,
    moving_end,
    rest_head,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.body import Body
    from backcare.figure.vector import Matrix


def eased(share: float) -> float:
    """A movement that starts and ends gently: 0 to 1 for 0 to 1."""
    share = max(0.0, min(1.0, share))
    return share * share * share * (share * (share * 6.0 - 15.0) + 10.0)


def between(a: Stance, b: Stance, share: float) -> Stance:
    """The body `share` of the way from `a` (0) to `b` (1), joints turning evenly."""
    if share <= 0.0:
        return a
    if share >= 1.0:
        return b
    angles = _mixed_angles(a.angles, b.angles, share)
    turn = v.blended(a.body[Bone.PELVIS].turn, b.body[Bone.PELVIS].turn, share)
    origin = v.mixed(a.body[Bone.PELVIS].origin, b.body[Bone.PELVIS].origin, share)
    body = posed(angles, Frame(turn, origin))
    body = _carried(a, b, share, body)
    for one in by_turns(b.pose):
        _keep_contacts(a, b, share, one, body, angles)
    rests = _mix(float(a.pose.head_rests), float(b.pose.head_rests), share)
    if rests > 0.0:
        rest_head(body, angles, rests)
    _above_floor(body)
    return Stance(b.pose, angles, body, {})


def _mix(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _mixed_angles(a: Mapping[str, float], b: Mapping[str, float], share: float) -> dict[str, float]:
    names = dict.fromkeys((*a, *b))
    angles = {name: _mix(a.get(name, 0.0), b.get(name, 0.0), share) for name in names}
    if "crank" in angles:
        start = a.get("crank", 0.0)
        angles["crank"] = start + ((b.get("crank", 0.0) - start) % 360.0) * share
    return angles


def _carried(a: Stance, b: Stance, share: float, body: Body) -> Body:
    """The body moved to where the parts that support it in both stances hold it."""
    pins = [pin for pin in (b.pose.pin, a.pose.pin) if pin is not None]
    shared = [part for part in b.pose.rest if part in a.pose.rest]
    dx = dy = dz = 0.0
    if pins:
        goal = v.mixed(centre_of(a.body, pins[0]), centre_of(b.body, pins[0]), share)
        now = centre_of(body, pins[0])
        dx, dy, dz = v.subtract(goal, now)
        if pins[0] not in _FEET:
            dz = 0.0
    if shared and not (pins and pins[0] in _FEET):
        lumps = PART_LUMPS[shared[0]]
        goal_height = _mix(lowest_of(lumps, a.body), lowest_of(lumps, b.body), share)
        dz = goal_height - lowest_of(lumps, body)
    return moved(body, lambda p: (p[0] + dx, p[1] + dy, p[2] + dz))


_FEET = (Part.FEET, Part.RIGHT_FOOT, Part.LEFT_FOOT)


def _keep_contacts(
    a: Stance, b: Stance, share: float, one: Limb, body: Body, angles: Mapping[str, float]
) -> None:
    """Hold what touches in both stances; what touches in one is let go of, joint by joint."""
    tip = tip_turn(angles, one)
    before, after = a.pose.contacts.get(one), b.pose.contacts.get(one)
    if before == after:
        if before is not None:
            _hold(a, b, share, one, body, angles)
        return
    if before is not None and after is not None and c.KNEEL not in (before, after):
        ends = [_end(stance, body, one, angles) for stance in (a, b)]
        turn = v.blended(ends[0].turn, ends[1].turn, share)
        reach(body, one, Frame(turn, v.mixed(ends[0].origin, ends[1].origin, share)), tip)
    if one.is_arm:
        _ease_wrist(body, one, tip)
    _lift(body, one, angles)


def _end(stance: Stance, body: Body, one: Limb, angles: Mapping[str, float]) -> Frame:
    """Where a hand or foot is by a stance's contact."""
    if one in stance.planted:
        return stance.planted[one]
    return moving_end(body, angles, one, stance.pose.contacts[one])


def _ease_wrist(body: Body, one: Limb, tip: Matrix) -> None:
    """Turn a hand on its way back to what a wrist can do."""
    _, fore, hand_bone, _ = CHAIN[one]
    forearm, end, sign = body[fore].turn, body[hand_bone], one.side.sign
    found = wrist_angles(v.multiply(v.transposed(forearm), end.turn), sign)
    limits = [LIMITS[name] for name in ("forearm", "wrist", "wrist_side")]
    eased_to = [
        max(low, min(high, value)) for value, (low, high) in zip(found, limits, strict=True)
    ]
    if eased_to != list(found):
        twist, flexion, towards_thumb = eased_to
        local = wrist_turn(twist, flexion, towards_thumb, sign)
        turn = v.multiply(forearm, local)
        set_end(body, one, Frame(turn, end.origin), tip)


_A_STEP = 0.06
_STEP_HEIGHT = 0.06
"""A hand or foot that moves farther than the first is lifted, at most as high as the second."""


def _hold(
    a: Stance, b: Stance, share: float, one: Limb, body: Body, angles: Mapping[str, float]
) -> None:
    """Keep a contact that is the same in both stances."""
    if b.pose.contacts[one] == c.KNEEL:
        kneel(body, one)
        return
    start, stop = (_end(stance, body, one, angles) for stance in (a, b))
    turn = v.blended(start.turn, stop.turn, share)
    x, y, z = v.mixed(start.origin, stop.origin, share)
    far = v.length(v.subtract(stop.origin, start.origin))
    if far > _A_STEP and one in a.planted and one in b.planted:
        z += min(_STEP_HEIGHT, far * 0.2) * sin(pi * share)
    reach(body, one, Frame(turn, (x, y, z)), tip_turn(angles, one))


def _lift(body: Body, one: Limb, angles: Mapping[str, float]) -> None:
    """Keep a moving hand or foot above the floor."""
    lumps = hand(one.side) if one.is_arm else foot(one.side)
    low = lowest_of(lumps, body)
    if low >= 0.0:
        return
    end = body[CHAIN[one][2]]
    x, y, z = end.origin
    reach(body, one, Frame(end.turn, (x, y, z - low)), tip_turn(angles, one))


_IN_THE_FLOOR = -0.004


def _above_floor(body: Body) -> None:
    """As a last resort the whole body is raised until nothing is in the floor."""
    low = lowest_of(ALL_LUMPS, body)
    if low < _IN_THE_FLOOR:
        raised = moved(body, lambda p: (p[0], p[1], p[2] - low))
        body.update(raised)
