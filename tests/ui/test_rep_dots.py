from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication  # noqa: TC002 - pytest-qt makes it

from backcare.ui.rep_dots import MOST_DOTS, RepDots
from backcare.ui.theme import DARK, palette_of


def dots(reps: int, current: int = 1, *, active: bool = True) -> RepDots:
    widget = RepDots()
    widget.setPalette(palette_of(DARK))
    widget.setAutoFillBackground(True)
    widget.resize(420, 48)
    widget.set_reps(current, reps, active=active)
    return widget


def coloured(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("reps", range(1, 101))
def test_from_1_to_100_reps_something_readable_stands_inside_the_widget(reps: int) -> None:
    widget = dots(reps, current=max(1, reps // 2))
    boxes = widget.dots()
    assert len(boxes) == (reps if reps <= MOST_DOTS else 0)
    for box in boxes:
        assert widget.rect().toRectF().adjusted(-0.5, -0.5, 0.5, 0.5).contains(box)
        assert box.width() >= 20
    for one, other in combinations(boxes, 2):
        assert not one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)
    assert coloured(widget.grab().toImage(), DARK.ink) > 20


def test_done_current_and_to_come_differ_in_shape(qapp: QApplication) -> None:
    del qapp
    widget = dots(3, current=2)
    image = widget.grab().toImage()
    lit = []
    for box in widget.dots():
        area = box.toAlignedRect().intersected(image.rect())
        lit.append(
            {
                (x - area.left(), y - area.top())
                for x in range(area.left(), area.right())
                for y in range(area.top(), area.bottom())
                if image.pixelColor(x, y) != QColor(DARK.background)
            }
        )
    done, current, coming = lit
    assert len(current) > len(done) > 2 * len(coming)
    assert len(current ^ done) > 200


def test_the_current_dot_is_full_only_during_the_effort(qapp: QApplication) -> None:
    del qapp
    resting = coloured(dots(3, current=2, active=False).grab().toImage(), DARK.ink)
    holding = coloured(dots(3, current=2, active=True).grab().toImage(), DARK.ink)
    assert holding > 1.3 * resting


def test_a_bar_grows_with_the_reps_that_are_done(qapp: QApplication) -> None:
    del qapp
    filled = [coloured(dots(60, rep).grab().toImage(), DARK.hold) for rep in (1, 20, 40, 60)]
    assert filled == sorted(set(filled))
    assert filled[0] == 0 < filled[1]


def test_what_is_done_stands_where_one_begins_to_read(qapp: QApplication) -> None:
    del qapp
    for reps, where in ((5, "dots"), (60, "bar")):
        widget = dots(reps, current=reps // 2)
        lit = {}
        for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
            widget.setLayoutDirection(direction)
            image = widget.grab().toImage()
            hue = QColor(DARK.hold)
            columns = [
                x
                for x in range(image.width())
                if any(image.pixelColor(x, y) == hue for y in range(image.height()))
            ]
            lit[direction] = sum(columns) / len(columns)
        left, right = lit.values()
        assert left < 210 < right, where
        assert abs(left + right - 419) < 3


def test_a_long_bar_has_a_gap_after_each_ten(qapp: QApplication) -> None:
    del qapp
    image = dots(100, current=1).grab().toImage()
    row = [image.pixelColor(x, 24) == QColor(DARK.track) for x in range(image.width())]
    assert sum(one and not other for one, other in pairwise(row)) == 10


def test_a_screen_reader_hears_how_many_are_done(qapp: QApplication) -> None:
    del qapp
    widget = dots(10, current=4)
    assert widget.accessibleDescription() == "3 of 10 done"
