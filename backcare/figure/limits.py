"""How far joints go, in degrees: lowest and highest, for a healthy adult.

Where a line names no source it holds the normal values of the American Academy of Orthopaedic
Surgeons (W. B. Greene and J. D. Heckman, "The Clinical Measurement of Joint Motion", 1994) or,
for the spine, of I. A. Kapandji ("The Physiology of the Joints", volume 3). The floor or a hand
often takes a joint farther than its own muscles do; there the passive range counts.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMITS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        # Passive flexion up to 140: CDC Normal Joint Range of Motion Study (J. M. Soucie et al.,
        # Haemophilia 17, 2011, passive motion; 141 in its youngest group).
        "hip": (-30.0, 140.0),
        "hip_out": (-30.0, 50.0),
        # Outward 62 on average, 38 to 82, when sitting cross-legged: BMC Musculoskeletal
        # Disorders 2021, doi 10.1186/s12891-021-04487-z.
        "hip_turn": (-45.0, 62.0),
        # 157 (SD 6) in a deep squat: A. Hemmerich et al. 2006, doi 10.1002/jor.20114.
        "knee": (-5.0, 160.0),
        # Down: 77 in dancers (J. A. Russell et al. 2010, doi 10.1177/1938640010374981); the
        # figure's foot has no joint in its middle, which gives the rest when kneeling. Up: 30 to
        # 38 with the body's weight in the lunge test.
        "ankle": (-77.0, 38.0),
        # Sole outwards 25, inwards 35.
        "ankle_side": (-35.0, 25.0),
        "ankle_turn": (-35.0, 35.0),
        # 65 to 75 as in walking: M. L. Root et al., 1977.
        "toes": (-40.0, 75.0),
        "shoulder": (-60.0, 180.0),
        "shoulder_out": (-50.0, 90.0),
        "shoulder_turn": (-90.0, 95.0),
        "elbow": (-5.0, 155.0),
        # Palm back 90 to 96, forward 81 to 93; wrist back 82 to 89, forward 88 to 96: H. Watanabe
        # et al., table A.1 of C. C. Norkin and D. J. White, "Measurement of Joint Motion".
        "forearm": (-93.0, 96.0),
        "wrist": (-89.0, 85.0),
        "wrist_side": (-39.0, 25.0),
        "fingers": (-30.0, 95.0),
        "lumbar": (-35.0, 60.0),
        "lumbar_side": (-20.0, 20.0),
        # Median 7 to either side: M. Troke et al. 2005, "A normative database of lumbar spine
        # ranges of motion".
        "lumbar_turn": (-7.0, 7.0),
        "thoracic": (-25.0, 45.0),
        "thoracic_side": (-20.0, 20.0),
        "thoracic_turn": (-35.0, 35.0),
        "neck": (-60.0, 60.0),
        "neck_side": (-45.0, 45.0),
        "neck_turn": (-80.0, 80.0),
    }
)
"""By the name of the joint's angle, without the side."""


def beyond(angles: Mapping[str, float]) -> dict[str, tuple[float, float, float]]:
    """The angles outside their limits: value, lowest and highest allowed."""
    found = {}
    for name, value in angles.items():
        low, high = LIMITS[name.split(" ")[-1]]
        if not low <= value <= high:
            found[name] = (value, low, high)
    return found
