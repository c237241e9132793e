"""A session followed in a terminal, with a scripted keyboard and a clock that jumps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backcare.core.exercise import Limb, Sides
from backcare.core.planning import build_plan
from backcare.core.records import Record
from backcare.core.routine import Level
from backcare.core.session import State
from backcare.core.settings import Settings
from backcare.core.words import Words
from backcare.terminal import KEYS, LONGEST_WAIT_SECONDS
from tests.builders import make_activity, make_hold, make_moves, make_plan
from tests.shipped import shipped_catalogue
from tests.terminal_fakes import CTRL_C, SLEEP, Following

KNEE = replace(make_hold("knee-to-chest", reps=2, sides=Sides.EACH), limb=Limb.LEG)
ASKED = "End the session and see what you did? y ends it, other keys go on"
PAUSED = "Paused. Space goes on"


# Told from beginning to end


def test_every_phase_is_told_in_its_order() -> None:
    following = Following(make_plan(KNEE, make_moves("cat-cow", reps=2)))
    assert following.lines == [
        "",
        "1/2 Knee to chest · 10 s × 2, each side",
        "    1. Get into place.",
        "    2. Do it slowly.",
        "  Get ready, left leg · 10 s",
        "  Hold, left leg · 10 s · rep 1 of 2",
        "  Rest, left leg · 5 s",
        "  Hold, left leg · 10 s · rep 2 of 2",
        "  Switch sides, right leg · 8 s",
        "  Hold, right leg · 10 s · rep 1 of 2",
        "  Rest, right leg · 5 s",
        "  Hold, right leg · 10 s · rep 2 of 2",
        "",
        "2/2 Cat cow · 2 slow reps",
        "    1. Get into place.",
        "    2. Do it slowly.",
        "  Get ready · 15 s",
        "  Move · 6 s · rep 1 of 2",
        "  Move · 6 s · rep 2 of 2",
    ]
    assert following.session.state is State.FINISHED
    assert following.seconds == pytest.approx(following.session.plan.total_seconds)


@pytest.mark.parametrize("name", shipped_catalogue().routines)
def test_a_shipped_routine_is_followed_as_written_phase_by_phase(name: str) -> None:
    catalogue = shipped_catalogue()
    plan = build_plan(catalogue.routines[name], catalogue, level=Level.AS_WRITTEN)
    # Activities wait; whoever presses Enter again and again has started each in time.
    presses = [(float(second), "\r") for second in range(20, plan.total_seconds, 20)]
    following = Following(plan, *(presses if name == "six-areas" else ()))
    words = Words()
    lines = iter(following.lines)
    for phase in plan.phases:
        told = f"  {words.phase(phase.kind)}"
        assert any(line.startswith(told) for line in lines), phase
    assert following.session.records.summary()[-1].complete


def test_at_another_speed_the_same_is_told_in_less_time() -> None:
    plan = make_plan(KNEE)
    following = Following(plan, speed=100.0)
    assert following.lines == Following(plan).lines
    assert following.seconds == pytest.approx(plan.total_seconds / 100)


def test_no_wait_is_longer_than_a_second() -> None:
    following = Following(make_plan(KNEE, make_activity()), (90.0, " "), (100.0, "d"))
    assert following.keyboard.longest_wait <= LONGEST_WAIT_SECONDS
    assert following.keyboard.waits <= 2 * following.seconds


# Keys


def test_every_key_is_a_command_of_the_session_or_of_the_follower() -> None:
    session = Following(make_plan()).session
    for name in KEYS.values():
        assert name in ("leave", "enter") or callable(getattr(session, name))


def test_space_pauses_and_goes_on_with_a_count_in() -> None:
    following = Following(make_plan(), (12.0, " "), (50.0, " "))
    assert following.told() == [
        "Get ready · 10 s",
        "Hold · 10 s · rep 1 of 1",
        PAUSED,
        "Going on",
    ]
    assert following.seconds == pytest.approx(20 + 38 + 3)


@pytest.mark.parametrize("key", ["n", "\x1b[C"])
def test_a_phase_is_skipped(key: str) -> None:
    following = Following(make_plan(KNEE), (1.0, key), (2.0, key))
    assert following.told()[:3] == [
        "Get ready, left leg · 10 s",
        "Hold, left leg · 10 s · rep 1 of 2",
        "Rest, left leg · 5 s",
    ]
    assert following.session.records.of(1) == (Record.PARTLY, 1.0)
    assert following.seconds == pytest.approx(2 + 5 + 10 + 8 + 25)


def test_an_exercise_is_skipped() -> None:
    following = Following(make_plan(KNEE, make_moves(reps=1)), (1.0, "N"))
    assert following.told() == [
        "Get ready, left leg · 10 s",
        "Get ready · 15 s",
        "Move · 6 s · rep 1 of 1",
    ]


@pytest.mark.parametrize("key", ["b", "\x1b[D"])
def test_a_phase_is_begun_again(key: str) -> None:
    following = Following(make_plan(), (15.0, key))
    assert following.told()[1:] == ["Hold · 10 s · rep 1 of 1"] * 2
    assert following.seconds == pytest.approx(25)


@pytest.mark.parametrize("key", ["+", "\x1b[A"])
def test_a_phase_is_made_longer(key: str) -> None:
    following = Following(make_plan(), (15.0, key))
    assert following.told()[-1] == "10 s more"
    assert following.seconds == pytest.approx(30)


def test_that_it_hurts_ends_the_exercise_and_can_be_taken_back() -> None:
    plan = make_plan(KNEE, make_moves(reps=1))
    hurt = "That hurt: this exercise ends here. Press u to take it back"
    following = Following(plan, (12.0, "h"))
    assert following.told()[2:4] == [hurt, "Get ready · 15 s"]
    assert [row.hurt for row in following.session.records.summary()] == [True, False]
    taken_back = Following(plan, (12.0, "h"), (14.0, "u"))
    assert taken_back.told()[2:6] == [
        hurt,
        "Get ready · 15 s",
        "Hold, left leg · 10 s · rep 1 of 2",
        "Going on",
    ]
    assert not any(row.hurt for row in taken_back.session.records.summary())
    headings = [line for line in taken_back.lines if line[:1].isdigit()]
    assert [line[:3] for line in headings] == ["1/2", "2/2", "1/2", "2/2"]


@pytest.mark.parametrize("key", ["\r", "\n"])
def test_enter_ends_an_open_hold_as_done(key: str) -> None:
    plan = make_plan(make_hold("plank", seconds=30, cap=60, open_hold=True))
    following = Following(plan, (15.0, key))
    assert following.session.records.of(1) == (Record.DONE, 5.0)
    assert following.seconds == pytest.approx(15)


def test_enter_changes_nothing_in_another_hold() -> None:
    assert Following(make_plan(), (15.0, "\r")).seconds == pytest.approx(20)


@pytest.mark.parametrize("key", ["x", "\x1b[B", "1", "é", "y"])
def test_another_key_changes_nothing(key: str) -> None:
    following = Following(make_plan(), (5.0, key))
    assert following.lines == Following(make_plan()).lines
    assert following.seconds == pytest.approx(20)


# Activities


def test_an_activity_waits_for_the_person() -> None:
    following = Following(make_plan(make_activity(minutes=2)), (500.0, "\r"))
    assert following.told() == [
        "Get ready · 10 s",
        "When you are ready: Go 2 min · Enter starts, n skips, d done elsewhere",
        "Go · 2 min · rep 1 of 1",
    ]
    assert following.seconds == pytest.approx(500 + 120)


def test_an_activity_may_have_been_done_elsewhere() -> None:
    following = Following(make_plan(make_activity(minutes=2)), (15.0, "d"))
    assert following.session.records.of(1) == (Record.DONE, 120)
    assert following.seconds == pytest.approx(15)


def test_an_activity_may_be_skipped() -> None:
    following = Following(make_plan(make_activity(), make_moves(reps=1)), (15.0, "n"))
    assert following.session.records.of(1)[0] is Record.SKIPPED
    assert following.told()[-1] == "Move · 6 s · rep 1 of 1"


def test_whoever_wants_it_is_waited_for_before_every_exercise() -> None:
    plan = make_plan(settings=Settings(wait_before_exercise=True))
    following = Following(plan, (30.0, " "))
    assert following.told()[0].startswith("When you are ready: Get ready 10 s")
    assert following.seconds == pytest.approx(50)


def test_where_nobody_can_answer_an_activity_does_not_wait() -> None:
    following = Following(make_plan(make_activity(minutes=2)), interactive=False)
    assert following.session.state is State.FINISHED


# Leaving


@pytest.mark.parametrize("key", ["q", "\x1b", CTRL_C])
def test_leaving_asks_and_keeps_what_was_done(key: str) -> None:
    following = Following(make_plan(KNEE), (22.0, key), (60.0, "y"))
    assert following.told()[-2:] == [PAUSED, ASKED]
    assert following.session.records.of(1) == (Record.DONE, 10.0)
    assert following.seconds == pytest.approx(60)


@pytest.mark.parametrize("key", ["n", " ", "\r", "q", "\x1b"])
def test_any_other_answer_goes_on(key: str) -> None:
    following = Following(make_plan(), (12.0, "q"), (13.0, key))
    assert following.told()[-3:] == [PAUSED, ASKED, "Going on"]
    assert following.seconds == pytest.approx(20 + 1 + 3)
    assert following.session.records.summary()[0].complete


def test_whoever_asks_twice_with_ctrl_c_means_it() -> None:
    following = Following(make_plan(), (12.0, CTRL_C), (13.0, CTRL_C))
    assert following.seconds == pytest.approx(13)
    assert following.session.records.of(1) == (Record.PARTLY, 2.0)


def test_leaving_during_a_pause_goes_back_to_the_pause() -> None:
    following = Following(make_plan(), (12.0, " "), (20.0, "q"), (21.0, "x"), (30.0, " "))
    assert following.told()[2:] == [PAUSED, ASKED, "Going on"]
    assert following.seconds == pytest.approx(20 + 18 + 3)


def test_leaving_an_activity_that_waits_goes_back_to_waiting() -> None:
    plan = make_plan(make_activity(minutes=1))
    following = Following(plan, (15.0, "q"), (16.0, "x"), (20.0, "\r"))
    assert following.seconds == pytest.approx(80)


def test_where_nobody_can_answer_ctrl_c_ends_at_once() -> None:
    following = Following(make_plan(), (12.0, CTRL_C), interactive=False)
    assert ASKED not in following.told()
    assert following.session.state is State.FINISHED
    assert following.seconds == pytest.approx(12)


def test_after_a_sleep_of_the_machine_it_is_told_for_how_long() -> None:
    following = Following(make_plan(), (12.0, SLEEP), (320.0, " "))
    assert following.told()[2:] == ["Paused: you were away for 5 min. Space goes on", "Going on"]
    assert following.session.records.of(1)[1] == 10.0
