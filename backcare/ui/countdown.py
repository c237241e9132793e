"""The ring, the digits in it and the word under them: what is read from the floor."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from backcare.core.plan import PhaseKind
from backcare.ui.dial_layout import DialPlaces, place_dial
from backcare.ui.fit_label import fitting_font
from backcare.ui.phase_glyph import phase_glyph
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.ui.ring import Ring

NORMAL_SHARE = 0.25
"""The least height of the digits, as a share of the window's height."""

FULL_SCREEN_SHARE = 0.40

LARGEST_WHOLE_SECONDS = 99
_WHOLE_UPDATE = 0.04
_STILL_WIDTH = 0.4
_GLYPH_OF_ROW = 0.72
_LETTERS_OF_ROW = 0.84
_SMALL = 0.7
_GLYPH_BELOW = 0.5
"""Of the row of the word, for the shape under a word on two lines."""

_NO_STRIP = (1.0, 0.0)
_CENTRED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


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
        word: the line under the digits.
        told: what screen readers hear instead of `word`, where it is another one.
    """

    seconds: int
    of_seconds: int
    word: str
    kind: PhaseKind
    mode: Mode = Mode.RUNNING
    told: str = ""


def digits_of(seconds: int) -> str:
    """A number of seconds as the countdown writes it: "8", "99", "1:40"."""
    if seconds <= LARGEST_WHOLE_SECONDS:
        return str(seconds)
    minutes, rest = divmod(seconds, 60)
    return f"{minutes}:{rest:02d}"


class Countdown(QWidget):
    """Digits in a ring that runs empty, or in a rounded frame where a ring is too small."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dial = Dial(0, 0, "", PhaseKind.PREPARE)
        self._left = 1.0
        self._least_digits_px = 0
        self._places: DialPlaces | None = None
        self._strip = _NO_STRIP
        self.setAccessibleName(self.tr("Time left"))

    def show_dial(self, dial: Dial) -> None:
        """Show number and words; nothing is drawn when they are as before."""
        if dial == self._dial:
            return
        if digits_of(dial.of_seconds) != digits_of(self._dial.of_seconds):
            self._places = None
        self._dial = dial
        self.setAccessibleDescription(
            self.tr("{seconds}, {word}").format(
                seconds=digits_of(dial.seconds), word=dial.told or dial.word
            )
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
            self._places = place_dial(
                QRectF(self.rect()),
                widest,
                self._least_digits_px,
                from_right=self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
            )
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
        mode = self._dial.mode
        if mode is Mode.RUNNING:
            return QColor(tokens.ink), QColor(tokens.phase(self._dial.kind))
        colour = QColor(tokens.background if mode is Mode.COUNTING_IN else tokens.session_soft)
        return colour, colour

    def _row_of_words(self, places: DialPlaces) -> QRectF:
        """Where the word stands: on two lines, if on one it would be much smaller."""
        row, largest = places.word, round(places.word.height() * _LETTERS_OF_ROW)
        if places.two_lines is None:
            return row
        room = row.adjusted(0, 0, -1.35 * _GLYPH_OF_ROW * row.height(), 0).toRect()
        font = fitting_font(self.font(), self._dial.word, room, largest, bold=True)
        return places.two_lines if font.pixelSize() < _SMALL * largest else row

    def _draw_words(self, painter: QPainter, places: DialPlaces, colour: QColor) -> None:
        """The phase's shape and its word: side by side, or where there is room for it over it."""
        row, beside = self._row_of_words(places), places.glyph is None
        glyph_px = places.word.height() * _GLYPH_OF_ROW if beside else 0.0
        room = row.adjusted(0, 0, -1.35 * glyph_px, 0).toRect()
        largest = round(places.word.height() * _LETTERS_OF_ROW)
        lines = 1
        if not beside or row is places.two_lines:
            lines = 2
            room = row.toRect()
        font = fitting_font(self.font(), self._dial.word, room, largest, lines=lines, bold=True)
        glyph_px = min(glyph_px, 0.9 * font.pixelSize())
        text = QRectF(row)
        box = places.glyph
        if row is places.two_lines:
            side = _GLYPH_BELOW * places.word.height()
            box = QRectF(row.center().x() - side / 2, row.bottom(), side, side)
        if box is None:
            width = QFontMetricsF(font).horizontalAdvance(self._dial.word) + 2
            text.setWidth(width)
            text.moveLeft(row.center().x() - (width + 1.35 * glyph_px) / 2 + 1.35 * glyph_px)
            box = QRectF(0, row.center().y() - glyph_px / 2, glyph_px, glyph_px)
            box.moveLeft(text.left() - 1.35 * glyph_px)
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                text.moveLeft(box.left())
                box.moveRight(text.right() + 1.35 * glyph_px)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(phase_glyph(self._dial.kind, box))
        painter.setPen(colour)
        painter.setFont(font)
        painter.drawText(text, _CENTRED, self._dial.word)

    def sizeHint(self) -> QSize:
        return QSize(360, 360)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._places = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
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
