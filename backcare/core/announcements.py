"""What a session says to somebody who only listens: a sentence for each moment, or none.

Words are few. A screen reader takes a second for three of them, and what comes next must
not have to wait. So a phase is told when it begins, its end is counted down, and nothing
else is said unless the person did something.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from backcare.core.plan import PhaseKind
from backcare.core.session import State

if TYPE_CHECKING:
    from backcare.core.frame import Frame
    from backcare.core.words import Words

COUNTED = (10, 3, 2, 1)
"""At so many seconds left of an effort, or of the time to get ready, the number is said."""

LEAST_SECONDS_BETWEEN = 2
"""A number that would follow the beginning of its phase sooner than that is left out."""

FASTEST_COUNTED = 2.0
"""In a preview that runs faster than that only phases are told: numbers would pile up."""


class Announcer:
    """Turns two frames that follow each other into the sentence that is due, or ""."""

    def __init__(self, words: Words, *, speed: float = 1.0) -> None:
        """`speed` is how many times faster than real time the session runs."""
        self._words = words
        self._counts = speed <= FASTEST_COUNTED

    def sentence(self, before: Frame | None, frame: Frame) -> str:
        """What to say at `frame`; `before` is the frame shown before it, None at the start."""
        if frame.state is State.FINISHED:
            is_news = before is None or before.state is not State.FINISHED
            return self._words.translate("announcements", "The session is over") if is_news else ""
        if before is None or before.state is State.READY:
            return self._beginning(before, frame)
        tell = {
            State.PAUSED: self._paused,
            State.WAITING: self._waiting,
            State.READY: self._waiting,
        }.get(frame.state, self._running)
        parts = [self._hurt(before, frame), tell(before, frame)]
        return ". ".join(part for part in parts if part)

    # What the session is doing

    def _beginning(self, before: Frame | None, frame: Frame) -> str:
        """The first frame of all that says something."""
        if frame.state is State.PAUSED:
            return self._paused(None, frame)
        if frame.state is State.RUNNING:
            return self._phase(None, frame)
        return self._waiting(before, frame)

    def _paused(self, before: Frame | None, frame: Frame) -> str:
        parts = []
        if before is None or _place(before) != _place(frame) or _begins_again(before, frame):
            parts.append(self._phase(before, frame))
        if before is None or before.state is not State.PAUSED:
            text = self._words.translate(
                "announcements", "Paused, {time} left. Press Space to go on"
            )
            if frame.away_seconds:
                text = self._words.translate(
                    "announcements",
                    "Paused: you were away for {away}. {time} left. Press Space to go on",
                )
            left, away = self._time(frame.left_seconds), self._time(frame.away_seconds)
            parts.append(text.format(time=left, away=away))
        else:
            parts += [self._words.headline(frame)] if parts else []
        return ". ".join(parts)

    def _waiting(self, before: Frame | None, frame: Frame) -> str:
        if before is not None and _stands(before) == _stands(frame):
            return ""
        text = self._words.translate(
            "announcements", "When you are ready: {what}. Press Space to start"
        )
        if frame.state is State.WAITING and frame.kind is PhaseKind.ACTIVITY:
            text = self._words.translate(
                "announcements",
                "When you are ready: {what}. Press Space to start, or D if it was done elsewhere",
            )
        what = [frame.entry.exercise.name, *self._side(frame), self._time(frame.left_seconds)]
        return text.format(what=", ".join(what))

    def _running(self, before: Frame, frame: Frame) -> str:
        if frame.counting_in:
            return self._counting_in(before, frame)
        was_running = before.state is State.RUNNING and not before.counting_in
        if not was_running or _begins_again(before, frame):
            return self._phase(before, frame)
        if _place(before) != _place(frame):
            return self._next_effort(before, frame) or self._phase(before, frame)
        added = frame.phase_seconds - before.phase_seconds
        if added > 0:
            return self._words.translate("announcements", "{time} more").format(
                time=self._time(added)
            )
        return self._count(before, frame)

    def _counting_in(self, before: Frame, frame: Frame) -> str:
        if before.counting_in and _place(before) == _place(frame):
            return ""
        text = self._words.translate("announcements", "Going on in {time}").format(
            time=self._time(frame.seconds)
        )
        is_new = before.number != frame.number
        return f"{frame.entry.exercise.name}. {text}" if is_new else text

    def _hurt(self, before: Frame, frame: Frame) -> str:
        """That something hurt, or no longer did. A frame only tells whether U still works."""
        if frame.can_undo_hurt and not before.can_undo_hurt:
            return self._words.translate(
                "announcements", "That hurt: the exercise is over. Press U to take it back"
            )
        if before.can_undo_hurt and not frame.can_undo_hurt and frame.number < before.number:
            return self._words.translate("announcements", "Taken back")
        return ""

    # A phase

    def _phase(self, before: Frame | None, frame: Frame) -> str:
        """The phase in full: what to do, on which side, for how long."""
        parts = [self._words.phase(frame.kind)]
        if before is None or before.state is State.READY or before.number != frame.number:
            parts.append(frame.entry.exercise.name)
        if frame.kind not in (PhaseKind.REST, PhaseKind.SET_REST):
            parts += self._side(frame)
        if frame.kind.is_effort:
            parts += self._rep(frame)
            parts += self._set(frame) if frame.rep == 1 else []
        parts.append(self._time(frame.left_seconds))
        if frame.kind is PhaseKind.SET_REST:
            parts += [
                self._words.translate("announcements", "then {what}").format(what=each)
                for each in self._set(frame)
            ]
        return ", ".join(parts)

    def _next_effort(self, before: Frame, frame: Frame) -> str:
        """Where one effort follows another of its kind: what is different now, and no more."""
        if not frame.kind.is_effort or _run_of(before) != _run_of(frame):
            return ""
        side = self._side(frame) if before.side is not frame.side else []
        return ", ".join([*side, *self._rep(frame)])

    def _count(self, before: Frame, frame: Frame) -> str:
        """The number, at the seconds that are counted aloud."""
        seconds = frame.seconds
        counted = frame.kind.is_effort or frame.kind is PhaseKind.PREPARE
        if not self._counts or not counted or seconds not in COUNTED:
            return ""
        if seconds == before.seconds or frame.phase_seconds - seconds < LEAST_SECONDS_BETWEEN:
            return ""
        if seconds == COUNTED[0]:
            return self._words.translate("announcements", "{time} left").format(
                time=self._time(seconds)
            )
        return str(seconds)

    # Parts of sentences

    def _side(self, frame: Frame) -> list[str]:
        if frame.side is None:
            return []
        return [self._words.side(frame.side, frame.entry.exercise.limb)]

    def _rep(self, frame: Frame) -> list[str]:
        if frame.reps == 1:
            return []
        text = self._words.translate("announcements", "rep {rep} of {reps}")
        return [text.format(rep=frame.rep, reps=frame.reps)]

    def _set(self, frame: Frame) -> list[str]:
        if frame.sets == 1:
            return []
        text = self._words.translate("announcements", "set {set} of {sets}")
        return [text.format(set=frame.set, sets=frame.sets)]

    def _time(self, seconds: float) -> str:
        """A length of time as it is spoken: "1 minute 30 seconds". Fractions are rounded up."""
        minutes, rest = divmod(math.ceil(seconds - 1e-6), 60)
        parts = []
        if minutes:
            text = (
                self._words.translate("announcements", "1 minute")
                if minutes == 1
                else self._words.translate("announcements", "{minutes} minutes")
            )
            parts.append(text.format(minutes=minutes))
        if rest or not minutes:
            text = (
                self._words.translate("announcements", "1 second")
                if rest == 1
                else self._words.translate("announcements", "{seconds} seconds")
            )
            parts.append(text.format(seconds=rest))
        return " ".join(parts)


def _place(frame: Frame) -> tuple[object, ...]:
    """What tells one phase of a plan from another."""
    return (frame.number, frame.kind, frame.side, frame.set, frame.rep)


def _stands(frame: Frame) -> tuple[object, ...]:
    return (frame.state, *_place(frame))


def _run_of(frame: Frame) -> tuple[object, ...]:
    """What efforts have in common that follow each other without a break."""
    return (frame.number, frame.kind, frame.set)


def _begins_again(before: Frame, frame: Frame) -> bool:
    """Whether the person went back to the start of the same phase."""
    is_longer = frame.phase_seconds > before.phase_seconds
    return (
        _place(before) == _place(frame)
        and not is_longer
        and frame.left_seconds > before.left_seconds
    )
