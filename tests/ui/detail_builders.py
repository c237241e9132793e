"""Sheets and windows for the tests of what the detail panel is made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backcare.core.dose import OVERRIDE_LIMITS
from backcare.core.exercise import Position
from backcare.ui.exercise_sheet import DoseNumber, ExerciseSheet, Neighbour
from backcare.ui.theme import LIGHT, palette_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pytestqt.qtbot import QtBot

    from backcare.ui.theme import Tokens

SHEET = ExerciseSheet(
    exercise="pelvic-tilt",
    name="Pelvic tilt",
    position=Position.SUPINE,
    about="On your back · mobility",
    steps=("Lie down.", "Flatten your back.", "Let go."),
    feel="Your back touches the floor.",
    avoid="Holding your breath.",
    dose="2 x 10 s",
    dose_note="",
    cautions=(),
    notes=(("From", "A leaflet"),),
)
CAT_COW = Neighbour("cat-cow", "Cat-cow")
BRIDGE = Neighbour("bridge", "Bridge")
PELVIC_TILT = Neighbour("pelvic-tilt", "Pelvic tilt")


def dosed(
    numbers: Mapping[str, int],
    *,
    own: Mapping[str, int] | None = None,
    sheet: ExerciseSheet = SHEET,
) -> ExerciseSheet:
    """The sheet with these numbers to change; those of `own` are the person's."""
    own = own or {}
    made = tuple(
        DoseNumber(
            field,
            own.get(field, number),
            *OVERRIDE_LIMITS[field],
            without=number,
            own=field in own,
        )
        for field, number in numbers.items()
    )
    changed = ", ".join(f"{field} {numbers[field]}" for field in own)
    return replace(sheet, numbers=made, changed=f"Changed from {changed}" if own else "")


def window_around(
    qtbot: QtBot, widget: QWidget, width: int, height: int = 300, tokens: Tokens = LIGHT
) -> QWidget:
    """An active window of that size with nothing else in it; it stays until the test ends."""
    window = QWidget()
    # Only what is referred to from here lives as long as the test.
    qtbot.addWidget(window, before_close_func=lambda _: window.hide())
    window.setPalette(palette_of(tokens))
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch()
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.setFocus()
    QTest.mouseMove(window, window.rect().bottomRight())
    return window
