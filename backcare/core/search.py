"""Finding exercises by a few typed letters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backcare.core.exercise import Exercise
    from backcare.core.words import Words

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
