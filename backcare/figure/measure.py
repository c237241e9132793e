"""What a body's joints are bent by, in degrees."""

from __future__ import annotations

from math import atan2, degrees
from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.joints import BallAngles, ball_angles, ball_angles_near, wrist_angles
from backcare.figure.pose import SPINE_ANGLES
from backcare.figure.skeleton import CHAIN, Bone, Limb

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.body import Body
    from backcare.figure.solver import Stance
    from backcare.figure.vector import Matrix


def joint_angles(stance: Stance) -> dict[str, float]:
    """Every joint's angle by its name, limbs with their side before it ("right hip").

    Hips are measured against the pelvis, shoulders against the chest.
    """
    found = {name: stance.angles.get(name, 0.0) for name in SPINE_ANGLES}
    for limb in Limb:
        found |= limb_angles(stance.body, limb)
    return found


def limb_angles(
    body: Body, limb: Limb, near: Mapping[str, float] | None = None
) -> dict[str, float]:
    """A limb's angles by their names in a pose, so that they make the limb again.

    With `near`, of all angles that do so those nearest to these.
    """
    turns = [body[bone].turn for bone in CHAIN[limb]]
    parent = body[Bone.CHEST if limb.is_arm else Bone.PELVIS].turn
    sign, side = limb.side.sign, limb.side.value
    names = tuple(
        f"{side} {name}"
        for name in (
            ("shoulder", "shoulder_out", "shoulder_turn")
            if limb.is_arm
            else ("hip", "hip_out", "hip_turn")
        )
    )
    root = _relative(parent, turns[0])
    ball: BallAngles = (
        ball_angles(root, sign)
        if near is None
        else ball_angles_near(
            root,
            sign,
            (near.get(names[0], 0.0), near.get(names[1], 0.0), near.get(names[2], 0.0)),
        )
    )
    hinge = _relative(turns[0], turns[1])
    bend = degrees(atan2(hinge[0][2], hinge[2][2]))
    rest = _arm_end(turns, -bend, sign) if limb.is_arm else _leg_end(turns, bend, sign)
    return dict(zip(names, ball, strict=True)) | {
        f"{side} {name}": value for name, value in rest.items()
    }


def _arm_end(turns: list[Matrix], elbow: float, sign: float) -> dict[str, float]:
    pronation, flexion, towards_thumb = wrist_angles(_relative(turns[1], turns[2]), sign)
    tip = _relative(turns[2], turns[3])
    return {
        "elbow": elbow,
        "forearm": pronation,
        "wrist": flexion,
        "wrist_side": towards_thumb,
        "fingers": -sign * degrees(atan2(tip[2][1], tip[2][2])),
    }


def _leg_end(turns: list[Matrix], knee: float, sign: float) -> dict[str, float]:
    ankle, aside, turn = ball_angles(_relative(turns[1], turns[2]), sign)
    tip = _relative(turns[2], turns[3])
    return {
        "knee": knee,
        "ankle": ankle,
        "ankle_side": aside,
        "ankle_turn": turn,
        "toes": degrees(atan2(tip[2][0], tip[2][2])),
    }


def _relative(parent: Matrix, child: Matrix) -> Matrix:
    return v.multiply(v.transposed(parent), child)
