"""What stands below the pages of the settings: complaints, the effect, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from backcare.ui.button_bar import SPACING, ButtonBar
from backcare.ui.controls import Emphasis, PillButton
from backcare.ui.effect_line import EffectLine, bend
from backcare.ui.setting_controls import Hairline, Notice
from backcare.ui.settings_pages import MARGIN, NARROW_MARGIN
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class DiscardQuestion(QWidget):
    """Asks in place whether changes may be lost.

    Signals:
        answered: True to discard them, False to go on.
    """

    accessible_role = QAccessible.Role.Grouping

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.text = WrapLabel(self.tr("Discard your changes?"), bold=True)
        self.discard_button = PillButton(self.tr("&Discard"))
        self.keep_button = PillButton(self.tr("&Keep editing"), Emphasis.PRIMARY)
        self._buttons = ButtonBar([], [self.keep_button, self.discard_button])
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(2, 0, 0, 0)
        self._layout.addWidget(self.text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self._buttons)
        self.discard_button.clicked.connect(lambda: self.answered.emit(True))
        self.keep_button.clicked.connect(lambda: self.answered.emit(False))
        self.setAccessibleName(self.text.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        needed = self.text.sizeHint().width() + self._buttons.sizeHint().width() + 4 * SPACING
        bend(self._layout, needed <= event.size().width())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.answered.emit(False)
        else:
            super().keyPressEvent(event)


class SettingsFooter(QWidget):
    """Notice, effect and buttons; the question takes the place of the buttons."""

    def __init__(self, effect_line: EffectLine) -> None:
        super().__init__()
        self.notice = Notice()
        self.effect_line = effect_line
        self.question = DiscardQuestion()
        self.ok_button = PillButton(self.tr("OK"), Emphasis.PRIMARY)
        self.apply_button = PillButton(self.tr("&Apply"))
        self.cancel_button = PillButton(self.tr("Cancel"))
        self.restore_button = PillButton(self.tr("&Restore defaults"), icon="reset")
        for button in (self.apply_button, self.cancel_button, self.restore_button):
            button.setAutoDefault(False)
        # A click leaves the focus where the person was working.
        self.apply_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bar = ButtonBar(
            [self.restore_button], [self.ok_button, self.cancel_button, self.apply_button]
        )
        self._parts = QVBoxLayout()
        for part in (self.notice, self.effect_line, self._bar, self.question):
            self._parts.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Hairline())
        layout.addLayout(self._parts)
        self.question.hide()
        self.set_tight(tight=False)

    def set_tight(self, *, tight: bool) -> None:
        """Spare the room of margins."""
        side = (NARROW_MARGIN if tight else MARGIN) - 2
        self._parts.setContentsMargins(side, 8 if tight else 12, side, 10 if tight else 14)
        self._parts.setSpacing(8 if tight else 12)

    def order_focus(self) -> None:
        """Have Tab go through the buttons as one reads them."""
        self._bar.order_focus()

    def height_needed(self, width: int) -> int:
        """How high the footer is at this width, in pixels."""
        layout = self.layout()
        return self.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)

    def ask_to_discard(self, *, ask: bool) -> None:
        """Show the question in place of the buttons, or the buttons again."""
        self.question.setVisible(ask)
        self._bar.setVisible(not ask)
        if ask:
            self.question.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_asking(self) -> bool:
        return not self.question.isHidden()

    def offer(self, *, apply: bool, restore: bool) -> None:
        """Offer what makes sense now; a button that goes hands its focus to OK."""
        for button, wanted in ((self.apply_button, apply), (self.restore_button, restore)):
            if button.hasFocus() and not wanted:
                self.ok_button.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(wanted)
