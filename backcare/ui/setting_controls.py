"""The small parts that rows of settings are made of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSizePolicy, QSpinBox, QWidget

from backcare.ui.controls import FOCUS_WIDTH
from backcare.ui.theme import Tokens, tokens_of

DOT_WIDTH = 12
OUTLINE_ALPHA = 160
FIELD_HEIGHT = 1.9  # times the font's height


def roomy(hint: QSize, widget: QWidget) -> QSize:
    """`hint`, high enough to be hit with ease."""
    return QSize(
        hint.width(), max(hint.height(), round(widget.fontMetrics().height() * FIELD_HEIGHT))
    )


def draw_dot(painter: QPainter, box: QRect, colour: QColor, text_height: int) -> None:
    """The mark of a changed value, at the left of `box`."""
    diameter = text_height * 0.42
    top = box.top() + (box.height() - diameter) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QRectF(box.left(), top, diameter, diameter))
    painter.restore()


def draw_outline(field: QWidget) -> None:
    """An edge which shows where a field is; the style's own vanishes on a dark window."""
    if field.hasFocus():
        return  # the style draws this one, in the accent colour
    colour = QColor(tokens_of(field.palette()).soft)
    colour.setAlpha(OUTLINE_ALPHA)
    painter = QPainter(field)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1))
    painter.drawRoundedRect(QRectF(field.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


class ChangeDot(QWidget):
    """A dot in a gutter that is always there, so that rows stay aligned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._shown = False

    def set_shown(self, shown: bool) -> None:
        self._shown = shown
        self.setToolTip(self.tr("Changed") if shown else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(DOT_WIDTH, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._shown:
            return
        accent = QColor(tokens_of(self.palette()).accent)
        draw_dot(QPainter(self), self.rect(), accent, self.fontMetrics().height())


class QuietSpinBox(QSpinBox):
    """A spin box that leaves the wheel to the page unless it has the focus."""

    def sizeHint(self) -> QSize:
        return roomy(super().sizeHint(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_outline(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class QuietComboBox(QComboBox):
    """A combo box that leaves the wheel to the page unless it has the focus."""

    def sizeHint(self) -> QSize:
        return roomy(super().sizeHint(), self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_outline(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CheckBox(QCheckBox):
    """A check box that grows with the font and can be seen in dark and light."""

    def indent(self) -> int:
        """How far the text stands from the left."""
        return round(self._box_size() + self.fontMetrics().height() * 0.5)

    def _box_size(self) -> float:
        return self.fontMetrics().height() * 1.1

    def _box(self) -> QRectF:
        size = self._box_size()
        return QRectF(1, (self.height() - size) / 2, size, size).adjusted(1, 1, -1, -1)

    def _draw_box(self, painter: QPainter, tokens: Tokens) -> None:
        checked, box = self.isChecked(), self._box()
        painter.setPen(QPen(QColor(tokens.accent if checked else tokens.soft), 1.5))
        painter.setBrush(QColor(tokens.accent if checked else tokens.surface))
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            left, middle, right = (box.left() + box.width() * part for part in (0.24, 0.43, 0.78))
            upper, centre, lower = (box.top() + box.height() * part for part in (0.3, 0.53, 0.72))
            painter.setPen(QPen(QColor(tokens.on_accent), box.height() * 0.13))
            painter.drawPolyline(
                [QPointF(left, centre), QPointF(middle, lower), QPointF(right, upper)]
            )

    def sizeHint(self) -> QSize:
        width = self.indent() + self.fontMetrics().horizontalAdvance(self.text()) + 6
        return roomy(QSize(width, 0), self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, tokens)
        text_box = self.rect().adjusted(self.indent(), 0, 0, 0)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(text_box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH - 0.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(self.indent() - 6, 1, -1, -1)
            painter.drawRoundedRect(ring, 5, 5)


class Hairline(QWidget):
    """A thin line across, which begins `inset` pixels from the left."""

    def __init__(self, inset: int = 0) -> None:
        super().__init__()
        self._inset = inset
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        line = self.rect().adjusted(self._inset, 0, 0, 0)
        QPainter(self).fillRect(line, QColor(tokens_of(self.palette()).line))


class Notice(QLabel):
    """A strip for what a person must not overlook; nothing is shown without a text."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(12)
        self.hide()
        self._colour()

    def tell(self, text: str) -> None:
        """Show `text` and have it read out; an empty text hides the strip."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _colour(self) -> None:
        palette = self.palette()
        ink = QColor(tokens_of(palette).caution_ink)
        if palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens_of(self.palette()).caution_background))
        painter.drawRoundedRect(self.rect().adjusted(2, 0, -2, 0), 8, 8)
        painter.end()
        super().paintEvent(event)
