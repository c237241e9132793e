"""What a session shows at one moment, as plain values: the same for every screen."""

from __future__ import annotations

import math
from dataclasses import dataclass

from backcare.core.events import PauseReason
from backcare.core.exercise import Side
from backcare.core.plan import Phase, PhaseKind, Plan, PlannedExercise
from backcare.core.session import Session, State


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment of a session.

    Attributes:
        number, count: the exercise's place among all, from 1.
        side: of the phase; for a switch, the side it leads to.
        seconds: the whole number to show large: what is left of the phase, or of the
            count-in while `counting_in`.
        left_seconds, phase_seconds: what is left of the phase, and its length.
        exercise_done: the part of the exercise's time that has passed, 0 to 1.
        total_left_seconds: what is left of the session.
        next: the phase after this one; None in the last.
        next_effort: the first effort after this phase; None where there is none.
        away_seconds: for how long nobody was there; 0 unless paused for that.
    """

    state: State
    kind: PhaseKind
    entry: PlannedExercise
    number: int
    count: int
    side: Side | None
    set: int
    sets: int
    rep: int
    reps: int
    seconds: int
    counting_in: bool
    left_seconds: float
    phase_seconds: int
    exercise_done: float
    total_left_seconds: float
    next: Phase | None
    next_effort: Phase | None
    can_end_hold: bool
    can_undo_hurt: bool
    away_seconds: float


def frame_of(session: Session, now: float) -> Frame:
    """What `session` shows at `now`, which is not before its last tick."""
    plan, phase, index = session.plan, session.phase, session.phase_index
    entry = plan.entries[phase.entry]
    left = session.phase_left(now)
    count_in = session.count_in_left(now)
    following = plan.phases[index + 1 :][:1]
    paused = session.last_pause if session.state is State.PAUSED else None
    return Frame(
        state=session.state,
        kind=phase.kind,
        entry=entry,
        number=phase.entry + 1,
        count=len(plan.entries),
        side=phase.side,
        set=phase.set,
        sets=entry.dose.sets,
        rep=phase.rep,
        reps=entry.dose.reps,
        seconds=_whole(count_in or left),
        counting_in=count_in > 0,
        left_seconds=left,
        phase_seconds=session.phase_seconds,
        exercise_done=_exercise_done(plan, index, session.phase_seconds, left),
        total_left_seconds=session.total_left(now),
        next=following[0] if following else None,
        next_effort=plan.effort_after(index),
        can_end_hold=session.state is State.RUNNING and phase.ceiling_seconds is not None,
        can_undo_hurt=session.can_undo_hurt(now),
        away_seconds=paused.away_seconds if paused and paused.reason is PauseReason.AWAY else 0.0,
    )


def _whole(seconds: float) -> int:
    """The number a countdown shows. A hair above a whole second is that second."""
    return math.ceil(seconds - 1e-6)


def _exercise_done(plan: Plan, index: int, phase_seconds: int, left: float) -> float:
    entry = plan.phases[index].entry
    first, last = plan.entries[entry].first_phase, plan.phase_after_exercise(entry)
    before = sum(phase.seconds for phase in plan.phases[first:index])
    later = sum(phase.seconds for phase in plan.phases[index + 1 : last])
    whole = before + phase_seconds + later
    return min(1.0, max(0.0, (before + phase_seconds - left) / whole))
