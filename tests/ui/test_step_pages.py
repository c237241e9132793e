from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication  # noqa: TC002 - pytest-qt makes it

from backcare.ui.step_pages import SHORTEST_SECONDS, Pages, paginate
from backcare.ui.text_blocks import Block, Mark

BOX = QRect(0, 0, 620, 200)


def steps(*lengths: int) -> tuple[Block, ...]:
    """Steps of so many letters each, in words."""
    return tuple(
        Block(Mark.NUMBER, ("Lorem ip " * 40)[:length], number)
        for number, length in enumerate(lengths, start=1)
    )


def pages(seconds: float, *lengths: int, box: QRect = BOX) -> Pages:
    return paginate(QFont(), steps(*lengths), box, 40, seconds)


@pytest.mark.parametrize("seconds", [3, 5, 8, 10, 15, 30, 600])
def test_no_page_stands_for_less_than_can_be_read(qapp: QApplication, seconds: int) -> None:
    del qapp
    made = pages(seconds, 58, 46, 78, 65, 43)
    count = len(made.groups)
    stands = [made.seconds_of(page) for page in range(count)]
    assert sum(stands) == pytest.approx(seconds)
    assert min(stands) >= SHORTEST_SECONDS or count == 1
    assert [block for group in made.groups for block in group] == list(steps(58, 46, 78, 65, 43))


def test_more_to_read_has_more_time(qapp: QApplication) -> None:
    del qapp
    made = pages(20, 120, 30, 120)
    long, short, _ = (made.seconds_of(page) for page in range(3))
    assert long > short


def test_the_page_is_a_question_of_time_alone(qapp: QApplication) -> None:
    del qapp
    made = pages(15, 58, 46, 78, 65, 43)
    shown = [made.page_at(tenth / 10) for tenth in range(-5, 160)]
    assert shown == sorted(shown)
    assert (shown[0], shown[-1]) == (0, len(made.groups) - 1)
    assert all(other - one <= 1 for one, other in pairwise(shown))
    assert made.page_at(0.0) == 0


def test_the_last_page_before_an_effort_is_not_the_last_step(qapp: QApplication) -> None:
    del qapp
    feel = Block(Mark.GOOD, "A gentle stretch in the buttock.")
    blocks = steps(58, 46, 78, 65, 43)
    for seconds in (10.0, 15.0, 30.0):
        made = paginate(QFont(), blocks, BOX, 40, seconds, feel)
        *before, last = made.groups
        assert last == (feel,)
        assert [block for group in before for block in group] == list(blocks)
        assert made.seconds_of(len(before)) >= SHORTEST_SECONDS
    assert paginate(QFont(), blocks, BOX, 40, 3.0, feel).groups == (blocks,), "no time for pages"


def test_without_time_all_stands_on_one_page(qapp: QApplication) -> None:
    del qapp
    made = pages(0, 58, 46, 78)
    assert len(made.groups) == 1
    assert made.px < pages(30, 58, 46, 78).px


def test_what_has_no_room_at_all_is_left_out_from_the_end(qapp: QApplication) -> None:
    del qapp
    made = pages(0, 30, 300, 300, box=QRect(0, 0, 300, 60))
    assert [block.number for block in made.groups[0]] == [1]
    assert pages(10, 300, box=QRect(0, 0, 40, 12)) == Pages()
