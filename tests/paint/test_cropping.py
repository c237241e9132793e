from __future__ import annotations

from PySide6.QtCore import QRectF

from backcare.figure.framing import Box
from backcare.figure.mirror import Scene
from backcare.figure.shapes import Ink, Material, Shape, Tone
from backcare.paint.cropping import LIFT, cropped, lifted, roomy

INK = Ink(Material.SKIN, Tone.LIT)
ROOM = Box(-1.0, -1.0, 1.0, 0.2)
SCENE = Scene(
    (
        Shape(INK, ([0.0, -0.5, 0.4, -0.5, 0.4, 0.0],)),
        Shape(INK, ([0.1, 0.0, 1.5, 0.0, 1.5, 0.1], [-0.2, -0.1, 0.0, 0.0, 0.1, 0.1])),
    ),
    ROOM,
)
TIGHT = Box(-0.2, -0.5, 1.5, 0.1)


def test_a_scene_can_be_cropped_or_be_given_room() -> None:
    assert cropped(SCENE) == SCENE._replace(box=TIGHT)
    assert roomy(SCENE) == SCENE._replace(box=Box(-1.0, -1.0, 1.5, 0.2))


def test_a_low_figure_is_lifted_and_a_high_one_is_not() -> None:
    target = QRectF(10, 20, 200, 100)
    assert lifted(target, Box(0.0, 0.0, 2.0, 0.2)) == QRectF(10, 20, 200, 100 - 80 * LIFT)
    assert lifted(target, Box(0.0, 0.0, 2.0, 0.2), 0.5) == QRectF(10, 20, 200, 60)
    assert lifted(target, Box(0.0, 0.0, 2.0, 1.0)) == target
    assert lifted(target, Box(0.0, 0.0, 0.1, 1.0)) == target
