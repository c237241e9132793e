from __future__ import annotations

from dataclasses import fields
from enum import Enum

import pytest

from backcare.core.setting_words import choice_text
from backcare.core.settings import Settings

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
