"""Which key asks for what during a session."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Wish(Enum):
    """What a key asks for. ENTER depends on the moment; LEAVE only answers "end?"."""

    TOGGLE = auto()
    SKIP = auto()
    SKIP_EXERCISE = auto()
    BACK = auto()
    EXTEND = auto()
    HURT = auto()
    UNDO = auto()
    DONE_ELSEWHERE = auto()
    FULL_SCREEN = auto()
    END = auto()
    ENTER = auto()
    LEAVE = auto()


_WISHES = {
    Qt.Key.Key_Space: Wish.TOGGLE,
    Qt.Key.Key_MediaPlay: Wish.TOGGLE,
    Qt.Key.Key_MediaPause: Wish.TOGGLE,
    Qt.Key.Key_MediaTogglePlayPause: Wish.TOGGLE,
    Qt.Key.Key_Right: Wish.SKIP,
    Qt.Key.Key_PageDown: Wish.SKIP,
    Qt.Key.Key_Left: Wish.BACK,
    Qt.Key.Key_PageUp: Wish.BACK,
    Qt.Key.Key_Up: Wish.EXTEND,
    Qt.Key.Key_H: Wish.HURT,
    Qt.Key.Key_U: Wish.UNDO,
    Qt.Key.Key_D: Wish.DONE_ELSEWHERE,
    Qt.Key.Key_F11: Wish.FULL_SCREEN,
    Qt.Key.Key_Escape: Wish.END,
    Qt.Key.Key_E: Wish.LEAVE,
    Qt.Key.Key_Return: Wish.ENTER,
    Qt.Key.Key_Enter: Wish.ENTER,
}
_OTHERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def is_ours(event: QKeyEvent) -> bool:
    """Whether the session takes this key, be it to ignore its repetition."""
    return not event.modifiers() & _OTHERS and Qt.Key(event.key()) in _WISHES


def wish_of(event: QKeyEvent) -> Wish | None:
    """What the key asks for; held down, only more time is asked for again and again."""
    if not is_ours(event):
        return None
    wish = _WISHES[Qt.Key(event.key())]
    if event.isAutoRepeat() and wish is not Wish.EXTEND:
        return None
    shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
    if wish is Wish.SKIP and shifted and event.key() == Qt.Key.Key_Right:
        return Wish.SKIP_EXERCISE
    return wish
