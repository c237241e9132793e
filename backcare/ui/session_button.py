"""A control of a session: large, its key shown under its word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from backcare.ui.fit_label import fitting_font
from backcare.ui.session_surface import draw_surface
from backcare.ui.theme import Tokens, tokens_of

_FOCUS_WIDTH = 3.0
_TEXT_SHARE = 0.31
_SIDE_SHARE = 0.06


class SessionButton(QPushButton):
    """A button that only Enter presses: every other key is the session's, wherever the focus is."""

    def __init__(
        self,
        text: str,
        key: str,
        *,
        focused_key: str = "",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._key = key
        self._focused_key = focused_key or key
        self._primary = primary
        self._text_px = 0
        self._is_concealed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._describe()

    def show_text(self, text: str) -> None:
        """Change the word."""
        if text != self.text():
            self.setText(text)
            self._describe()

    def set_concealed(self, concealed: bool) -> None:
        """Draw nothing; keyboard and screen readers still find the button."""
        if concealed is not self._is_concealed:
            self._is_concealed = concealed
            self.update()

    def largest_text_px(self) -> int:
        """The size of text that the button's height asks for."""
        return round(self.height() * _TEXT_SHARE)

    def fitting_text_px(self) -> int:
        """The size at which its word fits on one line."""
        font = fitting_font(
            self.font(), self.text(), self._word_box(), self.largest_text_px(), bold=True
        )
        return font.pixelSize()

    def set_text_px(self, px: int) -> None:
        """Draw the word no larger than this, as its neighbours are."""
        if px != self._text_px:
            self._text_px = px
            self.update()

    def _word_box(self) -> QRect:
        side, height = round(self.width() * _SIDE_SHARE), self.height()
        return QRect(side, round(height * 0.08), self.width() - 2 * side, round(height * 0.48))

    def _describe(self) -> None:
        self.setAccessibleName(self.text())
        # Few voices have a word for an arrow.
        arrows = {"←": self.tr("Left"), "→": self.tr("Right"), "↑": self.tr("Up")}
        key = arrows.get(self._key, self._key)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))

    def _colours(self, tokens: Tokens) -> tuple[QColor, QColor]:
        if self._primary:
            fill, ink = QColor(tokens.hold), QColor(tokens.on_accent)
        else:
            fill, ink = QColor(tokens.accent_wash), QColor(tokens.ink)
        if self.isDown():
            fill = fill.darker(112)
        elif self.underMouse():
            fill = fill.lighter(108) if tokens.name == "dark" else fill.darker(104)
        return fill, ink

    def _draw_key(self, painter: QPainter, box: QRect, ink: QColor) -> None:
        key = self._focused_key if self.hasFocus() else self._key
        font = fitting_font(self.font(), key, box, round(box.height() * 0.7))
        width = QFontMetrics(font).horizontalAdvance(key) + 0.7 * box.height()
        cap = QRectF(0, 0, min(max(width, 1.25 * box.height()), box.width()), box.height())
        cap.moveCenter(QRectF(box).center())
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(0.55)
        painter.drawRoundedRect(cap, 0.24 * box.height(), 0.24 * box.height())
        painter.setOpacity(1)
        painter.setFont(font)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def sizeHint(self) -> QSize:
        return QSize(110, 72)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.isAutoRepeat():
            self.click()
        else:
            event.setAccepted(enter)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._is_concealed:
            return
        tokens = tokens_of(self.palette())
        fill, ink = self._colours(tokens)
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = 0.26 * box.height()
        draw_surface(painter, box, radius, fill.name(), tokens)
        if self.hasFocus():
            inset = _FOCUS_WIDTH / 2 + 2
            painter.setPen(QPen(ink, _FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = box.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, radius - inset / 2, radius - inset / 2)
        self._draw_text(painter, ink)

    def _draw_text(self, painter: QPainter, ink: QColor) -> None:
        height, word = self.height(), self._word_box()
        key = QRect(word.left(), round(height * 0.57), word.width(), round(height * 0.32))
        painter.setPen(ink)
        largest = self._text_px or self.largest_text_px()
        painter.setFont(fitting_font(self.font(), self.text(), word, largest, lines=2, bold=True))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        self._draw_key(painter, key, ink)
