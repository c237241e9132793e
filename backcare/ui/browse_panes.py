"""The columns at both sides of the cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStyle, QVBoxLayout, QWidget

from backcare.ui.controls import Emphasis, PillButton, TextLabel
from backcare.ui.text_button import TextButton
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.ui.exercise_detail import ExerciseDetail
    from backcare.ui.routine_list import RoutineList


WIDEST = 42
"""Of the detail, in text heights: lines of about 75 letters."""


class SideBar(QWidget):
    """The darker column at the side where reading begins: the routines, and the settings."""

    def __init__(self, routines: RoutineList) -> None:
        super().__init__()
        self.settings_button = PillButton(self.tr("Settings…"), Emphasis.QUIET, icon="settings")
        self._name = TextLabel("backcare", 1.5, bold=True)
        settings = QHBoxLayout()
        settings.setContentsMargins(4, 0, 4, 0)
        settings.addWidget(self.settings_button)
        settings.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 10)
        column.addWidget(self._name)
        column.addWidget(routines, 1)
        column.addLayout(settings)
        self._fit()

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        left = 0 if self.isRightToLeft() else em
        self._name.setContentsMargins(left, 0, em - left, 0)
        # Qt aligns a label by its letters; here it is the window that has a direction.
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        self._name.setAlignment(
            start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(tokens.sidebar))
        if tokens.has_outlines:
            edge = 0 if self.isRightToLeft() else self.width() - 1
            painter.fillRect(edge, 0, 1, self.height(), QColor(tokens.line))


class DetailPane(QWidget):
    """The detail, and where it stands in place of the cards a way back to them.

    Signals:
        back_requested: by the button, Esc or Alt+Left.
    """

    back_requested = Signal()

    def __init__(self, detail: ExerciseDetail) -> None:
        super().__init__()
        self.back_button = TextButton(self.tr("Back"), icon="chevron-left")
        self.back_button.clicked.connect(self.back_requested)
        self.back_button.hide()
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        self._column = QVBoxLayout(self)
        self._column.addLayout(back)
        self._column.addWidget(detail, 1)
        self._fit()
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence("Alt+Left")):
            back_key = QShortcut(keys, self)
            back_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            back_key.activated.connect(self.back_requested)

    def _fit(self) -> None:
        """Stay near the cards: what is too much for lines that can be read is left free."""
        most = round(WIDEST * self.fontMetrics().height())
        spare = max(0, self.width() - 6 - 12 - most)
        if not self.back_button.isHidden():
            inner, outer = 6 + spare // 2, 12 + spare // 2
        else:
            inner, outer = 6, 12 + spare
        left, right = (outer, inner) if self.isRightToLeft() else (inner, outer)
        self._column.setContentsMargins(left, 12, right, 12)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def show_way_back(self, *, shown: bool) -> None:
        """Offer the way back, or not."""
        self.back_button.setVisible(shown)
        self._fit()
