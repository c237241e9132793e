"""A session against a model of it that counts eighths of a second on its fingers.

The model knows nothing of ends and dues. It takes one step per eighth of a second and
decrements, which is slow, simple and free of rounding. Eighths are exact in floating
point, so that both must agree to the last bit, whatever the person presses and
however late the ticks come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import settings as profile
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from backcare.core.events import Event, EventKind, PauseReason
from backcare.core.exercise import Sides
from backcare.core.plan import PhaseKind, Plan
from backcare.core.records import Record
from backcare.core.session import Session, State
from backcare.core.settings import Settings
from tests.builders import make_activity, make_hold, make_item, make_moves, make_plan

STEPS = 8
"""Steps of the model in a second."""

GAP = 2 * STEPS
BACK = 2 * STEPS
UNDO = 5 * STEPS
LONGEST = 3 * 3600 * STEPS
EFFORTS = {PhaseKind.HOLD, PhaseKind.MOVE, PhaseKind.ACTIVITY}

QUICK = Settings(
    prepare_seconds=3,
    prepare_change_seconds=4,
    rest_seconds=1,
    switch_seconds=3,
    alternating_switch_seconds=1,
    set_rest_seconds=2,
)
HOLD = make_hold("hold", seconds=3, reps=2, sides=Sides.EACH)
TURNS = make_hold("turns", seconds=1, reps=2, sides=Sides.ALTERNATING)
MOVES = make_moves("moves", tempo=(1, 1), reps=2, sets=2)
PLANK = make_hold("plank", seconds=5, cap=8, open_hold=True)
WALK = make_activity("walk", minutes=1)
ALL = (HOLD, TURNS, MOVES, PLANK, WALK)


@dataclass
class Happening:
    """An event as the model tells it, in steps."""

    kind: EventKind
    due: int
    phase: int
    number: int = 0
    count_in: bool = False
    reason: PauseReason | None = None
    away: int = 0


@dataclass
class Before:
    """How things stood when it hurt."""

    at: int
    state: State
    index: int
    left: int
    length: int


@dataclass
class Model:
    """A session in steps."""

    plan: Plan
    count_in_seconds: int
    state: State = State.READY
    now: int = 0
    real: int = 0
    latest_real: int = 0
    index: int = 0
    left: int = 0
    length: int = 0
    counting_in: int = 0
    ran: int = 0
    elsewhere: int = 0
    stopped: bool = False
    done: dict[int, int] = field(default_factory=dict)
    hurt: set[int] = field(default_factory=set)
    before: Before | None = None
    marked_before: bool = False
    told: list[Happening] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.left = self.length = self.plan.phases[0].seconds * STEPS

    def tell(self, kind: EventKind, number: int = 0, *, count_in: bool = False) -> None:
        self.told.append(Happening(kind, self.now, self.index, number, count_in))

    def wait_for(self, steps: int, real_steps: int) -> None:
        """Let time pass, as one tick reports it."""
        self.real += real_steps
        gap = self.real - self.latest_real
        self.latest_real = max(self.latest_real, self.real)
        if self.state is State.RUNNING and gap > GAP:
            away = Happening(
                EventKind.PAUSE, self.now, self.index, reason=PauseReason.AWAY, away=gap
            )
            self.told.append(away)
            self.state, self.counting_in = State.PAUSED, 0
            self.now += max(0, steps)
            return
        for _ in range(steps):
            self.now += 1
            if self.state is State.RUNNING:
                self._step()

    def _step(self) -> None:
        if self.counting_in:
            self.counting_in -= 1
            self._tell_second(self.counting_in, count_in=True)
            return
        self.left -= 1
        self.ran += 1
        if self.left == 0:
            self.credit(self.length)
            self.enter(self.index + 1)
        else:
            self._tell_second(self.left, count_in=False)

    def _tell_second(self, left: int, *, count_in: bool) -> None:
        if left and left % STEPS == 0:
            self.tell(EventKind.SECOND, left // STEPS, count_in=count_in)

    def credit(self, steps: int) -> None:
        if self.plan.phases[self.index].kind in EFFORTS:
            self.done[self.index] = max(steps, self.done.get(self.index, 0))

    def enter(self, index: int) -> None:
        self.counting_in = 0
        if index == len(self.plan.phases):
            self.state, self.left = State.FINISHED, 0
            self.tell(EventKind.FINISH)
            return
        self.index = index
        self.left = self.length = self.plan.phases[index].seconds * STEPS
        if self.plan.phases[index].waits:
            self.state = State.WAITING
            self.tell(EventKind.WAIT)
            return
        if self.state is not State.PAUSED:
            self.state = State.RUNNING
        self.tell(EventKind.PHASE)

    def count_in(self) -> None:
        self.state = State.RUNNING
        self.counting_in = self.count_in_seconds * STEPS
        self.tell(EventKind.RESUME, self.count_in_seconds)

    def leave_for(self, index: int) -> None:
        if self.state is State.WAITING:
            self.state = State.RUNNING
        self.enter(index)

    def next_exercise(self) -> int:
        index = self.index
        while index < len(self.plan.phases) and self.phase_entry(index) == self.phase_entry():
            index += 1
        return index

    def phase_entry(self, index: int | None = None) -> int:
        return self.plan.phases[self.index if index is None else index].entry

    def effort_before(self) -> int:
        index = self.index - 1
        while index > 0 and self.plan.phases[index].kind not in EFFORTS:
            index -= 1
        return max(0, index)

    def later(self) -> int:
        return sum(phase.seconds for phase in self.plan.phases[self.index + 1 :]) * STEPS


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Short plans with every kind of phase, some of which wait."""
    names = draw(st.lists(st.sampled_from(ALL), min_size=1, max_size=5))
    items = tuple(make_item(exercise, wait=draw(st.integers(0, 3)) == 3) for exercise in names)
    return make_plan(*ALL, items=items, settings=QUICK)


LATE = st.integers(0, GAP)
Key = Callable[[Session, float, float], tuple[Event, ...]]
MEANINGLESS_WHILE_RUNNING: tuple[Key, ...] = (
    Session.start,
    Session.go_on,
    Session.done_elsewhere,
)
OVER = {State.READY, State.FINISHED}


class SessionMachine(RuleBasedStateMachine):
    """Anybody may press anything at any time."""

    session: Session
    model: Model

    @initialize(
        plan=plans(),
        count_in_seconds=st.integers(0, 4),
        origin=st.sampled_from([0.0, 1000.125, 86_400.5]),
        boot=st.sampled_from([0.0, 77.25]),
        begun=st.sampled_from([True, True, True, False]),
    )
    def new(
        self, plan: Plan, count_in_seconds: int, origin: float, boot: float, *, begun: bool
    ) -> None:
        self.session = Session(plan, count_in_seconds=count_in_seconds)
        self.model = Model(plan, count_in_seconds)
        self.origin, self.boot = origin, boot
        self.last_due = origin
        self.session.advance(*self.times())
        if begun:
            self.start(0)

    def times(self) -> tuple[float, float]:
        """Session time and real time, as the session is told them."""
        return self.origin + self.model.now / STEPS, self.boot + self.model.real / STEPS

    def agree(self, events: tuple[Event, ...]) -> None:
        """The session reported exactly what the model told since the last time."""
        assert [
            Happening(
                event.kind,
                round((event.due - self.origin) * STEPS),
                event.phase,
                event.seconds,
                event.count_in,
                event.reason,
                round(event.away_seconds * STEPS),
            )
            for event in events
        ] == self.model.told
        for event in events:
            assert self.last_due <= event.due <= self.times()[0]
            assert (event.due - self.origin) * STEPS % 1 == 0
            self.last_due = event.due
        self.model.told.clear()

    # Time

    @rule(late=LATE, speed=st.sampled_from([1, 1, 1, 3, 20]))
    def tick(self, late: int, speed: int) -> None:
        self.model.wait_for(late * speed, late)
        self.agree(self.session.advance(*self.times()))

    @rule(every=st.integers(1, GAP), count=st.integers(5, 40))
    def carry_on(self, every: int, count: int) -> None:
        """Without this many a run would stand still from its first pause to its end."""
        nudge = {
            State.READY: self.start,
            State.PAUSED: self.resume,
            State.WAITING: self.go_on,
        }.get(self.model.state, self.tick_once)
        nudge(0)
        for _ in range(count):
            self.tick_once(every)

    def tick_once(self, late: int) -> None:
        self.model.wait_for(late, late)
        self.agree(self.session.advance(*self.times()))

    @precondition(lambda self: self.model.state is State.RUNNING)
    @rule(
        away=st.integers(GAP + 1, 100_000),
        passed=st.integers(0, 200),
        key=st.sampled_from([Session.advance, *MEANINGLESS_WHILE_RUNNING]),
    )
    def sleep(self, away: int, passed: int, key: Key) -> None:
        """Real time leaps; session time may stand still, as it does in suspend."""
        left, credited = self.model.left, self.session.records.active_seconds()
        self.model.wait_for(passed, away)
        self.agree(key(self.session, *self.times()))
        assert self.session.state is State.PAUSED
        assert self.session.phase_left(self.times()[0]) * STEPS == left
        assert self.session.records.active_seconds() == credited

    @rule(steps=st.integers(1, 100), real=st.integers(0, 100))
    def set_the_clock_back(self, steps: int, real: int) -> None:
        now, boot = self.times()
        self.agree(self.session.advance(now - steps / STEPS, boot - real / STEPS))

    # What the person presses

    def wait_within_the_phase(self, late: int) -> None:
        """Let time pass before a key whose meaning depends on the state.

        Across a boundary it may mean what stood on the screen or what came after: open here.
        """
        if self.model.state is State.RUNNING:
            late = min(late, GAP, self.model.left + self.model.counting_in - 1)
        self.model.wait_for(late, late)

    @rule(late=LATE)
    def start(self, late: int) -> None:
        self.wait_within_the_phase(late)
        if self.model.state is State.READY:
            self.model.tell(EventKind.START)
            self.model.enter(0)
        self.agree(self.session.start(*self.times()))

    @rule(late=st.integers(0, 2 * GAP))
    def pause(self, late: int) -> None:
        self.model.wait_for(late, late)
        if self.model.state is State.RUNNING:
            self.model.told.append(
                Happening(
                    EventKind.PAUSE, self.model.now, self.model.index, reason=PauseReason.ASKED
                )
            )
            self.model.state, self.model.counting_in = State.PAUSED, 0
        self.agree(self.session.pause(*self.times()))

    @rule(late=st.integers(0, 500))
    def resume(self, late: int) -> None:
        self.wait_within_the_phase(late)
        left = self.model.left
        if self.model.state is State.PAUSED:
            self.model.count_in()
        self.agree(self.session.resume(*self.times()))
        assert self.session.phase_left(self.times()[0]) * STEPS == left

    @rule(late=st.integers(0, 500))
    def go_on(self, late: int) -> None:
        self.wait_within_the_phase(late)
        if self.model.state is State.WAITING:
            self.model.state = State.RUNNING
            self.model.tell(EventKind.PHASE)
        self.agree(self.session.go_on(*self.times()))

    @rule(late=st.integers(0, 500))
    def done_elsewhere(self, late: int) -> None:
        self.wait_within_the_phase(late)
        phase = self.model.plan.phases[self.model.index]
        if self.model.state is State.WAITING and phase.kind is PhaseKind.ACTIVITY:
            if self.model.index not in self.model.done:
                self.model.elsewhere += self.model.length
            self.model.credit(self.model.length)
            self.model.leave_for(self.model.index + 1)
        self.agree(self.session.done_elsewhere(*self.times()))

    @rule(late=st.integers(0, 2 * GAP))
    def skip(self, late: int) -> None:
        self.model.wait_for(late, late)
        if self.model.state not in OVER:
            self.model.tell(EventKind.SKIP)
            self.model.leave_for(self.model.index + 1)
        self.agree(self.session.skip(*self.times()))

    @rule(late=LATE)
    def skip_exercise(self, late: int) -> None:
        self.model.wait_for(late, late)
        if self.model.state not in OVER:
            self.model.tell(EventKind.SKIP)
            self.model.leave_for(self.model.next_exercise())
        self.agree(self.session.skip_exercise(*self.times()))

    @rule(late=st.integers(0, 2 * GAP))
    def back(self, late: int) -> None:
        model = self.model
        model.wait_for(late, late)
        if model.state not in OVER:
            early = model.length - model.left <= BACK
            target = model.effort_before() if early else model.index
            model.told.append(Happening(EventKind.BACK, model.now, target))
            model.leave_for(target)
        self.agree(self.session.back(*self.times()))

    @rule(late=LATE, seconds=st.sampled_from([10, 10, 1, 4, 20_000]))
    def extend(self, late: int, seconds: int) -> None:
        model = self.model
        model.wait_for(late, late)
        if model.state in {State.RUNNING, State.PAUSED}:
            ceiling = model.plan.phases[model.index].ceiling_seconds
            room = (LONGEST if ceiling is None else ceiling * STEPS) - model.length
            added = min(seconds * STEPS, room)
            if added > 0:
                model.left += added
                model.length += added
                model.tell(EventKind.EXTEND, added // STEPS)
        self.agree(self.session.extend(*self.times(), seconds=seconds))

    @rule(late=LATE)
    def end_hold(self, late: int) -> None:
        model = self.model
        model.wait_for(late, late)
        phase = model.plan.phases[model.index]
        if model.state is State.RUNNING and phase.ceiling_seconds is not None:
            model.credit(model.length - model.left)
            model.enter(model.index + 1)
        self.agree(self.session.end_hold(*self.times()))

    @rule(late=LATE)
    def it_hurts(self, late: int) -> None:
        model = self.model
        model.wait_for(late, late)
        if model.state not in OVER:
            entry = model.phase_entry()
            model.marked_before = entry in model.hurt
            model.before = Before(model.now, model.state, model.index, model.left, model.length)
            model.hurt.add(entry)
            model.tell(EventKind.HURT)
            model.leave_for(model.next_exercise())
        self.agree(self.session.hurt(*self.times()))

    @precondition(lambda self: not self.model.stopped)
    @rule(late=st.integers(0, GAP))
    def it_did_not_hurt(self, late: int) -> None:
        model = self.model
        model.wait_for(late, late)
        before = model.before
        if before is not None and model.now - before.at <= UNDO:
            model.before = None
            model.index, model.left, model.length = before.index, before.left, before.length
            model.state, model.counting_in = before.state, 0
            if not model.marked_before:
                model.hurt.discard(model.phase_entry())
            model.tell(EventKind.BACK)
            model.tell(EventKind.WAIT if before.state is State.WAITING else EventKind.PHASE)
            if before.state is State.RUNNING:
                model.count_in()
        self.agree(self.session.undo_hurt(*self.times()))

    @precondition(lambda self: self.model.now > 60 * STEPS)  # or there is little to find out
    @rule(late=LATE)
    def stop(self, late: int) -> None:
        self.model.wait_for(late, late)
        if self.model.state is not State.FINISHED:
            self.model.tell(EventKind.STOP)
            self.model.state, self.model.stopped, self.model.left = State.FINISHED, True, 0
            self.model.before = None
        self.agree(self.session.stop(*self.times()))

    # What always holds

    @invariant()
    def both_are_at_the_same_place(self) -> None:
        assert self.session.state is self.model.state
        assert self.session.phase_index == self.model.index
        assert self.session.phase is self.model.plan.phases[self.model.index]

    @invariant()
    def what_is_left_adds_up(self) -> None:
        now, _ = self.times()
        left, total = self.session.phase_left(now), self.session.total_left(now)
        assert left * STEPS == self.model.left
        assert 0 <= left <= self.session.phase_seconds == self.model.length / STEPS
        assert total * STEPS == (
            0 if self.model.state is State.FINISHED else self.model.left + self.model.later()
        )
        counting_in = self.model.counting_in if self.model.state is State.RUNNING else 0
        assert self.session.count_in_left(now) * STEPS == counting_in

    @invariant()
    def something_is_due_while_the_session_runs_and_it_is_not_overdue(self) -> None:
        due = self.session.next_due()
        if self.model.state is State.RUNNING:
            assert due is not None
            assert 0 < due - self.times()[0] <= 1
        else:
            assert due is None

    @invariant()
    def a_hold_stays_below_its_ceiling(self) -> None:
        ceiling = self.session.phase.ceiling_seconds
        assert ceiling is None or self.session.phase_seconds <= ceiling

    @invariant()
    def what_was_done_is_on_record(self) -> None:
        for index in range(len(self.model.plan.phases)):
            record, seconds = self.session.records.of(index)
            assert (record is Record.DONE) == (index in self.model.done)
            if record is Record.DONE:
                assert seconds * STEPS == self.model.done[index]

    @invariant()
    def no_more_is_credited_than_was_done(self) -> None:
        credited = self.session.records.active_seconds() * STEPS
        assert 0 <= credited <= self.model.ran + self.model.elsewhere

    @invariant()
    def what_hurt_is_marked(self) -> None:
        marked = {i for i, row in enumerate(self.session.records.summary()) if row.hurt}
        assert marked == self.model.hurt

    @invariant()
    def a_hurt_can_be_undone_for_five_seconds(self) -> None:
        before = self.model.before
        expected = before is not None and self.model.now - before.at <= UNDO
        assert self.session.can_undo_hurt(self.times()[0]) == expected


TestSession = SessionMachine.TestCase
TestSession.settings = profile(max_examples=300)  # an example is quick, a rare pair of keys rare
