from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.core.errors import InputRefusedError, Problem
from backcare.store.findings import MAX_PROBLEMS
from backcare.store.yaml_reader import (
    FAST_LOADER,
    MAX_DEPTH,
    PURE_LOADER,
    Listing,
    Mapping,
    Node,
    Text,
    parse_tree,
)
from tests.faults.hostile import REALISTIC, TOKENS, Case, cases, mutants

if TYPE_CHECKING:
    from backcare.store.yaml_reader import LoaderClass

CASES = cases()
LOADERS = (FAST_LOADER, PURE_LOADER)
SOURCE = "some/file.yaml"
FORBIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def outcome(data: bytes, loader: LoaderClass = FAST_LOADER) -> Node | tuple[Problem, ...]:
    """The tree or the problems, after a look at whether they are sound."""
    try:
        tree = parse_tree(data, SOURCE, loader=loader)
    except InputRefusedError as error:
        check_problems(error.problems, data)
        return error.problems
    check_tree(tree, lines_of(data))
    return tree


def check_problems(problems: tuple[Problem, ...], data: bytes) -> None:
    assert len(problems) <= MAX_PROBLEMS + 1
    places = [(problem.line, problem.column) for problem in problems]
    assert places == sorted(places)
    for problem in problems:
        assert problem.source == SOURCE
        assert 0 <= problem.line <= len(re.findall(rb"[\r\n\x85]|\xe2\x80[\xa8\xa9]", data)) + 2
        assert (problem.line == 0) == (problem.column == 0)
        assert problem.message.isprintable()
        assert 10 < len(problem.message) < 120


def lines_of(data: bytes) -> list[str]:
    codec = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    return re.split("\r\n|\r|\n", data.decode(codec))


def check_tree(node: Node, lines: list[str], depth: int = 1) -> None:
    """Every value is where it says, and nothing that is refused came through."""
    if isinstance(node, Text):
        assert not FORBIDDEN.search(node.value)
        assert node.line >= 1
        assert node.column >= 1
        if node.value and not node.quoted:
            written = lines[node.line - 1][node.column - 1 :].replace("\t", " ")
            assert written.startswith(re.split("[ \n]", node.value)[0])
        return
    assert depth <= MAX_DEPTH
    if isinstance(node, Listing):
        for item in node.items:
            check_tree(item, lines, depth + 1)
        return
    keys = [key.value for key, _ in node.entries]
    assert len(set(keys)) == len(keys)
    assert all(key.strip() for key in keys)
    for key, value in node.entries:
        check_tree(key, lines, depth + 1)
        check_tree(value, lines, depth + 1)


def test_the_corpus_is_large_and_its_names_tell_the_cases_apart() -> None:
    assert len(CASES) >= 200
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_hostile_file_gets_its_verdict(case: Case, loader: LoaderClass) -> None:
    found = outcome(case.data, loader)
    if case.message is None:
        assert not isinstance(found, tuple)
    else:
        assert isinstance(found, tuple)
        fitting = [problem for problem in found if case.message in problem.message]
        assert case.line in {problem.line for problem in fitting}, found


def test_a_good_file_is_read() -> None:
    tree = outcome(REALISTIC.encode())
    assert isinstance(tree, Mapping)
    assert [key.value for key, _ in tree.entries] == ["exercises", "routines"]
    assert tree == outcome(REALISTIC.encode(), PURE_LOADER)


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_is_read_or_refused_whichever_parser_reads_it(seed: int) -> None:
    verdicts = set()
    for data in mutants(100, seed):
        is_refused = isinstance(outcome(data), tuple)
        assert isinstance(outcome(data, PURE_LOADER), tuple) == is_refused, data
        verdicts.add(is_refused)
    assert verdicts == {True, False}


@pytest.mark.parametrize("loader", LOADERS)
def test_a_file_may_end_anywhere(loader: LoaderClass) -> None:
    data = REALISTIC.encode()
    for end in range(0, len(data), 3):
        outcome(data[:end], loader)


@pytest.mark.parametrize("loader", LOADERS)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes, loader: LoaderClass) -> None:
    outcome(data, loader)


@pytest.mark.parametrize("loader", LOADERS)
@given(text=st.text(max_size=100), mark=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_is_read_or_refused(text: str, mark: str, loader: LoaderClass) -> None:
    outcome(text.encode(mark, "surrogatepass"), loader)


@pytest.mark.parametrize("loader", LOADERS)
@given(parts=st.lists(st.sampled_from((*TOKENS, b"a", b"b ", b"\n  "))))
def test_any_heap_of_yaml_signs_is_read_or_refused(parts: list[bytes], loader: LoaderClass) -> None:
    outcome(b"".join(parts), loader)


@given(
    st.recursive(
        st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1),
        lambda inner: st.lists(inner, max_size=4),
        max_leaves=20,
    )
)
def test_what_was_written_is_what_is_read(written: str | list[object]) -> None:
    def typed(node: object) -> str:
        return f"[{', '.join(map(typed, node))}]" if isinstance(node, list) else f"'{node}'"

    def read(node: Node) -> object:
        if isinstance(node, Listing):
            return [read(item) for item in node.items]
        assert isinstance(node, Text)
        return node.value

    for loader in LOADERS:
        tree = parse_tree(typed(written).encode(), SOURCE, loader=loader)
        assert read(tree) == written
