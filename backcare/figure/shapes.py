"""What a scene is made of: filled shapes, each in an ink that the painter has a colour for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from backcare.figure.polygon import Polygon


class Material(Enum):
    """What a shape shows."""

    SKIN = "skin"
    HAIR = "hair"
    SHIRT = "shirt"
    TROUSERS = "trousers"
    ACCENT = "accent"
    FEATURE = "feature"
    LIPS = "lips"
    MAT = "mat"
    PAD = "pad"
    FURNITURE = "furniture"
    WATER = "water"
    SHADOW = "shadow"
    ARROW = "arrow"


class Tone(Enum):
    """Which of a material's three colours: its outline, its shaded side, its lit side."""

    EDGE = "edge"
    SHADE = "shade"
    LIT = "lit"


class Ink(NamedTuple):
    """What to fill a shape with."""

    material: Material
    tone: Tone


class Shape(NamedTuple):
    """One or more polygons filled together: where they overlap, once."""

    ink: Ink
    polygons: tuple[Polygon, ...]
