"""Our own symbols, drawn in the colour that is asked for: they follow theme and text size.

They are SVG files, found through Qt's search path of the name `SEARCH_PATH`.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QFile, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SEARCH_PATH = "icons"
MOST_KEPT = 200

_CURRENT = b"currentColor"


def draw_icon(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw a symbol in the largest square in the middle of `box`."""
    side = min(box.width(), box.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(box.center())
    _renderer(name, colour.name()).render(painter, square)


def icon(name: str, side_px: int, colour: QColor) -> QIcon:
    """A symbol for menus and fields, sharp on the densest screen that is connected."""
    densest = max(screen.devicePixelRatio() for screen in QGuiApplication.screens())
    made = QPixmap(round(side_px * densest), round(side_px * densest))
    made.setDevicePixelRatio(densest)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_icon(painter, name, QRectF(0, 0, side_px, side_px), colour)
    painter.end()
    return QIcon(made)


@lru_cache(maxsize=MOST_KEPT)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(_CURRENT, colour.encode())))


@lru_cache(maxsize=MOST_KEPT)
def _drawing(name: str) -> bytes:
    file = QFile(f"{SEARCH_PATH}:{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        message = f"there is no symbol {name}"
        raise FileNotFoundError(message)
    return bytes(file.readAll().data())
