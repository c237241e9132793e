"""Whether the desktop wants little movement, as its settings portal tells on Linux.

Qt's own hint knows of it on some desktops only. The keys are those of the portal's
documentation (org.freedesktop.portal.Settings) and of GNOME's and KDE's settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"

_STANDARD = ("org.freedesktop.appearance", "reduced-motion")
_GNOME = ("org.gnome.desktop.interface", "enable-animations")
_KDE = ("org.kde.kdeglobals.KDE", "AnimationDurationFactor")
_MEANS_REDUCED: dict[tuple[str, str], Callable[[object], bool]] = {
    _STANDARD: lambda value: value == 1,
    _GNOME: lambda value: value is False,
    _KDE: lambda value: str(value) in {"0", "0.0"},
}


class DesktopMotion(QObject):
    """Asks the portal once and listens from then on; silent where there is none.

    Signals:
        changed: `is_reduced` has become another.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: dict[tuple[str, str], bool] = {}

    @property
    def is_reduced(self) -> bool:
        """Whether any of the desktop's settings asks for little movement."""
        return any(self._said.values())

    def ask(self) -> None:
        """Ask without waiting for the answers, and listen for changes."""
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        slot = SLOT("_on_change(QDBusMessage)")
        # The stubs ask for bytes; what takes them is the text that SLOT makes.
        bus.connect("", PATH, INTERFACE, "SettingChanged", self, slot)  # type: ignore[call-overload]
        for key in _MEANS_REDUCED:
            question = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, "Read")
            question.setArguments(list(key))
            self._await(key, QDBusPendingCallWatcher(bus.asyncCall(question), self))

    def _await(self, key: tuple[str, str], watcher: QDBusPendingCallWatcher) -> None:
        watcher.finished.connect(lambda _: self._on_answer(key, watcher))

    def _on_answer(self, key: tuple[str, str], watcher: QDBusPendingCallWatcher) -> None:
        answer = watcher.reply()
        if answer.type() is QDBusMessage.MessageType.ReplyMessage and answer.arguments():
            self._hear(key, answer.arguments()[0])
        watcher.deleteLater()

    @Slot(QDBusMessage)
    def _on_change(self, message: QDBusMessage) -> None:
        match message.arguments():
            case [str(group), str(name), value] if (group, name) in _MEANS_REDUCED:
                self._hear((group, name), value)

    def _hear(self, key: tuple[str, str], value: object) -> None:
        # "Read" wraps what it tells twice, a change wraps it once.
        while isinstance(value, QDBusVariant):
            value = value.variant()
        before = self.is_reduced
        self._said[key] = _MEANS_REDUCED[key](value)
        if self.is_reduced is not before:
            self.changed.emit()
