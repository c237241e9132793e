"""The words on the screen during a session, moment by moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.core.exercise import Limb, SideOrder, Sides, Tag
from backcare.core.frame import Frame, frame_of
from backcare.core.records import ExerciseSummary
from backcare.core.session import Session
from backcare.core.settings import CareChoice, Settings
from backcare.core.words import Words
from tests.builders import make_activity, make_hold, make_item, make_moves, make_plan

if TYPE_CHECKING:
    from backcare.core.plan import Plan

WORDS = Words()
LEG = replace(make_hold("knee-to-chest", reps=2, sides=Sides.EACH), limb=Limb.LEG)
TURNS = replace(LEG, order=SideOrder.ALTERNATE)


def frames(plan: Plan) -> list[Frame]:
    """The first moment of every phase."""
    session, found = Session(plan), []
    session.start(0.0)
    for _ in plan.phases:
        found.append(frame_of(session, 0.0))
        session.skip(0.0)
        session.go_on(0.0)
    return found


def upcoming(plan: Plan) -> list[str]:
    return [WORDS.upcoming(frame, plan) for frame in frames(plan)]


def test_what_comes_next_is_told_in_every_phase() -> None:
    plan = make_plan(LEG, make_moves("cat-cow", reps=2))
    assert upcoming(plan) == [
        "Hold 10 s, left leg",
        "Rest 5 s, then left leg again",
        "Hold 10 s, left leg",
        "Switch, then right leg",
        "Hold 10 s, right leg",
        "Rest 5 s, then right leg again",
        "Hold 10 s, right leg",
        "Cat cow",
        "Move 6 s, rep 1 of 2",
        "Move 6 s, rep 2 of 2",
        "Then you are done",
    ]


def test_sides_in_turn_are_told_as_such() -> None:
    assert upcoming(make_plan(TURNS))[1:4] == [
        "Switch, then right leg",
        "Hold 10 s, right leg",
        "Switch, then left leg",
    ]


def test_a_new_set_is_told_by_its_number() -> None:
    plan = make_plan(make_hold(reps=2, sets=2))
    assert upcoming(plan)[:5] == [
        "Hold 10 s, rep 1 of 2",
        "Rest 5 s, then rep 2 of 2",
        "Hold 10 s, rep 2 of 2",
        "Rest 30 s, then set 2",
        "Hold 10 s, rep 1 of 2",
    ]


def test_a_single_effort_without_sides_is_told_by_its_length_alone() -> None:
    assert upcoming(make_plan(make_hold(reps=1)))[0] == "Hold 10 s"


def test_one_side_after_the_other_without_a_pause_is_told() -> None:
    plan = make_plan(replace(make_moves("lunge", reps=2, sides=Sides.ALTERNATING), limb=Limb.FOOT))
    assert upcoming(plan)[:3] == [
        "Move 6 s, left foot in front",
        "Move 6 s, right foot in front",
        "Move 6 s, left foot in front",
    ]


def test_the_same_side_without_a_rest_is_told_as_again() -> None:
    plan = make_plan(LEG, settings=Settings(rest_seconds=0))
    assert upcoming(plan)[1] == "Hold 10 s, left leg again"


def test_an_activity_is_told_by_its_name_and_length() -> None:
    plan = make_plan(make_activity(minutes=10))
    assert upcoming(plan) == ["Walking, 10 min", "Then you are done"]


def test_every_phrase_goes_through_the_translator() -> None:
    asked: set[str] = set()

    def translate(context: str, text: str) -> str:
        assert context == "words"
        asked.add(text)
        return text

    words = Words(translate)
    plan = make_plan(LEG, make_hold(sets=2), make_activity(), make_moves())
    for frame in frames(plan):
        words.upcoming(frame, plan)
        words.headline(frame)
        words.place(frame)
    assert asked >= {
        "{limb} again",
        "rep {rep} of {reps}",
        "set {set} of {sets}",
        "Switch, then {what}",
        "Rest {time}, then {what}",
        "Rest {time}, then set {set}",
        "Then you are done",
    }


@pytest.mark.parametrize(
    ("plan", "places"),
    [
        (make_plan(make_hold(reps=2)), ["Rep 1 of 2", "Rep 1 of 2", "Rep 2 of 2", "Rep 2 of 2"]),
        (
            make_plan(make_hold(sets=2)),
            [
                "Set 1 of 2",
                "Set 1 of 2",
                "Set 2 of 2",
                "Set 2 of 2",
            ],
        ),
        (make_plan(make_hold(reps=2, sets=2)), ["Rep 1 of 2 · set 1 of 2"] * 2),
        (make_plan(make_hold()), ["", ""]),
        (make_plan(make_activity()), ["", ""]),
    ],
)
def test_the_place_is_told(plan: Plan, places: list[str]) -> None:
    assert [WORDS.place(frame) for frame in frames(plan)][: len(places)] == places


def test_the_headline_says_what_to_do_whatever_the_session_is_doing() -> None:
    session = Session(make_plan(make_hold(), make_activity()))

    def headline(now: float) -> str:
        return WORDS.headline(frame_of(session, now))

    assert headline(0.0) == "Get ready"
    session.start(0.0)
    session.skip(0.0)
    assert headline(0.0) == "Hold"
    session.pause(1.0)
    assert headline(1.0) == "Paused"
    session.resume(9.0)
    assert headline(9.0) == "Here we go"
    session.advance(11.0)
    session.advance(12.0)
    assert headline(12.0) == "Hold"
    session.skip(12.0)
    session.skip(12.0)
    assert headline(12.0) == "When you are ready"
    session.go_on(13.0)
    assert headline(13.0) == "Go"
    session.stop(14.0)
    assert headline(14.0) == "Done"


@pytest.mark.parametrize(
    ("done", "planned", "seconds", "hurt", "text"),
    [
        (3, 3, 30.0, False, "done"),
        (2, 3, 20.0, False, "2 of 3"),
        (0, 3, 4.0, False, "0 of 3"),
        (0, 3, 0.0, False, "left out"),
        (2, 3, 20.0, True, "stopped because it hurt"),
        (3, 3, 30.0, True, "stopped because it hurt"),
    ],
)
def test_a_summary_says_what_was_done(
    done: int, planned: int, seconds: float, text: str, *, hurt: bool
) -> None:
    row = ExerciseSummary(make_plan().entries[0], done, planned, seconds, hurt)
    assert WORDS.summary(row) == text


# Taking care


def test_what_a_person_should_take_care_of_is_told_with_the_exercise() -> None:
    tagged = make_hold("curl", tags=(Tag.PREGNANCY_LIMIT, Tag.OSTEOPOROSIS))
    told = Settings(pregnant=True, osteoporosis=True, care_choice=CareChoice.SHOW)
    words = Words()
    assert words.cautions(make_plan(tagged).entries[0]) == ""
    assert words.cautions(make_plan(tagged, settings=told).entries[0]) == (
        f"{words.care(Tag.PREGNANCY_LIMIT)} {words.care(Tag.OSTEOPOROSIS)}"
    )


def test_the_reason_for_an_exchange_is_no_caution() -> None:
    easier = make_hold("easier")
    tagged = make_hold("curl", tags=(Tag.OSTEOPOROSIS,), easier=("easier",))
    plan = make_plan(
        tagged, easier, items=(make_item(tagged),), settings=Settings(osteoporosis=True)
    )
    assert plan.entries[0].exercise.id == "easier"
    assert Words().cautions(plan.entries[0]) == ""
