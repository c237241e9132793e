"""Every way of reading a field, and what is said where it does not fit."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

import pytest

from backcare.core.dose import Span
from backcare.core.errors import InputRefusedError, Problem
from backcare.store.fields import ID_PATTERN, Report, closest, kind_of, shown
from backcare.store.yaml_reader import Listing, Mapping, Text
from tests.store.marked import SOURCE, complaint, fields_of, unmarked, value

if TYPE_CHECKING:
    from collections.abc import Callable

    from backcare.store.fields import Fields

LIMITS = (1, 600)


class Colour(Enum):
    RED = "red"
    DARK_BLUE = "dark-blue"


# Numbers


@pytest.mark.parametrize(
    ("typed", "seconds"),
    [
        ("15", 15),
        ("1", 1),
        ("600", 600),
        ("15 s", 15),
        ("15s", 15),
        ("15  sec", 15),
        ("1 second", 1),
        ("90 seconds", 90),
        ("1:30", 90),
        ("'1:30'", 90),
        ("00:15", 15),
        ("10:00", 600),
        ("0:01", 1),
    ],
)
def test_a_length_of_time_is_read_in_all_its_forms(typed: str, seconds: int) -> None:
    assert value(f"hold: {typed}", lambda fields: fields.duration("hold", LIMITS)) == seconds


NO_NUMBERS = [
    "",
    "0",
    "-5",
    "+5",
    "010",
    "1e3",
    "1_000",
    "0x10",
    "1.5",
    "15,5",
    "601",
    "10:01",
    "1:60",
    "1:5",
    "1:2:3",
    "1:30 s",
    "0:00",
    "9999999999999999999999",
    "NaN",
    ".nan",
    ".inf",
    "1e400",
    "yes",
    "true",
    "~",
    "null",
    "2024-01-01",
    "fifteen",
    "15 min",
    "١٥",  # noqa: RUF001 - digits that int() would take
    "15 s s",
]


@pytest.mark.parametrize("typed", NO_NUMBERS)
def test_what_is_no_length_of_time_is_refused(typed: str) -> None:
    found, message = complaint(f"hold: ¦'{typed}'", lambda f: f.duration("hold", LIMITS))
    assert found is None
    assert message == f"hold is 1 to 600 seconds, such as 15, 15 s or 1:30; not {shown(typed)}"


@pytest.mark.parametrize(
    ("typed", "span"),
    [
        ("15", Span(15, 15)),
        ("15-20", Span(15, 20)),
        ("15 - 20", Span(15, 20)),
        ("15–20", Span(15, 20)),
        ("15-20 s", Span(15, 20)),
        ("15 s - 20 s", Span(15, 20)),
        ("0:50-1:10", Span(50, 70)),
        ("20-20", Span(20, 20)),
        ("1-600", Span(1, 600)),
    ],
)
def test_a_range_of_time_stays_a_range(typed: str, span: Span) -> None:
    assert value(f"hold: {typed}", lambda fields: fields.duration_span("hold", LIMITS)) == span


@pytest.mark.parametrize(
    "typed", [*NO_NUMBERS, "20-15", "15-", "-15", "5-10-15", "0-5", "15-601", "15 to 20", "-"]
)
def test_what_is_no_range_of_time_is_refused(typed: str) -> None:
    found, message = complaint(f"hold: ¦'{typed}'", lambda f: f.duration_span("hold", LIMITS))
    assert found is None
    allowed = "hold is 1 to 600 seconds, such as 15, 15 s, 1:30 or 15-20"
    assert message == f"{allowed}; not {shown(typed)}"


@pytest.mark.parametrize(
    ("typed", "span"), [("8", Span(8, 8)), ("8-10", Span(8, 10)), ("1 – 100", Span(1, 100))]
)
def test_a_count_may_be_a_range(typed: str, span: Span) -> None:
    assert value(f"reps: {typed}", lambda fields: fields.span("reps", (1, 100))) == span


@pytest.mark.parametrize("typed", [*NO_NUMBERS, "15 s", "1:30", "10-8", "8-101"])
def test_what_is_no_count_is_refused(typed: str) -> None:
    found, message = complaint(f"reps: ¦'{typed}'", lambda f: f.span("reps", (1, 100)))
    assert found is None
    allowed = "reps is a whole number from 1 to 100, or a range such as 8-10"
    assert message == f"{allowed}; not {shown(typed)}"


@pytest.mark.parametrize(("typed", "number"), [("1", 1), ("20", 20), ("'3'", 3)])
def test_a_whole_number_is_read(typed: str, number: int) -> None:
    assert value(f"sets: {typed}", lambda fields: fields.whole("sets", (1, 20))) == number


def test_zero_is_read_where_it_is_allowed() -> None:
    assert value("rest: 0", lambda fields: fields.duration("rest", (0, 600))) == 0


@pytest.mark.parametrize("typed", [*NO_NUMBERS, "21", "1-2", "3 s"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    found, message = complaint(f"sets: ¦'{typed}'", lambda f: f.whole("sets", (1, 20)))
    assert found is None
    assert message == f"sets is a whole number from 1 to 20; not {shown(typed)}"


@pytest.mark.parametrize(
    ("typed", "number"),
    [("0", 0.0), ("-7", -7.0), ("12.5", 12.5), ("-0.125", -0.125), ("-20", -20.0), ("20.0", 20.0)],
)
def test_a_decimal_is_read(typed: str, number: float) -> None:
    found = value(f"turn: {typed}", lambda fields: fields.decimal("turn", (-20, 20)))
    assert found == number
    assert isinstance(found, float)


@pytest.mark.parametrize(
    "typed",
    ["", "-", "+5", "010", "-01", "1e1", ".5", "5.", "1,5", "20.5", "-21", "1_0", "nan", "-.inf",
     "0x1", "1" * 30, "3 deg", "~", "−5", "1-2", "1.2.3", "\u0665"],
)  # fmt: skip
def test_what_is_no_decimal_is_refused(typed: str) -> None:
    found, message = complaint(f"turn: ¦'{typed}'", lambda f: f.decimal("turn", (-20, 20)))
    assert found is None
    assert message == f"turn is a number from -20 to 20; not {shown(typed)}"


@pytest.mark.parametrize(
    ("typed", "kind"), [("[15]", "a list"), ("{a: 1}", "a group of fields"), ("''", "''")]
)
def test_a_number_of_another_shape_is_named_by_its_shape(typed: str, kind: str) -> None:
    _, message = complaint(f"sets: ¦{typed}", lambda f: f.whole("sets", (1, 20)))
    assert message == f"sets is a whole number from 1 to 20; not {kind}"


def test_a_tempo_is_a_list_of_times() -> None:
    tempo = value("tempo: [3, 1 s, '0:02']", lambda fields: fields.durations("tempo", (1, 60), 4))
    assert tempo == (3, 1, 2)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("tempo: ¦3", "tempo is a list, written [one, two] or with dashes"),
        ("tempo: ¦[]", "tempo has 1 to 4 parts, not 0"),
        ("tempo: [¦0]", "a part of tempo is 1 to 60 seconds; not '0'"),
        ("tempo: [¦[3, 3]]", "a part of tempo is 1 to 60 seconds; not a list"),
    ],
)
def test_a_bad_tempo_is_none(typed: str, message: str) -> None:
    found = complaint(typed, lambda fields: fields.durations("tempo", (1, 60), 4))
    assert found == (None, message)


def test_the_good_parts_of_a_bad_tempo_stand_in_for_it() -> None:
    found, message = complaint("tempo: [2, ¦61]", lambda f: f.durations("tempo", (1, 60), 4))
    assert (found, message) == ((2,), "a part of tempo is 1 to 60 seconds; not '61'")


def test_a_tempo_has_a_most_of_parts() -> None:
    _, message = complaint("tempo: ¦[1, 1, 1, 1, 1]", lambda f: f.durations("tempo", (1, 60), 4))
    assert message == "tempo has 1 to 4 parts, not 5"


@pytest.mark.parametrize(
    "read",
    [
        lambda fields: fields.whole("x", LIMITS),
        lambda fields: fields.decimal("x", LIMITS),
        lambda fields: fields.duration("x", LIMITS),
        lambda fields: fields.span("x", LIMITS),
        lambda fields: fields.duration_span("x", LIMITS),
        lambda fields: fields.durations("x", LIMITS, 4),
        lambda fields: fields.choice("x", Colour),
    ],
)
def test_a_value_that_is_not_given_is_none(read: Callable[[Fields], object]) -> None:
    assert value("{}", read) is None


# Mappings


def test_a_field_that_is_needed_is_asked_for_at_the_mapping() -> None:
    found, message = complaint("¦size: 3", lambda fields: fields.take("name", required=True))
    assert (found, message) == (None, "a thing needs the field 'name'")


@pytest.mark.parametrize(("typed", "kind"), [("¦- a", "a list"), ("¦plain", "'plain'")])
def test_what_is_no_mapping_is_complained_about_once(typed: str, kind: str) -> None:
    found, message = complaint(typed, lambda fields: fields.text("name", 9, required=True))
    assert (found, message) == ("", f"a thing is a list of fields such as 'name: ...', not {kind}")


def test_a_field_that_nobody_asked_for_is_complained_about_at_its_name() -> None:
    text, places = unmarked("name: a\n¦nmae: b\n¦weight: c\n")
    fields, report = fields_of(text)
    fields.text("name", 9)
    fields.text("size", 9)
    fields.end()
    assert report.problems == [
        Problem(SOURCE, *places[0], "a thing has no field 'nmae'; did you mean 'name'?"),
        Problem(SOURCE, *places[1], "a thing has no field 'weight'; known are name, size"),
    ]


def test_a_complaint_about_a_field_stands_at_its_value_or_else_at_the_mapping() -> None:
    fields, report = fields_of("a: 1\nb: 2\n")
    fields.complain("b", "too small")
    fields.complain("c", "missing")
    assert report.problems == [
        Problem(SOURCE, 2, 4, "too small"),
        Problem(SOURCE, 1, 1, "missing"),
    ]


def test_a_mapping_knows_what_it_has() -> None:
    fields, _ = fields_of("a: 1\n")
    assert fields.has("a")
    assert not fields.has("b")


def test_a_report_refuses_with_all_problems_in_the_order_of_the_file() -> None:
    report = Report(SOURCE)
    report.raise_if_any()
    report.add(Text("x", 9, 1), "second")
    report.add(Text("x", 2, 8), "first")
    with pytest.raises(InputRefusedError) as caught:
        report.raise_if_any()
    assert [problem.message for problem in caught.value.problems] == ["first", "second"]


# Words about values


def test_a_long_value_is_cut_in_a_message() -> None:
    assert shown("a" * 40) == repr("a" * 40)
    assert shown("a" * 41) == repr("a" * 39 + "…")


def test_a_word_that_is_close_is_suggested() -> None:
    assert closest("brige", ["plank", "bridge"]) == "; did you mean 'bridge'?"
    assert closest("xyz", ["plank", "bridge"]) == ""


def test_nodes_have_names() -> None:
    assert kind_of(Mapping((), 1, 1)) == "a group of fields"
    assert kind_of(Listing((), 1, 1)) == "a list"
    assert kind_of(Text("no", 1, 1)) == "'no'"


@pytest.mark.parametrize("name", ["ab", "a1", "1a", "cat-cow", "a--b", "a" * 64])
def test_these_are_ids(name: str) -> None:
    assert ID_PATTERN.fullmatch(name)


@pytest.mark.parametrize("name", ["", "a", "-a", "a-", "A1", "cat_cow", "cat cow", "é1", "a" * 65])
def test_these_are_no_ids(name: str) -> None:
    assert not ID_PATTERN.fullmatch(name)
