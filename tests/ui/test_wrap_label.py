from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from backcare.ui.theme import LIGHT, palette_of
from backcare.ui.wrap_label import WrapLabel
from backcare.ui.wrapped_text import MOST_KEPT, Face
from tests.ui.browse_builders import LONG

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def face(qtbot: QtBot) -> Face:
    del qtbot
    return Face(QFont(QGuiApplication.font()))


def width_of(face: Face, text: str) -> float:
    return QFontMetricsF(face.font).horizontalAdvance(text)


def test_what_fits_is_one_line(face: Face) -> None:
    assert face.lines("Cat-cow", 500) == ("Cat-cow",)
    assert face.lines("", 500) == ()


def test_lines_are_broken_between_words(face: Face) -> None:
    lines = face.lines("Straight leg raise", width_of(face, "Straight leg") + 4)
    assert lines == ("Straight leg", "raise")


@pytest.mark.parametrize("width", [20, 60, 150, 400])
def test_no_line_is_wider_than_asked_for(face: Face, width: int) -> None:
    lines = face.lines(LONG, width, 100)
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")
    assert all(width_of(face, line) <= width for line in lines)


def test_what_is_beyond_the_last_line_is_cut_off(face: Face) -> None:
    lines = face.lines(LONG, 80, 2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width_of(face, lines[1]) <= 80


def test_a_width_of_nothing_breaks_nothing(face: Face) -> None:
    assert face.lines("ab", 0, 5)
    assert face.lines("ab", -4, 5)


def test_only_so_much_is_kept(face: Face) -> None:
    first = face.lines("0", 100)
    for number in range(MOST_KEPT + 1):
        face.lines(str(number), 100)
    assert face.lines("0", 100) == first


@pytest.fixture
def label(qtbot: QtBot) -> WrapLabel:
    made = WrapLabel("Straight leg raise with both knees bent")
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    return made


def test_a_label_is_as_high_as_its_lines(label: WrapLabel) -> None:
    line = label.fontMetrics().height()
    assert label.heightForWidth(1000) == pytest.approx(line, abs=1)
    assert label.heightForWidth(100) >= 3 * line - 1
    assert label.sizeHint().height() == pytest.approx(line, abs=1)
    assert label.minimumSizeHint().width() < 100
    label.setText("one\ntwo")
    assert label.heightForWidth(1000) == pytest.approx(2 * line, abs=2)


def inked(label: WrapLabel, width: int) -> list[int]:
    """The columns in which something is written."""
    label.resize(width, label.heightForWidth(width))
    image = label.grab().toImage()
    ground = image.pixelColor(0, 0).name()
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y).name() != ground for y in range(image.height()))
    ]


def test_a_label_writes_from_where_reading_begins(label: WrapLabel) -> None:
    label.setText("Bridge")
    assert max(inked(label, 400)) < 100
    label.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(inked(label, 400)) > 300


def test_a_label_writes_in_the_middle(label: WrapLabel) -> None:
    label.setText("Bridge")
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    columns = inked(label, 400)
    assert abs((columns[0] + columns[-1]) / 2 - 200) < 4


def test_a_label_grows_with_its_font(label: WrapLabel) -> None:
    before = label.heightForWidth(200)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    label.setFont(font)
    assert label.heightForWidth(200) > before * 2


def test_a_word_that_is_too_long_stays_within_the_label(label: WrapLabel) -> None:
    label.setText("Bandscheibenvorfallrücksichtnahme")
    assert max(inked(label, 90)) < 90
    assert label.heightForWidth(90) > 2 * label.fontMetrics().height()
