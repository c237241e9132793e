"""What a terminal shows before and after a session."""

from __future__ import annotations

import io
from dataclasses import replace

from backcare.core.exercise import Limb, Sides
from backcare.core.translation import in_english
from backcare.core.words import Words
from backcare.services.terminal_io import Screen
from backcare.terminal import show_safety_page, show_summary
from tests.builders import make_hold, make_moves, make_plan
from tests.terminal_fakes import FakeKeyboard, FakeTime, Following

KNEE = replace(make_hold("knee-to-chest", reps=2, sides=Sides.EACH), limb=Limb.LEG)


def page(*script: tuple[float, str], interactive: bool = True) -> tuple[bool, list[str]]:
    out = io.StringIO()
    keyboard = FakeKeyboard(FakeTime(), script, interactive=interactive)
    read = show_safety_page(Screen(out), keyboard, in_english)
    return read, out.getvalue().splitlines()


def test_the_safety_page_waits_until_it_is_said_to_be_read() -> None:
    read, lines = page((1.0, "x"), (60.0, "\r"))
    assert read
    assert lines[0] == "Before you start"
    assert lines[2].startswith("! Call an ambulance")
    assert lines[-2:] == [
        "This is general guidance. It is no diagnosis and does not take a doctor’s place.",
        "Press Enter when you have read this",
    ]


def test_where_nobody_can_answer_the_safety_page_counts_as_not_read() -> None:
    read, lines = page(interactive=False)
    assert not read
    assert lines[-1].startswith("This is general guidance.")


def test_the_summary_tells_what_was_done() -> None:
    following = Following(
        make_plan(KNEE, make_hold("plank"), make_moves()), (20.5, "N"), (36.0, "h")
    )
    out = io.StringIO()
    show_summary(Screen(out), Words(), following.session)
    assert out.getvalue().splitlines() == [
        "",
        "  Knee to chest: 1 of 4",
        "  Plank: stopped because it hurt",
        "  Cat cow: done",
        "Morning: 1 of 3 exercises done, 22 s of effort",
    ]
