"""Which gesture belongs to a moment of a session, in step with the countdown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, cos, pi
from typing import TYPE_CHECKING

from backcare.core.exercise import Exercise, Illustration, Movement, Side
from backcare.core.gesture import (
    REACH_SECONDS,
    Gesture,
    Goal,
    KeyPose,
    Pace,
    cycle,
    cycle_seconds,
    eased,
    goal_of,
    has_both,
    has_turns,
    is_other_side,
    reaching,
    showing_seconds,
    shown,
    there_and_back,
    through_both,
)
from backcare.core.plan import Phase, PhaseKind, Plan
from backcare.core.session import Session, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REACH_SHARE = 1 / 3
"""Getting into a hold, or out of it, never takes more of a phase than this."""

BREATH_SECONDS = 4.5
CHANGE_SECONDS = 1.2
CHANGE_SHARE = 0.25
TURN_SECONDS = 2.5
TURN_SHARE = 0.5
"""To the other side the body first changes over, then is seen to turn: at most these parts of
what is left of a pause."""

AHEAD_SECONDS = 15.0
AHEAD_HOLD_SECONDS = 8.0
"""As much of a phase is looked at to see what it will need; longer ones repeat themselves."""

AHEAD_STEP_SECONDS = 1 / 30


@dataclass(frozen=True, slots=True)
class _Cast:
    """A phase, and how the poses of its exercise show it.

    Attributes:
        goal: which effort the phase's side does, or leads to.
        both: one repetition goes through both efforts.
    """

    plan: Plan
    index: int
    illustration: Illustration

    @property
    def phase(self) -> Phase:
        return self.plan.phases[self.index]

    @property
    def exercise(self) -> Exercise:
        return self.plan.entries[self.phase.entry].exercise

    @property
    def goal(self) -> Goal:
        return self.goal_for(self.phase.side)

    @property
    def flipped(self) -> bool:
        return self.flipped_for(self.phase.side)

    @property
    def both(self) -> bool:
        return self.phase.side is None and has_both(self.exercise, self.illustration)

    def goal_for(self, side: Side | None) -> Goal:
        return goal_of(self.exercise, self.illustration, side)

    def flipped_for(self, side: Side | None) -> bool:
        other = is_other_side(self.illustration, side)
        return other and not has_turns(self.exercise, self.illustration)

    @property
    def before(self) -> Phase | None:
        """The last effort of this exercise before the phase."""
        found = self.plan.effort_before(self.index)
        phase = self.plan.phases[found]
        within = found < self.index and phase.kind.is_effort and phase.entry == self.phase.entry
        return phase if within else None

    @property
    def comes_from_a_hold(self) -> bool:
        before = self.before
        return before is not None and before.kind is PhaseKind.HOLD

    @property
    def follows_at_once(self) -> bool:
        """The phase is a hold, and so was the one right before it, without a rest between."""
        return self.comes_from_a_hold and self.plan.phases[self.index - 1] is self.before


def gesture_of(
    session: Session, now: float, illustration: Illustration, *, reduced: bool = False
) -> Gesture:
    """What the figure does at `now`, which is not before the session's last tick.

    Args:
        session: `illustration` shows its current exercise.
        now: session time in seconds.
        illustration: the poses there are.
        reduced: nothing moves by itself.
    """
    plan, index, seconds = session.plan, session.phase_index, session.phase_seconds
    if session.state in (State.READY, State.WAITING):
        return _effort(_Cast(plan, index, illustration), arrow=reduced)
    elapsed = seconds - session.phase_left(now)
    gesture = gesture_at(plan, index, elapsed, seconds, illustration, reduced=reduced)
    stands = session.state is not State.RUNNING or session.count_in_left(now) > 0
    return replace(gesture, pace=Pace.STILL) if stands else gesture


def gesture_at(
    plan: Plan,
    index: int,
    elapsed: float,
    seconds: float,
    illustration: Illustration,
    *,
    reduced: bool = False,
) -> Gesture:
    """What the figure does in phase `index` when `elapsed` of its `seconds` have passed.

    `seconds` may be more than the plan gave the phase.
    """
    elapsed = min(max(elapsed, 0.0), seconds)
    cast = _Cast(plan, index, illustration)
    kind = cast.phase.kind
    if reduced:
        return _reduced(cast, elapsed / seconds)
    if cast.exercise.movement is Movement.ACTIVITY:
        way = cycle(cast.exercise, illustration, elapsed)
        return Gesture(*way, side=cast.phase.side, pace=Pace.MOVING)
    if kind is PhaseKind.PREPARE:
        return _getting_ready(cast, elapsed, seconds)
    if kind is PhaseKind.HOLD:
        return _holding(cast, elapsed, seconds)
    if kind is PhaseKind.MOVE:
        return _moving(cast, elapsed, seconds)
    return _resting(cast, elapsed, seconds)


def effort_of(plan: Plan, effort: Phase, illustration: Illustration) -> Gesture:
    """The effort of a phase as a still picture."""
    return _effort(_Cast(plan, plan.phases.index(effort), illustration))


def gestures_ahead(
    plan: Plan, index: int, illustration_of: Callable[[int], Illustration | None]
) -> Iterator[tuple[int, Gesture]]:
    """The entries and gestures of phase `index` and those after it, in the order of time.

    It ends with the getting ready for the exercise after the current one, which shows all of
    its first side. Phases that look the same are told once.
    `illustration_of` takes the index of an entry of the plan.
    """
    last = plan.phases[index].entry + 1
    told = set()
    for place in range(index, len(plan.phases)):
        phase = plan.phases[place]
        if phase.entry == last and phase.kind is not PhaseKind.PREPARE:
            return
        illustration = illustration_of(phase.entry)
        looks = (phase.entry, phase.kind, phase.side, plan.phases[max(0, place - 1)].kind)
        if illustration is None or looks in told:
            continue
        told.add(looks)
        most = AHEAD_HOLD_SECONDS if phase.kind is PhaseKind.HOLD else AHEAD_SECONDS
        length = min(float(phase.seconds), most)
        if phase.kind is PhaseKind.ACTIVITY:
            length = min(length, cycle_seconds(plan.entries[phase.entry].exercise))
        for step in range(ceil(length / AHEAD_STEP_SECONDS)):
            elapsed = step * AHEAD_STEP_SECONDS
            yield phase.entry, gesture_at(plan, place, elapsed, phase.seconds, illustration)


def _effort(cast: _Cast, *, arrow: bool = False) -> Gesture:
    side, key = cast.phase.side, cast.goal.key
    return Gesture(key, key, flipped=cast.flipped, side=side, arrow=arrow)


def _reduced(cast: _Cast, share: float) -> Gesture:
    """Only poses; an arrow says how to get there."""
    kind = cast.phase.kind
    if kind in (PhaseKind.PREPARE, PhaseKind.MOVE):
        shown_now = _effort(cast, arrow=True)
        second_half = cast.both and share >= 0.5  # noqa: PLR2004 - half of it
        goal = KeyPose.SECOND if second_half else cast.goal.key
        return replace(shown_now, origin=goal, goal=goal)
    if kind.is_effort:
        return _effort(cast)
    return Gesture(flipped=cast.flipped, side=cast.phase.side)


def _getting_ready(cast: _Cast, elapsed: float, seconds: float) -> Gesture:
    """Shown slowly, a whole number of times: at the end the body is at the start."""
    both = cast.both
    times = max(1, round(seconds / showing_seconds(both=both)))
    way = shown(elapsed * times / seconds % 1.0, cast.goal, both=both)
    return Gesture(*way, flipped=cast.flipped, side=cast.phase.side, pace=Pace.MOVING)


def _reach_seconds(goal: Goal, seconds: float) -> float:
    return min(REACH_SECONDS * (1.6 if goal.via else 1.0), seconds * REACH_SHARE)


def _holding(cast: _Cast, elapsed: float, seconds: float) -> Gesture:
    """Into the effort; there a whole number of breaths."""
    settle, side = _reach_seconds(cast.goal, seconds), cast.phase.side
    if elapsed < settle:
        way = reaching(cast.goal, elapsed / settle)
        if cast.follows_at_once:
            # Let go for a moment, so that one repetition can be told from the next.
            way = reaching(cast.goal, abs(1.0 - 2.0 * elapsed / settle))
        return Gesture(*way, flipped=cast.flipped, side=side, pace=Pace.MOVING)
    held = seconds - settle
    breaths = max(1, round(held / BREATH_SECONDS))
    breath = (1.0 - cos(2.0 * pi * breaths * (elapsed - settle) / held)) / 2.0
    return replace(_effort(cast), breath=breath, pace=Pace.BREATHING)


def _moving(cast: _Cast, elapsed: float, seconds: float) -> Gesture:
    """There and back in the tempo; a longer phase than one move holds as many as fit."""
    tempo = cast.plan.entries[cast.phase.entry].dose.tempo_seconds or (1, 1)
    share = elapsed * max(1, round(seconds / sum(tempo))) / seconds
    share = share % 1.0 if elapsed < seconds else 1.0
    if cast.both:
        way = through_both(share)
    elif len(tempo) == 1:
        way = there_and_back(cast.goal, share)
    else:
        there, stay = tempo[0] / sum(tempo), sum(tempo[1:-1]) / sum(tempo)
        way = there_and_back(cast.goal, share, there=there, stay=stay)
    return Gesture(*way, flipped=cast.flipped, side=cast.phase.side, pace=Pace.MOVING)


def _resting(cast: _Cast, elapsed: float, seconds: float) -> Gesture:
    """Back to the start; then, where the other side is next and seen mirrored, the change."""
    before = cast.before
    back, side = 0.0, cast.phase.side
    flipped = cast.flipped if before is None else cast.flipped_for(before.side)
    if before is not None and cast.comes_from_a_hold:
        goal = cast.goal_for(before.side)
        back = _reach_seconds(goal, seconds)
        if elapsed < back:
            way = reaching(goal, 1.0 - elapsed / back)
            # While one side lets go, the other is already told to be next.
            marked = flipped is cast.flipped
            return Gesture(*way, flipped=flipped, side=side, marked=marked, pace=Pace.MOVING)
    if flipped is cast.flipped:
        return Gesture(flipped=flipped, side=side)
    left = seconds - back
    change = min(CHANGE_SECONDS, CHANGE_SHARE * left)
    changed = (elapsed - back) / change
    turned = (elapsed - back - change) / min(TURN_SECONDS, TURN_SHARE * left)
    if turned >= 1.0:
        return Gesture(flipped=cast.flipped, side=side)
    other = Gesture(
        KeyPose.OTHER_START, KeyPose.OTHER_START, flipped=flipped, side=side, pace=Pace.MOVING
    )
    if turned >= 0.0:
        return replace(other, turned=eased(turned))
    return replace(other, origin=KeyPose.START, share=eased(changed))
