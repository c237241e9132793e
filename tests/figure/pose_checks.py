"""What can be wrong with a body on the floor: bent too far, sunk, floating, crossed, tipping."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import contacts as c
from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.flesh import ALL_LUMPS, PART_LUMPS, lowest, lowest_of
from backcare.figure.limits import beyond
from backcare.figure.measure import joint_angles
from backcare.figure.skeleton import CHAIN, HAND, Bone, Part, Side
from backcare.figure.solver import Stance, moving_end, support_height

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from backcare.figure.body import Body
    from backcare.figure.flesh import Lump
    from backcare.figure.vector import Vector

FLOOR_SLACK = 0.01
SUPPORT_SLACK = 0.01
PLANTED_SLACK = 0.01
CONTACT_SLACK = 0.02
SOFT_TISSUE = 0.035
"""How far limbs may be pressed into each other: flesh gives way, and our limbs are capsules."""


class Problem(NamedTuple):
    """One thing that is wrong: degrees for joints, centimetres for everything else."""

    what: str
    amount: float

    def __str__(self) -> str:
        return f"{self.what}: {self.amount:.1f}"


def has_floor(stance: Stance) -> bool:
    """A swimmer has none."""
    return props.WATER not in stance.pose.props


# Joints

_ROUNDING = 1e-6


def joints_beyond_limits(stance: Stance) -> Iterator[Problem]:
    for name, (value, low, high) in beyond(joint_angles(stance)).items():
        if max(low - value, value - high) < _ROUNDING:
            continue
        yield Problem(f"{name} {value:.0f} not in {low:.0f} to {high:.0f}, degrees beyond",
                      max(low - value, value - high))  # fmt: skip


# The floor


def below_the_floor(stance: Stance) -> Iterator[Problem]:
    """The lowest point of each bone's flesh that is in the floor."""
    if not has_floor(stance):
        return
    depths: dict[Bone, float] = {}
    for lump in ALL_LUMPS:
        depth = -lowest(lump, stance.body[lump.bone])
        depths[lump.bone] = max(depths.get(lump.bone, 0.0), depth)
    for bone, depth in depths.items():
        if depth > FLOOR_SLACK:
            yield Problem(f"{bone.value} below the floor, cm", depth * 100.0)


def supports_in_the_air(stance: Stance) -> Iterator[Problem]:
    """Parts that a pose rests on and that do not lie on the floor, seat or saddle."""
    for part in stance.pose.rest:
        height = support_height(stance.pose) if part is Part.PELVIS else 0.0
        gap = lowest_of(PART_LUMPS[part], stance.body) - height
        if abs(gap) > SUPPORT_SLACK:
            yield Problem(f"support {part.value} off what it rests on, cm", gap * 100.0)


# Contacts


def contacts_missed(stance: Stance) -> Iterator[Problem]:
    """Hands and feet that are not where the pose says."""
    for one, contact in stance.pose.contacts.items():
        end = stance.body[CHAIN[one][2]]
        if contact == c.KNEEL:
            gap = max(
                abs(lowest_of(PART_LUMPS[_PART[one.side, name]], stance.body))
                for name in ("foot", "knee")
            )
            slack = SUPPORT_SLACK
        elif one in stance.planted:
            gap = v.length(v.subtract(end.origin, stance.planted[one].origin))
            slack = PLANTED_SLACK
        else:
            goal = moving_end(stance.body, stance.angles, one, contact)
            gap, slack = v.length(v.subtract(end.origin, goal.origin)), CONTACT_SLACK
        if gap > slack:
            yield Problem(f"{one.value} misses {contact}, cm", gap * 100.0)


_PART = {(side, name): Part(f"{side.value} {name}") for side in Side for name in ("foot", "knee")}


# Limbs through each other


class Capsule(NamedTuple):
    """A limb's segment: the line of its bone and how thick the flesh is."""

    start: Vector
    stop: Vector
    radius: float


_THICKNESS = {
    "upper arm": 0.042, "forearm": 0.033, "hand": 0.016, "thigh": 0.066, "shin": 0.044,
    "foot": 0.030,
}  # fmt: skip
_TRUNK_RADIUS = 0.095
_BELLY_RADIUS = 0.088
_HEAD_RADIUS = 0.075


def capsules(body: Body) -> dict[str, Capsule]:
    """The segments of the body by name: "right thigh", "chest"."""
    found = {}
    for bones in CHAIN.values():
        first, second, third, fourth = (body[bone] for bone in bones)
        is_arm = "arm" in bones[0].value
        tip = third.point((0.0, 0.0, -HAND * 0.9)) if is_arm else fourth.origin
        for bone, start, stop in (
            (bones[0], first.origin, second.origin),
            (bones[1], second.origin, third.origin),
            (bones[2], third.origin, tip),
        ):
            radius = _THICKNESS[bone.value.partition(" ")[2]]
            found[bone.value] = Capsule(start, stop, radius)
    pelvis, waist, chest, head = (
        body[bone] for bone in (Bone.PELVIS, Bone.WAIST, Bone.CHEST, Bone.HEAD)
    )
    found["pelvis"] = Capsule(pelvis.origin, waist.origin, _BELLY_RADIUS)
    found["chest"] = Capsule(waist.origin, chest.point((0.01, 0.0, 0.04)), _TRUNK_RADIUS)
    found["head"] = Capsule(
        head.point((0.0, 0.0, 0.07)), head.point((0.0, 0.0, 0.12)), _HEAD_RADIUS
    )
    return found


def distance(a: Capsule, b: Capsule) -> float:
    """Between the lines of two segments, in metres."""
    u, w = v.subtract(a.stop, a.start), v.subtract(b.stop, b.start)
    between = v.subtract(a.start, b.start)
    uu, uw, ww = v.dot(u, u), v.dot(u, w), v.dot(w, w)
    ub, wb = v.dot(u, between), v.dot(w, between)
    area = uu * ww - uw * uw
    s = max(0.0, min(1.0, (uw * wb - ww * ub) / area)) if area > 1e-12 else 0.0
    t = max(0.0, min(1.0, (uw * s + wb) / ww))
    s = max(0.0, min(1.0, (uw * t - ub) / uu))
    return v.length(v.subtract(v.mixed(a.start, a.stop, s), v.mixed(b.start, b.stop, t)))


def _kind(name: str) -> str:
    return name.removeprefix("right ").removeprefix("left ")


def _same_side(a: str, b: str) -> bool:
    return a.partition(" ")[0] == b.partition(" ")[0]


_JOINED = {
    ("upper arm", "forearm"), ("forearm", "hand"), ("thigh", "shin"), ("shin", "foot"),
    ("upper arm", "chest"), ("thigh", "pelvis"), ("pelvis", "chest"), ("chest", "head"),
}  # fmt: skip


@dataclass(frozen=True)
class Allowance:
    """Segments that may be in one place, and why.

    Attributes:
        kinds: the segments without their side.
        holds: whether it counts for a stance and the names of the segments.
    """

    kinds: frozenset[str]
    reason: str
    holds: Callable[[Stance, str, str], bool]


def _flexed(stance: Stance, a: str, b: str, degrees: float) -> bool:
    thigh = a if _kind(a) == "thigh" else b
    return joint_angles(stance)[f"{thigh.partition(' ')[0]} hip"] > degrees


def _clasps(stance: Stance, a: str, b: str) -> bool:
    """A hand of one of the arms touches a site of the body."""
    del a, b
    return any(one.is_arm and how in c.SITE_NAMES for one, how in stance.pose.contacts.items())


def _crosses(stance: Stance, a: str, b: str) -> bool:
    del a, b
    return c.ON_KNEE in stance.pose.contacts.values()


def _folded(stance: Stance, a: str, b: str) -> bool:
    """The knee is bent so far that calf and thigh, heel and seat are pressed together."""
    leg = a if _kind(a) in ("foot", "shin") else b
    return joint_angles(stance)[f"{leg.partition(' ')[0]} knee"] > 110.0


ALLOWANCES = (
    Allowance(
        frozenset({"thigh", "chest"}),
        "in deep flexion the thigh is pressed against the belly, which gives way",
        lambda stance, a, b: _flexed(stance, a, b, 95.0),
    ),
    Allowance(
        frozenset({"foot", "pelvis"}),
        "who sits on the heels has them in the flesh of the seat",
        _folded,
    ),
    Allowance(
        frozenset({"shin", "pelvis"}),
        "who sits on the heels has the seat on the calves",
        _folded,
    ),
    Allowance(frozenset({"foot", "thigh"}), "heel against thigh in a folded leg", _folded),
    *(
        Allowance(frozenset({arm, leg}), "an arm that hugs a leg lies against it", _clasps)
        for arm in ("hand", "forearm")
        for leg in ("thigh", "shin")
    ),
    Allowance(frozenset({"hand"}), "hands are clasped over what they hold", _clasps),
    Allowance(
        frozenset({"hand", "forearm"}), "a hand laid over the other covers its wrist", _clasps
    ),
    *(
        Allowance(frozenset({leg, "thigh"}), "an ankle is laid across the other thigh", _crosses)
        for leg in ("shin", "foot")
    ),
    *(
        Allowance(frozenset({"hand", part}), "the hand is laid on this part", _clasps)
        for part in ("pelvis", "chest", "head")
    ),
)  # fmt: skip


def _is_excepted(stance: Stance, a: str, b: str) -> bool:
    kinds = frozenset({_kind(a), _kind(b)})
    return any(one.kinds == kinds and one.holds(stance, a, b) for one in ALLOWANCES)


def limbs_through_each_other(stance: Stance) -> Iterator[Problem]:
    """Segments nearer to each other than their flesh, less what is soft."""
    found = list(capsules(stance.body).items())
    for i, (a, one) in enumerate(found):
        for b, other in found[i + 1 :]:
            kinds = _kind(a), _kind(b)
            if kinds in _JOINED or kinds[::-1] in _JOINED:
                sided = a != _kind(a) and b != _kind(b)
                if not sided or _same_side(a, b):
                    continue
            depth = one.radius + other.radius - distance(one, other)
            if depth > SOFT_TISSUE and not _is_excepted(stance, a, b):
                yield Problem(f"{a} in {b}, cm", depth * 100.0)


# Balance

# Shares of the body's mass, and where along a segment its centre of mass lies: W. T. Dempster,
# "Space requirements of the seated operator", 1955, in D. A. Winter, "Biomechanics and Motor
# Control of Human Movement", 4th ed., 2009, table 4.1.
MASSES = {
    "hand": (0.006, 0.506), "forearm": (0.016, 0.430), "upper arm": (0.028, 0.436),
    "foot": (0.0145, 0.50), "shin": (0.0465, 0.433), "thigh": (0.100, 0.433),
}  # fmt: skip
TRUNK_MASS, HEAD_MASS = 0.497, 0.081
BALANCE_SLACK = 0.02
IN_FLIGHT = frozenset({"jogging-start", "jogging"})
"""Poses out of a run: the body falls from foot to foot, so that it need not stand."""

_TOUCHING = 0.02


def centre_of_mass(body: Body) -> Vector:
    total = (0.0, 0.0, 0.0)
    for name, capsule in capsules(body).items():
        if _kind(name) in MASSES:
            mass, along = MASSES[_kind(name)]
            total = v.add(total, v.scaled(v.mixed(capsule.start, capsule.stop, along), mass))
    shoulders = v.mixed(body[Bone.RIGHT_UPPER_ARM].origin, body[Bone.LEFT_UPPER_ARM].origin, 0.5)
    trunk = v.mixed(body[Bone.PELVIS].origin, shoulders, 0.5)
    head = body[Bone.HEAD].point((0.0, 0.0, 0.06))
    return v.add(total, v.add(v.scaled(trunk, TRUNK_MASS), v.scaled(head, HEAD_MASS)))


def _lowest_point(lump: Lump, body: Body) -> Vector:
    frame = body[lump.bone]
    row = frame.turn[2]
    reach = sqrt(sum((row[i] * lump.radii[i]) ** 2 for i in range(3)))
    x, y, z = (lump.centre[i] - row[i] * lump.radii[i] ** 2 / reach for i in range(3))
    return frame.point((x, y, z))


def outside(point: tuple[float, float], places: Iterable[tuple[float, float]]) -> float:
    """How far a point is outside the convex hull of places, by any straight edge."""
    found = list(places)
    if not found:
        return 1.0
    worst = 0.0
    for degrees in range(0, 360, 5):
        x, y, _ = v.apply(v.about_z(float(degrees)), (1.0, 0.0, 0.0))
        reach = max(p[0] * x + p[1] * y for p in found)
        worst = max(worst, point[0] * x + point[1] * y - reach)
    return worst


def tipping_over(stance: Stance) -> Iterator[Problem]:
    """The centre of mass is not over what touches the floor; seats hold on their own."""
    if not has_floor(stance) or support_height(stance.pose) > 0.0:
        return
    places = [
        point[:2]
        for lump in ALL_LUMPS
        if (point := _lowest_point(lump, stance.body))[2] < _TOUCHING
    ]
    if stance.pose.name in IN_FLIGHT:
        return
    gap = outside(centre_of_mass(stance.body)[:2], places)
    if gap > BALANCE_SLACK:
        yield Problem("centre of mass beside the base of support, cm", gap * 100.0)


CHECKS: tuple[Callable[[Stance], Iterator[Problem]], ...] = (
    joints_beyond_limits,
    below_the_floor,
    supports_in_the_air,
    contacts_missed,
    limbs_through_each_other,
    tipping_over,
)


def problems(stance: Stance) -> list[Problem]:
    """Everything that is wrong with one stance."""
    return [problem for check in CHECKS for problem in check(stance)]


# Movements

POP_SHARE = 0.20
POP_SLACK = 0.015


def pops(frames: list[Stance]) -> Iterator[Problem]:
    """Joints that go a large part of their whole way from one frame to the next."""
    for bone in Bone:
        places = [frame.body[bone].origin for frame in frames]
        steps = [v.length(v.subtract(b, a)) for a, b in pairwise(places)]
        allowed = POP_SHARE * sum(steps) + POP_SLACK
        if max(steps) > allowed:
            where = steps.index(max(steps)) * 100 // len(steps)
            yield Problem(f"{bone.value} pops after {where} %, cm in one step", max(steps) * 100.0)
