from __future__ import annotations

import pytest

from backcare.core.look import Hair


@pytest.mark.parametrize("hair", Hair)
def test_hair_is_worn_up_or_short(hair: Hair) -> None:
    assert hair.has_bun is not hair.value.endswith("-short")


def test_the_bun_belongs_to_some() -> None:
    assert {hair.has_bun for hair in Hair} == {True, False}
