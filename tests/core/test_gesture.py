from __future__ import annotations

import itertools

import pytest

from backcare.core.exercise import MIRRORED, Exercise, Illustration, Side, Sides
from backcare.core.gesture import (
    CYCLE_SECONDS,
    Gesture,
    Goal,
    KeyPose,
    Pace,
    Way,
    cycle,
    demonstration_at,
    demonstration_seconds,
    eased,
    goal_of,
    has_both,
    reaching,
    shown,
    there_and_back,
    through_both,
)
from tests.builders import make_activity, make_hold, make_moves

START, EFFORT, SECOND = KeyPose.START, KeyPose.EFFORT, KeyPose.SECOND
ONE = Illustration("side", "lying", "hug", side=Side.RIGHT)
TWO = Illustration("side", "all-fours", "cat", "cow")
HELD = Illustration("side", "lying", "bent", "long", side=Side.RIGHT)
TURNS = Illustration("side", "lying", "dead-bug", MIRRORED, side=Side.RIGHT)
HUG = make_hold("hug", sides=Sides.EACH)
BUG = make_moves("bug", sides=Sides.ALTERNATING)
CAT = make_moves("cat")


def place(way: Way | Gesture, *, via: bool = False) -> float:
    """A movement as a line: the effort is 1; the second one is 2 where that is on the way."""
    ends = {START: 0.0, KeyPose.OTHER_START: 0.0, EFFORT: 1.0, SECOND: 2.0 if via else -1.0}
    return ends[way.origin] + (ends[way.goal] - ends[way.origin]) * way.share


def test_a_movement_starts_and_ends_gently() -> None:
    assert [eased(share) for share in (-1.0, 0.0, 0.5, 1.0, 2.0)] == pytest.approx(
        [0, 0, 0.5, 1, 1]
    )
    assert eased(0.02) < 0.002


def test_a_held_second_pose_is_reached_through_the_first() -> None:
    goal = Goal(SECOND, via=True)
    ways = [reaching(goal, share / 20) for share in range(21)]
    assert (ways[4].origin, ways[4].goal) == (START, EFFORT)
    assert (ways[15].origin, ways[15].goal) == (EFFORT, SECOND)
    places = [place(way, via=True) for way in ways]
    assert places == sorted(places)
    assert (places[0], places[-1]) == (0.0, 2.0)


def test_there_stay_and_back() -> None:
    goal = Goal(EFFORT)
    ways = [there_and_back(goal, share, there=0.4, stay=0.2) for share in (0, 0.4, 0.5, 0.6, 1)]
    assert [place(way) for way in ways] == pytest.approx([0, 1, 1, 1, 0])
    assert there_and_back(goal, 0.5) == Way(START, EFFORT, 1.0)


def test_through_both_goes_across_the_start_without_a_stop() -> None:
    shares = [share / 100 for share in range(101)]
    places = [place(through_both(share)) for share in shares]
    assert [places[0], places[25], places[50], places[75], places[100]] == pytest.approx(
        [0, 1, 0, -1, 0]
    )
    steps = [abs(b - a) for a, b in itertools.pairwise(places)]
    assert max(steps) < 0.07
    assert steps[50] > 0.05


@pytest.mark.parametrize("both", [False, True])
def test_it_is_shown_from_the_start_and_back_to_it(*, both: bool) -> None:
    places = [place(shown(share / 50, Goal(EFFORT), both=both)) for share in range(51)]
    assert (places[0], places[-1]) == (0.0, 0.0)
    assert max(places) == pytest.approx(1.0, abs=0.02)
    assert min(places) == pytest.approx(-1.0 if both else 0.0, abs=0.02)


@pytest.mark.parametrize(
    ("exercise", "illustration", "side", "goal"),
    [
        (HUG, ONE, Side.RIGHT, Goal(EFFORT)),
        (HUG, ONE, Side.LEFT, Goal(EFFORT)),
        (HUG, HELD, Side.LEFT, Goal(SECOND, via=True)),
        (BUG, TURNS, Side.RIGHT, Goal(EFFORT)),
        (BUG, TURNS, Side.LEFT, Goal(SECOND)),
        (BUG, TURNS, None, Goal(EFFORT)),
        (CAT, TWO, None, Goal(EFFORT)),
    ],
)
def test_what_is_done_on_a_side(
    exercise: Exercise, illustration: Illustration, side: Side | None, goal: Goal
) -> None:
    assert goal_of(exercise, illustration, side) == goal


def test_both_efforts_are_done_where_the_second_is_no_end_of_the_first() -> None:
    pairs = ((CAT, TWO), (BUG, TURNS), (HUG, HELD), (HUG, ONE))
    assert [has_both(*pair) for pair in pairs] == [True, True, False, False]


def test_steps_follow_each_other_evenly() -> None:
    walk, pace = make_activity(), Illustration("side", "strike", "carry", MIRRORED)
    keys = [
        (way.origin, round(way.share, 3))
        for way in (cycle(walk, pace, CYCLE_SECONDS["walking"] * part / 8) for part in range(9))
    ]
    order = (START, EFFORT, KeyPose.SECOND_START, SECOND)
    assert keys == [*((key, share) for key in order for share in (0.0, 0.5)), (START, 0.0)]
    assert cycle(walk, ONE, CYCLE_SECONDS["walking"] * 0.5).origin is EFFORT


@pytest.mark.parametrize(
    ("exercise", "illustration"),
    [
        (HUG, ONE),
        (HUG, HELD),
        (BUG, TURNS),
        (CAT, TWO),
        (make_activity(), Illustration("side", "strike", "carry", MIRRORED)),
        (make_activity("rowing"), Illustration("side", "strike", "carry")),
    ],
)
def test_a_demonstration_never_jumps_and_comes_to_rest_at_the_effort(
    exercise: Exercise, illustration: Illustration
) -> None:
    length = demonstration_seconds(exercise, illustration)
    moments = [demonstration_at(exercise, illustration, step * 0.02) for step in range(2000)]
    moving = [moment for moment in moments if moment.pace is Pace.MOVING]
    assert len(moving) == pytest.approx(length / 0.02, abs=1)
    rest = moments[-1]
    assert (rest.origin, rest.share, rest.pace) == (rest.goal, 0.0, Pace.STILL)
    assert rest.goal is goal_of(exercise, illustration, illustration.side).key
    if exercise.id not in CYCLE_SECONDS and exercise.id != "rowing":
        places = [place(moment, via=illustration is HELD) for moment in moving]
        assert max(abs(b - a) for a, b in itertools.pairwise(places)) < 0.08
    last = moving[-1]
    assert last.goal is rest.goal
    assert last.share > 0.9


def test_with_reduced_motion_an_arrow_tells_the_way() -> None:
    for elapsed in (0.0, 3.0, 100.0):
        assert demonstration_at(HUG, ONE, elapsed, reduced=True) == Gesture(
            EFFORT, EFFORT, side=Side.RIGHT, arrow=True
        )
