"""The errors that backcare raises on purpose."""

from __future__ import annotations

from dataclasses import dataclass


class BackcareError(Exception):
    """Something a person can be told about in one sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one place of an input.

    `line` and `column` count from 1; both are 0 where the trouble is with the
    file as a whole (it is missing, too large, not text).
    """

    source: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        if self.line == 0:
            return f"{self.source}: {self.message}"
        return f"{self.source}:{self.line}:{self.column}: {self.message}"


class InputRefusedError(BackcareError):
    """An input was not accepted; `problems` lists everything that is wrong with it."""

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        if not problems:
            message = "an input is refused for at least one problem"
            raise ValueError(message)
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
