"""Session time, real time, and how one is told from the other."""

from __future__ import annotations

import time

import pytest

from backcare.services.clock import SessionClock, awake_and_asleep


class FakeClock:
    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def test_session_time_begins_at_zero() -> None:
    assert SessionClock(monotonic=FakeClock(1234.5)).now() == 0.0


@pytest.mark.parametrize("speed", [0.1, 1.0, 200.0])
def test_session_time_runs_as_fast_as_it_was_told_to(speed: float) -> None:
    monotonic = FakeClock(100.0)
    clock = SessionClock(speed, monotonic)
    monotonic.now = 102.0
    assert clock.speed == speed
    assert clock.now() == pytest.approx(2 * speed)
    assert clock.monotonic() == 102.0
    assert clock.monotonic_at(clock.now()) == pytest.approx(102.0)
    assert clock.monotonic_at(0.0) == 100.0
    assert clock.seconds_until(12 * speed) == pytest.approx(10.0)


def test_what_is_past_is_now() -> None:
    monotonic = FakeClock(100.0)
    clock = SessionClock(1.0, monotonic)
    monotonic.now = 110.0
    assert clock.seconds_until(5.0) == 0.0
    assert clock.seconds_until(10.0) == 0.0


def test_real_time_is_never_scaled() -> None:
    real = FakeClock(7.0)
    clock = SessionClock(200.0, FakeClock(0.0), real)
    assert clock.real() == 7.0
    real.now = 307.0
    assert clock.real() == 307.0


def test_the_clock_of_the_machine_goes_on_and_counts_sleep() -> None:
    first = awake_and_asleep()
    assert awake_and_asleep() >= first
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(time.clock_gettime(time.CLOCK_BOOTTIME) - first) < 5.0


def test_other_systems_have_other_clocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    if hasattr(time, "CLOCK_MONOTONIC_RAW"):
        raw = time.clock_gettime(time.CLOCK_MONOTONIC_RAW)
        assert abs(awake_and_asleep() - raw) < 5.0
        monkeypatch.delattr(time, "CLOCK_MONOTONIC_RAW")
    assert abs(awake_and_asleep() - time.monotonic()) < 5.0


def test_without_fakes_the_clocks_of_the_machine_are_used() -> None:
    clock = SessionClock()
    assert 0.0 <= clock.now() < 5.0
    assert abs(clock.real() - awake_and_asleep()) < 5.0
    assert abs(clock.monotonic() - time.monotonic()) < 5.0
