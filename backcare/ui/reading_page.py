"""A page to be read: as large as it fits the window, and scrolled by keys where it does not."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from backcare.ui.controls import Emphasis, PillButton, SlimScrollBar, TextLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

SCALES = tuple(1.0 + step / 20 for step in range(29))
"""Of text. The largest that needs no scrolling is taken: it can be read from farther away."""

MARGIN = 2.2  # times the height of text
WIDEST = 110  # times the height of text: longer lines are hard to read
STEP = 0.5  # of a page, for keys


class PageLabel(TextLabel):
    """A label whose text grows with the page that it stands on."""

    _usual_scale = 0.0

    def fit_page(self, width: int, page_scale: float) -> None:
        """Draw the text at so many times its usual size."""
        del width
        self._usual_scale = self._usual_scale or self._scale
        self._scale = self._usual_scale * page_scale
        self.fit_font()


class Body(QWidget):
    """What stands on a page, in a layout of its own.

    Every part that has a `fit_page` is told how wide the page is, in pixels, and how many times
    its usual size text has.
    """

    def fit_page(self, width: int, page_scale: float) -> None:
        """Get ready for that."""
        parts = self.findChildren(QWidget)
        for part in parts:
            fit = getattr(part, "fit_page", None)
            if fit is not None:
                fit(width, page_scale)
        # Layouts of parts within parts learn of it only through the event loop, and too late.
        for part in reversed(parts):
            layout = part.layout()
            if layout is not None:
                layout.invalidate()
            part.updateGeometry()


class OnwardButton(PillButton):
    """The button that leads on; "Read on" first, where a page must be read and has more below."""

    def __init__(self, text: str = "", *, must_read: bool = False, scale: float = 1.3) -> None:
        super().__init__(text, Emphasis.PRIMARY, scale=scale, key=self.tr("Enter"))
        self._word = text
        self._must_read = must_read

    @property
    def reads_on(self) -> bool:
        """Whether there is more to be read before it means what it says at the end."""
        return self.text() != self._word

    def set_word(self, word: str, *, must_read: bool) -> None:
        """Say `word`, where the page `must_read` only once its end has been in sight."""
        self._word, self._must_read = word, must_read
        self.setText(word)
        self.updateGeometry()

    def show_more(self, *, more: bool) -> None:
        """Tell whether there is more below."""
        word = self.tr("Read on") if more and self._must_read else self._word
        if word != self.text():
            self.setText(word)

    def sizeHint(self) -> QSize:
        """As wide as either word needs, so that nothing beside it moves."""
        hint = super().sizeHint()
        if not self._must_read:
            return hint
        metrics = self._text_font()
        widest = max(map(metrics.horizontalAdvance, (self._word, self.tr("Read on"))))
        return hint + QSize(round(widest - metrics.horizontalAdvance(self.text())), 0)


class ReadingPage(QScrollArea):
    """A body as wide as the page, its text as large as fits without scrolling.

    Signals:
        more_changed: there may be more below now, or no more.
    """

    more_changed = Signal()

    def __init__(
        self, body: Body, parent: QWidget | None = None, *, largest: float = SCALES[-1]
    ) -> None:
        """`largest` is how much larger than usual text may be."""
        super().__init__(parent)
        self._is_built = False
        self._body = body
        self._scales = [scale for scale in SCALES if scale <= largest]
        self._fitting = False
        # Widgets learn of another font one after the other, hidden ones when they are shown.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.fit)
        self._page_scale = 1.0
        self._end_was_seen = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBar(SlimScrollBar())
        # It shows nothing where nothing scrolls; were it to come and go, text would wrap anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(body)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._on_moved)
        bar.rangeChanged.connect(self._on_moved)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Arrows move the focus too, of which a scroll area is not told.
            application.focusChanged.connect(self._show_focused)
        self._is_built = True

    @property
    def page_scale(self) -> float:
        """How much larger than usual the text is."""
        return self._page_scale

    @property
    def has_more(self) -> bool:
        """Whether the end has not been in sight since it was shown from its top."""
        return not self._end_was_seen and self._below() > 0

    def scroll_to_top(self) -> None:
        """Show it anew, from its top."""
        self.verticalScrollBar().setValue(0)
        self._end_was_seen = False
        self.more_changed.emit()

    def read_on(self) -> None:
        """Show what follows."""
        self.scroll_by_key(Qt.Key.Key_PageDown)

    def _below(self) -> int:
        """How much of the body, without its margin, lies below what is in sight, in pixels."""
        bar = self.verticalScrollBar()
        return bar.maximum() - bar.value() - self.fontMetrics().height()

    def _on_moved(self) -> None:
        if self.verticalScrollBar().value() > 0 and self._below() <= 0:
            self._end_was_seen = True
        self.more_changed.emit()

    def scroll_by_key(self, key: int) -> bool:
        """Scroll if the key is one that does; False if it is another."""
        bar = self.verticalScrollBar()
        half = round(bar.pageStep() * STEP)
        steps = {
            Qt.Key.Key_Up: -half,
            Qt.Key.Key_Down: half,
            Qt.Key.Key_PageUp: round(-1.8 * half),
            Qt.Key.Key_PageDown: round(1.8 * half),
            Qt.Key.Key_Home: bar.minimum() - bar.value(),
            Qt.Key.Key_End: bar.maximum() - bar.value(),
        }
        step = steps.get(Qt.Key(key))
        if step is None:
            return False
        bar.setValue(bar.value() + step)
        return True

    def sizeHint(self) -> QSize:
        return QSize(640, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._is_built:
            self.fit()
            self._soon.start()

    def fit(self) -> None:
        """Fit the text to the page, whose size or body has changed."""
        room = self.viewport().size()
        if self._fitting or not room.width():
            return
        self._fitting = True
        # From the smallest to the largest, each larger one higher than the one before.
        fitting = bisect_right(
            self._scales, room.height(), key=lambda scale: self._height_at(room.width(), scale)
        )
        self._page_scale = self._scales[max(0, fitting - 1)]
        height = self._height_at(room.width(), self._page_scale)
        self._body.resize(room.width(), max(height, room.height()))
        self._fitting = False
        self._show_focused()

    def _show_focused(self) -> None:
        focused = QApplication.focusWidget() if self.isVisible() else None
        if focused is not None and self._body.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def _height_at(self, width: int, page_scale: float) -> int:
        unit = self.fontMetrics().height()
        widest = round(WIDEST * unit * page_scale)
        side = max(min(round(MARGIN * unit), width // 20), (width - widest) // 2)
        layout = self._body.layout()
        if layout is None:
            return 0
        layout.setContentsMargins(side, unit, side, unit)
        self._body.fit_page(width - 2 * side, page_scale)
        layout.invalidate()
        return layout.totalHeightForWidth(width)
