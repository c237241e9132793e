from __future__ import annotations

from dataclasses import replace

import pytest

from backcare.core.exercise import Illustration, Side, Variant
from backcare.core.illustrations import illustration_of, is_flipped
from tests.builders import make_hold

OWN = Illustration("side", "lying", "hugging", side=Side.RIGHT)
BENT = Illustration("front", "lying", "hugging-bent", side=Side.LEFT)
SHOWN = replace(
    make_hold("knee-to-chest"),
    illustration=OWN,
    variants=(
        Variant("bent", "Bent", ("Bend it.",), BENT),
        Variant("slow", "Slow", ("Be slow.",)),
    ),
)


def test_an_exercise_may_have_no_picture() -> None:
    assert illustration_of(make_hold("plank")) is None


@pytest.mark.parametrize("variant", ["", "slow", "unknown"])
def test_an_exercise_is_shown_by_its_own_picture(variant: str) -> None:
    assert illustration_of(SHOWN, variant) is OWN


def test_a_variant_is_shown_by_its_picture_even_where_the_exercise_has_none() -> None:
    assert illustration_of(SHOWN, "bent") is BENT
    assert illustration_of(replace(SHOWN, illustration=None), "bent") is BENT


@pytest.mark.parametrize(
    ("illustration", "side", "flipped"),
    [
        (OWN, Side.RIGHT, False),
        (OWN, Side.LEFT, True),
        (BENT, Side.LEFT, False),
        (BENT, Side.RIGHT, True),
        (OWN, None, False),
        (replace(OWN, side=None), Side.LEFT, False),
        (None, Side.LEFT, False),
    ],
)
def test_the_other_side_is_shown_in_a_mirror(
    illustration: Illustration | None, side: Side | None, flipped: bool
) -> None:
    assert is_flipped(illustration, side) is flipped
