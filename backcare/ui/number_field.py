"""A number with a minus before it and a plus after it, large enough for a tired hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QSpinBox, QStyle, QWidget

from backcare.ui.field_look import RADIUS_PX, draw_field, field_height, field_padding
from backcare.ui.icons import draw_icon
from backcare.ui.theme import tokens_of

REPEAT_AFTER_MS = 450
REPEAT_EVERY_MS = 70
SYMBOL_SHARE = 0.5
"""Of a button's height."""


class StepButton(QAbstractButton):
    """The minus or the plus of a field. The keyboard has arrows for it, so it takes no focus."""

    def __init__(self, symbol: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._symbol = symbol
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoRepeat(True)
        self.setAutoRepeatDelay(REPEAT_AFTER_MS)
        self.setAutoRepeatInterval(REPEAT_EVERY_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent_wash))
            inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(inside, RADIUS_PX - 2, RADIUS_PX - 2)
        side = self.height() * SYMBOL_SHARE
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        if not self.isEnabled():
            painter.setOpacity(0.35)
        draw_icon(painter, self._symbol, box, QColor(tokens.ink))


class NumberField(QSpinBox):
    """A whole number with its unit.

    What is typed out of bounds stays while the field has the focus; Enter then tells the
    bounds instead of taking it. When the field is left it becomes the nearest that can be.
    The wheel belongs to the page unless the field has the focus.

    Attributes:
        was_corrected: whether something else was taken for what was typed last.

    Signals:
        refused: a sentence on what can be; empty when all is well again.
    """

    refused = Signal(str)

    def __init__(self, low: int, high: int, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self.was_corrected = False
        self.less = StepButton("minus", self)
        self.more = StepButton("plus", self)
        self.less.setAccessibleName(self.tr("Less"))
        self.more.setAccessibleName(self.tr("More"))
        self.less.clicked.connect(self.stepDown)
        self.more.clicked.connect(self.stepUp)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        bare = QPalette()
        bare.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(bare)  # we draw what is behind it
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setRange(low, high)
        if unit:
            self.setSuffix(f" {unit}")
        self.lineEdit().textChanged.connect(self._on_text)
        self.valueChanged.connect(self._on_value)
        self._on_value(self.value())
        self._make_room()

    def bounds(self) -> str:
        """The sentence on what can be chosen."""
        text = self.tr("From {low} to {high}.")
        return text.format(low=self.minimum(), high=f"{self.maximum()}{self.suffix()}")

    def typed(self) -> int | None:
        """The number that stands in the field, possible or not; None when there is none."""
        digits = self.cleanText().strip()
        return int(digits) if digits.isascii() and digits.isdigit() else None

    def is_bad(self) -> bool:
        """Whether what stands there cannot be."""
        typed = self.typed()
        return typed is None or not self.minimum() <= typed <= self.maximum()

    def tell_bounds(self) -> None:
        """Say what can be chosen, and let the person type anew."""
        self._tell(self.bounds())
        self.selectAll()

    def settle(self) -> None:
        """Put the nearest that can be for what cannot, and say so."""
        if not self.is_bad():
            return
        typed = self.typed()
        nearest = self.value()
        if typed is not None:
            nearest = min(max(typed, self.minimum()), self.maximum())
        self.setValue(nearest)
        text = self.tr("{bounds} {number} is used.")
        number = f"{nearest}{self.suffix()}"
        self._tell(text.format(bounds=self.bounds(), number=number))
        self.was_corrected = True

    def _tell(self, text: str) -> None:
        if text != self._told:
            self._told = text
            self.was_corrected = False
            self.refused.emit(text)
            self.update()

    def _on_text(self) -> None:
        typed = self.typed()
        if typed is not None and typed > self.maximum():  # more digits make it no better
            self._tell(self.bounds())
        elif self.lineEdit().isModified() and not self.is_bad():
            self._tell("")
        self.update()

    def _on_value(self, value: int) -> None:
        self.less.setEnabled(value > self.minimum())
        self.more.setEnabled(value < self.maximum())

    def _make_room(self) -> None:
        """Keep the text clear of the two buttons."""
        side = field_height(self)
        self.lineEdit().setTextMargins(side, 0, side, 0)
        self.updateGeometry()

    def _place_buttons(self) -> None:
        side = min(field_height(self), self.width() // 3)
        for button, left in ((self.less, 0), (self.more, self.width() - side)):
            box = QRect(left, 0, side, self.height())
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
            button.raise_()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        digits = text.removesuffix(self.suffix()).strip()
        state = QValidator.State.Acceptable
        if digits and not (digits.isascii() and digits.isdigit() and len(digits) < 6):  # noqa: PLR2004
            state = QValidator.State.Invalid
        elif not digits or not self.minimum() <= int(digits) <= self.maximum():
            state = QValidator.State.Intermediate
        return state, text, position

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        self.settle()
        super().stepBy(steps)
        self._tell("")

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        ends = (f"{number}{self.suffix()}" for number in (self.minimum(), self.maximum()))
        text = max(metrics.horizontalAdvance(end) for end in ends)
        height = field_height(self)
        return QSize(text + 2 * height + field_padding(self), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()
            self._place_buttons()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.is_bad():
            self.tell_bounds()
            event.accept()
        else:
            was_typed = self.lineEdit().isModified()
            super().keyPressEvent(event)
            self.lineEdit().setModified(False)
            event.setAccepted(was_typed)  # the first Enter takes the number, the next closes

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        typed = self.typed()
        bad = self.is_bad() and bool(self._told or typed is None)
        draw_field(QPainter(self), self, bad=bad)
