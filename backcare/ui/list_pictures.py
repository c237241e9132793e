"""The pictures of one list: what it wishes for, and what there is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.ui.card_pictures import Wish
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QWidget

    from backcare.core.exercise import Illustration
    from backcare.ui.card_pictures import CardPictures


class ListPictures:
    """Takes pictures from `store` in the colours and for the screen of `view`."""

    def __init__(self, view: QWidget, store: CardPictures) -> None:
        self._view = view
        self._store = store

    def picture(self, illustration: Illustration | None, size: QSize) -> QPixmap | None:
        """A picture in that size, if it is there; else it will be drawn soon."""
        wish = self._wish(illustration, size)
        return None if wish is None else self._store.picture(wish)

    def missing(self, illustrations: Iterable[Illustration | None], size: QSize) -> Wish | None:
        """The first of these pictures that is not there yet."""
        wishes = (self._wish(each, size) for each in illustrations)
        return next((w for w in wishes if w is not None and not self._store.has(w)), None)

    def _wish(self, illustration: Illustration | None, size: QSize) -> Wish | None:
        if illustration is None:
            return None
        theme = tokens_of(self._view.palette()).name
        ratio = self._view.devicePixelRatioF()
        return Wish(illustration, size.width(), size.height(), ratio, theme)
