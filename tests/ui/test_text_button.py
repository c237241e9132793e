from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from backcare.ui.text_button import Look, TextButton
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, font
from tests.ui.detail_builders import window_around

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

WORDS = "Do the Hüftbeugerdehnung instead"


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_it_is_as_wide_as_its_words_and_wraps_where_there_is_less_room(qtbot: QtBot) -> None:
    button = TextButton(WORDS, icon="swap")
    window = window_around(qtbot, button, 400)
    assert button.width() == button.sizeHint().width()
    high = button.height()
    window.resize(button.width() * 2 // 3, 300)
    qtbot.waitUntil(lambda: button.height() > high)
    assert button.geometry().right() <= window.rect().right()
    assert button.heightForWidth(60) > button.height()


def test_it_can_be_narrower_than_its_longest_word(qtbot: QtBot) -> None:
    button = TextButton("Hüftbeugerdehnung" * 2)
    window_around(qtbot, button, 400)
    assert button.minimumSizeHint().width() < button.sizeHint().width() / 2
    assert TextButton("").minimumSizeHint().width() > 0


def test_it_grows_with_the_text(qtbot: QtBot) -> None:
    button = TextButton(WORDS)
    window = window_around(qtbot, button, 900)
    before = button.size()
    window.setFont(font(window.font(), 2.0))
    qtbot.waitUntil(lambda: button.width() > 1.5 * before.width())
    assert button.height() > 1.5 * before.height()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("look", list(Look))
def test_every_look_can_be_told_from_the_ground(qtbot: QtBot, look: Look, tokens: Tokens) -> None:
    button = TextButton("XXXX", look)
    window_around(qtbot, button, 400, tokens=tokens)
    seen = colours(button.grab().toImage())
    grounds = {Look.LINK: tokens.background, Look.SOFT: tokens.accent_wash}
    assert grounds.get(look, tokens.surface) in seen
    if look is Look.EDGED or (look is Look.SOFT and tokens.has_outlines):
        edge = QColor(tokens.edge)
        image = button.grab().toImage()
        near = image.pixelColor(image.width() // 2, 1)
        assert abs(near.lightness() - edge.lightness()) < 60


def test_focus_and_mouse_can_be_seen(qtbot: QtBot) -> None:
    button = TextButton("Bird dog", Look.LINK, icon="chevron-right")
    window_around(qtbot, button, 400)
    plain = button.grab().toImage()
    button.setFocus()
    focused = button.grab().toImage()
    assert focused != plain
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.grab().toImage() != focused
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_it_is_pressed_by_mouse_and_keyboard(qtbot: QtBot) -> None:
    button = TextButton("Undo")
    window_around(qtbot, button, 400)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_from_right_to_left_its_symbol_stands_at_the_right(qtbot: QtBot) -> None:
    button = TextButton("", Look.LINK, icon="chevron-right")
    button.setMinimumWidth(200)
    window = window_around(qtbot, button, 400)

    def middle_of_ink() -> float:
        image = button.grab().toImage()
        ground = image.pixelColor(100, 3)
        across = [
            x
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y) != ground
        ]
        return sum(across) / len(across)

    assert middle_of_ink() < 50
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert middle_of_ink() > 150
