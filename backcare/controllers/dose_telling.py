"""What the detail panel says of a dose: its numbers, what they were, what they come to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backcare.core.dose import OVERRIDE_LIMITS
from backcare.core.planning import ceiling_seconds, decide_dose
from backcare.core.routine import Level
from backcare.ui.exercise_sheet import DoseNumber

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.core.exercise import Exercise
    from backcare.core.plan import Plan, PlannedDose, PlannedExercise
    from backcare.core.settings import Preferences
    from backcare.core.words import Words

_BY_DOCUMENT = frozenset({"hold_seconds", "reps", "minutes"})


@dataclass(frozen=True, slots=True)
class ToldDose:
    """The fields of an `ExerciseSheet` that tell of the dose."""

    numbers: tuple[DoseNumber, ...]
    note: str
    takes: str
    changed: str


class DoseTelling:
    """Tells of doses for one person."""

    def __init__(self, words: Words, preferences: Callable[[], Preferences]) -> None:
        self._words = words
        self._preferences = preferences

    def tell(self, entry: PlannedExercise, plan: Plan | None) -> ToldDose:
        """The dose of an exercise of `plan`, or of the catalogue where there is no plan."""
        numbers = self._numbers(entry, self._bare(entry, plan))
        return ToldDose(
            numbers,
            self._note(entry, plan, numbers),
            self._takes(entry, plan),
            self._changed(numbers),
        )

    def _bare(self, entry: PlannedExercise, plan: Plan | None) -> PlannedDose:
        preferences = self._preferences()
        level = preferences.settings.level if plan is None else plan.level
        return decide_dose(entry.exercise, entry.item, level, replace(preferences, doses={}))

    def _numbers(self, entry: PlannedExercise, bare: PlannedDose) -> tuple[DoseNumber, ...]:
        ceiling = ceiling_seconds(entry.exercise)
        numbers = []
        for field in entry.exercise.dose_fields(entry.item.order):
            if field not in OVERRIDE_LIMITS:
                continue
            low, high = OVERRIDE_LIMITS[field]
            if field == "hold_seconds" and ceiling is not None:
                high = ceiling
            now, without = getattr(entry.dose, field), getattr(bare, field)
            own = field in entry.dose.overridden and now != without
            numbers.append(DoseNumber(field, now, low, high, without, own))
        return tuple(numbers)

    def _changed(self, numbers: tuple[DoseNumber, ...]) -> str:
        """What the person's own numbers stand in the place of."""
        parts = [unbroken(self._number(each.field, each.without)) for each in numbers if each.own]
        if not parts:
            return ""
        text = self._words.translate("browse", "Changed from {dose}")
        return text.format(dose=", ".join(parts))

    def _number(self, field: str, number: int) -> str:
        words = self._words
        translate = words.translate
        one = number == 1
        text = {
            "hold_seconds": translate("browse", "hold {number}"),
            "reps": translate("browse", "1 rep") if one else translate("browse", "{number} reps"),
            "sets": translate("browse", "1 set") if one else translate("browse", "{number} sets"),
            "rest_seconds": translate("browse", "rest {number}"),
            "minutes": translate("browse", "{number} min"),
        }
        in_seconds = field in ("hold_seconds", "rest_seconds")
        return text[field].format(number=words.seconds(number) if in_seconds else number)

    def _takes(self, entry: PlannedExercise, plan: Plan | None) -> str:
        if plan is None or entry not in plan.entries:
            return ""
        seconds = plan.seconds_of_exercise(plan.entries.index(entry))
        text = self._words.translate("browse", "This exercise takes {time} here.")
        return text.format(time=unbroken(self._words.seconds(seconds)))

    def _note(
        self, entry: PlannedExercise, plan: Plan | None, numbers: tuple[DoseNumber, ...]
    ) -> str:
        words = self._words
        as_written = plan is not None and plan.level is Level.AS_WRITTEN
        if as_written and entry.item.limited:
            return entry.item.limited
        ceiling = ceiling_seconds(entry.exercise)
        if ceiling is not None and entry.dose.hold_seconds >= ceiling:
            text = words.translate(
                "browse", "No hold here is longer than {time}: form is lost, and the back strained."
            )
            return text.format(time=words.seconds(ceiling))
        usual = self._beyond_usual(entry.exercise, numbers)
        if usual:
            return usual
        if entry.dose.suggested & _BY_DOCUMENT:
            return words.translate("browse", "Suggested: the document gives no number for this.")
        return ""

    def _beyond_usual(self, exercise: Exercise, numbers: tuple[DoseNumber, ...]) -> str:
        """A word to whoever asks for a longer hold than the guidance has."""
        cap = exercise.cap.hold_seconds
        hold = next((each for each in numbers if each.field == "hold_seconds"), None)
        if cap is None or hold is None or not hold.own:
            return ""
        if hold.number <= max(cap.high, hold.without):
            return ""
        text = self._words.translate("browse", "More than usual: a hold of up to {time} is enough.")
        return text.format(time=self._words.seconds(max(cap.high, hold.without)))


def unbroken(text: str) -> str:
    """`text` on one line, wherever the line breaks."""
    return text.replace(" ", "\N{NO-BREAK SPACE}")
