"""The question before things go back to the defaults: it names what would go, page by page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from backcare.core.setting_words import EXERCISES, ROUTINES, sections
from backcare.core.settings import Preferences, Settings, specs
from backcare.ui.button_bar import ButtonBar
from backcare.ui.controls import Emphasis, PillButton, SlimScrollBar
from backcare.ui.dialog_size import open_at_size
from backcare.ui.setting_rows import translated
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from backcare.core.exercise import Exercise
    from backcare.core.routine import Catalogue, Routine

MOST_NAMES = 6
MARGIN = 22
USUAL_SIZE = QSize(32, 17)  # times the font's height
LEAST_SIZE_PX = QSize(320, 240)


def restored(preferences: Preferences, section: str = "") -> Preferences:
    """`preferences` with the defaults in one section, or in all of them."""
    defaults = Settings()
    names = [name for name, spec in specs().items() if section in ("", spec.section)]
    back = {name: getattr(defaults, name) for name in names}
    made = replace(preferences, settings=replace(preferences.settings, **back))
    if section in ("", ROUTINES):
        made = replace(made, levels={})
    if section in ("", EXERCISES):
        made = replace(made, doses={})
    return made


class RestoreQuestion(QDialog):
    """Asks whether to restore everything, or only the page that is open.

    Signals:
        chosen: the section whose defaults come back, or "" for all of them.
    """

    chosen = Signal(str)

    def __init__(
        self, preferences: Preferences, catalogue: Catalogue, section: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._catalogue = catalogue
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Restore defaults"))
        goes = self.what_goes()
        only = self.tr("Only “{section}”").format(section=translated(section))
        self.all_button = PillButton(self.tr("Restore everything"), Emphasis.PRIMARY)
        self.page_button = PillButton(only)
        self.keep_button = PillButton(self.tr("Keep mine"))
        self.page_button.setVisible(section in goes and len(goes) > 1)
        self.all_button.setDefault(True)
        self._lay_out(goes)
        self.all_button.clicked.connect(lambda: self._choose(""))
        self.page_button.clicked.connect(lambda: self._choose(section))
        self.keep_button.clicked.connect(self.reject)

    def what_goes(self) -> dict[str, str]:
        """What differs from the defaults: the names of it by section."""
        defaults, preferences = Settings(), self._preferences
        changed: dict[str, list[str]] = {}
        for name, spec in specs().items():
            if getattr(preferences.settings, name) != getattr(defaults, name):
                changed.setdefault(spec.section, []).append(translated(spec.label))
        changed[ROUTINES] = _names(preferences.levels, self._catalogue.routines)
        changed[EXERCISES] = _names(preferences.doses, self._catalogue.exercises)
        return {name: self._joined(changed[name]) for name in sections() if changed.get(name)}

    def _lay_out(self, goes: Mapping[str, str]) -> None:
        text = QWidget()
        lines = QVBoxLayout(text)
        lines.setContentsMargins(0, 0, 8, 0)
        question = self.tr("Put everything back to the way backcare came?")
        lines.addWidget(WrapLabel(question, 1.15, bold=True))
        lines.addWidget(WrapLabel(self.tr("These go back:"), soft=True))
        for section, names in goes.items():
            line = self.tr("{section}: {names}").format(section=translated(section), names=names)
            lines.addWidget(WrapLabel(line))
        saved = self.tr("It is saved when you press OK or Apply.")
        lines.addWidget(WrapLabel(saved, soft=True))
        lines.addStretch()
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBar(SlimScrollBar())
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # seen if needed
        scroll.setWidget(text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 16)
        layout.setSpacing(14)
        layout.addWidget(scroll, 1)
        layout.addWidget(ButtonBar([], [self.all_button, self.page_button, self.keep_button]))
        open_at_size(self, USUAL_SIZE * self.fontMetrics().height(), LEAST_SIZE_PX)

    def _choose(self, section: str) -> None:
        self.chosen.emit(section)
        self.accept()

    def _joined(self, names: Sequence[str]) -> str:
        if len(names) <= MOST_NAMES:
            return ", ".join(names)
        first = ", ".join(names[: MOST_NAMES - 1])
        rest = len(names) - MOST_NAMES + 1
        return self.tr("{names} and {count} more").format(names=first, count=rest)


def _names(ids: Iterable[str], known: Mapping[str, Exercise] | Mapping[str, Routine]) -> list[str]:
    """Names by id; an id that is not here stands for itself."""
    return [known[each].name if each in known else each for each in ids]
