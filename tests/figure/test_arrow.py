"""The arrow: beside what moves most, pointing where it goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from backcare.figure import vector as v
from backcare.figure.arrow import arrow_shapes, leader
from backcare.figure.body import moved
from backcare.figure.camera import Camera
from backcare.figure.motion import between
from backcare.figure.shapes import Material, Tone
from backcare.figure.skeleton import CHAIN, Bone, Limb
from tests.figure.figures import LEFT_ARM, RIGHT_LEG, stance
from tests.figure.shapes_seen import area, bounds, is_sound

if TYPE_CHECKING:
    from backcare.figure.body import Frame
    from backcare.figure.solver import Stance

SIDE = Camera(0.0, 0.0)


def shifted(found: Stance, x: float, z: float, *, works: frozenset[Limb]) -> Stance:
    body = moved(found.body, lambda p: (p[0] + x, p[1], p[2] + z))
    return replace(found, body=body, pose=replace(found.pose, works=works))


def line(x: float, z: float, works: frozenset[Limb] = frozenset()) -> list[Stance]:
    """The standing body carried straight away."""
    start = stance("standing")
    return [shifted(start, x * i / 4, z * i / 4, works=works) for i in range(5)]


def way(start: str, stop: str) -> list[Stance]:
    return [between(stance(start), stance(stop), i / 6) for i in range(2, 7)]


@pytest.mark.parametrize(
    ("start", "stop", "limbs"),
    [("lying", "one-knee", {RIGHT_LEG}), ("all-fours", "reaching", {RIGHT_LEG, LEFT_ARM})],
)
def test_the_arrow_follows_a_limb_that_works(start: str, stop: str, limbs: set[Limb]) -> None:
    found = leader(stance(start), stance(stop))
    assert any(found in CHAIN[one] for one in limbs)


def test_where_no_limb_works_it_follows_the_trunk_or_a_leg() -> None:
    start = stance("standing")
    bow = replace(start, body={**start.body, Bone.HEAD: replace_origin(start, Bone.HEAD)})
    assert leader(start, bow) is Bone.HEAD


def replace_origin(found: Stance, bone: Bone) -> Frame:
    frame = found.body[bone]
    return frame._replace(origin=v.add(frame.origin, (0.3, 0.0, 0.0)))


@pytest.mark.parametrize(("x", "z"), [(0.4, 0.0), (-0.4, 0.0), (0.0, 0.4), (0.0, -0.4)])
def test_the_head_of_the_arrow_points_where_the_body_goes(x: float, z: float) -> None:
    edge, fill = arrow_shapes(line(x, z), SIDE)
    assert (edge.ink.material, edge.ink.tone) == (Material.ARROW, Tone.EDGE)
    assert fill.ink.tone is Tone.LIT
    shaft, head = fill.polygons
    tip = head[0], head[1]
    middle = sum(shaft[::2]) / len(shaft[::2]), sum(shaft[1::2]) / len(shaft[1::2])
    # The picture's y grows downwards.
    going = (tip[0] - middle[0]) * x - (tip[1] - middle[1]) * z
    assert going > 0.0
    base = ((head[2] + head[4]) / 2, (head[3] + head[5]) / 2)
    assert (tip[0] - base[0]) * x - (tip[1] - base[1]) * z > 0.0


@pytest.mark.parametrize(("x", "z"), [(0.0, 0.0), (0.02, 0.0), (0.0, -0.02)])
def test_what_hardly_moves_has_no_arrow(x: float, z: float) -> None:
    assert arrow_shapes(line(x, z), SIDE) == []


def test_what_moves_towards_the_viewer_has_none_either() -> None:
    assert arrow_shapes(line(0.4, 0.0), Camera(90.0, 0.0)) == []


@pytest.mark.parametrize("works", [frozenset[Limb](), frozenset({RIGHT_LEG})])
@pytest.mark.parametrize("x", [0.4, -0.4])
def test_the_arrow_stays_off_the_trunk(x: float, works: frozenset[Limb]) -> None:
    stances = line(x, 0.0, works)
    body = stances[-1].body
    bone = leader(stances[0], stances[-1])
    trunk = (body[Bone.PELVIS].origin[2] + body[Bone.CHEST].origin[2]) / 2
    joint = body[bone].origin[2]
    _, fill = arrow_shapes(stances, SIDE)
    middle = -sum(fill.polygons[0][1::2]) / len(fill.polygons[0][1::2])
    assert (middle > joint) == (joint > trunk)
    assert abs(middle - trunk) > abs(joint - trunk)


def test_the_outline_is_round_the_arrow() -> None:
    edge, fill = arrow_shapes(way("standing", "squatting"), SIDE)
    assert is_sound(edge)
    assert is_sound(fill)
    sizes = [sum(abs(area(p)) for p in shape.polygons) for shape in (edge, fill)]
    assert sizes[0] > sizes[1]


def test_the_shaft_is_thin_where_it_begins() -> None:
    _, fill = arrow_shapes(line(0.0, 0.4), SIDE)
    shaft = fill.polygons[0]
    first, last = (
        abs(shaft[0] - shaft[-2]),
        abs(shaft[len(shaft) // 2 - 2] - shaft[len(shaft) // 2]),
    )
    assert first < last


def test_stances_in_one_place_on_the_way_are_not_divided_by_their_distance() -> None:
    stances = line(0.4, 0.0)
    stances[1], stances[-2] = stances[0], stances[-1]
    _, fill = arrow_shapes(stances, SIDE)
    left, _, right, _ = bounds(fill.polygons[0])
    assert right > left


# A trunk that turns or tips in its place


def bending(name: str, degrees: float) -> list[Stance]:
    """The standing body with a spine that is said to bend, and joints that stay."""
    start = stance("standing")
    return [replace(start, angles={**start.angles, name: degrees * i / 4}) for i in range(5)]


@pytest.mark.parametrize("name", ["lumbar_turn", "thoracic_turn", "lumbar"])
def test_a_bend_in_place_is_shown_by_an_arc_and_back_by_the_arc_turned_round(name: str) -> None:
    camera = Camera(30.0, 40.0)
    tips = []
    for degrees in (30.0, -30.0):
        edge, fill = arrow_shapes(bending(name, degrees), camera)
        assert is_sound(edge)
        assert is_sound(fill)
        tips.append(fill.polygons[1][:2])
    assert abs(tips[0][0] - tips[1][0]) + abs(tips[0][1] - tips[1][1]) > 0.1


def test_a_turn_is_shown_over_the_head_and_a_tilt_at_the_pelvis() -> None:
    body = stance("standing").body
    heights = {}
    for name in ("thoracic_turn", "lumbar"):
        _, fill = arrow_shapes(bending(name, 30.0), SIDE)
        shaft = fill.polygons[0]
        heights[name] = -sum(shaft[1::2]) / len(shaft[1::2])
    assert heights["thoracic_turn"] > body[Bone.HEAD].origin[2] + 0.2
    assert heights["lumbar"] < body[Bone.CHEST].origin[2]


@pytest.mark.parametrize("name", ["lumbar_turn", "lumbar"])
def test_a_slight_bend_has_no_arrow(name: str) -> None:
    assert arrow_shapes(bending(name, 3.0), SIDE) == []
