"""Small JSON files of the program's own: read with a fallback, written atomically."""

from __future__ import annotations

import errno
import json
import os
import stat
from dataclasses import dataclass
from typing import Any

from backcare.store.atomic import free_name, keep_aside, write_atomically

MAX_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Content:
    """What a file held. `problem` says in one sentence why `values` are missing."""

    values: dict[str, Any]
    problem: str = ""


def read_json(path: str) -> Content:
    """The object in a JSON file; empty when the file does not exist.

    What cannot be used is told in `problem`; the file itself is left alone.
    """
    try:
        data = _read(path)
    except FileNotFoundError:
        return Content({})
    except OSError as error:
        return Content({}, f"{path} cannot be read: {error.strerror}")
    if len(data) > MAX_BYTES:
        return Content({}, f"{path} is too large")
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return Content({}, f"{path} is not valid JSON")
    if not isinstance(values, dict):
        return Content({}, f"{path} holds no settings")
    return Content(values)


def _read(path: str, *, whole: bool = False) -> bytes:
    """What is in a file, or one byte more than is allowed; a pipe is not waited for."""
    mode = os.stat(path).st_mode
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "it is not a file")
    with open(path, "rb") as file:
        return file.read() if whole else file.read(MAX_BYTES + 1)


def write_json(path: str, values: dict[str, Any]) -> None:
    """Replace a JSON file.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    # In ASCII, because JSON lets half a character in that UTF-8 does not let out again.
    text = json.dumps(values, indent=2, sort_keys=True)
    write_atomically(path, text.encode("ascii") + b"\n")


def keep_bad_file(path: str) -> None:
    """Keep a file that cannot be used, as `.bad`, before another one takes its place.

    It is copied, so that the old one serves until the new one stands; what cannot even
    be read is renamed.

    Raises:
        OSError: it could not be copied; it is where it was.
    """
    try:
        data = _read(path, whole=True)
    except OSError:
        keep_aside(path, ".bad")
    else:
        write_atomically(free_name(path, ".bad"), data)
