"""An exercise to look at: its key poses solved when needed, every moment between them a scene."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from backcare.figure import props
from backcare.figure.arrow import arrow_shapes
from backcare.figure.camera import CAMERAS
from backcare.figure.framing import Box, extent, room
from backcare.figure.ground import Ground, Layer, PropPiece, ground_of
from backcare.figure.mirror import Scene, in_mirror, reflected
from backcare.figure.motion import between
from backcare.figure.prop_shapes import prop_pieces
from backcare.figure.scene import Detail, figure_shapes
from backcare.figure.shadow import shadow_shapes
from backcare.figure.solver import Stance, solve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from backcare.figure.camera import Camera
    from backcare.figure.pose import Pose
    from backcare.figure.shapes import Shape
    from backcare.figure.skeleton import Limb

_OTHER = "(other start)"
MIRRORED = "mirrored"
"""As a second effort: the effort with left and right exchanged."""


class Key(Enum):
    """The poses a movement goes through."""

    START = "start"
    EFFORT = "effort"
    SECOND_START = "second start"
    SECOND = "second"
    EASIER = "easier"
    OTHER_START = "other start"
    """The start with left and right exchanged: where a change of sides leads."""


class Moment(NamedTuple):
    """A point on the way from one key pose (share 0) to another (share 1), evenly in time."""

    origin: Key
    goal: Key
    share: float

    @property
    def is_still(self) -> bool:
        """It is a key pose itself."""
        return self.origin is self.goal


@dataclass(frozen=True, slots=True)
class Cast:
    """The poses an exercise names, and the camera it is seen by.

    Attributes:
        second: a pose, `mirrored`, or empty where there is one effort.
        easier: a pose, or empty.
    """

    camera: str
    start: str
    effort: str
    second: str = ""
    easier: str = ""


class Exhibit:
    """One exercise's movement. Poses are solved when first needed and kept."""

    def __init__(self, poses: Mapping[str, Pose], cast: Cast) -> None:
        """`poses` must hold every pose the cast names and those they follow."""
        self._poses = poses
        self._cast = cast
        self._stances: dict[str, Stance] = {}
        self._boxes: dict[Camera, Box] = {}
        self._ground: Ground | None = None

    @property
    def has_second(self) -> bool:
        """There are two efforts, to be done in turn."""
        return bool(self._cast.second)

    @property
    def has_easier(self) -> bool:
        """An easier effort can be shown."""
        return bool(self._cast.easier)

    @property
    def camera(self) -> Camera:
        """From where the exercise is seen."""
        return CAMERAS[self._cast.camera]

    def _solved(self, name: str) -> Stance:
        found = self._stances.get(name)
        if found is None:
            pose = self._poses[name]
            found = solve(pose, self._solved(pose.follows) if pose.follows else None)
            self._stances[name] = found
        return found

    def stance(self, key: Key) -> Stance:
        """A key pose, solved. Where there is no second or easier effort it is the effort."""
        cast = self._cast
        if key is Key.START:
            return self._solved(cast.start)
        if key is Key.OTHER_START:
            return self._other_start()
        if key is Key.SECOND_START:
            start = self._solved(cast.start)
            return reflected(start) if cast.second == MIRRORED else start
        if key is Key.SECOND and cast.second == MIRRORED:
            return reflected(self._solved(cast.effort))
        return self._solved(self._name(key))

    def _other_start(self) -> Stance:
        found = self._stances.get(_OTHER)
        if found is None:
            found = self._stances[_OTHER] = reflected(self._solved(self._cast.start))
        return found

    def _name(self, key: Key) -> str:
        names = {Key.SECOND: self._cast.second, Key.EASIER: self._cast.easier}
        return names.get(key, "") or self._cast.effort

    def at(self, moment: Moment) -> Stance:
        """The body at a moment; the limbs marked as working are those of its effort."""
        way = self._stations(moment.origin, moment.goal)
        along = max(0.0, min(1.0, moment.share)) * (len(way) - 1)
        leg = min(int(along), len(way) - 2)
        stance = between(way[leg], way[leg + 1], along - leg)
        works = self._works(moment)
        if works == stance.pose.works:
            return stance
        return replace(stance, pose=replace(stance.pose, works=works))

    def _works(self, moment: Moment) -> frozenset[Limb]:
        """The limbs that work in the effort a moment leads to, or comes from."""
        if Key.OTHER_START in moment:
            return frozenset(one.opposite for one in self.stance(Key.EFFORT).pose.works)
        return self.stance(_effort_of(moment)).pose.works

    def _stations(self, origin: Key, goal: Key) -> list[Stance]:
        """The stances a way leads through: from a start it goes by the poses that follow it."""
        if Key.OTHER_START in (origin, goal) or (origin in _EFFORT_OF) is (goal in _EFFORT_OF):
            return [self.stance(origin), self.stance(goal)]
        if goal in _EFFORT_OF:
            return self._stations(goal, origin)[::-1]
        is_mirrored = goal is Key.SECOND and self._cast.second == MIRRORED
        name = self._cast.effort if is_mirrored else self._name(goal)
        names = [name]
        while name != self._cast.start and self._poses[name].follows:
            name = self._poses[name].follows
            names.append(name)
        if name != self._cast.start:
            return [self.stance(origin), self.stance(goal)]
        stances = [self._solved(one) for one in reversed(names)]
        return [reflected(stance) for stance in stances] if is_mirrored else stances

    def scene(
        self,
        moment: Moment,
        *,
        flipped: bool = False,
        turn: float = 0.0,
        breath: float = 0.0,
        arrow: bool = False,
        marked: bool = True,
        detail: Detail | None = None,
    ) -> Scene:
        """What is seen at a moment.

        Args:
            moment: where on its way the body is.
            flipped: show the other side: pose, camera and light mirrored, so that the limb that
                works stays near the viewer.
            turn: degrees the camera has gone round, to the right of where it stands.
            breath: 0 to 1, how far the chest has risen.
            arrow: show by an arrow how the body comes from the moment's origin to its goal; for
                a moment that is a key pose itself, from the start.
            marked: the limbs that work are in the accent colour.
            detail: how finely it is drawn.
        """
        camera = self.camera.turned(turn)
        stance = self.at(moment)
        if not marked:
            stance = replace(stance, pose=replace(stance.pose, works=frozenset()))
        detail = detail or Detail()
        layers: dict[Layer, list[PropPiece]] = {layer: [] for layer in Layer}
        for piece in prop_pieces(stance, camera, detail, self.ground):
            layers[piece.layer].append(piece)
        floats = props.WATER in stance.pose.props
        shapes = (
            *_shapes_of(layers[Layer.BEHIND]),
            *(() if floats else shadow_shapes(stance, camera)),
            *figure_shapes(stance, camera, detail, breath=breath, among=layers[Layer.AMONG]),
            *_shapes_of(layers[Layer.FRONT]),
        )
        box = self.box(camera)
        if arrow and (arrows := arrow_shapes(self._way(moment), camera)):
            shapes += tuple(arrows)
            box = box.joined(extent(arrows))
        scene = Scene(shapes, box)
        return in_mirror(scene) if flipped else scene

    def _way(self, moment: Moment) -> list[Stance]:
        origin = Key.START if moment.is_still else moment.origin
        if origin is Key.START and moment.goal is Key.SECOND:
            origin = Key.SECOND_START
        return [self.at(Moment(origin, moment.goal, share / 18.0)) for share in range(6, 19)]

    @property
    def ground(self) -> Ground:
        """Where the things around the body stand."""
        if self._ground is None:
            keys = (Key.START, Key.EFFORT, Key.SECOND)
            self._ground = ground_of([self.stance(key) for key in keys])
        return self._ground

    def box(self, camera: Camera) -> Box:
        """Room for every key pose and the ways between them, so that nothing jumps."""
        found = self._boxes.get(camera)
        if found is None:
            keys = [Key.START, Key.EFFORT]
            if self.has_second:
                keys += [Key.SECOND_START, Key.SECOND]
            moments = [Moment(key, key, 0.0) for key in keys]
            moments += [Moment(Key.START, Key.EFFORT, share) for share in (0.35, 0.65)]
            stances = [self.at(moment) for moment in moments]
            found = room([stance.body for stance in stances], camera)
            for piece in prop_pieces(stances[0], camera, Detail(), self.ground):
                found = found.joined(extent(piece.shapes))
            self._boxes[camera] = found
        return found


def _shapes_of(pieces: Iterable[PropPiece]) -> Iterator[Shape]:
    for piece in pieces:
        yield from piece.shapes


_EFFORT_OF = {Key.START: Key.EFFORT, Key.SECOND_START: Key.SECOND}


def _effort_of(moment: Moment) -> Key:
    """The effort a moment leads to, or comes from."""
    for key in (moment.goal, moment.origin):
        if key not in _EFFORT_OF:
            return key
    return _EFFORT_OF[moment.goal]
