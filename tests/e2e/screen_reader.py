"""An accessibility bus of its own, and a stand-in for a screen reader on it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.e2e.running import MISSING, SOON
from tests.until import until

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENT = Path(__file__).with_name("at_spi_client.py")
PYTHON = "/usr/bin/python3"
"""The system's: it has gi, which no package index offers ready-made."""

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")

Told = dict[str, Any]
"""What the reader is told of one thing on the screen: role, name, description and more."""


@cache
def missing() -> str:
    """What the tests with a screen reader lack here; empty where they can run."""
    lacking = list(MISSING)
    if _launcher() is None:
        lacking.append("at-spi2-core")
    if shutil.which("dbus-daemon") is None:
        lacking.append("dbus")
    if not Path(PYTHON).exists() or not _has_gi():
        lacking.append("python3-gi and gir1.2-atspi-2.0")
    return ", ".join(lacking)


def _launcher() -> str | None:
    return next((path for path in LAUNCHERS if Path(path).exists()), None)


def _has_gi() -> bool:
    asked = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    done = subprocess.run([PYTHON, "-c", asked], capture_output=True, timeout=SOON, check=False)
    return done.returncode == 0


@contextmanager
def accessibility_bus(display: str, folder: Path) -> Iterator[dict[str, str]]:
    """A session bus with an accessibility bus; yields what a program needs to be on it."""
    reader, writer = os.pipe()
    mine = {"DISPLAY": display, "XDG_RUNTIME_DIR": str(folder)}
    session = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", f"--print-address={writer}"],
        pass_fds=[writer],
        env={**os.environ, **mine},
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        mine["DBUS_SESSION_BUS_ADDRESS"] = told.readline().strip()
    launcher = subprocess.Popen(
        [str(_launcher()), "--launch-immediately"],
        env={**os.environ, **mine},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield {**mine, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    finally:
        for process in (launcher, session):
            process.terminate()
            process.wait(SOON)


class ScreenReader:
    """Works the program through the accessibility bus alone: no pixels, no mouse, no keys.

    Roles are AT-SPI's words ("push button"), names are patterns.
    """

    def __init__(self, environment: dict[str, str], program: str = "backcare") -> None:
        self._process = subprocess.Popen(
            [PYTHON, "-W", "ignore", str(CLIENT), program],
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._past = 0
        self._heard()  # from now on nothing escapes it

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _ask(self, **request: object) -> Any:  # noqa: ANN401 - whatever was asked for
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise LookupError(answer["error"])
        return answer["found"]

    def _eventually(self, **request: object) -> Any:  # noqa: ANN401 - whatever was asked for
        """Ask until there is an answer: things come and go while they are looked for."""
        last = ""

        def look() -> list[Any] | None:
            nonlocal last
            try:
                return [self._ask(**request)]
            except LookupError as error:
                last = str(error)
                return None

        try:
            return until(look, SOON)[0]
        except AssertionError:
            message = f"{request}: {last}"
            raise AssertionError(message) from None

    # Looking

    def tree(self) -> list[Told]:
        """Everything that is shown, from the outside in."""
        found: list[Told] = self._eventually(do="tree")
        return found

    def find(self, role: str, name: str = "") -> list[Told]:
        """What is shown now of that role and name; it may be nothing."""
        found: list[Told] = self._eventually(do="find", role=role, name=name)
        return found

    def read(self, role: str, name: str = "") -> Told:
        """The one thing of that role and name, waited for."""

        def look() -> Told | None:
            found = self.find(role, name)
            return found[0] if len(found) == 1 else None

        return until(look, SOON, f"{role} {name}")

    def items(self, name: str) -> list[str]:
        """The names of a list's items, those beyond its edge too."""
        found: list[str] = self._eventually(do="items", role="list", name=name)
        return found

    def wait_for_focus(self, name: str) -> None:
        """Wait until what has the keyboard is named so."""

        def look() -> bool:
            focused: list[Told] = self._eventually(do="focused")
            return any(re.search(name, thing["name"]) for thing in focused)

        until(look, SOON, f"the focus on {name}")

    # Doing

    def press(self, name: str, role: str = "push button") -> None:
        """Press a button, once it is there."""
        self._eventually(do="act", role=role, name=name, action="Press")

    def choose(self, name: str, item: str) -> None:
        """Choose an item of a list."""
        self._eventually(do="choose", role="list", name=name, item=item)

    def set_value(self, role: str, name: str, value: float) -> None:
        """Set the number of a field."""
        self._eventually(do="set", role=role, name=name, value=value)

    # Listening

    def hears(self, said: str) -> list[str]:
        """Wait until something is announced that matches.

        Returns what was announced up to it, from the last such match on.
        """

        def look() -> int | None:
            heard = self._heard()
            places = range(self._past, len(heard))
            return next((place + 1 for place in places if re.search(said, heard[place])), None)

        try:
            end = until(look, SOON)
        except AssertionError:
            message = f"not announced: {said!r}; but {self._heard()[self._past :]}"
            raise AssertionError(message) from None
        heard, self._past = self._heard()[self._past : end], end
        return heard

    def _heard(self) -> list[str]:
        found: list[str] = self._ask(do="heard")
        return found
