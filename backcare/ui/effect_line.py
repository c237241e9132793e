"""One line that tells what a change does to a routine, before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from backcare.ui.controls import TextLabel
from backcare.ui.setting_controls import QuietComboBox
from backcare.ui.theme import font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backcare.core.effects import RoutineEffect
    from backcare.core.routine import Routine
    from backcare.core.words import Words


def effect_text(effect: RoutineEffect, words: Words) -> str:
    """What follows a routine's name: "now takes 24 min (was 29 min)"."""
    now, before = words.about(effect.seconds_now), words.about(effect.seconds_before)
    if not effect.changes:
        return QCoreApplication.translate("effect", "takes {now}").format(now=now)
    if now == before:  # less than a minute apart: rounded, they would look the same
        now, before = words.seconds(effect.seconds_now), words.seconds(effect.seconds_before)
    text = QCoreApplication.translate("effect", "now takes {now} (was {before})")
    return text.format(now=now, before=before)


class EffectLine(QWidget):
    """A routine to choose, and what becomes of it.

    Signals:
        routine_chosen: the id of another routine to tell about.
    """

    routine_chosen = Signal(str)

    def __init__(self, routines: Iterable[Routine], words: Words) -> None:
        super().__init__()
        self._words = words
        self._ids: list[str] = []
        self.combo = QuietComboBox()
        self.combo.setAccessibleName(self.tr("Routine to tell about"))
        for routine in routines:
            self._ids.append(routine.id)
            self.combo.addItem(routine.name)
        self.label = TextLabel()
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)  # buttons are drawn as much smaller
        layout.setSpacing(8)
        layout.addWidget(self.combo)
        layout.addWidget(self.label, 1)
        self.combo.currentIndexChanged.connect(self._on_chosen)

    def routine_id(self) -> str:
        """The chosen routine; empty where there are none."""
        return self._ids[self.combo.currentIndex()] if self._ids else ""

    def set_routine(self, routine_id: str) -> None:
        if routine_id in self._ids:
            self.combo.setCurrentIndex(self._ids.index(routine_id))

    def set_effect(self, effect: RoutineEffect) -> None:
        text = effect_text(effect, self._words)
        self.label.setText(text)
        self.label.setFont(font(self.font(), bold=effect.changes))
        self.label.setAccessibleName(f"{effect.name} {text}")

    def _on_chosen(self) -> None:
        self.routine_chosen.emit(self.routine_id())
