"""A session in the window: the view's wishes to the machine, its frames to the view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from backcare.core.events import EventKind
from backcare.core.frame import frame_of
from backcare.core.session import Session, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.events import Event
    from backcare.services.clock import SessionClock
    from backcare.services.event_log import EventLog
    from backcare.services.session_timer import SessionTimer
    from backcare.ui.session_view import SessionView


class Following:
    """Drives one session. `on_finished` is called once, when it is over."""

    def __init__(
        self,
        session: Session,
        clock: SessionClock,
        timer: SessionTimer,
        log: EventLog,
        view: SessionView,
        on_finished: Callable[[], None],
    ) -> None:
        self.session = session
        self._clock = clock
        self._timer = timer
        self._log = log
        self._view = view
        self._on_finished = on_finished
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
        # A minimised window hears of phases, for screen readers, but not of every second.
        news = any(event.kind is not EventKind.SECOND for event in events)
        self._show(in_full=asked or news or (bool(events) and self._is_seen()))
        if self.session.state is State.FINISHED:
            self._finish()
        else:
            self._arm()

    def _show(self, *, in_full: bool) -> None:
        """All of a frame when something happened; between two seconds only the ring."""
        if not in_full and not self._is_seen():
            return
        now = self._clock.now()
        counting_in = self.session.count_in_left(now) > 0
        if in_full or counting_in is not self._counted_in:
            self._counted_in = counting_in
            self._view.show_frame(frame_of(self.session, now))
        elif not counting_in:
            self._view.show_fraction(self.session.phase_left(now))

    def _arm(self) -> None:
        due = self.session.next_due()
        if due is None:
            # Paused or waiting: nothing happens until the person does something.
            self._timer.stop()
            return
        self._timer.arm(self._clock.seconds_until(due), animated=self._is_seen())

    def _is_seen(self) -> bool:
        return self._view.isVisible() and not self._view.window().isMinimized()

    def _finish(self) -> None:
        self._over = True
        self._timer.stop()
        self._log.close()
        self._on_finished()
