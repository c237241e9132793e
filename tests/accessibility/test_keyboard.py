"""Every screen can be worked by the keyboard alone, and shows where the keyboard is."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QMenu,
    QMenuBar,
    QWidget,
)

from backcare.ui.browse_page import BrowsePage
from backcare.ui.safety_view import SafetyView
from backcare.ui.session_view import SessionView
from backcare.ui.settings_dialog import SettingsDialog
from backcare.ui.welcome_view import WelcomeView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.accessibility.screens import Screen, Tour

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""Popups on a screen that is none."""

Chain = tuple[QWidget, ...]

MOST_STOPS = 60
"""A chain of Tab that is longer than that goes round without coming back."""

NEEDS_NO_SIGN = (SessionView,)
"""A session has the keyboard when no button of it has: its keys work in either case."""

BACK = Qt.Key.Key_Backtab

AROUND_PX = 6
"""What shows the focus may stand so far outside of its widget."""


def chain_of(screen: Screen, key: Qt.Key = Qt.Key.Key_Tab) -> Chain:
    """What Tab leads to, from what has the focus until it is there again.

    Empty where it never comes back.
    """
    first = focused()
    found = [first]
    for _ in range(MOST_STOPS):
        QTest.keyClick(focused(), key)
        if focused() is first:
            return tuple(found)
        if focused() in found:
            return ()
        found.append(focused())
    return ()


def focused() -> QWidget:
    """What has the keyboard; somebody always must."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"


def stops(root: QWidget) -> set[QWidget]:
    """What has to be reached by Tab: of a group of radio buttons the one that is on."""
    return {
        widget
        for widget in root.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not (
            isinstance(widget, QAbstractButton) and in_group(widget) and not widget.isChecked()
        )
    }


def in_group(button: QAbstractButton) -> bool:
    return button.group() is not None and button.group().exclusive()


# The order


def test_tab_goes_everywhere_in_the_order_of_reading_and_comes_back(tour: Tour) -> None:
    faults = [
        f"{screen.name}: {fault}"
        for screen in tour.everywhere()
        for fault in faults_of_order(screen, chain_of(screen), chain_of(screen, BACK))
    ]
    assert not faults, "\n".join(dict.fromkeys(faults))


def faults_of_order(screen: Screen, chain: Chain, back: Chain) -> Iterator[str]:
    """What is wrong with where Tab leads to, in sentences."""
    if not chain:
        yield "Tab does not come back"
        return
    if set(back) != set(chain):
        yield "Shift+Tab goes another way"
    for missed in stops(screen.root) - set(chain):
        yield f"Tab misses {name_of(missed)}"
    jumps = [(one, other) for one, other in ring(chain) if is_read_before(other, one)]
    # It is a ring: from the last place it leads back to the first.
    if len(jumps) > 1:
        for one, other in jumps:
            yield f"{name_of(one)} leads back to {name_of(other)}"


def ring(chain: Chain) -> Iterable[tuple[QWidget, QWidget]]:
    """Each place with the one after it."""
    return pairwise((*chain, *chain[:1]))


def is_read_before(one: QWidget, other: QWidget) -> bool:
    """Whether a place is above another or beside it on the side where reading begins.

    What counts is the place of the largest parts that hold one of the two and not the other:
    a card is read to its end before the next.
    """
    if one.isAncestorOf(other) or other.isAncestorOf(one):
        return one.isAncestorOf(other)
    mine, its = lineage(one), lineage(other)
    common = next(each for each in mine if each in its)
    first = box(mine[mine.index(common) - 1])
    second = box(its[its.index(common) - 1])
    if first.bottom() <= second.top():
        return True
    if second.bottom() <= first.top():
        return False
    if QApplication.isRightToLeft():
        return first.left() > second.left()
    return first.left() < second.left()


def lineage(widget: QWidget) -> list[QWidget]:
    """A widget and all that it lies in, from the inside out."""
    found = [widget]
    while (parent := found[-1].parentWidget()) is not None:
        found.append(parent)
    return found


def box(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


# The focus


def test_the_focus_can_be_seen(tour: Tour) -> None:
    faults: list[str] = []
    for screen in tour.everywhere():
        for _ in chain_of(screen):
            QTest.keyClick(focused(), Qt.Key.Key_Tab)
            QApplication.processEvents()
            widget = focused()
            if not isinstance(widget, NEEDS_NO_SIGN) and not is_seen(screen, widget):
                faults.append(f"{screen.name}: {name_of(widget)} looks the same with the focus")
    assert not faults, "\n".join(dict.fromkeys(faults))


def is_seen(screen: Screen, widget: QWidget) -> bool:
    """Whether the widget or what is around it looks another way without the focus."""
    spot = QRect(widget.mapTo(screen.root, QPoint(0, 0)), widget.size())
    spot.adjust(-AROUND_PX, -AROUND_PX, AROUND_PX, AROUND_PX)
    with_focus = screen.root.grab(spot).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    without = screen.root.grab(spot).toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return without != with_focus


# Ways out


def test_escape_leads_out_of_every_page_and_from_every_place_in_it(tour: Tour) -> None:
    tour.window.safety_requested.emit()
    page = tour.window.page
    assert isinstance(page, SafetyView)
    page.leave_button.setFocus()
    press_escape()
    assert isinstance(tour.window.page, BrowsePage)
    tour.window.welcome_requested.emit()
    assert isinstance(tour.window.page, WelcomeView)
    press_escape()
    assert isinstance(tour.window.page, BrowsePage)


def test_escape_in_a_session_asks_and_never_loses_it(tour: Tour) -> None:
    for screen in tour.session():
        view = screen.root.findChild(SessionView)
        if view is None or screen.name in ("session, asking", "end"):
            continue
        for widget in chain_of(screen):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            press_escape()
            assert is_asking(view), (screen.name, name_of(widget))
            press_escape()
            assert not is_asking(view), (screen.name, name_of(widget))
    assert isinstance(tour.window.page, BrowsePage)


def is_asking(view: SessionView) -> bool:
    return any(
        each.accessibleName() == "End the session?" and each.isVisible()
        for each in view.findChildren(QWidget)
    )


def press_escape() -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QApplication.processEvents()


def test_escape_closes_the_settings_from_every_place_in_them(tour: Tour) -> None:
    faults: list[str] = []
    for screen in tour.settings():
        if not isinstance(screen.root, SettingsDialog) or screen.name.endswith("asking"):
            continue
        for widget in chain_of(screen):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            press_escape()
            if screen.root.isVisible():
                faults.append(f"{screen.name}: Escape does nothing on {name_of(widget)}")
            screen.root.show()
            screen.root.activateWindow()
            QApplication.processEvents()
    assert not faults, "\n".join(faults)


# Mnemonics


def test_no_two_things_share_an_underlined_letter(tour: Tour) -> None:
    faults: list[str] = []
    for screen in tour.everywhere():
        faults += doubles(screen.name, mnemonics_of(screen.root))
    for menu in tour.window.menuBar().findChildren(QMenu):
        faults += doubles(menu.title(), [action.text() for action in menu.actions()])
    titles = [action.text() for action in tour.window.menuBar().actions()]
    faults += doubles("the menu bar", titles)
    assert not faults, "\n".join(dict.fromkeys(faults))


def mnemonics_of(root: QWidget) -> list[str]:
    """The texts of what Alt and a letter reaches, the menu bar's among them."""
    texts = [each.text() for each in root.findChildren(QAbstractButton) if each.isVisible()]
    texts += [each.text() for each in root.findChildren(QLabel) if each.isVisible()]
    for bar in root.findChildren(QMenuBar):
        texts += [action.text() for action in bar.actions() if bar.isVisible()]
    return texts


def doubles(where: str, texts: Iterable[str]) -> list[str]:
    letters: dict[str, str] = {}
    found: list[str] = []
    for text in texts:
        letter = re.search(r"&([^&\s])", text)
        if letter is None:
            continue
        key = letter[1].lower()
        if key in letters:
            found.append(f"{where}: Alt+{key.upper()} is {letters[key]!r} and {text!r}")
        letters[key] = text
    return found
