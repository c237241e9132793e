"""The problems of one input on its way to being refused."""

from __future__ import annotations

from typing import NoReturn

from backcare.core.errors import InputRefusedError, Problem

MAX_PROBLEMS = 50


class Findings:
    """Collects the problems of one input, and raises them together."""

    def __init__(self, source: str) -> None:
        """Nothing is wrong with `source` yet."""
        self._source = source
        self.problems: list[Problem] = []

    def add(self, line: int, column: int, message: str) -> None:
        """Note a problem and go on."""
        self.problems.append(Problem(self._source, line, column, message))

    def stop(self, line: int, column: int, message: str) -> NoReturn:
        """Refuse the input at once, with this problem and all that were noted."""
        problem = Problem(self._source, line, column, message)
        raise InputRefusedError(self._listed([*self.problems, problem])) from None

    def check(self) -> None:
        """Refuse the input when anything was noted."""
        if self.problems:
            raise InputRefusedError(self._listed(self.problems))

    def _listed(self, problems: list[Problem]) -> list[Problem]:
        listed = sorted(problems)
        if len(listed) <= MAX_PROBLEMS:
            return listed
        last = listed[MAX_PROBLEMS - 1]
        more = f"there are more problems than these {MAX_PROBLEMS}"
        return [*listed[:MAX_PROBLEMS], Problem(self._source, last.line, last.column, more)]
