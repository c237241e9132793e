"""The themes as small pictures of themselves, to choose one of."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from backcare.core.setting_words import choice_text
from backcare.core.settings import Theme
from backcare.ui.controls import FOCUS_WIDTH
from backcare.ui.icons import draw_icon
from backcare.ui.setting_rows import translated
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, font, tokens_of

_FACES = {
    Theme.SYSTEM: (LIGHT, DARK),
    Theme.LIGHT: (LIGHT,),
    Theme.DARK: (DARK,),
    Theme.HIGH_CONTRAST: (HIGH_CONTRAST,),
}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
NARROWEST = 9.0  # of a swatch, times the height of text
TILE = 4.2  # its picture's height, in the same measure


class ThemeSwatch(QRadioButton):
    """One theme: a word in its colours, and its name below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(translated(choice_text(theme)))
        self.theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        return self.rect().contains(pos)

    def _tile_height(self) -> int:
        return round(TILE * self.fontMetrics().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        line = self.fontMetrics().height()
        box = self.fontMetrics().boundingRect(
            0, 0, max(1, width - line), 10_000, _WRAP, self.text()
        )
        return self._tile_height() + box.height() + line

    def sizeHint(self) -> QSize:
        width = round(NARROWEST * self.fontMetrics().height())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(0.6 * NARROWEST * self.fontMetrics().height()), self._tile_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        tile = QRectF(3, 3, self.width() - 6, self._tile_height())
        self._draw_tile(painter, tile)
        chosen = self.isChecked()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.accent if chosen else tokens.edge), 3.5 if chosen else 1))
        painter.drawRoundedRect(tile, 10, 10)
        if chosen:
            self._draw_tick(painter, tile, tokens)
        below = self.rect().adjusted(line // 2, round(tile.bottom()) + line // 3, -line // 2, 0)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(font(self.font(), bold=chosen))
        painter.drawText(below, _WRAP, self.text())
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ink), FOCUS_WIDTH))
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, 12, 12)

    def _draw_tile(self, painter: QPainter, tile: QRectF) -> None:
        """A bit of a window; two of them share the picture of what the desktop has."""
        whole = QPainterPath()
        whole.addRoundedRect(tile, 10, 10)
        faces = _FACES[self.theme]
        width = tile.width() / len(faces)
        for number, face in enumerate(faces):
            part = QRectF(tile.left() + number * width, tile.top(), width, tile.height())
            painter.save()
            painter.setClipPath(whole)
            painter.fillRect(part, QColor(face.background))
            painter.setPen(QColor(face.ink))
            painter.setFont(font(self.font(), 1.5, bold=True))
            upper = part.adjusted(0, 0, 0, -0.28 * part.height())
            painter.drawText(upper, Qt.AlignmentFlag.AlignCenter, self.tr("Aa"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(face.accent))
            bar = QRectF(0, 0, 0.5 * part.width(), 0.14 * part.height())
            bar.moveCenter(QPointF(part.center().x(), part.bottom() - 0.22 * part.height()))
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
            painter.restore()

    def _draw_tick(self, painter: QPainter, tile: QRectF, tokens: Tokens) -> None:
        side = 1.1 * self.fontMetrics().height()
        box = QRectF(tile.right() - side - 5, tile.top() + 5, side, side)
        if self.isRightToLeft():
            box.moveLeft(tile.left() + 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(box)
        inset = 0.18 * side
        inner = box.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, "check", inner, QColor(tokens.on_accent))


class ThemeSwatches(QWidget):
    """All themes. `chosen` carries the one that the person chose."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self._group = QButtonGroup(self)
        self.swatches = {theme: ThemeSwatch(theme) for theme in Theme}
        for theme, swatch in self.swatches.items():
            self._group.addButton(swatch)
            swatch.clicked.connect(lambda _, theme=theme: self.chosen.emit(theme))
        self._place(len(self.swatches))

    def show_theme(self, theme: Theme) -> None:
        """Mark the theme that is worn."""
        self.swatches[theme].setChecked(True)

    def fit_page(self, width: int, page_scale: float) -> None:
        """Stand in as few rows as the width allows."""
        del page_scale
        unit = QFontMetrics(self.font()).height()
        self._grid.setSpacing(round(0.6 * unit))
        fitting = int(width / ((NARROWEST + 1.2) * unit))
        self._place(4 if fitting >= len(self.swatches) else max(1, min(2, fitting)))

    def _place(self, columns: int) -> None:
        if columns != self._columns:
            self._columns = columns
            for number, swatch in enumerate(self.swatches.values()):
                self._grid.addWidget(swatch, number // columns, number % columns)
