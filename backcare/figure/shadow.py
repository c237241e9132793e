"""What a body darkens on the floor below it."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from backcare.figure.flesh import (
    FOOT_LUMPS,
    FOREARM_LUMPS,
    HAND_LUMPS,
    HIPS,
    SHIN_LUMPS,
    SHOULDERS,
    THIGH_LUMPS,
    THROAT,
    TORSO,
    UPPER_ARM_LUMPS,
    lowest,
)
from backcare.figure.outline import Finish, Oval, seen, strung
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from backcare.figure.camera import Camera
    from backcare.figure.flesh import Lump
    from backcare.figure.polygon import Polygon
    from backcare.figure.solver import Stance

_SOFT = Finish(grow=0.03)
_FIRM = Finish(grow=0.004)
_TOUCHING = 0.03


def shadow_shapes(stance: Stance, camera: Camera) -> list[Shape]:
    """What the body darkens on the floor: softly below it, firmly where it touches."""
    axes = camera.axes()
    body = stance.body
    soft: list[Polygon] = []
    firm: list[Polygon] = []
    for row in _shadow_rows():
        ovals = [seen(lump, body[lump.bone], axes, on_floor=True) for lump in row]
        soft.append(strung(ovals, _SOFT, coarse=True))
        touching = [lowest(lump, body[lump.bone]) < _TOUCHING for lump in row]
        firm += [strung(part, _FIRM, coarse=True) for part in _runs(ovals, touching)]
    return [
        Shape(Ink(Material.SHADOW, Tone.LIT), tuple(soft)),
        Shape(Ink(Material.SHADOW, Tone.SHADE), tuple(firm)),
    ]


def _runs(ovals: Sequence[Oval], wanted: Sequence[bool]) -> list[list[Oval]]:
    """The stretches of a row that are wanted, one after the other."""
    runs: list[list[Oval]] = []
    for _, group in groupby(zip(ovals, wanted, strict=True), key=itemgetter(1)):
        run = list(group)
        if run[0][1]:
            runs.append([oval for oval, _ in run])
    return runs


def _shadow_rows() -> Iterable[tuple[Lump, ...]]:
    yield (HIPS[2], *TORSO, *THROAT)
    yield SHOULDERS[:2]
    for side in Side:
        yield THIGH_LUMPS[side][1:] + SHIN_LUMPS[side][::2] + FOOT_LUMPS[side][0][1:]
        yield (FOOT_LUMPS[side][1][1], FOOT_LUMPS[side][0][3])
        yield UPPER_ARM_LUMPS[side] + FOREARM_LUMPS[side][1:] + HAND_LUMPS[side][0][2:]
