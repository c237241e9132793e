"""Colours and sizes in one place. Widgets ask for a meaning, never for a colour."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

from backcare.core.plan import PhaseKind


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, as #rrggbb.

    Text colours keep 4.5:1 on `background` and `surface`; `ink`, `session_soft` and the
    phases' hues keep 7:1 on both, because a session is read from across the room. `edge`
    is the outline of what can be pressed or typed into, 3:1 against what is around it.
    """

    name: str
    background: str
    sidebar: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    soft: str
    session_soft: str
    accent: str
    on_accent: str
    accent_wash: str
    caution_background: str
    caution_ink: str
    prepare: str
    hold: str
    move: str
    rest: str
    switch: str
    activity: str
    track: str

    @property
    def has_outlines(self) -> bool:
        """Whether buttons and surfaces are told by their outline, as they are no lighter."""
        return self.surface == self.background

    def phase(self, kind: PhaseKind) -> str:
        """The hue of a phase."""
        return {
            PhaseKind.PREPARE: self.prepare,
            PhaseKind.HOLD: self.hold,
            PhaseKind.MOVE: self.move,
            PhaseKind.REST: self.rest,
            PhaseKind.SET_REST: self.rest,
            PhaseKind.SWITCH: self.switch,
            PhaseKind.ACTIVITY: self.activity,
        }[kind]


LIGHT = Tokens(
    name="light",
    background="#f5f7f6",
    sidebar="#e7edeb",
    surface="#ffffff",
    sunken="#edf2f1",
    line="#d5dfdc",
    edge="#6f8581",
    ink="#12302d",
    soft="#4c6460",
    session_soft="#34504c",
    accent="#0f766e",
    on_accent="#ffffff",
    accent_wash="#d7ebe8",
    caution_background="#fff6e5",
    caution_ink="#6b4a00",
    prepare="#6b4200",
    hold="#0a544e",
    move="#14532d",
    rest="#1e40a0",
    switch="#6b1d8a",
    activity="#3f4f0c",
    track="#d9e3e0",
)

DARK = Tokens(
    name="dark",
    background="#10201f",
    sidebar="#0c1918",
    surface="#16302e",
    sunken="#1c3a37",
    line="#2a4a47",
    edge="#66827e",
    ink="#e8f3f1",
    soft="#9db8b4",
    session_soft="#bcd2ce",
    accent="#2dd4bf",
    on_accent="#06211e",
    accent_wash="#1d4a45",
    caution_background="#3a2c0d",
    caution_ink="#ffdf9e",
    prepare="#fbbf24",
    hold="#2dd4bf",
    move="#4ade80",
    rest="#93c5fd",
    switch="#dcb8ff",
    activity="#bef264",
    track="#203b39",
)


HIGH_CONTRAST = Tokens(
    name="high-contrast",
    background="#000000",
    sidebar="#000000",
    surface="#000000",
    sunken="#141414",
    line="#ffffff",
    edge="#ffffff",
    ink="#ffffff",
    soft="#e6e6e6",
    session_soft="#e6e6e6",
    accent="#ffe14d",
    on_accent="#000000",
    accent_wash="#2b2b2b",
    caution_background="#000000",
    caution_ink="#ffb86b",
    prepare="#ffb86b",
    hold="#ffe14d",
    move="#7dff8a",
    rest="#a5c8ff",
    switch="#f0b3ff",
    activity="#d8ff7a",
    track="#4d4d4d",
)

_BY_BACKGROUND = {tokens.background: tokens for tokens in (LIGHT, DARK, HIGH_CONTRAST)}


CAUTION_ROLE = QPalette.ColorRole.LinkVisited
"""Nothing here is a visited link, so its role in the palette serves cautions."""


def palette_of(tokens: Tokens) -> QPalette:
    """The palette that standard controls take their colours from."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.background,
        QPalette.ColorRole.WindowText: tokens.ink,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.sunken,
        QPalette.ColorRole.Text: tokens.ink,
        QPalette.ColorRole.Button: tokens.sunken,
        QPalette.ColorRole.ButtonText: tokens.ink,
        QPalette.ColorRole.BrightText: tokens.on_accent,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.ToolTipText: tokens.ink,
        QPalette.ColorRole.PlaceholderText: tokens.soft,
        QPalette.ColorRole.Link: tokens.accent,
        QPalette.ColorRole.Mid: tokens.line,
        CAUTION_ROLE: tokens.caution_ink,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.soft))
    return palette


def tokens_of(palette: QPalette) -> Tokens:
    """The tokens that a widget with this palette lives under."""
    return _BY_BACKGROUND.get(palette.color(QPalette.ColorRole.Window).name(), LIGHT)


def font(base: QFont, scale: float = 1.0, *, bold: bool = False) -> QFont:
    """`base` at a multiple of its size."""
    made = QFont(base)
    if base.pointSizeF() > 0:
        made.setPointSizeF(base.pointSizeF() * scale)
    else:
        made.setPixelSize(max(1, round(base.pixelSize() * scale)))
    if bold:
        made.setWeight(QFont.Weight.Bold)
    return made


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it (1.4.3)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - WCAG
        for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
