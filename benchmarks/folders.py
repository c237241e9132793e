"""Data folders for the measurements: own exercises, and a routine of nothing but holds."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from backcare.core.safety import PAGE_VERSION, WELCOME_VERSION
from backcare.paths import user_folders
from backcare.store.state_file import StateFile
from benchmarks.processes import BACKCARE, environment

if TYPE_CHECKING:
    from pathlib import Path

OWN_EXERCISES = 1000
EXERCISES_IN_A_FILE = 200
"""Few enough to stay far below 256 KB and 20,000 YAML nodes."""

POSITIONS = ("supine", "prone", "side-lying", "kneeling", "sitting", "standing")

EXERCISE = """\
  own-{number:04}:
    name: {name} number {number}
    aliases: [{alias} {number}]
    position: {position}
    type: hold
    sides: each
    order: block
    limb: leg
    aims: [stretch, mobility]
    muscles: [lower back, buttocks]
    equipment: [mat]
    dose: {{hold: 15-20, reps: 3}}
    cap: {{hold: 30, reps: 5}}
    steps:
      - Get into place slowly, breathing evenly all the while.
      - Move until you feel a mild pull, and stay there.
      - Come back the way you went.
    feel: A gentle pull that eases while you wait.
    avoid: Bouncing, or holding your breath.
"""

NAMES = ("Lying stretch", "Slow bridge", "Seated twist", "Wall slide", "Heel reach")

HOLDS = """\
exercises:
  benchmark-hold:
    name: Benchmark hold
    position: supine
    type: hold
    sides: both
    dose: {{hold: {seconds}, reps: {reps}, rest: 0}}
    cap: {{hold: 600, reps: 100}}
    steps:
      - Lie down.
      - Stay as you are.
    feel: Nothing in particular.
    avoid: Hurrying.
routines:
  benchmark:
    name: Benchmark
    items:
{items}"""

ITEM = "      - exercise: benchmark-hold\n"


def empty_folder(folder: Path) -> str:
    """A person who has only what ships with the program."""
    return _warmed(folder)


def full_folder(folder: Path) -> str:
    """A person with OWN_EXERCISES exercises of their own."""
    for first in range(0, OWN_EXERCISES, EXERCISES_IN_A_FILE):
        numbers = range(first, first + EXERCISES_IN_A_FILE)
        _write(folder, f"own-{first:04}.yaml", "exercises:\n" + "".join(map(_exercise, numbers)))
    return _warmed(folder)


def holds_folder(folder: Path, *, seconds: int, reps: int, items: int = 1) -> str:
    """A person whose routine `benchmark` is one hold after the other, without rests."""
    text = HOLDS.format(seconds=seconds, reps=reps, items=ITEM * items)
    _write(folder, "holds.yaml", text)
    return _warmed(folder)


def _exercise(number: int) -> str:
    name = NAMES[number % len(NAMES)]
    return EXERCISE.format(
        number=number,
        name=name,
        alias=name.split()[-1],
        position=POSITIONS[number % len(POSITIONS)],
    )


def _write(folder: Path, name: str, text: str) -> None:
    own = folder / "exercises"
    own.mkdir(parents=True, exist_ok=True)
    (own / name).write_text(text, encoding="utf-8")


def _warmed(folder: Path) -> str:
    """The folder after a first start: catalogue compiled, safety page and welcome seen."""
    data = str(folder)
    state = StateFile(user_folders(data).state_file)
    state.remember(safety_page_seen=PAGE_VERSION, welcome_seen=WELCOME_VERSION)
    command = [*BACKCARE, "list", "--json", "--data", data]
    subprocess.run(command, check=True, env=environment(), stdout=subprocess.DEVNULL)
    return data
