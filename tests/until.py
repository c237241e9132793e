"""Waiting for other processes, with an end: for what no signal of Qt's tells about."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Found = TypeVar("Found")
LOOK_AGAIN_SECONDS = 0.01


def until(look: Callable[[], Found | None], seconds: float, what: str = "") -> Found:
    """The first thing that `look` finds (neither None nor False) within `seconds`."""
    deadline = time.monotonic() + seconds
    never = threading.Event()
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() > deadline:
            message = f"not within {seconds} s: {what or look}"
            raise AssertionError(message)
        never.wait(LOOK_AGAIN_SECONDS)
