"""Forward kinematics: from angles to where every bone is and how it is turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import vector as v
from backcare.figure.joints import ball_turn, wrist_turn
from backcare.figure.skeleton import (
    BALL_OFFSET,
    CHAIN,
    FOREARM,
    HIP_OFFSET,
    KNUCKLES,
    SHIN,
    SHOULDER_OFFSET,
    SPINE_OFFSETS,
    THIGH,
    UPPER_ARM,
    Bone,
    Limb,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backcare.figure.vector import Matrix, Vector


class Frame(NamedTuple):
    """Where a bone starts, in metres, and how it is turned."""

    turn: Matrix
    origin: Vector

    def point(self, offset: Vector) -> Vector:
        """A point of the bone's own frame in the world."""
        return v.add(self.origin, v.apply(self.turn, offset))


Body = dict[Bone, Frame]
"""Every bone's frame in the world."""

_SPLIT = {
    # Each stretch of the spine bends in two joints; a little more of it low down.
    Bone.LUMBAR: ("lumbar", 0.55),
    Bone.WAIST: ("lumbar", 0.45),
    Bone.RIBS: ("thoracic", 0.5),
    Bone.CHEST: ("thoracic", 0.5),
    Bone.NECK: ("neck", 0.55),
    Bone.HEAD: ("neck", 0.45),
}


def trunk(angles: Mapping[str, float], base: Frame) -> Body:
    """The spine from the pelvis' frame up."""
    body = {Bone.PELVIS: base}
    frame = base
    for bone, (name, share) in _SPLIT.items():
        origin = frame.point(SPINE_OFFSETS[bone])
        bend = v.multiply(
            v.about_y(angles.get(name, 0.0) * share),
            v.multiply(
                v.about_x(angles.get(f"{name}_side", 0.0) * share),
                v.about_z(-angles.get(f"{name}_turn", 0.0) * share),
            ),
        )
        frame = Frame(v.multiply(frame.turn, bend), origin)
        body[bone] = frame
    return body


def base_turn(angles: Mapping[str, float]) -> Matrix:
    """How the pelvis is turned in the world."""
    return v.multiply(
        v.about_z(angles.get("heading", 0.0)),
        v.multiply(v.about_y(angles.get("lean", 0.0)), v.about_z(angles.get("roll", 0.0))),
    )


def socket(body: Mapping[Bone, Frame], limb: Limb, towards: Vector | None = None) -> Vector:
    """The joint a limb hangs in.

    The shoulder rides up and forward with the arm (`towards`, a direction of the world), as the
    shoulder blade turns on the ribs.
    """
    sign = limb.side.sign
    if not limb.is_arm:
        x, y, z = HIP_OFFSET
        return body[Bone.PELVIS].point((x, y * sign, z))
    x, y, z = SHOULDER_OFFSET
    chest = body[Bone.CHEST]
    if towards is not None:
        ahead, _, up = v.unapply(chest.turn, towards)
        raised = max(0.0, min(1.0, (up + 0.6) / 1.5))
        raised = raised * raised * (3.0 - 2.0 * raised)
        x += 0.022 * ahead
        y -= 0.018 * raised
        z += 0.055 * raised
    return chest.point((x, y * sign, z))


def _limb_turns(angles: Mapping[str, float], limb: Limb) -> tuple[Matrix, ...]:
    """The turns of a limb's joints, each in the frame of the bone above it."""
    side, sign = limb.side.value, limb.side.sign

    def at(name: str) -> float:
        return angles.get(f"{side} {name}", 0.0)

    def ball(name: str, aside: str, turn: str) -> Matrix:
        return ball_turn((at(name), at(aside), at(turn)), sign)

    if limb.is_arm:
        return (
            ball("shoulder", "shoulder_out", "shoulder_turn"),
            v.about_y(-at("elbow")),
            wrist_turn(at("forearm"), at("wrist"), at("wrist_side"), sign),
            v.about_x(-sign * at("fingers")),
        )
    return (
        ball("hip", "hip_out", "hip_turn"),
        v.about_y(at("knee")),
        ball("ankle", "ankle_side", "ankle_turn"),
        v.about_y(-at("toes")),
    )


LENGTHS: Mapping[bool, tuple[float, float]] = {True: (UPPER_ARM, FOREARM), False: (THIGH, SHIN)}
"""Of the two long bones, for arms (True) and legs."""


def _parent(limb: Limb) -> Bone:
    return Bone.CHEST if limb.is_arm else Bone.PELVIS


def hang_limb(body: Body, angles: Mapping[str, float], limb: Limb) -> None:
    """Add a limb to the trunk, as its angles say."""
    first, second, third, fourth = _limb_turns(angles, limb)
    turn = v.multiply(body[_parent(limb)].turn, first)
    root = socket(body, limb, v.scaled(v.axis_of(turn, 2), -1.0))
    upper, lower = LENGTHS[limb.is_arm]
    frames = Frame(turn, root)
    bones = CHAIN[limb]
    body[bones[0]] = frames
    body[bones[1]] = Frame(v.multiply(turn, second), frames.point((0.0, 0.0, -upper)))
    end = body[bones[1]].point((0.0, 0.0, -lower))
    set_end(body, limb, Frame(v.multiply(body[bones[1]].turn, third), end), fourth)


def set_end(body: Body, limb: Limb, end: Frame, tip: Matrix) -> None:
    """Put a hand or foot in place, with its fingers or toes turned by `tip`."""
    bones = CHAIN[limb]
    body[bones[2]] = end
    offset = (0.0, 0.0, -KNUCKLES) if limb.is_arm else BALL_OFFSET
    body[bones[3]] = Frame(v.multiply(end.turn, tip), end.point(offset))


def tip_turn(angles: Mapping[str, float], limb: Limb) -> Matrix:
    """How fingers or toes are turned on the hand or foot."""
    return _limb_turns(angles, limb)[3]


def posed(angles: Mapping[str, float], base: Frame) -> Body:
    """The whole body as its angles say, from the pelvis' frame; nothing touches anything yet."""
    body = trunk(angles, base)
    for limb in Limb:
        hang_limb(body, angles, limb)
    return body


def moved(body: Body, change: Callable[[Vector], Vector], turn: Matrix = v.IDENTITY) -> Body:
    """The body carried elsewhere as a whole: origins by `change`, turned by `turn`."""
    still = turn == v.IDENTITY
    return {
        bone: Frame(frame.turn if still else v.multiply(turn, frame.turn), change(frame.origin))
        for bone, frame in body.items()
    }
