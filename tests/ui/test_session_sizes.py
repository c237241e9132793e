"""Every moment of a session in windows of every shape."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt

from backcare.core.exercise import Side
from backcare.core.plan import PhaseKind
from backcare.core.translation import in_english
from backcare.core.words import Words
from backcare.ui.countdown import FULL_SCREEN_SHARE, NORMAL_SHARE, Countdown, Dial
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.fit_label import FitLabel
from backcare.ui.rep_dots import RepDots
from backcare.ui.session_bar import SessionBar
from backcare.ui.session_controls import SessionControls
from backcare.ui.session_layout import Wanted, arrange, is_stacked
from backcare.ui.session_panels import NextStrip
from backcare.ui.session_view import SessionView
from backcare.ui.side_badge import SideBadge
from tests.builders import make_activity, make_hold, make_plan
from tests.ui.figure_builders import make_figures
from tests.ui.session_builders import every_kind, every_state, frame_at, illustrated, index_of
from tests.ui.test_session_view import check_boxes, check_texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from backcare.core.frame import Frame
    from backcare.core.plan import Plan
    from backcare.core.translation import Translator

SHAPES = {
    "4:3": (1024, 768),
    "16:10": (1280, 800),
    "16:9": (1920, 1080),
    "21:9": (2560, 1080),
    "32:9": (3840, 1080),
    "5:4": (1280, 1024),
    "1:1": (1000, 1000),
    "3:4": (900, 1200),
    "9:16": (1080, 1920),
    "tablet": (800, 1280),
    "small": (1024, 640),
    "least": (640, 480),
    "4K": (3840, 2160),
}
SHARES = [NORMAL_SHARE, FULL_SCREEN_SHARE]
CAUTION = "Osteoporosis: ask your doctor or physiotherapist first."


def long(context: str, text: str) -> str:
    """Words about as long as German ones."""
    made = (
        word + "en" * (len(word) > 3 and "{" not in word)
        for word in in_english(context, text).split(" ")
    )
    return " ".join(made)


PLAN = illustrated(every_kind())
BARE = every_kind()
STATES = {
    **{f"{name}, figure": frame for name, frame in every_state(PLAN).items()},
    "no figure": frame_at(BARE, index_of(BARE, PhaseKind.HOLD, side=Side.LEFT), 7),
    "right": frame_at(PLAN, index_of(PLAN, PhaseKind.HOLD, side=Side.RIGHT), 7),
    "switch": frame_at(PLAN, index_of(PLAN, PhaseKind.SWITCH), 2),
}


def make(
    qtbot: QtBot,
    size: tuple[int, int],
    share: float,
    plan: Plan = PLAN,
    translate: Translator = long,
) -> SessionView:
    view = SessionView(Words(translate), figures=make_figures())
    qtbot.addWidget(view)
    view.resize(*size)
    view.fill_screen(share > NORMAL_SHARE)
    view.set_plan(plan)
    view.show()
    return view


def part(view: QWidget, kind: type[QWidget]) -> QWidget:
    found = view.findChild(kind)
    assert isinstance(found, kind)
    return found


def digits_px(view: SessionView) -> float:
    dial = part(view, Countdown)
    assert isinstance(dial, Countdown)
    return dial.digits_px()


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
def test_every_moment_fits_and_has_its_digits(
    qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    view = make(qtbot, size, share)
    for caution in ("", CAUTION):
        view.set_caution(caution)
        for name, frame in STATES.items():
            view.show_frame(frame)
            for asking in (False, True):
                view.show_leave_question(asking)
                check_boxes(view, name)
                check_texts(view, name)
                assert digits_px(view) >= share * size[1], (name, caution)
                assert part(view, NextStrip).isVisible(), name
            view.show_leave_question(False)
    view.show_notice("The settings could not be saved: there is no room left on the disk")
    check_boxes(view, "notice")
    check_texts(view, "notice")
    assert digits_px(view) >= share * size[1]


NUMBERS = {"8": 8, "88": 88, "9:59": 599, "59:59": 3599, "180:00": 10800}


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
def test_the_widest_number_is_as_high_as_the_narrowest(
    qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    for text, seconds in NUMBERS.items():
        exercise = make_hold("hold", seconds=5)
        plan = make_plan(exercise)
        phases = tuple(phase._replace(seconds=seconds) for phase in plan.phases)
        plan = replace(plan, phases=phases)
        view = make(qtbot, size, share, plan)
        view.show_frame(frame_at(plan, len(phases) - 1))
        assert part(view, Countdown).accessibleDescription().startswith(text)
        assert digits_px(view) >= share * size[1], text
        check_boxes(view, text)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("share", SHARES)
def test_steps_can_be_read_from_the_floor(
    qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    view = make(qtbot, size, share)
    card = part(view, ExerciseCard)
    assert isinstance(card, ExerciseCard)
    for state in ("prepare knee-to-chest, figure", "prepare cat-cow, figure", "ready, figure"):
        view.show_frame(STATES[state])
        lines = card.fontMetrics().height() / card.fontInfo().pixelSize()
        assert card.text.px * lines >= 0.05 * size[1], state


@pytest.mark.parametrize("size", SHAPES.values(), ids=SHAPES)
def test_a_switch_of_sides_cannot_be_misread(qtbot: QtBot, size: tuple[int, int]) -> None:
    view = make(qtbot, size, NORMAL_SHARE, PLAN, in_english)
    view.show_frame(STATES["right"])
    usual = part(view, SideBadge).height()
    view.show_frame(STATES["switch"])
    assert part(view, SideBadge).height() >= max(0.12 * size[1], usual + 1)


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)])
def test_who_reads_from_the_right_has_everything_the_other_way_round(
    qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    kinds = (ExerciseCard, Countdown, NextStrip, RepDots, SessionBar, SessionControls)
    view = make(qtbot, size, share)
    view.show_frame(STATES["right"])
    before = {kind: part(view, kind).geometry() for kind in kinds}
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for name, frame in STATES.items():
        view.show_frame(frame)
        check_boxes(view, name)
        check_texts(view, name)
    view.show_frame(STATES["right"])
    for kind, box in before.items():
        box.moveRight(size[0] - 1 - box.left())
        assert part(view, kind).geometry() == box, kind


def test_the_badge_stays_at_its_side_where_one_reads_from_the_right(qtbot: QtBot) -> None:
    view = make(qtbot, (1280, 800), NORMAL_SHARE)
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for side in Side:
        view.show_frame(frame_at(BARE, index_of(BARE, PhaseKind.HOLD, side=side)))
        card, badge = part(view, ExerciseCard), part(view, SideBadge)
        assert (badge.geometry().center().x() > card.width() / 2) is (side is Side.RIGHT)


def test_columns_stay_while_an_exercise_lasts(qtbot: QtBot) -> None:
    plan = make_plan(make_activity("walking", minutes=10), make_hold("hold", seconds=5))
    view = make(qtbot, (1280, 800), NORMAL_SHARE, plan)
    boxes = set()
    for index, phase in enumerate(plan.phases):
        if phase.exercise == "walking":
            frame: Frame = frame_at(plan, index)
            view.show_frame(frame)
            boxes.add(part(view, Countdown).geometry().getRect())
    assert len(boxes) == 1


def test_a_very_wide_window_keeps_its_parts_together() -> None:
    size = QSize(*SHAPES["32:9"])
    assert arrange(Wanted(size, 400)).bar.left() > 0.15 * size.width()


def test_portrait_has_the_card_over_the_countdown() -> None:
    size = QSize(*SHAPES["9:16"])
    assert is_stacked(size)
    places = arrange(Wanted(size, 480))
    assert places.card.bottom() < places.countdown.top()
    assert places.card.height() > 0.3 * size.height()


def test_a_label_without_room_says_so(qtbot: QtBot) -> None:
    label = FitLabel()
    qtbot.addWidget(label)
    label.resize(10, 10)
    label.show_text("Too long for ten pixels")
    assert not label.shows_all()


@pytest.mark.parametrize("size", [(800, 1280), (1080, 1920)])
def test_in_floor_mode_words_keep_the_width_they_have_in_a_window(size: tuple[int, int]) -> None:
    window = arrange(Wanted(QSize(*size), round(NORMAL_SHARE * size[1])))
    floor = arrange(Wanted(QSize(*size), round(FULL_SCREEN_SHARE * size[1]), slim=True))
    for name in ("name", "progress", "following"):
        assert getattr(floor, name).size() == getattr(window, name).size(), name
    assert floor.countdown.height() > window.countdown.height()


def test_a_long_word_in_a_circle_takes_two_lines(qtbot: QtBot) -> None:
    dial = Countdown()
    qtbot.addWidget(dial)
    dial.resize(400, 400)

    def rows_with_ink(word: str) -> int:
        dial.show_dial(Dial(7, 10, word, PhaseKind.PREPARE))
        image = dial.grab().toImage()
        ground = image.pixelColor(200, 310)
        across = range(110, 290)
        return sum(any(image.pixelColor(x, y) != ground for x in across) for y in range(270, 375))

    assert rows_with_ink("Bereitmachen zum Anfang") > 1.5 * rows_with_ink("Hold")
