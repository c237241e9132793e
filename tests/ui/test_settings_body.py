"""How the settings arrange themselves for screens and sizes of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from backcare.core.setting_words import EXERCISES
from backcare.core.settings import Preferences, Settings
from backcare.core.words import Words
from backcare.ui.appearance import Appearance
from backcare.ui.settings_dialog import LEAST_SIZE_PX, SettingsDialog
from tests.builders import make_catalogue, make_hold, make_preferences, make_routine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    MakeDialog = Callable[..., SettingsDialog]

TILT, PLANK = make_hold("pelvic-tilt"), make_hold("plank")
CATALOGUE = make_catalogue(
    TILT, PLANK, routines=[make_routine(TILT, name="morning"), make_routine(PLANK, name="evening")]
)
WIDE, NARROW = QSize(1100, 760), QSize(480, 640)
SMALL = QSize(480, 360)


@pytest.fixture
def appearance(qapp: QApplication) -> Appearance:
    """The program's own sizes of text."""
    del qapp
    made = Appearance()
    made.wear(Settings())
    return made


@pytest.fixture
def make_dialog(qtbot: QtBot, appearance: Appearance) -> MakeDialog:
    def make(
        size: QSize = WIDE, text_percent: int = 100, preferences: Preferences | None = None
    ) -> SettingsDialog:
        appearance.wear(Settings(text_percent=text_percent))
        chosen = preferences or make_preferences()
        dialog = SettingsDialog(CATALOGUE, chosen, Words(), "evening")
        dialog.resize(size)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        lay_out()
        return dialog

    return make


def lay_out() -> None:
    """Let all layouts do now what is due."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def column_of(dialog: SettingsDialog) -> QWidget:
    """What scrolls."""
    column = dialog.body.scroll_area.widget()
    assert column is not None
    return column


def is_short(dialog: SettingsDialog) -> bool:
    return dialog.body.is_short


def is_in_sight(dialog: SettingsDialog, widget: QWidget) -> bool:
    """Whether the whole widget is inside what is seen of the dialog."""
    if not widget.isVisible():
        return False
    seen = dialog.rect()
    area = dialog.body.scroll_area
    if column_of(dialog).isAncestorOf(widget):
        seen = area.viewport().rect().translated(area.viewport().mapTo(dialog, QPoint()))
    return seen.contains(widget.rect().translated(widget.mapTo(dialog, QPoint())))


# Its size


def test_it_opens_no_larger_than_the_screen(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(text_percent=300)
    fresh = SettingsDialog(CATALOGUE, make_preferences(), Words(), parent=dialog)
    room = fresh.screen().availableSize()
    assert fresh.width() < room.width()
    assert fresh.height() < room.height()
    assert fresh.minimumSize() == LEAST_SIZE_PX


def test_it_opens_as_large_as_it_was(make_dialog: MakeDialog, qtbot: QtBot) -> None:
    dialog = make_dialog(QSize(640, 500))
    with qtbot.waitSignal(dialog.left_at) as told:
        dialog.reject()
    assert told.args == [QSize(640, 500)]
    again = SettingsDialog(CATALOGUE, make_preferences(), Words(), size=QSize(640, 500))
    qtbot.addWidget(again)
    assert again.size() == QSize(640, 500)


# Its shape


def test_with_room_the_sections_stand_at_the_side(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(WIDE)
    assert dialog.section_list.isVisible()
    assert not dialog.body.picker.isVisible()
    assert is_in_sight(dialog, dialog.ok_button)


def test_without_room_they_are_a_drop_down(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(NARROW)
    assert not dialog.section_list.isVisible()
    assert dialog.body.picker.isVisible()
    dialog.body.picker.setCurrentIndex(2)
    assert dialog.section() == "Timing"
    assert dialog.section_list.current() == 2
    assert not dialog.pages["Timing"].heading.isVisible()  # it would say the same again
    dialog.resize(WIDE)
    lay_out()
    assert dialog.pages["Timing"].heading.isVisible()
    assert dialog.section() == "Timing"


def test_the_focus_follows_from_the_list_to_the_drop_down(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(WIDE)
    dialog.open_at("Timing")
    assert dialog.section_list.list.hasFocus()
    dialog.resize(NARROW)
    lay_out()
    assert dialog.body.picker.hasFocus()
    dialog.resize(WIDE)
    lay_out()
    assert dialog.section_list.list.hasFocus()


def test_another_shape_keeps_the_focus_where_it_was(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(WIDE)
    dialog.ok_button.setFocus()
    dialog.resize(SMALL)
    lay_out()
    assert dialog.body.is_short or dialog.body.is_narrow
    assert dialog.ok_button.hasFocus()


def test_where_the_height_is_short_the_footer_scrolls_along(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(SMALL, text_percent=300)
    column = column_of(dialog)
    assert is_short(dialog)
    assert column.isAncestorOf(dialog.ok_button)
    assert column.isAncestorOf(dialog.body.picker)
    dialog.resize(1900, 1300)
    lay_out()
    assert not is_short(dialog)
    assert not column.isAncestorOf(dialog.ok_button)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL], ids=["wide", "narrow", "small"])
@pytest.mark.parametrize("text_percent", [100, 200, 300])
def test_nothing_is_cut_off_at_the_side(
    make_dialog: MakeDialog, size: QSize, text_percent: int
) -> None:
    dialog = make_dialog(size, text_percent)
    area = dialog.body.scroll_area
    for name in dialog.pages:
        dialog.open_at(name)
        lay_out()
        assert column_of(dialog).width() <= area.viewport().width(), name
        for row in dialog.pages[name].findChildren(QWidget):
            if row.isVisible() and not row.visibleRegion().isEmpty():
                right = row.mapTo(area.viewport(), QPoint(row.width(), 0)).x()
                assert right <= area.viewport().width(), (name, row)


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL], ids=["wide", "narrow", "small"])
@pytest.mark.parametrize("text_percent", [100, 200, 300])
def test_everything_is_reached_by_tab_and_then_seen(
    make_dialog: MakeDialog, size: QSize, text_percent: int
) -> None:
    changed = make_preferences(Settings(rest_seconds=9))
    dialog = make_dialog(size, text_percent, changed)
    dialog.open_at("Timing")
    first = dialog.focusWidget()
    assert first is not None
    reached = [first]
    for _ in range(40):
        QTest.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        assert focused is not None
        if focused is first:
            break
        assert is_in_sight(dialog, focused), focused
        reached.append(focused)
    else:
        pytest.fail("Tab never comes back to where it began")
    rows = dialog.rows
    in_order = [
        rows["prepare_seconds"].control,
        rows["rest_seconds"].control,
        rows["rest_seconds"].reset_button,
        rows["wait_before_exercise"].control,
        dialog.effect_line.combo,
        *sorted(
            (dialog.ok_button, dialog.cancel_button, dialog.restore_button),
            key=lambda button: (button.y(), button.x()),
        ),
    ]
    assert [widget for widget in reached if widget in in_order] == in_order


@pytest.mark.parametrize("text_percent", [100, 200, 300])
def test_pages_that_scroll_are_as_wide_as_those_that_do_not(
    make_dialog: MakeDialog, text_percent: int
) -> None:
    """Else one whose shape depends on its width has no shape to stay in."""
    dialog = make_dialog(QSize(1400, 800), text_percent)
    widths = set()
    for name in dialog.pages:
        dialog.open_at(name)
        lay_out()
        widths.add(dialog.body.scroll_area.viewport().width())
    assert len(widths) == 1


def test_narrow_rows_have_their_controls_below(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(WIDE)
    dialog.open_at("Doses")
    lay_out()
    assert not dialog.rows["level"].is_narrow
    dialog.resize(NARROW)
    lay_out()
    assert dialog.rows["level"].is_narrow


def test_the_table_is_seen_whole_however_small_the_window(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(SMALL, text_percent=200)
    dialog.open_at("plank")
    lay_out()
    dialog.open_at("plank")
    assert is_in_sight(dialog, dialog.dose_table.view)


def test_what_must_not_be_overlooked_is_scrolled_to(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(SMALL, text_percent=200)
    dialog.show_save_error("The disk is full." * 5)
    lay_out()
    assert is_in_sight(dialog, dialog.notice)
    dialog.rows["rest_seconds"].set_value(50)
    dialog.open_at("rest_seconds")
    assert is_in_sight(dialog, dialog.rows["rest_seconds"].control)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    lay_out()
    assert is_in_sight(dialog, dialog.footer.question.keep_button)


def test_a_setting_is_in_sight_when_the_dialog_opens_at_it(
    make_dialog: MakeDialog, qtbot: QtBot
) -> None:
    make_dialog(text_percent=200)
    dialog = SettingsDialog(CATALOGUE, make_preferences(), Words())
    qtbot.addWidget(dialog)
    dialog.resize(700, 500)
    dialog.open_at("wait_before_exercise")
    with qtbot.waitExposed(dialog):
        dialog.show()
    lay_out()
    assert is_in_sight(dialog, dialog.rows["wait_before_exercise"].control)


# Live


def test_applied_text_size_reaches_the_open_dialog(qtbot: QtBot, appearance: Appearance) -> None:
    dialog = SettingsDialog(CATALOGUE, make_preferences(), Words(), "evening")
    qtbot.addWidget(dialog)
    dialog.applied.connect(lambda preferences: appearance.wear(preferences.settings))
    dialog.resize(900, 700)
    dialog.open_at("text_percent")
    with qtbot.waitExposed(dialog):
        dialog.show()
    row = dialog.rows["text_percent"]

    def heights() -> tuple[int, ...]:
        lay_out()
        parts = (row.control, dialog.ok_button, dialog.effect_line.combo)
        return tuple(part.height() for part in parts)

    before = heights()
    row.set_value(200)
    dialog.apply_button.click()
    qtbot.waitUntil(
        lambda: all(now > 1.5 * then for now, then in zip(heights(), before, strict=True))
    )
    assert dialog.body.is_narrow
    row.set_value(100)
    dialog.apply_button.click()
    qtbot.waitUntil(lambda: heights() == before)
    assert not dialog.body.is_narrow


# From right to left


@pytest.fixture
def _mirrored() -> Iterator[None]:
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


@pytest.mark.usefixtures("_mirrored")
def test_from_right_to_left_all_is_mirrored(make_dialog: MakeDialog) -> None:
    dialog = make_dialog(WIDE)
    dialog.open_at("Doses")
    lay_out()
    assert dialog.section_list.x() > dialog.body.scroll_area.x()
    row = dialog.rows["level"]
    assert row.control.x() < row.width() / 2
    assert dialog.restore_button.x() > dialog.ok_button.x()
    table = dialog.dose_table
    dialog.open_at(EXERCISES)
    lay_out()
    name, hold = table.doses.index(0, 0), table.doses.index(0, 1)
    assert table.view.visualRect(name).x() > table.view.visualRect(hold).x()
