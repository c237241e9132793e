"""What a person told the program decides which exercises are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.core.care import Choice, choose, tags_that_apply
from backcare.core.exercise import Exercise, Side, SideOrder, Sides, Tag
from backcare.core.settings import CareChoice, Settings
from tests.builders import (
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_routine,
)

if TYPE_CHECKING:
    from backcare.core.routine import RoutineItem

EVERY_TAG = tuple(Tag)
OSTEOPOROSIS = Settings(osteoporosis=True)


def chosen(
    *exercises: Exercise, settings: Settings = OSTEOPOROSIS, item: RoutineItem | None = None
) -> Choice:
    """What becomes of the first exercise where the others are in the catalogue too."""
    routine = make_routine(item or exercises[0])
    (choice,) = choose(routine, make_catalogue(*exercises), settings)
    return choice


@pytest.mark.parametrize(
    ("settings", "tags"),
    [
        (Settings(), ()),
        (Settings(pregnant=True), (Tag.PREGNANCY_LIMIT, Tag.PREGNANCY_AVOID)),
        (Settings(osteoporosis=True), (Tag.OSTEOPOROSIS,)),
        (Settings(recent_disc_trouble=True), (Tag.DISC,)),
        (Settings(advanced_moves=True), ()),
        (
            Settings(pregnant=True, osteoporosis=True, recent_disc_trouble=True),
            (Tag.PREGNANCY_LIMIT, Tag.PREGNANCY_AVOID, Tag.OSTEOPOROSIS, Tag.DISC),
        ),
    ],
)
def test_the_tags_that_apply_are_those_the_person_told_of(
    settings: Settings, tags: tuple[Tag, ...]
) -> None:
    assert tags_that_apply(make_hold(tags=EVERY_TAG), settings) == tags


def test_no_tag_applies_to_an_exercise_without_tags() -> None:
    everything = Settings(pregnant=True, osteoporosis=True, recent_disc_trouble=True)
    assert tags_that_apply(make_hold(), everything) == ()


def test_an_exercise_that_nothing_speaks_against_is_kept_as_it_is() -> None:
    exercise = make_hold(tags=(Tag.DISC,), easier=("easy",))
    item = make_item(exercise, dose=make_dose(hold=5), heading="Warm up")
    choice = chosen(exercise, make_hold("easy"), item=item)
    assert choice == Choice(exercise, item, exercise, ())
    assert not choice.swapped


@pytest.mark.parametrize("care", list(CareChoice))
def test_an_advanced_exercise_stays_in_its_routine(care: CareChoice) -> None:
    exercise = make_hold("superman", tags=(Tag.ADVANCED,), easier=("bird-dog",))
    everything = Settings(
        pregnant=True, osteoporosis=True, recent_disc_trouble=True, care_choice=care
    )
    choice = chosen(exercise, make_hold("bird-dog"), settings=everything)
    assert choice.exercise is exercise


@pytest.mark.parametrize("care", list(CareChoice))
def test_a_tag_that_only_limits_keeps_the_exercise_and_its_caution(care: CareChoice) -> None:
    exercise = make_hold(tags=(Tag.PREGNANCY_LIMIT,), easier=("easy",))
    choice = chosen(exercise, make_hold("easy"), settings=Settings(pregnant=True, care_choice=care))
    assert choice.exercise is exercise
    assert choice.tags == (Tag.PREGNANCY_LIMIT,)


@pytest.mark.parametrize(
    ("tag", "settings"),
    [
        (Tag.PREGNANCY_AVOID, Settings(pregnant=True)),
        (Tag.OSTEOPOROSIS, Settings(osteoporosis=True)),
        (Tag.DISC, Settings(recent_disc_trouble=True)),
    ],
)
def test_every_other_tag_swaps_the_exercise_for_its_easier_neighbour(
    tag: Tag, settings: Settings
) -> None:
    exercise, easier = make_hold("hard", tags=(tag,), easier=("easy",)), make_hold("easy")
    choice = chosen(exercise, easier, settings=settings)
    assert choice.exercise is easier
    assert choice.original is exercise
    assert choice.tags == (tag,)
    assert choice.swapped


def test_a_limiting_tag_beside_another_does_not_keep_the_exercise() -> None:
    exercise = make_hold(tags=(Tag.PREGNANCY_LIMIT, Tag.PREGNANCY_AVOID))
    assert chosen(exercise, settings=Settings(pregnant=True)).exercise is None


def test_showing_keeps_the_exercise_with_its_caution() -> None:
    exercise = make_hold(tags=(Tag.OSTEOPOROSIS,), easier=("easy",))
    settings = Settings(osteoporosis=True, care_choice=CareChoice.SHOW)
    choice = chosen(exercise, make_hold("easy"), settings=settings)
    assert choice.exercise is exercise
    assert choice.tags == (Tag.OSTEOPOROSIS,)
    assert not choice.swapped


def test_skipping_leaves_the_exercise_out_even_where_there_is_an_easier_one() -> None:
    exercise = make_hold(tags=(Tag.OSTEOPOROSIS,), easier=("easy",))
    item = make_item(exercise, dose=make_dose(hold=5))
    settings = Settings(osteoporosis=True, care_choice=CareChoice.SKIP)
    choice = chosen(exercise, make_hold("easy"), settings=settings, item=item)
    assert choice == Choice(None, item, exercise, (Tag.OSTEOPOROSIS,))
    assert not choice.swapped


def test_swapping_becomes_leaving_out_where_there_is_no_easier_exercise() -> None:
    assert chosen(make_hold(tags=(Tag.OSTEOPOROSIS,))).exercise is None


def test_swapping_becomes_leaving_out_where_every_easier_exercise_is_stopped_too() -> None:
    choice = chosen(
        make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("easier",)),
        make_hold("easier", tags=(Tag.OSTEOPOROSIS,)),
    )
    assert choice.exercise is None


def test_an_easier_exercise_that_is_only_limited_may_stand_in() -> None:
    settings = Settings(pregnant=True)
    choice = chosen(
        make_hold("hard", tags=(Tag.PREGNANCY_AVOID,), easier=("easy",)),
        make_hold("easy", tags=(Tag.PREGNANCY_LIMIT,)),
        settings=settings,
    )
    assert choice.exercise is not None
    assert choice.exercise.id == "easy"


def test_the_nearest_easier_exercise_stands_in() -> None:
    choice = chosen(
        make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("first", "second")),
        make_hold("first"),
        make_hold("second"),
    )
    assert choice.item.exercise == "first"


def test_a_stopped_neighbour_is_passed_over_for_the_one_beside_it() -> None:
    choice = chosen(
        make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("stopped", "beside")),
        make_hold("stopped", tags=(Tag.OSTEOPOROSIS,), easier=("below",)),
        make_hold("beside"),
        make_hold("below"),
    )
    assert choice.item.exercise == "beside"


def test_neighbours_of_neighbours_are_searched_when_the_near_ones_are_stopped() -> None:
    choice = chosen(
        make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("stopped",)),
        make_hold("stopped", tags=(Tag.OSTEOPOROSIS,), easier=("below",)),
        make_hold("below"),
    )
    assert choice.item.exercise == "below"


def test_exercises_that_name_each_other_as_easier_do_not_lead_round_in_circles() -> None:
    choice = chosen(
        make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("stopped",)),
        make_hold("stopped", tags=(Tag.OSTEOPOROSIS,), easier=("hard", "stopped")),
    )
    assert choice.exercise is None


def test_an_easier_neighbour_that_is_not_in_the_catalogue_is_passed_over() -> None:
    choice = chosen(
        make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("missing", "easy")),
        make_hold("easy"),
    )
    assert choice.item.exercise == "easy"


def test_the_prescribed_dose_does_not_follow_to_the_exercise_that_stands_in() -> None:
    hard = make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("easy",), sides=Sides.EACH)
    item = make_item(
        hard,
        dose=make_dose(hold=60, reps=20),
        order=SideOrder.ALTERNATE,
        first_side=Side.RIGHT,
        heading="Warm up",
        variant="bent-knee",
        wait=True,
    )
    choice = chosen(hard, make_hold("easy"), item=item)
    assert choice.item == make_item("easy", first_side=Side.RIGHT, heading="Warm up", wait=True)


def test_every_item_is_chosen_for_in_the_order_of_the_routine() -> None:
    first, second = make_hold("first"), make_hold("second", tags=(Tag.OSTEOPOROSIS,))
    routine = make_routine(second, first, second)
    choices = choose(routine, make_catalogue(first, second), OSTEOPOROSIS)
    assert [choice.original for choice in choices] == [second, first, second]
    assert [choice.exercise for choice in choices] == [None, first, None]
