"""An exercise to look at: its key poses, the way between them, and what is seen of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest

from backcare.figure.camera import CAMERAS
from backcare.figure.exhibit import MIRRORED, Cast, Exhibit, Key, Moment
from backcare.figure.framing import Box, extent
from backcare.figure.mirror import reflected
from backcare.figure.pose import Pose
from backcare.figure.scene import Detail
from backcare.figure.shapes import Material, Tone
from backcare.figure.skeleton import Bone, Part
from tests.figure.figures import (
    LEFT_LEG,
    POSES,
    RIGHT_LEG,
    both,
    close,
    feet,
    hands,
    same_body,
    stance,
)

PLAIN = Cast("side", "lying", "one-knee")
MIRRORING = Cast("side", "lying", "one-knee", second=MIRRORED)
TWO = Cast("side", "lying", "one-knee", second="curled", easier="curled")
# Leads from lying to the curled body by way of one knee.
BY_STAGES = {**POSES, "curled": replace(POSES["curled"], follows="one-knee")}


def exhibit(cast: Cast = PLAIN) -> Exhibit:
    return Exhibit(POSES, cast)


@pytest.mark.parametrize("name", POSES)
def test_a_reflection_of_a_reflection_is_the_stance(name: str) -> None:
    found = stance(name)
    again = reflected(reflected(found))
    assert again.pose == found.pose
    assert again.angles == found.angles
    assert again.planted == found.planted
    assert same_body(again.body, found.body, 0.0)


def test_poses_are_solved_after_those_they_follow_and_once() -> None:
    shown = exhibit()
    found = shown.stance(Key.EFFORT)
    assert same_body(found.body, stance("one-knee").body)
    assert shown.stance(Key.EFFORT) is found
    assert shown.stance(Key.START).pose.name == "lying"


def test_without_a_second_or_easier_effort_both_are_the_effort() -> None:
    shown = exhibit()
    assert not shown.has_second
    assert not shown.has_easier
    assert shown.stance(Key.SECOND) is shown.stance(Key.EFFORT)
    assert shown.stance(Key.EASIER) is shown.stance(Key.EFFORT)
    assert shown.stance(Key.SECOND_START) is shown.stance(Key.START)


def test_a_mirrored_second_effort_is_the_effort_reflected_from_the_start_reflected() -> None:
    shown = exhibit(MIRRORING)
    assert shown.has_second
    for key, of in ((Key.SECOND, Key.EFFORT), (Key.SECOND_START, Key.START)):
        assert same_body(shown.stance(key).body, reflected(shown.stance(of)).body)
    assert shown.stance(Key.SECOND).pose.works == {LEFT_LEG}


def test_a_second_and_an_easier_effort_of_their_own() -> None:
    shown = exhibit(TWO)
    assert shown.has_second
    assert shown.has_easier
    assert shown.stance(Key.SECOND).pose.name == "curled"
    assert shown.stance(Key.EASIER).pose.name == "curled"
    assert shown.stance(Key.SECOND_START) is shown.stance(Key.START)


@pytest.mark.parametrize("cast", [PLAIN, MIRRORING, TWO])
@pytest.mark.parametrize("goal", Key)
@pytest.mark.parametrize("origin", Key)
def test_every_way_begins_and_ends_at_its_key_poses(cast: Cast, origin: Key, goal: Key) -> None:
    shown = exhibit(cast)
    for share, key in ((0.0, origin), (1.0, goal)):
        body = shown.at(Moment(origin, goal, share)).body
        assert same_body(body, shown.stance(key).body, 1e-6)


def test_a_key_pose_is_a_moment_without_a_way() -> None:
    assert Moment(Key.EFFORT, Key.EFFORT, 0.0).is_still
    assert not Moment(Key.START, Key.EFFORT, 0.0).is_still


@pytest.mark.parametrize("goal", [Key.START, Key.EFFORT])
def test_back_is_the_same_way(goal: Key) -> None:
    shown = exhibit()
    origin = Key.EFFORT if goal is Key.START else Key.START
    there = shown.at(Moment(origin, goal, 0.3)).body
    back = shown.at(Moment(goal, origin, 0.7)).body
    for bone in Bone:
        assert close(there[bone].origin, back[bone].origin, 0.06)


def test_the_way_leads_by_the_poses_that_the_effort_follows() -> None:
    shown = Exhibit(BY_STAGES, Cast("side", "lying", "curled"))
    half = shown.at(Moment(Key.START, Key.EFFORT, 0.5))
    assert same_body(half.body, shown._solved("one-knee").body, 1e-6)
    back = shown.at(Moment(Key.EFFORT, Key.START, 0.5))
    assert same_body(back.body, half.body, 1e-6)


def test_in_a_mirror_the_way_leads_by_the_mirrored_poses() -> None:
    shown = Exhibit(BY_STAGES, Cast("side", "lying", "curled", second=MIRRORED))
    ours = shown.at(Moment(Key.START, Key.EFFORT, 0.3))
    theirs = shown.at(Moment(Key.SECOND_START, Key.SECOND, 0.3))
    assert same_body(theirs.body, reflected(ours).body, 1e-6)


def test_an_effort_that_follows_something_else_is_reached_straight() -> None:
    shown = exhibit(Cast("side", "all-fours", "one-knee"))
    found = shown.at(Moment(Key.START, Key.EFFORT, 0.5)).body
    assert found.keys() == set(Bone)


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_what_works_is_marked_all_the_way(share: float) -> None:
    shown = exhibit(MIRRORING)
    way = Moment(Key.START, Key.EFFORT, share)
    assert shown.at(way).pose.works == {RIGHT_LEG}
    assert shown.at(Moment(Key.EFFORT, Key.START, share)).pose.works == {RIGHT_LEG}
    assert shown.at(Moment(Key.SECOND_START, Key.SECOND, share)).pose.works == {LEFT_LEG}
    assert shown.at(Moment(Key.SECOND_START, Key.SECOND_START, share)).pose.works == {LEFT_LEG}


def test_the_camera_is_the_one_that_is_named() -> None:
    assert exhibit(replace(PLAIN, camera="top")).camera is CAMERAS["top"]


START = Moment(Key.START, Key.START, 0.0)
EFFORT = Moment(Key.EFFORT, Key.EFFORT, 0.0)


def drawn(shown: Exhibit, moment: Moment, *, flipped: bool = False, turn: float = 0.0) -> Box:
    return extent(shown.scene(moment, flipped=flipped, turn=turn).shapes)


@pytest.mark.parametrize("share", [0.0, 0.25, 0.5, 0.75, 1.0])
def test_what_is_drawn_fits_into_the_box(share: float) -> None:
    shown = exhibit()
    moment = Moment(Key.START, Key.EFFORT, share)
    box = shown.scene(moment).box
    assert box.joined(drawn(shown, moment)) == box


def test_the_box_does_not_jump_on_the_way() -> None:
    shown = exhibit(TWO)
    moments = (START, EFFORT, Moment(Key.START, Key.SECOND, 0.5))
    assert len({shown.scene(moment).box for moment in moments}) == 1


def test_an_arrow_makes_room_for_itself() -> None:
    shown = exhibit()
    plain, with_arrow = shown.scene(EFFORT), shown.scene(EFFORT, arrow=True)
    assert with_arrow.box == plain.box.joined(with_arrow.box)
    arrow = [shape for shape in with_arrow.shapes if shape.ink.material is Material.ARROW]
    assert with_arrow.box.joined(extent(arrow)) == with_arrow.box


def materials(*things: str) -> list[Material]:
    """Of a lying body with these things around it, from back to front."""
    poses = {**POSES, "lying": replace(POSES["lying"], props=things)}
    scene = Exhibit(poses, Cast("side", "lying", "lying")).scene(START)
    return [material for material, _ in groupby(shape.ink.material for shape in scene.shapes)]


def test_a_mat_lies_below_the_body_and_its_shadow() -> None:
    found = materials("mat")
    assert found.index(Material.MAT) < found.index(Material.SHADOW) < found.index(Material.SHIRT)


def test_a_swimmer_throws_no_shadow_and_has_water_all_round() -> None:
    found = materials("water")
    assert Material.SHADOW not in found
    assert found.index(Material.WATER) < found.index(Material.SHIRT)
    assert found[::-1].index(Material.WATER) < found[::-1].index(Material.SHIRT)


def test_a_rider_has_the_bicycle_between_the_legs() -> None:
    angles = {"lean": 20.0, **both(hip=60, knee=70, shoulder=70, elbow=15)}
    riding = Pose(
        "riding",
        angles=angles,
        rest=(Part.PELVIS,),
        contacts=feet("pedal") | hands("bar"),
        props=("bicycle",),
    )
    scene = Exhibit({"riding": riding}, Cast("side", "riding", "riding")).scene(START)
    found = [shape.ink.material for shape in scene.shapes]
    first, last = found.index(Material.TROUSERS), len(found) - found[::-1].index(Material.TROUSERS)
    assert Material.FURNITURE in found[first:last]


def test_things_have_room_in_the_box() -> None:
    poses = {**POSES, "lying": replace(POSES["lying"], props=("mat",))}
    shown = Exhibit(poses, Cast("side", "lying", "lying"))
    scene = shown.scene(START)
    mat = [shape for shape in scene.shapes if shape.ink.material is Material.MAT]
    assert scene.box.joined(extent(mat)) == scene.box


def test_a_pose_that_is_its_own_start_stays() -> None:
    shown = exhibit(Cast("side", "lying", "lying"))
    body = shown.at(Moment(Key.START, Key.EFFORT, 0.4)).body
    assert same_body(body, stance("lying").body)


def test_a_second_effort_makes_room_for_itself() -> None:
    camera = CAMERAS["side"]
    wide = Exhibit({**POSES}, Cast("side", "lying", "one-knee", second="standing"))
    assert wide.box(camera).height > exhibit().box(camera).height


def test_flipped_it_is_exactly_what_a_mirror_shows() -> None:
    shown = exhibit()
    ours, theirs = shown.scene(EFFORT), shown.scene(EFFORT, flipped=True)
    assert [shape.ink for shape in ours.shapes] == [shape.ink for shape in theirs.shapes]
    for one, other in zip(ours.shapes, theirs.shapes, strict=True):
        for a, b in zip(one.polygons, other.polygons, strict=True):
            assert [-x for x in a[::2]] == b[::2]
            assert a[1::2] == b[1::2]
    assert (theirs.box.left, theirs.box.right) == (-ours.box.right, -ours.box.left)


def test_a_turned_camera_sees_another_side() -> None:
    shown = exhibit()
    plain, turned = drawn(shown, EFFORT), drawn(shown, EFFORT, turn=75.0)
    assert turned.width < plain.width


def test_more_detail_has_more_shapes() -> None:
    shown = exhibit()
    plain = shown.scene(EFFORT, detail=Detail(face=False, bun=False))
    assert len(shown.scene(EFFORT).shapes) > len(plain.shapes)


def test_breath_is_seen() -> None:
    shown = exhibit()
    assert shown.scene(EFFORT, breath=1.0).shapes != shown.scene(EFFORT).shapes


def arrows(shown: Exhibit, moment: Moment) -> int:
    scene = shown.scene(moment, arrow=True)
    return sum(
        shape.ink.material is Material.ARROW and shape.ink.tone is Tone.LIT
        for shape in scene.shapes
    )


def test_an_arrow_shows_the_way_to_an_effort_and_none_the_way_to_the_start_itself() -> None:
    shown = exhibit(MIRRORING)
    assert arrows(shown, EFFORT) == 1
    assert arrows(shown, Moment(Key.START, Key.EFFORT, 0.5)) == 1
    assert arrows(shown, Moment(Key.SECOND, Key.SECOND, 0.0)) == 1
    assert arrows(shown, START) == 0
    assert not any(shape.ink.material is Material.ARROW for shape in shown.scene(EFFORT).shapes)


def test_the_other_start_is_the_start_in_a_mirror_and_marks_the_other_limb() -> None:
    shown = Exhibit({**POSES}, Cast("side", "one-knee", "one-knee"))
    start, other = shown.stance(Key.START), shown.stance(Key.OTHER_START)
    assert same_body(other.body, reflected(start).body)
    for share in (0.0, 0.4, 1.0):
        assert shown.at(Moment(Key.START, Key.OTHER_START, share)).pose.works == {LEFT_LEG}


def test_seen_head_on_the_other_start_is_the_flipped_start() -> None:
    shown = Exhibit({**POSES}, Cast("side", "one-knee", "one-knee"))
    turn = 90.0 - shown.camera.azimuth
    other = shown.scene(Moment(Key.OTHER_START, Key.OTHER_START, 0.0), turn=turn)
    flipped = shown.scene(Moment(Key.START, Key.START, 0.0), turn=turn, flipped=True)
    ours = extent([shape for shape in other.shapes if shape.ink.tone is Tone.EDGE])
    theirs = extent([shape for shape in flipped.shapes if shape.ink.tone is Tone.EDGE])
    assert ours == pytest.approx(theirs, abs=0.02)


def test_without_marks_no_limb_is_in_the_accent_colour() -> None:
    shown = exhibit()
    marked, plain = shown.scene(EFFORT), shown.scene(EFFORT, marked=False)
    assert Material.ACCENT in {shape.ink.material for shape in marked.shapes}
    assert Material.ACCENT not in {shape.ink.material for shape in plain.shapes}
    assert len(marked.shapes) == len(plain.shapes)
