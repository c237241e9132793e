"""The person's preferences: what counts now, and what is kept of it in their file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.settings import Preferences, Settings
    from backcare.core.words import Words
    from backcare.store.settings_file import SettingsFile


class Keeping:
    """Owns the preferences while the program runs."""

    def __init__(self, preferences: Preferences, file: SettingsFile, words: Words) -> None:
        self._preferences = preferences
        self._file = file
        self._words = words
        self._hooks: list[Callable[[Settings], None]] = []

    def preferences(self) -> Preferences:
        """What counts now."""
        return self._preferences

    @property
    def settings(self) -> Settings:
        """The settings among it."""
        return self._preferences.settings

    def when_used(self, hook: Callable[[Settings], None]) -> None:
        """Have `hook` called, with the settings from before, whenever others count."""
        self._hooks.append(hook)

    def use(self, preferences: Preferences) -> None:
        """Let others count from now on, wherever they are shown."""
        before, self._preferences = self._preferences.settings, preferences
        for hook in self._hooks:
            hook(before)

    def keep(self) -> str | None:
        """Save what counts; returns why that was not possible, or None."""
        return self._write(self._preferences)

    def save(self, preferences: Preferences) -> str | None:
        """Save others and let them count; where they cannot be saved, nothing changes."""
        problem = self._write(preferences)
        if problem is None:
            self.use(preferences)
        return problem

    def change(self, **settings: object) -> str | None:
        """Let other settings count, and save them where that is possible."""
        changed = replace(self.settings, **settings)  # type: ignore[arg-type]
        if changed == self.settings:
            return None
        self.use(replace(self._preferences, settings=changed))
        return self.keep()

    def _write(self, preferences: Preferences) -> str | None:
        try:
            self._file.save(preferences)
        except OSError as error:
            text = self._words.translate("program", "The settings could not be saved: {reason}")
            return text.format(reason=error.strerror or error)
        return None
