"""The group `poses` of an exercise and of its variants."""

from __future__ import annotations

import pytest

from backcare.core.errors import InputRefusedError, Problem
from backcare.core.exercise import Exercise, Illustration, Side
from tests.store.marked import check_refusal, exercise_text, read

POSES = frozenset({"lying", "curled", "half-curled", "stretched"})
LEAST = "{camera: side, start: lying, effort: curled}"
ONE_SIDED = {"sides": "each", "order": "block", "limb": "leg"}
ALTERNATING = {"sides": "alternating", "type": "alternating", "limb": "leg"}
SIDED = "{camera: side, side: right, start: lying, effort: curled}"


def known() -> frozenset[str]:
    return POSES


def exercise_of(**fields: str) -> Exercise:
    return read(exercise_text(**fields), pose_ids=known).exercises["calf-stretch"]


def refuse(fields: dict[str, str], *messages: str) -> None:
    check_refusal(exercise_text(**fields), *messages, pose_ids=known)


def variant(poses: str) -> str:
    return f"[{{id: ab, name: A, steps: [b], poses: {poses}}}]"


def variant_of(own: str, **fields: str) -> Illustration | None:
    (found,) = exercise_of(variants=variant(own), **fields).variants
    return found.illustration


def test_an_exercise_needs_no_picture_and_then_nobody_looks_for_poses() -> None:
    def fail() -> frozenset[str]:
        raise AssertionError

    exercise = read(exercise_text(), pose_ids=fail).exercises["calf-stretch"]
    assert exercise.illustration is None


def test_a_picture_needs_little() -> None:
    assert exercise_of(poses=LEAST).illustration == Illustration("side", "lying", "curled")


def test_every_field_of_a_picture_is_read() -> None:
    poses = (
        "{camera: three-quarter, side: left, start: lying, effort: curled, second: stretched,"
        " easier: half-curled}"
    )
    assert exercise_of(poses=poses, **ONE_SIDED).illustration == Illustration(
        "three-quarter", "lying", "curled", "stretched", "half-curled", Side.LEFT
    )


def test_the_second_effort_may_be_the_first_one_mirrored() -> None:
    illustration = exercise_of(
        poses="{camera: top, side: right, start: lying, effort: curled, second: mirrored}",
        **ALTERNATING,
    ).illustration
    assert illustration == Illustration("top", "lying", "curled", "mirrored", side=Side.RIGHT)


@pytest.mark.parametrize(
    ("poses", "messages"),
    [
        ("¦lying", ["the group 'poses' is a list of fields such as 'name: ...', not 'lying'"]),
        ("¦{start: lying, effort: curled}", ["the group 'poses' needs the field 'camera'"]),
        ("¦{camera: side, effort: curled}", ["the group 'poses' needs the field 'start'"]),
        ("¦{camera: side, start: lying}", ["the group 'poses' needs the field 'effort'"]),
        (
            "{camera: ¦sied, start: lying, effort: curled}",
            [
                "camera is one of side, front, three-quarter, feet, top, not 'sied';"
                " did you mean 'side'?"
            ],
        ),
        (
            "{camera: side, start: ¦lyign, effort: ¦[curled]}",
            [
                "start: there is no pose 'lyign'; did you mean 'lying'?",
                "effort is text, not a list",
            ],
        ),
        (
            "{camera: side, start: ¦mirrored, effort: ¦'', second: ¦other, easier: ¦mirrored}",
            [
                "start: there is no pose 'mirrored'",
                "effort is empty",
                "second: there is no pose 'other'",
                "easier: there is no pose 'mirrored'",
            ],
        ),
        (
            "{camera: side, start: lying, effort: curled, ¦scond: curled}",
            ["the group 'poses' has no field 'scond'; did you mean 'second'?"],
        ),
        (
            "{camera: side, start: lying, effort: curled, side: ¦right}",
            ["side goes with 'sides: each' or 'sides: alternating' only"],
        ),
    ],
)
def test_a_picture_that_does_not_fit_is_refused(poses: str, messages: list[str]) -> None:
    refuse({"poses": poses}, *messages)


@pytest.mark.parametrize("sides", [ONE_SIDED, ALTERNATING])
def test_with_sides_a_picture_tells_which_one_works(sides: dict[str, str]) -> None:
    refuse({"poses": f"¦{LEAST}", **sides}, "the group 'poses' needs the field 'side'")
    refuse(
        {"poses": SIDED.replace("right", "¦both"), **sides},
        "side is one of left, right, not 'both'",
    )


def test_all_mistakes_of_a_picture_are_told_with_the_others_of_the_file() -> None:
    refuse(
        {
            "feel": "¦''",
            "poses": "{camera: ¦no, start: ¦no, effort: curled}",
            "variants": variant("{effort: ¦no}"),
        },
        "feel is empty",
        "camera is one of side, front, three-quarter, feet, top, not 'no'",
        "start: there is no pose 'no'",
        "effort: there is no pose 'no'",
    )


def test_where_there_are_no_poses_none_can_be_named() -> None:
    check_refusal(
        exercise_text(poses="{camera: side, start: ¦lying, effort: ¦curled}"),
        "start: there is no pose 'lying'",
        "effort: there is no pose 'curled'",
    )


def test_what_keeps_the_poses_from_being_read_is_told_instead() -> None:
    problem = Problem("poses.yaml", 1, 1, "there are none")

    def fail() -> frozenset[str]:
        raise InputRefusedError([problem])

    with pytest.raises(InputRefusedError) as caught:
        read(exercise_text(poses=LEAST), pose_ids=fail)
    assert caught.value.problems == (problem,)


# Variants


def test_a_variant_has_no_picture_unless_it_says_so() -> None:
    exercise = exercise_of(poses=LEAST, variants="[{id: ab, name: A, steps: [b]}]")
    assert exercise.variants[0].illustration is None


def test_a_variant_takes_what_it_leaves_out_from_its_exercise_but_not_the_easier_pose() -> None:
    base = (
        "{camera: top, side: right, start: lying, effort: curled, second: mirrored,"
        " easier: half-curled}"
    )
    whole = Illustration("top", "lying", "curled", "mirrored", side=Side.RIGHT)
    assert variant_of("{}", poses=base, **ALTERNATING) == whole
    assert variant_of("{effort: stretched}", poses=base, **ALTERNATING) == Illustration(
        "top", "lying", "stretched", "mirrored", side=Side.RIGHT
    )


def test_a_variant_may_say_everything_anew() -> None:
    own = (
        "{camera: feet, side: left, start: stretched, effort: half-curled, second: lying,"
        " easier: curled}"
    )
    expected = Illustration("feet", "stretched", "half-curled", "lying", "curled", Side.LEFT)
    assert variant_of(own, poses=SIDED, **ONE_SIDED) == expected
    assert variant_of(own, **ONE_SIDED) == expected


def test_a_variant_of_an_exercise_without_picture_has_to_say_everything() -> None:
    message = "the group 'poses' needs the field"
    refuse(
        {"variants": variant("¦¦¦¦{}"), **ONE_SIDED},
        *(f"{message} '{name}'" for name in ("camera", "effort", "side", "start")),
    )


def test_what_is_missing_in_an_exercise_is_not_told_of_its_variants_again() -> None:
    refuse(
        {"poses": "¦¦{camera: side, effort: curled}", "variants": variant("{}"), **ONE_SIDED},
        "the group 'poses' needs the field 'side'",
        "the group 'poses' needs the field 'start'",
    )


def test_a_variant_has_the_sides_of_its_exercise() -> None:
    refuse(
        {"poses": LEAST, "variants": variant("{side: ¦right}")},
        "side goes with 'sides: each' or 'sides: alternating' only",
    )
