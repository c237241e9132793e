"""Every exercise that ships has pictures that can be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from backcare.core.look import Look
from backcare.draw import Wanted, draw
from tests.shipped import shipped_catalogue, shipped_poses

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise

EXERCISES = tuple(shipped_catalogue().exercises.values())
WIDTH, HEIGHT, MARGIN = 180, 120, 3


def image(exercise: Exercise, pose: str, camera: str = "") -> QImage:
    wanted = Wanted(pose=pose, camera=camera, width=WIDTH, height=HEIGHT)
    return QImage.fromData(draw(wanted, exercise, Look(), shipped_poses))


def frame(picture: QImage) -> set[str]:
    """The colours along the edge."""
    rows = [(x, y) for x in range(WIDTH) for y in (0, MARGIN, HEIGHT - 1 - MARGIN, HEIGHT - 1)]
    columns = [(x, y) for y in range(HEIGHT) for x in (0, MARGIN, WIDTH - 1 - MARGIN, WIDTH - 1)]
    return {picture.pixelColor(x, y).name() for x, y in (*rows, *columns)}


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda exercise: exercise.id)
def test_an_exercise_is_shown_from_start_to_effort(exercise: Exercise) -> None:
    start, effort = image(exercise, "start"), image(exercise, "hold")
    assert start != effort
    for picture in (start, effort):
        assert frame(picture) == {"#f5f7f6"}, "the figure is cut off"


@pytest.mark.parametrize(
    ("exercise", "pose"),
    [
        pytest.param(exercise, variant.illustration.effort, id=f"{exercise.id} {variant.id}")
        for exercise in EXERCISES
        for variant in exercise.variants
        if variant.illustration is not None
    ],
)
def test_a_variant_is_shown(exercise: Exercise, pose: str) -> None:
    assert frame(image(exercise, pose)) == {"#f5f7f6"}
