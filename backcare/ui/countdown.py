"""The ring, the digits in it and the word under them: what is read from the floor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from backcare.core.plan import PhaseKind
from backcare.ui.dial_layout import DialPlaces, place_dial
from backcare.ui.fit_label import fitting_font
from backcare.ui.phase_glyph import paused_glyph, phase_glyph, ready_glyph
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.ui.ring import Ring

NORMAL_SHARE = 0.25
"""The least height of the digits, as a share of the window's height."""

FULL_SCREEN_SHARE = 0.40

LARGEST_WHOLE_SECONDS = 99
_WHOLE_UPDATE = 0.04
_STILL_WIDTH = 0.4
_NO_STRIP = (1.0, 0.0)


class Mode(Enum):
    """How the countdown stands."""

    RUNNING = auto()
    COUNTING_IN = auto()
    PAUSED = auto()
    WAITING = auto()


@dataclass(frozen=True, slots=True)
class Dial:
    """What a countdown shows, the ring's length apart.

    Attributes:
        seconds: the number.
        of_seconds: the largest number that this phase shows; digits keep the size that
            it needs, so that they do not jump.
        word, hint: the line under the digits, and a small one under that or nothing.
    """

    seconds: int
    of_seconds: int
    word: str
    kind: PhaseKind
    mode: Mode = Mode.RUNNING
    hint: str = ""


def digits_of(seconds: int) -> str:
    """A number of seconds as the countdown writes it: "8", "99", "1:40"."""
    if seconds <= LARGEST_WHOLE_SECONDS:
        return str(seconds)
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02d}"


class Countdown(QWidget):
    """Digits in a ring that runs empty, or in a rounded frame where a ring is too small."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dial = Dial(0, 0, "", PhaseKind.PREPARE)
        self._left = 1.0
        self._least_digits_px = 0
        self._places: DialPlaces | None = None
        self._strip = _NO_STRIP
        self.setAccessibleName(self.tr("Countdown"))

    def show_dial(self, dial: Dial) -> None:
        """Show number and words; nothing is drawn when they are as before."""
        if dial == self._dial:
            return
        if digits_of(dial.of_seconds) != digits_of(self._dial.of_seconds):
            self._places = None
        self._dial = dial
        self.setAccessibleDescription(
            self.tr("{seconds}, {word}").format(seconds=digits_of(dial.seconds), word=dial.word)
        )
        self.update()

    def set_fraction(self, left: float) -> None:
        """Let the ring show that this part of the phase is left, 0 to 1.

        Only the strip that changes is drawn anew, and nothing for less than a pixel.
        """
        left = min(1.0, max(0.0, left))
        ring, before = self._layout_now().ring, self._left
        moved = abs(left - before) * ring.length
        if moved < 1 and left not in (0.0, 1.0):
            return
        self._left = left
        if self._dial.mode is Mode.COUNTING_IN:
            return
        if moved > _WHOLE_UPDATE * ring.length:
            self.update()
        elif moved:
            low, high = min(self._strip[0], left, before), max(self._strip[1], left, before)
            self._strip = (low, high)
            self.update(ring.strip(low, high))

    def set_least_digits(self, height_px: int) -> None:
        """Give the digits at least this height wherever the widget has room for it."""
        if height_px != self._least_digits_px:
            self._least_digits_px = height_px
            self._places = None
            self.update()

    def digits_px(self) -> float:
        """The height of the digits' ink."""
        return self._layout_now().numerals.height

    def _layout_now(self) -> DialPlaces:
        if self._places is None:
            widest = digits_of(max(self._dial.of_seconds, 10))
            self._places = place_dial(QRectF(self.rect()), widest, self._least_digits_px)
        return self._places

    def _draw_ring(self, painter: QPainter, ring: Ring, tokens: Tokens) -> None:
        """The whole of it: the track, and on it what is left; or a full disc to count in."""
        track, rest = self._pens(ring, tokens)
        painter.setPen(track)
        if self._dial.mode is Mode.COUNTING_IN:
            painter.setBrush(track.color())
            painter.drawPath(ring.track)
            return
        painter.drawPath(ring.track)
        if self._left < 1:
            length = ring.length / rest.widthF()
            rest.setDashPattern([max(0.001, length * self._left), 2 * length])
        if self._left > 0:
            painter.setPen(rest)
            painter.drawPath(ring.track)

    def _draw_strip(
        self, painter: QPainter, ring: Ring, tokens: Tokens, start: float, end: float
    ) -> None:
        """Only what lies between two places: six times as fast."""
        track, rest = self._pens(ring, tokens)
        painter.setPen(track)
        painter.drawPolyline(ring.piece(start, end))
        painter.setPen(rest)
        painter.drawPolyline(ring.piece(start, self._left))

    def _pens(self, ring: Ring, tokens: Tokens) -> tuple[QPen, QPen]:
        """For the track, and for what is left of the phase."""
        mode, hue = self._dial.mode, QColor(tokens.phase(self._dial.kind))
        counting_in, still = mode is Mode.COUNTING_IN, mode in (Mode.PAUSED, Mode.WAITING)
        track = QPen(hue if counting_in else QColor(tokens.track), ring.thickness)
        rest = QPen(QColor(tokens.session_soft) if still else hue, ring.thickness)
        if still:
            rest.setWidthF(ring.thickness * _STILL_WIDTH)
        rest.setCapStyle(Qt.PenCapStyle.RoundCap)
        return track, rest

    def _colours(self, tokens: Tokens) -> tuple[QColor, QColor]:
        """Of the digits, and of word and glyph."""
        hue = QColor(tokens.phase(self._dial.kind))
        return {
            Mode.RUNNING: (QColor(tokens.ink), hue),
            Mode.COUNTING_IN: (QColor(tokens.background), QColor(tokens.background)),
            Mode.PAUSED: (QColor(tokens.session_soft), QColor(tokens.ink)),
            Mode.WAITING: (QColor(tokens.session_soft), QColor(tokens.ink)),
        }[self._dial.mode]

    def _glyph(self, box: QRectF) -> QPainterPath:
        if self._dial.mode is Mode.PAUSED:
            return paused_glyph(box)
        if self._dial.mode is Mode.WAITING:
            return ready_glyph(box)
        return phase_glyph(self._dial.kind, box)

    def _draw_words(self, painter: QPainter, places: DialPlaces, colour: QColor) -> None:
        row = places.word_row if self._dial.hint else places.word_alone_row
        glyph_px = row.height() * 0.72
        room = row.adjusted(0, 0, -1.35 * glyph_px, 0).toRect()
        font = fitting_font(
            self.font(), self._dial.word, room, round(row.height() * 0.84), bold=True
        )
        glyph_px = min(glyph_px, 0.9 * font.pixelSize())
        width = QFontMetricsF(font).horizontalAdvance(self._dial.word)
        left = row.center().x() - (width + 1.35 * glyph_px) / 2
        box = QRectF(left, row.center().y() - glyph_px / 2, glyph_px, glyph_px)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(self._glyph(box))
        painter.setPen(colour)
        painter.setFont(font)
        painter.drawText(
            QRectF(left + 1.35 * glyph_px, row.top(), width + 2, row.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self._dial.word,
        )
        if self._dial.hint:
            hint = places.hint_row
            largest = min(round(hint.height() * 0.84), round(font.pixelSize() * 0.84))
            painter.setFont(fitting_font(self.font(), self._dial.hint, hint.toRect(), largest))
            painter.drawText(hint, Qt.AlignmentFlag.AlignCenter, self._dial.hint)

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places = None

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, places, (low, high) = tokens_of(self.palette()), self._layout_now(), self._strip
        self._strip = _NO_STRIP
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = places.ring
        beyond = 2 * ring.thickness / ring.length
        within = beyond < low <= high < 1 - beyond
        if within and ring.strip(low, high).contains(event.rect()):
            self._draw_strip(painter, ring, tokens, low - beyond, high + beyond)
        else:
            self._draw_ring(painter, ring, tokens)
        if event.rect().intersects(places.inside.toAlignedRect()):
            digits, words = self._colours(tokens)
            text = digits_of(self._dial.seconds)
            places.numerals.draw(painter, text, places.centre, digits)
            self._draw_words(painter, places, words)
