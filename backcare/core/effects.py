"""What a change of preferences does to routines and doses, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backcare.core.dose import OVERRIDE_LIMITS
from backcare.core.planning import build_plan, decide_dose
from backcare.core.routine import Catalogue, Routine, RoutineItem

if TYPE_CHECKING:
    from backcare.core.plan import PlannedDose
    from backcare.core.settings import Preferences


@dataclass(frozen=True, slots=True)
class RoutineEffect:
    """How long a routine took with the preferences before, and takes with those now."""

    routine_id: str
    name: str
    seconds_before: int
    seconds_now: int

    @property
    def changes(self) -> bool:
        """Whether the routine takes longer or shorter than before."""
        return self.seconds_before != self.seconds_now


def effect(
    routine: Routine, catalogue: Catalogue, before: Preferences, now: Preferences
) -> RoutineEffect:
    """The effect on one routine."""
    return RoutineEffect(
        routine.id,
        routine.name,
        build_plan(routine, catalogue, before).total_seconds,
        build_plan(routine, catalogue, now).total_seconds,
    )


def effects(
    catalogue: Catalogue, before: Preferences, now: Preferences
) -> tuple[RoutineEffect, ...]:
    """The effect on every routine, in the order of the catalogue."""
    return tuple(effect(routine, catalogue, before, now) for routine in catalogue.routines.values())


def dose_without_override(
    exercise_id: str, catalogue: Catalogue, preferences: Preferences, routine_id: str = ""
) -> PlannedDose:
    """The dose of an exercise when the person sets none for it.

    It is that of the routine's first item with this exercise; outside the routine,
    the catalogue's at the general level.
    """
    routine = catalogue.routines.get(routine_id)
    items = routine.items if routine is not None else ()
    item = next((item for item in items if item.exercise == exercise_id), None)
    level = preferences.settings.level if item is None else preferences.level_for(routine_id)
    return decide_dose(
        catalogue.exercises[exercise_id],
        item or RoutineItem(exercise_id),
        level,
        replace(preferences, doses={}),
    )


def override_fields(catalogue: Catalogue) -> dict[str, frozenset[str]]:
    """Which numbers a person may set, by exercise: those that count in at least one place.

    A routine may order the sides differently from the catalogue, and with the order
    comes or goes the rest between two reps.
    """
    fields = {name: set(exercise.dose_fields()) for name, exercise in catalogue.exercises.items()}
    for routine in catalogue.routines.values():
        for item in routine.items:
            exercise = catalogue.exercises[item.exercise]
            fields[item.exercise].update(exercise.dose_fields(item.order))
    return {name: frozenset(given & OVERRIDE_LIMITS.keys()) for name, given in fields.items()}
