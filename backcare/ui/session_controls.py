"""The row of controls under a session: at every moment those that can do something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from backcare.core.plan import PhaseKind
from backcare.core.session import State
from backcare.ui.session_button import SessionButton

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QResizeEvent

    from backcare.core.frame import Frame

_PRIMARY_STRETCH = 16
_WIDEST_STRETCH = 18
_WIDE_STRETCH = 13
_STRETCH = 10
_SMALLEST_SHARED_TEXT = 0.85


class SessionControls(QWidget):
    """Back, go, more time, skip, "that hurt", end; or the two answers to "end the session?"."""

    accessible_role = QAccessible.Role.ToolBar

    toggle_requested = Signal()
    back_requested = Signal()
    extend_requested = Signal()
    end_hold_requested = Signal()
    done_elsewhere_requested = Signal()
    skip_requested = Signal()
    hurt_requested = Signal()
    undo_hurt_requested = Signal()
    end_requested = Signal()
    leave_declined = Signal()
    leave_confirmed = Signal()
    focus_released = Signal()
    """The button that had the focus is going away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._asking = False
        self._frame: Frame | None = None
        self.setAccessibleName(self.tr("Controls"))
        self._add_controls()
        self._add_answers()
        self._show_only({self._back, self._toggle, self._skip, self._end})

    def show_frame(self, frame: Frame) -> None:
        """Show what applies now."""
        self._frame = frame
        self._toggle.show_text(
            {
                State.RUNNING: self.tr("Pause"),
                State.PAUSED: self.tr("Go on"),
            }.get(frame.state, self.tr("Start"))
        )
        if not self._asking:
            self._show_only(self._that_apply(frame))

    def show_question(self, asking: bool) -> None:
        """Show the two answers instead, the harmless one with the focus."""
        if asking == self._asking:
            return
        self._asking = asking
        if asking:
            self._show_only({self._stay, self._leave})
            self._stay.setFocus()
        elif self._frame is not None:
            self._show_only(self._that_apply(self._frame))

    def set_concealed(self, concealed: bool) -> None:
        """Out of sight, and out of reach for the mouse; Tab and screen readers find all of it."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, concealed)
        for button in self.findChildren(SessionButton):
            button.set_concealed(concealed)

    def set_gap(self, px: int) -> None:
        """The space between two buttons."""
        self._row.setSpacing(px)

    def _that_apply(self, frame: Frame) -> set[SessionButton]:
        shown = {self._toggle, self._end}
        if frame.state in (State.READY, State.FINISHED):
            return shown
        shown |= {self._back, self._skip, self._undo if frame.can_undo_hurt else self._hurt}
        if frame.state is not State.WAITING:
            shown.add(self._extend)
        elif frame.kind is PhaseKind.ACTIVITY:
            shown.add(self._elsewhere)
        if frame.can_end_hold:
            shown.add(self._end_hold)
        return shown

    def _add_controls(self) -> None:
        space, enter = self.tr("Space"), self.tr("Enter")
        make, add = SessionButton, self._add
        self._back = add(make(self.tr("Back"), "←"), self.back_requested)
        self._toggle = add(
            make(self.tr("Start"), space, primary=True), self.toggle_requested, _PRIMARY_STRETCH
        )
        self._end_hold = add(
            make(self.tr("End hold"), enter), self.end_hold_requested, _WIDE_STRETCH
        )
        self._extend = add(make(self.tr("+10 s"), "↑"), self.extend_requested)
        self._elsewhere = add(
            make(self.tr("Done elsewhere"), "D"), self.done_elsewhere_requested, _WIDEST_STRETCH
        )
        self._skip = add(make(self.tr("Skip"), "→"), self.skip_requested)
        self._hurt = add(make(self.tr("That hurt"), "H"), self.hurt_requested)
        self._undo = add(make(self.tr("Undo"), "U"), self.undo_hurt_requested)
        self._end = add(make(self.tr("End"), self.tr("Esc")), self.end_requested)

    def _add_answers(self) -> None:
        stay = SessionButton(self.tr("Carry on"), self.tr("Esc"), primary=True)
        leave = SessionButton(self.tr("End now"), "E")
        self._stay = self._add(stay, self.leave_declined, _PRIMARY_STRETCH)
        self._leave = self._add(leave, self.leave_confirmed, _PRIMARY_STRETCH)

    def _add(
        self, button: SessionButton, signal: SignalInstance, stretch: int = _STRETCH
    ) -> SessionButton:
        button.clicked.connect(signal)
        self._row.addWidget(button, stretch)
        return button

    def _show_only(self, shown: set[SessionButton]) -> None:
        for button in self.findChildren(SessionButton):
            if button.isHidden() is not (button in shown):
                continue
            if button not in shown and button.hasFocus():
                self.focus_released.emit()
            button.setVisible(button in shown)
        self._row.activate()
        self._share_text_size()

    def _share_text_size(self) -> None:
        """Words of one size, unless one is so long that it would make all of them small."""
        shown = [b for b in self.findChildren(SessionButton) if not b.isHidden()]
        largest = shown[0].largest_text_px()
        least = round(_SMALLEST_SHARED_TEXT * largest)
        shared = max(least, min(button.fitting_text_px() for button in shown))
        for button in shown:
            button.set_text_px(shared)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_text_size()
