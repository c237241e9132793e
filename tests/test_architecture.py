"""The layers hold, and each rule can be seen to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture import MAY_IMPORT, breaches, read_package

PACKAGE = Path(__file__).resolve().parent.parent / "backcare"


def test_the_program_keeps_the_rules() -> None:
    assert breaches(read_package(PACKAGE)) == []


def test_every_module_of_the_program_is_read() -> None:
    sources = read_package(PACKAGE)
    assert "backcare" in sources
    assert "backcare.core" in sources
    assert "backcare.core.errors" in sources
    assert len(sources) == len(list(PACKAGE.rglob("*.py")))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("backcare.__main__", "from backcare.cli import main"),
        ("backcare.cli", "import backcare.terminal"),
        ("backcare.cli", "from backcare import __version__"),
        ("backcare.cli", "def run():\n    from backcare import app"),
        ("backcare.app", "from backcare.controllers.browse import Browse"),
        ("backcare.app", "from PySide6.QtWidgets import QApplication"),
        ("backcare.controllers.browse", "from backcare import paths, report, services, store, ui"),
        ("backcare.ui.screen", "from backcare.paint.figure import paint_scene"),
        ("backcare.ui.screen", "from backcare.ui.theme import Theme"),
        ("backcare.report.sheet", "from backcare.paint.figure import paint_scene"),
        ("backcare.report.sheet", "def save():\n    from PySide6.QtGui import QPdfWriter"),
        ("backcare.services.sound", "def open():\n    import wave"),
        ("backcare.paint.figure", "from backcare.figure.scene import Scene"),
        ("backcare.paint.figure", "from backcare.core.look import Look"),
        ("backcare.paint.figure", "from PySide6.QtGui import QPainterPath"),
        ("backcare.figure.pose", "import math, itertools\nfrom backcare.figure import vector"),
        ("backcare.draw", "from backcare import core, figure, paint, ui"),
        ("backcare.cli", "def run():\n    from backcare import draw"),
        ("backcare.cli", "from backcare.options import parse"),
        ("backcare.store.history", "import sqlite3, yaml"),
        ("backcare.terminal", "from backcare import core, paths, services, store"),
        ("backcare.core.plan", "import math\nfrom datetime import date, datetime, timedelta"),
        ("backcare.core.plan", "import sys\nWIDTH = sys.float_info.dig"),
        ("backcare.core.plan", "from pathlib import PurePosixPath"),
        ("backcare.core.plan", "def due(clock):\n    return clock.now()"),
        ("backcare.figure.pose", "class Pose:\n    def open(self):\n        self.open()"),
    ],
)
def test_what_the_rules_allow(module: str, source: str) -> None:
    assert breaches({module: source}) == []


@pytest.mark.parametrize(
    ("module", "source", "breach"),
    [
        # layers
        ("backcare.core.plan", "import backcare.figure", "core may not import figure"),
        ("backcare.figure.pose", "import backcare.core", "figure may not import core"),
        ("backcare.core.plan", "from backcare import store", "core may not import store"),
        ("backcare.paint.figure", "import backcare.ui", "paint may not import ui"),
        ("backcare.store.packs", "import backcare.paint", "store may not import paint"),
        ("backcare.store.packs", "import backcare.paths", "store may not import paths"),
        ("backcare.services.sound", "import backcare.paint", "services may not import paint"),
        ("backcare.ui.screen", "import backcare.controllers", "ui may not import controllers"),
        ("backcare.controllers.one", "import backcare.app", "controllers may not import app"),
        ("backcare.terminal", "import backcare.ui", "terminal may not import ui"),
        ("backcare.terminal", "import backcare.app", "terminal may not import app"),
        ("backcare.terminal", "import backcare.controllers", "may not import controllers"),
        ("backcare.app", "import backcare.terminal", "app may not import terminal"),
        ("backcare.app", "import backcare.cli", "app may not import cli"),
        ("backcare.cli", "import backcare.__main__", "cli may not import __main__"),
        ("backcare", "import backcare.core", "backcare may not import core"),
        ("backcare.paint.figure", "import backcare.store", "paint may not import store"),
        ("backcare.paint.figure", "import backcare.paths", "paint may not import paths"),
        ("backcare.figure.pose", "import backcare.paint", "figure may not import paint"),
        ("backcare.figure.pose", "import backcare.store", "figure may not import store"),
        ("backcare.options", "import backcare.core", "options may not import core"),
        ("backcare.draw", "import backcare.store", "draw may not import store"),
        ("backcare.app", "import backcare.draw", "app may not import draw"),
        ("backcare.utils", "", "backcare.utils is in no layer"),
        # who may use what
        ("backcare.core.plan", "import PySide6.QtCore", "PySide6 may not be imported here"),
        ("backcare.store.packs", "from PySide6 import QtCore", "PySide6 may not be imported here"),
        ("backcare.figure.pose", "import PySide6.QtGui", "PySide6 may not be imported here"),
        ("backcare.figure.pose", "import yaml", "yaml may not be imported here"),
        ("backcare.paint.figure", "import yaml", "yaml may not be imported here"),
        ("backcare.draw", "import PySide6.QtGui", "PySide6 may not be imported here"),
        ("backcare.terminal", "import shiboken6", "shiboken6 may not be imported here"),
        ("backcare.cli", "def f():\n    import PySide6", "PySide6 may not be imported here"),
        ("backcare.ui.screen", "import yaml", "yaml may not be imported here"),
        ("backcare.services.sound", "import sqlite3", "sqlite3 may not be imported here"),
        ("backcare.ui.screen", "import requests", "requests is no dependency of backcare"),
        ("backcare.ui.screen", "from PySide6.QtCore import *", "star import from PySide6.QtCore"),
        ("backcare.ui.screen", "from . import theme", "relative import"),
        # never
        ("backcare.cli", "import importlib.metadata", "importlib.metadata is banned"),
        ("backcare.cli", "from importlib import metadata", "importlib.metadata is banned"),
        ("backcare.services.sound", "import asyncio.events", "asyncio.events is banned"),
        ("backcare.store.packs", "import urllib.request", "urllib.request is banned"),
        ("backcare.report.sheet", "import numpy as np", "numpy is banned"),
        ("backcare.store.packs", "import pydantic", "pydantic is banned"),
        ("backcare.store.packs", "import jsonschema", "jsonschema is banned"),
        # pure code
        ("backcare.core.plan", "import time", "time is not pure"),
        ("backcare.core.plan", "from time import monotonic", "time.monotonic is not pure"),
        ("backcare.core.plan", "import os.path", "os.path is not pure"),
        ("backcare.figure.pose", "import random", "random is not pure"),
        ("backcare.core.plan", "import sys\nsys.stdout.write('')", "sys.stdout is not pure"),
        ("backcare.core.plan", "import sys as s\ns.stderr", "sys.stderr is not pure"),
        ("backcare.core.plan", "from sys import stdout", "sys.stdout is not pure"),
        ("backcare.core.plan", "import datetime\ndatetime.date.today()", "date.today is not pure"),
        (
            "backcare.core.plan",
            "from datetime import datetime as when\nwhen.now()",
            "datetime.datetime.now is not pure",
        ),
        ("backcare.core.plan", "from pathlib import Path", "pathlib.Path is not pure"),
        ("backcare.core.plan", "import pathlib\npathlib.Path('x')", "pathlib.Path is not pure"),
        ("backcare.core.plan", "open('x')", "open() is not pure"),
        ("backcare.figure.pose", "print('x')", "print() is not pure"),
    ],
)
def test_what_the_rules_forbid(module: str, source: str, breach: str) -> None:
    found = breaches({module: source})
    assert any(breach in text for text in found), found


@pytest.mark.parametrize("part", sorted(MAY_IMPORT))
def test_imports_inside_functions_belong_to_few_parts(part: str) -> None:
    source = "class Thing:\n    def work(self):\n        import wave"
    allowed = part in {"__main__", "app", "cli", "report", "services"}
    assert (breaches({f"backcare.{part}": source}) == []) is allowed


@pytest.mark.parametrize("one", ["report", "services", "store", "ui"])
@pytest.mark.parametrize("other", ["report", "services", "store", "ui"])
def test_the_four_sides_never_import_each_other(one: str, other: str) -> None:
    found = breaches({f"backcare.{one}.thing": f"from backcare.{other} import something"})
    assert found == (
        [] if one == other else [f"backcare.{one}.thing:1: {one} may not import {other}"]
    )


def test_imports_for_types_count_for_the_layers() -> None:
    source = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import backcare.ui"
    assert breaches({"backcare.core.plan": source}) == [
        "backcare.core.plan:3: core may not import ui"
    ]


def test_a_cycle_is_found() -> None:
    found = breaches(
        {
            "backcare.core.a": "from backcare.core.b import B",
            "backcare.core.b": "from backcare.core import c",
            "backcare.core.c": "import backcare.core.a",
        }
    )
    assert len(found) == 1
    assert found[0].startswith("cycle: ")
    assert "backcare.core.b" in found[0]


def test_a_cycle_through_a_package_is_found() -> None:
    assert breaches(
        {
            "backcare.core": "from backcare.core.a import A",
            "backcare.core.a": "from backcare.core import B",
        }
    )


def test_imports_for_types_and_late_imports_make_no_cycle() -> None:
    typing_only = "import typing\nif typing.TYPE_CHECKING:\n    import backcare.services.b"
    late = "def work():\n    import backcare.services.c"
    assert (
        breaches(
            {
                "backcare.services.a": typing_only,
                "backcare.services.b": late,
                "backcare.services.c": "import backcare.services.a, backcare.services.b",
            }
        )
        == []
    )


@pytest.mark.parametrize("start", ["__main__", "cli", "terminal"])
def test_the_command_line_and_the_terminal_do_not_load_qt(start: str) -> None:
    found = breaches(
        {
            f"backcare.{start}": "from backcare.services.sound import Sound",
            "backcare.services": "import backcare.services.bus",
            "backcare.services.bus": "import PySide6.QtDBus",
            "backcare.services.sound": "",
        }
    )
    assert found == [
        f"loads Qt: backcare.{start} -> backcare.services -> backcare.services.bus"
        " -> PySide6.QtDBus"
    ]


def test_the_command_line_may_load_qt_late() -> None:
    sources = {
        "backcare.cli": "def window():\n    import backcare.app",
        "backcare.app": "import PySide6.QtWidgets",
    }
    assert breaches(sources) == []
