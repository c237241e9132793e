from __future__ import annotations

from typing import TYPE_CHECKING

from backcare.core.dose import DoseOverride
from backcare.core.dose_sheet import DoseSheet
from backcare.core.effects import dose_without_override
from backcare.core.settings import Settings
from tests.builders import make_activity, make_catalogue, make_hold, make_moves, make_preferences

if TYPE_CHECKING:
    from collections.abc import Mapping

    from backcare.core.plan import PlannedDose

TILT = make_hold("pelvic-tilt", seconds=10)
PLANK = make_hold("plank", seconds=20, cap=60, open_hold=True)
CATALOGUE = make_catalogue(TILT, PLANK, make_moves("cat-cow"), make_activity())


class Doses:
    """Gives doses at a scale that can be changed, and counts how often it is asked."""

    def __init__(self) -> None:
        self.scale = 100
        self.asked = 0

    def __call__(self, exercise_id: str) -> PlannedDose:
        self.asked += 1
        preferences = make_preferences(Settings(hold_scale_percent=self.scale))
        return dose_without_override(exercise_id, CATALOGUE, preferences)


def make_sheet(
    overrides: Mapping[str, DoseOverride] | None = None, doses: Doses | None = None
) -> DoseSheet:
    return DoseSheet(CATALOGUE, doses or Doses(), overrides or {})


def test_exercises_keep_the_order_of_the_catalogue() -> None:
    names = [exercise.id for exercise in make_sheet().exercises]
    assert names == ["pelvic-tilt", "plank", "cat-cow", "walking"]


def test_a_number_of_ones_own_wins() -> None:
    sheet = make_sheet({"pelvic-tilt": DoseOverride(reps=4)})
    assert sheet.own(TILT, "reps") == 4
    assert sheet.number(TILT, "reps") == 4
    assert sheet.without_own(TILT, "reps") == 1
    assert sheet.own(TILT, "hold_seconds") is None
    assert sheet.number(TILT, "hold_seconds") == 10


def test_putting_a_number_keeps_the_other_numbers_of_the_exercise() -> None:
    sheet = make_sheet({"pelvic-tilt": DoseOverride(reps=4)})
    sheet.put(TILT, "sets", 2)
    assert sheet.overrides() == {"pelvic-tilt": DoseOverride(reps=4, sets=2)}


def test_giving_up_the_last_number_leaves_nothing_behind() -> None:
    sheet = make_sheet({"pelvic-tilt": DoseOverride(reps=4)})
    sheet.put(TILT, "reps", None)
    sheet.put(PLANK, "reps", None)
    assert sheet.overrides() == {}


def test_an_open_hold_may_not_be_set_beyond_its_ceiling() -> None:
    sheet = make_sheet({"plank": DoseOverride(hold_seconds=300)})
    assert sheet.limits(PLANK, "hold_seconds") == (1, 60)
    assert sheet.limits(PLANK, "reps") == (1, 100)
    assert sheet.limits(TILT, "hold_seconds") == (1, 600)
    assert sheet.number(PLANK, "hold_seconds") == 60


def test_doses_are_asked_for_once_until_they_are_forgotten() -> None:
    doses = Doses()
    sheet = make_sheet(doses=doses)
    assert sheet.number(TILT, "hold_seconds") == 10
    assert sheet.number(TILT, "reps") == 1
    assert doses.asked == 1
    doses.scale = 200
    sheet.forget_doses()
    assert sheet.number(TILT, "hold_seconds") == 20


def test_others_can_be_put_in_place_of_all_overrides() -> None:
    sheet = make_sheet({"pelvic-tilt": DoseOverride(reps=4)})
    sheet.set_overrides({"plank": DoseOverride(sets=2)})
    assert sheet.overrides() == {"plank": DoseOverride(sets=2)}


def test_only_numbers_with_a_meaning_apply() -> None:
    sheet = make_sheet()
    _, _, cat_cow, walking = sheet.exercises
    assert sheet.applies(cat_cow, "reps")
    assert not sheet.applies(cat_cow, "hold_seconds")
    assert not sheet.applies(walking, "reps")
