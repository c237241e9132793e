"""Things around the body: what it sits on, holds, and turns."""

from __future__ import annotations

from math import cos, radians, sin
from typing import TYPE_CHECKING

from backcare.figure import vector as v
from backcare.figure.body import Frame
from backcare.figure.skeleton import ANKLE_HEIGHT, HEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backcare.figure.skeleton import Side
    from backcare.figure.vector import Vector

MAT = "mat"
CHAIR = "chair"
CHAIR_AHEAD = "chair ahead"
"""A chair that faces the person, its seat under the hands."""
PAD = "pad"
TOWEL = "towel"
"""Held in both hands, round the back of the thigh that is lifted."""
BICYCLE = "bicycle"
WATER = "water"
NAMES = (MAT, CHAIR, CHAIR_AHEAD, PAD, TOWEL, BICYCLE, WATER)

SEAT_HEIGHT = 0.250 * HEIGHT
"""A chair's seat: knee height less the thickness of a thigh."""

SADDLE_HEIGHT = 0.94
SADDLE: Vector = (0.0, 0.0, SADDLE_HEIGHT)
CRANK_CENTRE: Vector = (0.180, 0.0, 0.300)
CRANK_LENGTH = 0.170
PEDAL_ASIDE = 0.105
BAR_GRIP: Vector = (0.620, 0.205, 1.10)
_BALL_AHEAD = 0.125
WATER_HEIGHT = 0.85
"""The surface of the water: so high that arms and legs pull through it, not through the floor."""
FLOATING_DEPTH = 0.150
"""How far below the surface the lowest of a swimmer's pelvis is."""


def seat_height(props: Iterable[str]) -> float:
    """How high the pelvis sits, or floats, in metres: 0 for the floor."""
    if CHAIR in props:
        return SEAT_HEIGHT
    if WATER in props:
        return WATER_HEIGHT - FLOATING_DEPTH
    return SADDLE_HEIGHT if BICYCLE in props else 0.0


def pedal(side: Side, crank_degrees: float) -> Vector:
    """Where a pedal is; the right crank points down at 0 degrees and turns forward."""
    turn = radians(crank_degrees + (180.0 if side.sign > 0 else 0.0))
    x, _, z = CRANK_CENTRE
    return (
        x - CRANK_LENGTH * sin(turn),
        side.sign * PEDAL_ASIDE,
        z - CRANK_LENGTH * cos(turn),
    )


def foot_on_pedal(side: Side, crank_degrees: float) -> Frame:
    """The frame of a foot whose ball stands on its pedal, toes a little down.

    The heel is highest behind and above, where the knee is bent most.
    """
    point = pedal(side, crank_degrees)
    round_ = radians(crank_degrees + (180.0 if side.sign > 0 else 0.0))
    turn = v.about_y(20.0 - 6.0 * cos(round_) + 10.0 * sin(round_))
    ball = v.apply(turn, (_BALL_AHEAD, 0.0, -ANKLE_HEIGHT))
    return Frame(turn, v.subtract(v.add(point, (0.0, 0.0, 0.012)), ball))


def hand_on_bar(side: Side) -> Frame:
    """The frame of a hand that holds the handlebar."""
    x, y, z = BAR_GRIP
    fingers = v.unit((0.9, 0.0, -0.45))
    y_axis = (0.0, 1.0, 0.0)
    z_axis = v.scaled(fingers, -1.0)
    turn = v.from_axes(v.cross(y_axis, z_axis), y_axis, z_axis)
    wrist = v.subtract((x, side.sign * y, z), v.scaled(fingers, 0.07))
    return Frame(turn, wrist)
