from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.ui.paragraph import Headline, Paragraph
from tests.ui.detail_builders import window_around

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "Hüftbeugerdehnung"


def plain(label: Paragraph) -> str:
    return label.text().replace("\N{ZERO WIDTH SPACE}", "")


def test_text_is_left_as_it_is_where_its_words_fit(qtbot: QtBot) -> None:
    label = Paragraph(f"Die {LONG} im Knien", soft=True)
    window_around(qtbot, label, 400)
    assert label.text() == f"Die {LONG} im Knien"


def test_a_word_that_is_longer_than_the_line_may_break(qtbot: QtBot) -> None:
    label = Paragraph(f"Die {LONG} im Knien", 2.0)
    window = window_around(qtbot, label, 110)
    assert label.text().startswith("Die H\N{ZERO WIDTH SPACE}ü")
    assert label.text().endswith("g im Knien")
    assert plain(label) == f"Die {LONG} im Knien"
    window.resize(600, 200)
    qtbot.waitUntil(lambda: label.text() == f"Die {LONG} im Knien")


def test_it_fits_into_a_line_that_is_narrower_than_a_word(qtbot: QtBot) -> None:
    label = Paragraph(LONG, 2.0)
    window_around(qtbot, label, 300)
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(LONG)


def test_other_text_breaks_anew(qtbot: QtBot) -> None:
    label = Paragraph("short", 2.0)
    window_around(qtbot, label, 110)
    label.setText(LONG)
    assert plain(label) == LONG != label.text()


def test_a_headline_is_drawn_smaller_before_it_breaks(qtbot: QtBot) -> None:
    label = Headline(2.0)
    label.setText("Tilt")
    window = window_around(qtbot, label, 300)
    large = label.fontMetrics().height()
    label.setText(LONG)
    window.resize(190, 200)
    qtbot.waitUntil(lambda: label.fontMetrics().height() < large)
    assert label.text() == LONG
    assert label.fontMetrics().horizontalAdvance(LONG) <= label.width()
    label.setText("Tilt")
    assert label.fontMetrics().height() == large


def test_a_headline_breaks_where_even_small_letters_do_not_fit(qtbot: QtBot) -> None:
    label = Headline(2.0)
    label.setText(LONG * 3)
    window_around(qtbot, label, 120)
    assert plain(label) == LONG * 3 != label.text()
