"""Joints as clinicians measure them: angles to rotations, and back again."""

from __future__ import annotations

from math import asin, atan2, degrees, radians, sin, sqrt
from typing import TYPE_CHECKING

from backcare.figure import vector as v

if TYPE_CHECKING:
    from backcare.figure.vector import Matrix, Vector

BallAngles = tuple[float, float, float]
"""Flexion, abduction and outward rotation of a ball joint, in degrees."""

_TINY = 1e-9
_FARTHEST_BACK = -100.0
"""A limb that points farther back than this has gone up and over."""


def ball_turn(angles: BallAngles, sign: float) -> Matrix:
    """How a bone is turned in the frame of the one it hangs on; `sign` is that of the side."""
    flexion, out, turn = angles
    return v.multiply(
        v.about_y(-flexion), v.multiply(v.about_x(sign * out), v.about_z(sign * turn))
    )


def ball_angles(turn: Matrix, sign: float) -> BallAngles:
    """The angles `ball_turn` makes this turn from, with at most 90 degrees of abduction."""
    z = v.axis_of(turn, 2)
    flexion = degrees(atan2(-z[0], z[2]))
    if flexion < _FARTHEST_BACK:
        flexion += 360.0
    out = sign * degrees(asin(_within(-z[1])))
    rest = v.multiply(v.transposed(ball_turn((flexion, out, 0.0), sign)), turn)
    return flexion, out, sign * degrees(atan2(rest[1][0], rest[0][0]))


def ball_angles_near(turn: Matrix, sign: float, near: BallAngles) -> BallAngles:
    """The same, but of all angles that make this turn those nearest to `near`.

    A movement between angles so chosen goes the short way.
    """
    flexion, out, twist = ball_angles(turn, sign)
    ways = ((flexion, out, twist), (flexion + 180.0, 180.0 - out, twist + 180.0))
    wound = [
        tuple(_wound(value, goal) for value, goal in zip(way, near, strict=True)) for way in ways
    ]
    best = min(
        wound, key=lambda way: sum(abs(value - goal) for value, goal in zip(way, near, strict=True))
    )
    return best[0], best[1], best[2]


def _wound(value: float, near: float) -> float:
    """The angle whole turns away from `value` that is nearest to `near`."""
    return near + (value - near + 180.0) % 360.0 - 180.0


def wrist_turn(pronation: float, flexion: float, towards_thumb: float, sign: float) -> Matrix:
    """How a hand is turned in the frame of its forearm.

    Args:
        pronation: degrees the forearm has turned the palm back.
        flexion: degrees the hand is bent to its palm.
        towards_thumb: degrees it is bent to the side of the thumb.
        sign: that of the side.
    """
    x, y = sin(radians(towards_thumb)), -sign * sin(radians(flexion))
    down = sqrt(max(0.0, 1.0 - x * x - y * y))
    twist = v.about_z(-sign * pronation)
    z = v.scaled(v.apply(twist, (x, y, -down)), -1.0)
    return v.multiply(_swing(z), twist)


def wrist_angles(turn: Matrix, sign: float) -> tuple[float, float, float]:
    """The pronation, flexion and bending to the thumb that `wrist_turn` makes this turn from."""
    # First the way the long axis has swung, then the twist that is left.
    z = v.axis_of(turn, 2)
    twist = v.multiply(v.transposed(_swing(z)), turn)
    pronation = -sign * degrees(atan2(twist[1][0], twist[0][0]))
    fingers = v.unapply(v.about_z(-sign * pronation), v.scaled(z, -1.0))
    return (
        pronation,
        -sign * degrees(asin(_within(fingers[1]))),
        degrees(asin(_within(fingers[0]))),
    )


def _within(value: float) -> float:
    return max(-1.0, min(1.0, value))


def _swing(z: Vector) -> Matrix:
    """The shortest turn that brings up to `z`."""
    axis = v.cross(v.UP, z)
    size = v.length(axis)
    return v.about(v.scaled(axis, 1.0 / size), atan2(size, z[2])) if size > _TINY else v.IDENTITY
