"""Problems name their place, and a refused input names all its problems."""

from __future__ import annotations

import pytest

from backcare.core.errors import BackcareError, InputRefusedError, Problem


def test_a_problem_names_source_line_and_column() -> None:
    problem = Problem("mine.yaml", 12, 7, "reps is at most 100")
    assert str(problem) == "mine.yaml:12:7: reps is at most 100"


def test_a_problem_with_the_whole_file_names_no_line() -> None:
    assert str(Problem("mine.yaml", 0, 0, "no such file")) == "mine.yaml: no such file"


def test_problems_sort_by_source_then_line_then_column() -> None:
    problems = [
        Problem("b.yaml", 10, 11, "first to be found"),
        Problem("b.yaml", 10, 2, "second"),
        Problem("b.yaml", 2, 30, "third"),
        Problem("a.yaml", 99, 1, "fourth"),
    ]
    assert sorted(problems) == problems[::-1]


def test_a_refused_input_lists_every_problem_one_to_a_line() -> None:
    first, second = Problem("a.yaml", 1, 2, "one"), Problem("a.yaml", 3, 4, "two")
    error = InputRefusedError([first, second])
    assert error.problems == (first, second)
    assert str(error) == "a.yaml:1:2: one\na.yaml:3:4: two"


def test_a_refused_input_is_something_a_person_can_be_told_about() -> None:
    assert issubclass(InputRefusedError, BackcareError)


@pytest.mark.parametrize("none", [[], ()])
def test_an_input_is_not_refused_without_a_problem(none: list[Problem] | tuple[()]) -> None:
    with pytest.raises(ValueError, match="at least one problem"):
        InputRefusedError(none)
