"""The compiled catalogue: used when it fits, read anew in every other case."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from backcare.core.routine import Catalogue
from backcare.store import compiled
from backcare.store.compiled import keep, key_of, load, load_kept, save, save_quietly
from tests.builders import make_catalogue, make_hold, make_routine
from tests.shipped import shipped_catalogue

if TYPE_CHECKING:
    from pathlib import Path

KEY = "a key"
BRIDGE = make_hold("bridge")
CATALOGUE = make_catalogue(BRIDGE, routines=[make_routine(BRIDGE)])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A compiled file of `CATALOGUE`."""
    path = tmp_path / "cache" / "catalogue.json"
    save(str(path), KEY, CATALOGUE, ("one", "two"))
    return path


def test_a_catalogue_is_kept_with_its_complaints(path: Path) -> None:
    assert load(str(path), KEY) == (CATALOGUE, ("one", "two"))


def test_the_whole_shipped_catalogue_is_kept(tmp_path: Path) -> None:
    path = str(tmp_path / "catalogue.json")
    save(path, KEY, shipped_catalogue())
    assert load(path, KEY) == (shipped_catalogue(), ())


def test_another_key_is_no_catalogue(path: Path) -> None:
    assert load(str(path), "another") is None


def test_a_missing_file_is_no_catalogue(tmp_path: Path) -> None:
    assert load(str(tmp_path / "none.json"), KEY) is None
    assert load(str(tmp_path / "none" / "none.json"), KEY) is None
    assert load(str(tmp_path), KEY) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\0\0\0\0",
        b"\xff\xfe",
        b"null",
        b"[]",
        b"3",
        b'"key"',
        b"{}",
        b'{"key": "a key"}',
        b'{"key": "a key", "problems": []}',
        b'{"key": "a key", "problems": [], "catalogue": null}',
        b'{"key": "a key", "problems": [], "catalogue": []}',
        b'{"key": "a key", "problems": null, "catalogue": {}}',
        b'{"key": "a key", "problems": [], "catalogue": {"colours": {}}}',
        b'{"key": "a key", "problems": [], "catalogue": {"exercises": {"a": {}}}}',
        b'{"key": "a key", "problems": [], "catalogue": {"exercises": {"a": {"id": "a"}}}}',
        b"[" * 100_000,
    ],
)
def test_something_else_is_no_catalogue(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert load(str(path), KEY) is None


def changed(path: Path, exercise: dict[str, Any]) -> None:
    kept = json.loads(path.read_text())
    kept["catalogue"]["exercises"]["bridge"] |= exercise
    path.write_text(json.dumps(kept))


@pytest.mark.parametrize(
    "exercise",
    [
        {"movement": "fly"},
        {"colour": "red"},
        {"dose": {"reps": {"low": 9, "high": 1}}},
        {"dose": {"reps": [1, 2]}},
        {"steps": 3},
    ],
)
def test_a_value_that_does_not_exist_any_more_is_no_catalogue(
    path: Path, exercise: dict[str, Any]
) -> None:
    changed(path, exercise)
    assert load(str(path), KEY) is None


def test_a_file_cut_anywhere_is_no_catalogue(path: Path) -> None:
    data = path.read_bytes()
    for end in range(0, len(data), 7):
        path.write_bytes(data[:end])
        assert load(str(path), KEY) is None


# Keys


def test_a_key_changes_with_the_sources() -> None:
    keys = {
        key_of(sources)
        for sources in ([], [b""], [b"a"], [b"b"], [b"ab"], [b"a", b"b"], [b"b", b"a"], [b"a", b""])
    }
    assert len(keys) == 8


def test_a_key_stays_with_the_sources() -> None:
    assert key_of([b"a", b"b"]) == key_of(iter([b"a", b"b"]))


def test_a_key_changes_with_the_version_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of([b"a"])
    monkeypatch.setattr(compiled, "READER_VERSION", compiled.READER_VERSION + 1)
    assert key_of([b"a"]) != before


def test_a_key_changes_with_the_shape_of_other_values() -> None:
    assert len({key_of([b"a"]), key_of([b"a"], ""), key_of([b"a"], "x"), key_of([b"a"], "y")}) == 4


# Other values than catalogues


def test_other_values_are_kept_as_well(tmp_path: Path) -> None:
    path = str(tmp_path / "cache" / "numbers.json")
    keep(path, KEY, {"numbers": [1, 2]})
    assert load_kept(path, KEY, lambda kept: tuple(kept["numbers"])) == (1, 2)
    assert load_kept(path, "another", lambda kept: tuple(kept["numbers"])) is None


# Failing


def test_what_cannot_be_written_raises_or_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = str(tmp_path / "file" / "catalogue.json")
    with pytest.raises(OSError, match="file"):
        save(path, KEY, Catalogue())
    save_quietly(path, KEY, Catalogue())
    assert (tmp_path / "file").read_bytes() == b""


def test_saving_quietly_saves(tmp_path: Path) -> None:
    path = str(tmp_path / "catalogue.json")
    save_quietly(path, KEY, CATALOGUE, ("one",))
    assert load(path, KEY) == (CATALOGUE, ("one",))
