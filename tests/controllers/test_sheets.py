from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.controllers.detailing import entry_of
from backcare.controllers.sheets import Sheets
from backcare.core.dose import DoseOverride
from backcare.core.exercise import Exercise, SideOrder, Sides, Tag
from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.core.settings import CareChoice, Preferences, Settings
from backcare.core.words import Words
from backcare.ui.exercise_sheet import DoseNumber, Exchange, Neighbour, Role, Swap
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

if TYPE_CHECKING:
    from backcare.core.routine import RoutineItem
    from backcare.ui.exercise_sheet import ExerciseSheet

WORDS = Words()
TILT = make_hold("pelvic-tilt", seconds=10, reps=2)
CAT = make_moves("cat-cow", reps=5)
BIRD_DOG = make_hold("bird-dog")
SUPERMAN = make_hold("superman", tags=(Tag.ADVANCED,), easier=("bird-dog", "gone"))
FRAIL = make_hold("bending", tags=(Tag.OSTEOPOROSIS,), easier=("bird-dog",))
PLANK = make_hold("plank", seconds=20, cap=60, open_hold=True)
EVERYTHING = (TILT, CAT, BIRD_DOG, SUPERMAN, FRAIL, PLANK, make_activity(minutes=10))


def sheet_of(
    item: RoutineItem | Exercise,
    preferences: Preferences | None = None,
    *,
    level: Level | None = None,
    back: str = "",
) -> ExerciseSheet:
    """The sheet of an exercise that is all of a routine."""
    routine = make_routine(item)
    others = (item,) if isinstance(item, Exercise) else ()
    catalogue = make_catalogue(*EVERYTHING, *others, routines=(routine,))
    chosen = preferences or make_preferences()
    plan = build_plan(routine, catalogue, chosen, level)
    return Sheets(catalogue, WORDS, lambda: chosen).sheet(plan.entries[0], plan, back)


def sheet_among_all(exercise: Exercise, preferences: Preferences) -> ExerciseSheet:
    """The sheet of an exercise where no routine is chosen."""
    catalogue = make_catalogue(*EVERYTHING)
    entry = entry_of(exercise.id, catalogue, preferences)
    return Sheets(catalogue, WORDS, lambda: preferences).sheet(entry, None)


def own(exercise: Exercise, **numbers: int) -> Preferences:
    return make_preferences(doses={exercise.id: DoseOverride(**numbers)})


# The dose


def test_the_numbers_are_those_that_mean_something() -> None:
    assert sheet_of(TILT).numbers == (
        DoseNumber("hold_seconds", 10, 1, 600, 10),
        DoseNumber("reps", 2, 1, 100, 2),
        DoseNumber("sets", 1, 1, 20, 1),
        DoseNumber("rest_seconds", 5, 0, 600, 5),
    )
    assert [each.field for each in sheet_of(CAT).numbers] == ["reps", "sets", "rest_seconds"]
    assert sheet_of(EVERYTHING[-1]).numbers == (DoseNumber("minutes", 10, 1, 180, 10),)


def test_a_routine_that_takes_turns_has_no_rest() -> None:
    stretch = make_hold("stretch", sides=Sides.EACH)
    fields = [each.field for each in sheet_of(stretch).numbers]
    assert fields[-1] == "rest_seconds"
    in_turns = sheet_of(replace(stretch, order=SideOrder.ALTERNATE))
    assert [each.field for each in in_turns.numbers] == fields[:-1]
    assert in_turns.per_side
    assert not sheet_of(TILT).per_side


def test_an_own_number_stands_beside_the_one_without_it() -> None:
    sheet = sheet_of(TILT, own(TILT, hold_seconds=15, reps=2))
    assert sheet.number("hold_seconds") == DoseNumber("hold_seconds", 15, 1, 600, 10, own=True)
    assert sheet.number("reps") == DoseNumber("reps", 2, 1, 100, 2)
    assert sheet.number("minutes") is None


def test_without_an_own_number_that_of_level_and_routine_applies() -> None:
    item = make_item(TILT, dose=make_dose(reps=12))
    for level, reps in ((Level.GENTLE, 2), (Level.AS_WRITTEN, 12)):
        number = sheet_of(item, own(TILT, reps=7), level=level).number("reps")
        assert number is not None
        assert (number.number, number.without) == (7, reps)


@pytest.mark.parametrize(
    ("exercise", "numbers", "text"),
    [
        (TILT, {}, ""),
        (TILT, {"hold_seconds": 15}, "Changed from hold 10 s"),
        (TILT, {"hold_seconds": 15, "reps": 3}, "Changed from hold 10 s, 2 reps"),
        (TILT, {"sets": 3, "rest_seconds": 9}, "Changed from 1 set, rest 5 s"),
        (EVERYTHING[-1], {"minutes": 20}, "Changed from 10 min"),
        (TILT, {"reps": 2}, ""),
    ],
)
def test_what_was_before_is_told(exercise: Exercise, numbers: dict[str, int], text: str) -> None:
    changed = sheet_of(exercise, own(exercise, **numbers)).changed
    assert changed.replace("\N{NO-BREAK SPACE}", " ") == text


def test_a_routine_says_how_long_it_takes_there() -> None:
    takes = sheet_of(TILT).takes.replace("\N{NO-BREAK SPACE}", " ")
    assert takes == "This exercise takes 35 s here."
    longer = sheet_of(TILT, own(TILT, reps=3)).takes.replace("\N{NO-BREAK SPACE}", " ")
    assert longer == "This exercise takes 50 s here."
    assert sheet_among_all(TILT, make_preferences()).takes == ""


def test_an_open_hold_ends_at_its_ceiling_with_the_reason() -> None:
    sheet = sheet_of(PLANK, own(PLANK, hold_seconds=300))
    number = sheet.number("hold_seconds")
    assert number is not None
    assert (number.number, number.high) == (60, 60)
    assert sheet.dose_note.startswith("No hold here is longer than 1 min:")
    assert sheet_of(PLANK).dose_note == ""


def test_the_routines_own_reason_for_a_limit_comes_first() -> None:
    item = make_item(PLANK, dose=make_dose(hold=30), limited="60 at most, as hips sag.")
    preferences = own(PLANK, hold_seconds=60)
    assert sheet_of(item, preferences, level=Level.AS_WRITTEN).dose_note == item.limited
    assert sheet_of(item, preferences, level=Level.GENTLE).dose_note != item.limited


def test_a_hold_beyond_the_usual_is_told_so() -> None:
    assert sheet_of(TILT, own(TILT, hold_seconds=30)).dose_note == ""
    note = sheet_of(TILT, own(TILT, hold_seconds=31)).dose_note
    assert note == "More than usual: a hold of up to 30 s is enough."
    item = make_item(TILT, dose=make_dose(hold=45))
    for seconds, told in ((45, False), (50, True)):
        preferences = own(TILT, hold_seconds=seconds)
        note = sheet_of(item, preferences, level=Level.AS_WRITTEN).dose_note
        assert note.startswith("More than usual") is told


# Care, and what is done instead


def names(*ids: str) -> tuple[Neighbour, ...]:
    return tuple(Neighbour(each, each.replace("-", " ").capitalize()) for each in ids)


def test_easier_and_harder_exercises_can_be_looked_at() -> None:
    sheet = sheet_of(replace(SUPERMAN, harder=("plank",)))
    assert (sheet.easier, sheet.harder) == (names("bird-dog"), names("plank"))
    assert sheet.original == Neighbour("superman", "Superman")


def test_a_demanding_exercise_is_offered_with_an_easier_one_instead() -> None:
    sheet = sheet_of(SUPERMAN)
    assert sheet.urgent
    assert sheet.offer == Neighbour("bird-dog", "Bird dog")
    keen = sheet_of(SUPERMAN, make_preferences(Settings(advanced_moves=True)))
    assert (keen.urgent, keen.offer) == (False, None)


def test_an_exercise_to_take_care_with_is_offered_with_another_instead() -> None:
    careful = make_preferences(Settings(osteoporosis=True, care_choice=CareChoice.SHOW))
    sheet = sheet_of(FRAIL, careful)
    assert sheet.cautions == (WORDS.care(Tag.OSTEOPOROSIS),)
    assert (sheet.urgent, sheet.offer) == (True, Neighbour("bird-dog", "Bird dog"))
    assert sheet_of(FRAIL).offer is None


def test_where_there_is_nothing_easier_nothing_is_offered() -> None:
    alone = make_hold("alone", tags=(Tag.ADVANCED,))
    assert sheet_of(alone).offer is None


SWAPPED = make_preferences(swaps={"superman": "bird-dog", "gone": "bird-dog", "plank": "gone"})
SWAP = Swap(Neighbour("superman", "Superman"), Neighbour("bird-dog", "Bird dog"))


def test_what_the_person_does_instead_says_so_and_can_be_undone() -> None:
    sheet = sheet_of(SUPERMAN, SWAPPED)
    assert sheet.exercise == "bird-dog"
    assert sheet.exchanges == (Exchange(Role.STANDS_IN, SWAP),)
    assert sheet.original == SWAP.original


def test_what_care_does_instead_says_so_and_is_not_undone_here() -> None:
    sheet = sheet_of(FRAIL, make_preferences(Settings(osteoporosis=True)))
    (exchange,) = sheet.exchanges
    assert (exchange.role, exchange.by_person) == (Role.STANDS_IN, False)
    assert exchange.swap.original == Neighbour("bending", "Bending")


def test_among_all_exercises_both_sides_of_an_exchange_tell_of_it() -> None:
    replaced = sheet_among_all(SUPERMAN, SWAPPED)
    assert replaced.exchanges == (Exchange(Role.REPLACED, SWAP),)
    assert replaced.offer is None
    stands_in = sheet_among_all(BIRD_DOG, SWAPPED)
    assert stands_in.exchanges == (Exchange(Role.STANDS_IN, SWAP),)
    assert stands_in.original == SWAP.easier
    assert sheet_among_all(PLANK, SWAPPED).exchanges == ()


def test_an_exercise_in_its_own_place_stands_in_for_nothing() -> None:
    assert sheet_of(BIRD_DOG, SWAPPED).exchanges == ()


def test_there_is_a_way_back_where_somebody_came_from() -> None:
    assert sheet_of(TILT).back is None
    assert sheet_of(TILT, back="plank").back == Neighbour("plank", "Plank")


# What else


def test_position_and_aims_are_one_line_and_muscles_a_note() -> None:
    sheet = sheet_of(replace(TILT, muscles=("belly", "buttocks")))
    assert sheet.about == "On your back"
    assert dict(sheet.notes) == {"Works on": "Belly, buttocks"}
