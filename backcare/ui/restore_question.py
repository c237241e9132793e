"""The question before everything goes back to the defaults: it names what would go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from backcare.core.settings import Settings, specs
from backcare.ui.setting_rows import translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from backcare.core.exercise import Exercise
    from backcare.core.routine import Catalogue, Routine
    from backcare.core.settings import Preferences

MOST_NAMES = 6


class RestoreQuestion(QMessageBox):
    """Asks whether to restore; `accepted` means yes."""

    def __init__(self, preferences: Preferences, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(self.tr("Restore defaults"))
        self.setText(self.tr("Put everything back to the way backcare came?"))
        saved = self.tr("This is saved when you press OK or Apply.")
        self.setInformativeText("\n\n".join([*self._what_goes(preferences, catalogue), saved]))
        roles = QMessageBox.ButtonRole
        self.restore_button = self.addButton(self.tr("Restore"), roles.AcceptRole)
        self.keep_button = self.addButton(self.tr("Keep mine"), roles.RejectRole)
        self.setDefaultButton(self.restore_button)
        self.setEscapeButton(self.keep_button)

    def _what_goes(self, preferences: Preferences, catalogue: Catalogue) -> list[str]:
        """What differs from the defaults, a paragraph for each kind of thing."""
        defaults = Settings()
        settings = [
            translated(spec.label)
            for name, spec in specs().items()
            if getattr(preferences.settings, name) != getattr(defaults, name)
        ]
        paragraphs = (
            (self.tr("Settings: {names}"), settings),
            (self.tr("Levels: {names}"), _names(preferences.levels, catalogue.routines)),
            (self.tr("Doses: {names}"), _names(preferences.doses, catalogue.exercises)),
        )
        return [text.format(names=self._joined(names)) for text, names in paragraphs if names]

    def _joined(self, names: Sequence[str]) -> str:
        if len(names) <= MOST_NAMES:
            return ", ".join(names)
        first = ", ".join(names[: MOST_NAMES - 1])
        rest = len(names) - MOST_NAMES + 1
        return self.tr("{names} and {count} more").format(names=first, count=rest)


def _names(ids: Iterable[str], known: Mapping[str, Exercise] | Mapping[str, Routine]) -> list[str]:
    """Names by id; an id that is not here stands for itself."""
    return [known[each].name if each in known else each for each in ids]
