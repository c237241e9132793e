"""A routine becomes phases by the eight rules of the design, and a dose by its rulings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backcare.core.dose import DEFAULT_TEMPO, Dose, DoseOverride, RangeChoice, Span
from backcare.core.exercise import Exercise, Position, Side, SideOrder, Sides, Tag
from backcare.core.plan import Phase, PhaseKind, Plan, PlannedDose
from backcare.core.planning import build_plan, ceiling_seconds, decide_dose
from backcare.core.routine import Level
from backcare.core.settings import CareChoice, FirstSide, Preferences, Settings
from tests.builders import (
    make_activity,
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_moves,
    make_plan,
    make_preferences,
    make_routine,
)

EACH, TURNS = Sides.EACH, Sides.ALTERNATING
BLOCK, ALTERNATE = SideOrder.BLOCK, SideOrder.ALTERNATE


def outline(plan: Plan) -> list[str]:
    """The phases of a plan as one would write them on paper: "hold 15 left"."""
    return [
        f"{phase.kind.value} {phase.seconds}" + (f" {phase.side.value}" if phase.side else "")
        for phase in plan.phases
    ]


def counts(plan: Plan) -> list[tuple[str, int, int]]:
    """Kind, set and rep of every phase."""
    return [(phase.kind.value, phase.set, phase.rep) for phase in plan.phases]


def decided(
    exercise: Exercise,
    prescribed: Dose = Dose(),
    *,
    level: Level = Level.AS_WRITTEN,
    settings: Settings | None = None,
    override: DoseOverride | None = None,
) -> PlannedDose:
    """The dose of one exercise as an item of a routine."""
    doses = {} if override is None else {exercise.id: override}
    preferences = make_preferences(settings, doses=doses)
    return decide_dose(exercise, make_item(exercise, dose=prescribed), level, preferences)


# The worked example of the design


def test_knee_to_chest_as_document_000_writes_it() -> None:
    exercise = make_hold("knee-to-chest", seconds=20, reps=3, sides=EACH)
    prescribed = make_dose(hold=15, reps=10)
    plan = make_plan(
        exercise,
        items=(make_item(exercise, dose=prescribed, first_side=Side.RIGHT),),
        level=Level.AS_WRITTEN,
    )
    assert outline(plan) == [
        "prepare 10 right",
        *["hold 15 right", "rest 5 right"] * 9,
        "hold 15 right",
        "switch 8 left",
        *["hold 15 left", "rest 5 left"] * 9,
        "hold 15 left",
    ]
    assert plan.total_seconds == 10 + 2 * (10 * 15 + 9 * 5) + 8


# Rule 1: prepare


def test_every_exercise_begins_with_ten_seconds_to_get_ready() -> None:
    plan = make_plan(make_hold("one"), make_hold("two"))
    assert outline(plan) == ["prepare 10", "hold 10", "prepare 10", "hold 10"]


def test_getting_ready_takes_fifteen_seconds_when_the_position_changes() -> None:
    plan = make_plan(
        make_hold("one", position=Position.SUPINE),
        make_hold("two", position=Position.PRONE),
        make_hold("three", position=Position.PRONE),
    )
    assert [phase.seconds for phase in plan.phases[::2]] == [10, 15, 10]


def test_an_exercise_that_is_left_out_changes_no_position() -> None:
    lying = make_hold("one", position=Position.SUPINE)
    bending = make_hold("two", position=Position.STANDING, tags=(Tag.OSTEOPOROSIS,))
    settings = Settings(osteoporosis=True)
    plan = make_plan(
        lying, bending, items=tuple(map(make_item, (lying, bending, lying))), settings=settings
    )
    assert [phase.seconds for phase in plan.phases[::2]] == [10, 10]


def test_the_position_of_the_exercise_that_stands_in_counts() -> None:
    lying = make_hold("one", position=Position.SUPINE)
    bending = make_hold(
        "two", position=Position.SUPINE, tags=(Tag.OSTEOPOROSIS,), easier=("three",)
    )
    sitting = make_hold("three", position=Position.SITTING)
    items = (make_item(lying), make_item(bending))
    plan = make_plan(lying, bending, sitting, items=items, settings=Settings(osteoporosis=True))
    assert [phase.exercise for phase in plan.phases] == ["one", "one", "three", "three"]
    assert plan.phases[2].seconds == 15


def test_the_times_to_get_ready_are_settings() -> None:
    plan = make_plan(
        make_hold("one", position=Position.SUPINE),
        make_hold("two", position=Position.PRONE),
        settings=Settings(prepare_seconds=7, prepare_change_seconds=21),
    )
    assert [phase.seconds for phase in plan.phases[::2]] == [7, 21]


# Rule 2: types


def test_a_hold_is_one_hold_per_rep() -> None:
    plan = make_plan(make_hold(seconds=10, reps=3, rest=0))
    assert outline(plan) == ["prepare 10", "hold 10", "hold 10", "hold 10"]


def test_a_move_lasts_the_sum_of_its_tempo() -> None:
    plan = make_plan(make_moves(tempo=(2, 1, 4), reps=2))
    assert outline(plan) == ["prepare 10", "move 7", "move 7"]


def test_a_tempo_that_nobody_gives_is_three_seconds_each_way() -> None:
    plan = make_plan(make_moves(tempo=None))
    assert outline(plan) == ["prepare 10", "move 6"]
    assert plan.entries[0].dose.tempo_seconds == DEFAULT_TEMPO == (3, 3)
    assert plan.entries[0].dose.move_seconds == 6


def test_alternating_moves_take_turns() -> None:
    plan = make_plan(make_moves("dead-bug", reps=2, sides=TURNS))
    assert outline(plan) == [
        "prepare 10 left", "move 6 left", "move 6 right", "move 6 left", "move 6 right",
    ]  # fmt: skip


def test_an_activity_is_one_phase_of_its_minutes() -> None:
    plan = make_plan(make_activity(minutes=20))
    assert outline(plan) == ["prepare 10", "activity 1200"]


def test_a_rep_without_sides_has_no_side() -> None:
    plan = make_plan(make_moves("knee-rolls", reps=2, sides=Sides.BOTH))
    assert {phase.side for phase in plan.phases} == {None}


# Rule 3: rest


def test_holds_on_one_side_have_five_seconds_of_rest_between_them() -> None:
    plan = make_plan(make_hold(reps=3))
    assert outline(plan) == [
        "prepare 10", "hold 10", "rest 5", "hold 10", "rest 5", "hold 10",
    ]  # fmt: skip


def test_moves_have_no_rest_between_them() -> None:
    assert outline(make_plan(make_moves(reps=3))) == ["prepare 10", "move 6", "move 6", "move 6"]


def test_moves_rest_where_their_dose_says_so() -> None:
    plan = make_plan(make_moves(reps=2, rest=4))
    assert outline(plan) == ["prepare 10", "move 6", "rest 4", "move 6"]


def test_a_rest_of_zero_makes_no_phase() -> None:
    assert outline(make_plan(make_hold(reps=2, rest=0))) == ["prepare 10", "hold 10", "hold 10"]


def test_the_rest_between_holds_is_a_setting() -> None:
    plan = make_plan(make_hold(reps=2), settings=Settings(rest_seconds=12))
    assert outline(plan) == ["prepare 10", "hold 10", "rest 12", "hold 10"]


def test_a_rest_of_zero_in_the_settings_makes_no_phase() -> None:
    plan = make_plan(make_hold(reps=2), settings=Settings(rest_seconds=0))
    assert outline(plan) == ["prepare 10", "hold 10", "hold 10"]


def test_a_rest_that_a_dose_gives_wins_over_the_setting() -> None:
    plan = make_plan(make_hold(reps=2, rest=9), settings=Settings(rest_seconds=12))
    assert outline(plan) == ["prepare 10", "hold 10", "rest 9", "hold 10"]


# Rule 4: sides


def test_sides_in_blocks_do_every_rep_of_one_side_before_the_other() -> None:
    plan = make_plan(make_hold(reps=2, sides=EACH, order=BLOCK))
    assert outline(plan) == [
        "prepare 10 left",
        "hold 10 left",
        "rest 5 left",
        "hold 10 left",
        "switch 8 right",
        "hold 10 right",
        "rest 5 right",
        "hold 10 right",
    ]


def test_sides_in_turn_switch_after_every_rep_and_never_rest() -> None:
    plan = make_plan(make_hold(reps=2, sides=EACH, order=ALTERNATE))
    assert outline(plan) == [
        "prepare 10 left",
        "hold 10 left",
        "switch 8 right",
        "hold 10 right",
        "switch 8 left",
        "hold 10 left",
        "switch 8 right",
        "hold 10 right",
    ]


def test_moves_on_each_side_switch_as_holds_do() -> None:
    plan = make_plan(make_moves(reps=1, sides=EACH))
    assert outline(plan) == ["prepare 10 left", "move 6 left", "switch 8 right", "move 6 right"]


def test_alternating_holds_switch_in_three_seconds() -> None:
    plan = make_plan(make_hold("bird-dog", reps=2, sides=TURNS))
    assert outline(plan) == [
        "prepare 10 left",
        "hold 10 left",
        "switch 3 right",
        "hold 10 right",
        "switch 3 left",
        "hold 10 left",
        "switch 3 right",
        "hold 10 right",
    ]


def test_the_times_to_switch_are_settings() -> None:
    settings = Settings(switch_seconds=20, alternating_switch_seconds=4)
    plan = make_plan(make_hold("one", sides=EACH), make_hold("two", sides=TURNS), settings=settings)
    assert [phase.seconds for phase in plan.phases if phase.kind is PhaseKind.SWITCH] == [20, 4]


@pytest.mark.parametrize(
    ("setting", "first"),
    [
        (FirstSide.ROUTINE, Side.RIGHT),
        (FirstSide.LEFT, Side.LEFT),
        (FirstSide.RIGHT, Side.RIGHT),
    ],
)
@pytest.mark.parametrize("sides", [EACH, TURNS])
def test_the_routine_names_the_first_side_unless_the_person_does(
    setting: FirstSide, first: Side, sides: Sides
) -> None:
    exercise = make_hold(sides=sides)
    items = (make_item(exercise, first_side=Side.RIGHT),)
    plan = make_plan(exercise, items=items, settings=Settings(first_side=setting))
    assert [phase.side for phase in plan.phases] == [first, first, first.other, first.other]


def test_the_left_begins_where_nobody_says_anything() -> None:
    assert make_plan(make_hold(sides=EACH)).phases[0].side is Side.LEFT


def test_the_order_of_a_routine_wins_over_that_of_the_exercise() -> None:
    exercise = make_hold(reps=2, sides=EACH, order=BLOCK)
    plan = make_plan(exercise, items=(make_item(exercise, order=ALTERNATE),))
    assert plan.entries[0].order is ALTERNATE
    sides = [phase.side for phase in plan.phases if phase.kind.is_effort]
    assert sides == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]


@pytest.mark.parametrize("sides", [Sides.NONE, Sides.BOTH, Sides.ALTERNATING])
def test_an_order_is_none_where_sides_are_not_done_each(sides: Sides) -> None:
    exercise = make_hold(reps=2, sides=sides)
    plan = make_plan(exercise, items=(make_item(exercise, order=BLOCK),))
    assert plan.entries[0].order is None
    assert plan.phases == make_plan(exercise).phases


def test_a_switch_carries_the_side_set_and_rep_it_leads_to() -> None:
    plan = make_plan(make_hold(reps=2, sides=EACH, order=BLOCK))
    switch = plan.phases[4]
    assert (switch.kind, switch.side, switch.set, switch.rep) == (
        PhaseKind.SWITCH,
        Side.RIGHT,
        1,
        1,
    )


# Rule 5: sets


def test_sets_have_thirty_seconds_between_them() -> None:
    plan = make_plan(make_hold(reps=2, sets=2))
    assert outline(plan) == [
        "prepare 10",
        "hold 10",
        "rest 5",
        "hold 10",
        "set_rest 30",
        "hold 10",
        "rest 5",
        "hold 10",
    ]


def test_a_set_holds_both_sides() -> None:
    plan = make_plan(make_hold(sets=2, sides=EACH))
    assert outline(plan) == [
        "prepare 10 left",
        "hold 10 left",
        "switch 8 right",
        "hold 10 right",
        "set_rest 30 left",
        "hold 10 left",
        "switch 8 right",
        "hold 10 right",
    ]


def test_the_rest_between_sets_is_a_setting() -> None:
    plan = make_plan(make_hold(sets=2), settings=Settings(set_rest_seconds=45))
    assert outline(plan) == ["prepare 10", "hold 10", "set_rest 45", "hold 10"]


def test_without_a_rest_between_sets_they_follow_each_other_like_reps() -> None:
    plan = make_plan(make_hold(sets=2), settings=Settings(set_rest_seconds=0))
    assert outline(plan) == ["prepare 10", "hold 10", "rest 5", "hold 10"]


def test_without_a_rest_between_sets_there_is_still_time_to_turn_over() -> None:
    exercise = make_hold(sets=2, sides=Sides.EACH, order=SideOrder.BLOCK)
    plan = make_plan(exercise, settings=Settings(set_rest_seconds=0))
    assert [phase.kind for phase in plan.phases[1:]] == [
        PhaseKind.HOLD,
        PhaseKind.SWITCH,
        PhaseKind.HOLD,
        PhaseKind.SWITCH,
        PhaseKind.HOLD,
        PhaseKind.SWITCH,
        PhaseKind.HOLD,
    ]


def test_sets_and_reps_count_from_one_and_lead_to_the_next_effort() -> None:
    plan = make_plan(make_hold(reps=2, sets=2))
    assert counts(plan) == [
        ("prepare", 1, 1),
        ("hold", 1, 1),
        ("rest", 1, 2),
        ("hold", 1, 2),
        ("set_rest", 2, 1),
        ("hold", 2, 1),
        ("rest", 2, 2),
        ("hold", 2, 2),
    ]


def test_a_rep_is_counted_per_side() -> None:
    blocks = make_plan(make_hold(reps=2, sides=EACH, order=BLOCK))
    turns = make_plan(make_hold(reps=2, sides=EACH, order=ALTERNATE))
    assert [phase.rep for phase in blocks.phases if phase.kind.is_effort] == [1, 2, 1, 2]
    assert [phase.rep for phase in turns.phases if phase.kind.is_effort] == [1, 1, 2, 2]


# Rule 6: nothing after the last effort


@pytest.mark.parametrize(
    "exercise",
    [
        make_hold(reps=2, sets=2),
        make_hold(reps=2, sets=2, sides=EACH, order=BLOCK),
        make_hold(reps=2, sets=2, sides=EACH, order=ALTERNATE),
        make_hold(reps=2, sets=2, sides=TURNS),
        make_moves(reps=2, sets=2, rest=3),
        make_activity(),
    ],
)
def test_the_last_effort_of_an_exercise_is_followed_by_the_next_prepare(
    exercise: Exercise,
) -> None:
    plan = make_plan(exercise, make_hold("last"))
    second = plan.entries[1].first_phase
    assert plan.phases[second - 1].kind.is_effort
    assert plan.phases[second].kind is PhaseKind.PREPARE
    assert plan.phases[-1].kind.is_effort


# Rule 7: ranges, targets and ceilings


@pytest.mark.parametrize(
    ("choice", "hold", "reps"),
    [(RangeChoice.LOW, 15, 5), (RangeChoice.MIDDLE, 17, 7), (RangeChoice.HIGH, 20, 10)],
)
def test_the_low_end_of_a_range_is_used_unless_the_person_chose_another(
    choice: RangeChoice, hold: int, reps: int
) -> None:
    exercise = make_hold(seconds=Span(15, 20), reps=Span(5, 10))
    dose = decided(exercise, settings=Settings(range_choice=choice))
    assert (dose.hold_seconds, dose.reps) == (hold, reps)


def test_only_an_open_hold_has_a_ceiling() -> None:
    assert ceiling_seconds(make_hold("plank", cap=60, open_hold=True)) == 60
    assert ceiling_seconds(make_hold(cap=60)) is None
    assert ceiling_seconds(make_moves()) is None


def test_the_ceiling_is_the_high_end_of_the_cap() -> None:
    exercise = make_hold("plank", open_hold=True)
    assert ceiling_seconds(_with_cap(exercise, make_dose(hold=Span(30, 60)))) == 60
    assert ceiling_seconds(_with_cap(exercise, make_dose(reps=3))) is None


def _with_cap(exercise: Exercise, cap: Dose) -> Exercise:
    return replace(exercise, cap=cap)


def test_every_hold_of_an_open_exercise_carries_the_ceiling_and_nothing_else_does() -> None:
    plan = make_plan(
        make_hold("plank", seconds=30, reps=2, cap=60, open_hold=True), make_hold("other")
    )
    assert [(phase.kind.value, phase.ceiling_seconds) for phase in plan.phases] == [
        ("prepare", None),
        ("hold", 60),
        ("rest", None),
        ("hold", 60),
        ("prepare", None),
        ("hold", None),
    ]


@pytest.mark.parametrize(
    ("settings", "override"),
    [
        (Settings(), DoseOverride(hold_seconds=61)),
        (Settings(), DoseOverride(hold_seconds=600)),
        (Settings(hold_scale_percent=200), None),
    ],
)
def test_nobody_stretches_an_open_hold_beyond_its_ceiling(
    settings: Settings, override: DoseOverride | None
) -> None:
    plank = make_hold("plank", seconds=45, cap=60, open_hold=True)
    assert decided(plank, settings=settings, override=override).hold_seconds == 60


def test_a_document_does_not_stretch_an_open_hold_beyond_its_ceiling() -> None:
    plank = make_hold("plank", seconds=30, cap=60, open_hold=True)
    assert decided(plank, make_dose(hold=90)).hold_seconds == 60


def test_an_open_hold_may_last_as_long_as_its_ceiling() -> None:
    plank = make_hold("plank", seconds=30, cap=60, open_hold=True)
    assert decided(plank, override=DoseOverride(hold_seconds=60)).hold_seconds == 60


# Rule 8: the total


def test_the_total_is_the_sum_of_the_phases() -> None:
    plan = make_plan(make_hold(reps=2), make_moves(reps=2), make_activity(minutes=1))
    assert plan.total_seconds == (10 + 10 + 5 + 10) + (15 + 6 + 6) + (15 + 60)


# Levels


def test_gentle_takes_the_kinder_of_catalogue_and_document_field_by_field() -> None:
    exercise = make_hold(seconds=20, reps=3, sets=2, rest=5)
    dose = decided(exercise, make_dose(hold=15, reps=10, sets=1, rest=8), level=Level.GENTLE)
    assert dose == PlannedDose(hold_seconds=15, reps=3, sets=1, rest_seconds=8)


def test_gentle_suggests_nothing() -> None:
    assert decided(make_hold(), level=Level.GENTLE).suggested == frozenset()


def test_as_written_takes_what_the_document_gives_and_marks_the_rest_as_suggested() -> None:
    exercise = make_hold(seconds=20, reps=3, sets=2, rest=5)
    dose = decided(exercise, make_dose(hold=30, reps=10))
    assert dose == PlannedDose(
        hold_seconds=30,
        reps=10,
        sets=2,
        rest_seconds=5,
        suggested=frozenset({"sets", "rest_seconds"}),
    )


def test_a_document_that_gives_everything_leaves_nothing_to_suggest() -> None:
    exercise = make_hold(seconds=20, reps=3, sets=2, rest=5)
    assert decided(exercise, make_dose(hold=9, reps=8, sets=1, rest=0)).suggested == frozenset()


def test_a_document_may_set_the_tempo_and_the_minutes() -> None:
    assert decided(make_moves(), make_dose(tempo=(1, 2))).tempo_seconds == (1, 2)
    assert decided(make_activity(minutes=10), make_dose(minutes=30)).activity_seconds == 1800


def test_a_gentle_activity_takes_the_fewer_minutes() -> None:
    dose = decided(make_activity(minutes=10), make_dose(minutes=30), level=Level.GENTLE)
    assert dose.activity_seconds == 600


def test_a_dose_without_reps_and_sets_is_done_once() -> None:
    walking = decided(make_activity())
    assert (walking.reps, walking.sets) == (1, 1)


def test_holds_and_activities_have_no_tempo_and_moves_no_hold() -> None:
    hold, moves, walking = decided(make_hold()), decided(make_moves()), decided(make_activity())
    assert (hold.tempo_seconds, hold.move_seconds, hold.activity_seconds) == ((), 0, 0)
    assert (moves.hold_seconds, moves.activity_seconds) == (0, 0)
    assert (walking.tempo_seconds, walking.hold_seconds) == ((), 0)


def test_a_plan_has_the_level_that_it_is_asked_for() -> None:
    exercise = make_hold()
    preferences = Preferences(levels={"morning": Level.GENTLE})
    plan = build_plan(
        make_routine(exercise), make_catalogue(exercise), preferences, Level.AS_WRITTEN
    )
    assert plan.level is Level.AS_WRITTEN


def test_a_plan_otherwise_has_the_level_the_person_chose_for_the_routine() -> None:
    exercise = make_hold(seconds=10)
    routine = make_routine(make_item(exercise, dose=make_dose(hold=20)))
    preferences = make_preferences(levels={routine.id: Level.AS_WRITTEN})
    plan = build_plan(routine, make_catalogue(exercise), preferences)
    assert plan.level is Level.AS_WRITTEN
    assert plan.entries[0].dose.hold_seconds == 20


def test_a_plan_for_nobody_in_particular_is_gentle_with_default_settings() -> None:
    exercise = make_hold(reps=2)
    plan = build_plan(make_routine(exercise), make_catalogue(exercise))
    assert plan == make_plan(exercise, settings=Settings(), level=Level.GENTLE)


# Scaling and overrides


@pytest.mark.parametrize(
    ("seconds", "percent", "scaled"),
    [
        (20, 100, 20),
        (20, 50, 10),
        (15, 50, 8),
        (7, 107, 7),
        (5, 25, 1),
        (1, 25, 1),
        (10, 200, 20),
    ],
)
def test_holds_are_scaled_to_the_nearest_second_and_never_to_nothing(
    seconds: int, percent: int, scaled: int
) -> None:
    settings = Settings(hold_scale_percent=percent)
    assert decided(make_hold(seconds=seconds), settings=settings).hold_seconds == scaled


def test_a_scaled_hold_stays_within_the_limit_of_holds() -> None:
    settings = Settings(hold_scale_percent=200)
    assert decided(make_hold(seconds=400), settings=settings).hold_seconds == 600


def test_scaling_holds_leaves_moves_and_activities_alone() -> None:
    settings = Settings(hold_scale_percent=200)
    assert decided(make_moves(), settings=settings) == decided(make_moves())
    assert decided(make_activity(), settings=settings) == decided(make_activity())


@pytest.mark.parametrize("level", list(Level))
def test_an_override_wins_over_level_routine_and_settings(level: Level) -> None:
    settings = Settings(
        hold_scale_percent=50, range_choice=RangeChoice.HIGH, rest_seconds=60, level=level
    )
    override = DoseOverride(hold_seconds=33, reps=7, sets=4, rest_seconds=2)
    dose = decided(
        make_hold(seconds=Span(5, 10), reps=2),
        make_dose(hold=20, reps=3, sets=2, rest=9),
        level=level,
        settings=settings,
        override=override,
    )
    assert dose == PlannedDose(
        hold_seconds=33,
        reps=7,
        sets=4,
        rest_seconds=2,
        overridden=frozenset({"hold_seconds", "reps", "sets", "rest_seconds"}),
    )


def test_an_override_leaves_alone_what_it_does_not_give() -> None:
    dose = decided(make_hold(seconds=20, reps=3), override=DoseOverride(reps=5))
    assert (dose.hold_seconds, dose.reps) == (20, 5)
    assert dose.overridden == {"reps"}


def test_what_the_person_set_is_no_longer_suggested() -> None:
    dose = decided(make_hold(seconds=20, reps=3), override=DoseOverride(reps=5))
    assert dose.suggested == {"hold_seconds", "sets"}


def test_a_rest_of_zero_that_the_person_set_makes_no_phase() -> None:
    doses = {"pelvic-tilt": DoseOverride(rest_seconds=0)}
    plan = make_plan(make_hold(reps=2, rest=20), doses=doses)
    assert outline(plan) == ["prepare 10", "hold 10", "hold 10"]


def test_an_override_of_a_field_that_means_nothing_for_the_exercise_is_ignored() -> None:
    everything = DoseOverride(hold_seconds=33, reps=7, sets=4, rest_seconds=2, minutes=9)
    walk = decided(make_activity(), override=everything)
    assert (walk.activity_seconds, walk.overridden) == (540, frozenset({"minutes"}))
    assert replace(walk, activity_seconds=600) == replace(
        decided(make_activity()), overridden=walk.overridden, suggested=walk.suggested
    )
    moves = decided(make_moves(), override=everything)
    assert moves.hold_seconds == 0
    assert moves.overridden == {"reps", "sets", "rest_seconds"}
    in_turns = decided(make_hold(sides=TURNS), override=everything)
    assert in_turns.rest_seconds == 5
    assert in_turns.overridden == {"hold_seconds", "reps", "sets"}


def test_an_activity_can_be_given_other_minutes() -> None:
    dose = decided(make_activity(minutes=10), override=DoseOverride(minutes=25))
    assert (dose.activity_seconds, dose.minutes) == (1500, 25)
    assert decided(make_hold(), override=DoseOverride(minutes=25)).minutes == 0


def test_a_plan_tells_how_long_each_of_its_exercises_takes() -> None:
    plan = make_plan(make_hold(reps=2), make_activity(minutes=1))
    assert outline(plan)[:4] == ["prepare 10", "hold 10", "rest 5", "hold 10"]
    assert [plan.seconds_of_exercise(entry) for entry in (0, 1)] == [35, plan.total_seconds - 35]


def test_an_override_for_another_exercise_changes_nothing() -> None:
    doses = {"plank": DoseOverride(reps=9)}
    assert make_plan(make_hold(), doses=doses) == make_plan(make_hold())


# Waiting


def test_a_session_waits_before_an_activity_and_before_nothing_else() -> None:
    plan = make_plan(make_hold(), make_activity())
    assert [phase.waits for phase in plan.phases] == [False, False, False, True]


def test_an_item_may_ask_to_be_waited_for() -> None:
    exercise = make_hold(reps=2)
    plan = make_plan(exercise, items=(make_item(exercise), make_item(exercise, wait=True)))
    waiting = [index for index, phase in enumerate(plan.phases) if phase.waits]
    assert waiting == [plan.entries[1].first_phase]


def test_a_person_may_ask_to_be_waited_for_before_every_exercise() -> None:
    plan = make_plan(
        make_hold("one", reps=2), make_hold("two"), settings=Settings(wait_before_exercise=True)
    )
    waiting = [index for index, phase in enumerate(plan.phases) if phase.waits]
    assert waiting == [entry.first_phase for entry in plan.entries]


# What a plan remembers


def test_an_entry_remembers_where_it_came_from_and_where_it_begins() -> None:
    first, second = make_hold("first", reps=2), make_hold("second")
    routine = make_routine(first, second)
    plan = build_plan(routine, make_catalogue(first, second))
    assert plan.routine is routine
    assert [entry.exercise for entry in plan.entries] == [first, second]
    assert [entry.item for entry in plan.entries] == list(routine.items)
    assert [entry.first_phase for entry in plan.entries] == [0, 4]
    assert [phase.entry for phase in plan.phases] == [0, 0, 0, 0, 1, 1]


def test_an_exercise_done_twice_in_a_routine_has_two_entries() -> None:
    exercise = make_hold()
    plan = make_plan(exercise, items=(make_item(exercise), make_item(exercise)))
    assert [phase.entry for phase in plan.phases] == [0, 0, 1, 1]


def test_what_a_person_does_not_do_is_left_out_and_remembered() -> None:
    bending = make_hold("bending", tags=(Tag.OSTEOPOROSIS,))
    plan = make_plan(
        bending,
        make_hold(),
        settings=Settings(osteoporosis=True, care_choice=CareChoice.SKIP),
    )
    assert [entry.exercise.id for entry in plan.entries] == ["pelvic-tilt"]
    assert [choice.original for choice in plan.left_out] == [bending]
    assert {phase.entry for phase in plan.phases} == {0}


def test_what_stands_in_is_done_with_its_own_dose_and_remembers_the_original() -> None:
    bending = make_hold("bending", tags=(Tag.OSTEOPOROSIS,), easier=("easy",))
    easy = make_hold("easy", seconds=7)
    items = (make_item(bending, dose=make_dose(hold=60)),)
    settings = Settings(osteoporosis=True)
    plan = make_plan(bending, easy, items=items, settings=settings, level=Level.AS_WRITTEN)
    (entry,) = plan.entries
    assert entry.exercise is easy
    assert entry.choice.original is bending
    assert outline(plan) == ["prepare 10", "hold 7"]
    assert plan.left_out == ()


def test_an_override_of_the_original_does_not_follow_to_what_stands_in() -> None:
    bending = make_hold("bending", tags=(Tag.OSTEOPOROSIS,), easier=("easy",))
    plan = make_plan(
        bending,
        make_hold("easy", seconds=7),
        items=(make_item(bending),),
        settings=Settings(osteoporosis=True),
        doses={"bending": DoseOverride(hold_seconds=60), "easy": DoseOverride(reps=2)},
    )
    assert outline(plan) == ["prepare 10", "hold 7", "rest 5", "hold 7"]


def test_a_routine_of_which_nothing_is_left_is_an_empty_plan() -> None:
    plan = make_plan(make_hold(tags=(Tag.OSTEOPOROSIS,)), settings=Settings(osteoporosis=True))
    assert plan.phases == ()
    assert plan.total_seconds == 0
    assert len(plan.left_out) == 1


def test_a_routine_at_the_same_level_with_the_same_settings_is_the_same_plan() -> None:
    exercises = (make_hold(reps=3), make_moves(reps=3, sides=EACH), make_activity())
    assert make_plan(*exercises) == make_plan(*exercises)


def test_a_plan_knows_the_efforts_around_a_phase() -> None:
    plan = make_plan(make_hold("one", reps=2), make_hold("two"))
    first, second, third = (phase for phase in plan.phases if phase.kind.is_effort)
    assert [plan.effort_after(index) for index in range(6)] == [
        first, second, second, third, third, None,
    ]  # fmt: skip
    assert [plan.effort_before(index) for index in range(6)] == [0, 0, 1, 1, 3, 3]


def test_a_plan_knows_where_an_exercise_is_over() -> None:
    plan = make_plan(make_hold("one", reps=2), make_hold("two"))
    assert [plan.phase_after_exercise(entry) for entry in range(2)] == [4, 6]


@pytest.mark.parametrize("kind", list(PhaseKind))
def test_holds_moves_and_activities_are_the_efforts(kind: PhaseKind) -> None:
    assert kind.is_effort is (kind in {PhaseKind.HOLD, PhaseKind.MOVE, PhaseKind.ACTIVITY})


def test_a_phase_neither_waits_nor_has_a_ceiling_by_default() -> None:
    phase = Phase(PhaseKind.HOLD, 10, 0, "plank", None, 1, 1)
    assert phase.ceiling_seconds is None
    assert not phase.waits
