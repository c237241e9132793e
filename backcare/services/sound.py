"""Tones: opened ahead, and played without ever holding up a screen.

QtMultimedia is loaded when a tone is first wanted, and lives in a thread of its own:
loading it and finding the loudspeaker takes 30 to 100 ms, and longer where a sound server
does not answer. Where there is no sound, everything goes on in silence.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal, Slot

from backcare.services.sound_player import Player, load_multimedia, loudness

if TYPE_CHECKING:
    from types import ModuleType

PATIENCE_SECONDS = 0.3
"""So long the program waits, at its end, for a sound server that does not answer."""

Tell = Callable[[bool], None]
"""Told whether tones can be heard, when that is known and whenever it changes."""


def has_server(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a sound server seems to be there. Libraries grumble on stderr where there is none."""
    if environment.get("PULSE_SERVER"):
        return True
    folders = [environment.get("PULSE_RUNTIME_PATH", "")]
    if environment.get("XDG_RUNTIME_DIR"):
        folders.append(str(Path(environment["XDG_RUNTIME_DIR"], "pulse")))
    return any(folder and Path(folder, "native").exists() for folder in folders)


class Sounds(Protocol):
    """What plays tones. Nothing here ever raises an exception or waits."""

    @property
    def has_server(self) -> bool:
        """Whether opening promises anything; where it does not, it is worth a try at most."""

    @property
    def is_available(self) -> bool:
        """Whether a loudspeaker is open."""

    def open(self, tell: Tell | None = None) -> None:
        """Get ready to play at once, until `close`."""

    def play(self, name: str, volume_percent: int) -> None:
        """Play a tone by its name, 0 to 100 loud; nothing where it cannot be played."""

    def close(self) -> None:
        """Let go of the loudspeaker; whoever was told is told no more."""


class Silence:
    """Where no tones are wanted, or none can be."""

    has_server = False
    is_available = False

    def open(self, tell: Tell | None = None) -> None:
        """Tell that there is nothing to hear."""
        if tell is not None:
            tell(False)

    def play(self, name: str, volume_percent: int) -> None:
        """Stay silent."""

    def close(self) -> None:
        """There is nothing to let go of."""


class QtSounds(QObject):
    """Tones by QtMultimedia. Nothing is loaded, and no thread begun, before the first `open`."""

    _opening = Signal()
    _playing = Signal(str, float)
    _closing = Signal()
    _ending = Signal()

    def __init__(
        self,
        sources: Mapping[str, str],
        load: Callable[[], ModuleType | None] = load_multimedia,
        look: Callable[[], bool] = has_server,
    ) -> None:
        """`sources` are the paths of WAV files by the name of their tone."""
        super().__init__()
        self._sources = sources
        self._load = load
        self._look = look
        self._thread: threading.Thread | None = None
        self._tell: Tell | None = None
        self._is_open = False
        self._is_available = False

    @property
    def has_server(self) -> bool:
        """Whether opening promises anything."""
        return self._look()

    @property
    def is_available(self) -> bool:
        """Whether a loudspeaker is open."""
        return self._is_available

    def open(self, tell: Tell | None = None) -> None:
        """Get ready to play at once, until `close`."""
        self._tell = tell
        self._is_open = True
        if self._thread is None:
            self._begin_thread()
        self._opening.emit()

    def play(self, name: str, volume_percent: int) -> None:
        """Play a tone by its name, 0 to 100 loud; nothing where it cannot be played."""
        if self._is_open:
            self._playing.emit(name, loudness(volume_percent))

    def close(self) -> None:
        """Let go of the loudspeaker; whoever was told is told no more."""
        self._is_open = self._is_available = False
        self._tell = None
        self._closing.emit()

    def end(self) -> None:
        """End the thread; called by itself when the application ends."""
        self.close()
        self._ending.emit()
        thread, self._thread = self._thread, None
        if thread is not None:
            thread.join(PATIENCE_SECONDS)

    def _begin_thread(self) -> None:
        """Python's own kind of thread: one that hangs in a sound server's hands can be left."""
        is_ready = threading.Event()
        thread = threading.Thread(target=self._run, args=(is_ready,), name="sound", daemon=True)
        thread.start()
        is_ready.wait(PATIENCE_SECONDS)
        self._thread = thread
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.end)

    def _run(self, is_ready: threading.Event) -> None:
        player = Player(self._sources, self._load)
        player.heard.connect(self._on_heard)
        self._opening.connect(player.open)
        self._playing.connect(player.play)
        self._closing.connect(player.close)
        loop = QEventLoop()
        self._ending.connect(loop.quit)
        is_ready.set()
        loop.exec()

    @Slot(bool)
    def _on_heard(self, is_heard: bool) -> None:
        if not self._is_open:
            return  # it was on its way when the loudspeaker was let go
        self._is_available = is_heard
        if self._tell is not None:
            self._tell(is_heard)
