from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.controllers.cards import Cards, seconds_of
from backcare.core.exercise import Aim, Position, Sides
from backcare.core.planning import build_plan
from backcare.core.search import AtMost, wanted
from backcare.core.words import Words
from tests.builders import make_catalogue, make_hold, make_moves, make_preferences, make_routine
from tests.shipped import shipped_catalogue

if TYPE_CHECKING:
    from backcare.core.routine import Routine

TILT = replace(make_hold("pelvic-tilt", seconds=20, reps=2), aims=(Aim.MOBILITY, Aim.STRENGTH))
CAT = replace(make_moves("cat-cow", sides=Sides.ALTERNATING), aims=(Aim.FITNESS,))
LUNGE = replace(
    make_hold("lunge", seconds=60, sides=Sides.EACH, position=Position.STANDING),
    aims=(Aim.STRETCH,),
)
PRESS = replace(make_hold("press", seconds=300, position=Position.PRONE), sides=Sides.BOTH)
ROUTINE = make_routine(TILT, CAT, LUNGE, PRESS)
CATALOGUE = make_catalogue(TILT, CAT, LUNGE, PRESS, routines=(ROUTINE,))


def test_groups_are_written_in_words() -> None:
    cards = Cards(CATALOGUE, Words())
    plan = build_plan(ROUTINE, CATALOGUE, make_preferences())
    seconds = seconds_of(plan.phases)
    rows = [
        cards.row(str(place), place + 1, entry, seconds[place])
        for place, entry in enumerate(plan.entries)
    ]
    groups = cards.groups(rows)
    assert {group.title: [words for _, words in group.choices] for group in groups} == {
        "Position": ["on your back", "face down", "kneeling", "standing"],
        "Aim": ["stretch", "strength", "mobility", "fitness"],
        "Sides": ["both sides at once", "one side at a time", "sides in turn", "without sides"],
        "Time": ["up to 1 min", "up to 2 min", "up to 5 min"],
    }
    assert [group.one_only for group in groups] == [False, False, False, True]


def test_the_time_of_an_exercise_is_all_that_it_takes() -> None:
    plan = build_plan(ROUTINE, CATALOGUE, make_preferences())
    seconds = seconds_of(plan.phases)
    assert sum(seconds.values()) == plan.total_seconds
    assert seconds[0] == 10 + 20 + 5 + 20
    assert seconds_of(()) == {}


@pytest.mark.parametrize("routine", shipped_catalogue().routines.values(), ids=lambda r: r.id)
def test_every_choice_that_is_offered_finds_some(routine: Routine) -> None:
    catalogue = shipped_catalogue()
    cards = Cards(catalogue, Words())
    plan = build_plan(routine, catalogue, make_preferences())
    seconds = seconds_of(plan.phases)
    rows = [
        cards.row(str(place), place + 1, entry, seconds[place])
        for place, entry in enumerate(plan.entries)
    ]
    for group in cards.groups(rows):
        for choice, words in group.choices:
            assert words
            found = sum(wanted("", [choice]).fits(row.traits) for row in rows)
            assert found > 0
            if isinstance(choice, AtMost):
                assert found < len(rows)
