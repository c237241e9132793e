"""The compiled catalogue: what strict reading made of YAML, kept so that no start pays twice.

A compiled file is never edited and never trusted beyond its key: the key holds a hash
of the sources, so a changed source is read again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, TypeVar

from backcare.core.routine import Catalogue
from backcare.store.atomic import write_atomically
from backcare.store.codec import Codec, to_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_T = TypeVar("_T")

READER_VERSION = 2
"""Counts changes in what the reader makes of the same file."""

SHIPPED_NAME = "catalogue.json"


@functools.cache
def _codec() -> Codec:
    return Codec()


def key_of(sources: Iterable[bytes], shape: str | None = None) -> str:
    """A text that changes with the sources, the reader and the shape of our values.

    `shape` describes the values where they are not a catalogue.
    """
    shape = _codec().shape(Catalogue) if shape is None else shape
    digest = hashlib.sha256(f"{READER_VERSION} {shape}".encode())
    for source in sources:
        digest.update(len(source).to_bytes(8, "big"))
        digest.update(source)
    return digest.hexdigest()


def load(path: str, key: str) -> tuple[Catalogue, tuple[str, ...]] | None:
    """The catalogue compiled under `key`, and the complaints of the reading that made it.

    None where the file is missing, damaged or made of something else.
    """

    def decode(kept: Any) -> tuple[Catalogue, tuple[str, ...]]:  # noqa: ANN401 - JSON
        return _codec().from_plain(Catalogue, kept["catalogue"]), tuple(kept["problems"])

    return load_kept(path, key, decode)


def load_kept(path: str, key: str, decode: Callable[[Any], _T]) -> _T | None:
    """What `decode` makes of the JSON object that was kept under `key`.

    None where the file is missing, damaged or made of something else, which `decode` tells
    by a KeyError, TypeError, ValueError or AttributeError.
    """
    if not os.path.isfile(path):
        return None
    try:
        with open(path, encoding="utf-8") as file:
            kept = json.load(file)
        return decode(kept) if kept["key"] == key else None
    except (OSError, KeyError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def save(path: str, key: str, catalogue: Catalogue, problems: tuple[str, ...] = ()) -> None:
    """Keep a compiled catalogue.

    Raises:
        OSError: it could not be written.
    """
    keep(path, key, {"problems": problems, "catalogue": to_plain(catalogue)})


def keep(path: str, key: str, plain: Mapping[str, object]) -> None:
    """Write a JSON object that `load_kept` finds under `key`.

    Raises:
        OSError: it could not be written.
    """
    write_atomically(path, json.dumps({"key": key, **plain}, separators=(",", ":")).encode())


def save_quietly(path: str, key: str, catalogue: Catalogue, problems: tuple[str, ...] = ()) -> None:
    """Keep a compiled catalogue where that is possible; without it a start is slower."""
    with contextlib.suppress(OSError):
        save(path, key, catalogue, problems)
