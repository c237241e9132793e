"""What the person in the pictures looks like: a choice, as everybody has their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class SkinTone(Enum):
    """The colour of the figure's skin, from fair to deep."""

    FAIR = "fair"
    LIGHT = "light"
    OLIVE = "olive"
    TAN = "tan"
    BROWN = "brown"
    DEEP = "deep"


class Hair(Enum):
    """The figure's hair: how it is worn, and its colour."""

    BROWN_BUN = "brown-bun"
    BLACK_BUN = "black-bun"
    FAIR_BUN = "fair-bun"
    GREY_BUN = "grey-bun"
    BROWN_SHORT = "brown-short"
    BLACK_SHORT = "black-short"
    RED_SHORT = "red-short"
    WHITE_SHORT = "white-short"

    @property
    def has_bun(self) -> bool:
        """Worn up in a knot."""
        return self.value.endswith("-bun")


class Clothes(Enum):
    """The figure's T-shirt and trousers."""

    TEAL = "teal"
    BERRY = "berry"
    SKY = "sky"
    MOSS = "moss"
    LILAC = "lilac"
    STONE = "stone"


@dataclass(frozen=True, slots=True)
class Look:
    """Everything one can choose about the figure."""

    skin: SkinTone = SkinTone.LIGHT
    hair: Hair = Hair.BROWN_BUN
    clothes: Clothes = Clothes.TEAL
