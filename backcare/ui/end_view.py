"""After a session: a kind word, and what was done."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea, QStyle, QWidget

from backcare.ui.announce import announce
from backcare.ui.controls import SlimScrollBar
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.session_button import SessionButton
from backcare.ui.summary_rows import Medal, SummaryList, SummaryRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from backcare.core.plan import Plan
    from backcare.core.records import ExerciseSummary
    from backcare.core.words import Words

MANY_HURT = 2
"""From so many exercises that hurt, rest counts for more than praise."""

LITTLE = 1 / 3
"""Less than this part of the planned efforts is little."""


class EndView(QWidget):
    """One row per exercise under a heading, and where to go from here."""

    accessible_role = QAccessible.Role.Pane

    closed = Signal()
    again_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_built = False
        self._words = words
        self._medal = Medal(self)
        self._heading = FitLabel(self, bold=True)
        self._routine = FitLabel(self, tone=session_soft)
        self._times = FitLabel(self)
        self._advice = FitLabel(self, lines=2)
        self._note = FitLabel(self, tone=session_soft, alignment=Qt.AlignmentFlag.AlignRight)
        self._rows: list[SummaryRow] = []
        self._list = SummaryList()
        self._scroll = QScrollArea(self)
        self._scroll.setVerticalScrollBar(SlimScrollBar())
        self._scroll.setWidget(self._list)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._close = SessionButton(
            self.tr("Back to the routines"), self.tr("Enter"), primary=True, parent=self
        )
        self._again = SessionButton(
            self.tr("Again"), self.tr("Tab, Enter"), focused_key=self.tr("Enter"), parent=self
        )
        self._close.clicked.connect(self.closed)
        self._again.clicked.connect(self.again_requested)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self._close)
        self.setAccessibleName(self.tr("After the session"))
        self._is_built = True

    def show_summary(
        self,
        plan: Plan,
        rows: Sequence[ExerciseSummary],
        elapsed_seconds: float,
        *,
        complete: bool,
        preview: bool,
        easier: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show what was done of `plan`; `complete` if it was followed to its end.

        `easier` names what could be done next time instead of an exercise that hurt, by its id.
        """
        planned = sum(row.efforts_planned for row in rows) or 1
        share = sum(row.efforts_done for row in rows) / planned
        active = sum(row.active_seconds for row in rows)
        self._medal.set_share(share)
        hurts = sum(row.hurt for row in rows) >= MANY_HURT
        word = self._kind_word(share, active, complete=complete)
        self._heading.show_text(self.tr("That is enough for today") if hurts else word)
        self._advice.show_text(
            self.tr("Several exercises hurt. Rest, and if the pain stays or spreads, see a doctor.")
            if hurts
            else ""
        )
        self._advice.setVisible(hurts)
        self._routine.show_text(plan.routine.name)
        # A preview's own length says nothing: its clock ran faster.
        times = self.tr("{active} of exercise")
        if not preview:
            times = self.tr("{active} of exercise in {total}")
        self._times.show_text(
            times.format(active=self._words.about(active), total=self._words.about(elapsed_seconds))
        )
        self._note.show_text(self.tr("Preview") if preview else "")
        self._fill(rows, easier)
        announce(self, f"{self._heading.text()}. {self._advice.text()} {self._times.text()}")

    def _kind_word(self, share: float, active_seconds: float, *, complete: bool) -> str:
        if active_seconds == 0:
            return self.tr("Another time, then")
        if share < LITTLE and not complete:
            return self.tr("Every bit counts")
        return self.tr("Well done")

    def _fill(self, rows: Sequence[ExerciseSummary], easier: Mapping[str, str]) -> None:
        for old in self._rows:
            old.setParent(None)
            old.deleteLater()
        self._rows = [
            SummaryRow(row, self._words.summary(row), self._hint(row, easier), self._list)
            for row in rows
        ]
        self._arrange()
        self._scroll.verticalScrollBar().setValue(0)

    def _hint(self, row: ExerciseSummary, easier: Mapping[str, str]) -> str:
        name = easier.get(row.entry.exercise.id) if row.hurt else None
        if name is None:
            return ""
        return self.tr("Next time perhaps: {exercise}").format(exercise=name)

    def _arrange(self) -> None:
        unit = min(self.height(), round(self.width() * 0.96))
        text = self.fontMetrics().height()
        margin, gap = round(0.05 * unit), round(0.025 * unit)
        width = min(self.width() - 2 * margin, round(1.5 * unit))
        left = (self.width() - width) // 2
        buttons = max(round(0.112 * unit), min(round(0.16 * unit), 3 * text))
        # Never smaller than the text that the person has chosen, as far as that goes.
        row = max(round(0.083 * unit), min(round(0.17 * unit), round(2.2 * text)))
        larger = min(1.25, row / (0.083 * unit)) if unit else 1.0
        high = round(0.2 * unit * larger)
        self._arrange_heading(QRect(left, margin, width, high), unit * larger)
        top, bottom = margin + high + gap, self.height() - margin - buttons
        if not self._advice.isHidden():
            self._advice.set_largest(round(max(0.04 * unit, min(0.06 * unit, text))))
            lines = round(max(0.11 * unit, min(0.15 * unit, 2.6 * text)))
            self._put(self._advice, QRect(left, top - gap // 2, width, lines))
            top += lines
        self._scroll.setGeometry(left, top, width, bottom - gap - top)
        self._arrange_rows(row, round(0.011 * unit))
        main = round(0.64 * width)
        self._put(self._close, QRect(left, bottom, main, buttons))
        self._put(self._again, QRect(left + main + gap, bottom, width - main - gap, buttons))

    def _put(self, part: QWidget, box: QRect) -> None:
        part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _arrange_heading(self, box: QRect, unit: float) -> None:
        high, gap = box.height(), round(0.035 * unit)
        self._put(self._medal, QRect(box.topLeft(), QSize(high, high)))
        left, width = box.left() + high + gap, box.width() - high - gap
        self._heading.set_largest(round(0.075 * unit))
        self._times.set_largest(round(0.038 * unit))
        self._routine.set_largest(round(0.032 * unit))
        self._note.set_largest(round(0.028 * unit))
        first, middle = round(high * 0.24), round(high * 0.48)
        routine = QRect(left, box.top(), round(width * 0.6), first)
        self._put(self._routine, routine)
        self._put(self._note, routine.translated(routine.width(), 0).intersected(box))
        self._put(self._heading, QRect(left, box.top() + first, width, middle))
        last = QRect(left, box.top() + first + middle, width, high - first - middle)
        self._put(self._times, last)

    def _arrange_rows(self, row_px: int, gap: int) -> None:
        heights = [row.height_for(row_px) for row in self._rows]
        whole = max(0, sum(heights) + gap * (len(heights) - 1))
        bar = self._scroll.verticalScrollBar().sizeHint().width() + gap
        scrolls = whole > self._scroll.height()
        width = self._scroll.width() - (bar if scrolls else 0)
        self._list.resize(width, whole)
        top = 0
        for row, height in zip(self._rows, heights, strict=True):
            row.setGeometry(0, top, width, height)
            row.show()
            top += height + gap
        self._scroll.verticalScrollBar().setSingleStep(row_px + gap)

    def _scroll_by(self, key: int) -> bool:
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_PageDown: bar.pageStep(),
        }
        step = steps.get(Qt.Key(key))
        if step is not None:
            bar.setValue(bar.value() + step)
        return step is not None

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        changes = (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange)
        if event.type() in changes and self._is_built:
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaves = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in leaves:
            if not event.isAutoRepeat():
                self.closed.emit()
        elif not self._scroll_by(event.key()):
            super().keyPressEvent(event)
