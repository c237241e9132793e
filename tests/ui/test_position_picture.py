from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from backcare.core.exercise import Position
from backcare.ui.position_picture import HIGHEST_PX, LOWEST_PX, PositionPicture, picture_height
from backcare.ui.theme import DARK, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def make(qtbot: QtBot, tokens: Tokens = LIGHT) -> PositionPicture:
    picture = PositionPicture()
    qtbot.addWidget(picture)
    picture.setPalette(palette_of(tokens))
    picture.resize(380, 168)
    return picture


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_position_has_a_picture_of_its_own(qtbot: QtBot, tokens: Tokens) -> None:
    pictures = set()
    for position in Position:
        picture = make(qtbot, tokens)
        picture.show_sign(position, position.value, chair=False)
        assert picture.accessibleName() == position.value
        image = picture.grab().toImage()
        assert image.pixelColor(4, 84).name() == tokens.sunken
        dots = [
            (x, y)
            for x in range(0, 380, 2)
            for y in range(0, 168, 2)
            if image.pixelColor(x, y).name() == tokens.accent
        ]
        # In the middle of the box, and nothing outside.
        assert len(dots) > 100
        assert min(y for _, y in dots) >= 18
        assert max(y for _, y in dots) <= 150
        assert 90 < min(x for x, _ in dots) < max(x for x, _ in dots) < 290
        pictures.add(tuple(dots))
    assert len(pictures) == len(Position)


def test_before_anything_is_shown_it_is_empty(qtbot: QtBot) -> None:
    picture = make(qtbot)
    image = picture.grab().toImage()
    assert image.pixelColor(190, 84).name() == LIGHT.background
    assert picture.stops == []
    assert picture.sizeHint().isValid()


def test_a_figure_takes_the_place_of_the_sign_and_of_another_figure(qtbot: QtBot) -> None:
    picture = make(qtbot)
    picture.show_sign(Position.SUPINE, "On your back", chair=False)
    picture.show()
    first, second = QLabel("first"), QLabel("second")
    for figure in (first, second):
        picture.hold(figure)
        assert figure.isVisible()
        assert figure.size() == picture.size()
    assert not first.isVisible()
    assert picture.accessibleName() == ""
    picture.resize(300, 200)
    assert second.size() == QSize(300, 200)
    picture.show_sign(Position.SUPINE, "On your back", chair=False)
    assert not second.isVisible()
    assert picture.accessibleName() == "On your back"


def test_tab_leads_to_what_can_be_used_of_a_figure(qtbot: QtBot) -> None:
    picture = make(qtbot)
    figure = QWidget()
    turning, again, deaf = QWidget(figure), QPushButton(figure), QWidget(figure)
    turning.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    deaf.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    picture.hold(figure)
    assert picture.stops == [turning, again]


@pytest.mark.parametrize(
    ("width", "room", "height"),
    [
        (330, 400, LOWEST_PX),
        (450, 745, 216),
        (700, 1000, 290),
        (300, 1300, 180),
        (4000, 4000, HIGHEST_PX),
    ],
)
def test_it_grows_with_the_panel_within_reason(width: int, room: int, height: int) -> None:
    assert picture_height(width, room) == height
