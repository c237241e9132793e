from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from backcare.core.plan import PhaseKind
from backcare.ui.theme import (
    CAUTION_ROLE,
    DARK,
    HIGH_CONTRAST,
    LIGHT,
    Tokens,
    contrast,
    font,
    palette_of,
    tokens_of,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

READ_FROM_THE_FLOOR = 7.0
READ_AT_THE_DESK = 4.5
SEEN_AT_ALL = 3.0
"""What WCAG 2.2 asks of the outlines of controls (1.4.11)."""

PAGES = ("background", "surface")
HUES = ("prepare", "hold", "move", "rest", "switch", "activity")
SESSION = [
    *((ink, page) for ink in ("ink", "session_soft", *HUES) for page in PAGES),
    ("caution_ink", "caution_background"),
    ("caution_ink", "surface"),  # the mark of what to avoid
    ("surface", "caution_ink"),  # and the sign on it
    ("surface", "hold"),
    ("background", "ink"),  # the side's badge
    ("on_accent", "hold"),  # the main button
    ("ink", "accent_wash"),  # the other buttons, and the numbers of the steps
]
ELSEWHERE = [
    *((ink, ground) for ink in ("ink", "soft") for ground in (*PAGES, "sidebar", "sunken")),
    ("ink", "accent_wash"),
    ("soft", "accent_wash"),  # a routine under the mouse
    ("accent", "surface"),
    ("accent", "sunken"),  # the remark on a card under the mouse
    ("accent", "background"),
    ("on_accent", "accent"),
]
STANDARD_TEXT = [
    (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
    (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase),
    (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
    (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
    (QPalette.ColorRole.ToolTipText, QPalette.ColorRole.ToolTipBase),
    (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
    (QPalette.ColorRole.Link, QPalette.ColorRole.Window),
]

every_theme = pytest.mark.parametrize(
    "tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name
)


def between(tokens: Tokens, ink: str, ground: str) -> float:
    return contrast(getattr(tokens, ink), getattr(tokens, ground))


@every_theme
@pytest.mark.parametrize(("ink", "ground"), SESSION)
def test_what_a_session_shows_can_be_read_from_the_floor(
    tokens: Tokens, ink: str, ground: str
) -> None:
    assert between(tokens, ink, ground) >= READ_FROM_THE_FLOOR


@every_theme
@pytest.mark.parametrize(("ink", "ground"), ELSEWHERE)
def test_all_other_text_can_be_read_at_the_desk(tokens: Tokens, ink: str, ground: str) -> None:
    assert between(tokens, ink, ground) >= READ_AT_THE_DESK


@every_theme
@pytest.mark.parametrize("ground", [*PAGES, "sidebar"])
def test_the_outline_of_a_control_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert between(tokens, "edge", ground) >= SEEN_AT_ALL


@every_theme
@pytest.mark.parametrize("group", [QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled])
@pytest.mark.parametrize(("ink", "ground"), STANDARD_TEXT)
def test_standard_controls_can_be_read_too(
    tokens: Tokens,
    group: QPalette.ColorGroup,
    ink: QPalette.ColorRole,
    ground: QPalette.ColorRole,
) -> None:
    palette = palette_of(tokens)
    colours = (palette.color(group, role).name() for role in (ink, ground))
    assert contrast(*colours) >= READ_AT_THE_DESK


@every_theme
def test_every_kind_of_phase_has_a_hue(tokens: Tokens) -> None:
    hues = {kind: tokens.phase(kind) for kind in PhaseKind}
    assert hues[PhaseKind.REST] == hues[PhaseKind.SET_REST]
    assert len(set(hues.values())) == len(PhaseKind) - 1


@every_theme
def test_a_colour_is_written_with_six_digits(tokens: Tokens) -> None:
    for field in fields(Tokens):
        if field.name != "name":
            colour = getattr(tokens, field.name)
            assert QColor(colour).name() == colour


@every_theme
def test_the_palette_leads_back_to_its_tokens(tokens: Tokens) -> None:
    assert tokens_of(palette_of(tokens)) is tokens


@every_theme
def test_cautions_have_a_role_of_their_own(tokens: Tokens) -> None:
    assert palette_of(tokens).color(CAUTION_ROLE).name() == tokens.caution_ink


@every_theme
def test_what_cannot_be_used_looks_quieter(tokens: Tokens) -> None:
    palette = palette_of(tokens)
    role = QPalette.ColorRole.ButtonText
    assert palette.color(QPalette.ColorGroup.Active, role).name() == tokens.ink
    assert palette.color(QPalette.ColorGroup.Disabled, role).name() == tokens.soft


# The figures of the formula's own document: WCAG 2.2, "contrast ratio" and its examples.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#404040", "#ffffff", 10.37),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#010101", "#000000", 1.006),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


def test_a_font_grows_by_its_scale_in_points_or_in_pixels(qtbot: QtBot) -> None:
    del qtbot
    in_points, in_pixels = QFont(), QFont()
    in_points.setPointSizeF(10.0)
    in_pixels.setPixelSize(20)
    assert font(in_points, 1.5).pointSizeF() == 15.0
    assert font(in_pixels, 1.5).pixelSize() == 30
    assert font(in_pixels, 0.001).pixelSize() == 1
    assert not font(in_points).bold()
    assert font(in_points, bold=True).bold()
    assert in_points.pointSizeF() == 10.0
    assert not in_points.bold()
