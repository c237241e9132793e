"""Catalogue and plan as lines of text, for the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.core.words import Words

if TYPE_CHECKING:
    from backcare.core.plan import Plan
    from backcare.core.routine import Catalogue
    from backcare.core.settings import Preferences


def catalogue_as_text(catalogue: Catalogue, preferences: Preferences, level: Level) -> list[str]:
    """What `backcare list` prints."""
    words = Words()
    lines = ["Exercises"]
    width = max((len(name) for name in catalogue.exercises), default=0)
    lines += [
        f"  {exercise.id:<{width}}  {exercise.name} · {words.position(exercise.position)}"
        f" · {words.movement(exercise.movement)}"
        for exercise in catalogue.exercises.values()
    ]
    lines += ["", f"Routines ({words.level(level).lower()})"]
    width = max((len(name) for name in catalogue.routines), default=0)
    for routine in catalogue.routines.values():
        plan = build_plan(routine, catalogue, preferences, level)
        lines.append(f"  {routine.id:<{width}}  {routine.name} · {words.routine_line(plan)}")
    return lines


def plan_as_text(plan: Plan) -> list[str]:
    """What `backcare plan` prints: every phase with the time at which it begins."""
    words = Words()
    lines = [f"{plan.routine.name} · {words.level(plan.level)} · {words.routine_line(plan)}"]
    start, shown = 0, -1
    for phase in plan.phases:
        entry = plan.entries[phase.entry]
        if phase.entry != shown:
            shown = phase.entry
            lines += ["", f"{shown + 1}. {entry.exercise.name} · {words.dose(entry)}"]
            if entry.item.limited and plan.level is Level.AS_WRITTEN:
                lines.append(f"   {entry.item.limited}")
        side = "" if phase.side is None else f" · {words.side(phase.side, entry.exercise.limb)}"
        rep = f" · rep {phase.rep}" if phase.kind.is_effort else ""
        lines.append(
            f"   {words.clock(start):>6}  {words.phase(phase.kind):<12}"
            f" {words.seconds(phase.seconds):>8}{side}{rep}"
        )
        start += phase.seconds
    lines += [f"   {words.clock(start):>6}  {words.translate('words', 'Done')}"]
    lines += [
        "",
        *(f"Left out for you: {choice.original.name}" for choice in plan.left_out),
    ]
    return lines if plan.left_out else lines[:-1]
