"""The entries of a part of a file, each with its id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.store.fields import ID_PATTERN, Fields, Report, shown
from backcare.store.yaml_reader import Mapping

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from backcare.store.yaml_reader import Node


def new_entries(
    fields: Fields, name: str, taken: Collection[str], report: Report
) -> Iterator[tuple[str, Node]]:
    """The entries of the part `name` of a file, but for ids in `taken`, which are refused.

    An entry whose id has characters that are not allowed is refused, too, but still given.
    """
    node = fields.take(name)
    if node is None:
        return
    if not isinstance(node, Mapping):
        report.add(node, f"{name} are listed by id: 'some-id:' and its fields below it")
        return
    for key, value in node.entries:
        if not ID_PATTERN.fullmatch(key.value):
            rule = "an id is made of 2 to 64 small letters, digits and hyphens"
            report.add(key, f"{rule}, not {shown(key.value)}")
        if key.value in taken:
            report.add(key, f"the id {key.value!r} is taken; choose another")
        else:
            yield key.value, value
