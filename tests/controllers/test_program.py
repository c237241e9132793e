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
from backcare.ui.controls import PillButton
from backcare.ui.end_view import EndView
from backcare.ui.safety_view import SafetyView
from backcare.ui.session_view import SessionView
from backcare.ui.settings_dialog import SettingsDialog
from backcare.ui.theme import DARK, LIGHT, palette_of, tokens_of
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
    from collections.abc import Callable, Iterator

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


@pytest.fixture(autouse=True)
def _palette(qapp: QApplication) -> Iterator[None]:
    """The program dresses the whole application; the next test finds it as it was."""
    before = qapp.palette()
    yield
    qapp.setPalette(before)


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


def skip_to_the_end(program: Program) -> None:
    view = page(program, SessionView)
    while program.window.page is view:
        press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


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
    start_program(problems=problems)
    (box,) = boxes()
    lines = box.text().splitlines()
    box.close()
    shown = [line for line in lines if line in problems]
    assert shown == list(problems[: len(shown)])
    assert 1 < len(shown) < len(problems)
    assert lines[-1] == f"and {len(problems) - len(shown)} more"
    assert not box.isModal()


def test_mistakes_are_told_after_a_session_and_never_over_it(start_program: StartProgram) -> None:
    program = start_program(problems=("mine.yaml:1:1: it is empty",), tell=False)
    press_start(program)
    program.tell_of_files()
    assert boxes() == []
    page(program, SessionView).leave_confirmed.emit()
    page(program, EndView).closed.emit()
    (box,) = boxes()
    box.close()


def test_one_mistake_is_told_whole_and_none_not_at_all(start_program: StartProgram) -> None:
    start_program()
    assert boxes() == []
    start_program(problems=("mine.yaml:1:1: it is empty",))
    (box,) = boxes()
    assert box.text().endswith("mine.yaml:1:1: it is empty")
    box.close()


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
    (box,) = boxes()
    assert box.text() == (
        "Something went wrong inside backcare. You can go on. Details: ValueError: 7"
    )
    assert not box.isModal()
    page(program, SessionView)
    box.close()


# The safety page


def test_the_safety_page_comes_before_the_first_session_only(
    start_program: StartProgram, folders: UserFolders
) -> None:
    program = start_program(seen=False)
    press_start(program)
    safety = page(program, SafetyView)
    assert not program.window.menuBar().isVisible()
    assert QApplication.focusWidget() is safety.confirm_button
    QTest.keyClick(safety.confirm_button, Qt.Key.Key_Return)
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
    QTest.keyClick(page(program, SafetyView).confirm_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is page(program, BrowsePage).start_button


def test_the_window_can_be_closed_on_the_safety_page(start_program: StartProgram) -> None:
    program = start_program(seen=False)
    press_start(program)
    assert program.window.close()


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


@pytest.mark.parametrize(("count_in", "said"), [(3, "Here we go"), (0, "Get ready")])
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
    (box,) = boxes()
    assert box.text() == f"{log}: No such file or directory"
    box.close()
    page(program, SessionView)


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


def test_the_exercises_button_leads_to_its_dose(start_program: StartProgram) -> None:
    program = start_program()
    shown = page(program, BrowsePage)
    shown.routines.choose("evening")
    shown.exercises.setCurrentIndex(shown.exercises.filter.index(1, 0))
    opened: list[str] = []

    def look(dialog: SettingsDialog) -> None:
        assert dialog.effect_line.routine_id() == "evening"
        opened.append(str(dialog.dose_table.view.currentIndex().siblingAtColumn(0).data()))

    (change,) = shown.detail.findChildren(PillButton)
    with_dialog(look, change.click)
    assert opened == ["Pelvic tilt"]


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
    QTest.keyClick(shown.level_box, Qt.Key.Key_Down)
    assert shown.level_box.currentData() is Level.AS_WRITTEN
    assert shown.exercises.cards.rows[0].line == "10 s × 4"
    shown.routines.choose("evening")
    assert shown.level_box.currentData() is Level.GENTLE
    other = page(start_program(), BrowsePage)
    other.routines.choose("morning")
    assert other.level_box.currentData() is Level.AS_WRITTEN


def test_a_level_that_cannot_be_kept_is_used_all_the_same(
    start_program: StartProgram, home: Path, folders: UserFolders
) -> None:
    blocked = home / "file"
    blocked.touch()
    nowhere = UserFolders(str(blocked / "config"), folders.data, folders.cache)
    shown = page(start_program(where=nowhere), BrowsePage)
    QTest.keyClick(shown.level_box, Qt.Key.Key_Down)
    assert shown.exercises.cards.rows[0].line == "10 s × 4"
    (box,) = boxes()
    assert box.text().startswith("The settings could not be saved: ")
    box.close()


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
