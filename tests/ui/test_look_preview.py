from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import BackcareError
from backcare.core.look import Clothes, Hair, Look, SkinTone
from backcare.figure.gallery import Gallery
from backcare.figure.shapes import Ink, Material, Tone
from backcare.paint.figure_colours import Ground
from backcare.paint.figure_colours import colours as inks
from backcare.ui.look_preview import CASTS, LookPreview
from backcare.ui.theme import DARK, LIGHT, palette_of
from tests.figure.figures import ALL_FOURS, LYING, STANDING
from tests.shipped import shipped_poses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from backcare.figure.pose import Pose

POSES = {"standing": STANDING, "seated-forward-bend-start": ALL_FOURS, "lying-bent": LYING}


class Shelf:
    """Gives poses, and counts how often the gallery has to ask."""

    def __init__(self, poses: Mapping[str, Pose] | None = None) -> None:
        self._poses = poses
        self.asked = 0

    def load(self) -> Mapping[str, Pose]:
        self.asked += 1
        if self._poses is None:
            message = "poses.yaml: there is no such file"
            raise BackcareError(message)
        return self._poses


def shown(qtbot: QtBot, poses: Mapping[str, Pose] | None = None) -> LookPreview:
    made = LookPreview(Gallery(Shelf(poses).load))
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(600, 200)
    return made


def image(preview: LookPreview) -> QImage:
    return preview.grab().toImage()


def colours(preview: LookPreview) -> set[str]:
    made = image(preview)
    return {
        made.pixelColor(x, y).name()
        for x in range(0, made.width(), 2)
        for y in range(0, made.height(), 2)
    }


@pytest.mark.parametrize(
    "look",
    [
        Look(skin=SkinTone.DEEP),
        Look(hair=Hair.BROWN_SHORT),
        Look(hair=Hair.GREY_BUN),
        Look(clothes=Clothes.BERRY),
    ],
)
def test_the_person_is_shown_at_once(qtbot: QtBot, look: Look) -> None:
    preview = shown(qtbot, POSES)
    before = image(preview)
    preview.set_look(look)
    assert image(preview) != before
    preview.set_look(Look())
    assert image(preview) == before


def test_the_figures_are_drawn_for_their_ground(qtbot: QtBot) -> None:
    preview = shown(qtbot, POSES)
    shirt = Ink(Material.SHIRT, Tone.LIT)
    light, dark = (inks(Look(), ground)[shirt].name() for ground in (Ground.LIGHT, Ground.DARK))
    assert {LIGHT.sunken, light} <= colours(preview)
    preview.setPalette(palette_of(DARK))
    assert {DARK.sunken, dark} <= colours(preview)
    assert not {LIGHT.sunken, light} & colours(preview)


@pytest.mark.parametrize("poses", [None, {}])
def test_without_poses_the_ground_is_empty(qtbot: QtBot, poses: dict[str, Pose] | None) -> None:
    preview = shown(qtbot, poses)
    before = image(preview)
    assert len(colours(preview)) < 14  # the rounded corners
    preview.set_look(Look(clothes=Clothes.MOSS))
    assert image(preview) == before


def test_the_preview_has_a_name(qtbot: QtBot) -> None:
    assert shown(qtbot, POSES).accessibleName() == "The person in the pictures"


def test_it_leaves_the_settings_their_room(qtbot: QtBot) -> None:
    preview = shown(qtbot, POSES)
    text = preview.fontMetrics().height()
    assert preview.sizeHint().height() == 12 * text
    preview.set_room(round(16 * text))
    assert preview.sizeHint().height() == 8 * text
    preview.set_room(10)
    assert preview.sizeHint().height() == 5 * text


def test_the_poses_ship_with_the_program() -> None:
    for cast in CASTS:
        assert {cast.start, cast.effort} <= set(shipped_poses())
