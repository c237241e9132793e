"""The texts of the shipped exercises, and the places in documents they come from."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

import pytest

from tests.shipped import shipped_catalogue

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise

EXERCISES = shipped_catalogue().exercises
IDS = list(EXERCISES)


def texts_of(exercise: Exercise) -> list[str]:
    return [
        exercise.name,
        exercise.feel,
        exercise.avoid,
        *exercise.steps,
        *exercise.aliases,
        *exercise.muscles,
        *exercise.cautions,
        *itertools.chain(*((each.change, each.reason) for each in exercise.corrections)),
        *itertools.chain(*((each.name, *each.steps) for each in exercise.variants)),
    ]


@pytest.mark.parametrize("name", IDS)
def test_texts_are_short_enough_to_be_read_from_the_floor(name: str) -> None:
    exercise = EXERCISES[name]
    assert 2 <= len(exercise.steps) <= 5
    assert max(map(len, exercise.steps)) <= 90
    assert len(exercise.name) <= 40
    for variant in exercise.variants:
        assert 1 <= len(variant.steps) <= 5


@pytest.mark.parametrize("name", IDS)
def test_texts_are_sentences(name: str) -> None:
    exercise = EXERCISES[name]
    sentences = [exercise.feel, exercise.avoid, *exercise.steps, *exercise.cautions]
    for each in exercise.corrections:
        sentences += [each.change, each.reason]
    for text in sentences:
        assert text[0].isupper(), text
        assert text.endswith("."), text
    for text in texts_of(exercise):
        assert not re.search(r"  |\s[.,;]|^\s|\s$|[^\x20-\x7eé–’×]", text), text


def test_names_are_told_apart() -> None:
    names = [exercise.name for exercise in EXERCISES.values()]
    assert len(set(names)) == len(names)


# Sources

SLOTS = {
    "000": [str(number) for number in range(1, 8)],
    "001": [str(number) for number in range(1, 8)],
    "002": ["b1-b5", "b6", "b7", "b8", "b9", "b10-b11"],
    "003": [str(number) for number in range(1, 19)],
    "004": [str(number) for number in range(1, 12)],
}


def test_every_place_of_every_document_is_taught() -> None:
    places = [f"{document}.{item}" for document, items in SLOTS.items() for item in items]
    assert len(places) == 49
    named = [source for exercise in EXERCISES.values() for source in exercise.sources]
    # Walking and jogging come from one place.
    assert sorted(named) == sorted([*places, "003.7"])


def test_every_exercise_says_where_it_comes_from() -> None:
    assert [name for name in IDS if not EXERCISES[name].sources] == []


def test_a_correction_names_a_document_the_exercise_comes_from() -> None:
    for exercise in EXERCISES.values():
        documents = {source.split(".")[0] for source in exercise.sources}
        assert {each.document for each in exercise.corrections} <= documents


def test_every_reference_is_used_and_every_used_one_has_a_name() -> None:
    used = {name for exercise in EXERCISES.values() for name in exercise.guidance}
    assert used == shipped_catalogue().references.keys()
    assert list(shipped_catalogue().documents) == list(SLOTS)
