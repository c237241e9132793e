"""Plans and frames of real sessions for the tests of the session's widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from backcare.core.exercise import Limb, SideOrder, Sides
from backcare.core.frame import Frame, frame_of
from backcare.core.session import Session, State
from backcare.core.words import Words
from backcare.ui.session_button import SessionButton
from backcare.ui.session_view import SessionView
from tests.builders import make_activity, make_hold, make_moves, make_plan
from tests.ui.figure_builders import CURL, SQUAT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from backcare.core.exercise import Exercise, Side
    from backcare.core.plan import PhaseKind, Plan

LONG_NAME = "Hüftbeugerdehnung im Halbkniestand mit Unterstützung"

SIZES = (
    (800, 600),
    (1024, 640),
    (1280, 800),
    (1920, 1080),
    (2560, 1080),
    (3840, 2160),
    (800, 1280),
)


def knee_to_chest() -> Exercise:
    """A hold on each side, ten times, with steps and texts of ordinary length."""
    exercise = make_hold(
        "knee-to-chest", seconds=15, reps=10, sides=Sides.EACH, order=SideOrder.BLOCK
    )
    return replace(
        exercise,
        limb=Limb.LEG,
        steps=(
            "Lie on your back, both legs long, head resting on the mat.",
            "Bend one knee and bring it towards your chest.",
            "Clasp both hands just below the knee, or behind the thigh if the knee is sore.",
            "Ease the thigh closer until you feel a mild stretch, and breathe.",
            "Let go slowly and slide the leg down again.",
        ),
        feel="A gentle stretch in the buttock and the lower back.",
        avoid="Lifting the head, or tugging hard on the knee.",
    )


def every_kind() -> Plan:
    """A plan in which every kind of phase occurs."""
    return make_plan(
        knee_to_chest(),
        make_moves("cat-cow", reps=3),
        make_hold("plank", seconds=30, cap=60, open_hold=True, sets=3),
        make_activity("walking", minutes=10),
        replace(make_hold("long-name", seconds=20, reps=2, sets=2), name=LONG_NAME),
        make_hold("legs-up", seconds=600, cap=600),
    )


def illustrated(plan: Plan) -> Plan:
    """The same plan with pictures: low ones, and for moves a tall one."""
    entries = []
    for entry in plan.entries:
        picture = CURL if entry.exercise.has_holds else SQUAT
        exercise = replace(entry.exercise, illustration=picture)
        entries.append(replace(entry, exercise=exercise))
    return replace(plan, entries=tuple(entries))


def index_of(
    plan: Plan, kind: PhaseKind, exercise: str = "", *, side: Side | None = None, rep: int = 0
) -> int:
    """The first phase of that kind, on that exercise, side and rep where they are given."""
    return next(
        index
        for index, phase in enumerate(plan.phases)
        if phase.kind is kind
        and phase.exercise in (exercise or phase.exercise,)
        and (side is None or phase.side is side)
        and (not rep or phase.rep == rep)
    )


def at(plan: Plan, index: int, seconds: float = 0.0) -> tuple[Session, float]:
    """A session that has run into phase `index` for that long, and the time then."""
    session = Session(plan)
    session.start(0.0)
    while session.phase_index < index:
        session.skip(0.0)
    now = 0.0
    while now < seconds:
        now = min(seconds, now + 1.0)
        session.advance(now)
    return session, now


def frame_at(
    plan: Plan,
    index: int,
    seconds: float = 0.0,
    then: Callable[[Session, float], object] | None = None,
) -> Frame:
    """The frame of that moment, after something that the person did then."""
    session, now = at(plan, index, seconds)
    if then is not None:
        then(session, now)
    return frame_of(session, now)


def paused(session: Session, now: float) -> None:
    """The person pauses."""
    session.pause(now)


def going_on(session: Session, now: float) -> None:
    """The person pauses and goes on: the session counts in."""
    session.pause(now)
    session.resume(now)


def away(session: Session, now: float) -> None:
    """The machine sleeps for twelve minutes."""
    session.advance(now + 12 * 60)


def hurt(session: Session, now: float) -> None:
    """Something hurts."""
    session.hurt(now)


def every_state(plan: Plan) -> dict[str, Frame]:
    """A frame for each kind of phase, and one for each other state a session can be in."""
    frames: dict[str, Frame] = {}
    for index, phase in enumerate(plan.phases):
        frames.setdefault(f"{phase.kind.value} {phase.exercise}", frame_at(plan, index))
    some = next(i for i, phase in enumerate(plan.phases) if phase.kind.is_effort)
    for name, then in (("paused", paused), ("counting in", going_on), ("away", away)):
        frames[name] = frame_at(plan, some, 4.0, then)
    frames["hurt"] = frame_at(plan, some, 4.0, hurt)
    frames["ready"] = frame_of(Session(plan), 0.0)
    assert {frame.state for frame in frames.values()} == set(State) - {State.FINISHED}
    return frames


WISHES = (
    "toggle_requested",
    "skip_requested",
    "skip_exercise_requested",
    "back_requested",
    "extend_requested",
    "hurt_requested",
    "undo_hurt_requested",
    "end_hold_requested",
    "done_elsewhere_requested",
    "end_requested",
    "full_screen_requested",
    "leave_confirmed",
    "leave_declined",
)


class Ear:
    """Everything that a view wishes, in order."""

    def __init__(self, view: QWidget) -> None:
        self.heard: list[str] = []
        for name in WISHES:
            getattr(view, name).connect(lambda name=name: self.heard.append(name))


def shown_view(qtbot: QtBot, plan: Plan, frame: Frame) -> SessionView:
    """A session view of 1280 x 800 with that frame, its window active."""
    view = SessionView(Words())
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.set_plan(plan)
    view.show_frame(frame)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


def texts(view: QWidget) -> list[str]:
    """What the visible labels say."""
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def button(view: QWidget, text: str) -> SessionButton:
    """The visible button of that text."""
    (found,) = (b for b in view.findChildren(SessionButton) if b.text() == text and b.isVisible())
    return found


def buttons(view: QWidget) -> list[str]:
    """The texts of the visible buttons, from left to right."""
    shown = [each for each in view.findChildren(SessionButton) if each.isVisible()]
    return [each.text() for each in sorted(shown, key=lambda each: each.x())]


def press(
    widget: QWidget | None,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    *,
    again: bool = False,
) -> None:
    """A key goes down and up; `again` if it is held and comes once more."""
    assert widget is not None
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, "", again))
