from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget

from backcare.core.exercise import Side
from backcare.core.frame import frame_of
from backcare.core.plan import PhaseKind
from backcare.core.session import Session, State
from backcare.core.words import Words
from backcare.ui.countdown import FULL_SCREEN_SHARE, NORMAL_SHARE, Countdown
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.fit_label import FitLabel, fits, fitting_font
from backcare.ui.rep_dots import RepDots
from backcare.ui.session_button import SessionButton
from backcare.ui.session_panels import NextStrip, Notice
from backcare.ui.session_signs import PauseSign, Veil
from backcare.ui.session_stage import SessionStage
from backcare.ui.session_view import SessionView
from backcare.ui.side_badge import SideBadge
from backcare.ui.theme import DARK, LIGHT, Tokens, contrast, palette_of, tokens_of
from tests.ui.session_builders import (
    LONG_NAME,
    SIZES,
    Ear,
    at,
    every_kind,
    every_state,
    frame_at,
    index_of,
    paused,
    press,
    shown_view,
    texts,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


PLAN = every_kind()
STATES = every_state(PLAN)
LEFT_HOLD = index_of(PLAN, PhaseKind.HOLD, side=Side.LEFT, rep=4)
PLANK = index_of(PLAN, PhaseKind.HOLD, "plank")
ACTIVITY = index_of(PLAN, PhaseKind.ACTIVITY)
CAUTION = (
    "Pregnant: not flat on your back for long, above all after 16 weeks. "
    "Osteoporosis: ask your doctor or physiotherapist first."
)


@pytest.fixture
def view(qtbot: QtBot) -> SessionView:
    return shown_view(qtbot, PLAN, frame_at(PLAN, LEFT_HOLD, 7))


@pytest.fixture
def ear(view: SessionView) -> Ear:
    return Ear(view)


# What is said


def test_a_hold_says_everything_there_is_to_know(view: SessionView) -> None:
    said = texts(view)
    assert "Knee to chest" in said
    assert any(text.startswith("Exercise 1 of 6 · ") and text.endswith(" left") for text in said)
    assert "Rep 4 of 10" in said
    assert "Rest 5 s, then left leg again" in said
    assert "Left leg" in said
    assert "On your back" in said
    assert countdown(view).accessibleDescription() == "8, Hold"


def countdown(view: SessionView) -> Countdown:
    found = view.findChild(Countdown)
    assert isinstance(found, Countdown)
    return found


@pytest.mark.parametrize(
    ("state", "description"),
    [
        ("prepare knee-to-chest", "10, Get ready"),
        ("hold knee-to-chest", "15, Hold"),
        ("rest knee-to-chest", "5, Rest"),
        ("switch knee-to-chest", "8, Switch sides"),
        ("move cat-cow", "6, Move"),
        ("set_rest plank", "30, Rest"),
        ("activity walking", "10:00, When you are ready"),
        ("paused", "11, Paused"),
        ("counting in", "3, Here we go"),
        ("ready", "10, Get ready"),
    ],
)
def test_the_countdown_tells_the_moment(view: SessionView, state: str, description: str) -> None:
    view.show_frame(STATES[state])
    assert countdown(view).accessibleDescription() == description


def test_sets_are_counted_where_there_are_several(view: SessionView) -> None:
    view.show_frame(frame_at(PLAN, index_of(PLAN, PhaseKind.HOLD, "long-name", rep=2)))
    assert "Rep 2 of 2 · set 1 of 2" in texts(view)


def test_a_single_repetition_needs_no_dots(view: SessionView) -> None:
    view.show_frame(frame_at(PLAN, index_of(PLAN, PhaseKind.HOLD, "legs-up")))
    dots = view.findChild(RepDots)
    assert isinstance(dots, RepDots)
    assert not dots.isVisible()


def test_single_repetitions_in_several_sets_show_the_sets(view: SessionView) -> None:
    view.show_frame(frame_at(PLAN, PLANK))
    dots = view.findChild(RepDots)
    assert isinstance(dots, RepDots)
    assert len(dots.dots()) == 3


@pytest.mark.parametrize(
    ("state", "notice"),
    [
        ("away", "You were away for 12 min"),
        ("hurt", "That exercise is over. Press U now to go back to it."),
        ("hold knee-to-chest", CAUTION),
    ],
)
def test_the_notice_says_the_most_urgent_thing(view: SessionView, state: str, notice: str) -> None:
    view.set_caution(CAUTION)
    view.show_frame(STATES[state])
    shown = view.findChild(Notice)
    assert isinstance(shown, Notice)
    assert (shown.isVisible(), shown.text()) == (True, notice)


def test_without_anything_to_say_there_is_no_notice(view: SessionView) -> None:
    shown = view.findChild(Notice)
    assert isinstance(shown, Notice)
    assert not shown.isVisible()
    view.set_caution(CAUTION)
    assert shown.isVisible()
    view.set_caution("")
    assert not shown.isVisible()


@pytest.mark.parametrize(
    ("speed", "note"),
    [(60, "Preview at 60×"), (1.5, "Preview at 1.5×")],
)
def test_a_preview_says_so(view: SessionView, speed: float, note: str) -> None:
    view.show_preview_speed(speed)
    assert note in texts(view)
    view.show_preview_speed(1)
    assert not any(text.startswith("Preview") for text in texts(view))


def test_a_change_of_phase_is_announced_once(view: SessionView) -> None:
    heard: list[str] = []
    view.announced.connect(heard.append)
    session, now = at(PLAN, LEFT_HOLD)
    for second in range(22):
        session.advance(now + second)
        view.show_frame(frame_of(session, now + second))
    assert heard == [
        "Hold, left leg, rep 4 of 10, 15 seconds",
        *("10 seconds left", "3", "2", "1"),
        "Rest, 5 seconds",
        "Hold, left leg, rep 5 of 10, 15 seconds",
    ]


def test_a_new_exercise_is_announced_by_its_name(view: SessionView) -> None:
    heard: list[str] = []
    view.announced.connect(heard.append)
    view.show_frame(STATES["prepare cat-cow"])
    assert heard == ["Get ready, Cat cow, 15 seconds"]


def test_a_pause_takes_the_hue_off_the_countdown(view: SessionView) -> None:
    def hue_px() -> int:
        image = countdown(view).grab().toImage()
        hue = QColor(tokens_of(view.palette()).hold)
        size = range(0, image.width(), 3), range(0, image.height(), 3)
        return sum(image.pixelColor(x, y) == hue for x in size[0] for y in size[1])

    assert hue_px() > 100
    view.show_frame(frame_at(PLAN, LEFT_HOLD, 7, paused))
    assert hue_px() == 0


@pytest.mark.parametrize("side", list(Side))
def test_the_badge_stands_at_the_side_it_names(view: SessionView, side: Side) -> None:
    view.show_frame(frame_at(PLAN, index_of(PLAN, PhaseKind.HOLD, side=side)))
    badge = view.findChild(SideBadge)
    assert isinstance(badge, SideBadge)
    assert badge.accessibleName() == side.name
    room = badge.parentWidget()
    assert isinstance(room, QWidget)
    assert (badge.geometry().center().x() > room.width() / 2) is (side is Side.RIGHT)


def test_without_sides_there_is_no_badge(view: SessionView) -> None:
    view.show_frame(STATES["move cat-cow"])
    badge = view.findChild(SideBadge)
    assert isinstance(badge, SideBadge)
    assert not badge.isVisible()


def card(view: SessionView) -> ExerciseCard:
    found = view.findChild(ExerciseCard)
    assert isinstance(found, ExerciseCard)
    return found


def test_while_getting_ready_the_steps_can_be_read_from_the_floor(view: SessionView) -> None:
    view.show_frame(STATES["prepare knee-to-chest"])
    assert "Clasp both hands just below the knee" in card(view).accessibleDescription()
    assert card(view).text.px >= 24


def test_during_the_effort_the_card_says_what_to_feel_and_to_avoid(view: SessionView) -> None:
    assert card(view).accessibleDescription() == (
        "A gentle stretch in the buttock and the lower back. "
        "Avoid: Lifting the head, or tugging hard on the knee."
    )
    assert card(view).text.px >= 28


def test_the_next_exercise_is_named(view: SessionView) -> None:
    view.show_frame(frame_at(PLAN, index_of(PLAN, PhaseKind.PREPARE, "plank") - 1))
    strip = view.findChild(NextStrip)
    assert isinstance(strip, NextStrip)
    assert "Plank" in texts(strip)


# What is seen


def ink_rows(view: SessionView, tokens: Tokens) -> int:
    """The height of what is drawn in the ink's colour within the countdown."""
    dial = countdown(view)
    ink = QColor(tokens.ink).rgb().to_bytes(4, "little")
    image = view.grab(QRect(dial.mapTo(view, dial.rect().topLeft()), dial.size())).toImage()
    pixels, line = bytes(image.constBits()), image.bytesPerLine()
    lines = (pixels[y * line : (y + 1) * line] for y in range(image.height()))
    rows = [y for y, row in enumerate(lines) if has_pixel(row, ink)]
    return rows[-1] - rows[0] + 1


def has_pixel(line: bytes, pixel: bytes) -> bool:
    found = line.find(pixel)
    while found % 4 and found != -1:
        found = line.find(pixel, found + 1)
    return found != -1


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["hold plank", "hold legs-up", "prepare plank"])
def test_digits_are_at_least_a_quarter_of_the_windows_height(
    qtbot: QtBot, state: str, size: tuple[int, int], tokens: Tokens
) -> None:
    made = SessionView(Words())
    qtbot.addWidget(made)
    made.setPalette(palette_of(tokens))
    made.resize(*size)
    made.set_plan(PLAN)
    made.show()
    made.show_frame(STATES[state])
    assert ink_rows(made, tokens) >= NORMAL_SHARE * size[1]


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (2560, 1080), (3840, 2160)])
def test_in_full_screen_digits_are_at_least_two_fifths_of_it(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    made = SessionView(Words())
    qtbot.addWidget(made)
    made.setPalette(palette_of(DARK))
    made.resize(*size)
    made.fill_screen(True)
    made.set_plan(PLAN)
    made.show()
    made.show_frame(STATES["hold plank"])
    assert ink_rows(made, DARK) >= FULL_SCREEN_SHARE * size[1]


@pytest.mark.parametrize("share", [NORMAL_SHARE, FULL_SCREEN_SHARE])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_and_nothing_overlaps(
    qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    made = SessionView(Words())
    qtbot.addWidget(made)
    made.resize(*size)
    made.set_plan(PLAN)
    made.fill_screen(share > NORMAL_SHARE)
    made.show()
    for caution, speed in (("", 1), (CAUTION, 60)):
        made.set_caution(caution)
        made.show_preview_speed(speed)
        for name, frame in STATES.items():
            made.show_frame(frame)
            check_boxes(made, name)
            check_texts(made, name)
            made.show_leave_question(True)
            check_boxes(made, name)
            check_texts(made, name)
            made.show_leave_question(False)


def check_boxes(view: SessionView, state: str) -> None:
    stage = view.findChild(SessionStage)
    assert isinstance(stage, SessionStage)
    over = (Veil, PauseSign)  # what lies over other parts, and shall
    parts = [w for w in stage.children() if isinstance(w, QWidget) and w.isVisible()]
    parts = [part for part in parts if not isinstance(part, over)]
    for number, part in enumerate(parts):
        assert stage.rect().contains(part.geometry()), (state, part)
        assert not part.geometry().isEmpty(), (state, part)
        for other in parts[number + 1 :]:
            assert not part.geometry().intersects(other.geometry()), (state, part, other)


def check_texts(view: SessionView, state: str) -> None:
    for label in view.findChildren(FitLabel):
        if label.isVisible() and label.text():
            assert label.shows_all(), (state, label.text(), label.size())
    for each in view.findChildren(SessionButton):
        if each.isVisible():
            box = each.rect().adjusted(4, 4, -4, -round(each.height() * 0.42))
            font = fitting_font(each.font(), each.text(), box, 30, lines=2, bold=True)
            assert font.pixelSize() >= 12, (state, each.text())


def test_a_long_name_wraps_and_is_whole(view: SessionView) -> None:
    view.show_frame(STATES["hold long-name"])
    (name,) = (label for label in view.findChildren(FitLabel) if label.text() == LONG_NAME)
    assert name.shows_all()
    assert name.font().pixelSize() >= 28
    assert not fits(name.fontMetrics(), LONG_NAME, name.rect(), 1)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_all_text_of_a_session_has_a_contrast_of_7(tokens: Tokens) -> None:
    pairs = [
        (tokens.ink, tokens.background),
        (tokens.ink, tokens.surface),
        (tokens.session_soft, tokens.background),
        (tokens.session_soft, tokens.surface),
        (tokens.ink, tokens.accent_wash),
        (tokens.on_accent, tokens.hold),
        (tokens.caution_ink, tokens.caution_background),
        *((tokens.phase(kind), tokens.background) for kind in PhaseKind),
    ]
    assert all(contrast(*pair) >= 7 for pair in pairs)


def test_another_palette_is_taken_up_at_once(view: SessionView) -> None:
    for tokens in (LIGHT, DARK):
        view.setPalette(palette_of(tokens))
        image = view.grab().toImage()
        assert image.pixelColor(2, 2) == QColor(tokens.background)
        assert ink_rows(view, tokens) >= 200


def test_the_same_frame_again_draws_nothing(view: SessionView) -> None:
    frame = frame_at(PLAN, LEFT_HOLD, 7)
    view.show_frame(frame)
    QApplication.processEvents()
    drawn = Drawn()
    for widget in view.findChildren(QWidget):
        widget.installEventFilter(drawn)
    view.show_frame(frame)
    view.show_fraction(frame.left_seconds)
    QApplication.processEvents()
    assert drawn.count == 0


def test_a_second_draws_only_what_it_changes(view: SessionView) -> None:
    drawn = Drawn()
    for widget in view.findChildren(QWidget):
        widget.installEventFilter(drawn)
    view.show_frame(frame_at(PLAN, LEFT_HOLD, 8))
    QApplication.processEvents()
    assert 0 < drawn.count <= 4


class Drawn(QWidget):
    """Counts the paintings of the widgets it watches."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        del watched
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_session_that_has_not_begun_waits_for_space(view: SessionView, ear: Ear) -> None:
    assert STATES["ready"].state is State.READY
    view.show_frame(STATES["ready"])
    press(view, Qt.Key.Key_Space)
    assert ear.heard == ["toggle_requested"]


def test_a_session_that_is_over_can_still_be_shown(view: SessionView) -> None:
    session = Session(PLAN)
    session.start(0.0)
    session.stop(1.0)
    view.show_frame(frame_of(session, 1.0))
    assert countdown(view).accessibleDescription() == "0, Done"
