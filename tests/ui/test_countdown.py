from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QApplication

from backcare.core.plan import PhaseKind
from backcare.ui.countdown import Countdown, Dial, Mode, digits_of
from backcare.ui.dial_layout import circle_px, frame_height, place_dial
from backcare.ui.numerals import numerals_for
from backcare.ui.phase_glyph import paused_glyph, phase_glyph
from backcare.ui.theme import DARK, palette_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HOLD = Dial(8, 15, "Hold", PhaseKind.HOLD)
HUE = QColor(DARK.hold)


@pytest.fixture
def countdown(qtbot: QtBot) -> Countdown:
    widget = Countdown()
    widget.setPalette(palette_of(DARK))
    widget.setAutoFillBackground(True)
    widget.resize(500, 500)
    widget.show_dial(HOLD)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def picture(widget: Countdown) -> QImage:
    return widget.grab().toImage()


def is_hue(image: QImage, x: int, y: int, hue: QColor = HUE) -> bool:
    return image.pixelColor(x, y) == hue


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0"), (8, "8"), (99, "99"), (100, "1:40"), (600, "10:00")]
)
def test_the_number_is_in_seconds_up_to_99_then_in_minutes(seconds: int, text: str) -> None:
    assert digits_of(seconds) == text


@pytest.mark.parametrize("digit", "0123456789")
def test_every_digit_has_the_height_that_was_asked_for(digit: str) -> None:
    image = QImage(200, 260, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    numerals = numerals_for("0", 180, 200)
    numerals.draw(painter, digit, QRect(0, 0, 200, 260).toRectF().center(), QColor("white"))
    painter.end()
    rows = [y for y in range(260) if any(image.pixelColor(x, y).value() > 128 for x in range(200))]
    assert rows[-1] - rows[0] + 1 == pytest.approx(200, abs=2)


def test_all_digits_are_equally_wide() -> None:
    numerals = numerals_for("00", 400, 200)
    assert len({numerals.width(digit) for digit in "0123456789"}) == 1


def test_too_little_width_makes_digits_narrow_before_it_makes_them_low() -> None:
    roomy, tight = numerals_for("10:00", 900, 150), numerals_for("10:00", 320, 150)
    assert (tight.height, tight.width("10:00") <= 321) == (150, True)
    assert tight.digit_width < roomy.digit_width


def test_with_no_width_at_all_digits_get_lower() -> None:
    assert numerals_for("10:00", 60, 150).height < 150


def test_the_ring_runs_empty_from_the_top(countdown: Countdown) -> None:
    countdown.set_fraction(0.4)
    image = picture(countdown)
    assert is_hue(image, 12, 250)
    assert not is_hue(image, 250, 488)
    assert not is_hue(image, 488, 250)


@pytest.mark.parametrize(("left", "lit"), [(1.0, True), (0.0, False)])
def test_at_the_start_the_ring_is_full_and_at_the_end_empty(
    countdown: Countdown, left: float, *, lit: bool
) -> None:
    countdown.set_fraction(left)
    image = picture(countdown)
    assert [is_hue(image, x, 250) for x in (12, 488)] == [lit, lit]


def on_screen(widget: Countdown) -> QImage:
    """What stands on the screen, where `grab` would draw it anew."""
    QApplication.processEvents()
    return widget.screen().grabWindow(widget.winId()).toImage()


def test_many_small_moves_of_the_ring_leave_the_picture_that_one_draws(
    countdown: Countdown, qtbot: QtBot
) -> None:
    other = Countdown()
    qtbot.addWidget(other)
    other.setPalette(countdown.palette())
    other.resize(countdown.size())
    other.show_dial(HOLD)
    other.set_fraction(0.301)
    other.show()
    on_screen(countdown)
    for step in range(1000, 300, -3):
        countdown.set_fraction(step / 1000)
        QApplication.processEvents()
    moved, whole = on_screen(countdown), on_screen(other)
    lit = {
        (x, y): (is_hue(moved, x, y), is_hue(whole, x, y)) for x in range(500) for y in range(500)
    }
    assert sum(drawn for _, drawn in lit.values()) > 5000
    assert sum(one != drawn for one, drawn in lit.values()) < 150, "but for smoothed edges"


class Watched(Countdown):
    """Remembers what it was asked to draw."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[QRect] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.drawn.append(event.rect())
        super().paintEvent(event)


def test_a_move_of_the_ring_draws_a_small_strip_only(qtbot: QtBot) -> None:
    widget = Watched()
    qtbot.addWidget(widget)
    widget.resize(500, 500)
    widget.show_dial(HOLD)
    widget.set_fraction(0.6)
    with qtbot.waitExposed(widget):
        widget.show()
    QApplication.processEvents()
    widget.drawn.clear()
    widget.set_fraction(0.59)
    QApplication.processEvents()
    (strip,) = widget.drawn
    assert strip.width() * strip.height() < 0.02 * 500 * 500
    widget.set_fraction(0.5899)
    QApplication.processEvents()
    assert len(widget.drawn) == 1, "less than a pixel is not drawn"


def test_the_same_dial_again_draws_nothing(qtbot: QtBot) -> None:
    widget = Watched()
    qtbot.addWidget(widget)
    widget.resize(500, 500)
    widget.show_dial(HOLD)
    with qtbot.waitExposed(widget):
        widget.show()
    QApplication.processEvents()
    widget.drawn.clear()
    widget.show_dial(Dial(8, 15, "Hold", PhaseKind.HOLD))
    widget.set_fraction(1.0)
    QApplication.processEvents()
    assert widget.drawn == []


def test_counting_in_is_a_full_disc(countdown: Countdown) -> None:
    def lit(mode: Mode) -> int:
        countdown.show_dial(Dial(3, 15, "Here we go", PhaseKind.HOLD, mode))
        countdown.set_fraction(0.5)
        image = picture(countdown)
        return sum(is_hue(image, x, 60) for x in range(500))

    assert lit(Mode.COUNTING_IN) > 3 * lit(Mode.RUNNING)


@pytest.mark.parametrize("mode", [Mode.PAUSED, Mode.WAITING])
def test_standing_still_takes_the_hue_away(countdown: Countdown, mode: Mode) -> None:
    countdown.show_dial(Dial(8, 15, "Hold", PhaseKind.HOLD, mode, "Paused"))
    image = picture(countdown)
    assert not any(is_hue(image, x, y) for x in range(0, 500, 2) for y in range(0, 500, 2))


def test_digits_keep_their_size_while_a_phase_runs(countdown: Countdown) -> None:
    heights = set()
    for seconds in (600, 599, 100, 99, 9):
        countdown.show_dial(Dial(seconds, 600, "Hold", PhaseKind.HOLD))
        countdown.resize(501, 500)
        countdown.resize(500, 500)
        heights.add(countdown.digits_px())
    assert len(heights) == 1


def test_digits_are_at_least_as_high_as_asked_in_a_wide_or_flat_place(
    countdown: Countdown,
) -> None:
    for size in ((500, 500), (700, 480), (360, 500)):
        countdown.resize(*size)
        countdown.set_least_digits(240)
        assert countdown.digits_px() >= 240 - 1, size


def test_a_screen_reader_gets_number_and_word(countdown: Countdown) -> None:
    assert countdown.accessibleName() == "Time left"
    assert countdown.accessibleDescription() == "8, Hold"
    countdown.show_dial(Dial(8, 15, "Hold", PhaseKind.HOLD, Mode.PAUSED, "Paused"))
    assert countdown.accessibleDescription() == "8, Paused"


def glyphs() -> list[QPainterPath]:
    box = QRectF(0, 0, 40, 40)
    return [*(phase_glyph(kind, box) for kind in PhaseKind), paused_glyph(box)]


def test_every_phase_has_a_shape_of_its_own_within_its_box() -> None:
    shapes = []
    for path in glyphs():
        assert QRect(-1, -1, 42, 42).toRectF().contains(path.boundingRect())
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        image.fill(QColor("black"))
        painter = QPainter(image)
        painter.fillPath(path, QColor("white"))
        painter.end()
        shapes.append(
            {(x, y) for x in range(40) for y in range(40) if image.pixelColor(x, y).value() > 128}
        )
    assert all(len(shape) > 200 for shape in shapes)
    assert all(len(a ^ b) > 60 for i, a in enumerate(shapes) for b in shapes[i + 1 :])


@pytest.mark.parametrize("widest", ["00", "00:00"])
def test_the_ring_is_one_closed_line_of_small_steps(widest: str) -> None:
    ring = place_dial(QRectF(0, 0, 600, 500), widest, 100).ring
    points = ring.piece(0.0, 1.0)
    assert max((b - a).manhattanLength() for a, b in pairwise(points)) < 8
    assert (points[0] - points[-1]).manhattanLength() < 0.01
    assert (points[0] - ring.at(0.999999)).manhattanLength() < 0.1
    assert points[0].toTuple() == pytest.approx((300, ring.thickness / 2), abs=1)


@pytest.mark.parametrize("from_right", [False, True])
@pytest.mark.parametrize("least", [100, 240, 300])
@pytest.mark.parametrize("widest", ["00", "00:00"])
@pytest.mark.parametrize("size", [(500, 500), (743, 520), (360, 460), (850, 390)])
def test_words_and_digits_stand_within_the_ring_and_apart(
    size: tuple[int, int], widest: str, least: int, *, from_right: bool
) -> None:
    places = place_dial(QRectF(0, 0, *size), widest, least, from_right=from_right)
    area = QPolygonF(places.ring.piece(0.0, 1.0))
    half = places.ring.thickness / 2
    rows = [places.word] if places.glyph is None else [places.word, places.glyph]
    digits = QRectF(0, 0, places.numerals.width(widest), places.numerals.height)
    digits.moveCenter(places.centre)
    for row in rows:
        for corner in (row.bottomLeft(), row.bottomRight()):
            assert area.containsPoint(corner, Qt.FillRule.OddEvenFill)
            nearest = min(
                math.hypot(point.x() - corner.x(), point.y() - corner.y())
                for point in area.toList()
            )
            assert nearest >= half - 1
        assert not digits.intersects(row)
        assert places.inside.adjusted(-1, -1, 1, 1).contains(row)


@pytest.mark.parametrize("widest", ["00", "0:00", "00:00"])
@pytest.mark.parametrize("width", [300, 540, 850, 1010])
@pytest.mark.parametrize("least", [160, 320, 480])
@pytest.mark.parametrize("tight", [False, True])
def test_a_frame_as_high_as_is_said_has_digits_as_high_as_asked(
    width: int, least: int, widest: str, *, tight: bool
) -> None:
    high = frame_height(width, widest, least, tight=tight)
    places = place_dial(QRectF(0, 0, width, high), widest, least)
    if places.numerals.digit_width > 0.18 * least:
        assert places.numerals.height >= least - 0.5


def test_a_circle_as_wide_as_is_said_has_digits_as_high_as_asked() -> None:
    side = circle_px(200)
    assert place_dial(QRectF(0, 0, side, side), "00", 200).numerals.height >= 200


def test_in_a_flat_place_the_word_stands_beside_the_digits() -> None:
    flat = place_dial(QRectF(0, 0, 850, 390), "00", 300)
    assert flat.glyph is not None
    assert flat.word.left() > flat.centre.x()
    mirrored = place_dial(QRectF(0, 0, 850, 390), "00", 300, from_right=True)
    assert mirrored.word.right() < mirrored.centre.x()


def test_the_glyph_stands_where_reading_begins(countdown: Countdown) -> None:
    def centre_of_hue() -> float:
        countdown.set_fraction(0.0)
        image = picture(countdown)
        rows = range(330, 400, 2)
        lit = [x for x in range(60, 440) for y in rows if is_hue(image, x, y)]
        return sum(lit[: len(lit) // 4]) / (len(lit) // 4)

    left = centre_of_hue()
    countdown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert centre_of_hue() != left
