"""What the tests of pages to be read share: other sizes of text, and eyes for colours."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QScrollArea, QWidget

TextSize = Callable[[int], None]
"""Gives the program text of so many per cent."""


def colours(image: QImage) -> set[str]:
    """The colours of an image, looked at in every other place."""
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def body_of(area: QScrollArea) -> QWidget:
    """What is scrolled there."""
    body = area.widget()
    assert body is not None
    return body
