"""One exercise of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.dose import DEFAULT_TEMPO, Dose, Span
from backcare.core.exercise import (
    Aim,
    Correction,
    Equipment,
    Exercise,
    Limb,
    Movement,
    Position,
    SideOrder,
    Sides,
    Tag,
    Variant,
)
from backcare.store.dose_reader import read_dose
from backcare.store.fields import ID_PATTERN, Fields, Report, closest, shown
from backcare.store.illustration_reader import IllustrationReader

if TYPE_CHECKING:
    from collections.abc import Collection

    from backcare.core.exercise import Illustration
    from backcare.store.illustration_reader import PoseIds
    from backcare.store.yaml_reader import Node, Text

STEP_CHARACTERS = 90
STEPS = (2, 5)


class ExerciseReader:
    """Reads exercises of one file.

    Attributes:
        named: the neighbours that were named so far, each with "easier" or "harder";
            whether they exist can only be told when the whole file was read.
    """

    def __init__(
        self,
        report: Report,
        documents: Collection[str],
        references: Collection[str],
        pose_ids: PoseIds,
    ) -> None:
        """What is wrong goes to `report`; the rest are the ids that may be referred to."""
        self.named: list[tuple[Text, str]] = []
        self._report = report
        self._documents = documents
        self._references = references
        self._pictures = IllustrationReader(report, pose_ids)

    def read(self, name: str, node: Node) -> Exercise:
        """The exercise `name` at `node`."""
        before = len(self._report.problems)
        fields = Fields(node, f"exercise {name}", self._report)
        movement, sides, dose = self._kind(fields)
        is_clear = len(self._report.problems) == before
        illustration = self._pictures.read(fields, sides)
        exercise = Exercise(
            id=name,
            name=fields.text("name", 60, required=True),
            position=fields.choice("position", Position, required=True) or Position.ELSEWHERE,
            movement=movement,
            sides=sides,
            dose=dose,
            cap=self._cap(fields, dose),
            steps=fields.texts("steps", STEP_CHARACTERS, STEPS[1], STEPS[0]),
            feel=fields.text("feel", 120, required=True),
            avoid=fields.text("avoid", 120, required=True),
            order=self._order(fields, sides),
            limb=self._limb(fields, sides),
            open_hold=fields.flag("open_hold"),
            aliases=fields.texts("aliases", 60, 12),
            aims=fields.choices("aims", Aim),
            muscles=fields.texts("muscles", 60, 12),
            equipment=fields.choices("equipment", Equipment),
            tags=fields.choices("tags", Tag),
            cautions=fields.texts("cautions", 160, 6),
            corrections=self._corrections(fields),
            variants=self._variants(fields, sides, illustration),
            easier=self._neighbours(fields, "easier", name),
            harder=self._neighbours(fields, "harder", name),
            sources=fields.texts("sources", 40, 8),
            guidance=self._guidance(fields),
            illustration=illustration,
        )
        if is_clear:  # or else the same mistake would be told twice
            self._check_shape(fields, exercise)
        fields.end()
        return exercise

    def _kind(self, fields: Fields) -> tuple[Movement, Sides, Dose]:
        movement = fields.choice("type", Movement, required=True) or Movement.HOLD
        sides = fields.choice("sides", Sides, required=True) or Sides.BOTH
        return movement, sides, self._default_dose(fields, movement)

    def _default_dose(self, fields: Fields, movement: Movement) -> Dose:
        node = fields.take("dose", required=True)
        dose = read_dose(node, "dose", self._report) if node is not None else Dose()
        if movement is Movement.ACTIVITY:
            return dose
        if dose.hold_seconds is None and movement is not Movement.HOLD:
            dose = dose.completed_by(Dose(tempo_seconds=DEFAULT_TEMPO))
        return dose.completed_by(Dose(reps=Span(1, 1), sets=1))

    def _cap(self, fields: Fields, dose: Dose) -> Dose:
        node = fields.take("cap")
        cap = read_dose(node, "cap", self._report) if node is not None else Dose()
        for name in ("hold_seconds", "reps"):
            low, high = getattr(dose, name), getattr(cap, name)
            if low and high and high.high < low.high:
                fields.complain("cap", f"the cap of {name} lies below the dose: {high} < {low}")
        return cap.completed_by(dose)

    def _order(self, fields: Fields, sides: Sides) -> SideOrder | None:
        order = fields.choice("order", SideOrder, required=sides is Sides.EACH)
        if order is not None and sides is not Sides.EACH:
            fields.complain("order", "order goes with 'sides: each' only")
            return None
        return order

    def _limb(self, fields: Fields, sides: Sides) -> Limb | None:
        limb = fields.choice("limb", Limb, required=sides.are_told_apart)
        if limb is not None and not sides.are_told_apart:
            fields.complain("limb", "limb goes with 'sides: each' or 'sides: alternating' only")
            return None
        return limb

    def _check_shape(self, fields: Fields, exercise: Exercise) -> None:
        """The dose has to fit the type, and the type the sides."""
        dose, movement = exercise.dose, exercise.movement
        activity = movement is Movement.ACTIVITY
        if activity is not (exercise.sides is Sides.NONE):
            fields.complain("sides", "an activity has 'sides: none', and nothing else has")
        if activity is not (dose.minutes is not None) or (activity and dose.given() != {"minutes"}):
            fields.complain("dose", "an activity has minutes and nothing else; others have none")
        elif movement is Movement.HOLD and dose.hold_seconds is None:
            fields.complain("dose", "a hold needs 'hold', such as {hold: 15, reps: 3}")
        elif dose.hold_seconds is not None and dose.tempo_seconds is not None:
            fields.complain("dose", "an exercise has either hold or tempo, not both")
        elif movement is Movement.REPS and dose.hold_seconds is not None:
            fields.complain("dose", "slow repetitions have a tempo; for a hold use 'type: hold'")
        if (movement is Movement.ALTERNATING) is not (exercise.sides is Sides.ALTERNATING) and not (
            movement is Movement.ALTERNATING and exercise.sides is Sides.BOTH
        ):
            fields.complain("sides", "'type: alternating' goes with 'sides: alternating' or 'both'")
        if exercise.open_hold and dose.hold_seconds is None:
            fields.complain("open_hold", "only a hold can be open")

    def _corrections(self, fields: Fields) -> tuple[Correction, ...]:
        found = []
        for node in fields.children("corrections"):
            entry = Fields(node, "a correction", self._report)
            document = entry.text("document", 60, required=True)
            if document and document not in self._documents:
                hint = closest(document, self._documents)
                entry.complain("document", f"there is no document {shown(document)}{hint}")
            change = entry.text("change", 200, required=True)
            found.append(Correction(document, change, entry.text("reason", 200, required=True)))
            entry.end()
        return tuple(found)

    def _variants(
        self, fields: Fields, sides: Sides, base: Illustration | None
    ) -> tuple[Variant, ...]:
        found = []
        for node in fields.children("variants"):
            entry = Fields(node, "a variant", self._report)
            name = entry.text("id", 64, required=True)
            if name and not ID_PATTERN.fullmatch(name):
                entry.complain("id", "an id is made of small letters, digits and hyphens")
            title = entry.text("name", 60, required=True)
            steps = entry.texts("steps", STEP_CHARACTERS, STEPS[1], 1)
            illustration = self._pictures.read(entry, sides, base)
            found.append(Variant(name, title, steps, illustration))
            entry.end()
        return tuple(found)

    def _neighbours(self, fields: Fields, name: str, own_id: str) -> tuple[str, ...]:
        found = fields.ids(name)
        for text in found:
            if text.value == own_id:
                self._report.add(text, f"{own_id} cannot be {name} than itself")
            self.named.append((text, name))
        return tuple(text.value for text in found)

    def _guidance(self, fields: Fields) -> tuple[str, ...]:
        found = fields.ids("guidance")
        for text in found:
            if text.value not in self._references:
                hint = closest(text.value, self._references)
                self._report.add(text, f"there is no reference {shown(text.value)}{hint}")
        return tuple(text.value for text in found)
