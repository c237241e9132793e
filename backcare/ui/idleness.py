"""Tells when nobody has touched mouse, keyboard or screen for a while."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

CONTROLS_HIDE_MS = 3000

_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)
_FOCUS = frozenset({QEvent.Type.FocusIn, QEvent.Type.FocusOut})


class Idleness(QObject):
    """Watches a widget with all that is in it. Its timer runs only after a touch.

    `changed` says whether it is idle now. It never is while it does not watch, while it is
    not allowed to be, and while a button has the keyboard.
    """

    changed = Signal(bool)

    def __init__(self, root: QWidget, idle_ms: int) -> None:
        super().__init__(root)
        self._root = root
        self._watches = False
        self._allowed = False
        self._is_idle = False
        self._last_place: QPointF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(idle_ms)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, watches: bool) -> None:
        """Begin or stop to watch."""
        if watches is not self._watches:
            self._watches = watches
            for widget in (self._root, *self._root.findChildren(QWidget)):
                self._take(widget)
        self._touch()

    def allow(self, allowed: bool) -> None:
        """Whether there is anything against being idle now. A change counts as a touch."""
        if allowed is not self._allowed:
            self._allowed = allowed
            self._touch()

    @property
    def is_waiting(self) -> bool:
        """Whether its timer runs."""
        return self._timer.isActive()

    def _take(self, widget: QWidget) -> None:
        # Without tracking a widget hears of the mouse only while one of its buttons is down.
        widget.setMouseTracking(self._watches)
        if self._watches:
            widget.installEventFilter(self)
        else:
            widget.removeEventFilter(self)

    def _touch(self) -> None:
        self._timer.stop()
        self._set_idle(idle=False)
        if self._watches and self._allowed:
            self._timer.start()

    def _on_timeout(self) -> None:
        focused = self._root.window().focusWidget()
        on_button = isinstance(focused, QAbstractButton) and self._root.isAncestorOf(focused)
        self._set_idle(idle=not on_button)

    def _set_idle(self, *, idle: bool) -> None:
        if idle is not self._is_idle:
            self._is_idle = idle
            self.changed.emit(idle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _TOUCHES or (kind in _FOCUS and isinstance(watched, QAbstractButton)):
            self._touch()
        elif isinstance(event, QMouseEvent) and kind is QEvent.Type.MouseMove:
            self._on_move(event.globalPosition())
        return False

    def _on_move(self, place: QPointF) -> None:
        """Qt also sends a move where something moved under a mouse that stands still."""
        if place != self._last_place:
            self._last_place = place
            self._touch()
