"""One builder per domain object: sound by default, with keywords for what a test is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.dose import Dose, Span
from backcare.core.exercise import Exercise, Movement, Position, Side, SideOrder, Sides
from backcare.core.planning import build_plan
from backcare.core.routine import Catalogue, Level, Routine, RoutineItem
from backcare.core.settings import Preferences, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from backcare.core.dose import DoseOverride
    from backcare.core.exercise import Tag
    from backcare.core.plan import Plan

STEPS = ("Get into place.", "Do it slowly.")


def span(number: int | Span) -> Span:
    """A range as it is; a plain number as a range of one."""
    return number if isinstance(number, Span) else Span(number, number)


def make_dose(
    *,
    hold: int | Span | None = None,
    reps: int | Span | None = None,
    sets: int | None = None,
    rest: int | None = None,
    tempo: tuple[int, ...] | None = None,
    minutes: int | None = None,
) -> Dose:
    """A dose that gives what it is asked to give and nothing else."""
    return Dose(
        hold_seconds=None if hold is None else span(hold),
        reps=None if reps is None else span(reps),
        sets=sets,
        rest_seconds=rest,
        tempo_seconds=tempo,
        minutes=minutes,
    )


def make_hold(
    name: str = "pelvic-tilt",
    *,
    seconds: int | Span = 10,
    reps: int | Span = 1,
    sets: int = 1,
    rest: int | None = None,
    cap: int = 30,
    open_hold: bool = False,
    sides: Sides = Sides.NONE,
    order: SideOrder | None = None,
    position: Position = Position.SUPINE,
    tags: tuple[Tag, ...] = (),
    easier: tuple[str, ...] = (),
) -> Exercise:
    """An exercise that is held; sides that are done each are done in blocks unless told."""
    return Exercise(
        id=name,
        name=name.replace("-", " ").capitalize(),
        position=position,
        movement=Movement.ALTERNATING if sides is Sides.ALTERNATING else Movement.HOLD,
        sides=sides,
        dose=make_dose(hold=seconds, reps=reps, sets=sets, rest=rest),
        cap=make_dose(hold=cap, reps=10, sets=3),
        steps=STEPS,
        feel="A mild pull.",
        avoid="Holding your breath.",
        order=(order or SideOrder.BLOCK) if sides is Sides.EACH else None,
        open_hold=open_hold,
        tags=tags,
        easier=easier,
    )


def make_moves(
    name: str = "cat-cow",
    *,
    tempo: tuple[int, ...] | None = (3, 3),
    reps: int | Span = 1,
    sets: int = 1,
    rest: int | None = None,
    sides: Sides = Sides.NONE,
    order: SideOrder | None = None,
    position: Position = Position.KNEELING,
    tags: tuple[Tag, ...] = (),
    easier: tuple[str, ...] = (),
) -> Exercise:
    """An exercise of slow moves; sides that are done each are done in blocks unless told."""
    return Exercise(
        id=name,
        name=name.replace("-", " ").capitalize(),
        position=position,
        movement=Movement.ALTERNATING if sides is Sides.ALTERNATING else Movement.REPS,
        sides=sides,
        dose=make_dose(tempo=tempo, reps=reps, sets=sets, rest=rest),
        cap=make_dose(tempo=tempo, reps=10, sets=3),
        steps=STEPS,
        feel="A gentle movement.",
        avoid="Jerking.",
        order=(order or SideOrder.BLOCK) if sides is Sides.EACH else None,
        tags=tags,
        easier=easier,
    )


def make_activity(
    name: str = "walking",
    *,
    minutes: int = 10,
    tags: tuple[Tag, ...] = (),
    easier: tuple[str, ...] = (),
) -> Exercise:
    """An exercise done away from the program."""
    return Exercise(
        id=name,
        name=name.capitalize(),
        position=Position.ELSEWHERE,
        movement=Movement.ACTIVITY,
        sides=Sides.NONE,
        dose=make_dose(minutes=minutes),
        cap=make_dose(minutes=60),
        steps=STEPS,
        feel="Warm.",
        avoid="Hurrying.",
        tags=tags,
        easier=easier,
    )


def make_item(
    exercise: Exercise | str = "pelvic-tilt",
    *,
    dose: Dose = Dose(),
    order: SideOrder | None = None,
    first_side: Side = Side.LEFT,
    heading: str = "",
    variant: str = "",
    note: str = "",
    limited: str = "",
    wait: bool = False,
) -> RoutineItem:
    """An item of a routine that leaves the dose to the catalogue unless told."""
    return RoutineItem(
        exercise if isinstance(exercise, str) else exercise.id,
        dose=dose,
        order=order,
        first_side=first_side,
        heading=heading,
        variant=variant,
        note=note,
        limited=limited,
        wait=wait,
    )


def make_routine(*items: RoutineItem | Exercise, name: str = "morning") -> Routine:
    """A routine of the given items; a bare exercise stands for an item with its own dose."""
    return Routine(
        id=name,
        name=name.capitalize(),
        summary="A few things to do.",
        items=tuple(make_item(each) if isinstance(each, Exercise) else each for each in items),
    )


def make_catalogue(*exercises: Exercise, routines: Iterable[Routine] = ()) -> Catalogue:
    """A catalogue of the given exercises and routines."""
    return Catalogue(
        exercises={exercise.id: exercise for exercise in exercises},
        routines={routine.id: routine for routine in routines},
    )


def make_preferences(
    settings: Settings | None = None,
    *,
    levels: Mapping[str, Level] | None = None,
    doses: Mapping[str, DoseOverride] | None = None,
    swaps: Mapping[str, str] | None = None,
) -> Preferences:
    """What a person chose: nothing unless told."""
    return Preferences(
        settings or Settings(), dict(levels or {}), dict(doses or {}), dict(swaps or {})
    )


def make_plan(
    *exercises: Exercise,
    items: tuple[RoutineItem, ...] = (),
    settings: Settings | None = None,
    doses: Mapping[str, DoseOverride] | None = None,
    level: Level = Level.GENTLE,
) -> Plan:
    """The plan of a routine of `items`, or else of all `exercises` with their own doses.

    Without any exercise it is one pelvic tilt: 10 s to get ready, 10 s held.
    """
    done = exercises or (make_hold(),)
    routine = make_routine(*(items or done))
    return build_plan(
        routine, make_catalogue(*done), make_preferences(settings, doses=doses), level
    )
