"""The gallery: poses are loaded once and late, exhibits are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.figure.exhibit import Cast, Key
from backcare.figure.gallery import Gallery
from tests.figure.figures import POSES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.figure.pose import Pose


class Shelf:
    """Counts how often the poses are asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def load(self) -> Mapping[str, Pose]:
        self.asked += 1
        return POSES


def test_poses_are_loaded_when_the_first_exhibit_is_asked_for_and_once() -> None:
    shelf = Shelf()
    gallery = Gallery(shelf.load)
    assert shelf.asked == 0
    gallery.exhibit(Cast("side", "standing", "squatting"))
    gallery.exhibit(Cast("side", "lying", "curled"))
    assert shelf.asked == 1


def test_the_same_cast_gives_the_same_exhibit() -> None:
    gallery = Gallery(Shelf().load)
    one = gallery.exhibit(Cast("side", "standing", "squatting"))
    assert gallery.exhibit(Cast("side", "standing", "squatting")) is one
    assert gallery.exhibit(Cast("front", "standing", "squatting")) is not one


def test_a_pose_that_is_not_there_is_told() -> None:
    exhibit = Gallery(Shelf().load).exhibit(Cast("side", "standing", "flying"))
    with pytest.raises(KeyError, match="flying"):
        exhibit.stance(Key.EFFORT)
