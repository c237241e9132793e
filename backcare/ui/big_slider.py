"""A slider that can be hit from afar, and seen in every theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.theme import tokens_of


class BigSlider(QSlider):
    """Horizontal, from 0 to 100. A press anywhere on it puts the handle there.

    Signals:
        chosen: carries the value once it is let go, or at once where keys changed it.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setPageStep(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self._on_value)
        self.sliderReleased.connect(lambda: self.chosen.emit(self.value()))

    def _on_value(self, value: int) -> None:
        if not self.isSliderDown():
            self.chosen.emit(value)

    def show_value(self, value: int) -> None:
        """Stand at a value that nobody has chosen here."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(10 * line, 2 * line)

    def minimumSizeHint(self) -> QSize:
        return QSize(5 * self.fontMetrics().height(), self.sizeHint().height())

    def _radius(self) -> float:
        return 0.34 * self.height()

    def _span(self) -> tuple[float, float]:
        """Where the handle's middle stands at the lowest value, and how far it goes."""
        inset = self._radius() + FOCUS_WIDTH + 1
        return inset, self.width() - 2 * inset

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self._follow(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self.setSliderDown(False)

    def _follow(self, x: float) -> None:
        left, way = self._span()
        part = (x - left) / max(1.0, way)
        part = 1 - part if self.isRightToLeft() else part
        self.setValue(round(100 * min(1.0, max(0.0, part))))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, way = self._span()
        part = self.value() / 100
        place = left + way * (1 - part if self.isRightToLeft() else part)
        start = left + way if self.isRightToLeft() else left
        middle = self.height() / 2
        thickness = max(6.0, 0.16 * self.height())
        pen = QPen(QColor(tokens.edge), thickness)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, middle), QPointF(left + way, middle))
        pen.setColor(QColor(tokens.accent))
        painter.setPen(pen)
        if part:
            painter.drawLine(QPointF(start, middle), QPointF(place, middle))
        self._draw_handle(painter, QPointF(place, middle))

    def _draw_handle(self, painter: QPainter, middle: QPointF) -> None:
        tokens, radius = tokens_of(self.palette()), self._radius()
        box = QRectF(0, 0, 2 * radius, 2 * radius)
        box.moveCenter(middle)
        painter.setPen(QPen(QColor(tokens.background), 2 * OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(box)
        if self.hasFocus():
            grow = FOCUS_WIDTH
            painter.setPen(QPen(QColor(tokens.ink), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(-grow, -grow, grow, grow))
