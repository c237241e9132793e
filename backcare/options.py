"""What the command line takes, and what it says about itself."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from backcare import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

SLOWEST, FASTEST = 0.1, 1000.0
LEVELS = ("gentle", "as-written")
SIDES = ("left", "right")
CAMERAS = ("side", "front", "three-quarter", "feet", "top")
THEMES = ("light", "dark", "high-contrast")
SMALLEST, LARGEST = 16, 8192
"""Pixels of a picture's edge."""

PICTURES = (".png", ".svg")


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line says; `command` is its word, empty for the window.

    Raises:
        SystemExit: it was wrong, and that has been told, or it asked for help or the version.
    """
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--data", metavar="DIR", default=argparse.SUPPRESS, help="keep everything in this folder"
    )
    common.add_argument(
        "--version", action="version", version=f"backcare {__version__}", help="say the version"
    )
    parser = argparse.ArgumentParser(
        prog="backcare",
        description="Guides a person with a sore back through a timed exercise session.",
        epilog="Without a command the window opens.",
        parents=[common],
    )
    # Qt's own name for it: what every window program understands.
    parser.add_argument("-reverse", action="store_true", help=argparse.SUPPRESS)
    parser.set_defaults(command="")
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_start(commands, common)

    listing = commands.add_parser("list", help="exercises and routines", parents=[common])
    listing.add_argument("--json", action="store_true", help="one JSON object")
    _add_level(listing)
    listing.set_defaults(command="list")

    plan = commands.add_parser("plan", help="the phases of a routine", parents=[common])
    plan.add_argument("routine", metavar="ROUTINE")
    plan.add_argument("--json", action="store_true", help="one JSON object")
    _add_level(plan)
    plan.set_defaults(command="plan")

    check = commands.add_parser(
        "check", help="look for mistakes in files of exercises", parents=[common]
    )
    check.add_argument("files", metavar="FILE", nargs="+")
    check.set_defaults(command="check")
    _add_draw(commands, common)
    return parser


def _add_start(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    start = commands.add_parser("start", help="straight into a session", parents=[common])
    start.add_argument("routine", metavar="ROUTINE")
    _add_level(start)
    start.add_argument("--terminal", action="store_true", help="follow it without a window")
    start.add_argument(
        "--speed",
        type=_speed,
        default=1.0,
        metavar="N",
        help="play it N times faster, as a preview that is never recorded",
    )
    start.add_argument("--event-log", metavar="FILE", help="write one JSON object per event")
    start.set_defaults(command="start")


def _add_draw(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    draw = commands.add_parser("draw", help="the picture of an exercise", parents=[common])
    draw.add_argument("exercise", metavar="EXERCISE")
    draw.add_argument(
        "--pose",
        default="hold",
        metavar="start|hold|NAME",
        help="hold (the default), start, second, easier or the id of one of its poses",
    )
    draw.add_argument("--side", choices=SIDES, help="the side that works")
    draw.add_argument("--camera", choices=CAMERAS, default="", help="from where it is seen")
    draw.add_argument(
        "--size",
        type=_size,
        default=(900, 600),
        metavar="WxH",
        help="its width and height in pixels, 900x600 unless told",
    )
    draw.add_argument("--theme", choices=THEMES, default="light", help="the colours")
    draw.add_argument("--transparent", action="store_true", help="nothing behind the figure")
    draw.add_argument(
        "-o",
        "--output",
        type=_picture_file,
        required=True,
        metavar="FILE.png|.svg",
        help="where to; its end tells the kind",
    )
    draw.set_defaults(command="draw")


def _add_level(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--level", choices=LEVELS, help="which dose is used")


def _speed(text: str) -> float:
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if not SLOWEST <= speed <= FASTEST:
        message = f"a speed is a number from {SLOWEST:g} to {FASTEST:g}, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return speed


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    edges = [int(edge) for edge in (width, height) if edge.isascii() and edge.isdecimal()]
    if not cross or len(edges) != 2 or not all(SMALLEST <= edge <= LARGEST for edge in edges):  # noqa: PLR2004 - width and height
        message = f"a size is like 900x600, each from {SMALLEST} to {LARGEST}, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return edges[0], edges[1]


def _picture_file(text: str) -> str:
    if not text.lower().endswith(PICTURES):
        message = f"a picture ends in {' or '.join(PICTURES)}, not {text!r}"
        raise argparse.ArgumentTypeError(message)
    return text
