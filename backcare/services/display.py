"""Is there a screen to open a window on? Asked before Qt, which aborts when there is none."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def why_no_display(environment: Mapping[str, str]) -> str | None:
    """The reason why no window can be opened, or None when one can."""
    if sys.platform in ("win32", "darwin"):
        return None
    platform = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform in _WITHOUT_SCREEN:
        return None
    if platform != "xcb" and _wayland_answers(environment):
        return None
    display = environment.get("DISPLAY", "")
    if platform.startswith("wayland") or not display:
        return "there is no display"
    return _why_no_x11(display)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1.0)
        try:
            probe.connect(path)
        except OSError:
            return False
    return True


def _why_no_x11(display: str) -> str | None:
    try:
        ctypes.CDLL("libxcb-cursor.so.0")  # Qt's X11 plugin aborts without it
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        return f"a library that windows need is missing ({error})"
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return f"the display {display} does not answer" if failed else None
