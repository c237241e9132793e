"""Chair and bicycle: where one sits, and where pedals and handlebar are."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure import props
from backcare.figure import vector as v
from backcare.figure.skeleton import ANKLE_HEIGHT, PALM_CENTRE, SHIN, Side
from tests.figure.figures import close, is_rotation

CRANKS = st.floats(-720.0, 720.0)


def test_one_sits_on_the_floor_a_chair_or_a_saddle() -> None:
    assert props.seat_height(()) == 0.0
    assert props.seat_height((props.MAT, props.PAD)) == 0.0
    chair, saddle = props.seat_height((props.CHAIR,)), props.seat_height((props.BICYCLE,))
    assert 0.0 < chair < saddle


def test_a_swimmer_floats_below_the_surface_clear_of_the_floor() -> None:
    assert 0.0 < props.seat_height((props.WATER,)) < props.WATER_HEIGHT


def test_a_chair_lets_the_soles_reach_the_floor() -> None:
    assert props.SEAT_HEIGHT < SHIN + ANKLE_HEIGHT


@given(CRANKS)
def test_pedals_turn_round_the_same_centre_opposite_each_other(crank: float) -> None:
    (rx, ry, rz), (lx, ly, lz) = (props.pedal(side, crank) for side in (Side.RIGHT, Side.LEFT))
    x, _, z = props.CRANK_CENTRE
    assert close(v.mixed((rx, ry, rz), (lx, ly, lz), 0.5), props.CRANK_CENTRE)
    assert hypot(rx - x, rz - z) == pytest.approx(props.CRANK_LENGTH)
    assert ry < 0.0 < ly


def test_the_right_pedal_starts_at_its_lowest_and_comes_up_behind() -> None:
    """Riding ahead, the lowest pedal goes back and up."""
    x, _, z = props.pedal(Side.RIGHT, 0.0)
    assert (x, z) == pytest.approx((
        props.CRANK_CENTRE[0], props.CRANK_CENTRE[2] - props.CRANK_LENGTH
    ))  # fmt: skip
    later = props.pedal(Side.RIGHT, 30.0)
    assert later[0] < x
    assert later[2] > z


@given(CRANKS)
def test_pedals_clear_the_floor(crank: float) -> None:
    assert props.pedal(Side.LEFT, crank)[2] > 0.1


@pytest.mark.parametrize("side", Side)
@given(crank=CRANKS)
def test_a_foot_stands_on_its_pedal_with_its_ball(side: Side, crank: float) -> None:
    foot = props.foot_on_pedal(side, crank)
    assert is_rotation(foot.turn)
    pedal = props.pedal(side, crank)
    local = v.unapply(foot.turn, v.subtract(pedal, foot.origin))
    assert local[0] == pytest.approx(0.13, abs=0.02)
    assert local[2] == pytest.approx(-ANKLE_HEIGHT, abs=0.02)


@pytest.mark.parametrize("side", Side)
def test_a_hand_holds_the_bar_on_its_own_side(side: Side) -> None:
    hand = props.hand_on_bar(side)
    x, y, z = props.BAR_GRIP
    assert is_rotation(hand.turn)
    middle = hand.point((0.0, 0.0, -PALM_CENTRE))
    assert close(middle, (x, side.sign * y, z), 0.02)
    assert v.axis_of(hand.turn, 2)[0] < 0.0
