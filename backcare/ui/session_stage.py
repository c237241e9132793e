"""All that a session shows, arranged for the window's size and the moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStyle, QWidget

from backcare.core.plan import PhaseKind, Plan
from backcare.core.session import State
from backcare.ui.countdown import NORMAL_SHARE, Countdown
from backcare.ui.exercise_card import ExerciseCard
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.rep_dots import RepDots
from backcare.ui.session_bar import SessionBar
from backcare.ui.session_controls import SessionControls
from backcare.ui.session_layout import Places, Wanted, arrange, unit_of
from backcare.ui.session_moment import dial_of, place_of, reading_of, waits, widest_of
from backcare.ui.session_panels import NextStrip, Notice
from backcare.ui.session_signs import Call, LeaveQuestion, PauseSign, Veil

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.core.frame import Frame
    from backcare.core.gesture import Gesture
    from backcare.core.words import Words
    from backcare.ui.figure_view import FigureView
    from backcare.ui.figures import Figures

_EDGE_PX = 2
"""What the smoothed edges of digits take off their height."""

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SessionStage(QWidget):
    """The parts of the session view; each is touched only when what it shows has changed."""

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, figures: Figures | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._plan: Plan | None = None
        self._frame: Frame | None = None
        self._caution = ""
        self._notice_text = ""
        self._asking = False
        self._is_urgent = False
        self._is_slim = False
        self._digits_share = NORMAL_SHARE
        self._wanted: tuple[Wanted, bool] | None = None
        self._bar = SessionBar(self)
        self._note = FitLabel(self, tone=session_soft, alignment=Qt.AlignmentFlag.AlignRight)
        self._name = FitLabel(self, bold=True, lines=2)
        self._progress = FitLabel(self, lines=2, tone=session_soft)
        self._card = ExerciseCard(words, self, figures=figures)
        self._following = NextStrip(self, figures=figures)
        self._countdown = Countdown(self)
        self._dots = RepDots(self)
        self._place = FitLabel(self, tone=session_soft, alignment=_CENTRE)
        self._call = Call(self)
        self._veil = Veil(self)
        # What lies over the veil.
        self._notice = Notice(self)
        self._question = LeaveQuestion(self)
        self._pause = PauseSign(self)
        self.controls = SessionControls(self)
        for hidden in (self._notice, self._note):
            hidden.hide()

    def set_plan(self, plan: Plan) -> None:
        """Make ready for the frames of another session."""
        self._plan = plan
        self._frame = None
        self._notice_text = ""
        self._bar.set_plan(plan)

    def show_frame(self, frame: Frame) -> None:
        """Show a moment of the session."""
        self._frame = frame
        self._show_exercise(frame)
        self._countdown.show_dial(dial_of(frame, self._words))
        self._show_place(frame)
        self._show_notice(frame)
        self._show_standing()
        self.controls.show_frame(frame)
        self._arrange()

    def set_left(self, seconds: float) -> None:
        """Move the ring, and turn the page if it is time for that: between two frames."""
        if self._frame is not None:
            whole = max(1, self._frame.phase_seconds)
            self._countdown.set_fraction(seconds / whole)
            self._card.show_elapsed(whole - seconds)

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
        self._show_again()

    def set_notice(self, text: str) -> None:
        """Something that happened just now; an empty text is nothing."""
        self._notice_text = text
        self._show_again()

    def set_digits(self, share: float, *, slim: bool) -> None:
        """Make the digits at least this share of the window's height, the controls `slim`."""
        self._digits_share, self._is_slim = share, slim
        self._arrange()

    def show_question(self, asking: bool) -> None:
        """Ask, in the card's place, whether to end; or put the card back."""
        self._asking = asking
        self._question.setVisible(asking)
        self._card.setVisible(not asking)
        self._show_standing()
        self.controls.show_question(asking)

    # What each part shows

    def _show_again(self) -> None:
        if self._frame is not None:
            self.show_frame(self._frame)

    def _show_exercise(self, frame: Frame) -> None:
        self._bar.set_progress(frame.number - 1, frame.exercise_done)
        self._name.show_text(frame.entry.exercise.name)
        self._progress.show_text(self._progress_text(frame))
        self._card.show_exercise(
            frame.entry,
            frame.side,
            reading_of(frame),
            effort=frame.kind.is_effort,
            seconds=None if waits(frame) else frame.phase_seconds,
        )
        if self._plan is not None:
            self._following.show_text(self._words.upcoming(frame, self._plan))
            self._following.show_effort(self._plan, frame.next_effort)

    def _progress_text(self, frame: Frame) -> str:
        if frame.state is State.WAITING and frame.kind is PhaseKind.ACTIVITY:
            return self.tr("Start when you like; or do it elsewhere, and press D")
        return self.tr("Exercise {number} of {count} · {time} left").format(
            number=frame.number,
            count=frame.count,
            time=self._words.clock(frame.total_left_seconds),
        )

    def _show_place(self, frame: Frame) -> None:
        """Dots for repetitions, or for sets where each is a single one; or how to begin."""
        current, whole = place_of(frame)
        has_dots = whole > 1 and not waits(frame) and not self._urgent_text(frame)
        self._dots.set_reps(current, whole, active=frame.kind.is_effort)
        self._place.show_text(self._words.place(frame) if has_dots else "")
        self._call.setVisible(waits(frame))
        self._dots.setVisible(has_dots)
        self._place.setVisible(has_dots)

    def _urgent_text(self, frame: Frame) -> str:
        if frame.away_seconds:
            away = self._words.about(frame.away_seconds)
            return self.tr("You were away for {time}").format(time=away)
        if frame.can_undo_hurt:
            return self.tr("That exercise is over. Press U now to go back to it.")
        return self._notice_text

    def _show_notice(self, frame: Frame) -> None:
        """What passes soon stands under the countdown, so that the card keeps its size."""
        urgent = self._urgent_text(frame)
        text = urgent or self._caution
        self._notice.show_text(text)
        self._notice.setVisible(bool(text))
        self._is_urgent = bool(urgent) and not waits(frame)

    def _show_standing(self) -> None:
        """While nothing goes on, all recedes but what brings it on again."""
        paused = self._frame is not None and self._frame.state is State.PAUSED
        self._pause.setVisible(paused and not self._asking)
        self._veil.setVisible(paused or self._asking)

    # Where each part stands

    def _arrange(self) -> None:
        """Put every part in its place; does nothing if all would stay where it is."""
        unit = unit_of(self.size())
        wanted = Wanted(
            size=self.size(),
            least_digits_px=math.ceil(self.window().height() * self._digits_share) + _EDGE_PX,
            widest=widest_of(self._frame, self._plan),
            notice=not (self._notice.isHidden() or self._is_urgent),
            foot=self._is_urgent or not (self._dots.isHidden() and self._call.isHidden()),
            counts_by_words=self._dots.has_bar,
            slim=self._is_slim,
            note_px=0 if self._note.isHidden() else round(0.46 * unit),
        )
        if (wanted, self._is_urgent) != self._wanted:
            self._wanted = (wanted, self._is_urgent)
            self._set_sizes(wanted, unit)
            self._put(arrange(wanted))
        self._pause.setGeometry(self._card.below_badge().translated(self._card.pos()))

    def _put(self, places: Places) -> None:
        """Places are read from left to right; here they are mirrored for those who do not."""
        for part, box in (
            (self._bar, places.bar),
            (self._note, places.note),
            (self._name, places.name),
            (self._progress, places.progress),
            (self._card, places.card),
            (self._question, places.card),
            (self._notice, places.foot if self._is_urgent else places.notice),
            (self._following, places.following),
            (self._countdown, places.countdown),
            (self._dots, places.dots),
            (self._place, places.place),
            (self._call, places.foot),
            (self.controls, places.controls),
        ):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
        shares_row = places.progress.top() == places.name.top()
        self._progress.setAlignment(_END if shares_row else _START)
        self._progress.setVisible(not places.progress.isEmpty())
        self._veil.setGeometry(self.rect())

    def _set_sizes(self, wanted: Wanted, unit: int) -> None:
        self._note.set_largest(round(0.026 * unit))
        self._name.set_largest(round(0.062 * unit))
        self._progress.set_largest(round(0.034 * unit))
        self._place.set_largest(round((0.056 if wanted.counts_by_words else 0.038) * unit))
        self._notice.set_largest(round(0.034 * unit))
        for part in (self._card, self._question, self._pause):
            part.set_unit(unit)
        self.controls.set_gap(round(0.013 * unit))
        self._countdown.set_least_digits(wanted.least_digits_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._wanted = None
            self._arrange()
