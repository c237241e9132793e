"""What the choices of a setting are called: English source texts, context "settings"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.dose import RangeChoice
from backcare.core.routine import Level
from backcare.core.settings import CareChoice, FirstSide, Theme
from backcare.core.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from enum import Enum

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
}


def choice_text(member: Enum) -> str:
    """The source text of one choice; every choice of every setting has one."""
    return _TEXTS[member]
