"""The figure on a screen: a passive widget that shows gestures and can be turned by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from backcare.core.gesture import Gesture
from backcare.paint.cropping import lifted
from backcare.paint.figure_painter import paint, pixels_for_metre
from backcare.ui.casting import cast_of
from backcare.ui.figures import Packed, Shot, Style, shot_of, style_for
from backcare.ui.theme import Tokens, tokens_of

if TYPE_CHECKING:
    from backcare.core.exercise import Illustration
    from backcare.figure.exhibit import Cast
    from backcare.figure.framing import Box
    from backcare.paint.figure_painter import Picture
    from backcare.ui.figures import Figures
    from backcare.ui.fit_label import Tone

DEGREES_OF_PIXEL = 0.5
DEGREES_OF_KEY = 16.0
_MARGIN_SHARE = 0.02
_IN_THE_MIDDLE = 0.5


def surface(tokens: Tokens) -> str:
    """The colour of cards."""
    return tokens.surface


class FigureView(QWidget):
    """Shows one exercise. It has no clock: whoever has one shows gesture after gesture.

    `touched` tells that the person has turned the figure, or pressed or clicked it.
    """

    accessible_role = QAccessible.Role.Graphic

    touched = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, ground: Tone = surface, lifts: bool = False
    ) -> None:
        """`ground` is the colour of what it stands on: painting that too spares the parent it.

        With `lifts` a low figure lies in the middle, not on the edge with all the room above.
        """
        super().__init__(parent)
        self._ground = ground
        self._lifts = lifts
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._figures: Figures | None = None
        self._cast: Cast | None = None
        self._gesture = Gesture()
        self._by_hand = 0.0
        self._held: QPointF | None = None
        self._packed: Packed | None = None
        self._picture: Picture | None = None
        self._shot: tuple[Shot, Style] | None = None
        self._shown: Shot | None = None
        self._is_late = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    # What is shown

    def set_figures(self, figures: Figures | None) -> None:
        """Where pictures come from; None shows none."""
        self._figures = figures
        self._forget()

    def show_exercise(self, illustration: Illustration | None, name: str, words: str = "") -> None:
        """Show another exercise, told to screen readers by `name` and `words`."""
        cast = None if illustration is None else cast_of(illustration)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        if cast != self._cast:
            self._cast = cast
            self._by_hand = 0.0
            self._forget()

    @property
    def box(self) -> Box | None:
        """The room that the exercise takes, in metres; None where there is no picture."""
        if self._cast is None or self._figures is None:
            return None
        exhibit = self._figures.exhibit(self._cast)
        return None if exhibit is None else exhibit.box(exhibit.camera)

    def body(self, *, flipped: bool) -> tuple[tuple[float, float], ...]:
        """Where the body gets to, as `Figures.reach` tells it."""
        if self._cast is None or self._figures is None:
            return ()
        return self._figures.reach(self._cast, flipped=flipped)

    @property
    def is_late(self) -> bool:
        """The picture on the screen is not yet the one that was asked for."""
        return self._is_late

    @property
    def is_empty(self) -> bool:
        """There is no picture of the exercise on the screen, not even a late one."""
        return self._packed is None

    def show_gesture(self, gesture: Gesture, *, may_build: bool = True) -> None:
        """Show a moment. A picture that is not there yet is built only if there is time."""
        self._gesture = gesture
        if self._figures is None or self._cast is None:
            return
        wanted = shot_of(self._cast, gesture, self._by_hand), self._style()
        if wanted == self._shot and not self._is_late:
            return
        picture = (self._figures.build if may_build else self._figures.find)(*wanted)
        self._is_late = picture is None and not may_build
        if picture is None and not may_build:
            picture = self._figures.nearest(*wanted) or self._stand_in(wanted[0])
        self._shot = wanted
        if picture is not self._packed:
            self._packed, self._shown = picture, wanted[0]
            self._picture = None if picture is None else picture.picture()
            self.update()

    def _stand_in(self, wanted: Shot) -> Packed | None:
        """What is on the screen, if it can stay; no picture is better than the wrong side's."""
        shown = self._shown
        return self._packed if shown is not None and shown.may_stand_in_for(wanted) else None

    def build_ahead(self, illustration: Illustration, gesture: Gesture) -> bool:
        """Build the picture of a gesture to come; False if it is there already.

        Where room is short, other exercises have to wait for their turn.
        """
        cast = cast_of(illustration)
        if self._figures is None or (cast != self._cast and self._figures.is_full):
            return False
        shot, style = shot_of(cast, gesture), self._style()
        if self._figures.find(shot, style) is not None:
            return False
        return self._figures.build(shot, style) is not None

    def _forget(self) -> None:
        self._packed = self._picture = self._shot = self._shown = None
        self._is_late = False
        self.update()

    def _style(self) -> Style:
        box = self.box
        scale = 0.0 if box is None else pixels_for_metre(box, self._target())
        return style_for(tokens_of(self.palette()), scale)

    def _target(self) -> QRectF:
        margin = _MARGIN_SHARE * min(self.width(), self.height())
        target = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
        # By the box of the whole movement: the floor stays where it is.
        box = self.box if self._lifts else None
        return target if box is None else lifted(target, box, _IN_THE_MIDDLE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._ground(tokens_of(self.palette()))))
        if self._picture is not None:
            paint(painter, self._picture, self._target())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_again()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._show_again()

    def _show_again(self) -> None:
        """Another size or theme may need another picture; nothing is built for a first time."""
        if self._picture is not None:
            self.show_gesture(self._gesture)

    def sizeHint(self) -> QSize:
        return QSize(360, 240)

    # Turning it by hand

    def turn(self, degrees: float) -> None:
        """Turn the figure, as if the floor under it were turned to the right."""
        self._by_hand = (self._by_hand + degrees) % 360.0
        self.show_gesture(self._gesture)

    def turn_back(self) -> None:
        """As the exercise is best seen."""
        self._by_hand = 0.0
        self.show_gesture(self._gesture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._held = event.position()
            self.touched.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        way = event.position().x() - self._held.x()
        self._held = event.position()
        self.turn(-way * DEGREES_OF_PIXEL)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        del event
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        del event
        self.turn_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turns = {Qt.Key.Key_Left: DEGREES_OF_KEY, Qt.Key.Key_Right: -DEGREES_OF_KEY}
        if event.key() in turns:
            self.turn(turns[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            self.turn_back()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self.touched.emit()
        else:
            super().keyPressEvent(event)
