"""After a session: a kind word, and what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from backcare.ui.announce import announce
from backcare.ui.controls import SlimScrollBar
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.session_button import SessionButton
from backcare.ui.summary_rows import Medal, SummaryRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from backcare.core.plan import Plan
    from backcare.core.records import ExerciseSummary
    from backcare.core.words import Words

LITTLE = 1 / 3
"""Less than this part of the planned efforts is little."""


class EndView(QWidget):
    """One row per exercise under a heading, and where to go from here."""

    closed = Signal()
    again_requested = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._medal = Medal(self)
        self._heading = FitLabel(self, bold=True)
        self._routine = FitLabel(self, tone=session_soft)
        self._times = FitLabel(self)
        self._note = FitLabel(self, tone=session_soft, alignment=Qt.AlignmentFlag.AlignRight)
        self._rows: list[SummaryRow] = []
        self._list = QWidget()
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

    def show_summary(
        self,
        plan: Plan,
        rows: Sequence[ExerciseSummary],
        elapsed_seconds: float,
        *,
        complete: bool,
        preview: bool,
    ) -> None:
        """Show what was done of `plan`; `complete` if it was followed to its end."""
        planned = sum(row.efforts_planned for row in rows) or 1
        share = sum(row.efforts_done for row in rows) / planned
        active = sum(row.active_seconds for row in rows)
        self._medal.set_share(share)
        self._heading.show_text(self._kind_word(share, active, complete=complete))
        self._routine.show_text(plan.routine.name)
        # A preview's own length says nothing: its clock ran faster.
        times = self.tr("{active} of exercise")
        if not preview:
            times = self.tr("{active} of exercise in {total}")
        self._times.show_text(
            times.format(active=self._words.about(active), total=self._words.about(elapsed_seconds))
        )
        self._note.show_text(self.tr("Preview") if preview else "")
        self._fill(rows)
        announce(self, self._heading.text())

    def _kind_word(self, share: float, active_seconds: float, *, complete: bool) -> str:
        if active_seconds == 0:
            return self.tr("Another time, then")
        if share < LITTLE and not complete:
            return self.tr("Every bit counts")
        return self.tr("Well done")

    def _fill(self, rows: Sequence[ExerciseSummary]) -> None:
        for old in self._rows:
            old.setParent(None)
            old.deleteLater()
        self._rows = [SummaryRow(row, self._words.summary(row), self._list) for row in rows]
        self._arrange()
        self._scroll.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        unit = min(self.height(), round(self.width() * 0.96))
        margin, gap = round(0.05 * unit), round(0.025 * unit)
        width = min(self.width() - 2 * margin, round(1.5 * unit))
        left = (self.width() - width) // 2
        buttons = round(0.112 * unit)
        self._arrange_heading(QRect(left, margin, width, round(0.2 * unit)), unit)
        top, bottom = margin + round(0.2 * unit) + gap, self.height() - margin - buttons
        self._scroll.setGeometry(left, top, width, bottom - gap - top)
        self._arrange_rows(round(0.083 * unit), round(0.011 * unit))
        main = round(0.64 * width)
        self._close.setGeometry(left, bottom, main, buttons)
        self._again.setGeometry(left + main + gap, bottom, width - main - gap, buttons)

    def _arrange_heading(self, box: QRect, unit: int) -> None:
        high, gap = box.height(), round(0.035 * unit)
        self._medal.setGeometry(QRect(box.topLeft(), QSize(high, high)))
        left, width = box.left() + high + gap, box.width() - high - gap
        self._heading.set_largest(round(0.075 * unit))
        self._times.set_largest(round(0.038 * unit))
        self._routine.set_largest(round(0.032 * unit))
        self._note.set_largest(round(0.028 * unit))
        self._routine.setGeometry(left, box.top(), round(width * 0.6), round(high * 0.24))
        self._note.setGeometry(
            QRect(QPoint(left + round(width * 0.6), box.top()), self._routine.size()).intersected(
                box
            )
        )
        self._heading.setGeometry(left, box.top() + round(high * 0.24), width, round(high * 0.48))
        self._times.setGeometry(left, box.top() + round(high * 0.72), width, round(high * 0.28))

    def _arrange_rows(self, row_px: int, gap: int) -> None:
        whole = max(0, len(self._rows) * (row_px + gap) - gap)
        bar = self._scroll.verticalScrollBar().sizeHint().width() + gap
        scrolls = whole > self._scroll.height()
        width = self._scroll.width() - (bar if scrolls else 0)
        self._list.resize(width, whole)
        for number, row in enumerate(self._rows):
            row.setGeometry(0, number * (row_px + gap), width, row_px)
            row.show()
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
