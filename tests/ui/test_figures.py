from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from backcare.core.errors import BackcareError
from backcare.core.gesture import Gesture, KeyPose
from backcare.core.look import Clothes, Look
from backcare.figure.exhibit import Cast
from backcare.figure.gallery import Gallery
from backcare.paint.figure_colours import Ground
from backcare.paint.figure_painter import paint
from backcare.ui.casting import cast_of
from backcare.ui.figures import BREATHS, STEPS, Figures, Shot, Style, shot_of, style_for, turned
from backcare.ui.theme import DARK, LIGHT
from tests.figure.figures import POSES
from tests.ui.figure_builders import CURL, MISSING, SQUAT, make_figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.pose import Pose
    from backcare.ui.figures import Packed

START, EFFORT = KeyPose.START, KeyPose.EFFORT
CAST = cast_of(SQUAT)
STYLE = Style(Ground.LIGHT)


def shot(share: float, breath: float = 0.0) -> Shot:
    return shot_of(CAST, Gesture(START, EFFORT, share, breath))


def image_of(packed: Packed) -> QImage:
    image = QImage(240, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint(painter, packed.picture(), QRectF(0, 0, 240, 240))
    painter.end()
    return image


def built(figures: Figures, wanted: Shot, style: Style = STYLE) -> Packed:
    picture = figures.build(wanted, style)
    assert picture is not None
    return picture


def differing(one: QImage, other: QImage) -> float:
    """The part of the pixels that clearly differ."""
    pairs = ((one.pixelColor(x, y), other.pixelColor(x, y)) for x in range(240) for y in range(240))
    far = sum(abs(a.lightness() - b.lightness()) > 40 for a, b in pairs)
    return far / 240**2


# Which picture a gesture has


def test_a_movement_has_so_many_pictures_and_its_ends_are_poses() -> None:
    shots = {shot(step / 1000) for step in range(1001)}
    assert len(shots) == STEPS + 1
    assert shot(0.0) == Shot(CAST, START, START)
    assert shot(1.0) == shot_of(CAST, Gesture(EFFORT, EFFORT)) == Shot(CAST, EFFORT, EFFORT)


def test_breath_arrow_and_hand_make_other_pictures() -> None:
    still = Gesture(EFFORT, EFFORT)
    assert shot_of(CAST, replace(still, breath=1.0)).breath == BREATHS
    assert shot_of(CAST, replace(still, arrow=True)).arrow
    assert shot_of(CAST, still, 31.0).degrees == 30
    assert shot_of(CAST, replace(still, flipped=True), 31.0).degrees == 330


@pytest.mark.parametrize("flipped", [False, True])
@pytest.mark.parametrize("camera", ["side", "front", "three-quarter", "feet", "top"])
def test_a_turn_goes_to_where_the_mirrored_picture_takes_over(
    camera: str, *, flipped: bool
) -> None:
    def at(share: float) -> tuple[bool, float]:
        return turned(camera, Gesture(flipped=flipped, turned=share))

    assert at(0.0) == (flipped, 0.0)
    assert at(1.0) == (not flipped, 0.0)
    before, after = at(0.5), at(0.5 + 1e-9)
    assert (before[0], after[0]) == (flipped, not flipped)
    assert before[1] == pytest.approx(after[1])


def test_half_way_round_a_body_and_its_mirror_image_look_alike() -> None:
    figures = make_figures()
    degrees = round(turned("side", Gesture(turned=0.5))[1])
    images = [
        image_of(built(figures, Shot(CAST, START, START, flipped=flipped, degrees=degrees)))
        for flipped in (False, True)
    ]
    assert differing(*images) < 0.002
    aside = [
        image_of(built(figures, Shot(CAST, START, START, flipped=flipped)))
        for flipped in (False, True)
    ]
    assert differing(*aside) > 0.02


def test_a_figure_keeps_its_size_while_it_turns() -> None:
    figures = make_figures()
    cast = cast_of(CURL)
    straight = built(figures, Shot(cast, START, START)).box
    for degrees in (30, 75, 120, 330):
        assert built(figures, Shot(cast, START, START, degrees=degrees)).box.width == pytest.approx(
            straight.width
        )


# Which picture may stand in


def test_a_stand_in_marks_the_limb_of_the_same_side() -> None:
    turns = replace(CAST, second="mirrored")
    start, effort = Shot(turns, START, START), Shot(turns, EFFORT, EFFORT)
    second = Shot(turns, KeyPose.SECOND, KeyPose.SECOND)
    assert start.may_stand_in_for(effort)
    assert not effort.may_stand_in_for(second)
    assert not effort.may_stand_in_for(effort._replace(flipped=True))
    other = Shot(CAST, KeyPose.OTHER_START, KeyPose.OTHER_START)
    assert other.may_stand_in_for(Shot(CAST, START, START, flipped=True))
    assert not Shot(CAST, START, START).may_stand_in_for(other)
    assert effort.may_stand_in_for(effort._replace(flipped=True, marked=False))


def test_two_efforts_of_both_sides_may_stand_in_for_each_other() -> None:
    effort, second = (Shot(CAST, key, key) for key in (EFFORT, KeyPose.SECOND))
    assert effort.may_stand_in_for(second)


# Style


def test_there_are_few_styles() -> None:
    styles = {style_for(LIGHT, float(scale)) for scale in range(40, 1000)}
    assert len(styles) == 6
    assert style_for(DARK, 300.0) == Style(Ground.DARK)
    assert style_for(LIGHT, 0.0).coarseness > 10


def test_another_ground_is_another_picture() -> None:
    figures = make_figures()
    light, dark = (
        built(figures, shot(1.0), Style(ground)) for ground in (Ground.LIGHT, Ground.DARK)
    )
    assert image_of(light) != image_of(dark)


# What is kept


def test_a_picture_is_built_once() -> None:
    figures = make_figures()
    assert figures.find(shot(0.5), STYLE) is None
    first = built(figures, shot(0.5))
    assert figures.find(shot(0.5), STYLE) is first
    assert built(figures, shot(0.5)) is first
    assert figures.kept == 1
    assert figures.kept_bytes > 10_000


def test_the_nearest_picture_stands_in() -> None:
    figures = make_figures()
    assert figures.nearest(shot(0.5), STYLE) is None
    near, far = built(figures, shot(0.4)), built(figures, shot(0.9))
    assert figures.nearest(shot(0.5), STYLE) is near
    assert figures.nearest(shot(0.8, breath=0.5), STYLE) is far


def test_what_was_not_looked_at_for_long_is_forgotten_first() -> None:
    figures = Figures(Gallery(lambda: POSES), most_pictures=3)
    for share in (0.1, 0.2, 0.3):
        built(figures, shot(share))
    assert figures.is_full
    figures.find(shot(0.1), STYLE)
    built(figures, shot(0.4))
    assert figures.kept == 3
    assert figures.find(shot(0.1), STYLE) is not None
    assert figures.find(shot(0.2), STYLE) is None


def test_pictures_take_no_more_memory_than_allowed() -> None:
    one = make_figures()
    built(one, shot(0.1))
    most = 3 * one.kept_bytes
    figures = Figures(Gallery(lambda: POSES), most_bytes=most)
    for step in range(8):
        built(figures, shot(0.2 + step * 0.05))
        assert figures.kept_bytes <= most
    assert 2 <= figures.kept <= 3


def test_another_look_draws_everything_anew() -> None:
    figures = make_figures()
    before = image_of(built(figures, shot(1.0)))
    figures.set_look(Look())
    assert figures.kept == 1
    figures.set_look(Look(clothes=Clothes.BERRY))
    assert (figures.kept, figures.kept_bytes) == (0, 0)
    assert image_of(built(figures, shot(1.0))) != before


# Where there is none


def test_a_missing_pose_is_no_picture() -> None:
    figures = make_figures()
    for _ in range(2):
        assert figures.exhibit(cast_of(MISSING)) is None
    assert figures.build(Shot(cast_of(MISSING), START, START), STYLE) is None
    assert figures.reach(cast_of(MISSING), flipped=False) == ()


@pytest.mark.parametrize("error", [OSError("gone"), BackcareError("refused")])
def test_poses_that_cannot_be_read_are_no_picture(error: Exception) -> None:
    def load() -> Mapping[str, Pose]:
        raise error

    assert Figures(Gallery(load)).exhibit(Cast("side", "standing", "squatting")) is None


def test_the_reach_of_a_body_is_within_its_picture_and_is_flipped_with_it() -> None:
    figures = make_figures()
    cast = cast_of(CURL)
    plain = figures.reach(cast, flipped=False)
    assert all(-0.1 < x < 1.1 and -0.1 < y < 1.1 for x, y in plain)
    assert figures.reach(cast, flipped=True) == tuple((1.0 - x, y) for x, y in plain)
