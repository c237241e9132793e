"""The parts of the detail panel that lead to another exercise, or put one in another's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from backcare.ui.controls import Card
from backcare.ui.detail_parts import Mark, Part, accent, column_of_parts, marked_grid
from backcare.ui.exercise_sheet import Role
from backcare.ui.paragraph import Paragraph
from backcare.ui.placed import Pair
from backcare.ui.text_button import Look, TextButton

if TYPE_CHECKING:
    from backcare.ui.exercise_sheet import Exchange, ExerciseSheet, Neighbour


class CautionPart(Part):
    """The cautions, and what may be done instead where they concern this person.

    Signals:
        swap_requested: the original exercise and the one to do instead.
    """

    swap_requested = Signal(str, str)

    def show_cautions(self, sheet: ExerciseSheet | None) -> None:
        shown = (sheet.cautions, sheet.offer, sheet.original) if sheet and sheet.cautions else ()
        self.show_content(shown, lambda: self._card(sheet) if sheet else QWidget())

    def _card(self, sheet: ExerciseSheet) -> QWidget:
        card = Card(caution=True)
        column = QVBoxLayout(card)
        column.setContentsMargins(22, 12, 16, 12)
        column.setSpacing(6)
        for text in sheet.cautions:
            column.addWidget(Paragraph(text, caution=True))
        if sheet.offer is not None and sheet.original is not None:
            original, easier = sheet.original, sheet.offer
            button = TextButton(
                self.tr("Do {exercise} instead").format(exercise=easier.name),
                Look.EDGED,
                icon="swap",
            )
            button.clicked.connect(lambda: self.swap_requested.emit(original.id, easier.id))
            column.addSpacing(2)
            column.addWidget(button)
        return card


class NeighbourPart(Part):
    """Easier and harder exercises: to look at, and the easier ones to do instead.

    Signals:
        exercise_asked: the exercise to be looked at.
        swap_requested: the original exercise and the one to do instead.
    """

    exercise_asked = Signal(str)
    swap_requested = Signal(str, str)

    def show_neighbours(self, sheet: ExerciseSheet | None) -> None:
        shown = (sheet.easier, sheet.harder, sheet.original) if sheet else ()
        self.show_content(shown if any(shown[:2]) else (), lambda: self._rows(*shown))

    def _rows(
        self,
        easier: tuple[Neighbour, ...],
        harder: tuple[Neighbour, ...],
        original: Neighbour | None,
    ) -> QWidget:
        body, column = column_of_parts(spacing=0)
        if easier:
            column.addWidget(Paragraph(self.tr("Easier"), 0.92, bold=True, soft=True))
        for each in easier:
            link = self._link(each)
            column.addWidget(link if original is None else self._with_swap(link, each, original))
        if easier and harder:
            column.addSpacing(6)
        if harder:
            column.addWidget(Paragraph(self.tr("Harder"), 0.92, bold=True, soft=True))
        for each in harder:
            column.addWidget(self._link(each))
        return body

    def _link(self, neighbour: Neighbour) -> TextButton:
        link = TextButton(neighbour.name, Look.LINK, icon="chevron-right")
        link.setAccessibleName(self.tr("Look at {exercise}").format(exercise=neighbour.name))
        link.clicked.connect(lambda: self.exercise_asked.emit(neighbour.id))
        return link

    def _with_swap(self, link: TextButton, easier: Neighbour, original: Neighbour) -> QWidget:
        swap = TextButton(self.tr("Do it instead"), Look.SOFT, icon="swap", scale=0.9)
        name = self.tr("Do {easier} instead of {original}")
        swap.setAccessibleName(name.format(easier=easier.name, original=original.name))
        swap.clicked.connect(lambda: self.swap_requested.emit(original.id, easier.id))
        return Pair(link, swap)


class ExchangePart(Part):
    """Which exercise stands in for which, and a button to undo it.

    Signals:
        swap_undone: the original exercise.
    """

    swap_undone = Signal(str)

    def show_exchanges(self, exchanges: tuple[Exchange, ...]) -> None:
        self.show_content(exchanges, lambda: self._rows(exchanges))

    def _rows(self, exchanges: tuple[Exchange, ...]) -> QWidget:
        body, grid = marked_grid()
        for row, exchange in enumerate(exchanges):
            grid.addWidget(Mark("swap", accent), row, 0)
            grid.addWidget(self._row(exchange), row, 1)
        return body

    def _row(self, exchange: Exchange) -> QWidget:
        original, easier = exchange.swap.original, exchange.swap.easier
        if exchange.role is Role.STANDS_IN:
            text = self.tr("Stands in for {original}").format(original=original.name)
        else:
            text = self.tr("{easier} stands in for it in your routines")
            text = text.format(easier=easier.name)
        label = Paragraph(text, bold=True)
        if not exchange.by_person:
            return label
        undo = TextButton(self.tr("Undo"), Look.SOFT, scale=0.95)
        name = self.tr("Do {original} again").format(original=original.name)
        undo.setAccessibleName(name)
        undo.setToolTip(name)
        undo.clicked.connect(lambda: self.swap_undone.emit(original.id))
        return Pair(label, undo)
