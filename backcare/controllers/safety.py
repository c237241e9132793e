"""The page that everybody reads once before a session."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from backcare.core.safety import CLOSING, PAGE_VERSION, safety_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.controllers.dosing import Keeper
    from backcare.core.safety import SafetySection
    from backcare.core.words import Words
    from backcare.store.state_file import StateFile
    from backcare.ui.main_window import MainWindow
    from backcare.ui.safety_view import SafetyView


def change_setting(keeper: Keeper, name: str, value: object) -> str:
    """Use one changed setting at once, and keep it; why it could not be kept, or nothing."""
    before = keeper.preferences()
    changes = {name: value}
    settings = replace(before.settings, **changes)  # type: ignore[arg-type]
    keeper.use(replace(before, settings=settings))
    return keeper.keep() or ""


class SafetyScreens(Protocol):
    """Makes the page when it is needed."""

    def safety(self, sections: tuple[SafetySection, ...], closing: str) -> SafetyView:
        """What everybody reads once."""


class Safety:
    """Shows the page, and knows whether it has been read. What is ticked there counts at once."""

    def __init__(
        self,
        window: MainWindow,
        state: StateFile,
        words: Words,
        screens: SafetyScreens,
        keeper: Keeper,
    ) -> None:
        self._window = window
        self._state = state
        self._words = words
        self._screens = screens
        self._keeper = keeper

    @property
    def was_read(self) -> bool:
        """Whether this version of the page has been read."""
        return self._state.state.safety_page_seen >= PAGE_VERSION

    def show(self, then: Callable[[], None], otherwise: Callable[[], None]) -> None:
        """Show the page; having read it leads on to `then`, leaving it to `otherwise`."""
        translate = self._words.translate
        page = self._screens.safety(safety_page(translate), translate("safety", CLOSING))

        def confirmed() -> None:
            self._state.remember(safety_page_seen=PAGE_VERSION)
            self._window.remove_page(page)
            then()

        def left() -> None:
            self._window.remove_page(page)
            otherwise()

        def choose(name: str, value: object) -> None:
            page.show_problem(change_setting(self._keeper, name, value))
            page.show_settings(self._keeper.preferences().settings)

        page.show_settings(self._keeper.preferences().settings)
        page.setting_chosen.connect(choose)
        page.confirmed.connect(confirmed)
        page.left.connect(left)
        self._window.add_page(page)
        self._window.show_page(page, with_menu=False)
        page.ask()
