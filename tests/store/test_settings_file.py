"""The settings file: key by key, with nothing of the person's lost."""

from __future__ import annotations

import json
import os
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import pytest

from backcare.core.dose import DoseOverride, RangeChoice
from backcare.core.look import Clothes, Hair, SkinTone
from backcare.core.routine import Level
from backcare.core.settings import (
    CareChoice,
    FirstSide,
    Motion,
    Preferences,
    Settings,
    Theme,
)
from backcare.store.settings_file import FORMAT, LoadedPreferences, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = Preferences(
    Settings(
        level=Level.AS_WRITTEN,
        hold_scale_percent=50,
        range_choice=RangeChoice.HIGH,
        first_side=FirstSide.RIGHT,
        prepare_seconds=20,
        prepare_change_seconds=30,
        rest_seconds=0,
        switch_seconds=12,
        alternating_switch_seconds=4,
        set_rest_seconds=0,
        count_in_seconds=0,
        wait_before_exercise=True,
        pregnant=True,
        osteoporosis=True,
        recent_disc_trouble=True,
        advanced_moves=True,
        care_choice=CareChoice.SKIP,
        theme=Theme.DARK,
        text_percent=150,
        fill_screen=False,
        volume_percent=35,
        skin_tone=SkinTone.DEEP,
        hair=Hair.GREY_BUN,
        clothes=Clothes.MOSS,
        motion=Motion.REDUCED,
    ),
    {"six-areas": Level.GENTLE, "my-own": Level.AS_WRITTEN},
    {"plank": DoseOverride(hold_seconds=20), "bridge": DoseOverride(1, 2, 3, 0, 4)},
    {"superman": "bird-dog", "not-here": "gone-too"},
)

NO_MINUTES = ["minutes of b cannot be 0"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A settings file that does not exist yet."""
    return tmp_path / "config" / "settings.json"


def write(path: Path, values: object) -> bytes:
    path.parent.mkdir(exist_ok=True)
    data = values if isinstance(values, bytes) else json.dumps(values).encode()
    path.write_bytes(data)
    return data


def load(path: Path) -> LoadedPreferences:
    return SettingsFile(str(path)).load()


def written(path: Path) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads(path.read_bytes())


# There and back


def test_without_a_file_everything_is_at_its_default(path: Path) -> None:
    assert load(path) == LoadedPreferences(Preferences())
    assert not path.parent.exists()


def test_everything_lasts(path: Path) -> None:
    changed = [
        field.name
        for field in fields(Settings)
        if getattr(EVERYTHING.settings, field.name) == field.default
    ]
    assert changed == []
    SettingsFile(str(path)).save(EVERYTHING)
    assert load(path) == LoadedPreferences(EVERYTHING)


def test_only_what_differs_from_the_defaults_is_written(path: Path) -> None:
    SettingsFile(str(path)).save(Preferences(Settings(theme=Theme.DARK, rest_seconds=5)))
    assert written(path) == {
        "format": FORMAT,
        "settings": {"theme": "dark"},
        "levels": {},
        "doses": {},
        "swaps": {},
    }


def test_a_setting_put_back_to_its_default_is_taken_out(path: Path) -> None:
    file = SettingsFile(str(path))
    file.save(EVERYTHING)
    file.load()
    file.save(Preferences())
    assert written(path)["settings"] == {}


def test_a_dose_says_only_what_was_set(path: Path) -> None:
    SettingsFile(str(path)).save(EVERYTHING)
    assert written(path)["doses"] == {
        "plank": {"hold_seconds": 20},
        "bridge": {"hold_seconds": 1, "minutes": 4, "reps": 2, "rest_seconds": 0, "sets": 3},
    }


# One bad value costs only itself


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"rest_seconds": 121}, "rest_seconds is a whole number from 0 to 120, not 121"),
        ({"rest_seconds": True}, "rest_seconds is a whole number from 0 to 120, not True"),
        ({"rest_seconds": 5.0}, "rest_seconds is a whole number from 0 to 120, not 5.0"),
        ({"rest_seconds": None}, "rest_seconds is a whole number from 0 to 120, not None"),
        ({"rest_seconds": float("nan")}, "rest_seconds is a whole number from 0 to 120, not nan"),
        ({"pregnant": 1}, "pregnant is true or false, not 1"),
        ({"pregnant": "yes"}, "pregnant is true or false, not 'yes'"),
        ({"theme": "pink"}, "theme is one of system, light, dark, high-contrast, not 'pink'"),
        ({"theme": ["dark"]}, "theme is one of system, light, dark, high-contrast, not ['dark']"),
        ({"level": {}}, "level is one of gentle, as-written, not {}"),
    ],
)
def test_a_bad_setting_is_at_its_default_and_the_others_are_kept(
    path: Path, settings: dict[str, object], problem: str
) -> None:
    write(path, {"settings": {"switch_seconds": 20, **settings}, "levels": {"a": "as-written"}})
    assert load(path) == LoadedPreferences(
        Preferences(Settings(switch_seconds=20), {"a": Level.AS_WRITTEN}), (problem,)
    )


@pytest.mark.parametrize(
    ("levels", "good", "problems"),
    [
        (
            {"a": "build", "b": "gentle", "c": 1},
            {"b": Level.GENTLE},
            [
                "the level of a is one of gentle, as-written, not 'build'",
                "the level of c is one of gentle, as-written, not 1",
            ],
        ),
        ([], {}, ["levels is a group of values, not []"]),
        (None, {}, ["levels is a group of values, not None"]),
        ("x" * 99, {}, ["levels is a group of values, not '" + "x" * 39]),
    ],
)
def test_bad_levels_are_left_out(
    path: Path, levels: object, good: dict[str, Level], problems: list[str]
) -> None:
    write(path, {"levels": levels})
    assert load(path) == LoadedPreferences(Preferences(Settings(), good), tuple(problems))


@pytest.mark.parametrize(
    ("doses", "good", "problems"),
    [
        (
            {"a": {"reps": 0, "sets": 3}},
            {"a": DoseOverride(sets=3)},
            ["reps of a cannot be 0"],
        ),
        (
            {"a": {"hold_seconds": 601, "rest_seconds": True, "reps": 1.5, "sets": "2"}},
            {},
            [
                "hold_seconds of a cannot be 601",
                "rest_seconds of a cannot be True",
                "reps of a cannot be 1.5",
                "sets of a cannot be '2'",
            ],
        ),
        ({"a": {"tempo": 3}}, {}, ["tempo of a cannot be 3"]),
        ({"a": 3, "b": {}}, {}, ["the dose of a is a group of values, not 3"]),
        ({"a": {"rest_seconds": 0}}, {"a": DoseOverride(rest_seconds=0)}, []),
        ({"a": {"minutes": 5}, "b": {"minutes": 0}}, {"a": DoseOverride(minutes=5)}, NO_MINUTES),
        (3, {}, ["doses is a group of values, not 3"]),
    ],
)
def test_bad_doses_are_left_out(
    path: Path, doses: object, good: dict[str, DoseOverride], problems: list[str]
) -> None:
    write(path, {"doses": doses})
    assert load(path) == LoadedPreferences(Preferences(Settings(), {}, good), tuple(problems))


@pytest.mark.parametrize(
    ("swaps", "good", "problems"),
    [
        ({"a": "b", "b": "gone"}, {"a": "b", "b": "gone"}, []),
        (
            {"a": 3, "b": "", "c": None, "d": ["e"], "e": "f"},
            {"e": "f"},
            [
                "what is done instead of a is an id, not 3",
                "what is done instead of b is an id, not ''",
                "what is done instead of c is an id, not None",
                "what is done instead of d is an id, not ['e']",
            ],
        ),
        (["a", "b"], {}, ["swaps is a group of values, not ['a', 'b']"]),
    ],
)
def test_bad_exchanges_are_left_out(
    path: Path, swaps: object, good: dict[str, str], problems: list[str]
) -> None:
    write(path, {"swaps": swaps})
    assert load(path) == LoadedPreferences(Preferences(swaps=good), tuple(problems))


@pytest.mark.parametrize("data", [b"", b"\0\xff\x01", b"[]", b'{"settings": ', b"x" * 5_000_000])
def test_garbage_leaves_the_defaults_and_one_complaint(path: Path, data: bytes) -> None:
    write(path, data)
    loaded = load(path)
    assert loaded.preferences == Preferences()
    assert len(loaded.problems) == 1
    assert path.read_bytes() == data


# A bad file is kept


def test_a_bad_file_is_kept_as_it_was_before_it_is_replaced(path: Path) -> None:
    data = write(path, {"settings": {"rest_seconds": -1, "theme": "dark"}})
    file = SettingsFile(str(path))
    file.save(file.load().preferences)
    assert (path.parent / "settings.json.bad").read_bytes() == data
    assert written(path)["settings"] == {"theme": "dark"}
    assert load(path).problems == ()


def test_a_huge_bad_file_is_kept_whole(path: Path) -> None:
    data = write(path, b"x" * 5_000_000)
    file = SettingsFile(str(path))
    file.load()
    file.save(Preferences())
    assert (path.parent / "settings.json.bad").read_bytes() == data


def test_a_bad_file_is_kept_once(path: Path) -> None:
    write(path, b"bad")
    file = SettingsFile(str(path))
    file.load()
    file.save(Preferences())
    file.save(EVERYTHING)
    assert sorted(os.listdir(path.parent)) == ["settings.json", "settings.json.bad"]


def test_older_bad_files_are_kept_too(path: Path) -> None:
    for data in (b"first", b"second", b"third"):
        write(path, data)
        file = SettingsFile(str(path))
        file.load()
        file.save(Preferences())
    kept = [path.parent / f"settings.json.bad{end}" for end in ("", "-2", "-3")]
    assert [each.read_bytes() for each in kept] == [b"first", b"second", b"third"]


def test_a_good_file_is_not_kept(path: Path) -> None:
    file = SettingsFile(str(path))
    file.save(EVERYTHING)
    file.load()
    file.save(Preferences())
    assert os.listdir(path.parent) == ["settings.json"]


def test_loading_alone_changes_nothing(path: Path) -> None:
    write(path, b"bad")
    load(path)
    assert os.listdir(path.parent) == ["settings.json"]
