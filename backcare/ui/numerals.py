"""Digits of our own, drawn as strokes: every one equally wide, and bold however narrow.

A system font would do for two digits. "10:00" at a quarter of a small window's height
has to be squeezed, and squeezing a font thins its upright strokes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

WIDTH_SHARE = 0.63
STROKE_SHARE = 0.168
_NARROWEST_SHARE = 0.17
_STROKE_OF_WIDTH = 0.3
_GAP_OF_STROKE = 0.62
_COLON_OF_STROKE = 1.15

# Centre lines in a box of 1 x 1: M(ove), L(ine) and C(urve), each with its points.
_STROKES = {
    "0": "M .5 0 C .8 0 1 .16 1 .34 L 1 .66 C 1 .84 .8 1 .5 1"
    " C .2 1 0 .84 0 .66 L 0 .34 C 0 .16 .2 0 .5 0",
    "1": "M .12 .21 L .58 0 L .58 1",
    "2": "M .02 .25 C .07 .09 .24 0 .48 0 C .78 0 .97 .12 .97 .3"
    " C .97 .5 .74 .6 .45 .76 C .2 .88 .02 .94 .02 1 L 1 1",
    "3": "M .04 .17 C .13 .06 .28 0 .48 0 C .76 0 .94 .1 .94 .25"
    " C .94 .39 .78 .48 .54 .48 L .36 .48 M .54 .48 C .82 .48 1 .58 1 .74"
    " C 1 .9 .79 1 .49 1 C .25 1 .08 .93 0 .8",
    "4": "M .76 1 L .76 0 L .66 0 L 0 .68 L 0 .74 L 1 .74",
    "5": "M .9 0 L .14 0 L .08 .47 C .19 .4 .33 .37 .48 .37 C .79 .37 1 .49 1 .68"
    " C 1 .88 .79 1 .48 1 C .25 1 .08 .93 0 .81",
    "6": "M .92 .14 C .83 .05 .7 0 .53 0 C .18 0 0 .16 0 .42 L 0 .68"
    " C 0 .87 .19 1 .5 1 C .81 1 1 .88 1 .69 C 1 .5 .81 .39 .52 .39"
    " C .2 .39 0 .5 0 .68",
    "7": "M 0 0 L 1 0 C .72 .3 .47 .66 .38 1",
    "8": "M .5 .47 C .22 .47 .06 .37 .06 .235 C .06 .09 .22 0 .5 0"
    " C .78 0 .94 .09 .94 .235 C .94 .37 .78 .47 .5 .47"
    " C .82 .47 1 .58 1 .735 C 1 .9 .82 1 .5 1 C .18 1 0 .9 0 .735 C 0 .58 .18 .47 .5 .47",
    "9": "M .08 .86 C .17 .95 .3 1 .47 1 C .82 1 1 .84 1 .58 L 1 .32"
    " C 1 .13 .81 0 .5 0 C .19 0 0 .12 0 .31 C 0 .5 .19 .61 .48 .61"
    " C .8 .61 1 .5 1 .32",
}


@dataclass(frozen=True, slots=True)
class Numerals:
    """How large digits are drawn, in pixels; `height` is that of the ink."""

    height: float
    digit_width: float
    stroke: float

    def width(self, text: str) -> float:
        """How wide `text` is; it holds digits and colons."""
        return sum(map(self._advance, text)) + self._gap * (len(text) - 1)

    def draw(self, painter: QPainter, text: str, centre: QPointF, colour: QColor) -> None:
        """Draw `text` around `centre`."""
        pen = QPen(colour, self.stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        x = centre.x() - self.width(text) / 2
        top = centre.y() - self.height / 2
        for character in text:
            if character == ":":
                self._draw_colon(painter, x, top)
            else:
                self._draw_digit(painter, character, x, top)
            x += self._advance(character) + self._gap

    @property
    def _gap(self) -> float:
        return self.stroke * _GAP_OF_STROKE

    def _advance(self, character: str) -> float:
        return self.stroke * _COLON_OF_STROKE if character == ":" else self.digit_width

    def _draw_digit(self, painter: QPainter, digit: str, x: float, top: float) -> None:
        half = self.stroke / 2
        place = QTransform.fromTranslate(x + half, top + half)
        place.scale(self.digit_width - self.stroke, self.height - self.stroke)
        painter.drawPath(place.map(_centre_line(digit)))

    def _draw_colon(self, painter: QPainter, x: float, top: float) -> None:
        x += self.stroke * _COLON_OF_STROKE / 2
        for share in (0.3, 0.7):
            painter.drawPoint(QPointF(x, top + share * self.height))


def numerals_for(text: str, width: float, height: float) -> Numerals:
    """Digits as high as `height` if `text` then fits into `width`: narrower, later lower."""
    while True:
        numerals = _squeezed(text, width, height)
        if numerals.width(text) <= width + 0.5 or height <= 1:
            return numerals
        height *= 0.97


def width_of(text: str, height: float, share: float) -> float:
    """How wide `text` is with digits that are `share` as wide as they are high."""
    return _shaped(height, share).width(text)


def _shaped(height: float, share: float) -> Numerals:
    digit = share * height
    return Numerals(height, digit, min(STROKE_SHARE * height, _STROKE_OF_WIDTH * digit))


def _squeezed(text: str, width: float, height: float) -> Numerals:
    share = WIDTH_SHARE
    while True:
        numerals = _shaped(height, share)
        if numerals.width(text) <= width or share <= _NARROWEST_SHARE:
            return numerals
        share -= 0.01


@cache
def _centre_line(digit: str) -> QPainterPath:
    path = QPainterPath()
    words = iter(_STROKES[digit].split())

    def point() -> QPointF:
        return QPointF(float(next(words)), float(next(words)))

    for word in words:
        if word == "M":
            path.moveTo(point())
        elif word == "L":
            path.lineTo(point())
        else:
            path.cubicTo(point(), point(), point())
    return path
