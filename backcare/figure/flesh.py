"""The body's volume: ellipsoids along every bone. What is drawn is what touches the floor.

Breadths and depths are those of an adult of ordinary build and are ours; the bones they hang
on have the published lengths of backcare.figure.skeleton.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import vector as v
from backcare.figure.skeleton import FOREARM, SHIN, THIGH, UPPER_ARM, Bone, Part, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backcare.figure.body import Frame
    from backcare.figure.vector import Vector


class Lump(NamedTuple):
    """An ellipsoid fixed to a bone: centre and half axes in the bone's frame, metres."""

    bone: Bone
    centre: Vector
    radii: Vector


def lowest(lump: Lump, frame: Frame) -> float:
    """The height of the lump's lowest point in metres."""
    row = frame.turn[2]
    reach = sqrt(sum((row[i] * lump.radii[i]) ** 2 for i in range(3)))
    return frame.origin[2] + v.dot(row, lump.centre) - reach


def _round(bone: Bone, centre: Vector, radius: float) -> Lump:
    return Lump(bone, centre, (radius, radius, radius))


def _leg(side: Side) -> tuple[tuple[Lump, ...], tuple[Lump, ...]]:
    thigh, shin = Bone(f"{side.value} thigh"), Bone(f"{side.value} shin")
    out = side.sign
    knee = (0.050, 0.050, 0.050)
    return (
        (
            Lump(thigh, (-0.004, 0.004 * out, -0.010), (0.094, 0.082, 0.085)),
            Lump(thigh, (0.004, 0.004 * out, -0.110), (0.086, 0.078, 0.075)),
            Lump(thigh, (0.012, 0.000, -0.220), (0.073, 0.068, 0.07)),
            Lump(thigh, (0.008, 0.000, -0.320), (0.059, 0.058, 0.06)),
            Lump(thigh, (0.005, 0.000, -THIGH + 0.040), (0.051, 0.051, 0.05)),
            Lump(thigh, (0.004, 0.000, -THIGH), knee),
        ),
        (
            Lump(shin, (0.004, 0.000, 0.000), knee),
            Lump(shin, (-0.006, 0.000, -0.050), (0.050, 0.049, 0.05)),
            Lump(shin, (-0.018, 0.003 * out, -0.130), (0.052, 0.050, 0.05)),
            Lump(shin, (-0.012, 0.000, -0.220), (0.044, 0.043, 0.04)),
            Lump(shin, (-0.004, 0.000, -0.320), (0.039, 0.039, 0.03)),
            Lump(shin, (-0.002, 0.000, -SHIN + 0.045), (0.041, 0.041, 0.02)),
        ),
    )


def _foot(side: Side) -> tuple[tuple[Lump, ...], ...]:
    foot, toes, shin = (Bone(f"{side.value} {name}") for name in ("foot", "toes", "shin"))
    out = side.sign
    ankle = _round(foot, (-0.002, 0.0, 0.000), 0.034)
    heel = Lump(foot, (-0.030, 0.0, -0.034), (0.034, 0.030, 0.032))
    instep = Lump(foot, (0.052, -0.004 * out, -0.028), (0.042, 0.032, 0.033))
    ball = Lump(foot, (0.118, -0.002 * out, -0.045), (0.032, 0.044, 0.021))
    root = Lump(toes, (0.004, 0.0, 0.004), (0.020, 0.044, 0.019))
    tip = Lump(toes, (0.046, -0.008 * out, -0.003), (0.020, 0.034, 0.013))
    lower = _round(shin, (-0.002, 0.0, -SHIN + 0.08), 0.034)
    return ((lower, ankle, instep, ball, root, tip), (ankle, heel), (heel, instep, ball))


def _arm(side: Side) -> tuple[tuple[Lump, ...], tuple[Lump, ...], tuple[Lump, ...]]:
    upper, fore = Bone(f"{side.value} upper arm"), Bone(f"{side.value} forearm")
    inward = -side.sign
    elbow = (0.036, 0.035, 0.036)
    shoulder = Lump(upper, (0.000, 0.016 * inward, -0.020), (0.055, 0.046, 0.050))
    return (
        (
            shoulder,
            Lump(upper, (0.002, 0.000, -0.090), (0.051, 0.047, 0.05)),
            Lump(upper, (0.004, 0.000, -0.180), (0.044, 0.041, 0.05)),
            Lump(upper, (0.001, 0.000, -UPPER_ARM + 0.035), (0.037, 0.036, 0.036)),
            Lump(upper, (0.000, 0.000, -UPPER_ARM), elbow),
        ),
        (
            Lump(fore, (0.000, 0.000, 0.000), elbow),
            Lump(fore, (0.004, 0.000, -0.055), (0.040, 0.039, 0.05)),
            Lump(fore, (0.002, 0.000, -0.140), (0.034, 0.034, 0.04)),
            Lump(fore, (0.000, 0.000, -FOREARM), (0.026, 0.024, 0.026)),
        ),
        (
            Lump(upper, shoulder.centre, (0.059, 0.050, 0.054)),
            Lump(upper, (0.002, 0.000, -0.090), (0.057, 0.053, 0.05)),
            Lump(upper, (0.002, 0.000, -0.170), (0.056, 0.053, 0.03)),
        ),
    )


def _hand(side: Side) -> tuple[tuple[Lump, ...], ...]:
    hand, fingers, fore = (Bone(f"{side.value} {name}") for name in ("hand", "fingers", "forearm"))
    palm = -side.sign
    wrist = _round(hand, (0.0, 0.0, 0.0), 0.026)
    middle = Lump(hand, (0.002, 0.0, -0.045), (0.036, 0.017, 0.034))
    knuckles = Lump(hand, (0.0, 0.0, -0.082), (0.039, 0.015, 0.018))
    root = Lump(fingers, (0.0, 0.0, 0.0), (0.038, 0.014, 0.018))
    reach = Lump(fingers, (0.002, 0.003 * palm, -0.045), (0.034, 0.012, 0.018))
    tip = Lump(fingers, (0.002, 0.010 * palm, -0.084), (0.026, 0.010, 0.014))
    thumb_root = _round(hand, (0.026, 0.006 * palm, -0.030), 0.016)
    thumb = _round(hand, (0.050, 0.014 * palm, -0.072), 0.012)
    thumb_tip = _round(hand, (0.054, 0.014 * palm, -0.096), 0.010)
    lower = _round(fore, (0.0, 0.0, -FOREARM + 0.05), 0.027)
    return (
        (lower, wrist, middle, knuckles, root, reach, tip),
        (middle, thumb_root, thumb, thumb_tip),
    )


HIPS = (
    Lump(Bone.PELVIS, (-0.044, 0.062, -0.030), (0.078, 0.076, 0.085)),
    Lump(Bone.PELVIS, (-0.044, -0.062, -0.030), (0.078, 0.076, 0.085)),
    Lump(Bone.PELVIS, (-0.004, 0.0, 0.010), (0.094, 0.160, 0.080)),
    Lump(Bone.LUMBAR, (0.012, 0.0, 0.000), (0.092, 0.146, 0.060)),
)
TORSO = (
    Lump(Bone.LUMBAR, (0.012, 0.0, -0.022), (0.097, 0.153, 0.045)),
    Lump(Bone.WAIST, (0.006, 0.0, 0.010), (0.090, 0.138, 0.060)),
    Lump(Bone.RIBS, (0.006, 0.0, 0.010), (0.098, 0.146, 0.070)),
    Lump(Bone.CHEST, (0.016, 0.0, 0.005), (0.108, 0.160, 0.080)),
    Lump(Bone.CHEST, (0.004, 0.0, 0.075), (0.084, 0.150, 0.055)),
)
"""The trunk in its shirt, from the hem to below the shoulders."""

SHOULDERS = (
    Lump(Bone.CHEST, (-0.004, 0.128, 0.108), (0.050, 0.045, 0.040)),
    Lump(Bone.CHEST, (-0.004, -0.128, 0.108), (0.050, 0.045, 0.040)),
    Lump(Bone.NECK, (-0.004, 0.0, -0.008), (0.054, 0.062, 0.030)),
)
"""Left and right shoulder, and the root of the neck the slope of the shoulders rises to."""

THROAT = (
    Lump(Bone.NECK, (0.004, 0.0, -0.020), (0.050, 0.052, 0.05)),
    Lump(Bone.NECK, (0.012, 0.0, 0.040), (0.046, 0.046, 0.05)),
    Lump(Bone.HEAD, (0.000, 0.0, 0.020), (0.050, 0.050, 0.05)),
)
CRANIUM = Lump(Bone.HEAD, (-0.004, 0.0, 0.088), (0.094, 0.074, 0.103))
FACE = (
    Lump(Bone.HEAD, (0.034, 0.0, 0.062), (0.060, 0.060, 0.066)),
    Lump(Bone.HEAD, (0.052, 0.0, 0.008), (0.036, 0.036, 0.036)),
)
NOSE = (
    Lump(Bone.HEAD, (0.084, 0.0, 0.072), (0.014, 0.010, 0.016)),
    Lump(Bone.HEAD, (0.099, 0.0, 0.048), (0.016, 0.013, 0.012)),
)

THIGH_LUMPS: Mapping[Side, tuple[Lump, ...]] = {side: _leg(side)[0] for side in Side}
SHIN_LUMPS: Mapping[Side, tuple[Lump, ...]] = {side: _leg(side)[1] for side in Side}
FOOT_LUMPS: Mapping[Side, tuple[tuple[Lump, ...], ...]] = {side: _foot(side) for side in Side}
UPPER_ARM_LUMPS: Mapping[Side, tuple[Lump, ...]] = {side: _arm(side)[0] for side in Side}
FOREARM_LUMPS: Mapping[Side, tuple[Lump, ...]] = {side: _arm(side)[1] for side in Side}
SLEEVE_LUMPS: Mapping[Side, tuple[Lump, ...]] = {side: _arm(side)[2] for side in Side}
HAND_LUMPS: Mapping[Side, tuple[tuple[Lump, ...], ...]] = {side: _hand(side) for side in Side}


def _flat(chains: Iterable[tuple[Lump, ...]], *bones: Bone) -> tuple[Lump, ...]:
    return tuple({lump: None for chain in chains for lump in chain if lump.bone in bones})


def foot(side: Side) -> tuple[Lump, ...]:
    """The lumps of a foot alone, without the end of the shin."""
    bones = (Bone(f"{side.value} foot"), Bone(f"{side.value} toes"))
    return _flat(FOOT_LUMPS[side], *bones)


def hand(side: Side) -> tuple[Lump, ...]:
    """The lumps of a hand alone."""
    bones = (Bone(f"{side.value} hand"), Bone(f"{side.value} fingers"))
    return _flat(HAND_LUMPS[side], *bones)


def _part_lumps() -> dict[Part, tuple[Lump, ...]]:
    right, left = Side.RIGHT, Side.LEFT
    knees = {side: THIGH_LUMPS[side][-1:] for side in Side}
    elbows = {side: FOREARM_LUMPS[side][:1] for side in Side}
    return {
        Part.BACK: TORSO[2:5],
        Part.CHEST: TORSO[2:5],
        Part.PELVIS: HIPS,
        Part.THIGHS: THIGH_LUMPS[right][1:4] + THIGH_LUMPS[left][1:4],
        Part.KNEES: knees[right] + knees[left],
        Part.SHINS: SHIN_LUMPS[right] + SHIN_LUMPS[left],
        Part.FEET: foot(right) + foot(left),
        Part.RIGHT_FOOT: foot(right),
        Part.LEFT_FOOT: foot(left),
        Part.RIGHT_KNEE: knees[right],
        Part.LEFT_KNEE: knees[left],
        Part.HANDS: hand(right) + hand(left),
        Part.ELBOWS: elbows[right] + elbows[left],
        Part.RIGHT_ELBOW: elbows[right],
        Part.LEFT_ELBOW: elbows[left],
        Part.HEAD: (CRANIUM, *FACE, *NOSE),
    }


PART_LUMPS: Mapping[Part, tuple[Lump, ...]] = _part_lumps()
"""What can lie on the floor, by its name."""

ALL_LUMPS: tuple[Lump, ...] = tuple(
    {
        lump: None
        for lumps in (
            HIPS, TORSO, SHOULDERS, THROAT, (CRANIUM,), FACE, NOSE,
            *THIGH_LUMPS.values(), *SHIN_LUMPS.values(),
            *UPPER_ARM_LUMPS.values(), *FOREARM_LUMPS.values(),
            foot(Side.RIGHT), foot(Side.LEFT), hand(Side.RIGHT), hand(Side.LEFT),
        )
        for lump in lumps
    }
)  # fmt: skip


def lowest_of(lumps: Iterable[Lump], body: Mapping[Bone, Frame]) -> float:
    """The height of the lowest point of several lumps in metres."""
    return min(lowest(lump, body[lump.bone]) for lump in lumps)
