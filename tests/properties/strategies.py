"""Catalogues, routines and preferences of every shape, small enough to look at."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from backcare.core.dose import DoseOverride, RangeChoice, Span
from backcare.core.exercise import Exercise, Position, Side, SideOrder, Sides, Tag
from backcare.core.routine import Catalogue, Level, Routine
from backcare.core.settings import CareChoice, FirstSide, Preferences, Settings
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

NAMES = ("one", "two", "three")


@dataclass(frozen=True)
class Case:
    """All that a plan is made from."""

    routine: Routine
    catalogue: Catalogue
    preferences: Preferences
    level: Level


def spans(low: int, high: int) -> st.SearchStrategy[Span]:
    """Ranges within bounds, of one number or more."""
    return st.builds(
        lambda start, length: Span(start, min(high, start + length)),
        st.integers(low, high),
        st.integers(0, 10),
    )


# Strategies that are drawn from often are built once.
KINDS = st.sampled_from(["hold", "open hold", "moves", "activity"])
SIDES = st.sampled_from(Sides)
ORDERS = st.sampled_from(SideOrder)
OWN_ORDERS = st.none() | ORDERS
FIRST_SIDES = st.sampled_from(Side)
POSITIONS = st.sampled_from(Position)
LEVELS = st.sampled_from(Level)
HOLDS = spans(1, 90)
CAPS = st.integers(1, 90)
REPS = spans(1, 5)
SETS = st.integers(1, 3)
RESTS = st.none() | st.integers(0, 20)
MINUTES = st.integers(1, 5)
TEMPOS = st.none() | st.lists(st.integers(1, 5), min_size=1, max_size=3).map(tuple)
OWN_HOLDS, OWN_REPS, OWN_SETS = st.none() | HOLDS, st.none() | REPS, st.none() | SETS
OWN_MINUTES = st.none() | MINUTES
TAGS = st.lists(st.sampled_from(Tag), max_size=2, unique=True).map(tuple)
EASIER = st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple)


@st.composite
def exercises(draw: st.DrawFn, name: str) -> Exercise:
    """An exercise of any kind."""
    tags, easier = draw(TAGS), draw(EASIER)
    kind = draw(KINDS)
    if kind == "activity":
        return make_activity(name, minutes=draw(MINUTES), tags=tags, easier=easier)
    sides = draw(SIDES)
    order = draw(ORDERS)
    position = draw(POSITIONS)
    reps, sets, rest = draw(REPS), draw(SETS), draw(RESTS)
    if kind == "moves":
        return make_moves(
            name,
            tempo=draw(TEMPOS),
            reps=reps,
            sets=sets,
            rest=rest,
            sides=sides,
            order=order,
            position=position,
            tags=tags,
            easier=easier,
        )
    return make_hold(
        name,
        seconds=draw(HOLDS),
        reps=reps,
        sets=sets,
        rest=rest,
        cap=draw(CAPS),
        open_hold=kind == "open hold",
        sides=sides,
        order=order,
        position=position,
        tags=tags,
        easier=easier,
    )


@st.composite
def routines(draw: st.DrawFn, catalogue: Catalogue) -> Routine:
    """A routine of exercises of the catalogue, each with as much of a dose as it may have."""
    items = []
    for exercise in draw(
        st.lists(st.sampled_from(list(catalogue.exercises.values())), min_size=1, max_size=3)
    ):
        activity = exercise.dose.minutes is not None
        moves = not activity and not exercise.has_holds
        prescribed = make_dose(
            hold=draw(OWN_HOLDS) if exercise.has_holds else None,
            tempo=draw(TEMPOS) if moves else None,
            minutes=draw(OWN_MINUTES) if activity else None,
            reps=None if activity else draw(OWN_REPS),
            sets=None if activity else draw(OWN_SETS),
            rest=None if activity else draw(RESTS),
        )
        items.append(
            make_item(
                exercise,
                dose=prescribed,
                order=draw(OWN_ORDERS),
                first_side=draw(FIRST_SIDES),
                wait=draw(st.booleans()),
            )
        )
    return make_routine(*items)


SETTINGS = st.builds(
    Settings,
    hold_scale_percent=st.integers(25, 200),
    range_choice=st.sampled_from(RangeChoice),
    first_side=st.sampled_from(FirstSide),
    prepare_seconds=st.integers(3, 120),
    prepare_change_seconds=st.integers(3, 180),
    rest_seconds=st.integers(0, 20),
    switch_seconds=st.integers(3, 60),
    alternating_switch_seconds=st.integers(1, 60),
    set_rest_seconds=st.integers(0, 40),
    wait_before_exercise=st.booleans(),
    pregnant=st.booleans(),
    osteoporosis=st.booleans(),
    recent_disc_trouble=st.booleans(),
    advanced_moves=st.booleans(),
    care_choice=st.sampled_from(CareChoice),
)


OVERRIDES = st.builds(
    DoseOverride,
    hold_seconds=st.none() | st.integers(1, 120),
    reps=st.none() | st.integers(1, 5),
    sets=st.none() | st.integers(1, 3),
    rest_seconds=RESTS,
)
ALL_OVERRIDES = st.dictionaries(st.sampled_from(NAMES), OVERRIDES, max_size=2)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Everything for one plan."""
    catalogue = make_catalogue(*(draw(exercises(name)) for name in NAMES))
    preferences = make_preferences(
        draw(SETTINGS),
        doses=draw(ALL_OVERRIDES),
    )
    return Case(draw(routines(catalogue)), catalogue, preferences, draw(LEVELS))
