from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QScrollArea, QWidget

from backcare.ui.controls import Card, Emphasis, PillButton, SlimScrollBar, TextLabel
from backcare.ui.theme import CAUTION_ROLE, DARK, LIGHT, Tokens, palette_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

both_themes = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)


def dressed(qtbot: QtBot, widget: QWidget, tokens: Tokens = LIGHT) -> None:
    """Show the widget alone in the colours of a theme."""
    qtbot.addWidget(widget)
    widget.setPalette(palette_of(tokens))
    widget.resize(max(200, widget.sizeHint().width()), max(60, widget.sizeHint().height()))
    with qtbot.waitExposed(widget):
        widget.show()
    # The platform's mouse rests in the corner where windows open.
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    widget.clearFocus()


def colour_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


def inside(button: PillButton) -> str:
    """The colour of the button beside its text."""
    return colour_at(button, 30, button.height() // 2)


# Buttons


@both_themes
@pytest.mark.parametrize(
    ("emphasis", "ground"),
    [
        (Emphasis.PRIMARY, "accent"),
        (Emphasis.NORMAL, "accent_wash"),
        (Emphasis.QUIET, "background"),
    ],
)
def test_emphasis_decides_what_a_button_stands_on(
    qtbot: QtBot, tokens: Tokens, emphasis: Emphasis, ground: str
) -> None:
    button = PillButton("", emphasis)
    dressed(qtbot, button, tokens)
    assert inside(button) == getattr(tokens, ground)


@both_themes
def test_a_button_that_cannot_be_pressed_is_sunken(qtbot: QtBot, tokens: Tokens) -> None:
    button = PillButton("", Emphasis.PRIMARY)
    dressed(qtbot, button, tokens)
    button.setEnabled(False)
    assert inside(button) == tokens.sunken


@pytest.mark.parametrize("emphasis", list(Emphasis))
def test_a_button_that_is_pressed_is_darker(qtbot: QtBot, emphasis: Emphasis) -> None:
    button = PillButton("", emphasis)
    dressed(qtbot, button)
    before = QColor(inside(button))
    button.setDown(True)
    assert QColor(inside(button)).lightness() < before.lightness()


def test_a_button_lights_up_under_the_mouse(qtbot: QtBot) -> None:
    button = PillButton("", Emphasis.PRIMARY)
    dressed(qtbot, button)
    before = QColor(inside(button))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert QColor(inside(button)).lightness() > before.lightness()


@both_themes
@pytest.mark.parametrize(
    ("emphasis", "ring"), [(Emphasis.PRIMARY, "on_accent"), (Emphasis.NORMAL, "accent")]
)
def test_the_focus_is_a_ring_inside_the_button(
    qtbot: QtBot, tokens: Tokens, emphasis: Emphasis, ring: str
) -> None:
    row = QWidget()
    button, other = PillButton("", emphasis), QPushButton()
    layout = QHBoxLayout(row)
    layout.addWidget(other)
    layout.addWidget(button)
    dressed(qtbot, row, tokens)
    with qtbot.waitActive(row):
        row.activateWindow()
    other.setFocus()
    middle = button.width() // 2
    column = [colour_at(button, middle, y) for y in range(button.height() // 2)]
    assert getattr(tokens, ring) not in column
    button.setFocus()
    column = [colour_at(button, middle, y) for y in range(button.height() // 2)]
    assert getattr(tokens, ring) in column
    # Above the ring is the button's own colour again: nothing of it is cut off.
    assert column.index(getattr(tokens, ring)) > 2


def test_a_key_makes_a_button_wider_and_is_not_part_of_its_name(qtbot: QtBot) -> None:
    plain, keyed = PillButton("Not now"), PillButton("Not now", key="Esc")
    for button in (plain, keyed):
        qtbot.addWidget(button)
    wider = keyed.sizeHint().width() - plain.sizeHint().width()
    assert wider > keyed.fontMetrics().height() + keyed.fontMetrics().horizontalAdvance("E")
    assert keyed.sizeHint().height() == plain.sizeHint().height()
    assert keyed.text() == "Not now"


def test_text_and_key_are_both_drawn_and_fit(qtbot: QtBot) -> None:
    button = PillButton("Not now", key="Esc")
    dressed(qtbot, button)
    button.setFixedSize(button.sizeHint())
    image = button.grab().toImage()
    columns = [
        x
        for x in range(image.width())
        if any(
            image.pixelColor(x, y).lightness() < 90
            for y in range(image.height() // 4, 3 * image.height() // 4)
        )
    ]
    assert columns[0] > button.height() // 4
    assert columns[-1] < button.width() - button.height() // 4
    gaps = [b - a for a, b in itertools.pairwise(columns)]
    assert max(gaps) > 6  # between the text and its key


def test_the_letter_after_an_ampersand_takes_no_more_room(qtbot: QtBot) -> None:
    one, other = PillButton("Start"), PillButton("&Start")
    for button in (one, other):
        qtbot.addWidget(button)
    assert one.sizeHint() == other.sizeHint()


def test_a_larger_scale_makes_a_larger_button(qtbot: QtBot) -> None:
    button = PillButton("Start", key="S")
    qtbot.addWidget(button)
    before = button.sizeHint()
    button.set_scale(2.0)
    assert button.sizeHint().width() > 1.5 * before.width()
    assert button.sizeHint().height() > 1.5 * before.height()
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_button_is_clicked_by_mouse_and_space(qtbot: QtBot) -> None:
    button = PillButton("Start")
    dressed(qtbot, button)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


# Labels


def test_a_label_takes_text_for_what_it_is(qtbot: QtBot) -> None:
    marked_up, plain = TextLabel("<b>knee</b>"), TextLabel("knee")
    for label in (marked_up, plain):
        qtbot.addWidget(label)
    assert marked_up.textFormat() is Qt.TextFormat.PlainText
    assert marked_up.sizeHint().width() > plain.sizeHint().width()


def test_a_label_is_as_large_and_bold_as_asked(qtbot: QtBot) -> None:
    label = TextLabel("knee", 2.0, bold=True, wrap=True)
    qtbot.addWidget(label)
    assert label.font().pointSizeF() == pytest.approx(2 * QApplication.font().pointSizeF())
    assert label.font().bold()
    assert label.wordWrap()


@pytest.mark.parametrize(
    ("label", "role"),
    [
        (TextLabel, QPalette.ColorRole.WindowText),
        (lambda: TextLabel(soft=True), QPalette.ColorRole.PlaceholderText),
        (lambda: TextLabel(caution=True), CAUTION_ROLE),
        (lambda: TextLabel(soft=True, caution=True), CAUTION_ROLE),
    ],
)
def test_a_label_asks_for_a_meaning_not_a_colour(
    qtbot: QtBot, label: Callable[[], TextLabel], role: QPalette.ColorRole
) -> None:
    made = label()
    qtbot.addWidget(made)
    assert made.foregroundRole() is role


# Cards


@both_themes
@pytest.mark.parametrize(("caution", "ground"), [(False, "surface"), (True, "caution_background")])
def test_a_card_stands_out_from_the_page(
    qtbot: QtBot, tokens: Tokens, caution: bool, ground: str
) -> None:
    card = Card(caution=caution)
    dressed(qtbot, card, tokens)
    assert colour_at(card, card.width() // 2, card.height() // 2) == getattr(tokens, ground)
    edges = {colour_at(card, card.width() // 2, y) for y in range(4)}
    assert (tokens.line in edges) is not caution
    assert colour_at(card, 0, 0) == tokens.background


# Scroll bars


def handle(bar: SlimScrollBar, colour: str) -> list[int]:
    """The rows in which the handle is drawn."""
    image = bar.grab().toImage()
    middle = image.width() // 2
    return [y for y in range(image.height()) if image.pixelColor(middle, y).name() == colour]


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    made = QScrollArea()
    made.setVerticalScrollBar(SlimScrollBar())
    content = QWidget()
    content.resize(50, 4000)
    made.setWidget(content)
    dressed(qtbot, made)
    made.resize(200, 400)
    return made


def bar_of(area: QScrollArea) -> SlimScrollBar:
    bar = area.verticalScrollBar()
    assert isinstance(bar, SlimScrollBar)
    return bar


def test_the_handle_tells_where_the_page_is(area: QScrollArea) -> None:
    bar = bar_of(area)
    at_top = handle(bar, LIGHT.edge)
    bar.setValue(bar.maximum())
    at_bottom = handle(bar, LIGHT.edge)
    assert at_top[0] < 5
    assert at_bottom[-1] > bar.height() - 5
    assert len(at_top) == len(at_bottom)


def test_the_handle_stays_long_enough_to_be_caught(area: QScrollArea) -> None:
    content = area.widget()
    assert content is not None
    content.resize(50, 400_000)
    assert len(handle(bar_of(area), LIGHT.edge)) >= SlimScrollBar.SHORTEST_HANDLE - 6


def test_the_handle_is_stronger_under_the_mouse(area: QScrollArea) -> None:
    bar = bar_of(area)
    bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert handle(bar, LIGHT.soft)
    assert not handle(bar, LIGHT.edge)


def test_there_is_no_handle_where_nothing_scrolls(qtbot: QtBot) -> None:
    bar = SlimScrollBar()
    dressed(qtbot, bar)
    bar.setRange(0, 0)
    assert not handle(bar, LIGHT.edge)


def test_a_scroll_bar_is_slim_but_can_be_hit(qtbot: QtBot) -> None:
    bar = SlimScrollBar()
    qtbot.addWidget(bar)
    assert bar.sizeHint().width() == SlimScrollBar.WIDTH >= 12
