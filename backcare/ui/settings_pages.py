"""The pages of the settings dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from backcare.core.routine import Level
from backcare.core.setting_words import choice_text
from backcare.ui.controls import TextLabel
from backcare.ui.effect_line import effect_text
from backcare.ui.setting_controls import Hairline
from backcare.ui.setting_rows import GUTTER, ChoiceRow, SettingRow, translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QShowEvent

    from backcare.core.effects import RoutineEffect
    from backcare.core.routine import Routine
    from backcare.core.words import Words

HEADING_SCALE = 1.45
MARGIN = 28
ROW_SPACING = 9
RIGHT_OF_ROWS = 18  # between them and a scroll bar
WIDEST_PAGE = 56  # times the font's height


class RowList(QScrollArea):
    """Rows below each other, their controls along the right edge."""

    def __init__(self, rows: Iterable[SettingRow]) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._column = QWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QVBoxLayout(self._column)
        inner.setContentsMargins(0, 2, RIGHT_OF_ROWS, 8)
        inner.setSpacing(ROW_SPACING)
        for number, row in enumerate(self._rows):
            if number:
                inner.addWidget(Hairline(GUTTER))
            inner.addWidget(row)
        inner.addStretch()
        content = QWidget()
        outer = QHBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._column, 1000)
        outer.addStretch(1)
        self.setWidget(content)
        self._align()

    def _align(self) -> None:
        """Controls of one kind are equally wide."""
        self._column.setMaximumWidth(self.fontMetrics().height() * WIDEST_PAGE)
        widths: dict[type, int] = {}
        for row in self._rows:
            kind = type(row)
            widths[kind] = max(widths.get(kind, 0), row.control_width())
        for row in self._rows:
            row.set_control_width(widths[type(row)])

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
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(TextLabel(title, HEADING_SCALE, bold=True))
        self.intro = TextLabel("", soft=True, wrap=True)
        head.addWidget(self.intro)
        head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.set_intro(intro)
        below = QVBoxLayout()
        if isinstance(body, RowList):
            below.setContentsMargins(MARGIN - GUTTER, 0, MARGIN - RIGHT_OF_ROWS, 0)
        else:
            below.setContentsMargins(MARGIN, 0, MARGIN, 0)
        below.addWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 12)
        layout.setSpacing(14)
        layout.addLayout(head)
        layout.addLayout(below, 1)

    def show_above(self, widget: QWidget) -> None:
        """Put something between the heading and the rows, as wide as they are."""
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.addWidget(widget)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertLayout(1, row)

    def set_intro(self, text: str) -> None:
        self.intro.setText(text)
        self.intro.setVisible(bool(text))


class LevelRows:
    """A row per routine for the level it is done at; None is the general one."""

    def __init__(self, routines: Iterable[Routine]) -> None:
        choices: list[tuple[object, str]] = [(None, "")]
        choices += [(level, translated(choice_text(level))) for level in Level]
        self.rows = {routine.id: ChoiceRow(routine.name, "", None, choices) for routine in routines}
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
        for row in self.rows.values():
            row.set_choice_text(0, text)

    def set_effects(self, effects: Iterable[RoutineEffect], words: Words) -> None:
        for effect in effects:
            text = effect_text(effect, words)
            self.rows[effect.routine_id].set_help(text[:1].upper() + text[1:])
