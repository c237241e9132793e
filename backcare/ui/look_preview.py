"""The person of the pictures, standing, sitting and lying: what the settings of the figure do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from backcare.core.errors import BackcareError
from backcare.core.look import Look
from backcare.figure.exhibit import Cast, Key, Moment
from backcare.paint.cropping import cropped
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_painter import detail_for, paint, prepared
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.figure.gallery import Gallery
    from backcare.figure.mirror import Scene

CASTS = (
    Cast("three-quarter", "standing", "standing"),
    Cast("three-quarter", "seated-forward-bend-start", "seated-forward-bend-start"),
    Cast("side", "lying-bent", "lying-bent"),
)
HEIGHT = 12.0  # times the font's height
LEAST_HEIGHT = 5.0
SHARE = 0.5
"""Of what is seen of the page, which it shares with the settings."""
MARGIN = 14.0
GAP_METRES = 0.3
STILL = Moment(Key.EFFORT, Key.EFFORT, 1.0)


class LookPreview(QWidget):
    """The figures on one floor and equally large; none where the poses cannot be read."""

    accessible_role = QAccessible.Role.Graphic

    def __init__(self, gallery: Gallery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self._look = Look()
        self._room_px: int | None = None
        self._scenes: dict[bool, tuple[Scene, ...]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("The person in the pictures"))

    @property
    def look(self) -> Look:
        return self._look

    def set_look(self, look: Look) -> None:
        """Show another person."""
        if look != self._look:
            self._look = look
            self.update()

    def set_room(self, height: int) -> None:
        """Tell how much of the page is seen at once, in pixels."""
        if height != self._room_px:
            self._room_px = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().height()
        height = text * HEIGHT
        if self._room_px is not None:
            height = min(height, max(text * LEAST_HEIGHT, self._room_px * SHARE))
        return QSize(300, round(height))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(QRectF(self.rect()), 14, 14)
        scenes = self._now()
        if not scenes:
            return
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        width = sum(scene.box.width for scene in scenes) + GAP_METRES * (len(scenes) - 1)
        height = max(scene.box.height for scene in scenes)
        scale = min(room.width() / width, room.height() / height)
        left = room.center().x() - scale * width / 2.0
        paints = colours(self._look, Ground(tokens.name))
        for scene in scenes:
            size = QRectF(left, room.top(), scale * scene.box.width, room.height())
            paint(painter, prepared(scene, paints), size)
            left = size.right() + scale * GAP_METRES

    def _now(self) -> tuple[Scene, ...]:
        """The scenes for the hair that is worn; colours are no part of them."""
        bun = self._look.hair.has_bun
        if bun not in self._scenes:
            scale = (self.height() - 2 * MARGIN) / 1.8 * self.devicePixelRatioF()
            detail = detail_for(scale, self._look)
            try:
                made = tuple(
                    cropped(self._gallery.exhibit(cast).scene(STILL, detail=detail))
                    for cast in CASTS
                )
            except (BackcareError, OSError, KeyError):
                made = ()
            self._scenes[bun] = made
        return self._scenes[bun]
