"""The dialog in which a person changes settings, levels and doses."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from backcare.core.effects import dose_without_override, effect, effects
from backcare.core.settings import Preferences, Settings, specs
from backcare.core.translation import QT_TRANSLATE_NOOP
from backcare.ui.controls import Emphasis, PillButton
from backcare.ui.dose_model import DoseTableModel
from backcare.ui.dose_table import DoseTable
from backcare.ui.effect_line import EffectLine
from backcare.ui.restore_question import RestoreQuestion
from backcare.ui.section_list import SectionList
from backcare.ui.setting_controls import Hairline, Notice
from backcare.ui.setting_rows import setting_rows, translated
from backcare.ui.settings_pages import MARGIN, LevelRows, Page, RowList

if TYPE_CHECKING:
    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue, Routine
    from backcare.core.words import Words
    from backcare.ui.look_preview import LookPreview

ROUTINES = QT_TRANSLATE_NOOP("settings", "Routines")
EXERCISES = QT_TRANSLATE_NOOP("settings", "Exercises")

Save = Callable[[Preferences], str | None]


def _always_saved(preferences: Preferences) -> None:
    del preferences


class SettingsDialog(QDialog):
    """Values in, a signal out. `save` keeps the values; it returns why it could not, or None.

    `preview` shows what the chosen person looks like.

    Signals:
        applied: carries the `Preferences` that have just been saved.
    """

    applied = Signal(object)

    def __init__(
        self,
        catalogue: Catalogue,
        preferences: Preferences,
        words: Words,
        routine_id: str = "",
        parent: QWidget | None = None,
        *,
        save: Save = _always_saved,
        preview: LookPreview | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._catalogue = catalogue
        self._words = words
        self._save = save
        self._saved = preferences
        self._loading = False
        self.rows = setting_rows()
        self.levels = LevelRows(catalogue.routines.values())
        self.doses = DoseTableModel(catalogue, self._dose, preferences.doses, self)
        self.dose_table = DoseTable(self.doses)
        self.effect_line = EffectLine(catalogue.routines.values(), words)
        self.effect_line.set_routine(routine_id)
        self.pages = self._make_pages()
        self.section_list = SectionList([translated(name) for name in self.pages])
        self._stack = QStackedWidget()
        self.notice = Notice()
        self.ok_button = PillButton(self.tr("OK"), Emphasis.PRIMARY)
        self.apply_button = PillButton(self.tr("Apply"))
        self.cancel_button = PillButton(self.tr("Cancel"))
        self.restore_button = PillButton(self.tr("Restore defaults"))
        self._lay_out()
        self._connect()
        self._load(preferences)

    def preferences(self) -> Preferences:
        """What the controls say now."""
        values: dict[str, Any] = {name: row.value() for name, row in self.rows.items()}
        return Preferences(Settings(**values), self.levels.levels(), self.doses.overrides())

    def open_at(self, place: str) -> None:
        """Go to a section, a setting or an exercise, each by its name or id in the code."""
        if place in self._catalogue.exercises:
            self._show_section(EXERCISES)
            self.dose_table.show_exercise(place)
        elif place in self.rows:
            self._show_section(specs()[place].section)
            self.rows[place].control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place in self.pages:
            self._show_section(place)
            self.section_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_save_error(self, text: str) -> None:
        """Say in place that nothing was saved; the dialog stays as it is."""
        self.notice.tell(text)

    def _make_pages(self) -> dict[str, Page]:
        """A page for every section, by the section's source text."""
        declared = specs()
        pages = {}
        for section in dict.fromkeys(spec.section for spec in declared.values()):
            rows = [row for name, row in self.rows.items() if declared[name].section == section]
            pages[section] = Page(translated(section), RowList(rows))
        if self._preview is not None:
            pages[declared["skin_tone"].section].show_above(self._preview)
        pages[ROUTINES] = Page(
            translated(ROUTINES),
            RowList(self.levels.rows.values()),
            self.tr("How demanding each routine is. General is the level set under “Doses”."),
        )
        pages[EXERCISES] = Page(translated(EXERCISES), self.dose_table)
        return pages

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        for page in self.pages.values():
            self._stack.addWidget(page)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.section_list)
        body.addWidget(self._stack, 1)
        footer = QVBoxLayout()
        footer.setContentsMargins(MARGIN - 2, 12, MARGIN - 2, 14)
        footer.setSpacing(12)
        footer.addWidget(self.notice)
        footer.addWidget(self.effect_line)
        footer.addWidget(self._button_box())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(Hairline())
        layout.addLayout(footer)
        self.resize(900, 680)

    def _button_box(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        box.addButton(self.ok_button, roles.AcceptRole)
        box.addButton(self.apply_button, roles.ApplyRole)
        box.addButton(self.cancel_button, roles.RejectRole)
        box.addButton(self.restore_button, roles.ResetRole)
        self.ok_button.setDefault(True)
        return box

    def _connect(self) -> None:
        for row in (*self.rows.values(), *self.levels.rows.values()):
            row.changed.connect(self._on_changed)
        self.doses.overrides_changed.connect(self._on_doses_changed)
        self.effect_line.routine_chosen.connect(self._on_changed)
        self.section_list.section_chosen.connect(self._on_section_chosen)
        self.ok_button.clicked.connect(self._on_ok)
        self.apply_button.clicked.connect(self._try_to_save)
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._on_restore)

    def _load(self, preferences: Preferences) -> None:
        self._loading = True
        for name, row in self.rows.items():
            row.set_value(getattr(preferences.settings, name))
        self.levels.set_levels(preferences.levels)
        self.doses.set_overrides(preferences.doses)
        self._loading = False
        self._on_changed()

    def _show_section(self, name: str) -> None:
        self.section_list.set_current(list(self.pages).index(name))

    def _dose(self, exercise_id: str) -> PlannedDose:
        """What the table shows where the person set nothing."""
        routine_id = self.effect_line.routine_id()
        return dose_without_override(exercise_id, self._catalogue, self.preferences(), routine_id)

    def _try_to_save(self) -> bool:
        now = self.preferences()
        error = self._save(now)
        self.notice.tell(error or "")
        if error:
            return False
        self._saved = now
        self.applied.emit(now)
        self._show_effects()
        return True

    def _show_effects(self) -> None:
        """Tell what the values do; they take effect only when they are saved."""
        now = self.preferences()
        if self._preview is not None:
            self._preview.set_look(now.settings.look)
        self.apply_button.setEnabled(now != self._saved)
        self.restore_button.setEnabled(now != Preferences())
        self.levels.set_general(now.settings.level)
        routine = self._catalogue.routines.get(self.effect_line.routine_id())
        self.effect_line.setVisible(routine is not None)
        if routine is not None:
            self._tell_whose_doses(routine)
            self.effect_line.set_effect(effect(routine, self._catalogue, self._saved, now))
        if self._stack.currentWidget() is self.pages[ROUTINES]:
            self.levels.set_effects(effects(self._catalogue, self._saved, now), self._words)

    def _tell_whose_doses(self, routine: Routine) -> None:
        text = self.tr(
            "The doses in “{routine}”, and for other exercises the general ones."
            " Numbers that you set count everywhere."
        )
        self.pages[EXERCISES].set_intro(text.format(routine=routine.name))

    def _on_changed(self) -> None:
        if not self._loading:
            self.doses.refresh()
            self._show_effects()

    def _on_doses_changed(self) -> None:
        if not self._loading:
            self._show_effects()

    def _on_section_chosen(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self._show_effects()

    def _on_ok(self) -> None:
        if self.preferences() == self._saved or self._try_to_save():
            self.accept()

    def _on_restore(self) -> None:
        box = RestoreQuestion(self.preferences(), self._catalogue, self)
        box.accepted.connect(self._on_restore_accepted)
        box.open()

    def _on_restore_accepted(self) -> None:
        self._load(Preferences())
