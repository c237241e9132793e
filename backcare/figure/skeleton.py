"""The bones: their names, lengths and where one hangs on the other.

Lengths are shares of the body's height after R. Drillis and R. Contini, "Body Segment
Parameters" (Technical Report 1166.03, New York University, 1966), as drawn in D. A. Winter,
"Biomechanics and Motor Control of Human Movement" (4th ed., 2009, figure 4.1). Where that
figure is silent (joints of the spine, depth of the trunk) the split is ours, and the sum is
theirs. Segment masses and centres of mass: W. T. Dempster, 1955, in Winter's table 4.1.

Every bone has its own frame. In the standing body with hanging arms all frames point alike:
x ahead, y to the person's left, z up; limbs run along minus z.
"""

from __future__ import annotations

from enum import Enum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.vector import Vector

HEIGHT = 1.70
"""The height of the figure in metres."""

THIGH = 0.245 * HEIGHT
SHIN = 0.246 * HEIGHT
ANKLE_HEIGHT = 0.039 * HEIGHT
FOOT = 0.152 * HEIGHT
UPPER_ARM = 0.186 * HEIGHT
FOREARM = 0.146 * HEIGHT
HAND = 0.108 * HEIGHT
TRUNK = (0.818 - 0.530) * HEIGHT
HEAD = 0.130 * HEIGHT


class Bone(Enum):
    """A segment with its own frame, named after the joint it turns in where that is clearer."""

    PELVIS = "pelvis"
    LUMBAR = "lumbar"
    WAIST = "waist"
    RIBS = "ribs"
    CHEST = "chest"
    NECK = "neck"
    HEAD = "head"
    RIGHT_UPPER_ARM = "right upper arm"
    RIGHT_FOREARM = "right forearm"
    RIGHT_HAND = "right hand"
    RIGHT_FINGERS = "right fingers"
    RIGHT_THIGH = "right thigh"
    RIGHT_SHIN = "right shin"
    RIGHT_FOOT = "right foot"
    RIGHT_TOES = "right toes"
    LEFT_UPPER_ARM = "left upper arm"
    LEFT_FOREARM = "left forearm"
    LEFT_HAND = "left hand"
    LEFT_FINGERS = "left fingers"
    LEFT_THIGH = "left thigh"
    LEFT_SHIN = "left shin"
    LEFT_FOOT = "left foot"
    LEFT_TOES = "left toes"


SPINE = (Bone.PELVIS, Bone.LUMBAR, Bone.WAIST, Bone.RIBS, Bone.CHEST, Bone.NECK, Bone.HEAD)

# From the mid-point of the hips up: where each bone of the spine starts, in the frame of the
# one below it. The heights from LUMBAR to the shoulders add up to TRUNK.
SPINE_OFFSETS: Mapping[Bone, Vector] = MappingProxyType(
    {
        Bone.LUMBAR: (-0.022, 0.0, 0.085),
        Bone.WAIST: (0.010, 0.0, 0.085),
        Bone.RIBS: (0.000, 0.0, 0.090),
        Bone.CHEST: (-0.014, 0.0, 0.110),
        Bone.NECK: (-0.006, 0.0, 0.145),
        Bone.HEAD: (0.026, 0.0, 0.082),
    }
)

SHOULDER_OFFSET: Vector = (0.000, 0.166, TRUNK - 0.370)
"""The left shoulder joint in the frame of the chest, arm hanging."""

HIP_OFFSET: Vector = (0.0, 0.085, 0.0)
"""The left hip joint in the frame of the pelvis."""

BALL_OFFSET: Vector = (0.132, 0.0, -0.050)
"""Where the toes bend, in the frame of the foot, whose origin is the ankle."""

KNUCKLES = 0.085
"""From the wrist to where the fingers bend."""

PALM_CENTRE = 0.065
"""From the wrist to the middle of the palm."""

PALM_DEPTH = 0.018
"""From the middle of the hand to the skin of its palm."""


class Part(Enum):
    """What supports or is pinned: several bones at once, in the words of a pose."""

    BACK = "back"
    CHEST = "chest"
    PELVIS = "pelvis"
    THIGHS = "thighs"
    KNEES = "knees"
    SHINS = "shins"
    FEET = "feet"
    RIGHT_FOOT = "right foot"
    LEFT_FOOT = "left foot"
    RIGHT_KNEE = "right knee"
    LEFT_KNEE = "left knee"
    HANDS = "hands"
    ELBOWS = "elbows"
    RIGHT_ELBOW = "right elbow"
    LEFT_ELBOW = "left elbow"
    HEAD = "head"


class Side(Enum):
    """The person's own left or right."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT

    @property
    def sign(self) -> float:
        """Plus one where y grows: on the left."""
        return 1.0 if self is Side.LEFT else -1.0


class Limb(Enum):
    """The bones of an arm or a leg on one side."""

    RIGHT_ARM = "right arm"
    LEFT_ARM = "left arm"
    RIGHT_LEG = "right leg"
    LEFT_LEG = "left leg"

    @property
    def side(self) -> Side:
        """Which side it is on."""
        return Side.RIGHT if self in (Limb.RIGHT_ARM, Limb.RIGHT_LEG) else Side.LEFT

    @property
    def is_arm(self) -> bool:
        """An arm, not a leg."""
        return self in (Limb.RIGHT_ARM, Limb.LEFT_ARM)

    @property
    def opposite(self) -> Limb:
        """The same limb of the other side."""
        return limb(self.side.other, arm=self.is_arm)


def limb(side: Side, *, arm: bool) -> Limb:
    """The arm or leg of a side."""
    if arm:
        return Limb.RIGHT_ARM if side is Side.RIGHT else Limb.LEFT_ARM
    return Limb.RIGHT_LEG if side is Side.RIGHT else Limb.LEFT_LEG


CHAIN: Mapping[Limb, tuple[Bone, Bone, Bone, Bone]] = MappingProxyType(
    {
        Limb.RIGHT_ARM: (
            Bone.RIGHT_UPPER_ARM, Bone.RIGHT_FOREARM, Bone.RIGHT_HAND, Bone.RIGHT_FINGERS,
        ),
        Limb.LEFT_ARM: (
            Bone.LEFT_UPPER_ARM, Bone.LEFT_FOREARM, Bone.LEFT_HAND, Bone.LEFT_FINGERS,
        ),
        Limb.RIGHT_LEG: (
            Bone.RIGHT_THIGH, Bone.RIGHT_SHIN, Bone.RIGHT_FOOT, Bone.RIGHT_TOES,
        ),
        Limb.LEFT_LEG: (
            Bone.LEFT_THIGH, Bone.LEFT_SHIN, Bone.LEFT_FOOT, Bone.LEFT_TOES,
        ),
    }
)  # fmt: skip


def opposite_bone(bone: Bone) -> Bone:
    """The same bone of the other side; bones of the middle are their own."""
    side, _, rest = bone.value.partition(" ")
    if not rest:
        return bone
    return Bone(f"{Side(side).other.value} {rest}")
