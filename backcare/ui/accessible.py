"""What painted widgets are to a screen reader. Qt takes a widget of our own for mere filling.

A widget says what it is by `accessible_role`, an attribute of its class. Its name and its
description, which holds what it shows at the moment, are Qt's own properties.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


@cache
def install() -> None:
    """Have Qt ask us about our widgets. It does so only once a screen reader is there."""
    QAccessible.installFactory(_interface)


def _interface(_class_name: str, thing: QObject) -> QAccessibleWidget | None:
    """What stands for a widget of ours; None leaves the choice to Qt.

    Qt's own class and no heir of it: a method of Python's that Qt calls in its stead may
    end the program where it answers None.
    """
    role = getattr(thing, "accessible_role", None)
    if role is None or not isinstance(thing, QWidget):
        return None
    return QAccessibleWidget(thing, role)


def follow_selection(view: QAbstractItemView) -> None:
    """Make what is selected the current item of a list in which the current one counts.

    Keys and the mouse change both; assistive programs select and leave the current one alone.
    """

    def follow() -> None:
        selected = view.selectionModel().selectedIndexes()
        if selected and view.currentIndex() not in selected:
            view.setCurrentIndex(selected[0])

    view.selectionModel().selectionChanged.connect(follow)
