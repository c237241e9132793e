"""A person's own numbers for every exercise, laid over the doses that apply without them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from backcare.core.dose import OVERRIDE_LIMITS, DoseOverride
from backcare.core.effects import override_fields
from backcare.core.planning import ceiling_seconds

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from backcare.core.exercise import Exercise
    from backcare.core.plan import PlannedDose
    from backcare.core.routine import Catalogue


class DoseSheet:
    """Numbers by exercise and field; the fields are those of `DoseOverride`.

    `dose_for` gives the dose of an exercise when the person sets none for it. What it
    gave is remembered until `forget_doses`.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        dose_for: Callable[[str], PlannedDose],
        overrides: Mapping[str, DoseOverride],
    ) -> None:
        self.exercises: tuple[Exercise, ...] = tuple(catalogue.exercises.values())
        self._fields = override_fields(catalogue)
        self._dose_for = dose_for
        self._doses: dict[str, PlannedDose] = {}
        self._overrides = dict(overrides)

    def overrides(self) -> dict[str, DoseOverride]:
        """The person's own numbers by exercise id."""
        return dict(self._overrides)

    def set_overrides(self, overrides: Mapping[str, DoseOverride]) -> None:
        """Put others in their place."""
        self._overrides = dict(overrides)

    def forget_doses(self) -> None:
        """Ask for all doses anew: what they rest on has changed."""
        self._doses.clear()

    def applies(self, exercise: Exercise, field: str) -> bool:
        """Whether the field means anything for the exercise."""
        return field in self._fields[exercise.id]

    def limits(self, exercise: Exercise, field: str) -> tuple[int, int]:
        """What the person may choose from; an open hold ends at its ceiling."""
        low, high = OVERRIDE_LIMITS[field]
        ceiling = ceiling_seconds(exercise)
        if field == "hold_seconds" and ceiling is not None:
            high = min(high, ceiling)
        return low, high

    def own(self, exercise: Exercise, field: str) -> int | None:
        """The person's own number, where there is one."""
        number: int | None = getattr(self._overrides.get(exercise.id), field, None)
        return number

    def without_own(self, exercise: Exercise, field: str) -> int:
        """The number that applies when the person sets none."""
        if exercise.id not in self._doses:
            self._doses[exercise.id] = self._dose_for(exercise.id)
        number: int = getattr(self._doses[exercise.id], field)
        return number

    def number(self, exercise: Exercise, field: str) -> int:
        """The number that applies now."""
        own = self.own(exercise, field)
        if own is None:
            return self.without_own(exercise, field)
        return min(own, self.limits(exercise, field)[1])

    def put(self, exercise: Exercise, field: str, number: int | None) -> None:
        """Make `number` the person's own; None gives it up."""
        before = self._overrides.get(exercise.id, DoseOverride())
        changed = replace(before, **{field: number})
        if changed.given():
            self._overrides[exercise.id] = changed
        else:
            self._overrides.pop(exercise.id, None)
