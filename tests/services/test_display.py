"""Whether a window can be opened, found out before Qt is asked."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from backcare.services.display import why_no_display

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NO_DISPLAY = "there is no display"


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux system."""
    monkeypatch.setattr(sys, "platform", "linux")


@pytest.fixture
def compositor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a socket in the working folder at which somebody listens."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("wayland-7")
        server.listen()
        yield "wayland-7"


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=9x9", "vnc;xcb"])
def test_some_of_qts_platforms_need_no_display(platform: str) -> None:
    assert why_no_display({"QT_QPA_PLATFORM": platform}) is None


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(
    monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert why_no_display({}) is None


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"},
        {"QT_QPA_PLATFORM": "wayland-egl", "DISPLAY": ":0"},
        {"WAYLAND_DISPLAY": "none"},
        {"WAYLAND_DISPLAY": "none", "XDG_RUNTIME_DIR": "/nowhere"},
        {"WAYLAND_DISPLAY": "n" * 200},
    ],
)
def test_without_a_display_it_is_said(environment: dict[str, str]) -> None:
    assert why_no_display(environment) == NO_DISPLAY


def test_a_compositor_that_answers_is_a_display(compositor: str) -> None:
    assert why_no_display({"WAYLAND_DISPLAY": compositor}) is None
    assert why_no_display({"WAYLAND_DISPLAY": compositor, "XDG_RUNTIME_DIR": "."}) is None
    assert why_no_display({"WAYLAND_DISPLAY": compositor, "QT_QPA_PLATFORM": "wayland"}) is None


def test_a_compositor_is_none_for_x11(compositor: str) -> None:
    environment = {"WAYLAND_DISPLAY": compositor, "QT_QPA_PLATFORM": "xcb"}
    assert why_no_display(environment) == NO_DISPLAY


def test_a_compositor_that_has_gone_is_no_display(compositor: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert why_no_display({"WAYLAND_DISPLAY": "file"}) == NO_DISPLAY


@pytest.mark.parametrize("display", [":9999", "nonsense", "localhost:99999"])
def test_an_x11_display_that_does_not_answer_is_told(display: str) -> None:
    reason = why_no_display({"DISPLAY": display})
    assert reason is not None
    assert display in reason or "library" in reason


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no Xvfb")
def test_an_x11_display_that_answers_is_one() -> None:
    reading, writing = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "64x64x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as server:
        os.close(writing)
        with os.fdopen(reading) as numbers:
            display = f":{numbers.readline().strip()}"
        try:
            reason = why_no_display({"DISPLAY": display})
        finally:
            server.terminate()
    assert reason is None or "library" in reason
