"""The five shipped routines: their order, their doses and their sides."""

from __future__ import annotations

import pytest

from backcare.core.dose import Dose, Span
from backcare.core.exercise import Side, SideOrder
from tests.builders import make_dose
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()
NONE = make_dose()

# What each document prescribes, in its order.
PRESCRIBED: dict[str, list[tuple[str, Dose]]] = {
    "seven-for-relief": [
        ("knee-to-chest", make_dose(hold=15, reps=10)),
        ("straight-leg-raise", make_dose(hold=15, reps=10)),
        ("knee-rolls", make_dose(reps=10)),
        ("prone-leg-lift", make_dose(hold=15, reps=10)),
        ("prone-press-up", make_dose(hold=15, reps=10)),
        ("partial-sit-up", make_dose(reps=10)),
        ("standing-back-extension", make_dose(hold=15, reps=10)),
    ],
    "seven-to-end-pain": [
        ("lying-hamstring", make_dose(hold=30, reps=2)),
        ("knee-to-chest", make_dose(hold=Span(15, 20), reps=1)),
        ("double-knee-to-chest", make_dose(hold=Span(15, 20), reps=1)),
        ("pelvic-lift", make_dose(hold=Span(5, 10), reps=10, sets=3)),
        ("seated-forward-bend", make_dose(hold=15, reps=2)),
        ("standing-lunge", NONE),
        ("deep-squat", make_dose(reps=10, sets=3)),
    ],
    "bridge-and-ball": [
        ("heel-raise-bridge", NONE),
        ("heel-raise-bridge-arms", NONE),
        ("double-knee-to-chest", NONE),
        ("ball-curl", NONE),
        ("knee-to-chest", NONE),
        ("standing-hip-stretch", NONE),
    ],
    "six-areas": [
        ("chair-hamstring", NONE),
        ("cat-cow", NONE),
        ("childs-pose", NONE),
        ("bridge", NONE),
        ("bird-dog", NONE),
        ("plank", make_dose(hold=30, reps=1)),
        ("walking", NONE),
        ("cycling", NONE),
        ("swimming", NONE),
        ("cobra", NONE),
        ("pilates-swimming", NONE),
        ("standing-forward-bend", NONE),
        ("dead-bug", NONE),
        ("russian-twist", NONE),
        ("superman", NONE),
        ("pelvic-tilt", NONE),
        ("kneeling-hip-flexor", make_dose(hold=Span(20, 30))),
        ("seated-twist", NONE),
    ],
    "eleven-best": [
        ("childs-pose", NONE),
        ("knee-to-chest", NONE),
        ("piriformis", NONE),
        ("cobra", NONE),
        ("cat-cow", NONE),
        ("seated-forward-bend", NONE),
        ("low-lunge", NONE),
        ("bird-dog", NONE),
        ("superman", NONE),
        ("partial-sit-up", NONE),
        ("side-plank", make_dose(hold=30, reps=1)),
    ],
}
SOURCES = dict(zip(PRESCRIBED, ("000", "001", "002", "003", "004"), strict=True))


def test_the_routines_are_these_in_this_order() -> None:
    assert list(CATALOGUE.routines) == list(PRESCRIBED)
    assert {name: routine.source for name, routine in CATALOGUE.routines.items()} == SOURCES


@pytest.mark.parametrize("name", PRESCRIBED)
def test_a_routine_asks_for_what_its_document_prescribes(name: str) -> None:
    items = CATALOGUE.routines[name].items
    assert [(item.exercise, item.dose) for item in items] == PRESCRIBED[name]


@pytest.mark.parametrize("name", PRESCRIBED)
def test_every_exercise_of_a_routine_comes_from_its_document(name: str) -> None:
    for item in CATALOGUE.routines[name].items:
        sources = CATALOGUE.exercises[item.exercise].sources
        assert any(source.startswith(SOURCES[name] + ".") for source in sources), item.exercise


def test_six_areas_has_its_six_headings() -> None:
    headings = [(i, each.heading) for i, each in enumerate(CATALOGUE.routines["six-areas"].items)]
    assert [(index, heading) for index, heading in headings if heading] == [
        (0, "Stretching"),
        (3, "Strengthening"),
        (6, "Low-impact cardio"),
        (9, "Yoga and Pilates"),
        (12, "Core"),
        (15, "Flexibility and mobility"),
    ]
    others = [routine for name, routine in CATALOGUE.routines.items() if name != "six-areas"]
    assert not any(item.heading for routine in others for item in routine.items)


def test_sides_begin_where_the_document_begins() -> None:
    right = [
        (name, item.exercise)
        for name, routine in CATALOGUE.routines.items()
        for item in routine.items
        if item.first_side is Side.RIGHT
    ]
    assert right == [("seven-for-relief", "knee-to-chest"), ("seven-to-end-pain", "knee-to-chest")]


def test_the_order_of_sides_is_the_documents_where_it_tells_one() -> None:
    ordered = {
        (name, item.exercise): item.order
        for name, routine in CATALOGUE.routines.items()
        for item in routine.items
        if item.order is not None
    }
    assert ordered == {
        ("seven-for-relief", "knee-to-chest"): SideOrder.BLOCK,
        ("seven-to-end-pain", "knee-to-chest"): SideOrder.ALTERNATE,
    }


def test_starting_positions_are_those_the_document_shows() -> None:
    variants = {
        (name, item.exercise): item.variant
        for name, routine in CATALOGUE.routines.items()
        for item in routine.items
        if item.variant
    }
    assert variants == {
        ("seven-to-end-pain", "knee-to-chest"): "knees-bent",
        ("bridge-and-ball", "knee-to-chest"): "from-ball",
        ("eleven-best", "partial-sit-up"): "arms-crossed",
    }


def test_what_was_cut_down_for_safety_says_why() -> None:
    limited = {
        (name, item.exercise): item.limited
        for name, routine in CATALOGUE.routines.items()
        for item in routine.items
        if item.limited
    }
    assert set(limited) == {("six-areas", "plank"), ("eleven-best", "side-plank")}
    assert all("60 at most" in reason for reason in limited.values())
