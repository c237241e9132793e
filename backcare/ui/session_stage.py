"""All that a session shows, arranged for the window's size and the moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from backcare.core.plan import PhaseKind, Plan
from backcare.core.session import State
from backcare.ui.countdown import NORMAL_SHARE, Countdown, Dial, Mode
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.rep_dots import RepDots
from backcare.ui.session_bar import SessionBar
from backcare.ui.session_controls import SessionControls
from backcare.ui.session_layout import Wanted, arrange, is_stacked, unit_of
from backcare.ui.session_panels import LeaveQuestion, NextStrip, Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.core.frame import Frame
    from backcare.core.gesture import Gesture
    from backcare.core.words import Words
    from backcare.ui.figure_view import FigureView
    from backcare.ui.figures import Figures

_EDGE_PX = 2
"""What the smoothed edges of digits take off their height."""


class SessionStage(QWidget):
    """The parts of the session view; each is touched only when what it shows has changed."""

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, figures: Figures | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._plan: Plan | None = None
        self._caution = ""
        self._digits_share = NORMAL_SHARE
        self._wanted: Wanted | None = None
        self._bar = SessionBar(self)
        self._note = FitLabel(self, tone=session_soft, alignment=Qt.AlignmentFlag.AlignRight)
        self._name = FitLabel(self, bold=True, lines=2)
        self._progress = FitLabel(self, tone=session_soft)
        self._card = ExerciseCard(words, self, figures=figures)
        self._question = LeaveQuestion(self)
        self._notice = Notice(self)
        self._following = NextStrip(self, figures=figures)
        self._countdown = Countdown(self)
        self._dots = RepDots(self)
        self._place = FitLabel(self, tone=session_soft, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.controls = SessionControls(self)
        for hidden in (self._question, self._notice, self._note):
            hidden.hide()

    def set_plan(self, plan: Plan) -> None:
        """Make ready for the frames of another session."""
        self._plan = plan
        self._bar.set_plan(plan)

    def show_frame(self, frame: Frame) -> None:
        """Show a moment of the session."""
        self._show_exercise(frame)
        self._countdown.show_dial(self._dial(frame))
        self._show_place(frame)
        self._show_notice(frame)
        self.controls.show_frame(frame)
        self._arrange()

    def set_fraction(self, left: float) -> None:
        """Move the ring only."""
        self._countdown.set_fraction(left)

    @property
    def figure(self) -> FigureView:
        """The figure on the card."""
        return self._card.figure

    def build_ahead(self, entry: int, gesture: Gesture) -> bool:
        """Build a picture that will be needed; False if there is nothing to build.

        The small picture of what comes next goes before.
        """
        if self._following.build_ahead():
            return True
        illustration = None if self._plan is None else self._plan.entries[entry].illustration
        return illustration is not None and self.figure.build_ahead(illustration, gesture)

    def set_note(self, note: str) -> None:
        """A quiet note beside the bar; an empty one is none."""
        self._note.show_text(note)
        self._note.setVisible(bool(note))
        self._arrange()

    def set_caution(self, text: str) -> None:
        """What the notice says when nothing more urgent is to be said."""
        self._caution = text

    def set_digits_share(self, share: float) -> None:
        """Make the digits at least this share of the window's height."""
        self._digits_share = share
        self._arrange()

    def show_question(self, asking: bool) -> None:
        """Ask, in the card's place, whether to end; or put the card back."""
        self._question.setVisible(asking)
        self._card.setVisible(not asking)
        self.controls.show_question(asking)

    def _show_exercise(self, frame: Frame) -> None:
        self._bar.set_progress(frame.number - 1, frame.exercise_done)
        self._name.show_text(frame.entry.exercise.name)
        self._progress.show_text(
            self.tr("Exercise {number} of {count} · {time} left").format(
                number=frame.number,
                count=frame.count,
                time=self._words.clock(frame.total_left_seconds),
            )
        )
        steps = frame.kind is PhaseKind.PREPARE or frame.state in (State.READY, State.WAITING)
        effort = frame.kind.is_effort
        self._card.show_exercise(frame.entry, frame.side, steps=steps, effort=effort)
        self._following.setVisible(not steps)
        if self._plan is not None:
            self._following.show_text(self._words.upcoming(frame, self._plan))
            self._following.show_effort(self._plan, frame.next_effort)

    def _dial(self, frame: Frame) -> Dial:
        mode, hint = Mode.COUNTING_IN if frame.counting_in else Mode.RUNNING, ""
        if frame.state is State.PAUSED:
            mode, hint = Mode.PAUSED, self.tr("Press Space to go on")
        elif frame.state in (State.WAITING, State.READY):
            mode, hint = Mode.WAITING, self.tr("Press Space to start")
        word = self._words.headline(frame)
        return Dial(frame.seconds, frame.phase_seconds, word, frame.kind, mode, hint)

    def _show_place(self, frame: Frame) -> None:
        """Dots for repetitions, or for sets where each is a single one."""
        current, whole = (frame.rep, frame.reps) if frame.reps > 1 else (frame.set, frame.sets)
        place = self._words.place(frame) if whole > 1 else ""
        self._dots.set_reps(current, whole, active=frame.kind.is_effort)
        self._place.show_text(place)

    def _has_dots(self) -> bool:
        """Where card and countdown share one column, the steps to read need the dots' room."""
        crowded = is_stacked(self.size()) and self._following.isHidden()
        return bool(self._place.text()) and not crowded

    def _show_notice(self, frame: Frame) -> None:
        text = self._caution
        if frame.away_seconds:
            away = self._words.about(frame.away_seconds)
            text = self.tr("You were away for {time}").format(time=away)
        elif frame.can_undo_hurt:
            text = self.tr("That exercise is over. Press U now to go back to it.")
        self._notice.show_text(text)
        self._notice.setVisible(bool(text))

    def _arrange(self) -> None:
        """Put every part in its place; does nothing if all would stay where it is."""
        unit, dots = unit_of(self.size()), self._has_dots()
        self._dots.setVisible(dots)
        self._place.setVisible(dots)
        self._note.set_largest(round(0.026 * unit))
        wanted = Wanted(
            size=self.size(),
            least_digits_px=math.ceil(self.window().height() * self._digits_share) + _EDGE_PX,
            notice=not self._notice.isHidden(),
            dots=dots,
            following=not self._following.isHidden(),
            note_px=0 if self._note.isHidden() else round(0.46 * unit),
        )
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._set_sizes(wanted, unit)
        places = arrange(wanted)
        for part, box in (
            (self._bar, places.bar),
            (self._note, places.note),
            (self._name, places.name),
            (self._progress, places.progress),
            (self._card, places.card),
            (self._question, places.card),
            (self._notice, places.notice),
            (self._following, places.following),
            (self._countdown, places.countdown),
            (self._dots, places.dots),
            (self._place, places.place),
            (self.controls, places.controls),
        ):
            part.setGeometry(box)

    def _set_sizes(self, wanted: Wanted, unit: int) -> None:
        self._name.set_largest(round(0.062 * unit))
        self._progress.set_largest(round(0.034 * unit))
        self._place.set_largest(round(0.036 * unit))
        self._notice.set_largest(round(0.034 * unit))
        self._card.set_unit(unit)
        self._question.set_unit(unit)
        self.controls.set_gap(round(0.013 * unit))
        self._countdown.set_least_digits(wanted.least_digits_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
