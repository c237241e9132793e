"""A line that tells what a change does to a routine, before it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from backcare.ui.choice_field import ChoiceField
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QResizeEvent

    from backcare.core.effects import RoutineEffect
    from backcare.core.routine import Routine
    from backcare.core.words import Words

SPACING = 10


def effect_text(effect: RoutineEffect, words: Words) -> str:
    """What follows a routine's name: "now takes 24 min (was 29 min)"."""
    now, before = words.about(effect.seconds_now), words.about(effect.seconds_before)
    if not effect.changes:
        return QCoreApplication.translate("effect", "takes {now}").format(now=now)
    if now == before:  # less than a minute apart: rounded, they would look the same
        now, before = words.seconds(effect.seconds_now), words.seconds(effect.seconds_before)
    text = QCoreApplication.translate("effect", "now takes {now} (was {before})")
    return text.format(now=now, before=before)


def bend(layout: QBoxLayout, fits: bool) -> None:
    """Put the items of `layout` beside each other where they fit, else below each other."""
    directions = QBoxLayout.Direction
    wanted = directions.LeftToRight if fits else directions.TopToBottom
    if layout.direction() is not wanted:
        layout.setDirection(wanted)


class EffectLabel(WrapLabel):
    """What becomes of a routine; bold when something does."""

    def set_bold(self, bold: bool) -> None:
        self._bold = bold
        self.fit_font()


class EffectLine(QWidget):
    """A routine to choose, and what becomes of it, beside or below.

    Signals:
        routine_chosen: the id of another routine to tell about.
    """

    routine_chosen = Signal(str)

    def __init__(self, routines: Iterable[Routine], words: Words) -> None:
        super().__init__()
        self._words = words
        self._ids: list[str] = []
        self.combo = ChoiceField()
        self.combo.setAccessibleName(self.tr("Routine to tell about"))
        self.combo.setAccessibleDescription(self.tr("The routine whose length is told beside it"))
        for routine in routines:
            self._ids.append(routine.id)
            self.combo.addItem(routine.name)
        self.label = EffectLabel()
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(2, 0, 2, 0)  # buttons are drawn as much smaller
        self._layout.setSpacing(SPACING)
        self._layout.addWidget(self.combo, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.label, 1, Qt.AlignmentFlag.AlignVCenter)
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
        self.label.set_bold(effect.changes)
        self.label.setAccessibleName(f"{effect.name} {text}")
        self._bend(self.width())

    def _bend(self, width: int) -> None:
        words = self.label.fontMetrics().horizontalAdvance(self.label.text())
        bend(self._layout, self.combo.sizeHint().width() + SPACING + words + 8 <= width)

    def sizeHint(self) -> QSize:
        return QSize(self.minimumSizeHint().width(), self.combo.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.combo.minimumSizeHint().width(), self.combo.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._bend(event.size().width())
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._bend(self.width())

    def _on_chosen(self) -> None:
        self.routine_chosen.emit(self.routine_id())
