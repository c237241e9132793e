"""What a person may tell about the body: large check boxes, each with what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QGridLayout,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from backcare.core.settings import Settings, specs
from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.page_parts import MarkedLine, accent
from backcare.ui.reading_page import PageLabel
from backcare.ui.setting_rows import translated
from backcare.ui.theme import font, tokens_of

if TYPE_CHECKING:
    from backcare.ui.theme import Tokens

FIELDS = ("pregnant", "osteoporosis", "recent_disc_trouble", "advanced_moves")
"""The settings that are asked here, in this order."""

WORD, HELP = 1.2, 1.0  # times the program's text
NARROWEST = 18.0  # of a box, times the height of text
_WRAP = Qt.TextFlag.TextWordWrap


class CareBox(QCheckBox):
    """A check box as large as a card; its texts wrap."""

    def __init__(self, text: str, consequence: str) -> None:
        super().__init__(text)
        self._consequence = consequence
        self._page_scale = 1.0
        self.setAccessibleDescription(consequence)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Draw texts at so many times their usual size."""
        del width
        self._page_scale = page_scale
        self.update()

    def _fonts(self) -> tuple[QFont, QFont]:
        base = QApplication.font()
        word = font(base, WORD * self._page_scale, bold=True)
        return word, font(base, HELP * self._page_scale)

    def _parts(self, width: int) -> tuple[QRect, QRect, QRect, int]:
        """Box, word and consequence from the left, and the height of all."""
        word, small = (QFontMetrics(each) for each in self._fonts())
        line = word.height()
        pad, side = round(0.55 * line), round(1.25 * line)
        left = pad + side + round(0.6 * line)
        tall = QRect(0, 0, max(1, width - left - pad), 100_000)
        words = word.boundingRect(tall, _WRAP, self.text()).height()
        help_px = small.boundingRect(tall, _WRAP, self._consequence).height()
        whole = words + help_px + 2 * pad
        box = QRect(pad, (max(whole, self.height()) - side) // 2, side, side)
        upper = QRect(left, pad, tall.width(), words)
        lower = QRect(left, pad + words, tall.width(), help_px)
        return box, upper, lower, whole

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._parts(width)[3]

    def sizeHint(self) -> QSize:
        width = 26 * QFontMetrics(self._fonts()[0]).height()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * QFontMetrics(self._fonts()[0]).height(), 0)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, tokens)
        box, upper, lower, _ = self._parts(self.width())
        mirrored = self.layoutDirection(), self.rect()
        self._draw_box(painter, QRectF(QStyle.visualRect(*mirrored, box)), tokens)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        align = QStyle.visualAlignment(self.layoutDirection(), start)
        word, small = self._fonts()
        for area, face, text, colour in (
            (upper, word, self.text(), tokens.ink),
            (lower, small, self._consequence, tokens.soft),
        ):
            painter.setFont(face)
            painter.setPen(QColor(colour))
            painter.drawText(QStyle.visualRect(*mirrored, area), align | _WRAP, text)

    def _draw_ground(self, painter: QPainter, tokens: Tokens) -> None:
        ground = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = self.isChecked()
        painter.setBrush(QColor(tokens.accent_wash if chosen else tokens.surface))
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
        else:
            painter.setPen(QPen(QColor(tokens.edge if chosen else tokens.line), 1.0))
        painter.drawRoundedRect(ground, 12, 12)

    def _draw_box(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        checked = self.isChecked()
        painter.setPen(QPen(QColor(tokens.accent if checked else tokens.edge), 2 * OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.accent if checked else tokens.surface))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if checked:
            pen = QPen(QColor(tokens.on_accent), 0.12 * box.height())
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            tick = ((0.26, 0.53), (0.43, 0.7), (0.75, 0.33))
            painter.drawPolyline(
                [box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in tick]
            )


class CareChoices(QWidget):
    """All check boxes under a heading. `changed` carries a setting's name and its value."""

    changed = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__()
        declared = specs()
        self.boxes: dict[str, CareBox] = {}
        self._columns = 0
        for name in FIELDS:
            box = CareBox(translated(declared[name].label), translated(declared[name].help))
            box.toggled.connect(lambda on, name=name: self.changed.emit(name, on))
            self.boxes[name] = box
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        question = PageLabel(self.tr("What is true for you?"), 1.5, bold=True, wrap=True)
        self.spoken = f"{question.text()} {', '.join(box.text() for box in self.boxes.values())}"
        """What is asked, to be heard by who cannot look."""
        self._column.addWidget(question)
        self._grid = QGridLayout()
        self._column.addLayout(self._grid)
        note = self.tr("Only backcare uses this, on this computer. You can change it at any time.")
        self._column.addWidget(MarkedLine(note, icon="privacy", tone=accent))
        self._place(2)

    def show_settings(self, settings: Settings) -> None:
        """Tick what the person has told, without telling of a change."""
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(getattr(settings, name))
            box.blockSignals(False)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Stand side by side where there is room for it, with gaps in proportion to the text."""
        unit = page_scale * QFontMetrics(QApplication.font()).height()
        self._place(2 if width >= 2 * NARROWEST * unit else 1)
        self._column.setSpacing(round(0.5 * unit))
        self._grid.setSpacing(round(0.5 * unit))

    def _place(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
