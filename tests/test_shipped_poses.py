"""The shipped poses and movements are ones a body can take, on a floor that holds it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, NamedTuple

import pytest

from backcare.core.exercise import CAMERA_NAMES
from backcare.figure.camera import CAMERAS
from backcare.figure.exhibit import MIRRORED, Cast, Exhibit, Key, Moment
from backcare.figure.mirror import reflected
from backcare.figure.motion import between
from backcare.figure.pose import mirrored
from backcare.figure.solver import Stance, solve
from backcare.store.reading import read_shipped_poses
from tests.figure.figures import same_body
from tests.figure.pose_checks import (
    CHECKS,
    Problem,
    below_the_floor,
    joints_beyond_limits,
    pops,
)
from tests.shipped import POSES, shipped_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from backcare.core.exercise import Exercise, Illustration
    from backcare.figure.pose import Pose

STEPS = tuple(step / 20.0 for step in range(21))
LOOKED_AT = (2, 5, 10, 15, 18)
"""Of these steps: 10, 25, 50, 75 and 90 %."""


@functools.cache
def poses() -> Mapping[str, Pose]:
    return read_shipped_poses(POSES.read_bytes(), POSES.name)


@functools.cache
def stance(name: str) -> Stance:
    pose = poses()[name]
    return solve(pose, stance(pose.follows) if pose.follows else None)


class Shown(NamedTuple):
    """An exercise or one of its variants with its poses."""

    name: str
    illustration: Illustration


def _shown_of(exercise: Exercise) -> Iterator[Shown]:
    if exercise.illustration:
        yield Shown(exercise.id, exercise.illustration)
    for variant in exercise.variants:
        if variant.illustration:
            yield Shown(f"{exercise.id}/{variant.id}", variant.illustration)


@functools.cache
def shown() -> tuple[Shown, ...]:
    return tuple(
        one for exercise in shipped_catalogue().exercises.values() for one in _shown_of(exercise)
    )


@functools.cache
def movements() -> Mapping[str, tuple[Stance, ...]]:
    """Every way that is shown, in steps of 5 %; each once, whoever shows it."""
    found: dict[str, tuple[Stance, ...]] = {}
    for _, illustration in shown():
        for goal in (Key.EFFORT, Key.SECOND, Key.EASIER):
            name = {
                Key.EFFORT: illustration.effort,
                Key.SECOND: illustration.second,
                Key.EASIER: illustration.easier,
            }[goal]
            way = f"{illustration.start} -> {name}"
            if name in ("", MIRRORED) or way in found:
                continue
            cast = Cast("side", illustration.start, illustration.effort,
                        illustration.second, illustration.easier)  # fmt: skip
            exhibit = Exhibit(poses(), cast)
            found[way] = tuple(exhibit.at(Moment(Key.START, goal, share)) for share in STEPS)
        if illustration.second not in ("", MIRRORED):
            way = f"{illustration.effort} -> {illustration.second}"
            found[way] = _straight(illustration.effort, illustration.second)
    for name, pose in poses().items():
        way = f"{pose.follows} -> {name}"
        if pose.follows and way not in found:
            found[way] = _straight(pose.follows, name)
    return found


def _straight(start: str, stop: str) -> tuple[Stance, ...]:
    return tuple(between(stance(start), stance(stop), share) for share in STEPS)


def table(found: Iterable[tuple[str, Problem]]) -> str:
    return "\n".join(f"{name:40} {problem}" for name, problem in found)


@pytest.mark.parametrize("check", CHECKS)
def test_every_pose_is_one_a_body_can_take(check: Callable[[Stance], Iterator[Problem]]) -> None:
    found = [(name, problem) for name in poses() for problem in check(stance(name))]
    assert not found, "\n" + table(found)


@pytest.mark.parametrize("check", [joints_beyond_limits, below_the_floor])
def test_nothing_goes_wrong_on_the_way(check: Callable[[Stance], Iterator[Problem]]) -> None:
    found = [
        (f"{way} {step * 5} %", problem)
        for way, frames in movements().items()
        for step in LOOKED_AT
        for problem in check(frames[step])
    ]
    assert not found, "\n" + table(found)


def test_nothing_jumps_on_the_way() -> None:
    found = [
        (way, problem) for way, frames in movements().items() for problem in pops(list(frames))
    ]
    assert not found, "\n" + table(found)


def test_left_is_exactly_the_mirror_of_right() -> None:
    for name, pose in poses().items():
        before = stance(pose.follows) if pose.follows else None
        other = solve(mirrored(pose), reflected(before) if before else None)
        assert same_body(other.body, reflected(stance(name)).body, 1e-6), name


def test_every_exercise_has_its_poses() -> None:
    exercises = shipped_catalogue().exercises.values()
    assert [one.id for one in exercises if one.illustration is None] == []


def test_whoever_names_poses_has_them_and_a_camera() -> None:
    for name, illustration in shown():
        assert illustration.camera in CAMERAS, name
        assert {illustration.start, illustration.effort} <= set(poses()), name
        assert illustration.second in {"", MIRRORED, *poses()}, name
        assert illustration.easier in {"", *poses()}, name


def test_the_cameras_of_the_format_are_those_of_the_figure() -> None:
    assert set(CAMERA_NAMES) == set(CAMERAS)


def test_every_pose_is_shown_or_followed_or_a_base_of_the_file() -> None:
    used = {name for _, one in shown() for name in (one.start, one.effort, one.second, one.easier)}
    used |= {pose.follows for pose in poses().values()}
    extended = set()
    for line in POSES.read_text(encoding="utf-8").splitlines():
        key, _, value = line.strip().partition(": ")
        if key == "extends":
            extended.add(value.strip())
    assert [name for name in poses() if name not in used | extended] == []
