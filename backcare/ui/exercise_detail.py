"""All about one exercise, at the right of the main window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from backcare.core.exercise import Exercise, Illustration, Position
from backcare.ui.controls import Card, PillButton, SlimScrollBar, TextLabel
from backcare.ui.position_mark import draw_position
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


SIGN_HEIGHT = 168
FIGURE_HEIGHT = 230


_AFTER_PAINT_MS = 50
"""The window is shown before its figure is asked for: an event of the very same turn of the
loop would still come before that turn is over.
"""


@dataclass(frozen=True, slots=True)
class Show:
    """An exercise to be shown by the figure."""

    exercise: Exercise
    illustration: Illustration
    words: str
    moving: bool


MakeFigure = Callable[[Show], QWidget | None]
"""Makes a widget that shows it, if that is possible."""


@dataclass(frozen=True, slots=True)
class ExerciseSheet:
    """What is shown of an exercise, in words.

    Attributes:
        about: where the body is, what for, which muscles.
        dose_note: such as "suggested: the document gives no number", or empty.
        cautions: warnings for this person come first.
        notes: heading and text of what else is worth knowing: corrections, neighbours,
            variants, sources.
        shown, illustration: what the figure shows; None where there is no picture.
    """

    exercise: str
    name: str
    position: Position
    about: str
    steps: tuple[str, ...]
    feel: str
    avoid: str
    dose: str
    dose_note: str
    cautions: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    chair: bool = False
    shown: Exercise | None = None
    illustration: Illustration | None = None


class PositionPicture(QWidget):
    """The place of the picture: the figure, or a sign for where the body is.

    The figure takes a while to load, and so comes after the first paint.
    """

    def __init__(
        self, position: Position, words: str, *, chair: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._position = position
        self._chair = chair
        self._figure: QWidget | None = None
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(SIGN_HEIGHT)

    def leave_room(self) -> None:
        """Be as high as a figure needs it."""
        self.setFixedHeight(FIGURE_HEIGHT)

    def hold(self, figure: QWidget) -> None:
        """Show the figure instead of the sign."""
        self._figure = figure
        figure.setParent(self)
        figure.setGeometry(self.rect())
        figure.show()
        self.setAccessibleName("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._figure is not None:
            self._figure.setGeometry(self.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if self._figure is not None:
            return
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.sunken))
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 12, 12)
        inset = box.adjusted(0, 18, 0, -18)
        draw_position(painter, inset, self._position, QColor(tokens.accent), chair=self._chair)


class ExerciseDetail(Card):
    """Shows one sheet in a card that scrolls inside.

    Signals:
        dose_change_requested: carries the exercise's id.
        figure_needed: there is something for the figure to show, and the window stands.
    """

    dose_change_requested = Signal(str)
    figure_needed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sheet: ExerciseSheet | None = None
        self._make_figure: MakeFigure | None = None
        self._asked = False
        self._picture: PositionPicture | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = SlimScrollBar()
        bar.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.setVerticalScrollBar(bar)
        self._scroll.setAccessibleName(self.tr("About the exercise"))
        self._scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.setFocusProxy(self._scroll)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 6, 2, 6)
        layout.addWidget(self._scroll)

    @property
    def sheet(self) -> ExerciseSheet | None:
        return self._sheet

    def show_sheet(self, sheet: ExerciseSheet | None) -> None:
        """Show another sheet, or nothing."""
        if sheet == self._sheet:
            return
        kept = (
            self._scroll.verticalScrollBar().value()
            if sheet and self._sheet and sheet.exercise == self._sheet.exercise
            else 0
        )
        same = sheet and self._sheet and sheet.illustration == self._sheet.illustration
        self._sheet = sheet
        self._scroll.setWidget(QWidget() if sheet is None else self._build(sheet))
        self._scroll.verticalScrollBar().setValue(kept)
        self._show_figure(moving=not same)

    def show_figures_by(self, make: MakeFigure) -> None:
        """Show exercises by what `make` makes, from now on."""
        self._make_figure = make
        self._show_figure(moving=True)

    def _show_figure(self, *, moving: bool) -> None:
        sheet = self._sheet
        if self._picture is None or sheet is None or self._make_figure is None:
            return
        if sheet.shown is not None and sheet.illustration is not None:
            show = Show(sheet.shown, sheet.illustration, f"{sheet.name}, {sheet.about}", moving)
            figure = self._make_figure(show)
            if figure is not None:
                self._picture.hold(figure)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked and self._sheet is not None and self._sheet.illustration is not None:
            self._asked = True
            QTimer.singleShot(_AFTER_PAINT_MS, self, self.figure_needed.emit)

    def _build(self, sheet: ExerciseSheet) -> QWidget:
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(body)
        column.setContentsMargins(18, 14, 8, 14)
        column.setSpacing(10)
        self._picture = PositionPicture(sheet.position, sheet.about, chair=sheet.chair)
        if sheet.illustration is not None:
            self._picture.leave_room()
        column.addWidget(self._picture)
        column.addWidget(TextLabel(sheet.name, 1.55, bold=True, wrap=True))
        column.addWidget(TextLabel(sheet.about, soft=True, wrap=True))
        for number, step in enumerate(sheet.steps, 1):
            column.addLayout(_numbered(number, step))
        column.addSpacing(4)
        column.addLayout(self._titled(self.tr("What to feel"), sheet.feel))
        column.addLayout(self._titled(self.tr("What to avoid"), sheet.avoid))
        column.addLayout(self._dose_row(sheet))
        if sheet.cautions:
            column.addWidget(_caution_card(sheet.cautions))
        for title, text in sheet.notes:
            column.addLayout(self._titled(title, text, soft=True))
        column.addStretch()
        return body

    def _dose_row(self, sheet: ExerciseSheet) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(TextLabel(sheet.dose, 1.2, bold=True, wrap=True))
        if sheet.dose_note:
            words.addWidget(TextLabel(sheet.dose_note, 0.92, soft=True, wrap=True))
        row.addLayout(words, 1)
        change = PillButton(self.tr("Change dose…"))
        change.clicked.connect(lambda: self.dose_change_requested.emit(sheet.exercise))
        row.addWidget(change)
        return row

    def _titled(self, title: str, text: str, *, soft: bool = False) -> QLayout:
        block = QVBoxLayout()
        block.setSpacing(1)
        block.addWidget(TextLabel(title, 0.92, bold=True, soft=True))
        block.addWidget(TextLabel(text, 0.95 if soft else 1.05, wrap=True))
        return block


def _numbered(number: int, step: str) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    mark = TextLabel(str(number), 1.05, bold=True)
    mark.setFixedWidth(mark.fontMetrics().horizontalAdvance("00"))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(TextLabel(step, 1.05, wrap=True), 1)
    return row


def _caution_card(cautions: tuple[str, ...]) -> QWidget:
    card = Card(caution=True)
    column = QVBoxLayout(card)
    column.setContentsMargins(22, 12, 16, 12)
    column.setSpacing(6)
    for caution in cautions:
        column.addWidget(TextLabel(caution, wrap=True, caution=True))
    return card
