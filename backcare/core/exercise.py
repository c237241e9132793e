"""One exercise of the catalogue: what it is, how it is done, what to mind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from backcare.core.dose import Dose


class Position(Enum):
    """Where the body is. Changing it between two exercises takes time."""

    SUPINE = "supine"
    PRONE = "prone"
    SIDE_LYING = "side-lying"
    KNEELING = "kneeling"
    SITTING = "sitting"
    STANDING = "standing"
    ELSEWHERE = "elsewhere"


class Movement(Enum):
    """The type of an exercise: what its efforts are."""

    HOLD = "hold"
    REPS = "reps"
    ALTERNATING = "alternating"
    ACTIVITY = "activity"


class Sides(Enum):
    """How an exercise deals with left and right."""

    BOTH = "both"
    EACH = "each"
    ALTERNATING = "alternating"
    NONE = "none"

    @property
    def are_told_apart(self) -> bool:
        """Whether an effort is done on the left or on the right."""
        return self in (Sides.EACH, Sides.ALTERNATING)


class SideOrder(Enum):
    """For one-sided exercises: all reps on one side first, or a rep on each in turn."""

    BLOCK = "block"
    ALTERNATE = "alternate"


class Side(Enum):
    """The person's own left or right: the limb that works or is stretched."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Limb(Enum):
    """What the side of an exercise names: "left leg", "left arm", "left side"."""

    LEG = "leg"
    HIP = "hip"
    FOOT = "foot"
    ARM = "arm"
    SIDE = "side"


class Aim(Enum):
    """What an exercise is for."""

    STRETCH = "stretch"
    STRENGTH = "strength"
    MOBILITY = "mobility"
    FITNESS = "fitness"


class Tag(Enum):
    """A reason for somebody to take care with an exercise, or to leave it out."""

    PREGNANCY_LIMIT = "pregnancy-limit"
    PREGNANCY_AVOID = "pregnancy-avoid"
    OSTEOPOROSIS = "osteoporosis"
    DISC = "disc"
    ADVANCED = "advanced"


class Equipment(Enum):
    """What to lay out before the session."""

    MAT = "mat"
    CHAIR = "chair"
    PAD = "pad"
    TOWEL = "towel"


@dataclass(frozen=True, slots=True)
class Correction:
    """Where a source document was wrong: what is taught instead, and why."""

    document: str
    change: str
    reason: str


CAMERA_NAMES = ("side", "front", "three-quarter", "feet", "top")
"""From where a picture can be seen."""

MIRRORED = "mirrored"
"""Stands for a pose: the effort with left and right exchanged."""


@dataclass(frozen=True, slots=True)
class Illustration:
    """Which poses show an exercise, and from where. Poses are named by their ids.

    Attributes:
        camera: one of `CAMERA_NAMES`.
        start: the pose before an effort and after it.
        effort: the pose of the effort itself.
        second: the pose of the other effort, where there are two: an id, `MIRRORED`, or empty.
        easier: the pose of an easier effort, or empty.
        side: the side that works in these poses; None where the exercise has no sides.
    """

    camera: str
    start: str
    effort: str
    second: str = ""
    easier: str = ""
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """Another way of doing an exercise, such as a bent resting leg.

    `illustration` is complete in itself; None where the variant has no picture of its own.
    """

    id: str
    name: str
    steps: tuple[str, ...]
    illustration: Illustration | None = None


@dataclass(frozen=True, slots=True)
class Exercise:
    """One entry of the catalogue.

    Attributes:
        id: kebab-case, unique, never changed once published.
        order: only for `Sides.EACH`; None elsewhere.
        limb: what a side names; None where the exercise has no sides.
        dose: the catalogue's default: what `gentle` starts from.
        cap: where a dose that climbs by itself ends; a full dose of the same shape.
        open_hold: the hold may be ended by the person ("as long as is comfortable");
            its seconds are a target, `cap.hold_seconds` the ceiling.
        easier, harder: ids of neighbours, nearest first.
        sources: places in the five documents, as "000.1" (document 000, first exercise).
        guidance: ids of public references on which the default dose rests.
        illustration: the poses that show it; None where there is no picture.
    """

    id: str
    name: str
    position: Position
    movement: Movement
    sides: Sides
    dose: Dose
    cap: Dose
    steps: tuple[str, ...]
    feel: str
    avoid: str
    order: SideOrder | None = None
    limb: Limb | None = None
    open_hold: bool = False
    aliases: tuple[str, ...] = ()
    aims: tuple[Aim, ...] = ()
    muscles: tuple[str, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    tags: tuple[Tag, ...] = ()
    cautions: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    variants: tuple[Variant, ...] = ()
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    guidance: tuple[str, ...] = ()
    illustration: Illustration | None = None

    @property
    def has_sides(self) -> bool:
        """Whether efforts are done on the left and on the right."""
        return self.sides.are_told_apart

    @property
    def has_holds(self) -> bool:
        """Whether an effort is a hold rather than a move or an activity."""
        return self.dose.hold_seconds is not None

    def dose_fields(self, order: SideOrder | None = None) -> tuple[str, ...]:
        """The fields of a dose that mean something for this exercise, in display order.

        `order` is the routine's, where it sets one. Rest stands between two reps on
        the same side, so an exercise whose sides take turns has none.
        """
        if self.movement is Movement.ACTIVITY:
            return ("minutes",)
        effort = "hold_seconds" if self.has_holds else "tempo_seconds"
        turns = self.sides is Sides.ALTERNATING or (
            self.sides is Sides.EACH and (order or self.order) is SideOrder.ALTERNATE
        )
        return (effort, "reps", "sets") if turns else (effort, "reps", "sets", "rest_seconds")
