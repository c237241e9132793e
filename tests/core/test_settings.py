"""Every setting is declared once, with a default that its own check accepts."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum

import pytest

from backcare.core.dose import DoseOverride, RangeChoice
from backcare.core.look import Clothes, Hair, Look, SkinTone
from backcare.core.routine import Level
from backcare.core.settings import (
    CareChoice,
    FirstSide,
    Preferences,
    Settings,
    Theme,
    checked,
    specs,
)
from tests.builders import make_preferences

NAMES = [field.name for field in fields(Settings)]
NUMBERS = [name for name in NAMES if type(getattr(Settings(), name)) is int]
SWITCHES = [name for name in NAMES if isinstance(getattr(Settings(), name), bool)]
CHOICES = [name for name in NAMES if isinstance(getattr(Settings(), name), Enum)]


@pytest.mark.parametrize(
    ("name", "seconds"),
    [
        ("prepare_seconds", 10),
        ("prepare_change_seconds", 15),
        ("rest_seconds", 5),
        ("switch_seconds", 8),
        ("alternating_switch_seconds", 3),
        ("set_rest_seconds", 30),
        ("count_in_seconds", 3),
    ],
)
def test_the_times_around_efforts_are_those_of_the_design(name: str, seconds: int) -> None:
    assert getattr(Settings(), name) == seconds
    assert specs()[name].unit == "s"


def test_a_new_person_begins_gently() -> None:
    settings = Settings()
    assert settings.level is Level.GENTLE
    assert settings.range_choice is RangeChoice.LOW
    assert settings.care_choice is CareChoice.SWAP
    assert settings.hold_scale_percent == 100


def test_nothing_is_assumed_about_a_new_person() -> None:
    settings = Settings()
    assert not settings.pregnant
    assert not settings.osteoporosis
    assert not settings.recent_disc_trouble
    assert not settings.advanced_moves
    assert not settings.wait_before_exercise


def test_every_setting_is_declared_in_the_order_of_its_fields() -> None:
    assert list(specs()) == NAMES
    assert sorted(NUMBERS + SWITCHES + CHOICES) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_has_a_heading_a_name_and_a_sentence(name: str) -> None:
    spec = specs()[name]
    assert spec.section
    assert spec.label
    assert spec.help.endswith(".")


def test_no_two_settings_have_the_same_name() -> None:
    labels = [spec.label for spec in specs().values()]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("name", NAMES)
def test_every_default_is_accepted(name: str) -> None:
    default = getattr(Settings(), name)
    plain = default.value if isinstance(default, Enum) else default
    assert checked(name, plain) == default


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_is_accepted_up_to_its_bounds_and_no_further(name: str) -> None:
    spec = specs()[name]
    assert checked(name, spec.low) == spec.low
    assert checked(name, spec.high) == spec.high
    for wrong in (spec.low - 1, spec.high + 1):
        with pytest.raises(ValueError, match=f"from {spec.low} to {spec.high}, not {wrong}$"):
            checked(name, wrong)


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", [10.0, "10", True, None, [10]])
def test_a_number_is_a_whole_number_and_nothing_like_it(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"^{name} is a whole number"):
        checked(name, value)


@pytest.mark.parametrize("name", NUMBERS)
def test_the_steps_of_a_number_lead_from_bound_to_bound(name: str) -> None:
    spec = specs()[name]
    assert (spec.high - spec.low) % spec.step == 0
    assert (getattr(Settings(), name) - spec.low) % spec.step == 0


@pytest.mark.parametrize("name", SWITCHES)
def test_a_switch_is_true_or_false(name: str) -> None:
    assert checked(name, value=True) is True
    assert checked(name, value=False) is False


@pytest.mark.parametrize("name", SWITCHES)
@pytest.mark.parametrize("value", [0, 1, "true", None])
def test_a_switch_is_nothing_like_true_or_false(name: str, value: object) -> None:
    with pytest.raises(ValueError, match=f"^{name} is true or false, not {value!r}$"):
        checked(name, value)


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_is_read_from_its_word(name: str) -> None:
    for member in type(getattr(Settings(), name)):
        assert checked(name, member.value) is member


@pytest.mark.parametrize("name", CHOICES)
@pytest.mark.parametrize("value", ["HIGH", "", 0, None, ["low"]])
def test_a_choice_takes_no_other_word_and_lists_its_words(name: str, value: object) -> None:
    words = ", ".join(member.value for member in type(getattr(Settings(), name)))
    with pytest.raises(ValueError, match=f"^{name} is one of {words}, not "):
        checked(name, value)


def test_a_setting_that_does_not_exist_has_no_check() -> None:
    with pytest.raises(KeyError, match="volume"):
        checked("volume", 5)


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (Level, {"gentle", "as-written"}),
        (RangeChoice, {"low", "middle", "high"}),
        (FirstSide, {"routine", "left", "right"}),
        (CareChoice, {"swap", "skip", "show"}),
        (Theme, {"system", "light", "dark", "high-contrast"}),
        (SkinTone, {"fair", "light", "olive", "tan", "brown", "deep"}),
        (
            Hair,
            {
                *("brown-bun", "black-bun", "fair-bun", "grey-bun"),
                *("brown-short", "black-short", "red-short", "white-short"),
            },
        ),
        (Clothes, {"teal", "berry", "sky", "moss", "lilac", "stone"}),
    ],
)
def test_the_words_of_a_choice_in_files_never_change(choice: type[Enum], words: set[str]) -> None:
    assert {member.value for member in choice} == words


def test_the_figure_looks_as_it_was_set() -> None:
    settings = Settings(skin_tone=SkinTone.TAN, hair=Hair.RED_SHORT, clothes=Clothes.SKY)
    assert settings.look == Look(SkinTone.TAN, Hair.RED_SHORT, Clothes.SKY)
    assert Settings().look == Look()


def test_a_routine_has_the_level_chosen_for_it() -> None:
    preferences = make_preferences(levels={"morning": Level.AS_WRITTEN})
    assert preferences.level_for("morning") is Level.AS_WRITTEN


def test_a_routine_without_a_level_of_its_own_has_the_general_one() -> None:
    preferences = make_preferences(Settings(level=Level.AS_WRITTEN), levels={"other": Level.GENTLE})
    assert preferences.level_for("morning") is Level.AS_WRITTEN


def test_new_preferences_hold_the_default_settings_and_nothing_else() -> None:
    preferences = Preferences()
    assert preferences.settings == Settings()
    assert preferences.levels == {}
    assert preferences.doses == {}


def test_two_people_do_not_share_their_preferences() -> None:
    one, other = Preferences(), Preferences()
    one.doses["plank"] = DoseOverride(sets=2)
    one.levels["morning"] = Level.AS_WRITTEN
    assert other == Preferences()
