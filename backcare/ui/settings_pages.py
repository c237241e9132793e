"""The pages of the settings dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from backcare.core.routine import Level
from backcare.core.setting_words import EXERCISES, ROUTINES, choice_text, sections
from backcare.core.settings import specs
from backcare.ui.controls import SlimScrollBar
from backcare.ui.dose_table import DoseTable
from backcare.ui.effect_line import effect_text
from backcare.ui.look_preview import LookPreview
from backcare.ui.setting_controls import Hairline
from backcare.ui.setting_inputs import ChoiceInput
from backcare.ui.setting_rows import SettingRow, translated
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from backcare.core.effects import RoutineEffect
    from backcare.core.routine import Routine
    from backcare.core.words import Words

HEADING_SCALE = 1.45
MARGIN = 28
NARROW_MARGIN = 20
EDGE = 6
ROW_SPACING = 10
WIDEST_PAGE = 56  # times the font's height


def set_margins(
    layout: QLayout, widget: QWidget, before: int, top: int, after: int, bottom: int
) -> None:
    """Set margins where reading begins and ends, whichever side that is for `widget`."""
    left, right = (after, before) if widget.isRightToLeft() else (before, after)
    layout.setContentsMargins(left, top, right, bottom)


class RowList(QWidget):
    """Rows below each other; their controls stand along the edge, or below the labels."""

    def __init__(self, rows: Iterable[SettingRow]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        gutter = self.gutter()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.setSpacing(ROW_SPACING)
        for number, row in enumerate(self.rows):
            if number:
                column.addWidget(Hairline(gutter))
            column.addWidget(row)
        column.addStretch()
        self._align()

    def gutter(self) -> int:
        """How far the labels stand from the edge, in pixels."""
        return self.rows[0].gutter() if self.rows else 0

    def _align(self) -> None:
        """Controls of one kind are equally wide, and all rows are of one shape."""
        self.setMaximumWidth(self.fontMetrics().height() * WIDEST_PAGE)
        needed = max((row.width_needed() for row in self.rows), default=0)
        widths: dict[type, int] = {}
        for row in self.rows:
            kind = type(row.input)
            widths[kind] = max(widths.get(kind, 0), row.control_width())
        for row in self.rows:
            row.set_control_width(widths[type(row.input)])
            row.set_narrow(narrow=self.width() < needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._align()


class Page(QWidget):
    """A heading, perhaps a sentence below it, and a body that fills the rest.

    The marks of changed rows hang in the margin, so that labels and heading line up.
    """

    def __init__(self, title: str, body: QWidget, intro: str = "") -> None:
        super().__init__()
        self.heading = WrapLabel(title, HEADING_SCALE, bold=True)
        self.intro = WrapLabel("", soft=True)
        self._body = body
        self._above: QWidget | None = None
        self._head = QVBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(self.heading)
        self._head.addWidget(self.intro)
        self._below = QHBoxLayout()
        self._below.addWidget(body, 1000)
        if isinstance(body, RowList):
            self._below.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(12)
        self._layout.addLayout(self._head)
        self._layout.addLayout(self._below, 1)
        self.set_intro(intro)
        self.set_tight(tight=False)

    def set_tight(self, *, tight: bool) -> None:
        """Spare the room of margins, and of the heading that stands above the page already."""
        gutter = self._body.gutter() if isinstance(self._body, RowList) else 0
        # The mark of a change never touches the window's edge.
        side = max(NARROW_MARGIN if tight else MARGIN, gutter + EDGE)
        self.heading.setVisible(not tight)
        self._layout.setContentsMargins(0, 8 if tight else 20, 0, 12)
        after = side - SlimScrollBar.WIDTH  # which is always beside the page
        set_margins(self._head, self, side, 0, after, 0)
        set_margins(self._below, self, side - gutter, 0, after, 0)

    def set_room(self, height: int) -> None:
        """Tell how much of the page is seen at once, in pixels."""
        for part in (self._body, self._above):
            if isinstance(part, DoseTable | LookPreview):
                part.set_room(height)

    def show_above(self, widget: QWidget) -> None:
        """Put something between the heading and the rows, as wide as they are."""
        self._above = widget
        self._head.addWidget(widget)

    def set_intro(self, text: str) -> None:
        self.intro.setText(text)
        self.intro.setVisible(bool(text))


class LevelRows:
    """A row per routine for the level it is done at; None is the general one."""

    def __init__(self, routines: Iterable[Routine]) -> None:
        choices: list[tuple[object, str]] = [(None, "")]
        choices += [(level, translated(choice_text(level))) for level in Level]
        self._inputs = {routine.id: ChoiceInput(None, choices) for routine in routines}
        self.rows = {
            routine.id: SettingRow(routine.name, "", None, self._inputs[routine.id])
            for routine in routines
        }
        self._others: dict[str, Level] = {}

    def levels(self) -> dict[str, Level]:
        """The levels chosen, those of routines that are not here included."""
        chosen = {name: row.value() for name, row in self.rows.items()}
        return self._others | {
            name: level for name, level in chosen.items() if isinstance(level, Level)
        }

    def set_levels(self, levels: Mapping[str, Level]) -> None:
        self._others = {name: level for name, level in levels.items() if name not in self.rows}
        for name, row in self.rows.items():
            row.set_value(levels.get(name))

    def set_general(self, level: Level) -> None:
        """Say which level the general one is."""
        name = translated(choice_text(level))
        text = QCoreApplication.translate("levels", "General ({level})").format(level=name)
        for control in self._inputs.values():
            control.set_choice_text(0, text)

    def set_effects(self, effects: Iterable[RoutineEffect], words: Words) -> None:
        for effect in effects:
            text = effect_text(effect, words)
            self.rows[effect.routine_id].set_help(text[:1].upper() + text[1:])


def make_pages(
    rows: Mapping[str, SettingRow],
    levels: LevelRows,
    dose_table: DoseTable,
    preview: LookPreview | None,
) -> dict[str, Page]:
    """A page for every section, by the section's source text."""
    declared = specs()
    intro = QCoreApplication.translate(
        "levels", "How demanding each routine is. General is the level set under “Doses”."
    )
    pages = {
        ROUTINES: Page(translated(ROUTINES), RowList(levels.rows.values()), intro),
        EXERCISES: Page(translated(EXERCISES), dose_table),
    }
    for section in dict.fromkeys(spec.section for spec in declared.values()):
        own = [row for name, row in rows.items() if declared[name].section == section]
        pages[section] = Page(translated(section), RowList(own))
    if preview is not None:
        pages[declared["skin_tone"].section].show_above(preview)
    return {section: pages[section] for section in sections()}
