"""What Qt hands to a screen reader of widgets that we paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QStringListModel
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QListView, QWidget

from backcare.ui import accessible

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Sign(QWidget):
    """A widget that says what it is."""

    accessible_role = QAccessible.Role.Graphic


class NoWidget(QObject):
    accessible_role = QAccessible.Role.Graphic


@pytest.fixture(autouse=True)
def _installed() -> None:
    accessible.install()


def test_a_painted_widget_has_the_role_of_its_class(qtbot: QtBot) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    sign.setAccessibleName("Left")
    sign.setAccessibleDescription("A sign")
    told = QAccessible.queryAccessibleInterface(sign)
    assert told.role() is QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "Left"
    assert told.text(QAccessible.Text.Description) == "A sign"


def test_every_question_that_qt_asks_has_an_answer(qtbot: QtBot) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    told = QAccessible.queryAccessibleInterface(sign)
    assert told.actionInterface() is not None
    assert told.textInterface() is None
    assert told.editableTextInterface() is None
    assert told.valueInterface() is None
    assert told.selectionInterface() is None
    assert told.attributesInterface() is None


def test_what_lies_in_a_painted_widget_is_found(qtbot: QtBot) -> None:
    sign = Sign()
    qtbot.addWidget(sign)
    QLabel("words", sign)
    told = QAccessible.queryAccessibleInterface(sign)
    assert told.childCount() == 1
    assert told.child(0).text(QAccessible.Text.Name) == "words"


def test_widgets_of_qt_keep_their_roles(qtbot: QtBot) -> None:
    label = QLabel("words")
    qtbot.addWidget(label)
    told = QAccessible.queryAccessibleInterface(label)
    assert told.role() is QAccessible.Role.StaticText


def test_what_is_no_widget_is_not_told_of() -> None:
    assert QAccessible.queryAccessibleInterface(NoWidget()) is None


def test_a_thousand_come_and_go(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    for _ in range(1000):
        sign = Sign(parent)
        QAccessible.queryAccessibleInterface(sign).role()
        sign.setParent(None)
        del sign
    assert parent.children() == []


def test_what_an_assistive_program_selects_becomes_current(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["one", "two", "three"]))
    view.setCurrentIndex(view.model().index(0, 0))
    accessible.follow_selection(view)
    table = QAccessible.queryAccessibleInterface(view)
    assert table.selectionInterface().select(table.child(2))
    assert view.currentIndex().data() == "three"


def test_nothing_selected_leaves_the_current_item(qtbot: QtBot) -> None:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["one", "two"]))
    view.setCurrentIndex(view.model().index(1, 0))
    accessible.follow_selection(view)
    view.clearSelection()
    assert view.currentIndex().data() == "two"
