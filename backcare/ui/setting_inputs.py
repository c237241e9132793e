"""The controls of settings, one per kind of value, all with the same small interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QCoreApplication

from backcare.ui.check_box import CheckBox
from backcare.ui.choice_field import ChoiceField
from backcare.ui.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from backcare.core.settings import Spec


class SettingInput(Protocol):
    """What a row asks of its control, whatever the kind of value.

    Attributes:
        widget: what is shown and has the focus.
        has_words: whether the widget shows the label of the setting itself.
    """

    @property
    def widget(self) -> QWidget: ...

    @property
    def has_words(self) -> bool: ...

    def value(self) -> object:
        """What is chosen now."""
        ...

    def set_value(self, value: object) -> None:
        """Choose something else."""
        ...

    def text_of(self, value: object) -> str:
        """`value` as the control words it."""
        ...

    def hint(self) -> str:
        """What can be chosen, for those who cannot see the control; or empty."""
        ...

    def settle(self) -> bool:
        """Take what is half typed; whether something else was taken since the last time."""
        ...

    def follow(self, changed: Callable[[], None], refused: Callable[[str], None]) -> None:
        """Call these when the value has changed, and when what is typed cannot be."""
        ...


class NumberInput:
    """A whole number between bounds."""

    has_words = False

    def __init__(self, default: int, spec: Spec) -> None:
        self.widget = NumberField(spec.low, spec.high, spec.unit)
        self.widget.setSingleStep(spec.step)
        self.widget.setValue(default)

    def value(self) -> int:
        return self.widget.value()

    def set_value(self, value: object) -> None:
        self.widget.setValue(cast("int", value))

    def text_of(self, value: object) -> str:
        return f"{value}{self.widget.suffix()}"

    def hint(self) -> str:
        return self.widget.bounds()

    def settle(self) -> bool:
        self.widget.settle()
        corrected, self.widget.was_corrected = self.widget.was_corrected, False
        return corrected

    def follow(self, changed: Callable[[], None], refused: Callable[[str], None]) -> None:
        self.widget.valueChanged.connect(changed)
        self.widget.refused.connect(refused)


class ChoiceInput:
    """One of a few choices, given as value and text."""

    has_words = False

    def __init__(self, default: object, choices: Sequence[tuple[object, str]]) -> None:
        self.widget = ChoiceField()
        self.widget.addItems([text for _, text in choices])
        self._values = [value for value, _ in choices]
        self.set_value(default)

    def value(self) -> object:
        return self._values[self.widget.currentIndex()]

    def set_value(self, value: object) -> None:
        self.widget.setCurrentIndex(self._values.index(value))

    def text_of(self, value: object) -> str:
        return self.widget.itemText(self._values.index(value))

    def set_choice_text(self, number: int, text: str) -> None:
        self.widget.setItemText(number, text)

    def hint(self) -> str:
        return ""

    def settle(self) -> bool:
        return False  # a choice is never half made

    def follow(self, changed: Callable[[], None], refused: Callable[[str], None]) -> None:
        del refused  # only what is offered can be chosen
        self.widget.currentIndexChanged.connect(changed)


class SwitchInput:
    """Yes or no. The check box carries the label."""

    has_words = True

    def __init__(self, label: str, default: bool) -> None:
        self.widget = CheckBox(label)
        self.widget.setChecked(default)

    def value(self) -> bool:
        return self.widget.isChecked()

    def set_value(self, value: object) -> None:
        self.widget.setChecked(bool(value))

    def text_of(self, value: object) -> str:
        if value:
            return QCoreApplication.translate("SwitchInput", "on")
        return QCoreApplication.translate("SwitchInput", "off")

    def hint(self) -> str:
        return ""

    def settle(self) -> bool:
        return False

    def follow(self, changed: Callable[[], None], refused: Callable[[str], None]) -> None:
        del refused
        self.widget.toggled.connect(changed)
