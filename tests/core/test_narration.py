"""A session told in lines of text, event by event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backcare.core.events import Event, EventKind, PauseReason
from backcare.core.exercise import Limb, Sides, Variant
from backcare.core.frame import frame_of
from backcare.core.narration import Narrator
from backcare.core.session import Session
from backcare.core.words import Words
from tests.builders import make_activity, make_hold, make_item, make_moves, make_plan

KNEE = replace(make_hold("knee-to-chest", reps=2, sides=Sides.EACH), limb=Limb.LEG)
PLAN = make_plan(KNEE, make_activity(minutes=2))
HEADING = ("", "1/2 Knee to chest · 10 s × 2, each side",
           "    1. Get into place.", "    2. Do it slowly.")  # fmt: skip


def test_an_exercise_is_introduced_with_its_first_phase_and_only_then() -> None:
    narrator = Narrator(PLAN, Words())
    phase = Event(EventKind.PHASE, 0.0, 0)
    assert narrator.lines(phase) == (*HEADING, "  Get ready, left leg · 10 s")
    assert narrator.lines(phase) == ("  Get ready, left leg · 10 s",)
    assert narrator.lines(Event(EventKind.PHASE, 0.0, 1)) == (
        "  Hold, left leg · 10 s · rep 1 of 2",
    )


def test_going_back_to_an_exercise_introduces_it_again() -> None:
    narrator = Narrator(PLAN, Words())
    first, second = Event(EventKind.PHASE, 0.0, 0), Event(EventKind.PHASE, 0.0, 8)
    narrator.lines(first)
    assert narrator.lines(second)[1] == "2/2 Walking · 2 min"
    assert narrator.lines(first)[:4] == HEADING


def test_the_steps_are_those_of_the_variant_that_the_routine_shows() -> None:
    bridge = replace(make_hold(), variants=(Variant("small", "Small", ("Lift a little.",)),))
    plan = make_plan(bridge, items=(make_item(bridge, variant="small"),))
    lines = Narrator(plan, Words()).lines(Event(EventKind.PHASE, 0.0, 0))
    assert lines[2:-1] == ("    1. Lift a little.",)


def test_waiting_says_what_starts_it() -> None:
    narrator = Narrator(PLAN, Words())
    assert narrator.lines(Event(EventKind.WAIT, 0.0, 9))[-1] == (
        "  When you are ready: Go 2 min · Enter starts, n skips, d done elsewhere"
    )
    assert narrator.lines(Event(EventKind.WAIT, 0.0, 0))[-1] == (
        "  When you are ready: Get ready 10 s · Enter starts, n skips"
    )


@pytest.mark.parametrize(
    ("event", "lines"),
    [
        (Event(EventKind.PAUSE, 0.0, 1, reason=PauseReason.ASKED), ("Paused. Space goes on",)),
        (
            Event(EventKind.PAUSE, 0.0, 1, reason=PauseReason.AWAY, away_seconds=89.5),
            ("Paused: you were away for 1 min 30 s. Space goes on",),
        ),
        (Event(EventKind.RESUME, 0.0, 1, 3), ("Going on",)),
        (Event(EventKind.EXTEND, 0.0, 1, 7), ("7 s more",)),
        (
            Event(EventKind.HURT, 0.0, 1),
            ("That hurt: this exercise ends here. Press u to take it back",),
        ),
        *((Event(kind, 0.0, 1), ()) for kind in (
            EventKind.START, EventKind.SECOND, EventKind.SKIP,
            EventKind.BACK, EventKind.FINISH, EventKind.STOP,
        )),
    ],
)  # fmt: skip
def test_what_happens_is_said(event: Event, lines: tuple[str, ...]) -> None:
    assert Narrator(PLAN, Words()).lines(event) == lines


def test_a_running_countdown_has_a_line() -> None:
    session = Session(PLAN)
    session.start(0.0)
    session.advance(1.0)
    line = Narrator(PLAN, Words()).countdown(frame_of(session, 1.0))
    assert line == "     9  Get ready · 3:22 left"


def test_every_line_goes_through_the_translator() -> None:
    asked: set[str] = set()

    def translate(context: str, text: str) -> str:
        asked.add(context)
        return text.upper() if "{" not in text else text

    narrator = Narrator(make_plan(make_moves()), Words(translate))
    assert narrator.lines(Event(EventKind.RESUME, 0.0, 0)) == ("GOING ON",)
    assert asked == {"narration"}
