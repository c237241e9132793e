"""A stance seen by a camera, as ordered flat shapes that any painter can fill."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure.digits import digit_lines
from backcare.figure.drawing_order import Axis, back_to_front
from backcare.figure.flesh import (
    FOOT_LUMPS,
    FOREARM_LUMPS,
    HAND_LUMPS,
    HIPS,
    SHIN_LUMPS,
    SHOULDERS,
    SLEEVE_LUMPS,
    THIGH_LUMPS,
    THROAT,
    TORSO,
    UPPER_ARM_LUMPS,
)
from backcare.figure.head import head_shapes
from backcare.figure.outline import FILL, LIT, Finish, Oval, seen, step_for, string, wrap
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.figure.skeleton import Bone, Limb, Side, limb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.figure.camera import Camera
    from backcare.figure.flesh import Lump
    from backcare.figure.ground import PropPiece
    from backcare.figure.solver import Stance


class Detail(NamedTuple):
    """How a figure is drawn.

    Attributes:
        edge: the width of the outline in metres.
        face: whether the head has eyes, mouth and ears; without them it reads better when small.
        bun: whether the hair is worn up in a knot.
    """

    edge: float = 0.0045
    face: bool = True
    bun: bool = True


Lumps = tuple["Lump", ...]


class Piece(NamedTuple):
    """A part of the body that is drawn in one go.

    Attributes:
        row: lumps in a row from the trunk outwards, each wrapped together with the next.
        material: what it is made of.
        axis: the line it lies along, for the order of drawing.
        bulks: lumps that are wrapped together as a whole, besides the row.
        grows_from, ends_in: the pieces before and after it on the limb. Towards one that is
            drawn already it has no outline, so that the two are one.
        open_lumps: how many lumps at its start go without an outline then.
        before, after: the lumps next to it on these pieces. The light runs on to them, so
            that no shade is drawn across a joint.
    """

    name: str
    row: Lumps
    material: Material
    axis: Axis
    bulks: tuple[Lumps, ...] = ()
    grows_from: str = ""
    ends_in: str = ""
    open_lumps: int = 1
    before: Lump | None = None
    after: Lump | None = None


_HEAD = "head"
_LEFT_SHOULDER, _RIGHT_SHOULDER, _NAPE = SHOULDERS
_SHOULDER_BULKS: tuple[Lumps, ...] = (
    (TORSO[4], _LEFT_SHOULDER, _RIGHT_SHOULDER),
    (_LEFT_SHOULDER, _NAPE),
    (_RIGHT_SHOULDER, _NAPE),
)


_FORESHORTENED = 0.17


def _steps() -> dict[Lump, int]:
    """How few corners each lump may have: as many as the largest it is wrapped with."""
    steps: dict[Lump, int] = {}
    rows: list[Lumps] = [HIPS, TORSO, SHOULDERS, THROAT]
    for side in Side:
        rows += [lumps[side] for lumps in (THIGH_LUMPS, SHIN_LUMPS, SLEEVE_LUMPS)]
        rows += [lumps[side] for lumps in (UPPER_ARM_LUMPS, FOREARM_LUMPS)]
        rows += [*FOOT_LUMPS[side], *HAND_LUMPS[side]]
    for row in rows:
        step = step_for(max(max(lump.radii) for lump in row))
        for lump in row:
            steps[lump] = min(step, steps.get(lump, step))
    return steps


_STEPS = _steps()
_BREATHING = frozenset(TORSO[1:4])
_BREATH = 0.07
"""How much deeper the trunk is at the end of a quiet breath in."""


_BOTH_LEGS = frozenset(one for one in Limb if not one.is_arm)


class _View:
    """The lumps of one body as one camera sees them, each worked out once."""

    def __init__(self, stance: Stance, camera: Camera, breath: float) -> None:
        self.body = stance.body
        self.axes = camera.axes()
        self._swell = 1.0 + _BREATH * breath
        self._ovals: dict[Lump, Oval] = {}

    def oval(self, lump: Lump) -> Oval:
        found = self._ovals.get(lump)
        if found is None:
            swell = self._swell if lump in _BREATHING else 1.0
            step = _STEPS.get(lump, 1)
            found = seen(lump, self.body[lump.bone], self.axes, swell=swell, step=step)
            self._ovals[lump] = found
        return found

    def is_long(self, lumps: Sequence[Lump]) -> bool:
        """The row is seen from its side rather than from its end."""
        a, b = self.oval(lumps[0]), self.oval(lumps[-1])
        return hypot(a.x - b.x, a.y - b.y) > _FORESHORTENED

    def axis(self, lumps: Sequence[Lump], radius: float) -> Axis:
        a, b = self.oval(lumps[0]), self.oval(lumps[-1])
        return Axis((a.x, a.y, a.depth), (b.x, b.y, b.depth), radius)


def _pieces(view: _View, works: frozenset[Limb]) -> list[Piece]:
    torso = view.axis((TORSO[1], TORSO[4]), 0.13)
    hips = view.axis((HIPS[2], HIPS[3]), 0.12)
    seat = Material.ACCENT if works >= _BOTH_LEGS else Material.TROUSERS
    pieces = [
        Piece("hips", HIPS[2:], seat, hips, bulks=(HIPS[:3],)),
        Piece("torso", TORSO, Material.SHIRT, torso, bulks=_SHOULDER_BULKS),
        Piece("neck", THROAT, Material.SKIN, view.axis(THROAT, 0.045), ends_in=_HEAD),
    ]
    for side in Side:
        pieces += _leg_pieces(view, side, limb(side, arm=False) in works)
        pieces += _arm_pieces(view, side, limb(side, arm=True) in works)
    return pieces


def _leg_pieces(view: _View, side: Side, works: bool) -> list[Piece]:
    cloth = Material.ACCENT if works else Material.TROUSERS
    thigh, shin, foot = THIGH_LUMPS[side], SHIN_LUMPS[side], FOOT_LUMPS[side]
    thigh_name, shin_name, foot_name = (
        f"{side.value} {name}" for name in ("thigh", "shin", "foot")
    )
    foot_axis = view.axis((foot[0][1], foot[0][-1]), 0.035)
    return [
        Piece(
            thigh_name, thigh, cloth, view.axis(thigh, 0.07),
            grows_from="hips", ends_in=shin_name, open_lumps=2, after=shin[1],
        ),
        Piece(
            shin_name, shin, cloth, view.axis(shin, 0.05),
            grows_from=thigh_name, before=thigh[-2],
        ),
        Piece(
            foot_name, foot[0], Material.SKIN, foot_axis, bulks=foot[1:], grows_from=shin_name
        ),
    ]  # fmt: skip


def _arm_pieces(view: _View, side: Side, works: bool) -> list[Piece]:
    upper, fore, hand = UPPER_ARM_LUMPS[side], FOREARM_LUMPS[side], HAND_LUMPS[side]
    cloth = Material.ACCENT if works else Material.SHIRT
    name = side.value
    upper_name, fore_name, hand_name = f"{name} upper arm", f"{name} forearm", f"{name} hand"
    axis = view.axis(upper, 0.045)
    hand_axis = view.axis((hand[0][1], hand[0][-1]), 0.03)
    return [
        Piece(upper_name, upper, Material.SKIN, axis, ends_in=fore_name, after=fore[1]),
        Piece(_SLEEVE[upper_name], SLEEVE_LUMPS[side], cloth, axis, grows_from="torso"),
        Piece(
            fore_name, fore, Material.SKIN, view.axis(fore, 0.035),
            grows_from=upper_name, ends_in=hand_name,
            before=upper[-2] if view.is_long(upper) else None,
        ),
        Piece(
            hand_name, hand[0], Material.SKIN, hand_axis, bulks=hand[1:], grows_from=fore_name,
            before=fore[-2],
        ),
    ]  # fmt: skip


_DIGITS = {f"{one.side.value} {'hand' if one.is_arm else 'foot'}": one for one in Limb}
_SLEEVE = {f"{side.value} upper arm": f"{side.value} sleeve" for side in Side}


def figure_shapes(
    stance: Stance,
    camera: Camera,
    detail: Detail,
    *,
    breath: float = 0.0,
    among: Sequence[PropPiece] = (),
) -> list[Shape]:
    """The body, back to front, with the things that stand among its limbs.

    `breath` is how far it has breathed in, 0 to 1.
    """
    view = _View(stance, camera, breath)
    pieces = {piece.name: piece for piece in _pieces(view, stance.pose.works)}
    axes = {name: piece.axis for name, piece in pieces.items() if name not in _SLEEVE.values()}
    axes[_HEAD] = view.axis((THROAT[-1], THROAT[-1]), 0.09)
    things = {thing.name: thing for thing in among}
    axes |= {name: thing.axis for name, thing in things.items()}
    shapes: list[Shape] = []
    drawn: set[str] = set()
    for name in back_to_front(axes):
        if name in things:
            shapes += things[name].shapes
            continue
        if name == _HEAD:
            frame = stance.body[Bone.HEAD]
            shapes += head_shapes(frame, view.axes, detail.edge, face=detail.face, bun=detail.bun)
            drawn.add(name)
            continue
        for one in (name, _SLEEVE.get(name, "")):
            if one:
                shapes += _piece_shapes(view, pieces[one], detail, drawn)
                drawn.add(one)
        if detail.face and name in _DIGITS:
            shapes += digit_lines(stance.body, _DIGITS[name], view.axes)
    return shapes


def _piece_shapes(view: _View, piece: Piece, detail: Detail, drawn: set[str]) -> list[Shape]:
    row = [view.oval(lump) for lump in piece.row]
    bulks = [[view.oval(lump) for lump in bulk] for bulk in piece.bulks]
    lit = list(row)
    start, stop = 0, len(row)
    if piece.grows_from in drawn:
        start = piece.open_lumps
        lit[:0] = [view.oval(piece.before)] if piece.before else []
    if piece.ends_in in drawn:
        stop -= 1
        lit += [view.oval(piece.after)] if piece.after else []

    masses = [wrap(bulk) for bulk in bulks]
    body = string(row)
    edged = body if (start, stop) == (0, len(row)) else string(row[start:stop])
    lighted = body if len(lit) == len(row) else string(lit)
    return [
        Shape(Ink(piece.material, tone), tuple(one.finished(finish) for one in (first, *masses)))
        for tone, first, finish in (
            (Tone.EDGE, edged, Finish(detail.edge)),
            (Tone.SHADE, body, FILL),
            (Tone.LIT, lighted, LIT),
        )
    ]
