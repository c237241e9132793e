"""A plan being followed: a machine that is told the time and answers with events.

It never reads a clock. `now` is session time in seconds on any scale that only moves
forward; `real` is real time on a clock that goes on while the machine sleeps. They
differ when a session is played faster as a preview. Both default to the same.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from backcare.core.countdown import Countdown
from backcare.core.events import Event, EventKind, PauseReason
from backcare.core.plan import Phase, PhaseKind, Plan
from backcare.core.records import Record, Records

GAP_SECONDS = 2.0
"""A longer silence between two ticks, in real time, means that nobody was watching."""

BACK_SECONDS = 2.0
"""Within this long of its start, "back" leaves a phase instead of starting it again."""

UNDO_SECONDS = 5.0
"""How long "that hurt" can be taken back, in session time."""

LEAST_SECONDS = 1.0
"""An effort left sooner was not done at all."""

LONGEST_PHASE_SECONDS = 3 * 3600
"""Adding time to a phase ends here."""


class State(Enum):
    """What a session is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    WAITING = "waiting"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class _Undo:
    """Where the session was when something hurt."""

    at: float
    state: State
    index: int
    entry: int
    countdown: Countdown
    was_marked: bool


class Session:
    """A plan being followed.

    Every method that takes the time first reports what became due before it, so
    that commands and ticks may come in any mixture.
    """

    def __init__(self, plan: Plan, *, count_in_seconds: int = 3) -> None:
        """A session ready to start.

        Raises:
            ValueError: the plan has no phases.
        """
        if not plan.phases:
            message = "a session needs a plan with at least one phase"
            raise ValueError(message)
        self.plan = plan
        self.state = State.READY
        self.phase_index = 0
        self.records = Records(plan)
        self._count_in_seconds = count_in_seconds
        self._seconds_after = plan.seconds_after()
        self._countdown = Countdown(plan.phases[0].seconds)
        self._last_now = -math.inf
        self._last_real = -math.inf
        self._undo: _Undo | None = None
        self.last_pause: Event | None = None

    # What is shown

    @property
    def phase(self) -> Phase:
        """The current phase; the last one when the session is over."""
        return self.plan.phases[self.phase_index]

    @property
    def phase_seconds(self) -> int:
        """Length of the current phase with what was added to it."""
        return self._countdown.seconds

    def phase_left(self, now: float) -> float:
        """Seconds left in the current phase; a count-in is not counted."""
        if self.state is State.FINISHED:
            return 0.0
        return self._countdown.left(max(now, self._last_now))

    def count_in_left(self, now: float) -> float:
        """Seconds left of the count-in after a pause; 0 when there is none."""
        return self._countdown.count_in_left(max(now, self._last_now))

    def total_left(self, now: float) -> float:
        """Seconds left in the whole session, a count-in not counted."""
        if self.state is State.FINISHED:
            return 0.0
        return self.phase_left(now) + self._seconds_after[self.phase_index]

    def can_undo_hurt(self, now: float) -> bool:
        """Whether "that hurt" may still be taken back."""
        return self._undo is not None and now - self._undo.at <= UNDO_SECONDS

    def next_due(self) -> float | None:
        """When the next event is due; None while nothing is running."""
        return self._countdown.next_due()

    # What time brings

    def advance(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Everything that became due up to `now`, in order.

        Time that seems to run backwards is taken to stand still. After a gap of more
        than `GAP_SECONDS` of real time the session pauses where it was last seen.
        """
        if real is None:
            real = now
        gap = real - self._last_real
        seen, self._last_real = self._last_now, max(real, self._last_real)
        if self.state is not State.RUNNING:
            self._last_now = max(now, seen)
            return ()
        if gap > GAP_SECONDS:
            self._last_now = max(now, seen)
            return (self._hold_still(seen, PauseReason.AWAY, gap),)
        self._last_now = max(now, seen)
        return self._run_to(self._last_now)

    # What the person asks for

    def start(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Begin; does nothing when the session has begun before."""
        before, events = self.state, self.advance(now, real)
        if before is not State.READY:
            return events
        at = self._last_now
        return (Event(EventKind.START, at, 0), *self._enter(0, at))

    def pause(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Stand still until `resume`."""
        events = self.advance(now, real)
        if self.state is not State.RUNNING:
            return events
        return (*events, self._hold_still(self._last_now, PauseReason.ASKED, 0.0))

    def resume(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Go on after a pause, with a count-in."""
        before, events = self.state, self.advance(now, real)
        if before is not State.PAUSED:
            return events
        self._run(self._last_now, self._count_in_seconds)
        event = Event(EventKind.RESUME, self._last_now, self.phase_index, self._count_in_seconds)
        return (event,)

    def go_on(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Begin the phase that the session waits at."""
        before, events = self.state, self.advance(now, real)
        if before is not State.WAITING:
            return events
        self._run(self._last_now)
        return (Event(EventKind.PHASE, self._last_now, self.phase_index),)

    def toggle(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """What the one big key does: start, pause, resume, or go on when waiting."""
        action = {
            State.READY: self.start,
            State.RUNNING: self.pause,
            State.PAUSED: self.resume,
            State.WAITING: self.go_on,
            State.FINISHED: self.advance,
        }[self.state]
        return action(now, real)

    def skip(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Leave the phase for the next one."""
        return self._skip(now, real, whole_exercise=False)

    def skip_exercise(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Leave the exercise for the next one."""
        return self._skip(now, real, whole_exercise=True)

    def back(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Start the phase again, or, right at its start, the effort before it."""
        events = self.advance(now, real)
        if self.state in (State.READY, State.FINISHED):
            return events
        index = self.phase_index
        if self._countdown.spent(self._last_now) <= BACK_SECONDS:
            index = self.plan.effort_before(index)
        if self._countdown.spent(self._last_now) >= LEAST_SECONDS:
            self._note_leaving()
        event = Event(EventKind.BACK, self._last_now, index)
        return (*events, event, *self._enter(index, self._last_now))

    def extend(
        self, now: float, real: float | None = None, *, seconds: int = 10
    ) -> tuple[Event, ...]:
        """Make the phase longer; a hold with a ceiling never goes beyond it."""
        events = self.advance(now, real)
        if self.state not in (State.RUNNING, State.PAUSED):
            return events
        longest = self.phase.ceiling_seconds or LONGEST_PHASE_SECONDS
        added = min(seconds, longest - self.phase_seconds)
        if added <= 0:
            return events
        self._countdown.extend(added)
        return (*events, Event(EventKind.EXTEND, self._last_now, self.phase_index, added))

    def end_hold(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """End a hold "as long as is comfortable": it counts as done."""
        events = self.advance(now, real)
        if self.state is not State.RUNNING or self.phase.ceiling_seconds is None:
            return events
        held = self._countdown.spent(self._last_now)
        self.records.leave(self.phase_index, held, Record.DONE)
        return (*events, *self._enter(self.phase_index + 1, self._last_now))

    def done_elsewhere(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """The activity that the session waits at was done away from the program."""
        before, events = self.state, self.advance(now, real)
        if before is not State.WAITING or self.phase.kind is not PhaseKind.ACTIVITY:
            return events
        self.records.leave(self.phase_index, self.phase.seconds, Record.DONE)
        return self._enter(self.phase_index + 1, self._last_now)

    def hurt(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """The exercise hurts: mark it and go to the next one."""
        events = self.advance(now, real)
        if self.state in (State.READY, State.FINISHED):
            return events
        at, entry = self._last_now, self.phase.entry
        marked = self.records.is_marked(entry)
        undo = _Undo(at, self.state, self.phase_index, entry, self._countdown, was_marked=marked)
        self.records.mark_hurt(entry)
        event = Event(EventKind.HURT, at, self.phase_index)
        after = self._leave(self.plan.phase_after_exercise(self.phase.entry))
        undo.countdown.stand_still(at)
        self._undo = undo
        return (*events, event, *after)

    def undo_hurt(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """Take "that hurt" back and go on where it was pressed, with a count-in."""
        events = self.advance(now, real)
        undo = self._undo
        if undo is None or not self.can_undo_hurt(self._last_now):
            return events
        self._undo = None
        if not undo.was_marked:
            self.records.unmark_hurt(undo.entry)
        self.phase_index, self._countdown, self.state = undo.index, undo.countdown, undo.state
        at, index = self._last_now, self.phase_index
        events = (*events, Event(EventKind.BACK, at, index))
        if undo.state is State.WAITING:
            return (*events, Event(EventKind.WAIT, at, index))
        events = (*events, Event(EventKind.PHASE, at, index))
        if undo.state is State.PAUSED:
            return events
        self._run(at, self._count_in_seconds)
        return (*events, Event(EventKind.RESUME, at, index, self._count_in_seconds))

    def stop(self, now: float, real: float | None = None) -> tuple[Event, ...]:
        """End early; what was done is kept."""
        events = self.advance(now, real)
        if self.state is State.FINISHED:
            return events
        if self.state is not State.READY:
            self._note_leaving()
        self._finish(self._last_now)
        self._undo = None
        return (*events, Event(EventKind.STOP, self._last_now, self.phase_index))

    # How it works

    def _run_to(self, now: float) -> tuple[Event, ...]:
        events: list[Event] = []
        while (due := self.next_due()) is not None and due <= now:
            events += self._happen(due)
        return tuple(events)

    def _happen(self, due: float) -> tuple[Event, ...]:
        """The one thing that is due next."""
        seconds, counting_in = self._countdown.beat()
        if seconds > 0:
            return (Event(EventKind.SECOND, due, self.phase_index, seconds, counting_in),)
        if counting_in:
            return ()
        self.records.leave(self.phase_index, self.phase_seconds, Record.DONE)
        return self._enter(self.phase_index + 1, due)

    def _enter(self, index: int, at: float) -> tuple[Event, ...]:
        """Make `index` the current phase as of `at`; past the last one is the end."""
        if index >= len(self.plan.phases):
            self._finish(at)
            return (Event(EventKind.FINISH, at, self.phase_index),)
        self.phase_index = index
        self._countdown = Countdown(self.phase.seconds)
        if self.phase.waits:
            self.state = State.WAITING
            return (Event(EventKind.WAIT, at, index),)
        if self.state is not State.PAUSED:
            self._run(at)
        return (Event(EventKind.PHASE, at, index),)

    def _run(self, at: float, count_in_seconds: int = 0) -> None:
        self.state = State.RUNNING
        self._countdown.run(at, count_in_seconds)

    def _hold_still(self, at: float, reason: PauseReason, away_seconds: float) -> Event:
        self._countdown.stand_still(at)
        self.state = State.PAUSED
        self.last_pause = Event(
            EventKind.PAUSE, at, self.phase_index, reason=reason, away_seconds=away_seconds
        )
        return self.last_pause

    def _finish(self, at: float) -> None:
        self._countdown.stand_still(at)
        self.state = State.FINISHED

    def _skip(self, now: float, real: float | None, *, whole_exercise: bool) -> tuple[Event, ...]:
        events = self.advance(now, real)
        if self.state in (State.READY, State.FINISHED):
            return events
        event = Event(EventKind.SKIP, self._last_now, self.phase_index)
        target = (
            self.plan.phase_after_exercise(self.phase.entry)
            if whole_exercise
            else self.phase_index + 1
        )
        return (*events, event, *self._leave(target))

    def _leave(self, target: int) -> tuple[Event, ...]:
        """Leave the phase unfinished for another; a pause stays a pause."""
        self._note_leaving()
        for passed in range(self.phase_index + 1, target):
            self.records.leave(passed, 0.0, Record.SKIPPED)
        return self._enter(target, self._last_now)

    def _note_leaving(self) -> None:
        held = self._countdown.spent(self._last_now)
        record = Record.PARTLY if held >= LEAST_SECONDS else Record.SKIPPED
        self.records.leave(self.phase_index, held, record)
