"""`backcare draw` as somebody at a shell sees it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from backcare.cli import DONE, REFUSED, WRONG_USAGE
from backcare.core.exercise import CAMERA_NAMES, Side
from backcare.options import CAMERAS, SIDES, THEMES
from backcare.paint.figure_colours import Ground
from tests.cli_shell import Shell, fresh_shell
from tests.store.marked import exercise_text

if TYPE_CHECKING:
    from pathlib import Path

POSES = """\
poses:
  lying:
    lean: -90
    both: {hip: 62, knee: 95, foot: flat, hand: flat, shoulder_out: 18}
    rest: [back, pelvis]
  curled:
    extends: lying
    follows: lying
    right: {hip: 115, knee: 135, foot: free, hand: shin}
    works: [right leg]
"""
EXERCISE = exercise_text(
    "my-curl",
    name="Curl & rest",
    sides="each",
    order="block",
    limb="leg",
    poses="{camera: side, start: lying, effort: curled, side: right}",
)


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A shell with one exercise of its own that has a picture, and no display."""
    poses = tmp_path / "poses.yaml"
    poses.write_text(POSES)
    monkeypatch.setattr("backcare.paths.POSES", str(poses))
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    made = fresh_shell(tmp_path, capsys)
    made.own("curl.yaml", EXERCISE)
    return made


def test_a_png_is_written_and_nothing_is_said(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "curl.png"
    assert shell("draw", "my-curl", "-o", str(path)) == (DONE, "", "")
    made = QImage(str(path))
    assert made.size().toTuple() == (900, 600)
    assert len({made.pixelColor(x, 350).rgb() for x in range(made.width())}) > 5


def test_every_option_is_heard(shell: Shell, tmp_path: Path) -> None:
    def picture(name: str, *options: str) -> QImage:
        path = tmp_path / name
        command = ("draw", "my-curl", "--size", "300x200", *options)
        assert shell(*command, "-o", str(path)) == (DONE, "", "")
        return QImage(str(path))

    right = picture("right.png")
    assert right.size().toTuple() == (300, 200)
    assert picture("right-again.png", "--side", "right") == right
    assert picture("left.PNG", "--side", "left") == right.flipped(Qt.Orientation.Horizontal)
    others = [
        picture("start.png", "--pose", "start"),
        picture("top.png", "--camera", "top"),
        picture("dark.png", "--theme", "dark"),
        picture("clear.png", "--transparent"),
    ]
    for number, other in enumerate(others):
        assert other != right
        assert other not in others[:number]


def test_an_svg_is_written(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "curl.svg"
    assert shell("draw", "my-curl", "--output", str(path)) == (DONE, "", "")
    root = ElementTree.parse(path).getroot()  # noqa: S314 - our own
    assert root[0].text == "Curl & rest"
    assert root.get("viewBox") == "0 0 900 600"


def test_the_person_looks_as_the_settings_say(shell: Shell, tmp_path: Path) -> None:
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    shell("draw", "my-curl", "-o", str(one))
    (shell.data / "settings.json").write_text('{"settings": {"clothes": "berry"}}')
    shell("draw", "my-curl", "-o", str(other))
    assert "#b8486f" in other.read_text()
    assert "#b8486f" not in one.read_text()


def test_what_there_is_no_picture_of_is_refused_in_one_line(shell: Shell, tmp_path: Path) -> None:
    shell.own("plain.yaml", exercise_text("my-plain"))
    path = tmp_path / "x.png"
    for arguments, reason in (
        (["my-plain"], "there is no picture of my-plain yet"),
        (
            ["my-curl", "--pose", "second"],
            "my-curl has no pose 'second'; there are start, hold, lying, curled",
        ),
    ):
        answer = shell("draw", *arguments, "-o", str(path))
        assert answer == (REFUSED, "", f"backcare: {reason}\n")
    assert not path.exists()


def test_a_file_that_cannot_be_written_is_told(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "none" / "x.png"
    answer = shell("draw", "my-curl", "-o", str(path))
    assert answer == (REFUSED, "", f"backcare: {path}: {os.strerror(2)}\n")


def test_poses_with_mistakes_are_told_with_their_place(shell: Shell, tmp_path: Path) -> None:
    assert shell("list")[0] == DONE  # the own file is compiled, the poses are not yet
    (tmp_path / "poses.yaml").write_text(POSES.replace("lean: -90", "leen: -90"))
    code, out, err = shell("draw", "my-curl", "-o", str(tmp_path / "x.png"))
    assert (code, out) == (REFUSED, "")
    assert "poses.yaml:3:5: " in err


def test_an_unknown_exercise_is_wrong_usage(shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell("draw", "my-curls", "-o", str(tmp_path / "x.png"))
    assert (code, out) == (WRONG_USAGE, "")
    assert err == "backcare: there is no exercise 'my-curls'; did you mean 'my-curl'?\n"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "required: -o/--output"),
        (["-o", "x.gif"], "a picture ends in .png or .svg, not 'x.gif'"),
        (["-o", "x.png", "--size", "900"], "a size is like 900x600, each from 16 to 8192"),
        (["-o", "x.png", "--size", "15x600"], "not '15x600'"),
        (["-o", "x.png", "--size", "900x8193"], "not '900x8193'"),
        (["-o", "x.png", "--size", "9x6x3"], "not '9x6x3'"),
        (["-o", "x.png", "--size", "\u0663\u0663\u0663x300"], "each from 16 to 8192, not"),
        (["-o", "x.png", "--side", "both"], "invalid choice: 'both'"),
        (["-o", "x.png", "--camera", "back"], "invalid choice: 'back'"),
        (["-o", "x.png", "--theme", "sepia"], "invalid choice: 'sepia'"),
    ],
)
def test_wrong_usage_says_what_is_allowed(shell: Shell, arguments: list[str], reason: str) -> None:
    code, out, err = shell("draw", "my-curl", *arguments)
    assert (code, out) == (WRONG_USAGE, "")
    assert reason in err
    assert err.startswith("usage: backcare draw")


def test_the_choices_are_those_of_the_program() -> None:
    assert CAMERAS == CAMERA_NAMES
    assert tuple(side.value for side in Side) == SIDES
    assert tuple(ground.value for ground in Ground) == THEMES


def test_a_name_that_resembles_nothing_is_answered_in_one_line(
    shell: Shell, tmp_path: Path
) -> None:
    code, out, err = shell("draw", "zzzz", "-o", str(tmp_path / "x.png"))
    assert (code, out) == (WRONG_USAGE, "")
    assert err == "backcare: there is no exercise 'zzzz'; backcare list names them all\n"
