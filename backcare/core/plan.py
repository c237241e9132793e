"""From a routine to phases: expand once, then walk.

Screen, voice, preview, print-out and command line all read the tuple made here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from backcare.core.care import Choice
from backcare.core.exercise import Exercise, Illustration, Side, SideOrder
from backcare.core.illustrations import illustration_of
from backcare.core.routine import Level, Routine, RoutineItem


class PhaseKind(Enum):
    """What the person does during a phase."""

    PREPARE = "prepare"
    HOLD = "hold"
    MOVE = "move"
    REST = "rest"
    SWITCH = "switch"
    SET_REST = "set_rest"
    ACTIVITY = "activity"

    @property
    def is_effort(self) -> bool:
        """Whether this is the exercise itself rather than the time around it."""
        return self in (PhaseKind.HOLD, PhaseKind.MOVE, PhaseKind.ACTIVITY)


class Phase(NamedTuple):
    """A stretch of a session in which one thing is done.

    A phase that is no effort carries the side, set and rep of the effort it leads to.

    Attributes:
        seconds: its length.
        entry: index of its exercise in `Plan.entries`.
        exercise: id of that exercise.
        side: None where the exercise has no sides.
        set, rep: count from 1; a rep is per side.
        ceiling_seconds: for a hold that the person may end: what it is never
            stretched beyond; None for every other phase.
        waits: the session waits for the person before this phase.
    """

    kind: PhaseKind
    seconds: int
    entry: int
    exercise: str
    side: Side | None
    set: int
    rep: int
    ceiling_seconds: int | None = None
    waits: bool = False


@dataclass(frozen=True, slots=True)
class PlannedDose:
    """The dose that a plan uses, every number decided.

    Attributes:
        hold_seconds: 0 where efforts are moves or activities.
        move_seconds: length of one move; 0 elsewhere.
        tempo_seconds: the parts of one move; empty elsewhere.
        activity_seconds: length of an activity; 0 elsewhere.
        suggested: names of fields that the routine's author did not give.
        overridden: names of fields that the person set.
    """

    hold_seconds: int
    reps: int
    sets: int
    rest_seconds: int
    tempo_seconds: tuple[int, ...] = ()
    activity_seconds: int = 0
    suggested: frozenset[str] = frozenset()
    overridden: frozenset[str] = frozenset()

    @property
    def move_seconds(self) -> int:
        """Length of one slow move."""
        return sum(self.tempo_seconds)

    @property
    def minutes(self) -> int:
        """Length of an activity."""
        return self.activity_seconds // 60


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """One exercise as a plan does it. `order` is None where sides take no order."""

    exercise: Exercise
    item: RoutineItem
    choice: Choice
    dose: PlannedDose
    order: SideOrder | None
    first_phase: int

    @property
    def steps(self) -> tuple[str, ...]:
        """How it is done here: the variant's steps where the routine shows one."""
        variants = (v.steps for v in self.exercise.variants if v.id == self.item.variant)
        return next(variants, self.exercise.steps)

    @property
    def illustration(self) -> Illustration | None:
        """How it is shown here; None where there is no picture."""
        return illustration_of(self.exercise, self.item.variant)


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine at a level with a person's settings, expanded into phases.

    `left_out` holds the choices for items that this person does not do.
    """

    routine: Routine
    level: Level
    entries: tuple[PlannedExercise, ...]
    phases: tuple[Phase, ...]
    left_out: tuple[Choice, ...]

    @property
    def total_seconds(self) -> int:
        """The sum of all phases."""
        return sum(phase.seconds for phase in self.phases)

    def seconds_after(self) -> tuple[int, ...]:
        """For each phase, the length of all that follow it."""
        sums, total = [], 0
        for phase in reversed(self.phases):
            sums.append(total)
            total += phase.seconds
        return tuple(reversed(sums))

    def seconds_of_exercise(self, entry: int) -> int:
        """How long an exercise takes here, with getting ready."""
        first, after = self.entries[entry].first_phase, self.phase_after_exercise(entry)
        return sum(phase.seconds for phase in self.phases[first:after])

    def phase_after_exercise(self, entry: int) -> int:
        """The first phase behind an exercise: the next one's, or one past the last."""
        after = entry + 1
        return self.entries[after].first_phase if after < len(self.entries) else len(self.phases)

    def effort_before(self, index: int) -> int:
        """The last effort before a phase; the first phase of all where there is none."""
        efforts = (i for i in range(index - 1, -1, -1) if self.phases[i].kind.is_effort)
        return next(efforts, 0)

    def effort_after(self, index: int) -> Phase | None:
        """The first effort behind a phase."""
        later = range(index + 1, len(self.phases))
        return next((self.phases[i] for i in later if self.phases[i].kind.is_effort), None)
