"""From the catalogue's words for a picture to the figure's, free of Qt.

This loads all of the figure: only what is imported after the first paint may import it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.illustrations import illustration_of
from backcare.figure.exhibit import Cast

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise, Illustration


def cast_of(illustration: Illustration) -> Cast:
    """What `Gallery.exhibit` needs to show it. Equal casts are one exhibit."""
    return Cast(
        illustration.camera,
        illustration.start,
        illustration.effort,
        illustration.second,
        illustration.easier,
    )


def cast_for(exercise: Exercise, variant_id: str = "") -> Cast | None:
    """The same for an exercise or one of its variants; None where there is no picture.

    An empty or unknown `variant_id` means the exercise as it is usually done.
    """
    found = illustration_of(exercise, variant_id)
    return None if found is None else cast_of(found)
