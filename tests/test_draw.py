"""Pictures of exercises as files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from backcare.core.exercise import MIRRORED, Exercise, Illustration, Side, Sides, Variant
from backcare.core.look import Clothes, Look
from backcare.draw import PictureRefusedError, Wanted, draw
from backcare.options import CAMERAS
from backcare.paint.figure_colours import Ground
from tests.builders import make_hold
from tests.figure.figures import POSES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PLAIN = make_hold("curl")
CURL = replace(
    PLAIN,
    illustration=Illustration("side", "lying", "curled", easier="lying"),
    variants=(
        Variant(
            "standing", "Standing", ("Stand.",), Illustration("front", "standing", "squatting")
        ),
        Variant("plain", "Plain", ("Lie.",)),
    ),
)
KNEE = replace(
    make_hold("knee-to-chest", sides=Sides.EACH),
    illustration=Illustration("side", "lying", "one-knee", MIRRORED, side=Side.RIGHT),
)


def drawn(exercise: Exercise = CURL, look: Look = Look(), **asked: Any) -> bytes:  # noqa: B008, ANN401
    return draw(Wanted(**asked), exercise, look, lambda: POSES)


def image(exercise: Exercise = CURL, **asked: Any) -> QImage:  # noqa: ANN401
    return QImage.fromData(drawn(exercise, **asked))


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels in which two images differ visibly."""
    assert one.size() == other.size()
    count = 0
    for x in range(one.width()):
        for y in range(one.height()):
            a, b = one.pixelColor(x, y), other.pixelColor(x, y)
            apart = max(
                abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())
            )
            count += apart > 40
    return count / (one.width() * one.height())


def test_a_picture_shows_the_effort_at_the_usual_size() -> None:
    made = image()
    assert (made.width(), made.height()) == (900, 600)
    assert image(pose="hold") == made
    assert made.pixelColor(0, 0).name() == "#f5f7f6"
    colours = {made.pixelColor(x, y).rgb() for x in range(0, 900, 5) for y in range(0, 600, 5)}
    assert len(colours) > 6


def test_a_picture_has_the_size_asked_for() -> None:
    assert image(width=320, height=120).size().toTuple() == (320, 120)


@pytest.mark.parametrize("pose", ["start", "easier", "lying"])
def test_another_pose_is_another_picture(pose: str) -> None:
    assert image(pose=pose, width=180, height=120) != image(width=180, height=120)


@pytest.mark.parametrize(("name", "pose"), [("start", "lying"), ("hold", "curled")])
def test_a_pose_has_its_own_name_too(name: str, pose: str) -> None:
    assert drawn(pose=name, width=180, height=120) == drawn(pose=pose, width=180, height=120)


def test_the_poses_of_a_variant_are_seen_as_the_variant_is() -> None:
    made = image(pose="squatting", width=180, height=120)
    assert made == image(pose="squatting", camera="front", width=180, height=120)
    assert made != image(pose="squatting", camera="side", width=180, height=120)


def test_the_second_effort_can_be_shown() -> None:
    second = image(KNEE, pose="second", width=180, height=120)
    assert second != image(KNEE, width=180, height=120)


@pytest.mark.parametrize(
    ("exercise", "asked", "message"),
    [
        (PLAIN, {}, "there is no picture of curl yet"),
        (
            CURL,
            {"pose": "second"},
            "curl has no pose 'second'; there are start, hold, easier, lying",
        ),
        (KNEE, {"pose": "easier"}, "there are start, hold, second, lying, one-knee$"),
        (KNEE, {"pose": "curled"}, "knee-to-chest has no pose 'curled'"),
        (CURL, {"side": Side.LEFT}, "curl has no left and right; leave out --side"),
    ],
)
def test_what_is_not_there_is_refused(
    exercise: Exercise, asked: dict[str, Any], message: str
) -> None:
    with pytest.raises(PictureRefusedError, match=message):
        drawn(exercise, **asked)


@pytest.mark.parametrize("transparent", [True, False])
def test_the_left_picture_is_exactly_the_right_one_in_a_mirror(transparent: bool) -> None:
    right = image(KNEE, side=Side.RIGHT, transparent=transparent)
    left = image(KNEE, side=Side.LEFT, transparent=transparent)
    assert image(KNEE, transparent=transparent) == right
    assert left != right
    assert left == right.flipped(Qt.Orientation.Horizontal)


@pytest.mark.parametrize("camera", CAMERAS)
def test_an_exercise_can_be_seen_from_everywhere(camera: str) -> None:
    made = image(camera=camera, width=180, height=120)
    assert (made == image(width=180, height=120)) is (camera == "side")


@pytest.mark.parametrize(
    ("ground", "background"),
    [
        (Ground.LIGHT, "#f5f7f6"),
        (Ground.DARK, "#10201f"),
        (Ground.HIGH_CONTRAST, "#000000"),
    ],
)
def test_a_picture_has_the_ground_of_its_theme_or_none(ground: Ground, background: str) -> None:
    assert image(ground=ground).pixelColor(3, 3).name() == background
    assert image(ground=ground, transparent=True).pixelColor(3, 3).alpha() == 0


def test_the_person_looks_as_they_were_set() -> None:
    berry = Look(clothes=Clothes.BERRY)
    assert drawn(look=berry) != drawn()


def test_an_svg_says_what_it_shows() -> None:
    text = drawn(KNEE, as_svg=True, side=Side.LEFT).decode()
    root = ElementTree.fromstring(text)  # noqa: S314 - our own
    assert root[0].text == "Knee to chest"
    assert root[1].text == "hold, left side, seen from: side"
    assert len(text) < 100_000


def test_an_svg_without_sides_names_none() -> None:
    assert b"<desc>start, seen from: top</desc>" in drawn(as_svg=True, pose="start", camera="top")


@pytest.mark.parametrize("side", Side)
def test_an_svg_looks_like_the_png(qtbot: QtBot, side: Side) -> None:
    made = image(KNEE, side=side, width=300, height=200)
    renderer = QSvgRenderer(drawn(KNEE, side=side, width=300, height=200, as_svg=True))
    assert renderer.isValid()
    shown = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(shown)
    renderer.render(painter)
    painter.end()
    assert differing(made, shown) < 0.005
    assert differing(made, made.flipped(Qt.Orientation.Horizontal)) > 0.05
