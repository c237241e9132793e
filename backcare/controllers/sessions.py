"""Sessions in the window: from a plan to the page that follows its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from backcare.controllers.following import Following
from backcare.core.errors import BackcareError
from backcare.core.session import Session
from backcare.services.event_log import EventLog
from backcare.services.session_timer import SessionTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from backcare.controllers.floor_mode import FloorMode
    from backcare.core.exercise import Exercise
    from backcare.core.plan import Plan
    from backcare.core.settings import Settings
    from backcare.core.words import Words
    from backcare.services.clock import SessionClock
    from backcare.ui.end_view import EndView
    from backcare.ui.figures import Figures
    from backcare.ui.main_window import MainWindow
    from backcare.ui.session_view import SessionView


class Easier(Protocol):
    """Finds something easier than an exercise that hurt, and that did not hurt itself."""

    def __call__(self, exercise: Exercise, hurt: Collection[str], /) -> Exercise | None:
        """`hurt` holds the ids of all that hurt."""


class SessionScreens(Protocol):
    """Makes the screens of a session when they are needed."""

    def session(self, words: Words, figures: Figures) -> SessionView:
        """The screen of one session."""

    def end(self, words: Words) -> EndView:
        """What follows a session."""


class Sessions:
    """Follows plans, one at a time.

    Args:
        make_clock: the clock of a session that runs so many times as fast as real time.
        figures: the pictures, made when the first session needs them.
        settings: as they are when a session begins.
        closed: called when the person leaves the last page.
    """

    def __init__(
        self,
        window: MainWindow,
        words: Words,
        screens: SessionScreens,
        floor: FloorMode,
        *,
        make_clock: Callable[[float], SessionClock],
        figures: Callable[[], Figures],
        settings: Callable[[], Settings],
        closed: Callable[[], None],
    ) -> None:
        self._window = window
        self._words = words
        self._screens = screens
        self._floor = floor
        self._make_clock = make_clock
        self._figures = figures
        self._settings = settings
        self._easier: Easier = lambda _exercise, _hurt: None
        self._closed = closed
        self._following: Following | None = None
        self._view: SessionView | None = None
        window.full_screen_changed.connect(self._on_full_screen)

    def suggest_by(self, easier: Easier) -> None:
        """Name what `easier` finds for an exercise that hurt, on the page after a session."""
        self._easier = easier

    @property
    def is_on(self) -> bool:
        """Whether a session is being followed."""
        return self._following is not None

    def ask_to_leave(self) -> bool:
        """Ask whether to end the session; False if there is none, or it is being asked."""
        if self._following is None or self._following.is_asking:
            return False
        self._following.ask_to_leave()
        return True

    def end(self) -> None:
        """End the session, if there is one, at once."""
        if self._following is not None:
            self._following.end()

    def tell(self, text: str) -> bool:
        """Tell something without taking the keyboard from a session; False if there is none."""
        if self._view is None:
            return False
        self._view.show_notice(text)
        return True

    def follow(self, plan: Plan, speed: float, log_path: str | None) -> None:
        """Follow `plan` on the screen until it is over, then show what was done."""
        clock, problem = self._make_clock(speed), ""
        try:
            log = EventLog(log_path, clock)
        except BackcareError as error:
            log, problem = EventLog(None, clock), str(error)
        figures, settings = self._figures(), self._settings()
        view = self._view = self._screens.session(self._words, figures)
        view.full_screen_requested.connect(self._floor.toggle)
        session = Session(plan, count_in_seconds=settings.count_in_seconds)
        began = clock.monotonic()

        def finished() -> None:
            self._following = self._view = None
            self._show_end(plan, session, clock.monotonic() - began, speed)
            self._window.remove_page(view)

        self._following = Following(
            session,
            clock,
            SessionTimer(view),
            log,
            view,
            finished,
            reduced=figures.reduced,
            caution_of=self._words.cautions,
        )
        self._window.add_page(view)
        self._window.show_page(view, with_menu=False)
        if settings.fill_screen:
            self._floor.enter()
        view.fill_screen(self._floor.is_on)
        self._following.begin()
        if problem:
            view.show_notice(problem)

    def _on_full_screen(self, is_full: bool) -> None:
        """From across the room the whole screen is for the digits."""
        if self._view is not None:
            self._view.fill_screen(is_full)

    def _show_end(self, plan: Plan, session: Session, elapsed: float, speed: float) -> None:
        rows = session.records.summary()
        complete = all(row.complete for row in rows)
        page = self._screens.end(self._words)
        hurt = {row.entry.exercise.id for row in rows if row.hurt}
        hints = {
            row.entry.exercise.id: easier.name
            for row in rows
            if row.hurt and (easier := self._easier(row.entry.exercise, hurt)) is not None
        }
        page.show_summary(
            plan, rows, elapsed, complete=complete, preview=speed != 1.0, easier=hints
        )

        def closed() -> None:
            self._closed()
            self._window.remove_page(page)

        def again() -> None:
            self.follow(plan, speed, None)
            self._window.remove_page(page)

        page.closed.connect(closed)
        page.again_requested.connect(again)
        self._window.add_page(page)
        self._window.show_page(page, with_menu=False)
