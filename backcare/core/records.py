"""What was done in a session, effort by effort, and its summary per exercise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from backcare.core.plan import Plan, PlannedExercise


class Record(Enum):
    """What became of an effort; later members say more was done."""

    NOT_REACHED = "not reached"
    SKIPPED = "skipped"
    PARTLY = "partly"
    DONE = "done"


_RANK = {record: rank for rank, record in enumerate(Record)}


@dataclass(frozen=True, slots=True)
class ExerciseSummary:
    """What was done of one exercise of a plan.

    Attributes:
        efforts_done, efforts_planned: holds, moves or activities.
        active_seconds: time spent in them, unfinished ones included.
        hurt: the person said that it hurt.
    """

    entry: PlannedExercise
    efforts_done: int
    efforts_planned: int
    active_seconds: float
    hurt: bool

    @property
    def complete(self) -> bool:
        """Whether every planned effort was done."""
        return self.efforts_done == self.efforts_planned

    @property
    def untouched(self) -> bool:
        """Whether nothing of it was done."""
        return self.efforts_done == 0 and self.active_seconds == 0


class Records:
    """The record of a session in progress. Doing an effort again never worsens it."""

    def __init__(self, plan: Plan) -> None:
        """An empty record of `plan`."""
        self._plan = plan
        self._records: dict[int, tuple[Record, float]] = {}
        self._hurt: set[int] = set()

    def leave(self, phase: int, seconds: float, record: Record) -> None:
        """Note that a phase was left after `seconds`; phases that are no effort are passed over."""
        if not self._plan.phases[phase].kind.is_effort:
            return
        known = self._records.get(phase)
        if known is None or (_RANK[record], seconds) > (_RANK[known[0]], known[1]):
            self._records[phase] = (record, 0.0 if record is Record.SKIPPED else seconds)

    def mark_hurt(self, entry: int) -> None:
        """Note that an exercise hurt."""
        self._hurt.add(entry)

    def is_marked(self, entry: int) -> bool:
        """Whether an exercise was said to hurt."""
        return entry in self._hurt

    def unmark_hurt(self, entry: int) -> None:
        """Take that back."""
        self._hurt.discard(entry)

    def of(self, phase: int) -> tuple[Record, float]:
        """What became of a phase, and the seconds spent on it."""
        return self._records.get(phase, (Record.NOT_REACHED, 0.0))

    def active_seconds(self) -> float:
        """Time spent in efforts."""
        return sum(seconds for _, seconds in self._records.values())

    def summary(self) -> tuple[ExerciseSummary, ...]:
        """One row per exercise of the plan, in its order."""
        planned = [0] * len(self._plan.entries)
        done = [0] * len(self._plan.entries)
        seconds = [0.0] * len(self._plan.entries)
        for index, phase in enumerate(self._plan.phases):
            if phase.kind.is_effort:
                record, spent = self.of(index)
                planned[phase.entry] += 1
                done[phase.entry] += record is Record.DONE
                seconds[phase.entry] += spent
        return tuple(
            ExerciseSummary(entry, done[i], planned[i], seconds[i], i in self._hurt)
            for i, entry in enumerate(self._plan.entries)
        )
