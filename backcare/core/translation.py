"""How pure modules name texts that are translated where they are shown."""

from __future__ import annotations

from collections.abc import Callable

Translator = Callable[[str, str], str]
"""Takes a context and an English text; gives the text in the person's language."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - lupdate knows this name
    """`text` itself; the call marks it for the collector of translatable texts."""
    del context
    return text


def in_english(context: str, text: str) -> str:
    """The translator of a program without translations."""
    del context
    return text
