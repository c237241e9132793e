"""One row of the settings dialog per kind of setting, all with the same small interface."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from backcare.core.setting_words import choice_text
from backcare.core.settings import Settings, Spec, specs
from backcare.ui.controls import PillButton, TextLabel
from backcare.ui.setting_controls import DOT_WIDTH, ChangeDot, CheckBox, QuietComboBox, QuietSpinBox

if TYPE_CHECKING:
    from collections.abc import Sequence

HELP_SCALE = 0.92
RESET_SCALE = 0.86  # no higher than the control, so that rows keep their height
SPACING = 8
GUTTER = DOT_WIDTH + SPACING


class SettingRow(QWidget):
    """Label, help, control, and when the value is not the default a mark and a way back.

    Signals:
        changed: the value has changed, whoever changed it.
    """

    changed = Signal()

    def __init__(self, label: str, help_text: str, default: object, control: QWidget) -> None:
        super().__init__()
        self.name = label
        self.control = control
        self._default = default
        self._help_text = help_text
        self._dot = ChangeDot()
        self._help = TextLabel(help_text, HELP_SCALE, soft=True, wrap=True)
        self._reset = self._make_reset_button()
        self._grid = QGridLayout(self)
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        control.setAccessibleName(label)
        self._lay_out()

    def value(self) -> object:
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        raise NotImplementedError

    def text_of(self, value: object) -> str:
        """`value` as the control words it."""
        raise NotImplementedError

    @property
    def is_default(self) -> bool:
        return self.value() == self._default

    def reset(self) -> None:
        if self._reset.hasFocus():  # it is about to go
            self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_value(self._default)

    def set_help(self, text: str) -> None:
        self._help_text = text
        self._help.setText(text)
        self._describe()

    def control_width(self) -> int:
        """What the control asks for; those of one kind are made equally wide."""
        return self.control.sizeHint().width()

    def set_control_width(self, width: int) -> None:
        self.control.setFixedWidth(width)

    def _make_reset_button(self) -> QPushButton:
        button = PillButton(self.tr("Reset"), scale=RESET_SCALE)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Reset {setting}").format(setting=self.name))
        button.clicked.connect(self.reset)
        return button

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACING)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._dot, 0, 0)
        self._grid.addWidget(self._help, 1, 1, 1, 3)
        self._place_control()
        self._grid.addWidget(self._reset, 0, 2)

    def _place_control(self) -> None:
        label = TextLabel(self.name, wrap=True)
        label.setBuddy(self.control)
        self._grid.addWidget(label, 0, 1)
        self._grid.addWidget(self.control, 0, 3, Qt.AlignmentFlag.AlignRight)

    def _on_changed(self) -> None:
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        """Tell eyes and screen readers whether the value is the default."""
        changed = not self.is_default
        self._dot.set_shown(changed)
        self._reset.setVisible(changed)
        default = self.text_of(self._default)
        self._reset.setToolTip(self.tr("Back to {value}").format(value=default))
        mark = self.tr("changed")
        self.control.setAccessibleDescription(
            f"{mark}. {self._help_text}" if changed else self._help_text
        )


class NumberRow(SettingRow):
    """A whole number between bounds."""

    def __init__(self, label: str, help_text: str, default: int, spec: Spec) -> None:
        box = QuietSpinBox()
        box.setRange(spec.low, spec.high)
        box.setSingleStep(spec.step)
        box.setSuffix(f" {spec.unit}" if spec.unit else "")
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setValue(default)
        super().__init__(label, help_text, default, box)
        self._box = box
        box.valueChanged.connect(self._on_changed)
        self._describe()

    def value(self) -> int:
        return self._box.value()

    def set_value(self, value: object) -> None:
        self._box.setValue(cast("int", value))

    def text_of(self, value: object) -> str:
        return f"{value}{self._box.suffix()}"


class ChoiceRow(SettingRow):
    """One of a few choices, given as value and text."""

    def __init__(
        self, label: str, help_text: str, default: object, choices: Sequence[tuple[object, str]]
    ) -> None:
        box = QuietComboBox()
        box.addItems([text for _, text in choices])
        super().__init__(label, help_text, default, box)
        self._box = box
        self._values = [value for value, _ in choices]
        self.set_value(default)
        box.currentIndexChanged.connect(self._on_changed)
        self._describe()

    def value(self) -> object:
        return self._values[self._box.currentIndex()]

    def set_value(self, value: object) -> None:
        self._box.setCurrentIndex(self._values.index(value))

    def text_of(self, value: object) -> str:
        return self._box.itemText(self._values.index(value))

    def set_choice_text(self, number: int, text: str) -> None:
        self._box.setItemText(number, text)


class SwitchRow(SettingRow):
    """Yes or no. The check box carries the label."""

    def __init__(self, label: str, help_text: str, default: bool) -> None:
        self._box = box = CheckBox(label)
        box.setChecked(default)
        super().__init__(label, help_text, default, box)
        box.toggled.connect(self._on_changed)
        self._describe()

    def value(self) -> bool:
        return self._box.isChecked()

    def set_value(self, value: object) -> None:
        self._box.setChecked(bool(value))

    def text_of(self, value: object) -> str:
        return self.tr("on") if value else self.tr("off")

    def control_width(self) -> int:
        return 0

    def set_control_width(self, width: int) -> None:
        """The check box stands with the labels, as wide as its own."""

    def _place_control(self) -> None:
        self._grid.addWidget(self.control, 0, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._help.setIndent(self._box.indent())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._help.setIndent(self._box.indent())


def setting_rows() -> dict[str, SettingRow]:
    """A row for every setting by name, at its default, in display order."""
    defaults = Settings()
    return {name: _row(spec, getattr(defaults, name)) for name, spec in specs().items()}


def translated(text: str) -> str:
    """A source text of the settings in the person's language."""
    return QCoreApplication.translate("settings", text)


def _row(spec: Spec, default: object) -> SettingRow:
    label, help_text = translated(spec.label), translated(spec.help)
    if isinstance(default, bool):
        return SwitchRow(label, help_text, default)
    if isinstance(default, Enum):
        choices = [(member, translated(choice_text(member))) for member in type(default)]
        return ChoiceRow(label, help_text, default, choices)
    return NumberRow(label, help_text, cast("int", default), spec)
