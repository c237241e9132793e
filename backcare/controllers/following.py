"""A session in the window: the view's wishes to the machine, its frames to the view."""

from __future__ import annotations

from functools import partial
from math import inf, isfinite
from typing import TYPE_CHECKING

from backcare.core.choreography import gesture_of, gestures_ahead
from backcare.core.events import EventKind
from backcare.core.frame import frame_of
from backcare.core.gesture import Pace
from backcare.core.session import Session, State
from backcare.services.session_timer import FIGURE_SECONDS, RING_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.events import Event
    from backcare.core.exercise import Illustration
    from backcare.core.plan import PlannedExercise
    from backcare.services.clock import SessionClock
    from backcare.services.event_log import EventLog
    from backcare.services.session_timer import SessionTimer
    from backcare.ui.session_view import SessionView


BUILD_SECONDS = 0.08
"""A picture is only built if nothing is due for so long: it takes 15 to 40 ms."""


class Following:
    """Drives one session.

    Args:
        on_finished: is called once, when it is over.
        reduced: the figure stands still.
        caution_of: what the person should take care of in an exercise, or nothing.
    """

    def __init__(
        self,
        session: Session,
        clock: SessionClock,
        timer: SessionTimer,
        log: EventLog,
        view: SessionView,
        on_finished: Callable[[], None],
        *,
        reduced: bool = False,
        caution_of: Callable[[PlannedExercise], str] = lambda _: "",
    ) -> None:
        self.session = session
        self._clock = clock
        self._timer = timer
        self._log = log
        self._view = view
        self._on_finished = on_finished
        self._reduced = reduced
        self._caution_of = caution_of
        self._warned_of = -1
        self._pace = Pace.STILL
        self._looked_ahead = -1
        self._was_running = False
        self.is_asking = False
        self._counted_in = False
        self._over = False
        self._connect()
        view.set_plan(session.plan)
        view.show_preview_speed(clock.speed)

    # Life

    def begin(self) -> None:
        """Start the session."""
        self._do("start")

    def end(self) -> None:
        """End it now; what was done is kept."""
        self._do("stop")

    # Wishes

    def _connect(self) -> None:
        view = self._view
        wishes = {
            "toggle": view.toggle_requested,
            "skip": view.skip_requested,
            "skip_exercise": view.skip_exercise_requested,
            "back": view.back_requested,
            "extend": view.extend_requested,
            "hurt": view.hurt_requested,
            "undo_hurt": view.undo_hurt_requested,
            "end_hold": view.end_hold_requested,
            "done_elsewhere": view.done_elsewhere_requested,
        }
        for command, wish in wishes.items():
            wish.connect(partial(self._do, command))
        view.end_requested.connect(self.ask_to_leave)
        view.leave_declined.connect(self._go_on)
        view.leave_confirmed.connect(self.end)
        self._timer.woke.connect(partial(self._do, "advance"))

    def ask_to_leave(self) -> None:
        """Pause and ask; what was running goes on when the answer is no."""
        if self.is_asking:
            return
        self.is_asking = True
        self._was_running = self.session.state is State.RUNNING
        self._do("pause")
        self._view.show_leave_question(True)

    def _go_on(self) -> None:
        self.is_asking = False
        self._view.show_leave_question(False)
        if self._was_running:
            self._do("resume")

    # Time

    def _do(self, command: str) -> None:
        if self._over:
            return
        events = getattr(self.session, command)(self._clock.now(), self._clock.real())
        self._after(events, asked=command != "advance")

    def _after(self, events: tuple[Event, ...], *, asked: bool) -> None:
        for event in events:
            self._log.write(event)
        # A minimised window hears of phases; of every second only if a screen reader counts.
        news = any(event.kind is not EventKind.SECOND for event in events)
        in_full = asked or news or (bool(events) and self._is_followed())
        self._show(in_full=in_full)
        if self.session.state is State.FINISHED:
            self._finish()
        else:
            if not in_full and self._is_seen():
                self._build_ahead()
            self._arm()

    def _show(self, *, in_full: bool) -> None:
        """All of a frame when something happened; between two seconds only the ring."""
        if not in_full and not self._is_followed():
            return
        now = self._clock.now()
        counting_in = self.session.count_in_left(now) > 0
        if in_full or counting_in is not self._counted_in:
            self._counted_in = counting_in
            frame = frame_of(self.session, now)
            self._view.show_frame(frame)
            if frame.number != self._warned_of:
                self._warned_of = frame.number
                self._view.set_caution(self._caution_of(frame.entry))
        elif not counting_in:
            self._view.show_fraction(self.session.phase_left(now))
        self._show_gesture(now, news=in_full)

    def _show_gesture(self, now: float, *, news: bool) -> None:
        """Move the figure. What takes time waits: first for the words, then for a free moment."""
        illustration = self._illustration_of(self.session.phase.entry)
        if illustration is None or not self._is_seen():
            self._pace = Pace.STILL
            return
        gesture = gesture_of(self.session, now, illustration, reduced=self._reduced)
        self._pace = gesture.pace
        free = self._free_seconds()
        has_time = free > BUILD_SECONDS and not (news and isfinite(free))
        # A quick preview never has time, and is not held to a beat: one picture is due to it.
        is_due = self._clock.speed != 1.0 and self._view.figure_is_empty
        self._view.show_gesture(gesture, may_build=has_time or is_due)

    def _build_ahead(self) -> None:
        if self._free_seconds() < BUILD_SECONDS or self._view.figure_is_late or self._reduced:
            return
        plan, index = self.session.plan, self.session.phase_index
        if index != self._looked_ahead:
            self._looked_ahead = index
            self._view.look_ahead(gestures_ahead(plan, index, self._illustration_of))
        self._view.build_ahead()

    def _illustration_of(self, entry: int) -> Illustration | None:
        return self.session.plan.entries[entry].illustration

    def _free_seconds(self) -> float:
        due = self.session.next_due()
        return inf if due is None else self._clock.seconds_until(due)

    def _arm(self) -> None:
        due = self.session.next_due()
        if due is None:
            # Paused or waiting: nothing happens until the person does something.
            self._timer.stop()
            return
        self._timer.arm(self._clock.seconds_until(due), picture_seconds=self._picture_seconds())

    def _picture_seconds(self) -> float:
        if not self._is_seen():
            return inf
        if self._pace is Pace.MOVING or self._view.figure_is_late:
            return FIGURE_SECONDS
        return inf if self._reduced else RING_SECONDS

    def _is_seen(self) -> bool:
        return self._view.isVisible() and not self._view.window().isMinimized()

    def _is_followed(self) -> bool:
        """Somebody sees the seconds, or has them read aloud."""
        return self._is_seen() or self._view.is_listened_to

    def _finish(self) -> None:
        self._over = True
        self._timer.stop()
        self._log.close()
        self._on_finished()
