"""The first page: routines, their exercises, all about one of them, and Start."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from backcare.ui.browse_heading import BrowseHeading, HeadingView
from backcare.ui.browse_menus import card_menu, routine_menu
from backcare.ui.browse_panes import DetailPane, SideBar
from backcare.ui.card_column import CardColumn
from backcare.ui.exercise_detail import ExerciseDetail
from backcare.ui.exercise_list import ExerciseList
from backcare.ui.message_bar import MessageBar
from backcare.ui.page_columns import Arrangement, PageColumns
from backcare.ui.routine_list import RoutineList
from backcare.ui.text_dialog import TextDialog

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.core.search import Choice, Wanted
    from backcare.ui.exercise_rows import ExerciseRow
    from backcare.ui.filter_panel import FilterGroup

ROOM_FOR_NOTICE = {Arrangement.WIDE: 24, Arrangement.MEDIUM: 24, Arrangement.NARROW: 34}
"""In text heights: on a lower page a notice stands where it can be scrolled away."""


class BrowsePage(QWidget):
    """Composes the lists and the detail; passive, as all pages are.

    Signals:
        start_requested, settings_requested: by a button or a menu of the page.
        level_chosen: carries the Level for the chosen routine.
        start_from_requested, start_only_requested: carry the key of a card.
        dose_change_requested, dose_reset_requested: carry the id of an exercise.
        nothing_found: what is looked for is not among the cards; `show_elsewhere` may follow.
        everywhere_requested: look for the same among all exercises.
    """

    start_requested = Signal()
    level_chosen = Signal(object)
    settings_requested = Signal()
    start_from_requested = Signal(str)
    start_only_requested = Signal(str)
    dose_change_requested = Signal(str)
    dose_reset_requested = Signal(str)
    nothing_found = Signal()
    everywhere_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.routines = RoutineList()
        self.exercises = ExerciseList()
        self.routines.use_pictures(self.exercises.pictures)
        self.heading = HeadingView(self.routines, self.exercises.pictures)
        self.start_button = self.heading.start_button
        self.levels = self.heading.levels
        self.filters = self.heading.filters
        self.search = self.filters.search
        self.detail = ExerciseDetail()
        self.notice = MessageBar()
        self.cards = CardColumn(self.heading, self.exercises)
        self._details = ""
        side = SideBar(self.routines)
        self.settings_button = side.settings_button
        self.pane = DetailPane(self.detail)
        self.columns = PageColumns(side, self.cards, self.pane)
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._notice_row = QHBoxLayout()
        self._page.addLayout(self._notice_row)
        self._page.addWidget(self.columns, 1)
        self._set_tab_order()
        self._connect()

    # What is shown

    def show_heading(self, heading: BrowseHeading) -> None:
        """Show what is chosen among the routines."""
        self.heading.show_heading(heading)
        self.cards.settle()

    def show_exercises(
        self, rows: tuple[ExerciseRow, ...], groups: tuple[FilterGroup, ...] = ()
    ) -> None:
        """Show other cards, and what they can be filtered by; what is looked for stays."""
        self.filters.offer(groups)
        self.exercises.show_rows(rows)
        self._tell_found()

    def show_elsewhere(self, count: int) -> None:
        """Tell how many exercises that are not among the cards are what is looked for."""
        self.cards.nothing.tell(searching=self.filters.is_on, elsewhere=count)

    def show_problem_notice(self, text: str, details: str = "") -> None:
        """Tell something that can wait, in a bar above the page; `details` open on demand."""
        self._details = details
        self.notice.tell(text, has_details=bool(details))
        self._place_notice()

    # What is looked for

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return self.filters.wanted

    def look_for(self, text: str, choices: frozenset[Choice] = frozenset()) -> None:
        """Look for something, as if the person had done so."""
        self.filters.choose(choices)
        self.search.setText(text)

    def clear_filter(self) -> None:
        """Show every card again."""
        self.filters.clear()

    def go_to_search(self) -> None:
        """Give the keyboard to the search field."""
        self.close_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self.cards.area.ensureWidgetVisible(self.search)

    def _apply_filter(self) -> None:
        self.exercises.set_wanted(self.wanted)
        self._tell_found()
        self.cards.settle()

    def _tell_found(self) -> None:
        shown, all_there = self.exercises.shown_count, len(self.exercises.cards.rows)
        self.cards.show_cards(any_there=shown > 0)
        found = self.tr("{shown} of {count} exercises").format(shown=shown, count=all_there)
        self.filters.show_found(found)
        if shown:
            return
        self.detail.show_sheet(None)
        self.show_elsewhere(0)
        if self.filters.is_on:
            self.nothing_found.emit()

    # Columns

    def take_keyboard(self) -> None:
        """Give the keyboard to what somebody who comes to this page wants first."""
        self.close_detail()
        first = self.start_button if self.start_button.isVisibleTo(self) else self.search
        first.setFocus()

    def open_detail(self) -> None:
        """Go to all about the current exercise."""
        self.exercises.tell_now()
        self.columns.open_detail(opened=True)
        self.detail.setFocus()

    def close_detail(self) -> None:
        """Go back to the cards, where they have given their place to the detail."""
        if self.columns.is_detail_open:
            self.columns.open_detail(opened=False)
            self.exercises.setFocus()

    def columns_text(self) -> str:
        """How the page shares out its width, to be remembered."""
        return self.columns.shares_text()

    def restore_columns(self, text: str) -> None:
        """Share out the width as it was; anything unusable is ignored."""
        self.columns.restore_shares(text)

    def _on_arranged(self, arrangement: Arrangement) -> None:
        self.heading.set_picking(picking=arrangement is not Arrangement.WIDE)
        self.pane.show_way_back(shown=arrangement is Arrangement.NARROW)
        self._place_notice()

    def _on_card_clicked(self) -> None:
        if self.columns.arrangement is Arrangement.NARROW:
            self.open_detail()

    # Menus

    def _open_card_menu(self, place: QPoint) -> None:
        row = self.exercises.current_row()
        if row is not None:
            card_menu(self, row).popup(place)

    def _open_routine_menu(self, place: QPoint) -> None:
        routine_menu(self).popup(place)

    # How it is built

    def _set_tab_order(self) -> None:
        order: tuple[QWidget, ...] = (
            self.start_button,
            self.levels,
            self.search,
            self.filters.button,
            self.filters.clear_button,
            self.exercises,
            self.pane.back_button,
            self.detail,
            self.heading.picker,
            self.heading.settings_button,
            self.routines,
            self.settings_button,
        )
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _connect(self) -> None:
        self.start_button.clicked.connect(self.start_requested)
        for button in (self.settings_button, self.heading.settings_button):
            button.clicked.connect(self.settings_requested)
        self.levels.level_chosen.connect(self.level_chosen)
        self.filters.changed.connect(self._apply_filter)
        self.filters.left_downwards.connect(self.exercises.setFocus)
        self.columns.arranged.connect(self._on_arranged)
        self.pane.back_requested.connect(self.close_detail)
        self.exercises.opened.connect(self.open_detail)
        self.exercises.clicked.connect(self._on_card_clicked)
        self.exercises.menu_wanted.connect(self._open_card_menu)
        self.routines.menu_wanted.connect(self._open_routine_menu)
        self.routines.chosen.connect(self.cards.scroll_to_top)
        self.cards.nothing.clear_requested.connect(self._clear_and_return)
        self.cards.nothing.everywhere_requested.connect(self.everywhere_requested)
        self.notice.closed.connect(self._place_notice)
        self.notice.details_requested.connect(self._show_details)

    def _clear_and_return(self) -> None:
        self.clear_filter()
        self.search.setFocus()

    def _show_details(self) -> None:
        title = self.tr("Mistakes in your files")
        TextDialog("backcare", title, self._details, self).show()

    # Size

    def _place_notice(self) -> None:
        room = self.height() / self.fontMetrics().height()
        is_low = room < ROOM_FOR_NOTICE[self.columns.arrangement]
        if is_low:
            self.cards.put_above(self.notice)
        else:
            self._notice_row.addWidget(self.notice)
        self.heading.set_brief(brief=is_low and self.notice.tells)
        self.cards.settle()
        aside = 8 if not is_low and self.notice.tells else 0
        self._notice_row.setContentsMargins(aside, aside, aside, aside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place_notice()
