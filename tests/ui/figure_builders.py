"""Pictures of a few poses for the tests of what shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.exercise import Illustration, Side
from backcare.figure.gallery import Gallery
from backcare.ui.figures import Figures
from tests.figure.figures import POSES

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

CURL = Illustration("side", "lying", "curled", side=Side.RIGHT)
SQUAT = Illustration("side", "standing", "squatting")
MISSING = Illustration("side", "lying", "no-such-pose")


def make_figures(*, reduced: bool = False) -> Figures:
    """Pictures of the poses that the figure is tried on."""
    return Figures(Gallery(lambda: POSES), reduced=reduced)


def colours(image: QImage) -> int:
    """How many colours an image has, looked at here and there: more than a few are a figure."""
    places = ((x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5))
    return len({image.pixel(x, y) for x, y in places})
