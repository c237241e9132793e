"""Draws the small pictures on the cards: the effort, as large as it fits, on no ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from backcare.figure.exhibit import Key, Moment
from backcare.paint.cropping import cropped, lifted
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_painter import detail_for, paint, pixels_for_metre, prepared
from backcare.ui.casting import cast_of

if TYPE_CHECKING:
    from backcare.core.look import Look
    from backcare.figure.gallery import Gallery
    from backcare.ui.card_pictures import Wish

MARGIN = 0.05
"""What is left free on every side, as a share of the picture's height."""

EFFORT = Moment(Key.EFFORT, Key.EFFORT, 1.0)


class ThumbnailPainter:
    """Draws what a `Wish` asks for; what it returns is transparent where no figure is."""

    def __init__(self, gallery: Gallery, look: Look) -> None:
        self._gallery = gallery
        self._look = look

    def __call__(self, wish: Wish) -> QPixmap:
        """One picture. Raises KeyError where the gallery lacks a pose."""
        exhibit = self._gallery.exhibit(cast_of(wish.illustration))
        target = self._target(wish)
        # Drawn a little too fine for the size it gets in the end: edges stay narrow.
        scale = pixels_for_metre(exhibit.box(exhibit.camera), target) * wish.ratio
        scene = cropped(exhibit.scene(EFFORT, detail=detail_for(scale, self._look)))
        pixmap = QPixmap(round(wish.width * wish.ratio), round(wish.height * wish.ratio))
        pixmap.setDevicePixelRatio(wish.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        picture = prepared(scene, colours(self._look, Ground(wish.theme)))
        paint(painter, picture, lifted(target, scene.box))
        painter.end()
        return pixmap

    def _target(self, wish: Wish) -> QRectF:
        margin = wish.height * MARGIN
        return QRectF(0, 0, wish.width, wish.height).adjusted(margin, margin, -margin, -margin)
