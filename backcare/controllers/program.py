"""The window's pages and how they follow each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from backcare.controllers.browsing import ALL_EXERCISES, Browsing
from backcare.controllers.choosing import Choosing, ChoosingScreens
from backcare.controllers.dosing import Dosing, Keeper
from backcare.controllers.floor_mode import FloorMode
from backcare.controllers.keeping import Keeping
from backcare.controllers.picturing import FigureScreens, Picturing
from backcare.controllers.safety import Safety, SafetyScreens
from backcare.controllers.sessions import Sessions, SessionScreens
from backcare.controllers.welcoming import Home, WelcomeScreens, Welcoming
from backcare.core.care import nearest_easier
from backcare.core.planning import build_plan
from backcare.services.clock import SessionClock
from backcare.store.settings_file import SettingsFile
from backcare.store.state_file import StateFile
from backcare.ui.browse_page import BrowsePage
from backcare.ui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from backcare.core.plan import Plan
    from backcare.core.routine import Level
    from backcare.core.settings import Preferences, Settings
    from backcare.core.words import Words
    from backcare.store.library import Library


@dataclass(frozen=True, slots=True)
class Files:
    """What is kept between starts; both have been loaded."""

    settings: SettingsFile
    state: StateFile


class Screens(
    ChoosingScreens, FigureScreens, SafetyScreens, SessionScreens, WelcomeScreens, Protocol
):
    """Makes screens when they are needed; the start is quicker without them."""


class Program:
    """Everything behind the window. Settings are saved where they change."""

    def __init__(
        self,
        library: Library,
        preferences: Preferences,
        files: Files,
        words: Words,
        screens: Screens,
        on_settings: Callable[[Settings], None],
        *,
        make_clock: Callable[[float], SessionClock] = SessionClock,
    ) -> None:
        self.window = MainWindow()
        self._library = library
        self._problems = library.problems
        self._state = files.state
        self._words = words
        self._screens = screens
        self._on_settings = on_settings
        self._ending = False
        self._keeping = Keeping(preferences, files.settings, words)
        self._keeping.when_used(self._on_used)
        self._page = BrowsePage()
        self._browsing = Browsing(self._page, library.catalogue, words, self._keeping.preferences)
        self._picturing = Picturing(self._page, screens, lambda: self._keeping.settings)
        self._keeper = Keeper(
            self._keeping.preferences, self._keeping.use, self._keeping.keep, self._tell
        )
        self._dosing = Dosing(self._page.detail, self._keeper)
        self._floor = FloorMode(
            self.window,
            files.state.state.session_screen,
            lambda key: files.state.remember(session_screen=key),
        )
        self._choosing = Choosing(
            self.window, library.catalogue, words, screens, self._keeping, self._tell
        )
        self._safety = Safety(self.window, files.state, words, screens, self._keeper)
        self._sessions = self._make_sessions(make_clock)
        self._welcoming = self._make_welcoming()
        self.window.add_page(self._page)
        self._connect_page()
        self._connect_window()

    def _make_sessions(self, make_clock: Callable[[float], SessionClock]) -> Sessions:
        made = Sessions(
            self.window,
            self._words,
            self._screens,
            self._floor,
            make_clock=make_clock,
            figures=lambda: self._picturing.figures,
            settings=lambda: self._keeping.settings,
            closed=self._show_browsing,
        )
        catalogue = self._library.catalogue
        made.suggest_by(
            lambda exercise, hurt: nearest_easier(
                exercise, catalogue, self._keeping.settings, without=hurt
            )
        )
        return made

    def _make_welcoming(self) -> Welcoming:
        home = Home(
            self.window,
            self._state,
            self._words,
            self._library.catalogue,
            self._keeper,
            lambda show: self._screens.demonstration(self._picturing.figures, show),
            self._show_browsing,
        )
        return Welcoming(home, self._screens)

    def _connect_page(self) -> None:
        page = self._page
        page.start_requested.connect(self._start_chosen)
        page.start_from_requested.connect(
            lambda key: self._start_part(self._browsing.plan_from, key)
        )
        page.start_only_requested.connect(
            lambda key: self._start_part(self._browsing.plan_only, key)
        )
        page.settings_requested.connect(self.show_settings)
        page.level_chosen.connect(
            lambda level: self._choosing.choose_level(self._browsing.chosen, level)
        )
        page.dose_change_requested.connect(self.show_settings)
        page.dose_reset_requested.connect(self._dosing.reset)

    def _connect_window(self) -> None:
        window = self.window
        window.start_requested.connect(self._start_chosen)
        window.settings_requested.connect(self.show_settings)
        window.safety_requested.connect(
            lambda: self._safety.show(self._show_browsing, self._show_browsing)
        )
        window.welcome_requested.connect(self._show_welcome)
        window.search_requested.connect(self._page.go_to_search)
        window.text_step_requested.connect(self._choosing.step_text)
        window.theme_chosen.connect(self._choosing.choose_theme)
        window.screen_chosen.connect(self._floor.choose)
        window.screens_wanted.connect(
            lambda: window.show_screens(self._floor.screens(), self._floor.chosen)
        )
        window.closing.connect(self._on_closing)

    # Life

    def open(self) -> None:
        """Show the window as it was left."""
        state = self._state.state
        self._browsing.choose(state.last_routine)
        self._page.restore_columns(state.columns)
        self.window.show_theme(self._keeping.settings.theme)
        self.window.restore_geometry_text(state.geometry)
        self.window.leave_full_screen()
        self._show_browsing()
        self.window.show()

    def greet(self) -> None:
        """Welcome somebody who is here for the first time, in place of the first page."""
        self._welcoming.greet()

    def tell_of_files(self) -> None:
        """One notice for all that is wrong with the person's files, and never over a session."""
        if not self._problems or self.window.page is not self._page:
            return
        text = self._words.translate(
            "program",
            "Some of your files have mistakes and were left out. Nothing in them was changed.",
        )
        details, self._problems = "\n".join(self._problems), ()
        self._page.show_problem_notice(text, details)

    def end(self) -> None:
        """End properly and at once: the system is about to end the program."""
        self._ending = True
        self._sessions.end()
        self.window.close()

    def wear_theme(self) -> None:
        """Wear the colours again: the system has changed its own."""
        self._on_settings(self._keeping.settings)

    def wear_motion(self) -> None:
        """Let the figures move or rest: the system has changed what it asks for."""
        self._picturing.renew()

    def tell_of_error(self, message: str) -> None:
        """Tell that something went wrong inside; a session goes on."""
        text = self._words.translate(
            "program", "Something went wrong inside backcare. You can go on. Details: {error}"
        )
        self._tell(text.format(error=message))

    def _on_closing(self, event: QCloseEvent) -> None:
        if not self._ending and self._sessions.ask_to_leave():
            # Closing by mistake must cost nobody a session: the same question as Esc.
            event.ignore()
            return
        self._sessions.end()
        self._dosing.finish(tell=False)
        self._state.remember(
            geometry=self.window.geometry_text(),
            columns=self._page.columns_text(),
            last_routine=self._browsing.chosen,
        )

    # Pages

    def _show_browsing(self) -> None:
        self._floor.restore()
        self.window.show_page(self._page, with_menu=True)
        self._page.take_keyboard()
        if self.window.isVisible():
            self.tell_of_files()

    def _show_welcome(self) -> None:
        self._dosing.finish()
        self._welcoming.show()

    def _tell(self, problem: str) -> None:
        """Tell of something that is not as it should be, without stopping anything."""
        if self._sessions.tell(problem):
            return
        if self.window.page is self._page:
            self._page.show_problem_notice(problem)
        else:
            self.window.show_message("backcare", problem)

    # Sessions

    def _start_chosen(self) -> None:
        self._dosing.finish()
        self._start_if_any(lambda: self._browsing.plan)

    def _start_part(self, plan_of: Callable[[str], Plan | None], key: str) -> None:
        self._dosing.finish()
        self._start_if_any(lambda: plan_of(key))

    def _start_if_any(self, make: Callable[[], Plan | None]) -> None:
        plan = make()
        if plan is not None and plan.phases:
            self.start(plan, make=make)

    def start_routine(self, routine: str, level: Level, speed: float, log_path: str | None) -> None:
        """Start a routine of the catalogue straight away."""
        self._browsing.choose(routine)
        catalogue = self._library.catalogue

        def make() -> Plan:
            preferences = self._keeping.preferences()
            return build_plan(catalogue.routines[routine], catalogue, preferences, level)

        self.start(make(), speed, log_path, make=make)

    def start(
        self,
        plan: Plan,
        speed: float = 1.0,
        log_path: str | None = None,
        *,
        make: Callable[[], Plan | None] | None = None,
    ) -> None:
        """Follow a plan; before the first real session everybody reads the safety page.

        `make` makes the plan anew: what is told on that page may leave exercises out.
        """
        if self._sessions.is_on:
            return

        def follow() -> None:
            if speed == 1.0:
                # It may be the last thing that this start of the program does properly.
                self._state.remember(last_routine=self._browsing.chosen)
            now = make() if make is not None else plan
            if now is not None and now.phases:
                self._sessions.follow(now, speed, log_path)
            else:
                self._show_browsing()

        if self._safety.was_read or speed != 1.0:
            follow()
        else:
            self._safety.show(follow, self._show_browsing)

    # Preferences

    def show_settings(self, place: str = "") -> None:
        """Open the settings, at a section, a setting or an exercise."""
        chosen = self._browsing.chosen
        self._dosing.finish()
        self._choosing.show_dialog(place, "" if chosen == ALL_EXERCISES else chosen)

    def _on_used(self, before: Settings) -> None:
        settings = self._keeping.settings
        self._on_settings(settings)
        self.window.show_theme(settings.theme)
        self._browsing.refresh()
        self._picturing.refresh(before)
