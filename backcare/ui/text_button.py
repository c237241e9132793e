"""A button whose words wrap, so that it fits into any width at any size of text."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.icons import draw_icon
from backcare.ui.paragraph import NARROWEST
from backcare.ui.theme import Tokens, font, tokens_of

HEIGHT = 2.2  # of the height of text, for one line of it
_SIDE = 0.75
_LINK_SIDE = 0.3
_SYMBOL = 1.05
_GAP = 0.45
_ROUND = 18.0
_ENDLESS = 100_000
_ICONS_IN_RTL = {"chevron-left": "chevron-right", "chevron-right": "chevron-left"}


class Look(Enum):
    """How a button stands out from the text around it."""

    LINK = auto()
    SOFT = auto()
    EDGED = auto()


class TextButton(QPushButton):
    """`icon` stands before the words; a chevron points the other way from right to left.

    A link is in the accent's colour and has a ground only under the mouse.
    """

    def __init__(
        self,
        text: str,
        look: Look = Look.SOFT,
        *,
        icon: str = "",
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._icon = icon
        self._scale = scale
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # Room

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(font(self.font(), self._scale, bold=self._look is not Look.SOFT))

    def _beside(self, text_height: int) -> tuple[float, float]:
        """What is left of the words, or before them, and what is behind them."""
        side = self._side() * text_height
        if not self._icon:
            return side, side
        return side + (_SYMBOL + _GAP) * text_height, side

    def _side(self) -> float:
        return _LINK_SIDE if self._look is Look.LINK else _SIDE

    def _words_width(self, metrics: QFontMetrics, width: int) -> int:
        return max(1, int(width - sum(self._beside(metrics.height()))))

    def _wrap(self, metrics: QFontMetrics, room: int) -> Qt.TextFlag:
        """Between words; inside them only where one is longer than the line."""
        if metrics.horizontalAdvance(self.text()) <= room:
            return Qt.TextFlag.TextSingleLine  # wrapping would measure by parts of a pixel
        longest = max(map(metrics.horizontalAdvance, self.text().split() or [""]))
        return Qt.TextFlag.TextWordWrap if longest <= room else Qt.TextFlag.TextWrapAnywhere

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        width = metrics.horizontalAdvance(self.text()) + sum(self._beside(metrics.height())) + 1
        return QSize(round(width + 0.5), round(HEIGHT * metrics.height()))

    def minimumSizeHint(self) -> QSize:
        metrics = self._metrics()
        longest = max(map(metrics.horizontalAdvance, self.text().split() or [""]))
        wish = longest + sum(self._beside(metrics.height())) + 1
        width = min(wish, NARROWEST * metrics.height())
        return QSize(round(width + 0.5), round(HEIGHT * metrics.height()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        metrics = self._metrics()
        room = self._words_width(metrics, width)
        place = QRect(0, 0, room, _ENDLESS)
        words = metrics.boundingRect(place, self._wrap(metrics, room), self.text()).height()
        return round(words + (HEIGHT - 1.0) * metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()

    # Looks

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        corner = min(_ROUND, box.height() / 2)
        shape.addRoundedRect(box, corner, corner)
        ground = self._ground(tokens)
        if ground is not None:
            painter.fillPath(shape, ground)
        if self._look is Look.EDGED or (self._look is Look.SOFT and tokens.has_outlines):
            painter.strokePath(shape, QPen(QColor(tokens.edge), OUTLINE_WIDTH))
        if self.hasFocus():
            inset = FOCUS_WIDTH / 2
            painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)
        self._draw_words(painter, tokens)

    def _ground(self, tokens: Tokens) -> QColor | None:
        ground = {
            Look.LINK: None,
            Look.SOFT: QColor(tokens.accent_wash),
            Look.EDGED: QColor(tokens.surface),
        }[self._look]
        if self.isDown():
            return (ground or QColor(tokens.sunken)).darker(112)
        if self.underMouse() and self.isEnabled():
            return QColor(tokens.sunken) if ground is None else ground.lighter(106)
        return ground

    def _draw_words(self, painter: QPainter, tokens: Tokens) -> None:
        metrics = self._metrics()
        high = metrics.height()
        before, behind = self._beside(high)
        ink = QColor(tokens.ink if self._look is Look.SOFT else tokens.accent)
        whole = self.rect()
        words = whole.adjusted(int(before), 0, -int(behind), 0)
        direction = self.layoutDirection()
        if self._icon:
            side = round(_SYMBOL * high)
            left = round(self._side() * high * 0.8)
            place = QRect(left, (whole.height() - side) // 2, side, side)
            place = QStyle.visualRect(direction, whole, place)
            name = _ICONS_IN_RTL.get(self._icon, self._icon) if self.isRightToLeft() else self._icon
            draw_icon(painter, name, QRectF(place), ink)
        start = Qt.AlignmentFlag.AlignLeft if self._icon else Qt.AlignmentFlag.AlignHCenter
        across = QStyle.visualAlignment(direction, start) | Qt.AlignmentFlag.AlignAbsolute
        painter.setPen(ink)
        painter.setFont(font(self.font(), self._scale, bold=self._look is not Look.SOFT))
        painter.drawText(
            QStyle.visualRect(direction, whole, words),
            across | Qt.AlignmentFlag.AlignVCenter | self._wrap(metrics, words.width()),
            self.text(),
        )
