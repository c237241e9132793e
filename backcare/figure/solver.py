"""From a pose to a stance: the body set down on the floor, every contact made true."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import cos, radians, sin

from backcare.figure import contacts as c
from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.body import Body, Frame, base_turn, moved, posed, tip_turn, trunk
from backcare.figure.flesh import (
    PART_LUMPS,
    Lump,
    foot,
    hand,
    lowest_of,
)
from backcare.figure.measure import limb_angles
from backcare.figure.pose import Pose
from backcare.figure.reach import reach, swing_at
from backcare.figure.skeleton import ANKLE_HEIGHT, CHAIN, FOREARM, Bone, Limb, Part
from backcare.figure.vector import Vector  # noqa: TC001

_STEEP = (0.6, 0.85)
_UPRIGHT = 0.05
_WRIST_HEIGHT = 0.027
_FOREARM_WRIST_HEIGHT = 0.030
_LEGS = tuple(one for one in Limb if not one.is_arm)
_ARMS = tuple(one for one in Limb if one.is_arm)


@dataclass(frozen=True, slots=True)
class Stance:
    """A body that stands, lies or kneels as its pose asks.

    Attributes:
        pose: what was asked for.
        angles: the pose's angles, but where something touches those that were found: they make
            the body again.
        body: every bone's frame; the floor is at height 0.
        planted: the frames of hands and feet that touch the floor, which stays where it is.
    """

    pose: Pose
    angles: Mapping[str, float]
    body: Body
    planted: Mapping[Limb, Frame] = field(default_factory=dict)


def solve(pose: Pose, before: Stance | None = None) -> Stance:
    """Set a pose down on the floor and make its contacts true.

    With `before`, the stance it is reached from, what is planted in both stays in its place,
    and so does the part the pose pins.
    """
    angles = dict(pose.angles)
    base = Frame(base_turn(angles), v.ORIGIN)
    body = _set_down(pose, posed(angles, base))
    if pose.pin is not None and before is not None:
        body = _pinned(body, pose.pin, centre_of(before.body, pose.pin))
    planted: dict[Limb, Frame] = {}
    for one in by_turns(pose):
        _make_contact(body, pose, angles, one, planted, before)
    if pose.head_rests:
        rest_head(body, angles)
    for one in pose.contacts:
        angles |= limb_angles(body, one, angles)
    return Stance(pose, angles, body, planted)


def by_turns(pose: Pose) -> list[Limb]:
    """The limbs in the order to place them: what others touch comes before what touches it."""
    return sorted(
        Limb, key=lambda one: (one.is_arm, not c.on_floor(one, pose.contacts.get(one, "")))
    )


def support_height(pose: Pose) -> float:
    """How high what the body rests on is: the floor, a chair's seat, a saddle."""
    return props.seat_height(pose.props)


def _lowest(pose: Pose, part: Part, body: Body) -> float:
    """How high a part is over what it rests on. Flat soles and palms count as if they were."""
    if part is Part.PELVIS:
        return lowest_of(PART_LUMPS[part], body) - support_height(pose)
    flat = {
        Part.FEET: _LEGS,
        Part.RIGHT_FOOT: (Limb.RIGHT_LEG,),
        Part.LEFT_FOOT: (Limb.LEFT_LEG,),
        Part.HANDS: _ARMS,
    }.get(part, ())
    if flat and all(pose.contacts.get(one) == c.FLAT for one in flat):
        gap = _WRIST_HEIGHT if part is Part.HANDS else ANKLE_HEIGHT
        return min(body[CHAIN[one][2]].origin[2] for one in flat) - gap
    return lowest_of(PART_LUMPS[part], body)


def _set_down(pose: Pose, body: Body) -> Body:
    """Tip the body until both of its supports are level, and let it down on them."""
    if len(pose.rest) > 1:
        first, second = pose.rest

        def slope(degrees: float) -> float:
            tipped = moved(body, lambda p: _tip(p, degrees), v.about_y(degrees))
            return _lowest(pose, first, tipped) - _lowest(pose, second, tipped)

        found = _level(slope)
        body = moved(body, lambda p: _tip(p, found), v.about_y(found))
    drop = -_lowest(pose, pose.rest[0], body) if pose.rest else 0.0
    return moved(body, lambda p: (p[0], p[1], p[2] + drop))


def _tip(point: Vector, degrees: float) -> Vector:
    x, y, z = point
    c_, s = cos(radians(degrees)), sin(radians(degrees))
    return (c_ * x + s * z, y, c_ * z - s * x)


def _level(slope: Callable[[float], float], widest: float = 40.0) -> float:
    """The turn nearest to none at which `slope` is zero, in degrees; none if there is none."""
    here = slope(0.0)
    if here == 0.0:
        return 0.0
    step = 4.0
    low = high = 0.0
    at_low = at_high = here
    while high < widest:
        next_high, next_low = high + step, low - step
        after = slope(next_high)
        if after * at_high <= 0.0:
            return _between(slope, high, next_high, at_high)
        high, at_high = next_high, after
        after = slope(next_low)
        if after * at_low <= 0.0:
            return _between(slope, low, next_low, at_low)
        low, at_low = next_low, after
    return 0.0


def _between(slope: Callable[[float], float], start: float, stop: float, at_start: float) -> float:
    for _ in range(24):
        middle = (start + stop) / 2.0
        if slope(middle) * at_start > 0.0:
            start = middle
        else:
            stop = middle
    return (start + stop) / 2.0


def centre_of(body: Body, part: Part) -> Vector:
    """The middle of a part: what a pinned part is held by. Of feet it is the ankles."""
    bones = tuple({lump.bone: None for lump in PART_LUMPS[part]})
    if part in (Part.FEET, Part.RIGHT_FOOT, Part.LEFT_FOOT):
        bones = tuple(bone for bone in bones if bone.value.endswith("foot"))
        points = [body[bone].origin for bone in bones]
    else:
        points = [body[lump.bone].point(lump.centre) for lump in PART_LUMPS[part]]
    total = (0.0, 0.0, 0.0)
    for point in points:
        total = v.add(total, point)
    return v.scaled(total, 1.0 / len(points))


def _pinned(body: Body, pin: Part, place: Vector) -> Body:
    """The body shifted along the floor until its pinned part is at `place`."""
    now = centre_of(body, pin)
    dx, dy = place[0] - now[0], place[1] - now[1]
    return moved(body, lambda p: (p[0] + dx, p[1] + dy, p[2]))


def _make_contact(
    body: Body,
    pose: Pose,
    angles: Mapping[str, float],
    one: Limb,
    planted: dict[Limb, Frame],
    before: Stance | None,
) -> None:
    contact = pose.contacts.get(one)
    if contact is None:
        return
    tip = tip_turn(angles, one)
    if contact == c.KNEEL:
        kneel(body, one)
        return
    if not c.on_floor(one, contact):
        reach(body, one, moving_end(body, angles, one, contact), tip)
        return
    stays = before is not None and before.pose.contacts.get(one) == contact
    held = before.planted.get(one) if before is not None and stays else None
    end = held or floor_end(body, angles, one, contact)
    reach(body, one, end, tip)
    # A limb let down as it is lies where it comes to lie, even if that is not straight below.
    planted[one] = body[CHAIN[one][2]] if contact == c.REST and held is None else end


def moving_end(body: Body, angles: Mapping[str, float], one: Limb, contact: str) -> Frame:
    """Where a hand or foot is that touches the body or a prop."""
    if contact == c.BAR:
        return props.hand_on_bar(one.side)
    if contact == c.PEDAL:
        return props.foot_on_pedal(one.side, angles.get("crank", 0.0))
    if one.is_arm:
        return c.palm_on(body, one, contact)[1]
    return c.ankle_on_knee(body, one)[1]


def floor_end(body: Body, angles: Mapping[str, float], one: Limb, contact: str) -> Frame:
    """Where a hand or foot comes to lie on the floor straight below where it is."""
    bones = CHAIN[one]
    end = body[bones[2]]
    x, y, _ = end.origin
    if contact == c.REST:
        lumps = hand(one.side) if one.is_arm else foot(one.side)
        return Frame(end.turn, (x, y, end.origin[2] - lowest_of(lumps, body)))
    if not one.is_arm:
        ahead = _along_floor(v.axis_of(end.turn, 0), v.axis_of(body[bones[1]].turn, 2))
        return Frame(v.from_axes(ahead, v.cross(v.UP, ahead), v.UP), (x, y, ANKLE_HEIGHT))
    heading = angles.get(f"{one.side.value} hand_heading", 0.0)
    fore = v.scaled(v.axis_of(body[bones[1]].turn, 2), -1.0)
    steep = _steepness(fore) if contact == c.FLAT else 0.0
    along = _along_floor(fore, fore)
    ahead = _along_floor(v.axis_of(body[Bone.CHEST].turn, 2), fore)
    fingers = _along_floor(v.mixed(along, ahead, steep), fore)
    fingers = v.apply(v.about_z(one.side.sign * heading), fingers)
    turn = c.hand_turn(one.side, (0.0, 0.0, -1.0), fingers)
    height = _FOREARM_WRIST_HEIGHT if contact == c.FOREARM else _WRIST_HEIGHT
    if contact == c.FOREARM:
        elbow = body[bones[1]].origin
        x, y = elbow[0] + fingers[0] * FOREARM, elbow[1] + fingers[1] * FOREARM
    return Frame(turn, (x, y, height))


def _steepness(direction: Vector) -> float:
    """0 for a forearm that lies, 1 for one that stands; between them it goes over smoothly."""
    low, high = _STEEP
    share = max(0.0, min(1.0, (abs(direction[2]) - low) / (high - low)))
    return share * share * (3.0 - 2.0 * share)


def _along_floor(direction: Vector, otherwise: Vector) -> Vector:
    x, y, _ = direction
    if abs(x) + abs(y) < _UPRIGHT:
        x, y, _ = otherwise
    return v.unit((x, y, 0.0), (1.0, 0.0, 0.0))


def kneel(body: Body, one: Limb, share: float = 1.0) -> None:
    """Tilt the shin about the knee until the foot lies on the floor too."""
    lumps: tuple[Lump, ...] = foot(one.side)

    def height(degrees: float) -> float:
        tried = dict(body)
        swing_at(tried, one, degrees)
        return lowest_of(lumps, tried)

    swing_at(body, one, _level(height) * share)


def rest_head(body: Body, angles: dict[str, float], share: float = 1.0) -> None:
    """Bend the neck until the head lies on the floor."""
    start = angles.get("neck", 0.0)
    base = body[Bone.PELVIS]

    def height(degrees: float) -> float:
        tried = trunk({**angles, "neck": start + degrees}, base)
        return lowest_of(PART_LUMPS[Part.HEAD], tried)

    found = start + _level(height, 60.0) * share
    angles["neck"] = found
    body.update(trunk(angles, base))
