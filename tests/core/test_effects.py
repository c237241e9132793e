from __future__ import annotations

from backcare.core.dose import DoseOverride
from backcare.core.effects import (
    RoutineEffect,
    dose_without_override,
    effect,
    effects,
    override_fields,
)
from backcare.core.exercise import SideOrder, Sides
from backcare.core.routine import Level
from backcare.core.settings import Settings
from tests.builders import (
    make_activity,
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_moves,
    make_preferences,
    make_routine,
)

TILT = make_hold("pelvic-tilt", seconds=10)
MORNING = make_routine(make_item(TILT, dose=make_dose(hold=30, reps=2)), name="morning")
EVENING = make_routine(TILT, name="evening")
CATALOGUE = make_catalogue(TILT, make_moves("cat-cow"), routines=[MORNING, EVENING])
BEFORE = make_preferences()


def test_an_effect_tells_how_long_a_routine_took_and_takes() -> None:
    now = make_preferences(doses={"pelvic-tilt": DoseOverride(hold_seconds=25)})
    assert effect(EVENING, CATALOGUE, BEFORE, now) == RoutineEffect("evening", "Evening", 20, 35)


def test_effects_name_every_routine_in_order() -> None:
    now = make_preferences(levels={"morning": Level.AS_WRITTEN})
    found = effects(CATALOGUE, BEFORE, now)
    assert [each.routine_id for each in found] == ["morning", "evening"]
    assert [each.changes for each in found] == [True, False]


def test_the_dose_of_an_exercise_is_that_of_the_routine_at_its_level() -> None:
    preferences = make_preferences(levels={"morning": Level.AS_WRITTEN})
    dose = dose_without_override("pelvic-tilt", CATALOGUE, preferences, "morning")
    assert (dose.hold_seconds, dose.reps) == (30, 2)


def test_outside_a_routine_the_dose_is_the_catalogues_at_the_general_level() -> None:
    preferences = make_preferences(Settings(hold_scale_percent=200))
    assert dose_without_override("pelvic-tilt", CATALOGUE, preferences).hold_seconds == 20
    assert dose_without_override("cat-cow", CATALOGUE, preferences, "unknown").reps == 1


def test_an_exercise_that_is_not_in_the_routine_takes_nothing_from_it() -> None:
    preferences = make_preferences(levels={"morning": Level.AS_WRITTEN})
    dose = dose_without_override("cat-cow", CATALOGUE, preferences, "morning")
    assert (dose.hold_seconds, dose.reps) == (0, 1)


def test_a_persons_own_number_does_not_count_for_the_dose_without_it() -> None:
    preferences = make_preferences(doses={"pelvic-tilt": DoseOverride(hold_seconds=25)})
    dose = dose_without_override("pelvic-tilt", CATALOGUE, preferences)
    assert dose.hold_seconds == 10
    assert dose.overridden == frozenset()


def test_a_person_may_set_what_an_exercise_has() -> None:
    fields = override_fields(make_catalogue(TILT, make_moves("cat-cow"), make_activity("walking")))
    assert fields["pelvic-tilt"] == {"hold_seconds", "reps", "sets", "rest_seconds"}
    assert fields["cat-cow"] == {"reps", "sets", "rest_seconds"}
    assert fields["walking"] == {"minutes"}


def test_rest_may_be_set_where_some_routine_does_one_side_after_the_other() -> None:
    turns = make_hold("hamstring", sides=Sides.EACH, order=SideOrder.ALTERNATE)
    assert "rest_seconds" not in override_fields(make_catalogue(turns))["hamstring"]
    routine = make_routine(make_item(turns, order=SideOrder.BLOCK))
    fields = override_fields(make_catalogue(turns, routines=[routine]))
    assert "rest_seconds" in fields["hamstring"]
