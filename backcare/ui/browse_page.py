"""The first page: routines, their exercises, all about one of them, and Start."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from backcare.core.routine import Level
from backcare.ui.controls import Emphasis, PillButton, TextLabel
from backcare.ui.exercise_detail import ExerciseDetail
from backcare.ui.exercise_list import ExerciseList
from backcare.ui.routine_list import RoutineList
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.core.exercise import Position
    from backcare.ui.exercise_rows import ExerciseRow


@dataclass(frozen=True, slots=True)
class BrowseHeading:
    """What stands above the cards.

    Attributes:
        levels: the levels to choose from with their words; empty hides the choice.
        can_start: whether there is something to start.
        lay_out: what to get ready before Start, or empty.
        notice: what differs for this person, or empty.
    """

    title: str
    line: str
    summary: str = ""
    levels: tuple[tuple[Level, str], ...] = ()
    level: Level = Level.GENTLE
    can_start: bool = False
    lay_out: str = ""
    notice: str = ""


class SideBar(QWidget):
    """The darker column at the left."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).sidebar))
        painter.drawRect(event.rect())


class BrowsePage(QWidget):
    """Composes the lists and the detail; passive, as all pages are."""

    start_requested = Signal()
    level_chosen = Signal(object)
    settings_requested = Signal()

    def __init__(
        self, positions: tuple[tuple[Position, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.start_button = PillButton(self.tr("Start"), Emphasis.PRIMARY, scale=1.3)
        self.settings_button = PillButton(self.tr("Settings…"), Emphasis.QUIET)
        self.level_box = QComboBox()
        self.search = QLineEdit()
        self.position_box = QComboBox()
        self.routines = RoutineList()
        self.exercises = ExerciseList()
        self.detail = ExerciseDetail()
        self._title = TextLabel("", 1.9, bold=True, wrap=True)
        self._line = TextLabel("", 1.05, soft=True, wrap=True)
        self._summary = TextLabel("", wrap=True)
        self._lay_out = TextLabel("", soft=True, wrap=True)
        self._notice = TextLabel("", bold=True, wrap=True)
        self._nothing = TextLabel("", 1.1, soft=True, wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build(positions)
        self._connect()

    # What is shown

    def show_heading(self, heading: BrowseHeading) -> None:
        """Show what is chosen at the left."""
        self._title.setText(heading.title)
        for label, text in (
            (self._line, heading.line),
            (self._summary, heading.summary),
            (self._lay_out, heading.lay_out),
            (self._notice, heading.notice),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.start_button.setVisible(heading.can_start)
        self.level_box.setVisible(bool(heading.levels))
        with QSignalBlocker(self.level_box):
            self.level_box.clear()
            for level, words in heading.levels:
                self.level_box.addItem(words, level)
            chosen = [level for level, _ in heading.levels]
            if heading.level in chosen:
                self.level_box.setCurrentIndex(chosen.index(heading.level))

    def show_exercises(self, rows: tuple[ExerciseRow, ...]) -> None:
        """Show other cards under the filter that is set."""
        self.exercises.show_rows(rows)
        self._tell_nothing()

    def apply_filter(self) -> None:
        """Filter the cards by what is typed and chosen."""
        self.exercises.set_filter(self.search.text(), self.position_box.currentData())
        self._tell_nothing()

    def clear_filter(self) -> None:
        """Show every card again."""
        self.search.clear()
        self.position_box.setCurrentIndex(0)

    def _tell_nothing(self) -> None:
        nothing = self.exercises.shown_count == 0
        self.exercises.setVisible(not nothing)
        self._nothing.setVisible(nothing)
        self._nothing.setText(
            self.tr("Nothing here fits. Clear the search, and choose “Any position”.")
            if nothing and self.exercises.cards.rows
            else self.tr("There is nothing here.")
        )
        if nothing:
            self.detail.show_sheet(None)

    # How it is built

    def _build(self, positions: tuple[tuple[Position, str], ...]) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(8)
        splitter.addWidget(self._side_bar())
        splitter.addWidget(self._middle(positions))
        splitter.addWidget(self._right())
        splitter.setSizes([220, 520, 460])
        for part, stretch in enumerate((0, 3, 3)):
            splitter.setStretchFactor(part, stretch)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        for one, other in (
            (self.start_button, self.level_box),
            (self.level_box, self.search),
            (self.search, self.position_box),
            (self.position_box, self.exercises),
            (self.exercises, self.detail),
            (self.detail, self.routines),
            (self.routines, self.settings_button),
        ):
            QWidget.setTabOrder(one, other)

    def _side_bar(self) -> QWidget:
        bar = SideBar()
        bar.setMinimumWidth(190)
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 18, 0, 12)
        name = TextLabel("backcare", 1.5, bold=True)
        name.setContentsMargins(bar.fontMetrics().height(), 0, 0, 0)
        column.addWidget(name)
        column.addWidget(self.routines)
        settings = QHBoxLayout()
        settings.setContentsMargins(8, 0, 8, 0)
        settings.addWidget(self.settings_button)
        settings.addStretch()
        column.addLayout(settings)
        return bar

    def _middle(self, positions: tuple[tuple[Position, str], ...]) -> QWidget:
        middle = QWidget()
        middle.setMinimumWidth(330)
        column = QVBoxLayout(middle)
        column.setContentsMargins(18, 20, 6, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._line)
        column.addWidget(self._summary)
        column.addWidget(self._notice)
        start = QHBoxLayout()
        start.setSpacing(12)
        start.addWidget(self.start_button)
        start.addWidget(self.level_box)
        start.addStretch()
        column.addLayout(start)
        column.addWidget(self._lay_out)
        self.search.setPlaceholderText(self.tr("Search exercises"))
        self.search.setClearButtonEnabled(True)
        self.search.setTextMargins(6, 0, 6, 0)
        self.search.setAccessibleName(self.tr("Search exercises"))
        self.position_box.setAccessibleName(self.tr("Position"))
        self.position_box.addItem(self.tr("Any position"), None)
        for position, words in positions:
            self.position_box.addItem(words, position)
        self.level_box.setAccessibleName(self.tr("Level"))
        for control in (self.search, self.position_box, self.level_box):
            control.setMinimumHeight(round(control.fontMetrics().height() * 1.9))
        filters = QHBoxLayout()
        filters.setContentsMargins(0, 6, 10, 2)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.position_box)
        column.addLayout(filters)
        column.addWidget(self.exercises, 1)
        column.addWidget(self._nothing, 1)
        return middle

    def _right(self) -> QWidget:
        right = QWidget()
        right.setMinimumWidth(330)
        column = QVBoxLayout(right)
        column.setContentsMargins(4, 16, 14, 14)
        column.addWidget(self.detail)
        return right

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start_requested)
        self.settings_button.clicked.connect(self.settings_requested)
        self.level_box.currentIndexChanged.connect(
            lambda: self.level_chosen.emit(self.level_box.currentData())
        )
        self.search.textChanged.connect(self.apply_filter)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.search.clear)
        self.position_box.currentIndexChanged.connect(self.apply_filter)
