"""What an exercise's card is to hold, and where it stands: the values of `card_layout`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRect


class Reading(Enum):
    """What there is to read on the card."""

    STEPS = auto()
    """How it is done, page after page."""

    HINT = auto()
    """One sentence below a figure that is as large as it gets."""

    SIDE = auto()
    """The side that comes now, and nothing else."""

    NOTHING = auto()
    """All stands as for a hint, but without it."""


@dataclass(frozen=True, slots=True)
class CardWish:
    """What a card is to hold.

    Attributes:
        box: the inside of the card.
        unit: sizes are shares of it.
        aspect: width of the figure by its height; 0 where there is no figure.
        badge_aspect: width of the badge by its height; 0 if there is no side.
        limb_aspect: width of what stands beside the badge, by the badge's height.
        to_right: that side is the right.
        from_right: the person reads from right to left.
        body: where the body gets to, from the left and above the floor, as shares of the
            figure's width.
    """

    box: QRect
    unit: int
    reading: Reading
    aspect: float = 0.0
    badge_aspect: float = 0.0
    limb_aspect: float = 0.0
    to_right: bool = False
    from_right: bool = False
    body: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class CardPlaces:
    """One rectangle per part; an empty one has no room."""

    badge: QRect
    limb: QRect
    figure: QRect
    text: QRect
