"""A part of a routine is followed as the whole routine would be."""

from __future__ import annotations

import pytest

from backcare.core.care import choose
from backcare.core.dose import DoseOverride
from backcare.core.excerpt import plan_from, plan_only
from backcare.core.exercise import Sides, Tag
from backcare.core.plan import PhaseKind, Plan
from backcare.core.planning import build_plan
from backcare.core.routine import Catalogue, Level, Routine
from backcare.core.settings import CareChoice, Preferences, Settings
from tests.builders import (
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_moves,
    make_preferences,
    make_routine,
)
from tests.shipped import shipped_catalogue

TILT = make_hold("pelvic-tilt", seconds=10, reps=2)
CAT = make_moves("cat-cow", reps=3)
LUNGE = make_hold("lunge", seconds=15, sides=Sides.EACH)
SUPERMAN = make_hold("superman", tags=(Tag.PREGNANCY_AVOID,))
ROUTINE = make_routine(
    make_item(TILT, heading="First", dose=make_dose(reps=5)),
    CAT,
    SUPERMAN,
    make_item(LUNGE, heading="Then"),
    TILT,
)
CATALOGUE = make_catalogue(TILT, CAT, LUNGE, SUPERMAN, routines=(ROUTINE,))


def planned(preferences: Preferences | None = None, level: Level = Level.AS_WRITTEN) -> Plan:
    return build_plan(ROUTINE, CATALOGUE, preferences or make_preferences(), level)


def names(plan: Plan) -> list[str]:
    return [entry.exercise.id for entry in plan.entries]


@pytest.mark.parametrize("place", range(5))
def test_the_rest_is_what_the_whole_would_do_from_there(place: int) -> None:
    whole = planned()
    rest = plan_from(whole, place, CATALOGUE, make_preferences())
    assert names(rest) == names(whole)[place:]
    assert [entry.dose for entry in rest.entries] == [entry.dose for entry in whole.entries[place:]]
    assert rest.routine.id == ROUTINE.id
    assert rest.routine.name == ROUTINE.name
    assert rest.level is Level.AS_WRITTEN
    first = whole.entries[place].first_phase
    seconds = [(phase.kind, phase.seconds) for phase in whole.phases[first + 1 :]]
    assert [(phase.kind, phase.seconds) for phase in rest.phases[1:]] == seconds
    assert rest.phases[0].kind is PhaseKind.PREPARE


@pytest.mark.parametrize("place", range(5))
def test_one_exercise_is_done_as_it_would_be_in_the_whole(place: int) -> None:
    whole = planned()
    alone = plan_only(whole, place, CATALOGUE, make_preferences())
    assert names(alone) == [names(whole)[place]]
    assert alone.entries[0].dose == whole.entries[place].dose
    assert alone.routine.name == ROUTINE.name


def test_the_first_exercise_keeps_the_heading_of_its_section() -> None:
    headings = [
        [
            entry.item.heading
            for entry in plan_from(planned(), place, CATALOGUE, make_preferences()).entries
        ][:2]
        for place in range(4)
    ]
    assert headings == [["First", ""], ["First", ""], ["First", "Then"], ["Then", ""]]


def test_a_routine_without_headings_gets_none() -> None:
    routine = make_routine(TILT, CAT)
    plan = build_plan(routine, CATALOGUE, make_preferences())
    assert plan_from(plan, 1, CATALOGUE, make_preferences()).entries[0].item.heading == ""


def test_places_count_what_this_person_does() -> None:
    careful = make_preferences(Settings(pregnant=True, care_choice=CareChoice.SKIP))
    whole = planned(careful)
    assert names(whole) == ["pelvic-tilt", "cat-cow", "lunge", "pelvic-tilt"]
    for place in range(4):
        assert names(plan_from(whole, place, CATALOGUE, careful)) == names(whole)[place:]
        assert names(plan_only(whole, place, CATALOGUE, careful)) == [names(whole)[place]]


def test_doses_of_ones_own_count_in_a_part_too() -> None:
    mine = make_preferences(doses={"cat-cow": DoseOverride(reps=9)})
    assert plan_only(planned(mine), 1, CATALOGUE, mine).entries[0].dose.reps == 9


@pytest.mark.parametrize("routine", shipped_catalogue().routines.values(), ids=lambda r: r.id)
def test_every_place_of_every_routine_can_be_begun_at(routine: Routine) -> None:
    catalogue: Catalogue = shipped_catalogue()
    for settings in (Settings(), Settings(pregnant=True, osteoporosis=True)):
        preferences = make_preferences(settings)
        whole = build_plan(routine, catalogue, preferences)
        assert len(choose(routine, catalogue, settings)) == len(routine.items)
        for place in range(len(whole.entries)):
            assert names(plan_from(whole, place, catalogue, preferences)) == names(whole)[place:]
