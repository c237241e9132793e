"""The shipped poses: compiled forms that fit are used, everything else is read anew."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from backcare.core.errors import InputRefusedError
from backcare.figure.pose import Pose
from backcare.figure.skeleton import Limb, Part
from backcare.store import compiled, pose_library, reading
from backcare.store.pose_library import (
    COMPILED_NAME,
    key_of_poses,
    load_kept_poses,
    load_poses,
    save_poses,
)

if TYPE_CHECKING:
    from pathlib import Path

KEY = "a key"
TEXT = "poses:\n  lying: {lean: -90, rest: [back]}\n  curled: {extends: lying, both: {hip: 9.5}}\n"
FULL = Pose(
    name="full",
    angles={"lean": -90.0, "right hip": 1.5},
    rest=(Part.BACK, Part.RIGHT_FOOT),
    pin=Part.LEFT_KNEE,
    contacts={Limb.RIGHT_ARM: "other shin", Limb.LEFT_LEG: "flat"},
    head_rests=True,
    follows="empty",
    works=frozenset({Limb.LEFT_LEG, Limb.RIGHT_ARM}),
    props=("mat", "pad"),
)
POSES = {"full": FULL, "empty": Pose("empty")}


class CountingReading:
    """Strict reading that remembers how often it was asked for."""

    def __init__(self) -> None:
        self.sources: list[str] = []

    def __call__(self) -> CountingReading:
        return self

    def read_shipped_poses(self, data: bytes, source: str) -> dict[str, Pose]:
        self.sources.append(source)
        return reading.read_shipped_poses(data, source)


class Place:
    """A file of poses and a cache."""

    def __init__(self, root: Path) -> None:
        self.source = root / "installed" / "poses.yaml"
        self.beside = self.source.with_name(COMPILED_NAME)
        self.cache = root / "cache"
        self.source.parent.mkdir()
        self.source.write_text(TEXT)

    def load(self, counter: CountingReading | None = None) -> dict[str, Pose]:
        return load_poses(str(self.source), str(self.cache), counter or CountingReading())


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A place with two poses, not compiled yet."""
    return Place(tmp_path)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A compiled file of `POSES`."""
    path = tmp_path / "cache" / COMPILED_NAME
    save_poses(str(path), KEY, POSES)
    return path


def test_poses_are_read_strictly_once(place: Place) -> None:
    counter = CountingReading()
    first, second = place.load(counter), place.load(counter)
    assert first == second == reading.read_shipped_poses(TEXT.encode(), "x")
    assert list(second) == ["lying", "curled"]
    assert counter.sources == ["poses.yaml"]
    assert not place.beside.exists()


def test_the_form_compiled_at_build_is_taken_from_beside_the_source(place: Place) -> None:
    reading.write_shipped_poses(str(place.source), str(place.beside))
    counter = CountingReading()
    assert list(place.load(counter)) == ["lying", "curled"]
    assert counter.sources == []
    assert not place.cache.exists()


def test_a_changed_file_is_read_anew(place: Place) -> None:
    counter = CountingReading()
    reading.write_shipped_poses(str(place.source), str(place.beside))
    place.source.write_text("poses: {other: {}}")
    assert place.load(counter) == {"other": Pose("other")}
    place.source.write_text("poses: {third: {}}")
    assert place.load(counter) == {"third": Pose("third")}
    assert len(counter.sources) == 2


def test_mistakes_are_raised_and_nothing_is_kept(place: Place) -> None:
    place.source.write_text("poses: {lying: {lean: flat}}")
    with pytest.raises(InputRefusedError, match=r"^poses\.yaml:1:23: lean is a number"):
        place.load()
    assert not place.cache.exists()


def test_a_missing_file_is_raised(place: Place) -> None:
    place.source.unlink()
    with pytest.raises(FileNotFoundError):
        place.load()


def test_a_cache_that_cannot_be_written_costs_only_time(place: Place) -> None:
    place.cache.write_text("in the way")
    counter = CountingReading()
    assert place.load(counter) == place.load(counter)
    assert len(counter.sources) == 2
    assert place.cache.read_text() == "in the way"


# Compiled forms


def test_poses_are_kept_with_all_that_they_say(path: Path) -> None:
    kept = load_kept_poses(str(path), KEY)
    assert kept == POSES
    assert list(kept) == ["full", "empty"]
    assert isinstance(kept["full"].works, frozenset)
    assert isinstance(kept["full"].props, tuple)
    assert isinstance(kept["full"].rest, tuple)


def test_another_key_is_no_poses(path: Path) -> None:
    assert load_kept_poses(str(path), "another") is None


@pytest.mark.parametrize(
    "change",
    [
        {"angles": 3},
        {"angles": None},
        {"rest": ["tail"]},
        {"rest": None},
        {"pin": "tail"},
        {"pin": []},
        {"contacts": {"tail": "flat"}},
        {"contacts": []},
        {"works": ["tail"]},
        {"props": None},
    ],
)
def test_a_value_that_does_not_exist_any_more_is_no_pose(
    path: Path, change: dict[str, Any]
) -> None:
    kept = json.loads(path.read_text())
    kept["poses"]["full"] |= change
    path.write_text(json.dumps(kept))
    assert load_kept_poses(str(path), KEY) is None


@pytest.mark.parametrize(
    "data",
    ['{"key": "a key"}', '{"key": "a key", "poses": []}', '{"key": "a key", "poses": {"a": {}}}'],
)
def test_something_else_is_no_poses(path: Path, data: str) -> None:
    path.write_text(data)
    assert load_kept_poses(str(path), KEY) is None


def test_a_damaged_compiled_form_is_made_anew(place: Place) -> None:
    counter = CountingReading()
    first = place.load(counter)
    (place.cache / COMPILED_NAME).write_bytes(b"{")
    assert place.load(counter) == place.load(counter) == first
    assert len(counter.sources) == 2


@pytest.mark.parametrize("name", ["ARM_CONTACTS", "LEG_CONTACTS", "NAMES", "_PARTS", "_LIMBS"])
def test_a_key_changes_with_what_a_pose_can_say(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    before = key_of_poses(b"a")
    monkeypatch.setattr(pose_library, name, [*getattr(pose_library, name), "new"])
    assert key_of_poses(b"a") != before


def test_a_key_changes_with_the_angles_of_a_pose(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of_poses(b"a")
    monkeypatch.setattr(pose_library, "angle_names", lambda: ("lean",))
    assert key_of_poses(b"a") != before


def test_a_key_changes_with_the_file_the_fields_and_the_reader(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = {key_of_poses(b"a"), key_of_poses(b"b"), compiled.key_of([b"a"])}
    with monkeypatch.context() as patch:
        patch.setattr(pose_library, "fields", lambda _: ())
        keys.add(key_of_poses(b"a"))
    monkeypatch.setattr(compiled, "READER_VERSION", compiled.READER_VERSION + 1)
    keys.add(key_of_poses(b"a"))
    assert len(keys) == 5


# Cost


def test_compiled_poses_are_loaded_without_a_reader_of_yaml() -> None:
    code = "import sys, backcare.store.pose_library as _; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_starting_the_program_loads_no_poses() -> None:
    code = (
        "import sys, backcare.store.library as _;"
        "sys.exit(any(name.startswith('backcare.figure') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
