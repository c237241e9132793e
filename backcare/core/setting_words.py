"""What sections and choices of settings are called: English source texts, context "settings"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.dose import RangeChoice
from backcare.core.look import Clothes, Hair, SkinTone
from backcare.core.routine import Level
from backcare.core.settings import CareChoice, FirstSide, Motion, Theme, specs
from backcare.core.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from enum import Enum

ROUTINES = QT_TRANSLATE_NOOP("settings", "Routines")
EXERCISES = QT_TRANSLATE_NOOP("settings", "Exercises")

_FIRST = ("Doses", "Taking care", "Timing", "Screen", "Sound", "Figure")
"""What people look for most; sections that are declared and not named here follow."""

_TEXTS: dict[Enum, str] = {
    Level.GENTLE: QT_TRANSLATE_NOOP("settings", "Gentle"),
    Level.AS_WRITTEN: QT_TRANSLATE_NOOP("settings", "As written"),
    RangeChoice.LOW: QT_TRANSLATE_NOOP("settings", "The low end"),
    RangeChoice.MIDDLE: QT_TRANSLATE_NOOP("settings", "The middle"),
    RangeChoice.HIGH: QT_TRANSLATE_NOOP("settings", "The high end"),
    FirstSide.ROUTINE: QT_TRANSLATE_NOOP("settings", "As the routine says"),
    FirstSide.LEFT: QT_TRANSLATE_NOOP("settings", "The left side"),
    FirstSide.RIGHT: QT_TRANSLATE_NOOP("settings", "The right side"),
    CareChoice.SWAP: QT_TRANSLATE_NOOP("settings", "Swap for an easier one"),
    CareChoice.SKIP: QT_TRANSLATE_NOOP("settings", "Leave out"),
    CareChoice.SHOW: QT_TRANSLATE_NOOP("settings", "Keep, with a caution"),
    Theme.SYSTEM: QT_TRANSLATE_NOOP("settings", "As the desktop"),
    Theme.LIGHT: QT_TRANSLATE_NOOP("settings", "Light"),
    Theme.DARK: QT_TRANSLATE_NOOP("settings", "Dark"),
    Theme.HIGH_CONTRAST: QT_TRANSLATE_NOOP("settings", "High contrast"),
    Motion.SYSTEM: QT_TRANSLATE_NOOP("settings", "As the desktop"),
    Motion.FULL: QT_TRANSLATE_NOOP("settings", "Moving"),
    Motion.REDUCED: QT_TRANSLATE_NOOP("settings", "Reduced"),
    SkinTone.FAIR: QT_TRANSLATE_NOOP("settings", "Fair"),
    SkinTone.LIGHT: QT_TRANSLATE_NOOP("settings", "Light"),
    SkinTone.OLIVE: QT_TRANSLATE_NOOP("settings", "Olive"),
    SkinTone.TAN: QT_TRANSLATE_NOOP("settings", "Tan"),
    SkinTone.BROWN: QT_TRANSLATE_NOOP("settings", "Brown"),
    SkinTone.DEEP: QT_TRANSLATE_NOOP("settings", "Deep brown"),
    Hair.BROWN_BUN: QT_TRANSLATE_NOOP("settings", "Brown, put up"),
    Hair.BLACK_BUN: QT_TRANSLATE_NOOP("settings", "Black, put up"),
    Hair.FAIR_BUN: QT_TRANSLATE_NOOP("settings", "Fair, put up"),
    Hair.GREY_BUN: QT_TRANSLATE_NOOP("settings", "Grey, put up"),
    Hair.BROWN_SHORT: QT_TRANSLATE_NOOP("settings", "Brown, short"),
    Hair.BLACK_SHORT: QT_TRANSLATE_NOOP("settings", "Black, short"),
    Hair.RED_SHORT: QT_TRANSLATE_NOOP("settings", "Red, short"),
    Hair.WHITE_SHORT: QT_TRANSLATE_NOOP("settings", "White, short"),
    Clothes.TEAL: QT_TRANSLATE_NOOP("settings", "Teal"),
    Clothes.BERRY: QT_TRANSLATE_NOOP("settings", "Berry"),
    Clothes.SKY: QT_TRANSLATE_NOOP("settings", "Sky blue"),
    Clothes.MOSS: QT_TRANSLATE_NOOP("settings", "Moss green"),
    Clothes.LILAC: QT_TRANSLATE_NOOP("settings", "Lilac"),
    Clothes.STONE: QT_TRANSLATE_NOOP("settings", "Stone"),
}


def choice_text(member: Enum) -> str:
    """The source text of one choice; every choice of every setting has one."""
    return _TEXTS[member]


def sections() -> tuple[str, ...]:
    """The headings of all settings, in the order in which people meet them."""
    declared = dict.fromkeys(spec.section for spec in specs().values())
    known = [name for name in _FIRST if name in declared]
    return (*known, *(name for name in declared if name not in _FIRST), ROUTINES, EXERCISES)
