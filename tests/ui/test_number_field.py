from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from backcare.ui.controls import PillButton
from backcare.ui.number_field import NumberField
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Window(QDialog):
    """A field between two others, over a button that Enter presses."""

    def __init__(self) -> None:
        super().__init__()
        self.field = NumberField(3, 120, "s")
        self.other = NumberField(0, 9)
        self.ok_button = PillButton("OK")
        self.ok_button.setDefault(True)
        layout = QVBoxLayout(self)
        for widget in (self.field, self.other, self.ok_button):
            layout.addWidget(widget)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.field.setValue(10)
    made.field.setFocus()
    made.field.selectAll()
    return made


def told(field: NumberField) -> list[str]:
    sentences: list[str] = []
    field.refused.connect(sentences.append)
    return sentences


def test_minus_and_plus_step_and_stop_at_the_bounds(window: Window) -> None:
    field = window.field
    QTest.mouseClick(field.more, Qt.MouseButton.LeftButton)
    assert field.value() == 11
    QTest.mouseClick(field.less, Qt.MouseButton.LeftButton)
    assert field.value() == 10
    field.setValue(3)
    assert not field.less.isEnabled()
    field.setValue(120)
    assert not field.more.isEnabled()
    assert field.less.isEnabled()


def test_the_buttons_are_large_and_named_and_take_no_focus(window: Window) -> None:
    for button, name in ((window.field.less, "Less"), (window.field.more, "More")):
        assert min(button.width(), button.height()) >= 32
        assert button.accessibleName() == name
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_what_is_typed_counts_at_once_with_its_unit(window: Window) -> None:
    QTest.keyClicks(window.field, "42")
    assert window.field.value() == 42
    assert window.field.text() == "42 s"


def test_what_is_no_number_cannot_be_typed(window: Window) -> None:
    QTest.keyClicks(window.field, "4x-.2")
    assert window.field.cleanText() == "42"
    QTest.keyClicks(window.field, "00000000")
    assert len(window.field.cleanText()) == 5


def test_too_much_is_told_at_once_and_stays_to_be_mended(window: Window) -> None:
    sentences = told(window.field)
    QTest.keyClicks(window.field, "999")
    assert sentences == ["From 3 to 120 s."]
    assert window.field.is_bad()
    assert window.field.cleanText() == "999"
    QTest.keyClick(window.field, Qt.Key.Key_Backspace)
    assert sentences == ["From 3 to 120 s.", ""]
    assert window.field.value() == 99


@pytest.mark.parametrize("text", ["1", ""])
def test_what_may_yet_become_a_number_is_told_only_at_enter(window: Window, text: str) -> None:
    sentences = told(window.field)
    QTest.keyClick(window.field, Qt.Key.Key_Delete)
    QTest.keyClicks(window.field, text)
    assert sentences == []
    QTest.keyClick(window.field, Qt.Key.Key_Return)
    assert sentences == ["From 3 to 120 s."]
    assert window.field.cleanText() == text
    assert window.isVisible()


@pytest.mark.parametrize(("text", "nearest"), [("999", 120), ("1", 3), ("", 10)])
def test_when_it_is_left_the_nearest_is_taken_and_told(
    window: Window, text: str, nearest: int
) -> None:
    sentences = told(window.field)
    QTest.keyClick(window.field, Qt.Key.Key_Delete)
    QTest.keyClicks(window.field, text)
    QTest.keyClick(window.field, Qt.Key.Key_Tab)
    assert window.other.hasFocus()
    assert window.field.text() == f"{nearest} s"
    assert sentences[-1] == f"From 3 to 120 s. {nearest} s is used."
    assert window.field.was_corrected


def test_a_new_number_makes_up_for_a_corrected_one(window: Window) -> None:
    QTest.keyClicks(window.field, "999")
    window.field.settle()
    window.field.selectAll()
    QTest.keyClicks(window.field, "50")
    assert not window.field.was_corrected


def test_a_step_from_what_cannot_be_starts_at_the_nearest(window: Window) -> None:
    sentences = told(window.field)
    QTest.keyClicks(window.field, "999")
    QTest.keyClick(window.field, Qt.Key.Key_Down)
    assert window.field.value() == 119
    assert sentences[-1] == ""


def test_the_first_enter_takes_the_number_and_the_next_presses_ok(
    window: Window, qtbot: QtBot
) -> None:
    QTest.keyClicks(window.field, "42")
    with qtbot.assertNotEmitted(window.ok_button.clicked):
        QTest.keyClick(window.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.ok_button.clicked):
        QTest.keyClick(window.field, Qt.Key.Key_Return)


def test_nothing_typed_covers_the_buttons(window: Window) -> None:
    margins = window.field.lineEdit().textMargins()
    assert margins.left() == margins.right() >= window.field.less.width()


@pytest.fixture
def _mirrored() -> Iterator[None]:
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.usefixtures("_mirrored")
def test_from_right_to_left_minus_stands_at_the_right(qtbot: QtBot) -> None:
    field = NumberField(1, 9)
    qtbot.addWidget(field)
    field.resize(200, 40)
    field.grab()
    assert field.less.x() > field.more.x()
    assert field.less.geometry().right() == field.width() - 1


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_the_outline_is_seen_and_tells_the_focus_and_what_is_wrong(
    window: Window, tokens: Tokens
) -> None:
    window.setPalette(palette_of(tokens))
    field = window.field

    def edge() -> str:
        image = field.grab().toImage()
        return image.pixelColor(QPoint(field.width() // 2, 1)).name()

    assert edge() == tokens.accent
    QTest.keyClicks(field, "999")
    assert edge() == tokens.caution_ink
    window.other.setFocus()
    at_rest = field.grab().toImage().pixelColor(QPoint(field.width() // 2, 0)).name()
    assert at_rest == tokens.edge


def test_it_grows_with_its_text(window: Window) -> None:
    before = window.field.sizeHint()
    face = window.font()
    face.setPointSizeF(face.pointSizeF() * 2)
    window.setFont(face)
    after = window.field.sizeHint()
    assert after.height() > 1.5 * before.height()
    assert window.field.lineEdit().textMargins().left() == after.height()


def test_a_disabled_button_looks_so(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    field = NumberField(1, 9, parent=holder)
    field.resize(200, 40)
    before = field.less.grab().toImage()
    field.setValue(5)
    assert field.less.grab().toImage() != before
