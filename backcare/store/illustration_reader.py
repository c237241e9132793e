"""Which poses show an exercise or one of its variants: the group `poses` of a file."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, TypeAlias

from backcare.core.exercise import CAMERA_NAMES, MIRRORED, Illustration, Side
from backcare.store.fields import Fields, closest, shown

if TYPE_CHECKING:
    from backcare.core.exercise import Sides
    from backcare.store.fields import Report

GROUP = "poses"
LONGEST_ID = 64

PoseIds: TypeAlias = Callable[[], Collection[str]]
"""Gives the ids of all poses. It is only called where a file names a pose.

It may raise InputRefusedError where the poses themselves cannot be read.
"""


def no_pose() -> Collection[str]:
    """The ids of the poses where there are none."""
    return ()


class IllustrationReader:
    """Reads the illustrations of exercises and of their variants."""

    def __init__(self, report: Report, pose_ids: PoseIds) -> None:
        """What is wrong goes to `report`; `pose_ids` tells which poses there are."""
        self._report = report
        self._pose_ids = pose_ids

    def read(
        self, owner: Fields, sides: Sides, base: Illustration | None = None
    ) -> Illustration | None:
        """The illustration of `owner`, which is an exercise or a variant.

        `sides` are those of the exercise. What is left out is taken from `base`, all but the
        easier pose. None where nothing is written. Texts are empty where there is a mistake.
        """
        node = owner.take(GROUP)
        if node is None:
            return None
        fields = Fields(node, f"the group {GROUP!r}", self._report)
        required = base is None
        base = base or Illustration("", "", "")
        illustration = Illustration(
            camera=fields.word("camera", CAMERA_NAMES, required=required) or base.camera,
            start=self._pose(fields, "start", required=required) or base.start,
            effort=self._pose(fields, "effort", required=required) or base.effort,
            second=self._pose(fields, "second") or base.second,
            easier=self._pose(fields, "easier"),
            side=self._side(fields, sides, required=required) or base.side,
        )
        fields.end()
        return illustration

    def _side(self, fields: Fields, sides: Sides, *, required: bool) -> Side | None:
        one_sided = sides.are_told_apart
        side = fields.choice("side", Side, required=required and one_sided)
        if side is not None and not one_sided:
            fields.complain("side", "side goes with 'sides: each' or 'sides: alternating' only")
            return None
        return side

    def _pose(self, fields: Fields, name: str, *, required: bool = False) -> str:
        pose = fields.text(name, LONGEST_ID, required=required)
        if not pose or (name == "second" and pose == MIRRORED):
            return pose
        known = self._pose_ids()
        if pose not in known:
            hint = closest(pose, known)
            fields.complain(name, f"{name}: there is no pose {shown(pose)}{hint}")
        return pose
