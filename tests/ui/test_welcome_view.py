from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from backcare.core.safety import CLOSING, safety_page
from backcare.core.settings import Settings, Theme
from backcare.core.translation import in_english
from backcare.ui.care_choices import FIELDS
from backcare.ui.step_bar import StepBar
from backcare.ui.theme import LIGHT, palette_of
from backcare.ui.welcome_comfort import TEXT_STEPS
from backcare.ui.welcome_view import COMFORT, HELLO, SAFETY, WelcomeView
from tests.ui.pages import body_of
from tests.ui.session_builders import press, texts

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from backcare.ui.controls import PillButton
    from tests.ui.pages import TextSize

SIGNALS = ("left", "safety_read", "tone_requested", "setting_chosen")


class Ear:
    """Everything that the view tells, in order."""

    def __init__(self, view: WelcomeView) -> None:
        self.heard: list[tuple[object, ...]] = []
        for name in SIGNALS:
            getattr(view, name).connect(lambda *what, name=name: self.heard.append((name, *what)))


def make(qtbot: QtBot, *, must_read: bool) -> WelcomeView:
    view = WelcomeView(safety_page(in_english), CLOSING, must_read=must_read)
    qtbot.addWidget(view)
    view.setPalette(palette_of(LIGHT))
    view.resize(1280, 800)
    view.show_settings(Settings())
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.show_step(HELLO)
    return view


@pytest.fixture
def view(qtbot: QtBot) -> WelcomeView:
    """The welcome of somebody new."""
    return make(qtbot, must_read=True)


@pytest.fixture
def again(qtbot: QtBot) -> WelcomeView:
    """The welcome of somebody who has read the safety page."""
    return make(qtbot, must_read=False)


@pytest.fixture
def ear(view: WelcomeView) -> Ear:
    return Ear(view)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def area(view: WelcomeView) -> QScrollArea:
    (found,) = (each for each in view.findChildren(QScrollArea) if each.isVisible())
    return found


# What it says


def test_the_first_step_says_what_it_does(view: WelcomeView) -> None:
    assert texts(view)[:4] == [
        "Welcome to backcare",
        "You lie down; backcare counts and shows.",
        "Space pauses. H says “that hurt”.",
        "Nothing leaves this computer.",
    ]


def test_the_second_step_is_the_safety_page(view: WelcomeView) -> None:
    view.show_step(SAFETY)
    said = set(texts(view))
    assert CLOSING in said
    for section in safety_page(in_english):
        assert {section.title, *section.lines} <= said
    assert [box.text() for box in view.care.boxes.values()] == [
        "I am pregnant",
        "I have osteoporosis",
        "I have had disc trouble lately",
        "Advanced moves, please",
    ]


def test_where_one_is_can_be_seen_and_heard(view: WelcomeView) -> None:
    (bar,) = view.findChildren(StepBar)
    for step, heading in ((0, "Welcome to backcare"), (1, "Before you start")):
        view.show_step(step)
        assert view.accessibleName() == heading
        assert bar.accessibleName() == f"Step {step + 1} of 3"
    before = bar.grab().toImage()
    view.show_step(COMFORT)
    assert bar.grab().toImage() != before


# Going through it


def test_enter_goes_through_all_of_it(view: WelcomeView, ear: Ear) -> None:
    shown = [view.step]
    view.step_shown.connect(shown.append)
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert shown == [HELLO, SAFETY, COMFORT]
    assert ear.heard == [("safety_read",), ("left",)]


def test_the_buttons_say_what_they_do(view: WelcomeView) -> None:
    said = []
    for step in (HELLO, SAFETY, COMFORT):
        view.show_step(step)
        buttons = (view.next_button, view.skip_button, view.back_button)
        said.append([button.text() for button in buttons if button.isVisible()])
    assert said == [["Next", "Skip"], ["I have read this", "Not now", "Back"], ["Done", "Back"]]


def test_what_must_be_read_is_read_to_its_end(
    view: WelcomeView, ear: Ear, text_size: TextSize
) -> None:
    text_size(200)
    view.show_step(SAFETY)
    presses = 0
    while view.next_button.text() == "Read on":
        QTest.keyClick(focused(), Qt.Key.Key_Return)
        presses += 1
        assert (view.step, ear.heard) == (SAFETY, [])
    assert presses > 1
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert (view.step, ear.heard) == (COMFORT, [("safety_read",)])


def test_only_what_must_be_read_is_read_to_its_end(again: WelcomeView, text_size: TextSize) -> None:
    text_size(200)
    for step, word in ((SAFETY, "Next"), (COMFORT, "Done")):
        again.show_step(step)
        assert again.next_button.text() == word


def test_who_has_read_it_is_not_asked_to_read_it(again: WelcomeView) -> None:
    ear = Ear(again)
    again.show_step(SAFETY)
    assert (again.next_button.text(), again.skip_button.text()) == ("Next", "Skip")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert (again.step, ear.heard) == (COMFORT, [])


def test_escape_never_skips_what_must_be_read(view: WelcomeView, ear: Ear) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert (view.step, ear.heard) == (SAFETY, [])
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert ear.heard == [("left",)]


@pytest.mark.parametrize("step", [HELLO, SAFETY, COMFORT])
def test_escape_leaves_where_all_was_read(again: WelcomeView, step: int) -> None:
    ear = Ear(again)
    again.show_step(step)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert ear.heard == [("left",)]


def test_reading_it_is_told_once(view: WelcomeView, ear: Ear) -> None:
    view.show_step(SAFETY)
    view.go_on()
    view.go_back()
    assert view.next_button.text() == "Next"
    view.go_on()
    assert ear.heard == [("safety_read",)]


def test_back_goes_back(view: WelcomeView) -> None:
    view.show_step(COMFORT)
    for expected in (SAFETY, HELLO, HELLO):
        view.go_back()
        assert view.step == expected
    assert not view.back_button.isVisible()


def test_every_step_begins_at_its_top_with_the_keyboard_on_next(view: WelcomeView) -> None:
    view.resize(700, 420)
    view.show_step(SAFETY)
    press(focused(), Qt.Key.Key_PageDown)
    assert area(view).verticalScrollBar().value() > 0
    view.go_back()
    view.go_on()
    assert area(view).verticalScrollBar().value() == 0
    assert focused() is view.next_button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_on_another_button_means_that_button(
    view: WelcomeView, ear: Ear, key: Qt.Key
) -> None:
    view.show_step(COMFORT)
    view.comfort.sound.play_button.setFocus()
    QTest.keyClick(focused(), key)
    assert ear.heard == [("tone_requested",)]


def test_enter_on_a_check_box_goes_on_and_space_ticks_it(view: WelcomeView, ear: Ear) -> None:
    view.show_step(SAFETY)
    box = view.care.boxes["pregnant"]
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert ear.heard == [("setting_chosen", "pregnant", True)]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert view.step == COMFORT


@pytest.mark.parametrize("keys", [("Down", "Up"), ("PageDown", "PageUp")])
def test_keys_scroll_from_a_button(view: WelcomeView, keys: tuple[str, str]) -> None:
    view.resize(700, 420)
    view.show_step(SAFETY)
    for button in (view.next_button, view.skip_button):
        button.setFocus()
        QTest.keyClick(button, getattr(Qt.Key, f"Key_{keys[0]}"))
        assert area(view).verticalScrollBar().value() > 0
        QTest.keyClick(button, getattr(Qt.Key, f"Key_{keys[1]}"))
        assert area(view).verticalScrollBar().value() == 0
        assert focused() is button


def test_page_keys_scroll_from_every_control(view: WelcomeView, text_size: TextSize) -> None:
    text_size(200)
    view.resize(700, 420)
    view.show_step(COMFORT)
    for control in (view.comfort.sound.volume, view.comfort.swatches.swatches[Theme.LIGHT]):
        control.setFocus()
        area(view).verticalScrollBar().setValue(0)
        QTest.keyClick(control, Qt.Key.Key_PageDown)
        assert area(view).verticalScrollBar().value() > 0


def test_tab_reaches_everything_and_shows_it(view: WelcomeView) -> None:
    view.resize(700, 420)
    view.show_step(SAFETY)
    reached = []
    for _ in range(7):
        reached.append(focused())
        box = focused().rect()
        if area(view).isAncestorOf(focused()):
            top = focused().mapTo(area(view).viewport(), box.topLeft())
            assert area(view).viewport().rect().contains(top)
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert set(reached) == {
        view.next_button,
        view.skip_button,
        view.back_button,
        *view.care.boxes.values(),
    }


def test_other_keys_do_nothing(view: WelcomeView, ear: Ear) -> None:
    press(view, Qt.Key.Key_H)
    press(view, Qt.Key.Key_Return)
    assert (view.step, ear.heard) == (SAFETY, [])


# What is told and chosen


def test_what_was_told_before_is_ticked_and_told_no_second_time(
    view: WelcomeView, ear: Ear
) -> None:
    view.show_settings(Settings(osteoporosis=True, volume_percent=35, theme=Theme.DARK))
    assert [name for name, box in view.care.boxes.items() if box.isChecked()] == ["osteoporosis"]
    assert view.comfort.sound.volume.value() == 35
    assert view.comfort.swatches.swatches[Theme.DARK].isChecked()
    assert "35 %" in [label.text() for label in view.comfort.findChildren(QLabel)]
    assert ear.heard == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_tick_tells_its_setting(view: WelcomeView, ear: Ear, name: str) -> None:
    view.show_step(SAFETY)
    QTest.mouseClick(view.care.boxes[name], Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.care.boxes[name], Qt.MouseButton.LeftButton)
    assert ear.heard == [("setting_chosen", name, True), ("setting_chosen", name, False)]


@pytest.mark.parametrize("theme", Theme)
def test_a_theme_can_be_chosen(view: WelcomeView, ear: Ear, theme: Theme) -> None:
    view.show_step(COMFORT)
    QTest.mouseClick(view.comfort.swatches.swatches[theme], Qt.MouseButton.LeftButton)
    assert ear.heard == [("setting_chosen", "theme", theme)]


def test_text_grows_and_shrinks_step_by_step(view: WelcomeView, ear: Ear) -> None:
    view.show_step(COMFORT)
    text = view.comfort.text
    for size, button in ((100, text.larger), (155, text.larger), (155, text.smaller)):
        text.show_size(size)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ear.heard == [("setting_chosen", "text_percent", size) for size in (120, 160, 140)]


@pytest.mark.parametrize(("size", "ends"), [(TEXT_STEPS[0], "smaller"), (TEXT_STEPS[-1], "larger")])
def test_at_its_ends_text_stays_and_the_button_says_so(
    view: WelcomeView, ear: Ear, size: int, ends: str
) -> None:
    view.show_step(COMFORT)
    view.comfort.text.show_size(size)
    button: PillButton = getattr(view.comfort.text, ends)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert ear.heard == []
    assert "ends here" in button.accessibleDescription()


def test_every_control_has_a_name(view: WelcomeView) -> None:
    controls = [view.comfort.text.smaller, view.comfort.text.larger, view.comfort.sound.volume]
    assert [each.accessibleName() for each in controls] == [
        "Smaller text",
        "Larger text",
        "Volume",
    ]
    assert view.care.boxes["pregnant"].accessibleDescription().startswith("Lying face down")


@pytest.mark.parametrize(("is_available", "said"), [(True, "No sound here?"), (False, "cannot")])
def test_it_says_what_to_do_when_nothing_is_heard(
    view: WelcomeView, said: str, *, is_available: bool
) -> None:
    view.show_step(COMFORT)
    view.show_sound(is_available=is_available)
    (told,) = (text for text in texts(view) if "also shown" in text)
    assert said in told


def test_a_problem_is_told_until_it_is_over(view: WelcomeView) -> None:
    view.show_problem("The disk is full")
    assert "The disk is full" in texts(view)
    view.show_problem("")
    assert "The disk is full" not in texts(view)


def test_a_picture_is_asked_for_once_the_page_is_there(qtbot: QtBot) -> None:
    view = make(qtbot, must_read=True)
    with qtbot.waitSignal(view.figure_needed):
        pass


def test_the_picture_comes_when_it_is_there(view: WelcomeView) -> None:
    picture = QWidget()
    view.show_figure(picture)
    assert picture.isVisible()
    assert picture.width() > 300
    view.show_step(SAFETY)
    assert not picture.isVisible()


# Its place


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]
)
@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(900, 600), (800, 1280), (1024, 640), (1280, 800), (1920, 1080)])
def test_nothing_is_cut_off(
    view: WelcomeView,
    text_size: TextSize,
    size: tuple[int, int],
    percent: int,
    direction: Qt.LayoutDirection,
) -> None:
    text_size(percent)
    view.setLayoutDirection(direction)
    view.resize(*size)
    for step in (HELLO, SAFETY, COMFORT):
        view.show_step(step)
        QApplication.processEvents()
        page = area(view)
        assert page.viewport().height() > 0.4 * view.height()
        assert body_of(page).width() <= page.viewport().width()
        for label in page.findChildren(QLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= needed, label.text()
            assert (
                body_of(page)
                .rect()
                .contains(label.mapTo(body_of(page), label.rect().bottomRight()))
            )
        for box in view.care.boxes.values():
            assert box.height() >= box.heightForWidth(box.width())
        for button in (view.next_button, view.skip_button, view.back_button):
            if button.isVisible():
                assert button.width() >= button.sizeHint().width()
                assert view.rect().contains(button.mapTo(view, button.rect().bottomRight()))


def test_the_page_is_as_large_as_fits(view: WelcomeView) -> None:
    page = area(view)
    assert body_of(page).height() == page.viewport().height()
    heading = view.hello.heading
    small = heading.fontMetrics().height()
    view.resize(1920, 1080)
    assert heading.fontMetrics().height() > small


def test_where_text_is_chosen_the_page_adds_nothing(view: WelcomeView) -> None:
    view.resize(3840, 2160)
    view.show_step(COMFORT)
    plain = view.comfort.text.findChildren(QLabel)[-1]
    assert plain.fontMetrics().height() == view.fontMetrics().height()


def test_buttons_stand_at_the_side_where_reading_begins(view: WelcomeView) -> None:
    view.show_step(COMFORT)
    assert view.next_button.x() < view.back_button.x()
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.next_button.x() > view.back_button.x()
