from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from backcare.ui.flow_layout import FlowLayout
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Block(QWidget):
    """Something that wants to be 100 by 20."""

    def sizeHint(self) -> QSize:
        return QSize(100, 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 20)


class Row(QWidget):
    """Three blocks in a flow."""

    def __init__(self, *, centred: bool = False) -> None:
        super().__init__()
        self.flow = FlowLayout(self, gap=10, centred=centred)
        self.blocks = [Block() for _ in range(3)]
        for block in self.blocks:
            self.flow.addWidget(block)

    def places(self) -> list[tuple[int, int]]:
        return [(block.x(), block.y()) for block in self.blocks]


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    made = Row()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()
    return made


def test_things_stand_in_a_line_as_long_as_there_is_room(row: Row) -> None:
    assert row.places() == [(0, 0), (110, 0), (220, 0)]
    assert row.flow.heightForWidth(320) == 20
    assert row.flow.sizeHint() == QSize(320, 20)
    assert row.flow.minimumSize() == QSize(60, 20)


def test_a_new_line_begins_where_there_is_none(row: Row) -> None:
    row.resize(319, 100)
    assert row.places() == [(0, 0), (110, 0), (0, 30)]
    assert row.heightForWidth(319) == 50
    row.resize(100, 100)
    assert row.places() == [(0, 0), (0, 30), (0, 60)]


def test_what_is_wider_than_a_line_gets_all_of_it(row: Row) -> None:
    row.resize(80, 100)
    assert [block.width() for block in row.blocks] == [80, 80, 80]


def test_what_is_hidden_takes_no_room(row: Row) -> None:
    row.blocks[0].hide()
    row.flow.activate()
    assert row.places()[1:] == [(0, 0), (110, 0)]
    for block in row.blocks:
        block.hide()
    assert row.flow.heightForWidth(400) == 0
    assert row.flow.sizeHint() == QSize(0, 0)


def test_lines_begin_where_reading_does(row: Row) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.flow.activate()
    assert row.places() == [(300, 0), (190, 0), (80, 0)]


def test_lines_may_be_centred(qtbot: QtBot) -> None:
    row = Row(centred=True)
    qtbot.addWidget(row)
    row.resize(400, 100)
    row.show()
    assert row.places() == [(40, 0), (150, 0), (260, 0)]


def test_margins_are_kept(row: Row) -> None:
    row.flow.setContentsMargins(5, 6, 7, 8)
    row.flow.activate()
    assert row.places()[0] == (5, 6)
    assert row.flow.heightForWidth(332) == 20 + 6 + 8
    assert row.flow.sizeHint() == QSize(332, 34)


def test_what_gets_higher_when_it_is_narrow_has_that_height(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    flow = FlowLayout(page)
    label = WrapLabel("a few words that do not fit into one line of that width")
    flow.addWidget(label)
    page.resize(120, 300)
    page.show()
    assert label.height() == label.heightForWidth(120) > label.fontMetrics().height()


def test_items_are_found_and_taken_by_number(row: Row) -> None:
    assert row.flow.count() == 3
    item = row.flow.itemAt(1)
    assert item is not None
    assert item.widget() is row.blocks[1]
    assert row.flow.itemAt(3) is None
    assert row.flow.takeAt(-1) is None
    assert row.flow.takeAt(1) is item
    assert row.flow.count() == 2
    assert not row.flow.expandingDirections()
