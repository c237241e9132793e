from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from backcare.ui.page_columns import (
    MEDIUM,
    SHARES,
    SIDE_WIDTHS,
    WIDE,
    Arrangement,
    PageColumns,
)
from backcare.ui.theme import LIGHT, palette_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Columns(PageColumns):
    """Three columns with a field in each."""

    def __init__(self) -> None:
        self.parts = [QWidget() for _ in range(3)]
        self.fields = []
        for part in self.parts:
            field = QLineEdit()
            QVBoxLayout(part).addWidget(field)
            self.fields.append(field)
        super().__init__(*self.parts)
        # A splitter that is a window would not get narrower than its parts.
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self)

    @property
    def seen(self) -> list[bool]:
        return [part.isVisible() for part in self.parts]

    def be(self, text_heights: float) -> None:
        """Be so wide."""
        self.page.resize(round(text_heights * self.fontMetrics().height()) + 1, 500)


@pytest.fixture
def columns(qtbot: QtBot) -> Columns:
    made = Columns()
    qtbot.addWidget(made.page)
    made.page.setPalette(palette_of(LIGHT))
    made.be(WIDE)
    with qtbot.waitActive(made.page):
        made.page.show()
        made.page.activateWindow()
    return made


@pytest.mark.parametrize(
    ("width", "arrangement", "seen"),
    [
        (WIDE + 40, Arrangement.WIDE, [True, True, True]),
        (WIDE, Arrangement.WIDE, [True, True, True]),
        (WIDE - 1, Arrangement.MEDIUM, [False, True, True]),
        (MEDIUM, Arrangement.MEDIUM, [False, True, True]),
        (MEDIUM - 1, Arrangement.NARROW, [False, True, False]),
        (12, Arrangement.NARROW, [False, True, False]),
    ],
)
def test_there_are_as_many_columns_as_there_is_room_for(
    columns: Columns, width: float, arrangement: Arrangement, seen: list[bool]
) -> None:
    columns.be(width)
    assert columns.arrangement is arrangement
    assert columns.seen == seen
    columns.be(WIDE)
    assert columns.seen == [True, True, True]


def test_another_arrangement_is_told_once(qtbot: QtBot, columns: Columns) -> None:
    with qtbot.waitSignal(columns.arranged) as told:
        columns.be(MEDIUM)
    assert told.args == [Arrangement.MEDIUM]
    with qtbot.assertNotEmitted(columns.arranged):
        columns.be(MEDIUM + 5)


def test_larger_text_leaves_fewer_columns(columns: Columns) -> None:
    font = columns.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    columns.page.setFont(font)
    assert columns.arrangement is Arrangement.NARROW


def test_nothing_hangs_over_at_any_width(columns: Columns) -> None:
    for width in range(12, WIDE + 30, 3):
        columns.be(width)
        for part in columns.parts:
            if part.isVisible():
                assert part.x() >= 0
                assert part.geometry().right() <= columns.width()


# One column


def test_in_one_column_the_detail_takes_the_place_of_the_cards(columns: Columns) -> None:
    columns.be(MEDIUM - 1)
    told = [columns.is_detail_open]
    columns.open_detail(opened=True)
    told.append(columns.is_detail_open)
    assert told == [False, True]
    assert columns.seen == [False, False, True]
    columns.open_detail(opened=False)
    assert columns.seen == [False, True, False]


def test_with_room_for_both_nothing_takes_a_place(columns: Columns) -> None:
    columns.open_detail(opened=True)
    assert not columns.is_detail_open
    assert columns.seen == [True, True, True]


@pytest.mark.parametrize("field", [1, 2])
def test_what_has_the_keyboard_is_what_stays(columns: Columns, field: int) -> None:
    columns.fields[field].setFocus()
    columns.be(MEDIUM - 1)
    assert columns.parts[field].isVisible()
    assert columns.is_detail_open is (field == 2)
    assert QApplication.focusWidget() is columns.fields[field]


# Shares


def sizes(columns: Columns) -> list[int]:
    return [part.width() for part in columns.parts]


def test_the_usual_shares(columns: Columns) -> None:
    side, cards, detail = sizes(columns)
    em = columns.fontMetrics().height()
    assert side == pytest.approx(SIDE_WIDTHS[1] * em, abs=2)
    assert cards / (cards + detail) == pytest.approx(SHARES[1], abs=0.01)


def test_what_the_person_has_drawn_stays_at_other_widths(columns: Columns) -> None:
    before = sizes(columns)
    columns.moveSplitter(before[0] + 40, 1)
    side = columns.parts[0].width()
    assert side == before[0] + 40
    columns.be(WIDE + 20)
    assert columns.parts[0].width() == pytest.approx(side, abs=1)
    columns.be(MEDIUM)
    columns.be(WIDE)
    assert columns.parts[0].width() == pytest.approx(side, abs=1)


def test_shares_are_found_again(qtbot: QtBot, columns: Columns) -> None:
    columns.moveSplitter(sizes(columns)[0] + 60, 1)
    columns.moveSplitter(sum(sizes(columns)[:2]) - 50, 2)
    text = columns.shares_text()
    other = Columns()
    qtbot.addWidget(other.page)
    other.restore_shares(text)
    other.page.resize(columns.size())
    other.page.show()
    assert sizes(other) == pytest.approx(sizes(columns), abs=3)
    assert other.shares_text() == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "15",
        "15 0.5 3",
        "nan nan",
        "inf 0.5",
        "-15 0.5",
        "15 0.99",
        "900 0.5",
        "15 x",
        "\0",
    ],
)
def test_garbage_leaves_the_usual_shares(columns: Columns, text: str) -> None:
    before = columns.shares_text()
    columns.restore_shares(text)
    assert columns.shares_text() == before


def test_no_column_can_be_drawn_shut(columns: Columns) -> None:
    for place, handle in ((0, 1), (columns.width(), 1), (columns.width(), 2), (0, 2)):
        columns.moveSplitter(place, handle)
        assert all(width > 8 * columns.fontMetrics().height() for width in sizes(columns))


def test_columns_are_mirrored_where_reading_begins_at_the_right(columns: Columns) -> None:
    columns.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    columns.be(WIDE + 1)
    side, cards, detail = (part.x() for part in columns.parts)
    assert detail < cards < side


def test_the_handles_can_be_seen(columns: Columns) -> None:
    handle = columns.handle(1)
    image = handle.grab().toImage()
    colour = image.pixelColor(image.width() // 2, image.height() // 2).name()
    assert colour in (LIGHT.edge, LIGHT.accent)
