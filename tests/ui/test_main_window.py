from __future__ import annotations

import base64
import random
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QMessageBox, QWidget

from backcare import __version__
from backcare.core.settings import Theme
from backcare.ui.about_box import AboutBox
from backcare.ui.key_list import KeyCap, KeyList
from backcare.ui.main_window import FIRST, FRAME, SMALLEST, MainWindow
from backcare.ui.session_keys import wish_of
from backcare.ui.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens, palette_of
from tests.ui.session_builders import texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    MakeWindow = Callable[[], MainWindow]

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def make_window(qtbot: QtBot) -> MakeWindow:
    def make() -> MainWindow:
        made = MainWindow()
        qtbot.addWidget(made)
        # The test's screen is small; what is about sizes is easier to see when they fit.
        made.setMinimumSize(300, 200)
        return made

    return make


@pytest.fixture
def window(qtbot: QtBot, make_window: MakeWindow) -> MainWindow:
    made = make_window()
    made.add_page(QLabel("first"))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def action(window: MainWindow, text: str) -> QAction:
    (found,) = (
        each for each in window.findChildren(QAction) if each.text().replace("&", "") == text
    )
    return found


def boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]


# Pages


def test_a_page_is_shown_and_has_the_keyboard(window: MainWindow) -> None:
    page = QWidget()
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.add_page(page)
    assert window.page is not page
    window.show_page(page, with_menu=False)
    assert window.page is page
    assert QApplication.focusWidget() is page
    assert not window.menuBar().isVisible()
    window.show_page(page, with_menu=True)
    assert window.menuBar().isVisible()


def test_a_page_that_is_removed_is_gone(qtbot: QtBot, window: MainWindow) -> None:
    page = QWidget()
    window.add_page(page)
    window.show_page(page, with_menu=True)
    with qtbot.waitSignal(page.destroyed):
        window.remove_page(page)
    left = window.page
    assert isinstance(left, QLabel)
    assert left.text() == "first"


# The place on the screen


def test_a_new_window_has_its_first_size(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableSize() - QSize(*FRAME)
    assert window.size() == QSize(*FIRST).boundedTo(room).expandedTo(QSize(*SMALLEST))
    assert window.minimumSize() == QSize(*SMALLEST)


def test_the_place_is_found_again(make_window: MakeWindow, window: MainWindow) -> None:
    window.setGeometry(120, 130, 400, 300)
    text = window.geometry_text()
    assert text.isascii()
    other = make_window()
    other.restore_geometry_text(text)
    other.show()
    assert other.geometry() == QRect(120, 130, 400, 300)


def test_a_window_that_was_maximised_is_so_again(
    make_window: MakeWindow, window: MainWindow
) -> None:
    window.showMaximized()
    other = make_window()
    other.restore_geometry_text(window.geometry_text())
    other.show()
    assert other.isMaximized()


RANDOM = random.Random(34)
GARBAGE = [
    "",
    " ",
    "no base64!",
    "ümlaut",
    "\ud800",
    "AAAA",
    "=" * 100,
    "A" * 5_000_000,
    *(
        base64.b64encode(RANDOM.randbytes(length)).decode()
        for length in (1, 4, 16, 66, 66, 66, 5000)
    ),
]


@pytest.mark.parametrize("text", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_leaves_the_window_where_it_is(window: MainWindow, text: str) -> None:
    before, state = window.geometry(), window.windowState()
    window.restore_geometry_text(text)
    assert window.geometry() == before
    assert window.windowState() == state


def test_a_damaged_place_never_hides_the_window(
    make_window: MakeWindow, window: MainWindow
) -> None:
    window.setGeometry(120, 130, 400, 300)
    good = base64.b64decode(window.geometry_text())
    chance = random.Random(34)
    for _ in range(200):
        damaged = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            # Behind the magic number and the version, so that Qt does read it.
            damaged[chance.randrange(8, len(damaged))] = chance.randrange(256)
        other = make_window()
        other.restore_geometry_text(base64.b64encode(bytes(damaged)).decode())
        visible = other.screen().availableGeometry().intersected(other.geometry())
        assert visible.width() >= 100
        assert visible.height() >= 100


@pytest.mark.parametrize(
    "place", [(5000, 5000), (-5000, 20), (20, -5000), (-395, -295), (795, 795)]
)
def test_a_window_left_off_the_screen_comes_back(
    make_window: MakeWindow, window: MainWindow, place: tuple[int, int]
) -> None:
    window.setGeometry(*place, 400, 300)
    other = make_window()
    other.restore_geometry_text(window.geometry_text())
    other.show()
    assert other.screen().availableGeometry().contains(other.geometry())


def test_a_window_larger_than_the_screen_still_shows_its_top(
    make_window: MakeWindow, window: MainWindow
) -> None:
    window.setGeometry(-300, -300, 4000, 3000)
    other = make_window()
    other.restore_geometry_text(window.geometry_text())
    other.show()
    assert other.screen().availableGeometry().contains(other.geometry().topLeft())


# Full screen


@pytest.mark.parametrize("state", [Qt.WindowState.WindowNoState, Qt.WindowState.WindowMaximized])
def test_full_screen_goes_back_to_what_was_before(
    window: MainWindow, state: Qt.WindowState
) -> None:
    window.setWindowState(state)
    window.toggle_full_screen()
    assert window.isFullScreen()
    window.toggle_full_screen()
    assert window.windowState() == state


def test_leaving_full_screen_twice_changes_nothing(window: MainWindow) -> None:
    window.showMaximized()
    window.leave_full_screen()
    assert window.isMaximized()


def test_a_window_closed_in_full_screen_can_still_leave_it(
    make_window: MakeWindow, window: MainWindow
) -> None:
    window.toggle_full_screen()
    other = make_window()
    other.restore_geometry_text(window.geometry_text())
    other.leave_full_screen()
    other.show()
    assert not other.isFullScreen()


# To the front

cannot_raise = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@cannot_raise
def test_a_minimised_window_comes_back_as_it_was(window: MainWindow) -> None:
    window.showMaximized()
    window.setWindowState(window.windowState() | Qt.WindowState.WindowMinimized)
    window.bring_to_front()
    assert not window.isMinimized()
    assert window.isMaximized()
    assert window.isVisible()


@cannot_raise
def test_a_window_in_full_screen_stays_so_in_front(window: MainWindow) -> None:
    window.toggle_full_screen()
    window.bring_to_front()
    assert window.isFullScreen()


# Messages


def test_a_message_stops_nothing(qtbot: QtBot, window: MainWindow) -> None:
    window.show_message("backcare", "The disk is full.")
    (box,) = boxes()
    assert box.text() == "The disk is full."
    assert not box.isModal()
    with qtbot.waitSignal(box.destroyed):
        box.close()
    assert boxes() == []


def test_a_message_is_taken_for_plain_text(window: MainWindow) -> None:
    window.show_message("backcare", "KeyError: '<b>knee</b>'")
    (box,) = boxes()
    box.close()
    assert box.textFormat() is Qt.TextFormat.PlainText


def dialog(kind: type[Dialog]) -> Dialog:
    (found,) = (
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, kind) and each.isVisible()
    )
    return found


def test_about_says_the_version_and_makes_no_promise(qtbot: QtBot, window: MainWindow) -> None:
    action(window, "About backcare").trigger()
    box = dialog(AboutBox)
    said = " ".join(texts(box))
    for part in (__version__, "no diagnosis and no promise of a cure", "LGPL", "PyYAML"):
        assert part in said
    assert not box.isModal()
    for label in box.words:
        assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    with qtbot.waitSignal(box.destroyed):
        QTest.mouseClick(box.close_button, Qt.MouseButton.LeftButton)


def test_about_qt_is_qts_own(window: MainWindow) -> None:
    said: list[str] = []

    def close() -> None:
        (box,) = boxes()
        said.append(box.text())
        box.close()

    QTimer.singleShot(0, close)
    action(window, "About Qt").trigger()
    assert "About Qt" in said[0]


# The keys


def test_every_key_can_be_looked_up(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keySequence(window, QKeySequence("Ctrl+/"))
    keys = dialog(KeyList)
    assert not keys.isModal()
    said = texts(keys)
    for part in ("Space", "F11", "Ctrl+F", "Start", "That hurt; undo it"):
        assert part in said
    with qtbot.waitSignal(keys.destroyed):
        QTest.keyClick(keys, Qt.Key.Key_Escape)


def test_the_keys_that_are_listed_are_those_of_the_menu(window: MainWindow) -> None:
    action(window, "Keyboard shortcuts").trigger()
    keys = dialog(KeyList)
    listed = {cap.text() for cap in keys.findChildren(KeyCap)}
    entries = [each for each in window.findChildren(QAction) if not each.shortcut().isEmpty()]
    assert {each.shortcut().toString() for each in entries} <= listed
    keys.close()


KEYS = {
    "Space": Qt.Key.Key_Space,
    "Right": Qt.Key.Key_Right,
    "PgDown": Qt.Key.Key_PageDown,
    "Left": Qt.Key.Key_Left,
    "PgUp": Qt.Key.Key_PageUp,
    "Up": Qt.Key.Key_Up,
    "Return": Qt.Key.Key_Return,
    "H": Qt.Key.Key_H,
    "U": Qt.Key.Key_U,
    "D": Qt.Key.Key_D,
    "F11": Qt.Key.Key_F11,
    "Esc": Qt.Key.Key_Escape,
}


def test_the_keys_of_a_session_that_are_listed_are_its_own(window: MainWindow) -> None:
    action(window, "Keyboard shortcuts").trigger()
    keys = dialog(KeyList)
    for sequences, _ in keys.of_session():
        for sequence in sequences:
            shift, _, name = sequence.rpartition("+")
            modifiers = Qt.KeyboardModifier.NoModifier
            if shift:
                modifiers = Qt.KeyboardModifier.ShiftModifier
            event = QKeyEvent(QEvent.Type.KeyPress, KEYS[name], modifiers)
            assert wish_of(event) is not None, sequence
    keys.close()


# The menu

WISHES = [
    ("Start", "start_requested", "Ctrl+Return"),
    ("Settings…", "settings_requested", "Ctrl+,"),
    ("Find exercises", "search_requested", "Ctrl+F"),
    ("Before you start", "safety_requested", "F1"),
    ("Larger text", "text_step_requested", "Ctrl++"),
    ("Smaller text", "text_step_requested", "Ctrl+-"),
    ("Normal text", "text_step_requested", "Ctrl+0"),
]


@pytest.mark.parametrize(("text", "wish", "keys"), WISHES)
def test_the_menu_wishes_and_has_a_key(
    qtbot: QtBot, window: MainWindow, text: str, wish: str, keys: str
) -> None:
    with qtbot.waitSignal(getattr(window, wish)):
        action(window, text).trigger()
    assert action(window, text).shortcut() == QKeySequence(keys)
    with qtbot.waitSignal(getattr(window, wish)):
        QTest.keySequence(window, QKeySequence(keys))


def test_keys_of_the_menu_rest_while_it_is_away(qtbot: QtBot, window: MainWindow) -> None:
    page = QWidget()
    window.add_page(page)
    window.show_page(page, with_menu=False)
    signals = [getattr(window, wish) for _, wish, _ in WISHES]
    for signal, (_, _, keys) in zip(signals, WISHES, strict=True):
        with qtbot.assertNotEmitted(signal):
            QTest.keySequence(window, QKeySequence(keys))


def test_the_menu_goes_to_full_screen_and_back(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_no_two_entries_of_a_menu_share_a_letter(window: MainWindow) -> None:
    menus = [each for each in window.menuBar().findChildren(QMenu) if each.title()]
    titles = {menu.title() for menu in menus}
    assert titles >= {"&Program", "&View", "&Colours", "&Help"}
    for menu in menus:
        texts = [entry.text() for entry in menu.actions() if not entry.isSeparator()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(letters)) == len(texts)


@pytest.mark.parametrize(
    ("keys", "step"), [("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)]
)
def test_keys_ask_for_larger_and_smaller_text(
    qtbot: QtBot, window: MainWindow, keys: str, step: int
) -> None:
    with qtbot.waitSignal(window.text_step_requested) as wished:
        QTest.keySequence(window, QKeySequence(keys))
    assert wished.args == [step]


def test_welcome_can_be_read_again(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.welcome_requested):
        action(window, "Welcome").trigger()


COLOURS = {
    "As the desktop": Theme.SYSTEM,
    "Light": Theme.LIGHT,
    "Dark": Theme.DARK,
    "High contrast": Theme.HIGH_CONTRAST,
}


@pytest.mark.parametrize(("text", "theme"), COLOURS.items())
def test_colours_are_chosen_in_the_menu(
    qtbot: QtBot, window: MainWindow, text: str, theme: Theme
) -> None:
    with qtbot.waitSignal(window.theme_chosen) as chosen:
        action(window, text).trigger()
    assert chosen.args == [theme]


@pytest.mark.parametrize(("text", "theme"), COLOURS.items())
def test_the_chosen_colours_are_ticked(
    qtbot: QtBot, window: MainWindow, text: str, theme: Theme
) -> None:
    with qtbot.assertNotEmitted(window.theme_chosen):
        window.show_theme(theme)
    assert [each for each in COLOURS if action(window, each).isChecked()] == [text]


def test_menus_get_their_symbols_when_they_open(window: MainWindow) -> None:
    start = action(window, "Start")
    assert start.icon().isNull()
    (menu,) = (each for each in window.findChildren(QMenu) if each.title() == "&Program")
    menu.aboutToShow.emit()
    assert not start.icon().isNull()


@pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=lambda tokens: tokens.name)
def test_menus_have_an_outline(window: MainWindow, tokens: Tokens) -> None:
    for menu in (each for each in window.findChildren(QMenu) if each.title() and each.actions()):
        menu.setPalette(palette_of(tokens))
        menu.ensurePolished()
        menu.resize(menu.sizeHint())
        image = menu.grab().toImage()
        assert image.pixelColor(0, image.height() // 2).name() == tokens.edge


# Closing


@pytest.mark.parametrize("allowed", [True, False])
def test_whoever_listens_decides_about_closing(window: MainWindow, allowed: bool) -> None:
    def decide(event: QCloseEvent) -> None:
        event.setAccepted(allowed)

    window.closing.connect(decide)
    assert window.close() is allowed
    assert window.isVisible() is not allowed


def test_quitting_from_the_menu_is_closing(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.closing):
        action(window, "Quit").trigger()
    assert not window.isVisible()


def test_the_window_names_itself(window: MainWindow) -> None:
    assert window.windowTitle() == "backcare"
