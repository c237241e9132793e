"""What stands above the cards: which routine it is, Start, and searching."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backcare.core.routine import Level
from backcare.ui.controls import Emphasis, PillButton
from backcare.ui.filter_bar import FilterBar
from backcare.ui.flow_layout import FlowLayout
from backcare.ui.icons import draw_icon
from backcare.ui.level_segment import LevelChoice
from backcare.ui.level_switch import LevelSwitch
from backcare.ui.routine_picker import RoutinePicker
from backcare.ui.theme import tokens_of
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from backcare.ui.card_pictures import CardPictures
    from backcare.ui.routine_list import RoutineList

START_SCALE = 1.3
"""Of the word on Start."""


@dataclass(frozen=True, slots=True)
class BrowseHeading:
    """What stands above the cards.

    Attributes:
        levels: the levels to choose from; empty hides the choice.
        can_start: whether there is something to start.
        lay_out: what to get ready before Start, or empty.
        notice: what differs for this person, or empty.
    """

    title: str
    line: str
    summary: str = ""
    levels: tuple[LevelChoice, ...] = ()
    level: Level = Level.GENTLE
    can_start: bool = False
    lay_out: str = ""
    notice: str = ""


class SignedLine(QWidget):
    """A sentence with a symbol before it; without words it is hidden."""

    def __init__(self, icon: str, *, bold: bool = False, soft: bool = False) -> None:
        super().__init__()
        self._icon = icon
        self._label = WrapLabel("", bold=bold, soft=soft)
        row = QHBoxLayout(self)
        row.setSpacing(0)
        row.addWidget(self._label, 1)
        self._fit()

    def show_text(self, text: str) -> None:
        """Say something else."""
        self._label.setText(text)
        self.setVisible(bool(text))

    def _fit(self) -> None:
        room = round(self.fontMetrics().height() * 1.55)
        left, right = (0, room) if self.isRightToLeft() else (room, 0)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, 0, right, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        em = self.fontMetrics().height()
        left = self.width() - em * 1.1 if self.isRightToLeft() else 0.0
        tokens = tokens_of(self.palette())
        box = QRectF(left, 0, em * 1.1, em * 1.1)
        draw_icon(QPainter(self), self._icon, box, QColor(tokens.accent))


class HeadingView(QWidget):
    """Shows a BrowseHeading over the field and the button to search with."""

    def __init__(self, routines: RoutineList, pictures: CardPictures) -> None:
        super().__init__()
        self.start_button = PillButton(
            self.tr("Start"), Emphasis.PRIMARY, icon="play", scale=START_SCALE
        )
        self.settings_button = PillButton("", Emphasis.QUIET, icon="settings")
        self.settings_button.setAccessibleName(self.tr("Settings"))
        self.settings_button.setToolTip(self.tr("Settings"))
        self.levels = LevelSwitch()
        self.picker = RoutinePicker(routines, pictures)
        self.filters = FilterBar()
        self._title = WrapLabel("", 1.9, bold=True)
        self._line = WrapLabel("", 1.05, soft=True)
        self._summary = WrapLabel("")
        self._is_brief = False
        self._lay_out = SignedLine("mat", soft=True)
        self._notice = SignedLine("info", bold=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()
        self.set_picking(picking=False)

    def show_heading(self, heading: BrowseHeading) -> None:
        """Show what is chosen."""
        self._title.setText(heading.title)
        self.picker.show_title(heading.title)
        for label, text in ((self._line, heading.line), (self._summary, heading.summary)):
            label.setText(text)
            label.setVisible(bool(text))
        self._show_summary()
        self._lay_out.show_text(heading.lay_out)
        self._notice.show_text(heading.notice)
        self.start_button.setVisible(heading.can_start)
        self.levels.show_levels(heading.levels, heading.level)
        self._start_row.setVisible(heading.can_start or bool(heading.levels))

    def set_brief(self, *, brief: bool) -> None:
        """Leave out the description, or not: Start is to be in sight."""
        self._is_brief = brief
        self._show_summary()

    def _show_summary(self) -> None:
        self._summary.setVisible(bool(self._summary.text()) and not self._is_brief)

    def set_picking(self, *, picking: bool) -> None:
        """Offer the routines here, as they have no column of their own."""
        self.picker.setVisible(picking)
        self.settings_button.setVisible(picking)
        self._title.setVisible(not picking)

    def _build(self) -> None:
        picking = QHBoxLayout()
        picking.setSpacing(6)
        picking.addWidget(self.picker, 1)
        picking.addWidget(self.settings_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._start_row = QWidget()
        start = FlowLayout(self._start_row, gap=8)
        start.addWidget(self.start_button)
        start.addWidget(self.levels)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(picking)
        for part in (self._title, self._line, self._summary, self._notice):
            column.addWidget(part)
        column.addSpacing(4)
        column.addWidget(self._start_row)
        column.addWidget(self._lay_out)
        column.addSpacing(4)
        column.addWidget(self.filters)
