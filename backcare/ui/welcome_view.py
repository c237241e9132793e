"""The welcome: what the program does, what to take care of, how it sounds and looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from backcare.ui.announce import announce
from backcare.ui.button_row import ButtonRow
from backcare.ui.controls import Emphasis, PillButton
from backcare.ui.reading_page import OnwardButton, ReadingPage
from backcare.ui.safety_view import SafetyBody
from backcare.ui.setting_controls import Notice
from backcare.ui.step_bar import StepBar
from backcare.ui.welcome_comfort import ComfortBody
from backcare.ui.welcome_hello import HelloBody

if TYPE_CHECKING:
    from backcare.core.safety import SafetySection
    from backcare.core.settings import Settings

HELLO, SAFETY, COMFORT = range(3)
BUTTON_SCALE = 1.3
AFTER_FIRST_PAINT_MS = 100


class WelcomeView(QWidget):
    """Three steps. Enter goes on; Esc goes past a step, but never past one that must be read.

    Signals:
        figure_needed: it has been painted once, and a figure may be loaded.
        left: the person is done here, or wants to be.
        safety_read: the safety step was confirmed.
        step_shown: carries the number of the step, from 0.
        setting_chosen: carries the name of a setting and its new value.
        tone_requested: the person wants to hear the tone.
    """

    accessible_role = QAccessible.Role.Pane

    figure_needed = Signal()
    left = Signal()
    safety_read = Signal()
    step_shown = Signal(int)
    setting_chosen = Signal(str, object)
    tone_requested = Signal()

    def __init__(
        self,
        sections: tuple[SafetySection, ...],
        closing: str,
        parent: QWidget | None = None,
        *,
        must_read: bool = False,
    ) -> None:
        """`must_read` if the safety step has not been read yet."""
        super().__init__(parent)
        self._must_read = must_read
        self.hello = HelloBody()
        self.safety = SafetyBody(sections, closing)
        self.care = self.safety.care
        self.comfort = ComfortBody()
        self._headings = [body.heading.text() for body in (self.hello, self.safety, self.comfort)]
        # Where the size of text is chosen, the page must not choose another.
        self._pages = [
            ReadingPage(self.hello),
            ReadingPage(self.safety),
            ReadingPage(self.comfort, largest=1.0),
        ]
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self._steps = StepBar(len(self._pages))
        self._notice = Notice()
        self._after_first_paint = QTimer(self)
        self._after_first_paint.setSingleShot(True)
        self._after_first_paint.setInterval(AFTER_FIRST_PAINT_MS)
        self._after_first_paint.timeout.connect(self.figure_needed)
        self._make_buttons()
        self._lay_out()
        self._connect()

    # What is shown

    def show_step(self, step: int) -> None:
        """Show a step from its top, with the keyboard on the button that goes on."""
        self._stack.setCurrentIndex(step)
        self._steps.show_step(step)
        self._name_buttons()
        self._pages[step].scroll_to_top()
        self._show_more()
        self.next_button.setFocus()
        self.setAccessibleName(self._headings[step])
        said = self.safety.spoken if step == SAFETY else self._headings[step]
        announce(self, f"{self._steps.text()}. {said}")
        self.step_shown.emit(step)

    @property
    def step(self) -> int:
        """The step that is shown."""
        return self._stack.currentIndex()

    def show_settings(self, settings: Settings) -> None:
        """Show what the person has chosen so far."""
        self.care.show_settings(settings)
        self.comfort.show_settings(settings)

    def show_figure(self, figure: QWidget) -> None:
        """Show a figure on the first step."""
        self.hello.frame.hold(figure)

    def show_sound(self, *, is_available: bool) -> None:
        """Say whether there is anything to hear."""
        self.comfort.sound.show_sound(is_available=is_available)
        self._pages[COMFORT].fit()

    def show_problem(self, text: str) -> None:
        """Say what could not be kept; an empty text says that all is well again."""
        self._notice.tell(text)

    # Going on

    def go_on(self) -> None:
        """To the next step, and out of the last; what must be read, first to its end."""
        if self.next_button.reads_on:
            self._pages[self.step].read_on()
            return
        if self.step == SAFETY and self._must_read:
            self._must_read = False
            self.safety_read.emit()
        if self.step == COMFORT:
            self.left.emit()
        else:
            self.show_step(self.step + 1)

    def _show_more(self) -> None:
        self.next_button.show_more(more=self._pages[self.step].has_more)

    def go_back(self) -> None:
        """To the step before."""
        if self.step > HELLO:
            self.show_step(self.step - 1)

    def skip(self) -> None:
        """Out of the welcome; the safety step comes first where it must be read."""
        if self.step == HELLO and self._must_read:
            self.show_step(SAFETY)
        else:
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.hello.frame.is_empty:
            self._after_first_paint.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.skip()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, PillButton):
                focused.click()
            else:
                self.go_on()
        elif not self._pages[self.step].scroll_by_key(key):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A focused control would take these keys for itself.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            keys = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
            if isinstance(watched, PillButton):
                keys |= {Qt.Key.Key_Up, Qt.Key.Key_Down}
            return event.key() in keys and self._pages[self.step].scroll_by_key(event.key())
        return super().eventFilter(watched, event)

    # How it is built

    def _make_buttons(self) -> None:
        self.next_button = OnwardButton(scale=BUTTON_SCALE)
        self.skip_button = PillButton("", key=self.tr("Esc"), scale=BUTTON_SCALE)
        back = "chevron-right" if self.isRightToLeft() else "chevron-left"
        self.back_button = PillButton(
            self.tr("Back"), Emphasis.QUIET, icon=back, scale=BUTTON_SCALE
        )
        self._buttons = ButtonRow((self.next_button, self.skip_button), (self.back_button,))

    def _name_buttons(self) -> None:
        reading = self.step == SAFETY and self._must_read
        going_on = {HELLO: self.tr("Next"), SAFETY: self.tr("Next"), COMFORT: self.tr("Done")}
        word = self.tr("I have read this") if reading else going_on[self.step]
        self.next_button.set_word(word, must_read=reading)
        self.skip_button.setText(self.tr("Not now") if reading else self.tr("Skip"))
        self.skip_button.setVisible(self.step != COMFORT)
        self.back_button.setVisible(self.step != HELLO)
        self._buttons.arrange()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._steps)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._notice)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self.next_button.clicked.connect(self.go_on)
        self._pages[SAFETY].more_changed.connect(self._show_more)
        self.skip_button.clicked.connect(self.skip)
        self.back_button.clicked.connect(self.go_back)
        choose = self.setting_chosen.emit
        self.care.changed.connect(choose)
        sound, text = self.comfort.sound, self.comfort.text
        sound.play_button.clicked.connect(self.tone_requested)
        sound.volume.chosen.connect(lambda percent: choose("volume_percent", percent))
        text.chosen.connect(lambda percent: choose("text_percent", percent))
        self.comfort.swatches.chosen.connect(lambda theme: choose("theme", theme))
        controls = (sound.play_button, sound.volume, text.smaller, text.larger)
        swatches = self.comfort.swatches.swatches.values()
        buttons = (self.next_button, self.skip_button, self.back_button)
        for control in (*buttons, *controls, *swatches, *self.care.boxes.values()):
            control.installEventFilter(self)
