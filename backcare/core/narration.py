"""A session told in lines of text, event by event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.events import Event, EventKind, PauseReason

if TYPE_CHECKING:
    from backcare.core.frame import Frame
    from backcare.core.plan import Phase, Plan, PlannedExercise
    from backcare.core.words import Words


class Narrator:
    """Turns the events of one session into lines; an exercise is introduced once."""

    def __init__(self, plan: Plan, words: Words) -> None:
        """Nothing has been told yet."""
        self._plan = plan
        self._words = words
        self._introduced = -1

    def lines(self, event: Event) -> tuple[str, ...]:
        """What is said of an event; most whole seconds pass in silence."""
        tell = {
            EventKind.PHASE: self._phase,
            EventKind.WAIT: self._wait,
            EventKind.PAUSE: self._pause,
            EventKind.RESUME: self._resume,
            EventKind.EXTEND: self._extend,
            EventKind.HURT: self._hurt,
        }.get(event.kind)
        return tell(event) if tell is not None else ()

    def countdown(self, frame: Frame) -> str:
        """The line that shows a running countdown."""
        left = self._words.translate("narration", "{time} left").format(
            time=self._words.clock(frame.total_left_seconds)
        )
        return f"  {frame.seconds:>4}  {self._words.headline(frame)} · {left}"

    def _at(self, event: Event) -> tuple[Phase, PlannedExercise]:
        phase = self._plan.phases[event.phase]
        return phase, self._plan.entries[phase.entry]

    def _introduction(self, event: Event) -> tuple[str, ...]:
        phase, entry = self._at(event)
        if phase.entry == self._introduced:
            return ()
        self._introduced = phase.entry
        place = f"{phase.entry + 1}/{len(self._plan.entries)}"
        steps = (f"    {number}. {step}" for number, step in enumerate(entry.steps, 1))
        return ("", f"{place} {entry.exercise.name} · {self._words.dose(entry)}", *steps)

    def _phase(self, event: Event) -> tuple[str, ...]:
        phase, entry = self._at(event)
        line = f"  {self._words.phase(phase.kind)}"
        if phase.side is not None:
            line += f", {self._words.side(phase.side, entry.exercise.limb)}"
        line += f" · {self._words.seconds(phase.seconds)}"
        if phase.kind.is_effort:
            rep = self._words.translate("narration", "rep {rep} of {reps}")
            line += " · " + rep.format(rep=phase.rep, reps=entry.dose.reps)
        return (*self._introduction(event), line)

    def _wait(self, event: Event) -> tuple[str, ...]:
        phase, _ = self._at(event)
        line = self._words.translate(
            "narration", "When you are ready: {what} {time} · Enter starts, n skips"
        ).format(what=self._words.phase(phase.kind), time=self._words.seconds(phase.seconds))
        if phase.kind.is_effort:
            line += self._words.translate("narration", ", d done elsewhere")
        return (*self._introduction(event), f"  {line}")

    def _pause(self, event: Event) -> tuple[str, ...]:
        if event.reason is PauseReason.AWAY:
            away = self._words.translate(
                "narration", "Paused: you were away for {time}. Space goes on"
            )
            return (away.format(time=self._words.seconds(event.away_seconds)),)
        return (self._words.translate("narration", "Paused. Space goes on"),)

    def _resume(self, event: Event) -> tuple[str, ...]:
        del event
        return (self._words.translate("narration", "Going on"),)

    def _extend(self, event: Event) -> tuple[str, ...]:
        more = self._words.translate("narration", "{seconds} s more")
        return (more.format(seconds=event.seconds),)

    def _hurt(self, event: Event) -> tuple[str, ...]:
        del event
        return (
            self._words.translate(
                "narration", "That hurt: this exercise ends here. Press u to take it back"
            ),
        )
