"""The YAML parser's complaints in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml
    from yaml._yaml import Mark as FastMark

# The first fragment found in "context: problem" says what went wrong;
# "opening" tells it from where the thing was begun, not from where the parser gave up.

NO_SUCH_ESCAPE = "no such escape; write '\\\\' for a '\\', or use single quotes"
_WORDING = (
    ("cannot start any token", "here", "text cannot begin with this character; quote it"),
    ("quoted scalar: found unexpected", "opening", "this quote is never closed"),
    ("quoted scalar", "here", NO_SUCH_ESCAPE),
    ("an alias", "opening", "text that begins with '*' has to be in quotes"),
    ("an anchor", "opening", "text that begins with '&' has to be in quotes"),
    ("tag", "opening", "text that begins with '!' has to be in quotes"),
    ("block scalar", "here", "only '+', '-' or a digit from 1 to 9 may follow '|' or '>'"),
    ("a simple key", "opening", "a colon and a space are missing after this"),
    ("mapping values", "here", "this colon does not fit; check this line and the one above"),
    ("mapping keys", "here", "a '?' cannot stand here; quote it"),
    ("sequence entries", "here", "a list item cannot begin here; put it on a line of its own"),
    ("unexpected ':'", "here", "a space is missing after this colon"),
    ("flow sequence", "opening", "this '[' is not closed, or a comma is missing behind it"),
    ("flow mapping", "opening", "this '{' is not closed, or a comma is missing behind it"),
    ("node content", "here", "a value or a closing bracket is missing here"),
    ("block collection", "here", "this does not go on with the list above; check the indentation"),
    ("block mapping", "here", "this does not fit what is above; check indentation and quotes"),
    ("document start", "here", "nothing may follow the end of the document ('...')"),
    ("", "here", "this is not valid YAML"),
)


def reword(error: yaml.MarkedYAMLError) -> tuple[int, int, str]:
    """Line, column and one plain sentence for an error of the parser."""
    said = f"{error.context}: {error.problem}"
    where, message = next(entry[1:] for entry in _WORDING if entry[0] in said)
    mark = (error.context_mark if where == "opening" else None) or error.problem_mark
    return *place_of(mark), message


def place_of(mark: yaml.Mark | FastMark | None) -> tuple[int, int]:
    """Line and column from 1; both 0 where the parser does not know."""
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
