"""Every setting, declared once: storage, checks, dialog and plan derive from this page.

A field's metadata holds a `Spec`. Texts are English source texts; they are marked for
translation with `QT_TRANSLATE_NOOP` and translated where they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from backcare.core.dose import DoseOverride, RangeChoice
from backcare.core.look import Clothes, Hair, Look, SkinTone
from backcare.core.routine import Level
from backcare.core.translation import QT_TRANSLATE_NOOP


class FirstSide(Enum):
    """Which side begins in one-sided exercises."""

    ROUTINE = "routine"
    LEFT = "left"
    RIGHT = "right"


class CareChoice(Enum):
    """What happens to an exercise that a person should take care with."""

    SWAP = "swap"
    SKIP = "skip"
    SHOW = "show"


class Theme(Enum):
    """The colours of the program."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Motion(Enum):
    """Whether the figure moves by itself."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


@dataclass(frozen=True, slots=True)
class Spec:
    """How one setting is shown and checked.

    Attributes:
        section: the heading it stands under.
        label, help: its name and one sentence on what it does.
        unit: "s", "%" or empty.
        low, high, step: bounds of a number; unused elsewhere.
    """

    section: str
    label: str
    help: str
    unit: str = ""
    low: int = 0
    high: int = 0
    step: int = 1


def _declare(default: Any, spec: Spec) -> Any:
    return field(default=default, metadata={"spec": spec})


_TIMING = QT_TRANSLATE_NOOP("settings", "Timing")
_DOSES = QT_TRANSLATE_NOOP("settings", "Doses")
_CARE = QT_TRANSLATE_NOOP("settings", "Taking care")
_SCREEN = QT_TRANSLATE_NOOP("settings", "Screen")
_SOUND = QT_TRANSLATE_NOOP("settings", "Sound")
_FIGURE = QT_TRANSLATE_NOOP("settings", "Figure")

_DEFAULT_LOOK = Look()


def _seconds(default: int, low: int, high: int, label: str, text: str) -> Any:
    return _declare(default, Spec(_TIMING, label, text, "s", low, high))


def _look(default: Enum, label: str, text: str) -> Any:
    return _declare(default, Spec(_FIGURE, label, text))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one person. Every field has a default that is safe for a sore back."""

    level: Level = _declare(
        Level.GENTLE,
        Spec(
            _DOSES,
            QT_TRANSLATE_NOOP("settings", "Level"),
            QT_TRANSLATE_NOOP(
                "settings", "Gentle starts low; as written does what the document asks for."
            ),
        ),
    )
    hold_scale_percent: int = _declare(
        100,
        Spec(
            _DOSES,
            QT_TRANSLATE_NOOP("settings", "Length of holds"),
            QT_TRANSLATE_NOOP("settings", "Makes every hold shorter or longer at once."),
            "%",
            25,
            200,
            5,
        ),
    )
    range_choice: RangeChoice = _declare(
        RangeChoice.LOW,
        Spec(
            _DOSES,
            QT_TRANSLATE_NOOP("settings", "When a range is given"),
            QT_TRANSLATE_NOOP("settings", "Which end of “15-20 s” is used."),
        ),
    )
    first_side: FirstSide = _declare(
        FirstSide.ROUTINE,
        Spec(
            _DOSES,
            QT_TRANSLATE_NOOP("settings", "Begin with"),
            QT_TRANSLATE_NOOP("settings", "Many people begin with the weaker side."),
        ),
    )
    prepare_seconds: int = _seconds(
        10,
        3,
        120,
        QT_TRANSLATE_NOOP("settings", "Get ready"),
        QT_TRANSLATE_NOOP("settings", "Time to read and get into place before an exercise."),
    )
    prepare_change_seconds: int = _seconds(
        15,
        3,
        180,
        QT_TRANSLATE_NOOP("settings", "Get ready in a new position"),
        QT_TRANSLATE_NOOP("settings", "The same when you have to get up, down or turn over."),
    )
    rest_seconds: int = _seconds(
        5,
        0,
        120,
        QT_TRANSLATE_NOOP("settings", "Rest between holds"),
        QT_TRANSLATE_NOOP("settings", "The pause before the next hold on the same side."),
    )
    switch_seconds: int = _seconds(
        8,
        3,
        60,
        QT_TRANSLATE_NOOP("settings", "Switch sides"),
        QT_TRANSLATE_NOOP("settings", "Time to change from one side to the other."),
    )
    alternating_switch_seconds: int = _seconds(
        3,
        1,
        60,
        QT_TRANSLATE_NOOP("settings", "Switch in alternating holds"),
        QT_TRANSLATE_NOOP("settings", "The same where sides take turns, as in bird dog."),
    )
    set_rest_seconds: int = _seconds(
        30,
        0,
        300,
        QT_TRANSLATE_NOOP("settings", "Rest between sets"),
        QT_TRANSLATE_NOOP("settings", "The longer pause before a set is done again."),
    )
    count_in_seconds: int = _seconds(
        3,
        0,
        10,
        QT_TRANSLATE_NOOP("settings", "Count-in after a pause"),
        QT_TRANSLATE_NOOP("settings", "Time to get back into place when you go on."),
    )
    wait_before_exercise: bool = _declare(
        default=False,
        spec=Spec(
            _TIMING,
            QT_TRANSLATE_NOOP("settings", "Wait for me before every exercise"),
            QT_TRANSLATE_NOOP("settings", "The session goes on when you press a key."),
        ),
    )
    pregnant: bool = _declare(
        default=False,
        spec=Spec(
            _CARE,
            QT_TRANSLATE_NOOP("settings", "I am pregnant"),
            QT_TRANSLATE_NOOP(
                "settings", "Lying face down is exchanged or left out; cautions are shown."
            ),
        ),
    )
    osteoporosis: bool = _declare(
        default=False,
        spec=Spec(
            _CARE,
            QT_TRANSLATE_NOOP("settings", "I have osteoporosis"),
            QT_TRANSLATE_NOOP("settings", "Strong bending and twisting is exchanged or left out."),
        ),
    )
    recent_disc_trouble: bool = _declare(
        default=False,
        spec=Spec(
            _CARE,
            QT_TRANSLATE_NOOP("settings", "I have had disc trouble lately"),
            QT_TRANSLATE_NOOP("settings", "Bending forward under load is exchanged or left out."),
        ),
    )
    advanced_moves: bool = _declare(
        default=False,
        spec=Spec(
            _CARE,
            QT_TRANSLATE_NOOP("settings", "Advanced moves, please"),
            QT_TRANSLATE_NOOP("settings", "No easier exercise is suggested for hard ones."),
        ),
    )
    care_choice: CareChoice = _declare(
        CareChoice.SWAP,
        Spec(
            _CARE,
            QT_TRANSLATE_NOOP("settings", "Exercises to take care with"),
            QT_TRANSLATE_NOOP("settings", "What a routine does with them."),
        ),
    )
    theme: Theme = _declare(
        Theme.SYSTEM,
        Spec(
            _SCREEN,
            QT_TRANSLATE_NOOP("settings", "Colours"),
            QT_TRANSLATE_NOOP("settings", "High contrast is bright on black, with clear edges."),
        ),
    )
    text_percent: int = _declare(
        100,
        Spec(
            _SCREEN,
            QT_TRANSLATE_NOOP("settings", "Size of text"),
            QT_TRANSLATE_NOOP("settings", "A session's own text always fills its screen."),
            "%",
            100,
            300,
            10,
        ),
    )
    fill_screen: bool = _declare(
        default=True,
        spec=Spec(
            _SCREEN,
            QT_TRANSLATE_NOOP("settings", "A session fills the screen"),
            QT_TRANSLATE_NOOP("settings", "To be read from the floor. F11 changes it at any time."),
        ),
    )
    volume_percent: int = _declare(
        70,
        Spec(
            _SOUND,
            QT_TRANSLATE_NOOP("settings", "Volume"),
            QT_TRANSLATE_NOOP("settings", "Tones in a session come with a later version."),
            "%",
            0,
            100,
            5,
        ),
    )
    skin_tone: SkinTone = _look(
        _DEFAULT_LOOK.skin,
        QT_TRANSLATE_NOOP("settings", "Skin"),
        QT_TRANSLATE_NOOP("settings", "The person in the pictures may look like you."),
    )
    hair: Hair = _look(
        _DEFAULT_LOOK.hair,
        QT_TRANSLATE_NOOP("settings", "Hair"),
        QT_TRANSLATE_NOOP("settings", "Its colour, short or put up."),
    )
    clothes: Clothes = _look(
        _DEFAULT_LOOK.clothes,
        QT_TRANSLATE_NOOP("settings", "Clothes"),
        QT_TRANSLATE_NOOP("settings", "The limb that works is always shown in orange."),
    )
    motion: Motion = _declare(
        Motion.SYSTEM,
        Spec(
            _SCREEN,
            QT_TRANSLATE_NOOP("settings", "Movement of the figure"),
            QT_TRANSLATE_NOOP("settings", "Reduced shows still pictures with an arrow."),
        ),
    )

    @property
    def look(self) -> Look:
        """What the person in the pictures looks like."""
        return Look(self.skin_tone, self.hair, self.clothes)


@dataclass(frozen=True, slots=True)
class Preferences:
    """All that a person chose.

    Attributes:
        levels: the level of a routine, by its id.
        doses: the person's own numbers for an exercise, by its id.
        swaps: the exercise that is done instead, wherever a routine names the one of the key;
            ids that the catalogue does not know count for nothing.
    """

    settings: Settings = field(default_factory=Settings)
    levels: dict[str, Level] = field(default_factory=dict)
    doses: dict[str, DoseOverride] = field(default_factory=dict)
    swaps: dict[str, str] = field(default_factory=dict)

    def level_for(self, routine_id: str) -> Level:
        """The level chosen for a routine, or else the general one."""
        return self.levels.get(routine_id, self.settings.level)


def specs() -> dict[str, Spec]:
    """The declaration of every setting by field name, in display order."""
    return {entry.name: entry.metadata["spec"] for entry in fields(Settings)}


def checked(name: str, value: object) -> Any:
    """`value`, plain as it stands in a file, as the setting `name` needs it.

    Raises:
        ValueError: the value has the wrong type or is out of bounds; the message
            says what is allowed.
    """
    spec = specs()[name]
    default = getattr(Settings(), name)
    if isinstance(default, bool):
        if isinstance(value, bool):
            return value
        message = f"{name} is true or false, not {value!r:.40}"
        raise ValueError(message)
    if isinstance(default, Enum):
        allowed = [member.value for member in type(default)]
        if value in allowed:
            return type(default)(value)
        message = f"{name} is one of {', '.join(allowed)}, not {value!r:.40}"
        raise ValueError(message)
    if isinstance(value, int) and not isinstance(value, bool) and spec.low <= value <= spec.high:
        return value
    message = f"{name} is a whole number from {spec.low} to {spec.high}, not {value!r:.40}"
    raise ValueError(message)
