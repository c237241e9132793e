"""What `backcare list` and `backcare plan` print."""

from __future__ import annotations

from dataclasses import replace

from backcare.core.exercise import Limb, Sides, Tag
from backcare.core.listing import catalogue_as_text, plan_as_text
from backcare.core.routine import Catalogue, Level
from backcare.core.settings import Preferences, Settings
from tests.builders import (
    make_activity,
    make_catalogue,
    make_hold,
    make_item,
    make_moves,
    make_plan,
    make_routine,
)

BRIDGE = make_hold("bridge")
KNEE = replace(make_hold("knee-to-chest", sides=Sides.EACH), limb=Limb.LEG)


def test_exercises_and_routines_are_listed_in_columns() -> None:
    catalogue = make_catalogue(
        BRIDGE, make_moves(), make_activity(), routines=[make_routine(BRIDGE, make_moves())]
    )
    assert catalogue_as_text(catalogue, Preferences(), Level.GENTLE) == [
        "Exercises",
        "  bridge   Bridge · on your back · hold",
        "  cat-cow  Cat cow · kneeling · slow repetitions",
        "  walking  Walking · out and about · activity",
        "",
        "Routines (gentle)",
        "  morning  Morning · 2 exercises · 41 s",
    ]


def test_the_level_is_named() -> None:
    lines = catalogue_as_text(make_catalogue(BRIDGE), Preferences(), Level.AS_WRITTEN)
    assert lines[-1] == "Routines (as written)"


def test_an_empty_catalogue_is_listed_as_such() -> None:
    assert catalogue_as_text(Catalogue(), Preferences(), Level.GENTLE) == [
        "Exercises",
        "",
        "Routines (gentle)",
    ]


def test_a_plan_is_printed_phase_by_phase_with_running_time() -> None:
    assert plan_as_text(make_plan(KNEE, make_moves(reps=2))) == [
        "Morning · Gentle · 2 exercises · 2 min",
        "",
        "1. Knee to chest · 10 s, each side",
        "     0:00  Get ready        10 s · left leg",
        "     0:10  Hold             10 s · left leg · rep 1",
        "     0:20  Switch sides      8 s · right leg",
        "     0:28  Hold             10 s · right leg · rep 1",
        "",
        "2. Cat cow · 2 slow reps",
        "     0:38  Get ready        15 s",
        "     0:53  Move              6 s · rep 1",
        "     0:59  Move              6 s · rep 2",
        "     1:05  Done",
    ]


def test_a_dose_that_was_cut_down_says_why() -> None:
    items = (make_item(BRIDGE, limited="Longer is no better."),)
    plan = make_plan(BRIDGE, items=items, level=Level.AS_WRITTEN)
    assert plan_as_text(plan)[2:4] == ["1. Bridge · 10 s", "   Longer is no better."]
    gentle = plan_as_text(make_plan(BRIDGE, items=items, level=Level.GENTLE))
    assert "   Longer is no better." not in gentle


def test_what_is_left_out_for_the_person_is_told() -> None:
    twist = make_hold("twist", tags=(Tag.OSTEOPOROSIS,))
    plan = make_plan(BRIDGE, twist, settings=Settings(osteoporosis=True))
    assert plan_as_text(plan)[-3:] == ["     0:20  Done", "", "Left out for you: Twist"]


def test_an_exercise_that_is_done_twice_in_a_row_is_named_twice() -> None:
    lines = plan_as_text(make_plan(BRIDGE, items=(make_item(BRIDGE), make_item(BRIDGE))))
    assert [line for line in lines if line[:1].isdigit()] == [
        "1. Bridge · 10 s",
        "2. Bridge · 10 s",
    ]
