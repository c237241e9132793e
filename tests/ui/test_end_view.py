from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget

from backcare.core.records import ExerciseSummary
from backcare.core.words import Words
from backcare.ui.end_view import EndView
from backcare.ui.fit_label import FitLabel
from backcare.ui.session_button import SessionButton
from backcare.ui.summary_rows import Medal, Outcome, SummaryRow, outcome_of
from backcare.ui.theme import DARK, HIGH_CONTRAST, palette_of
from tests.ui.session_builders import LONG_NAME, SIZES, button, every_kind, press, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.pages import TextSize

PLAN = every_kind()


def summary(entry: int, done: int, planned: int, *, hurt: bool = False) -> ExerciseSummary:
    return ExerciseSummary(PLAN.entries[entry], done, planned, 30.0 * done, hurt)


MIXED = (
    summary(0, 20, 20),
    summary(1, 2, 3),
    summary(2, 0, 3),
    summary(4, 1, 4, hurt=True),
)


@pytest.fixture
def view(qtbot: QtBot) -> EndView:
    made = EndView(Words())
    qtbot.addWidget(made)
    made.resize(1280, 800)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_summary(PLAN, MIXED, 24 * 60 + 10, complete=False, preview=False)
    return made


def heading_for(view: EndView, done: int, planned: int, *, complete: bool = False) -> str:
    rows = (summary(0, done, planned),)
    view.show_summary(PLAN, rows, 600, complete=complete, preview=False)
    (found,) = set(texts(view)) & {"Well done", "Every bit counts", "Another time, then"}
    return found


def test_each_exercise_has_a_row_that_says_what_was_done(view: EndView) -> None:
    rows = [texts(row) for row in view.findChildren(SummaryRow)]
    assert rows == [
        ["Knee to chest", "done"],
        ["Cat cow", "2 of 3"],
        ["Plank", "left out"],
        [PLAN.entries[4].exercise.name, "stopped because it hurt"],
    ]


def test_the_marks_tell_the_outcomes_apart() -> None:
    assert [outcome_of(row) for row in MIXED] == [
        Outcome.DONE,
        Outcome.PARTLY,
        Outcome.LEFT_OUT,
        Outcome.HURT,
    ]


def test_times_and_routine_are_told(view: EndView) -> None:
    said = texts(view)
    assert "12 min of exercise in 25 min" in said
    assert "Morning" in said


@pytest.mark.parametrize(
    ("done", "complete", "heading"),
    [
        (10, True, "Well done"),
        (4, False, "Well done"),
        (3, False, "Every bit counts"),
        (1, True, "Well done"),
        (0, False, "Another time, then"),
    ],
)
def test_the_heading_is_kind_and_true(
    view: EndView, done: int, heading: str, *, complete: bool
) -> None:
    assert heading_for(view, done, 10, complete=complete) == heading


def test_after_several_hurts_rest_counts_for_more_than_praise(view: EndView) -> None:
    advice = "Several exercises hurt. Rest, and if the pain stays or spreads, see a doctor."
    assert advice not in texts(view)
    rows = (summary(0, 20, 20), summary(1, 2, 3, hurt=True), summary(4, 0, 4, hurt=True))
    view.show_summary(PLAN, rows, 600, complete=True, preview=False)
    assert {"That is enough for today", advice} <= set(texts(view))
    assert "Well done" not in texts(view)
    for label in view.findChildren(FitLabel):
        assert label.shows_all() or not label.isVisible(), label.text()
    view.show_summary(PLAN, rows[:2], 600, complete=True, preview=False)
    assert "Well done" in texts(view)
    assert advice not in texts(view)


def test_a_preview_is_called_one(view: EndView) -> None:
    assert "Preview" not in texts(view)
    view.show_summary(PLAN, MIXED, 60, complete=True, preview=True)
    assert "Preview" in texts(view)


def test_a_second_summary_replaces_the_first(view: EndView) -> None:
    view.show_summary(PLAN, MIXED[:1], 60, complete=True, preview=False)
    assert [texts(row)[0] for row in view.findChildren(SummaryRow)] == ["Knee to chest"]


def test_the_medal_tells_its_share_to_screen_readers(view: EndView) -> None:
    medal = view.findChild(Medal)
    assert isinstance(medal, Medal)
    assert medal.accessibleDescription() == "77 %"


def test_the_focus_comes_to_it_when_it_is_shown(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field, ending = QLineEdit(window), EndView(Words(), window)
    ending.hide()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    ending.show()
    assert QApplication.focusWidget() is button(ending, "Back to the routines")


def test_the_focus_is_on_the_way_back(view: EndView, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, SessionButton)
    assert focused.text() == "Back to the routines"
    with qtbot.waitSignal(view.closed, timeout=1000):
        press(focused, Qt.Key.Key_Return)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Enter])
def test_enter_and_escape_close_wherever_the_focus_is(
    view: EndView, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.waitSignal(view.closed, timeout=1000):
        press(view, key)


def test_space_closes_nothing_by_accident(view: EndView) -> None:
    heard: list[str] = []
    view.closed.connect(lambda: heard.append("closed"))
    view.again_requested.connect(lambda: heard.append("again"))
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    press(view, Qt.Key.Key_Escape, again=True)
    assert heard == []


def test_again_is_one_tab_away(view: EndView, qtbot: QtBot) -> None:
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button(view, "Again")
    with qtbot.waitSignal(view.again_requested, timeout=1000):
        press(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_the_buttons_can_be_clicked(view: EndView) -> None:
    heard: list[str] = []
    view.closed.connect(lambda: heard.append("closed"))
    view.again_requested.connect(lambda: heard.append("again"))
    QTest.mouseClick(button(view, "Back to the routines"), Qt.MouseButton.LeftButton)
    assert heard == ["closed"]
    QTest.mouseClick(button(view, "Again"), Qt.MouseButton.LeftButton)
    assert heard == ["closed", "again"]


def test_a_long_list_scrolls_by_keys(view: EndView) -> None:
    view.show_summary(PLAN, MIXED * 8, 60, complete=False, preview=False)
    area = view.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    bar = area.verticalScrollBar()
    places = [bar.value()]
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        press(QApplication.focusWidget(), key)
        places.append(bar.value())
    assert places[0] == 0 < places[1] < places[3] < places[2]
    assert places[4] < places[3]


# Next time


def hints(view: EndView) -> list[str]:
    return [row.accessibleDescription() for row in view.findChildren(SummaryRow)]


def test_what_hurt_names_something_easier(view: EndView) -> None:
    easier = {MIXED[3].entry.exercise.id: "Bridge", MIXED[0].entry.exercise.id: "Pelvic tilt"}
    view.show_summary(PLAN, MIXED, 60, complete=False, preview=False, easier=easier)
    assert hints(view) == ["", "", "", "Next time perhaps: Bridge"]
    rows = view.findChildren(SummaryRow)
    assert "Next time perhaps: Bridge" in texts(rows[3])
    assert rows[3].height() > 1.4 * rows[0].height()


def test_where_nothing_easier_is_known_nothing_is_said(view: EndView) -> None:
    view.show_summary(PLAN, MIXED, 60, complete=False, preview=False, easier={})
    assert hints(view) == ["", "", "", ""]
    assert len({row.height() for row in view.findChildren(SummaryRow)}) == 1


# Its place


def test_rows_never_overlap(view: EndView) -> None:
    easier = {MIXED[3].entry.exercise.id: "Bridge"}
    view.show_summary(PLAN, MIXED * 4, 60, complete=False, preview=False, easier=easier)
    boxes = [row.geometry() for row in view.findChildren(SummaryRow)]
    for upper, lower in pairwise(boxes):
        assert upper.bottom() < lower.top()


def test_large_text_makes_rows_and_buttons_larger(view: EndView, text_size: TextSize) -> None:
    text_size(100)
    usual = view.findChildren(SummaryRow)[0].height(), button(view, "Again").height()
    text_size(300)
    larger = view.findChildren(SummaryRow)[0].height(), button(view, "Again").height()
    assert all(after > before for before, after in zip(usual, larger, strict=True))


def test_it_mirrors_where_one_reads_from_the_right(view: EndView) -> None:
    medal = view.findChildren(Medal)[0]
    (row, *_) = view.findChildren(SummaryRow)
    name, said = row.findChildren(FitLabel)[:2]
    assert medal.x() < view.width() / 2
    assert name.x() < said.x()
    assert button(view, "Again").x() > button(view, "Back to the routines").x()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.show_summary(PLAN, MIXED, 60, complete=False, preview=False)
    (row, *_) = view.findChildren(SummaryRow)
    name, said = row.findChildren(FitLabel)[:2]
    assert medal.x() > view.width() / 2
    assert name.x() > said.x()
    assert button(view, "Again").x() < button(view, "Back to the routines").x()


def test_in_high_contrast_a_row_has_an_outline(view: EndView) -> None:
    row = view.findChildren(SummaryRow)[0]
    for tokens, outlined in ((HIGH_CONTRAST, True), (DARK, False)):
        view.setPalette(palette_of(tokens))
        image = row.grab().toImage()
        edge = {image.pixelColor(image.width() // 2, y).name() for y in range(4)}
        assert (tokens.line in edge) is outlined


@pytest.mark.parametrize("count", [1, 18])
@pytest.mark.parametrize("percent", [200, 300])
@pytest.mark.parametrize("size", [(1024, 640), (800, 1280)])
def test_with_large_text_nothing_is_clipped(
    view: EndView, text_size: TextSize, size: tuple[int, int], percent: int, count: int
) -> None:
    text_size(percent)
    view.resize(*size)
    rows = (MIXED * 5)[:count]
    easier = {row.entry.exercise.id: LONG_NAME for row in rows}
    view.show_summary(PLAN, rows, 60, complete=False, preview=True, easier=easier)
    QApplication.processEvents()
    for label in view.findChildren(FitLabel):
        if label.isVisible():
            assert label.shows_all(), label.text()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_clipped(view: EndView, size: tuple[int, int]) -> None:
    view.resize(*size)
    rows = tuple(replace(row, efforts_planned=100) for row in MIXED * 5)
    view.show_summary(PLAN, rows, 60, complete=False, preview=True)
    for label in view.findChildren(FitLabel):
        if label.isVisible():
            assert label.shows_all(), label.text()
    for row in view.findChildren(SummaryRow):
        assert row.geometry().right() < row.window().width()
