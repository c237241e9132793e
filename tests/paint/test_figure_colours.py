"""The figure's colours: one for every ink, apart from each other, on every ground."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor

from backcare.core.look import Clothes, Hair, Look, SkinTone
from backcare.figure.shapes import Ink, Material, Tone
from backcare.paint.figure_colours import Ground, colours, mixed

INKS = {Ink(material, tone) for material in Material for tone in Tone}
LOOKS = [
    *(Look(skin=skin) for skin in SkinTone),
    *(Look(hair=hair) for hair in Hair),
    *(Look(clothes=clothes) for clothes in Clothes),
]


def apart(a: QColor, b: QColor) -> int:
    """How far two colours are from each other, 0 to 765."""
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return sum(abs(x - y) for x, y in pairs)


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("look", LOOKS)
def test_every_ink_has_a_colour_whatever_is_chosen(look: Look, ground: Ground) -> None:
    table = colours(look, ground)
    assert set(table) >= INKS
    assert all(colour.isValid() and colour.alpha() > 0 for colour in table.values())


@pytest.mark.parametrize("material", [Material.SKIN, Material.SHIRT, Material.TROUSERS])
@pytest.mark.parametrize("ground", [Ground.LIGHT, Ground.DARK])
def test_a_body_is_lighter_where_the_light_falls_and_darkest_at_its_edge(
    material: Material, ground: Ground
) -> None:
    table = colours(Look(), ground)
    lit, shade, edge = (
        table[Ink(material, tone)].lightness() for tone in (Tone.LIT, Tone.SHADE, Tone.EDGE)
    )
    assert lit > shade > edge


def test_in_high_contrast_the_body_has_a_white_outline_and_no_shade() -> None:
    table = colours(Look(), Ground.HIGH_CONTRAST)
    for material in (Material.SKIN, Material.SHIRT, Material.TROUSERS, Material.ACCENT):
        assert table[Ink(material, Tone.EDGE)] == QColor("#ffffff")
        assert table[Ink(material, Tone.SHADE)] == table[Ink(material, Tone.LIT)]


@pytest.mark.parametrize("ground", Ground)
@pytest.mark.parametrize("clothes", Clothes)
def test_what_works_stands_out_from_the_clothes(clothes: Clothes, ground: Ground) -> None:
    table = colours(Look(clothes=clothes), ground)
    working = table[Ink(Material.ACCENT, Tone.LIT)]
    for material in (Material.SHIRT, Material.TROUSERS):
        assert apart(working, table[Ink(material, Tone.LIT)]) > 120


def test_each_choice_of_skin_hair_and_clothes_looks_different() -> None:
    for material, looks in (
        (Material.SKIN, [Look(skin=skin) for skin in SkinTone]),
        (Material.SHIRT, [Look(clothes=clothes) for clothes in Clothes]),
        (Material.TROUSERS, [Look(clothes=clothes) for clothes in Clothes]),
    ):
        found = [colours(look, Ground.LIGHT)[Ink(material, Tone.LIT)] for look in looks]
        assert all(apart(a, b) > 12 for a, b in itertools.combinations(found, 2))


def test_a_bun_and_short_hair_of_one_colour_have_the_same_colour() -> None:
    bun, short = (
        colours(Look(hair=hair), Ground.LIGHT) for hair in (Hair.BROWN_BUN, Hair.BROWN_SHORT)
    )
    assert bun == short


@pytest.mark.parametrize("ground", Ground)
def test_shadows_let_the_ground_through(ground: Ground) -> None:
    table = colours(Look(), ground)
    soft, firm = (table[Ink(Material.SHADOW, tone)].alpha() for tone in (Tone.LIT, Tone.SHADE))
    assert 0 < soft < firm < 255


def test_water_lets_the_swimmer_through() -> None:
    table = colours(Look(), Ground.LIGHT)
    assert table[Ink(Material.WATER, Tone.LIT)].alpha() < 200


@pytest.mark.parametrize(
    ("share", "colour"), [(0.0, "#102030"), (0.5, "#203040"), (1.0, "#304050")]
)
def test_a_mixture_goes_from_one_colour_to_the_other(share: float, colour: str) -> None:
    assert mixed("#102030", "#304050", share) == colour


def test_the_same_choice_gives_the_same_table() -> None:
    assert colours(Look(), Ground.DARK) is colours(Look(), Ground.DARK)
