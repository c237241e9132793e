from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from backcare.ui.big_slider import BigSlider
from backcare.ui.theme import HIGH_CONTRAST, LIGHT, Tokens, palette_of
from tests.ui.pages import colours

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def slider(qtbot: QtBot) -> BigSlider:
    made = BigSlider()
    qtbot.addWidget(made)
    made.resize(400, 40)
    made.show()
    made.show_value(50)
    return made


@pytest.fixture
def chosen(slider: BigSlider) -> list[int]:
    heard: list[int] = []
    slider.chosen.connect(heard.append)
    return heard


def test_a_press_puts_it_there_and_letting_go_chooses(slider: BigSlider, chosen: list[int]) -> None:
    QTest.mousePress(slider, LEFT, pos=QPoint(395, 20))
    assert (slider.value(), chosen) == (100, [])
    QTest.mouseMove(slider, QPoint(5, 20))
    assert (slider.value(), chosen) == (0, [])
    QTest.mouseRelease(slider, LEFT, pos=QPoint(5, 20))
    assert chosen == [0]


def test_a_mouse_that_only_passes_by_changes_nothing(slider: BigSlider) -> None:
    QTest.mouseMove(slider, QPoint(5, 20))
    assert slider.value() == 50


def test_each_key_chooses(slider: BigSlider, chosen: list[int]) -> None:
    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert chosen == [55, 50, 0]


def test_showing_a_value_chooses_nothing(slider: BigSlider, chosen: list[int]) -> None:
    slider.show_value(20)
    assert (slider.value(), chosen) == (20, [])


def test_right_to_left_loud_is_on_the_left(slider: BigSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.mouseClick(slider, LEFT, pos=QPoint(5, 20))
    assert slider.value() == 100


@pytest.mark.parametrize("tokens", [LIGHT, HIGH_CONTRAST])
@pytest.mark.parametrize("value", [0, 40, 100])
def test_its_place_can_be_seen(slider: BigSlider, tokens: Tokens, value: int) -> None:
    slider.setPalette(palette_of(tokens))
    slider.show_value(value)
    image = slider.grab().toImage()
    assert tokens.accent in colours(image)
    inset = slider.height() // 2
    x = inset + (slider.width() - 2 * inset) * value // 100
    assert image.pixelColor(x, 20).name() == tokens.accent


def test_the_focus_can_be_seen(qtbot: QtBot, slider: BigSlider) -> None:
    with qtbot.waitActive(slider):
        slider.activateWindow()
    slider.clearFocus()
    before = slider.grab().toImage()
    slider.setFocus()
    assert slider.grab().toImage() != before
