"""Small pictures of exercises: drawn one at a time while nothing else happens, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from backcare.core.exercise import Illustration

AFTER_PAINT_MS = 40
"""What has just been painted comes to the screen before anything is loaded or drawn, and
whoever types or scrolls on is not kept waiting."""

MOST_LISTS = 2
"""That show the same exercise in different sizes."""

REST_MS = 300
"""As long nothing is drawn after somebody has typed."""

MOST_KEPT = 256
"""More than the catalogue has exercises in light and dark; about 50 KB each."""


class Wish(NamedTuple):
    """All that a picture depends on, besides what the person in it looks like.

    Attributes:
        width, height: in logical pixels.
        ratio: device pixels for a logical one.
        theme: the name of the colours that it stands on.
    """

    illustration: Illustration
    width: int
    height: int
    ratio: float
    theme: str


Draw = Callable[[Wish], "QPixmap"]
"""Draws one picture; about 10 ms."""


class CardPictures(QObject):
    """Keeps pictures, and has those drawn that are missing.

    Nothing that draws is loaded before the first picture is missed. Whoever shows the
    pictures tells which to draw next, so that what is seen comes first.

    Signals:
        needed: the first picture is missing, and nothing has been given to draw with.
        drawn: another picture is there; carries its Wish.
    """

    needed = Signal()
    drawn = Signal(object)

    def __init__(self, next_wish: Callable[[], Wish | None], parent: QObject) -> None:
        super().__init__(parent)
        self._wishers = [next_wish]
        self._draw: Draw | None = None
        self._asked = False
        self._kept: dict[Wish, QPixmap] = {}
        self._latest: dict[Illustration, dict[int, QPixmap]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._step)
        self._resting = QElapsedTimer()

    def also(self, next_wish: Callable[[], Wish | None]) -> None:
        """Ask somebody else too, after who came first and before all others."""
        self._wishers.insert(1, next_wish)

    def draw_with(self, draw: Draw) -> None:
        """Draw what is missing, soon and from now on, by `draw`."""
        self._draw = draw
        self._timer.start(0)

    def forget(self) -> None:
        """Ask anew for something to draw with: the person in the pictures looks different."""
        self._draw = None
        self._asked = False
        self._kept.clear()

    def hold_on(self) -> None:
        """Draw nothing for a moment: the person is typing and shall not be kept waiting."""
        self._resting.restart()

    def has(self, wish: Wish) -> bool:
        """Whether the picture is there."""
        return wish in self._kept

    @property
    def is_full(self) -> bool:
        """Whether another picture would cost an older one its place."""
        return len(self._kept) >= MOST_KEPT

    def picture(self, wish: Wish) -> QPixmap | None:
        """The picture, if it is there; else it will be drawn soon.

        Until then its like in another size or on another ground stands in.
        """
        found = self._kept.get(wish)
        if found is not None:
            return found
        if not self._timer.isActive():
            self._timer.start(AFTER_PAINT_MS)
        return self._alike(wish)

    def _remember(self, wish: Wish, picture: QPixmap) -> None:
        """Keep the latest picture of each height, of which there are as many as lists."""
        latest = self._latest.setdefault(wish.illustration, {})
        latest.pop(wish.height, None)
        latest[wish.height] = picture
        if len(latest) > MOST_LISTS:
            del latest[next(iter(latest))]

    def _alike(self, wish: Wish) -> QPixmap | None:
        """The picture of the height that comes nearest, to stand in."""
        latest = self._latest.get(wish.illustration)
        if not latest:
            return None
        return latest[min(latest, key=lambda height: abs(height - wish.height))]

    def _step(self) -> None:
        if self._resting.isValid() and not self._resting.hasExpired(REST_MS):
            self._timer.start(REST_MS)
            return
        if self._draw is None:
            if not self._asked:
                self._asked = True
                self.needed.emit()
            return
        wish = next((w for w in (ask() for ask in self._wishers) if w is not None), None)
        if wish is None:
            return
        try:
            picture = self._draw(wish)
        except Exception:
            self._draw = None  # told once, not at every paint
            raise
        if self.is_full:
            del self._kept[next(iter(self._kept))]
        self._kept[wish] = picture
        self._remember(wish, picture)
        self._timer.start(0)
        self.drawn.emit(wish)
