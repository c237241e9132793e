from __future__ import annotations

from dataclasses import fields
from enum import Enum

import pytest

from backcare.core.setting_words import EXERCISES, ROUTINES, choice_text, sections
from backcare.core.settings import Settings, Spec, specs

CHOICES = [
    member
    for each in fields(Settings)
    if isinstance(default := getattr(Settings(), each.name), Enum)
    for member in type(default)
]


def test_there_are_choices_to_word() -> None:
    assert len(CHOICES) >= 14


@pytest.mark.parametrize("member", CHOICES, ids=str)
def test_every_choice_of_every_setting_has_words(member: Enum) -> None:
    assert choice_text(member)[0].isupper()


def test_no_two_choices_of_a_setting_read_alike() -> None:
    for kind in {type(member) for member in CHOICES}:
        texts = [choice_text(member) for member in kind]
        assert len(set(texts)) == len(texts)


def test_sections_come_in_the_order_in_which_people_meet_them() -> None:
    declared = {spec.section for spec in specs().values()}
    order = sections()
    assert set(order) == declared | {ROUTINES, EXERCISES}
    assert len(set(order)) == len(order)
    assert order[:3] == ("Doses", "Taking care", "Timing")
    assert order[-2:] == (ROUTINES, EXERCISES)


def test_a_section_that_nobody_placed_follows_those_that_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    declared = {"new": Spec("New", "", ""), "old": Spec("Timing", "", "")}
    monkeypatch.setattr("backcare.core.setting_words.specs", lambda: declared)
    assert sections() == ("Timing", "New", ROUTINES, EXERCISES)
