"""Buttons beside each other that go on in further lines where they do not fit."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from backcare.ui.controls import PillButton

SPACING = 10
SMALLEST_SCALE = 0.5


class ButtonBar(QWidget):
    """Some buttons at the beginning, some at the end.

    Where one line is not enough, those of the end come first, as they matter more. A button
    that is wider than the bar is drawn smaller.
    """

    def __init__(self, leading: Sequence[PillButton], trailing: Sequence[PillButton]) -> None:
        super().__init__()
        self._leading = tuple(leading)
        self._trailing = tuple(trailing)
        self._scales: dict[PillButton, float] = {}
        self._order: tuple[PillButton, ...] = ()
        for button in (*self._trailing, *self._leading):
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _natural(self, button: PillButton) -> QSize:
        """The button's size when it is drawn at full size."""
        return button.sizeHint() / self._scales.get(button, 1.0)

    def _size(self, button: PillButton, width: int) -> QSize:
        natural = self._natural(button)
        return QSize(min(natural.width(), width), natural.height())

    def _broken(self, buttons: Sequence[PillButton], width: int) -> list[list[PillButton]]:
        lines: list[list[PillButton]] = []
        used = width + 1
        for button in buttons:
            wide = self._size(button, width).width()
            if used + SPACING + wide > width:
                lines.append([])
                used = -SPACING
            lines[-1].append(button)
            used += SPACING + wide
        return lines

    def _boxes(self, width: int) -> dict[PillButton, QRect]:
        """Where each button goes, as if one reads from the left."""
        leading = [button for button in self._leading if not _is_out(button)]
        trailing = [button for button in self._trailing if not _is_out(button)]
        boxes: dict[PillButton, QRect] = {}
        one_line = self._line(leading, width, 0, at_end=False)
        one_line |= self._line(trailing, width, 0, at_end=True)
        if self._is_one_line(leading, trailing, width):
            return one_line
        top = 0
        for group, at_end in ((trailing, True), (leading, False)):
            for line in self._broken(group, width):
                placed = self._line(line, width, top, at_end=at_end)
                boxes |= placed
                top = max(box.bottom() for box in placed.values()) + 1 + SPACING // 2
        return boxes

    def _is_one_line(
        self, leading: Sequence[PillButton], trailing: Sequence[PillButton], width: int
    ) -> bool:
        all_of_them = (*leading, *trailing)
        wide = sum(self._natural(button).width() + SPACING for button in all_of_them)
        return wide + SPACING <= width

    def _line(
        self, buttons: Sequence[PillButton], width: int, top: int, *, at_end: bool
    ) -> dict[PillButton, QRect]:
        sizes = [self._size(button, width) for button in buttons]
        whole = sum(size.width() for size in sizes) + SPACING * (len(sizes) - 1)
        left = width - whole if at_end else 0
        boxes = {}
        for button, size in zip(buttons, sizes, strict=True):
            boxes[button] = QRect(left, top, size.width(), size.height())
            left += size.width() + SPACING
        return boxes

    def arrange(self) -> None:
        """Place the buttons anew: the room, the font, or which of them are shown has changed."""
        boxes = self._boxes(self.width())
        if tuple(boxes) != self._order:
            self._order = tuple(boxes)
            self.order_focus()
        for button, box in boxes.items():
            natural = self._natural(button)
            scale = max(SMALLEST_SCALE, min(1.0, box.width() / max(1, natural.width())))
            if abs(scale - self._scales.get(button, 1.0)) > 0.01:  # noqa: PLR2004
                self._scales[button] = scale
                button.set_scale(scale)
            visual = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
            button.setGeometry(visual)

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for box in self._boxes(width).values()), default=0)

    def sizeHint(self) -> QSize:
        shown = [button for button in (*self._leading, *self._trailing) if not _is_out(button)]
        width = sum(self._natural(button).width() + SPACING for button in shown) + SPACING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def order_focus(self) -> None:
        """Have Tab go as one reads."""
        for one, other in pairwise(self._order):
            QWidget.setTabOrder(one, other)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:  # the buttons may not have theirs yet
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self.arrange()
        return super().event(event)


def _is_out(button: PillButton) -> bool:
    """Whether a button has been hidden; one that has not been shown yet takes its room."""
    return button.isHidden() and button.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
