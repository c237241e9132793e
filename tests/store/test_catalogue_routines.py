"""Routines in files, and the person's own files beside the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.core.exercise import Side, SideOrder
from backcare.core.routine import Catalogue, Routine, RoutineItem
from backcare.store.routine_reader import MOST_ITEMS
from tests.builders import make_catalogue, make_dose, make_hold
from tests.store.marked import check_refusal, exercise_text, read, routine_text

if TYPE_CHECKING:
    from backcare.core.dose import Dose

HOLD = exercise_text(variants="[{id: on-step, name: On a step, steps: [Step up.]}]")
EACH = exercise_text(sides="each", order="block", limb="leg")
REPS = exercise_text(type="reps", dose="{}")
WALK = exercise_text(type="activity", sides="none", dose="{minutes: 3}")


def test_every_field_of_a_routine_is_read() -> None:
    catalogue = read(
        exercise_text(
            sides="each",
            order="block",
            limb="leg",
            variants="[{id: on-step, name: On a step, steps: [Step up.]}]",
        )
        + """\
routines:
  my-morning:
    name: My morning
    summary: Before breakfast.
    source: "900"
    items:
      - exercise: calf-stretch
      - exercise: calf-stretch
        dose: {hold: 15-20, reps: 4, sets: 2, rest: 0}
        order: alternate
        first_side: right
        heading: Legs
        variant: on-step
        note: Breathe.
        limited: Not too much.
        wait: yes
documents: {"900": A leaflet}
"""
    )
    assert catalogue.routines["my-morning"] == Routine(
        "my-morning",
        "My morning",
        "Before breakfast.",
        (
            RoutineItem("calf-stretch"),
            RoutineItem(
                "calf-stretch",
                dose=read_dose("{hold: 15-20, reps: 4, sets: 2, rest: 0}"),
                order=SideOrder.ALTERNATE,
                first_side=Side.RIGHT,
                heading="Legs",
                variant="on-step",
                note="Breathe.",
                limited="Not too much.",
                wait=True,
            ),
        ),
        source="900",
    )


def read_dose(typed: str) -> Dose:
    item = f"{{exercise: calf-stretch, dose: {typed}}}"
    return read(HOLD + routine_text(item)).routines["my-morning"].items[0].dose


def test_what_an_item_leaves_out_is_not_given() -> None:
    assert read_dose("{reps: 3}") == make_dose(reps=3)
    assert read_dose("{}") == make_dose()


@pytest.mark.parametrize(
    ("exercise", "item", "message"),
    [
        (HOLD, "{dose: {tempo: [3]}", "calf-stretch takes no tempo; it is of another type"),
        (HOLD, "{dose: {minutes: 3}", "calf-stretch takes no minutes; it is of another type"),
        (REPS, "{dose: {hold: 3}", "calf-stretch takes no hold; it is of another type"),
        (WALK, "{dose: {rest: 3}", "calf-stretch takes no rest; it is of another type"),
        (HOLD, "{order: block", "calf-stretch has no order of sides"),
        (HOLD, "{first_side: left", "calf-stretch has no sides"),
        (
            HOLD,
            "{variant: on-stpe",
            "calf-stretch has no variant 'on-stpe'; did you mean 'on-step'?",
        ),
        (EACH, "{variant: other", "calf-stretch has no variant 'other'"),
        (EACH, "{first_side: righ", "first_side is one of left, right, not 'righ'; "
         "did you mean 'right'?"),
        (EACH, "{order: side", "order is one of block, alternate, not 'side'"),
        (EACH, "{wait: perhaps", "wait is yes or no, not 'perhaps'"),
        (EACH, "{heading: " + "a" * 61, "heading has at most 60 characters, not 61"),
        (EACH, "{note: " + "a" * 161, "note has at most 160 characters, not 161"),
        (EACH, "{limited: " + "a" * 201, "limited has at most 200 characters, not 201"),
    ],
)  # fmt: skip
def test_an_item_that_does_not_fit_its_exercise_is_refused(
    exercise: str, item: str, message: str
) -> None:
    marked = item.replace(": ", ": ¦", 1) + ", exercise: calf-stretch}"
    check_refusal(exercise + routine_text(marked), message)


def test_each_misfit_of_an_item_is_told() -> None:
    check_refusal(
        WALK + routine_text("{exercise: calf-stretch, dose: ¦¦{reps: 3, sets: 2}}"),
        "calf-stretch takes no reps; it is of another type",
        "calf-stretch takes no sets; it is of another type",
    )


@pytest.mark.parametrize(
    ("routine", "messages"),
    [
        (
            routine_text("{exercise: ¦calf-strech}", "{exercise: ¦bridge}"),
            [
                "there is no exercise 'calf-strech'; did you mean 'calf-stretch'?",
                "there is no exercise 'bridge'",
            ],
        ),
        (routine_text("¦{dose: {}}"), ["an item needs the field 'exercise'"]),
        (routine_text("¦calf-stretch"), ["an item is a list of fields such as 'name: ...', "
         "not 'calf-stretch'"]),
        (
            routine_text("{exercise: calf-stretch, ¦reps: 3}"),
            ["an item has no field 'reps'; known are exercise, dose, order, heading, variant, "
             "note, limited, wait, first_side"],
        ),
        (
            routine_text(fields="\n    ¦item: []"),
            ["routine my-morning has no field 'item'; did you mean 'items'?"],
        ),
        (
            routine_text(fields="\n    source: ¦page-2") + "documents: {page-1: A page}\n",
            ["there is no document 'page-2'; did you mean 'page-1'?"],
        ),
        (
            routine_text(fields="\n    summary: ¦" + "a" * 161),
            ["summary has at most 160 characters, not 161"],
        ),
        ("routines:\n  my-morning: {name: a, items: ¦[]}\n",
         [f"a routine has 1 to {MOST_ITEMS} items, not 0"]),
        ("routines:\n  my-morning: {name: a, items: ¦calf-stretch}\n",
         ["items is a list, written [one, two] or with dashes"]),
        ("routines:\n  my-morning: ¦{name: a}\n",
         ["routine my-morning needs the field 'items'"]),
        ("routines:\n  my-morning: ¦{items: [{exercise: calf-stretch}]}\n",
         ["routine my-morning needs the field 'name'"]),
        ("routines:\n  my-morning: ¦text\n",
         ["routine my-morning is a list of fields such as 'name: ...', not 'text'"]),
    ],
)  # fmt: skip
def test_a_routine_that_does_not_fit_is_refused(routine: str, messages: list[str]) -> None:
    if "items: ¦calf" in routine:
        messages = [f"a routine has 1 to {MOST_ITEMS} items, not 0", *messages]
        routine = routine.replace("¦", "¦¦")
    check_refusal(HOLD + routine, *messages)


def test_a_routine_may_be_long_but_not_endless() -> None:
    items = ["{exercise: calf-stretch}"] * MOST_ITEMS
    assert len(read(HOLD + routine_text(*items)).routines["my-morning"].items) == MOST_ITEMS
    text = (HOLD + routine_text(*items, "{exercise: nothing}")).replace(
        "items:\n      - ", "items:\n      ¦- "
    )
    check_refusal(text, f"a routine has 1 to {MOST_ITEMS} items, not {MOST_ITEMS + 1}")


# The person's own files beside the shipped one

SHIPPED = Catalogue(
    make_catalogue(make_hold("bridge")).exercises,
    read(HOLD + routine_text(name="evening")).routines,
    {"d1": "A page"},
    {"s1": "A guide"},
)


def test_an_own_file_adds_to_what_is_there() -> None:
    own = read(
        exercise_text(easier="[bridge]", guidance="[s1]")
        + routine_text("{exercise: bridge}", "{exercise: calf-stretch}", fields="\n    source: d1"),
        SHIPPED,
    )
    assert list(own.exercises) == ["bridge", "calf-stretch"]
    assert list(own.routines) == ["evening", "my-morning"]
    assert own.own_exercises == {"calf-stretch"}
    assert own.own_routines == {"my-morning"}
    assert own.documents == {"d1": "A page"}


def test_a_second_own_file_adds_to_the_first() -> None:
    first = read(exercise_text(), SHIPPED)
    second = read(exercise_text("toe-stretch", easier="[calf-stretch]"), first)
    assert second.own_exercises == {"calf-stretch", "toe-stretch"}


def test_reading_an_own_file_leaves_the_shipped_catalogue_alone() -> None:
    before = (dict(SHIPPED.exercises), dict(SHIPPED.routines), dict(SHIPPED.documents))
    read(exercise_text() + routine_text() + "documents: {d2: Another}\n", SHIPPED)
    assert before == (SHIPPED.exercises, SHIPPED.routines, SHIPPED.documents)


def test_an_id_that_is_taken_is_refused() -> None:
    check_refusal(
        exercise_text("¦bridge") + routine_text("{exercise: bridge}", name="¦evening"),
        "the id 'bridge' is taken; choose another",
        "the id 'evening' is taken; choose another",
        base=SHIPPED,
    )


def test_a_routine_may_have_the_id_of_an_exercise() -> None:
    own = read(exercise_text("evening") + routine_text("{exercise: evening}", name="bridge"),
               SHIPPED)  # fmt: skip
    assert own.own_exercises == {"evening"}
    assert own.own_routines == {"bridge"}


@pytest.mark.parametrize("group", ["documents: {¦d1: Mine}", "references: {¦s1: Mine}"])
def test_a_title_that_is_taken_is_refused(group: str) -> None:
    name = group.split("¦")[1][:2]
    check_refusal(group, f"the id {name!r} is taken; choose another", base=SHIPPED)


@pytest.mark.parametrize("group", ["documents: {¦A B: Mine}", "references: {¦A B: Mine}"])
def test_a_title_has_an_id_like_any_other(group: str) -> None:
    message = "an id is made of 2 to 64 small letters, digits and hyphens, not 'A B'"
    check_refusal(group, message)
