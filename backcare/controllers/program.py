"""The window's pages and how they follow each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from backcare.controllers.browsing import ALL_EXERCISES, Browsing, positions
from backcare.controllers.floor_mode import FloorMode
from backcare.controllers.picturing import FigureScreens, Picturing
from backcare.controllers.sessions import Sessions, SessionScreens
from backcare.core.planning import build_plan
from backcare.core.safety import CLOSING, PAGE_VERSION, safety_page
from backcare.services.clock import SessionClock
from backcare.store.settings_file import SettingsFile
from backcare.store.state_file import StateFile
from backcare.ui.browse_page import BrowsePage
from backcare.ui.main_window import MainWindow

MOST_PROBLEMS = 8

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from backcare.core.plan import Plan
    from backcare.core.routine import Level
    from backcare.core.settings import Preferences, Settings
    from backcare.core.words import Words
    from backcare.store.library import Library

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from backcare.core.routine import Catalogue
    from backcare.core.safety import SafetySection
    from backcare.ui.safety_view import SafetyView
    from backcare.ui.settings_dialog import SettingsDialog


@dataclass(frozen=True, slots=True)
class Files:
    """What is kept between starts; both have been loaded."""

    settings: SettingsFile
    state: StateFile


class Screens(FigureScreens, SessionScreens, Protocol):
    """Makes screens when they are needed; the start is quicker without them."""

    def safety(self, sections: tuple[SafetySection, ...], closing: str) -> SafetyView:
        """What everybody reads once."""

    def settings(
        self,
        catalogue: Catalogue,
        preferences: Preferences,
        words: Words,
        routine: str,
        parent: QWidget,
        save: Callable[[Preferences], str | None],
    ) -> SettingsDialog:
        """The settings; `save` returns why it could not, or None."""


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
        self._catalogue = library.catalogue
        self._problems = library.problems
        self._preferences = preferences
        self._settings_file = files.settings
        self._state_file = files.state
        self._words = words
        self._screens = screens
        self._on_settings = on_settings
        self._ending = False
        self._page = BrowsePage(positions(library.catalogue, words))
        self._browsing = Browsing(self._page, library.catalogue, words, lambda: self._preferences)
        self._picturing = Picturing(self._page, screens, lambda: self._preferences.settings)
        self._floor = FloorMode(
            self.window,
            files.state.state.session_screen,
            lambda key: files.state.remember(session_screen=key),
        )
        self._sessions = Sessions(
            self.window,
            words,
            screens,
            self._floor,
            make_clock=make_clock,
            figures=lambda: self._picturing.figures,
            settings=lambda: self._preferences.settings,
            closed=self._show_browsing,
        )
        self.window.add_page(self._page)
        self._connect()

    def _connect(self) -> None:
        self._page.start_requested.connect(self._start_chosen)
        self._page.settings_requested.connect(self.show_settings)
        self._page.level_chosen.connect(self._choose_level)
        self._page.detail.dose_change_requested.connect(self.show_settings)
        self._page.exercises.opened.connect(lambda _: self._page.detail.setFocus())
        self.window.start_requested.connect(self._start_chosen)
        self.window.settings_requested.connect(self.show_settings)
        self.window.safety_requested.connect(lambda: self._show_safety(self._show_browsing))
        self.window.search_requested.connect(self._page.search.setFocus)
        self.window.closing.connect(self._on_closing)

    # Life

    def open(self) -> None:
        """Show the window as it was left."""
        state = self._state_file.state
        self._browsing.choose(state.last_routine)
        self.window.restore_geometry_text(state.geometry)
        self.window.leave_full_screen()
        self._show_browsing()
        self.window.show()

    def tell_of_files(self) -> None:
        """One notice for all that is wrong with the person's files, and never over a session."""
        if not self._problems or self.window.page is not self._page:
            return
        text = self._words.translate(
            "program",
            "Some of your files have mistakes and were left out. Nothing in them was changed.",
        )
        shown = self._problems[:MOST_PROBLEMS]
        more = len(self._problems) - len(shown)
        lines = [text, *(f"\n{problem}" for problem in shown)]
        self._problems = ()
        if more:
            lines.append(self._words.translate("program", "and {count} more").format(count=more))
        self.window.show_message("backcare", "\n".join(lines))

    def end(self) -> None:
        """End properly and at once: the system is about to end the program."""
        self._ending = True
        self._sessions.end()
        self.window.close()

    def wear_theme(self) -> None:
        """Wear the colours again: the system has changed its own."""
        self._on_settings(self._preferences.settings)

    def tell_of_error(self, message: str) -> None:
        """Tell that something went wrong inside; a session goes on."""
        text = self._words.translate(
            "program", "Something went wrong inside backcare. You can go on. Details: {error}"
        )
        self.window.show_message("backcare", text.format(error=message))

    def _on_closing(self, event: QCloseEvent) -> None:
        if not self._ending and self._sessions.ask_to_leave():
            # Closing by mistake must cost nobody a session: the same question as Esc.
            event.ignore()
            return
        self._sessions.end()
        self._state_file.remember(
            geometry=self.window.geometry_text(), last_routine=self._browsing.chosen
        )

    # Pages

    def _show_browsing(self) -> None:
        self._floor.restore()
        self.window.show_page(self._page, with_menu=True)
        self._page.start_button.setFocus()
        if self.window.isVisible():
            self.tell_of_files()

    def _show_safety(self, then: Callable[[], None]) -> None:
        """Show the safety page; reading it leads on to `then`."""
        translate = self._words.translate
        page = self._screens.safety(safety_page(translate), translate("safety", CLOSING))

        def confirmed() -> None:
            self._state_file.remember(safety_page_seen=PAGE_VERSION)
            self.window.remove_page(page)
            then()

        def left() -> None:
            self.window.remove_page(page)
            self._show_browsing()

        page.confirmed.connect(confirmed)
        page.left.connect(left)
        self.window.add_page(page)
        self.window.show_page(page, with_menu=False)
        page.ask()

    # Sessions

    def _start_chosen(self) -> None:
        if self._browsing.plan is not None and self._browsing.plan.phases:
            self.start(self._browsing.plan)

    def start_routine(self, routine: str, level: Level, speed: float, log_path: str | None) -> None:
        """Start a routine of the catalogue straight away."""
        self._browsing.choose(routine)
        plan = build_plan(
            self._catalogue.routines[routine], self._catalogue, self._preferences, level
        )
        self.start(plan, speed, log_path)

    def start(self, plan: Plan, speed: float = 1.0, log_path: str | None = None) -> None:
        """Follow a plan; before the first real session everybody reads the safety page."""
        if self._sessions.is_on:
            return
        seen = self._state_file.state.safety_page_seen >= PAGE_VERSION
        if seen or speed != 1.0:
            self._sessions.follow(plan, speed, log_path)
        else:
            self._show_safety(lambda: self._sessions.follow(plan, speed, log_path))

    # Preferences

    def show_settings(self, place: str = "") -> None:
        """Open the settings, at a section, a setting or an exercise."""
        routine = "" if self._browsing.chosen == ALL_EXERCISES else self._browsing.chosen
        dialog = self._screens.settings(
            self._catalogue, self._preferences, self._words, routine, self.window, self._save
        )
        if place:
            dialog.open_at(place)
        dialog.exec()
        dialog.deleteLater()

    def _choose_level(self, level: Level) -> None:
        levels = {**self._preferences.levels, self._browsing.chosen: level}
        changed = replace(self._preferences, levels=levels)
        problem = self._save(changed)
        if problem is not None:
            self._apply(changed)
            self.window.show_message("backcare", problem)

    def _save(self, preferences: Preferences) -> str | None:
        """Keep and apply preferences; returns why they could not be kept, or None."""
        try:
            self._settings_file.save(preferences)
        except OSError as error:
            text = self._words.translate("program", "The settings could not be saved: {reason}")
            return text.format(reason=error.strerror or error)
        self._apply(preferences)
        return None

    def _apply(self, preferences: Preferences) -> None:
        before = self._preferences.settings
        self._preferences = preferences
        self._on_settings(preferences.settings)
        self._browsing.refresh()
        self._picturing.refresh(before)
