"""Makes the tones of resources/sounds/: `.venv/bin/python packaging/make_sounds.py`.

Every tone is a few notes of a soft mallet: a sine, its octave and twelfth, with a short
rise and a long fall, so that nothing clicks. A further tone is one line in `TONES`.
"""

from __future__ import annotations

import math
import sys
import wave
from array import array
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100  # samples a second
LARGEST = 32_767  # of a sample of 16 bits
PEAK = 0.5  # of what a sample can hold: room for the person's own volume, and for two at once
RISE_SECONDS = 0.012
FALL_SECONDS = 0.08
"""The very end of a note is brought down to nothing."""

MARGIN_SECONDS = 0.02
"""Silence before and after."""

OVERTONES = ((1, 1.0), (2, 0.22), (3, 0.07))
"""Multiples of a note's pitch and how loud they are."""

SOUNDS = Path(__file__).resolve().parent.parent / "resources" / "sounds"


@dataclass(frozen=True)
class Note:
    """One note: its pitch, when it begins, how long it sounds, and how loud."""

    hertz: float
    begins: float
    seconds: float
    loudness: float = 1.0

    def at(self, seconds: float) -> float:
        """Its air pressure so long after it began."""
        if not 0.0 <= seconds <= self.seconds:
            return 0.0
        rise = 0.5 - 0.5 * math.cos(math.pi * min(1.0, seconds / RISE_SECONDS))
        left = min(1.0, (self.seconds - seconds) / FALL_SECONDS)
        ends = 0.5 - 0.5 * math.cos(math.pi * left)
        ring = 0.0
        for multiple, part in OVERTONES:
            # Overtones die away sooner, as those of a wooden bar do.
            fade = math.exp(-4.2 * multiple * seconds / self.seconds)
            ring += part * fade * math.sin(2 * math.pi * multiple * self.hertz * seconds)
        return self.loudness * rise * ends * ring


TONES: dict[str, tuple[Note, ...]] = {
    "check": (Note(587.33, 0.0, 0.9, 0.9), Note(880.0, 0.24, 1.3)),  # D, then A above it
}


def samples(notes: tuple[Note, ...]) -> array[int]:
    """The tone as 16 bit samples, as loud as `PEAK` allows."""
    length = max(note.begins + note.seconds for note in notes) + 2 * MARGIN_SECONDS
    times = [number / RATE - MARGIN_SECONDS for number in range(round(length * RATE))]
    air = [sum(note.at(time - note.begins) for note in notes) for time in times]
    scale = PEAK * LARGEST / max(abs(value) for value in air)
    return array("h", (round(scale * value) for value in air))


def write(name: str, folder: Path) -> Path:
    """Write the tone of that name as a WAV file; returns its path."""
    made = samples(TONES[name])
    if sys.byteorder == "big":
        made.byteswap()
    path = folder / f"{name}.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(made.itemsize)
        file.setframerate(RATE)
        file.writeframes(made.tobytes())
    return path


if __name__ == "__main__":
    SOUNDS.mkdir(exist_ok=True)
    for each in TONES:
        print(write(each, SOUNDS).relative_to(SOUNDS.parent.parent))
