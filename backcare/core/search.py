"""Finding exercises by a few typed letters and a few chosen properties."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backcare.core.exercise import Aim, Position, Sides

if TYPE_CHECKING:
    from collections.abc import Iterable

    from backcare.core.exercise import Exercise
    from backcare.core.words import Words

TIMES = (60, 120, 300, 600)
"""Seconds of which "at most" may be chosen."""

_SAME = str.maketrans({"-": " ", "\u2010": " ", "\u2011": " ", "\u2019": "'"})
"""Hyphens part words, and a typographic apostrophe is one."""


def folded(text: str) -> str:
    """`text` as it is compared: small letters, no accents, no hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (letter for letter in plain if not unicodedata.combining(letter))
    return " ".join("".join(kept).translate(_SAME).split())


def search_text(exercise: Exercise, words: Words) -> str:
    """All that an exercise can be found by, folded."""
    parts = [
        exercise.name,
        exercise.id,
        *exercise.aliases,
        *exercise.muscles,
        words.position(exercise.position),
        *(words.aim(aim) for aim in exercise.aims),
    ]
    return folded(" ".join(parts))


def wanted_words(query: str) -> tuple[str, ...]:
    """The words of what somebody typed, folded."""
    return tuple(folded(query).split())


def has_all(haystack: str, words: tuple[str, ...]) -> bool:
    """Whether each of `words` stands somewhere in a text made by `search_text`."""
    return all(word in haystack for word in words)


def matches(haystack: str, query: str) -> bool:
    """Whether every word of `query` stands somewhere in a text made by `search_text`."""
    return has_all(haystack, wanted_words(query))


@dataclass(frozen=True, slots=True)
class AtMost:
    """A choice: exercises that take no longer."""

    seconds: int


Choice = Position | Aim | Sides | AtMost
"""One property to filter by."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What an exercise is found by.

    Attributes:
        text: what letters are looked for in, as `search_text` makes it.
        seconds: how long it takes at its dose, getting ready included.
    """

    text: str = ""
    position: Position = Position.SUPINE
    aims: tuple[Aim, ...] = ()
    sides: Sides = Sides.NONE
    seconds: int = 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for. Of each property any of the chosen ones will do.

    Attributes:
        words: each must occur.
        positions, aims, sides: an empty set lets all through.
        most_seconds: 0 lets all through.
    """

    words: tuple[str, ...] = ()
    positions: frozenset[Position] = frozenset()
    aims: frozenset[Aim] = frozenset()
    sides: frozenset[Sides] = frozenset()
    most_seconds: int = 0

    def fits(self, traits: Traits) -> bool:
        """Whether this is wanted."""
        return (
            (not self.positions or traits.position in self.positions)
            and (not self.sides or traits.sides in self.sides)
            and (not self.aims or not self.aims.isdisjoint(traits.aims))
            and (not self.most_seconds or traits.seconds <= self.most_seconds)
            and has_all(traits.text, self.words)
        )


EVERYTHING = Wanted()


def wanted(query: str, choices: Iterable[Choice] = ()) -> Wanted:
    """What is wanted by typed letters and chosen properties; of several times the longest."""
    chosen = tuple(choices)
    return Wanted(
        wanted_words(query),
        frozenset(choice for choice in chosen if isinstance(choice, Position)),
        frozenset(choice for choice in chosen if isinstance(choice, Aim)),
        frozenset(choice for choice in chosen if isinstance(choice, Sides)),
        max((choice.seconds for choice in chosen if isinstance(choice, AtMost)), default=0),
    )


def offered(exercises: Iterable[Traits]) -> tuple[tuple[Choice, ...], ...]:
    """The choices that tell some of `exercises` from the others, property by property."""
    known = tuple(exercises)
    positions = {traits.position for traits in known}
    aims = {aim for traits in known for aim in traits.aims}
    sides = {traits.sides for traits in known}
    times = [AtMost(t) for t in TIMES if 0 < sum(each.seconds <= t for each in known) < len(known)]
    groups: tuple[tuple[Choice, ...], ...] = (
        _if_several(tuple(each for each in Position if each in positions)),
        _if_several(tuple(each for each in Aim if each in aims)),
        _if_several(tuple(each for each in Sides if each in sides)),
        tuple(times),
    )
    return tuple(group for group in groups if group)


def _if_several(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return choices if len(choices) > 1 else ()
