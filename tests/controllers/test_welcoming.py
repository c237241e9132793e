from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from backcare.controllers.dosing import Keeper
from backcare.controllers.welcoming import SHOWN, Home, Welcoming
from backcare.core.safety import PAGE_VERSION, WELCOME_VERSION
from backcare.core.settings import Preferences, Settings, Theme
from backcare.core.words import Words
from backcare.services.sound import Tell
from backcare.store.state_file import StateFile
from backcare.ui.main_window import MainWindow
from backcare.ui.welcome_view import COMFORT, HELLO, SAFETY, WelcomeView
from tests.builders import make_catalogue, make_hold
from tests.ui.figure_builders import CURL
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from backcare.core.routine import Catalogue
    from backcare.core.safety import SafetySection
    from backcare.ui.exercise_sheet import Show

PLAIN = make_hold("bridge")
DRAWN = replace(make_hold("cobra"), illustration=CURL)
FIRST = replace(make_hold(SHOWN), illustration=CURL)


@dataclass
class FakeSounds:
    """Writes down what it is asked for."""

    is_available: bool = False
    has_server: bool = True
    log: list[object] = field(default_factory=list)
    tell: Tell | None = None

    def open(self, tell: Tell | None = None) -> None:
        self.log.append("open")
        self.tell = tell

    def play(self, name: str, volume_percent: int) -> None:
        self.log.append((name, volume_percent))

    def close(self) -> None:
        self.log.append("close")


class FakeScreens:
    """Real views, and sounds that nobody hears."""

    def __init__(self) -> None:
        self.made: list[WelcomeView] = []
        self.played = FakeSounds()

    def welcome(
        self, sections: tuple[SafetySection, ...], closing: str, *, must_read: bool
    ) -> WelcomeView:
        self.made.append(WelcomeView(sections, closing, must_read=must_read))
        return self.made[-1]

    def sounds(self) -> FakeSounds:
        return self.played


class World:
    """The program around the welcome."""

    def __init__(self, path: Path, catalogue: Catalogue) -> None:
        self.window = MainWindow()
        self.first_page = QWidget()
        self.window.add_page(self.first_page)
        self.state = StateFile(str(path / "state.json"))
        self.preferences = Preferences()
        self.kept: list[Settings] = []
        self.problem: str | None = None
        self.drawn: list[Show] = []
        self.picture: QWidget | None = QWidget()
        self.screens = FakeScreens()
        keeper = Keeper(lambda: self.preferences, self._use, self._keep, self._tell)
        home = Home(
            self.window, self.state, Words(), catalogue, keeper, self._draw, self._show_first_page
        )
        self.welcoming = Welcoming(home, self.screens)

    def _use(self, preferences: Preferences) -> None:
        self.preferences = preferences

    def _keep(self) -> str | None:
        if self.problem is None:
            self.kept.append(self.preferences.settings)
        return self.problem

    def _tell(self, problem: str) -> None:
        raise AssertionError(problem)

    def _draw(self, show: Show) -> QWidget | None:
        self.drawn.append(show)
        return self.picture

    def _show_first_page(self) -> None:
        self.window.show_page(self.first_page, with_menu=True)

    @property
    def view(self) -> WelcomeView:
        """The welcome, which is shown."""
        assert self.window.page is self.screens.made[-1]
        return self.screens.made[-1]


@pytest.fixture
def catalogue() -> Catalogue:
    return make_catalogue(PLAIN, DRAWN, FIRST)


@pytest.fixture
def world(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue) -> World:
    made = World(tmp_path, catalogue)
    qtbot.addWidget(made.window)
    made.window.show()
    return made


# When


def test_somebody_new_is_welcomed(world: World) -> None:
    assert world.welcoming.greet()
    assert world.view.step == HELLO
    assert world.window.menuBar().isHidden()


def test_nobody_is_welcomed_twice(world: World) -> None:
    world.welcoming.greet()
    world.view.left.emit()
    assert world.window.page is world.first_page
    assert world.state.state.welcome_seen == WELCOME_VERSION
    assert not world.welcoming.greet()
    assert world.window.page is world.first_page


def test_it_can_be_seen_again(world: World) -> None:
    for _ in range(2):
        world.welcoming.show()
        world.view.left.emit()
    assert len(world.screens.made) == 2


def test_asking_while_it_is_there_changes_nothing(world: World) -> None:
    world.welcoming.show()
    world.view.show_step(COMFORT)
    world.welcoming.show()
    assert len(world.screens.made) == 1
    assert world.view.step == COMFORT


def test_leaving_twice_is_leaving_once(world: World) -> None:
    world.welcoming.show()
    view = world.view
    view.left.emit()
    view.left.emit()
    assert world.window.page is world.first_page


# The safety step


def test_reading_the_safety_step_is_remembered(world: World) -> None:
    world.welcoming.show()
    world.view.go_on()
    while world.view.next_button.reads_on:
        assert world.state.state.safety_page_seen == 0
        world.view.go_on()
    assert world.state.state.safety_page_seen == 0
    world.view.go_on()
    assert world.state.state.safety_page_seen == PAGE_VERSION


def test_not_now_reads_nothing(world: World) -> None:
    world.welcoming.show()
    world.view.skip()
    assert world.view.step == SAFETY
    world.view.skip()
    assert world.window.page is world.first_page
    assert world.state.state.safety_page_seen == 0
    assert world.state.state.welcome_seen == WELCOME_VERSION


def test_what_was_read_before_need_not_be_read(world: World) -> None:
    world.state.remember(safety_page_seen=PAGE_VERSION)
    world.welcoming.show()
    world.view.skip()
    assert world.window.page is world.first_page


# What is chosen


def test_what_is_chosen_counts_and_is_kept_at_once(world: World) -> None:
    world.welcoming.show()
    world.view.setting_chosen.emit("osteoporosis", True)
    world.view.setting_chosen.emit("theme", Theme.DARK)
    expected = Settings(osteoporosis=True, theme=Theme.DARK)
    assert world.preferences.settings == expected
    assert world.kept == [Settings(osteoporosis=True), expected]
    assert world.view.care.boxes["osteoporosis"].isChecked()
    assert world.view.comfort.swatches.swatches[Theme.DARK].isChecked()


def test_nothing_else_of_the_preferences_changes(world: World) -> None:
    world.preferences = Preferences(Settings(rest_seconds=9), swaps={"a": "b"})
    world.welcoming.show()
    world.view.setting_chosen.emit("volume_percent", 20)
    assert world.preferences == Preferences(
        Settings(rest_seconds=9, volume_percent=20), swaps={"a": "b"}
    )


def test_what_cannot_be_kept_counts_until_the_end_and_is_told(world: World) -> None:
    world.welcoming.show()
    world.problem = "The settings could not be saved"
    world.view.setting_chosen.emit("text_percent", 140)
    assert world.preferences.settings.text_percent == 140
    assert world.problem in texts(world.view)
    world.problem = None
    world.view.setting_chosen.emit("text_percent", 160)
    assert "The settings could not be saved" not in texts(world.view)


def test_it_begins_with_what_counts_now(world: World) -> None:
    world.preferences = Preferences(Settings(pregnant=True, volume_percent=15))
    world.welcoming.show()
    assert world.view.care.boxes["pregnant"].isChecked()
    assert world.view.comfort.sound.volume.value() == 15


# Sound


def test_the_loudspeaker_is_open_only_where_it_is_tried(world: World) -> None:
    sounds = world.screens.played
    world.welcoming.show()
    world.view.show_step(SAFETY)
    assert sounds.log == []
    world.view.show_step(COMFORT)
    assert sounds.log == ["open"]
    world.view.show_step(SAFETY)
    world.view.left.emit()
    assert sounds.log == ["open", "close"]


def test_leaving_closes_the_loudspeaker(world: World) -> None:
    world.welcoming.show()
    world.view.show_step(COMFORT)
    world.view.left.emit()
    assert world.screens.played.log == ["open", "close"]


def test_the_tone_is_as_loud_as_was_chosen(world: World) -> None:
    world.welcoming.show()
    world.view.show_step(COMFORT)
    world.view.setting_chosen.emit("volume_percent", 35)
    world.view.tone_requested.emit()
    assert world.screens.played.log == ["open", ("check", 35)]


def test_without_a_sound_server_nothing_is_opened_before_it_is_asked_for(world: World) -> None:
    sounds = world.screens.played
    sounds.has_server = False
    world.welcoming.show()
    world.view.show_step(COMFORT)
    assert sounds.log == []
    world.view.tone_requested.emit()
    assert sounds.log == ["open"]
    assert sounds.tell is not None
    sounds.tell(False)
    assert any("cannot play sound" in text for text in texts(world.view))
    sounds.tell(True)
    sounds.tell(True)
    assert sounds.log == ["open", ("check", 70)]
    world.view.left.emit()
    assert sounds.log[-1] == "close"


def test_it_is_told_when_nothing_can_be_heard(world: World) -> None:
    world.welcoming.show()
    world.view.show_step(COMFORT)
    tell = world.screens.played.tell
    assert tell is not None
    tell(False)
    assert any("cannot play sound" in text for text in texts(world.view))
    tell(True)
    assert any("No sound here?" in text for text in texts(world.view))
    world.view.left.emit()
    tell(False)


# The figure


def test_the_figure_comes_after_the_first_moment(qtbot: QtBot, world: World) -> None:
    world.welcoming.show()
    assert world.drawn == []
    qtbot.waitUntil(lambda: bool(world.drawn))
    assert [show.exercise.id for show in world.drawn] == [SHOWN]
    assert world.picture is not None
    assert world.picture.isVisible()


@pytest.mark.parametrize(
    ("catalogue", "shown"),
    [
        (make_catalogue(PLAIN, DRAWN), ["cobra"]),
        (make_catalogue(PLAIN), []),
        (make_catalogue(make_hold(SHOWN)), []),
    ],
)
def test_it_shows_what_there_is(world: World, shown: list[str]) -> None:
    world.welcoming.show()
    world.screens.made[-1].figure_needed.emit()
    assert [show.exercise.id for show in world.drawn] == shown


def test_without_poses_it_does_without(world: World) -> None:
    world.picture = None
    world.welcoming.show()
    world.screens.made[-1].figure_needed.emit()
    assert "Welcome to backcare" in texts(world.view)


def test_a_figure_that_comes_too_late_is_not_drawn(world: World) -> None:
    world.welcoming.show()
    world.view.left.emit()
    world.screens.made[-1].figure_needed.emit()
    assert world.drawn == []
