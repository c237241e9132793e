"""What a person told the program decides which exercises are done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.core.care import (
    Choice,
    choose,
    kinder,
    nearest_easier,
    replacement,
    tags_that_apply,
)
from backcare.core.exercise import Exercise, Side, SideOrder, Sides, Tag
from backcare.core.settings import CareChoice, Settings
from tests.builders import (
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_routine,
)
from tests.shipped import shipped_catalogue

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


# What the person does instead


BIRD_DOG = make_hold("bird-dog")
SUPERMAN = make_hold("superman", tags=(Tag.ADVANCED,), easier=("bird-dog",))
FRAIL = make_hold("bending", tags=(Tag.OSTEOPOROSIS,), easier=("bird-dog",))


def swapped(
    swaps: dict[str, str], *exercises: Exercise, settings: Settings = OSTEOPOROSIS
) -> Choice:
    """What becomes of the first exercise where the person exchanges some."""
    routine = make_routine(exercises[0])
    (choice,) = choose(routine, make_catalogue(*exercises), settings, swaps)
    return choice


def test_what_the_person_exchanges_is_done_instead_with_a_dose_of_its_own() -> None:
    item = make_item(SUPERMAN, dose=make_dose(hold=9), heading="Core", note="Slowly.")
    (choice,) = choose(
        make_routine(item),
        make_catalogue(SUPERMAN, BIRD_DOG),
        Settings(),
        {"superman": "bird-dog"},
    )
    assert choice == Choice(
        BIRD_DOG, make_item("bird-dog", heading="Core"), SUPERMAN, (), by_person=True
    )
    assert choice.swapped


@pytest.mark.parametrize("swaps", [{}, {"superman": "gone"}, {"gone": "bird-dog"}])
def test_an_exchange_with_what_is_not_there_changes_nothing(swaps: dict[str, str]) -> None:
    choice = swapped(swaps, SUPERMAN, BIRD_DOG)
    assert choice.exercise is SUPERMAN
    assert (choice.swapped, choice.by_person) == (False, False)


def test_care_is_taken_with_what_the_person_chose() -> None:
    choice = swapped({"superman": "bending"}, SUPERMAN, FRAIL, BIRD_DOG)
    assert choice.exercise is BIRD_DOG
    assert (choice.tags, choice.by_person) == ((Tag.OSTEOPOROSIS,), True)
    left_out = swapped({"superman": "bending"}, SUPERMAN, FRAIL)
    assert left_out.exercise is None


def test_what_the_person_chose_comes_before_what_care_would_choose() -> None:
    choice = swapped({"bending": "plank"}, FRAIL, BIRD_DOG, make_hold("plank"))
    assert choice.item.exercise == "plank"
    assert choice.tags == ()


def test_care_may_lead_back_to_what_the_routine_names() -> None:
    hard = make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("mild",))
    item = make_item("mild", dose=make_dose(hold=5))
    catalogue = make_catalogue(make_hold("mild"), hard)
    (choice,) = choose(make_routine(item), catalogue, OSTEOPOROSIS, {"mild": "hard"})
    assert (choice.item, choice.swapped) == (item, False)


def test_what_stands_in_may_be_replaced_in_turn_but_never_in_a_circle() -> None:
    catalogue = make_catalogue(*(make_hold(name) for name in "abc"))

    def ends(swaps: dict[str, str]) -> str:
        return replacement(catalogue.exercises["a"], catalogue, swaps).id

    assert ends({"a": "b", "b": "c"}) == "c"
    assert ends({"a": "b", "b": "a"}) == "b"
    assert ends({"a": "b", "b": "c", "c": "b"}) == "c"
    assert ends({"a": "a"}) == "a"


def test_the_nearest_easier_exercise_is_offered_to_anybody() -> None:
    catalogue = make_catalogue(SUPERMAN, BIRD_DOG)
    assert nearest_easier(SUPERMAN, catalogue, Settings()) is BIRD_DOG
    assert nearest_easier(BIRD_DOG, catalogue, Settings()) is None


def test_instead_of_a_demanding_exercise_the_gentlest_neighbour_is_offered() -> None:
    names = ("swimming", "bird-dog", "bending")
    hard = make_hold("superman", tags=(Tag.ADVANCED,), easier=(*names, "gone"))
    catalogue = make_catalogue(hard, make_hold("swimming"), BIRD_DOG, FRAIL)
    assert kinder(hard, catalogue, Settings()) is FRAIL
    assert kinder(hard, catalogue, OSTEOPOROSIS) is BIRD_DOG
    frail_only = make_hold("superman", tags=(Tag.ADVANCED,), easier=("bending",))
    assert kinder(frail_only, make_catalogue(FRAIL, BIRD_DOG), OSTEOPOROSIS) is BIRD_DOG


def test_instead_of_another_exercise_the_nearest_one_is_offered() -> None:
    first, second = make_hold("first"), make_hold("second")
    hard = make_hold("hard", tags=(Tag.DISC,), easier=("first", "second"))
    assert kinder(hard, make_catalogue(hard, first, second), Settings()) is first


# Nothing twice


def stand_ins(*named: Exercise, others: tuple[Exercise, ...]) -> list[str]:
    """What is done in a routine that names these, where the others are in the catalogue too."""
    choices = choose(make_routine(*named), make_catalogue(*named, *others), OSTEOPOROSIS)
    return ["" if choice.exercise is None else choice.exercise.id for choice in choices]


def test_an_easier_exercise_stands_in_once_and_then_the_next_one_does() -> None:
    easy = (make_hold("first"), make_hold("second"))
    hard = [
        make_hold(name, tags=(Tag.OSTEOPOROSIS,), easier=("first", "second"))
        for name in ("a", "b", "c")
    ]
    assert stand_ins(*hard, others=easy) == ["first", "second", ""]


def test_what_the_routine_names_itself_stands_in_for_nothing_wherever_it_comes() -> None:
    hard = make_hold("hard", tags=(Tag.OSTEOPOROSIS,), easier=("easy",))
    easy = make_hold("easy", easier=("easiest",))
    assert stand_ins(hard, easy, others=()) == ["", "easy"]
    assert stand_ins(hard, easy, others=(make_hold("easiest"),)) == ["easiest", "easy"]


def test_a_routine_that_names_an_exercise_twice_keeps_both() -> None:
    assert stand_ins(make_hold("easy"), make_hold("easy"), others=()) == ["easy", "easy"]


@pytest.mark.parametrize(
    "settings",
    [OSTEOPOROSIS, Settings(pregnant=True), Settings(recent_disc_trouble=True)],
    ids=["osteoporosis", "pregnant", "disc"],
)
def test_no_shipped_routine_repeats_what_it_did_not_repeat_itself(settings: Settings) -> None:
    catalogue = shipped_catalogue()
    for routine in catalogue.routines.values():
        done = [c.exercise.id for c in choose(routine, catalogue, settings) if c.exercise]
        named = [item.exercise for item in routine.items]
        repeated = {each for each in done if done.count(each) > max(1, named.count(each))}
        assert not repeated, routine.id


def test_what_hurt_is_not_offered_as_something_easier() -> None:
    catalogue = make_catalogue(
        make_hold("hard", easier=("first", "second")), make_hold("first"), make_hold("second")
    )
    hard = catalogue.exercises["hard"]
    offered = nearest_easier(hard, catalogue, Settings(), without={"first"})
    assert offered is catalogue.exercises["second"]
    assert nearest_easier(hard, catalogue, Settings(), without={"first", "second"}) is None
