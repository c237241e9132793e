"""A number with a large minus before it and a large plus behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QHoverEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QStyle, QWidget

from backcare.core.dose_steps import stepped
from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.icons import draw_icon
from backcare.ui.theme import Tokens, font, tokens_of

FIRST_REPEAT_MS = 450
REPEAT_MS = 130
PAGE_STEPS = 3
"""So far lead Page Up and Page Down: ten times as far would be no dose for a sore back."""

SMALLEST_ZONE_PX = 44
ZONE = 1.5
"""Width of minus and plus in heights of text, where there is room."""

HEIGHT = 2.4
_TEXT_SCALE = 1.08
_SIGN = 1.15
_SAMPLE = "88"
_ROUND = 22.0
_UNABLE = 0.45
"""How strong a sign is that leads no further."""


class DoseStepper(QSpinBox):
    """Changes one number of a dose: by press, by press and hold, by keys and by typing.

    The wheel is left to the page unless the number has the focus.

    Signals:
        chosen: the person wants this number from now on.
    """

    chosen = Signal(int)

    def __init__(self, field: str, unit: str = "", parent: QWidget | None = None) -> None:
        """`field` is one of `DoseOverride`; `unit` stands behind the number."""
        super().__init__(parent)
        self.field = field
        self._pressed = 0
        self._hovered = 0
        self._repeat = QTimer(self)
        self._repeat.timeout.connect(self._on_repeat)
        self.setSuffix(unit)
        self.setFrame(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # The field is painted here, and the text must not paint over it.
        clear = QPalette()
        clear.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.lineEdit().setPalette(clear)
        self.lineEdit().setTextMargins(0, 0, 0, 0)
        self._fit_font()
        self.valueChanged.connect(self.chosen)

    def show_number(self, number: int, low: int, high: int) -> None:
        """Show another number and its bounds; what is being typed is left alone."""
        with QSignalBlocker(self):
            if (low, high) != (self.minimum(), self.maximum()):
                self.setRange(low, high)
            if number != self.value():
                self.setValue(number)
        self.update()

    # Stepping

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        self.interpretText()
        wanted = stepped(self.field, self.value(), steps)
        self.setValue(max(self.minimum(), min(self.maximum(), wanted)))
        self.lineEdit().setCursorPosition(len(self.cleanText()))

    @property
    def is_held(self) -> bool:
        """Plus or minus is held down, and goes on."""
        return self._repeat.isActive()

    def _zone_at(self, place: QPoint) -> int:
        """-1 on minus, 1 on plus, 0 between them."""
        return next((way for way in (-1, 1) if self._zone(way).contains(place)), 0)

    def _can(self, way: int) -> bool:
        return self.value() < self.maximum() if way > 0 else self.value() > self.minimum()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        way = self._zone_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not way:
            event.ignore()
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = way
        self.stepBy(way)
        self._repeat.start(FIRST_REPEAT_MS)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._let_go()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        # Two quick presses are two steps.
        self.mousePressEvent(event)

    def _on_repeat(self) -> None:
        self._repeat.setInterval(REPEAT_MS)
        if self._can(self._pressed):
            self.stepBy(self._pressed)
        else:
            self._repeat.stop()

    def _let_go(self) -> None:
        self._repeat.stop()
        self._pressed = 0
        self.update()

    def _hover(self, way: int) -> None:
        if way != self._hovered:
            self._hovered = way
            pointing = Qt.CursorShape.PointingHandCursor
            self.setCursor(pointing if way else Qt.CursorShape.ArrowCursor)
            self.update()

    def event(self, event: QEvent) -> bool:
        # Told of the mouse over the text as well, which mouse events are not.
        if event.type() == QEvent.Type.HoverLeave:
            self._hover(0)
        elif isinstance(event, QHoverEvent):
            self._hover(self._zone_at(event.position().toPoint()))
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.lineEdit().hasSelectedText():
            self.lineEdit().setCursorPosition(len(self.cleanText()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_PageUp: PAGE_STEPS,
            Qt.Key.Key_PageDown: -PAGE_STEPS,
            Qt.Key.Key_Plus: 1,
            Qt.Key.Key_Minus: -1,
        }
        ends = {Qt.Key.Key_Home: self.minimum(), Qt.Key.Key_End: self.maximum()}
        if event.key() in steps:
            self.stepBy(steps[Qt.Key(event.key())])
        elif event.key() in ends:
            self.setValue(ends[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.lineEdit().isModified():
            self.lineEdit().setText(self.textFromValue(self.value()) + self.suffix())
            self.selectAll()
        else:
            super().keyPressEvent(event)

    # Room

    def _text_height(self) -> int:
        return self.fontMetrics().height()

    def _zone_width(self) -> int:
        """As wide as the text is large, while the number between them can be read."""
        metrics = QFontMetrics(self.lineEdit().font())
        number = metrics.horizontalAdvance(self.text()) + metrics.height() // 2
        wanted = max(SMALLEST_ZONE_PX, round(ZONE * self._text_height()))
        return max(SMALLEST_ZONE_PX, min(wanted, (self.width() - number) // 2))

    def _zone(self, way: int) -> QRect:
        width = self._zone_width()
        left = 0 if way < 0 else self.width() - width
        place = QRect(left, 0, width, self.height())
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def width_wanted(self) -> int:
        """What it takes for large signs beside an ordinary number."""
        metrics = QFontMetrics(self.lineEdit().font())
        number = metrics.horizontalAdvance(_SAMPLE + self.suffix()) + metrics.height() // 2
        return number + 2 * max(SMALLEST_ZONE_PX, round(ZONE * self._text_height()))

    def sizeHint(self) -> QSize:
        high = max(SMALLEST_ZONE_PX, round(HEIGHT * self._text_height()))
        return QSize(self.width_wanted(), high)

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.lineEdit().font())
        number = metrics.horizontalAdvance(_SAMPLE + self.suffix())
        return QSize(number + 2 * SMALLEST_ZONE_PX, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit_font()
            self.updateGeometry()
            self._place_text()

    def _fit_font(self) -> None:
        self.lineEdit().setFont(font(self.font(), _TEXT_SCALE, bold=True))

    def _place_text(self) -> None:
        """Qt gives the text the room that its own buttons leave; here it is between ours."""
        width = self._zone_width()
        self.lineEdit().setGeometry(self.rect().adjusted(width, 2, -width, -2))

    # Looks

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        corner = min(box.height() / 2, max(_ROUND, self._text_height()))
        painter.setPen(QPen(QColor(tokens.edge), OUTLINE_WIDTH if tokens.has_outlines else 1.0))
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(box, corner, corner)
        for way in (-1, 1):
            self._draw_sign(painter, way, tokens)
        if self.hasFocus():
            inset = FOCUS_WIDTH / 2 - 1
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)

    def _draw_sign(self, painter: QPainter, way: int, tokens: Tokens) -> None:
        zone, can = QRectF(self._zone(way)), self._can(way)
        if can and way in (self._hovered, self._pressed):
            side = zone.height() - 10
            ground = QRectF(0, 0, side, side)
            ground.moveCenter(zone.center())
            wash = QColor(tokens.accent_wash)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(wash.darker(112) if way == self._pressed else wash)
            painter.drawEllipse(ground)
        side = _SIGN * self._text_height()
        sign = QRectF(0, 0, side, side)
        sign.moveCenter(zone.center())
        colour = QColor(tokens.accent if can else tokens.soft)
        painter.setOpacity(1.0 if can else _UNABLE)
        draw_icon(painter, "plus" if way > 0 else "minus", sign, colour)
        painter.setOpacity(1.0)
