from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle

from backcare.core.settings import Motion, Settings, Theme
from backcare.ui.appearance import Appearance, is_motion_reduced
from backcare.ui.controls import TextLabel
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    del qapp
    return Appearance()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK, Theme.HIGH_CONTRAST])
def test_the_colours_are_those_that_were_chosen(appearance: Appearance, theme: Theme) -> None:
    appearance.wear(Settings(theme=theme))
    assert tokens_of(QApplication.palette()).name == theme.value


def test_text_of_every_size_follows_the_setting_at_once(
    appearance: Appearance, qtbot: QtBot
) -> None:
    appearance.wear(Settings())
    labels = (TextLabel("a"), TextLabel("b", 2.0), TextLabel("c", 1.5, bold=True))
    for label in labels:
        qtbot.addWidget(label)

    def points() -> list[float]:
        return [label.font().pointSizeF() for label in labels]

    before = points()
    appearance.wear(Settings(text_percent=200))
    assert points() == pytest.approx([2 * size for size in before])
    assert labels[2].font().bold()
    appearance.wear(Settings(text_percent=100))
    assert points() == before


def test_the_owner_of_the_settings_hears_of_the_desktop(
    appearance: Appearance, qtbot: QtBot, qapp: QApplication
) -> None:
    with qtbot.waitSignal(appearance.desktop_changed):
        qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())


class StillStyle(QProxyStyle):
    """The style of a desktop on which nothing shall move."""

    def styleHint(self, hint: QStyle.StyleHint, *rest: object) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, *rest)  # type: ignore[arg-type]


@pytest.fixture
def still_desktop(qapp: QApplication) -> Iterator[None]:
    before = qapp.style().objectName()
    qapp.setStyle(StillStyle())
    yield
    qapp.setStyle(before)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("motion", list(Motion))
def test_the_figure_moves_unless_the_person_says_otherwise(motion: Motion) -> None:
    settings = replace(Settings(), motion=motion)
    assert is_motion_reduced(settings) is (motion is Motion.REDUCED)
    assert is_motion_reduced(settings, desktop_asks=True) is (motion is not Motion.FULL)


@pytest.mark.usefixtures("still_desktop")
@pytest.mark.parametrize("motion", list(Motion))
def test_a_desktop_without_movement_is_heeded_unless_the_person_says_otherwise(
    motion: Motion,
) -> None:
    settings = replace(Settings(), motion=motion)
    assert is_motion_reduced(settings) is (motion is not Motion.FULL)
