"""Catalogue and plan as plain data: what `--json` prints, a contract with other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from backcare.core.planning import build_plan

if TYPE_CHECKING:
    from backcare.core.plan import Phase, Plan
    from backcare.core.routine import Catalogue, Level
    from backcare.core.settings import Preferences


def catalogue_as_json(
    catalogue: Catalogue, preferences: Preferences, level: Level
) -> dict[str, Any]:
    """The contract of `backcare list --json`."""
    return {
        "exercises": [
            {
                "id": exercise.id,
                "name": exercise.name,
                "position": exercise.position.value,
                "type": exercise.movement.value,
                "sides": exercise.sides.value,
                "sources": list(exercise.sources),
            }
            for exercise in catalogue.exercises.values()
        ],
        "routines": [
            {
                "id": routine.id,
                "name": routine.name,
                "source": routine.source or None,
                "exercises": [item.exercise for item in routine.items],
                "total_seconds": build_plan(routine, catalogue, preferences, level).total_seconds,
            }
            for routine in catalogue.routines.values()
        ],
    }


def plan_as_json(plan: Plan) -> dict[str, Any]:
    """The contract of `backcare plan --json`."""
    return {
        "routine": plan.routine.id,
        "level": plan.level.value,
        "total_seconds": plan.total_seconds,
        "phases": [_phase_as_json(phase) for phase in plan.phases],
    }


def _phase_as_json(phase: Phase) -> dict[str, Any]:
    return {
        "kind": phase.kind.value,
        "seconds": phase.seconds,
        "exercise": phase.exercise,
        "side": None if phase.side is None else phase.side.value,
        "set": phase.set,
        "rep": phase.rep,
    }
