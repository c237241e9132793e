"""`backcare draw`: the picture of an exercise as a file. Opens no window, needs no display."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backcare.core.errors import BackcareError
from backcare.core.exercise import Side
from backcare.core.illustrations import is_flipped
from backcare.figure.exhibit import MIRRORED, Exhibit, Key, Moment
from backcare.paint.cropping import roomy
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_image import image, png
from backcare.paint.figure_painter import detail_for, prepared
from backcare.paint.figure_svg import Canvas, place, svg
from backcare.ui.casting import cast_of
from backcare.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping

    from backcare.core.exercise import Exercise, Illustration
    from backcare.core.look import Look
    from backcare.figure.pose import Pose

START, HOLD, SECOND, EASIER = "start", "hold", "second", "easier"
SVG_SUFFIX = ".svg"
BACKGROUNDS = {
    Ground.LIGHT: LIGHT.background,
    Ground.DARK: DARK.background,
    Ground.HIGH_CONTRAST: "#000000",
}
"""What the program's own windows have behind the figure."""


class PictureRefusedError(BackcareError):
    """There is no such picture; the message says what there is."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for.

    Attributes:
        pose: `start`, `hold`, `second`, `easier`, or the id of a pose of the exercise.
        side: the side that works; None for the one that the poses are written for.
        camera: from where it is seen; empty for where it reads best.
        width, height: pixels.
        transparent: nothing is behind the figure.
        as_svg: an SVG file, not a PNG.
    """

    pose: str = HOLD
    side: Side | None = None
    camera: str = ""
    width: int = 900
    height: int = 600
    ground: Ground = Ground.LIGHT
    transparent: bool = False
    as_svg: bool = False


def wanted(options: Namespace) -> Wanted:
    """The same, from what backcare.options has read."""
    width, height = options.size
    return Wanted(
        pose=options.pose,
        side=None if options.side is None else Side(options.side),
        camera=options.camera,
        width=width,
        height=height,
        ground=Ground(options.theme),
        transparent=options.transparent,
        as_svg=options.output.lower().endswith(SVG_SUFFIX),
    )


def draw(
    asked: Wanted, exercise: Exercise, look: Look, load_poses: Callable[[], Mapping[str, Pose]]
) -> bytes:
    """The bytes of the file.

    Raises:
        PictureRefusedError: the exercise has no such picture.
        InputRefusedError, OSError: the poses cannot be read.
    """
    illustration, key = _found(asked.pose, exercise)
    if asked.side is not None and illustration.side is None:
        raise PictureRefusedError(f"{exercise.id} has no left and right; leave out --side")
    mirrored = is_flipped(illustration, asked.side)
    camera = asked.camera or illustration.camera
    exhibit = Exhibit(load_poses(), replace(cast_of(illustration), camera=camera))
    background = "" if asked.transparent else BACKGROUNDS[asked.ground]
    canvas = Canvas(asked.width, asked.height, background)
    scale = place(exhibit.box(exhibit.camera), canvas).scale
    scene = roomy(exhibit.scene(Moment(key, key, 1.0), detail=detail_for(scale, look)))
    paints = colours(look, asked.ground)
    if not asked.as_svg:
        return png(image(prepared(scene, paints), canvas, mirrored=mirrored))
    side = asked.side or illustration.side
    told = [asked.pose, f"{side.value} side" if side else "", f"seen from: {camera}"]
    description = ", ".join(part for part in told if part)
    text = svg(scene, paints, canvas, exercise.name, description, mirrored=mirrored)
    return text.encode()


def _found(pose: str, exercise: Exercise) -> tuple[Illustration, Key]:
    """The picture of the exercise, or of one of its variants, that has the pose."""
    own = exercise.illustration
    variants = [variant.illustration for variant in exercise.variants if variant.illustration]
    named: dict[str, tuple[Illustration, Key]] = {}
    if own is not None:
        named |= {START: (own, Key.START), HOLD: (own, Key.EFFORT)}
        named |= {SECOND: (own, Key.SECOND)} if own.second else {}
        named |= {EASIER: (own, Key.EASIER)} if own.easier else {}
    for each in [own, *variants] if own else variants:
        keys = (Key.START, Key.EFFORT, Key.SECOND, Key.EASIER)
        ids = (each.start, each.effort, each.second, each.easier)
        for key, name in zip(keys, ids, strict=True):
            if name not in ("", MIRRORED):
                named.setdefault(name, (each, key))
    if not named:
        raise PictureRefusedError(f"there is no picture of {exercise.id} yet")
    if pose not in named:
        allowed = ", ".join(named)
        raise PictureRefusedError(f"{exercise.id} has no pose {pose!r}; there are {allowed}")
    return named[pose]
