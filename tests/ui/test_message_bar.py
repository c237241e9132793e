from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from backcare.ui.message_bar import MessageBar
from backcare.ui.text_dialog import TextDialog
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TEXT = "2 of your files have mistakes and were left out. Nothing in them was changed."


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    page = QWidget()
    qtbot.addWidget(page)
    page.setPalette(palette_of(LIGHT))
    made = MessageBar()
    column = QVBoxLayout(page)
    column.addWidget(made)
    column.addStretch()
    page.resize(1000, 400)
    page.show()
    yield made
    page.close()


def test_it_is_hidden_until_there_is_something_to_tell(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.tell(TEXT)
    assert bar.isVisible()
    assert bar.text.text() == TEXT
    assert bar.text.textFormat() is Qt.TextFormat.PlainText


def test_details_are_offered_where_there_are_any(qtbot: QtBot, bar: MessageBar) -> None:
    bar.tell(TEXT)
    assert not bar.details_button.isVisible()
    bar.tell(TEXT, has_details=True)
    with qtbot.waitSignal(bar.details_requested):
        QTest.mouseClick(bar.details_button, Qt.MouseButton.LeftButton)
    assert bar.isVisible()


def test_closing_hides_it(qtbot: QtBot, bar: MessageBar) -> None:
    bar.tell(TEXT)
    with qtbot.waitSignal(bar.closed):
        QTest.mouseClick(bar.close_button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_buttons_stand_beside_the_words_or_below_them(qtbot: QtBot, bar: MessageBar) -> None:
    bar.tell(TEXT, has_details=True)

    def tops() -> tuple[int, int]:
        return tuple(  # type: ignore[return-value]
            part.mapTo(bar, part.rect().center()).y() for part in (bar.text, bar.details_button)
        )

    qtbot.waitUntil(lambda: abs(tops()[0] - tops()[1]) < 10)
    bar.window().resize(300, 400)
    qtbot.waitUntil(lambda: tops()[1] > tops()[0] + 10)
    assert bar.text.height() >= bar.text.heightForWidth(bar.text.width())


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_it_wears_the_colours_of_a_caution(bar: MessageBar, tokens: Tokens) -> None:
    bar.window().setPalette(palette_of(tokens))
    bar.tell(TEXT)
    QApplication.processEvents()
    image = bar.grab().toImage()
    column = {image.pixelColor(image.width() // 2, y).name() for y in range(6)}
    assert tokens.caution_background in column
    assert tokens.caution_ink in column


# The longer text


@pytest.fixture
def dialog(qtbot: QtBot, bar: MessageBar) -> TextDialog:
    lines = "\n".join(f"mine.yaml:{number}:1: it is empty" for number in range(100))
    made = TextDialog("backcare", "Mistakes in your files", lines, bar.window())
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_long_text_can_be_scrolled_marked_and_copied(dialog: TextDialog) -> None:
    edit = dialog.box.edit
    assert edit.isReadOnly()
    assert edit.verticalScrollBar().maximum() > 0
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert edit.textCursor().hasSelection()
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().count("\n") == 99


def test_it_stops_nothing_and_goes_when_it_is_closed(qtbot: QtBot, dialog: TextDialog) -> None:
    assert not dialog.isModal()
    assert dialog.close_button.hasFocus()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_tab_leads_out_of_the_text(dialog: TextDialog) -> None:
    dialog.box.edit.setFocus()
    QTest.keyClick(dialog.box.edit, Qt.Key.Key_Tab)
    assert dialog.copy_button.hasFocus()


def test_it_keeps_within_the_screen(dialog: TextDialog) -> None:
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()


def test_the_text_shows_that_it_has_the_keyboard(dialog: TextDialog) -> None:
    def edge() -> set[str]:
        image = dialog.box.grab().toImage()
        return {image.pixelColor(image.width() // 2, y).name() for y in range(5)}

    assert LIGHT.edge in edge()
    dialog.box.edit.setFocus()
    dialog.box.update()
    assert LIGHT.accent in edge()
