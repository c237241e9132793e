"""What is left of a phase is a deadline less the time, with a count-in before it or none."""

from __future__ import annotations

import pytest

from backcare.core.countdown import Beat, Countdown


def beats(countdown: Countdown, until: float) -> list[tuple[float, Beat]]:
    """The beats that are due up to a time, with their dues, short of the end of the phase."""
    happened = []
    while (due := countdown.next_due()) is not None and due <= until:
        beat = countdown.beat()
        happened.append((due, beat))
        if beat == Beat(0, counting_in=False):
            break
    return happened


def run_for(seconds: int, *, at: float = 0.0, count_in: int = 0) -> Countdown:
    countdown = Countdown(seconds)
    countdown.run(at, count_in)
    return countdown


def test_a_new_countdown_stands_still() -> None:
    countdown = Countdown(3)
    assert not countdown.is_running
    assert countdown.next_due() is None
    assert countdown.left(100.0) == 3
    assert countdown.spent(100.0) == 0
    assert countdown.count_in_left(100.0) == 0


def test_a_countdown_that_runs_comes_nearer_its_end() -> None:
    countdown = run_for(3, at=10.0)
    assert countdown.is_running
    assert countdown.left(10.75) == 2.25
    assert countdown.spent(10.75) == 0.75


def test_nothing_is_left_after_the_end() -> None:
    countdown = run_for(3, at=10.0)
    assert countdown.left(20.0) == 0
    assert countdown.spent(20.0) == 3


def test_every_whole_second_is_a_beat_and_the_last_one_is_zero() -> None:
    assert beats(run_for(3, at=10.0), 100.0) == [
        (11.0, Beat(2, counting_in=False)),
        (12.0, Beat(1, counting_in=False)),
        (13.0, Beat(0, counting_in=False)),
    ]


def test_a_count_in_has_beats_of_its_own_and_then_the_phase_runs() -> None:
    assert beats(run_for(2, count_in=2), 100.0) == [
        (1.0, Beat(1, counting_in=True)),
        (2.0, Beat(0, counting_in=True)),
        (3.0, Beat(1, counting_in=False)),
        (4.0, Beat(0, counting_in=False)),
    ]


def test_a_count_in_uses_up_none_of_the_phase() -> None:
    countdown = run_for(5, count_in=3)
    assert countdown.is_running
    assert countdown.left(2.0) == 5
    assert countdown.count_in_left(2.0) == 1
    assert countdown.count_in_left(9.0) == 0
    beats(countdown, 3.0)
    assert countdown.count_in_left(3.0) == 0
    assert countdown.left(4.0) == 4


@pytest.mark.parametrize(
    ("stopped", "numbers"), [(1.0, [1, 0]), (1.25, [1, 0]), (0.75, [2, 1, 0]), (2.5, [0])]
)
def test_standing_still_repeats_and_drops_no_second(stopped: float, numbers: list[int]) -> None:
    countdown = run_for(3)
    beats(countdown, stopped)
    countdown.stand_still(stopped)
    assert not countdown.is_running
    assert countdown.left(50.0) == 3 - stopped
    countdown.run(60.0)
    assert [beat.seconds for _, beat in beats(countdown, 100.0)] == numbers


def test_standing_still_forgets_a_count_in() -> None:
    countdown = run_for(5, count_in=3)
    countdown.stand_still(1.0)
    assert countdown.count_in_left(1.0) == 0
    assert countdown.left(1.0) == 5


def test_a_longer_phase_ends_later() -> None:
    countdown = run_for(3)
    beats(countdown, 1.0)
    countdown.extend(2)
    assert countdown.seconds == 5
    assert countdown.left(1.0) == 4
    assert beats(countdown, 100.0)[0] == (2.0, Beat(3, counting_in=False))
    assert countdown.next_due() == 5.0


def test_a_phase_may_grow_while_it_stands_still_or_is_counted_in() -> None:
    still, counted_in = Countdown(3), run_for(3, count_in=1)
    still.extend(2)
    counted_in.extend(2)
    assert still.left(0.0) == counted_in.left(0.0) == 5
    assert not still.is_running
    assert beats(counted_in, 2.0) == [
        (1.0, Beat(0, counting_in=True)),
        (2.0, Beat(4, counting_in=False)),
    ]
