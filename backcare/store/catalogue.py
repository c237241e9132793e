"""Files of exercises and routines: from a checked tree to the values of core."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.core.routine import Catalogue
from backcare.store.entries import new_entries
from backcare.store.exercise_reader import ExerciseReader
from backcare.store.fields import Fields, Report, closest, read_text, shown
from backcare.store.illustration_reader import no_pose
from backcare.store.routine_reader import RoutineReader

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from backcare.core.exercise import Exercise
    from backcare.store.illustration_reader import PoseIds
    from backcare.store.yaml_reader import Node, Text

LONGEST_TITLE = 200

EMPTY = Catalogue()
NO_PEERS: Mapping[str, Exercise] = {}


def read_catalogue(
    tree: Node,
    source: str,
    base: Catalogue = EMPTY,
    peers: Mapping[str, Exercise] = NO_PEERS,
    pose_ids: PoseIds = no_pose,
) -> Catalogue:
    """`base` with the exercises and routines of one file added.

    With an empty `base` the file is the shipped one; otherwise it is the person's own,
    may refer to what `base` holds, and may not take an id that `base` has. `peers` are
    exercises of other files, which may be referred to as well but are not added.
    `pose_ids` is asked for the poses there are when an exercise names one.

    Raises:
        InputRefusedError: with everything that is wrong with the file, or with the poses.
    """
    report = Report(source)
    fields = Fields(tree, "the file", report)
    documents = {**base.documents, **_titles(fields, "documents", base.documents, report)}
    references = {**base.references, **_titles(fields, "references", base.references, report)}
    reader = ExerciseReader(report, documents, references, pose_ids)
    exercises = dict(base.exercises)
    for key, node in new_entries(fields, "exercises", base.exercises, report):
        exercises[key] = reader.read(key, node)
    known = {**peers, **exercises}
    _check_neighbours(reader.named, known, report)
    routines = dict(base.routines)
    routine_reader = RoutineReader(report, documents, known)
    for key, node in new_entries(fields, "routines", base.routines, report):
        routines[key] = routine_reader.read(key, node)
    fields.end()
    report.raise_if_any()
    new = Catalogue(exercises, routines, documents, references)
    return new if base is EMPTY else _with_own(new, base)


def _with_own(new: Catalogue, base: Catalogue) -> Catalogue:
    """`new`, in which all that `base` has not is the person's own."""
    return replace(
        new,
        own_exercises=base.own_exercises | (new.exercises.keys() - base.exercises.keys()),
        own_routines=base.own_routines | (new.routines.keys() - base.routines.keys()),
    )


def exercises_in(tree: Node, base: Catalogue) -> dict[str, Exercise]:
    """The new exercises of a file as far as they can be read, whatever is wrong with it."""
    report = Report("")
    reader = ExerciseReader(report, base.documents, base.references, no_pose)
    entries = new_entries(Fields(tree, "", report), "exercises", base.exercises, report)
    return {key: reader.read(key, node) for key, node in entries}


def _titles(fields: Fields, name: str, taken: Collection[str], report: Report) -> dict[str, str]:
    return {
        key: read_text(node, key, LONGEST_TITLE, report)
        for key, node in new_entries(fields, name, taken, report)
    }


def _check_neighbours(
    named: list[tuple[Text, str]], exercises: Collection[str], report: Report
) -> None:
    for text, name in named:
        if text.value not in exercises:
            hint = closest(text.value, exercises)
            report.add(text, f"{name}: there is no exercise {shown(text.value)}{hint}")
