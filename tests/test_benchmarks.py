"""The arithmetic of the benchmarks; nothing here is timed."""

from __future__ import annotations

import pytest

from benchmarks.boundaries import lateness_ms
from benchmarks.table import (
    HEADINGS,
    Pairs,
    Row,
    Spread,
    markdown,
    percentile,
    row_skipped,
    row_within,
    spread,
)


def test_a_spread_is_the_median_between_the_extremes() -> None:
    assert spread([5.0, 1.0, 3.0, 100.0, 2.0]) == Spread(3.0, 1.0, 100.0)


def test_a_spread_is_written_with_its_unit_and_its_extremes() -> None:
    assert Spread(3.14159, 1.0, 100.0).text("ms", 1) == "3.1 ms (1.0\u2013100.0)"


def test_a_spread_without_a_unit_has_no_space_for_one() -> None:
    assert Spread(1.126, 1.0, 1.3).text("", 2) == "1.13 (1.00\u20131.30)"


def test_the_ratio_is_that_of_the_medians_and_its_spread_that_of_the_pairs() -> None:
    pairs = Pairs(here=[110.0, 130.0, 120.0], reference=[100.0, 100.0, 200.0])
    assert pairs.ratio() == Spread(1.2, 0.6, 1.3)


def test_pairs_belong_together() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Pairs([1.0, 2.0], [1.0]).ratio()


@pytest.mark.parametrize(
    ("percent", "expected"), [(0, 1.0), (50, 2.0), (51, 3.0), (99, 4.0), (100, 4.0)]
)
def test_a_percentile_is_one_of_the_values(percent: float, expected: float) -> None:
    assert percentile([4.0, 1.0, 3.0, 2.0], percent) == expected


@pytest.mark.parametrize(("at_most", "reached"), [(1.2, True), (1.19, False)])
def test_a_goal_is_held_by_the_ratio_of_the_medians(at_most: float, reached: bool) -> None:
    row = Pairs([120.0], [100.0]).row("start", "bare window", "ms", at_most=at_most)
    assert row.reached is reached
    assert row.goal == f"\u2264 {at_most:g}\u00d7"
    assert row.ratio == "1.20 (1.20\u20131.20)"
    assert (row.measured, row.reference) == (
        "120.0 ms (120.0\u2013120.0)",
        "100.0 ms (100.0\u2013100.0)",
    )


@pytest.mark.parametrize(("median", "reached"), [(16.0, True), (16.1, False)])
def test_a_bound_of_its_own_is_held_by_the_median(median: float, reached: bool) -> None:
    row = row_within("typing", [1.0, median, 99.0], "ms", at_most=16)
    assert row.reached is reached
    assert row.goal == "\u2264 16 ms"


def test_the_table_says_whether_a_goal_is_reached() -> None:
    judged = [Row("a", "1", reached=given).cells()[-1] for given in (True, False, None)]
    assert judged == ["yes", "**no**", "\u2013"]


def test_what_could_not_be_measured_stands_in_the_table_with_its_reason() -> None:
    row = row_skipped("start on X11", "there is no Xvfb here")
    assert row.measured == "not measured: there is no Xvfb here"
    assert row.reached is None


def test_the_table_is_markdown() -> None:
    lines = markdown(
        [Row("a", "1 ms", "b", "2 ms", "0.50", "\u2264 1\u00d7", reached=True)]
    ).splitlines()
    assert lines[0] == f"| {' | '.join(HEADINGS)} |"
    assert lines[1] == "| --- | --- | --- | --- | --- | --- | --- |"
    assert lines[2] == "| a | 1 ms | b | 2 ms | 0.50 | \u2264 1\u00d7 | yes |"


def test_only_boundaries_between_phases_are_late() -> None:
    log: list[dict[str, float | str]] = [
        {"t": 10.0, "due": 9.0, "event": "phase", "phase": 0},
        {"t": 11.5, "due": 11.0, "event": "second", "phase": 0},
        {"t": 20.25, "due": 20.0, "event": "phase", "phase": 1},
        {"t": 30.5, "due": 30.0, "event": "phase", "phase": 2},
    ]
    assert lateness_ms(log) == [250.0, 500.0]
