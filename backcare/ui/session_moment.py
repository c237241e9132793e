"""A frame, seen by the screen: what is read, how the countdown stands, how wide it gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.plan import PhaseKind
from backcare.core.session import State
from backcare.ui.card_wish import Reading
from backcare.ui.countdown import Dial, Mode, digits_of

if TYPE_CHECKING:
    from backcare.core.frame import Frame
    from backcare.core.plan import Plan
    from backcare.core.words import Words

_LEAST_SHOWN_SECONDS = 10


def waits(frame: Frame) -> bool:
    """Whether the session waits for the person to begin something."""
    return frame.state in (State.WAITING, State.READY)


def reading_of(frame: Frame) -> Reading:
    """What the card is read for: nobody needs more than one thing at a time."""
    if waits(frame):
        return Reading.STEPS
    if frame.state is State.PAUSED:
        return Reading.NOTHING
    return {
        PhaseKind.PREPARE: Reading.STEPS,
        PhaseKind.SWITCH: Reading.SIDE,
    }.get(frame.kind, Reading.HINT)


def dial_of(frame: Frame, words: Words) -> Dial:
    """The countdown; while nothing goes on it keeps the word of the phase."""
    mode = {
        State.PAUSED: Mode.PAUSED,
        State.WAITING: Mode.WAITING,
        State.READY: Mode.WAITING,
    }.get(frame.state, Mode.COUNTING_IN if frame.counting_in else Mode.RUNNING)
    told = word = words.headline(frame)
    if mode in (Mode.PAUSED, Mode.WAITING):
        word = words.phase(frame.kind)
    return Dial(frame.seconds, frame.phase_seconds, word, frame.kind, mode, told)


def widest_of(frame: Frame | None, plan: Plan | None) -> str:
    """The widest number of the exercise, so that all its phases share one arrangement."""
    seconds = [_LEAST_SHOWN_SECONDS]
    if frame is not None and plan is not None:
        end = plan.phase_after_exercise(frame.number - 1)
        seconds.append(frame.phase_seconds)
        seconds += (phase.seconds for phase in plan.phases[frame.entry.first_phase : end])
    return "".join("0" if sign.isdigit() else sign for sign in digits_of(max(seconds)))


def place_of(frame: Frame) -> tuple[int, int]:
    """Which repetition of how many, or which set where each is a single one."""
    return (frame.rep, frame.reps) if frame.reps > 1 else (frame.set, frame.sets)
