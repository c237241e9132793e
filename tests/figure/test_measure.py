"""Joint angles are measured as they were put in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from backcare.figure import vector as v
from backcare.figure.body import Frame, posed
from backcare.figure.measure import joint_angles, limb_angles
from backcare.figure.pose import Pose
from backcare.figure.skeleton import CHAIN, Limb
from backcare.figure.solver import solve
from tests.figure.figures import DEGREES, LIMBS, joint_angles_within_limits, same_turn

STRAIGHT_OUT = 89.0


@given(joint_angles_within_limits(), DEGREES, DEGREES, DEGREES)
@settings(max_examples=60)
def test_a_pose_that_touches_nothing_measures_what_was_put_in(
    angles: dict[str, float], heading: float, lean: float, roll: float
) -> None:
    # Straight out to the side, flexion and turn are one and the same.
    put_in = {
        name: max(-STRAIGHT_OUT, min(STRAIGHT_OUT, value)) if name.endswith("_out") else value
        for name, value in angles.items()
        if not name.endswith("hand_heading")
    }
    # A hand cannot be bent by much more than a quarter round in all.
    put_in |= {name: value / 2.0 for name, value in put_in.items() if " wrist" in name}
    tilt = {"heading": heading, "lean": lean, "roll": roll}
    found = joint_angles(solve(Pose("some", angles=put_in | tilt)))
    nothing = dict.fromkeys(found.keys() - put_in.keys(), 0.0)
    assert found == pytest.approx(put_in | nothing, abs=1e-4)


def test_an_arm_up_and_over_is_flexed_not_extended() -> None:
    found = joint_angles(solve(Pose("some", angles={"left shoulder": 182.0})))
    assert found["left shoulder"] == pytest.approx(182.0)


@given(joint_angles_within_limits(), joint_angles_within_limits(), LIMBS)
@settings(max_examples=40)
def test_angles_near_others_make_the_same_limb(
    angles: dict[str, float], others: dict[str, float], one: Limb
) -> None:
    base = Frame(v.IDENTITY, v.ORIGIN)
    body = posed(angles, base)
    again = posed(angles | limb_angles(body, one, others), base)
    assert all(same_turn(again[bone].turn, body[bone].turn, 1e-6) for bone in CHAIN[one])
