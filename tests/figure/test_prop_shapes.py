"""Mat, pad, chair, bicycle and water: where they stand and what hides what."""

from __future__ import annotations

import functools
from dataclasses import replace
from math import cos, isfinite, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backcare.figure import props
from backcare.figure.body import moved
from backcare.figure.camera import CAMERAS, Camera
from backcare.figure.drawing_order import Axis, back_to_front
from backcare.figure.flesh import ALL_LUMPS
from backcare.figure.ground import (
    SEAT_AHEAD,
    SEAT_BEHIND,
    Ground,
    Layer,
    PropPiece,
    ground_of,
)
from backcare.figure.pose import Pose
from backcare.figure.prop_shapes import MAT_WIDTH, prop_pieces
from backcare.figure.scene import Detail
from backcare.figure.shapes import Material, Shape, Tone
from backcare.figure.skeleton import Bone, Part, Side
from backcare.figure.solver import Stance, solve
from tests.figure.figures import both, stance

SIDE, ABOVE, FRONT = Camera(0.0, 0.0), Camera(0.0, 90.0), Camera(90.0, 0.0)
DETAIL = Detail(edge=0.004)
VIEWS = st.builds(Camera, st.floats(-180.0, 180.0), st.floats(0.0, 80.0))
SEATED = Pose("seated", angles=both(hip=85, knee=85), rest=(Part.PELVIS,), props=(props.CHAIR,))
RIDING = Pose(
    "riding",
    angles=both(hip=60, knee=70, shoulder=60) | {"lean": 16.0, "crank": 315.0},
    rest=(Part.PELVIS,),
    props=(props.BICYCLE,),
)
AFLOAT = Pose("afloat", angles={"lean": 88.0}, rest=(Part.PELVIS,), props=(props.WATER,))


@functools.cache
def with_props(name: str, *names: str) -> Stance:
    poses = {pose.name: pose for pose in (SEATED, RIDING, AFLOAT)}
    if name in poses:
        return solve(poses[name])
    found = stance(name)
    return replace(found, pose=replace(found.pose, props=names))


def pieces_of(
    one: Stance, camera: Camera = SIDE, ground: Ground | None = None
) -> dict[str, PropPiece]:
    found = prop_pieces(one, camera, DETAIL, ground or ground_of([one]))
    among = [piece.name for piece in found if piece.layer is Layer.AMONG]
    assert len(among) == len(set(among))
    return {piece.name: piece for piece in found}


def reach(shapes: list[Shape]) -> tuple[float, float, float, float]:
    polygons = [polygon for shape in shapes for polygon in shape.polygons]
    xs = [x for polygon in polygons for x in polygon[::2]]
    ys = [y for polygon in polygons for y in polygon[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def fill(piece: PropPiece) -> tuple[float, float, float, float]:
    """How far a piece reaches without its outline."""
    return reach([shape for shape in piece.shapes if shape.ink.tone is not Tone.EDGE])


def test_a_body_without_props_has_nothing_round_it() -> None:
    assert pieces_of(stance("standing")) == {}


def test_each_thing_has_its_layer() -> None:
    layers = {
        name: {piece.layer for piece in pieces_of(one).values() if piece.name != "shadow"}
        for name, one in (
            ("mat", with_props("lying", props.MAT)),
            ("pad", with_props("all-fours", props.PAD)),
            ("chair", with_props("seated")),
            ("bicycle", with_props("riding")),
        )
    }
    assert layers == {
        "mat": {Layer.BEHIND},
        "pad": {Layer.BEHIND},
        "chair": {Layer.AMONG},
        "bicycle": {Layer.AMONG},
    }
    water = pieces_of(with_props("afloat"))
    assert water["water"].layer is Layer.FRONT
    assert water["water behind"].layer is Layer.BEHIND
    for name in ("seated", "riding"):
        shadow = pieces_of(with_props(name))["shadow"]
        assert shadow.layer is Layer.BEHIND
        assert {shape.ink.material for shape in shadow.shapes} == {Material.SHADOW}


@given(VIEWS)
def test_everything_can_be_drawn_from_every_side(camera: Camera) -> None:
    for one in (
        with_props("all-fours", props.MAT, props.PAD),
        with_props("seated"),
        with_props("riding"),
        with_props("afloat"),
    ):
        for piece in pieces_of(one, camera).values():
            assert piece.shapes
            for shape in piece.shapes:
                for polygon in shape.polygons:
                    assert len(polygon) >= 6
                    assert len(polygon) % 2 == 0
                    assert all(map(isfinite, polygon))


# Mat and pad


def test_a_mat_lies_on_the_floor_under_the_whole_body() -> None:
    one = with_props("lying", props.MAT)
    ground = ground_of([one])
    start, stop = ground.mat
    for lump in ALL_LUMPS:
        frame = one.body[lump.bone]
        x, _, z = frame.point(lump.centre)
        assert start < x < stop or z > 0.5
    left, top, right, bottom = fill(pieces_of(one, ABOVE)["mat"])
    assert (left, right) == pytest.approx((start, stop))
    assert bottom - top == pytest.approx(MAT_WIDTH)
    _, top, _, bottom = fill(pieces_of(one, SIDE)["mat"])
    assert top == pytest.approx(0.0, abs=1e-9)
    assert 0.0 < bottom < 0.03


def test_a_mat_does_not_move_with_the_body() -> None:
    stances = [with_props("lying", props.MAT), with_props("curled", props.MAT)]
    ground = ground_of(stances)
    first, second = (pieces_of(one, ABOVE, ground)["mat"] for one in stances)
    assert first == second
    for one in stances:
        start, stop = ground_of([one]).mat
        assert ground.mat[0] <= start < stop <= ground.mat[1]


def test_a_body_high_above_the_floor_leaves_the_mat_as_it_is() -> None:
    one = stance("lying")
    lifted = replace(one, body=moved(one.body, lambda p: (p[0], p[1], p[2] + 3.0)))
    assert ground_of([lifted]).mat == Ground().mat


def test_a_pad_lies_under_each_kneeling_knee() -> None:
    one = with_props("all-fours", props.PAD)
    ground = ground_of([one])
    assert len(ground.pads) == 2
    for side, (x, y) in zip(Side, ground.pads, strict=True):
        knee = one.body[Bone(f"{side.value} shin")].origin
        assert knee[:2] == (x, y)


def test_pads_are_only_where_a_pad_is_asked_for_and_a_knee_is_down() -> None:
    assert ground_of([with_props("all-fours", props.MAT)]).pads == ()
    assert ground_of([with_props("standing", props.PAD)]).pads == ()
    later = [with_props("standing", props.PAD), with_props("reaching", props.PAD)]
    assert len(ground_of(later).pads) == 1


def test_each_pad_is_drawn_where_its_knee_is() -> None:
    ground = Ground(pads=((0.3, -0.2),))
    left, top, right, bottom = fill(
        pieces_of(with_props("all-fours", props.PAD), ABOVE, ground)["pad"]
    )
    assert ((left + right) / 2.0, (top + bottom) / 2.0) == pytest.approx((0.3, 0.2))


# Chair


def test_one_sits_on_the_front_part_of_a_seat_at_its_height() -> None:
    pieces = pieces_of(with_props("seated"))
    left, top, right, _ = fill(pieces["chair seat"])
    assert (left, right) == pytest.approx((-SEAT_BEHIND, SEAT_AHEAD))
    assert -top == pytest.approx(props.SEAT_HEIGHT)


def test_a_chair_stands_on_four_legs_and_has_a_back() -> None:
    pieces = pieces_of(with_props("seated"))
    legs = [piece for name, piece in pieces.items() if name.endswith("leg")]
    assert len(legs) == 4
    for leg in legs:
        assert fill(leg)[3] == pytest.approx(0.0, abs=0.001)
    assert -fill(pieces["chair back"])[1] > 1.8 * props.SEAT_HEIGHT


def test_a_chair_faces_as_its_sitter_does_and_stands_below_the_lowest() -> None:
    angles = {**SEATED.angles, "heading": 90.0}
    turned = solve(replace(SEATED, angles=angles))
    ground = ground_of([stance("standing"), turned])
    assert ground.heading == pytest.approx((0.0, 1.0), abs=1e-9)
    assert ground.chair == turned.body[Bone.PELVIS].origin[:2]
    _, top, _, bottom = fill(pieces_of(turned, ABOVE, ground)["chair seat"])
    assert (top, bottom) == pytest.approx((-SEAT_AHEAD, SEAT_BEHIND))


@given(st.floats(-180.0, 180.0), st.floats(0.0, 60.0))
def test_a_seat_never_hides_who_sits_on_it(azimuth: float, elevation: float) -> None:
    camera = Camera(azimuth, elevation)
    one = with_props("seated")
    seat = pieces_of(one, camera)["chair seat"].axis
    hips = depth_axis(one, camera, Bone.PELVIS, Bone.LUMBAR, 0.12)
    order = back_to_front({"seat": seat, "hips": hips})
    assert order == ["seat", "hips"]


def depth_axis(one: Stance, camera: Camera, start: Bone, stop: Bone, radius: float) -> Axis:
    right, up, nearer = camera.axes()

    def flat(bone: Bone) -> tuple[float, float, float]:
        place = one.body[bone].origin
        x, y, near = (
            sum(p * a for p, a in zip(place, axis, strict=True)) for axis in (right, up, nearer)
        )
        return x, -y, near

    return Axis(flat(start), flat(stop), radius)


def test_the_back_hides_the_sitter_only_from_behind() -> None:
    one = with_props("seated")
    for azimuth, last in ((90.0, "chest"), (-90.0, "back")):
        camera = Camera(azimuth, 10.0)
        back = pieces_of(one, camera)["chair back"].axis
        chest = depth_axis(one, camera, Bone.WAIST, Bone.CHEST, 0.13)
        assert back_to_front({"back": back, "chest": chest})[-1] == last


# Bicycle


@pytest.mark.parametrize("crank", [0.0, 90.0, 225.0, 315.0])
def test_pedals_are_where_the_feet_look_for_them(crank: float) -> None:
    riding = with_props("riding")
    one = replace(riding, angles={**riding.angles, "crank": crank})
    pieces = pieces_of(one)
    for side in Side:
        left, top, right, bottom = fill(pieces[f"{side.value} pedal"])
        x, _, z = props.pedal(side, crank)
        assert ((left + right) / 2.0, -(top + bottom) / 2.0) == pytest.approx((x, z), abs=0.002)
        arm = fill(pieces[f"{side.value} crank"])
        assert arm[2] - arm[0] > abs(x - props.CRANK_CENTRE[0])


def test_the_saddle_is_under_the_rider() -> None:
    left, top, right, _ = fill(pieces_of(with_props("riding"))["saddle"])
    assert left < 0.0 < right
    assert -top == pytest.approx(props.SADDLE_HEIGHT, abs=0.02)


def test_a_bicycle_stands_on_the_floor() -> None:
    pieces = pieces_of(with_props("riding"))
    lowest = max(fill(piece)[3] for name, piece in pieces.items() if name != "shadow")
    assert lowest == pytest.approx(0.0, abs=0.005)


def test_the_near_crank_is_drawn_after_the_frame_and_the_far_one_before() -> None:
    for azimuth, near, far in ((14.0, "right", "left"), (194.0, "left", "right")):
        pieces = pieces_of(with_props("riding"), Camera(azimuth, 10.0))
        among = {n: p.axis for n, p in pieces.items() if p.layer is Layer.AMONG}
        order = back_to_front(among)
        frame = order.index("bicycle frame")
        assert order.index(f"{far} crank") < frame < order.index(f"{near} crank")


def test_a_foot_hides_its_pedal() -> None:
    riding = with_props("riding")
    camera = CAMERAS["side"]
    pieces = pieces_of(riding, camera)
    nearer = camera.axes()[2]
    for side in Side:
        place = props.pedal(side, 315.0)
        depth = sum(p * a for p, a in zip(place, nearer, strict=True))
        assert pieces[f"{side.value} pedal"].axis.depth < depth


def test_the_handles_are_in_the_hands() -> None:
    pieces = pieces_of(with_props("riding"), FRONT)
    for side in Side:
        left, top, right, bottom = fill(pieces[f"{side.value} handle"])
        _, y, z = props.BAR_GRIP
        assert left - 0.02 < side.sign * y < right + 0.02
        assert top < -z < bottom


# Water


@pytest.mark.parametrize("elevation", [0.0, 10.0, 40.0])
def test_the_waves_run_along_the_surface(elevation: float) -> None:
    one = with_props("afloat")
    pieces = pieces_of(one, Camera(0.0, elevation))
    lit = [shape for shape in pieces["water"].shapes if shape.ink.tone is Tone.LIT]
    level = -props.WATER_HEIGHT * cos(radians(elevation))
    assert reach(lit)[1] == pytest.approx(level, abs=0.02)
    assert reach(lit)[3] > level + 0.4
    behind = reach(pieces["water behind"].shapes)
    assert behind[1] < level < behind[3]


def test_the_water_is_as_long_as_a_swimmer_with_an_arm_ahead() -> None:
    one = with_props("afloat")
    left, _, right, _ = reach(pieces_of(one)["water"].shapes)
    assert left < min(frame.origin[0] for frame in one.body.values()) - 0.05
    assert right > max(frame.origin[0] for frame in one.body.values()) + 0.5


def test_water_is_only_water() -> None:
    for piece in pieces_of(with_props("afloat")).values():
        assert {shape.ink.material for shape in piece.shapes} == {Material.WATER}


def test_a_chair_ahead_stands_under_the_hands_and_faces_them() -> None:
    leaning = Pose(
        "leaning",
        angles=both(shoulder=150, hip=40) | {"lean": 45.0},
        rest=(Part.FEET,),
        props=(props.CHAIR_AHEAD,),
    )
    one = solve(leaning)
    ground = ground_of([stance("standing"), one])
    assert ground.heading == pytest.approx((-1.0, 0.0), abs=1e-9)
    left, _, right, _ = fill(pieces_of(one, ABOVE, ground)["chair seat"])
    fingers = one.body[Bone.RIGHT_FINGERS].origin
    assert (left + right) / 2.0 == pytest.approx(fingers[0], abs=0.02)
    assert left > one.body[Bone.RIGHT_FOOT].origin[0]


@pytest.mark.parametrize(("name", "lifted"), [("one-knee", Side.RIGHT), ("standing", Side.RIGHT)])
def test_a_towel_goes_from_either_hand_round_the_lifted_thigh(name: str, lifted: Side) -> None:
    one = with_props(name, props.TOWEL)
    pieces = pieces_of(one)
    assert set(pieces) == {"right towel", "left towel"}
    thigh = one.body[Bone(f"{lifted.value} thigh")]
    behind = thigh.point((-0.072, 0.0, -0.26))
    for side in Side:
        hand = one.body[Bone(f"{side.value} hand")].point((0.0, 0.0, -0.07))
        left, top, right, bottom = fill(pieces[f"{side.value} towel"])
        for place in (hand, behind):
            assert left - 0.03 <= place[0] <= right + 0.03
            assert top - 0.03 <= -place[2] <= bottom + 0.03
