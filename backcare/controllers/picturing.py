"""Figures for the first page and for sessions: loaded when the first one is missed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from backcare.core.look import Look
    from backcare.core.settings import Settings
    from backcare.ui.browse_page import BrowsePage
    from backcare.ui.card_pictures import Draw
    from backcare.ui.exercise_sheet import Show
    from backcare.ui.figures import Figures


class FigureScreens(Protocol):
    """Makes what shows figures; the start is quicker without it."""

    def thumbnails(self, look: Look) -> Draw:
        """What draws the small pictures on the cards."""

    def figures(self, settings: Settings) -> Figures:
        """The pictures of the figure; the same ones for every screen."""

    def demonstration(self, figures: Figures, show: Show) -> QWidget | None:
        """The figure that shows one exercise; None where its poses are missing."""


class Picturing:
    """Gives figures to whoever needs them. Who owns the settings tells of their changes."""

    def __init__(
        self, page: BrowsePage, screens: FigureScreens, settings: Callable[[], Settings]
    ) -> None:
        self._page = page
        self._screens = screens
        self._settings = settings
        self._figures: Figures | None = None
        page.exercises.pictures_needed.connect(self._draw_thumbnails)
        page.detail.figure_needed.connect(self._show_figures)

    @property
    def figures(self) -> Figures:
        """The pictures, for a session; loads the figure if it has to."""
        if self._figures is None:
            self._figures = self._screens.figures(self._settings())
        return self._figures

    def refresh(self, before: Settings) -> None:
        """Draw anew what the settings have changed."""
        now = self._settings()
        looks_new = now.look != before.look
        if looks_new:
            self._page.exercises.forget_pictures()
        if looks_new or now.motion is not before.motion:
            self.renew()

    def renew(self) -> None:
        """Make the figures anew: they move, look or stand still differently now."""
        if self._figures is not None:
            self._figures = None
            self._show_figures()

    def _draw_thumbnails(self) -> None:
        self._page.exercises.draw_pictures_with(self._screens.thumbnails(self._settings().look))

    def _show_figures(self) -> None:
        self._page.detail.show_figures_by(partial(self._screens.demonstration, self.figures))
