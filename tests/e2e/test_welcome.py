"""The very first start, by keys alone, on a screen of its own."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from backcare.core.safety import PAGE_VERSION, WELCOME_VERSION
from tests.e2e.running import SOON, RunningProgram, needs_screen
from tests.until import until

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    StartProgram = Callable[..., RunningProgram]


@pytest.fixture
def newcomer(start_program: StartProgram, data: Path) -> RunningProgram:
    """The program of somebody who has never used it."""
    (data / "state.json").unlink()
    return start_program()


def remembered(program: RunningProgram) -> dict[str, Any]:
    file = program.data / "state.json"
    loaded: dict[str, Any] = json.loads(file.read_text()) if file.exists() else {}
    return loaded


@needs_screen
def test_enter_leads_through_the_welcome(newcomer: RunningProgram) -> None:
    newcomer.key("Return")
    newcomer.key("Return")
    until(
        lambda: remembered(newcomer).get("safety_page_seen") == PAGE_VERSION,
        SOON,
        "the safety step to be read",
    )
    assert remembered(newcomer)["welcome_seen"] == 0
    newcomer.key("Return")
    until(
        lambda: remembered(newcomer)["welcome_seen"] == WELCOME_VERSION,
        SOON,
        "the welcome to be over",
    )
    newcomer.key("ctrl+q")
    assert newcomer.process.wait(SOON) == 0


@needs_screen
def test_escape_leads_past_it_but_reads_nothing(newcomer: RunningProgram) -> None:
    newcomer.key("Escape")
    newcomer.key("Escape")
    until(
        lambda: remembered(newcomer).get("welcome_seen") == WELCOME_VERSION,
        SOON,
        "the welcome to be over",
    )
    assert remembered(newcomer)["safety_page_seen"] == 0


@needs_screen
def test_it_can_be_closed_at_once(newcomer: RunningProgram) -> None:
    newcomer.key("ctrl+q")
    assert newcomer.process.wait(SOON) == 0
    assert newcomer.process.communicate() == ("", "")
