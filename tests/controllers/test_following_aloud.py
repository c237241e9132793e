"""What somebody hears of a session that they do not see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builders import make_hold, make_plan
from tests.controllers.test_following import RecordingView, Rig

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PLAN = make_plan(make_hold(seconds=6, reps=2))


class Followed(RecordingView):
    """A view in a window that is away, with or without a screen reader to listen to it."""

    def __init__(self, *, listened_to: bool) -> None:
        self._listened_to = listened_to
        self.heard: list[str] = []
        super().__init__()
        self.announced.connect(self.heard.append)

    @property
    def is_listened_to(self) -> bool:
        return self._listened_to


@pytest.fixture
def listened(qtbot: QtBot, tmp_path: Path) -> Rig:
    return begun(qtbot, tmp_path, listened_to=True)


@pytest.fixture
def unheard(qtbot: QtBot, tmp_path: Path) -> Rig:
    return begun(qtbot, tmp_path, listened_to=False)


def begun(qtbot: QtBot, tmp_path: Path, *, listened_to: bool, speed: float = 1.0) -> Rig:
    view = Followed(listened_to=listened_to)
    qtbot.addWidget(view)
    rig = Rig(PLAN, tmp_path / "events.jsonl", speed=speed, view=view)
    rig.following.begin()
    return rig


def heard(rig: Rig) -> list[str]:
    assert isinstance(rig.view, Followed)
    return rig.view.heard


def test_a_hidden_session_counts_for_a_screen_reader(listened: Rig) -> None:
    listened.run_into(2)
    assert heard(listened) == [
        "Get ready, Pelvic tilt, 10 seconds",
        *("3", "2", "1"),
        "Hold, rep 1 of 2, 6 seconds",
        *("3", "2", "1"),
        "Rest, 5 seconds",
    ]


def test_without_one_a_hidden_session_still_tells_its_phases(unheard: Rig) -> None:
    unheard.run_into(2)
    assert heard(unheard) == [
        "Get ready, Pelvic tilt, 10 seconds",
        "Hold, rep 1 of 2, 6 seconds",
        "Rest, 5 seconds",
    ]


def test_going_on_is_heard_when_it_goes_on(listened: Rig) -> None:
    listened.view.toggle_requested.emit()
    listened.view.toggle_requested.emit()
    listened.pass_by(1.0)
    listened.pass_by(1.0)
    assert heard(listened)[-1] == "Going on in 3 seconds"
    listened.pass_by(1.0)
    assert heard(listened)[-1] == "Get ready, 10 seconds"


def test_a_hidden_session_wakes_no_oftener_for_a_screen_reader(listened: Rig) -> None:
    assert not listened.timer.is_animated()


def test_a_fast_preview_tells_only_phases(qtbot: QtBot, tmp_path: Path) -> None:
    rig = begun(qtbot, tmp_path, listened_to=True, speed=20.0)
    rig.run_into(2)
    assert heard(rig) == [
        "Get ready, Pelvic tilt, 10 seconds",
        "Hold, rep 1 of 2, 6 seconds",
        "Rest, 5 seconds",
    ]
