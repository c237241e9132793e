"""One routine of a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.core.dose import Dose
from backcare.core.exercise import Exercise, Movement, Side, SideOrder, Sides
from backcare.core.routine import Routine, RoutineItem
from backcare.store.dose_reader import read_dose
from backcare.store.fields import Fields, Report, closest, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from backcare.store.yaml_reader import Node

MOST_ITEMS = 300


class RoutineReader:
    """Reads routines of one file."""

    def __init__(
        self, report: Report, documents: Collection[str], exercises: Mapping[str, Exercise]
    ) -> None:
        """What is wrong goes to `report`; the rest is what may be referred to."""
        self._report = report
        self._documents = documents
        self._exercises = exercises

    def read(self, name: str, node: Node) -> Routine:
        """The routine `name` at `node`."""
        fields = Fields(node, f"routine {name}", self._report)
        source = fields.text("source", 60)
        if source and source not in self._documents:
            hint = closest(source, self._documents)
            fields.complain("source", f"there is no document {shown(source)}{hint}")
        title = fields.text("name", 60, required=True)
        summary = fields.text("summary", 160)
        nodes = fields.children("items", required=True)
        if fields.has("items") and not 1 <= len(nodes) <= MOST_ITEMS:
            fields.complain("items", f"a routine has 1 to {MOST_ITEMS} items, not {len(nodes)}")
        items = [self._item(item) for item in nodes[:MOST_ITEMS]]
        fields.end()
        return Routine(name, title, summary, tuple(item for item in items if item), source)

    def _item(self, node: Node) -> RoutineItem | None:
        fields = Fields(node, "an item", self._report)
        name = fields.text("exercise", 64, required=True)
        exercise = self._exercises.get(name)
        if name and exercise is None:
            hint = closest(name, self._exercises)
            fields.complain("exercise", f"there is no exercise {shown(name)}{hint}")
        dose_node = fields.take("dose")
        item = RoutineItem(
            exercise=name,
            dose=read_dose(dose_node, "dose", self._report) if dose_node is not None else Dose(),
            order=fields.choice("order", SideOrder),
            heading=fields.text("heading", 60),
            variant=fields.text("variant", 64),
            note=fields.text("note", 160),
            limited=fields.text("limited", 200),
            wait=fields.flag("wait"),
        )
        first_side = fields.choice("first_side", Side)
        if first_side is not None:
            item = replace(item, first_side=first_side)
        if exercise is not None:
            self._check_item(fields, item, exercise)
        fields.end()
        return item if exercise is not None else None

    def _check_item(self, fields: Fields, item: RoutineItem, exercise: Exercise) -> None:
        allowed = {"reps", "sets", "rest_seconds"}
        allowed.add("hold_seconds" if exercise.has_holds else "tempo_seconds")
        if exercise.movement is Movement.ACTIVITY:
            allowed = {"minutes"}
        for name in sorted(item.dose.given() - allowed):
            plain = name.removesuffix("_seconds")
            fields.complain("dose", f"{exercise.id} takes no {plain}; it is of another type")
        if item.order is not None and exercise.sides is not Sides.EACH:
            fields.complain("order", f"{exercise.id} has no order of sides")
        if fields.has("first_side") and not exercise.has_sides:
            fields.complain("first_side", f"{exercise.id} has no sides")
        variants = [variant.id for variant in exercise.variants]
        if item.variant and item.variant not in variants:
            hint = closest(item.variant, variants)
            fields.complain("variant", f"{exercise.id} has no variant {shown(item.variant)}{hint}")
