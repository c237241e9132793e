from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QUrl, Signal

from backcare.paths import shipped
from backcare.services.sound import QtSounds, Silence, has_server
from backcare.services.sound_player import Player, load_multimedia, loudness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

CHECK = shipped("resources/sounds/check.wav")
SOURCES = {"check": CHECK, "rest": "/nowhere/rest.wav"}


class Device:
    """A loudspeaker; one without a name is none."""

    def __init__(self, name: str) -> None:
        self.name = name

    def isNull(self) -> bool:  # noqa: N802 - Qt's name
        return not self.name

    def id(self) -> SimpleNamespace:
        return SimpleNamespace(data=self.name.encode)


class Effect(QObject):
    """What `QSoundEffect` does, without a sound. All that are made are in `made`."""

    statusChanged = Signal()  # noqa: N815 - Qt's name
    Loop = SimpleNamespace(Infinite=SimpleNamespace(value=-2))
    Status = SimpleNamespace(Ready="ready", Error="error", Loading="loading")
    made: list[Effect] = []  # noqa: RUF012 - emptied by each test
    first_status = "ready"

    def __init__(self, device: Device, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.device = device
        self.log: list[object] = []
        self.now = self.first_status
        self.made.append(self)

    def setSource(self, url: QUrl) -> None:  # noqa: N802 - Qt's name
        self.source = url.toLocalFile()

    def setVolume(self, volume: float) -> None:  # noqa: N802 - Qt's name
        self.log.append(volume)

    def setLoopCount(self, count: int) -> None:  # noqa: N802 - Qt's name
        self.log.append(("loops", count))

    def play(self) -> None:
        self.log.append("play")

    def stop(self) -> None:
        self.log.append("stop")

    def status(self) -> str:
        return self.now


class Devices(QObject):
    """What `QMediaDevices` does."""

    audioOutputsChanged = Signal()  # noqa: N815 - Qt's name
    preferred = Device("speaker")
    last: Devices | None = None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        type(self).last = self

    @classmethod
    def defaultAudioOutput(cls) -> Device:  # noqa: N802 - Qt's name
        return cls.preferred


KIT = ModuleType("kit")
vars(KIT).update(QSoundEffect=Effect, QMediaDevices=Devices)


def load_kit() -> ModuleType:
    return KIT


@pytest.fixture(autouse=True)
def _fresh() -> None:
    Effect.made.clear()
    Effect.first_status = "ready"
    Devices.preferred = Device("speaker")


@pytest.fixture
def heard() -> list[bool]:
    return []


@pytest.fixture
def player(heard: list[bool]) -> Player:
    made = Player(SOURCES, load_kit)
    made.heard.connect(heard.append)
    return made


def effects() -> dict[str, Effect]:
    """Those that play tones, by name of file; the last one made keeps the loudspeaker open."""
    return {Path(each.source).stem: each for each in Effect.made[-3:-1]}


# The server


def test_a_sound_server_is_known_by_its_socket_or_its_name(tmp_path: Path) -> None:
    (tmp_path / "pulse").mkdir()
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}
    own = {"PULSE_RUNTIME_PATH": str(tmp_path / "pulse")}
    assert [has_server(each) for each in ({}, runtime, own)] == [False, False, False]
    assert has_server({"PULSE_SERVER": "unix:/somewhere"})
    (tmp_path / "pulse" / "native").touch()
    assert [has_server(each) for each in (runtime, own)] == [True, True]


def test_whoever_plays_tones_can_be_asked_for_the_server() -> None:
    assert not Silence().has_server
    assert QtSounds(SOURCES, load_kit, lambda: True).has_server
    assert not QtSounds(SOURCES, load_kit, lambda: False).has_server


# The player


def test_every_tone_is_ready_before_it_is_wanted(player: Player, heard: list[bool]) -> None:
    player.open()
    assert {each.source for each in Effect.made} == {CHECK, "/nowhere/rest.wav"}
    assert heard == [True]


def test_the_loudspeaker_is_kept_open_by_silence(player: Player) -> None:
    player.open()
    assert Effect.made[-1].log == [0.0, ("loops", -2), "play"]


def test_a_tone_is_played_at_its_volume(player: Player) -> None:
    player.open()
    player.play("check", 0.25)
    assert effects()["check"].log == [0.25, "play"]
    assert effects()["rest"].log == []


def test_a_tone_that_does_not_exist_is_silent(player: Player) -> None:
    player.play("check", 1.0)
    player.open()
    player.play("gong", 1.0)
    assert all(each.log == [] for each in effects().values())


def test_closing_stops_all_of_it(player: Player) -> None:
    player.open()
    player.close()
    assert all(each.log[-1] == "stop" for each in Effect.made)
    player.play("check", 1.0)
    assert all(each.log[-1] == "stop" for each in Effect.made)


def test_without_a_loudspeaker_nothing_is_made(player: Player, heard: list[bool]) -> None:
    Devices.preferred = Device("")
    player.open()
    player.play("check", 1.0)
    assert (Effect.made, heard) == ([], [False])


def test_without_the_library_it_stays_silent(heard: list[bool]) -> None:
    player = Player(SOURCES, lambda: None)
    player.heard.connect(heard.append)
    player.open()
    player.play("check", 1.0)
    player.close()
    assert (Effect.made, heard) == ([], [False])


def test_a_loudspeaker_that_comes_is_used(player: Player, heard: list[bool]) -> None:
    Devices.preferred = Device("")
    player.open()
    Devices.preferred = Device("headphones")
    assert Devices.last is not None
    Devices.last.audioOutputsChanged.emit()
    assert heard == [False, True]
    assert {each.device.name for each in Effect.made} == {"headphones"}


def test_a_loudspeaker_that_goes_is_missed(player: Player, heard: list[bool]) -> None:
    player.open()
    Devices.preferred = Device("")
    assert Devices.last is not None
    Devices.last.audioOutputsChanged.emit()
    assert heard == [True, False]


def test_a_change_elsewhere_disturbs_nothing(player: Player, heard: list[bool]) -> None:
    player.open()
    made = list(Effect.made)
    assert Devices.last is not None
    Devices.last.audioOutputsChanged.emit()
    player.close()
    Devices.preferred = Device("headphones")
    Devices.last.audioOutputsChanged.emit()
    assert (Effect.made, heard) == (made, [True])


@pytest.mark.parametrize(("status", "told"), [("error", [False]), ("loading", [])])
def test_only_what_can_be_heard_is_told(
    player: Player, heard: list[bool], status: str, told: list[bool]
) -> None:
    Effect.first_status = status
    player.open()
    assert heard == told
    keeper = Effect.made[-1]
    keeper.now = "ready"
    keeper.statusChanged.emit()
    assert heard == [*told, True]


def test_it_can_be_opened_again(player: Player, heard: list[bool]) -> None:
    for _ in range(2):
        player.open()
        player.close()
    assert heard == [True, True]


# Volume


def test_volume_follows_the_ear() -> None:
    assert [loudness(percent) for percent in (-5, 0, 50, 100, 300)] == [0.0, 0.0, 0.25, 1.0, 1.0]


# In its thread


@pytest.fixture
def sounds() -> Iterator[QtSounds]:
    made = QtSounds(SOURCES, load_kit)
    yield made
    made.end()


def test_nothing_is_loaded_before_it_is_opened() -> None:
    loaded: list[str] = []
    sounds = QtSounds(SOURCES, lambda: loaded.append("kit"))
    sounds.play("check", 100)
    sounds.close()
    sounds.end()
    assert loaded == []
    assert not sounds.is_available


def test_it_tells_when_it_is_ready_and_plays(qtbot: QtBot, sounds: QtSounds) -> None:
    told: list[bool] = []
    sounds.open(told.append)
    qtbot.waitUntil(lambda: told == [True])
    assert sounds.is_available
    sounds.play("check", 50)
    qtbot.waitUntil(lambda: effects()["check"].log == [0.25, "play"])


def test_nobody_is_told_after_it_was_closed(qtbot: QtBot, sounds: QtSounds) -> None:
    told: list[bool] = []
    sounds.open(told.append)
    sounds.close()
    qtbot.waitUntil(lambda: len(Effect.made) == 3 and Effect.made[-1].log[-1] == "stop")
    assert (told, sounds.is_available) == ([], False)


def test_it_can_be_ended_twice_and_opened_again(qtbot: QtBot, sounds: QtSounds) -> None:
    sounds.open()
    sounds.end()
    sounds.end()
    sounds.open()
    qtbot.waitUntil(lambda: sounds.is_available)


def test_silence_says_that_it_is_silent() -> None:
    told: list[bool] = []
    silence = Silence()
    silence.open()
    silence.open(told.append)
    silence.play("check", 100)
    silence.close()
    assert (told, silence.is_available) == ([False], False)


# With the real thing

REAL = f"""
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from backcare.services.sound import QtSounds
application = QCoreApplication([])
sounds = QtSounds({{"check": {CHECK!r}}})
sounds.open(lambda heard: (print(heard), sounds.play("check", 0), application.quit()))
QTimer.singleShot(int(sys.argv[1]), application.quit)
application.exec()
print("ended")
"""
needs_multimedia = pytest.mark.skipif(
    load_multimedia() is None, reason="QtMultimedia lacks its libpulse0"
)


def run_with(server: str, patience_ms: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", REAL, str(patience_ms)],
        env={**os.environ, "PULSE_SERVER": server, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@needs_multimedia
@pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")
def test_without_a_sound_server_it_says_so_and_ends(tmp_path: Path) -> None:
    done = run_with(f"unix:{tmp_path / 'nobody'}", 10_000)
    assert (done.returncode, done.stdout) == (0, "False\nended\n")


@needs_multimedia
@pytest.mark.skipif(sys.platform != "linux", reason="PulseAudio is Linux's")
def test_a_sound_server_that_does_not_answer_holds_nobody_up(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "deaf"))
        server.listen()
        done = run_with(f"unix:{tmp_path / 'deaf'}", 300)
    assert (done.returncode, done.stdout) == (0, "ended\n")
