"""What the program remembers by itself."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from backcare.store.state_file import State, StateFile

if TYPE_CHECKING:
    from pathlib import Path

REMEMBERED = State(safety_page_seen=1, last_routine="six-areas", geometry="AAAA", columns="15 40")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A state file that does not exist yet."""
    return tmp_path / "data" / "state.json"


def test_at_first_nothing_is_remembered(path: Path) -> None:
    file = StateFile(str(path))
    assert file.state == State()
    assert file.load() == file.state == State()


def test_what_is_remembered_lasts(path: Path) -> None:
    file = StateFile(str(path))
    file.remember(safety_page_seen=1, last_routine="six-areas")
    file.remember(geometry="AAAA", columns="15 40")
    assert file.state == REMEMBERED
    again = StateFile(str(path))
    assert again.load() == again.state == REMEMBERED


def test_a_file_is_written_only_when_something_changed(path: Path) -> None:
    file = StateFile(str(path))
    file.remember(last_routine="")
    assert not path.exists()
    file.remember(last_routine="six-areas")
    path.unlink()
    file.remember(last_routine="six-areas")
    assert not path.exists()


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ({"safety_page_seen": True}, State()),
        ({"safety_page_seen": "1"}, State()),
        ({"safety_page_seen": 1.0}, State()),
        ({"safety_page_seen": None}, State()),
        ({"last_routine": 3, "geometry": []}, State()),
        ({"welcome_seen": "1"}, State()),
        ({"last_routine": "a", "geometry": None, "colour": "red"}, State(last_routine="a")),
    ],
)
def test_a_value_of_another_type_is_as_good_as_missing(
    path: Path, values: dict[str, object], state: State
) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps(values))
    assert StateFile(str(path)).load() == state


@pytest.mark.parametrize("data", [b"", b"\0\xff", b"[]", b"{" * 5000, b"x" * 2_000_000])
def test_garbage_is_forgotten(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    file = StateFile(str(path))
    assert file.load() == State()
    file.remember(last_routine="six-areas")
    assert StateFile(str(path)).load() == State(last_routine="six-areas")


def test_what_cannot_be_written_is_remembered_while_the_program_runs(path: Path) -> None:
    path.parent.write_text("in the way")
    file = StateFile(str(path))
    file.remember(last_routine="six-areas")
    assert file.state == State(last_routine="six-areas")
    assert file.load() == State()


def test_a_field_that_does_not_exist_is_a_mistake_of_ours(path: Path) -> None:
    with pytest.raises(TypeError):
        StateFile(str(path)).remember(colour="red")


def test_half_a_character_is_no_obstacle(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b'{"last_routine": "\\ud800"}')
    file = StateFile(str(path))
    file.load()
    file.remember(safety_page_seen=1)
    assert StateFile(str(path)).load().safety_page_seen == 1
    assert os.listdir(path.parent) == ["state.json"]
