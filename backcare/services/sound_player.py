"""Plays tones by QtMultimedia. It belongs into a thread of its own: opening may take long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLoggingCategory, QObject, QUrl, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from PySide6.QtMultimedia import QSoundEffect

QUIET = "qt.multimedia.*=false"
"""Its remarks on libraries that it can do without are of no use to anybody here."""


def load_multimedia() -> ModuleType | None:
    """QtMultimedia, or None where it or the libpulse0 that it needs is missing."""
    try:
        from PySide6 import QtMultimedia
    except ImportError:
        return None
    return QtMultimedia


def loudness(volume_percent: int) -> float:
    """The factor for a volume: squared, as half as loud is far less than half the pressure."""
    return (min(100, max(0, volume_percent)) / 100) ** 2


class Player(QObject):
    """What lives in the thread. `heard` tells whether tones can be heard."""

    heard = Signal(bool)

    def __init__(
        self,
        sources: Mapping[str, str],
        load: Callable[[], ModuleType | None] = load_multimedia,
    ) -> None:
        super().__init__()
        self._sources = sources
        self._load = load
        self._kit: Any = None
        self._devices: Any = None
        self._device_id = b""
        self._effects: dict[str, QSoundEffect] = {}
        self._keeper: QSoundEffect | None = None
        self._is_open = False

    @Slot()
    def open(self) -> None:
        """Load what is needed, and open the loudspeaker that the system prefers."""
        if self._kit is None:
            QLoggingCategory.setFilterRules(QUIET)
            self._kit = self._load()
            if self._kit is None:
                self.heard.emit(False)
                return
            self._devices = self._kit.QMediaDevices(self)
            self._devices.audioOutputsChanged.connect(self._on_outputs_changed)
        self._open_device()

    @Slot(str, float)
    def play(self, name: str, factor: float) -> None:
        """Play from the start; a tone of the same name that still sounds begins anew."""
        effect = self._effects.get(name)
        if effect is not None:
            effect.setVolume(factor)
            effect.play()

    @Slot()
    def close(self) -> None:
        """Stop, and let go of the loudspeaker."""
        for effect in (*self._effects.values(), *([self._keeper] if self._keeper else [])):
            effect.stop()
            effect.deleteLater()
        self._effects, self._keeper, self._device_id = {}, None, b""
        self._is_open = False

    @Slot()
    def _on_outputs_changed(self) -> None:
        """A loudspeaker has come or gone: use the one that the system prefers now."""
        device = self._kit.QMediaDevices.defaultAudioOutput()
        if self._is_open and device.id().data() != self._device_id:
            self._open_device()

    def _open_device(self) -> None:
        self.close()
        self._is_open = True
        device = self._kit.QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self.heard.emit(False)
            return
        self._device_id = device.id().data()
        for name, path in self._sources.items():
            self._effects[name] = self._effect(device, path)
        self._keep_open(device)

    def _keep_open(self, device: object) -> None:
        """Play one tone over and over, silently.

        Amplifiers and wireless headphones fall asleep, and swallow the beginning of what
        wakes them.
        """
        path = next(iter(self._sources.values()))
        keeper = self._keeper = self._effect(device, path)
        keeper.setVolume(0.0)
        keeper.setLoopCount(self._kit.QSoundEffect.Loop.Infinite.value)
        keeper.statusChanged.connect(self._on_status)
        keeper.play()
        self._on_status()

    def _effect(self, device: object, path: str) -> QSoundEffect:
        made: QSoundEffect = self._kit.QSoundEffect(device, self)
        made.setSource(QUrl.fromLocalFile(path))
        return made

    @Slot()
    def _on_status(self) -> None:
        if self._keeper is None:
            return
        status = self._kit.QSoundEffect.Status
        if self._keeper.status() is status.Ready:
            self.heard.emit(True)
        elif self._keeper.status() is status.Error:
            self.heard.emit(False)
