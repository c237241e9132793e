"""The last step of the welcome: can it be heard, can it be read, is it pleasant to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from backcare.ui.announce import announce
from backcare.ui.big_slider import BigSlider
from backcare.ui.controls import Card, PillButton
from backcare.ui.page_parts import MarkedLine, accent
from backcare.ui.reading_page import Body, PageLabel
from backcare.ui.theme_swatches import ThemeSwatches

if TYPE_CHECKING:
    from backcare.core.settings import Settings

TEXT_STEPS = (100, 120, 140, 160, 180, 200, 250, 300)
"""Sizes of text, in per cent, from button to button."""

HEADING, TITLE = 1.9, 1.25  # times the program's text
NARROWEST = 22.0  # of a card, times the height of text: narrower ones stand below each other
PLAY_SCALE = 1.3


class ComfortCard(Card):
    """A titled card whose room goes with the text."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.addWidget(MarkedLine(title, TITLE, icon=icon, tone=accent, bold=True))

    def fit_page(self, width: int, page_scale: float) -> None:
        """Keep the room around what is on it in proportion to the text."""
        del width, page_scale
        unit = _text_height()
        self.column.setContentsMargins(unit, round(0.8 * unit), unit, round(0.9 * unit))
        self.column.setSpacing(round(0.6 * unit))


class SoundCard(ComfortCard):
    """A tone to try, its volume, and what to do when nothing is heard."""

    def __init__(self) -> None:
        super().__init__(self.tr("Can you hear it?"), "sound")
        self.play_button = PillButton(self.tr("Play a tone"), icon="play", scale=PLAY_SCALE)
        self.volume = BigSlider()
        self.volume.setAccessibleName(self.tr("Volume"))
        self._percent = PageLabel("")
        self._notice = PageLabel("", soft=True, wrap=True)
        coming = self.tr("Here you can check the loudspeaker. Tones come with a later version.")
        row = QHBoxLayout()
        row.addWidget(self.play_button)
        row.addStretch()
        self.column.addLayout(row)
        volume = QHBoxLayout()
        volume.addWidget(PageLabel(self.tr("Volume")))
        volume.addWidget(self.volume, 1)
        volume.addWidget(self._percent)
        self.column.addLayout(volume)
        self.column.addWidget(PageLabel(coming, wrap=True))
        self.column.addWidget(self._notice)
        self.column.addStretch()
        self.volume.valueChanged.connect(self._show_percent)
        self.show_sound(is_available=True)

    def show_volume(self, percent: int) -> None:
        self.volume.show_value(percent)
        self._show_percent(percent)

    def show_sound(self, *, is_available: bool) -> None:
        """Say what to do when nothing is heard."""
        if is_available:
            text = self.tr(
                "No sound here? Turn up the computer’s own volume, and see that its speakers"
                " are connected. Everything is also shown."
            )
        else:
            text = self.tr(
                "This computer cannot play sound just now. Nothing is lost: everything is also"
                " shown."
            )
            announce(self, text)
        self._notice.setText(text)

    def _show_percent(self, percent: int) -> None:
        self._percent.setText(self.tr("{percent} %").format(percent=percent))


class TextCard(ComfortCard):
    """Smaller and larger text, live. `chosen` carries the new size in per cent."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(self.tr("Can you read it?"), "text-size")
        self._size = TEXT_STEPS[0]
        self.smaller = PillButton(self.tr("A–"), scale=PLAY_SCALE)
        self.larger = PillButton(self.tr("A+"), scale=PLAY_SCALE)
        self.smaller.setAccessibleName(self.tr("Smaller text"))
        self.larger.setAccessibleName(self.tr("Larger text"))
        self._percent = PageLabel("", 1.1, bold=True)
        row = QHBoxLayout()
        for widget in (self.smaller, self.larger, self._percent):
            row.addWidget(widget)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(
            PageLabel(self.tr("Knee to chest: hold for 15 s, left leg, then right leg."), wrap=True)
        )
        self.column.addWidget(
            PageLabel(
                self.tr("During a session the text is as large as your screen allows."),
                soft=True,
                wrap=True,
            )
        )
        self.column.addStretch()
        self.smaller.clicked.connect(lambda: self._step(-1))
        self.larger.clicked.connect(lambda: self._step(1))

    def show_size(self, percent: int) -> None:
        """Show the size that is worn."""
        self._size = percent
        said = self.tr("{percent} %").format(percent=percent)
        self._percent.setText(said)
        # A button that goes grey under the finger would lose the keyboard's place.
        for button, ends in ((self.smaller, TEXT_STEPS[0]), (self.larger, TEXT_STEPS[-1])):
            button.setAccessibleDescription(
                self.tr("{size} now; it ends here").format(size=said) if percent == ends else said
            )

    def _step(self, direction: int) -> None:
        beyond = [step for step in TEXT_STEPS if (step - self._size) * direction > 0]
        if beyond:
            self.chosen.emit(min(beyond) if direction > 0 else max(beyond))


class ComfortBody(Body):
    """Sound and text side by side where there is room, and the colours below."""

    def __init__(self) -> None:
        super().__init__()
        self.heading = PageLabel(self.tr("Sound and text"), HEADING, bold=True, wrap=True)
        self.sound = SoundCard()
        self.text = TextCard()
        self.colours = ComfortCard(self.tr("Which colours suit you?"), "contrast")
        self.swatches = ThemeSwatches()
        self.colours.column.addWidget(self.swatches)
        self.colours.column.addStretch()
        self._columns = 0
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        cards = QWidget()
        self._grid = QGridLayout(cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(cards)
        self._column.addStretch(1)  # cards are as high as what is on them
        self._place(2)

    def show_settings(self, settings: Settings) -> None:
        """Show what is worn and heard."""
        self.sound.show_volume(settings.volume_percent)
        self.text.show_size(settings.text_percent)
        self.swatches.show_theme(settings.theme)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Stand side by side where each card has room enough."""
        unit = _text_height()
        self._place(2 if width >= 2 * NARROWEST * unit else 1)
        self._grid.setSpacing(round(0.8 * unit))
        self._column.setSpacing(round(0.6 * unit))
        super().fit_page(width, page_scale)
        self.swatches.fit_page(width - 2 * unit, page_scale)

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.addWidget(self.sound, 0, 0)
        self._grid.addWidget(self.text, columns % 2, columns - 1)
        self._grid.addWidget(self.colours, 3 - columns, 0, 1, columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)


def _text_height() -> int:
    return QFontMetrics(QApplication.font()).height()
