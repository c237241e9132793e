"""How far one press of plus or minus changes a number of a dose."""

from __future__ import annotations

_SECONDS = ((0, 1), (20, 5), (60, 10), (120, 30))
_COUNT = ((0, 1), (20, 5))

_BANDS = {
    "hold_seconds": _SECONDS,
    "rest_seconds": _SECONDS,
    "reps": _COUNT,
    "sets": ((0, 1),),
    "minutes": ((0, 1), (10, 5), (60, 10)),
}
"""From which number on, by how much. Each step leads to its own multiples: whoever has 22 s
comes to 20 or 25, as people say it.
"""


def stepped(field: str, number: int, steps: int) -> int:
    """`number` after so many presses of plus, or of minus where `steps` is below 0.

    The result may be out of the field's bounds.
    """
    bands = _BANDS[field]
    for _ in range(abs(steps)):
        number = _up(bands, number) if steps > 0 else _down(bands, number)
    return number


def _up(bands: tuple[tuple[int, int], ...], number: int) -> int:
    step = max(step for start, step in bands if start <= max(0, number))
    return (number // step + 1) * step


def _down(bands: tuple[tuple[int, int], ...], number: int) -> int:
    step = max(step for start, step in bands if start < max(1, number))
    return ((number - 1) // step) * step
