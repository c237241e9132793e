"""Colours and size of text for the whole program, as the person or the desktop wants them."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyle

from backcare.core.settings import Motion, Settings, Theme
from backcare.ui.controls import TextLabel
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT_SCALE = 1.15
"""Text is a little larger than elsewhere on the desktop: it is read without glasses."""

SMALLEST_TEXT_POINTS = 11.0

_CHOSEN = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.HIGH_CONTRAST: HIGH_CONTRAST}


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Keep Python from freeing widgets while Qt goes through all there are.

    Handlers written in Python may set off the garbage collector, and Qt would go on to a
    widget that has just been freed.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Appearance(QObject):
    """Dresses the application.

    Signals:
        desktop_changed: the desktop has become dark or light, or wants another contrast;
            whoever owns the settings calls `wear` again.
    """

    desktop_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self.desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self.desktop_changed)

    def wear(self, settings: Settings) -> None:
        """Wear the colours and the size of text of `settings`."""
        self._set_text_size(settings.text_percent)
        palette = palette_of(tokens_for(settings))
        if palette != QApplication.palette():
            with nothing_collected():
                QApplication.setPalette(palette)

    def _set_text_size(self, percent: int) -> None:
        made = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        points = max(made.pointSizeF() * TEXT_SCALE, SMALLEST_TEXT_POINTS)
        made.setPointSizeF(points * percent / 100)
        if made == QApplication.font():
            return
        with nothing_collected():
            QApplication.setFont(made)
        for widget in QApplication.allWidgets():
            if isinstance(widget, TextLabel):
                widget.fit_font()


def tokens_for(settings: Settings) -> Tokens:
    """The colours that the person chose, or those that go with the desktop."""
    if settings.theme in _CHOSEN:
        return _CHOSEN[settings.theme]
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def is_motion_reduced(settings: Settings, *, desktop_asks: bool = False) -> bool:
    """Whether the figure stands still, as the person chose it or the desktop says.

    `desktop_asks` is what the desktop says by other ways than Qt's.
    """
    if settings.motion is not Motion.SYSTEM:
        return settings.motion is Motion.REDUCED
    if desktop_asks:
        return True
    hint = QStyle.StyleHint.SH_Widget_Animation_Duration
    return QApplication.style().styleHint(hint) == 0
