"""The real program worked through the accessibility bus alone, as a screen reader works it."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from backcare.core.planning import build_plan
from backcare.core.settings import Settings
from backcare.core.words import Words
from backcare.store.settings_file import SettingsFile
from tests.builders import make_preferences
from tests.e2e.running import SOON, RunningProgram
from tests.e2e.screen_reader import ScreenReader, accessibility_bus, missing
from tests.shipped import shipped_catalogue
from tests.until import until

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from backcare.core.plan import Plan

    StartProgram = Callable[..., RunningProgram]

ROUTINE = "bridge-and-ball"
QUICK = Settings(prepare_seconds=5, prepare_change_seconds=5, count_in_seconds=1, rest_seconds=2)
"""A session of ordinary speed whose parts are short."""

QT_ON_LIBATSPI = "qt.accessibility.atspi: AtSpiAdaptor::applicationInterface does not implement"
"""Each asks the other for something that it does not know."""

MINE = """
routines:
  short:
    name: A short one
    items:
      - exercise: knee-to-chest
        dose: {hold: 5, reps: 2}
      - exercise: bridge
        dose: {hold: 5, reps: 1}
  one:
    name: Only one
    items:
      - exercise: bridge
        dose: {hold: 5, reps: 1}
"""


@pytest.fixture(scope="module")
def bus(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with accessibility_bus(display, tmp_path_factory.mktemp("bus")) as environment:
        yield environment


@pytest.fixture(scope="module", autouse=True)
def _can_run() -> None:
    if missing():
        pytest.skip(f"not installed: {missing()}")


@pytest.fixture
def data(data: Path) -> Path:
    """The folder of somebody who wants short sessions."""
    (data / "exercises").mkdir()
    (data / "exercises" / "mine.yaml").write_text(MINE)
    SettingsFile(str(data / "settings.json")).save(make_preferences(QUICK))
    return data


@pytest.fixture
def on_bus(
    bus: dict[str, str], start_program: StartProgram, monkeypatch: pytest.MonkeyPatch
) -> StartProgram:
    for name, value in bus.items():
        monkeypatch.setenv(name, value)
    return start_program


@pytest.fixture
def reader(bus: dict[str, str]) -> Iterator[ScreenReader]:
    made = ScreenReader(bus)
    yield made
    made.close()


def countdown(reader: ScreenReader) -> tuple[int, str]:
    """Its seconds and the word that goes with them."""
    seconds, _, word = reader.read("label", "^Time left$")["description"].partition(", ")
    return int(seconds), word


def test_a_first_start_leads_from_the_welcome_into_a_session(
    on_bus: StartProgram, reader: ScreenReader, data: Path
) -> None:
    (data / "state.json").unlink()
    on_bus()
    reader.wait_for_focus("^Next")
    reader.press("^Next")
    reader.wait_for_focus("^I have read this")
    reader.hears("Call an ambulance .* if: you cannot hold")
    reader.press("^I have read this")
    reader.press("^Done")

    plan = planned()
    reader.choose("Routines", plan.routine.name)
    items = until(lambda: shown(reader, len(plan.entries)), SOON, "its exercises")
    for item, entry in zip(items, plan.entries, strict=True):
        assert entry.exercise.name in item
        assert Words().dose(entry) in item

    first = plan.entries[0]
    hold = f"^Hold of {first.exercise.name}$"
    assert reader.read("spin button", hold)["value"] == first.dose.hold_seconds
    reader.set_value("spin button", hold, first.dose.hold_seconds + 2)
    longer = f"{first.dose.hold_seconds + 2} s × {first.dose.reps}"
    until(lambda: longer in reader.items("Exercises")[0], SOON, "the longer dose")

    reader.press("^Start")
    reader.hears(f"^Get ready, {first.exercise.name}, 5 seconds")
    bar = reader.read("progress bar", "Progress of the session")
    assert (bar["value"], bar["highest"]) == (0, len(plan.entries))
    assert bar["description"] == f"Exercise 1 of {len(plan.entries)}"


def shown(reader: ScreenReader, count: int) -> list[str] | None:
    """What the list of exercises says, once it holds so many."""
    items = reader.items("Exercises")
    return items if len(items) == count else None


def planned() -> Plan:
    catalogue = shipped_catalogue()
    return build_plan(catalogue.routines[ROUTINE], catalogue, make_preferences(QUICK))


def test_everything_in_a_session_can_be_followed_and_done(
    on_bus: StartProgram, reader: ScreenReader
) -> None:
    on_bus()
    reader.choose("Routines", "A short one")
    until(lambda: shown(reader, 2), SOON, "its exercises")
    reader.press("^Start")
    knee, bridge = "Single knee to chest", "Bridge"
    reader.hears(f"^Get ready, {knee}, left leg, 5 seconds$")
    assert reader.read("label", "^LEFT$")
    first, word = countdown(reader)
    assert word == "Get ready"
    until(lambda: countdown(reader)[0] < first, SOON, "the countdown to go on")
    assert reader.hears("^Hold") == ["3", "2", "1", "Hold, left leg, rep 1 of 2, 5 seconds"]
    assert reader.read("label", "^Repetitions$")["description"] == "0 of 2 done"

    reader.press("^Pause$")
    reader.hears(r"^Paused, . seconds left\. Press Space to go on$")
    left, word = countdown(reader)
    assert word == "Paused"
    reader.press("^Go on$")
    reader.hears("^Going on in 1 second$")
    reader.hears(f"^Hold, left leg, rep 1 of 2, {left} seconds?$")

    reader.press("^Skip$")
    reader.hears("^Switch sides, right leg, 8 seconds$")
    reader.press("^That hurt$")
    reader.hears(rf"^That hurt: the exercise is over\. Press U .*Get ready, {bridge}, 5 seconds$")
    reader.press("^Undo$")
    reader.hears(rf"^Taken back\. {knee}\. Going on in 1 second$")

    reader.press("^End$")
    reader.hears(r"^End the session\?")
    reader.wait_for_focus("^Carry on$")
    reader.press("^End now$")
    reader.hears("^The session is over$")
    reader.wait_for_focus("^Back to the routines$")
    # How much of the first hold was done depends on how quickly the bus was.
    assert reader.items("What was done")[0] in {f"{knee}, 0 of 4", f"{knee}, left out"}
    reader.press("^Back to the routines$")
    assert reader.items("Routines")


def test_a_session_out_of_sight_is_counted_and_ends_aloud(
    on_bus: StartProgram, reader: ScreenReader
) -> None:
    program = on_bus("start", "one")
    reader.press("^Skip$")
    program.xdotool("getactivewindow", "windowminimize")
    heard = reader.hears("^The session is over$")
    assert heard[-5:] == ["Hold, 5 seconds", "3", "2", "1", "The session is over"]
    assert program.end(signal.SIGTERM)[0] == 128 + signal.SIGTERM
    complaints = program.process.communicate()[1].splitlines()
    assert [line for line in complaints if not line.startswith(QT_ON_LIBATSPI)] == []


def test_a_fast_preview_tells_only_phases(on_bus: StartProgram, reader: ScreenReader) -> None:
    on_bus("start", ROUTINE, "--speed", "100")
    heard = reader.hears("^The session is over$")
    assert not [said for said in heard if said.isdigit() or said.endswith(" left")]
    assert any("Get ready" in said for said in heard)
    assert any("Hold" in said for said in heard)
