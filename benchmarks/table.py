"""The arithmetic of the measurements, and the table that they end in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

AT_MOST = "\N{LESS-THAN OR EQUAL TO}"
HEADINGS = ("what", "measured", "against", "reference", "ratio", "goal", "reached")


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with the smallest and the largest of what was measured."""

    median: float
    low: float
    high: float

    def text(self, unit: str, digits: int) -> str:
        """As the table shows it: "143.2 ms (139.0-151.8)"."""
        space = " " if unit else ""
        return (
            f"{self.median:.{digits}f}{space}{unit} "
            f"({self.low:.{digits}f}\N{EN DASH}{self.high:.{digits}f})"
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `reached` is None where nothing could be judged."""

    what: str
    measured: str
    against: str = ""
    reference: str = ""
    ratio: str = ""
    goal: str = ""
    reached: bool | None = None

    def cells(self) -> tuple[str, ...]:
        """The line's texts, in the order of HEADINGS."""
        judged = {True: "yes", False: "**no**", None: "\N{EN DASH}"}[self.reached]
        return (
            self.what,
            self.measured,
            self.against,
            self.reference,
            self.ratio,
            self.goal,
            judged,
        )


@dataclass(frozen=True, slots=True)
class Pairs:
    """The same thing measured in turn: here, then its reference, and so on."""

    here: Sequence[float]
    reference: Sequence[float]

    def ratio(self) -> Spread:
        """The ratio of the medians, between the smallest and largest of one pair."""
        each = [one / other for one, other in zip(self.here, self.reference, strict=True)]
        return Spread(median(self.here) / median(self.reference), min(each), max(each))

    def row(self, what: str, against: str, unit: str, *, at_most: float, digits: int = 1) -> Row:
        """The table's line; `at_most` is the goal for the ratio."""
        ratio = self.ratio()
        return Row(
            what,
            spread(self.here).text(unit, digits),
            against,
            spread(self.reference).text(unit, digits),
            ratio.text("", 2),
            f"{AT_MOST} {at_most:g}\N{MULTIPLICATION SIGN}",
            ratio.median <= at_most,
        )


def spread(values: Sequence[float]) -> Spread:
    """Median, smallest and largest."""
    return Spread(median(values), min(values), max(values))


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that at least `percent` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)]


def row_within(what: str, values: Sequence[float], unit: str, *, at_most: float) -> Row:
    """A line whose goal is a bound of its own, held by the median."""
    found = spread(values)
    goal = f"{AT_MOST} {at_most:g} {unit}"
    return Row(what, found.text(unit, 1), goal=goal, reached=found.median <= at_most)


def row_skipped(what: str, reason: str) -> Row:
    """A line that says why there is nothing to say."""
    return Row(what, f"not measured: {reason}")


def markdown(rows: Iterable[Row]) -> str:
    """The table."""
    lines = [HEADINGS, ("---",) * len(HEADINGS), *(row.cells() for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)
