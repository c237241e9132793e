"""Poses to try things on, and what the properties draw: vectors, turns, angles, poses."""

from __future__ import annotations

import functools
from math import pi
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from backcare.figure import vector as v
from backcare.figure.limits import LIMITS
from backcare.figure.pose import (
    ARM_ANGLES,
    LEG_ANGLES,
    SPINE_ANGLES,
    Pose,
    angle_names,
)
from backcare.figure.skeleton import Limb, Part, Side, limb
from backcare.figure.solver import Stance, solve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.body import Body
    from backcare.figure.vector import Matrix, Vector

RIGHT_ARM, LEFT_ARM, RIGHT_LEG, LEFT_LEG = Limb


def both(**angles: float) -> dict[str, float]:
    """The same angle on either side."""
    return {f"{side.value} {name}": value for side in Side for name, value in angles.items()}


def hands(contact: str) -> dict[Limb, str]:
    return dict.fromkeys((RIGHT_ARM, LEFT_ARM), contact)


def feet(contact: str) -> dict[Limb, str]:
    return dict.fromkeys((RIGHT_LEG, LEFT_LEG), contact)


STANDING = Pose(
    "standing",
    angles=both(shoulder_out=10, elbow=12),
    rest=(Part.FEET,),
    pin=Part.FEET,
    contacts=feet("flat"),
)
SQUATTING = Pose(
    "squatting",
    angles=both(hip=70, knee=80, ankle=25, shoulder=60) | {"lean": 15.0},
    rest=(Part.FEET,),
    pin=Part.FEET,
    contacts=feet("flat"),
    follows="standing",
    works=frozenset({RIGHT_LEG, LEFT_LEG}),
)
LYING = Pose(
    "lying",
    angles=both(hip=62, knee=95, shoulder_out=18, elbow=8) | {"lean": -90.0},
    rest=(Part.BACK, Part.PELVIS),
    pin=Part.PELVIS,
    contacts=feet("flat") | hands("flat"),
    head_rests=True,
)
CURLED = Pose(
    "curled",
    angles=both(hip=115, knee=135, hip_out=5, fingers=45) | {"lean": -90.0, "lumbar": 20.0},
    rest=(Part.BACK, Part.PELVIS),
    pin=Part.PELVIS,
    contacts=hands("shin"),
    head_rests=True,
    follows="lying",
    works=frozenset({RIGHT_LEG, LEFT_LEG}),
)
ONE_KNEE = Pose(
    "one-knee",
    angles={**LYING.angles} | {"right hip": 118.0, "right knee": 130.0},
    rest=(Part.BACK, Part.PELVIS),
    pin=Part.PELVIS,
    contacts={LEFT_LEG: "flat", RIGHT_ARM: "shin", LEFT_ARM: "behind other thigh"},
    head_rests=True,
    follows="lying",
    works=frozenset({RIGHT_LEG}),
)
ALL_FOURS = Pose(
    "all-fours",
    angles=both(hip=79, knee=90, ankle=-62, shoulder=90) | {"lean": 79.0, "neck": -12.0},
    rest=(Part.KNEES,),
    pin=Part.KNEES,
    contacts=feet("kneel") | hands("flat"),
)
REACHING = Pose(
    "reaching",
    angles={**ALL_FOURS.angles} | {"left shoulder": 165.0, "right hip": 0.0, "right knee": 5.0},
    rest=(Part.LEFT_KNEE,),
    pin=Part.LEFT_KNEE,
    contacts={LEFT_LEG: "kneel", RIGHT_ARM: "flat"},
    follows="all-fours",
    works=frozenset({RIGHT_LEG, LEFT_ARM}),
)
POSES: Mapping[str, Pose] = {
    pose.name: pose for pose in (STANDING, SQUATTING, LYING, CURLED, ONE_KNEE, ALL_FOURS, REACHING)
}


@functools.cache
def stance(name: str) -> Stance:
    """One of the poses, solved once."""
    pose = POSES[name]
    return solve(pose, stance(pose.follows) if pose.follows else None)


WAYS = [(pose.follows, pose.name) for pose in POSES.values() if pose.follows]
"""Every pose with the one that it is reached from."""


def close(a: Vector, b: Vector, within: float = 1e-9) -> bool:
    return v.length(v.subtract(a, b)) <= within


def same_turn(a: Matrix, b: Matrix, within: float = 1e-9) -> bool:
    return all(close(one, other, within) for one, other in zip(a, b, strict=True))


def is_rotation(turn: Matrix) -> bool:
    """Its axes are square to each other, of length one, and right-handed."""
    x, y, z = (v.axis_of(turn, column) for column in range(3))
    return same_turn(v.multiply(turn, v.transposed(turn)), v.IDENTITY) and close(v.cross(x, y), z)


def same_body(a: Body, b: Body, within: float = 1e-9) -> bool:
    return a.keys() == b.keys() and all(
        close(a[bone].origin, b[bone].origin, within)
        and same_turn(a[bone].turn, b[bone].turn, within)
        for bone in a
    )


# What the properties draw

COORDINATES = st.floats(-2.0, 2.0, allow_nan=False)
VECTORS = st.tuples(COORDINATES, COORDINATES, COORDINATES)
DIRECTIONS = VECTORS.filter(lambda a: v.length(a) > 0.01).map(v.unit)
ANGLES = st.floats(-pi, pi, allow_nan=False)
TURNS = st.builds(v.about, DIRECTIONS, ANGLES)
SHARES = st.floats(0.0, 1.0, allow_nan=False)
# A step of a quarter of a degree: sums of these are exact.
DEGREES = st.integers(-720, 720).map(lambda quarters: quarters / 4.0)
LIMBS = st.sampled_from(Limb)


def _within(name: str) -> st.SearchStrategy[float]:
    low, high = LIMITS.get(name, (-90.0, 90.0))
    return st.floats(low, high, allow_nan=False)


def joint_angles_within_limits() -> st.SearchStrategy[dict[str, float]]:
    """An angle that it can have for every joint."""
    names = [*SPINE_ANGLES]
    names += [f"{side.value} {name}" for side in Side for name in (*ARM_ANGLES, *LEG_ANGLES)]
    return st.fixed_dictionaries({name: _within(name.split(" ")[-1]) for name in names})


CRANKS = st.integers(0, 359).map(float)


def _contacts() -> st.SearchStrategy[dict[Limb, str]]:
    arms, legs = ("flat", "rest", "forearm", "shin", "hip", "bar"), ("flat", "kneel", "pedal")
    return st.fixed_dictionaries(
        {},
        optional={
            limb(side, arm=arm): st.sampled_from(arms if arm else legs)
            for side in Side
            for arm in (True, False)
        },
    )


def written_poses() -> st.SearchStrategy[Pose]:
    """Poses of every kind, whether or not a body can take them."""
    names = st.sampled_from([name for name in angle_names() if name != "crank"])
    angles = st.builds(
        lambda found, crank: found | {"crank": crank},
        st.dictionaries(names, DEGREES, max_size=12),
        CRANKS,
    )
    return st.builds(
        Pose,
        st.just("drawn"),
        angles=angles,
        rest=st.lists(st.sampled_from(Part), max_size=2, unique=True).map(tuple),
        pin=st.none() | st.sampled_from(Part),
        contacts=_contacts(),
        head_rests=st.booleans(),
        works=st.frozensets(LIMBS),
    )


def takeable_poses() -> st.SearchStrategy[Pose]:
    """Bent and turned bodies on the floor, with every joint inside its limits."""
    tilts = st.fixed_dictionaries(
        {
            "heading": st.floats(-180.0, 180.0),
            "lean": st.floats(-90.0, 90.0),
            "roll": st.floats(-90.0, 90.0),
            "crank": CRANKS,
        }
    )
    return st.builds(
        Pose,
        st.just("drawn"),
        angles=st.builds(lambda a, b: a | b, tilts, joint_angles_within_limits()),
        rest=st.lists(st.sampled_from(Part), max_size=2, unique=True).map(tuple),
        contacts=_contacts(),
        works=st.frozensets(LIMBS),
    )
