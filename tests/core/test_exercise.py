"""What an exercise says of its sides and its dose."""

from __future__ import annotations

import pytest

from backcare.core.exercise import CAMERA_NAMES, Exercise, Side, SideOrder, Sides
from backcare.figure.camera import CAMERAS
from tests.builders import make_activity, make_hold, make_moves


def test_each_side_has_the_other() -> None:
    assert Side.LEFT.other is Side.RIGHT
    assert Side.RIGHT.other is Side.LEFT


@pytest.mark.parametrize(
    ("sides", "expected"),
    [(Sides.EACH, True), (Sides.ALTERNATING, True), (Sides.BOTH, False), (Sides.NONE, False)],
)
def test_only_each_and_alternating_have_left_and_right(sides: Sides, *, expected: bool) -> None:
    assert make_hold(sides=sides).has_sides is expected


@pytest.mark.parametrize(
    ("exercise", "expected"),
    [
        (make_hold(), True),
        (make_hold(sides=Sides.ALTERNATING), True),
        (make_moves(), False),
        (make_moves(sides=Sides.ALTERNATING), False),
        (make_activity(), False),
    ],
)
def test_an_exercise_has_holds_when_its_dose_holds(exercise: Exercise, *, expected: bool) -> None:
    assert exercise.has_holds is expected


@pytest.mark.parametrize(
    ("exercise", "fields"),
    [
        (make_activity(), ("minutes",)),
        (make_hold(), ("hold_seconds", "reps", "sets", "rest_seconds")),
        (make_hold(sides=Sides.EACH), ("hold_seconds", "reps", "sets", "rest_seconds")),
        (
            make_hold(sides=Sides.EACH, order=SideOrder.ALTERNATE),
            ("hold_seconds", "reps", "sets"),
        ),
        (make_hold(sides=Sides.ALTERNATING), ("hold_seconds", "reps", "sets")),
        (make_moves(), ("tempo_seconds", "reps", "sets", "rest_seconds")),
        (make_moves(sides=Sides.ALTERNATING), ("tempo_seconds", "reps", "sets")),
    ],
)
def test_a_dose_shows_the_fields_that_mean_something(
    exercise: Exercise, fields: tuple[str, ...]
) -> None:
    assert exercise.dose_fields() == fields


def test_the_order_of_a_routine_decides_whether_there_is_a_rest() -> None:
    in_blocks = make_hold(sides=Sides.EACH, order=SideOrder.BLOCK)
    in_turns = make_hold(sides=Sides.EACH, order=SideOrder.ALTERNATE)
    assert "rest_seconds" not in in_blocks.dose_fields(SideOrder.ALTERNATE)
    assert "rest_seconds" in in_turns.dose_fields(SideOrder.BLOCK)


def test_an_order_means_nothing_without_sides_done_each() -> None:
    assert "rest_seconds" in make_hold().dose_fields(SideOrder.ALTERNATE)
    alternating = make_hold(sides=Sides.ALTERNATING)
    assert "rest_seconds" not in alternating.dose_fields(SideOrder.BLOCK)


def test_a_hold_cannot_be_ended_by_the_person_unless_its_exercise_says_so() -> None:
    exercise = make_hold()
    closed = Exercise(
        id=exercise.id,
        name=exercise.name,
        position=exercise.position,
        movement=exercise.movement,
        sides=exercise.sides,
        dose=exercise.dose,
        cap=exercise.cap,
        steps=exercise.steps,
        feel=exercise.feel,
        avoid=exercise.avoid,
    )
    assert closed == exercise
    assert not closed.open_hold


def test_a_picture_can_be_seen_from_every_camera_there_is() -> None:
    assert tuple(CAMERAS) == CAMERA_NAMES
