"""The settings file: what a person chose, key by key.

A bad value costs only itself: its default stands in, the file is kept as `.bad` before
it is next written, and what was wrong is told.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from backcare.core.dose import OVERRIDE_LIMITS, DoseOverride
from backcare.core.routine import Level
from backcare.core.settings import Preferences, Settings, checked, specs
from backcare.store.json_file import Content, keep_bad_file, read_json, write_json

FORMAT = 1


@dataclass(frozen=True, slots=True)
class LoadedPreferences:
    """Preferences as far as they could be read, and one sentence per thing that could not."""

    preferences: Preferences
    problems: tuple[str, ...] = ()


class SettingsFile:
    """The file at `path`. Keys that this version does not know are carried along."""

    def __init__(self, path: str) -> None:
        """Nothing is read before `load`."""
        self._path = path
        self._unknown: dict[str, Any] = {}
        self._unknown_settings: dict[str, Any] = {}
        self._is_bad = False

    def load(self) -> LoadedPreferences:
        """What the file holds; defaults where it does not exist."""
        content = read_json(self._path)
        problems = [content.problem] if content.problem else []
        settings = self._settings(_group(content, "settings", problems), problems)
        levels = _levels(_group(content, "levels", problems), problems)
        doses = _doses(_group(content, "doses", problems), problems)
        swaps = _swaps(_group(content, "swaps", problems), problems)
        known = ("format", "settings", "levels", "doses", "swaps")
        self._unknown = {key: value for key, value in content.values.items() if key not in known}
        self._is_bad = bool(problems)
        return LoadedPreferences(Preferences(settings, levels, doses, swaps), tuple(problems))

    def save(self, preferences: Preferences) -> None:
        """Write `preferences`; only what differs from the defaults is written.

        Raises:
            OSError: it could not be written; the old file is untouched.
        """
        if self._is_bad:
            keep_bad_file(self._path)
        defaults = Settings()
        changed = {
            field.name: _plain(getattr(preferences.settings, field.name))
            for field in fields(Settings)
            if getattr(preferences.settings, field.name) != getattr(defaults, field.name)
        }
        write_json(
            self._path,
            {
                **self._unknown,
                "format": FORMAT,
                "settings": {**self._unknown_settings, **changed},
                "levels": {name: level.value for name, level in preferences.levels.items()},
                "doses": {name: _override(dose) for name, dose in preferences.doses.items()},
                "swaps": preferences.swaps,
            },
        )
        self._is_bad = False

    def _settings(self, values: dict[str, Any], problems: list[str]) -> Settings:
        good: dict[str, Any] = {}
        self._unknown_settings = {}
        for name, value in values.items():
            if name not in specs():
                self._unknown_settings[name] = value
                continue
            try:
                good[name] = checked(name, value)
            except ValueError as error:
                problems.append(str(error))
        return Settings(**good)


def _group(content: Content, name: str, problems: list[str]) -> dict[str, Any]:
    group = content.values.get(name, {})
    if isinstance(group, dict):
        return group
    problems.append(f"{name} is a group of values, not {group!r:.40}")
    return {}


def _levels(values: dict[str, Any], problems: list[str]) -> dict[str, Level]:
    allowed = {level.value: level for level in Level}
    good = {}
    for name, value in values.items():
        if isinstance(value, str) and value in allowed:
            good[name] = allowed[value]
        else:
            problems.append(
                f"the level of {name} is one of {', '.join(allowed)}, not {value!r:.40}"
            )
    return good


def _doses(values: dict[str, Any], problems: list[str]) -> dict[str, DoseOverride]:
    good = {}
    for name, value in values.items():
        numbers: dict[str, int] = {}
        for field, number in value.items() if isinstance(value, dict) else ():
            low, high = OVERRIDE_LIMITS.get(field, (1, 0))
            if type(number) is int and low <= number <= high:
                numbers[field] = number
            else:
                problems.append(f"{field} of {name} cannot be {number!r:.40}")
        if not isinstance(value, dict):
            problems.append(f"the dose of {name} is a group of values, not {value!r:.40}")
        if numbers:
            good[name] = DoseOverride(**numbers)
    return good


def _swaps(values: dict[str, Any], problems: list[str]) -> dict[str, str]:
    """Which exercise stands in for which; whether there are such exercises shows later."""
    good = {}
    for name, value in values.items():
        if isinstance(value, str) and value:
            good[name] = value
        else:
            problems.append(f"what is done instead of {name} is an id, not {value!r:.40}")
    return good


def _plain(value: object) -> object:
    return value.value if isinstance(value, Enum) else value


def _override(dose: DoseOverride) -> dict[str, int]:
    return {name: getattr(dose, name) for name in sorted(dose.given())}
