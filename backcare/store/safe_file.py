"""Reading a file that somebody else made, whatever it turns out to be."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from typing import NoReturn

from backcare.core.errors import InputRefusedError, Problem

MAX_USER_BYTES = 256 * 1024

_OPEN_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY"):
    _OPEN_FLAGS |= getattr(os, _name, 0)  # each system knows some of them

_KINDS = (
    (stat.S_ISREG, ""),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
)

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.ENOTDIR: "there is no such file",
    errno.EACCES: "you may not read this file",
    errno.EPERM: "you may not read this file",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENAMETOOLONG: "the name is too long",
}

Read = Callable[[int, int], bytes]


def read_bytes(path: str, max_bytes: int = MAX_USER_BYTES, read: Read = os.read) -> bytes:
    """What is in a regular file. It never waits for a pipe and never reads without end.

    Raises:
        InputRefusedError: there is nothing to read, it is no file, or it holds more
            than `max_bytes`.
    """
    try:
        # Before opening, too: a device may act on being opened.
        _require_regular(path, os.stat(path))
        descriptor = os.open(path, _OPEN_FLAGS)
        try:
            status = os.fstat(descriptor)
            _require_regular(path, status)
            data = b""
            while len(data) <= max_bytes and (part := read(descriptor, max_bytes + 1 - len(data))):
                data += part
        finally:
            os.close(descriptor)
    except OSError as error:
        _refuse(path, _REASONS.get(error.errno or 0, f"it cannot be read ({error.strerror})"))
    except ValueError:
        _refuse(path, "no file can have this name")
    if len(data) > max_bytes:
        _refuse(path, over_size(max_bytes))
    if len(data) != status.st_size:
        _refuse(path, "the file changed while it was read; try again")
    return data


def over_size(max_bytes: int) -> str:
    """What is said of a file that holds more than `max_bytes`."""
    return f"the file is over {max_bytes / 1024:g} KB, the most that is read"


def _require_regular(path: str, status: os.stat_result) -> None:
    kind = next((kind for is_kind, kind in _KINDS if is_kind(status.st_mode)), "a device")
    if kind:
        _refuse(path, f"this is {kind}, not a file")


def _refuse(path: str, message: str) -> NoReturn:
    raise InputRefusedError([Problem(path, 0, 0, message)])
