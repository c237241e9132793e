"""The file of poses: from a checked tree to the values of figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from backcare.core.exercise import MIRRORED
from backcare.figure import props
from backcare.figure.contacts import names_for
from backcare.figure.pose import ARM_ANGLES, LEG_ANGLES, SPINE_ANGLES, STANCE_ANGLES, Pose
from backcare.figure.skeleton import Limb, Part, Side, limb
from backcare.store.entries import new_entries
from backcare.store.fields import Fields, Report, closest, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backcare.store.yaml_reader import Node

_T = TypeVar("_T")

GROUP = "poses"
LONGEST_ID = 64
DEGREES = (-360, 360)
MOST_RESTS = 2
FREE = "free"
"""Said of a hand or a foot whose contact is taken away, and of a head that does not rest."""

RESTS = "rests"


def read_poses(tree: Node, source: str) -> dict[str, Pose]:
    """The poses of a file by id, in its order.

    Raises:
        InputRefusedError: with everything that is wrong with the file.
    """
    report = Report(source)
    written = {name: _Reader(name, node, report).read() for name, node in _entries(tree, report)}
    _check_links("extends", {name: pose.extends for name, pose in written.items()}, written)
    _check_links("follows", {name: pose.follows for name, pose in written.items()}, written)
    report.raise_if_any()
    return {name: _finished(name, written) for name in written}


def read_pose_ids(tree: Node, source: str) -> frozenset[str]:
    """The ids of the poses of a file, whatever is wrong with the poses themselves.

    Raises:
        InputRefusedError: with everything that is wrong with the ids.
    """
    report = Report(source)
    ids = frozenset(name for name, _ in _entries(tree, report))
    report.raise_if_any()
    return ids


def _entries(tree: Node, report: Report) -> list[tuple[str, Node]]:
    fields = Fields(tree, "the file", report)
    # Where an exercise names a pose, this word stands for one that nobody writes down.
    found = list(new_entries(fields, GROUP, (MIRRORED,), report))
    if not fields.has(GROUP):
        fields.take(GROUP, required=True)
    fields.end()
    return found


@dataclass(frozen=True, slots=True)
class _Written:
    """A pose as it stands in the file; empty or None for what is not said."""

    fields: Fields
    extends: str
    follows: str
    angles: Mapping[str, float]
    contacts: Mapping[Limb, str]
    rest: tuple[Part, ...] | None
    pin: Part | None
    head: str
    works: tuple[Limb, ...] | None
    props: tuple[str, ...] | None


class _Reader:
    """Reads one pose."""

    def __init__(self, name: str, node: Node, report: Report) -> None:
        self._name = name
        self._report = report
        self._fields = Fields(node, f"pose {name}", report)
        self._angles: dict[str, float] = {}
        self._contacts: dict[Limb, str] = {}

    def read(self) -> _Written:
        fields = self._fields
        extends, follows = fields.text("extends", LONGEST_ID), fields.text("follows", LONGEST_ID)
        self._read_angles(fields, (*STANCE_ANGLES, *SPINE_ANGLES))
        self._read_sides("both", (Side.RIGHT, Side.LEFT))
        self._read_sides("right", (Side.RIGHT,))
        self._read_sides("left", (Side.LEFT,))
        rest = self._each_once("rest", fields.choices("rest", Part))
        if rest is not None and len(rest) > MOST_RESTS:
            fields.complain("rest", f"rest has 0 to {MOST_RESTS} entries, not {len(rest)}")
        pose = _Written(
            fields=fields,
            extends=extends,
            follows=follows,
            angles=self._angles,
            contacts=self._contacts,
            rest=rest,
            pin=fields.choice("pin", Part),
            head=fields.word("head", (RESTS, FREE)),
            works=self._each_once("works", fields.choices("works", Limb)),
            props=self._each_once("props", fields.words("props", props.NAMES)),
        )
        fields.end()
        return pose

    def _read_angles(
        self, fields: Fields, names: tuple[str, ...], prefixes: tuple[str, ...] = ("",)
    ) -> None:
        for name in names:
            degrees = fields.decimal(name, DEGREES)
            if degrees is not None:
                self._angles.update({prefix + name: degrees for prefix in prefixes})

    def _read_sides(self, name: str, sides: tuple[Side, ...]) -> None:
        """The arms and legs of some sides, over what was read of them before."""
        node = self._fields.take(name)
        if node is None:
            return
        fields = Fields(node, f"the group {name!r} of pose {self._name}", self._report)
        prefixes = tuple(f"{side.value} " for side in sides)
        self._read_angles(fields, (*ARM_ANGLES, *LEG_ANGLES), prefixes)
        for end, is_arm in (("hand", True), ("foot", False)):
            limbs = [limb(side, arm=is_arm) for side in sides]
            contact = fields.word(end, (*names_for(limbs[0]), FREE))
            if contact:
                self._contacts.update(dict.fromkeys(limbs, contact))
        fields.end()

    def _each_once(self, name: str, values: tuple[_T, ...]) -> tuple[_T, ...] | None:
        """The values of a list; None where the list is not there."""
        if len(set(values)) < len(values):
            self._fields.complain(name, f"{name} names the same twice; keep one of them")
        return values if self._fields.has(name) else None


# How poses hang together


def _check_links(name: str, links: Mapping[str, str], written: Mapping[str, _Written]) -> None:
    """Complain about links to no pose, and once about each circle of links."""
    settled: set[str] = set()
    for start in written:
        way: dict[str, None] = {}
        step = start
        while step in written and step not in settled and step not in way:
            way[step] = None
            step = links[step]
        if step in way:
            circle = [*list(way)[list(way).index(step) :], step]
            written[step].fields.complain(name, f"{name} leads in a circle: {', '.join(circle)}")
        elif step and step not in written:
            last = next(reversed(way))
            message = f"{name}: there is no pose {shown(step)}{closest(step, written)}"
            written[last].fields.complain(name, message)
        settled.update(way)


def _finished(name: str, written: Mapping[str, _Written]) -> Pose:
    """A pose with what it takes from others; nothing leads in a circle any more."""
    line = [written[name]]
    while line[-1].extends:
        line.append(written[line[-1].extends])
    angles: dict[str, float] = {}
    contacts: dict[Limb, str] = {}
    for pose in reversed(line):
        angles.update(pose.angles)
        contacts.update(pose.contacts)
    head = next((pose.head for pose in line if pose.head), FREE)
    return Pose(
        name=name,
        angles=MappingProxyType(angles),
        rest=_first(pose.rest for pose in line) or (),
        pin=_first(pose.pin for pose in line),
        contacts=MappingProxyType({end: how for end, how in contacts.items() if how != FREE}),
        head_rests=head == RESTS,
        follows=written[name].follows,
        works=frozenset(_first(pose.works for pose in line) or ()),
        props=_first(pose.props for pose in line) or (),
    )


def _first(values: Iterable[_T | None]) -> _T | None:
    """What was said last: by the pose itself, or else by the nearest that it extends."""
    return next((value for value in values if value is not None), None)
