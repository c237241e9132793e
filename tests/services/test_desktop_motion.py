from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from backcare.services.desktop_motion import DesktopMotion

ROOT = Path(__file__).resolve().parents[2]
needs_bus = pytest.mark.skipif(
    shutil.which("dbus-run-session") is None, reason="not installed: dbus-run-session"
)

LISTENER = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from backcare.services.desktop_motion import DesktopMotion

changes = int(sys.argv[1])
portal = None
if len(sys.argv) > 2:
    portal = subprocess.Popen(
        [sys.executable, "-m", "tests.services.portal", *sys.argv[2:]],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )
    portal.stdout.readline()
application = QCoreApplication([])
motion = DesktopMotion()
heard = []

def hear():
    heard.append(motion.is_reduced)
    if len(heard) == changes:
        application.quit()
    else:
        portal.stdin.write("change\\n")
        portal.stdin.flush()

motion.changed.connect(hear)
motion.ask()
QTimer.singleShot(5000 if changes else 300, application.quit)
application.exec()
print(*heard, motion.is_reduced)
if portal is not None:
    portal.kill()
    portal.communicate()
"""


def heard(changes: int, *portal: object) -> list[str]:
    """What the desktop said, change by change, and what holds at the end."""
    words = [word if isinstance(word, str) else json.dumps(word) for word in portal]
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", LISTENER, str(changes), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout.split()


@needs_bus
@pytest.mark.parametrize(
    ("group", "name", "still", "moving"),
    [
        ("org.freedesktop.appearance", "reduced-motion", 1, 0),
        ("org.gnome.desktop.interface", "enable-animations", False, True),
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", '"0"', '"0.5"'),
    ],
)
def test_a_desktop_that_wants_little_movement_is_heard_and_so_is_its_change(
    group: str, name: str, still: object, moving: object
) -> None:
    assert heard(2, group, name, still, moving) == ["True", "False", "False"]


@needs_bus
def test_other_settings_and_odd_values_mean_nothing() -> None:
    assert heard(0, "org.freedesktop.appearance", "reduced-motion", '"often"') == ["False"]
    assert heard(0, "org.freedesktop.appearance", "contrast", 1) == ["False"]


@needs_bus
def test_without_a_portal_nothing_is_said() -> None:
    assert heard(0) == ["False"]


@pytest.mark.usefixtures("qapp")
def test_without_a_bus_nothing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    motion = DesktopMotion()
    motion.ask()
    assert not motion.is_reduced
