from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from backcare.core.settings import Theme
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, palette_of
from backcare.ui.theme_swatches import ThemeSwatches
from tests.ui.pages import colours

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def swatches(qtbot: QtBot) -> ThemeSwatches:
    made = ThemeSwatches()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(900, 140)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_theme(Theme.LIGHT)
    return made


def test_each_swatch_wears_its_theme(swatches: ThemeSwatches) -> None:
    faces = {
        Theme.SYSTEM: (LIGHT, DARK),
        Theme.LIGHT: (LIGHT,),
        Theme.DARK: (DARK,),
        Theme.HIGH_CONTRAST: (HIGH_CONTRAST,),
    }
    for theme, tokens in faces.items():
        found = colours(swatches.swatches[theme].grab().toImage())
        for each in tokens:
            assert {each.background, each.accent} <= found


def test_a_click_chooses(qtbot: QtBot, swatches: ThemeSwatches) -> None:
    with qtbot.waitSignal(swatches.chosen) as heard:
        QTest.mouseClick(swatches.swatches[Theme.DARK], Qt.MouseButton.LeftButton)
    assert heard.args == [Theme.DARK]


def test_arrows_choose_too(qtbot: QtBot, swatches: ThemeSwatches) -> None:
    light = swatches.swatches[Theme.LIGHT]
    light.setFocus()
    with qtbot.waitSignal(swatches.chosen) as heard:
        QTest.keyClick(light, Qt.Key.Key_Right)
    assert heard.args == [Theme.DARK]
    assert not light.isChecked()


def test_showing_a_theme_chooses_nothing(qtbot: QtBot, swatches: ThemeSwatches) -> None:
    with qtbot.assertNotEmitted(swatches.chosen):
        swatches.show_theme(Theme.HIGH_CONTRAST)
    assert swatches.swatches[Theme.HIGH_CONTRAST].isChecked()


def test_the_chosen_one_and_the_focused_one_can_be_seen(swatches: ThemeSwatches) -> None:
    dark = swatches.swatches[Theme.DARK]
    plain = dark.grab().toImage()
    swatches.show_theme(Theme.DARK)
    chosen = dark.grab().toImage()
    dark.setFocus()
    assert plain != chosen != dark.grab().toImage()


def test_the_tick_changes_sides_with_the_direction_of_reading(swatches: ThemeSwatches) -> None:
    light = swatches.swatches[Theme.LIGHT]
    before = light.grab().toImage()
    swatches.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert light.grab().toImage() != before


@pytest.mark.parametrize(("share", "expected"), [(60, 4), (30, 2), (12, 1)])
def test_they_take_the_rows_that_they_need(
    swatches: ThemeSwatches, share: int, expected: int
) -> None:
    swatches.fit_page(share * swatches.fontMetrics().height(), 1.0)
    layout = swatches.layout()
    assert layout is not None
    layout.activate()
    assert len({each.x() for each in swatches.swatches.values()}) == expected
