"""The inside of the settings dialog, which arranges itself for any screen and size of text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from backcare.core.setting_words import EXERCISES, ROUTINES
from backcare.ui.choice_field import ChoiceField
from backcare.ui.controls import SlimScrollBar
from backcare.ui.section_list import SectionList
from backcare.ui.setting_rows import SettingRow, translated
from backcare.ui.settings_pages import NARROW_MARGIN, Page, set_margins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from backcare.ui.settings_footer import SettingsFooter

SYMBOLS = {
    "Doses": "repeat",
    "Taking care": "heart",
    "Timing": "clock",
    "Screen": "screen",
    "Sound": "sound",
    "Figure": "person",
    ROUTINES: "list",
    EXERCISES: "mat",
}
"""Of `ui.icons`, by the section's source text."""

LEAST_PAGE_WIDTH = 24  # times the font's height, with the list of sections beside it
LEAST_PAGE_HEIGHT = 4.5  # times the font's height, with the footer always in sight
ROUND_FOCUS_PX = 12


class SettingsBody(QWidget):
    """Sections, the page of one of them, and the footer.

    Wide: the sections stand at the side. Narrow: they are a drop-down at the top. Where
    the height is short as well, drop-down and footer scroll along with the page.

    Signals:
        section_shown: the number of the section that is shown now.
    """

    section_shown = Signal(int)

    def __init__(self, pages: Mapping[str, Page], footer: SettingsFooter) -> None:
        """Take the pages by the source text of their sections."""
        super().__init__()
        self._pages = tuple(pages.values())
        self._footer = footer
        self._current = 0
        self._is_order_lost = True
        self._shape: tuple[bool, bool] | None = None
        titles = [translated(name) for name in pages]
        symbols = (SYMBOLS.get(name, "") for name in pages)
        self.section_list = SectionList(zip(titles, symbols, strict=True))
        self.picker = ChoiceField()
        self.picker.addItems(titles)
        self.picker.setAccessibleName(self.tr("Section"))
        self.scroll_area = QScrollArea()
        self._column = QWidget()
        self._picker_box = QWidget()
        self._lay_out()
        self.section_list.section_chosen.connect(self.show_section)
        self.picker.currentIndexChanged.connect(self.show_section)

    @property
    def current(self) -> Page:
        return self._pages[self._current]

    @property
    def is_narrow(self) -> bool:
        """Whether the sections are a drop-down."""
        return self._shape is not None and self._shape[0]

    @property
    def is_short(self) -> bool:
        """Whether the footer scrolls along."""
        return self._shape is not None and self._shape[1]

    def chooser(self) -> QWidget:
        """What sections are chosen with, in the present shape."""
        return self.picker if self.is_narrow else self.section_list

    def show_section(self, number: int) -> None:
        if number == self._current:
            return
        self._current = number
        self.section_list.set_current(number)
        self.picker.setCurrentIndex(number)
        for each, page in enumerate(self._pages):
            page.setVisible(each == number)
        self.scroll_area.verticalScrollBar().setValue(0)
        self._fit_page()
        self.section_shown.emit(number)

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll so that a control is seen, with its label and help if it is in a row."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # sizes may be due
        if not self._column.isAncestorOf(widget):
            return
        whole: QWidget | None = widget
        while whole is not None and not isinstance(whole, SettingRow):
            whole = whole.parentWidget()
        for part in (whole, widget):  # the row if it fits, and the control in any case
            if part is not None:
                box = QRect(part.mapTo(self._column, QPoint(0, 0)), part.size())
                self._reveal(box)

    def _reveal(self, box: QRect) -> None:
        bar, room = self.scroll_area.verticalScrollBar(), self.scroll_area.viewport().height()
        top, bottom = box.top() - ROUND_FOCUS_PX, box.bottom() + ROUND_FOCUS_PX
        if top < bar.value() or box.height() > room:
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    def _lay_out(self) -> None:
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setVerticalScrollBar(SlimScrollBar())
        # It shows nothing where all is seen. Were it to come and go, pages would get another
        # width, with it another shape and height, and Qt would ask for it again without end.
        self.scroll_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._picker_layout = QHBoxLayout(self._picker_box)
        self.picker.setSizePolicy(_as_wide_as_can_be(self.picker))
        self._picker_layout.addWidget(self.picker)
        self._inner = QVBoxLayout(self._column)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(0)
        for number, page in enumerate(self._pages):
            self._inner.addWidget(page, 1)
            page.setVisible(number == self._current)
        self.scroll_area.setWidget(self._column)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.section_list)
        middle.addWidget(self.scroll_area, 1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(middle, 1)
        self.arrange()

    def arrange(self) -> None:
        """Take the shape that suits the size and the font."""
        height = self.fontMetrics().height()
        narrow = self.width() - self.section_list.width_needed() < LEAST_PAGE_WIDTH * height
        above = self.picker.heightForWidth(self.width()) + 14 if narrow else 0
        below = self._footer.height_needed(self.width())
        short = self.height() - above - below < LEAST_PAGE_HEIGHT * height
        if (narrow, short) != self._shape:
            self._take_shape(narrow=narrow, short=short)
        self._fit_page()

    def _take_shape(self, *, narrow: bool, short: bool) -> None:
        focused = QApplication.focusWidget()
        was_choosing = focused in (self.section_list.list, self.picker)
        self._shape = narrow, short
        if short:
            self._inner.insertWidget(0, self._picker_box)
            self._inner.addWidget(self._footer)
        else:
            self._outer.insertWidget(0, self._picker_box)
            self._outer.addWidget(self._footer)
        self.section_list.setVisible(not narrow)
        self._picker_box.setVisible(narrow)
        self._footer.show()  # which moving has hidden
        after = NARROW_MARGIN - (SlimScrollBar.WIDTH if short else 0)
        set_margins(self._picker_layout, self, NARROW_MARGIN, 10, after, 4)
        self._footer.set_tight(tight=narrow or short)
        for page in self._pages:
            page.set_tight(tight=narrow)
        self._is_order_lost = True
        if was_choosing:
            self.chooser().setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None and self.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def order_focus(self) -> None:
        """Have Tab go from the sections through the pages to the footer, as one sees them.

        Qt loses this order when a part is moved from one layout to another, and not at once:
        so this is done when Tab is pressed.
        """
        if not self._is_order_lost:
            return
        self._is_order_lost = False
        parts = (self.section_list, self._picker_box, *self._pages, self._footer)
        widgets = [widget for part in parts for widget in part.findChildren(QWidget)]
        stops = [
            widget
            for widget in widgets
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.focusProxy() is None
            and widget.window() is self.window()  # and not in the list of a drop-down
        ]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
        self._footer.order_focus()

    def _fit_page(self) -> None:
        """A page that scrolls by itself is never higher than what is seen of it."""
        room = self.scroll_area.viewport().height() - 2 * ROUND_FOCUS_PX
        self.current.set_room(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.FontChange):
            self.arrange()
        return done


def _as_wide_as_can_be(field: ChoiceField) -> QSizePolicy:
    policy = field.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    return policy
