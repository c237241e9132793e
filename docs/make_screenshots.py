"""Draws the pictures of docs/screenshots/ anew: `make screenshots`.

The real program runs on Qt's offscreen platform, in a temporary data folder, and its
session follows a clock that stands still until it is told to go on: the same pictures
every time, and no waiting.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from contact_sheet import SMALL as SMALL_SHEET
from contact_sheet import WHOLE, contact_sheet
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from backcare import app
from backcare.core.plan import PhaseKind
from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.core.settings import Preferences, Settings, Theme
from backcare.figure.gallery import Gallery
from backcare.paths import EXERCISES, POSES, shipped, user_folders
from backcare.services.clock import SessionClock
from backcare.services.session_timer import SessionTimer
from backcare.store import reading
from backcare.store.library import Library, load_library
from backcare.ui.safety_view import SafetyView
from backcare.ui.session_view import SessionView
from backcare.ui.settings_dialog import SettingsDialog
from backcare.ui.welcome_view import WelcomeView

if TYPE_CHECKING:
    from backcare.controllers.program import Program
    from backcare.core.plan import Plan

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "screenshots"
MOST_COLOURS = 256
MOST_BYTES = 150 * 1024
SMALLEST_FILE = 0
"""Qt's "quality" of a PNG: 0 packs it as tightly as it can, without loss."""

NORMAL, SMALL = (1280, 800), (1024, 640)
ROUTINE = "seven-for-relief"
KINDS = (PhaseKind.PREPARE, PhaseKind.HOLD, PhaseKind.REST, PhaseKind.SWITCH)
HURTS = "prone-press-up"
HURTS_AFTER_SECONDS = 45
LONGER_HOLDS_PERCENT = 120
ON_SMALL_SHEET = (
    *("knee-to-chest", "lying-hamstring", "bridge", "dead-bug"),
    *("cobra", "bird-dog", "side-plank", "standing-lunge"),
)
"""One of each kind, for the first look at what there is."""

SETTLE_MS = 150
"""After this the small pictures have begun to be drawn, a few milliseconds each."""

CONTROLS_ARE_GONE_MS = 3300
FIGURE_IS_THERE_MS = 1500

TURNS = 60
"""Turns of the event loop after which all of them are there."""


Kind = TypeVar("Kind", bound=QObject)


class FakeTime:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def main() -> None:
    """Draw every picture."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"
    PICTURES.mkdir(parents=True, exist_ok=True)
    application = app.make_application()
    now = FakeTime()
    with tempfile.TemporaryDirectory() as data:
        light, plan = first_start(data, Theme.LIGHT, now)
        draw_sheets(data)
        draw_welcome(light)
        draw_main_window(light)
        draw_settings(light)
        draw_session(light, plan, now)
        light.window.hide()
        dark, plan = first_start(data, Theme.DARK, now)
        picture(dark.window, "main-dark")
        dark.start(plan)
        session_of(dark).fill_screen(True)
        go_to(dark, now, now.seconds + moment(plan, PhaseKind.HOLD))
        wait(CONTROLS_ARE_GONE_MS)
        picture(dark.window, "session-floor-dark")
        dark.window.hide()
        contrast, _ = first_start(data, Theme.HIGH_CONTRAST, now)
        picture(contrast.window, "main-contrast")
    application.quit()


def first_start(data: str, theme: Theme, now: FakeTime) -> tuple[Program, Plan]:
    """The program as somebody new sees it, and the plan that the pictures follow.

    Its sessions happen when `now` says so.
    """
    library = catalogue(data)
    preferences = Preferences(Settings(theme=theme, fill_screen=False))

    def clock(speed: float) -> SessionClock:
        return SessionClock(speed, now, lambda: 0.0)

    program = app.build(library, preferences, user_folders(data), clock)
    program.open()
    program.window.resize(*NORMAL)
    routine = library.catalogue.routines[ROUTINE]
    return program, build_plan(routine, library.catalogue, preferences, Level.AS_WRITTEN)


def catalogue(data: str) -> Library:
    """What ships with the program."""
    folders = user_folders(data)
    return load_library(
        shipped(EXERCISES),
        shipped(POSES),
        folders.exercises_folder,
        folders.cache,
        lambda: reading,
    )


# Every exercise


def draw_sheets(data: str) -> None:
    """All exercises from start to effort, and some of them by their effort alone."""
    exercises = catalogue(data).catalogue.exercises
    gallery = Gallery(lambda: app.load_poses(user_folders(data)))
    keep(contact_sheet(tuple(exercises.values()), gallery, WHOLE), "exercises")
    some = [exercises[name] for name in ON_SMALL_SHEET]
    keep(contact_sheet(some, gallery, SMALL_SHEET), "exercises-small")


# The first page and its dialogs


def draw_welcome(program: Program) -> None:
    """What somebody new sees first."""
    program.greet()
    wait(FIGURE_IS_THERE_MS)
    picture(program.window, "welcome")
    as_a(WelcomeView, program.window.page).left.emit()


def draw_main_window(program: Program) -> None:
    """The first page, large and small."""
    picture(program.window, "main-light")
    program.window.resize(*SMALL)
    picture(program.window, "main-small")
    program.window.resize(*NORMAL)


def draw_settings(program: Program) -> None:
    """The doses in general with one of them changed, and those of the exercises."""
    for place, name in (("level", "settings-doses"), ("knee-to-chest", "settings-exercises")):
        QTimer.singleShot(0, lambda name=name: draw_dialog(name))
        program.show_settings(place)


def draw_dialog(name: str) -> None:
    """Draw the settings, which stand open, and close them without saving."""
    dialog = as_a(SettingsDialog, QApplication.activeModalWidget())
    dialog.rows["hold_scale_percent"].set_value(LONGER_HOLDS_PERCENT)
    picture(dialog, name)
    dialog.reject()


# The session


def draw_session(program: Program, plan: Plan, now: FakeTime) -> None:
    """What comes before it, its phases, a pause, and the end."""
    program.start(plan)
    picture(program.window, "safety")
    as_a(SafetyView, program.window.page).confirmed.emit()
    for kind in KINDS:
        go_to(program, now, moment(plan, kind))
        picture(program.window, f"session-{kind.value}")
    session_of(program).toggle_requested.emit()
    picture(program.window, "session-paused")
    session_of(program).toggle_requested.emit()
    follow_to_the_end(program, plan, now)
    picture(program.window, "end")


def moment(plan: Plan, kind: PhaseKind) -> float:
    """When about a third of the first phase of this kind is over."""
    before = 0
    for phase in plan.phases:
        if phase.kind is kind:
            return float(before + round(phase.seconds / 3))
        before += phase.seconds
    message = f"{plan.routine.id} has no phase of the kind {kind.value}"
    raise ValueError(message)


def go_to(program: Program, now: FakeTime, seconds: float) -> None:
    """Let everything happen that is due until then."""
    now.seconds = seconds
    as_a(SessionTimer, session_of(program).findChild(SessionTimer)).woke.emit()


def session_of(program: Program) -> SessionView:
    """The session on the screen."""
    return as_a(SessionView, program.window.page)


def follow_to_the_end(program: Program, plan: Plan, now: FakeTime) -> None:
    """The rest of the plan, second by second; one exercise hurts and ends there."""
    entry = next(entry for entry in plan.entries if entry.exercise.id == HURTS)
    before = sum(phase.seconds for phase in plan.phases[: entry.first_phase])
    go_to(program, now, before + HURTS_AFTER_SECONDS)
    session_of(program).hurt_requested.emit()
    while isinstance(program.window.page, SessionView):
        go_to(program, now, now.seconds + 1)


def as_a(kind: type[Kind], found: object) -> Kind:
    """`found`, which can be nothing else unless the program has changed."""
    if not isinstance(found, kind):
        message = f"a {kind.__name__} was expected, not {found!r}"
        raise TypeError(message)
    return found


# Pictures


def picture(widget: QWidget, name: str) -> None:
    """Keep a picture of a widget as soon as nothing moves in it any more."""
    widget.activateWindow()
    wait(SETTLE_MS)
    for _ in range(TURNS):
        QApplication.processEvents()
    keep(widget.grab().toImage(), name)


def wait(time_ms: int) -> None:
    """Let the program go on for so long."""
    pause = QEventLoop()
    QTimer.singleShot(time_ms, pause.quit)
    pause.exec()


def keep(image: QImage, name: str) -> None:
    """Write a picture, as small a file as it can be."""
    image = with_few_colours(image)
    path = PICTURES / f"{name}.png"
    if not image.save(str(path), quality=SMALLEST_FILE):
        message = f"{path} could not be written"
        raise OSError(message)
    size = path.stat().st_size
    print(f"{path.relative_to(ROOT)}: {image.width()}x{image.height()}, {size // 1024} KB")
    if size > MOST_BYTES:
        print(f"{path.name} is rather large for a repository", file=sys.stderr)


def with_few_colours(image: QImage) -> QImage:
    """The image in its commonest colours: plain areas stay as they are, files get small."""
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    common = [colour for colour, _ in Counter(pixels).most_common(MOST_COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, common, flags)


if __name__ == "__main__":
    main()
