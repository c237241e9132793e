"""The phases of the five shipped routines, by the letter."""

from __future__ import annotations

import pytest

from backcare.core.exercise import Side
from backcare.core.plan import Phase, PhaseKind, Plan
from backcare.core.planning import build_plan
from backcare.core.routine import Level
from tests.shipped import shipped_catalogue

CATALOGUE = shipped_catalogue()

# The phases below are written as letters: prepare, hold, move, rest, switch, set_rest (+),
# activity, each with its seconds; L and R are the sides.
LETTERS = {
    PhaseKind.PREPARE: "p",
    PhaseKind.HOLD: "h",
    PhaseKind.MOVE: "m",
    PhaseKind.REST: "r",
    PhaseKind.SWITCH: "s",
    PhaseKind.SET_REST: "+",
    PhaseKind.ACTIVITY: "a",
}


def plan_of(name: str, level: Level = Level.AS_WRITTEN) -> Plan:
    return build_plan(CATALOGUE.routines[name], CATALOGUE, level=level)


def letters(phase: Phase) -> str:
    side = {None: "", Side.LEFT: "L", Side.RIGHT: "R"}[phase.side]
    return f"{LETTERS[phase.kind]}{phase.seconds}{side}"


def score(name: str, entry: int, level: Level = Level.AS_WRITTEN) -> str:
    return " ".join(letters(phase) for phase in plan_of(name, level).phases if phase.entry == entry)


KNEE_TO_CHEST = " ".join(
    ["p10R", *["h15R r5R"] * 9, "h15R", "s8L", *["h15L r5L"] * 9, "h15L"]
)  # fmt: skip


def test_the_example_of_the_design_is_kept_to_the_letter() -> None:
    assert score("seven-for-relief", 0) == KNEE_TO_CHEST


@pytest.mark.parametrize(
    ("name", "level", "scores"),
    [
        (
            "seven-for-relief",
            Level.AS_WRITTEN,
            [
                KNEE_TO_CHEST,
                " ".join(["p10L", *["h15L r5L"] * 9, "h15L", "s8R", *["h15R r5R"] * 9, "h15R"]),
                " ".join(["p10", *["m6"] * 10]),
                " ".join(["p15L", *["h15L r5L"] * 9, "h15L", "s8R", *["h15R r5R"] * 9, "h15R"]),
                " ".join(["p10", *["h15 r5"] * 9, "h15"]),
                " ".join(["p15", *["m6"] * 10]),
                " ".join(["p15", *["h15 r5"] * 9, "h15"]),
            ],
        ),
        (
            "seven-for-relief",
            Level.GENTLE,
            [
                "p10R h15R r5R h15R r5R h15R s8L h15L r5L h15L r5L h15L",
                " ".join(["p10L", *["h5L r5L"] * 7, "h5L", "s8R", *["h5R r5R"] * 7, "h5R"]),
                " ".join(["p10", *["m6"] * 10]),
                " ".join(["p15L", *["h5L r5L"] * 7, "h5L", "s8R", *["h5R r5R"] * 7, "h5R"]),
                " ".join(["p10", *["h2 r5"] * 9, "h2"]),
                " ".join(["p15", *["m6"] * 10]),
                " ".join(["p15", *["h3 r5"] * 9, "h3"]),
            ],
        ),
        (
            "seven-to-end-pain",
            Level.AS_WRITTEN,
            [
                "p10L h30L s8R h30R s8L h30L s8R h30R",
                "p10R h15R s8L h15L",
                "p10 h15",
                " ".join(["p10", *["h5 r5"] * 9, "h5", *(["+30", *["h5 r5"] * 9, "h5"] * 2)]),
                "p15 h15 r10 h15",
                "p15L m3L m3R m3L m3R m3L m3R m3L m3R m3L m3R",
                " ".join(["p10", *["m5"] * 10, *(["+30", *["m5"] * 10] * 2)]),
            ],
        ),
        (
            "bridge-and-ball",
            Level.AS_WRITTEN,
            [
                "p10 h5 r5 h5 r5 h5 r5 h5 r5 h5",
                "p10 h5 r5 h5 r5 h5 r5 h5 r5 h5",
                "p10 h15 r5 h15 r5 h15",
                "p10 h5 r5 h5 r5 h5 r5 h5 r5 h5",
                "p10L h15L s8R h15R s8L h15L s8R h15R s8L h15L s8R h15R",
                "p15L h10L r5L h10L s8R h10R r5R h10R",
            ],
        ),
        (
            "six-areas",
            Level.GENTLE,
            [
                "p10L h20L s8R h20R s8L h20L s8R h20R",
                "p15 m10 m10 m10 m10 m10",
                "p10 h30 r5 h30",
                "p15 h5 r5 h5 r5 h5 r5 h5 r5 h5",
                "p15L h5L s3R h5R s3L h5L s3R h5R s3L h5L s3R h5R s3L h5L s3R h5R s3L h5L s3R h5R",
                "p15 h10",
                "p15 a600",
                "p10 a600",
                "p10 a600",
                "p15 h10 r5 h10 r5 h10 r5 h10 r5 h10",
                "p10L m6L m6R m6L m6R m6L m6R m6L m6R m6L m6R m6L m6R",
                "p15 h20 r5 h20",
                " ".join(["p15L", *["m4L m4R"] * 8]),
                "p15 m6 m6 m6 m6 m6",
                "p15 h3 r5 h3 r5 h3 r5 h3 r5 h3",
                "p15 m10 m10 m10 m10 m10",
                "p15L h20L s8R h20R s8L h20L s8R h20R",
                "p15L h20L s8R h20R s8L h20L s8R h20R",
            ],
        ),
        (
            "eleven-best",
            Level.AS_WRITTEN,
            [
                "p10 h30 r5 h30",
                "p15L h15L s8R h15R s8L h15L s8R h15R s8L h15L s8R h15R",
                "p10L h20L s8R h20R s8L h20L s8R h20R",
                "p15 h10 r5 h10 r5 h10 r5 h10 r5 h10",
                "p15 m10 m10 m10 m10 m10",
                "p15 h15 r10 h15",
                "p15L h15L s8R h15R s8L h15L s8R h15R",
                "p10L h5L s3R h5R s3L h5L s3R h5R s3L h5L s3R h5R s3L h5L s3R h5R s3L h5L s3R h5R",
                "p15 h3 r5 h3 r5 h3 r5 h3 r5 h3",
                "p15 m6 m6 m6 m6 m6 m6 m6 m6 m6 m6",
                "p15L h30L s8R h30R",
            ],
        ),
    ],
)
def test_every_exercise_of_a_routine_unfolds_into_these_phases(
    name: str, level: Level, scores: list[str]
) -> None:
    assert [score(name, entry, level) for entry in range(len(scores))] == scores
    assert len(plan_of(name, level).entries) == len(scores)


def hold_seconds(plan: Plan) -> int:
    return sum(phase.seconds for phase in plan.phases if phase.kind is PhaseKind.HOLD)


def test_the_holds_of_seven_for_relief_as_written_take_twenty_minutes() -> None:
    assert hold_seconds(plan_of("seven-for-relief")) == 1_200


@pytest.mark.parametrize(
    ("name", "gentle", "as_written"),
    [
        ("seven-for-relief", 300, 1200),
        ("seven-to-end-pain", 245, 345),
        ("bridge-and-ball", 250, 250),
        ("six-areas", 490, 510),
        ("eleven-best", 455, 495),
    ],
)
def test_the_holds_of_a_routine_take_this_long(name: str, gentle: int, as_written: int) -> None:
    assert hold_seconds(plan_of(name, Level.GENTLE)) == gentle
    assert hold_seconds(plan_of(name)) == as_written


@pytest.mark.parametrize("name", CATALOGUE.routines)
def test_gentle_never_takes_longer_than_as_written(name: str) -> None:
    assert plan_of(name, Level.GENTLE).total_seconds <= plan_of(name).total_seconds


@pytest.mark.parametrize(("name", "index"), [("six-areas", 5), ("eleven-best", 10)])
def test_the_planks_are_one_hold_of_30_seconds_with_a_ceiling_of_60(name: str, index: int) -> None:
    plan = plan_of(name)
    holds = [phase for phase in plan.phases if phase.entry == index and phase.kind.is_effort]
    assert {(phase.kind, phase.seconds, phase.set, phase.rep) for phase in holds} == {
        (PhaseKind.HOLD, 30, 1, 1)
    }
    assert [phase.side for phase in holds] == (
        [None] if name == "six-areas" else [Side.LEFT, Side.RIGHT]
    )
    assert {phase.ceiling_seconds for phase in holds} == {60}
    others = [phase for phase in plan.phases if phase not in holds]
    assert {phase.ceiling_seconds for phase in others} == {None}
