"""A pose as it is written down: joint angles, what rests on the floor, what touches what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from backcare.figure.skeleton import Limb, Part, Side

ARM_ANGLES = (
    "shoulder", "shoulder_out", "shoulder_turn", "elbow", "forearm", "wrist", "wrist_side",
    "fingers", "hand_heading",
)  # fmt: skip
LEG_ANGLES = (
    "hip", "hip_out", "hip_turn", "knee", "ankle", "ankle_side", "ankle_turn", "toes",
)  # fmt: skip
SPINE_ANGLES = (
    "lumbar", "lumbar_side", "lumbar_turn",
    "thoracic", "thoracic_side", "thoracic_turn",
    "neck", "neck_side", "neck_turn",
)  # fmt: skip
STANCE_ANGLES = ("heading", "lean", "roll", "crank")
_SIDED = ("lumbar_side", "lumbar_turn", "thoracic_side", "thoracic_turn", "neck_side")
_MIRRORED = frozenset({*_SIDED, "neck_turn", "heading", "roll"})


def angle_names() -> tuple[str, ...]:
    """Every angle a pose can have: the limbs' with their side before them."""
    limbs = tuple(f"{side.value} {name}" for side in Side for name in (*ARM_ANGLES, *LEG_ANGLES))
    return (*STANCE_ANGLES, *SPINE_ANGLES, *limbs)


@dataclass(frozen=True, slots=True)
class Pose:
    """How a body is held.

    Attributes:
        name: its id in poses.yaml.
        angles: degrees by name, 0 where absent. `heading` 0 faces the right of the picture and
            180 its left; `lean` tips the pelvis forward (90: face down, -90: on the back);
            `roll` turns the body about its own length, to its left. Flexion is plus, extension
            minus, but `ankle` and `toes` plus pull the foot and the toes up. `_out` is
            abduction, `_turn` of a limb outward rotation; `_side` and `_turn` of the spine go
            to the right. `forearm` plus turns the palm back (pronation), `wrist` plus bends to
            the palm and `wrist_side` to the thumb; `hand_heading` turns the fingers of a flat
            hand outward. `crank` is how far the right pedal of the bicycle is past its lowest
            point.
        rest: the parts the body lies on; with two of them it is tipped until both touch.
        pin: the part that keeps its place when this pose follows `follows`.
        contacts: what each limb's end does, by limb: a name of backcare.figure.contacts.
        head_rests: the neck gives way until the head lies on the floor.
        follows: the pose this one is reached from: what is planted in both stays where it is.
        works: the limbs that are drawn in the accent colour.
        props: what stands around: see backcare.figure.props.
    """

    name: str
    angles: Mapping[str, float] = field(default_factory=dict)
    rest: tuple[Part, ...] = ()
    pin: Part | None = None
    contacts: Mapping[Limb, str] = field(default_factory=dict)
    head_rests: bool = False
    follows: str = ""
    works: frozenset[Limb] = frozenset()
    props: tuple[str, ...] = ()

    def angle(self, name: str) -> float:
        """One angle in degrees, 0 where the pose says nothing."""
        return self.angles.get(name, 0.0)


def mirrored(pose: Pose) -> Pose:
    """The same pose with left and right exchanged. Mirroring twice gives the pose again."""
    return replace(
        pose,
        angles=MappingProxyType(
            {_opposite(name): _opposite_value(name, value) for name, value in pose.angles.items()}
        ),
        rest=tuple(_opposite_part(part) for part in pose.rest),
        pin=pose.pin and _opposite_part(pose.pin),
        contacts=MappingProxyType(
            {limb.opposite: contact for limb, contact in pose.contacts.items()}
        ),
        works=frozenset(limb.opposite for limb in pose.works),
    )


def _opposite(name: str) -> str:
    side, _, rest = name.partition(" ")
    return f"{Side(side).other.value} {rest}" if rest else name


def _opposite_value(name: str, value: float) -> float:
    if name == "crank":
        return (value + 180.0) % 360.0
    return -value if name in _MIRRORED else value


def _opposite_part(part: Part) -> Part:
    return Part(_opposite(part.value))
