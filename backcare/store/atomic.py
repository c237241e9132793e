"""Replacing a file so that a crash or a full disk leaves the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import itertools
import os

_BINARY = getattr(os, "O_BINARY", 0)  # only Windows knows it


def write_atomically(path: str, data: bytes) -> None:
    """Replace the file at `path` by `data`; a link is followed, its target replaced.

    Folders above it are made. The data is on the disk, not in a cache, on return.

    Raises:
        OSError: it could not be written; what stood there before is untouched.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    os.makedirs(folder, exist_ok=True)
    temporary, handle = _open_temporary(folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(folder)


def _open_temporary(folder: str) -> tuple[str, int]:
    """A new file that only its owner may read. The module tempfile costs the start 5 ms."""
    for number in itertools.count():
        path = os.path.join(folder, f".backcare-{os.getpid()}-{number}")
        try:
            return path, os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
        except FileExistsError:
            continue
    raise AssertionError  # pragma: no cover - counting does not end


def _sync_folder(folder: str) -> None:
    """Make the new name last. Not every system lets a folder be opened for this."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def keep_aside(path: str, suffix: str) -> str | None:
    """Rename a file that cannot be used, so that nothing of the person's is lost.

    Returns the new path, or None where renaming was not possible.
    """
    kept = free_name(path, suffix)
    try:
        os.rename(path, kept)
    except OSError:
        return None
    return kept


def free_name(path: str, suffix: str) -> str:
    """`path` with `suffix`, and with a number where older ones are kept under that name."""
    kept, number = path + suffix, 1
    while os.path.lexists(kept):
        number += 1
        kept = f"{path}{suffix}-{number}"
    return kept
