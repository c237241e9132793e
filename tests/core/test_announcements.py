"""What somebody hears who only listens."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.core.announcements import Announcer
from backcare.core.exercise import Limb, Sides
from backcare.core.frame import Frame, frame_of
from backcare.core.session import Session
from backcare.core.settings import Settings
from backcare.core.words import Words
from tests.builders import make_activity, make_hold, make_item, make_moves, make_plan

if TYPE_CHECKING:
    from backcare.core.plan import Plan

KNEE = replace(make_hold("knee-to-chest", seconds=15, reps=2, sides=Sides.EACH), limb=Limb.LEG)
TILT = make_plan()
"""10 s to get ready, 10 s held."""


class Listener:
    """Follows a session second by second and hears what is said at each frame."""

    def __init__(self, plan: Plan, *, speed: float = 1.0, count_in_seconds: int = 3) -> None:
        self.session = Session(plan, count_in_seconds=count_in_seconds)
        self._announcer = Announcer(Words(), speed=speed)
        self._before: Frame | None = None
        self._now = 0.0
        self.heard: list[str] = []
        self.session.start(0.0)
        self.look()

    def look(self) -> str:
        """What is said now; "" is not kept."""
        frame = frame_of(self.session, self._now)
        said, self._before = self._announcer.sentence(self._before, frame), frame
        if said:
            self.heard.append(said)
        return said

    def seconds(self, count: int) -> list[str]:
        """What is said while so many seconds pass."""
        first = len(self.heard)
        for _ in range(count):
            self._now += 1.0
            self.session.advance(self._now)
            self.look()
        return self.heard[first:]

    def do(self, command: str) -> str:
        """What is said when the person does something."""
        getattr(self.session, command)(self._now)
        return self.look()

    def sleep(self, seconds: float) -> str:
        """What is said when nobody looked at the clock for so long."""
        self._now += seconds
        self.session.advance(self._now)
        return self.look()


# Phases


def test_each_phase_is_told_with_what_somebody_needs_to_follow_it() -> None:
    listener = Listener(make_plan(KNEE, make_moves("cat-cow")), speed=60.0)
    listener.seconds(10 + 15 + 5 + 15 + 8 + 15 + 5 + 15 + 15 + 6)
    assert listener.heard == [
        "Get ready, Knee to chest, left leg, 10 seconds",
        "Hold, left leg, rep 1 of 2, 15 seconds",
        "Rest, 5 seconds",
        "Hold, left leg, rep 2 of 2, 15 seconds",
        "Switch sides, right leg, 8 seconds",
        "Hold, right leg, rep 1 of 2, 15 seconds",
        "Rest, 5 seconds",
        "Hold, right leg, rep 2 of 2, 15 seconds",
        "Get ready, Cat cow, 15 seconds",
        "Move, 6 seconds",
        "The session is over",
    ]


def test_moves_that_follow_each_other_tell_only_what_is_different() -> None:
    bug = replace(make_moves("dead-bug", reps=2, sides=Sides.ALTERNATING), limb=Limb.ARM)
    listener = Listener(make_plan(bug), speed=60.0)
    listener.seconds(10 + 4 * 6)
    assert listener.heard[1:] == [
        "Move, left arm, rep 1 of 2, 6 seconds",
        "right arm, rep 1 of 2",
        "left arm, rep 2 of 2",
        "right arm, rep 2 of 2",
        "The session is over",
    ]


def test_sets_are_told_in_the_rest_before_them_and_with_their_first_effort() -> None:
    listener = Listener(make_plan(make_hold("plank", seconds=60, cap=60, sets=2)), speed=60.0)
    listener.seconds(10 + 60 + 30 + 1)
    assert listener.heard[1:] == [
        "Hold, set 1 of 2, 1 minute",
        "Rest, 30 seconds, then set 2 of 2",
        "Hold, set 2 of 2, 1 minute",
    ]


def test_an_effort_without_anything_different_is_told_in_full() -> None:
    twice = make_item(make_moves(reps=1)), make_item(make_moves(reps=1))
    listener = Listener(make_plan(make_moves(), items=twice), speed=60.0)
    listener.seconds(10 + 6 + 10)
    assert listener.heard[1:] == [
        "Move, 6 seconds",
        "Get ready, Cat cow, 10 seconds",
        "Move, 6 seconds",
    ]


@pytest.mark.parametrize(
    ("seconds", "spoken"),
    [(1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (61, "1 minute 1 second"),
     (150, "2 minutes 30 seconds"), (600, "10 minutes")],
)  # fmt: skip
def test_times_are_spoken_in_words(seconds: int, spoken: str) -> None:
    listener = Listener(make_plan(make_hold(seconds=seconds, cap=600)), speed=60.0)
    assert listener.do("skip") == f"Hold, {spoken}"


# Counting


def test_the_end_of_an_effort_and_of_getting_ready_is_counted_down() -> None:
    listener = Listener(make_plan(make_hold(seconds=15), settings=Settings(prepare_seconds=12)))
    assert listener.seconds(12) == ["10 seconds left", "3", "2", "1", "Hold, 15 seconds"]
    assert listener.seconds(15) == ["10 seconds left", "3", "2", "1", "The session is over"]


def test_rests_and_switches_are_not_counted() -> None:
    listener = Listener(make_plan(KNEE))
    listener.seconds(10 + 15)
    assert listener.heard[-1] == "Rest, 5 seconds"
    assert listener.seconds(5) == ["Hold, left leg, rep 2 of 2, 15 seconds"]
    listener.seconds(15)
    assert listener.heard[-1] == "Switch sides, right leg, 8 seconds"
    assert listener.seconds(8) == ["Hold, right leg, rep 1 of 2, 15 seconds"]


@pytest.mark.parametrize(
    ("seconds", "counted"),
    [(1, []), (2, []), (3, ["1"]), (4, ["2", "1"]), (5, ["3", "2", "1"]), (11, ["3", "2", "1"]),
     (12, ["10 seconds left", "3", "2", "1"])],
)  # fmt: skip
def test_no_number_runs_into_the_telling_of_its_phase(seconds: int, counted: list[str]) -> None:
    listener = Listener(make_plan(make_hold(seconds=seconds)))
    listener.do("skip")
    assert listener.seconds(seconds) == [*counted, "The session is over"]


def test_phases_of_a_second_are_all_that_is_said_of_them() -> None:
    listener = Listener(make_plan(make_moves(tempo=(1,), reps=3)))
    listener.do("skip")
    heard = listener.seconds(3)
    assert heard == ["rep 2 of 3", "rep 3 of 3", "The session is over"]


@pytest.mark.parametrize(("speed", "counts"), [(1.0, True), (2.0, True), (2.1, False)])
def test_a_fast_preview_tells_only_phases(speed: float, counts: bool) -> None:
    heard = Listener(TILT, speed=speed).seconds(10)
    assert heard == (["3", "2", "1"] if counts else []) + ["Hold, 10 seconds"]


def test_a_number_is_said_once() -> None:
    listener = Listener(TILT)
    assert listener.seconds(7) == ["3"]
    assert listener.look() == ""


def test_a_number_may_be_late() -> None:
    listener = Listener(TILT)
    listener.seconds(6)
    assert listener.sleep(1.9) == "3"


# What the person does


def test_a_pause_says_how_to_go_on_and_then_what_goes_on() -> None:
    listener = Listener(make_plan(KNEE))
    listener.seconds(10 + 4)
    assert listener.do("pause") == "Paused, 11 seconds left. Press Space to go on"
    assert listener.look() == ""
    assert listener.do("resume") == "Going on in 3 seconds"
    assert listener.seconds(3) == ["Hold, left leg, rep 1 of 2, 11 seconds"]
    assert listener.seconds(1) == ["10 seconds left"]


def test_without_a_count_in_going_on_tells_the_phase_at_once() -> None:
    listener = Listener(TILT, count_in_seconds=0)
    listener.do("pause")
    assert listener.do("resume") == "Get ready, 10 seconds"


def test_coming_back_says_how_long_one_was_away() -> None:
    listener = Listener(TILT)
    listener.seconds(2)
    assert listener.sleep(720) == (
        "Paused: you were away for 12 minutes. 8 seconds left. Press Space to go on"
    )


def test_a_pause_stays_a_pause_in_the_next_phase() -> None:
    listener = Listener(TILT)
    listener.do("pause")
    assert listener.do("skip") == "Hold, 10 seconds. Paused"
    assert listener.do("back") == "Get ready, 10 seconds. Paused"


def test_back_tells_the_phase_again() -> None:
    listener = Listener(TILT)
    listener.seconds(5)
    assert listener.do("back") == "Get ready, 10 seconds"


def test_back_takes_what_was_added_away_again() -> None:
    listener = Listener(TILT)
    listener.do("extend")
    listener.seconds(15)
    assert listener.do("back") == "Get ready, 10 seconds"


def test_more_time_is_told() -> None:
    listener = Listener(TILT)
    listener.seconds(8)
    assert listener.do("extend") == "10 seconds more"
    assert listener.seconds(2) == ["10 seconds left"]


def test_skipping_while_counting_in_tells_the_phase() -> None:
    listener = Listener(TILT)
    listener.do("pause")
    listener.do("resume")
    assert listener.do("skip") == "Hold, 10 seconds"


def test_the_count_in_is_told_once() -> None:
    listener = Listener(TILT)
    listener.do("pause")
    listener.do("resume")
    assert listener.seconds(2) == []


def test_what_waits_says_what_for_and_which_key_starts_it() -> None:
    listener = Listener(make_plan(make_hold(), make_activity(minutes=2)))
    listener.do("skip_exercise")
    assert listener.heard[-1] == "Get ready, Walking, 15 seconds"
    assert listener.do("skip") == (
        "When you are ready: Walking, 2 minutes. "
        "Press Space to start, or D if it was done elsewhere"
    )
    assert listener.look() == ""
    assert listener.do("go_on") == "Go, 2 minutes"


def test_an_exercise_may_wait_too() -> None:
    waits = make_item(KNEE, wait=True)
    listener = Listener(make_plan(KNEE, items=(waits,)))
    assert listener.heard == [
        "When you are ready: Knee to chest, left leg, 10 seconds. Press Space to start"
    ]


def test_a_session_that_has_not_begun_says_how_to_begin() -> None:
    announcer, session = Announcer(Words()), Session(TILT)
    ready = frame_of(session, 0.0)
    assert announcer.sentence(None, ready) == (
        "When you are ready: Pelvic tilt, 10 seconds. Press Space to start"
    )
    assert announcer.sentence(ready, ready) == ""
    session.start(0.0)
    begun = frame_of(session, 0.0)
    assert announcer.sentence(ready, begun) == "Get ready, Pelvic tilt, 10 seconds"


def test_a_session_that_is_first_seen_paused_tells_where_it_stands() -> None:
    session = Session(TILT)
    session.start(0.0)
    session.pause(0.0)
    assert Announcer(Words()).sentence(None, frame_of(session, 0.0)) == (
        "Get ready, Pelvic tilt, 10 seconds. Paused, 10 seconds left. Press Space to go on"
    )


def test_what_hurt_is_over_and_can_be_taken_back() -> None:
    listener = Listener(make_plan(KNEE, make_moves("cat-cow")))
    listener.seconds(10 + 5)
    assert listener.do("hurt") == (
        "That hurt: the exercise is over. Press U to take it back. Get ready, Cat cow, 15 seconds"
    )
    assert listener.do("undo_hurt") == "Taken back. Knee to chest. Going on in 3 seconds"
    assert listener.seconds(3) == ["Hold, left leg, rep 1 of 2, 10 seconds"]


def test_taking_back_is_no_longer_offered_in_silence() -> None:
    listener = Listener(make_plan(KNEE, make_moves("cat-cow")))
    listener.do("hurt")
    assert listener.seconds(6) == ["10 seconds left"]


def test_what_hurt_in_a_pause_is_taken_back_into_the_pause() -> None:
    listener = Listener(make_plan(KNEE, make_moves("cat-cow")))
    listener.do("pause")
    assert listener.do("hurt").endswith("Get ready, Cat cow, 15 seconds. Paused")
    assert listener.do("undo_hurt") == (
        "Taken back. Get ready, Knee to chest, left leg, 10 seconds. Paused"
    )


def test_the_end_is_told_once() -> None:
    listener = Listener(TILT)
    assert listener.do("stop") == "The session is over"
    assert listener.look() == ""
    assert Announcer(Words()).sentence(None, frame_of(listener.session, 0.0)) == (
        "The session is over"
    )


def test_every_word_goes_through_the_translator() -> None:
    def shout(context: str, text: str) -> str:
        del context
        return text if "{" in text else text.upper()

    session = Session(TILT)
    session.start(0.0)
    said = Announcer(Words(shout)).sentence(None, frame_of(session, 0.0))
    assert said == "GET READY, Pelvic tilt, 10 seconds"
