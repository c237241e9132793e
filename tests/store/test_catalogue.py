"""Files of exercises: what is read, and every complaint at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from backcare.core.dose import Span
from backcare.core.exercise import (
    Aim,
    Correction,
    Equipment,
    Exercise,
    Illustration,
    Limb,
    Movement,
    Position,
    Side,
    SideOrder,
    Sides,
    Tag,
    Variant,
)
from backcare.core.routine import Catalogue
from tests.builders import make_dose
from tests.store.marked import check_refusal, exercise_text, read

FULL = """\
exercises:
  calf-stretch:
    name: Calf stretch
    aliases: [wall stretch]
    position: standing
    type: hold
    sides: each
    order: alternate
    limb: leg
    open_hold: yes
    aims: [stretch, mobility]
    muscles: [calf]
    equipment: [mat, chair, pad, towel]
    tags: [pregnancy-limit, pregnancy-avoid, osteoporosis, disc, advanced]
    dose: {hold: 20-30, reps: 2, sets: 2, rest: 0}
    cap: {hold: 30}
    steps: [Stand., Bend.]
    feel: A steady pull.
    avoid: Haste.
    cautions: [Hold on to something.]
    corrections: [{document: "900", change: Stand., reason: Nobody can fly.}]
    variants: [{id: on-step, name: On a step, steps: [Find a step.], poses: {camera: front}}]
    poses: {camera: side, side: left, start: standing, effort: lunge}
    easier: [walking]
    harder: [walking]
    sources: ["900.1"]
    guidance: [s1]
  walking:
    name: Walking
    position: elsewhere
    type: activity
    sides: none
    dose: {minutes: 10}
    steps: [Go out., Come back.]
    feel: Warm.
    avoid: Haste.
documents: {"900": A leaflet}
references: {s1: A guide}
"""


def test_every_field_of_an_exercise_is_read() -> None:
    seen = Illustration("side", "standing", "lunge", side=Side.LEFT)
    catalogue = read(FULL, pose_ids=lambda: ("standing", "lunge"))
    assert catalogue.exercises["calf-stretch"] == Exercise(
        id="calf-stretch",
        name="Calf stretch",
        position=Position.STANDING,
        movement=Movement.HOLD,
        sides=Sides.EACH,
        dose=make_dose(hold=Span(20, 30), reps=2, sets=2, rest=0),
        cap=make_dose(hold=30, reps=2, sets=2, rest=0),
        steps=("Stand.", "Bend."),
        feel="A steady pull.",
        avoid="Haste.",
        order=SideOrder.ALTERNATE,
        limb=Limb.LEG,
        open_hold=True,
        aliases=("wall stretch",),
        aims=(Aim.STRETCH, Aim.MOBILITY),
        muscles=("calf",),
        equipment=tuple(Equipment),
        tags=tuple(Tag),
        cautions=("Hold on to something.",),
        corrections=(Correction("900", "Stand.", "Nobody can fly."),),
        variants=(
            Variant("on-step", "On a step", ("Find a step.",), replace(seen, camera="front")),
        ),
        easier=("walking",),
        harder=("walking",),
        sources=("900.1",),
        guidance=("s1",),
        illustration=seen,
    )
    assert list(catalogue.exercises) == ["calf-stretch", "walking"]
    assert catalogue.documents == {"900": "A leaflet"}
    assert catalogue.references == {"s1": "A guide"}
    assert not catalogue.own_exercises
    assert not catalogue.own_routines


def test_an_activity_is_completed_by_nothing() -> None:
    walking = read(FULL, pose_ids=lambda: ("standing", "lunge")).exercises["walking"]
    assert walking.dose == walking.cap == make_dose(minutes=10)


def test_what_is_left_out_is_empty() -> None:
    exercise = read(exercise_text()).exercises["calf-stretch"]
    assert exercise == Exercise(
        id="calf-stretch",
        name="Calf stretch",
        position=Position.STANDING,
        movement=Movement.HOLD,
        sides=Sides.BOTH,
        dose=make_dose(hold=15, reps=3, sets=1),
        cap=make_dose(hold=15, reps=3, sets=1),
        steps=("Stand up.", "Bend your knee."),
        feel="A steady pull.",
        avoid="Lifting the heel.",
    )


@pytest.mark.parametrize("text", ["{}", "exercises: {}", "routines: {}\ndocuments: {}\n"])
def test_a_file_may_hold_nothing(text: str) -> None:
    assert read(text) == Catalogue()


# Type and sides


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ({"sides": "¦none"}, ["an activity has 'sides: none', and nothing else has"]),
        (
            {"type": "activity", "dose": "{minutes: 3}", "sides": "¦both"},
            ["an activity has 'sides: none', and nothing else has"],
        ),
        (
            {"type": "alternating", "sides": "¦each", "order": "block", "limb": "leg"},
            ["'type: alternating' goes with 'sides: alternating' or 'both'"],
        ),
        (
            {"sides": "¦alternating", "limb": "leg"},
            ["'type: alternating' goes with 'sides: alternating' or 'both'"],
        ),
        ({"order": "¦block"}, ["order goes with 'sides: each' only"]),
        ({"limb": "¦leg"}, ["limb goes with 'sides: each' or 'sides: alternating' only"]),
        (
            {"type": "alternating", "sides": "alternating", "limb": "leg", "order": "¦block"},
            ["order goes with 'sides: each' only"],
        ),
        (
            {"type": "¦hodl"},
            ["type is one of hold, reps, alternating, activity, not 'hodl'; did you mean 'hold'?"],
        ),
        (
            {"sides": "¦no"},
            ["sides is one of both, each, alternating, none, not 'no'; did you mean 'none'?"],
        ),
        (
            {"position": "¦floor"},
            [
                "position is one of supine, prone, side-lying, kneeling, sitting, standing, "
                "elsewhere, not 'floor'"
            ],
        ),
        ({"tags": "[¦disk]"}, ["tags is one of pregnancy-limit, pregnancy-avoid, "
          "osteoporosis, disc, advanced, not 'disk'; did you mean 'disc'?"]),
        ({"aims": "¦stretch"}, ["aims is a list, written [one, two] or with dashes"]),
        ({"equipment": "[¦wall]"}, ["equipment is one of mat, chair, pad, towel, not 'wall'"]),
        ({"open_hold": "¦maybe"}, ["open_hold is yes or no, not 'maybe'"]),
    ],
)  # fmt: skip
def test_words_that_do_not_fit_are_refused(fields: dict[str, str], messages: list[str]) -> None:
    check_refusal(exercise_text(**fields), *messages)


@pytest.mark.parametrize(
    ("sides", "movement", "missing"),
    [("each", "hold", ["limb", "order"]), ("alternating", "alternating", ["limb"])],
)
def test_one_sided_exercises_name_their_limb(sides: str, movement: str, missing: list[str]) -> None:
    text = exercise_text(sides=sides, type=movement)
    marks = "¦" * len(missing)
    messages = [f"exercise calf-stretch needs the field '{name}'" for name in missing]
    check_refusal(text.replace("    name", f"    {marks}name"), *messages)


@pytest.mark.parametrize("field", ["position", "type", "sides", "steps", "feel", "avoid"])
def test_a_field_that_every_exercise_needs_is_asked_for(field: str) -> None:
    text = exercise_text(**{field: None}).replace("    name", "    ¦name")
    check_refusal(text, f"exercise calf-stretch needs the field '{field}'")


# Texts


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ({"name": "¦" + "a" * 61}, ["name has at most 60 characters, not 61"]),
        ({"feel": "¦" + "a" * 121}, ["feel has at most 120 characters, not 121"]),
        ({"avoid": "¦" + "a" * 121}, ["avoid has at most 120 characters, not 121"]),
        ({"steps": "¦[a]"}, ["steps has 2 to 5 entries, not 1"]),
        ({"steps": "¦[a, b, c, d, e, f]"}, ["steps has 2 to 5 entries, not 6"]),
        ({"steps": "[a, ¦" + "b" * 91 + "]"}, ["steps has at most 90 characters, not 91"]),
        ({"cautions": "[¦" + "b" * 161 + "]"}, ["cautions has at most 160 characters, not 161"]),
        ({"cautions": "¦[a, b, c, d, e, f, g]"}, ["cautions has 0 to 6 entries, not 7"]),
        ({"aliases": "¦[" + "a, " * 12 + "a]"}, ["aliases has 0 to 12 entries, not 13"]),
        ({"muscles": "[¦" + "a" * 61 + "]"}, ["muscles has at most 60 characters, not 61"]),
        ({"sources": "¦[" + "a, " * 8 + "a]"}, ["sources has 0 to 8 entries, not 9"]),
        ({"sources": "[¦" + "a" * 41 + "]"}, ["sources has at most 40 characters, not 41"]),
        ({"¦nmae": "x"}, ["exercise calf-stretch has no field 'nmae'; did you mean 'name'?"]),
    ],
)
def test_texts_have_limits(fields: dict[str, str], messages: list[str]) -> None:
    check_refusal(exercise_text(**fields), *messages)


def test_texts_may_be_as_long_as_their_limits() -> None:
    text = exercise_text(
        name="a" * 60, feel="b" * 120, avoid="c" * 120, steps="[" + ", ".join(["d" * 90] * 5) + "]"
    )
    assert read(text).exercises["calf-stretch"].name == "a" * 60


# Lists of groups


@pytest.mark.parametrize(
    ("corrections", "messages"),
    [
        ("[¦{change: a, reason: b}]", ["a correction needs the field 'document'"]),
        ("[¦{document: page-1}]¦", ["a correction needs the field 'change'"]),
        ("¦text", ["corrections is a list, written [one, two] or with dashes"]),
        ("[¦text]", ["a correction is a list of fields such as 'name: ...', not 'text'"]),
        (
            "[{document: ¦page-2, change: a, reason: b}]",
            ["there is no document 'page-2'; did you mean 'page-1'?"],
        ),
        (
            "[{document: page-1, change: a, ¦raeson: c, reason: b}]",
            ["a correction has no field 'raeson'; did you mean 'reason'?"],
        ),
        (
            "[{document: page-1, change: ¦" + "a" * 201 + ", reason: b}]",
            ["change has at most 200 characters, not 201"],
        ),
    ],
)
def test_a_correction_that_does_not_fit_is_refused(corrections: str, messages: list[str]) -> None:
    if corrections.endswith("]¦"):
        corrections = corrections.removesuffix("¦").replace("¦", "¦¦")
        messages = [*messages, "a correction needs the field 'reason'"]
    check_refusal(
        exercise_text(corrections=corrections) + "documents: {page-1: A page}\n", *messages
    )


@pytest.mark.parametrize(
    ("variants", "messages"),
    [
        ("[{id: ¦Bad, name: a, steps: [b]}]",
         ["an id is made of small letters, digits and hyphens"]),
        ("[¦{name: a, steps: [b]}]", ["a variant needs the field 'id'"]),
        ("[¦{id: ab, name: a}]", ["a variant needs the field 'steps'"]),
        ("[{id: ab, name: a, steps: ¦[]}]", ["steps has 1 to 5 entries, not 0"]),
        ("[{id: ab, name: a, steps: [b], ¦x: c}]",
         ["a variant has no field 'x'; known are id, name, steps, poses"]),
    ],
)  # fmt: skip
def test_a_variant_that_does_not_fit_is_refused(variants: str, messages: list[str]) -> None:
    check_refusal(exercise_text(variants=variants), *messages)


@pytest.mark.parametrize(
    ("fields", "messages"),
    [
        ({"easier": "[¦calf-stretch]"}, ["calf-stretch cannot be easier than itself"]),
        ({"harder": "[¦calf-stretch]"}, ["calf-stretch cannot be harder than itself"]),
        (
            {"harder": "[¦calf-strech, ¦heel-raise]"},
            [
                "harder: there is no exercise 'calf-strech'; did you mean 'calf-stretch'?",
                "harder: there is no exercise 'heel-raise'",
            ],
        ),
        ({"easier": "[¦[a]]"}, ["easier holds ids, not a list"]),
        ({"guidance": "[¦nhs-2]"}, ["there is no reference 'nhs-2'; did you mean 'nhs-1'?"]),
    ],
)
def test_a_reference_to_nothing_is_refused(fields: dict[str, str], messages: list[str]) -> None:
    check_refusal(exercise_text(**fields) + "references: {nhs-1: A guide}\n", *messages)
