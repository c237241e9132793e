"""A stand-in for a screen reader, run by the system's Python, which has gi.

It reads one JSON request a line from stdin and writes one JSON answer a line to stdout:

    {"do": "windows"}                    names of the program's top-level windows
    {"do": "tree"}                       everything that is shown, depth first
    {"do": "find", role, name}           what is shown of that role and name, both as patterns
    {"do": "act", role, name, action}    do an action of the one thing found, the first without one
    {"do": "items", role, name}          names of the items of the one list found
    {"do": "choose", role, name, item}   select an item of the one list found
    {"do": "set", role, name, value}     set the value of the one thing found
    {"do": "heard"}                      all announcements so far
    {"do": "focused"}                    what has the focus

An answer is {"found": ...} or {"error": text}. Everything goes over the accessibility bus.
"""

from __future__ import annotations

import json
import re
import sys
from typing import TYPE_CHECKING, Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 40


class Reader:
    """Looks at one program through the accessibility bus."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._heard: list[str] = []
        listener = Atspi.EventListener.new(self._on_announcement)
        listener.register("object:announcement")
        self._listener = listener

    def _on_announcement(self, event: Atspi.Event) -> None:
        self._heard.append(event.any_data)

    def answer(self, request: dict[str, Any]) -> object:
        """What was asked for."""
        asked = dict(request)
        return getattr(self, asked.pop("do"))(**asked)

    # Requests

    def windows(self) -> list[str]:
        return [window.get_name() for window in _children(self._application())]

    def tree(self) -> list[dict[str, Any]]:
        return [_told(thing, depth) for depth, thing in self._shown()]

    def find(self, role: str, name: str) -> list[dict[str, Any]]:
        return [_told(thing, depth) for depth, thing in self._matching(role, name)]

    def act(self, role: str, name: str, action: str = "") -> bool:
        thing = self._one(role, name)
        names = [thing.get_action_name(i) for i in range(thing.get_n_actions())]
        wanted = names.index(action) if action else 0
        if not names or not thing.do_action(wanted):
            raise LookupError(f"{role} {name} has no action {action!r} among {names}")
        return True

    def items(self, role: str, name: str) -> list[str]:
        return [item.get_name() for item in _children(self._one(role, name))]

    def choose(self, role: str, name: str, item: str) -> bool:
        thing = self._one(role, name)
        for index, child in enumerate(_children(thing)):
            if re.search(item, child.get_name() or ""):
                return bool(thing.select_child(index))
        raise LookupError(f"no item {item!r}")

    def set(self, role: str, name: str, value: float) -> bool:
        return bool(self._one(role, name).get_value_iface().set_current_value(value))

    def heard(self) -> list[str]:
        return self._heard

    def focused(self) -> list[dict[str, Any]]:
        return [_told(t, d) for d, t in self._shown() if _has(t, Atspi.StateType.FOCUSED)]

    # Looking

    def _application(self) -> Atspi.Accessible:
        for child in _children(Atspi.get_desktop(0)):
            if child.get_name() == self._program:
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        raise LookupError(f"no program {self._program!r} on the bus")

    def _shown(self) -> Iterator[tuple[int, Atspi.Accessible]]:
        for window in _children(self._application()):
            yield from _walk(window, 0)

    def _matching(self, role: str, name: str) -> list[tuple[int, Atspi.Accessible]]:
        return [
            (depth, thing)
            for depth, thing in self._shown()
            if re.fullmatch(role, thing.get_role_name()) and re.search(name, thing.get_name() or "")
        ]

    def _one(self, role: str, name: str) -> Atspi.Accessible:
        found = self._matching(role, name)
        if len(found) != 1:
            raise LookupError(f"{len(found)} things are a {role} named {name!r}")
        return found[0][1]


def _children(thing: Atspi.Accessible) -> list[Atspi.Accessible]:
    found = (thing.get_child_at_index(i) for i in range(thing.get_child_count()))
    return [child for child in found if child is not None]


def _has(thing: Atspi.Accessible, state: Atspi.StateType) -> bool:
    return bool(thing.get_state_set().contains(state))


def _walk(thing: Atspi.Accessible, depth: int) -> Iterator[tuple[int, Atspi.Accessible]]:
    if depth > DEEPEST or not _has(thing, Atspi.StateType.VISIBLE):
        return
    yield depth, thing
    for child in _children(thing):
        yield from _walk(child, depth + 1)


def _told(thing: Atspi.Accessible, depth: int) -> dict[str, Any]:
    value, text = thing.get_value_iface(), thing.get_text_iface()
    actions = [thing.get_action_name(i) for i in range(thing.get_n_actions())]
    states = [s.value_nick for s in thing.get_state_set().get_states()]
    return {
        "depth": depth,
        "role": thing.get_role_name(),
        "name": thing.get_name(),
        "description": thing.get_description(),
        "value": None if value is None else value.get_current_value(),
        "highest": None if value is None else value.get_maximum_value(),
        "text": None if text is None else text.get_text(0, text.get_character_count()),
        "actions": actions,
        "states": states,
    }


def main() -> None:
    """Answer requests until stdin ends."""
    loop = GLib.MainLoop()
    reader = Reader(sys.argv[1])

    def on_request(_channel: int, _condition: GLib.IOCondition) -> bool:
        line = sys.stdin.readline()
        if not line:
            loop.quit()
            return False
        try:
            answer = {"found": reader.answer(json.loads(line))}
        except (GLib.Error, LookupError, ValueError) as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        return True

    GLib.io_add_watch(0, GLib.IO_IN | GLib.IO_HUP, on_request)
    loop.run()


if __name__ == "__main__":
    main()
