"""What happens in a session, as values that screens, voices and logs understand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class EventKind(Enum):
    """The kinds of events; their values are the names in an event log."""

    START = "start"
    PHASE = "phase"
    SECOND = "second"
    PAUSE = "pause"
    RESUME = "resume"
    SKIP = "skip"
    BACK = "back"
    EXTEND = "extend"
    HURT = "hurt"
    WAIT = "wait"
    FINISH = "finish"
    STOP = "stop"


class PauseReason(Enum):
    """Why a session pauses."""

    ASKED = "asked"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened.

    Attributes:
        due: when it should have happened, in seconds of session time.
        phase: index of the phase it concerns.
        seconds: for SECOND, whole seconds left; for EXTEND, seconds added; for
            RESUME, the count-in.
        count_in: for SECOND, whether it counts the count-in rather than the phase.
        reason: for PAUSE.
        away_seconds: for a PAUSE because nobody looked at the clock: how long.
    """

    kind: EventKind
    due: float
    phase: int
    seconds: int = 0
    count_in: bool = False
    reason: PauseReason | None = None
    away_seconds: float = 0.0
