"""What `--json` prints: just these keys and these values."""

from __future__ import annotations

import json

from backcare.core.contract import catalogue_as_json, plan_as_json
from backcare.core.exercise import Sides
from backcare.core.routine import Level
from backcare.core.settings import Preferences, Settings
from tests.builders import (
    make_activity,
    make_catalogue,
    make_dose,
    make_hold,
    make_item,
    make_plan,
    make_routine,
)
from tests.shipped import shipped_catalogue

BRIDGE = make_hold("bridge", seconds=10)
CATALOGUE = make_catalogue(
    BRIDGE,
    make_activity(minutes=1),
    routines=[make_routine(make_item(BRIDGE, dose=make_dose(hold=15)), BRIDGE)],
)


def test_a_catalogue_is_told_in_full() -> None:
    assert catalogue_as_json(CATALOGUE, Preferences(), Level.GENTLE) == {
        "exercises": [
            {
                "id": "bridge",
                "name": "Bridge",
                "position": "supine",
                "type": "hold",
                "sides": "none",
                "sources": [],
            },
            {
                "id": "walking",
                "name": "Walking",
                "position": "elsewhere",
                "type": "activity",
                "sides": "none",
                "sources": [],
            },
        ],
        "routines": [
            {
                "id": "morning",
                "name": "Morning",
                "source": None,
                "exercises": ["bridge", "bridge"],
                "total_seconds": 40,
            }
        ],
    }


def test_the_total_is_that_of_the_level_and_the_settings() -> None:
    def total(preferences: Preferences, level: Level) -> object:
        return catalogue_as_json(CATALOGUE, preferences, level)["routines"][0]["total_seconds"]

    assert total(Preferences(), Level.AS_WRITTEN) == 45
    assert total(Preferences(Settings(prepare_seconds=20)), Level.GENTLE) == 60


def test_a_plan_is_told_in_full() -> None:
    plan = make_plan(make_hold(seconds=10, reps=1, sides=Sides.EACH))
    phases = [
        {"kind": "prepare", "seconds": 10, "side": "left"},
        {"kind": "hold", "seconds": 10, "side": "left"},
        {"kind": "switch", "seconds": 8, "side": "right"},
        {"kind": "hold", "seconds": 10, "side": "right"},
    ]
    assert plan_as_json(plan) == {
        "routine": "morning",
        "level": "gentle",
        "total_seconds": 38,
        "phases": [{**phase, "exercise": "pelvic-tilt", "set": 1, "rep": 1} for phase in phases],
    }


def test_without_sides_the_side_is_null() -> None:
    sides = {phase["side"] for phase in plan_as_json(make_plan())["phases"]}
    assert sides == {None}


def test_every_shipped_value_is_plain_json() -> None:
    found = catalogue_as_json(shipped_catalogue(), Preferences(), Level.GENTLE)
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert {each["type"] for each in found["exercises"]} == {
        "hold",
        "reps",
        "alternating",
        "activity",
    }
    assert {each["sides"] for each in found["exercises"]} == {
        "both",
        "each",
        "alternating",
        "none",
    }
    assert [each["source"] for each in found["routines"]] == ["000", "001", "002", "003", "004"]
