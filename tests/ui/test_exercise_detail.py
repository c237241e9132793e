from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from backcare.ui.controls import Card, TextLabel
from backcare.ui.detail_parts import Mark
from backcare.ui.exercise_detail import ExerciseDetail
from backcare.ui.exercise_sheet import Exchange, Role, Show, Swap
from backcare.ui.position_picture import PositionPicture
from backcare.ui.text_button import TextButton
from backcare.ui.theme import CAUTION_ROLE, LIGHT, font, palette_of
from tests.builders import make_moves
from tests.ui.detail_builders import BRIDGE, CAT_COW, PELVIC_TILT, SHEET, dosed
from tests.ui.figure_builders import SQUAT
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.ui.exercise_sheet import ExerciseSheet

DOSED = dosed({"hold_seconds": 10, "reps": 2})
LONG = replace(DOSED, steps=tuple(f"Step {number}. " + "Slowly. " * 30 for number in range(9)))
WITH_NEIGHBOURS = replace(
    DOSED, easier=(CAT_COW,), harder=(BRIDGE,), original=PELVIC_TILT, notes=()
)


@pytest.fixture
def detail(qtbot: QtBot) -> ExerciseDetail:
    made = ExerciseDetail()
    qtbot.addWidget(made)
    made.setPalette(palette_of(LIGHT))
    made.resize(420, 500)
    made.show_sheet(DOSED)
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


def button(detail: ExerciseDetail, text: str) -> TextButton:
    found = [b for b in detail.findChildren(TextButton) if b.isVisible() and b.text() == text]
    assert found, text
    return found[0]


def buttons(detail: ExerciseDetail) -> list[str]:
    return [each.text() for each in detail.findChildren(TextButton) if each.isVisible()]


def press(detail: ExerciseDetail, text: str) -> None:
    button(detail, text).setFocus()
    QTest.keyClick(button(detail, text), Qt.Key.Key_Space)


def tops(detail: ExerciseDetail, *wanted: str) -> list[int]:
    """How far down each of these texts stands."""
    body = body_of(detail)
    labels = {label.text(): label for label in detail.findChildren(QLabel) if label.isVisible()}
    return [labels[text].mapTo(body, labels[text].rect().topLeft()).y() for text in wanted]


# What is shown


def test_all_of_a_sheet_is_shown_in_order(detail: ExerciseDetail) -> None:
    wanted = [
        "Pelvic tilt",
        "On your back · mobility",
        "Hold",
        "Lie down.",
        "Flatten your back.",
        "Let go.",
        "What to feel",
        "Your back touches the floor.",
        "What to avoid",
        "Holding your breath.",
        "From",
        "A leaflet",
    ]
    assert set(texts(detail)) == {*wanted, "Reps", "1", "2", "3"}
    assert tops(detail, *wanted) == sorted(tops(detail, *wanted))
    assert tops(detail, "2") == tops(detail, "Flatten your back.")
    assert detail.sheet == DOSED


def test_what_is_empty_takes_no_room(detail: ExerciseDetail) -> None:
    high = body_of(detail).sizeHint().height()
    detail.show_sheet(replace(DOSED, feel="", avoid="", notes=(), steps=()))
    assert "What to feel" not in texts(detail)
    assert body_of(detail).sizeHint().height() < high - 100
    detail.show_sheet(DOSED)
    assert body_of(detail).sizeHint().height() == high


def test_the_dose_can_be_seen_without_scrolling_in_an_ordinary_window(
    detail: ExerciseDetail,
) -> None:
    detail.resize(470, 745)
    everything = dosed({"hold_seconds": 10, "reps": 2, "sets": 1, "rest_seconds": 5}, sheet=LONG)
    detail.show_sheet(replace(everything, takes="This exercise takes 2 min here."))
    dose = detail.dose
    bottom = dose.mapTo(detail, dose.rect().bottomLeft()).y()
    assert bottom < detail.height() * 0.75


def test_cautions_stand_on_a_card_of_their_own(detail: ExerciseDetail) -> None:
    assert len(body_of(detail).findChildren(Card)) == 0
    detail.show_sheet(replace(SHEET, cautions=("Ask first.", "Not on a full stomach.")))
    (card,) = body_of(detail).findChildren(Card)
    labels = card.findChildren(TextLabel)
    assert [label.text() for label in labels] == ["Ask first.", "Not on a full stomach."]
    assert {label.foregroundRole() for label in labels} == {CAUTION_ROLE}
    above, below = tops(detail, "Holding your breath.", "Ask first.")
    assert above < below


def test_cautions_that_concern_the_person_stand_above_the_dose(detail: ExerciseDetail) -> None:
    detail.show_sheet(replace(DOSED, cautions=("Ask first.",), urgent=True))
    caution, dose = tops(detail, "Ask first.", "Hold")
    assert caution < dose


def test_an_empty_panel_shows_nothing(detail: ExerciseDetail) -> None:
    detail.show_sheet(None)
    assert texts(detail) == []
    assert detail.sheet is None
    detail.show_sheet(DOSED)
    assert "Pelvic tilt" in texts(detail)


def test_markup_in_a_text_is_shown_as_it_is(detail: ExerciseDetail) -> None:
    detail.show_sheet(replace(SHEET, steps=("<img src=/etc/passwd>", "<b>Bold</b>")))
    labels = body_of(detail).findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_long_texts_wrap_and_never_scroll_sideways(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    scroll = scroll_of(detail)
    assert body_of(detail).width() <= scroll.viewport().width()
    assert scroll.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_nothing_is_cut_off_in_a_narrow_panel(detail: ExerciseDetail, percent: int) -> None:
    sheet = replace(
        dosed({"hold_seconds": 10, "reps": 2, "sets": 1, "rest_seconds": 5}, own={"sets": 2}),
        name="Hüftbeugerdehnung im Halbkniestand",
        easier=(CAT_COW,),
        original=PELVIC_TILT,
        cautions=("Vorsicht bei Hüftgelenksprothesen.",),
        offer=CAT_COW,
        urgent=True,
        per_side=True,
    )
    before = QApplication.font()
    QApplication.setFont(font(before, percent / 100))
    try:
        detail.setFont(QApplication.font())
        for label in detail.findChildren(TextLabel):
            label.fit_font()
        detail.resize(300, 500)
        detail.show_sheet(sheet)
        QApplication.processEvents()
        assert scroll_of(detail).horizontalScrollBar().maximum() == 0
        for label in detail.findChildren(TextLabel):
            if label.isVisible():
                wide = label.contentsRect().width()
                assert (
                    label.fontMetrics()
                    .boundingRect(label.contentsRect(), Qt.TextFlag.TextWordWrap, label.text())
                    .width()
                    <= wide + 1
                )
                assert label.height() >= label.heightForWidth(label.width())
        for each in (each for each in detail.findChildren(TextButton) if each.isVisible()):
            assert each.height() >= each.heightForWidth(each.width())
    finally:
        QApplication.setFont(before)


def test_marks_grow_with_the_text(detail: ExerciseDetail) -> None:
    mark = detail.findChildren(Mark)[0]
    before = mark.sizeHint().width()
    detail.setFont(font(detail.font(), 2.0))
    assert mark.sizeHint().width() > 1.5 * before


# In place


def test_other_words_about_the_same_exercise_leave_the_place(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    QApplication.processEvents()
    bar = scroll_of(detail).verticalScrollBar()
    bar.setValue(200)
    detail.show_sheet(replace(LONG, takes="This exercise takes 3 min here."))
    assert "This exercise takes 3 min here." in texts(detail)
    assert bar.value() == 200


def test_another_exercise_begins_at_its_top(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    QApplication.processEvents()
    bar = scroll_of(detail).verticalScrollBar()
    bar.setValue(200)
    detail.show_sheet(replace(LONG, exercise="bridge"))
    assert bar.value() == 0


def test_only_what_differs_is_built_again(detail: ExerciseDetail) -> None:
    detail.show_sheet(WITH_NEIGHBOURS)
    link = button(detail, "Cat-cow")
    link.setFocus()
    detail.show_sheet(replace(WITH_NEIGHBOURS, takes="This exercise takes 3 min here."))
    assert link.hasFocus()
    detail.show_sheet(replace(WITH_NEIGHBOURS, easier=(CAT_COW, BRIDGE)))
    assert button(detail, "Cat-cow") is not link


def test_a_stepper_stays_what_it_is_while_it_is_used(detail: ExerciseDetail) -> None:
    detail.dose_changed.connect(
        lambda *_: detail.show_sheet(dosed({"hold_seconds": 10, "reps": 2}, own={"reps": _[2]}))
    )
    stepper = detail.dose.stepper("reps")
    stepper.setFocus()
    for _ in range(3):
        QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert detail.dose.stepper("reps") is stepper
    assert (stepper.value(), stepper.hasFocus()) == (5, True)


def test_what_was_typed_for_one_exercise_counts_for_it_when_another_is_shown(
    qtbot: QtBot, detail: ExerciseDetail
) -> None:
    stepper = detail.dose.stepper("reps")
    stepper.setFocus()
    stepper.selectAll()
    QTest.keyClicks(stepper, "7")
    with qtbot.waitSignal(detail.dose_changed) as change:
        detail.show_sheet(replace(DOSED, exercise="bridge"))
    assert change.args == ["pelvic-tilt", "reps", 7]
    assert detail.dose.stepper("reps").value() == 2


# What is wished for


def test_a_changed_dose_can_be_reset(qtbot: QtBot, detail: ExerciseDetail) -> None:
    detail.show_sheet(dosed({"reps": 2}, own={"reps": 5}))
    with qtbot.waitSignal(detail.dose_reset_requested) as wish:
        press(detail, "Reset")
    assert wish.args == ["pelvic-tilt"]


def test_after_a_reset_nothing_scrolls_and_the_dose_has_the_focus(
    qtbot: QtBot, detail: ExerciseDetail
) -> None:
    own = dosed({"hold_seconds": 10, "reps": 2}, own={"reps": 5}, sheet=LONG)
    detail.show_sheet(own)
    qtbot.waitUntil(lambda: scroll_of(detail).verticalScrollBar().maximum() > 60)
    bar = scroll_of(detail).verticalScrollBar()
    bar.setValue(30)
    detail.dose_reset_requested.connect(lambda _: detail.show_sheet(LONG))
    press(detail, "Reset")
    QApplication.processEvents()
    assert QApplication.focusWidget() is detail.dose.stepper("reps")
    assert bar.value() == 30


def test_without_an_exercise_there_is_no_card(detail: ExerciseDetail) -> None:
    detail.show_sheet(None)
    assert not scroll_of(detail).isVisible()
    white = QColor(LIGHT.surface)
    image = detail.grab().toImage()
    assert image.pixelColor(image.rect().center()) != white
    detail.show_sheet(DOSED)
    assert scroll_of(detail).isVisible()


def test_other_exercises_can_be_looked_at(qtbot: QtBot, detail: ExerciseDetail) -> None:
    detail.show_sheet(WITH_NEIGHBOURS)
    assert buttons(detail) == ["Cat-cow", "Do it instead", "Bridge"]
    for text, exercise in (("Cat-cow", "cat-cow"), ("Bridge", "bridge")):
        assert button(detail, text).accessibleName() == f"Look at {text}"
        with qtbot.waitSignal(detail.exercise_asked) as wish:
            press(detail, text)
        assert wish.args == [exercise]


def test_there_is_a_way_back(qtbot: QtBot, detail: ExerciseDetail) -> None:
    assert "Back to Bridge" not in buttons(detail)
    detail.show_sheet(replace(DOSED, back=BRIDGE))
    with qtbot.waitSignal(detail.exercise_asked) as wish:
        press(detail, "Back to Bridge")
    assert wish.args == ["bridge"]
    detail.show_sheet(DOSED)
    assert buttons(detail) == []


@pytest.mark.parametrize("text", ["Do Cat-cow instead", "Do it instead"])
def test_an_easier_exercise_can_be_done_instead(
    qtbot: QtBot, detail: ExerciseDetail, text: str
) -> None:
    caution = replace(WITH_NEIGHBOURS, cautions=("Demanding.",), urgent=True, offer=CAT_COW)
    detail.show_sheet(caution)
    with qtbot.waitSignal(detail.swap_requested) as wish:
        press(detail, text)
    assert wish.args == ["pelvic-tilt", "cat-cow"]


def test_without_something_to_replace_nothing_is_offered(detail: ExerciseDetail) -> None:
    sheet = replace(WITH_NEIGHBOURS, original=None, cautions=("Demanding.",), offer=CAT_COW)
    detail.show_sheet(sheet)
    assert buttons(detail) == ["Cat-cow", "Bridge"]


def test_an_exchange_is_told_and_can_be_undone(qtbot: QtBot, detail: ExerciseDetail) -> None:
    stands_in = Exchange(Role.STANDS_IN, Swap(BRIDGE, PELVIC_TILT))
    detail.show_sheet(replace(DOSED, exchanges=(stands_in,)))
    assert "Stands in for Bridge" in texts(detail)
    assert button(detail, "Undo").accessibleName() == "Do Bridge again"
    with qtbot.waitSignal(detail.swap_undone) as wish:
        press(detail, "Undo")
    assert wish.args == ["bridge"]


def test_what_care_exchanged_is_undone_in_the_settings(detail: ExerciseDetail) -> None:
    by_care = Exchange(Role.STANDS_IN, Swap(BRIDGE, PELVIC_TILT), by_person=False)
    detail.show_sheet(replace(DOSED, exchanges=(by_care,)))
    assert "Stands in for Bridge" in texts(detail)
    assert buttons(detail) == []


def test_a_replaced_exercise_says_by_what(detail: ExerciseDetail) -> None:
    replaced = Exchange(Role.REPLACED, Swap(PELVIC_TILT, CAT_COW))
    detail.show_sheet(replace(DOSED, exchanges=(replaced,)))
    assert "Cat-cow stands in for it in your routines" in texts(detail)


# Keyboard and screen readers


def test_the_panel_scrolls_by_keyboard(detail: ExerciseDetail) -> None:
    detail.show_sheet(LONG)
    detail.setFocus()
    focused = QApplication.focusWidget()
    assert focused is scroll_of(detail)
    assert focused.accessibleName() == "About the exercise"
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert scroll_of(detail).verticalScrollBar().value() > 0


def test_tab_goes_down_the_panel(detail: ExerciseDetail) -> None:
    figure = QWidget()
    figure.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    detail.show_sheet(
        replace(
            dosed({"hold_seconds": 10, "reps": 2}, own={"reps": 5}, sheet=FIGURED),
            easier=(CAT_COW,),
            original=PELVIC_TILT,
            back=BRIDGE,
        )
    )
    detail.show_figures_by(lambda _: figure)
    detail.setFocus()
    wanted = [
        scroll_of(detail),
        button(detail, "Back to Bridge"),
        figure,
        detail.dose.stepper("hold_seconds"),
        detail.dose.stepper("reps"),
        button(detail, "Reset"),
        button(detail, "Cat-cow"),
        button(detail, "Do it instead"),
    ]
    for widget in wanted:
        assert QApplication.focusWidget() is widget
        QTest.keyClick(widget, Qt.Key.Key_Tab)


def test_the_focus_goes_to_what_undoes_the_last_step(detail: ExerciseDetail) -> None:
    detail.show_sheet(WITH_NEIGHBOURS)
    button(detail, "Do it instead").setFocus()
    stands_in = Exchange(Role.STANDS_IN, Swap(PELVIC_TILT, CAT_COW))
    detail.show_sheet(replace(SHEET, exercise="cat-cow", exchanges=(stands_in,)))
    assert QApplication.focusWidget() is button(detail, "Undo")
    detail.show_sheet(WITH_NEIGHBOURS)
    assert QApplication.focusWidget() is scroll_of(detail)
    button(detail, "Bridge").setFocus()
    detail.show_sheet(replace(SHEET, exercise="bridge", back=PELVIC_TILT))
    assert QApplication.focusWidget() is button(detail, "Back to Pelvic tilt")


def test_another_exercise_takes_the_focus_from_nobody(detail: ExerciseDetail) -> None:
    elsewhere = QWidget(detail)
    elsewhere.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    elsewhere.show()
    elsewhere.setFocus()
    detail.show_sheet(replace(DOSED, exercise="bridge", back=BRIDGE))
    assert elsewhere.hasFocus()


def test_only_the_picture_has_a_name_that_is_not_its_text(detail: ExerciseDetail) -> None:
    (picture,) = detail.findChildren(PositionPicture)
    assert picture.accessibleName() == SHEET.about
    assert all(not label.accessibleName() for label in detail.findChildren(QLabel))


# The figure


FIGURED = replace(DOSED, shown=make_moves("squat"), illustration=SQUAT)


class Maker:
    """Makes labels instead of figures, and remembers for what; or nothing."""

    def __init__(self, *, able: bool = True) -> None:
        self.shown: list[Show] = []
        self._able = able

    def __call__(self, show: Show) -> QWidget | None:
        self.shown.append(show)
        return QLabel("figure") if self._able else None


def other(sheet: ExerciseSheet, exercise: str) -> ExerciseSheet:
    return replace(sheet, exercise=exercise)


def test_a_figure_is_asked_for_once_it_can_be_seen(qtbot: QtBot, detail: ExerciseDetail) -> None:
    with qtbot.assertNotEmitted(detail.figure_needed, wait=20):
        detail.show_sheet(other(SHEET, "other"))
    with qtbot.waitSignal(detail.figure_needed):
        detail.show_sheet(FIGURED)
    with qtbot.assertNotEmitted(detail.figure_needed, wait=20):
        detail.show_sheet(other(FIGURED, "next"))


def test_a_figure_moves_for_a_new_exercise_and_is_left_alone_for_the_same_one(
    detail: ExerciseDetail,
) -> None:
    maker = Maker()
    detail.show_figures_by(maker)
    assert maker.shown == []
    detail.show_sheet(FIGURED)
    detail.show_sheet(replace(FIGURED, takes="This exercise takes 3 min here."))
    assert [show.words for show in maker.shown] == ["Pelvic tilt, On your back · mobility"]
    assert maker.shown[0].moving
    assert "figure" in texts(detail)
    detail.show_sheet(other(FIGURED, "bridge"))
    assert len(maker.shown) == 2
    detail.show_sheet(None)
    detail.show_figures_by(maker)
    assert len(maker.shown) == 2


def test_the_picture_grows_with_the_panel(detail: ExerciseDetail) -> None:
    detail.show_figures_by(Maker())
    detail.show_sheet(FIGURED)
    (picture,) = body_of(detail).findChildren(PositionPicture)
    (figure,) = picture.findChildren(QLabel)
    before = picture.height()
    detail.resize(700, 900)
    QApplication.processEvents()
    assert picture.height() > before
    assert figure.size() == picture.size()


def test_where_no_figure_can_be_made_the_sign_stays(detail: ExerciseDetail) -> None:
    detail.show_figures_by(Maker(able=False))
    detail.show_sheet(FIGURED)
    (picture,) = body_of(detail).findChildren(PositionPicture)
    assert picture.accessibleName() == SHEET.about
    image = picture.grab().toImage()
    accent = QColor(LIGHT.accent)
    assert any(
        image.pixelColor(x, y) == accent
        for x in range(image.width())
        for y in range(image.height())
    )
