"""The colours of the figure: by the person's choice, on a light, dark or high-contrast ground."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor

from backcare.core.look import Clothes, Look, SkinTone
from backcare.figure.shapes import Ink, Material, Tone

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ground(Enum):
    """What the figure is painted on."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


_SKIN = {
    SkinTone.FAIR: "#f6cdb2",
    SkinTone.LIGHT: "#eeb892",
    SkinTone.OLIVE: "#dba676",
    SkinTone.TAN: "#c68a5c",
    SkinTone.BROWN: "#99623f",
    SkinTone.DEEP: "#6f452e",
}
_HAIR = {"brown": "#5a3a2a", "black": "#3a3236", "fair": "#d3a85c", "grey": "#a3a6aa",
         "red": "#a5512a", "white": "#dcdcd8"}  # fmt: skip
_CLOTHES = {
    Clothes.TEAL: ("#2aa79a", "#43517f"),
    Clothes.BERRY: ("#b8486f", "#4a4a63"),
    Clothes.SKY: ("#5b9bd0", "#3d5163"),
    Clothes.MOSS: ("#7f9a4d", "#57473d"),
    Clothes.LILAC: ("#9a83c4", "#3e4468"),
    Clothes.STONE: ("#d9cdb8", "#4f6a68"),
}
_WORKING = "#f5a02f"
_DARK_SHADE = "#14182e"
_THINGS = {
    Ground.LIGHT: {Material.MAT: "#bfdcd6", Material.PAD: "#d8c3e3", Material.FURNITURE: "#c9b59c",
                   Material.WATER: "#6fb7d8"},
    Ground.DARK: {Material.MAT: "#3d625d", Material.PAD: "#7d6a8c", Material.FURNITURE: "#9a8a76",
                  Material.WATER: "#3f88ac"},
    Ground.HIGH_CONTRAST: {Material.MAT: "#4a4a4a", Material.PAD: "#6a6a6a",
                           Material.FURNITURE: "#b0b0b0", Material.WATER: "#3f88ac"},
}  # fmt: skip
_ARROW = {Ground.LIGHT: "#b3410e", Ground.DARK: "#8fd8ff", Ground.HIGH_CONTRAST: "#ffe14d"}


def mixed(a: str, b: str, share: float) -> str:
    """The colour `share` of the way from `a` to `b`, both #rrggbb."""
    pairs = ((int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def _tones(lit: str, ground: Ground, material: Material) -> dict[Ink, QColor]:
    """A material's three tones from its lit one."""
    skin = material is Material.SKIN
    towards = "#8a3d24" if skin else _DARK_SHADE
    if ground is Ground.DARK and not skin:
        lit = mixed(lit, "#ffffff", 0.10)
    shade = mixed(lit, towards, 0.24 if skin else 0.26)
    edge = mixed(lit, "#54200f" if skin else "#0a1020", 0.58 if skin else 0.66)
    if ground is Ground.HIGH_CONTRAST:
        lit, edge = mixed(lit, "#ffffff", 0.15), "#ffffff"
        shade = lit
    return {
        Ink(material, Tone.EDGE): QColor(edge),
        Ink(material, Tone.SHADE): QColor(shade),
        Ink(material, Tone.LIT): QColor(lit),
    }


@lru_cache(maxsize=16)
def colours(look: Look, ground: Ground) -> Mapping[Ink, QColor]:
    """The colour of every ink."""
    shirt, trousers = _CLOTHES[look.clothes]
    hair = _HAIR[look.hair.value.partition("-")[0]]
    table: dict[Ink, QColor] = {}
    for material, lit in {
        Material.SKIN: _SKIN[look.skin],
        Material.HAIR: hair,
        Material.SHIRT: shirt,
        Material.TROUSERS: trousers,
        Material.ACCENT: _WORKING,
        **_THINGS[ground],
    }.items():
        table |= _tones(lit, ground, material)
    for tone in Tone:
        table[Ink(Material.FEATURE, tone)] = QColor(mixed(hair, "#20120c", 0.7))
        table[Ink(Material.LIPS, tone)] = QColor(mixed(_SKIN[look.skin], "#8c2f35", 0.55))
        table[Ink(Material.ARROW, tone)] = QColor(_ARROW[ground])
    table[Ink(Material.ARROW, Tone.EDGE)] = QColor(
        "#ffffff" if ground is Ground.LIGHT else "#0b1615"
    )
    alpha = 1.0 if ground is Ground.LIGHT else 1.7
    table[Ink(Material.SHADOW, Tone.LIT)] = QColor(8, 30, 28, round(26 * alpha))
    table[Ink(Material.SHADOW, Tone.SHADE)] = QColor(8, 30, 28, round(52 * alpha))
    table[Ink(Material.SHADOW, Tone.EDGE)] = table[Ink(Material.SHADOW, Tone.SHADE)]
    for tone, opacity in ((Tone.LIT, 90), (Tone.SHADE, 120), (Tone.EDGE, 230)):
        table[Ink(Material.WATER, tone)].setAlpha(opacity)
    return table
