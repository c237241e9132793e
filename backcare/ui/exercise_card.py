"""The card of an exercise: the figure, its side, and what to read now, as large as they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from backcare.core.illustrations import is_flipped
from backcare.ui.card_layout import CardWish, badge_height, pad_px, place_card
from backcare.ui.figure_view import FigureView
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.side_badge import SideBadge
from backcare.ui.text_blocks import Block, Mark, draw_blocks, fitting_blocks
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise, Side
    from backcare.core.plan import PlannedExercise
    from backcare.core.words import Words
    from backcare.ui.figures import Figures

_START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LIMB_SHARE = 0.42
"""Of the height of the badge's row, for the name of the limb."""

_LOW_SHARE = 0.24
"""A card lower than this holds the badge alone."""


class ExerciseCard(QWidget):
    """The figure with badge and limb, and few words; without a picture, more of them.

    While one gets ready there are the steps to read. During an effort the figure has most of
    the room, and one sentence says what to feel; in a pause one says what to avoid.
    """

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, figures: Figures | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._unit = 800
        self._side: Side | None = None
        self._is_flipped = False
        self._reads_steps = False
        self._blocks: tuple[Block, ...] = ()
        self._drawn: tuple[Block, ...] = ()
        self._text_box = QRect()
        self._text_px = 0
        self._badge = SideBadge(words, self)
        self._limb = FitLabel(self, bold=True, lines=2)
        self._position = FitLabel(self, tone=session_soft)
        self.figure = FigureView(self)
        self.figure.set_figures(figures)
        self.figure.lower()  # the badge may stand over a free corner of it
        self.figure.hide()

    def set_unit(self, px: int) -> None:
        """Sizes are shares of this, which grows with the window."""
        if px != self._unit:
            self._unit = px
            self._arrange()

    def show_exercise(
        self, entry: PlannedExercise, side: Side | None, *, steps: bool, effort: bool = True
    ) -> None:
        """Show how it is done if `steps`, otherwise what to feel or, without effort, to avoid."""
        exercise = entry.exercise
        self.figure.show_exercise(entry.illustration, exercise.name)
        self._is_flipped = is_flipped(entry.illustration, side)
        self.figure.setVisible(self.figure.box is not None)
        limb = "" if side is None else self._words.side(side, exercise.limb)
        position = self._words.position(exercise.position)
        moved, self._side = side is not self._side, side
        self._badge.set_side(side)
        self._limb.show_text(limb[:1].upper() + limb[1:])
        self._position.show_text(position[:1].upper() + position[1:])
        blocks = () if steps else self._mindfulness(exercise)
        blocks = blocks or self._steps(entry)
        if self._has_figure and not steps:
            blocks = blocks[:1] if effort else blocks[1:] or blocks
        if blocks != self._blocks or moved or steps is not self._reads_steps:
            self._reads_steps = steps
            self._blocks = blocks
            self.setAccessibleName(exercise.name)
            self.setAccessibleDescription(" ".join(block.text for block in self._blocks))
            self._arrange()

    def text_px(self) -> int:
        """The size of the paragraphs; 0 where there is room for none."""
        return self._text_px if self._drawn else 0

    def _steps(self, entry: PlannedExercise) -> tuple[Block, ...]:
        variants = {variant.id: variant for variant in entry.exercise.variants}
        chosen = variants.get(entry.item.variant)
        steps = chosen.steps if chosen else entry.exercise.steps
        blocks = [Block(Mark.NUMBER, text, number) for number, text in enumerate(steps, start=1)]
        if entry.item.note:
            blocks.append(Block(Mark.NOTE, entry.item.note))
        return tuple(blocks)

    def _mindfulness(self, exercise: Exercise) -> tuple[Block, ...]:
        blocks = []
        if exercise.feel:
            blocks.append(Block(Mark.GOOD, exercise.feel))
        if exercise.avoid:
            text = self.tr("Avoid: {what}").format(what=exercise.avoid)
            blocks.append(Block(Mark.BAD, text))
        return tuple(blocks)

    @property
    def _has_figure(self) -> bool:
        return not self.figure.isHidden()

    def _arrange(self) -> None:
        if self._has_figure:
            self._arrange_figure()
        else:
            self._arrange_words()

    def _arrange_figure(self) -> None:
        pad, badge, room = pad_px(self._unit), not self._badge.isHidden(), self.figure.box
        aspect = 1.0 if room is None else room.width / room.height
        high = badge_height(self._unit)
        label = QFont(self.font())
        label.setPixelSize(max(1, round(_LIMB_SHARE * high)))
        label.setWeight(QFont.Weight.Bold)
        beside = QFontMetrics(label).horizontalAdvance(self._limb.text())
        places = place_card(
            CardWish(
                box=self.rect().adjusted(pad, pad, -pad, -pad),
                unit=self._unit,
                aspect=aspect,
                badge_px=self._badge.width_for(high) + high // 2 + beside if badge else 0,
                to_right=self._badge.points_right,
                steps=self._reads_steps,
                body=self.figure.body(flipped=self._is_flipped),
            )
        )
        self._position.hide()
        self._limb.setVisible(badge)
        if badge:
            self._arrange_side(places.row)
        self.figure.setGeometry(places.figure)
        self._place_text(places.text)

    def _arrange_words(self) -> None:
        self._position.show()
        pad = round(self._unit * 0.032)
        box = self.rect().adjusted(pad, pad, -pad, -pad)
        self._position.set_largest(round(self._unit * 0.033))
        self._limb.setVisible(not self._badge.isHidden())
        if self._badge.isHidden():
            line = round(self._unit * 0.045)
            self._position.setAlignment(_START)
            self._position.setGeometry(box.left(), box.top(), box.width(), line)
            box.setTop(box.top() + line + round(pad * 0.35))
        else:
            share = 0.095 if self._reads_steps else 0.115
            low = self.height() < self._unit * _LOW_SHARE
            height = box.height() if low else round(self._unit * share)
            self._arrange_side(QRect(box.left(), box.top(), box.width(), height))
            box.setTop(box.top() + height + round(pad * 0.7))
        self._place_text(box)

    def _place_text(self, box: QRect) -> None:
        """As many paragraphs as there is room for, from the first on."""
        largest = round(self._unit * 0.05)
        self._text_box, self._drawn = box, self._blocks
        self._text_px = fitting_blocks(self.font(), self._drawn, box, largest)
        while not self._text_px and self._drawn:
            self._drawn = self._drawn[:-1]
            self._text_px = fitting_blocks(self.font(), self._drawn, box, largest)
        self.update()

    def _arrange_side(self, row: QRect) -> None:
        """The badge at the side it names, limb and position beside it."""
        width = min(self._badge.width_for(row.height()), round(row.width() * 0.62))
        gap = round(row.height() * 0.25)
        badge, beside = QRect(row), QRect(row)
        badge.setWidth(width)
        beside.setLeft(badge.right() + 1 + gap)
        if self._badge.points_right:
            badge.moveRight(row.right())
            beside.moveLeft(row.left())
        alignment = _END if self._badge.points_right else _START
        split = round(row.height() * (1.0 if self._has_figure else 0.6))
        self._badge.setGeometry(badge)
        self._limb.set_largest(round(row.height() * _LIMB_SHARE))
        self._limb.setAlignment(alignment)
        self._limb.setGeometry(beside.adjusted(0, 0, 0, split - row.height()))
        self._position.setAlignment(alignment)
        self._position.setGeometry(beside.adjusted(0, split, 0, 0))

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.surface))
        radius = self._unit * 0.032
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setFont(self.font())
        draw_blocks(painter, self._drawn, self._text_box, self._text_px, tokens)
