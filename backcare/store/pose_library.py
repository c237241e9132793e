"""The poses that ship with the program, from their compiled form where that fits.

Nothing here is imported before the first picture is drawn. Decoding is written out, not
left to the codec: it is done while somebody waits for that picture.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

from backcare.figure.contacts import ARM_CONTACTS, LEG_CONTACTS
from backcare.figure.pose import Pose, angle_names
from backcare.figure.props import NAMES
from backcare.figure.skeleton import Limb, Part
from backcare.store import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COMPILED_NAME = "poses.json"

_PARTS = {part.value: part for part in Part}
_LIMBS = {limb.value: limb for limb in Limb}


class PoseReading(Protocol):
    """What `backcare.store.reading` does for poses."""

    def read_shipped_poses(self, data: bytes, source: str) -> dict[str, Pose]:
        """The poses of a file; raises InputRefusedError."""


def load_poses(
    source: str, cache_folder: str, reading: Callable[[], PoseReading]
) -> dict[str, Pose]:
    """The shipped poses by id, in the order of their file.

    They are taken from the compiled form beside `source` or in `cache_folder` where one
    fits; otherwise `source` is read strictly, and compiled into `cache_folder`.

    Raises:
        InputRefusedError: the file has mistakes.
        OSError: the file cannot be read.
    """
    with open(source, "rb") as file:
        data = file.read()
    key = key_of_poses(data)
    beside = os.path.join(os.path.dirname(source), COMPILED_NAME)
    cached = os.path.join(cache_folder, COMPILED_NAME)
    for path in (beside, cached):
        kept = load_kept_poses(path, key)
        if kept is not None:
            return kept
    poses = reading().read_shipped_poses(data, os.path.basename(source))
    with contextlib.suppress(OSError):
        save_poses(cached, key, poses)
    return poses


def key_of_poses(data: bytes) -> str:
    """A text that changes with the file, its reader and all that a pose can say."""
    shape = [f"{field.name}:{field.type}" for field in fields(Pose)]
    shape += [*angle_names(), *_PARTS, *_LIMBS, *ARM_CONTACTS, *LEG_CONTACTS, *NAMES]
    return compiled.key_of([data], ",".join(shape))


def load_kept_poses(path: str, key: str) -> dict[str, Pose] | None:
    """The poses compiled under `key`; None where there is no such file that is sound."""
    return compiled.load_kept(path, key, _decoded)


def save_poses(path: str, key: str, poses: Mapping[str, Pose]) -> None:
    """Keep compiled poses.

    Raises:
        OSError: they could not be written.
    """
    compiled.keep(path, key, {"poses": {name: _plain(pose) for name, pose in poses.items()}})


def _plain(pose: Pose) -> dict[str, object]:
    return {
        "angles": dict(pose.angles),
        "rest": [part.value for part in pose.rest],
        "pin": pose.pin and pose.pin.value,
        "contacts": {limb.value: contact for limb, contact in pose.contacts.items()},
        "head_rests": pose.head_rests,
        "follows": pose.follows,
        "works": sorted(limb.value for limb in pose.works),
        "props": pose.props,
    }


def _decoded(kept: Any) -> dict[str, Pose]:  # noqa: ANN401 - JSON has no narrower type
    return {name: _pose(name, plain) for name, plain in kept["poses"].items()}


def _pose(name: str, plain: Any) -> Pose:  # noqa: ANN401
    pin = plain["pin"]
    contacts = {_LIMBS[limb]: contact for limb, contact in plain["contacts"].items()}
    return Pose(
        name=name,
        angles=MappingProxyType(plain["angles"]),
        rest=tuple([_PARTS[part] for part in plain["rest"]]),
        pin=None if pin is None else _PARTS[pin],
        contacts=MappingProxyType(contacts),
        head_rests=plain["head_rests"],
        follows=plain["follows"],
        works=frozenset([_LIMBS[limb] for limb in plain["works"]]),
        props=tuple(plain["props"]),
    )
