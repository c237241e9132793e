"""Exercises are found by a few letters, however they are typed."""

from __future__ import annotations

import pytest

from backcare.core.exercise import Aim, Position, Sides
from backcare.core.search import (
    EVERYTHING,
    AtMost,
    Choice,
    Traits,
    folded,
    matches,
    offered,
    search_text,
    wanted,
)
from backcare.core.words import Words
from tests.builders import make_hold
from tests.shipped import shipped_catalogue

EXERCISES = shipped_catalogue().exercises


def found(query: str) -> list[str]:
    words = Words()
    return [
        name for name, exercise in EXERCISES.items() if matches(search_text(exercise, words), query)
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Child’s Pose", "child's pose"),
        ("  A   b\t\nc ", "a b c"),
        ("Étirement à GAUCHE", "etirement a gauche"),
        ("e\u0301tire", "etire"),
        ("STRASSE straße", "strasse strasse"),
        ("cat-cow", "cat cow"),
        ("cat\u2010cow cat\u2011cow", "cat cow cat cow"),
        ("ＣＡＴ", "cat"),  # noqa: RUF001 - as some keyboards type it
        ("- -", ""),
        ("", ""),
    ],
)
def test_a_text_is_folded_for_comparing(text: str, plain: str) -> None:
    assert folded(text) == plain


def test_an_exercise_is_found_by_all_that_describes_it() -> None:
    assert search_text(make_hold("pelvic-tilt"), Words()) == "pelvic tilt pelvic tilt on your back"
    text = search_text(EXERCISES["piriformis"], Words())
    for part in ("piriformis stretch", "figure four", "outer hip", "on your back", "stretch"):
        assert part in text


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("cat-cow", ["cat-cow"]),
        ("CAT COW", ["cat-cow"]),
        ("cow cat", ["cat-cow"]),
        ("catcow", []),
        ("brid", ["pelvic-lift", "bridge", "heel-raise-bridge", "heel-raise-bridge-arms",
                  "side-plank"]),
        ("bridge tiptoe arms", ["heel-raise-bridge-arms"]),
        ("out and about", ["walking", "jogging", "cycling", "swimming"]),
        ("sitting strength", ["russian-twist"]),
        ("xyz", []),
    ],
)  # fmt: skip
def test_every_word_of_a_query_has_to_be_there(query: str, names: list[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize("query", ["", "  ", "-", "\u2011"])
def test_an_empty_query_finds_everything(query: str) -> None:
    assert found(query) == list(EXERCISES)


@pytest.mark.parametrize("name", EXERCISES)
def test_every_exercise_is_found_by_its_name_its_id_and_its_aliases(name: str) -> None:
    exercise = EXERCISES[name]
    for query in (exercise.name, name, *exercise.aliases):
        assert name in found(query)


# Properties

TILT = Traits("pelvic tilt", Position.SUPINE, (Aim.MOBILITY, Aim.STRENGTH), Sides.BOTH, 60)
LUNGE = Traits("low lunge", Position.KNEELING, (Aim.STRETCH,), Sides.EACH, 130)
WALK = Traits("walking", Position.ELSEWHERE, (Aim.FITNESS,), Sides.NONE, 900)
SOME = {"tilt": TILT, "lunge": LUNGE, "walk": WALK}


@pytest.mark.parametrize(
    ("query", "choices", "names"),
    [
        ("", (), ["tilt", "lunge", "walk"]),
        ("l", (), ["tilt", "lunge", "walk"]),
        ("lunge", (), ["lunge"]),
        ("", (Position.SUPINE,), ["tilt"]),
        ("", (Position.SUPINE, Position.KNEELING), ["tilt", "lunge"]),
        ("low", (Position.SUPINE, Position.KNEELING), ["lunge"]),
        ("", (Aim.STRENGTH,), ["tilt"]),
        ("", (Aim.STRENGTH, Aim.FITNESS), ["tilt", "walk"]),
        ("", (Aim.STRENGTH, Position.KNEELING), []),
        ("", (Sides.EACH, Sides.NONE), ["lunge", "walk"]),
        ("", (AtMost(60),), ["tilt"]),
        ("", (AtMost(59),), []),
        ("", (AtMost(60), AtMost(300)), ["tilt", "lunge"]),
    ],
)
def test_any_of_one_property_and_all_of_several(
    query: str, choices: tuple[Choice, ...], names: list[str]
) -> None:
    looked_for = wanted(query, choices)
    assert [name for name, traits in SOME.items() if looked_for.fits(traits)] == names


@pytest.mark.parametrize("query", ["", "  ", "-"])
def test_who_wants_nothing_special_wants_everything(query: str) -> None:
    assert wanted(query) == EVERYTHING


def test_choices_that_occur_are_offered_in_order() -> None:
    assert offered([WALK, LUNGE, TILT]) == (
        (Position.SUPINE, Position.KNEELING, Position.ELSEWHERE),
        (Aim.STRETCH, Aim.STRENGTH, Aim.MOBILITY, Aim.FITNESS),
        (Sides.BOTH, Sides.EACH, Sides.NONE),
        (AtMost(60), AtMost(120), AtMost(300), AtMost(600)),
    )


def test_a_choice_that_changes_nothing_is_not_offered() -> None:
    assert offered([]) == ()
    assert offered([LUNGE]) == ()
    assert offered([LUNGE, LUNGE]) == ()
    assert offered([TILT, LUNGE])[-1] == (AtMost(60), AtMost(120))
