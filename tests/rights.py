"""Tests in which permissions count, even where the superuser runs them, and full disks."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

STRANGER = 65534

needs_rights = pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no POSIX permissions")


@contextlib.contextmanager
def as_a_stranger() -> Iterator[None]:
    """While this lasts the superuser is nobody; anybody else stays who they are."""
    if os.geteuid() != 0:
        yield
        return
    group = os.getegid()
    try:
        os.setegid(STRANGER)
        os.seteuid(STRANGER)
    except OSError:
        pytest.skip("the superuser cannot become somebody else here")
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(group)


@contextlib.contextmanager
def full_disk() -> Iterator[None]:
    """While this lasts no file can grow; names can still be changed, as on a full disk."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def public_folder() -> Iterator[Path]:
    """A folder that everybody can reach and write to, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="backcare-test-"))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        for path in (folder, *folder.rglob("*")):
            if not path.is_symlink():
                path.chmod(0o700)
        shutil.rmtree(folder)
