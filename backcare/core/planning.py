"""From a routine to a plan: decide every dose, then expand into phases, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from backcare.core.care import Choice, choose
from backcare.core.dose import DEFAULT_TEMPO, HOLD_LIMITS, Dose, gentler
from backcare.core.exercise import Exercise, Movement, Position, Side, SideOrder, Sides
from backcare.core.plan import Phase, PhaseKind, Plan, PlannedDose, PlannedExercise
from backcare.core.routine import Catalogue, Level, Routine, RoutineItem
from backcare.core.settings import FirstSide, Preferences, Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def build_plan(
    routine: Routine,
    catalogue: Catalogue,
    preferences: Preferences | None = None,
    level: Level | None = None,
) -> Plan:
    """The plan of `routine`; `level` defaults to what the person chose for it."""
    chosen = preferences or Preferences()
    used_level = level or chosen.level_for(routine.id)
    choices = choose(routine, catalogue, chosen.settings, chosen.swaps)
    return plan_of(routine, choices, chosen, used_level)


def plan_of(
    routine: Routine, choices: Sequence[Choice], chosen: Preferences, used_level: Level
) -> Plan:
    """The plan of `routine` where it has been decided what becomes of its items."""
    entries: list[PlannedExercise] = []
    phases: list[Phase] = []
    position: Position | None = None
    for choice in _with_headings(choices):
        if choice.exercise is None:
            continue
        entry = _planned(choice, choice.exercise, used_level, chosen, len(phases))
        changes = position is not None and position is not entry.exercise.position
        position = entry.exercise.position
        phases += _expand(entry, len(entries), chosen.settings, changes_position=changes)
        entries.append(entry)
    left_out = tuple(choice for choice in choices if choice.exercise is None)
    return Plan(routine, used_level, tuple(entries), tuple(phases), left_out)


def _with_headings(choices: Sequence[Choice]) -> Iterator[Choice]:
    """The choices; the heading of an item left out goes to the next one of its section."""
    pending = ""
    for choice in choices:
        pending = choice.item.heading or pending
        if choice.exercise is None:
            yield choice
        else:
            yield replace(choice, item=replace(choice.item, heading=pending))
            pending = ""


def decide_dose(
    exercise: Exercise, item: RoutineItem, level: Level, preferences: Preferences
) -> PlannedDose:
    """The dose of `exercise` as an item of a routine: level, ranges, scaling, overrides."""
    settings = preferences.settings
    if level is Level.GENTLE:
        dose = gentler(item.dose, exercise.dose)
        suggested: frozenset[str] = frozenset()
    else:
        dose = item.dose.completed_by(exercise.dose)
        fields = exercise.dose_fields(item.order)
        suggested = (exercise.dose.given() - item.dose.given()).intersection(fields)
    pick = settings.range_choice.pick
    planned = PlannedDose(
        hold_seconds=_scaled(pick(dose.hold_seconds), settings) if dose.hold_seconds else 0,
        reps=pick(dose.reps) if dose.reps else 1,
        sets=dose.sets or 1,
        rest_seconds=_rest(dose, settings),
        tempo_seconds=_tempo(exercise, dose),
        activity_seconds=60 * (dose.minutes or 0),
        suggested=suggested,
    )
    return _within_ceiling(_overridden(planned, exercise, preferences), exercise)


def _planned(
    choice: Choice, exercise: Exercise, level: Level, preferences: Preferences, first_phase: int
) -> PlannedExercise:
    dose = decide_dose(exercise, choice.item, level, preferences)
    order = (choice.item.order or exercise.order) if exercise.sides is Sides.EACH else None
    return PlannedExercise(exercise, choice.item, choice, dose, order, first_phase)


def _scaled(hold_seconds: int, settings: Settings) -> int:
    scaled = (hold_seconds * settings.hold_scale_percent + 50) // 100
    return max(HOLD_LIMITS[0], min(HOLD_LIMITS[1], scaled))


def _rest(dose: Dose, settings: Settings) -> int:
    if dose.rest_seconds is not None:
        return dose.rest_seconds
    return settings.rest_seconds if dose.hold_seconds else 0


def _tempo(exercise: Exercise, dose: Dose) -> tuple[int, ...]:
    if exercise.has_holds or exercise.movement is Movement.ACTIVITY:
        return ()
    return dose.tempo_seconds or DEFAULT_TEMPO


def _overridden(planned: PlannedDose, exercise: Exercise, preferences: Preferences) -> PlannedDose:
    override = preferences.doses.get(exercise.id)
    if override is None:
        return planned
    applying = override.given().intersection(exercise.dose_fields(SideOrder.BLOCK))
    values = {name: getattr(override, name) for name in applying}
    if "minutes" in values:
        values["activity_seconds"] = 60 * values.pop("minutes")
    return replace(planned, **values, suggested=planned.suggested - applying, overridden=applying)


def _within_ceiling(planned: PlannedDose, exercise: Exercise) -> PlannedDose:
    """A hold "as long as possible" never goes beyond its ceiling, whoever asks for it."""
    ceiling = ceiling_seconds(exercise)
    if ceiling is None or planned.hold_seconds <= ceiling:
        return planned
    return replace(planned, hold_seconds=ceiling)


def ceiling_seconds(exercise: Exercise) -> int | None:
    """What an open hold is never stretched beyond; None for other exercises."""
    if not exercise.open_hold or exercise.cap.hold_seconds is None:
        return None
    return exercise.cap.hold_seconds.high


class _Turn(NamedTuple):
    """One effort to be done."""

    set: int
    side: Side | None
    rep: int


def _expand(
    entry: PlannedExercise, index: int, settings: Settings, *, changes_position: bool
) -> Iterator[Phase]:
    """The phases of one exercise: get ready, then its efforts with pauses between."""
    name = entry.exercise.id
    kind, seconds, effort_waits = _effort(entry)
    ceiling = ceiling_seconds(entry.exercise) if kind is PhaseKind.HOLD else None
    ready = settings.prepare_change_seconds if changes_position else settings.prepare_seconds
    waits = entry.item.wait or settings.wait_before_exercise
    before: _Turn | None = None
    for turn in _turns(entry, settings):
        if before is None:
            yield Phase(PhaseKind.PREPARE, ready, index, name, turn.side, 1, 1, None, waits)
        else:
            between, pause = _pause(entry, before, turn, settings)
            if pause:
                yield Phase(between, pause, index, name, turn.side, turn.set, turn.rep)
        effort = (turn.side, turn.set, turn.rep, ceiling, effort_waits)
        yield Phase(kind, seconds, index, name, *effort)
        before = turn


def _pause(
    entry: PlannedExercise, before: _Turn, turn: _Turn, settings: Settings
) -> tuple[PhaseKind, int]:
    """What stands between two efforts. Without a rest between sets they follow like reps."""
    if turn.set != before.set and settings.set_rest_seconds:
        return PhaseKind.SET_REST, settings.set_rest_seconds
    if turn.side is not before.side:
        return PhaseKind.SWITCH, _switch_seconds(entry, settings)
    return PhaseKind.REST, entry.dose.rest_seconds


def _turns(entry: PlannedExercise, settings: Settings) -> Iterator[_Turn]:
    """The efforts of an exercise in the order they are done."""
    sides = _sides_in_order(entry, settings)
    reps = range(1, entry.dose.reps + 1)
    for number in range(1, entry.dose.sets + 1):
        if entry.order is SideOrder.BLOCK:
            yield from (_Turn(number, side, rep) for side in sides for rep in reps)
        else:
            yield from (_Turn(number, side, rep) for rep in reps for side in sides)


def _sides_in_order(entry: PlannedExercise, settings: Settings) -> tuple[Side | None, ...]:
    if not entry.exercise.has_sides:
        return (None,)
    first = entry.item.first_side
    if settings.first_side is not FirstSide.ROUTINE:
        first = Side(settings.first_side.value)
    return (first, first.other)


def _effort(entry: PlannedExercise) -> tuple[PhaseKind, int, bool]:
    """Kind and length of one effort, and whether the session waits before it."""
    if entry.exercise.movement is Movement.ACTIVITY:
        return PhaseKind.ACTIVITY, entry.dose.activity_seconds, True
    if entry.dose.hold_seconds:
        return PhaseKind.HOLD, entry.dose.hold_seconds, False
    return PhaseKind.MOVE, entry.dose.move_seconds, False


def _switch_seconds(entry: PlannedExercise, settings: Settings) -> int:
    if entry.exercise.sides is Sides.EACH:
        return settings.switch_seconds
    return settings.alternating_switch_seconds if entry.dose.hold_seconds else 0
