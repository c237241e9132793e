"""Doses and caps of exercises: what completes them, and what does not fit."""

from __future__ import annotations

import pytest

from backcare.core.dose import Dose, Span
from backcare.core.errors import InputRefusedError
from tests.builders import make_dose
from tests.store.marked import check_refusal, exercise_text, read


@pytest.mark.parametrize(
    ("movement", "sides", "typed", "dose"),
    [
        ("hold", "both", "{hold: 15}", make_dose(hold=15, reps=1, sets=1)),
        ("hold", "both", "{hold: 15-20, reps: 8-10}", Dose(Span(15, 20), Span(8, 10), 1)),
        ("reps", "both", "{reps: 10}", make_dose(reps=10, sets=1, tempo=(3, 3))),
        ("reps", "both", "{}", make_dose(reps=1, sets=1, tempo=(3, 3))),
        ("reps", "both", "{tempo: [2, 1]}", make_dose(reps=1, sets=1, tempo=(2, 1))),
        ("alternating", "both", "{sets: 2}", make_dose(reps=1, sets=2, tempo=(3, 3))),
        ("alternating", "both", "{hold: 1:30}", make_dose(hold=90, reps=1, sets=1)),
    ],
)
def test_a_default_dose_is_completed_by_its_type(
    movement: str, sides: str, typed: str, dose: Dose
) -> None:
    text = exercise_text(type=movement, sides=sides, dose=typed)
    assert read(text).exercises["calf-stretch"].dose == dose


def test_a_cap_is_completed_by_the_dose() -> None:
    text = exercise_text(dose="{hold: 5, reps: 8, rest: 3}", cap="{hold: 10}")
    assert read(text).exercises["calf-stretch"].cap == make_dose(hold=10, reps=8, sets=1, rest=3)


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        (
            {"dose": "{hold: 15, reps: 8-10}", "cap": "¦{hold: 15, reps: 9}"},
            ["the cap of reps lies below the dose: 9 < 8-10"],
        ),
        (
            {"dose": "{hold: 15}", "cap": "¦{hold: 14}"},
            ["the cap of hold_seconds lies below the dose: 14 < 15"],
        ),
        ({"dose": "¦{reps: 3}"}, ["a hold needs 'hold', such as {hold: 15, reps: 3}"]),
        (
            {"dose": "¦{hold: 15, tempo: [3]}"},
            ["an exercise has either hold or tempo, not both"],
        ),
        (
            {"type": "reps", "dose": "¦{hold: 15}"},
            ["slow repetitions have a tempo; for a hold use 'type: hold'"],
        ),
        (
            {"dose": "¦{hold: 15, minutes: 3}"},
            ["an activity has minutes and nothing else; others have none"],
        ),
        (
            {"type": "activity", "sides": "none", "dose": "¦{minutes: 3, reps: 2}"},
            ["an activity has minutes and nothing else; others have none"],
        ),
        (
            {"type": "activity", "sides": "none", "dose": "¦{}"},
            ["an activity has minutes and nothing else; others have none"],
        ),
        ({"dose": "{hold: 15, ¦rep: 3}"}, ["dose has no field 'rep'; did you mean 'reps'?"]),
        (
            {"cap": "{hold: 15, ¦colour: 3}"},
            [
                "cap has no field 'colour'; known are hold, reps, sets, rest, tempo, minutes",
            ],
        ),
        (
            {"type": "reps", "dose": "{}", "open_hold": "¦yes"},
            ["only a hold can be open"],
        ),
        (
            {"dose": "{hold: 15, reps: ¦101, sets: ¦21, rest: ¦601}"},
            [
                "reps is a whole number from 1 to 100, or a range such as 8-10; not '101'",
                "sets is a whole number from 1 to 20; not '21'",
                "rest is 0 to 600 seconds, such as 15, 15 s or 1:30; not '601'",
            ],
        ),
    ],
)
def test_a_dose_that_does_not_fit_is_refused(fields: dict[str, str], messages: list[str]) -> None:
    check_refusal(exercise_text(**fields), *messages)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"dose": "{hold: ¦0}"},
            "hold is 1 to 600 seconds, such as 15, 15 s, 1:30 or 15-20; not '0'",
        ),
        ({"¦name": "Calf stretch", "dose": None}, "exercise calf-stretch needs the field 'dose'"),
        (
            {"type": "¦activty", "sides": "none", "dose": "{minutes: 3}"},
            "type is one of hold, reps, alternating, activity, not 'activty'; "
            "did you mean 'activity'?",
        ),
        (
            {"type": "activity", "sides": "none", "dose": "{minutes: ¦181}"},
            "minutes is a whole number from 1 to 180; not '181'",
        ),
    ],
)
def test_one_mistake_makes_one_complaint(fields: dict[str, str | None], message: str) -> None:
    if "¦name" in fields:
        text = exercise_text(dose=None).replace("    name", "    ¦name")
    else:
        text = exercise_text(**fields)
    check_refusal(text, message)


@pytest.mark.parametrize("field", ["hold", "reps", "rest"])
def test_a_number_among_very_many_spaces_is_refused_at_once(field: str) -> None:
    typed = "1" + " " * 200_000 + "x"
    with pytest.raises(InputRefusedError, match=field):
        read(
            exercise_text(dose=f'{{hold: 3, {field}: "{typed}"}}'.replace("hold: 3, hold", "hold"))
        )
