"""Texts of files in which marks show where complaints are expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import InputRefusedError, Problem
from backcare.store.catalogue import EMPTY, read_catalogue
from backcare.store.fields import Fields, Report
from backcare.store.illustration_reader import no_pose
from backcare.store.yaml_reader import parse_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.routine import Catalogue
    from backcare.store.illustration_reader import PoseIds

MARK = "¦"
SOURCE = "mine.yaml"

GOOD_FIELDS = {
    "name": "Calf stretch",
    "position": "standing",
    "type": "hold",
    "sides": "both",
    "dose": "{hold: 15, reps: 3}",
    "steps": "[Stand up., Bend your knee.]",
    "feel": "A steady pull.",
    "avoid": "Lifting the heel.",
}


def exercise_text(exercise_id: str = "calf-stretch", /, **fields: str | None) -> str:
    """One exercise, sound but for `fields`; None leaves a field out."""
    lines = (
        f"    {field}: {value}"
        for field, value in {**GOOD_FIELDS, **fields}.items()
        if value is not None
    )
    return "\n".join(("exercises:", f"  {exercise_id}:", *lines)) + "\n"


def routine_text(*items: str, name: str = "my-morning", fields: str = "") -> str:
    """One routine with the exercises of `exercise_text`."""
    listed = "".join(f"\n      - {item}" for item in items or ("{exercise: calf-stretch}",))
    return f"routines:\n  {name}:\n    name: My morning{fields}\n    items:{listed}\n"


def read(text: str, base: Catalogue = EMPTY, pose_ids: PoseIds = no_pose) -> Catalogue:
    """What the text holds, laid over `base`."""
    return read_catalogue(parse_tree(text.encode(), SOURCE), SOURCE, base, pose_ids=pose_ids)


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the line and column of what each mark stands before."""
    places = []
    for number, line in enumerate(text.split("\n"), 1):
        before = line.split(MARK)[:-1]
        places += [(number, len("".join(before[: count + 1])) + 1) for count in range(len(before))]
    return text.replace(MARK, ""), places


def check_refusal(
    marked: str, *messages: str, base: Catalogue = EMPTY, pose_ids: PoseIds = no_pose
) -> None:
    """The text is refused with just these messages, each at its mark."""
    check_refusal_by(lambda text: read(text, base, pose_ids), marked, *messages)


def check_refusal_by(read: Callable[[str], object], marked: str, *messages: str) -> None:
    """`read` refuses the text with just these messages, each at its mark."""
    text, places = unmarked(marked)
    with pytest.raises(InputRefusedError) as caught:
        read(text)
    expected = [
        Problem(SOURCE, line, column, message)
        for (line, column), message in zip(places, messages, strict=True)
    ]
    assert list(caught.value.problems) == expected


def fields_of(text: str) -> tuple[Fields, Report]:
    """The fields of a text, and where complaints about them go."""
    report = Report(SOURCE)
    return Fields(parse_tree(text.encode(), SOURCE), "a thing", report), report


def value(text: str, read: Callable[[Fields], object]) -> object:
    """What `read` makes of a text that it has nothing to complain about."""
    fields, report = fields_of(text)
    found = read(fields)
    fields.end()
    assert report.problems == []
    return found


def complaint(marked: str, read: Callable[[Fields], object]) -> tuple[object, str]:
    """What stands in for a bad value, and the one complaint, which stands at the mark."""
    text, [(line, column)] = unmarked(marked)
    fields, report = fields_of(text)
    found = read(fields)
    (problem,) = report.problems
    assert (problem.source, problem.line, problem.column) == (SOURCE, line, column)
    return found, problem.message
