"""All there is to do: shipped and own files, compiled forms, and one bad file among good ones."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import InputRefusedError
from backcare.store import compiled, reading
from backcare.store.library import MOST_OWN_FILES, Library, load_library
from tests.store.marked import exercise_text, routine_text

if TYPE_CHECKING:
    from pathlib import Path

    from backcare.core.routine import Catalogue

BRIDGE = exercise_text("bridge")


class CountingReading:
    """Strict reading that remembers how often it was asked for."""

    def __init__(self) -> None:
        self.shipped: list[str] = []
        self.own: list[list[str]] = []

    def __call__(self) -> CountingReading:
        return self

    def read_shipped(self, data: bytes, source: str, poses: str) -> Catalogue:
        self.shipped.append(source)
        return reading.read_shipped(data, source, poses)

    def read_own(
        self, shipped: Catalogue, files: dict[str, bytes], poses: str
    ) -> tuple[Catalogue, tuple[str, ...]]:
        self.own.append([os.path.basename(path) for path in files])
        return reading.read_own(shipped, files, poses)


class Place:
    """A shipped file, a folder of own files and a cache."""

    def __init__(self, root: Path) -> None:
        self.source = root / "installed" / "exercises.yaml"
        self.poses = root / "installed" / "poses.yaml"
        self.own = root / "own"
        self.cache = root / "cache"
        self.source.parent.mkdir()
        self.source.write_text(BRIDGE)

    def add(self, name: str, text: str) -> Path:
        self.own.mkdir(exist_ok=True)
        path = self.own / name
        path.write_text(text)
        return path

    def load(self, reading: CountingReading | None = None) -> Library:
        return load_library(
            str(self.source),
            str(self.poses),
            str(self.own),
            str(self.cache),
            reading or CountingReading(),
        )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A place with one shipped exercise and no own files."""
    return Place(tmp_path)


def test_without_own_files_there_is_what_ships(place: Place) -> None:
    library = place.load()
    assert list(library.catalogue.exercises) == ["bridge"]
    assert library.problems == ()
    assert not library.catalogue.own_exercises


def test_own_files_are_added_in_the_order_of_their_names(place: Place) -> None:
    place.add("b.yml", exercise_text("second"))
    place.add("a.yaml", exercise_text("first"))
    library = place.load()
    assert list(library.catalogue.exercises) == ["bridge", "first", "second"]
    assert library.catalogue.own_exercises == {"first", "second"}
    assert library.problems == ()


def test_only_visible_files_of_our_kind_are_read(place: Place) -> None:
    for name in (".hidden.yaml", "notes.txt", "a.yaml~", "a.yaml.bad", "yaml"):
        place.add(name, "no: [yaml")
    assert place.load() == Library(place.load().catalogue)


def test_one_bad_file_among_twenty_hides_no_other(place: Place) -> None:
    for number in range(19):
        place.add(f"f{number:02}.yaml", exercise_text(f"own-{number:02}"))
    bad = place.add("f07-bad.yaml", "exercises: [\n")
    library = place.load()
    assert len(library.catalogue.own_exercises) == 19
    (problem,) = library.problems
    assert problem.startswith(f"{bad}:2:1: ")


def test_every_kind_of_bad_file_is_told_with_its_path(place: Place) -> None:
    folder = place.own / "folder.yaml"
    place.add("good.yaml", exercise_text("good"))
    folder.mkdir()
    loop = place.own / "loop.yaml"
    loop.symlink_to(loop)
    huge = place.add("huge.yaml", "#" * 300_000)
    taken = place.add("taken.yaml", BRIDGE)
    wrong = place.add("wrong.yaml", exercise_text("wrong", feel=None))
    library = place.load()
    assert library.catalogue.own_exercises == {"good"}
    assert list(library.problems) == [
        f"{folder}: this is a folder, not a file",
        f"{huge}: the file is over 256 KB, the most that is read",
        f"{loop}: its links lead round in a circle",
        f"{taken}:2:3: the id 'bridge' is taken; choose another",
        f"{wrong}:3:5: exercise wrong needs the field 'feel'",
    ]


def test_files_may_refer_to_each_other_whatever_their_order(place: Place) -> None:
    place.add("a.yaml", exercise_text("first", easier="[third]"))
    place.add("b.yaml", routine_text("{exercise: first}", "{exercise: bridge}"))
    place.add("c.yaml", exercise_text("third"))
    library = place.load()
    assert library.problems == ()
    assert library.catalogue.own_exercises == {"first", "third"}
    assert library.catalogue.own_routines == {"my-morning"}


def test_two_files_may_be_each_others_neighbours(place: Place) -> None:
    place.add("a.yaml", exercise_text("first", harder="[second]"))
    place.add("b.yaml", exercise_text("second", easier="[first]"))
    library = place.load()
    assert library.problems == ()
    assert library.catalogue.own_exercises == {"first", "second"}


def test_of_two_files_with_one_id_the_first_is_taken(place: Place) -> None:
    place.add("a.yaml", exercise_text("mine", name="First"))
    second = place.add("b.yaml", exercise_text("mine", name="Second"))
    library = place.load()
    assert library.catalogue.exercises["mine"].name == "First"
    assert library.problems == (f"{second}:2:3: the id 'mine' is taken; choose another",)


def test_there_is_a_most_of_own_files(place: Place) -> None:
    for number in range(MOST_OWN_FILES + 1):
        place.add(f"f{number:03}.yaml", "{}")
    assert place.load().problems == (f"{place.own}: only the first 200 of 201 files are read",)


def test_a_name_of_other_bytes_than_text_is_no_obstacle(place: Place) -> None:
    place.add("a.yaml", exercise_text("mine"))
    try:
        os.rename(place.own / "a.yaml", os.fsencode(place.own) + b"/\xe9.yaml")
    except OSError:
        pytest.skip("names are text here")
    assert place.load().catalogue.own_exercises == {"mine"}
    assert place.load().catalogue.own_exercises == {"mine"}


# The shipped file itself


def test_mistakes_of_the_shipped_file_are_raised(place: Place) -> None:
    place.source.write_text("exercises: {bridge: {}}")
    with pytest.raises(InputRefusedError, match=r"^exercises\.yaml:1:21: "):
        place.load()


def test_a_missing_shipped_file_is_raised(place: Place) -> None:
    place.source.unlink()
    with pytest.raises(FileNotFoundError):
        place.load()


# Compiled forms


def test_strict_reading_is_done_once(place: Place) -> None:
    place.add("a.yaml", exercise_text("mine"))
    counter = CountingReading()
    first, second = place.load(counter), place.load(counter)
    assert first == second
    assert (counter.shipped, counter.own) == (["exercises.yaml"], [["a.yaml"]])


def test_complaints_are_kept_with_what_they_are_about(place: Place) -> None:
    place.add("a.yaml", "exercises: 3")
    counter = CountingReading()
    first, second = place.load(counter), place.load(counter)
    assert first.problems == second.problems
    assert len(first.problems) == 1
    assert len(counter.own) == 1


def test_a_changed_own_file_is_read_anew_without_the_shipped_one(place: Place) -> None:
    counter = CountingReading()
    path = place.add("a.yaml", exercise_text("mine"))
    place.load(counter)
    path.write_text(exercise_text("mine", name="Changed"))
    assert place.load(counter).catalogue.exercises["mine"].name == "Changed"
    assert (len(counter.shipped), len(counter.own)) == (1, 2)


def test_an_added_a_removed_and_a_renamed_own_file_are_seen(place: Place) -> None:
    counter = CountingReading()
    path = place.add("a.yaml", exercise_text("mine"))
    place.load(counter)
    added = place.add("b.yaml", exercise_text("other"))
    assert place.load(counter).catalogue.own_exercises == {"mine", "other"}
    added.unlink()
    assert place.load(counter).catalogue.own_exercises == {"mine"}
    path.rename(place.own / "c.yaml")
    place.load(counter)
    path = place.own / "c.yaml"
    path.unlink()
    assert not place.load(counter).catalogue.own_exercises
    assert counter.own == [["a.yaml"], ["a.yaml", "b.yaml"], ["a.yaml"], ["c.yaml"]]


def test_a_changed_shipped_file_makes_everything_be_read_anew(place: Place) -> None:
    counter = CountingReading()
    place.add("a.yaml", exercise_text("mine"))
    place.load(counter)
    place.source.write_text(exercise_text("bridge", name="Changed"))
    assert place.load(counter).catalogue.exercises["bridge"].name == "Changed"
    assert (len(counter.shipped), len(counter.own)) == (2, 2)


def test_changed_poses_make_own_files_be_read_anew(place: Place) -> None:
    path = place.add("a.yaml", exercise_text("mine", poses="{camera: side, start: aa, effort: bb}"))
    missing = f"{place.poses}: there is no such file"
    assert place.load().problems == (missing,)
    place.poses.write_text("poses: {aa: {}}")
    (problem,) = place.load().problems
    assert problem.startswith(f"{path}:")
    assert problem.endswith("effort: there is no pose 'bb'")
    place.poses.write_text("poses: {aa: {}, bb: {}}")
    counter = CountingReading()
    assert place.load(counter).problems == ()
    assert place.load(counter).catalogue.own_exercises == {"mine"}
    assert (counter.shipped, counter.own) == ([], [["a.yaml"]])


def test_poses_are_not_looked_at_where_no_file_names_one(place: Place) -> None:
    place.poses.mkdir()
    place.add("a.yaml", exercise_text("mine"))
    assert place.load().problems == ()


@pytest.mark.parametrize("name", ["catalogue.json", "own.json"])
@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b'{"key": 1}'])
def test_a_damaged_compiled_form_is_made_anew(place: Place, name: str, data: bytes) -> None:
    counter = CountingReading()
    place.add("a.yaml", exercise_text("mine"))
    first = place.load(counter)
    (place.cache / name).write_bytes(data)
    assert place.load(counter) == first
    assert place.load(counter) == first
    assert len(counter.shipped) + len(counter.own) == 3


def test_the_form_compiled_at_build_is_taken_from_beside_the_source(place: Place) -> None:
    beside = place.source.parent / compiled.SHIPPED_NAME
    reading.write_shipped(str(place.source), str(beside), str(place.poses))
    counter = CountingReading()
    assert list(place.load(counter).catalogue.exercises) == ["bridge"]
    assert counter.shipped == []
    assert not place.cache.exists()


def test_a_stale_form_beside_the_source_is_passed_over(place: Place) -> None:
    beside = place.source.parent / compiled.SHIPPED_NAME
    reading.write_shipped(str(place.source), str(beside), str(place.poses))
    place.source.write_text(exercise_text("plank"))
    counter = CountingReading()
    assert list(place.load(counter).catalogue.exercises) == ["plank"]
    assert counter.shipped == ["exercises.yaml"]


def test_a_cache_that_cannot_be_written_costs_only_time(place: Place) -> None:
    place.cache.write_text("in the way")
    place.add("a.yaml", exercise_text("mine"))
    counter = CountingReading()
    assert place.load(counter) == place.load(counter)
    assert len(counter.shipped) == 2
    assert place.cache.read_text() == "in the way"
