"""No screen has anything that a screen reader could not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from backcare.core.safety import safety_page
from backcare.core.translation import in_english
from backcare.ui.safety_view import SafetyBody
from backcare.ui.session_button import SessionButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from tests.accessibility.screens import Screen, Tour

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Popups on a screen that is none."""

Role = QAccessible.Role

SAYS_NOTHING = (Role.NoRole, Role.Client, Role.Whitespace)
NEEDS_NO_NAME = (Role.ScrollBar, Role.Grip, Role.Splitter)
"""Qt's own furniture: nobody gets there by the keyboard, and its place says what it is for."""


def test_everything_that_can_be_reached_or_read_has_name_and_role(tour: Tour) -> None:
    faults: list[str] = []
    seen: list[str] = []
    for screen in tour.everywhere():
        seen.append(screen.name)
        faults += faults_of(screen)
    assert not faults, "\n".join(dict.fromkeys(faults))
    assert len(seen) == len(set(seen))
    for part in ("main", "settings", "safety", "welcome", "session", "end"):
        assert any(name.startswith(part) for name in seen), part


def faults_of(screen: Screen) -> Iterator[str]:
    """What is wrong on one screen, in sentences."""
    for told in shown(QAccessible.queryAccessibleInterface(screen.root)):
        name, thing = told.text(QAccessible.Text.Name).strip(), told.object()
        kind = type(thing).__name__
        where = f"{screen.name}: {told.role().name} {kind} {name!r}"
        focusable = bool(told.state().focusable)
        has_value = told.valueInterface() is not None and told.role() not in NEEDS_NO_NAME
        if (focusable or has_value) and not name:
            yield f"{where} has no name"
        if (focusable or has_value or name) and told.role() in SAYS_NOTHING:
            yield f"{where} has no role"
        if told.role() is Role.ComboBox and not is_explained(told):
            yield f"{where} does not tell what is chosen in it"
        if name and name == kind:
            yield f"{where} is called like its class"


def is_explained(told: QAccessibleInterface) -> bool:
    """On Linux Qt names a combo box by what is chosen in it; the rest has to stand beside."""
    labels = told.relations(QAccessible.RelationFlag.Label)
    return bool(labels or told.text(QAccessible.Text.Description))


def shown(told: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """A thing and all within it, as far as they are shown."""
    if told is None or told.state().invisible:
        return
    yield told
    for index in range(told.childCount()):
        yield from shown(told.child(index))


def test_the_safety_page_can_be_heard_in_full(qtbot: QtBot) -> None:
    page = safety_page(in_english)
    body = SafetyBody(page, "No diagnosis.")
    qtbot.addWidget(body)
    for section in page:
        assert section.title in body.spoken
        assert all(line in body.spoken for line in section.lines)
    assert "No diagnosis." in body.spoken
    assert body.spoken.endswith(body.care.spoken)


def test_no_key_is_told_as_an_arrow(tour: Tour) -> None:
    for screen in tour.session():
        for button in screen.root.findChildren(SessionButton):
            assert not set(button.accessibleDescription()) & set("←→↑↓")
