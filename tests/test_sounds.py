"""The shipped tones: as their maker makes them, and pleasant to meet unprepared."""

from __future__ import annotations

import importlib.util
import math
import sys
import wave
from array import array
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from backcare import app
from backcare.paths import shipped

if TYPE_CHECKING:
    from types import ModuleType

MAKER = Path(__file__).parent.parent / "packaging" / "make_sounds.py"
RATE = 44_100
LOUDEST = 32_767


def load_maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sounds", MAKER)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules["make_sounds"] = made  # where dataclasses look for it
    spec.loader.exec_module(made)
    return made


maker = load_maker()
NAMES = sorted(maker.TONES)


def read(path: str) -> array[int]:
    with wave.open(path) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        found = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        found.byteswap()
    return found


def shipped_tone(name: str) -> array[int]:
    return read(shipped(f"resources/sounds/{name}.wav"))


def test_what_ships_is_what_is_made_and_what_is_loaded() -> None:
    folder = Path(shipped("resources/sounds"))
    assert sorted(path.stem for path in folder.iterdir()) == NAMES == sorted(app.TONES)


@pytest.mark.parametrize("name", NAMES)
def test_a_tone_is_the_one_that_the_maker_makes(name: str, tmp_path: Path) -> None:
    made = read(str(maker.write(name, tmp_path)))
    found = shipped_tone(name)
    assert len(made) == len(found)
    # Another machine's sine may differ in its last digit.
    assert max(abs(one - other) for one, other in zip(made, found, strict=True)) <= 1


@pytest.mark.parametrize("name", NAMES)
def test_a_tone_is_loud_enough_and_never_clips(name: str) -> None:
    found = shipped_tone(name)
    assert max(map(abs, found)) == pytest.approx(LOUDEST / 2, abs=2)
    rms = math.sqrt(sum(value * value for value in found) / len(found))
    assert 0.05 * LOUDEST < rms < 0.3 * LOUDEST


@pytest.mark.parametrize("name", NAMES)
def test_a_tone_begins_and_ends_in_silence_without_a_click(name: str) -> None:
    found = shipped_tone(name)
    still = round(0.015 * RATE)
    assert not any(found[:still])
    assert not any(found[-still:])
    steepest = max(abs(b - a) for a, b in pairwise(found))
    assert steepest < 0.2 * LOUDEST


def test_the_chime_is_short() -> None:
    assert 0.8 < len(shipped_tone("check")) / RATE < 2.0


def test_a_note_is_silent_outside_its_time() -> None:
    note = maker.Note(440.0, 0.0, 0.5)
    assert (note.at(-0.1), note.at(0.6)) == (0.0, 0.0)
    assert note.at(0.1) != 0.0
