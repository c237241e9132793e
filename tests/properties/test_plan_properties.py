"""What holds for the plan of any routine, whoever does it."""

from __future__ import annotations

from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from backcare.core.dose import RangeChoice, Span
from backcare.core.exercise import Side, SideOrder, Sides, Tag
from backcare.core.plan import Phase, PhaseKind, Plan, PlannedExercise
from backcare.core.planning import build_plan, ceiling_seconds
from backcare.core.routine import Level
from backcare.core.settings import CareChoice, FirstSide, Settings
from tests.properties.strategies import Case, cases

# Two dozen properties look at the same cases: few examples of each make many in all.
some = profile(max_examples=40)

BETWEEN = {PhaseKind.REST, PhaseKind.SWITCH, PhaseKind.SET_REST}


def plan_of(case: Case) -> Plan:
    return build_plan(case.routine, case.catalogue, case.preferences, case.level)


def by_exercise(plan: Plan) -> list[tuple[PlannedExercise, list[Phase]]]:
    """The phases of each entry; every entry has some, and they stand together."""
    groups = [list(group) for _, group in groupby(plan.phases, key=lambda phase: phase.entry)]
    assert [group[0].entry for group in groups] == list(range(len(plan.entries)))
    return list(zip(plan.entries, groups, strict=True))


def efforts(phases: list[Phase]) -> list[Phase]:
    return [phase for phase in phases if phase.kind.is_effort]


def neighbours_of(plan: Plan, kind: PhaseKind) -> list[tuple[Phase, Phase, Phase]]:
    """Each phase of a kind with the phases before and after it."""
    phases = plan.phases
    return [
        (phases[index - 1], phase, phases[index + 1])
        for index, phase in enumerate(phases)
        if phase.kind is kind
    ]


@some
@given(cases())
def test_the_total_is_the_sum_of_the_phases(case: Case) -> None:
    plan = plan_of(case)
    total = 0
    for phase in plan.phases:
        total += phase.seconds
    assert plan.total_seconds == total


@some
@given(cases())
def test_no_phase_lasts_no_time(case: Case) -> None:
    assert all(phase.seconds >= 1 for phase in plan_of(case).phases)


@some
@given(cases())
def test_every_exercise_begins_with_one_prepare_and_ends_with_an_effort(case: Case) -> None:
    for _, phases in by_exercise(plan_of(case)):
        assert [phase.kind is PhaseKind.PREPARE for phase in phases] == [
            True,
            *[False] * (len(phases) - 1),
        ]
        assert phases[-1].kind.is_effort


@some
@given(cases())
def test_what_stands_between_efforts_stands_between_two_efforts(case: Case) -> None:
    plan = plan_of(case)
    for kind in BETWEEN:
        for before, phase, after in neighbours_of(plan, kind):
            assert before.kind.is_effort
            assert after.kind.is_effort
            assert before.entry == phase.entry == after.entry


@some
@given(cases())
def test_there_are_as_many_efforts_as_reps_times_sets_times_sides(case: Case) -> None:
    for entry, phases in by_exercise(plan_of(case)):
        sides = 2 if entry.exercise.sides in {Sides.EACH, Sides.ALTERNATING} else 1
        assert len(efforts(phases)) == entry.dose.reps * entry.dose.sets * sides


@some
@given(cases())
def test_every_set_rep_and_side_is_done_once(case: Case) -> None:
    for entry, phases in by_exercise(plan_of(case)):
        sides = list(Side) if entry.exercise.has_sides else [None]
        done = [(phase.set, phase.rep, phase.side) for phase in efforts(phases)]
        assert len(done) == len(set(done))
        assert set(done) == {
            (number, rep, side)
            for number in range(1, entry.dose.sets + 1)
            for rep in range(1, entry.dose.reps + 1)
            for side in sides
        }


@some
@given(cases())
def test_reps_and_sets_are_done_in_order(case: Case) -> None:
    for entry, phases in by_exercise(plan_of(case)):
        done = efforts(phases)
        assert [phase.set for phase in done] == sorted(phase.set for phase in done)
        for _, same_side in groupby(
            sorted(done, key=lambda phase: str(phase.side)), key=lambda phase: phase.side
        ):
            order = [(phase.set, phase.rep) for phase in same_side]
            assert order == sorted(order)
        if entry.order is not SideOrder.BLOCK:
            assert [(p.set, p.rep) for p in done] == sorted((p.set, p.rep) for p in done)


@some
@given(cases())
def test_sides_in_blocks_change_once_in_a_set_and_others_take_turns(case: Case) -> None:
    for entry, phases in by_exercise(plan_of(case)):
        if not entry.exercise.has_sides:
            assert all(phase.side is None for phase in phases)
            continue
        for _, one_set in groupby(efforts(phases), key=lambda phase: phase.set):
            sides = [phase.side for phase in one_set]
            changes = sum(one is not other for one, other in pairwise(sides))
            in_blocks = entry.order is SideOrder.BLOCK
            assert changes == (1 if in_blocks else len(sides) - 1)


@some
@given(cases())
def test_a_switch_always_changes_the_side(case: Case) -> None:
    for before, switch, after in neighbours_of(plan_of(case), PhaseKind.SWITCH):
        assert before.side is not None
        assert after.side is before.side.other
        assert (before.set, before.rep) < (after.set, after.rep) or before.set == after.set
        assert (switch.side, switch.set, switch.rep) == (after.side, after.set, after.rep)


@some
@given(cases())
def test_a_rest_never_changes_the_side(case: Case) -> None:
    for before, rest, after in neighbours_of(plan_of(case), PhaseKind.REST):
        assert before.side is after.side
        assert (after.set, after.rep) in ((before.set, before.rep + 1), (before.set + 1, 1))
        assert (rest.side, rest.set, rest.rep) == (after.side, after.set, after.rep)


@some
@given(cases())
def test_a_rest_between_sets_leads_to_the_first_rep_of_the_next(case: Case) -> None:
    for before, rest, after in neighbours_of(plan_of(case), PhaseKind.SET_REST):
        assert after.set == before.set + 1
        assert after.rep == 1
        assert (rest.side, rest.set, rest.rep) == (after.side, after.set, after.rep)


@some
@given(cases())
def test_prepare_leads_to_the_first_effort(case: Case) -> None:
    for before, after in pairwise(plan_of(case).phases):
        if before.kind is PhaseKind.PREPARE:
            assert after.kind.is_effort
            assert (before.side, before.set, before.rep) == (after.side, after.set, after.rep)


@some
@given(cases())
def test_the_times_around_efforts_are_those_of_the_settings(case: Case) -> None:
    settings = case.preferences.settings
    for entry, phases in by_exercise(plan_of(case)):
        for phase in phases:
            expected = {
                PhaseKind.PREPARE: {settings.prepare_seconds, settings.prepare_change_seconds},
                PhaseKind.REST: {entry.dose.rest_seconds},
                PhaseKind.SWITCH: {_switch_seconds(entry, settings)},
                PhaseKind.SET_REST: {settings.set_rest_seconds},
            }
            assert phase.seconds in expected.get(phase.kind, {phase.seconds})


def _switch_seconds(entry: PlannedExercise, settings: Settings) -> int:
    if entry.exercise.sides is Sides.EACH:
        return settings.switch_seconds
    return settings.alternating_switch_seconds


@some
@given(cases())
def test_between_two_efforts_of_a_set_a_pause_is_left_out_only_where_it_lasts_no_time(
    case: Case,
) -> None:
    for one, other in pairwise(plan_of(case).phases):
        if one.kind.is_effort and other.kind.is_effort:
            entry = plan_of(case).entries[one.entry]
            if one.set != other.set:
                assert case.preferences.settings.set_rest_seconds == 0
            elif one.side is other.side:
                assert entry.dose.rest_seconds == 0
            else:
                assert entry.exercise.sides is Sides.ALTERNATING
                assert one.kind is PhaseKind.MOVE


@some
@given(cases())
def test_getting_ready_takes_the_longer_setting_when_the_position_changes(case: Case) -> None:
    settings = case.preferences.settings
    plan = plan_of(case)
    positions = [entry.exercise.position for entry in plan.entries]
    expected = [
        settings.prepare_seconds if before is position else settings.prepare_change_seconds
        for before, position in zip([*positions[:1], *positions], positions, strict=False)
    ]
    assert [plan.phases[entry.first_phase].seconds for entry in plan.entries] == expected


@some
@given(cases())
def test_the_first_side_is_that_of_the_person_or_else_of_the_routine(case: Case) -> None:
    asked = case.preferences.settings.first_side
    for entry, phases in by_exercise(plan_of(case)):
        first = entry.item.first_side if asked is FirstSide.ROUTINE else Side(asked.value)
        assert phases[0].side is (first if entry.exercise.has_sides else None)


@some
@given(cases())
def test_efforts_last_as_long_as_their_dose_says(case: Case) -> None:
    for entry, phases in by_exercise(plan_of(case)):
        dose = entry.dose
        expected = dose.hold_seconds + sum(dose.tempo_seconds) + dose.activity_seconds
        assert {phase.seconds for phase in efforts(phases)} == {expected}


@some
@given(cases())
def test_what_the_person_set_wins(case: Case) -> None:
    for entry in plan_of(case).entries:
        override, exercise = case.preferences.doses.get(entry.exercise.id), entry.exercise
        if override is None or exercise.dose.minutes is not None:
            assert entry.dose.overridden == frozenset()
            continue
        ceiling = ceiling_seconds(exercise)
        if override.hold_seconds is not None and exercise.has_holds:
            assert entry.dose.hold_seconds == min(override.hold_seconds, ceiling or 600)
        if override.reps is not None:
            assert entry.dose.reps == override.reps
        if override.sets is not None:
            assert entry.dose.sets == override.sets
        if override.rest_seconds is not None and exercise.sides is not Sides.ALTERNATING:
            assert entry.dose.rest_seconds == override.rest_seconds
        assert not entry.dose.suggested & entry.dose.overridden


@some
@given(cases())
def test_no_hold_is_planned_beyond_its_ceiling(case: Case) -> None:
    for phase in plan_of(case).phases:
        exercise = case.catalogue.exercises[phase.exercise]
        if phase.kind is PhaseKind.HOLD and exercise.open_hold:
            assert exercise.cap.hold_seconds is not None
            assert phase.ceiling_seconds == exercise.cap.hold_seconds.high
            assert phase.seconds <= phase.ceiling_seconds
        else:
            assert phase.ceiling_seconds is None


@some
@given(cases())
def test_numbers_that_nobody_set_come_from_catalogue_and_document(case: Case) -> None:
    settings = case.preferences.settings
    for entry in plan_of(case).entries:
        given, default = entry.item.dose, entry.exercise.dose
        if "reps" not in entry.dose.overridden and default.reps is not None:
            reps = _level_of(case.level, given.reps, default.reps)
            assert entry.dose.reps == _end_of(reps, settings.range_choice)
        if "hold_seconds" not in entry.dose.overridden and default.hold_seconds is not None:
            hold = _level_of(case.level, given.hold_seconds, default.hold_seconds)
            exact = _end_of(hold, settings.range_choice) * settings.hold_scale_percent / 100
            ceiling = ceiling_seconds(entry.exercise) or 600
            assert abs(entry.dose.hold_seconds - min(max(exact, 1), ceiling)) <= 0.5


def _level_of(level: Level, given: Span | None, default: Span) -> tuple[int, int]:
    if given is None:
        return default.low, default.high
    if level is Level.AS_WRITTEN:
        return given.low, given.high
    return min(given.low, default.low), min(given.high, default.high)


def _end_of(ends: tuple[int, int], choice: RangeChoice) -> int:
    middle = sum(ends) // 2
    return {RangeChoice.LOW: ends[0], RangeChoice.MIDDLE: middle, RangeChoice.HIGH: ends[1]}[choice]


@some
@given(cases())
def test_gentle_never_asks_for_more_than_as_written_or_the_catalogue(case: Case) -> None:
    gentle = build_plan(case.routine, case.catalogue, case.preferences, Level.GENTLE)
    written = build_plan(case.routine, case.catalogue, case.preferences, Level.AS_WRITTEN)
    for kind, hard in zip(gentle.entries, written.entries, strict=True):
        assert kind.dose.hold_seconds <= hard.dose.hold_seconds
        assert kind.dose.reps <= hard.dose.reps
        assert kind.dose.sets <= hard.dose.sets
        assert kind.dose.activity_seconds <= hard.dose.activity_seconds


@some
@given(cases())
def test_the_session_waits_at_activities_and_where_somebody_asked(case: Case) -> None:
    everywhere = case.preferences.settings.wait_before_exercise
    for entry, phases in by_exercise(plan_of(case)):
        assert [phase.waits for phase in phases] == [
            phase.kind is PhaseKind.ACTIVITY
            or (phase.kind is PhaseKind.PREPARE and (everywhere or entry.item.wait))
            for phase in phases
        ]


@profile(max_examples=300)  # few cases lead to a neighbour that is stopped too
@given(cases())
def test_every_item_is_done_or_left_out_and_nobody_does_what_is_tagged(case: Case) -> None:
    plan, settings = plan_of(case), case.preferences.settings
    assert len(plan.entries) + len(plan.left_out) == len(case.routine.items)
    forbidden = set()
    if settings.care_choice is not CareChoice.SHOW:
        forbidden |= {Tag.PREGNANCY_AVOID} if settings.pregnant else set()
        forbidden |= {Tag.OSTEOPOROSIS} if settings.osteoporosis else set()
        forbidden |= {Tag.DISC} if settings.recent_disc_trouble else set()
    for entry in plan.entries:
        assert not forbidden.intersection(entry.exercise.tags)
        if settings.care_choice is not CareChoice.SWAP:
            assert entry.exercise is entry.choice.original
    for choice in plan.left_out:
        assert forbidden.intersection(choice.original.tags)


@some
@given(cases(), st.sampled_from(Level))
def test_the_level_of_the_person_is_the_level_of_the_plan(case: Case, level: Level) -> None:
    case.preferences.levels[case.routine.id] = level
    plan = build_plan(case.routine, case.catalogue, case.preferences)
    assert plan == build_plan(case.routine, case.catalogue, case.preferences, level)
