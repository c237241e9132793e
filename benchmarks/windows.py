"""The windows that are measured, each run in a process of its own.

`python -c "from benchmarks.windows import run; run()" KIND THEN [DATA [WIDTH HEIGHT]]`

THEN is `leave` (end right after the first paint) or `stay` (say so on standard output
and live on). Nothing is imported here that a plain start would not import too.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from backcare.controllers.program import Program
    from backcare.core.settings import Preferences
    from backcare.paths import UserFolders
    from backcare.store.library import Library
    from backcare.ui.session_view import SessionView

NAIVE_FRAME_MS = 17


def run() -> None:
    """Show one window. The process ends without tidying up, as that is no part of a start."""
    kind, then, *data = sys.argv[1:]
    if kind == "bare":
        bare_window(then)
    else:
        program_window(kind, then, data[0])
    sys.stdout.flush()
    os._exit(0)


def bare_window(then: str) -> None:
    """The least that PySide6 can do: a window with one label."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("backcare"))
    window.resize(1280, 800)
    after_first_paint(window, leave if then == "leave" else tell)
    window.show()
    application.exec()


def program_window(kind: str, then: str, data: str) -> None:
    """The program started through its command line, the whole way that a person starts it."""
    # As in a real start, all of this is imported before PySide6.
    import backcare.cli
    import backcare.store.library
    from backcare import app
    from backcare.services.clock import SessionClock

    build = app.build

    def watched(
        library: Library,
        preferences: Preferences,
        folders: UserFolders,
        make_clock: Callable[[float], SessionClock] = SessionClock,
    ) -> Program:
        program = build(library, preferences, folders, make_clock)
        window = program.window
        after_first_paint(window, leave if then == "leave" else lambda: prepare(kind, program))
        return program

    app.build = watched
    command = [] if kind == "main" else ["start", "benchmark"]
    backcare.cli.main([*command, "--data", data])


def prepare(kind: str, program: Program) -> None:
    """Bring the window into the state that is measured."""
    if kind != "main":
        view = session_view(program)
        view.skip_requested.emit()
        if kind == "naive":
            repaint_for_ever(view)
        elif kind == "paused":
            view.toggle_requested.emit()
        elif kind == "minimised":
            program.window.showMinimized()
    tell()


def session_view(program: Program) -> SessionView:
    """The session on the screen, past getting ready: holding."""
    from backcare.ui.session_view import SessionView

    view = program.window.page
    assert isinstance(view, SessionView)
    return view


def repaint_for_ever(view: SessionView) -> None:
    """What a simple countdown does: draw all of it anew, 60 times a second."""
    from PySide6.QtCore import Qt, QTimer

    timer = QTimer(view)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(view.update)
    timer.start(NAIVE_FRAME_MS)


def after_first_paint(window: QMainWindow, then: Callable[[], None]) -> None:
    """Call `then` once the window with all its children stands on the screen."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Paint:
                watched.removeEventFilter(self)
                # The children are painted in the same go, so this comes after them.
                QTimer.singleShot(0, then)
            return False

    window.installEventFilter(FirstPaint(window))


def leave() -> None:
    """End the event loop; unlike `quit` this closes, asks and saves nothing."""
    from PySide6.QtCore import QCoreApplication

    QCoreApplication.exit(0)


def tell() -> None:
    """Let the measuring process know that there is something to measure."""
    sys.stdout.write("ready\n")
    sys.stdout.flush()
