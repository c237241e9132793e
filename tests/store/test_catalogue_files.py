"""Files of exercises as a whole: their shape, their ids, and several problems at once."""

from __future__ import annotations

import pytest

from tests.store.marked import check_refusal, exercise_text, read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("¦- a", "the file is a list of fields such as 'name: ...', not a list"),
        ("¦text", "the file is a list of fields such as 'name: ...', not 'text'"),
        ("¦exercise: {}", "the file has no field 'exercise'; did you mean 'exercises'?"),
        (
            "exercises: ¦[]",
            "exercises are listed by id: 'some-id:' and its fields below it",
        ),
        ("routines: ¦no", "routines are listed by id: 'some-id:' and its fields below it"),
        ("documents: ¦[a]", "documents are listed by id: 'some-id:' and its fields below it"),
        ("references: {s1: ¦[a]}", "s1 is text, not a list"),
        ("documents: {d1: ¦" + "a" * 201 + "}", "d1 has at most 200 characters, not 201"),
    ],
)
def test_a_file_of_another_shape_is_refused(text: str, message: str) -> None:
    check_refusal(text, message)


@pytest.mark.parametrize("name", ["a", "Calf", "calf_stretch", "no!", "x" * 65])
def test_an_id_of_other_letters_is_refused(name: str) -> None:
    shown = repr(name) if len(name) <= 40 else repr("x" * 39 + "…")
    message = f"an id is made of 2 to 64 small letters, digits and hyphens, not {shown}"
    check_refusal(exercise_text(f"¦{name}"), message)


@pytest.mark.parametrize("name", ["no", "on", "true", "010", "2024-01-01", "1e3"])
def test_an_id_may_look_like_something_else(name: str) -> None:
    assert list(read(exercise_text(name)).exercises) == [name]


def test_names_may_look_like_something_else_too() -> None:
    for name in ("no", "2024-13-01", "1:30", "~", "1e400"):
        assert read(exercise_text(name=name)).exercises["calf-stretch"].name == name


def test_all_problems_of_a_file_are_told_in_its_order() -> None:
    check_refusal(
        "exercises:\n"
        "  calf-stretch:\n"
        "    ¦position: ¦stading\n"
        "    type: hold\n"
        "    sides: both\n"
        "    dose: {hold: 5, ¦reeps: 3}\n"
        "    steps: ¦[a]\n"
        "    feel: b\n"
        "    avoid: ¦''\n"
        "    easier: [¦walk]\n"
        "routines:\n"
        "  my-morning:\n"
        "    name: c\n"
        "    items: [{exercise: ¦calf-strech}]\n"
        "¦routine: {}\n",
        "exercise calf-stretch needs the field 'name'",
        "position is one of supine, prone, side-lying, kneeling, sitting, standing, elsewhere, "
        "not 'stading'; did you mean 'standing'?",
        "dose has no field 'reeps'; did you mean 'reps'?",
        "steps has 2 to 5 entries, not 1",
        "avoid is empty",
        "easier: there is no exercise 'walk'",
        "there is no exercise 'calf-strech'; did you mean 'calf-stretch'?",
        "the file has no field 'routine'; did you mean 'routines'?",
    )


def test_an_exercise_that_is_no_group_of_fields_makes_one_complaint() -> None:
    check_refusal(
        "exercises: {ab: ¦text}",
        "exercise ab is a list of fields such as 'name: ...', not 'text'",
    )
