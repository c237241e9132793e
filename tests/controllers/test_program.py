from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
import shiboken6
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from backcare.app import build
from backcare.controllers.browsing import ALL_EXERCISES
from backcare.core.dose import DoseOverride
from backcare.core.planning import build_plan
from backcare.core.routine import Level
from backcare.core.safety import PAGE_VERSION
from backcare.core.settings import Settings, Theme
from backcare.paths import UserFolders, user_folders
from backcare.services.session_timer import SessionTimer
from backcare.store.library import Library
from backcare.store.settings_file import SettingsFile
from backcare.store.state_file import StateFile
from backcare.ui.browse_page import BrowsePage
from backcare.ui.dose_model import EXERCISE_ROLE
from backcare.ui.end_view import EndView
from backcare.ui.exercise_rows import ROW_ROLE
from backcare.ui.safety_view import SafetyView
from backcare.ui.session_view import SessionView
from backcare.ui.settings_dialog import SettingsDialog
from backcare.ui.text_dialog import TextDialog
from backcare.ui.theme import DARK, LIGHT, palette_of, tokens_of
from backcare.ui.welcome_view import WelcomeView
from tests.builders import (
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_moves,
    make_preferences,
    make_routine,
)
from tests.ui.session_builders import press, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from backcare.controllers.program import Program

    StartProgram = Callable[..., Program]

Page = TypeVar("Page", bound=QWidget)

TILT = make_hold("pelvic-tilt", seconds=10, reps=2)
CAT = make_moves("cat-cow", reps=2)
MORNING = make_routine(make_item(TILT, dose=make_dose(reps=4)), name="morning")
EVENING = make_routine(CAT, TILT, name="evening")
CATALOGUE = make_catalogue(TILT, CAT, routines=(MORNING, EVENING))
PREVIEW = 1e6
"""So fast that a session is over at its next tick."""


@pytest.fixture
def folders(home: Path) -> UserFolders:
    return user_folders(str(home / "data"))


@pytest.fixture
def start_program(qtbot: QtBot, folders: UserFolders) -> StartProgram:
    def start(
        *,
        seen: bool = True,
        where: UserFolders = folders,
        problems: tuple[str, ...] = (),
        tell: bool = True,
    ) -> Program:
        if seen:
            state = StateFile(where.state_file)
            state.load()
            state.remember(safety_page_seen=PAGE_VERSION)
        preferences = SettingsFile(where.settings_file).load().preferences
        made = build(Library(CATALOGUE, problems), preferences, where)
        qtbot.addWidget(made.window, before_close_func=lambda _: made.end())
        with qtbot.waitActive(made.window):
            made.open()
            made.window.activateWindow()
        if tell:
            made.tell_of_files()
        return made

    return start


def page(program: Program, kind: type[Page]) -> Page:
    """The page that is shown, which is of that kind."""
    shown = program.window.page
    assert isinstance(shown, kind)
    return shown


def press_start(program: Program) -> None:
    QTest.mouseClick(page(program, BrowsePage).start_button, Qt.MouseButton.LeftButton)


def wake(program: Program) -> None:
    """The session's timer fires."""
    timer = page(program, SessionView).findChild(SessionTimer)
    assert isinstance(timer, SessionTimer)
    timer.woke.emit()


def read(safety: SafetyView, key: Qt.Key) -> None:
    """Read the page to its end by one key, and confirm it."""
    while safety.confirm_button.reads_on:
        QTest.keyClick(safety.confirm_button, key)
    QTest.keyClick(safety.confirm_button, key)


def skip_to_the_end(program: Program) -> None:
    view = page(program, SessionView)
    while program.window.page is view:
        press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


def notice(shown: BrowsePage) -> str:
    """What is told above the first page."""
    return "" if shown.notice.isHidden() else shown.notice.text.text()


def told(program: Program) -> str:
    """What is told during a session."""
    return " ".join(texts(page(program, SessionView)))


def boxes() -> list[QMessageBox]:
    return [
        box
        for box in QApplication.topLevelWidgets()
        if isinstance(box, QMessageBox) and box.isVisible()
    ]


def with_dialog(act: Callable[[SettingsDialog], object], then: Callable[[], object]) -> None:
    """Do something that opens the settings, and `act` on them before they are closed."""
    seen = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        seen.append(dialog)
        try:
            act(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, meet)
    then()
    assert len(seen) == 1


def state_of(folders: UserFolders) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(Path(folders.state_file).read_text())
    return loaded


# The window


def test_the_window_opens_with_the_keyboard_on_start(start_program: StartProgram) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    assert program.window.isVisible()
    assert program.window.menuBar().isVisible()
    assert QApplication.focusWidget() is shown.start_button
    assert "Morning" in texts(shown)


def test_the_window_comes_back_as_it_was_left(
    start_program: StartProgram, folders: UserFolders
) -> None:
    first = start_program()
    page(first, BrowsePage).routines.choose("evening")
    first.window.setMinimumSize(100, 100)
    first.window.setGeometry(31, 41, 590, 260)
    assert first.window.close()
    assert state_of(folders)["last_routine"] == "evening"
    second = start_program()
    second.window.setMinimumSize(100, 100)
    assert "Evening" in texts(page(second, BrowsePage))
    assert second.window.geometry().topLeft() == first.window.geometry().topLeft()


@pytest.mark.parametrize(
    "state",
    [
        {"geometry": "AAAA", "last_routine": "gone"},
        {"geometry": 5, "last_routine": ["evening"]},
        {"geometry": "not base64", "last_routine": ""},
    ],
)
def test_a_state_that_makes_no_sense_is_forgotten(
    start_program: StartProgram, folders: UserFolders, state: dict[str, object]
) -> None:
    Path(folders.data).mkdir()
    Path(folders.state_file).write_text(json.dumps(state))
    program = start_program(seen=False)
    assert "Morning" in texts(page(program, BrowsePage))


def test_a_window_left_in_full_screen_opens_as_a_window(start_program: StartProgram) -> None:
    first = start_program()
    first.window.toggle_full_screen()
    assert first.window.close()
    assert not start_program().window.isFullScreen()


def test_mistakes_in_own_files_are_told_in_one_notice(start_program: StartProgram) -> None:
    problems = tuple(f"mine.yaml:{line}:1: there is no field 'holds'" for line in range(1, 31))
    shown = page(start_program(problems=problems), BrowsePage)
    assert notice(shown).startswith("Some of your files have mistakes")
    QTest.mouseClick(shown.notice.details_button, Qt.MouseButton.LeftButton)
    (details,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, TextDialog))
    assert details.box.edit.toPlainText().splitlines() == list(problems)
    assert not details.isModal()
    details.close()


def test_mistakes_are_told_after_a_session_and_never_over_it(start_program: StartProgram) -> None:
    program = start_program(problems=("mine.yaml:1:1: it is empty",), tell=False)
    shown = page(program, BrowsePage)
    press_start(program)
    program.tell_of_files()
    assert notice(shown) == ""
    page(program, SessionView).leave_confirmed.emit()
    page(program, EndView).closed.emit()
    assert notice(shown) != ""


def test_without_a_mistake_nothing_is_told(start_program: StartProgram) -> None:
    assert notice(page(start_program(), BrowsePage)) == ""


def test_the_menu_leads_to_the_search(start_program: StartProgram) -> None:
    program = start_program()
    program.window.search_requested.emit()
    assert QApplication.focusWidget() is page(program, BrowsePage).search


def test_enter_on_a_card_leads_to_its_text(start_program: StartProgram) -> None:
    shown = page(start_program(), BrowsePage)
    shown.exercises.setFocus()
    QTest.keyClick(shown.exercises, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is shown.detail.focusProxy()


def test_an_error_inside_is_told_and_stops_nothing(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    program.tell_of_error("ValueError: 7")
    assert "You can go on. Details: ValueError: 7" in told(program)
    assert boxes() == []
    page(program, SessionView)


# The safety page


def test_the_safety_page_comes_before_the_first_session_only(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program(seen=False)
    press_start(program)
    safety = page(program, SafetyView)
    assert not program.window.menuBar().isVisible()
    assert QApplication.focusWidget() is safety.confirm_button
    read(safety, Qt.Key.Key_Return)
    page(program, SessionView)
    assert state_of(folders)["safety_page_seen"] == PAGE_VERSION
    skip_to_the_end(program)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    press_start(program)
    page(program, SessionView)


def test_the_safety_page_is_not_shown_again_after_a_restart(start_program: StartProgram) -> None:
    first = start_program(seen=False)
    press_start(first)
    page(first, SafetyView).confirmed.emit()
    first.end()
    second = start_program(seen=False)
    press_start(second)
    page(second, SessionView)


def test_an_older_version_of_the_safety_page_is_not_enough(
    start_program: StartProgram, folders: UserFolders
) -> None:
    StateFile(folders.state_file).remember(safety_page_seen=PAGE_VERSION - 1)
    program = start_program(seen=False)
    press_start(program)
    page(program, SafetyView)


def test_who_does_not_confirm_starts_nothing(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program(seen=False)
    press_start(program)
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    page(program, BrowsePage)
    assert not Path(folders.state_file).exists()
    press_start(program)
    page(program, SafetyView)


def test_reading_the_page_from_the_menu_leads_back(start_program: StartProgram) -> None:
    program = start_program()
    program.window.safety_requested.emit()
    read(page(program, SafetyView), Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page(program, BrowsePage).start_button


def test_what_is_ticked_before_the_first_session_counts_in_it(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program(seen=False)
    press_start(program)
    safety = page(program, SafetyView)
    safety.care.boxes["pregnant"].click()
    assert SettingsFile(folders.settings_file).load().preferences.settings.pregnant
    safety.setting_chosen.emit("prepare_seconds", 33)
    safety.confirmed.emit()
    assert "0:58 left" in told(program)  # 10 s + 5 s + 10 s, and 33 s to get ready


def test_what_is_ticked_there_stays_ticked(start_program: StartProgram) -> None:
    program = start_program()
    program.window.safety_requested.emit()
    page(program, SafetyView).care.boxes["osteoporosis"].click()
    page(program, SafetyView).left.emit()
    program.window.safety_requested.emit()
    assert page(program, SafetyView).care.boxes["osteoporosis"].isChecked()


def test_the_window_can_be_closed_on_the_safety_page(start_program: StartProgram) -> None:
    program = start_program(seen=False)
    press_start(program)
    assert program.window.close()


# The welcome


def test_somebody_new_is_welcomed_in_place_of_the_first_page(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program(seen=False)
    program.greet()
    welcome = page(program, WelcomeView)
    assert QApplication.focusWidget() is welcome.next_button
    welcome.care.boxes["osteoporosis"].click()
    for _ in range(2):
        welcome.skip()
    assert QApplication.focusWidget() is page(program, BrowsePage).start_button
    kept = SettingsFile(folders.settings_file).load().preferences
    assert kept.settings == Settings(osteoporosis=True)


def test_browsing_without_having_read_is_fine_but_a_session_waits(
    start_program: StartProgram,
) -> None:
    program = start_program(seen=False)
    program.greet()
    for _ in range(2):
        page(program, WelcomeView).skip()
    press_start(program)
    page(program, SafetyView)


def test_who_read_it_in_the_welcome_starts_at_once(start_program: StartProgram) -> None:
    program = start_program(seen=False)
    program.greet()
    welcome = page(program, WelcomeView)
    welcome.go_on()
    welcome.safety_read.emit()
    welcome.skip()
    press_start(program)
    page(program, SessionView)


def test_the_welcome_comes_once_and_again_from_the_menu(start_program: StartProgram) -> None:
    program = start_program(seen=False)
    program.greet()
    page(program, WelcomeView).left.emit()
    program.greet()
    page(program, BrowsePage)
    program.window.welcome_requested.emit()
    page(program, WelcomeView)
    assert program.window.close()


def test_a_session_from_the_command_line_shows_the_safety_page_alone(
    start_program: StartProgram,
) -> None:
    program = start_program(seen=False)
    program.start_routine("evening", Level.GENTLE, 1.0, None)
    page(program, SafetyView).confirmed.emit()
    page(program, SessionView)


# Sessions


def test_a_session_begins_with_the_chosen_routine(start_program: StartProgram) -> None:
    program = start_program()
    page(program, BrowsePage).routines.choose("evening")
    press_start(program)
    view = page(program, SessionView)
    assert not program.window.menuBar().isVisible()
    assert QApplication.focusWidget() is view
    assert "Cat cow" in texts(view)


def test_the_menu_starts_too(start_program: StartProgram) -> None:
    program = start_program()
    program.window.start_requested.emit()
    page(program, SessionView)


def test_there_is_nothing_to_start_among_all_exercises(start_program: StartProgram) -> None:
    program = start_program()
    page(program, BrowsePage).routines.choose(ALL_EXERCISES)
    program.window.start_requested.emit()
    page(program, BrowsePage)


def test_a_session_leads_to_its_end_and_back(qtbot: QtBot, start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    view = page(program, SessionView)
    skip_to_the_end(program)
    end = page(program, EndView)
    assert {"Another time, then", "Pelvic tilt", "left out"} <= set(texts(end))
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page(program, BrowsePage).start_button
    assert program.window.menuBar().isVisible()
    qtbot.waitUntil(lambda: not (shiboken6.isValid(view) or shiboken6.isValid(end)))


def test_what_hurt_names_something_easier_at_the_end(qtbot: QtBot, folders: UserFolders) -> None:
    StateFile(folders.state_file).remember(safety_page_seen=PAGE_VERSION)
    hard = make_hold("plank", easier=("pelvic-tilt",))
    catalogue = make_catalogue(TILT, hard, routines=(make_routine(hard, name="hard"),))
    program = build(Library(catalogue, ()), make_preferences(), folders)
    qtbot.addWidget(program.window, before_close_func=lambda _: program.end())
    program.open()
    press_start(program)
    press(program.window.page, Qt.Key.Key_H)  # the only exercise, so that this ends all
    assert "Next time perhaps: Pelvic tilt" in texts(page(program, EndView))


def test_again_follows_the_same_plan(start_program: StartProgram) -> None:
    program = start_program()
    page(program, BrowsePage).routines.choose("evening")
    press_start(program)
    skip_to_the_end(program)
    page(program, EndView).again_requested.emit()
    assert "Cat cow" in texts(page(program, SessionView))


def test_escape_asks_and_what_was_done_is_kept(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    view = page(program, SessionView)
    press(view, Qt.Key.Key_Escape)
    assert "End the session?" in texts(view)
    press(view, Qt.Key.Key_Escape)
    assert "End the session?" not in texts(view)
    press(view, Qt.Key.Key_Escape)
    view.leave_confirmed.emit()
    page(program, EndView)


def test_only_one_session_goes_on_at_a_time(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    view = page(program, SessionView)
    program.start_routine("evening", Level.GENTLE, 1.0, None)
    program.window.start_requested.emit()
    assert page(program, SessionView) is view


def test_a_session_fills_the_screen_and_browsing_does_not(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    for full in (True, False, True):
        assert program.window.isFullScreen() is full
        press(program.window.page, Qt.Key.Key_F11)
    assert not program.window.isFullScreen()
    press(program.window.page, Qt.Key.Key_F11)
    skip_to_the_end(program)
    assert program.window.isFullScreen()
    page(program, EndView).closed.emit()
    assert not program.window.isFullScreen()


def test_a_session_stays_in_its_window_for_whom_likes_that(
    start_program: StartProgram, folders: UserFolders
) -> None:
    SettingsFile(folders.settings_file).save(make_preferences(Settings(fill_screen=False)))
    program = start_program()
    press_start(program)
    assert not program.window.isFullScreen()


@pytest.mark.parametrize(("count_in", "said"), [(3, "Going on in 3 seconds"), (0, "Get ready")])
def test_the_count_in_is_the_one_of_the_settings(
    start_program: StartProgram, folders: UserFolders, count_in: int, said: str
) -> None:
    Path(folders.config).mkdir()
    settings = Settings(count_in_seconds=count_in)
    SettingsFile(folders.settings_file).save(make_preferences(settings))
    program = start_program()
    press_start(program)
    view = page(program, SessionView)
    heard: list[str] = []
    view.announced.connect(heard.append)
    press(view, Qt.Key.Key_Space)
    press(view, Qt.Key.Key_Space)
    assert [text.split(",")[0] for text in heard] == ["Paused", said]


def test_a_start_from_the_command_line_takes_its_level(
    start_program: StartProgram, home: Path
) -> None:
    program = start_program()
    log = home / "events.jsonl"
    program.start_routine("morning", Level.AS_WRITTEN, PREVIEW, str(log))
    wake(program)
    entered = [json.loads(line) for line in log.read_text().splitlines()]
    phases = [line["phase"] for line in entered if line["event"] == "phase"]
    plan = build_plan(MORNING, CATALOGUE, make_preferences(), Level.AS_WRITTEN)
    assert phases == list(range(len(plan.phases)))
    assert entered[-1]["event"] == "finish"


def test_a_log_that_cannot_be_written_is_told_and_the_session_goes_on(
    start_program: StartProgram, home: Path
) -> None:
    program = start_program()
    log = home / "no" / "folder"
    program.start_routine("morning", Level.GENTLE, 1.0, str(log))
    assert f"{log}: No such file or directory" in told(program)
    assert boxes() == []


# Previews


def test_a_preview_needs_no_safety_page_and_leaves_no_trace(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program(seen=False)
    program.start_routine("evening", Level.GENTLE, PREVIEW, None)
    wake(program)
    end = page(program, EndView)
    assert "Preview" in texts(end)
    end.closed.emit()
    page(program, BrowsePage)
    assert not Path(folders.data).exists()
    press_start(program)
    page(program, SafetyView)


def test_a_preview_again_is_a_preview(start_program: StartProgram) -> None:
    program = start_program(seen=False)
    program.start_routine("evening", Level.GENTLE, PREVIEW, None)
    wake(program)
    page(program, EndView).again_requested.emit()
    assert any(text.startswith("Preview at") for text in texts(page(program, SessionView)))


# Closing


def test_closing_a_session_asks_first_and_leaves_the_second_time(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program()
    press_start(program)
    assert not program.window.close()
    view = page(program, SessionView)
    assert "End the session?" in texts(view)
    assert program.window.isVisible()
    assert program.window.close()
    assert not program.window.isVisible()
    assert state_of(folders)["last_routine"] == "morning"


def test_after_going_on_closing_asks_again(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    assert not program.window.close()
    page(program, SessionView).leave_declined.emit()
    assert not program.window.close()


def test_the_next_session_asks_again(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    assert not program.window.close()
    page(program, SessionView).leave_confirmed.emit()
    page(program, EndView).again_requested.emit()
    assert not program.window.close()


def test_closing_elsewhere_asks_nothing(start_program: StartProgram) -> None:
    program = start_program()
    press_start(program)
    skip_to_the_end(program)
    assert program.window.close()


def test_the_system_ends_a_session_at_once_and_keeps_it(
    start_program: StartProgram, folders: UserFolders, home: Path
) -> None:
    program = start_program()
    log = home / "events.jsonl"
    program.start_routine("evening", Level.GENTLE, 1.0, str(log))
    program.end()
    assert not program.window.isVisible()
    assert json.loads(log.read_text().splitlines()[-1])["event"] == "stop"
    assert state_of(folders)["last_routine"] == "evening"


def test_the_system_may_end_the_program_twice(start_program: StartProgram) -> None:
    program = start_program()
    program.end()
    program.end()
    assert not program.window.isVisible()


def test_a_state_that_cannot_be_written_keeps_nobody_from_closing(
    start_program: StartProgram, home: Path
) -> None:
    blocked = home / "file"
    blocked.touch()
    nowhere = UserFolders(*(str(blocked / name) for name in ("config", "data", "cache")))
    program = start_program(seen=False, where=nowhere)
    assert program.window.close()


# Settings


def test_settings_that_are_applied_change_the_plan_and_survive(
    start_program: StartProgram,
) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    before = shown.exercises.cards.rows[0].line

    def change(dialog: SettingsDialog) -> None:
        dialog.doses.set_overrides({"pelvic-tilt": DoseOverride(reps=9)})
        dialog.apply_button.click()
        # The window behind the dialog has already changed.
        assert shown.exercises.cards.rows[0].line == "10 s × 9"

    with_dialog(change, program.window.settings_requested.emit)
    assert shown.exercises.cards.rows[0].line == "10 s × 9" != before
    other = start_program()
    assert page(other, BrowsePage).exercises.cards.rows[0].line == "10 s × 9"


def test_the_settings_open_from_the_page_as_from_the_menu(start_program: StartProgram) -> None:
    program = start_program()
    with_dialog(lambda dialog: None, page(program, BrowsePage).settings_button.click)


def test_settings_that_are_cancelled_change_nothing(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program()

    def change(dialog: SettingsDialog) -> None:
        dialog.rows["prepare_seconds"].set_value(99)
        dialog.cancel_button.click()

    with_dialog(change, program.show_settings)
    assert not Path(folders.settings_file).exists()


def test_settings_that_cannot_be_saved_say_why_in_place(
    start_program: StartProgram, home: Path, folders: UserFolders
) -> None:
    blocked = home / "file"
    blocked.touch()
    nowhere = UserFolders(str(blocked / "config"), folders.data, folders.cache)
    program = start_program(where=nowhere)
    told: list[str] = []

    def change(dialog: SettingsDialog) -> None:
        dialog.rows["prepare_seconds"].set_value(99)
        dialog.apply_button.click()
        told.append(dialog.notice.text())

    with_dialog(change, program.show_settings)
    assert any(text.startswith("The settings could not be saved: ") for text in told)
    assert boxes() == []


def test_a_card_leads_to_all_about_its_dose(start_program: StartProgram) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    shown.routines.choose("evening")
    opened: list[str] = []

    def look(dialog: SettingsDialog) -> None:
        assert dialog.effect_line.routine_id() == "evening"
        opened.append(str(dialog.dose_table.view.currentIndex().data(EXERCISE_ROLE)))

    with_dialog(look, lambda: shown.dose_change_requested.emit("pelvic-tilt"))
    assert opened == ["pelvic-tilt"]


def test_settings_opened_among_all_exercises_tell_of_the_first_routine(
    start_program: StartProgram,
) -> None:
    program = start_program()
    page(program, BrowsePage).routines.choose(ALL_EXERCISES)
    routines: list[str] = []
    with_dialog(
        lambda dialog: routines.append(dialog.effect_line.routine_id()), program.show_settings
    )
    assert routines == ["morning"]


def test_a_chosen_level_is_kept_for_that_routine(start_program: StartProgram) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    QTest.keyClick(shown.levels.offered[0], Qt.Key.Key_Down)
    levels = [shown.levels.level]
    assert shown.exercises.cards.rows[0].line == "10 s × 4"
    shown.routines.choose("evening")
    levels.append(shown.levels.level)
    assert levels == [Level.AS_WRITTEN, Level.GENTLE]
    other = page(start_program(), BrowsePage)
    other.routines.choose("morning")
    assert other.levels.level is Level.AS_WRITTEN


def test_a_level_that_cannot_be_kept_is_used_all_the_same(
    start_program: StartProgram, home: Path, folders: UserFolders
) -> None:
    blocked = home / "file"
    blocked.touch()
    nowhere = UserFolders(str(blocked / "config"), folders.data, folders.cache)
    shown = page(start_program(where=nowhere), BrowsePage)
    QTest.keyClick(shown.levels.offered[0], Qt.Key.Key_Down)
    assert shown.exercises.cards.rows[0].line == "10 s × 4"
    assert notice(shown).startswith("The settings could not be saved: ")


# Doses and exchanges


def first_line(program: Program) -> str:
    return page(program, BrowsePage).exercises.cards.rows[0].line


def type_reps(program: Program, number: str) -> None:
    """Type another number of reps beside the first exercise, and do not press Enter."""
    stepper = page(program, BrowsePage).detail.dose.stepper("reps")
    stepper.setFocus()
    stepper.selectAll()
    QTest.keyClicks(stepper, number)


def test_a_dose_changed_beside_its_exercise_counts_at_once_and_lasts(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    stepper = shown.detail.dose.stepper("reps")
    routine = shown.routines.rows.index(1).data(ROW_ROLE).line
    for _ in range(20):
        QTest.keyClick(stepper, Qt.Key.Key_Up)
    assert first_line(program) == "10 s × 30"
    assert shown.routines.rows.index(1).data(ROW_ROLE).line != routine
    assert stepper.value() == 30
    assert not Path(folders.settings_file).exists()
    program.window.close()
    assert first_line(start_program()) == "10 s × 30"


def test_a_dose_is_reset_from_its_panel_and_from_its_card(start_program: StartProgram) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    for reset in (shown.detail.dose_reset_requested, shown.dose_reset_requested):
        shown.detail.dose_changed.emit("pelvic-tilt", "reps", 9)
        assert first_line(program) == "10 s × 9"
        reset.emit("pelvic-tilt")
        assert first_line(program) == "10 s × 2"


def test_a_number_that_is_being_typed_counts_when_a_session_starts(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program()
    type_reps(program, "7")
    program.window.start_requested.emit()
    assert "Rep 1 of 7" in " ".join(texts(page(program, SessionView)))
    assert SettingsFile(folders.settings_file).load().preferences.doses == {
        "pelvic-tilt": DoseOverride(reps=7)
    }


def test_a_number_that_is_being_typed_stands_in_the_settings_too(
    start_program: StartProgram,
) -> None:
    program = start_program()
    type_reps(program, "7")
    seen: list[object] = []
    with_dialog(lambda dialog: seen.append(dialog.doses.overrides()), program.show_settings)
    assert seen == [{"pelvic-tilt": DoseOverride(reps=7)}]


def test_a_dose_that_cannot_be_saved_is_used_all_the_same(
    qtbot: QtBot, start_program: StartProgram, home: Path, folders: UserFolders
) -> None:
    blocked = home / "file"
    blocked.touch()
    nowhere = UserFolders(str(blocked / "config"), folders.data, folders.cache)
    program = start_program(where=nowhere)
    page(program, BrowsePage).detail.dose_changed.emit("pelvic-tilt", "reps", 9)
    assert first_line(program) == "10 s × 9"
    shown = page(program, BrowsePage)
    qtbot.waitUntil(lambda: notice(shown).startswith("The settings could not be saved: "))


def test_an_exchange_is_made_undone_and_kept_by_the_settings(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    shown.detail.swap_requested.emit("pelvic-tilt", "cat-cow")
    assert [row.exercise for row in shown.exercises.cards.rows] == ["cat-cow"]
    assert shown.detail.sheet is not None
    assert shown.detail.sheet.exercise == "cat-cow"

    def change(dialog: SettingsDialog) -> None:
        dialog.rows["prepare_seconds"].set_value(99)
        assert dialog.preferences().swaps == {"pelvic-tilt": "cat-cow"}

    with_dialog(change, program.show_settings)
    kept = SettingsFile(folders.settings_file).load().preferences
    assert kept.swaps == {"pelvic-tilt": "cat-cow"}
    shown.detail.swap_undone.emit("pelvic-tilt")
    assert [row.exercise for row in shown.exercises.cards.rows] == ["pelvic-tilt"]


# Colours


def test_colours_change_as_soon_as_they_are_applied(
    qtbot: QtBot, start_program: StartProgram
) -> None:
    program = start_program()

    def choose(theme: Theme) -> None:
        def change(dialog: SettingsDialog) -> None:
            dialog.rows["theme"].set_value(theme)
            dialog.apply_button.click()

        with_dialog(change, program.show_settings)

    choose(Theme.DARK)
    qtbot.waitUntil(lambda: tokens_of(program.window.palette()) is DARK)
    choose(Theme.LIGHT)
    qtbot.waitUntil(lambda: tokens_of(program.window.palette()) is LIGHT)


def test_the_chosen_colours_stay_when_the_system_changes_its_own(
    qapp: QApplication, start_program: StartProgram, folders: UserFolders
) -> None:
    Path(folders.config).mkdir()
    SettingsFile(folders.settings_file).save(make_preferences(Settings(theme=Theme.DARK)))
    program = start_program()
    qapp.setPalette(palette_of(LIGHT))
    program.wear_theme()
    assert tokens_of(program.window.palette()) is DARK


# Colours and text from the menu


def test_colours_and_text_from_the_menu_count_at_once_and_are_kept(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program()
    points = QApplication.font().pointSizeF()
    program.window.theme_chosen.emit(Theme.HIGH_CONTRAST)
    for step in (1, 1, -1):
        program.window.text_step_requested.emit(step)
    assert tokens_of(QApplication.palette()).name == "high-contrast"
    assert QApplication.font().pointSizeF() == pytest.approx(1.1 * points)
    kept = SettingsFile(folders.settings_file).load().preferences.settings
    assert (kept.theme, kept.text_percent) == (Theme.HIGH_CONTRAST, 110)
    for step in (0, -1):
        program.window.text_step_requested.emit(step)
    assert QApplication.font().pointSizeF() == pytest.approx(points)


def test_a_part_of_a_routine_can_be_done(start_program: StartProgram) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    shown.routines.choose("evening")
    second = shown.exercises.cards.rows[1].key
    shown.start_from_requested.emit(second)
    assert "Exercise 1 of 1" in told(program)
