from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from backcare.core.errors import InputRefusedError, Problem
from backcare.store.findings import MAX_PROBLEMS
from backcare.store.safe_file import MAX_USER_BYTES
from backcare.store.yaml_reader import (
    FAST_LOADER,
    MAX_NODES,
    PURE_LOADER,
    Listing,
    Mapping,
    Text,
    parse_tree,
    read_tree,
)

if TYPE_CHECKING:
    from pathlib import Path

    from backcare.store.yaml_reader import LoaderClass


def problems_of(
    text: str, *, max_bytes: int = MAX_USER_BYTES, max_nodes: int = MAX_NODES
) -> list[str]:
    with pytest.raises(InputRefusedError) as caught:
        parse_tree(text.encode(), "f.yaml", max_bytes=max_bytes, max_nodes=max_nodes)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize("loader", [FAST_LOADER, PURE_LOADER])
def test_a_file_becomes_a_tree_with_positions(loader: LoaderClass) -> None:
    data = b"a: 1\nb:\n  - x\n  - {c: 'no', d: e}\n"
    second = Mapping(
        (
            (Text("c", 4, 6), Text("no", 4, 9, quoted=True)),
            (Text("d", 4, 15), Text("e", 4, 18)),
        ),
        4,
        5,
    )
    assert parse_tree(data, "f", loader=loader) == Mapping(
        (
            (Text("a", 1, 1), Text("1", 1, 4)),
            (Text("b", 2, 1), Listing((Text("x", 3, 5), second), 3, 3)),
        ),
        1,
        1,
    )


def test_libyaml_is_used_where_it_is_built_in() -> None:
    assert FAST_LOADER.__name__ == "CSafeLoader"


@pytest.mark.parametrize(
    "value", ["no", "1:30", "010", ".inf", "2024-13-01", "~", "null", "1e3", "9" * 5000, "yes"]
)
def test_values_stay_as_they_were_typed(value: str) -> None:
    assert parse_tree(f"- {value}\n".encode(), "f") == Listing((Text(value, 1, 3),), 1, 1)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("'it''s'", "it's"),
        (r'"\u00e9\n"', "é\n"),
        ("|\n  x\n  y\n", "x\ny\n"),
        (">-\n  x\n  y\n", "x y"),
    ],
)
def test_quotes_and_blocks_are_told_from_plain_text(typed: str, value: str) -> None:
    assert parse_tree(f"- {typed}\n".encode(), "f") == Listing(
        (Text(value, 1, 3, quoted=True),), 1, 1
    )


def test_columns_count_characters_not_bytes() -> None:
    assert parse_tree("é🐈: ü\n".encode(), "f") == Mapping(
        ((Text("é🐈", 1, 1), Text("ü", 1, 5)),), 1, 1
    )


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_read_alike(codec: str) -> None:
    assert parse_tree("é: –\n".encode(codec), "f") == Mapping(
        ((Text("é", 1, 1), Text("–", 1, 4)),), 1, 1
    )


def test_a_tab_that_does_not_indent_is_a_space() -> None:
    assert parse_tree(b"a:\tx\ty\t# z\n\t\n", "f") == Mapping(
        ((Text("a", 1, 1), Text("x y", 1, 4)),), 1, 1
    )


def test_independent_problems_are_told_together_in_order() -> None:
    text = "a: 1\na: 2\nb: &x 1\nc:\n\td: 1\n'': !t y\ne: 1\ne: \u202e\nf: \"\\a\"\n%x\n"
    assert problems_of(text) == [
        "f.yaml:2:1: 'a' is already given in line 1; keep one of them",
        "f.yaml:3:4: an anchor (&name) is not used here; take it out, or quote the text",
        "f.yaml:5:1: this line is indented with a tab; indent with spaces",
        "f.yaml:6:1: a name is missing before the colon",
        "f.yaml:6:5: a tag (!name) is not used here; take it out, or quote the text",
        "f.yaml:8:1: 'e' is already given in line 7; keep one of them",
        "f.yaml:8:4: U+202E changes the direction of text and can disguise it; take it out",
        "f.yaml:9:4: the invisible character U+0007 cannot stand in text; take it out",
        "f.yaml:10:1: a line cannot begin with '%' (YAML directives are not used); "
        "indent or quote it",
    ]


def test_a_syntax_error_is_told_beside_what_was_found_before_it() -> None:
    assert problems_of("a: 1\na: \u202e\nb: [1\n") == [
        "f.yaml:2:1: 'a' is already given in line 1; keep one of them",
        "f.yaml:2:4: U+202E changes the direction of text and can disguise it; take it out",
        "f.yaml:3:4: this '[' is not closed, or a comma is missing behind it",
    ]


@pytest.mark.parametrize(
    "text", ["a:\n  b: 1\n\tc: 2\n", "a:\n  b:\n    - x\n\tc: 2\n", "a: 1\x85b: 2\n"]
)
def test_a_syntax_error_that_bad_spacing_explains_is_left_out(text: str) -> None:
    (problem,) = problems_of(text)
    assert "tab" in problem or "line break" in problem


def test_a_directive_does_not_hide_what_comes_after_it() -> None:
    assert problems_of("%TAG\n---\na: 1\na: 2\n") == [
        "f.yaml:1:1: a line cannot begin with '%' (YAML directives are not used); "
        "indent or quote it",
        "f.yaml:4:1: 'a' is already given in line 3; keep one of them",
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r", "\r\n"])
def test_positions_are_right_whatever_ends_the_lines(line_end: str) -> None:
    text = line_end.join(["a: 1", "b: \x01", "", "a: \x02 \x03", ""])
    places = [problem.split(" ")[0] for problem in problems_of(text)]
    assert places == ["f.yaml:2:4:", "f.yaml:4:1:", "f.yaml:4:4:", "f.yaml:4:6:"]


def test_all_problems_are_listed_up_to_the_cap() -> None:
    assert len(problems_of("- &a\n" * MAX_PROBLEMS)) == MAX_PROBLEMS


@pytest.mark.parametrize("text", ["- &a\n", "- \x01\n"])
def test_beyond_the_cap_the_last_line_says_that_there_are_more(text: str) -> None:
    problems = problems_of(text * (MAX_PROBLEMS + 1))
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-2].startswith(f"f.yaml:{MAX_PROBLEMS}:3: ")
    more = f"there are more problems than these {MAX_PROBLEMS}"
    assert problems[-1] == f"f.yaml:{MAX_PROBLEMS}:3: {more}"


def test_the_first_problems_are_kept_when_there_are_too_many() -> None:
    problems = problems_of("- &a\n" * 40 + "- \x01\n" * 40)
    assert problems[0].startswith("f.yaml:1:3: an anchor")
    assert problems[40].startswith("f.yaml:41:3: the invisible character")


def test_a_long_key_is_shortened_and_made_visible() -> None:
    (problem,) = problems_of('"k\\n{0}": 1\n"k\\n{0}": 1\n'.format("x" * 60))
    assert problem.startswith("f.yaml:2:1: 'k\\n" + "x" * 38 + "'… is already given in line 1")


def test_a_merge_sign_in_quotes_is_a_key_like_any_other() -> None:
    assert problems_of("'<<': 1\n'<<': 2\n<<: 3\n") == [
        "f.yaml:2:1: '<<' is already given in line 1; keep one of them",
        "f.yaml:3:1: '<<' (merge) is not used here; write the lines out",
    ]


def test_the_caps_can_be_set() -> None:
    assert problems_of("a: 1\n", max_bytes=4) == [
        "f.yaml: the file is over 0.00390625 KB, the most that is read"
    ]
    assert problems_of("- a\n- b\n", max_nodes=2) == [
        "f.yaml:2:3: there are more than 2 keys and values; split the file"
    ]
    tree = parse_tree(b"- a\n- b\n", "f", max_nodes=3, max_bytes=8)
    assert tree == Listing((Text("a", 1, 3), Text("b", 2, 3)), 1, 1)


@pytest.mark.parametrize("opening", ["[", "{", "{? ", "- ", "? ", "[{a: "])
def test_a_million_levels_do_not_kill_the_interpreter(opening: str) -> None:
    (problem, *_) = problems_of(opening * 1_000_000, max_bytes=10_000_000)
    assert "nested" in problem or "plain text" in problem


def test_the_pure_parser_is_taken_where_libyaml_is_missing() -> None:
    code = (
        "import yaml; del yaml.CSafeLoader\n"
        "from backcare.store import yaml_reader as r\n"
        "print(r.FAST_LOADER.__name__, r.parse_tree(b'a', 'f').value)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "SafeLoader a\n"


# Files.


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "mine é.yaml"
    path.write_bytes(b"a: 1\n")
    expected = Mapping(((Text("a", 1, 1), Text("1", 1, 4)),), 1, 1)
    assert read_tree(str(path)) == expected
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    assert read_tree(str(link)) == expected


def test_what_is_in_a_file_is_reported_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"a: 1\na: 2\n")
    with pytest.raises(InputRefusedError) as caught:
        read_tree(str(path))
    message = "'a' is already given in line 1; keep one of them"
    assert caught.value.problems == (Problem(str(path), 2, 1, message),)


def test_the_limits_reach_the_parser(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"- a\n- b\n")
    tree = read_tree(str(path), max_bytes=8, max_nodes=3)
    assert tree == Listing((Text("a", 1, 3), Text("b", 2, 3)), 1, 1)
    for limits in ({"max_bytes": 7}, {"max_nodes": 2}):
        with pytest.raises(InputRefusedError, match=r"is over|more than 2 keys"):
            read_tree(str(path), **limits)


def test_a_larger_file_is_read_whole_where_it_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(b"x" * (MAX_USER_BYTES + 99))
    tree = read_tree(str(path), max_bytes=2 * MAX_USER_BYTES)
    assert tree == Text("x" * (MAX_USER_BYTES + 99), 1, 1)
