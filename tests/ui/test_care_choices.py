from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from backcare.core.settings import Settings
from backcare.ui.care_choices import FIELDS, CareBox, CareChoices
from backcare.ui.theme import HIGH_CONTRAST, LIGHT, Tokens, palette_of
from tests.ui.pages import colours

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def choices(qtbot: QtBot) -> CareChoices:
    made = CareChoices()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    return made


def columns(choices: CareChoices) -> int:
    return len({box.x() for box in choices.boxes.values()})


def test_each_setting_has_a_box_with_what_follows(choices: CareChoices) -> None:
    assert tuple(choices.boxes) == FIELDS
    for box in choices.boxes.values():
        assert box.text()
        assert box.accessibleDescription()


def test_showing_settings_tells_nothing(qtbot: QtBot, choices: CareChoices) -> None:
    with qtbot.assertNotEmitted(choices.changed):
        choices.show_settings(Settings(pregnant=True, advanced_moves=True))
    assert [box.isChecked() for box in choices.boxes.values()] == [True, False, False, True]


def test_the_whole_card_is_the_box(choices: CareChoices) -> None:
    box = choices.boxes["osteoporosis"]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() - 4))
    assert box.isChecked()


def test_they_stand_side_by_side_where_there_is_room(choices: CareChoices) -> None:
    choices.fit_page(1200, 1.0)
    choices.layout().activate()  # type: ignore[union-attr]
    assert columns(choices) == 2
    choices.fit_page(300, 1.0)
    choices.layout().activate()  # type: ignore[union-attr]
    assert columns(choices) == 1


def test_a_narrow_box_is_higher(choices: CareChoices) -> None:
    box = choices.boxes["recent_disc_trouble"]
    assert box.heightForWidth(220) > box.heightForWidth(800)
    usual = box.heightForWidth(800)
    box.fit_page(800, 2.0)
    assert box.heightForWidth(800) > usual
    assert box.sizeHint().height() > box.minimumSizeHint().height()


@pytest.mark.parametrize("tokens", [LIGHT, HIGH_CONTRAST])
def test_a_tick_and_the_focus_can_be_seen(
    qtbot: QtBot, choices: CareChoices, tokens: Tokens
) -> None:
    choices.setPalette(palette_of(tokens))
    with qtbot.waitActive(choices):
        choices.activateWindow()
    box: CareBox = choices.boxes["pregnant"]
    box.clearFocus()
    plain = box.grab().toImage()
    assert tokens.accent not in colours(plain)
    box.setChecked(True)
    ticked = box.grab().toImage()
    assert {tokens.accent, tokens.accent_wash} <= colours(ticked)
    box.setFocus()
    assert box.grab().toImage() != ticked


def test_right_to_left_the_box_is_on_the_right(choices: CareChoices) -> None:
    choices.setPalette(palette_of(LIGHT))
    choices.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = choices.boxes["pregnant"]
    box.setChecked(True)
    image = box.grab().toImage()
    middle = image.height() // 2
    accents = [
        x for x in range(4, image.width() - 4) if image.pixelColor(x, middle).name() == LIGHT.accent
    ]
    assert min(accents) > 0.8 * image.width()
