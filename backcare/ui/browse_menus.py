"""What a right click offers on a card and on a routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QColor

from backcare.ui.icons import icon
from backcare.ui.menus import EdgedMenu
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from backcare.ui.browse_page import BrowsePage
    from backcare.ui.exercise_rows import ExerciseRow


def card_menu(page: BrowsePage, row: ExerciseRow) -> QMenu:
    """What can be done with one exercise; deletes itself."""
    menu = _menu(page)
    _add(menu, _tr("&Show details"), page.open_detail)
    menu.addSeparator()
    if row.number:
        start_from = page.start_from_requested.emit
        _add(menu, _tr("Start &from here"), lambda: start_from(row.key), "play")
    _add(menu, _tr("Start &only this exercise"), lambda: page.start_only_requested.emit(row.key))
    menu.addSeparator()
    change = page.dose_change_requested.emit
    _add(menu, _tr("&Change dose…"), lambda: change(row.exercise), "settings")
    if row.is_changed:
        reset = page.dose_reset_requested.emit
        _add(menu, _tr("&Reset dose"), lambda: reset(row.exercise), "reset")
    return menu


def routine_menu(page: BrowsePage) -> QMenu:
    """What can be done with the chosen routine; deletes itself."""
    menu = _menu(page)
    if page.start_button.isVisibleTo(page):
        _add(menu, _tr("&Start"), page.start_requested.emit, "play")
        menu.addSeparator()
    group = QActionGroup(menu)
    for segment in page.levels.offered:
        choice = segment.choice
        action = _add(menu, f"{choice.name} · {choice.time}", segment.click)
        action.setCheckable(True)
        action.setChecked(segment.isChecked())
        group.addAction(action)
    if group.actions():
        menu.addSeparator()
        settings = _tr("S&ettings for this routine…")
    else:
        settings = _tr("S&ettings…")
    _add(menu, settings, page.settings_requested.emit, "settings")
    return menu


def _menu(page: BrowsePage) -> QMenu:
    menu = EdgedMenu(page)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add(menu: QMenu, text: str, slot: Callable[[], object], sign: str = "") -> QAction:
    action = QAction(text, menu)
    if sign:
        ink = QColor(tokens_of(menu.palette()).ink)
        action.setIcon(icon(sign, menu.fontMetrics().height(), ink))
    action.triggered.connect(slot)
    menu.addAction(action)
    return action


def _tr(text: str) -> str:
    return QCoreApplication.translate("BrowseMenus", text)
