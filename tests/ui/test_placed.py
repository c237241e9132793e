from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from backcare.ui.paragraph import Paragraph
from backcare.ui.placed import WIDEST, Grid, Pair, Placed, height_of
from tests.ui.detail_builders import window_around

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

GAP = 8


class Block(QWidget):
    """Wants to be of a certain size, and bears to be half as wide."""

    def __init__(self, width: int = 100, height: int = 30) -> None:
        super().__init__()
        self._wish = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._wish

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wish.width() // 2, self._wish.height())

    def wish(self, width: int, height: int) -> None:
        self._wish = QSize(width, height)
        self.updateGeometry()


def make_grid(qtbot: QtBot, count: int, width: int) -> tuple[Grid, list[QWidget]]:
    grid, cells = Grid(gap=GAP), [Block() for _ in range(count)]
    grid.show_cells(list(cells))
    window_around(qtbot, grid, width)
    return grid, list(cells)


# A grid


@pytest.mark.parametrize(
    ("count", "width", "columns"),
    [(4, 500, 4), (4, 424, 4), (4, 423, 2), (4, 207, 1), (3, 400, 3), (3, 300, 2), (1, 60, 1)],
)
def test_as_many_cells_stand_in_a_row_as_there_is_room_for(
    qtbot: QtBot, count: int, width: int, columns: int
) -> None:
    grid, cells = make_grid(qtbot, count, width)
    assert grid.columns(width) == columns
    rows = -(-count // columns)
    assert grid.heightForWidth(width) == grid.height() == rows * 30 + (rows - 1) * GAP
    assert len({cell.y() for cell in cells}) == rows
    assert len({cell.width() for cell in cells}) == 1
    assert max(cell.geometry().right() for cell in cells) < width


def test_cells_are_not_torn_apart(qtbot: QtBot) -> None:
    _, (cell,) = make_grid(qtbot, 1, 900)
    assert cell.width() == 100 * WIDEST


def test_a_row_is_as_high_as_its_highest_cell(qtbot: QtBot) -> None:
    grid = Grid(gap=GAP)
    low, high = Block(), Block(height=50)
    grid.show_cells([low, high])
    window_around(qtbot, grid, 300)
    assert (low.height(), high.height()) == (50, 50)


def test_other_cells_take_the_place_of_those_before(qtbot: QtBot) -> None:
    grid, cells = make_grid(qtbot, 3, 400)
    grid.show_cells(cells[1:])
    assert [cell.isVisible() for cell in cells] == [False, True, True]
    assert cells[1].x() == 0
    assert grid.narrowest() == 50
    grid.show_cells([])
    assert (grid.heightForWidth(400), grid.narrowest()) == (0, 0)


def test_a_cell_that_grows_makes_the_grid_grow(qtbot: QtBot) -> None:
    grid, cells = make_grid(qtbot, 2, 400)
    block = cells[0]
    assert isinstance(block, Block)
    block.wish(100, 70)
    qtbot.waitUntil(lambda: grid.height() == 70)
    assert block.height() == 70


def test_from_right_to_left_the_first_cell_stands_at_the_right(qtbot: QtBot) -> None:
    grid, cells = make_grid(qtbot, 2, 400)
    assert cells[0].x() < cells[1].x()
    grid.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert cells[0].x() > cells[1].x()
    assert cells[0].geometry().right() == grid.width() - 1


# A pair


def make_pair(qtbot: QtBot, width: int) -> tuple[Pair, Paragraph, Block]:
    text, button = Paragraph("Some words which take more than a line of this."), Block(80, 40)
    pair = Pair(text, button)
    window_around(qtbot, pair, width)
    return pair, text, button


def test_a_button_stands_at_the_end_of_the_line(qtbot: QtBot) -> None:
    pair, text, button = make_pair(qtbot, 400)
    assert button.geometry().right() == 399
    assert text.geometry().right() < button.x()
    assert button.y() + button.height() // 2 == pytest.approx(pair.height() // 2, abs=1)


def test_where_there_is_no_room_it_stands_below(qtbot: QtBot) -> None:
    pair, text, button = make_pair(qtbot, 150)
    assert button.y() >= text.geometry().bottom()
    assert (text.width(), button.x()) == (150, 0)
    assert pair.height() == button.geometry().bottom() + 1
    assert text.height() >= height_of(text, 150)


def test_without_its_button_the_text_has_the_whole_line(qtbot: QtBot) -> None:
    pair, text, button = make_pair(qtbot, 400)
    button.hide()
    pair.place()
    assert text.width() == 400
    assert pair.narrowest() == text.minimumSizeHint().width()


def test_a_pair_is_mirrored_too(qtbot: QtBot) -> None:
    pair, _, button = make_pair(qtbot, 400)
    pair.window().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert button.x() == 0


def test_a_widget_that_places_nothing_needs_no_room(qtbot: QtBot) -> None:
    bare = Placed()
    qtbot.addWidget(bare)
    assert bare.arranged(100) == (0, [])
    assert bare.narrowest() == 0
    assert bare.minimumSizeHint().width() == 0
