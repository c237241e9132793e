"""The dialog in which a person changes settings, levels and doses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from backcare.core.effects import dose_without_override, effect, effects
from backcare.core.setting_words import EXERCISES, ROUTINES
from backcare.core.settings import Preferences, Settings, specs
from backcare.ui.dialog_size import open_at_size
from backcare.ui.dose_model import DoseTableModel
from backcare.ui.dose_table import DoseTable
from backcare.ui.effect_line import EffectLine
from backcare.ui.restore_question import RestoreQuestion, restored
from backcare.ui.setting_rows import SettingRow, setting_rows
from backcare.ui.settings_body import SettingsBody
from backcare.ui.settings_footer import SettingsFooter
from backcare.ui.settings_pages import LevelRows, make_pages

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent

    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue, Routine
    from backcare.core.words import Words
    from backcare.ui.look_preview import LookPreview

Save = Callable[[Preferences], str | None]

USUAL_SIZE = QSize(58, 41)  # times the font's height
LEAST_SIZE_PX = QSize(480, 360)


def _always_saved(preferences: Preferences) -> None:
    del preferences


class SettingsDialog(QDialog):
    """Values in, a signal out. `save` keeps the values; it returns why it could not, or None.

    `preview` shows what the chosen person looks like; `size` is that of the time before.

    Signals:
        applied: carries the `Preferences` that have just been saved.
        left_at: carries the size that the dialog had when it was closed.
    """

    applied = Signal(object)
    left_at = Signal(QSize)

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
        size: QSize | None = None,
    ) -> None:
        super().__init__(parent)
        self._preview = preview
        self._catalogue = catalogue
        self._words = words
        self._save = save
        self._saved = preferences
        self._loading = False
        self._focus_before: QWidget | None = None
        self.rows = setting_rows()
        self.levels = LevelRows(catalogue.routines.values())
        self.effect_line = EffectLine(catalogue.routines.values(), words)
        self.effect_line.set_routine(routine_id)
        self.doses = DoseTableModel(catalogue, self._dose, preferences.doses, self)
        self.dose_table = DoseTable(self.doses)
        self.pages = make_pages(self.rows, self.levels, self.dose_table, preview)
        self.footer = SettingsFooter(self.effect_line)
        self.body = SettingsBody(self.pages, self.footer)
        self.section_list = self.body.section_list
        self.notice = self.footer.notice
        self.ok_button = self.footer.ok_button
        self.apply_button = self.footer.apply_button
        self.cancel_button = self.footer.cancel_button
        self.restore_button = self.footer.restore_button
        self._lay_out(size)
        self._connect()
        self._load(preferences)

    def preferences(self) -> Preferences:
        """What the controls say now; what has no control stays as it was."""
        values: dict[str, Any] = {name: row.value() for name, row in self.rows.items()}
        return replace(
            self._saved,
            settings=Settings(**values),
            levels=self.levels.levels(),
            doses=self.doses.overrides(),
        )

    def open_at(self, place: str) -> None:
        """Go to a section, a setting or an exercise, each by its name or id in the code."""
        if place in self._catalogue.exercises:
            self._show_section(EXERCISES)
            self.dose_table.show_exercise(place)
            self.body.bring_into_view(self.dose_table.view)
        elif place in self.rows:
            self._show_section(specs()[place].section)
            self.rows[place].control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.bring_into_view(self.rows[place].control)
        elif place in self.pages:
            self._show_section(place)
            self.body.chooser().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_save_error(self, text: str) -> None:
        """Say in place that nothing was saved; the dialog stays as it is."""
        self._tell(text)

    def section(self) -> str:
        """The source text of the section that is shown."""
        return next(name for name, page in self.pages.items() if page is self.body.current)

    def _lay_out(self, size: QSize | None) -> None:
        self.setWindowTitle(self.tr("Settings"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.body)
        self.ok_button.setDefault(True)
        usual = USUAL_SIZE * self.fontMetrics().height()
        open_at_size(self, size or usual, LEAST_SIZE_PX)

    def _connect(self) -> None:
        for row in self._all_rows():
            row.changed.connect(self._on_changed)
        self.doses.overrides_changed.connect(self._on_doses_changed)
        self.effect_line.routine_chosen.connect(self._on_changed)
        self.body.section_shown.connect(self._show_effects)
        self.ok_button.clicked.connect(self._on_ok)
        self.apply_button.clicked.connect(self._on_apply)
        self.cancel_button.clicked.connect(self.reject)
        self.restore_button.clicked.connect(self._on_restore)
        self.footer.question.answered.connect(self._on_discard_answered)

    def _all_rows(self) -> tuple[SettingRow, ...]:
        return (*self.rows.values(), *self.levels.rows.values())

    def _load(self, preferences: Preferences) -> None:
        self._loading = True
        for name, row in self.rows.items():
            row.set_value(getattr(preferences.settings, name))
        self.levels.set_levels(preferences.levels)
        self.doses.set_overrides(preferences.doses)
        self._loading = False
        self._on_changed()

    def _show_section(self, name: str) -> None:
        self.body.show_section(list(self.pages).index(name))

    def _dose(self, exercise_id: str) -> PlannedDose:
        """What the table shows where the person set nothing."""
        routine_id = self.effect_line.routine_id()
        return dose_without_override(exercise_id, self._catalogue, self.preferences(), routine_id)

    def _settle(self) -> bool:
        """Take what is half typed; False when something else had to be taken for it."""
        self.dose_table.settle()
        corrected = [row for row in self._all_rows() if row.input.settle()]
        for row in corrected[:1]:
            self._tell(f"{row.name}: {row.complaint.text()}")
        return not corrected

    def _tell(self, text: str) -> None:
        """Say in place what must not be overlooked; nothing with an empty text."""
        self.notice.tell(text)
        if text:
            self.body.bring_into_view(self.notice)

    def _try_to_save(self) -> bool:
        now = self.preferences()
        error = self._save(now)
        self._tell(error or "")
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
        self.footer.offer(apply=now != self._saved, restore=now != restored(now))
        self.levels.set_general(now.settings.level)
        routine = self._catalogue.routines.get(self.effect_line.routine_id())
        self.effect_line.setVisible(routine is not None)
        if routine is not None:
            self._tell_whose_doses(routine)
            self.effect_line.set_effect(effect(routine, self._catalogue, self._saved, now))
        if self.body.current is self.pages[ROUTINES]:
            self.levels.set_effects(effects(self._catalogue, self._saved, now), self._words)

    def _tell_whose_doses(self, routine: Routine) -> None:
        ids = [item.exercise for item in routine.items]
        self.dose_table.set_routine(routine.name, dict.fromkeys(ids))

    def _on_changed(self) -> None:
        if not self._loading:
            self.doses.refresh()
            self._show_effects()

    def _on_doses_changed(self) -> None:
        if not self._loading:
            self._show_effects()

    def _on_ok(self) -> None:
        if self._settle() and (self.preferences() == self._saved or self._try_to_save()):
            self.accept()

    def _on_apply(self) -> None:
        if self._settle():
            self._try_to_save()

    def _on_restore(self) -> None:
        question = RestoreQuestion(self.preferences(), self._catalogue, self.section(), self)
        question.chosen.connect(self._on_restore_chosen)
        question.open()

    def _on_restore_chosen(self, section: str) -> None:
        self._load(restored(self.preferences(), section))

    def _ask_before_leaving(self) -> bool:
        """Ask in place when changes would be lost; False when there are none."""
        if self.preferences() == self._saved:
            return False
        self._focus_before = self.focusWidget()
        self.footer.ask_to_discard(ask=True)
        self.body.bring_into_view(self.footer.question)
        return True

    def _on_discard_answered(self, discard: bool) -> None:
        self.footer.ask_to_discard(ask=False)
        if discard:
            self.reject()
        elif self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)
            self.body.bring_into_view(self._focus_before)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        self.body.order_focus()
        moved = super().focusNextPrevChild(forwards)
        focused = self.focusWidget()
        if focused is not None:
            self.body.bring_into_view(focused)
        return moved

    def done(self, result: int) -> None:
        self.left_at.emit(self.size())
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        focused = self.focusWidget()
        if focused is not None:  # only now are there sizes to go by
            self.body.bring_into_view(focused)
            self.dose_table.bring_current_into_view()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaving = event.key() == Qt.Key.Key_Escape and not event.modifiers()
        if not (leaving and self._ask_before_leaving()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and not self.footer.is_asking and self._ask_before_leaving():
            event.ignore()
        else:
            super().closeEvent(event)
