"""The session's screen: read from the floor, worked with single keys."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from backcare.core.announcements import Announcer
from backcare.core.session import State
from backcare.ui.announce import announce, is_listened_to
from backcare.ui.countdown import FULL_SCREEN_SHARE, NORMAL_SHARE
from backcare.ui.idleness import CONTROLS_HIDE_MS, Idleness
from backcare.ui.session_keys import Wish, is_ours, wish_of
from backcare.ui.session_stage import SessionStage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

    from backcare.core.frame import Frame
    from backcare.core.gesture import Gesture
    from backcare.core.plan import Plan
    from backcare.core.words import Words
    from backcare.ui.figures import Figures


LOOKED_AT = 150
"""So many gestures to come are looked at in one go: less than a millisecond's work."""

MOST_AHEAD = 6000

NOTICE_MS = 20_000
"""A notice of `show_notice` can be read twice over, and then goes by itself."""


class SessionView(QWidget):
    """Shows the frames of a session and sends out what the person wishes."""

    accessible_role = QAccessible.Role.Pane

    toggle_requested = Signal()
    skip_requested = Signal()
    skip_exercise_requested = Signal()
    back_requested = Signal()
    extend_requested = Signal()
    hurt_requested = Signal()
    undo_hurt_requested = Signal()
    end_hold_requested = Signal()
    done_elsewhere_requested = Signal()
    end_requested = Signal()
    full_screen_requested = Signal()
    leave_confirmed = Signal()
    leave_declined = Signal()
    announced = Signal(str)
    """What has just been said to screen readers."""

    def __init__(
        self,
        words: Words,
        parent: QWidget | None = None,
        *,
        figures: Figures | None = None,
        controls_hide_ms: int = CONTROLS_HIDE_MS,
    ) -> None:
        """`controls_hide_ms` after the last touch the controls of floor mode are out of sight."""
        super().__init__(parent)
        self._words = words
        self._announcer = Announcer(words)
        self._frame: Frame | None = None
        self._asking = False
        self._stage = SessionStage(words, self, figures=figures)
        self._ahead: Iterator[tuple[int, Gesture]] = iter(())
        self._idleness = Idleness(self, controls_hide_ms)
        self._idleness.changed.connect(self._show_controls)
        self.notice_timer = QTimer(self)
        self.notice_timer.setSingleShot(True)
        self.notice_timer.setInterval(NOTICE_MS)
        self.notice_timer.timeout.connect(lambda: self.show_notice(""))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Session"))
        self._connect_controls()

    def set_plan(self, plan: Plan) -> None:
        """Make ready for the frames of another session."""
        self._frame = None
        self.notice_timer.stop()
        self.show_leave_question(False)
        self._stage.set_plan(plan)

    def show_frame(self, frame: Frame) -> None:
        """Show a moment of the session."""
        before, self._frame = self._frame, frame
        self._stage.show_frame(frame)
        self.show_fraction(frame.left_seconds)
        if before is None or before.state is not frame.state:
            self._follow_idleness()
        said = self._announcer.sentence(before, frame)
        if said:
            self._say(said)

    def show_fraction(self, left_seconds: float) -> None:
        """Move the ring between two frames, and turn a page of steps if it is time."""
        self._stage.set_left(left_seconds)

    def show_gesture(self, gesture: Gesture, *, may_build: bool = True) -> None:
        """Move the figure; a picture that is not there is built only if there is time for it."""
        self._stage.figure.show_gesture(gesture, may_build=may_build)

    @property
    def is_listened_to(self) -> bool:
        """A screen reader is there: it hears of every second, though nobody may see it."""
        return is_listened_to()

    @property
    def figure_is_late(self) -> bool:
        """The figure waits for a picture that there was no time to build."""
        return self._stage.figure.is_late

    @property
    def figure_is_empty(self) -> bool:
        """No picture of this exercise has been there yet."""
        return self._stage.figure.is_empty

    def look_ahead(self, gestures: Iterator[tuple[int, Gesture]]) -> None:
        """The gestures to come, with their exercises' places in the plan; for `build_ahead`."""
        self._ahead = islice(gestures, MOST_AHEAD)

    def build_ahead(self) -> None:
        """Build one picture that will be needed, if one is missing. It takes some 15 ms."""
        for entry, gesture in islice(self._ahead, LOOKED_AT):
            if self._stage.build_ahead(entry, gesture):
                return

    def show_preview_speed(self, speed: float) -> None:
        """Say so when time runs faster and nothing is recorded."""
        self._announcer = Announcer(self._words, speed=speed)
        note = ""
        if speed != 1:
            note = self.tr("Preview at {speed}×").format(speed=f"{speed:g}")
        self._stage.set_note(note)

    def set_caution(self, text: str) -> None:
        """Keep a caution in sight, and say it; an empty text is none."""
        self._stage.set_caution(text)
        if text:
            self._say(text)

    def show_notice(self, text: str) -> None:
        """Tell something that needs no answer, without taking keyboard or time away.

        It stays until `show_notice("")`, or for `NOTICE_MS`.
        """
        self._stage.set_notice(text)
        self.notice_timer.stop()
        if text:
            self.notice_timer.start()
            self._say(text)

    def fill_screen(self, full: bool) -> None:
        """Floor mode or not: with larger digits, and controls that hide while nobody moves."""
        share = FULL_SCREEN_SHARE if full else NORMAL_SHARE
        self._stage.set_digits(share, slim=full)
        self._idleness.watch(full)
        self._follow_idleness()

    def show_leave_question(self, asking: bool) -> None:
        """Ask in place whether to end the session, or stop asking."""
        if asking == self._asking:
            return
        self._asking = asking
        self._stage.show_question(asking)
        self._follow_idleness()
        if asking:
            self._say(self.tr("End the session? It is paused. Escape carries on. E ends it now"))

    def _connect_controls(self) -> None:
        controls = self._stage.controls
        controls.toggle_requested.connect(self.toggle_requested)
        controls.back_requested.connect(self.back_requested)
        controls.extend_requested.connect(self.extend_requested)
        controls.end_hold_requested.connect(self.end_hold_requested)
        controls.done_elsewhere_requested.connect(self.done_elsewhere_requested)
        controls.skip_requested.connect(self.skip_requested)
        controls.hurt_requested.connect(self.hurt_requested)
        controls.undo_hurt_requested.connect(self.undo_hurt_requested)
        controls.end_requested.connect(self.end_requested)
        controls.leave_declined.connect(self.leave_declined)
        controls.leave_confirmed.connect(self.leave_confirmed)
        controls.focus_released.connect(self.setFocus)

    # Floor mode

    def _follow_idleness(self) -> None:
        """Controls may only go while the session runs and nothing waits for an answer."""
        running = self._frame is not None and self._frame.state is State.RUNNING
        self._idleness.allow(running and not self._asking)

    def _show_controls(self, idle: bool) -> None:
        self._stage.controls.set_concealed(idle)
        if idle:
            self.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self.unsetCursor()

    def _say(self, text: str) -> None:
        announce(self, text)
        self.announced.emit(text)

    def _wish(self, wish: Wish) -> None:
        signal = {
            Wish.TOGGLE: self.toggle_requested,
            Wish.SKIP: self.skip_requested,
            Wish.SKIP_EXERCISE: self.skip_exercise_requested,
            Wish.BACK: self.back_requested,
            Wish.EXTEND: self.extend_requested,
            Wish.HURT: self.hurt_requested,
            Wish.UNDO: self.undo_hurt_requested,
            Wish.DONE_ELSEWHERE: self.done_elsewhere_requested,
            Wish.FULL_SCREEN: self.full_screen_requested,
            Wish.END: self.end_requested,
        }.get(wish)
        if signal is not None:
            signal.emit()
        elif self._frame is not None and self._frame.state is State.WAITING:
            self.toggle_requested.emit()
        elif self._frame is not None and self._frame.can_end_hold:
            self.end_hold_requested.emit()

    def _answer(self, wish: Wish) -> None:
        """While the question stands, keys answer it and do nothing else."""
        if wish in (Wish.TOGGLE, Wish.END, Wish.ENTER):
            self.leave_declined.emit()
        elif wish is Wish.LEAVE:
            self.leave_confirmed.emit()
        elif wish in (Wish.SKIP, Wish.BACK):
            self.focusNextPrevChild(wish is Wish.SKIP)
        elif wish is Wish.FULL_SCREEN:
            self.full_screen_requested.emit()

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 480)

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stage.setGeometry(self.rect())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not is_ours(event):
            super().keyPressEvent(event)
            return
        wish = wish_of(event)
        if wish is not None:
            (self._answer if self._asking else self._wish)(wish)
