"""The welcome: at the very first start, and again whenever the person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from backcare.controllers.dosing import Keeper
from backcare.controllers.safety import change_setting
from backcare.core.routine import Catalogue
from backcare.core.safety import CLOSING, PAGE_VERSION, WELCOME_VERSION, safety_page
from backcare.core.words import Words
from backcare.store.state_file import StateFile
from backcare.ui.exercise_sheet import Show
from backcare.ui.main_window import MainWindow

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise
    from backcare.core.safety import SafetySection
    from backcare.services.sound import Sounds
    from backcare.ui.welcome_view import WelcomeView

TONE = "check"
SHOWN = "knee-to-chest"
"""What the figure shows where the catalogue has it: nothing says lying down more plainly."""

HEARING_STEP = 2


class WelcomeScreens(Protocol):
    """Makes what the welcome needs, when it is needed."""

    def welcome(
        self, sections: tuple[SafetySection, ...], closing: str, *, must_read: bool
    ) -> WelcomeView:
        """The three steps."""

    def sounds(self) -> Sounds:
        """What plays tones; the same each time."""


@dataclass(frozen=True, slots=True)
class Home:
    """What the welcome needs of the program around it.

    Attributes:
        picture: makes the figure that shows an exercise; None where it cannot be shown.
        leave: shows the first page.
    """

    window: MainWindow
    state: StateFile
    words: Words
    catalogue: Catalogue
    keeper: Keeper
    picture: Callable[[Show], QWidget | None]
    leave: Callable[[], None]


class Welcoming:
    """Shows the welcome. What is chosen in it counts, and is saved, at once."""

    def __init__(self, home: Home, screens: WelcomeScreens) -> None:
        self._home = home
        self._screens = screens
        self._view: WelcomeView | None = None
        self._listening = False
        self._tone_is_owed = False

    def greet(self) -> bool:
        """Show the welcome to somebody who has not seen it; False to everybody else."""
        if self._home.state.state.welcome_seen >= WELCOME_VERSION:
            return False
        self.show()
        return True

    def show(self) -> None:
        """Show the welcome from its first step."""
        if self._view is not None:
            return
        home, translate = self._home, self._home.words.translate
        view = self._view = self._screens.welcome(
            safety_page(translate),
            translate("safety", CLOSING),
            must_read=home.state.state.safety_page_seen < PAGE_VERSION,
        )
        view.show_settings(home.keeper.preferences().settings)
        view.safety_read.connect(self._on_read)
        view.setting_chosen.connect(self._change)
        view.tone_requested.connect(self._play)
        view.step_shown.connect(self._on_step)
        view.left.connect(self._leave)
        view.figure_needed.connect(self._show_figure)
        home.window.add_page(view)
        home.window.show_page(view, with_menu=False)
        view.show_step(0)

    def _show_figure(self) -> None:
        """Show the figure. Loading it takes longer than all the rest, so it comes last."""
        exercise = self._exercise()
        if self._view is None or exercise is None or exercise.illustration is None:
            return
        show = Show(exercise, exercise.illustration, exercise.name, moving=True)
        figure = self._home.picture(show)
        if figure is not None:
            self._view.show_figure(figure)

    def _exercise(self) -> Exercise | None:
        exercises = self._home.catalogue.exercises
        if SHOWN in exercises:
            return exercises[SHOWN]
        return next((each for each in exercises.values() if each.illustration), None)

    def _leave(self) -> None:
        view, self._view = self._view, None
        if view is None:
            return
        self._listen(wanted=False)
        self._home.state.remember(welcome_seen=WELCOME_VERSION)
        self._home.leave()
        self._home.window.remove_page(view)

    def _on_read(self) -> None:
        self._home.state.remember(safety_page_seen=PAGE_VERSION)

    def _on_step(self, step: int) -> None:
        """The loudspeaker is opened before its button can be pressed, and only then.

        Where there seems to be no sound server, it is not even tried before it is asked for.
        """
        here = step == HEARING_STEP
        if not here or self._screens.sounds().has_server:
            self._listen(wanted=here)

    def _listen(self, *, wanted: bool) -> None:
        if wanted == self._listening:
            return
        self._listening = wanted
        self._tone_is_owed = False
        if wanted:
            self._screens.sounds().open(self._tell_of_sound)
        else:
            self._screens.sounds().close()

    def _tell_of_sound(self, is_available: bool) -> None:
        if is_available and self._tone_is_owed:
            self._tone_is_owed = False
            self._play()
        if self._view is not None:
            self._view.show_sound(is_available=is_available)

    def _play(self) -> None:
        if not self._listening:
            self._listen(wanted=True)
            self._tone_is_owed = True
            return
        volume = self._home.keeper.preferences().settings.volume_percent
        self._screens.sounds().play(TONE, volume)

    def _change(self, name: str, value: object) -> None:
        """Use one changed setting, and keep it if that is possible."""
        problem = change_setting(self._home.keeper, name, value)
        if self._view is not None:
            self._view.show_problem(problem)
            self._view.show_settings(self._home.keeper.preferences().settings)
