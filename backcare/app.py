"""The window program put together: here, and only here, the parts meet."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from backcare.core.routine import Level
from backcare.core.words import Words
from backcare.paths import POSES, shipped
from backcare.services.clock import SessionClock
from backcare.services.complaints import Complaints
from backcare.store.settings_file import SettingsFile
from backcare.store.state_file import StateFile

# PySide6 hooks every import that follows it, so it and what needs it come last.
from PySide6.QtCore import QCoreApplication, QDir, QSize, Qt, QTimer  # isort: skip
from PySide6.QtGui import QIcon  # isort: skip
from PySide6.QtWidgets import QApplication  # isort: skip

from backcare.controllers.program import Files, Program  # isort: skip
from backcare.services.signals import EndSignals  # isort: skip
from backcare.services.single_instance import Role, SingleInstance  # isort: skip
from backcare.ui import accessible  # isort: skip
from backcare.ui.appearance import Appearance, is_motion_reduced  # isort: skip
from backcare.ui.icons import SEARCH_PATH  # isort: skip

if TYPE_CHECKING:
    from backcare.core.settings import Preferences, Settings
    from backcare.paths import UserFolders
    from backcare.services.desktop_motion import DesktopMotion
    from backcare.store.library import Library


ICONS = "resources/icons"
SOUNDS = "resources/sounds"
TONES = ("check",)
AFTER_FIRST_PAINT_MS = 100

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from backcare.core.look import Look
    from backcare.core.routine import Catalogue
    from backcare.core.safety import SafetySection
    from backcare.figure.gallery import Gallery
    from backcare.figure.pose import Pose
    from backcare.services.sound import Sounds
    from backcare.ui.card_pictures import Draw
    from backcare.ui.end_view import EndView
    from backcare.ui.exercise_sheet import Show
    from backcare.ui.figures import Figures
    from backcare.ui.safety_view import SafetyView
    from backcare.ui.session_view import SessionView
    from backcare.ui.settings_dialog import SettingsDialog
    from backcare.ui.welcome_view import WelcomeView


@dataclass(frozen=True, slots=True)
class StartRequest:
    """A session that the command line asks for."""

    routine: str
    level: Level
    speed: float
    log_path: str | None


class Screens:
    """Makes the screens that the first page can do without, when they are needed."""

    def __init__(self, load_poses: Callable[[], Mapping[str, Pose]]) -> None:
        self._load_poses = load_poses
        self._desktop_motion: DesktopMotion | None = None
        self._settings_size: QSize | None = None

    def ask_desktop(self, changed: Callable[[], None]) -> None:
        """Learn whether the desktop wants little movement; asked for after the first paint."""
        from backcare.services.desktop_motion import DesktopMotion

        self._desktop_motion = DesktopMotion()
        self._desktop_motion.changed.connect(changed)
        self._desktop_motion.ask()

    @cached_property
    def gallery(self) -> Gallery:
        """The figure in every pose; asked for after the first paint, as it loads a lot."""
        from backcare.figure.gallery import Gallery

        return Gallery(self._load_poses)

    def thumbnails(self, look: Look) -> Draw:
        from backcare.ui.thumbnails import ThumbnailPainter

        return ThumbnailPainter(self.gallery, look)

    def figures(self, settings: Settings) -> Figures:
        from backcare.ui.figures import Figures

        asks = self._desktop_motion is not None and self._desktop_motion.is_reduced
        reduced = is_motion_reduced(settings, desktop_asks=asks)
        return Figures(self.gallery, settings.look, reduced=reduced)

    def demonstration(self, figures: Figures, show: Show) -> QWidget | None:
        from backcare.ui.casting import cast_of
        from backcare.ui.demonstration import Demonstration

        if figures.exhibit(cast_of(show.illustration)) is None:
            return None
        made = Demonstration(figures)
        made.show_exercise(show.exercise, show.illustration, show.words, moving=show.moving)
        return made

    def session(self, words: Words, figures: Figures) -> SessionView:
        from backcare.ui.session_view import SessionView

        return SessionView(words, figures=figures)

    def end(self, words: Words) -> EndView:
        from backcare.ui.end_view import EndView

        return EndView(words)

    def safety(self, sections: tuple[SafetySection, ...], closing: str) -> SafetyView:
        from backcare.ui.safety_view import SafetyView

        return SafetyView(sections, closing)

    def welcome(
        self, sections: tuple[SafetySection, ...], closing: str, *, must_read: bool
    ) -> WelcomeView:
        from backcare.ui.welcome_view import WelcomeView

        return WelcomeView(sections, closing, must_read=must_read)

    def sounds(self) -> Sounds:
        return self._sounds

    @cached_property
    def _sounds(self) -> Sounds:
        """Nothing of it is loaded before the first tone is wanted."""
        from backcare.services.sound import QtSounds

        return QtSounds({name: shipped(f"{SOUNDS}/{name}.wav") for name in TONES})

    def settings(
        self,
        catalogue: Catalogue,
        preferences: Preferences,
        words: Words,
        routine: str,
        parent: QWidget,
        save: Callable[[Preferences], str | None],
    ) -> SettingsDialog:
        from backcare.ui.look_preview import LookPreview
        from backcare.ui.settings_dialog import SettingsDialog

        dialog = SettingsDialog(
            catalogue,
            preferences,
            words,
            routine,
            parent,
            save=save,
            preview=LookPreview(self.gallery),
            size=self._settings_size,
        )
        dialog.left_at.connect(self._keep_settings_size)
        return dialog

    def _keep_settings_size(self, size: QSize) -> None:
        """The dialog opens as large as it was, while the program runs."""
        self._settings_size = size


def run(
    library: Library,
    preferences: Preferences,
    folders: UserFolders,
    request: StartRequest | None,
    *,
    reverse: bool = False,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `reverse` lays it out from right to left, as some languages are written.
    """
    application = make_application()
    if reverse:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    instance = claim_instance(folders)
    if instance is None:
        if request is None:
            return 0
        sys.stderr.write("backcare: the window is open already; start the routine there\n")
        return 1
    program = build(library, preferences, folders)
    instance.raise_requested.connect(program.window.bring_to_front)
    complaints = Complaints(folders.log_file, program.tell_of_error)
    complaints.install()
    signals = EndSignals()
    signals.received.connect(program.end)
    signals.received.connect(application.quit)  # a dialog has a loop of its own
    program.open()
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, application, instance.listen)
    QTimer.singleShot(AFTER_FIRST_PAINT_MS, application, wear_icon)
    if request is not None:
        program.start_routine(request.routine, request.level, request.speed, request.log_path)
    else:
        program.greet()
    program.tell_of_files()
    code = application.exec()
    complaints.uninstall()
    signals.close()
    instance.release()
    return code if signals.first is None else 128 + signals.first


def make_application() -> QApplication:
    """Qt's application object, looking the same on every desktop."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("backcare")
    application.setDesktopFileName("backcare")
    application.setStyle("Fusion")
    accessible.install()
    QDir.addSearchPath(SEARCH_PATH, shipped(ICONS))
    return application


def wear_icon() -> None:
    """Give the window its icon; drawing it is nothing for the first moment."""
    QApplication.setWindowIcon(QIcon(shipped("resources/icons/backcare.svg")))


def claim_instance(folders: UserFolders) -> SingleInstance | None:
    """The right to be the one window; None where another window was raised instead."""
    try:
        instance = SingleInstance(folders.data)
    except OSError:
        import tempfile

        # A folder that cannot be written has no lock to share; exercise anyway.
        return SingleInstance(tempfile.mkdtemp(prefix="backcare-"))
    role = instance.claim()
    if role is Role.SECOND:
        return None
    if role is Role.HUNG:
        sys.stderr.write("backcare: it is running already but does not answer; end it first\n")
        raise SystemExit(1)
    return instance


def build(
    library: Library,
    preferences: Preferences,
    folders: UserFolders,
    make_clock: Callable[[float], SessionClock] = SessionClock,
) -> Program:
    """The program with all its parts, not yet shown; `make_clock` is for tests and pictures."""
    appearance = Appearance()
    appearance.wear(preferences.settings)
    files = Files(SettingsFile(folders.settings_file), StateFile(folders.state_file))
    files.settings.load()
    files.state.load()
    words = Words(QCoreApplication.translate)
    screens = Screens(partial(load_poses, folders))
    program = Program(
        library, preferences, files, words, screens, appearance.wear, make_clock=make_clock
    )
    appearance.desktop_changed.connect(program.wear_theme)
    QTimer.singleShot(
        AFTER_FIRST_PAINT_MS, program.window, partial(screens.ask_desktop, program.wear_motion)
    )
    return program


def load_poses(folders: UserFolders) -> Mapping[str, Pose]:
    """The poses of the figure, compiled where that is possible."""
    from backcare.store import pose_library

    def reading() -> pose_library.PoseReading:
        from backcare.store import reading

        return reading

    return pose_library.load_poses(shipped(POSES), folders.cache, reading)
