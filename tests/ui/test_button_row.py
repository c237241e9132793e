from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.ui.button_row import ButtonRow
from backcare.ui.controls import PillButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages import TextSize


@pytest.fixture
def buttons() -> tuple[PillButton, PillButton, PillButton]:
    return PillButton("I have read this", key="Enter"), PillButton("Not now"), PillButton("Back")


@pytest.fixture
def row(qtbot: QtBot, buttons: tuple[PillButton, PillButton, PillButton]) -> ButtonRow:
    made = ButtonRow(buttons[:2], buttons[2:])
    qtbot.addWidget(made)
    made.resize(900, 80)
    made.show()
    return made


def tops(buttons: tuple[PillButton, ...]) -> set[int]:
    return {button.y() for button in buttons}


def test_they_stand_in_a_row_from_both_ends(
    row: ButtonRow, buttons: tuple[PillButton, ...]
) -> None:
    first, second, last = buttons
    assert len(tops(buttons)) == 1
    assert first.geometry().right() < second.x() < second.geometry().right() < last.x()
    assert row.width() - last.geometry().right() < 60
    assert row.sizeHint().height() > first.height()


def test_a_hidden_one_takes_no_room(row: ButtonRow, buttons: tuple[PillButton, ...]) -> None:
    first, second, last = buttons
    for hidden in (first, last):
        hidden.hide()
    row.arrange()
    assert second.x() < 60


def test_large_text_becomes_smaller_before_they_stack(
    row: ButtonRow, buttons: tuple[PillButton, ...], text_size: TextSize
) -> None:
    text_size(300)
    row.resize(1000, 80)
    assert len(tops(buttons)) == 1
    assert buttons[-1].geometry().right() < 1000
    for button in buttons:
        assert button.width() == button.sizeHint().width()


def test_where_nothing_helps_they_stand_below_each_other(
    row: ButtonRow, buttons: tuple[PillButton, ...]
) -> None:
    row.resize(260, 80)
    places = [button.geometry() for button in buttons]
    assert places[0].bottom() < places[1].top()
    assert places[1].bottom() < places[2].top()
    assert row.sizeHint().height() > places[2].bottom()
    assert row.minimumSizeHint() == row.sizeHint()
