"""The command line. Everything heavy is imported when its command runs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

from backcare.options import parse

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType

    from backcare.core.plan import Plan
    from backcare.core.routine import Level
    from backcare.core.settings import Preferences
    from backcare.paths import UserFolders
    from backcare.store.library import Library

    _Entry = TypeVar("_Entry")

DONE, REFUSED, WRONG_USAGE = 0, 1, 2
MOST_NAMED = 12
"""More names than these are nothing for one line."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    _never_fail_at_printing()
    try:
        try:
            options = parse(arguments)
            code = _COMMANDS[options.command](options)
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
    from backcare.paths import POSES, shipped
    from backcare.store.reading import check_files

    library, _ = _open(options, own_files=False)
    found = check_files(options.files, library.catalogue, shipped(POSES))
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


def _draw(options: argparse.Namespace) -> int:
    library, preferences = _open(options)
    exercise = _named(options.exercise, library.catalogue.exercises, "exercise")
    from functools import partial

    from backcare.core.errors import BackcareError
    from backcare.draw import draw, wanted
    from backcare.paths import POSES, shipped
    from backcare.store.pose_library import load_poses

    poses = partial(load_poses, shipped(POSES), _folders(options).cache, _reading)
    try:
        data = draw(wanted(options), exercise, preferences.settings.look, poses)
        with open(options.output, "wb") as file:
            file.write(data)
    except BackcareError as error:
        _say(f"backcare: {error}")
        return REFUSED
    except OSError as error:
        _say(f"backcare: {error.filename or options.output}: {error.strerror or error}")
        return REFUSED
    return DONE


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
    return run(library, preferences, _folders(options), request, reverse=options.reverse)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "": _window,
    "check": _check,
    "draw": _draw,
    "list": _list,
    "plan": _plan,
    "start": _start,
}


# What the commands share


def _open(options: argparse.Namespace, *, own_files: bool = True) -> tuple[Library, Preferences]:
    """The catalogue and the person's preferences; what is wrong with files goes to stderr."""
    from dataclasses import replace

    from backcare.core.errors import InputRefusedError
    from backcare.paths import EXERCISES, POSES, shipped
    from backcare.store.library import load_library
    from backcare.store.settings_file import SettingsFile

    folders = _folders(options)
    own_folder = folders.exercises_folder if own_files else ""
    try:
        library = load_library(
            shipped(EXERCISES), shipped(POSES), own_folder, folders.cache, _reading
        )
    except (InputRefusedError, OSError) as error:
        _say(str(error))
        raise SystemExit(REFUSED) from error
    loaded = SettingsFile(folders.settings_file).load()
    library = replace(library, problems=(*library.problems, *loaded.problems))
    for problem in library.problems:
        _say(problem)
    return library, loaded.preferences


def _reading() -> ModuleType:
    from backcare.store import reading

    return reading


def _folders(options: argparse.Namespace) -> UserFolders:
    from backcare.paths import user_folders

    return user_folders(getattr(options, "data", None))


def _planned(options: argparse.Namespace, library: Library, preferences: Preferences) -> Plan:
    from backcare.core.planning import build_plan

    routine = _named(options.routine, library.catalogue.routines, "routine")
    plan = build_plan(routine, library.catalogue, preferences, _level(options))
    if not plan.phases:
        _say(f"backcare: nothing of {options.routine!r} is left with what you set to take care of")
        raise SystemExit(REFUSED)
    return plan


def _named(name: str, known: Mapping[str, _Entry], kind: str) -> _Entry:
    """What the command line names; a name that nothing has is wrong usage."""
    if name not in known:
        from difflib import get_close_matches

        meant = get_close_matches(name, known, n=1)
        some = f"there are {', '.join(known)}"
        others = some if len(known) <= MOST_NAMED else "backcare list names them all"
        hint = f"did you mean {meant[0]!r}?" if meant else others
        _say(f"backcare: there is no {kind} {name!r}; {hint}")
        raise SystemExit(WRONG_USAGE)
    return known[name]


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
