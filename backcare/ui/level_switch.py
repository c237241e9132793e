"""The levels of a routine, side by side: one of them is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QStyle, QWidget

from backcare.ui.controls import OUTLINE_WIDTH
from backcare.ui.level_segment import RADIUS, LevelChoice, Segment
from backcare.ui.theme import tokens_of

if TYPE_CHECKING:
    from backcare.core.routine import Level


class LevelSwitch(QWidget):
    """Offers levels; the arrow keys go from one to the next.

    Where there is no room side by side the parts stand below each other.

    Signals:
        level_chosen: the person has chosen another level.
    """

    accessible_role = QAccessible.Role.Grouping

    level_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._segments: list[Segment] = []
        self._shown: Level | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Level"))

    @property
    def offered(self) -> tuple[Segment, ...]:
        """The parts that can be chosen now."""
        return () if self.isHidden() else tuple(self._segments)

    @property
    def level(self) -> Level | None:
        """The level that is on."""
        return next((s.choice.level for s in self._segments if s.isChecked()), None)

    def show_levels(self, choices: tuple[LevelChoice, ...], level: Level) -> None:
        """Offer `choices`; `level` is on, or else the first. This is no choice of the person.

        Without choices the switch is hidden.
        """
        self.setVisible(bool(choices))
        if not choices:
            return
        if [choice.level for choice in choices] != [s.choice.level for s in self._segments]:
            self._make(choices)
        on = level if level in [choice.level for choice in choices] else None
        for number, (segment, choice) in enumerate(zip(self._segments, choices, strict=True)):
            segment.show_choice(choice)
            segment.setChecked(choice.level is on if on is not None else number == 0)
        self._shown = self.level
        self.updateGeometry()
        self._place()

    def _make(self, choices: tuple[LevelChoice, ...]) -> None:
        for segment in self._segments:
            self._group.removeButton(segment)
            segment.deleteLater()
        self._segments = [Segment(choice, self) for choice in choices]
        before = self._before_in_chain()
        for segment in self._segments:
            self._group.addButton(segment)
            segment.stepped.connect(self._step)
            segment.show()
            QWidget.setTabOrder(before, segment)
            before = segment

    def _step(self, step: int) -> None:
        on = next((n for n, segment in enumerate(self._segments) if segment.isChecked()), 0)
        segment = self._segments[max(0, min(len(self._segments) - 1, on + step))]
        segment.setFocus()
        segment.click()

    def _before_in_chain(self) -> QWidget:
        """From where Tab comes here: Qt puts nothing behind what takes no focus itself."""
        before = self.previousInFocusChain()
        while before not in (None, self):
            if before.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return before
            before = before.previousInFocusChain()
        return self

    def _on_clicked(self) -> None:
        if self.level is not self._shown:
            self._shown = self.level
            self.level_chosen.emit(self.level)

    # Size and place

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._is_wide_enough(width):
            return self.sizeHint().height()
        return sum(segment.sizeHint().height() for segment in self._segments)

    def sizeHint(self) -> QSize:
        hints = [segment.sizeHint() for segment in self._segments]
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(
            max((s.minimumSizeHint().width() for s in self._segments), default=0),
            max((s.sizeHint().height() for s in self._segments), default=0),
        )

    def _is_wide_enough(self, width: int) -> bool:
        return width >= self.sizeHint().width()

    def _place(self) -> None:
        beside = self._is_wide_enough(self.width())
        left = top = 0
        spare = max(0, self.width() - self.sizeHint().width()) if beside else 0
        for segment in self._segments:
            hint = segment.sizeHint()
            width = hint.width() + spare // len(self._segments) if beside else self.width()
            place = QRect(left, top, width, hint.height())
            segment.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
            left += width if beside else 0
            top += 0 if beside else hint.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.edge), OUTLINE_WIDTH))
        painter.setBrush(QColor(tokens.surface))
        around = OUTLINE_WIDTH / 2
        box = QRectF(self.rect()).adjusted(around, around, -around, -around)
        radius = self.fontMetrics().height() * RADIUS
        painter.drawRoundedRect(box, radius, radius)
