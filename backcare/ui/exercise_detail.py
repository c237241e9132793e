"""All about one exercise, at the right of the main window."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from backcare.ui import detail_choices as choices
from backcare.ui import detail_parts as parts
from backcare.ui.controls import FOCUS_WIDTH, Card, SlimScrollBar
from backcare.ui.dose_panel import DosePanel
from backcare.ui.exercise_sheet import Show
from backcare.ui.paragraph import Headline, Paragraph
from backcare.ui.position_picture import PositionPicture, picture_height
from backcare.ui.text_button import Look, TextButton
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from backcare.ui.exercise_sheet import ExerciseSheet, MakeFigure

CORNER_PX = 14
_AFTER_PAINT_MS = 50
"""The window is shown before its figure is asked for: an event of the very same turn of the
loop would still come before that turn is over.
"""


class ScrollPane(QScrollArea):
    """What is scrolled by keys, and so has to have a name and a role."""

    accessible_role = QAccessible.Role.Pane

    focus_moved = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_moved.emit()


class ExerciseDetail(Card):
    """Shows one sheet in a card that scrolls inside.

    Shown again for the same exercise, only what differs is built anew.

    Signals:
        dose_changed: exercise, field of the dose and number.
        dose_reset_requested: the exercise whose dose is to be that of level and routine again.
        exercise_asked: another exercise is to be looked at.
        swap_requested: the exercise of the routines, and the easier one to do instead.
        swap_undone: the exercise to be done itself again.
        figure_needed: there is something for the figure to show, and the window stands.
    """

    dose_changed = Signal(str, str, int)
    dose_reset_requested = Signal(str)
    exercise_asked = Signal(str)
    swap_requested = Signal(str, str)
    swap_undone = Signal(str)
    figure_needed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sheet: ExerciseSheet | None = None
        self._make_figure: MakeFigure | None = None
        self._asked = False
        self._back = TextButton("", Look.LINK, icon="chevron-left")
        self._picture = PositionPicture()
        self._name = Headline(1.55)
        self._about = Paragraph("", soft=True)
        self._exchanges = choices.ExchangePart()
        self._urgent = choices.CautionPart()
        self.dose = DosePanel()
        self._steps = parts.Part()
        self._feel = parts.Part()
        self._cautions = choices.CautionPart()
        self._neighbours = choices.NeighbourPart()
        self._notes = parts.Part()
        self._body = self._make_body()
        self._scroll = self._make_scroll()
        self.setFocusProxy(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 8, 5, 8)  # clear of the ring that shows the focus
        layout.addWidget(self._scroll)
        self._connect()

    # What is shown

    @property
    def sheet(self) -> ExerciseSheet | None:
        return self._sheet

    def show_sheet(self, sheet: ExerciseSheet | None) -> None:
        """Show another sheet, or nothing."""
        if sheet == self._sheet:
            return
        if sheet is None or self._sheet is None or sheet.exercise != self._sheet.exercise:
            self.dose.finish_editing()
        before, self._sheet = self._sheet, sheet
        focused, height = self._focused(), self._scroll.verticalScrollBar().value()
        self._body.setVisible(sheet is not None)
        self._scroll.setVisible(sheet is not None)
        # Tab would stop at a proxy that is hidden.
        self.setFocusProxy(None if sheet is None else self._scroll)  # type: ignore[arg-type]
        self.update()
        if sheet is not None:
            self._show(sheet)
            if before is None or not _shows_same(before, sheet):
                self._picture.show_sign(sheet.position, sheet.about, chair=sheet.chair)
                self._show_figure()
        if before is None or sheet is None or before.exercise != sheet.exercise:
            height = 0
        self._order_focus()
        self._keep_place(focused, height)

    def show_figures_by(self, make: MakeFigure) -> None:
        """Show exercises by what `make` makes, from now on."""
        self._make_figure = make
        self._show_figure()
        self._order_focus()

    def finish_editing(self) -> None:
        """Take what has been typed so far as the number that is meant."""
        self.dose.finish_editing()

    def _show(self, sheet: ExerciseSheet) -> None:
        if sheet.back is not None:
            self._back.setText(self.tr("Back to {exercise}").format(exercise=sheet.back.name))
            self._back.updateGeometry()
        self._back.setVisible(sheet.back is not None)
        self._name.setText(sheet.name)
        self._about.setText(sheet.about)
        self._exchanges.show_exchanges(sheet.exchanges)
        self._urgent.show_cautions(sheet if sheet.urgent else None)
        self.dose.show_dose(sheet)
        self._steps.show_content(sheet.steps, lambda: parts.steps(sheet.steps))
        rows = self._feel_rows(sheet)
        self._feel.show_content(rows, lambda: parts.feel_and_avoid(rows))
        self._cautions.show_cautions(None if sheet.urgent else sheet)
        self._neighbours.show_neighbours(sheet)
        self._notes.show_content(sheet.notes, lambda: parts.notes(sheet.notes))

    def _feel_rows(self, sheet: ExerciseSheet) -> tuple[parts.MarkedText, ...]:
        rows = (
            parts.MarkedText("check", parts.accent, self.tr("What to feel"), sheet.feel),
            parts.MarkedText("clear", parts.caution, self.tr("What to avoid"), sheet.avoid),
        )
        return tuple(row for row in rows if row.text)

    def _show_figure(self) -> None:
        sheet = self._sheet
        if sheet is None or self._make_figure is None:
            return
        if sheet.shown is not None and sheet.illustration is not None:
            words = f"{sheet.name}, {sheet.about}"
            figure = self._make_figure(Show(sheet.shown, sheet.illustration, words, moving=True))
            if figure is not None:
                self._picture.hold(figure)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sheet is None:
            return  # no empty card
        super().paintEvent(event)
        if self._scroll.hasFocus():
            self._draw_focus()
        if not self._asked and self._sheet.illustration is not None:
            self._asked = True
            QTimer.singleShot(_AFTER_PAINT_MS, self, self.figure_needed.emit)

    def _draw_focus(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens_of(self.palette()).accent), FOCUS_WIDTH))
        inset = FOCUS_WIDTH / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, CORNER_PX, CORNER_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture.setFixedHeight(picture_height(self.width(), self.height()))

    # Keyboard

    def _stops(self) -> list[QWidget]:
        """What Tab leads to, from above."""
        sections = (self._picture, self._exchanges, self._urgent, self.dose)
        stops: list[QWidget] = [] if self._back.isHidden() else [self._back]
        for section in (*sections, self._cautions, self._neighbours):
            stops += section.stops
        return stops

    def _order_focus(self) -> None:
        for one, other in pairwise([self._scroll, *self._stops()]):
            QWidget.setTabOrder(one, other)

    def _focused(self) -> QWidget | None:
        """What has the focus in here."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _keep_place(self, focused: QWidget | None, height: int) -> None:
        """Stay scrolled as far as `height`, which Qt leaves when what is `focused` hides."""
        self._scroll.verticalScrollBar().setValue(height)
        if focused is None or focused.isVisible():
            return
        if self._sheet is None or focused is not self.dose.reset_button:
            self._landing().setFocus()  # the dose itself knows what was reset
        landed = self._focused()
        if landed is not None and self._body.isAncestorOf(landed):
            self._scroll.ensureWidgetVisible(landed, 0, 0)

    def _landing(self) -> QWidget:
        """Where the focus goes when what had it has gone: to what undoes the last step."""
        back: list[QWidget] = [] if self._back.isHidden() else [self._back]
        return [*back, *self._exchanges.stops, self._scroll][0]

    # How it is built

    def _make_body(self) -> QWidget:
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 12, 6, 14)
        column.setSpacing(0)
        for part, before in (
            (self._back, 0),
            (self._picture, 0),
            (self._name, 10),
            (self._about, 2),
            (self._exchanges, 8),
            (self._urgent, 10),
            (self.dose, 12),
            (self._steps, 14),
            (self._feel, 14),
            (self._cautions, 14),
            (self._neighbours, 14),
            (self._notes, 14),
        ):
            part.setContentsMargins(0, before, 0, 0)  # goes when the part is hidden
            column.addWidget(part)
        column.addStretch()
        body.hide()
        return body

    def _make_scroll(self) -> QScrollArea:
        scroll = ScrollPane()
        scroll.focus_moved.connect(self.update)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        bar = SlimScrollBar()
        bar.setBackgroundRole(QPalette.ColorRole.Base)
        scroll.setVerticalScrollBar(bar)
        # Always there, unseen where nothing scrolls: the text keeps its width.
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setAccessibleName(self.tr("About the exercise"))
        scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        scroll.setWidget(self._body)
        return scroll

    def _connect(self) -> None:
        self.dose.dose_changed.connect(self.dose_changed)
        self.dose.reset_requested.connect(self.dose_reset_requested)
        self._back.clicked.connect(self._ask_back)
        self._neighbours.exercise_asked.connect(self.exercise_asked)
        self._exchanges.swap_undone.connect(self.swap_undone)
        for part in (self._urgent, self._cautions, self._neighbours):
            part.swap_requested.connect(self.swap_requested)

    def _ask_back(self) -> None:
        if self._sheet is not None and self._sheet.back is not None:
            self.exercise_asked.emit(self._sheet.back.id)


def _shows_same(one: ExerciseSheet, other: ExerciseSheet) -> bool:
    """Whether the same figure shows both."""
    return (one.exercise, one.illustration, one.about) == (
        other.exercise,
        other.illustration,
        other.about,
    )
