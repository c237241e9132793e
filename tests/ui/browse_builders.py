"""Cards, routines and a heading for the tests of the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.exercise import Aim, Position, Sides
from backcare.core.routine import Level
from backcare.core.search import AtMost, Traits, search_text
from backcare.core.words import Words
from backcare.ui.browse_heading import BrowseHeading
from backcare.ui.exercise_rows import ROW_ROLE, ExerciseRow
from backcare.ui.filter_panel import FilterGroup
from backcare.ui.level_segment import LevelChoice
from backcare.ui.routine_rows import RoutineRow
from tests.builders import make_hold

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

LONG = "Half-kneeling hip flexor stretch with Bandscheibenvorfallrücksichtnahme"

GENTLE = LevelChoice(Level.GENTLE, "Gentle", "12 min")
AS_WRITTEN = LevelChoice(Level.AS_WRITTEN, "As written", "24 min")
LEVELS = (GENTLE, AS_WRITTEN)

HEADING = BrowseHeading(
    title="Morning",
    line="7 exercises, about 12 min",
    summary="A few things to do.",
    levels=LEVELS,
    can_start=True,
    lay_out="Lay out: a mat.",
    notice="Adapted to you: 1 exchanged",
)

POSITIONS = FilterGroup(
    "Position", ((Position.SUPINE, "on your back"), (Position.KNEELING, "kneeling"))
)
TIMES = FilterGroup("Time", ((AtMost(60), "up to 1 min"), (AtMost(120), "up to 2 min")), True)
GROUPS = (POSITIONS, TIMES)

ROUTINES = (
    RoutineRow("", "ROUTINES"),
    RoutineRow("morning", "Morning", "7 exercises, about 12 min"),
    RoutineRow("evening", "Evening", "3 exercises, about 5 min"),
    RoutineRow("", ""),
    RoutineRow("*", "All exercises", icon="list"),
)


def make_row(
    key: str,
    name: str,
    position: Position = Position.SUPINE,
    *,
    heading: str = "",
    mark: str = "",
    seconds: int = 90,
) -> ExerciseRow:
    """A card; its number is one more than its key."""
    exercise = make_hold(name, position=position)
    text = search_text(exercise, Words())
    return ExerciseRow(
        key=key,
        exercise=name,
        number=int(key) + 1,
        name=exercise.name,
        line="2 x 10 s",
        position=position,
        heading=heading,
        mark=mark,
        traits=Traits(text, position, (Aim.STRETCH,), Sides.BOTH, seconds),
    )


ROWS = (
    make_row("0", "pelvic-tilt", heading="Lower back"),
    make_row("1", "cat-cow", Position.KNEELING),
    make_row("2", "plank", Position.PRONE, heading="Strength", mark="dose changed by you"),
    make_row("3", "knee-to-chest", seconds=40),
)


def shown(model: QAbstractItemModel) -> list[str]:
    """The exercises of the cards that are shown."""
    rows = (model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount()))
    return [str(row.exercise) for row in rows]
