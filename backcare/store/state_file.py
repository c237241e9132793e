"""What the program remembers by itself: pages read, the last routine, the window's place."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, fields, replace

from backcare.store.json_file import read_json, write_json


@dataclass(frozen=True, slots=True)
class State:
    """Remembered between starts.

    Attributes:
        safety_page_seen: the version of the safety page that was read; 0 for none.
        welcome_seen: the version of the welcome that was shown; 0 for none.
        last_routine: id of the routine chosen last.
        geometry: the window's place as Qt writes it, in base64.
        session_screen: what tells the screen that sessions fill; empty for the window's own.
    """

    safety_page_seen: int = 0
    welcome_seen: int = 0
    last_routine: str = ""
    geometry: str = ""
    columns: str = ""
    session_screen: str = ""


class StateFile:
    """The file at `path`. What it cannot read or write is simply forgotten."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._state = State()

    @property
    def state(self) -> State:
        """What is remembered."""
        return self._state

    def load(self) -> State:
        """Read the file; values of the wrong type are as good as missing."""
        values = read_json(self._path).values
        good = {
            field.name: values[field.name]
            for field in fields(State)
            if type(values.get(field.name)) is type(field.default)
        }
        self._state = State(**good)
        return self._state

    def remember(self, **changes: object) -> None:
        """Change what is remembered, and write it where that is possible."""
        changed = replace(self._state, **changes)  # type: ignore[arg-type]
        if changed == self._state:
            return
        self._state = changed
        with contextlib.suppress(OSError):
            write_json(
                self._path, {entry.name: getattr(changed, entry.name) for entry in fields(State)}
            )
