"""What a person sets: in the settings, in the menu, beside Start."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from backcare.core.settings import specs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from backcare.controllers.keeping import Keeping
    from backcare.core.routine import Catalogue, Level
    from backcare.core.settings import Preferences, Theme
    from backcare.core.words import Words
    from backcare.ui.settings_dialog import SettingsDialog

USUAL_TEXT_PERCENT = 100


class ChoosingScreens(Protocol):
    """Makes the dialog when it is needed."""

    def settings(
        self,
        catalogue: Catalogue,
        preferences: Preferences,
        words: Words,
        routine: str,
        parent: QWidget,
        save: Callable[[Preferences], str | None],
    ) -> SettingsDialog:
        """The settings; `save` returns why it could not, or None."""


class Choosing:
    """Lets what was chosen count at once; `tell` says where it could not be kept."""

    def __init__(
        self,
        window: QWidget,
        catalogue: Catalogue,
        words: Words,
        screens: ChoosingScreens,
        keeping: Keeping,
        tell: Callable[[str], None],
    ) -> None:
        self._window = window
        self._catalogue = catalogue
        self._words = words
        self._screens = screens
        self._keeping = keeping
        self._tell = tell

    def show_dialog(self, place: str, routine: str) -> None:
        """Open the settings at `place`, and tell what they do to `routine`."""
        dialog = self._screens.settings(
            self._catalogue,
            self._keeping.preferences(),
            self._words,
            routine,
            self._window,
            self._keeping.save,
        )
        if place:
            dialog.open_at(place)
        dialog.exec()
        dialog.deleteLater()

    def choose_level(self, routine: str, level: Level) -> None:
        """Do a routine at another level."""
        preferences = self._keeping.preferences()
        levels = {**preferences.levels, routine: level}
        self._keeping.use(replace(preferences, levels=levels))
        self._tell_unless_kept(self._keeping.keep())

    def choose_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self._tell_unless_kept(self._keeping.change(theme=theme))

    def step_text(self, step: int) -> None:
        """Larger text for 1, smaller for -1, the usual for 0."""
        spec = specs()["text_percent"]
        now = self._keeping.settings.text_percent
        percent = now + step * spec.step if step else USUAL_TEXT_PERCENT
        percent = min(max(percent, spec.low), spec.high)
        self._tell_unless_kept(self._keeping.change(text_percent=percent))

    def _tell_unless_kept(self, problem: str | None) -> None:
        if problem is not None:
            self._tell(problem)
