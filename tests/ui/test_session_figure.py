"""The figure in the session's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from backcare.core.choreography import gesture_of, gestures_ahead
from backcare.core.exercise import Side
from backcare.core.frame import frame_of
from backcare.core.plan import PhaseKind
from backcare.core.words import Words
from backcare.ui.countdown import FULL_SCREEN_SHARE, NORMAL_SHARE
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.figure_view import FigureView
from backcare.ui.session_panels import NextStrip
from backcare.ui.session_view import SessionView
from backcare.ui.side_badge import SideBadge
from backcare.ui.theme import LIGHT, palette_of
from tests.ui.figure_builders import colours, make_figures
from tests.ui.session_builders import (
    SIZES,
    at,
    every_kind,
    every_state,
    frame_at,
    illustrated,
    index_of,
)
from tests.ui.test_figure_view import late
from tests.ui.test_session_view import Drawn, check_boxes, check_texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.core.plan import Plan

PLAN = illustrated(every_kind())
STATES = every_state(PLAN)
HOLD = index_of(PLAN, PhaseKind.HOLD, "knee-to-chest", side=Side.LEFT)


def make(qtbot: QtBot, plan: Plan = PLAN, size: tuple[int, int] = (1280, 800)) -> SessionView:
    view = SessionView(Words(), figures=make_figures())
    qtbot.addWidget(view)
    view.setPalette(palette_of(LIGHT))
    view.resize(*size)
    view.set_plan(plan)
    view.show()
    return view


def part(view: QWidget, kind: type[QWidget]) -> QWidget:
    found = view.findChild(kind)
    assert isinstance(found, kind)
    return found


def figure_of(view: QWidget) -> FigureView:
    found = part(view, FigureView)
    assert isinstance(found, FigureView)
    return found


def show(view: SessionView, index: int, seconds: float, *, may_build: bool = True) -> None:
    session, now = at(PLAN, index, seconds)
    view.show_frame(frame_of(session, now))
    illustration = PLAN.entries[session.phase.entry].illustration
    assert illustration is not None
    view.show_gesture(gesture_of(session, now, illustration), may_build=may_build)


@pytest.mark.parametrize("share", [NORMAL_SHARE, FULL_SCREEN_SHARE])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped_and_nothing_overlaps(
    qtbot: QtBot, size: tuple[int, int], share: float
) -> None:
    view = make(qtbot, size=size)
    view.fill_screen(share > NORMAL_SHARE)
    for caution in ("", "Osteoporosis: ask your doctor or physiotherapist first."):
        view.set_caution(caution)
        for name, frame in STATES.items():
            view.show_frame(frame)
            check_boxes(view, name)
            check_texts(view, name)
            card, badge = part(view, ExerciseCard), part(view, SideBadge)
            figure = figure_of(card)
            assert card.rect().contains(figure.geometry()), name
            assert figure.height() > 0.15 * card.height() or share > NORMAL_SHARE, name
            if badge.isVisible():
                assert card.rect().contains(badge.geometry()), name


def test_the_figure_has_most_of_the_card_during_a_hold(qtbot: QtBot) -> None:
    view = make(qtbot)
    show(view, HOLD, 5.0)
    card = part(view, ExerciseCard)
    assert figure_of(card).height() > 0.45 * card.height()
    assert colours(figure_of(card).grab().toImage()) > 6
    assert figure_of(card).accessibleName() == "Knee to chest"


def test_one_sentence_is_left_of_the_words(qtbot: QtBot) -> None:
    view = make(qtbot)
    card = part(view, ExerciseCard)
    said = {}
    for kind in (PhaseKind.PREPARE, PhaseKind.HOLD, PhaseKind.REST):
        show(view, index_of(PLAN, kind, "knee-to-chest"), 1.0)
        said[kind] = card.accessibleDescription()
    assert "Clasp both hands just below the knee" in said[PhaseKind.PREPARE]
    assert said[PhaseKind.HOLD] == "A gentle stretch in the buttock and the lower back."
    assert said[PhaseKind.REST] == "Avoid: Lifting the head, or tugging hard on the knee."


def test_what_comes_next_has_a_small_picture_built_when_there_is_time(qtbot: QtBot) -> None:
    view = make(qtbot)
    show(view, HOLD, 5.0)
    strip = part(view, NextStrip)
    small = figure_of(strip)
    assert small.isVisible()
    assert late(small)
    view.look_ahead(gestures_ahead(PLAN, HOLD, lambda entry: PLAN.entries[entry].illustration))
    view.build_ahead()
    assert not late(small)
    show(view, len(PLAN.phases) - 1, 5.0)
    assert not small.isVisible()


def test_pictures_built_ahead_are_there_in_time(qtbot: QtBot) -> None:
    view = make(qtbot)
    show(view, HOLD, 0.0)
    view.look_ahead(gestures_ahead(PLAN, HOLD, lambda entry: PLAN.entries[entry].illustration))
    for _ in range(60):
        view.build_ahead()
    show(view, HOLD, 1.0, may_build=False)
    assert not view.figure_is_late


def test_looking_ahead_comes_to_an_end(qtbot: QtBot) -> None:
    view = make(qtbot)
    show(view, HOLD, 0.0)
    view.look_ahead(iter(()))
    view.build_ahead()
    view.build_ahead()
    show(view, HOLD, 1.0, may_build=False)
    assert view.figure_is_late


def test_a_breath_draws_the_figure_alone(qtbot: QtBot) -> None:
    view = make(qtbot)
    show(view, HOLD, 5.0)
    QApplication.processEvents()
    drawn = Drawn()
    for widget in view.findChildren(QWidget):
        widget.installEventFilter(drawn)
    session, now = at(PLAN, HOLD, 5.0)
    illustration = PLAN.entries[0].illustration
    assert illustration is not None
    view.show_gesture(gesture_of(session, now + 0.9, illustration))
    QApplication.processEvents()
    assert 1 <= drawn.count <= 3  # with a badge and its limb that stand over a corner


def test_an_exercise_without_a_picture_has_its_words_as_before(qtbot: QtBot) -> None:
    view = make(qtbot, every_kind())
    view.show_frame(frame_at(every_kind(), HOLD, 5.0))
    card = part(view, ExerciseCard)
    assert not figure_of(card).isVisible()
    assert not figure_of(part(view, NextStrip)).isVisible()
    assert "Avoid" in card.accessibleDescription()
