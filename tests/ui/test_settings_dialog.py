from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QWidget

from backcare.core.dose import DoseOverride
from backcare.core.look import Clothes, Hair, Look
from backcare.core.routine import Level
from backcare.core.setting_words import EXERCISES, ROUTINES, sections
from backcare.core.settings import Preferences, Settings, Theme, specs
from backcare.core.words import Words
from backcare.figure.gallery import Gallery
from backcare.ui.appearance import SMALLEST_TEXT_POINTS
from backcare.ui.look_preview import LookPreview
from backcare.ui.number_field import NumberField
from backcare.ui.restore_question import RestoreQuestion
from backcare.ui.settings_body import SYMBOLS
from backcare.ui.settings_dialog import SettingsDialog
from backcare.ui.theme import DARK, palette_of
from tests.builders import (
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_preferences,
    make_routine,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    MakeDialog = Callable[..., SettingsDialog]

TILT = make_hold("pelvic-tilt", seconds=10, reps=6)
PLANK = make_hold("plank", seconds=20)
CATALOGUE = make_catalogue(
    TILT,
    PLANK,
    routines=[
        make_routine(make_item(TILT, dose=make_dose(reps=12)), name="morning"),
        make_routine(PLANK, name="evening"),
    ],
)


class Keeper:
    """Keeps what it is given to save, or refuses with `error`."""

    def __init__(self) -> None:
        self.error: str | None = None
        self.kept: list[Preferences] = []

    def __call__(self, preferences: Preferences) -> str | None:
        if self.error is None:
            self.kept.append(preferences)
        return self.error


@pytest.fixture
def keeper() -> Keeper:
    return Keeper()


@pytest.fixture
def make_dialog(qtbot: QtBot, keeper: Keeper) -> MakeDialog:
    def make(preferences: Preferences | None = None, routine_id: str = "") -> SettingsDialog:
        chosen = preferences or make_preferences()
        dialog = SettingsDialog(CATALOGUE, chosen, Words(), routine_id, save=keeper)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def leave(dialog: SettingsDialog, *, by_key: bool) -> None:
    if by_key:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()


def effect(dialog: SettingsDialog) -> str:
    return dialog.effect_line.label.accessibleName()


CHANGED = make_preferences(
    Settings(prepare_seconds=20, pregnant=True, theme=Theme.DARK),
    levels={"morning": Level.AS_WRITTEN, "of-my-own": Level.GENTLE},
    doses={"plank": DoseOverride(hold_seconds=30), "of-my-own": DoseOverride(sets=2)},
)


def test_what_goes_in_comes_out(make_dialog: MakeDialog) -> None:
    assert make_dialog(CHANGED).preferences() == CHANGED
    assert make_dialog().preferences() == Preferences()


def test_there_is_a_section_for_everything(make_dialog: MakeDialog) -> None:
    assert list(make_dialog().pages) == list(sections())
    assert set(SYMBOLS) == set(sections())


def test_what_it_does_not_show_is_kept(make_dialog: MakeDialog, keeper: Keeper) -> None:
    dialog = make_dialog(make_preferences(swaps={"plank": "bird-dog"}))
    dialog.rows["rest_seconds"].set_value(9)
    dialog.ok_button.click()
    assert keeper.kept == [make_preferences(Settings(rest_seconds=9), swaps={"plank": "bird-dog"})]


def test_apply_is_offered_only_while_something_differs(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    assert not dialog.apply_button.isEnabled()
    dialog.rows["rest_seconds"].set_value(9)
    assert dialog.apply_button.isEnabled()
    dialog.rows["rest_seconds"].reset()
    assert not dialog.apply_button.isEnabled()


def test_apply_saves_and_stays(make_dialog: MakeDialog, keeper: Keeper, qtbot: QtBot) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    with qtbot.waitSignal(dialog.applied) as told:
        dialog.apply_button.click()
    assert keeper.kept == [make_preferences(Settings(rest_seconds=9))]
    assert told.args == keeper.kept
    assert dialog.isVisible()
    assert not dialog.apply_button.isEnabled()


def test_ok_saves_and_closes(make_dialog: MakeDialog, keeper: Keeper, qtbot: QtBot) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    with qtbot.waitSignals([dialog.applied, dialog.accepted]):
        dialog.ok_button.click()
    assert len(keeper.kept) == 1


def test_ok_with_nothing_new_only_closes(
    make_dialog: MakeDialog, keeper: Keeper, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    with qtbot.waitSignal(dialog.accepted), qtbot.assertNotEmitted(dialog.applied):
        dialog.ok_button.click()
    assert keeper.kept == []


def test_cancel_discards_without_a_question(
    make_dialog: MakeDialog, keeper: Keeper, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.applied):
        dialog.cancel_button.click()
    assert keeper.kept == []


def test_escape_with_nothing_changed_asks_nothing(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("by_key", [True, False], ids=["escape", "close"])
def test_leaving_asks_in_place_before_changes_are_lost(
    make_dialog: MakeDialog, keeper: Keeper, qtbot: QtBot, by_key: bool
) -> None:
    dialog = make_dialog()
    dialog.open_at("rest_seconds")
    dialog.rows["rest_seconds"].set_value(9)
    with qtbot.assertNotEmitted(dialog.rejected):
        leave(dialog, by_key=by_key)
    question = dialog.footer.question
    assert question.isVisible()
    assert question.keep_button.hasFocus()
    assert not dialog.ok_button.isVisible()
    with qtbot.assertNotEmitted(dialog.rejected):
        QTest.keyClick(question.keep_button, Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert dialog.ok_button.isVisible()
    assert dialog.rows["rest_seconds"].control.hasFocus()
    leave(dialog, by_key=by_key)
    with qtbot.waitSignal(dialog.rejected), qtbot.assertNotEmitted(dialog.applied):
        question.discard_button.click()
    assert not dialog.isVisible()
    assert keeper.kept == []


def test_the_question_leaves_other_keys_alone(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    dialog.close()
    with qtbot.assertNotEmitted(dialog.footer.question.answered):
        QTest.keyClick(dialog.footer.question, Qt.Key.Key_X)
    QTest.keyClick(dialog.footer.question.keep_button, Qt.Key.Key_Return)
    assert not dialog.footer.question.isVisible()


def test_closing_while_it_asks_closes(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    dialog.close()
    with qtbot.waitSignal(dialog.rejected):
        dialog.close()


def test_an_error_is_told_in_place_and_the_dialog_stays(
    make_dialog: MakeDialog, keeper: Keeper, qtbot: QtBot
) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    keeper.error = "The disk is full."
    with qtbot.assertNotEmitted(dialog.applied):
        dialog.ok_button.click()
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
    assert dialog.notice.text() == "The disk is full."
    assert dialog.apply_button.isEnabled()
    keeper.error = None
    dialog.apply_button.click()
    assert not dialog.notice.isVisible()


def test_the_effect_on_the_routine_that_was_passed_in_is_told_live(
    make_dialog: MakeDialog,
) -> None:
    dialog = make_dialog(routine_id="evening")
    assert effect(dialog) == "Evening takes 30 s"
    dialog.rows["prepare_seconds"].set_value(40)
    assert effect(dialog) == "Evening now takes 1 min (was 30 s)"
    dialog.rows["prepare_seconds"].reset()
    dialog.dose_table.show_exercise("plank")
    dialog.doses.setData(dialog.doses.index(1, 1), 45)
    assert effect(dialog) == "Evening now takes 55 s (was 30 s)"


def test_a_small_effect_is_told_to_the_second(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(routine_id="morning")
    assert effect(dialog) == "Morning takes 2 min"
    dialog.rows["prepare_seconds"].set_value(12)
    assert effect(dialog) == "Morning now takes 1 min 37 s (was 1 min 35 s)"


def test_another_routine_can_be_chosen_and_the_table_follows(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(make_preferences(Settings(level=Level.AS_WRITTEN)), routine_id="evening")
    assert dialog.doses.index(0, 2).data() == "6"
    assert dialog.dose_table.scope.currentText() == "In Evening"
    dialog.effect_line.set_routine("morning")
    assert effect(dialog).startswith("Morning")
    assert dialog.doses.index(0, 2).data() == "12"
    assert dialog.dose_table.scope.currentText() == "In Morning"


def test_after_apply_the_effect_counts_from_what_was_saved(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(routine_id="evening")
    dialog.rows["prepare_seconds"].set_value(20)
    dialog.apply_button.click()
    assert effect(dialog) == "Evening takes 40 s"


def test_the_table_follows_the_settings(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.rows["hold_scale_percent"].set_value(200)
    assert dialog.doses.index(1, 1).data() == "40 s"


def test_levels_of_routines_can_be_chosen_with_their_effect(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.open_at(ROUTINES)
    row = dialog.levels.rows["morning"]
    assert row.control.accessibleDescription() == "Takes 2 min"
    row.set_value(Level.AS_WRITTEN)
    assert dialog.preferences().levels == {"morning": Level.AS_WRITTEN}
    assert row.control.accessibleDescription() == (
        "Changed from General (Gentle). Now takes 4 min (was 2 min)"
    )
    assert row.text_of(None) == "General (Gentle)"
    dialog.rows["level"].set_value(Level.AS_WRITTEN)
    assert row.text_of(None) == "General (As written)"


def test_restoring_asks_first_and_waits_for_ok(make_dialog: MakeDialog, keeper: Keeper) -> None:
    dialog = make_dialog(CHANGED)
    dialog.restore_button.click()
    question = dialog.findChild(RestoreQuestion)
    assert isinstance(question, RestoreQuestion)
    assert question.what_goes()["Timing"] == "Get ready"
    QTest.mouseClick(question.all_button, Qt.MouseButton.LeftButton)
    assert dialog.preferences() == Preferences()
    assert keeper.kept == []
    assert dialog.apply_button.isEnabled()
    assert not dialog.restore_button.isEnabled()
    dialog.ok_button.click()
    assert keeper.kept == [Preferences()]


def test_the_open_page_alone_can_be_restored(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(CHANGED)
    dialog.open_at("pregnant")
    dialog.restore_button.click()
    question = dialog.findChild(RestoreQuestion)
    assert isinstance(question, RestoreQuestion)
    assert question.page_button.text() == "Only “Taking care”"
    question.page_button.click()
    wanted = Settings(prepare_seconds=20, theme=Theme.DARK)
    assert dialog.preferences() == replace(CHANGED, settings=wanted)


def test_keeping_restores_nothing(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(CHANGED)
    dialog.restore_button.click()
    question = dialog.findChild(RestoreQuestion)
    assert isinstance(question, RestoreQuestion)
    QTest.mouseClick(question.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.preferences() == CHANGED


def test_it_opens_at_a_section_a_setting_or_an_exercise(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    names = list(dialog.pages)
    dialog.open_at("Timing")
    assert names[dialog.section_list.current()] == "Timing"
    dialog.open_at("pregnant")
    assert names[dialog.section_list.current()] == "Taking care"
    assert dialog.rows["pregnant"].control.hasFocus()
    dialog.open_at("plank")
    assert names[dialog.section_list.current()] == EXERCISES
    assert dialog.dose_table.view.currentIndex().data() == "20 s"
    assert dialog.dose_table.current_exercise() == "plank"
    dialog.open_at("nowhere")
    assert names[dialog.section_list.current()] == EXERCISES


def test_arrows_in_the_list_change_the_section(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.open_at("Doses")
    QTest.keyClick(dialog.section_list.list, Qt.Key.Key_Down)
    assert dialog.pages["Taking care"].isVisible()


def test_tab_goes_through_list_page_and_footer_in_order(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    dialog.open_at("Timing")
    reached = [dialog.focusWidget()]
    for _ in range(30):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        reached.append(dialog.focusWidget())
    timing = [name for name, spec in specs().items() if spec.section == "Timing"]
    wanted = [
        dialog.section_list.list,
        *(dialog.rows[name].control for name in timing),
        dialog.effect_line.combo,
        dialog.ok_button,
    ]
    assert [
        widget for widget in reached[: reached.index(dialog.ok_button) + 1] if widget in wanted
    ] == wanted
    assert {dialog.cancel_button, dialog.apply_button, dialog.restore_button} <= set(reached)


def test_after_apply_the_focus_stays_where_the_person_was(
    make_dialog: MakeDialog, keeper: Keeper
) -> None:
    dialog = make_dialog()
    dialog.open_at("rest_seconds")
    dialog.rows["rest_seconds"].set_value(9)
    QTest.mouseClick(dialog.apply_button, Qt.MouseButton.LeftButton)
    assert len(keeper.kept) == 1
    assert dialog.rows["rest_seconds"].control.hasFocus()


@pytest.mark.parametrize("name", ["apply_button", "restore_button"])
def test_a_button_that_goes_hands_its_focus_to_ok(make_dialog: MakeDialog, name: str) -> None:
    dialog = make_dialog()
    dialog.rows["rest_seconds"].set_value(9)
    button = getattr(dialog, name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    if name == "restore_button":
        question = dialog.findChild(RestoreQuestion)
        assert isinstance(question, RestoreQuestion)
        question.all_button.click()
    assert not button.isEnabled()
    assert dialog.ok_button.hasFocus()


def test_enter_is_ok_only_when_no_number_is_being_typed(
    make_dialog: MakeDialog, qtbot: QtBot, keeper: Keeper
) -> None:
    dialog = make_dialog()
    dialog.open_at("rest_seconds")
    field = dialog.rows["rest_seconds"].control
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert keeper.kept == []
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert keeper.kept == [make_preferences(Settings(rest_seconds=9))]


def test_what_was_corrected_is_told_before_it_is_saved(
    make_dialog: MakeDialog, keeper: Keeper
) -> None:
    dialog = make_dialog()
    dialog.open_at("prepare_seconds")
    field = dialog.rows["prepare_seconds"].control
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "999")
    dialog.ok_button.click()
    assert dialog.isVisible()
    assert keeper.kept == []
    assert dialog.notice.text() == "Get ready: From 3 to 120 s. 120 s is used."
    dialog.ok_button.click()
    assert keeper.kept == [make_preferences(Settings(prepare_seconds=120))]


def test_a_corrected_number_is_told_before_it_is_applied(
    make_dialog: MakeDialog, keeper: Keeper
) -> None:
    dialog = make_dialog()
    dialog.open_at("prepare_seconds")
    field = dialog.rows["prepare_seconds"].control
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "999")
    dialog.apply_button.click()
    assert keeper.kept == []
    dialog.apply_button.click()
    assert keeper.kept == [make_preferences(Settings(prepare_seconds=120))]


def test_a_number_in_the_table_counts_though_it_is_half_typed(
    make_dialog: MakeDialog, keeper: Keeper
) -> None:
    dialog = make_dialog()
    dialog.open_at("plank")
    QTest.keyClicks(dialog.dose_table.view, "7")
    dialog.ok_button.click()
    assert keeper.kept == [make_preferences(doses={"plank": DoseOverride(hold_seconds=7)})]


def test_no_two_mnemonics_are_alike(make_dialog: MakeDialog) -> None:
    dialog = make_dialog()
    question = [dialog.footer.question.keep_button, dialog.footer.question.discard_button]
    buttons = [each for each in dialog.findChildren(QPushButton) if each not in question]
    for group in (buttons, question):
        keys = [QKeySequence.mnemonic(each.text()) for each in group]
        used = [key for key in keys if not key.isEmpty()]
        assert used
        assert len(set(used)) == len(used)


def test_everything_that_takes_the_focus_has_a_name(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(CHANGED)
    for widget in dialog.findChildren(QWidget):
        if widget.window() is not dialog:  # the list of a drop-down
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name), widget


def test_everything_that_is_pressed_is_large_enough(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(CHANGED)
    face = dialog.font()
    face.setPointSizeF(SMALLEST_TEXT_POINTS)
    dialog.setFont(face)
    for page in dialog.pages:
        dialog.open_at(page)
        QApplication.processEvents()
        for widget in dialog.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QAbstractButton | NumberField | QComboBox):
                assert widget.height() >= 32, widget


def test_without_routines_no_effect_is_told(qtbot: QtBot) -> None:
    dialog = SettingsDialog(make_catalogue(TILT), make_preferences(), Words())
    qtbot.addWidget(dialog)
    assert dialog.effect_line.isHidden()
    dialog.rows["rest_seconds"].set_value(9)
    dialog.ok_button.click()
    assert dialog.preferences().settings.rest_seconds == 9


def test_a_new_theme_and_font_reach_the_open_dialog(
    make_dialog: MakeDialog,
) -> None:
    dialog = make_dialog()
    dialog.notice.tell("The disk is full.")
    dialog.resize(700, 600)
    width = dialog.section_list.width()
    dialog.setPalette(palette_of(DARK))
    font = dialog.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    dialog.setFont(font)
    dialog.grab()
    assert dialog.notice.palette().windowText().color().name() == DARK.caution_ink
    assert dialog.section_list.width() > width


def test_the_person_in_the_pictures_is_shown_while_it_is_chosen(qtbot: QtBot) -> None:
    preview = LookPreview(Gallery(dict))
    dialog = SettingsDialog(CATALOGUE, make_preferences(), Words(), preview=preview)
    qtbot.addWidget(dialog)
    dialog.open_at("hair")
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert preview.isVisible()
    assert preview.look == Look()
    dialog.rows["hair"].set_value(Hair.RED_SHORT)
    dialog.rows["clothes"].set_value(Clothes.SKY)
    assert preview.look == Look(hair=Hair.RED_SHORT, clothes=Clothes.SKY)
    dialog.open_at("theme")
    assert not preview.isVisible()
