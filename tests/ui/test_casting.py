from __future__ import annotations

from dataclasses import replace

from backcare.core.exercise import MIRRORED, Illustration, Side, Variant
from backcare.figure import exhibit
from backcare.figure.exhibit import Cast
from backcare.ui.casting import cast_for
from tests.builders import make_hold

OWN = Illustration("side", "lying", "hugging", side=Side.RIGHT)
BENT = Illustration("front", "lying", "hugging-bent", MIRRORED, "easy", Side.LEFT)
PLAIN = make_hold("knee-to-chest")


def test_an_exercise_without_a_picture_has_no_cast() -> None:
    assert cast_for(PLAIN) is None


def test_an_exercise_is_shown_by_its_poses_and_a_variant_by_its_own() -> None:
    variant = Variant("bent", "Bent", ("Bend it.",), BENT)
    shown = replace(PLAIN, illustration=OWN, variants=(variant,))
    assert cast_for(shown) == Cast("side", "lying", "hugging")
    assert cast_for(shown, "bent") == Cast("front", "lying", "hugging-bent", "mirrored", "easy")


def test_the_mirrored_effort_is_called_alike_in_catalogue_and_figure() -> None:
    assert exhibit.MIRRORED == MIRRORED
