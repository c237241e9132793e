"""Exceptions that nobody caught: logged each time, told once, never fatal."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

import pytest

from backcare.services.complaints import MOST_LOG_BYTES, Complaints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Heard:
    """Complaints that end in a list."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "data" / "backcare.log"
        self.told: list[str] = []
        self.complaints = Complaints(str(self.log), self.told.append)

    def handle(self, error: BaseException) -> None:
        """Raise, so that there is a traceback, and hand over."""
        try:
            raise error
        except type(error) as raised:
            self.complaints.handle(type(raised), raised, raised.__traceback__)


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """Complaints that are not installed, and leave nothing installed."""
    made = Heard(tmp_path)
    hooks = sys.excepthook, threading.excepthook
    yield made
    sys.excepthook, threading.excepthook = hooks


def test_an_error_is_logged_with_its_traceback_and_told(
    heard: Heard, capsys: pytest.CaptureFixture[str]
) -> None:
    heard.handle(ValueError("broken"))
    assert heard.told == ["ValueError: broken"]
    text = heard.log.read_text()
    assert "Traceback (most recent call last)" in text
    assert "raise error" in text
    assert "ValueError: broken" in text
    assert "ValueError: broken" in capsys.readouterr().err


def test_the_same_error_is_told_once_and_logged_each_time(heard: Heard) -> None:
    for message in ("one", "two", "one"):
        heard.handle(ValueError(message))
    assert heard.told == ["ValueError: one", "ValueError: two"]
    assert heard.log.read_text().count("Traceback") == 3


def test_ctrl_c_is_no_error(heard: Heard) -> None:
    heard.handle(KeyboardInterrupt())
    assert heard.told == []
    assert not heard.log.exists()


def test_an_error_while_telling_is_not_told(tmp_path: Path) -> None:
    log = tmp_path / "log"
    told: list[str] = []

    def tell(message: str) -> None:
        told.append(message)
        complaints.handle(ValueError, ValueError("while telling"), None)

    complaints = Complaints(str(log), tell)
    complaints.handle(ValueError, ValueError("first"), None)
    assert told == ["ValueError: first"]
    assert "while telling" in log.read_text()


def test_after_telling_failed_the_next_error_is_told(tmp_path: Path) -> None:
    told: list[str] = []

    def tell(message: str) -> None:
        told.append(message)
        raise RuntimeError

    complaints = Complaints(str(tmp_path / "log"), tell)
    for message in ("one", "two"):
        with pytest.raises(RuntimeError):
            complaints.handle(ValueError, ValueError(message), None)
    assert told == ["ValueError: one", "ValueError: two"]


def test_a_log_that_cannot_be_written_keeps_nobody_from_being_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told: list[str] = []
    complaints = Complaints(str(tmp_path / "file" / "log"), told.append)
    complaints.handle(ValueError, ValueError("broken"), None)
    assert told == ["ValueError: broken"]


def test_without_standard_error_all_is_logged(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    heard.handle(ValueError("broken"))
    assert heard.told == ["ValueError: broken"]
    assert "broken" in heard.log.read_text()


def test_one_older_log_is_kept(heard: Heard) -> None:
    heard.log.parent.mkdir()
    heard.log.write_text("x" * (MOST_LOG_BYTES + 1))
    older = heard.log.with_name("backcare.log.1")
    older.write_text("oldest")
    heard.handle(ValueError("broken"))
    assert older.read_text().startswith("xxx")
    assert "x" * 100 not in heard.log.read_text()
    heard.handle(ValueError("again"))
    assert heard.log.read_text().count("Traceback") == 2


def test_installed_it_hears_what_nobody_caught_in_threads_too(heard: Heard) -> None:
    heard.complaints.install()
    sys.excepthook(ValueError, ValueError("in the main thread"), None)

    def fail() -> None:
        raise ValueError("in another thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert heard.told == ["ValueError: in the main thread", "ValueError: in another thread"]


def test_an_error_of_a_thread_without_a_value_is_heard(heard: Heard) -> None:
    heard.complaints.install()
    threading.excepthook(threading.ExceptHookArgs((ValueError, None, None, None)))
    assert heard.told == ["ValueError: "]


def test_uninstalled_the_interpreter_has_its_hooks_back(heard: Heard) -> None:
    heard.complaints.install()
    heard.complaints.uninstall()
    assert sys.excepthook is sys.__excepthook__
    assert threading.excepthook is threading.__excepthook__


def test_half_a_character_in_a_message_is_no_obstacle(heard: Heard) -> None:
    heard.handle(ValueError("broken \udcff"))
    assert heard.told == ["ValueError: broken \udcff"]
    assert "broken" in heard.log.read_text()
