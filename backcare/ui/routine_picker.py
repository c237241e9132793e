"""The chosen routine as a large button that opens the list of them, where it has no column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from backcare.ui.controls import FOCUS_WIDTH, OUTLINE_WIDTH
from backcare.ui.dropdown import Dropdown
from backcare.ui.icons import draw_icon
from backcare.ui.routine_list import RoutineList
from backcare.ui.theme import tokens_of
from backcare.ui.wrap_label import WrapLabel

if TYPE_CHECKING:
    from backcare.ui.card_pictures import CardPictures

RADIUS = 14
SIGN = 1.3
MENU_WIDTH = 20
"""Of the open list, in text heights, unless the button is wider."""


class RoutinePicker(QAbstractButton):
    """Shows the name of the routine. Pressed, it opens the list of `routines`."""

    def __init__(
        self, routines: RoutineList, pictures: CardPictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._routines = routines
        self._pictures = pictures
        self._list: RoutineList | None = None
        self._dropdown: Dropdown | None = None
        self._title = WrapLabel("", 1.5, bold=True)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.addWidget(self._title, 1)
        self._fit()
        self.clicked.connect(self.open)

    def show_title(self, title: str) -> None:
        """Show which routine is chosen."""
        self._title.setText(title)
        self.setAccessibleName(self.tr("Routine: {name}").format(name=title))

    def open(self) -> None:
        """Open the list of routines."""
        if self._list is None or self._dropdown is None:
            self._list = RoutineList()
            self._list.follow(self._routines)
            self._list.use_pictures(self._pictures)
            self._dropdown = Dropdown(_padded(self._list), self)
            self._list.opened.connect(self._dropdown.close)
            self._dropdown.closed.connect(self.setFocus)
        width = max(self.width(), self.fontMetrics().height() * MENU_WIDTH)
        height = self._list.contents_height(width) + self.fontMetrics().height()
        self._dropdown.open_below(self, QSize(width, height))
        self._list.scrollTo(self._list.currentIndex())
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    @property
    def open_list(self) -> RoutineList | None:
        """The list that is open, if it is."""
        return self._list if self._dropdown is not None and self._dropdown.isVisible() else None

    def _fit(self) -> None:
        em = self.fontMetrics().height()
        side = round(em * 0.8)
        end = round(em * (SIGN + 0.9))
        is_mirrored = self.isRightToLeft()
        left, right = (end, side) if is_mirrored else (side, end)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(left, round(em * 0.45), right, round(em * 0.45))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        edge = QPen(QColor(tokens.edge), OUTLINE_WIDTH)
        painter.setPen(QPen(QColor(tokens.accent), FOCUS_WIDTH) if focused else edge)
        painter.setBrush(QColor(tokens.sunken if self.isDown() else tokens.surface))
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        em = self.fontMetrics().height()
        sign = QRectF(0, 0, em * SIGN, em * SIGN)
        sign.moveCenter(box.center())
        if self.isRightToLeft():
            sign.moveLeft(box.left() + em * 0.5)
        else:
            sign.moveRight(box.right() - em * 0.5)
        draw_icon(painter, "chevron-down", sign, QColor(tokens.ink))


def _padded(content: QWidget) -> QWidget:
    """`content` with a little air above and below it."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 6, 0, 6)
    column.addWidget(content)
    return frame
