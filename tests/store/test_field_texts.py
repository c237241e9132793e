"""Texts, lists, words with a fixed meaning: how a field that holds them is read."""

from __future__ import annotations

from enum import Enum

import pytest

from backcare.store.yaml_reader import Text
from tests.store.marked import complaint, value


class Colour(Enum):
    RED = "red"
    DARK_BLUE = "dark-blue"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("no", "no"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("010", "010"),
        ("2024-13-01", "2024-13-01"),
        ("~", "~"),
        ("'  a   b '", "a b"),
        ("|\n  a\n  b\n", "a b"),
        ("12345678901", "12345678901"),
    ],
)
def test_a_text_is_what_was_typed_on_one_line(typed: str, text: str) -> None:
    assert value(f"name: {typed}", lambda fields: fields.text("name", 11)) == text


@pytest.mark.parametrize(
    ("typed", "found", "message"),
    [
        ("¦''", "", "name is empty"),
        ("¦'  '", "", "name is empty"),
        ("¦123456789012", "123456789012", "name has at most 11 characters, not 12"),
        ("¦[a]", "", "name is text, not a list"),
        ("¦{a: b}", "", "name is text, not a group of fields"),
    ],
)
def test_a_text_that_does_not_fit_is_complained_about(typed: str, found: str, message: str) -> None:
    assert complaint(f"name: {typed}", lambda f: f.text("name", 11)) == (found, message)


def test_a_text_that_is_not_given_is_empty() -> None:
    assert value("{}", lambda fields: fields.text("name", 11)) == ""


def test_a_list_of_texts_is_read_however_it_is_written() -> None:
    for typed in ("[a, no]", "\n  - a\n  - no\n"):
        assert value(f"x: {typed}", lambda fields: fields.texts("x", 9, 3)) == ("a", "no")


def test_a_list_that_is_not_given_is_empty() -> None:
    assert value("{}", lambda fields: fields.texts("x", 9, 3)) == ()
    assert value("{}", lambda fields: fields.ids("x")) == ()
    assert value("{}", lambda fields: fields.children("x")) == ()
    assert value("{}", lambda fields: fields.choices("x", Colour)) == ()


@pytest.mark.parametrize(
    ("typed", "found", "message"),
    [
        ("¦a", (), "x is a list, written [one, two] or with dashes"),
        ("¦{a: b}", (), "x is a list, written [one, two] or with dashes"),
        ("¦[a]", ("a",), "x has 2 to 3 entries, not 1"),
        ("¦[a, b, c, d]", ("a", "b", "c", "d"), "x has 2 to 3 entries, not 4"),
        ("[a, ¦'']", ("a", ""), "x is empty"),
        ("[a, ¦[b]]", ("a", ""), "x is text, not a list"),
        ("[a, ¦abcdefghij]", ("a", "abcdefghij"), "x has at most 9 characters, not 10"),
    ],
)
def test_a_list_of_texts_that_does_not_fit_is_complained_about(
    typed: str, found: tuple[str, ...], message: str
) -> None:
    assert complaint(f"x: {typed}", lambda f: f.texts("x", 9, 3, 2)) == (found, message)


def test_a_list_that_has_a_fewest_is_needed() -> None:
    found = complaint("¦y: 1", lambda fields: fields.texts("x", 9, 3, 2))
    assert found == ((), "a thing needs the field 'x'")


def test_ids_come_with_their_places() -> None:
    found = value("x: [bridge, cat-cow]", lambda fields: fields.ids("x"))
    assert found == (Text("bridge", 1, 5), Text("cat-cow", 1, 13))


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("[a1, ¦[b1]]", "x holds ids, not a list"),
        ("[a1, ¦{b1: c}]", "x holds ids, not a group of fields"),
    ],
)
def test_what_is_no_id_is_left_out_of_a_list_of_ids(typed: str, message: str) -> None:
    assert complaint(f"x: {typed}", lambda f: f.ids("x")) == ((Text("a1", 1, 5),), message)


@pytest.mark.parametrize("read", ["ids", "children"])
def test_ids_and_children_stand_in_a_list(read: str) -> None:
    found = complaint("x: ¦a1", lambda fields: getattr(fields, read)("x"))
    assert found == ((), "x is a list, written [one, two] or with dashes")


def test_children_that_are_needed_are_asked_for() -> None:
    found = complaint("¦y: 1", lambda fields: fields.children("x", required=True))
    assert found == ((), "a thing needs the field 'x'")


def test_a_choice_is_a_member_of_its_enum() -> None:
    assert value("x: dark-blue", lambda fields: fields.choice("x", Colour)) is Colour.DARK_BLUE
    assert value("x: [red, dark-blue]", lambda fields: fields.choices("x", Colour)) == (
        Colour.RED,
        Colour.DARK_BLUE,
    )


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("drak-blue", "not 'drak-blue'; did you mean 'dark-blue'?"),
        ("Red", "not 'Red'; did you mean 'red'?"),
        ("no", "not 'no'"),
        ("[red]", "not a list"),
    ],
)
def test_another_choice_is_refused_and_the_right_one_suggested(typed: str, message: str) -> None:
    found = complaint(f"x: ¦{typed}", lambda fields: fields.choice("x", Colour))
    assert found == (None, f"x is one of red, dark-blue, {message}")


def test_the_good_ones_of_several_choices_are_kept() -> None:
    found = complaint("x: [red, ¦green]", lambda fields: fields.choices("x", Colour))
    assert found == ((Colour.RED,), "x is one of red, dark-blue, not 'green'")


def test_a_choice_that_is_needed_is_asked_for() -> None:
    found = complaint("¦y: 1", lambda fields: fields.choice("x", Colour, required=True))
    assert found == (None, "a thing needs the field 'x'")


COLOURS = ("red", "dark blue")


def test_a_word_is_one_of_those_allowed() -> None:
    assert value("x: dark blue", lambda fields: fields.word("x", COLOURS)) == "dark blue"
    assert value("x: [dark blue, red]", lambda fields: fields.words("x", COLOURS)) == (
        "dark blue",
        "red",
    )


def test_a_word_that_is_missing_is_empty_unless_it_is_needed() -> None:
    assert value("{}", lambda fields: fields.word("x", COLOURS)) == ""
    assert value("{}", lambda fields: fields.words("x", COLOURS)) == ()
    found = complaint("¦y: 1", lambda fields: fields.word("x", COLOURS, required=True))
    assert found == ("", "a thing needs the field 'x'")


def test_another_word_is_refused_and_the_right_one_suggested() -> None:
    found = complaint("x: ¦dark-blue", lambda fields: fields.word("x", COLOURS))
    message = "x is one of red, dark blue, not 'dark-blue'; did you mean 'dark blue'?"
    assert found == ("", message)
    found = complaint("x: [red, ¦[red]]", lambda fields: fields.words("x", COLOURS))
    assert found == (("red",), "x is one of red, dark blue, not a list")


@pytest.mark.parametrize(
    ("typed", "flag"),
    [("yes", True), ("Yes", True), ("TRUE", True), ("no", False), ("NO", False), ("false", False)],
)
def test_yes_and_no_are_understood_in_a_field_that_asks_for_them(typed: str, *, flag: bool) -> None:
    assert value(f"x: {typed}", lambda fields: fields.flag("x")) is flag


def test_a_flag_that_is_not_given_is_no() -> None:
    assert value("{}", lambda fields: fields.flag("x")) is False


@pytest.mark.parametrize(
    ("typed", "kind"), [("on", "'on'"), ("1", "'1'"), ("y", "'y'"), ("''", "''"), ("[]", "a list")]
)
def test_what_is_neither_yes_nor_no_counts_as_no(typed: str, kind: str) -> None:
    found = complaint(f"x: ¦{typed}", lambda fields: fields.flag("x"))
    assert found == (False, f"x is yes or no, not {kind}")
