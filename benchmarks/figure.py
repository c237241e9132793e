"""The figure: working out how a body stands and what is seen of it, and painting that."""

from __future__ import annotations

import time
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from backcare.core.look import Look
from backcare.figure.exhibit import Exhibit, Key, Moment
from backcare.figure.solver import solve
from backcare.paint.figure_colours import Ground, colours
from backcare.paint.figure_painter import detail_for, paint, pixels_for_metre, prepared
from backcare.paths import EXERCISES, POSES, shipped, user_folders
from backcare.store import reading
from backcare.store.library import load_library
from backcare.store.pose_library import load_poses
from backcare.ui.casting import cast_for
from backcare.ui.theme import LIGHT
from benchmarks.processes import in_turn
from benchmarks.table import AT_MOST, Row, row_within, spread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from backcare.figure.mirror import Scene
    from backcare.figure.pose import Pose
    from backcare.paint.figure_painter import Picture
    from benchmarks.bench import Bench

SIZE = (700, 470)
"""What the figure has in a session's window of 1280 x 800, in pixels."""

HALF_WAY = Moment(Key.START, Key.EFFORT, 0.5)
TIMES = 20
MOST_MS_OF_FRAME = 1.0
MOST_MS_OF_SCENE, MOST_MS_OF_PICTURE, MOST_MS_OF_POSE = 15.0, 3.0, 5.0


def rows(bench: Bench) -> Iterator[Row]:
    """From the inside out, each over everything that ships with the program."""
    cache = user_folders(bench.empty).cache
    poses = load_poses(shipped(POSES), cache, lambda: reading)
    exhibits = _exhibits(cache, poses)
    yield row_within(
        f"figure: solving one pose and what it follows, each of {len(poses)}",
        [_milliseconds(partial(_solve, pose, poses)) for pose in poses.values()],
        "ms",
        at_most=MOST_MS_OF_POSE,
    )
    scenes, took = [], []
    for exhibit in exhibits:
        exhibit.at(HALF_WAY)  # poses are solved once; this is what every moment costs
        scale = pixels_for_metre(exhibit.box(exhibit.camera), QRectF(0, 0, *SIZE))
        detail = detail_for(scale, Look())
        took.append(_milliseconds(partial(exhibit.scene, HALF_WAY, detail=detail)))
        scenes.append(exhibit.scene(HALF_WAY, detail=detail))
    what = f"figure: building one scene, half way into each of {len(scenes)} exercises"
    yield row_within(what, took, "ms", at_most=MOST_MS_OF_SCENE)
    inks = colours(Look(), Ground.LIGHT)
    took = [_milliseconds(partial(prepared, scene, inks)) for scene in scenes]
    yield row_within(
        "figure: preparing a scene for the painter", took, "ms", at_most=MOST_MS_OF_PICTURE
    )
    yield _painting(scenes)


def _exhibits(cache: str, poses: Mapping[str, Pose]) -> list[Exhibit]:
    library = load_library(shipped(EXERCISES), shipped(POSES), "", cache, lambda: reading)
    casts = [cast_for(exercise) for exercise in library.catalogue.exercises.values()]
    return [Exhibit(poses, cast) for cast in casts if cast is not None]


def _solve(pose: Pose, poses: Mapping[str, Pose]) -> None:
    solve(pose, solve(poses[pose.follows]) if pose.follows else None)


def _painting(scenes: list[Scene]) -> Row:
    """A frame with a figure against one that is only filled."""
    inks = colours(Look(), Ground.LIGHT)
    pictures = cycle([prepared(scene, inks) for scene in scenes])
    canvas = QImage(*SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    pairs = in_turn(
        TIMES * len(scenes),
        lambda: _milliseconds(partial(_frame, canvas, next(pictures))),
        lambda: _milliseconds(partial(_frame, canvas, None)),
    )
    found = spread(pairs.here)
    return Row(
        f"figure: painting one that is prepared, {SIZE[0]}\N{MULTIPLICATION SIGN}{SIZE[1]}",
        found.text("ms", 2),
        "an empty frame",
        spread(pairs.reference).text("ms", 2),
        pairs.ratio().text("", 1),
        f"{AT_MOST} {MOST_MS_OF_FRAME:g} ms",
        found.median <= MOST_MS_OF_FRAME,
    )


def _frame(canvas: QImage, picture: Picture | None) -> None:
    painter = QPainter(canvas)
    painter.fillRect(0, 0, *SIZE, QColor(LIGHT.surface))
    if picture is not None:
        paint(painter, picture, QRectF(0, 0, *SIZE))
    painter.end()


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
