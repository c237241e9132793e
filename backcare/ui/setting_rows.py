"""The rows of the settings dialog: a label, a control, what it does, and a way back."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from backcare.core.setting_words import choice_text
from backcare.core.settings import Settings, Spec, specs
from backcare.ui.check_box import CheckBox
from backcare.ui.controls import PillButton
from backcare.ui.setting_controls import ChangeDot
from backcare.ui.setting_inputs import ChoiceInput, NumberInput, SwitchInput
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from backcare.ui.setting_inputs import SettingInput

HELP_SCALE = 0.92
RESET_SCALE = 0.86  # no higher than the control, so that rows keep their height
SPACING = 8
LEAST_LABEL = 9  # times the font's height
DOT, LABEL, RESET, CONTROL = range(4)
"""The columns of a row that has the room for them."""


class SettingRow(QWidget):
    """Label, help, control, and when the value is not the default a mark and a way back.

    A row that is too narrow for all of them beside each other has its control below.

    Signals:
        changed: the value has changed, whoever changed it.
    """

    changed = Signal()

    def __init__(self, label: str, help_text: str, default: object, control: SettingInput) -> None:
        super().__init__()
        self.name = label
        self.input = control
        self.control = control.widget
        self.complaint = WrapLabel("", HELP_SCALE, caution=True, bold=True)
        self._default = default
        self._help_text = help_text
        self._is_narrow: bool | None = None
        self._control_width = 0
        self._dot = ChangeDot()
        self._label = WrapLabel(label)
        self._label.setBuddy(self.control)
        self._help = WrapLabel(help_text, HELP_SCALE, soft=True)
        self._below = QWidget()
        self.reset_button = self._make_reset_button()
        self._grid = QGridLayout(self)
        self._set_up()
        self.set_narrow(narrow=False)
        self._describe()
        self.input.follow(self._on_changed, self._on_refused)

    def value(self) -> object:
        return self.input.value()

    def set_value(self, value: object) -> None:
        self.input.set_value(value)
        self._on_refused("")

    def text_of(self, value: object) -> str:
        """`value` as the control words it."""
        return self.input.text_of(value)

    @property
    def is_default(self) -> bool:
        return self.value() == self._default

    @property
    def is_narrow(self) -> bool:
        """Whether the control stands below the label."""
        return bool(self._is_narrow)

    def reset(self) -> None:
        if self.reset_button.hasFocus():  # it is about to go
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_value(self._default)

    def set_help(self, text: str) -> None:
        self._help_text = text
        self._help.setText(text)
        self._describe()

    def width_needed(self) -> int:
        """What the row asks for with the control beside the label, in pixels."""
        least = LEAST_LABEL * self.fontMetrics().height()
        reset = self.reset_button.sizeHint().width()
        return least + reset + self.control_width() + self.gutter() + 3 * SPACING

    def gutter(self) -> int:
        """How far the label stands from the edge: there the mark of a change hangs."""
        return self._dot.sizeHint().width() + SPACING

    def control_width(self) -> int:
        """What the control asks for; those of one kind are made equally wide."""
        return 0 if self.input.has_words else self.control.sizeHint().width()

    def set_control_width(self, width: int) -> None:
        self._control_width = width
        self._fit_control()

    def set_narrow(self, *, narrow: bool) -> None:
        """Have the control below the label, or beside it."""
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        for widget in (self._label, self._below, self.control, self.reset_button):
            self._grid.removeWidget(widget)
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(not narrow)  # a label must not wrap when it comes
        self.reset_button.setSizePolicy(policy)
        self._grid.setVerticalSpacing(6 if narrow else 2)
        if narrow:
            self._stack_parts()
        else:
            self._line_parts_up()
        self._fit_control()

    def _set_up(self) -> None:
        self.control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.control.setAccessibleName(self.name)
        self.complaint.hide()
        words = QVBoxLayout(self._below)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self._help)
        words.addWidget(self.complaint)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setColumnStretch(LABEL, 1)
        self._grid.addWidget(self._dot, 0, DOT)
        if self.input.has_words:
            self._label.hide()

    def _make_reset_button(self) -> PillButton:
        button = PillButton(self.tr("Reset"), icon="reset", scale=RESET_SCALE)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Reset {setting}").format(setting=self.name))
        button.clicked.connect(self.reset)
        return button

    def _line_parts_up(self) -> None:
        right = Qt.AlignmentFlag.AlignRight
        if self.input.has_words:
            self._grid.addWidget(self.control, 0, LABEL)
        else:
            self._grid.addWidget(self._label, 0, LABEL, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(self.control, 0, CONTROL, right)
        self._grid.addWidget(self.reset_button, 0, RESET)
        self._grid.addWidget(self._below, 1, LABEL, 1, 3)

    def _stack_parts(self) -> None:
        left = Qt.AlignmentFlag.AlignLeft
        if self.input.has_words:
            self._grid.addWidget(self.control, 0, LABEL)
        else:
            self._grid.addWidget(self._label, 0, LABEL)
            self._grid.addWidget(self.control, 2, LABEL, left)
        self._grid.addWidget(self._below, 1, LABEL)
        self._grid.addWidget(self.reset_button, 3, LABEL, left)

    def _fit_control(self) -> None:
        """As wide as its like beside the label; below it as wide as it needs."""
        if isinstance(self.control, CheckBox):
            indent = self.control.indent()
            left, right = (0, indent) if self.isRightToLeft() else (indent, 0)
            self._below.setContentsMargins(left, 0, right, 0)
        elif self._is_narrow or not self._control_width:
            self.control.setMinimumWidth(0)
            self.control.setMaximumWidth(self.control.sizeHint().width())
        else:
            self.control.setFixedWidth(self._control_width)

    def _on_changed(self) -> None:
        self._describe()
        self.changed.emit()

    def _on_refused(self, text: str) -> None:
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))
        self._describe()

    def _describe(self) -> None:
        """Tell eyes and screen readers whether the value is the default."""
        changed = not self.is_default
        self._dot.set_shown(changed)
        self.reset_button.setVisible(changed)
        default = self.text_of(self._default)
        back = self.tr("Back to {value}").format(value=default)
        self.reset_button.setToolTip(back)
        mark = self.tr("Changed from {value}.").format(value=default) if changed else ""
        parts = (self.complaint.text(), mark, self._help_text, self.input.hint())
        self.control.setAccessibleDescription(" ".join(part for part in parts if part))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit_control()


def setting_rows() -> dict[str, SettingRow]:
    """A row for every setting by name, at its default, in display order."""
    defaults = Settings()
    return {name: _row(spec, getattr(defaults, name)) for name, spec in specs().items()}


def translated(text: str) -> str:
    """A source text of the settings in the person's language."""
    return QCoreApplication.translate("settings", text)


def _row(spec: Spec, default: object) -> SettingRow:
    label, help_text = translated(spec.label), translated(spec.help)
    control: SettingInput
    if isinstance(default, bool):
        control = SwitchInput(label, default)
    elif isinstance(default, Enum):
        choices = [(member, translated(choice_text(member))) for member in type(default)]
        control = ChoiceInput(default, choices)
    else:
        control = NumberInput(cast("int", default), spec)
    return SettingRow(label, help_text, default, control)
