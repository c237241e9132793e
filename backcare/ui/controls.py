"""Buttons and labels of our own look: painted, so that no style sheet slows the start."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QPushButton,
    QScrollBar,
    QSizePolicy,
    QWidget,
)

from backcare.ui.icons import draw_icon
from backcare.ui.theme import CAUTION_ROLE, Tokens, font, tokens_of

FOCUS_WIDTH = 2.5
OUTLINE_WIDTH = 1.5
ICON_SHARE = 1.35
"""Of the height of text, for a symbol and the gap after it."""


class Emphasis(Enum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    NORMAL = "normal"
    QUIET = "quiet"


class PillButton(QPushButton):
    """A large rounded button, perhaps with a symbol of `ui.icons` before its word.

    `key` is the key that does the same, shown small on it.
    """

    def __init__(
        self,
        text: str,
        emphasis: Emphasis = Emphasis.NORMAL,
        *,
        key: str = "",
        icon: str = "",
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._emphasis = emphasis
        self._icon = icon
        self._key = key
        if key:
            self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        self._scale = scale
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_scale(self, scale: float) -> None:
        """Draw the text at `scale` times the widget's font."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def _text_font(self) -> QFontMetricsF:
        bold = self._emphasis is Emphasis.PRIMARY
        return QFontMetricsF(font(self.font(), self._scale, bold=bold))

    def sizeHint(self) -> QSize:
        metrics = self._text_font()
        if not self.text():
            side = round(metrics.height() * 2.2)
            return QSize(side, side)
        width = metrics.horizontalAdvance(self.text().replace("&", "")) + 2.6 * metrics.height()
        if self._icon:
            width += ICON_SHARE * metrics.height()
        if self._key:
            small = QFontMetricsF(font(self.font(), self._scale * 0.72))
            width += small.horizontalAdvance(self._key) + metrics.height()
        return QSize(round(width), round(metrics.height() * 2.2))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        background, ink = self._colours(tokens)
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        if background is not None:
            painter.fillPath(shape, background)
        if tokens.has_outlines and self._emphasis is not Emphasis.QUIET:
            pen = QPen(QColor(tokens.edge if self.isEnabled() else tokens.line), OUTLINE_WIDTH)
            if not self.isEnabled():
                pen.setStyle(Qt.PenStyle.DashLine)  # told from the others without its colours
            painter.strokePath(shape, pen)
        if self.hasFocus():
            self._draw_focus(painter, box, tokens)
        self._draw_text(painter, box, ink)

    def _colours(self, tokens: Tokens) -> tuple[QColor | None, QColor]:
        if self._emphasis is Emphasis.PRIMARY:
            background, ink = QColor(tokens.accent), QColor(tokens.on_accent)
        elif self._emphasis is Emphasis.NORMAL:
            background, ink = QColor(tokens.accent_wash), QColor(tokens.ink)
        else:
            background, ink = None, QColor(tokens.ink)
        if not self.isEnabled():
            return QColor(tokens.sunken), QColor(tokens.soft)
        if self.isDown():
            return (background or QColor(tokens.sunken)).darker(112), ink
        if self.underMouse():
            return (background or QColor(tokens.sunken)).lighter(106), ink
        return background, ink

    def _draw_focus(self, painter: QPainter, box: QRectF, tokens: Tokens) -> None:
        """A ring in the ink's colour, inside the button so that it is never clipped."""
        colour = tokens.on_accent if self._emphasis is Emphasis.PRIMARY else tokens.accent
        inset = FOCUS_WIDTH + 0.5
        ring = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(colour), FOCUS_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _draw_text(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        painter.setPen(ink)
        bold = self._emphasis is Emphasis.PRIMARY
        main = font(self.font(), self._scale, bold=bold)
        if self._icon:
            box = self._draw_icon(painter, box, main, ink)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic
        if not self._key:
            painter.setFont(main)
            painter.drawText(box, flags, self.text())
            return
        small = font(self.font(), self._scale * 0.72)
        main_width = QFontMetricsF(main).horizontalAdvance(self.text())
        key_width = QFontMetricsF(small).horizontalAdvance(self._key)
        gap = QFontMetricsF(main).height() * 0.5
        left = box.center().x() - (main_width + gap + key_width) / 2
        painter.setFont(main)
        painter.drawText(
            QRectF(left, box.top(), main_width + 1, box.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self.text(),
        )
        painter.setFont(small)
        painter.drawText(
            QRectF(left + main_width + gap, box.top(), key_width + 1, box.height()),
            Qt.AlignmentFlag.AlignVCenter,
            self._key,
        )

    def _draw_icon(self, painter: QPainter, box: QRectF, face: QFont, ink: QColor) -> QRectF:
        """Draw the symbol; returns what is left for the word, on the side that is read later."""
        metrics = QFontMetricsF(face)
        side = metrics.height()
        if not self.text():
            draw_icon(
                painter,
                self._icon,
                QRectF(0, 0, side, side).translated(
                    box.center().x() - side / 2, box.center().y() - side / 2
                ),
                ink,
            )
            return box
        room = ICON_SHARE * side
        words = metrics.horizontalAdvance(self.text().replace("&", ""))
        if self._key:
            small = QFontMetricsF(font(self.font(), self._scale * 0.72))
            words += small.horizontalAdvance(self._key) + side * 0.5
        left = box.center().x() - (words + room) / 2
        place = QRectF(left, box.center().y() - side / 2, side, side)
        rest = box.adjusted(room, 0, 0, 0)
        if self.isRightToLeft():
            place.moveRight(2 * box.center().x() - left)
            rest = box.adjusted(0, 0, -room, 0)
        draw_icon(painter, self._icon, place, ink)
        return rest


class TextLabel(QLabel):
    """A label at a multiple of the program's font size.

    `soft` gives it the quieter colour, `caution` the one that goes with a caution card.
    """

    def __init__(
        self,
        text: str = "",
        scale: float = 1.0,
        *,
        bold: bool = False,
        soft: bool = False,
        wrap: bool = False,
        caution: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._scale = scale
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.fit_font()
        self.setWordWrap(wrap)
        if soft:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        if caution:
            self.setForegroundRole(CAUTION_ROLE)

    def fit_font(self) -> None:
        """Take the size that goes with the program's font, which has changed.

        Qt tells nobody who has a font of their own.
        """
        self.setFont(font(QApplication.font(), self._scale, bold=self._bold))


class Card(QFrame):
    """A rounded surface for what belongs together; `caution` gives it the warning colours."""

    def __init__(self, *, caution: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caution = caution

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPen(QColor(tokens.line), OUTLINE_WIDTH if tokens.has_outlines else 1.0)
        is_bare = self._caution and not tokens.has_outlines
        painter.setPen(Qt.PenStyle.NoPen if is_bare else outline)
        painter.setBrush(QColor(tokens.caution_background if self._caution else tokens.surface))
        painter.drawRoundedRect(box, 14, 14)
        if self._caution:
            # A bar tells it from other cards without its colours.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.caution_ink))
            left = self.width() - 10 if self.isRightToLeft() else 6
            painter.drawRoundedRect(QRectF(left, 10, 4, self.height() - 20), 2, 2)


class SlimScrollBar(QScrollBar):
    """A vertical scroll bar that is only its handle; a wide margin is easy to hit."""

    WIDTH = 14
    SHORTEST_HANDLE = 36

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def sizeHint(self) -> QSize:
        return QSize(self.WIDTH, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = tokens_of(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(self.backgroundRole()))
        painter.drawRect(event.rect())
        span = self.maximum() - self.minimum() + self.pageStep()
        if span <= self.pageStep():
            return
        height = max(self.SHORTEST_HANDLE, self.height() * self.pageStep() / span)
        room = self.height() - height
        steps = self.maximum() - self.minimum()
        top = room * (self.value() - self.minimum()) / steps
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.soft if self.underMouse() else tokens.edge))
        painter.drawRoundedRect(QRectF(4, top + 2, self.WIDTH - 8, height - 4), 3, 3)
