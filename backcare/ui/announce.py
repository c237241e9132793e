"""Speaks to a screen reader, where there is one and Qt knows how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

Politeness = QAccessible.AnnouncementPoliteness


def is_listened_to() -> bool:
    """Whether a screen reader, or something else that reads screens aloud, is there."""
    return QAccessible.isActive()


def announce(widget: QWidget, text: str, politeness: Politeness = Politeness.Polite) -> None:
    """Have a screen reader, if there is one, read `text` out when it has finished speaking."""
    if QAccessible.isActive():
        event = QAccessibleAnnouncementEvent(widget, text)
        event.setPoliteness(politeness)
        QAccessible.updateAccessibility(event)
