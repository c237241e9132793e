from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from backcare.ui.check_box import CheckBox
from backcare.ui.choice_field import ChoiceField
from backcare.ui.controls import SlimScrollBar
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

TEXTS = ["As the routine says", "The left side", "The right side"]


@pytest.fixture
def field(qtbot: QtBot) -> ChoiceField:
    made = ChoiceField()
    made.addItems(TEXTS)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_is_as_wide_as_its_longest_choice_and_easy_to_hit(field: ChoiceField) -> None:
    widest = field.fontMetrics().horizontalAdvance(TEXTS[0])
    assert field.sizeHint().width() > widest
    assert field.sizeHint().height() >= 32


def test_where_it_is_narrow_a_long_choice_wraps(field: ChoiceField) -> None:
    wide = field.heightForWidth(field.sizeHint().width())
    assert wide == field.sizeHint().height()
    assert field.heightForWidth(field.minimumSizeHint().width()) > wide


def test_a_word_that_is_too_long_is_broken(qtbot: QtBot) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.addItem("Rindfleischetikettierungsueberwachung" * 2)
    narrow = field.minimumSizeHint().width()
    assert narrow < field.sizeHint().width() / 3
    assert field.heightForWidth(narrow) > 3 * field.fontMetrics().height()


def test_the_list_shows_every_choice_whole(field: ChoiceField) -> None:
    field.resize(60, 40)
    field.showPopup()
    view = field.view()
    assert isinstance(view.verticalScrollBar(), SlimScrollBar)
    metrics = view.fontMetrics()
    for row, text in enumerate(TEXTS):
        box = view.visualRect(field.model().index(row, 0))
        assert box.width() > metrics.horizontalAdvance(text)
        assert box.height() >= 32
    field.hidePopup()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_the_choice_in_use_has_a_tick(field: ChoiceField, tokens: Tokens, direction: str) -> None:
    field.setPalette(palette_of(tokens))
    field.setLayoutDirection(Qt.LayoutDirection[direction])
    field.setCurrentIndex(1)
    field.showPopup()
    view = field.view()
    view.setCurrentIndex(field.model().index(0, 0))
    image = view.viewport().grab().toImage()
    scale = image.devicePixelRatio()

    def colours(row: int) -> set[str]:
        box = view.visualRect(field.model().index(row, 0))
        side = 8 if direction == "LeftToRight" else box.width() - 24
        return {
            image.pixelColor(round((box.left() + x) * scale), round(y * scale)).name()
            for x in range(side, side + 16)
            for y in range(box.top() + 6, box.bottom() - 6)
        }

    assert len(colours(1)) > 2
    assert colours(2) == {tokens.surface}
    assert tokens.accent_wash in colours(0)
    field.hidePopup()


def test_a_choice_is_made_with_keys(field: ChoiceField) -> None:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.currentText() == TEXTS[1]


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_the_outline_tells_the_focus(field: ChoiceField, tokens: Tokens) -> None:
    field.setPalette(palette_of(tokens))
    field.resize(200, 40)

    def edge(y: int) -> str:
        return field.grab().toImage().pixelColor(QPoint(100, y)).name()

    field.clearFocus()
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    assert edge(0) == tokens.edge
    field.setFocus()
    assert edge(1) == tokens.accent


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_the_chevron_stands_where_reading_ends(qtbot: QtBot, direction: str) -> None:
    field = ChoiceField()
    qtbot.addWidget(field)
    field.setPalette(palette_of(LIGHT))
    field.setLayoutDirection(Qt.LayoutDirection[direction])
    field.resize(200, 40)
    image = field.grab().toImage()
    side = range(150, 195) if direction == "LeftToRight" else range(5, 50)
    inside = {image.pixelColor(x, y).name() for x in side for y in range(8, 32)}
    assert LIGHT.ink in inside


# The check box


def test_the_words_of_a_check_box_wrap(qtbot: QtBot) -> None:
    box = CheckBox("I have had disc trouble lately")
    qtbot.addWidget(box)
    wide = box.heightForWidth(box.sizeHint().width())
    assert wide == box.sizeHint().height() >= 32
    assert box.heightForWidth(box.minimumSizeHint().width()) > wide


@pytest.mark.parametrize("direction", ["LeftToRight", "RightToLeft"])
def test_the_box_stands_where_reading_begins(qtbot: QtBot, direction: str) -> None:
    box = CheckBox("Yes")
    qtbot.addWidget(box)
    box.setPalette(palette_of(LIGHT))
    box.setLayoutDirection(Qt.LayoutDirection[direction])
    box.setChecked(True)
    box.resize(300, 40)
    image = box.grab().toImage()
    column = 10 if direction == "LeftToRight" else 289
    assert LIGHT.accent in {image.pixelColor(column, y).name() for y in range(40)}


def test_a_check_box_grows_with_the_text(qtbot: QtBot) -> None:
    box = CheckBox("Yes")
    qtbot.addWidget(box)
    before, indent = box.sizeHint(), box.indent()
    face = QApplication.font()
    face.setPointSizeF(face.pointSizeF() * 2)
    box.setFont(face)
    assert box.sizeHint().height() > 1.5 * before.height()
    assert box.indent() > 1.5 * indent
