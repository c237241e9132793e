"""The dose of an exercise, to be changed right beside its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from backcare.ui.dose_stepper import DoseStepper
from backcare.ui.paragraph import Paragraph
from backcare.ui.placed import Grid, Pair, Placed, Places, height_of
from backcare.ui.text_button import Look, TextButton
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.ui.exercise_sheet import DoseNumber, ExerciseSheet

_DOT = 0.42
_DOT_ROOM = 1.8
_IN_SECONDS = ("hold_seconds", "rest_seconds")


class FieldLabel(Paragraph):
    """What a number is, with a dot behind it once the person has set it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._dotted = False
        super().__init__("", 0.92, soft=True, parent=parent)

    def show_dot(self, shown: bool) -> None:
        if shown != self._dotted:
            self._dotted = shown
            self.fit_font()

    def fit_font(self) -> None:
        super().fit_font()
        room = round(_DOT * _DOT_ROOM * self.fontMetrics().height()) if self._dotted else 0
        # Qt aligns a label by its letters; here it is the window that has a direction.
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        self.setAlignment(start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom)
        before, after = (room, 0) if self.isRightToLeft() else (0, room)
        self.setContentsMargins(before, 0, after, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._dotted:
            return
        metrics = self.fontMetrics()
        side = metrics.height() * _DOT
        after_text = metrics.horizontalAdvance(self.text()) + 1.2 * side
        from_start = min(after_text, self.width() - side / 2)
        x = self.width() - from_start if self.isRightToLeft() else from_start
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).accent))
        painter.drawEllipse(QPointF(x, metrics.height() / 2), side / 2, side / 2)


class DoseField(Placed):
    """A stepper under its label."""

    GAP = 3

    def __init__(self, stepper: DoseStepper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = FieldLabel(self)
        self.stepper = stepper
        stepper.setParent(self)

    def sizeHint(self) -> QSize:
        """As wide as the stepper wants to be: a longer label wraps."""
        width = self.stepper.sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    def narrowest(self) -> int:
        return self.stepper.minimumSizeHint().width()

    def place(self) -> None:
        """Beside a label of two lines, a short one comes down to its stepper."""
        super().place()
        free = self.height() - self.heightForWidth(self.width())
        for widget in (self.label, self.stepper):
            widget.move(widget.x(), widget.y() + max(0, free))

    def arranged(self, width: int) -> tuple[int, Places]:
        label_high, field_high = height_of(self.label, width), height_of(self.stepper, width)
        top = label_high + self.GAP
        return top + field_high, [
            (self.label, QRect(0, 0, width, label_high)),
            (self.stepper, QRect(0, top, width, field_high)),
        ]


class DosePanel(QWidget):
    """The steppers that mean something for an exercise, and what its dose comes to.

    Shown again for the same exercise it changes in place: a stepper that is held or typed
    into stays what it is.

    Signals:
        dose_changed: exercise, field and number.
        reset_requested: carries the exercise's id.
    """

    accessible_role = QAccessible.Role.Grouping

    dose_changed = Signal(str, str, int)
    reset_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exercise = ""
        self._own: frozenset[str] = frozenset()
        self._fields: dict[str, DoseField] = {}
        self._shown: list[DoseField] = []
        self._grid = Grid()
        self._takes = Paragraph("", soft=True)
        self._changed = Paragraph()
        self._note = Paragraph("", 0.92, soft=True)
        self.reset_button = TextButton(self.tr("Reset"), Look.LINK, icon="reset", scale=0.95)
        self.reset_button.clicked.connect(lambda: self.reset_requested.emit(self._exercise))
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        for label in (self._takes, self._changed, self._note):
            lines.addWidget(label)
        self._words = Pair(words, self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._grid)
        column.addWidget(self._words)

    def stepper(self, field: str) -> DoseStepper:
        """The stepper of a field that is shown."""
        return self._fields[field].stepper

    @property
    def stops(self) -> list[QWidget]:
        """What Tab leads to, in order."""
        steppers: list[QWidget] = [field.stepper for field in self._shown]
        return steppers if self.reset_button.isHidden() else [*steppers, self.reset_button]

    def show_dose(self, sheet: ExerciseSheet) -> None:
        """Show the dose of `sheet`."""
        was_own = self._own if sheet.exercise == self._exercise else frozenset()
        self._exercise = sheet.exercise
        self._own = frozenset(number.field for number in sheet.numbers if number.own)
        self._shown = [self._field(number, sheet) for number in sheet.numbers]
        self._grid.show_cells(list(self._shown))
        for label, text in (
            (self._takes, sheet.takes),
            (self._changed, sheet.changed),
            (self._note, sheet.dose_note),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        if self.reset_button.hasFocus() and not sheet.changed:
            self._leave_reset(was_own)
        self.reset_button.setVisible(bool(sheet.changed))
        self.reset_button.setAccessibleName(
            self.tr("Reset the dose of {exercise}").format(exercise=sheet.name)
        )
        self._words.setVisible(bool(sheet.takes or sheet.changed or sheet.dose_note))
        self._words.place()
        self.setAccessibleName(sheet.dose)

    def _leave_reset(self, was_own: frozenset[str]) -> None:
        """Go to what has been reset, before the button hides: Qt would go on and scroll there."""
        steppers = [field.stepper for field in self._shown]
        was_reset = [stepper for stepper in steppers if stepper.field in was_own]
        for stepper in (was_reset or steppers)[:1]:
            stepper.setFocus()

    def finish_editing(self) -> None:
        """Take what has been typed so far as the number that is meant."""
        for field in self._shown:
            field.stepper.interpretText()

    def _field(self, number: DoseNumber, sheet: ExerciseSheet) -> DoseField:
        field = self._fields.get(number.field) or self._new_field(number.field)
        name = self._name(number.field, per_side=sheet.per_side)
        field.label.setText(name)
        field.label.show_dot(number.own)
        field.stepper.setAccessibleName(
            self.tr("{field} of {exercise}").format(field=name, exercise=sheet.name)
        )
        field.stepper.setAccessibleDescription(sheet.changed if number.own else "")
        field.stepper.show_number(number.number, number.low, number.high)
        return field

    def _new_field(self, name: str) -> DoseField:
        unit = self.tr(" s") if name in _IN_SECONDS else ""
        stepper = DoseStepper(name, unit)
        stepper.chosen.connect(lambda number: self.dose_changed.emit(self._exercise, name, number))
        self._fields[name] = DoseField(stepper, self._grid)
        return self._fields[name]

    def _name(self, field: str, *, per_side: bool) -> str:
        reps = self.tr("Reps each side") if per_side else self.tr("Reps")
        return {
            "hold_seconds": self.tr("Hold"),
            "reps": reps,
            "sets": self.tr("Sets"),
            "rest_seconds": self.tr("Rest"),
            "minutes": self.tr("Minutes"),
        }[field]
