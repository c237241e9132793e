from __future__ import annotations

import itertools
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.core.choreography import (
    BREATH_SECONDS,
    effort_of,
    gesture_at,
    gesture_of,
    gestures_ahead,
)
from backcare.core.exercise import MIRRORED, Illustration, Side, SideOrder, Sides
from backcare.core.gesture import Gesture, KeyPose, Pace
from backcare.core.plan import PhaseKind
from backcare.core.session import Session
from tests.builders import make_activity, make_hold, make_moves, make_plan
from tests.core.test_gesture import place

if TYPE_CHECKING:
    from backcare.core.plan import Plan

START, EFFORT, SECOND = KeyPose.START, KeyPose.EFFORT, KeyPose.SECOND
OTHER = KeyPose.OTHER_START
ONE = Illustration("side", "lying", "hug", side=Side.RIGHT)
PLAIN = Illustration("side", "lying", "bridge")
TWO = Illustration("side", "all-fours", "cat", "cow")
TURNS = Illustration("side", "all-fours", "bird-dog", MIRRORED, side=Side.RIGHT)
HELD = Illustration("side", "lying", "bent", "long", side=Side.RIGHT)
WALK = Illustration("side", "strike", "carry", MIRRORED)

HUG = make_plan(
    make_hold("hug", seconds=15, reps=2, rest=5, sides=Sides.EACH, order=SideOrder.BLOCK)
)
BRIDGE = make_plan(make_hold("bridge", seconds=6, reps=3, rest=0))
CAT = make_plan(make_moves("cat", tempo=(5, 5), reps=2))
SQUAT = make_plan(make_moves("squat", tempo=(3, 2), reps=2))
BIRD = make_plan(make_hold("bird", seconds=10, reps=2, sides=Sides.ALTERNATING))
LIFT = make_plan(make_moves("lift", tempo=(2, 2), sides=Sides.EACH, order=SideOrder.ALTERNATE))
STEPS = make_plan(make_activity())


def index_of(plan: Plan, kind: PhaseKind, side: Side | None = None, number: int = 0) -> int:
    found = [
        index
        for index, phase in enumerate(plan.phases)
        if phase.kind is kind and side in (None, phase.side)
    ]
    return found[number]


def at(
    plan: Plan, illustration: Illustration, index: int, elapsed: float, *, reduced: bool = False
) -> Gesture:
    seconds = plan.phases[index].seconds
    return gesture_at(plan, index, elapsed, seconds, illustration, reduced=reduced)


# Each kind of phase


def test_a_hold_is_reached_soon_and_then_breathes_quietly() -> None:
    index = index_of(HUG, PhaseKind.HOLD)
    assert at(HUG, ONE, index, 0.0).share == 0.0
    assert at(HUG, ONE, index, 1.4).pace is Pace.MOVING
    moments = [at(HUG, ONE, index, 1.5 + step * 0.1) for step in range(136)]
    assert {(m.origin, m.goal, m.pace) for m in moments} == {(EFFORT, EFFORT, Pace.BREATHING)}
    breaths = [moment.breath for moment in moments]
    tops = [n for n in range(1, 135) if breaths[n - 1] < breaths[n] >= breaths[n + 1]]
    assert len(tops) == round(13.5 / BREATH_SECONDS)
    assert (min(breaths), max(breaths)) == pytest.approx((0, 1), abs=0.01)
    assert breaths[-1] == pytest.approx(0, abs=0.01)


def test_a_short_hold_is_reached_within_a_third_of_it() -> None:
    plan = make_plan(make_hold(seconds=3))
    assert at(plan, PLAIN, 1, 0.9).pace is Pace.MOVING
    assert at(plan, PLAIN, 1, 1.01).pace is Pace.BREATHING


def test_a_second_pose_of_a_hold_is_held_and_takes_a_little_longer() -> None:
    index = index_of(HUG, PhaseKind.HOLD)
    assert at(HUG, HELD, index, 0.4).goal is EFFORT
    assert (at(HUG, HELD, index, 2.0).origin, at(HUG, HELD, index, 2.0).goal) == (EFFORT, SECOND)
    assert at(HUG, HELD, index, 2.5).goal is at(HUG, HELD, index, 2.5).origin is SECOND


def test_a_rest_goes_back_to_the_start_and_stays_there() -> None:
    index = index_of(HUG, PhaseKind.REST)
    places = [place(at(HUG, ONE, index, step * 0.1)) for step in range(51)]
    assert places == sorted(places, reverse=True)
    assert (places[0], places[15], places[-1]) == pytest.approx((1, 0, 0))
    assert at(HUG, ONE, index, 3.0) == Gesture(flipped=True, side=Side.LEFT)


def test_without_a_rest_the_body_lets_go_for_a_moment() -> None:
    places = [place(at(BRIDGE, PLAIN, 2, step * 0.1)) for step in range(16)]
    assert (places[0], min(places), places[-1]) == pytest.approx((1, 0, 1), abs=0.02)
    assert place(at(BRIDGE, PLAIN, 1, 0.0)) == 0


def test_a_move_goes_there_and_back_in_its_tempo() -> None:
    index = index_of(SQUAT, PhaseKind.MOVE)
    places = [place(at(SQUAT, PLAIN, index, seconds)) for seconds in (0, 1.5, 3, 4, 5)]
    assert places == pytest.approx([0, 0.5, 1, 0.5, 0])


def test_a_tempo_of_three_parts_stays_in_the_middle_and_of_one_does_not() -> None:
    three = make_plan(make_moves(tempo=(2, 4, 2)))
    places = [place(at(three, PLAIN, 1, seconds)) for seconds in (0, 2, 4, 6, 8)]
    assert places == pytest.approx([0, 1, 1, 1, 0])
    one = make_plan(make_moves(tempo=(4,)))
    assert [place(at(one, PLAIN, 1, s)) for s in (0, 2, 4)] == pytest.approx([0, 1, 0])


def test_a_move_with_more_time_is_done_as_often_as_fits() -> None:
    ways = [gesture_at(SQUAT, 1, seconds, 15, PLAIN) for seconds in (0, 3, 5, 8, 10, 13, 15)]
    assert [place(way) for way in ways] == pytest.approx([0, 1, 0, 1, 0, 1, 0])


def test_a_cycle_of_two_efforts_does_one_after_the_other() -> None:
    index = index_of(CAT, PhaseKind.MOVE)
    places = [place(at(CAT, TWO, index, seconds)) for seconds in (0, 2.5, 5, 7.5, 10)]
    assert places == pytest.approx([0, 1, 0, -1, 0])


def test_turns_choose_the_effort_and_never_flip() -> None:
    right, left = (index_of(BIRD, PhaseKind.HOLD, side) for side in (Side.RIGHT, Side.LEFT))
    assert (at(BIRD, TURNS, right, 5).goal, at(BIRD, TURNS, left, 5).goal) == (EFFORT, SECOND)
    for index, phase in enumerate(BIRD.phases):
        for share in (0.0, 0.3, 0.6, 0.9):
            moment = at(BIRD, TURNS, index, share * phase.seconds)
            assert (moment.flipped, moment.turned) == (False, 0.0)


def test_the_other_side_is_flipped() -> None:
    for side in Side:
        moment = at(HUG, ONE, index_of(HUG, PhaseKind.HOLD, side), 5)
        assert (moment.flipped, moment.side) == (side is Side.LEFT, side)


def test_a_switch_lets_go_and_turns_to_the_other_side() -> None:
    index = index_of(HUG, PhaseKind.SWITCH)
    moments = [at(HUG, ONE, index, step * 0.05) for step in range(160)]
    assert place(moments[0]) == 1
    turning = [moment for moment in moments if moment.turned]
    assert {(m.origin, m.goal, m.flipped) for m in turning} == {(OTHER, OTHER, True)}
    changing = [moment for moment in moments if (moment.origin, moment.goal) == (START, OTHER)]
    assert {moment.flipped for moment in changing} == {True}
    assert [m.share for m in changing] == sorted(m.share for m in changing)
    assert changing[-1].share > 0.9
    shares = [moment.turned for moment in turning]
    assert shares == sorted(shares)
    assert shares[-1] > 0.99
    assert moments[-1] == Gesture(side=Side.RIGHT)
    assert {moment.side for moment in moments} == {Side.RIGHT}
    # The limb that lets go is not the one that is told to be next.
    assert not moments[0].marked
    assert all(m.marked for m in moments if OTHER in (m.origin, m.goal))


def test_after_a_move_a_switch_turns_at_once() -> None:
    index = index_of(LIFT, PhaseKind.SWITCH)
    assert at(LIFT, ONE, index, 0.3).goal is OTHER


def test_a_pause_that_nothing_went_before_is_still() -> None:
    plan = make_plan(make_hold("hug", seconds=15, reps=2, rest=5, sides=Sides.EACH))
    pause = index_of(plan, PhaseKind.REST)
    alone = replace(plan, phases=plan.phases[pause:])
    assert gesture_at(alone, 0, 0.1, 5, ONE) == Gesture(flipped=True, side=Side.LEFT)


@pytest.mark.parametrize(
    ("plan", "illustration"), [(HUG, ONE), (CAT, TWO), (BIRD, TURNS), (STEPS, WALK)]
)
def test_getting_ready_shows_the_exercise(plan: Plan, illustration: Illustration) -> None:
    moments = [at(plan, illustration, 0, step * 0.05) for step in range(201)]
    assert {moment.pace for moment in moments} == {Pace.MOVING}
    assert max(moment.share for moment in moments) > 0.8
    if plan is not STEPS:
        assert place(moments[0]) == place(moments[-1]) == 0


def test_walking_goes_on_and_on() -> None:
    index = index_of(STEPS, PhaseKind.ACTIVITY)
    seen = {at(STEPS, WALK, index, 60 + step * 0.1).origin for step in range(12)}
    assert seen == set(KeyPose) - {OTHER}


@pytest.mark.parametrize(
    ("plan", "illustration"),
    [
        (HUG, ONE),
        (HUG, HELD),
        (BRIDGE, PLAIN),
        (CAT, TWO),
        (SQUAT, PLAIN),
        (BIRD, TURNS),
        (LIFT, ONE),
    ],
)
def test_nothing_ever_jumps_from_one_phase_to_the_next(
    plan: Plan, illustration: Illustration
) -> None:
    for index, (phase, after) in enumerate(itertools.pairwise(plan.phases)):
        end = gesture_at(plan, index, phase.seconds, phase.seconds, illustration)
        begin = gesture_at(plan, index + 1, 0, after.seconds, illustration)
        via = illustration is HELD
        assert place(end, via=via) == pytest.approx(place(begin, via=via), abs=1e-6)
        assert end.breath == pytest.approx(begin.breath, abs=1e-6)
        assert (end.flipped, end.turned) == (begin.flipped, begin.turned)


# Reduced motion


def test_with_reduced_motion_there_are_only_still_poses() -> None:
    kinds: dict[PhaseKind, set[Gesture]] = {}
    for index, phase in enumerate(HUG.phases):
        for step in range(phase.seconds):
            kinds.setdefault(phase.kind, set()).add(at(HUG, ONE, index, step, reduced=True))
    left = Gesture(EFFORT, EFFORT, flipped=True, side=Side.LEFT)
    right = Gesture(EFFORT, EFFORT, side=Side.RIGHT)
    assert kinds == {
        PhaseKind.PREPARE: {replace(left, arrow=True)},
        PhaseKind.HOLD: {left, right},
        PhaseKind.REST: {
            Gesture(flipped=True, side=Side.LEFT),
            Gesture(side=Side.RIGHT),
        },
        PhaseKind.SWITCH: {Gesture(side=Side.RIGHT)},
    }


def test_with_reduced_motion_a_cycle_shows_one_effort_and_then_the_other() -> None:
    index = index_of(CAT, PhaseKind.MOVE)
    goals = [at(CAT, TWO, index, seconds, reduced=True).goal for seconds in (0, 4, 6, 9)]
    assert goals == [EFFORT, EFFORT, SECOND, SECOND]
    assert at(SQUAT, PLAIN, 1, 4, reduced=True) == Gesture(EFFORT, EFFORT, arrow=True)
    assert at(STEPS, WALK, 1, 4, reduced=True) == Gesture(EFFORT, EFFORT)


# A session


def test_before_it_begins_the_effort_can_be_seen() -> None:
    assert gesture_of(Session(HUG), 0.0, ONE) == Gesture(
        EFFORT, EFFORT, flipped=True, side=Side.LEFT
    )
    assert gesture_of(Session(HUG), 0.0, ONE, reduced=True).arrow


def test_a_session_moves_the_figure_by_its_own_clock() -> None:
    session = Session(HUG)
    session.start(100.0)
    for now in range(101, 112):
        session.advance(float(now))
    assert gesture_of(session, 111.0, ONE) == at(HUG, ONE, 1, 1.0)


def test_in_a_pause_and_a_count_in_it_stands_still() -> None:
    session = Session(HUG)
    session.start(0.0)
    moved = gesture_of(session, 1.5, ONE)
    session.pause(1.5)
    stands = replace(moved, pace=Pace.STILL)
    assert gesture_of(session, 1.5, ONE) == gesture_of(session, 60.0, ONE) == stands != moved
    session.resume(60.0)
    assert gesture_of(session, 61.0, ONE) == stands
    for now in (61.0, 62.0, 63.0):
        session.advance(now)
    assert gesture_of(session, 63.0, ONE) == moved


def test_more_time_does_not_throw_the_figure_back() -> None:
    session = Session(HUG)
    session.start(0.0)
    session.skip(0.5)
    before = gesture_of(session, 1.2, ONE)
    session.extend(1.2)
    assert gesture_of(session, 1.2, ONE) == before


# What will be needed


def test_looking_ahead_tells_each_phase_once_and_ends_with_the_next_exercise() -> None:
    plan = make_plan(
        make_hold("hug", seconds=100, cap=100, reps=4, rest=5, sides=Sides.EACH),
        make_activity(),
        make_hold("never", seconds=10),
    )
    illustrations = (ONE, WALK, PLAIN)
    told = list(gestures_ahead(plan, 0, lambda entry: illustrations[entry]))
    assert {entry for entry, _ in told} == {0, 1}
    assert {gesture.flipped for entry, gesture in told if entry == 0} == {False, True}
    assert len(told) < 80 * 30
    walking = index_of(plan, PhaseKind.ACTIVITY)
    steps = [
        g for e, g in gestures_ahead(plan, walking, lambda entry: illustrations[entry]) if e == 1
    ]
    assert 20 < len(steps) < 60


def test_an_exercise_without_a_picture_needs_nothing() -> None:
    assert list(gestures_ahead(HUG, 0, lambda _: None)) == []


def test_the_effort_of_a_phase_is_a_still_picture() -> None:
    left = HUG.phases[index_of(HUG, PhaseKind.HOLD, Side.LEFT)]
    assert effort_of(HUG, left, ONE) == Gesture(EFFORT, EFFORT, flipped=True, side=Side.LEFT)
