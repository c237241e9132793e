"""Pictures of the figure, each built once and kept: the larger part of a moving picture's cost."""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QDataStream, QIODeviceBase
from PySide6.QtGui import QColor, QPainterPath

from backcare.core.errors import BackcareError
from backcare.core.gesture import KeyPose
from backcare.core.look import Look
from backcare.figure.camera import CAMERAS
from backcare.figure.exhibit import MIRRORED, Key, Moment
from backcare.figure.flesh import ALL_LUMPS
from backcare.figure.framing import Box
from backcare.figure.outline import seen
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_painter import Picture, detail_for, prepared

if TYPE_CHECKING:
    from backcare.core.gesture import Gesture
    from backcare.figure.exhibit import Cast, Exhibit
    from backcare.figure.gallery import Gallery
    from backcare.ui.theme import Tokens

STEPS = 32
"""So many pictures show a movement from one pose to another."""

BREATHS = 6
TURN_DEGREES = 5
MOST_PICTURES = 220
MOST_BYTES = 12_000_000
_FULL = 0.8
_HEAD_ON = 90.0
"""From here left and right of a body are each other's mirror image."""

_FINEST = 214.0
"""Pixels for a metre from which an outline is as fine as it gets."""

_COARSER = 1.5
_SINGLE = QDataStream.FloatingPointPrecision.SinglePrecision


_REACHED = (
    Moment(Key.START, Key.START, 0.0),
    Moment(Key.START, Key.EFFORT, 0.5),
    Moment(Key.EFFORT, Key.EFFORT, 1.0),
    Moment(Key.SECOND, Key.SECOND, 1.0),
)


class Shot(NamedTuple):
    """What a picture shows: all that makes it another one, in steps.

    Attributes:
        step: of `STEPS` from origin to goal.
        breath: of `BREATHS`.
        degrees: the camera has turned.
    """

    cast: Cast
    origin: KeyPose
    goal: KeyPose
    step: int = 0
    breath: int = 0
    flipped: bool = False
    degrees: int = 0
    arrow: bool = False
    marked: bool = True

    @property
    def is_of_other_side(self) -> bool:
        """The limbs in colour are those of the side that the poses were not written for."""
        other = {KeyPose.OTHER_START}
        if self.cast.second == MIRRORED:
            other |= {KeyPose.SECOND_START, KeyPose.SECOND}
        return self.flipped is not bool(other & {self.origin, self.goal})

    def may_stand_in_for(self, wanted: Shot) -> bool:
        """It may be seen for a moment instead: it marks no limb of the wrong side."""
        marked = self.marked and wanted.marked
        return not marked or self.is_of_other_side is wanted.is_of_other_side


class Packed(NamedTuple):
    """A picture in a sixth of the memory that it takes while it is painted.

    Attributes:
        data: its paths one after the other, in single precision.
        inks: the colour of each.
        box: what it is fitted by.
    """

    data: QByteArray
    inks: tuple[QColor, ...]
    box: Box

    def picture(self) -> Picture:
        """Ready to be painted; that takes less than a millisecond."""
        stream = QDataStream(self.data)
        stream.setFloatingPointPrecision(_SINGLE)
        fills = []
        for colour in self.inks:
            path = QPainterPath()
            stream >> path
            fills.append((path, colour))
        return Picture(tuple(fills), self.box)


def packed(picture: Picture, box: Box) -> Packed:
    """The picture, to be kept; it will be fitted by `box`."""
    data = QByteArray()
    stream = QDataStream(data, QIODeviceBase.OpenModeFlag.WriteOnly)
    stream.setFloatingPointPrecision(_SINGLE)
    for path, _ in picture.fills:
        stream << path
    return Packed(data, tuple([colour for _, colour in picture.fills]), box)


class Style(NamedTuple):
    """How it is drawn: on what ground, and how much coarser than the finest."""

    ground: Ground
    coarseness: int = 0


def shot_of(cast: Cast, gesture: Gesture, by_hand: float = 0.0) -> Shot:
    """The picture of a gesture; the person has turned it by `by_hand` degrees."""
    origin, goal, step = gesture.origin, gesture.goal, round(gesture.share * STEPS)
    if origin is goal or step in (0, STEPS):
        origin = goal = origin if step == 0 else goal
        step = 0
    flipped, degrees = turned(cast.camera, gesture)
    if flipped is not gesture.flipped:
        origin = goal = KeyPose.START
    degrees += -by_hand if flipped else by_hand
    return Shot(
        cast=cast,
        origin=origin,
        goal=goal,
        step=step,
        breath=round(gesture.breath * BREATHS),
        flipped=flipped,
        degrees=TURN_DEGREES * round(degrees / TURN_DEGREES) % 360,
        arrow=gesture.arrow,
        marked=gesture.marked,
    )


def turned(camera: str, gesture: Gesture) -> tuple[bool, float]:
    """Whether the picture is flipped, and by how many degrees the camera has turned.

    The camera goes on to where it sees the body head-on. There a body and its mirror image
    look alike, so that the mirrored picture can take over; with it the camera goes back.
    """
    way = _HEAD_ON - CAMERAS[camera].azimuth
    degrees = 2.0 * way * gesture.turned
    if gesture.turned <= 0.5:  # noqa: PLR2004 - half the way
        return gesture.flipped, degrees
    return not gesture.flipped, 2.0 * way - degrees


def style_for(tokens: Tokens, pixels_for_metre: float) -> Style:
    """How to draw at that size. There are few styles, so that most sizes share pictures."""
    coarser = math.log(_FINEST / max(1.0, pixels_for_metre), _COARSER)
    return Style(Ground(tokens.name), max(0, math.ceil(coarser)))


class Figures:
    """Everything that draws figures shares one of these."""

    def __init__(
        self,
        gallery: Gallery,
        look: Look | None = None,
        *,
        reduced: bool = False,
        most_pictures: int = MOST_PICTURES,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        """`reduced`: nothing moves by itself. No more pictures or bytes are kept than told."""
        self._gallery = gallery
        self._look = look or Look()
        self.reduced = reduced
        self._most_pictures, self._most_bytes = most_pictures, most_bytes
        self._kept: OrderedDict[tuple[Shot, Style], Packed] = OrderedDict()
        self._bytes = 0
        self._missing: set[Cast] = set()
        self._reached: dict[Cast, tuple[tuple[float, float], ...]] = {}

    def set_look(self, look: Look) -> None:
        """Show another person from now on."""
        if look != self._look:
            self._look = look
            self._kept.clear()
            self._bytes = 0

    @property
    def kept(self) -> int:
        """How many pictures are kept."""
        return len(self._kept)

    @property
    def kept_bytes(self) -> int:
        """About how much memory they take."""
        return self._bytes

    def exhibit(self, cast: Cast) -> Exhibit | None:
        """The movement of a cast; None where there are no such poses."""
        if cast in self._missing:
            return None
        try:
            exhibit = self._gallery.exhibit(cast)
            exhibit.box(exhibit.camera)
        except (BackcareError, OSError, KeyError):
            # A picture is a help, not a condition: the words say how an exercise goes.
            self._missing.add(cast)
            return None
        return exhibit

    def reach(self, cast: Cast, *, flipped: bool) -> tuple[tuple[float, float], ...]:
        """Where the body gets to, from the left and from below, as shares of the width."""
        exhibit = self.exhibit(cast)
        if exhibit is None:
            return ()
        known = self._reached.get(cast)
        if known is None:
            known = self._reached[cast] = _reach(exhibit)
        return tuple([(1.0 - x, y) for x, y in known]) if flipped else known

    @property
    def is_full(self) -> bool:
        """Another picture may soon cost an older one its place."""
        return max(len(self._kept) / self._most_pictures, self._bytes / self._most_bytes) > _FULL

    def find(self, shot: Shot, style: Style) -> Packed | None:
        """The picture, if it is kept."""
        found = self._kept.get((shot, style))
        if found is not None:
            self._kept.move_to_end((shot, style))
        return found

    def nearest(self, shot: Shot, style: Style) -> Packed | None:
        """The kept picture that comes closest on the same way; None where there is none."""
        for distance in range(STEPS // 2):
            for step in (shot.step - distance, shot.step + distance):
                found = self.find(shot._replace(step=step, breath=0), style)
                if found is not None:
                    return found
        return None

    def build(self, shot: Shot, style: Style) -> Packed | None:
        """The picture, built if it has to be. That takes some 15 ms."""
        found = self.find(shot, style)
        exhibit = None if found is not None else self.exhibit(shot.cast)
        if exhibit is None:
            return found
        scene = exhibit.scene(
            Moment(Key(shot.origin.value), Key(shot.goal.value), shot.step / STEPS),
            flipped=shot.flipped,
            marked=shot.marked,
            turn=float(shot.degrees),
            breath=shot.breath / BREATHS,
            arrow=shot.arrow,
            detail=detail_for(_FINEST / _COARSER**style.coarseness, self._look),
        )
        picture = prepared(scene, colours(self._look, style.ground))
        kept = packed(picture, framed(exhibit, scene.box))
        self._keep((shot, style), kept)
        return kept

    def _keep(self, key: tuple[Shot, Style], picture: Packed) -> None:
        self._kept[key] = picture
        self._bytes += picture.data.size()
        while len(self._kept) > self._most_pictures or self._bytes > self._most_bytes:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= oldest.data.size()


def _reach(exhibit: Exhibit) -> tuple[tuple[float, float], ...]:
    box, axes = exhibit.box(exhibit.camera), exhibit.camera.axes()
    points = []
    for moment in _REACHED:
        body = exhibit.at(moment).body
        ovals = [seen(lump, body[lump.bone], axes) for lump in ALL_LUMPS]
        points += [
            ((oval.x - box.left) / box.width, (box.bottom - oval.y) / box.width) for oval in ovals
        ]
    return tuple(points)


def framed(exhibit: Exhibit, seen: Box) -> Box:
    """What a turned picture is fitted by: as wide as one that is not, so that it keeps its size.

    It stands in the middle of what is seen, on the same floor.
    """
    straight = exhibit.box(exhibit.camera)
    centre = (seen.left + seen.right) / 2.0
    return Box(
        centre - straight.width / 2.0,
        seen.bottom - max(straight.height, seen.height),
        centre + straight.width / 2.0,
        seen.bottom,
    )
