"""Every screen of the real program, one after the other, offscreen and with a clock that waits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from backcare import app
from backcare.core.plan import PhaseKind
from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.core.safety import PAGE_VERSION, WELCOME_VERSION
from backcare.core.setting_words import sections
from backcare.core.settings import Settings
from backcare.core.words import Words
from backcare.services.clock import SessionClock
from backcare.services.session_timer import SessionTimer
from backcare.services.sound import Silence
from backcare.store.library import Library
from backcare.store.state_file import StateFile
from backcare.ui import accessible
from backcare.ui.browse_page import BrowsePage
from backcare.ui.end_view import EndView
from backcare.ui.restore_question import RestoreQuestion
from backcare.ui.safety_view import SafetyView
from backcare.ui.session_view import SessionView
from backcare.ui.welcome_view import WelcomeView
from tests.builders import make_preferences
from tests.shipped import shipped_catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from backcare.controllers.program import Program
    from backcare.core.plan import Plan
    from backcare.paths import UserFolders
    from backcare.ui.settings_dialog import SettingsDialog

ROUTINE = "six-areas"
SETTINGS = Settings(fill_screen=False, wait_before_exercise=False)
SIZES = ((1280, 800), (900, 600), (800, 1280))
TURNS = 12
"""Turns of the loop after which a new page has found its shape."""


@dataclass(frozen=True)
class Screen:
    """What is shown, and where: the window, or a dialog of its own."""

    name: str
    root: QWidget


class Tour:
    """The program, with somebody who goes everywhere."""

    def __init__(self, qtbot: QtBot, folders: UserFolders) -> None:
        accessible.install()
        self._qtbot = qtbot
        self._folders = folders
        self._now = 0.0
        state = StateFile(folders.state_file)
        state.load()
        state.remember(safety_page_seen=PAGE_VERSION, welcome_seen=WELCOME_VERSION)
        self.catalogue = shipped_catalogue()
        self.preferences = make_preferences(SETTINGS)
        self.program: Program = app.build(
            Library(self.catalogue, ()), self.preferences, folders, self._clock
        )
        # A test has no loudspeaker; what is set here is what it would be made to be later.
        vars(self.program._screens)["_sounds"] = Silence()
        self.window = self.program.window
        qtbot.addWidget(self.window, before_close_func=lambda _: self.program.end())
        with qtbot.waitActive(self.window):
            self.program.open()
            self.window.activateWindow()
        self._show("main")

    def _clock(self, speed: float) -> SessionClock:
        return SessionClock(speed, lambda: self._now, lambda: 0.0)

    def _show(self, name: str, root: QWidget | None = None) -> Screen:
        for _ in range(TURNS):
            QApplication.processEvents()
        return Screen(name, root or self.window)

    # The first page

    def browsing(self) -> Iterator[Screen]:
        """The first page with a routine, with everything and with nothing, wide and narrow."""
        page = self.window.page
        assert isinstance(page, BrowsePage)
        for size in SIZES:
            self.window.resize(*size)
            name = f"main {size[0]}x{size[1]}"
            page.routines.choose(ROUTINE)
            yield self._show(f"{name}, a routine")
            page.open_detail()
            yield self._show(f"{name}, an exercise")
            page.close_detail()
            page.search.setText("zzz")
            yield self._show(f"{name}, nothing found")
            page.search.clear()
            page.filters.button.click()
            yield from self._popup(f"{name}, filters")
            if page.heading.picker.isVisible():
                page.heading.picker.click()
                yield from self._popup(f"{name}, routines to pick from")
        self.window.resize(*SIZES[0])
        page.take_keyboard()

    def _popup(self, name: str) -> Iterator[Screen]:
        popup = QApplication.activePopupWidget()
        assert popup is not None, name
        yield self._show(name, popup)
        popup.close()

    # Dialogs

    def settings(self) -> Iterator[Screen]:
        """The settings, section by section."""
        dialog = self._dialog()
        with self._qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        for section in sections():
            dialog.open_at(section)
            yield self._show(f"settings, {section}", dialog)
        dialog.rows["hold_scale_percent"].set_value(50)
        dialog.footer.restore_button.click()
        question = QApplication.activeModalWidget()
        assert isinstance(question, RestoreQuestion)
        yield self._show("settings, restoring", question)
        question.reject()
        dialog.activateWindow()
        dialog.close()
        yield self._show("settings, asking", dialog)
        dialog.hide()
        dialog.deleteLater()
        with self._qtbot.waitActive(self.window):
            self.window.activateWindow()

    def _dialog(self) -> SettingsDialog:
        screens = app.Screens(lambda: app.load_poses(self._folders))
        return screens.settings(
            self.catalogue, self.preferences, Words(), ROUTINE, self.window, lambda _: None
        )

    # Pages to read

    def safety(self) -> Iterator[Screen]:
        """What everybody reads before the first session."""
        self.window.safety_requested.emit()
        page = self.window.page
        assert isinstance(page, SafetyView)
        yield self._show("safety")
        page.left.emit()

    def welcome(self) -> Iterator[Screen]:
        """The three steps that a new person sees."""
        self.window.welcome_requested.emit()
        page = self.window.page
        assert isinstance(page, WelcomeView)
        for step in range(3):
            page.show_step(step)
            yield self._show(f"welcome, {step + 1}")
        page.left.emit()

    # A session

    def session(self) -> Iterator[Screen]:
        """Every kind of phase, every state, and the page after it."""
        plan = self._plan()
        self.program.start(plan)
        view = self.window.page
        assert isinstance(view, SessionView)
        seen: set[PhaseKind] = set()
        for phase in plan.phases[: plan.entries[-1].first_phase]:
            if phase.kind not in seen:
                seen.add(phase.kind)
                self._pass_a_second(view)
                yield self._show(f"session, {phase.kind.value}")
                if phase.kind is PhaseKind.HOLD:
                    yield from self._interrupted(view)
            view.skip_requested.emit()
        view.end_requested.emit()
        view.leave_confirmed.emit()
        yield self._show("end")
        page = self.window.page
        assert isinstance(page, EndView)
        page.closed.emit()

    def _interrupted(self, view: SessionView) -> Iterator[Screen]:
        view.toggle_requested.emit()
        yield self._show("session, paused")
        view.toggle_requested.emit()
        yield self._show("session, going on")
        view.end_requested.emit()
        yield self._show("session, asking")
        view.leave_declined.emit()
        view.hurt_requested.emit()
        yield self._show("session, hurt")
        view.undo_hurt_requested.emit()

    def _plan(self) -> Plan:
        """A routine in which every kind of phase occurs."""
        routines = self.catalogue.routines
        plans = [
            build_plan(routine, self.catalogue, self.preferences, Level.AS_WRITTEN)
            for routine in routines.values()
        ]
        return max(plans, key=lambda plan: len({phase.kind for phase in plan.phases}))

    def _pass_a_second(self, view: SessionView) -> None:
        self._now += 1.0
        timer = view.findChild(SessionTimer)
        assert isinstance(timer, SessionTimer)
        timer.woke.emit()

    def everywhere(self) -> Iterator[Screen]:
        """All of them."""
        for part in (self.browsing, self.settings, self.safety, self.welcome, self.session):
            yield from part()
