from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer

from backcare.services.session_timer import (
    FIGURE_SECONDS,
    LONGEST_HOP_SECONDS,
    RING_SECONDS,
    TAIL_SECONDS,
    SessionTimer,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.usefixtures("qapp")


def asked(seconds: float, picture_seconds: float = float("inf")) -> int:
    """The milliseconds that Qt is asked to wait."""
    timer = SessionTimer()
    timer.arm(seconds, picture_seconds=picture_seconds)
    return inner(timer).interval()


def inner(timer: SessionTimer) -> QTimer:
    found = timer.findChild(QTimer)
    assert isinstance(found, QTimer)
    return found


@pytest.mark.parametrize(
    ("seconds", "milliseconds"),
    [
        (-5.0, 1),
        (0.0, 1),
        (0.0001, 1),
        (0.001, 1),
        (0.0011, 2),
        (0.015, 15),
        (0.020, 20),
        (0.0205, 11),
        (0.5, 490),
        (1.0, 990),
        (1.01, 990),
        (600.0, 990),
        (float("inf"), 990),
    ],
)
def test_hops_are_short_and_end_before_the_moment(seconds: float, milliseconds: int) -> None:
    assert asked(seconds) == milliseconds


@pytest.mark.parametrize(
    ("seconds", "milliseconds"), [(0.0, 1), (0.01, 10), (0.05, 40), (0.5, 67), (600.0, 67)]
)
def test_pictures_come_more_often(seconds: float, milliseconds: int) -> None:
    assert asked(seconds, RING_SECONDS) == milliseconds
    assert asked(600.0, RING_SECONDS) / 1000 == pytest.approx(RING_SECONDS, abs=0.001)
    assert asked(600.0, FIGURE_SECONDS) / 1000 == pytest.approx(FIGURE_SECONDS, abs=0.001)


def test_hops_that_never_oversleep_lead_to_the_moment() -> None:
    left, hops = 10.0, 0
    while left > 0:
        hop = asked(left) / 1000
        # Only the last, precise one may end after the moment, by less than a millisecond.
        assert hop < left + 0.001
        assert hop <= left - TAIL_SECONDS / 2 + 0.001 or left <= TAIL_SECONDS
        left, hops = left - hop, hops + 1
    assert hops <= 10 / LONGEST_HOP_SECONDS + 4


def test_one_arming_wakes_once_and_precisely(qtbot: QtBot) -> None:
    timer = SessionTimer()
    timer.arm(0.0)
    assert inner(timer).isSingleShot()
    assert inner(timer).timerType() is Qt.TimerType.PreciseTimer
    with qtbot.waitSignal(timer.woke):
        assert inner(timer).isActive()
    assert not inner(timer).isActive()


def test_whoever_listens_may_arm_again(qtbot: QtBot) -> None:
    timer = SessionTimer()
    timer.woke.connect(lambda: timer.arm(0.0))
    timer.arm(0.0)
    with qtbot.waitSignals([timer.woke] * 3):
        pass
    assert inner(timer).isActive()
    timer.stop()


def test_arming_again_replaces_the_first_arming() -> None:
    timer = SessionTimer()
    timer.arm(600.0)
    timer.arm(0.015)
    assert inner(timer).interval() == 15


def test_a_stopped_timer_does_not_wake() -> None:
    timer = SessionTimer()
    timer.arm(0.0)
    timer.stop()
    assert not inner(timer).isActive()
    timer.stop()
