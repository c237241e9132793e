from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from backcare.core.exercise import Illustration
from backcare.ui.card_pictures import AFTER_PAINT_MS, MOST_KEPT, REST_MS, CardPictures, Wish

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

LATER_MS = AFTER_PAINT_MS + 30
BRIDGE, PLANK = (Illustration("side", "lying", name) for name in ("bridge", "plank"))


def wish(illustration: Illustration = BRIDGE, width: int = 96, theme: str = "light") -> Wish:
    return Wish(illustration, width, 60, 1.0, theme)


class Page:
    """Tells which picture is wanted next, and draws and counts them."""

    def __init__(self, *wishes: Wish) -> None:
        self.wishes = list(wishes)
        self.drawn: list[Wish] = []
        self.parent = QObject()
        self.pictures = CardPictures(self.next_wish, self.parent)

    def next_wish(self) -> Wish | None:
        return next((each for each in self.wishes if not self.pictures.has(each)), None)

    def draw(self, wish: Wish) -> QPixmap:
        self.drawn.append(wish)
        return QPixmap(wish.width, wish.height)

    def draw_all(self, qtbot: QtBot) -> None:
        self.pictures.draw_with(self.draw)
        qtbot.waitUntil(lambda: self.next_wish() is None)


def test_nothing_is_asked_for_before_a_picture_is_missed(qtbot: QtBot) -> None:
    page = Page()
    with qtbot.assertNotEmitted(page.pictures.needed, wait=LATER_MS):
        pass


def test_a_missing_picture_asks_once_for_something_to_draw_with(qtbot: QtBot) -> None:
    page = Page(wish())
    with qtbot.waitSignal(page.pictures.needed):
        assert page.pictures.picture(wish()) is None
    with qtbot.assertNotEmitted(page.pictures.needed, wait=LATER_MS):
        page.pictures.picture(wish())


def test_pictures_are_drawn_in_the_order_in_which_they_are_wished_for(qtbot: QtBot) -> None:
    page = Page(wish(PLANK), wish(BRIDGE))
    page.draw_all(qtbot)
    assert page.drawn == [wish(PLANK), wish(BRIDGE)]


def test_one_picture_is_drawn_in_a_turn_and_told(qtbot: QtBot) -> None:
    page = Page(wish(PLANK), wish(BRIDGE))
    page.pictures.draw_with(page.draw)
    with qtbot.waitSignal(page.pictures.drawn) as told:
        pass
    assert told.args == [wish(PLANK)]
    assert page.drawn == [wish(PLANK)]


def test_a_picture_is_drawn_once(qtbot: QtBot) -> None:
    page = Page(wish())
    page.draw_all(qtbot)
    first = page.pictures.picture(wish())
    assert first is not None
    with qtbot.assertNotEmitted(page.pictures.drawn, wait=LATER_MS):
        assert page.pictures.picture(wish()) is first
    assert page.drawn == [wish()]


def test_its_like_stands_in_until_a_picture_is_there(qtbot: QtBot) -> None:
    page = Page(wish(width=96))
    page.draw_all(qtbot)
    narrow = page.pictures.picture(wish(width=96))
    wide, dark = wish(width=104), wish(theme="dark")
    assert page.pictures.picture(wide) is narrow
    assert page.pictures.picture(wish(PLANK)) is None
    page.wishes += [wide, dark]
    qtbot.waitUntil(lambda: page.next_wish() is None)
    assert page.pictures.picture(wide) is not narrow


def test_of_several_sizes_the_nearest_stands_in(qtbot: QtBot) -> None:
    low, high, dark = wish(), wish()._replace(height=90), wish(theme="dark")._replace(height=88)
    page = Page(high, low)
    page.draw_all(qtbot)
    assert page.pictures.picture(dark) is page.pictures.picture(high)
    assert page.pictures.picture(wish(width=104)) is page.pictures.picture(low)


def test_only_a_few_sizes_stand_in(qtbot: QtBot) -> None:
    sizes = [wish()._replace(height=height) for height in (40, 60, 80)]
    page = Page(*sizes)
    page.draw_all(qtbot)
    lowest = wish(theme="dark")._replace(height=40)
    assert page.pictures.picture(lowest) is page.pictures.picture(sizes[1])


def test_what_was_drawn_before_is_forgotten_and_drawn_anew(qtbot: QtBot) -> None:
    page = Page(wish())
    page.draw_all(qtbot)
    page.pictures.forget()
    assert not page.pictures.has(wish())
    with qtbot.waitSignal(page.pictures.needed):
        assert page.pictures.picture(wish()) is not None
    page.draw_all(qtbot)
    assert page.drawn == [wish(), wish()]


def test_others_are_asked_after_who_came_first_and_before_the_rest(qtbot: QtBot) -> None:
    page = Page(wish(width=1))

    def asker(wanted: Wish) -> Callable[[], Wish | None]:
        return lambda: None if page.pictures.has(wanted) else wanted

    for width in (2, 3):
        page.pictures.also(asker(wish(width=width)))
    page.pictures.draw_with(page.draw)
    qtbot.waitUntil(lambda: len(page.drawn) == 3)
    assert [each.width for each in page.drawn] == [1, 3, 2]


def test_nothing_is_drawn_while_somebody_types(qtbot: QtBot) -> None:
    page = Page(wish())
    page.pictures.hold_on()
    page.pictures.draw_with(page.draw)
    with qtbot.assertNotEmitted(page.pictures.drawn, wait=REST_MS // 2):
        page.pictures.hold_on()
    qtbot.waitUntil(lambda: page.drawn == [wish()])


def test_only_so_many_pictures_are_kept(qtbot: QtBot) -> None:
    page = Page(*(wish(width=width) for width in range(1, MOST_KEPT + 1)))
    page.draw_all(qtbot)
    assert page.pictures.is_full
    page.wishes.pop(0)
    page.wishes.append(wish(PLANK))
    page.pictures.picture(wish(PLANK))
    qtbot.waitUntil(lambda: page.pictures.has(wish(PLANK)))
    assert not page.pictures.has(wish(width=1))
    assert page.pictures.has(wish(width=2))


def test_what_cannot_be_drawn_is_told_once(qtbot: QtBot) -> None:
    page = Page(wish())

    def fail(wish: Wish) -> QPixmap:
        raise KeyError(wish.illustration.effort)

    with qtbot.captureExceptions() as caught:
        page.pictures.draw_with(fail)
        qtbot.waitUntil(lambda: bool(caught))
        with qtbot.assertNotEmitted(page.pictures.drawn, wait=LATER_MS):
            page.pictures.picture(wish())
    assert len(caught) == 1
    with pytest.raises(KeyError, match="bridge"):
        raise caught[0][1]
