"""A dose, as it stands in an exercise or in an item of a routine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.dose import (
    HOLD_LIMITS,
    MINUTES_LIMITS,
    REPS_LIMITS,
    REST_LIMITS,
    SETS_LIMITS,
    TEMPO_LIMITS,
    Dose,
)
from backcare.store.fields import Fields, Report

if TYPE_CHECKING:
    from backcare.store.yaml_reader import Node

MOST_TEMPO_PARTS = 4


def read_dose(node: Node, what: str, report: Report) -> Dose:
    """The dose at `node`; what is wrong with it goes to `report`. `what` is "dose" or "cap"."""
    fields = Fields(node, what, report)
    dose = Dose(
        hold_seconds=fields.duration_span("hold", HOLD_LIMITS),
        reps=fields.span("reps", REPS_LIMITS),
        sets=fields.whole("sets", SETS_LIMITS),
        rest_seconds=fields.duration("rest", REST_LIMITS),
        tempo_seconds=fields.durations("tempo", TEMPO_LIMITS, MOST_TEMPO_PARTS),
        minutes=fields.whole("minutes", MINUTES_LIMITS),
    )
    fields.end()
    return dose
