"""The card of an exercise: the figure, its side, and what to read now, as large as they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from backcare.core.illustrations import is_flipped
from backcare.core.plan import PhaseKind
from backcare.ui.card_layout import pad_px, place_card
from backcare.ui.card_wish import CardWish, Reading
from backcare.ui.figure_view import FigureView
from backcare.ui.fit_label import FitLabel, session_soft
from backcare.ui.paged_text import PagedText
from backcare.ui.session_surface import draw_surface
from backcare.ui.side_badge import SideBadge
from backcare.ui.text_blocks import Block, Mark
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise, Side
    from backcare.core.plan import PlannedExercise
    from backcare.core.words import Words
    from backcare.ui.figures import Figures

_LEFT = Qt.AlignmentFlag.AlignLeft
_LARGEST_TEXT = 0.052
_LEAST_TEXT = 0.042
_TEXT_OF_WIDTH = 0.083
"""Letters of this share of a narrow column still make lines of some eighteen letters."""

_LARGEST_LIMB = 0.085
_LIMB_SHARE = 0.44
"""Of the badge's height, for the name of the limb beside it."""

_ROOMY = 1.5
_LOW = 1.5
"""What is below the badge is low where the whole card is higher by this."""

_POSITION = 0.04
_CORNER = 0.032
_SIGN_OUTLINE = 0.008


class ExerciseCard(QWidget):
    """The figure with badge and limb, and few words; without a picture, more of them.

    While one gets ready there are the steps to read, page after page. During an effort the
    figure has most of the room, and one sentence says what to feel; in a rest one says what
    to avoid. Where sides are switched, the new side is all there is to read.
    """

    accessible_role = QAccessible.Role.Grouping

    def __init__(
        self, words: Words, parent: QWidget | None = None, *, figures: Figures | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._unit = 800
        self._side: Side | None = None
        self._is_flipped = False
        self._reading = Reading.HINT
        self._seconds: float | None = 0.0
        self._shown: tuple[object, ...] = ()
        self._blocks: tuple[Block, ...] = ()
        self._closing: Block | None = None
        self._text = PagedText(self)
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
        self,
        entry: PlannedExercise,
        side: Side | None,
        reading: Reading,
        *,
        effort: bool = True,
        seconds: float | None = None,
    ) -> None:
        """Show what there is to read now.

        `effort` chooses between the two hints. `seconds` is the time there is for steps,
        which `show_elapsed` then tells; where it is None time stands still, and the card
        turns its pages itself, slowly, again and again.
        """
        exercise = entry.exercise
        self.figure.show_exercise(entry.illustration, exercise.name)
        self._is_flipped = is_flipped(entry.illustration, side)
        # Where there is nothing to read, other words stand over the figure's place.
        self.figure.setVisible(self._has_figure and reading is not Reading.NOTHING)
        limb = "" if side is None else self._words.side(side, exercise.limb)
        position = self._words.position(exercise.position)
        self._badge.set_side(side)
        self._limb.show_text(limb[:1].upper() + limb[1:])
        self._position.show_text(position[:1].upper() + position[1:])
        blocks = self._blocks_for(entry, reading, effort=effort)
        if reading is not Reading.STEPS:
            seconds = 0.0
        # The last thing to read before an effort is not how one gets out of it.
        is_last = reading is Reading.STEPS and seconds is not None and exercise.feel
        self._closing = Block(Mark.GOOD, exercise.feel) if is_last else None
        shown = (exercise.id, entry.item, blocks, side, reading, seconds)
        if shown != self._shown:
            self._shown = shown
            self._blocks, self._side, self._reading, self._seconds = blocks, side, reading, seconds
            self.setAccessibleName(exercise.name)
            self.setAccessibleDescription(" ".join(block.text for block in blocks))
            self._arrange()

    def show_elapsed(self, seconds: float) -> None:
        """So much of the phase has passed: turn to the page that this is the time for."""
        self._text.show_elapsed(seconds)

    @property
    def text(self) -> PagedText:
        """What is to be read, page by page."""
        return self._text

    def _blocks_for(
        self, entry: PlannedExercise, reading: Reading, *, effort: bool
    ) -> tuple[Block, ...]:
        if reading in (Reading.SIDE, Reading.NOTHING):
            return ()
        blocks = () if reading is Reading.STEPS else self._mindfulness(entry.exercise)
        if blocks and self._has_figure:
            blocks = blocks[:1] if effort else blocks[1:] or blocks
        return blocks or self._steps(entry)

    def _steps(self, entry: PlannedExercise) -> tuple[Block, ...]:
        blocks = [Block(Mark.NUMBER, text, nr) for nr, text in enumerate(entry.steps, start=1)]
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

    # Where everything stands

    def below_badge(self) -> QRect:
        """What is left of the card under badge and limb; all of it where there is no side.

        In a low card it is what is left beside them, if that is roomy.
        """
        whole = self.rect()
        if self._side is None:
            return whole
        taken = self._badge.geometry().united(self._limb.geometry())
        below, beside = whole.adjusted(0, taken.bottom() + 1, 0, 0), QRect(whole)
        if self._badge.points_right:
            beside.setRight(taken.left() - 1)
        else:
            beside.setLeft(taken.right() + 1)
        is_roomy = beside.width() > _ROOMY * beside.height() > _ROOMY * _LOW * below.height()
        return beside if is_roomy else below

    @property
    def _has_figure(self) -> bool:
        return self.figure.box is not None

    def _arrange(self) -> None:
        pad, side = pad_px(self._unit), self._side
        places = place_card(self._wish(self.rect().adjusted(pad, pad, -pad, -pad)))
        self._badge.setGeometry(places.badge)
        self._limb.setVisible(side is not None)
        self._limb.set_largest(round(_LARGEST_LIMB * self._unit))
        if self._reading is not Reading.SIDE:
            self._limb.set_largest(round(_LIMB_SHARE * self._badge.height()))
        self._limb.setAlignment(self._limb_alignment(places.badge, places.limb))
        self._limb.setGeometry(places.limb)
        if self._has_figure:
            self.figure.setGeometry(places.figure)
        box = self._without_position(places.text)
        narrow = max(_LEAST_TEXT * self._unit, _TEXT_OF_WIDTH * box.width())
        self._text.place(
            self._blocks,
            box,
            pad,
            largest_px=round(min(_LARGEST_TEXT * self._unit, narrow)),
            seconds=self._seconds,
            closing=self._closing,
        )
        self.update()

    def _wish(self, box: QRect) -> CardWish:
        room, has_side = self.figure.box, self._side is not None
        badge_px = 100
        label = QFont(self.font())
        label.setPixelSize(round(_LIMB_SHARE * badge_px))
        label.setWeight(QFont.Weight.Bold)
        beside = QFontMetrics(label).horizontalAdvance(self._limb.text()) + 8
        return CardWish(
            box=box,
            unit=self._unit,
            reading=self._reading,
            aspect=0.0 if room is None else room.width / room.height,
            badge_aspect=self._badge.width_for(badge_px) / badge_px if has_side else 0.0,
            limb_aspect=beside / badge_px,
            to_right=self._badge.points_right,
            from_right=self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
            body=self.figure.body(flipped=self._is_flipped),
        )

    def _limb_alignment(self, badge: QRect, limb: QRect) -> Qt.AlignmentFlag:
        """Beside the badge, or along the edge that it points to; in a column with it, centred."""
        side = Qt.AlignmentFlag.AlignRight if self._badge.points_right else _LEFT
        if (limb.left(), limb.width()) == (badge.left(), badge.width()):
            side = Qt.AlignmentFlag.AlignHCenter
        return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def _without_position(self, text: QRect) -> QRect:
        """Where nothing is to be seen, the position of the body is said first."""
        line = round(_POSITION * self._unit)
        wanted = not self._has_figure and text.height() > 3 * line
        self._position.setVisible(wanted)
        if not wanted:
            return text
        self._position.set_largest(line)
        self._position.setGeometry(text.left(), text.top(), text.width(), round(1.2 * line))
        return text.adjusted(0, round(1.5 * line), 0, 0)

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()

    # How it is drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        box, radius = QRectF(self.rect()), self._unit * _CORNER
        if self._reading is Reading.SIDE:
            hue, px = tokens.phase(PhaseKind.SWITCH), self._unit * _SIGN_OUTLINE
            draw_surface(painter, box, radius, tokens.surface, tokens, outline=hue, outline_px=px)
        else:
            draw_surface(painter, box, radius, tokens.surface, tokens)
        painter.setFont(self.font())
        self._text.draw(painter, tokens)
