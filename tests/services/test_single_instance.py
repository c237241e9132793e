from __future__ import annotations

import contextlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtNetwork import QLocalServer

from backcare.services.single_instance import ANSWER_MS, Role, SingleInstance
from tests.rights import as_a_stranger, needs_rights, public_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    Claimed = Callable[[Path], tuple[SingleInstance, Role]]
    StartOther = Callable[..., subprocess.Popen[str]]

ROOT = Path(__file__).resolve().parents[2]

OTHER = """
import sys
from PySide6.QtCore import QCoreApplication
from backcare.services.single_instance import SingleInstance

application = QCoreApplication([])
instance = SingleInstance(sys.argv[1])
instance.raise_requested.connect(lambda: print("raise", flush=True))
role = instance.claim()
if role.value == "first":
    instance.listen()
print(role.value, flush=True)
if sys.argv[2] == "stay":
    application.exec()
instance.release()
"""

HOLDER = """
import sys
from PySide6.QtCore import QLockFile

lock = QLockFile(sys.argv[1])
print(lock.tryLock(0), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def _sockets(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A folder for sockets, with a path short enough for them; killed processes leave theirs."""
    with tempfile.TemporaryDirectory(prefix="backcare-test-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def claimed(qtbot: QtBot) -> Iterator[Claimed]:
    """Claims a folder in this process; released when the test is over."""
    del qtbot  # sockets need an application
    with contextlib.ExitStack() as stack:

        def claim(folder: Path) -> tuple[SingleInstance, Role]:
            instance = SingleInstance(str(folder))
            stack.callback(instance.release)
            role = instance.claim()
            if role is Role.FIRST:
                instance.listen()
            return instance, role

        yield claim


@pytest.fixture
def start_other() -> Iterator[StartOther]:
    """Starts a process that claims the folder, and stays when told so."""
    started: list[subprocess.Popen[str]] = []

    def start(folder: Path, *, stay: bool) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", OTHER, str(folder), "stay" if stay else "go"]
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()


def role_of(process: subprocess.Popen[str]) -> Role:
    assert process.stdout is not None
    return Role(process.stdout.readline().strip())


# Two starts


def test_whoever_comes_alone_is_the_first(claimed: Claimed, folder: Path) -> None:
    assert claimed(folder)[1] is Role.FIRST
    assert folder.is_dir()


def test_the_second_raises_the_first_and_is_gone(
    qtbot: QtBot, claimed: Claimed, start_other: StartOther, folder: Path
) -> None:
    first, _ = claimed(folder)
    for _ in range(2):
        with qtbot.waitSignal(first.raise_requested, timeout=10_000):
            other = start_other(folder, stay=False)
        assert role_of(other) is Role.SECOND
        assert other.wait(10) == 0


def test_the_first_may_be_another_process(
    claimed: Claimed, start_other: StartOther, folder: Path
) -> None:
    other = start_other(folder, stay=True)
    assert role_of(other) is Role.FIRST
    _, role = claimed(folder)
    assert role is Role.SECOND
    assert other.stdout is not None
    assert other.stdout.readline() == "raise\n"


def test_two_folders_have_two_firsts(claimed: Claimed, tmp_path: Path) -> None:
    roles = [claimed(tmp_path / name)[1] for name in ("one", "other")]
    assert roles == [Role.FIRST, Role.FIRST]


def test_two_ways_to_one_folder_are_one_folder(
    qtbot: QtBot, claimed: Claimed, start_other: StartOther, folder: Path
) -> None:
    first, _ = claimed(folder)
    link = folder.parent / "link"
    link.symlink_to(folder)
    with qtbot.waitSignal(first.raise_requested, timeout=10_000):
        other = start_other(link, stay=False)
    assert role_of(other) is Role.SECOND


def test_after_the_first_is_released_the_next_is_first(claimed: Claimed, folder: Path) -> None:
    first, _ = claimed(folder)
    first.release()
    assert claimed(folder)[1] is Role.FIRST
    first.release()


def test_whoever_says_something_else_raises_nothing(
    qtbot: QtBot, claimed: Claimed, folder: Path
) -> None:
    first, _ = claimed(folder)
    server = first.findChild(QLocalServer)
    assert isinstance(server, QLocalServer)
    with qtbot.assertNotEmitted(first.raise_requested), socket.socket(socket.AF_UNIX) as talker:
        talker.connect(server.fullServerName())
        with qtbot.waitSignal(server.newConnection):
            talker.sendall(b"\x00garbage" * 100)


# What is left behind


def test_a_process_that_was_killed_leaves_the_way_free(
    qtbot: QtBot, claimed: Claimed, start_other: StartOther, folder: Path
) -> None:
    other = start_other(folder, stay=True)
    assert role_of(other) is Role.FIRST
    other.kill()
    other.wait(10)
    assert (folder / "backcare.lock").exists()
    first, role = claimed(folder)
    assert role is Role.FIRST
    # The socket that was left behind does not stand in the way of a third start.
    with qtbot.waitSignal(first.raise_requested, timeout=10_000):
        third = start_other(folder, stay=False)
    assert role_of(third) is Role.SECOND


CHANCE = random.Random(28)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n\n",
        b"hello\nworld\n\n",
        CHANCE.randbytes(300),
        b"999999999\npython3\nhere\n",
        b"99999999999999999999\npython3\nhere\n",
        b"-1\npython3\nhere\n",
        b"0\npython3\nhere\n",
        pytest.param(
            b"4294967295\npython3\nhere\n",
        ),
        pytest.param(
            b"1\ninit\nanother-machine\n",
        ),
    ],
    ids=range(10),
)
def test_an_empty_or_foreign_lock_is_taken_away_when_nobody_answers(
    claimed: Claimed, folder: Path, content: bytes
) -> None:
    folder.mkdir()
    (folder / "backcare.lock").write_bytes(content)
    assert claimed(folder)[1] is Role.FIRST


def test_a_first_that_hangs_is_told_from_one_that_is_gone(
    claimed: Claimed, start_other: StartOther, folder: Path
) -> None:
    other = start_other(folder, stay=True)
    assert role_of(other) is Role.FIRST
    other.send_signal(signal.SIGSTOP)
    began = time.monotonic()
    _, role = claimed(folder)
    waited = time.monotonic() - began
    other.send_signal(signal.SIGCONT)
    assert role is Role.HUNG
    assert ANSWER_MS / 1000 - 0.1 <= waited < 4


def test_a_living_process_without_a_socket_counts_as_hung(claimed: Claimed, folder: Path) -> None:
    folder.mkdir()
    command = [sys.executable, "-c", HOLDER, str(folder / "backcare.lock")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        assert claimed(folder)[1] is Role.HUNG
        holder.communicate()
    assert claimed(folder)[1] is Role.FIRST


@needs_rights
def test_a_folder_that_cannot_be_written_keeps_nobody_from_exercising(claimed: Claimed) -> None:
    with public_folder() as folder:
        folder.chmod(0o555)
        with as_a_stranger():
            assert claimed(folder)[1] is Role.FIRST
