"""One JSON object per line, written as things happen."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import BackcareError
from backcare.core.events import Event, EventKind
from backcare.services.clock import SessionClock
from backcare.services.event_log import EventLog

if TYPE_CHECKING:
    from pathlib import Path


class FakeClock:
    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


TIME = FakeClock(100.0)
CLOCK = SessionClock(2.0, TIME)


def test_each_event_is_a_line_in_the_file_at_once(tmp_path: Path) -> None:
    path = tmp_path / "é events"
    with EventLog(str(path), CLOCK) as log:
        TIME.now = 105.5
        log.write(Event(EventKind.PHASE, 10.0, 3))
        assert json.loads(path.read_text()) == {
            "t": 105.5,
            "due": 105.0,
            "event": "phase",
            "phase": 3,
        }
        log.write(Event(EventKind.SECOND, 12.0, 3, 5))
        assert path.read_text().count("\n") == 2


@pytest.mark.parametrize("kind", list(EventKind))
def test_an_event_has_its_name(tmp_path: Path, kind: EventKind) -> None:
    path = tmp_path / "events"
    with EventLog(str(path), CLOCK) as log:
        log.write(Event(kind, 0.0, 0))
    (line,) = path.read_text().splitlines()
    assert list(json.loads(line)) == ["t", "due", "event", "phase"]
    assert json.loads(line)["event"] == kind.value


def test_an_older_log_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "events"
    path.write_text("old\n")
    with EventLog(str(path), CLOCK):
        pass
    assert path.read_text() == ""


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with EventLog(None, CLOCK) as log:
        log.write(Event(EventKind.START, 0.0, 0))
    assert os.listdir(tmp_path) == []


def test_after_closing_nothing_is_written(tmp_path: Path) -> None:
    path = tmp_path / "events"
    log = EventLog(str(path), CLOCK)
    log.close()
    log.close()
    log.write(Event(EventKind.START, 0.0, 0))
    assert path.read_text() == ""


def test_a_file_that_cannot_be_opened_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(BackcareError, match="Is a directory") as caught:
        EventLog(str(tmp_path), CLOCK)
    assert str(caught.value) == f"{tmp_path}: Is a directory"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
def test_a_full_disk_ends_the_log_and_not_the_session() -> None:
    with EventLog("/dev/full", CLOCK) as log:
        for _ in range(3):
            log.write(Event(EventKind.START, 0.0, 0))
