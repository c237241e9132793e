"""The command line. Everything heavy is imported when its command runs."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from backcare import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from backcare.core.plan import Plan
    from backcare.core.routine import Level
    from backcare.core.settings import Preferences
    from backcare.paths import UserFolders
    from backcare.store.library import Library, StrictReading

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
SLOWEST, FASTEST = 0.1, 1000.0
LEVELS = ("gentle", "as-written")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    _never_fail_at_printing()
    try:
        try:
            options = _parser().parse_args(arguments)
            code = int(options.run(options))
        finally:
            # Not left to Python's own end, which complains where nobody reads; --help
            # ends by an exception.
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader has gone away, as `head` does.
        _stop_printing()
        return DONE
    except OSError as error:
        _say(f"backcare: {error.strerror or error}")
        _stop_printing()
        return REFUSED
    return code


def _stop_printing() -> None:
    """Keep Python from complaining at exit about what nobody can take."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _never_fail_at_printing() -> None:
    """A name that the terminal cannot show is no reason to fail."""
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115 - open until the end
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


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
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_start(commands, common)

    listing = commands.add_parser("list", help="exercises and routines", parents=[common])
    listing.add_argument("--json", action="store_true", help="one JSON object")
    _add_level(listing)
    listing.set_defaults(run=_list)

    plan = commands.add_parser("plan", help="the phases of a routine", parents=[common])
    plan.add_argument("routine", metavar="ROUTINE")
    plan.add_argument("--json", action="store_true", help="one JSON object")
    _add_level(plan)
    plan.set_defaults(run=_plan)

    check = commands.add_parser(
        "check", help="look for mistakes in files of exercises", parents=[common]
    )
    check.add_argument("files", metavar="FILE", nargs="+")
    check.set_defaults(run=_check)
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
    start.set_defaults(run=_start)


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


# Commands


def _list(options: argparse.Namespace) -> int:
    from backcare.core.routine import Level

    library, preferences = _open(options)
    # Without --level this tells what a newcomer gets.
    level = _level(options) or Level.GENTLE
    if options.json:
        from backcare.core.contract import catalogue_as_json

        _print_json(catalogue_as_json(library.catalogue, preferences, level))
    else:
        from backcare.core.listing import catalogue_as_text

        _print(catalogue_as_text(library.catalogue, preferences, level))
    return DONE


def _plan(options: argparse.Namespace) -> int:
    library, preferences = _open(options)
    plan = _planned(options, library, preferences)
    if options.json:
        from backcare.core.contract import plan_as_json

        _print_json(plan_as_json(plan))
    else:
        from backcare.core.listing import plan_as_text

        _print(plan_as_text(plan))
    return DONE


def _check(options: argparse.Namespace) -> int:
    from backcare.store.reading import check_files

    library, _ = _open(options, own_files=False)
    found = check_files(options.files, library.catalogue)
    for path, problems in found.items():
        if problems:
            _say("\n".join(str(problem) for problem in problems))
        else:
            _print([f"{path}: all right"])
    return REFUSED if any(found.values()) else DONE


def _start(options: argparse.Namespace) -> int:
    library, preferences = _open(options)
    plan = _planned(options, library, preferences)
    if not options.terminal:
        return _open_window(options, library, preferences, plan)
    from backcare.core.errors import BackcareError
    from backcare.terminal import follow_in_terminal

    try:
        return follow_in_terminal(
            plan, preferences, _folders(options), speed=options.speed, log_path=options.event_log
        )
    except BackcareError as error:
        _say(str(error))
        return REFUSED


def _window(options: argparse.Namespace) -> int:
    library, preferences = _open(options)
    return _open_window(options, library, preferences, None)


def _open_window(
    options: argparse.Namespace, library: Library, preferences: Preferences, plan: Plan | None
) -> int:
    from backcare.services.display import why_no_display

    reason = why_no_display(os.environ)
    if reason is not None:
        _say(f"backcare: {reason}; without one, use: backcare start ROUTINE --terminal")
        return REFUSED
    try:
        from backcare.app import StartRequest, run
    except ImportError as error:
        _say(f"backcare: a library that the window needs is missing: {error}")
        return REFUSED
    request = None
    if plan is not None:
        request = StartRequest(plan.routine.id, plan.level, options.speed, options.event_log)
    return run(library, preferences, _folders(options), request)


# What the commands share


def _open(options: argparse.Namespace, *, own_files: bool = True) -> tuple[Library, Preferences]:
    """The catalogue and the person's preferences; what is wrong with files goes to stderr."""
    from dataclasses import replace

    from backcare.core.errors import InputRefusedError
    from backcare.paths import shipped
    from backcare.store.library import load_library
    from backcare.store.settings_file import SettingsFile

    folders = _folders(options)
    own_folder = folders.exercises_folder if own_files else ""
    try:
        library = load_library(shipped("exercises.yaml"), own_folder, folders.cache, _reading)
    except (InputRefusedError, OSError) as error:
        _say(str(error))
        raise SystemExit(REFUSED) from error
    loaded = SettingsFile(folders.settings_file).load()
    library = replace(library, problems=(*library.problems, *loaded.problems))
    for problem in library.problems:
        _say(problem)
    return library, loaded.preferences


def _reading() -> StrictReading:
    from backcare.store import reading

    return reading


def _folders(options: argparse.Namespace) -> UserFolders:
    from backcare.paths import user_folders

    return user_folders(getattr(options, "data", None))


def _planned(options: argparse.Namespace, library: Library, preferences: Preferences) -> Plan:
    from backcare.core.planning import build_plan

    routines = library.catalogue.routines
    if options.routine not in routines:
        from difflib import get_close_matches

        meant = get_close_matches(options.routine, routines, n=1)
        hint = f"did you mean {meant[0]!r}?" if meant else f"there are {', '.join(routines)}"
        _say(f"backcare: there is no routine {options.routine!r}; {hint}")
        raise SystemExit(WRONG_USAGE)
    plan = build_plan(routines[options.routine], library.catalogue, preferences, _level(options))
    if not plan.phases:
        _say(f"backcare: nothing of {options.routine!r} is left with what you set to take care of")
        raise SystemExit(REFUSED)
    return plan


def _level(options: argparse.Namespace) -> Level | None:
    from backcare.core.routine import Level

    return None if options.level is None else Level(options.level)


def _print(lines: list[str]) -> None:
    sys.stdout.write("\n".join(lines) + "\n")


def _print_json(value: object) -> None:
    import json

    json.dump(value, sys.stdout)  # in ASCII: it survives every terminal
    sys.stdout.write("\n")


def _say(message: str) -> None:
    sys.stderr.write(message + "\n")
