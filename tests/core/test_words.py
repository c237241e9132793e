"""Values into words, whole and total: no member of an enum is without its word."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

import pytest

from backcare.core.dose import DoseOverride, RangeChoice, Span
from backcare.core.exercise import (
    Aim,
    Equipment,
    Limb,
    Movement,
    Position,
    Side,
    SideOrder,
    Sides,
    Tag,
)
from backcare.core.look import Clothes, Hair, SkinTone
from backcare.core.plan import PhaseKind
from backcare.core.routine import Level
from backcare.core.setting_words import choice_text
from backcare.core.settings import CareChoice, FirstSide, Motion, Settings, Theme, specs
from backcare.core.words import Words
from tests.builders import make_activity, make_hold, make_moves, make_plan

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    from backcare.core.exercise import Exercise

WORDS = Words()


def every_word(words: Words) -> dict[str, list[str]]:
    """The words for every member of every enum."""
    calls: list[tuple[Callable[..., str], type[Enum]]] = [
        (words.phase, PhaseKind),
        (words.badge, Side),
        (words.position, Position),
        (words.movement, Movement),
        (words.aim, Aim),
        (words.level, Level),
        (words.equipment, Equipment),
        (words.care, Tag),
        (words.order, SideOrder),
    ]
    found = {kind.__name__: [call(member) for member in kind] for call, kind in calls}
    limbs = [words.side(side, limb) for side in Side for limb in Limb]
    return {**found, "Limb": limbs, "no limb": [words.side(side, None) for side in Side]}


def test_every_member_of_every_enum_has_a_word() -> None:
    for text in chain(*every_word(WORDS).values()):
        assert text
        assert text == text.strip()


def test_every_word_goes_through_the_translator() -> None:
    def translate(context: str, text: str) -> str:
        assert context == "words"
        return f"<{text}>"

    translated = every_word(Words(translate))
    assert translated == {
        kind: [f"<{text}>" for text in texts] for kind, texts in every_word(WORDS).items()
    }


def test_words_for_different_things_differ() -> None:
    for kind, texts in every_word(WORDS).items():
        same = 1 if kind == "PhaseKind" else 0  # both rests are a rest
        assert len(set(texts)) == len(texts) - same


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (PhaseKind.PREPARE, "Get ready"),
        (PhaseKind.HOLD, "Hold"),
        (PhaseKind.MOVE, "Move"),
        (PhaseKind.REST, "Rest"),
        (PhaseKind.SWITCH, "Switch sides"),
        (PhaseKind.SET_REST, "Rest"),
        (PhaseKind.ACTIVITY, "Go"),
    ],
)
def test_a_phase_has_its_word(kind: PhaseKind, word: str) -> None:
    assert WORDS.phase(kind) == word


@pytest.mark.parametrize("limb", [*Limb, None])
def test_left_is_left_and_right_is_right(limb: Limb | None) -> None:
    for side, other in ((Side.LEFT, "right"), (Side.RIGHT, "left")):
        text = WORDS.side(side, limb)
        assert text.startswith(side.value)
        assert other not in text
        assert WORDS.badge(side) == side.value.upper()
    named = {Limb.FOOT: "foot in front", None: "side"}.get(limb, limb.value if limb else "")
    assert WORDS.side(Side.LEFT, limb) == f"left {named}"


def test_every_choice_of_every_setting_has_a_text() -> None:
    for kind in (Level, RangeChoice, FirstSide, CareChoice, Theme):
        texts = [choice_text(member) for member in kind]
        assert all(texts)
        assert len(set(texts)) == len(texts)
    declared = {type(getattr(Settings(), name)) for name in specs()}
    assert declared == {
        *(bool, int, Level, RangeChoice, FirstSide, CareChoice, Theme),
        *(SkinTone, Hair, Clothes, Motion),
    }


# Times


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (1, "1 s"),
        (45, "45 s"),
        (59.2, "1 min"),
        (60, "1 min"),
        (61, "1 min 1 s"),
        (90, "1 min 30 s"),
        (1440, "24 min"),
        (3600, "60 min"),
        (44.1, "45 s"),
    ],
)
def test_a_length_of_time_is_told_shortly(seconds: float, text: str) -> None:
    assert WORDS.seconds(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(30, "30 s"), (59, "59 s"), (60, "1 min"), (61, "2 min"), (1200, "20 min"), (1201, "21 min")],
)
def test_a_time_to_plan_with_is_rounded_up(seconds: float, text: str) -> None:
    assert WORDS.about(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00"),
        (9, "0:09"),
        (59.1, "1:00"),
        (680, "11:20"),
        (3599, "59:59"),
        (3599.1, "1:00:00"),
        (3900, "1:05:00"),
        (134264, "37:17:44"),
    ],
)
def test_a_clock_shows_hours_where_there_are_any(seconds: float, text: str) -> None:
    assert WORDS.clock(seconds) == text


# Doses


@pytest.mark.parametrize(
    ("exercise", "text"),
    [
        (make_hold(seconds=30), "30 s"),
        (make_hold(seconds=Span(15, 20), reps=10), "15 s × 10"),
        (make_hold(seconds=90, reps=2), "1 min 30 s × 2"),
        (make_hold(seconds=5, reps=10, sets=3), "3 sets of 5 s × 10"),
        (make_hold(seconds=15, reps=3, sides=Sides.EACH), "15 s × 3, each side"),
        (make_hold(seconds=5, reps=5, sides=Sides.ALTERNATING), "5 s × 5, alternating sides"),
        (make_moves(reps=10), "10 slow reps"),
        (make_moves(reps=10, sets=2), "2 sets of 10 slow reps"),
        (make_moves(reps=8, sides=Sides.ALTERNATING), "8 slow reps, alternating sides"),
        (make_activity(minutes=10), "10 min"),
    ],
)
def test_a_planned_dose_is_told_in_one_line(exercise: Exercise, text: str) -> None:
    (entry,) = make_plan(exercise).entries
    assert WORDS.dose(entry) == text


def test_a_dose_of_ones_own_is_told_like_any_other() -> None:
    plan = make_plan(make_hold(reps=3), doses={"pelvic-tilt": DoseOverride(reps=7)})
    assert WORDS.dose(plan.entries[0]) == "10 s × 7"


def test_one_rep_is_no_reps() -> None:
    assert WORDS.dose(make_plan(make_moves(reps=1)).entries[0]) == "1 slow rep"


def test_a_routine_is_told_in_one_line() -> None:
    assert WORDS.routine_line(make_plan()) == "1 exercise · 20 s"
    two = make_plan(make_hold("one", seconds=100), make_hold("two", seconds=100))
    assert WORDS.routine_line(two) == "2 exercises · 4 min"


def test_an_effort_is_told_by_its_side_or_its_name() -> None:
    plan = make_plan(make_hold("bridge"), make_hold("plank", sides=Sides.EACH))
    one, other = plan.phases[1], plan.phases[3]
    assert WORDS.what(one, plan.entries[0].exercise) == "Bridge"
    assert WORDS.what(other, plan.entries[1].exercise) == "left side"
    leg = replace(plan.entries[1].exercise, limb=Limb.LEG)
    assert WORDS.what(other, leg) == "left leg"
