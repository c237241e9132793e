"""Which picture an exercise is shown by, and when it is shown in a mirror."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise, Illustration, Side


def illustration_of(exercise: Exercise, variant_id: str = "") -> Illustration | None:
    """The variant's own picture, or else the exercise's; None where neither has one.

    An empty or unknown `variant_id` means the exercise as it is usually done.
    """
    for variant in exercise.variants:
        if variant.id == variant_id and variant.illustration is not None:
            return variant.illustration
    return exercise.illustration


def is_flipped(illustration: Illustration | None, side: Side | None) -> bool:
    """Whether `side` is shown by the poses in a mirror, as `Exhibit.scene` takes it.

    A side of None is the one that the poses are written for; where there is no picture, or
    one without sides, nothing is mirrored.
    """
    if illustration is None or illustration.side is None or side is None:
        return False
    return side is not illustration.side
