"""A label whose text always fits its width: where a word is too long, it is broken too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backcare.ui.controls import TextLabel
from backcare.ui.wrapped_text import Face

MOST_LINES = 40


class WrapLabel(TextLabel):
    """As `TextLabel`, in as many lines as it takes."""

    def __init__(
        self,
        text: str = "",
        scale: float = 1.0,
        *,
        bold: bool = False,
        soft: bool = False,
        caution: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, scale, bold=bold, soft=soft, caution=caution, parent=parent)
        self._face = Face(self.font())
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> tuple[str, ...]:
        if self._face.font != self.font():
            self._face = Face(self.font())
        paragraphs = self.text().split("\n")
        lines = (self._face.lines(paragraph, width, MOST_LINES) for paragraph in paragraphs)
        return tuple(line for some in lines for line in some)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return round(self._face.height(lines) + 0.5)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(em * 2, em)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        lines = self._lines(self.width())
        ink = self.palette().color(self.foregroundRole())
        is_centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        align = Qt.AlignmentFlag.AlignHCenter if is_centred else Qt.AlignmentFlag.AlignLeading
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        self._face.draw(painter, lines, QRectF(self.rect()), ink, align)
