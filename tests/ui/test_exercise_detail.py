from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from backcare.core.exercise import Position
from backcare.ui.controls import Card, PillButton, TextLabel
from backcare.ui.exercise_detail import ExerciseDetail, ExerciseSheet, PositionPicture, Show
from backcare.ui.theme import CAUTION_ROLE, DARK, LIGHT, Tokens, palette_of
from tests.builders import make_moves
from tests.ui.figure_builders import SQUAT
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHEET = ExerciseSheet(
    exercise="pelvic-tilt",
    name="Pelvic tilt",
    position=Position.SUPINE,
    about="On your back · mobility",
    steps=("Lie down.", "Flatten your back.", "Let go."),
    feel="Your back touches the floor.",
    avoid="Holding your breath.",
    dose="2 x 10 s",
    dose_note="",
    cautions=(),
    notes=(("Harder", "Bridge"), ("From", "A leaflet")),
)
LONG = replace(SHEET, steps=tuple(f"Step {number}. " + "Slowly. " * 30 for number in range(9)))


@pytest.fixture
def detail(qtbot: QtBot) -> ExerciseDetail:
    made = ExerciseDetail()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(420, 500)
    made.show_sheet(SHEET)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def scroll_of(detail: ExerciseDetail) -> QScrollArea:
    (found,) = detail.findChildren(QScrollArea)
    return found


def body_of(detail: ExerciseDetail) -> QWidget:
    body = scroll_of(detail).widget()
    assert body is not None
    return body


def body_texts(detail: ExerciseDetail) -> list[str]:
    return [label.text() for label in body_of(detail).findChildren(QLabel)]


def test_all_of_a_sheet_is_shown_in_order(detail: ExerciseDetail) -> None:
    assert texts(detail) == [
        "Pelvic tilt",
        "On your back · mobility",
        "1",
        "Lie down.",
        "2",
        "Flatten your back.",
        "3",
        "Let go.",
        "What to feel",
        "Your back touches the floor.",
        "What to avoid",
        "Holding your breath.",
        "2 x 10 s",
        "Harder",
        "Bridge",
        "From",
        "A leaflet",
    ]
    assert detail.sheet == SHEET


def test_cautions_stand_on_a_card_of_their_own(detail: ExerciseDetail) -> None:
    assert len(body_of(detail).findChildren(Card)) == 0
    detail.show_sheet(replace(SHEET, cautions=("Ask first.", "Not on a full stomach.")))
    (card,) = body_of(detail).findChildren(Card)
    labels = card.findChildren(TextLabel)
    assert [label.text() for label in labels] == ["Ask first.", "Not on a full stomach."]
    assert {label.foregroundRole() for label in labels} == {CAUTION_ROLE}


def test_a_note_about_the_dose_stands_below_it(detail: ExerciseDetail) -> None:
    detail.show_sheet(replace(SHEET, dose_note="Suggested."))
    said = body_texts(detail)
    assert said[said.index("2 x 10 s") + 1] == "Suggested."


def test_an_empty_panel_shows_nothing(detail: ExerciseDetail) -> None:
    detail.show_sheet(None)
    assert body_texts(detail) == []
    assert detail.sheet is None
    detail.show_sheet(SHEET)
    assert "Pelvic tilt" in body_texts(detail)


def test_markup_in_a_text_is_shown_as_it_is(detail: ExerciseDetail) -> None:
    detail.show_sheet(replace(SHEET, steps=("<img src=/etc/passwd>", "<b>Bold</b>")))
    labels = body_of(detail).findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_long_texts_wrap_and_never_scroll_sideways(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    scroll = scroll_of(detail)
    assert body_of(detail).width() <= scroll.viewport().width()
    assert scroll.verticalScrollBar().maximum() > 0


# Where it is scrolled to


def test_other_words_about_the_same_exercise_leave_the_place(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    bar = scroll_of(detail).verticalScrollBar()
    bar.setValue(200)
    detail.show_sheet(replace(LONG, dose="3 x 12 s"))
    assert "3 x 12 s" in body_texts(detail)
    assert bar.value() == 200


def test_another_exercise_begins_at_its_top(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    bar = scroll_of(detail).verticalScrollBar()
    bar.setValue(200)
    detail.show_sheet(replace(LONG, exercise="bridge"))
    assert bar.value() == 0


def test_the_same_sheet_is_not_built_again(detail: ExerciseDetail) -> None:
    body = body_of(detail)
    detail.show_sheet(replace(SHEET))
    assert body_of(detail) is body


# Keyboard and screen readers


def test_the_panel_scrolls_by_keyboard(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    detail.setFocus()
    focused = QApplication.focusWidget()
    assert focused is scroll_of(detail)
    assert focused.accessibleName() == "About the exercise"
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert scroll_of(detail).verticalScrollBar().value() > 0


def test_changing_the_dose_names_the_exercise(qtbot: QtBot, detail: ExerciseDetail) -> None:
    for sheet in (SHEET, replace(SHEET, exercise="bridge")):
        detail.show_sheet(sheet)
        (change,) = detail.findChildren(PillButton)
        with qtbot.waitSignal(detail.dose_change_requested) as wish:
            QTest.keyClick(change, Qt.Key.Key_Space)
        assert wish.args == [sheet.exercise]


def test_only_the_picture_has_a_name_that_is_not_its_text(detail: ExerciseDetail) -> None:
    (picture,) = detail.findChildren(PositionPicture)
    assert picture.accessibleName() == SHEET.about
    assert all(not label.accessibleName() for label in detail.findChildren(QLabel))


# The picture


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_every_position_has_a_picture_of_its_own(qtbot: QtBot, tokens: Tokens) -> None:
    pictures = set()
    for position in Position:
        picture = PositionPicture(position, position.value, chair=False)
        qtbot.addWidget(picture)
        picture.setPalette(palette_of(tokens))
        picture.resize(380, 168)
        image = picture.grab().toImage()
        assert image.pixelColor(4, 84).name() == tokens.sunken
        dots = [
            (x, y)
            for x in range(0, 380, 2)
            for y in range(0, 168, 2)
            if image.pixelColor(x, y).name() == tokens.accent
        ]
        # In the middle of the box, and nothing outside.
        assert len(dots) > 100
        assert min(y for _, y in dots) >= 18
        assert max(y for _, y in dots) <= 150
        assert 90 < min(x for x, _ in dots) < max(x for x, _ in dots) < 290
        pictures.add(tuple(dots))
    assert len(pictures) == len(Position)


# The figure


FIGURED = replace(SHEET, shown=make_moves("squat"), illustration=SQUAT)


class Maker:
    """Makes labels instead of figures, and remembers for what; or nothing."""

    def __init__(self, *, able: bool = True) -> None:
        self.shown: list[Show] = []
        self._able = able

    def __call__(self, show: Show) -> QWidget | None:
        self.shown.append(show)
        return QLabel("figure") if self._able else None


def test_a_figure_is_asked_for_once_it_can_be_seen(qtbot: QtBot, detail: ExerciseDetail) -> None:
    with qtbot.assertNotEmitted(detail.figure_needed, wait=20):
        detail.show_sheet(replace(SHEET, exercise="other"))
    with qtbot.waitSignal(detail.figure_needed):
        detail.show_sheet(FIGURED)
    with qtbot.assertNotEmitted(detail.figure_needed, wait=20):
        detail.show_sheet(replace(FIGURED, exercise="next"))


def test_a_new_exercise_is_shown_moving_and_the_same_one_at_rest(detail: ExerciseDetail) -> None:
    maker = Maker()
    detail.show_figures_by(maker)
    assert maker.shown == []
    detail.show_sheet(FIGURED)
    detail.show_sheet(replace(FIGURED, dose="3 x 3"))
    assert [show.moving for show in maker.shown] == [True, False]
    assert "figure" in texts(detail)
    detail.resize(500, 600)
    (picture,) = body_of(detail).findChildren(PositionPicture)
    (figure,) = (label for label in picture.findChildren(QLabel))
    QApplication.processEvents()
    assert figure.size() == picture.size()
    detail.show_sheet(None)
    detail.show_figures_by(maker)
    assert len(maker.shown) == 2


def test_where_no_figure_can_be_made_the_sign_stays(detail: ExerciseDetail) -> None:
    detail.show_figures_by(Maker(able=False))
    detail.show_sheet(FIGURED)
    (picture,) = body_of(detail).findChildren(PositionPicture)
    assert picture.accessibleName() == SHEET.about
    image = picture.grab().toImage()
    accent = QColor(LIGHT.accent)
    assert any(image.pixelColor(x, 115) == accent for x in range(image.width()))
